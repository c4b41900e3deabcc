"""Parametric items of the topic `js-functions`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import Wrong, question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-functions"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-functions-default-value", topic=TOPIC, difficulty=2, seconds=45)
def default_value(rng: Random) -> Question:
    price = rng.randint(11, 40)
    default, given = rng.sample(range(2, 9), 2)
    first, second = price * default, price * given
    swapped = rng.random() < 0.5
    calls = [f"cost({price})", f"cost({price}, {given})"]
    values = [first, second]
    if swapped:
        calls.reverse()
        values.reverse()
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"function cost(price, count = {default}) {{\n  return price * count;\n}}\n"
            f"console.log({calls[0]}, {calls[1]});"
        ),
        code_language="javascript",
        right=f"{values[0]} {values[1]}",
        wrong=[
            (
                f"{first} {first}",
                "Thinks that the default always counts.",
                "Varsayılanın her zaman geçerli olduğunu sanır.",
            ),
            (
                " ".join("NaN" if value == first else str(value) for value in values),
                "Thinks that a missing argument is undefined although there is a default.",
                "Varsayılan olduğu hâlde eksik argümanı undefined sanır.",
            ),
            (
                " ".join(str(price) if value == first else str(value) for value in values),
                "Thinks that a missing argument counts as 1.",
                "Eksik argümanın 1 sayıldığını sanır.",
            ),
            (
                f"{second} {second}",
                "Thinks that the given argument holds for the other call too.",
                "Verilen argümanın öbür çağrı için de geçerli olduğunu sanır.",
            ),
        ],
        because_en=f"Without a second argument `count` is {default}: {price} · {default} = {first}. With {given} the default does not matter: {price} · {given} = {second}.",
        because_tr=f"İkinci argüman verilmezse `count` değeri {default} olur: {price} · {default} = {first}. {given} verilince varsayılan kullanılmaz: {price} · {given} = {second}.",
        proof=Proof(run="output"),
    )


@template("js-functions-rest-sum", topic=TOPIC, difficulty=3, seconds=55)
def rest_sum(rng: Random) -> Question:
    factor = rng.randint(2, 4)
    numbers = rng.sample(range(2, 10), rng.randint(2, 3))
    right = factor * sum(numbers)
    written = ", ".join(map(str, [factor, *numbers]))
    wrong: list[Wrong] = [
        (
            factor * (factor + sum(numbers)),
            "Thinks that the rest also holds the first argument.",
            "Kalan parametresinin ilk argümanı da içerdiğini sanır.",
        ),
        (
            factor * numbers[0],
            "Thinks that the rest takes only one argument.",
            "Kalan parametresinin yalnızca bir argüman aldığını sanır.",
        ),
        (
            sum(numbers),
            "Forgets to multiply at the end.",
            "Sondaki çarpmayı unutur.",
        ),
    ]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "function scale(factor, ...numbers) {\n  let sum = 0;\n"
            "  for (const n of numbers) sum += n;\n  return factor * sum;\n}\n"
            f"console.log(scale({written}));"
        ),
        code_language="javascript",
        right=right,
        wrong=wrong,
        spare=[
            (
                factor + sum(numbers),
                "Adds the factor instead of multiplying.",
                "Çarpmak yerine çarpanı ekler.",
            ),
            (factor * numbers[-1], "Takes only the last number.", "Yalnızca son sayıyı alır."),
        ],
        because_en=f"`factor` is {factor}, `numbers` holds the rest: {', '.join(map(str, numbers))}. Their sum is {sum(numbers)}, times {factor} is {right}.",
        because_tr=f"`factor` değeri {factor}, `numbers` ise kalanları tutar: {', '.join(map(str, numbers))}. Toplamları {sum(numbers)}, çarpı {factor}: {right}.",
        proof=Proof(run="output"),
    )


@template("js-functions-calls-inside-calls", topic=TOPIC, difficulty=3, seconds=50)
def calls_inside_calls(rng: Random) -> Question:
    step, factor, n = rng.randint(2, 9), rng.randint(2, 5), rng.randint(2, 9)
    adds_first = rng.random() < 0.5
    right = factor * (n + step) if adds_first else factor * n + step
    other = factor * n + step if adds_first else factor * (n + step)
    call = f"times(plus({n}))" if adds_first else f"plus(times({n}))"
    inner = n + step if adds_first else factor * n
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const plus = (n) => n + {step};\n"
            f"const times = (n) => n * {factor};\n"
            f"console.log({call});"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                other,
                "Calls the outer function before the inner one.",
                "Dıştaki fonksiyonu içtekinden önce çağırır.",
            ),
            (
                inner,
                "Stops after the inner call.",
                "İçteki çağrıdan sonra durur.",
            ),
            (
                factor * n if adds_first else n + step,
                "Gives the outer function the first number and not the inner result.",
                "Dıştaki fonksiyona iç sonucu değil, ilk sayıyı verir.",
            ),
            (
                "undefined",
                "Thinks that an arrow always needs the word return.",
                "Ok fonksiyonunun her zaman return istediğini sanır.",
            ),
        ],
        because_en=f"The inner call comes first and gives {inner}. The outer function gets this value and gives {right}. Arrows without braces return by themselves.",
        because_tr=f"Önce içteki çağrı yapılır: {inner}. Dıştaki fonksiyon bu değeri alır ve sonuç {right} olur. Süslü parantezsiz ok fonksiyonu kendiliğinden döndürür.",
        proof=Proof(run="output"),
    )


@template("js-functions-early-return", topic=TOPIC, difficulty=2, seconds=45)
def early_return(rng: Random) -> Question:
    limit = rng.choice([100, 150, 200])
    fee, off = rng.randint(10, 30), rng.randint(31, 60)
    amount = rng.choice([limit, limit + rng.randint(1, 40), limit - rng.randint(1, 40)])
    free = amount >= limit
    right = amount - off if free else amount + fee
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "function pay(amount) {\n"
            f"  if (amount >= {limit}) {{\n    return amount - {off};\n  }}\n"
            f"  return amount + {fee};\n}}\nconsole.log(pay({amount}));"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                amount + fee if free else amount - off,
                "Takes the condition the other way round.",
                "Koşulu tersinden değerlendirir.",
            ),
            (
                amount - off + fee,
                "Thinks that both lines with return take effect.",
                "return içeren iki satırın da etkili olduğunu sanır.",
            ),
            (
                f"{amount - off} {amount + fee}",
                "Thinks that a function hands out one value for each return.",
                "Fonksiyonun her return için ayrı bir değer verdiğini sanır.",
            ),
        ],
        spare=[(amount, "Thinks that the amount stays the same.", "Tutarın değişmediğini sanır.")],
        because_en=(
            f"{amount} >= {limit} is true, so the first `return` ends the function with {right}; the last line is not reached."
            if free
            else f"{amount} >= {limit} is false, so only the last line runs: {amount} + {fee} = {right}."
        ),
        because_tr=(
            f"{amount} >= {limit} doğrudur; ilk `return` fonksiyonu {right} değeriyle bitirir, son satıra ulaşılmaz."
            if free
            else f"{amount} >= {limit} yanlıştır; yalnızca son satır çalışır: {amount} + {fee} = {right}."
        ),
        proof=Proof(run="output"),
    )
