"""Parametric items of the topic `be-authentication`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.backend.api_writing import PRINTS, printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-authentication"


def _answers(
    times: list[int], life: int, sliding: bool, *, end_included: bool = False
) -> list[bool]:
    """Whether the session that begins at minute 0 holds at each of the times."""
    end, answers = life, []
    for now in times:
        alive = now <= end if end_included else now < end
        answers.append(alive)
        if alive and sliding:
            end = now + life
    return answers


@template("be-authentication-session-lifetime", topic=TOPIC, difficulty=3, seconds=75)
def session_lifetime(rng: Random) -> Question:
    life = rng.choice([20, 30, 40, 60])
    sliding = rng.random() < 0.5
    while True:
        times = [rng.randint(life // 4, life - 5)]
        times.append(times[0] + rng.choice([life // 2, life - 5, life]))
        times.append(times[1] + rng.choice([life // 2, life - 5, life, life + 5]))
        right = _answers(times, life, sliding)
        other = _answers(times, life, not sliding)
        included = _answers(times, life, sliding, end_included=True)
        if other != right:
            break
    renew = "        ends[user] = now + LIFE\n" if sliding else ""
    return printed(
        (
            "Times are in minutes. Ada logs in at 0. What does this program print?",
            "Zamanlar dakikadır. Ada 0. dakikada giriş yapıyor. Bu program ne yazdırır?",
        ),
        f"LIFE = {life}\n"
        'ends = {"Ada": 0 + LIFE}\n\n'
        "def allowed(user, now):\n"
        "    if now < ends[user]:\n"
        f"{renew}"
        "        return True\n"
        "    return False\n\n"
        f'print([allowed("Ada", now) for now in {times}])',
        right,
        [
            (
                other,
                "Overlooks that each request renews the session." if sliding else "Thinks that each request renews the session; nothing does so here.",
                "Her isteğin oturumu yenilediğini gözden kaçırır." if sliding else "Her isteğin oturumu yenilediğini sanır; burada yenileyen bir satır yok.",
            ),
            (included, "Counts the last minute as still allowed.", "Bitiş dakikasını da geçerli sayar."),
            ([True, True, True], "Thinks that a login holds for ever.", "Girişin sonsuza dek geçerli olduğunu sanır."),
            ([True, False, False], "Ends the session after the first request.", "Oturumu ilk istekten sonra bitirir."),
            ([False, False, False], "Thinks that the session ends at the moment of login.", "Oturumun giriş anında bittiğini sanır."),
            ([False, True, True], "Reads the comparison the wrong way round.", "Karşılaştırmayı ters okur."),
        ],
        (
            f"Every allowed request sets the end to {life} minutes from then (sliding); `<` refuses the end itself." if sliding
            else f"The end stays at minute {life}, whatever happens in between (fixed); `<` refuses the end itself.",
            f"Kabul edilen her istek bitişi o andan {life} dakika sonraya alır (kayan süre); `<` bitiş anının kendisini kabul etmez." if sliding
            else f"Arada ne olursa olsun bitiş {life}. dakikada kalır (sabit süre); `<` bitiş anının kendisini kabul etmez.",
        ),
    )  # fmt: skip


@template("be-authentication-signed-value", topic=TOPIC, difficulty=3, seconds=75)
def signed_value(rng: Random) -> Question:
    mine, other = rng.sample(range(3, 60), 2)
    while str(mine) in str(other) or str(other) in str(mine):
        mine, other = rng.sample(range(3, 60), 2)
    key, stranger = rng.sample(["lake", "moss", "fern", "reef", "dune"], 2)
    pool = [
        (f'read(sign("user={mine}", KEY))', f"user={mine}", "signed with the right key", "doğru anahtarla imzalanmış"),
        (f'read(sign("user={other}", KEY))', f"user={other}", "signed with the right key", "doğru anahtarla imzalanmış"),
        (f'read(sign("user={mine}", b"{stranger}"))', None, "signed with another key", "başka anahtarla imzalanmış"),
        (f'read(token.replace("user={mine}", "user={other}"))', None, "changed after signing", "imzalandıktan sonra değiştirilmiş"),
        ("read(token)", f"user={mine}", "unchanged", "değiştirilmemiş"),
        (f'read("user={mine}")', None, "without a signature", "imzasız"),
    ]  # fmt: skip
    while True:
        taken = rng.sample(pool, 3)
        values = [value for _, value, *_ in taken]
        if 0 < sum(value is None for value in values) < 3:
            break
    seen = [f"user={other}" if f"user={other}" in call else f"user={mine}" for call, *_ in taken]

    def shown(results: list[str | None]) -> str:
        return " ".join(str(result) for result in results)

    changed = "replace" in " ".join(call for call, *_ in taken)
    tolerant = [
        value or (name if "replace" in call or not changed else None)
        for (call, value, *_), name in zip(taken, seen, strict=True)
    ]
    own = [value if value is not None and "token" in call else None for call, value, *_ in taken]
    turned = [None if value else name for value, name in zip(values, seen, strict=True)]
    calls = "".join(f"    {call},\n" for call, *_ in taken)
    return printed(
        PRINTS,
        "import hmac\n\n"
        f'KEY = b"{key}"\n\n'
        "def sign(value, key):\n"
        '    mac = hmac.new(key, value.encode(), "sha256").hexdigest()\n'
        '    return value + "." + mac\n\n'
        "def read(token):\n"
        '    value = token.split(".")[0]\n'
        "    good = hmac.compare_digest(token, sign(value, KEY))\n"
        "    return value if good else None\n\n"
        f'token = sign("user={mine}", KEY)\n'
        f"print(\n{calls})",
        shown(values),
        [
            (shown(list(seen)), "Thinks that the value is read without checking the signature.", "Değerin, imza denetlenmeden okunduğunu sanır."),
            (shown(tolerant), "Thinks that a forged token with a readable value gets through.", "Okunabilir bir değer taşıyan sahte jetonun geçtiğini sanır."),
            (shown(own), "Thinks that what is signed in another call is not valid.", "Başka bir çağrıda imzalananın geçerli olmadığını sanır."),
            (shown([None, None, None]), "Thinks that a signature can be checked only once.", "Bir imzanın yalnızca bir kez denetlenebildiğini sanır."),
            (shown(list(turned)), "Takes the forged tokens for the good ones.", "Sahte jetonları geçerli sanır, geçerlileri sahte."),
        ],
        (
            "`read` signs the value again with `KEY` and compares. From left to right: " + ", ".join(f"{en} → `{value}`" for _, value, en, _ in taken) + ".",
            "`read` değeri `KEY` ile yeniden imzalar ve karşılaştırır. Soldan sağa: " + ", ".join(f"{tr} → `{value}`" for _, value, _, tr in taken) + ".",
        ),
    )  # fmt: skip
