"""Parametric items of the topic `be-configuration`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "be-configuration"


@template("be-configuration-which-source-wins", topic=TOPIC, difficulty=3, seconds=70)
def which_source_wins(rng: Random) -> Question:
    name = rng.choice(["port", "workers", "timeout"])
    other = rng.choice(["retries", "limit"])
    low, middle, high = sorted(rng.sample(range(2, 40), 3))
    kept = rng.randint(1, 9) + 40
    sources = {
        "defaults": {name: low, other: kept},
        "from_file": {name: middle},
        "from_env": {name: high},
    }
    changed = kept + rng.randint(1, 9)
    sources["from_file"][other] = changed
    order = rng.sample([*sources], 3)
    merged: dict[str, int] = {}
    for source in order:
        merged |= sources[source]
    right = f"{merged[name]} {merged[other]}"
    reversed_: dict[str, int] = {}
    for source in order[::-1]:
        reversed_ |= sources[source]
    code = "\n".join(f"{source} = {values}" for source, values in sources.items())
    code += (
        f"\nsettings = {{**{order[0]}, **{order[1]}, **{order[2]}}}\n"
        f'print(settings["{name}"], settings["{other}"])'
    )
    both = (
        "Thinks that the first dictionary wins.",
        "İlk yazılan sözlüğün kazandığını sanır.",
    )
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (f"{reversed_[name]} {reversed_[other]}", *both),
            (
                f"{high} {changed}",
                "Thinks that the environment always wins, whatever the order.",
                "Sıra ne olursa olsun ortamın kazandığını sanır.",
            ),
            (
                f"{merged[name]} {changed if merged[other] == kept else kept}",
                "Takes the wrong source for the second setting.",
                "İkinci ayarı yanlış kaynaktan alır.",
            ),
        ],
        spare=[
            (
                f"{low} {kept}",
                "Thinks that the defaults are never replaced.",
                "Varsayılanların hiç değişmediğini sanır.",
            ),
            (
                f"{middle} {changed}",
                "Thinks that the file always wins.",
                "Dosyanın her zaman kazandığını sanır.",
            ),
            (
                f"{high} {kept}",
                "Takes the largest and the default value.",
                "En büyük değerle varsayılanı alır.",
            ),
        ],
        because_en=(
            f"A later dictionary overwrites an earlier one, so `{order[2]}` comes last and decides "
            f"`{name}`: {merged[name]}. `{other}` stands only in `defaults` and `from_file`; the later "
            f"of the two gives {merged[other]}."
        ),
        because_tr=(
            f"Sonraki sözlük öncekinin üstüne yazar; en sonda `{order[2]}` olduğu için `{name}` "
            f"değerini o belirler: {merged[name]}. `{other}` yalnızca `defaults` ve `from_file` "
            f"içindedir; ikisinden sonra gelen {merged[other]} verir."
        ),
        proof=Proof(run="output"),
    )


@template("be-configuration-rollout", topic=TOPIC, difficulty=2, seconds=60)
def rollout(rng: Random) -> Question:
    percent = rng.choice([10, 20, 25, 30, 40])
    inside = [rng.randint(1, 9) * 100 + rng.randint(0, percent - 2) for _ in range(2)]
    edge = rng.randint(1, 9) * 100 + percent
    outside = rng.randint(1, 9) * 100 + rng.randint(percent + 1, 99)
    users = [*dict.fromkeys([*inside, edge, outside, rng.randint(2, percent - 1)])]
    rng.shuffle(users)
    right = [user for user in users if user % 100 < percent]
    return question(
        en="A new feature is shown to some of the users first. What does this program print?",
        tr="Yeni bir özellik önce bazı kullanıcılara gösteriliyor. Bu program ne yazdırır?",
        code=(
            f"ROLLOUT_PERCENT = {percent}\n\n"
            "def sees_new_menu(user_id):\n"
            "    return user_id % 100 < ROLLOUT_PERCENT\n\n"
            f"users = {users}\n"
            "print([user for user in users if sees_new_menu(user)])"
        ),
        right=right,
        wrong=[
            (
                [user for user in users if user % 100 <= percent],
                "Counts the limit as included.",
                "Sınırı dahil sayar.",
            ),
            (
                [user for user in users if user < percent],
                "Compares the whole number instead of the remainder.",
                "Kalan yerine sayının tamamını karşılaştırır.",
            ),
            (
                [user for user in users if user % 100 >= percent],
                "Takes the users who do not see it.",
                "Özelliği görmeyen kullanıcıları alır.",
            ),
        ],
        spare=[
            (
                users,
                "Thinks that every user sees it.",
                "Her kullanıcının gördüğünü sanır.",
            ),
        ],
        because_en=(
            f"`user_id % 100` is the number made of the last two digits; it must be less than {percent}. "
            "The same user always gets the same answer, without anything being stored."
        ),
        because_tr=(
            f"`user_id % 100` son iki basamağın oluşturduğu sayıdır; {percent} sayısından küçük "
            "olmalıdır. Aynı kullanıcı, hiçbir şey saklanmadan hep aynı yanıtı alır."
        ),
        proof=Proof(run="output"),
    )
