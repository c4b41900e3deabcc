"""Parametric items of the topic `js-errors`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-errors"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
OUTPUT = Proof(run="output")

THROWING = [
    # error, code, why in English, why in Turkish
    (
        "TypeError",
        "const user = {{}};\n  user.{word}.trim();",
        "`user` has no `{word}`, and `undefined` has no methods.",
        "`user`'da `{word}` yoktur; `undefined`'ın da metodu yoktur.",
    ),
    (
        "TypeError",
        "const {word} = {number};\n  {word}();",
        "A number cannot be called like a function.",
        "Bir sayı, fonksiyon gibi çağrılamaz.",
    ),
    (
        "TypeError",
        "const {word} = {number};\n  {word} = {number} + 1;",
        "A `const` may not get a new value; this is noticed when the line runs.",
        "`const` ile tanımlanan ada yeni değer verilemez; bu, satır çalışırken fark edilir.",
    ),
    (
        "ReferenceError",
        "const size = {word} + {number};",
        "The name `{word}` was never declared.",
        "`{word}` adı hiç tanımlanmadı.",
    ),
    (
        "ReferenceError",
        "const size = {word} * 2;\n  const {word} = {number};",
        "`{word}` exists in the block but may not be used before its line with `const`.",
        "`{word}` bu blokta vardır ama `const` satırından önce kullanılamaz.",
    ),
    (
        "RangeError",
        'const line = "{word}".repeat(-{number});',
        "The type is right, but a text cannot be repeated a negative number of times.",
        "Tür doğrudur ama bir metin negatif sayıda yinelenemez.",
    ),
    (
        "RangeError",
        "const {word} = new Array(-{number});",
        "The type is right, but a length cannot be negative.",
        "Tür doğrudur ama uzunluk negatif olamaz.",
    ),
    (
        "SyntaxError",
        'const data = JSON.parse("{{{word}: {number}}}");',
        "In JSON names stand in double quotes, so this text cannot be read.",
        "JSON'da adlar çift tırnak içinde yazılır; bu metin okunamaz.",
    ),
    (
        "SyntaxError",
        'const data = JSON.parse("[{number}, {number},]");',
        "JSON allows no comma after the last element, so this text cannot be read.",
        "JSON son öğeden sonra virgüle izin vermez; bu metin okunamaz.",
    ),
]
REASONS = {
    "TypeError": (
        "Thinks that a value of the wrong type is the problem here.",
        "Buradaki sorunun yanlış türde bir değer olduğunu sanır.",
    ),
    "ReferenceError": (
        "Thinks that a name that cannot be found is the problem here.",
        "Buradaki sorunun bulunamayan bir ad olduğunu sanır.",
    ),
    "RangeError": (
        "Thinks that a number outside its range is the problem here.",
        "Buradaki sorunun aralığın dışında bir sayı olduğunu sanır.",
    ),
    "SyntaxError": (
        "Thinks that a text that cannot be read is the problem here.",
        "Buradaki sorunun okunamayan bir metin olduğunu sanır.",
    ),
}


@template("js-errors-which-type", topic=TOPIC, difficulty=2, seconds=45)
def which_type(rng: Random) -> Question:
    right, code, because_en, because_tr = rng.choice(THROWING)
    word = rng.choice(["price", "total", "title", "width", "score", "label"])
    number = rng.randint(2, 9)
    body = code.format(word=word, number=number)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'try {{\n  {body}\n  console.log("fine");\n}} catch (error) {{\n  console.log(error.name);\n}}',
        code_language="javascript",
        right=right,
        wrong=[(name, *reason) for name, reason in REASONS.items() if name != right],
        because_en=f"{because_en.format(word=word)} So the name that is printed is `{right}`.",
        because_tr=f"{because_tr.format(word=word)} Bu yüzden yazdırılan ad `{right}` olur.",
        proof=OUTPUT,
    )


@template("js-errors-continue-and-finally", topic=TOPIC, difficulty=3, seconds=75)
def continue_and_finally(rng: Random) -> Question:
    good = rng.sample(range(2, 9), 2)
    bad = [-n for n in rng.sample(range(1, 6), rng.randint(1, 2))]
    numbers = [*good, *bad]
    rng.shuffle(numbers)
    bonus = rng.choice([10, 100])
    total = sum(good) + bonus * len(good)
    right = f"{total} {len(numbers)}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "let sum = 0;\n"
            "let closed = 0;\n"
            f"for (const n of {numbers}) {{\n"
            "  try {\n"
            '    if (n < 0) throw new RangeError("negative");\n'
            "    sum += n;\n"
            "  } catch (error) {\n"
            "    continue;\n"
            "  } finally {\n"
            "    closed += 1;\n"
            "  }\n"
            f"  sum += {bonus};\n"
            "}\n"
            "console.log(sum, closed);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{total} {len(good)}",
                "Thinks that continue skips the finally block.",
                "continue'nun finally bloğunu atladığını sanır.",
            ),
            (
                f"{sum(good) + bonus * len(numbers)} {len(numbers)}",
                "Overlooks that continue leaves out the line below.",
                "continue'nun alttaki satırı atladığını gözden kaçırır.",
            ),
            (
                f"{sum(numbers) + bonus * len(good)} {len(numbers)}",
                "Thinks that the line after throw still runs.",
                "throw'dan sonraki satırın yine çalıştığını sanır.",
            ),
        ],
        because_en=(
            f"Negative numbers are not added and do not get the {bonus} either: {good[0]} + {good[1]} + "
            f"2 · {bonus} = {total}. `finally` runs in every round, also with `continue`: "
            f"{len(numbers)} times."
        ),
        because_tr=(
            f"Negatif sayılar toplanmaz, alttaki satır da atlanır: {good[0]} + {good[1]} + "
            f"2 · {bonus} = {total}. `finally`, `continue` ile bile her turda çalışır: "
            f"{len(numbers)} kez."
        ),
        proof=OUTPUT,
    )


@template("js-errors-path-through-the-blocks", topic=TOPIC, difficulty=3, seconds=70)
def path_through_the_blocks(rng: Random) -> Question:
    limit = rng.randint(10, 30)
    value = limit + rng.choice([-3, -2, -1, 0, 1, 2, 3])
    throws = value > limit
    if throws:
        right = "start rescue tidy end"
        wrong = [
            (
                "start stored rescue tidy end",
                "Thinks that the function runs on after throw.",
                "Fonksiyonun throw'dan sonra da sürdüğünü sanır.",
            ),
            (
                "start rescue end",
                "Thinks that finally is skipped when an error was caught.",
                "Hata yakalanınca finally'nin atlandığını sanır.",
            ),
            (
                "start rescue tidy",
                "Thinks that the program ends after a caught error.",
                "Yakalanan hatadan sonra programın bittiğini sanır.",
            ),
        ]
        because_en = (
            f"{value} is greater than {limit}, so `throw` leaves the function before `stored`. "
            "`catch` and then `finally` run, and the program goes on."
        )
        because_tr = (
            f"{value}, {limit} sayısından büyüktür; `throw`, `stored`'dan önce fonksiyondan çıkar. "
            "Önce `catch`, sonra `finally` çalışır ve program sürer."
        )
    else:
        right = "start stored tidy end"
        wrong = [
            (
                "start stored end",
                "Thinks that finally runs only after an error.",
                "finally'nin yalnızca hatadan sonra çalıştığını sanır.",
            ),
            (
                "start stored rescue tidy end",
                "Thinks that catch always runs.",
                "catch'in her zaman çalıştığını sanır.",
            ),
            (
                "start rescue tidy end",
                "Misreads the condition and expects an error.",
                "Koşulu yanlış okur ve hata bekler.",
            ),
        ]
        because_en = (
            f"{value} is not greater than {limit}, so nothing is thrown and `catch` is skipped. "
            "`finally` runs all the same."
        )
        because_tr = (
            f"{value}, {limit} sayısından büyük değildir; hata fırlatılmaz ve `catch` atlanır. "
            "`finally` yine de çalışır."
        )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "const path = [];\n"
            "function store(n) {\n"
            '  path.push("start");\n'
            f'  if (n > {limit}) throw new RangeError("too much");\n'
            '  path.push("stored");\n'
            "}\n"
            "try {\n"
            f"  store({value});\n"
            "} catch (error) {\n"
            '  path.push("rescue");\n'
            "} finally {\n"
            '  path.push("tidy");\n'
            "}\n"
            'path.push("end");\n'
            'console.log(path.join(" "));'
        ),
        code_language="javascript",
        right=right,
        wrong=wrong,
        because_en=because_en,
        because_tr=because_tr,
        proof=OUTPUT,
    )
