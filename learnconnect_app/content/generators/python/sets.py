"""Parametric items of the topic `py-sets`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-sets"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
HAPPENS_EN = "What happens when this program runs?"
HAPPENS_TR = "Bu program çalışınca ne olur?"
NAMES = ["Ada", "Alan", "Can", "Deniz", "Elif", "Emre", "Grace", "Linus", "Mert", "Zeynep"]


def braces(values: list[str] | list[int]) -> str:
    """A set as it is written in code, in the order of ``values``."""
    return "{" + ", ".join(json.dumps(value, ensure_ascii=False) for value in values) + "}"


@template("py-sets-count-duplicates", topic=TOPIC, difficulty=1, seconds=45)
def count_duplicates(rng: Random) -> Question:
    different = rng.sample(range(10, 40), rng.randint(3, 4))
    votes = different + rng.choices(different[:2], k=rng.randint(2, 3)) + [different[0]]
    rng.shuffle(votes)
    unique = len(dict.fromkeys(votes))
    repeated = sum(votes.count(v) > 1 for v in different)
    extra = len(votes) - unique
    ask_extra = rng.random() < 0.5
    right = extra if ask_extra else unique
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"votes = {votes}\nprint({'len(votes) - ' if ask_extra else ''}len(set(votes)))",
        right=right,
        wrong=[
            (
                len(votes),
                "Thinks that set keeps repeated values.",
                "set'in tekrarlanan değerleri koruduğunu sanır.",
            )
            if not ask_extra
            else (
                0,
                "Thinks that set keeps repeated values.",
                "set'in tekrarlanan değerleri koruduğunu sanır.",
            ),
            (
                unique - repeated,
                "Counts only the values that occur a single time.",
                "Yalnızca tek bir kez geçen değerleri sayar.",
            ),
            (
                repeated,
                "Counts how many values are repeated.",
                "Kaç değerin tekrarlandığını sayar.",
            ),
        ],
        spare=[
            (unique, "Counts the different values.", "Farklı değerleri sayar."),
            (extra, "Counts the repetitions.", "Tekrarları sayar."),
            (right + 1, "Slips by one while counting.", "Sayarken bir fazla sayar."),
            (right + 2, "Slips by two while counting.", "Sayarken iki fazla sayar."),
        ],
        because_en=f"The list has {len(votes)} elements, the set {unique}: each value once.",
        because_tr=f"Listede {len(votes)}, kümede {unique} öğe var: her değer bir kez.",
        proof=Proof(run="output"),
    )


@template("py-sets-two-clubs", topic=TOPIC, difficulty=2, seconds=50)
def two_clubs(rng: Random) -> Question:
    people = rng.sample(NAMES, 5)
    chess, music = people[:3], people[2:] if rng.random() < 0.5 else people[1:4]
    rng.shuffle(music)
    first, second = set(chess), set(music)
    answers = {
        "&": sorted(first & second),
        "|": sorted(first | second),
        "-": sorted(first - second),
        "^": sorted(first ^ second),
    }
    stories = {
        "&": ("Takes only those who are in both clubs.", "Yalnızca iki kulüpte de olanları alır."),
        "|": ("Takes everyone who is in either club.", "İki kulüpteki herkesi alır."),
        "-": (
            "Takes those who are only in the chess club.",
            "Yalnızca satranç kulübünde olanları alır.",
        ),
        "^": (
            "Takes those who are in exactly one club.",
            "Tam olarak tek bir kulüpte olanları alır.",
        ),
    }
    meaning = {
        "&": ("those in both sets", "iki kümede de olanlar"),
        "|": ("those in at least one set", "en az bir kümede olanlar"),
        "-": ("those in the left set only", "yalnızca soldaki kümede olanlar"),
        "^": ("those in exactly one set", "tam olarak bir kümede olanlar"),
    }
    sign = rng.choice(list(answers))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"chess = {braces(chess)}\nmusic = {braces(music)}\nprint(sorted(chess {sign} music))",
        right=answers[sign],
        wrong=[(answers[other], *stories[other]) for other in answers if other != sign],
        because_en=f"`{sign}` gives {meaning[sign][0]}: {', '.join(answers[sign])}.",
        because_tr=f"`{sign}` şunu verir: {meaning[sign][1]}. Burada: {', '.join(answers[sign])}.",
        proof=Proof(run="output"),
    )


@template("py-sets-guest-list", topic=TOPIC, difficulty=2, seconds=50)
def guest_list(rng: Random) -> Question:
    people = rng.sample(NAMES, 5)
    guests = people[:3]
    calls = [
        ("add", rng.choice(guests[1:])),
        ("add", people[3]),
        ("discard", rng.choice([people[4], people[4], guests[0]])),
        ("add", people[3]),
    ]
    order = [calls[0], calls[1], calls[2]]
    rng.shuffle(order)
    order.append(calls[3])
    present = dict.fromkeys(guests)
    for action, name in order:
        if action == "add":
            present[name] = None
        else:
            present.pop(name, None)
    right = len(present)
    lines = "\n".join(f'guests.{action}("{name}")' for action, name in order)
    return question(
        en=HAPPENS_EN,
        tr=HAPPENS_TR,
        code=f"guests = {braces(guests)}\n{lines}\nprint(len(guests))",
        right=right,
        wrong=[
            (
                len(guests) + 3 - (calls[2][1] in guests),
                "Counts every add, even of a name that is there already.",
                "Zaten kümede olan ad için bile her add'i sayar.",
            ),
            (
                "KeyError",
                "Thinks that discard fails when the name is not there.",
                "Ad kümede yoksa discard'ın hata verdiğini sanır.",
            )
            if calls[2][1] not in guests
            else (right + 1, "Overlooks the discard.", "discard'ı gözden kaçırır."),
            (
                right - 1,
                "Thinks that discard always makes the set smaller by one."
                if calls[2][1] not in guests
                else "Overlooks the new name.",
                "discard'ın kümeyi her zaman bir öğe küçülttüğünü sanır."
                if calls[2][1] not in guests
                else "Yeni adı gözden kaçırır.",
            ),
        ],
        spare=[
            (right + 1, "Counts one repeated name twice.", "Tekrarlanan bir adı iki kez sayar."),
            (
                right + 2,
                "Counts both repeated names twice.",
                "Tekrarlanan iki adı da iki kez sayar.",
            ),
        ],
        because_en="A set holds a name at most once, and `discard` "
        + ("takes one away" if calls[2][1] in guests else "does nothing for a missing name")
        + f": {right} are left.",
        because_tr="Ad kümede en çok bir kez bulunur; `discard` "
        + ("bir adı çıkarır" if calls[2][1] in guests else "olmayan adda bir şey yapmaz")
        + f": geriye {right} ad kalır.",
        proof=Proof(run="output"),
    )


@template("py-sets-subset-and-disjoint", topic=TOPIC, difficulty=3, seconds=60)
def subset_and_disjoint(rng: Random) -> Question:
    numbers = rng.sample(range(1, 30), 6)
    big = numbers[:4]
    part = rng.sample(big, 2) if rng.random() < 0.5 else [big[0], numbers[4]]
    other = [numbers[5], rng.choice([part[0], numbers[4], 40])]
    rng.shuffle(other)
    subset = all(n in big for n in part)
    disjoint = not any(n in part for n in other)
    right = f"{subset} {disjoint}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"big = {braces(big)}\npart = {braces(part)}\nother = {braces(other)}\n"
            "print(part <= big, part.isdisjoint(other))"
        ),
        right=right,
        wrong=[
            (
                f"{not subset} {disjoint}",
                "Thinks that <= asks for equal sets."
                if subset
                else "Compares only the sizes of the sets.",
                "<= işaretinin eşit kümeler istediğini sanır."
                if subset
                else "Yalnızca kümelerin boyutlarını karşılaştırır.",
            ),
            (
                f"{subset} {not disjoint}",
                "Takes isdisjoint for the question whether something is shared.",
                "isdisjoint'i, ortak öğe var mı sorusu sanır.",
            ),
            (
                f"{not subset} {not disjoint}",
                "Reads both questions the other way round.",
                "İki soruyu da tersinden okur.",
            ),
        ],
        because_en=(
            f"{'All' if subset else 'Not all'} elements of `part` are in `big`; "
            f"`part` and `other` share {'nothing' if disjoint else 'an element'}."
        ),
        because_tr=(
            f"`part` öğelerinin {'hepsi' if subset else 'yalnızca biri'} `big` içinde; "
            f"`part` ile `other` arasında ortak öğe {'yok' if disjoint else 'var'}."
        ),
        proof=Proof(run="output"),
    )


@template("py-sets-first-repetition", topic=TOPIC, difficulty=3, seconds=60)
def first_repetition(rng: Random) -> Question:
    a, b, c, d = rng.sample(NAMES, 4)
    arrivals = rng.choice(
        [
            [a, b, c, b, a, d],
            [a, b, c, c, a, d],
            [a, b, b, c, d, a],
            [a, b, c, d, c, a],
            [a, b, c, b, d, a],
        ]
    )
    again = [name for place, name in enumerate(arrivals) if name in arrivals[:place]]
    right = again[0]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "seen = set()\n"
            f"for name in {json.dumps(arrivals, ensure_ascii=False)}:\n"
            "    if name in seen:\n"
            "        print(name)\n"
            "        break\n"
            "    seen.add(name)"
        ),
        right=right,
        wrong=[
            (
                a,
                "Looks for the name that came first among those that repeat.",
                "Tekrarlananlar arasında ilk gelen adı arar.",
            ),
            (
                "\n".join(again),
                "Overlooks that break ends the loop.",
                "break'in döngüyü bitirdiğini gözden kaçırır.",
            ),
            (d, "Looks for a name that comes only once.", "Yalnızca bir kez gelen adı arar."),
        ],
        spare=[(c, "Stops one name too early or too late.", "Bir ad erken ya da geç durur.")],
        because_en=f"{right} is the first name that is already in the set when its turn comes; then the loop ends.",
        because_tr=f"Sırası geldiğinde zaten kümede olan ilk ad şudur: {right}. Döngü orada biter.",
        proof=Proof(run="output"),
    )


@template("py-sets-order-of-operations", topic=TOPIC, difficulty=5, seconds=80)
def order_of_operations(rng: Random) -> Question:
    while True:
        first, second, third = (
            sorted(rng.sample(range(1, 9), rng.randint(3, 4))) for _ in range(3)
        )
        a, b, c = set(first), set(second), set(third)
        style = rng.choice(["a | b & c", "a - b & c", "a | b - c", "a ^ b & c"])
        right, leftwards, swapped = {
            "a | b & c": (a | (b & c), (a | b) & c, a & (b | c)),
            "a - b & c": ((a - b) & c, a - (b & c), (b - a) & c),
            "a | b - c": (a | (b - c), (a | b) - c, a | (c - b)),
            "a ^ b & c": (a ^ (b & c), (a ^ b) & c, a | (b & c)),
        }[style]
        everything = a | b | c
        options = [sorted(s) for s in (right, leftwards, swapped, everything)]
        if all(options) and all(options.count(o) == 1 for o in options):
            break
    stories = {
        "a | b & c": (
            ("Works from left to right: | before &.", "Soldan sağa gider: &'den önce |."),
            ("Mixes up union and intersection.", "Birleşimle kesişimi karıştırır."),
            "`&` comes before `|`, so `b & c` is computed first",
            "`&`, `|`'den önce gelir; önce `b & c` hesaplanır",
        ),
        "a - b & c": (
            ("Thinks that & comes before the minus.", "&'nin eksiden önce geldiğini sanır."),
            ("Turns the difference round.", "Farkı ters çevirir."),
            "`-` comes before `&`, so `a - b` is computed first",
            "`-`, `&`'den önce gelir; önce `a - b` hesaplanır",
        ),
        "a | b - c": (
            ("Works from left to right: | before the minus.", "Soldan sağa gider: eksiden önce |."),
            ("Turns the difference round.", "Farkı ters çevirir."),
            "`-` comes before `|`, so `b - c` is computed first",
            "`-`, `|`'den önce gelir; önce `b - c` hesaplanır",
        ),
        "a ^ b & c": (
            ("Works from left to right: ^ before &.", "Soldan sağa gider: &'den önce ^."),
            ("Takes ^ for the union.", "^ işaretini birleşim sanır."),
            "`&` comes before `^`, so `b & c` is computed first",
            "`&`, `^`'den önce gelir; önce `b & c` hesaplanır",
        ),
    }
    left_story, swap_story, because_en, because_tr = stories[style]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"a = {braces(first)}\nb = {braces(second)}\nc = {braces(third)}\nprint(sorted({style}))",
        right=options[0],
        wrong=[
            (options[1], *left_story),
            (options[2], *swap_story),
            (options[3], "Puts all elements together.", "Bütün öğeleri bir araya koyar."),
        ],
        because_en=f"{because_en}. The result is {options[0]}.",
        because_tr=f"{because_tr}. Sonuç: {options[0]}.",
        proof=Proof(run="output"),
    )
