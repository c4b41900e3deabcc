"""Parametric items of the topic `js-numbers`."""

from __future__ import annotations

from math import ceil, floor, trunc
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-numbers"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


def shown(value: float) -> str:
    """A number as JavaScript prints it: no point behind a whole one."""
    return str(int(value)) if value == int(value) else str(value)


@template("js-numbers-hours-and-minutes", topic=TOPIC, difficulty=2, seconds=50)
def hours_and_minutes(rng: Random) -> Question:
    unit, names = rng.choice(
        [(60, ("minutes", "hour")), (7, ("days", "week")), (12, ("eggs", "box"))]
    )
    whole, rest = rng.randint(2, 6), rng.randint(1, unit - 1)
    total = whole * unit + rest
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const {names[0]} = {total};\n"
            f"const {names[1]} = {unit};\n"
            f"console.log(Math.floor({names[0]} / {names[1]}), {names[0]} % {names[1]});"
        ),
        code_language="javascript",
        right=f"{whole} {rest}",
        wrong=[
            (
                f"{rest} {whole}",
                "Takes the remainder for the quotient and the other way round.",
                "Kalan ile bölümü birbirinin yerine koyar.",
            ),
            (
                f"{whole + 1} {rest}",
                "Thinks that floor rounds up.",
                "floor'un yukarı yuvarladığını sanır.",
            ),
            (
                f"{whole} {unit - rest}",
                "Takes what is missing to the next whole for the remainder.",
                "Bir sonraki bütüne kalan eksiği, bölmenin kalanı sanır.",
            ),
        ],
        spare=[
            (f"{whole} 0", "Thinks that nothing remains.", "Hiç kalan olmadığını sanır."),
            (
                f"{whole - 1} {rest}",
                "Goes one step too far down.",
                "Aşağıya bir adım fazla iner.",
            ),
        ],
        because_en=f"{total} = {whole} · {unit} + {rest}. `Math.floor` keeps the whole part {whole} of the quotient; `%` gives the remainder {rest}.",
        because_tr=f"{total} = {whole} · {unit} + {rest}. `Math.floor` bölümün tam kısmını verir ({whole}), `%` ise kalanı verir ({rest}).",
        proof=Proof(run="output"),
    )


@template("js-numbers-order-of-operations", topic=TOPIC, difficulty=2, seconds=50)
def order_of_operations(rng: Random) -> Question:
    a, b = rng.randint(3, 12), rng.randint(2, 5)
    if rng.random() < 0.5:
        power = rng.randint(2, 3)
        code, right = f"{a} + {b} * 2 ** {power}", a + b * 2**power
        wrong = [
            (
                a + (b * 2) ** power,
                "Multiplies before raising to the power.",
                "Üs almadan önce çarpar.",
            ),
            ((a + b) * 2**power, "Adds before multiplying.", "Çarpmadan önce toplar."),
            (
                a + b * 2 * power,
                "Reads ** as a multiplication.",
                "** işlemini çarpma diye okur.",
            ),
            (((a + b) * 2) ** power, "Works from left to right.", "Soldan sağa doğru hesaplar."),
        ]
        because_en = f"`**` comes first: {2**power}. Then {b} · {2**power} = {b * 2**power}, and last {a} + {b * 2**power} = {right}."
        because_tr = f"Önce `**` yapılır: {2**power}. Sonra {b} · {2**power} = {b * 2**power}, en son {a} + {b * 2**power} = {right}."
    else:
        divisor = rng.randint(3, 7)
        top = rng.randint(divisor + 1, 20)
        code, right = f"{a} + {top} % {divisor} * {b}", a + top % divisor * b
        wrong = [
            (
                a + top % (divisor * b),
                "Multiplies before taking the remainder.",
                "Kalanı almadan önce çarpar.",
            ),
            ((a + top) % divisor * b, "Works from left to right.", "Soldan sağa doğru hesaplar."),
            (
                a + top // divisor * b,
                "Confuses the remainder with the quotient.",
                "Kalanı bölümle karıştırır.",
            ),
            ((a + top % divisor) * b, "Adds before multiplying.", "Çarpmadan önce toplar."),
        ]
        because_en = f"`%` and `*` have the same rank and go from left to right: {top} % {divisor} = {top % divisor}, times {b} is {top % divisor * b}. Then {a} is added: {right}."
        because_tr = f"`%` ile `*` aynı önceliktedir, soldan sağa yapılır: {top} % {divisor} = {top % divisor}, çarpı {b}: {top % divisor * b}. Sonra {a} eklenir: {right}."
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"console.log({code});",
        code_language="javascript",
        right=right,
        wrong=wrong,
        spare=[
            (right + b, "Adds one of the numbers twice.", "Sayılardan birini iki kez ekler."),
            (right - a, "Leaves out the first number.", "İlk sayıyı dışarıda bırakır."),
            (right + a, "Adds the first number twice.", "İlk sayıyı iki kez ekler."),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )


