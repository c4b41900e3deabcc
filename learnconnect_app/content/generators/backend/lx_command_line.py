"""Parametric items of the topic `lx-command-line`."""

from __future__ import annotations

from itertools import groupby
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.backend.operation_writing import asked
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "lx-command-line"
BITS = {"r": 4, "w": 2, "x": 1}


@template("lx-command-line-chmod-number", topic=TOPIC, difficulty=3, seconds=70)
def chmod_number(rng: Random) -> Question:
    file = rng.choice(["backup.sh", "deploy.sh", "report.txt", "start.sh", "notes.txt"])
    old = [rng.choice([6, 7]), rng.choice([0, 4, 5, 6]), rng.choice([0, 4, 5])]
    places = sorted(rng.sample(range(3), 2))
    new, changes, turned = [*old], [], [*old]
    for place in places:
        letter = rng.choice("wx" if place == 0 else "rwx")
        has = bool(old[place] & BITS[letter])
        new[place] += -BITS[letter] if has else BITS[letter]
        changes.append(f"{'ugo'[place]}{'-' if has else '+'}{letter}")
        turned[place] = BITS[letter]
    first, second = new[:], new[:]
    first[places[0]], second[places[1]] = old[places[0]], old[places[1]]
    written = "".join(
        "".join(letter if digit & BITS[letter] else "-" for letter in "rwx") for digit in new
    )
    number = "".join(map(str, new))
    masks = [f"{BITS[c[2]]} * 8 ** {2 - 'ugo'.index(c[0])}" for c in changes]
    terms = " ".join(f"{c[1]} {m}" for c, m in zip(changes, masks, strict=True))
    computed = f"int(oct(0o{''.join(map(str, old))} {terms})[2:])"

    def as_number(digits: list[int]) -> int:
        return int("".join(map(str, digits)))

    lost = "Forgets one of the two changes."
    lost_tr = "İki değişiklikten birini unutur."
    swapped = [new[0], new[2], new[1]]
    return asked(
        stem_en="Which number, given to `chmod` instead, would set the same permissions in one step?",
        stem_tr="`chmod`'a hangi sayı verilseydi aynı izinler tek adımda elde edilirdi?",
        code=f"chmod {as_number(old)} {file}\nchmod {','.join(changes)} {file}",
        code_language="bash",
        right=int(number),
        wrong=[
            (
                as_number(turned),
                "Puts the changed permission in place of all that was there.",
                "Değişen izni, önceki izinlerin tümünün yerine koyar.",
            ),
            (as_number(second), lost, lost_tr),
            (as_number(first), lost, lost_tr),
            (as_number(old), "Overlooks the second command.", "İkinci komutu gözden kaçırır."),
            (
                as_number(swapped),
                "Swaps the digits of the group and of others.",
                "Grubun ve diğerlerinin basamaklarını karıştırır.",
            ),
        ],
        because_en=(
            "The digits are for user, group and others: r = 4, w = 2, x = 1. After "
            f"`{','.join(changes)}` the permissions are `{written}`, which is {number}."
        ),
        because_tr=(
            "Basamaklar sırayla sahip, grup ve diğerleri içindir: r = 4, w = 2, x = 1. "
            f"`{','.join(changes)}` sonrasında izinler `{written}` olur, yani {number}."
        ),
        computed=computed,
    )


