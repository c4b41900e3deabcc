"""Parametric items of the topic `js-iterators`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-iterators"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
OUTPUT = Proof(run="output")


@template("js-iterators-third-next", topic=TOPIC, difficulty=2, seconds=60)
def third_next(rng: Random) -> Question:
    start = rng.randint(2, 20)
    step = rng.randint(3, 9)
    calls = rng.randint(2, 4)
    last = start + step * calls
    right = f"{last} false"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "function* numbers() {\n"
            f"  let n = {start};\n"
            "  while (true) {\n"
            "    yield n;\n"
            f"    n += {step};\n"
            "  }\n"
            "}\n"
            "const walk = numbers();\n" + "walk.next();\n" * calls + "const last = walk.next();\n"
            "console.log(last.value, last.done);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{start} false",
                "Thinks that every next starts the generator anew.",
                "Her next'in üreteci baştan başlattığını sanır.",
            ),
            (
                f"{last + step} false",
                "Thinks that the first next adds the step already.",
                "İlk next'in adımı hemen eklediğini sanır.",
            ),
            (
                f"{last} true",
                "Takes done for a sign that a value was found.",
                "done'ı, değer bulunduğunun işareti sanır.",
            ),
        ],
        because_en=(
            f"The first `next()` gives {start}, each further one {step} more. After {calls + 1} calls "
            f"that is {start} + {calls} · {step} = {last}. The loop never ends, so `done` is `false`."
        ),
        because_tr=(
            f"İlk `next()` {start} verir, sonraki her çağrı {step} fazlasını. {calls + 1} çağrıda bu "
            f"{start} + {calls} · {step} = {last} eder. Döngü hiç bitmez, `done` bu yüzden `false`'tur."
        ),
        proof=OUTPUT,
    )


@template("js-iterators-take-while-small", topic=TOPIC, difficulty=3, seconds=65)
def take_while_small(rng: Random) -> Question:
    start = rng.randint(1, 5)
    factor = rng.choice([2, 3])
    limit = start * factor ** rng.randint(2, 3) + rng.choice([0, 1, 2])
    taken: list[int] = []
    value = start
    while value <= limit:
        taken.append(value)
        value *= factor
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "function* growing(n) {\n"
            "  while (true) {\n"
            "    yield n;\n"
            f"    n *= {factor};\n"
            "  }\n"
            "}\n"
            "const taken = [];\n"
            f"for (const value of growing({start})) {{\n"
            f"  if (value > {limit}) break;\n"
            "  taken.push(value);\n"
            "}\n"
            'console.log(taken.join(" "));'
        ),
        code_language="javascript",
        right=" ".join(map(str, taken)),
        wrong=[
            (
                " ".join(map(str, [*taken, value])),
                "Stores the value that ends the loop too.",
                "Döngüyü bitiren değeri de ekler.",
            ),
            (
                " ".join(map(str, [*taken[1:], value])),
                "Thinks that the value is multiplied before the first yield.",
                "Değerin ilk yield'den önce çarpıldığını sanır.",
            ),
            (
                " ".join(map(str, taken[:-1])),
                "Ends the loop one value too early.",
                "Döngüyü bir değer erken bitirir.",
            ),
        ],
        because_en=(
            f"The generator gives {start} first and then {factor} times the value each time. {value} is "
            f"the first one above {limit}; there `break` ends the loop before anything is stored."
        ),
        because_tr=(
            f"Üreteç önce {start} verir, sonra her seferinde değerin {factor} katını. {limit} sayısını "
            f"aşan ilk değer {value} olur; orada `break`, ekleme yapılmadan döngüyü bitirir."
        ),
        proof=OUTPUT,
    )


@template("js-iterators-shared-walk", topic=TOPIC, difficulty=4, seconds=75)
def shared_walk(rng: Random) -> Question:
    numbers = rng.sample(range(10, 99), 5)
    skip = rng.randint(1, 2)
    first, rest = numbers[skip], numbers[skip + 1 :]
    calls = "walk.next();\n" * skip
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const list = {numbers};\n"
            "const walk = list[Symbol.iterator]();\n"
            f"{calls}"
            "const { value } = walk.next();\n"
            "const rest = [...walk];\n"
            'console.log(value, rest.join(" "), list.length);'
        ),
        code_language="javascript",
        right=f"{first} {' '.join(map(str, rest))} 5",
        wrong=[
            (
                f"{first} {' '.join(map(str, rest))} {len(rest)}",
                "Thinks that walking takes elements out of the array.",
                "Gezmenin diziden öğe çıkardığını sanır.",
            ),
            (
                f"{first} {' '.join(map(str, numbers))} 5",
                "Thinks that spread starts at the beginning again.",
                "Yaymanın yeniden baştan başladığını sanır.",
            ),
            (
                f"{numbers[0]} {' '.join(map(str, numbers[1:]))} 5",
                "Forgets that the first calls of next took values too.",
                "Önceki next çağrılarının da değer aldığını unutur.",
            ),
        ],
        because_en=(
            f"The iterator remembers its place: {skip + 1} calls of `next()` reach {first}, and spread "
            "takes what is left. The array itself is not changed."
        ),
        because_tr=(
            f"Yineleyici yerini hatırlar: {skip + 1} `next()` çağrısı {first} değerine ulaşır, yayma "
            "kalanları alır. Dizinin kendisi değişmez."
        ),
        proof=OUTPUT,
    )