@template("js-numbers-rounding", topic=TOPIC, difficulty=3, seconds=40)
def rounding(rng: Random) -> Question:
    name = rng.choice(["floor", "ceil", "trunc", "round"])
    whole = rng.randint(2, 40)
    tenths = 5 if name == "round" else rng.choice([2, 3, 5, 7, 8])
    negative = name != "round" and rng.random() < 0.7
    value = float(f"{'-' if negative else ''}{whole}.{tenths}")
    right = {"floor": floor, "ceil": ceil, "trunc": trunc, "round": lambda x: floor(x + 0.5)}[name](
        value
    )
    other = floor(value) + ceil(value) - right
    does_en = {
        "floor": "goes down to the next whole number",
        "ceil": "goes up to the next whole number",
        "trunc": "cuts the decimals off, towards zero",
        "round": "goes to the nearest whole number; exactly half way it goes up",
    }[name]
    does_tr = {
        "floor": "aşağıdaki ilk tam sayıya iner",
        "ceil": "yukarıdaki ilk tam sayıya çıkar",
        "trunc": "ondalık kısmı atar, sıfıra doğru gider",
        "round": "en yakın tam sayıya gider; tam ortadaysa yukarı çıkar",
    }[name]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const change = {value};\nconsole.log(Math.{name}(change));",
        code_language="javascript",
        right=right,
        wrong=[
            (
                other,
                "Goes to the whole number on the other side.",
                "Öbür yandaki tam sayıya gider.",
            ),
            (
                shown(value),
                "Thinks that the value stays as it is.",
                "Değerin olduğu gibi kaldığını sanır.",
            ),
            (
                -right if negative else f"{right}.0",
                "Loses the sign." if negative else "Expects a decimal place to be left.",
                "İşareti yitirir." if negative else "Bir ondalık basamağın kalmasını bekler.",
            ),
        ],
        because_en=f"`Math.{name}` {does_en}. {value} lies between {floor(value)} and {ceil(value)}, so the result is {right}.",
        because_tr=f"`Math.{name}` {does_tr}. {value}, {floor(value)} ile {ceil(value)} arasındadır; sonuç {right} olur.",
        proof=Proof(run="output"),
    )


@template("js-numbers-read-a-measure", topic=TOPIC, difficulty=2, seconds=40)
def read_a_measure(rng: Random) -> Question:
    whole, tenths = rng.randint(11, 80), rng.randint(1, 9)
    unit = rng.choice(["kg", "px", "cm", "km"])
    name = rng.choice(["parseInt", "parseFloat", "Number"])
    text = f"{whole}.{tenths}{unit}"
    results = {"parseInt": f"{whole}", "parseFloat": f"{whole}.{tenths}", "Number": "NaN"}
    reasons = {
        "parseInt": (
            "Thinks that only whole numbers are read.",
            "Yalnızca tam sayının okunduğunu sanır.",
        ),
        "parseFloat": (
            "Thinks that the decimals are read and the unit ignored.",
            "Ondalık kısmın okunup birimin yok sayıldığını sanır.",
        ),
        "Number": (
            "Thinks that the unit makes the text unreadable.",
            "Birim yüzünden metnin hiç okunamadığını sanır.",
        ),
    }
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'const text = "{text}";\nconsole.log({name}(text));',
        code_language="javascript",
        right=results[name],
        wrong=[(results[other], *reasons[other]) for other in results if other != name]
        + [
            (
                f"{whole}{tenths}",
                "Thinks that all digits of the text are collected.",
                "Metindeki bütün rakamların yan yana dizildiğini sanır.",
            ),
            (
                text,
                "Thinks that text which is not a pure number stays as it is.",
                "Yalnızca sayıdan oluşmayan metnin olduğu gibi kaldığını sanır.",
            ),
        ],
        because_en="`parseInt` reads a whole number from the start of the text and `parseFloat` one with decimals; both stop at what does not fit. "
        f"`Number` converts the whole text or gives `NaN`. So here `{name}` gives {results[name]}.",
        because_tr="`parseInt` metnin başından bir tam sayı, `parseFloat` ondalıklı bir sayı okur; ikisi de uymayan yerde durur. "
        f"`Number` metnin tamamını çevirir, çeviremezse `NaN` verir. Burada `{name}` şunu verir: {results[name]}.",
        proof=Proof(run="output"),
    )