@template("lx-command-line-pipeline-count", topic=TOPIC, difficulty=3, seconds=70)
def pipeline_count(rng: Random) -> Question:
    words = rng.sample(["red", "blue", "green", "white", "black", "pink"], rng.choice([3, 4]))
    while True:
        lines = [rng.choice(words) for _ in range(7)]
        runs = [word for word, _ in groupby(lines)]
        if len({*lines}) == len(words) and len(words) < len(runs) <= 6:
            break
    word = words[0]
    kept = [line for line in lines if line != word]
    counts = {
        "uniq": len(runs),
        "sort | uniq": len(words),
        f"grep {word}": lines.count(word),
        f"grep -v {word} | uniq": len(list(groupby(kept))),
        f"grep -v {word}": len(kept),
    }
    stages = rng.choice([*counts, "uniq", "sort | uniq"])
    shown = repr(lines)
    way = {
        "uniq": f"1 + sum(a != b for a, b in itertools.pairwise({shown}))",
        "sort | uniq": f"len(set({shown}))",
        f"grep {word}": f"sum(w == {word!r} for w in {shown})",
        f"grep -v {word} | uniq": (
            f"1 + sum(a != b for a, b in itertools.pairwise([w for w in {shown} if w != {word!r}]))"
        ),
        f"grep -v {word}": f"sum(w != {word!r} for w in {shown})",
    }[stages]
    explain = {
        "uniq": (
            "`uniq` drops a line only when it equals the line **just before** it",
            "`uniq` bir satırı ancak **hemen önceki** satıra eşitse atar",
        ),
        "sort | uniq": (
            "`sort` brings equal lines together, so `uniq` keeps each of them once",
            "`sort` eşit satırları yan yana getirir, `uniq` da her birini bir kez bırakır",
        ),
        f"grep {word}": (
            f"`grep` lets through the lines that contain `{word}`",
            f"`grep`, içinde `{word}` geçen satırları geçirir",
        ),
        f"grep -v {word} | uniq": (
            f"`grep -v` drops the lines with `{word}`; then `uniq` drops a line that equals the one just before it",
            f"`grep -v`, `{word}` geçen satırları atar; sonra `uniq` hemen öncekine eşit satırı atar",
        ),
        f"grep -v {word}": (
            f"`grep -v` lets through the lines **without** `{word}`",
            f"`grep -v`, içinde `{word}` **geçmeyen** satırları geçirir",
        ),
    }[stages]
    right = counts[stages]
    return asked(
        stem_en="What does this pipeline print?",
        stem_tr="Bu boru hattı (pipeline) ne yazdırır?",
        code=f"printf '%s\\n' {' '.join(lines)} |\n  {stages} | wc -l",
        code_language="bash",
        right=right,
        wrong=[
            (
                len(runs),
                "Counts the runs of equal neighbours among all lines.",
                "Tüm satırlardaki eşit komşu gruplarını sayar.",
            ),
            (
                len(words),
                "Counts how many different words there are.",
                "Kaç farklı sözcük olduğunu sayar.",
            ),
            (7, "Thinks that no line is dropped.", "Hiçbir satırın atılmadığını sanır."),
            (
                lines.count(word),
                f"Counts the lines with {word}.",
                f"{word} geçen satırları sayar.",
            ),
            (
                len(kept),
                f"Counts the lines without {word}.",
                f"{word} geçmeyen satırları sayar.",
            ),
            (right + 1, "Miscounts by one.", "Bir fazla sayar."),
            (right + 2, "Counts two lines twice.", "İki satırı ikişer kez sayar."),
        ],
        because_en=f"{explain[0]}. `wc -l` counts the lines that are left: {right}.",
        because_tr=f"{explain[1]}. `wc -l`, kalan satırları sayar: {right}.",
        computed=way,
    )


def printed(steps: list[tuple[str, str]], *, tight: bool = False, inverted: bool = False) -> str:
    """The letters that `CMD OP echo X OP echo Y` prints; `tight`: && binds before ||."""
    (_, command), (one, a), (two, b) = steps
    status = (command == "true") != inverted
    if tight and (one, two) == ("||", "&&"):
        return "" if status else a + b
    letters = ""
    for operator, letter in ((one, a), (two, b)):
        if status == (operator == "&&"):
            letters, status = letters + letter, True
    return letters


@template("lx-command-line-and-or-chain", topic=TOPIC, difficulty=4, seconds=60)
def and_or_chain(rng: Random) -> Question:
    while True:
        chains = [
            [("", rng.choice(["true", "false"])), (rng.choice(["&&", "||"]), a), (two, b)]
            for a, b, two in (
                ("A", "B", rng.choice(["&&", "||"])),
                ("C", "D", rng.choice(["&&", "||"])),
            )
        ]
        right = "".join(map(printed, chains))
        if right:
            break

    def told(letters: str) -> str:
        return ", ".join(letters)

    code = "\n".join(
        f"{chain[0][1]} " + " ".join(f"{op} echo {letter}" for op, letter in chain[1:])
        for chain in chains
    )
    wrong = [
        (
            told("".join(printed(chain, tight=True) for chain in chains)),
            "Lets && bind more tightly than ||; in the shell they are equal.",
            "&&'in ||'den önce bağlandığını sanır; kabukta ikisi eşittir.",
        ),
        (
            told("".join(printed(chain, inverted=True) for chain in chains)),
            "Takes exit status 0 for failure.",
            "0 çıkış kodunu başarısızlık sanır.",
        ),
        ("A, B, C, D", "Lets every command run.", "Her komutun çalıştığını sanır."),
    ]
    return question(
        en="Which letters does this script print, from top to bottom?",
        tr="Bu betik yukarıdan aşağıya hangi harfleri yazdırır?",
        code=code,
        code_language="bash",
        right=told(right),
        wrong=[each for each in wrong if each[0]],
        spare=[
            (text, "Loses track of one exit status.", "Çıkış kodlarından birini karıştırır.")
            for text in ("A, D", "B, C", "B, D", "A, C")
        ],
        because_en=(
            "The shell reads from left to right: after `&&` a command runs if the status so far is 0, "
            "after `||` if it is not. A skipped command leaves the status as it was. "
            f"So this prints {told(right)}."
        ),
        because_tr=(
            "Kabuk soldan sağa okur: `&&`'ten sonraki komut o ana kadarki durum 0 ise, `||`'den "
            "sonraki 0 değilse çalışır. Atlanan komut durumu değiştirmez. "
            f"Böylece {told(right)} yazdırılır."
        ),
    )
