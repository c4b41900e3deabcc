"""Parametric items of the topic `js-conditionals`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-conditionals"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-conditionals-grade", topic=TOPIC, difficulty=2, seconds=45)
def grade(rng: Random) -> Question:
    high = rng.choice([80, 85, 90])
    middle = high - rng.choice([15, 20])
    low = middle - rng.choice([10, 15])
    score = rng.choice([high, high + 4, middle, middle + 3, low, low - 5, high - 1, middle - 1])
    inclusive = rng.random() < 0.5
    sign = ">=" if inclusive else ">"
    names = ["great", "good", "fair", "again"]
    limits = [high, middle, low]
    reached = [score >= limit if inclusive else score > limit for limit in limits]
    right = names[reached.index(True)] if any(reached) else "again"
    place = names.index(right)
    limit_en = (
        f"{score} {sign} {limits[place]} is the first condition that is true"
        if place < 3
        else f"{score} {sign} {low} and the conditions above it are all false"
    )
    limit_tr = (
        f"Doğru olan ilk koşul {score} {sign} {limits[place]}"
        if place < 3
        else f"{score} {sign} {low} ve üstündeki koşulların hepsi yanlış"
    )
    above, below = names[max(place - 1, 0)], names[min(place + 1, 3)]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const score = {score};\n"
            "let result;\n"
            f'if (score {sign} {high}) {{\n  result = "great";\n'
            f'}} else if (score {sign} {middle}) {{\n  result = "good";\n'
            f'}} else if (score {sign} {low}) {{\n  result = "fair";\n'
            '} else {\n  result = "again";\n}\n'
            "console.log(result);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                above,
                "Takes a limit as reached that is not.",
                "Ulaşılmayan bir sınırı ulaşılmış sayar.",
            ),
            (
                below,
                "Passes over a condition that is already true.",
                "Zaten doğru olan bir koşulu atlar.",
            ),
            (
                "undefined",
                "Thinks that the value is lost after the braces.",
                "Değerin süslü parantezden sonra yitirildiğini sanır.",
            ),
        ],
        spare=[
            (
                names[(place + 2) % 4],
                "Takes the branch of another condition.",
                "Başka bir koşulun dalını alır.",
            ),
        ],
        because_en=f"{limit_en}, so `result` is `{right}`. A limit itself counts only with `>=`.",
        because_tr=f"{limit_tr}; bu yüzden `result` değeri `{right}` olur. Sınırın kendisi yalnızca `>=` ile dahildir.",
        proof=Proof(run="output"),
    )


@template("js-conditionals-fall-through", topic=TOPIC, difficulty=3, seconds=60)
def fall_through(rng: Random) -> Question:
    steps = rng.sample(range(1, 10), 4)
    choice = rng.randint(1, 3)
    stop = rng.choice([n for n in (1, 2, 3) if n != choice] + [0])
    body = "".join(
        f"  case {n}:\n    total += {steps[n - 1]};\n" + ("    break;\n" if n == stop else "")
        for n in (1, 2, 3)
    )
    last = stop if stop > choice else 4
    ran = steps[choice - 1 : last]
    total = sum(ran)
    own = steps[choice - 1]
    to_the_end = sum(steps[choice - 1 :])
    added = " + ".join(map(str, ran))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"let total = 0;\nswitch ({choice}) {{\n{body}"
            f"  default:\n    total += {steps[3]};\n}}\nconsole.log(total);"
        ),
        code_language="javascript",
        right=total,
        wrong=[
            (
                own,
                "Thinks that a case ends by itself.",
                "Bir case'in kendiliğinden bittiğini sanır.",
            ),
            (
                to_the_end,
                "Overlooks the break.",
                "break'i gözden kaçırır.",
            ),
            (
                own + steps[3],
                "Thinks that only default is added to the matching case.",
                "Uyan case'e yalnızca default'un eklendiğini sanır.",
            ),
            (
                sum(steps),
                "Thinks that all cases run.",
                "Bütün case'lerin çalıştığını sanır.",
            ),
        ],
        spare=[
            (steps[3], "Takes only the default.", "Yalnızca default'u alır."),
            (total - own, "Leaves out the matching case.", "Uyan case'i dışarıda bırakır."),
            (
                sum(steps[:choice]),
                "Adds what stands above the matching case.",
                "Uyan case'in üstündekileri ekler.",
            ),
        ],
        because_en=f"`switch` jumps to `case {choice}` and runs on until a `break` or the end: {added} = {total}.",
        because_tr=f"`switch`, `case {choice}` satırına atlar ve bir `break`'e ya da sona dek sürer: {added} = {total}.",
        proof=Proof(run="output"),
    )


@template("js-conditionals-or-and-nullish", topic=TOPIC, difficulty=3, seconds=45)
def or_and_nullish(rng: Random) -> Question:
    default = rng.randint(2, 60)
    other = rng.choice([n for n in range(2, 60) if n != default])
    value, falsy, missing = rng.choice(
        [
            ("0", True, False),
            ("NaN", True, False),
            ("false", True, False),
            ("null", True, True),
            ("undefined", True, True),
            (str(other), False, False),
        ]
    )
    fallback = str(default)
    right = f"{fallback if falsy else value} {fallback if missing else value}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const saved = {value};\nconsole.log(saved || {default}, saved ?? {default});",
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{value} {value}",
                "Thinks that neither operator replaces this value.",
                "İki işlemin de bu değerin yerine geçmediğini sanır.",
            ),
            (
                f"{fallback} {fallback}",
                "Thinks that both operators replace this value.",
                "İki işlemin de bu değerin yerine geçtiğini sanır.",
            ),
            (
                f"{value} {fallback}",
                "Thinks that only ?? replaces this value.",
                "Bu değerin yerine yalnızca ?? işleminin geçtiğini sanır.",
            ),
            (
                f"{fallback} {value}",
                "Thinks that only || replaces this value.",
                "Bu değerin yerine yalnızca || işleminin geçtiğini sanır.",
            ),
        ],
        because_en=f"`||` replaces every falsy value, `??` only `null` and `undefined`. `{value}` is "
        + (
            "missing, so both give the default."
            if missing
            else "falsy but not missing."
            if falsy
            else "truthy, so both keep it."
        ),
        because_tr="`||` yanlış sayılan her değerin, `??` yalnızca `null` ve `undefined` değerlerinin yerine geçer. "
        + f"`{value}` "
        + (
            "eksik değerdir, ikisi de varsayılanı verir."
            if missing
            else "yanlış sayılır ama eksik değildir."
            if falsy
            else "doğru sayılır, ikisi de onu korur."
        ),
        proof=Proof(run="output"),
    )
