"""Parametric items of the topic `js-higher-order`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-higher-order"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-higher-order-compose", topic=TOPIC, difficulty=3, seconds=60)
def compose(rng: Random) -> Question:
    while True:
        add, factor, x = rng.randint(2, 9), rng.randint(2, 5), rng.randint(2, 9)
        added_first, multiplied_first = (x + add) * factor, x * factor + add
        if len({x + add, x * factor, added_first, multiplied_first}) == 4:
            break
    inner = rng.choice(["plus", "times"])
    outer = "times" if inner == "plus" else "plus"
    right = added_first if inner == "plus" else multiplied_first
    turned = multiplied_first if inner == "plus" else added_first
    middle = x + add if inner == "plus" else x * factor
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "const compose = (f, g) => (x) => f(g(x));\n"
            f"const plus = (n) => n + {add};\n"
            f"const times = (n) => n * {factor};\n"
            f"console.log(compose({outer}, {inner})({x}));"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                turned,
                "Runs the functions in the order in which they are written.",
                "Fonksiyonları yazıldıkları sırayla çalıştırır.",
            ),
            (
                middle,
                "Stops after the inner function.",
                "İçteki fonksiyondan sonra durur.",
            ),
            (
                x * factor if outer == "times" else x + add,
                "Runs only the outer function.",
                "Yalnızca dıştaki fonksiyonu çalıştırır.",
            ),
        ],
        because_en=f"`f(g(x))` runs the inner function first: `{inner}({x})` is {middle}, then `{outer}({middle})` is {right}.",
        because_tr=f"`f(g(x))` önce içteki fonksiyonu çalıştırır: `{inner}({x})` sonucu {middle}, sonra `{outer}({middle})` sonucu {right} olur.",
        proof=Proof(run="output"),
    )


@template("js-higher-order-twice", topic=TOPIC, difficulty=4, seconds=75)
def twice(rng: Random) -> Question:
    k, x = rng.randint(2, 9), rng.randint(1, 20)
    is_nested = rng.random() < 0.6
    call = "twice(twice(grow))" if is_nested else "twice(grow)"
    times = 4 if is_nested else 2
    right = x + k * times
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "const twice = (f) => (x) => f(f(x));\n"
            f"const grow = (n) => n + {k};\n"
            f"console.log({call}({x}));"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                x + k * (2 if is_nested else 1),
                "Counts one round too few."
                if not is_nested
                else "Thinks that the outer twice adds nothing.",
                "Bir turu eksik sayar."
                if not is_nested
                else "Dıştaki twice'ın bir şey eklemediğini sanır.",
            ),
            (
                x + k * 3,
                "Thinks that each twice adds one more call to the first one."
                if is_nested
                else "Counts the call from outside as a third one.",
                "Her twice'ın ilk çağrıya bir çağrı eklediğini sanır."
                if is_nested
                else "Dışarıdan yapılan çağrıyı üçüncü çağrı diye sayar.",
            ),
            (
                (x + k) * times,
                "Multiplies the result of one call instead of calling again.",
                "Yeniden çağırmak yerine tek çağrının sonucunu çarpar.",
            ),
        ],
        spare=[
            (
                x + k * (times + 2),
                "Counts too many rounds.",
                "Fazla tur sayar.",
            ),
        ],
        because_en=(
            "`twice(grow)` calls `grow` 2 times, and the outer `twice` does that 2 times: 4 calls. "
            if is_nested
            else "`twice(grow)` is a function that calls `grow` 2 times. "
        )
        + f"{x} + {times} · {k} = {right}.",
        because_tr=(
            "`twice(grow)`, `grow`'u 2 kez çağırır; dıştaki `twice` bunu 2 kez yapar: 4 çağrı. "
            if is_nested
            else "`twice(grow)`, `grow`'u 2 kez çağıran bir fonksiyondur. "
        )
        + f"{x} + {times} · {k} = {right}.",
        proof=Proof(run="output"),
    )


@template("js-higher-order-steps", topic=TOPIC, difficulty=3, seconds=75)
def steps(rng: Random) -> Question:
    def run(order: list[tuple[str, int]], value: int) -> int:
        for sign, number in order:
            value = {"+": value + number, "*": value * number, "-": value - number}[sign]
        return value

    while True:
        x = rng.randint(2, 9)
        parts = [("+", rng.randint(2, 9)), ("*", rng.randint(2, 4)), ("-", rng.randint(1, 5))]
        rng.shuffle(parts)
        right, turned = run(parts, x), run(parts[::-1], x)
        last_alone, without_last = run(parts[2:], x), run(parts[:2], x)
        if len({right, turned, last_alone, without_last}) == 4:
            break
    written = ", ".join(f"(n) => n {sign} {number}" for sign, number in parts)
    values = [x, run(parts[:1], x), without_last, right]
    chain = " → ".join(map(str, values))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const steps = [{written}];\n"
            f"const result = steps.reduce((value, step) => step(value), {x});\n"
            "console.log(result);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                turned,
                "Runs the functions from the last to the first.",
                "Fonksiyonları sondan başa çalıştırır.",
            ),
            (
                last_alone,
                "Gives every function the start value and keeps the last result.",
                "Her fonksiyona başlangıç değerini verir ve son sonucu alır.",
            ),
            (
                without_last,
                "Stops before the last function.",
                "Son fonksiyondan önce durur.",
            ),
        ],
        because_en=f"Each function gets the result of the one before it, and the first gets {x}: {chain}.",
        because_tr=f"Her fonksiyon kendinden öncekinin sonucunu alır, ilki {x} değerini alır: {chain}.",
        proof=Proof(run="output"),
    )
