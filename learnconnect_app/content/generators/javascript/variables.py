"""Parametric items of the topic `js-variables`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import Wrong, question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-variables"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-variables-copy-then-change", topic=TOPIC, difficulty=2, seconds=40)
def copy_then_change(rng: Random) -> Question:
    start = rng.randint(4, 30)
    step = rng.choice([n for n in range(2, 10) if n != start])
    first, second = rng.choice([("price", "sale"), ("points", "best"), ("width", "height")])
    changes_copy = rng.random() < 0.5
    changed = second if changes_copy else first
    sum_ = start + step
    right = f"{start} {sum_}" if changes_copy else f"{sum_} {start}"
    turned = f"{sum_} {start}" if changes_copy else f"{start} {sum_}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"let {first} = {start};\n"
            f"let {second} = {first};\n"
            f"{changed} = {changed} + {step};\n"
            f"console.log({first}, {second});"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{sum_} {sum_}",
                "Thinks that the two names stay tied together.",
                "İki adın birbirine bağlı kaldığını sanır.",
            ),
            (
                f"{start} {start}",
                "Thinks that the third line computes a value but stores nothing.",
                "Üçüncü satırın değeri hesapladığını ama saklamadığını sanır.",
            ),
            (
                turned,
                "Changes the other variable of the two.",
                "İki değişkenden öbürünü değiştirir.",
            ),
        ],
        because_en=f"`{second}` gets a copy of the number {start}. The third line changes only `{changed}`, which becomes {sum_}.",
        because_tr=f"`{second}`, {start} sayısının bir kopyasını alır. Üçüncü satır yalnızca `{changed}` değişkenini değiştirir; onun yeni değeri {sum_} olur.",
        proof=Proof(run="output"),
    )


@template("js-variables-same-name-in-block", topic=TOPIC, difficulty=3, seconds=50)
def same_name_in_block(rng: Random) -> Question:
    outer, inner = rng.sample(range(2, 30), 2)
    step = rng.randint(3, 12)
    declares = rng.random() < 0.5
    line = f"let level = {inner};" if declares else f"level = {inner};"
    changed = inner + step
    right = outer if declares else changed
    wrong: list[Wrong] = (
        [
            (
                changed,
                "Thinks that the inner variable is the same one as the outer.",
                "İçteki değişkenin dıştakiyle aynı olduğunu sanır.",
            ),
            (
                outer + step,
                "Thinks that += reaches the outer variable.",
                "+= işleminin dıştaki değişkene ulaştığını sanır.",
            ),
        ]
        if declares
        else [
            (
                outer,
                "Thinks that an assignment in a block is forgotten after it.",
                "Blok içindeki atamanın blok bitince unutulduğunu sanır.",
            ),
            (
                outer + step,
                "Overlooks the assignment of a new value.",
                "Yeni değer atamasını gözden kaçırır.",
            ),
        ]
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(f"let level = {outer};\n{{\n  {line}\n  level += {step};\n}}\nconsole.log(level);"),
        code_language="javascript",
        right=right,
        wrong=[
            *wrong,
            (inner, "Leaves out the line with +=.", "+= satırını atlar."),
        ],
        spare=[
            (
                outer + inner + step,
                "Adds up all of the numbers in the program.",
                "Programdaki bütün sayıları toplar.",
            ),
            (
                "undefined",
                "Thinks that the name is lost after the block.",
                "Adın bloktan sonra yitirildiğini sanır.",
            ),
        ],
        because_en=(
            f"`let` inside the braces makes a second variable. That one becomes {changed}; the outer `level` is still {outer}."
            if declares
            else f"Without `let` there is only one variable. The block sets it to {inner} and adds {step}, so it is {changed}."
        ),
        because_tr=(
            f"Süslü parantezlerin içindeki `let` ikinci bir değişken oluşturur. Onun değeri {changed} olur; dıştaki `level` ise {outer} olarak kalır."
            if declares
            else f"`let` yazılmadığı için tek bir değişken var. Blok ona {inner} değerini verir, sonra {step} ekler; sonuç {changed} olur."
        ),
        proof=Proof(run="output"),
    )


@template("js-variables-two-types", topic=TOPIC, difficulty=3, seconds=45)
def two_types(rng: Random) -> Question:
    number, other = rng.sample(range(2, 50), 2)
    quotes = ("Overlooks the quotation marks.", "Tırnak işaretlerini gözden kaçırır.")
    values = [
        (f'"{number}"', "string", "number", *quotes),
        ('"true"', "string", "boolean", *quotes),
        (
            f"{number}.5",
            "number",
            "float",
            "Expects a type of its own for numbers with a decimal point.",
            "Ondalıklı sayılar için ayrı bir tür bekler.",
        ),
        (
            f"{number} > {other}",
            "boolean",
            "number",
            "Looks at the numbers and not at the comparison.",
            "Karşılaştırmaya değil sayılara bakar.",
        ),
        (
            "null",
            "object",
            "null",
            "Expects null to have a type of its own name.",
            "null için kendi adını taşıyan bir tür bekler.",
        ),
        (
            "undefined",
            "undefined",
            "object",
            "Expects undefined to be treated as null is.",
            "undefined için null ile aynı sonucu bekler.",
        ),
        (
            f'"{number}" + "{other}"',
            "string",
            "number",
            "Thinks that + turns the two texts into numbers.",
            "+ işaretinin iki metni sayıya çevirdiğini sanır.",
        ),
        (
            "false",
            "boolean",
            "string",
            "Takes a word without quotation marks for text.",
            "Tırnaksız bir sözcüğü metin sanır.",
        ),
        (
            f"[{number}, {other}]",
            "object",
            "array",
            "Expects arrays to have a type of their own.",
            "Diziler için ayrı bir tür bekler.",
        ),
        (
            '""',
            "string",
            "undefined",
            "Takes an empty text for a missing value.",
            "Boş metni eksik değer sanır.",
        ),
    ]
    a, b = rng.sample(values, 2)
    while a[1] == b[1]:
        a, b = rng.sample(values, 2)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const a = {a[0]};\nconst b = {b[0]};\nconsole.log(typeof a, typeof b);",
        code_language="javascript",
        right=f"{a[1]} {b[1]}",
        wrong=[
            (f"{a[2]} {b[1]}", a[3], a[4]),
            (f"{a[1]} {b[2]}", b[3], b[4]),
            (
                f"{a[2]} {b[2]}",
                "Misjudges the types of both values.",
                "İki değerin de türünü yanlış belirler.",
            ),
        ],
        because_en=f"`{a[0]}` is of type `{a[1]}`, `{b[0]}` of type `{b[1]}`. Quotation marks make text, comparisons give booleans, and arrays and `null` count as `object`.",
        because_tr=f"`{a[0]}` için tür `{a[1]}`, `{b[0]}` için tür `{b[1]}` olur. Tırnak metin oluşturur, karşılaştırma mantıksal değer verir; diziler ve `null` ise `object` sayılır.",
        proof=Proof(run="output"),
    )
