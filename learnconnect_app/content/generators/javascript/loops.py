"""Parametric items of the topic `js-loops`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-loops"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-loops-sum-with-step", topic=TOPIC, difficulty=2, seconds=50)
def sum_with_step(rng: Random) -> Question:
    start, step = rng.randint(1, 5), rng.randint(2, 4)
    rounds = rng.randint(3, 4)
    end = start + rounds * step
    inclusive = rng.random() < 0.5
    numbers = list(range(start, end + (1 if inclusive else 0), step))
    right = sum(numbers)
    sign = "<=" if inclusive else "<"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "let sum = 0;\n"
            f"for (let i = {start}; i {sign} {end}; i += {step}) {{\n  sum += i;\n}}\n"
            "console.log(sum);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                right - end if inclusive else right + end,
                "Counts the limit as not included."
                if inclusive
                else "Counts the limit as included.",
                "Sınırı dahil saymaz." if inclusive else "Sınırı dahil sayar.",
            ),
            (
                sum(range(start, end + (1 if inclusive else 0))),
                "Overlooks the step and adds every number.",
                "Adımı gözden kaçırıp bütün sayıları toplar.",
            ),
            (
                right - start,
                "Thinks that the update runs before the first round.",
                "Güncellemenin ilk turdan önce yapıldığını sanır.",
            ),
            (
                numbers[-1],
                "Takes the last number for the sum.",
                "Son sayıyı toplam sanır.",
            ),
        ],
        because_en=f"`i` takes the values {', '.join(map(str, numbers))}; the limit {end} is "
        + ("included with `<=`" if inclusive else "not included with `<`")
        + f". Their sum is {right}.",
        because_tr=f"`i` sırayla şu değerleri alır: {', '.join(map(str, numbers))}. Sınır ({end}), "
        + ("`<=` ile dahildir" if inclusive else "`<` ile dahil değildir")
        + f". Toplam: {right}.",
        proof=Proof(run="output"),
    )


@template("js-loops-while-halving", topic=TOPIC, difficulty=3, seconds=60)
def while_halving(rng: Random) -> Question:
    n = rng.randint(20, 140)
    limit = rng.randint(2, 6)
    values = [n]
    while values[-1] > limit:
        values.append(values[-1] // 2)
    right = len(values) - 1
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"let n = {n};\nlet rounds = 0;\n"
            f"while (n > {limit}) {{\n  n = Math.floor(n / 2);\n  rounds++;\n}}\n"
            "console.log(rounds, n);"
        ),
        code_language="javascript",
        right=f"{right} {values[-1]}",
        wrong=[
            (
                f"{right - 1} {values[-2]}",
                "Stops one round before the condition fails.",
                "Koşul bozulmadan bir tur önce durur.",
            ),
            (
                f"{right + 1} {values[-1] // 2}",
                "Thinks that one more round follows when the condition fails.",
                "Koşul bozulunca bir tur daha yapıldığını sanır.",
            ),
            (
                f"{right} {values[-2]}",
                "Counts the last round but forgets its halving.",
                "Son turu sayar ama o turdaki yarılamayı unutur.",
            ),
        ],
        because_en=f"`n` goes {' → '.join(map(str, values))}. The condition is asked before each round; {values[-1]} > {limit} is false, so there are {right} rounds.",
        because_tr=f"`n` şöyle değişir: {' → '.join(map(str, values))}. Koşula her turdan önce bakılır; {values[-1]} > {limit} yanlıştır. Tur sayısı: {right}.",
        proof=Proof(run="output"),
    )


@template("js-loops-break-or-continue", topic=TOPIC, difficulty=3, seconds=60)
def break_or_continue(rng: Random) -> Question:
    word = rng.choice(["break", "continue"])
    end = rng.randint(6, 8)
    divisor = rng.randint(3, 4)
    start = rng.randint(1, 2)
    numbers = list(range(start, end + 1))
    kept = [n for n in numbers if n % divisor]
    before = numbers[: numbers.index(divisor)]
    right = kept if word == "continue" else before
    other = before if word == "continue" else kept

    def text(values: list[int]) -> str:
        return "".join(map(str, values))

    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            'let text = "";\n'
            f"for (let i = {start}; i <= {end}; i++) {{\n"
            f"  if (i % {divisor} === 0) {word};\n  text += i;\n}}\n"
            "console.log(text);"
        ),
        code_language="javascript",
        right=text(right),
        wrong=[
            (
                text(other),
                "Confuses break with continue.",
                "break ile continue'yu karıştırır.",
            ),
            (
                text([*before, divisor]) if word == "break" else text(kept[:-1]),
                "Thinks that break ends the loop only after the round."
                if word == "break"
                else "Stops one number too early.",
                "break'in döngüyü ancak tur bitince sonlandırdığını sanır."
                if word == "break"
                else "Bir sayı erken durur.",
            ),
            (
                text([n for n in numbers if n % divisor == 0]),
                "Keeps the numbers for which the condition is true.",
                "Koşulun doğru olduğu sayıları alır.",
            ),
        ],
        spare=[
            (
                text(numbers),
                "Thinks that the line below is reached in every round.",
                "Alttaki satıra her turda ulaşıldığını sanır.",
            ),
        ],
        because_en=(
            f"`continue` skips the rest of the round for every multiple of {divisor}, then the loop goes on: {text(right)}."
            if word == "continue"
            else f"At {divisor}, the first multiple of {divisor}, `break` ends the whole loop before the number is added: {text(right)}."
        ),
        because_tr=(
            f"`continue`, {divisor} sayısının her katında turun kalanını atlar, döngü sürer: {text(right)}."
            if word == "continue"
            else f"{divisor} sayısının ilk katına, yani {divisor} değerine gelince `break`, sayı eklenmeden döngüyü bitirir: {text(right)}."
        ),
        proof=Proof(run="output"),
    )


@template("js-loops-nested-count", topic=TOPIC, difficulty=3, seconds=60)
def nested_count(rng: Random) -> Question:
    rows = rng.randint(3, 6)
    columns = rng.randint(2, 6)
    triangle = rng.random() < 0.5
    right = rows * (rows + 1) // 2 if triangle else rows * columns
    condition = "b <= a" if triangle else f"b <= {columns}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "let stars = 0;\n"
            f"for (let a = 1; a <= {rows}; a++) {{\n"
            f"  for (let b = 1; {condition}; b++) {{\n    stars++;\n  }}\n}}\n"
            "console.log(stars);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                rows * rows if triangle else rows + columns,
                "Thinks that the inner loop always makes as many rounds as the outer."
                if triangle
                else "Adds the rounds of the two loops.",
                "İçteki döngünün her zaman dıştaki kadar tur attığını sanır."
                if triangle
                else "İki döngünün turlarını toplar.",
            ),
            (
                rows * (rows - 1) // 2 if triangle else (rows - 1) * (columns - 1),
                "Counts each limit as not included.",
                "Sınırları dahil saymaz.",
            ),
            (
                rows if triangle else columns,
                "Thinks that the loop inside runs once in each round."
                if triangle
                else "Thinks that the inner loop runs only in the first round.",
                "İçteki döngünün her turda bir kez çalıştığını sanır."
                if triangle
                else "İçteki döngünün yalnızca ilk turda çalıştığını sanır.",
            ),
        ],
        spare=[
            (right + rows, "Counts one star too many in each row.", "Her satırda bir fazla sayar."),
            (right + 1, "Counts one star too many.", "Bir fazla sayar."),
        ],
        because_en=(
            f"The inner loop makes as many rounds as `a` says: {' + '.join(map(str, range(1, rows + 1)))} = {right}."
            if triangle
            else f"For each of the {rows} rounds outside there are {columns} inside: {rows} · {columns} = {right}."
        ),
        because_tr=(
            f"İçteki döngü `a` kadar tur atar: {' + '.join(map(str, range(1, rows + 1)))} = {right}."
            if triangle
            else f"Dıştaki {rows} turun her birinde içeride {columns} tur yapılır: {rows} · {columns} = {right}."
        ),
        proof=Proof(run="output"),
    )
