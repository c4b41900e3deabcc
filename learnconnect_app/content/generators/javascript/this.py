"""Parametric items of the topic `js-this`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-this"
RUNS_EN = "What happens when this program runs?"
RUNS_TR = "Bu program çalışınca ne olur?"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
SHOPS = [("cafe", "kiosk"), ("market", "bakery"), ("museum", "zoo"), ("ferry", "metro")]


@template("js-this-price-of-another-shop", topic=TOPIC, difficulty=2, seconds=50)
def price_of_another_shop(rng: Random) -> Question:
    first, second = rng.choice(SHOPS)
    price, other = rng.sample(range(6, 16), 2)
    count = rng.randint(3, 5)
    way = rng.choice(["call", "apply", "property", "bind"])
    setup = {"property": f"{second}.cost = {first}.cost;\n"}.get(way, "")
    call = {
        "call": f"{first}.cost.call({second}, {count})",
        "apply": f"{first}.cost.apply({second}, [{count}])",
        "property": f"{second}.cost({count})",
        "bind": f"{first}.cost.bind({second})({count})",
    }[way]
    how_en = {
        "call": f"`call` sets `this` to `{second}`",
        "apply": f"`apply` sets `this` to `{second}` and takes the arguments from an array",
        "property": f"The object before the dot is `{second}`",
        "bind": f"`bind` gives a function whose `this` is `{second}`",
    }[way]
    how_tr = {
        "call": f"`call`, `this`'i `{second}` yapar",
        "apply": f"`apply`, `this`'i `{second}` yapar ve argümanları bir diziden alır",
        "property": f"Noktadan önceki nesne `{second}` nesnesidir",
        "bind": f"`bind`, `this` değeri `{second}` olan bir fonksiyon verir",
    }[way]
    return question(
        en=RUNS_EN,
        tr=RUNS_TR,
        code=(
            '"use strict";\n'
            f"const {first} = {{\n"
            f"  price: {price},\n"
            "  cost(count) {\n"
            "    return this.price * count;\n"
            "  },\n"
            "};\n"
            f"const {second} = {{ price: {other} }};\n"
            f"{setup}console.log({call});"
        ),
        code_language="javascript",
        right=other * count,
        wrong=[
            (
                price * count,
                "Thinks that this stays with the object in which the method was written.",
                "this'in, metodun yazıldığı nesnede kaldığını sanır.",
            ),
            (
                "NaN",
                "Thinks that the count does not arrive in the function.",
                "Sayının fonksiyona ulaşmadığını sanır.",
            ),
            (
                "TypeError",
                "Thinks that a method cannot be used for another object.",
                "Bir metodun başka bir nesne için kullanılamayacağını sanır.",
            ),
        ],
        because_en=f"{how_en}, so the price is {other}: {other} · {count} = {other * count}.",
        because_tr=f"{how_tr}; fiyat bu yüzden {other} olur: {other} · {count} = {other * count}.",
        proof=Proof(run="output"),
    )


@template("js-this-callback-in-a-method", topic=TOPIC, difficulty=3, seconds=60)
def callback_in_a_method(rng: Random) -> Question:
    step = rng.randint(3, 9)
    numbers = rng.sample(range(1, 20), 3)
    way = rng.choice(["arrow", "function", "argument"])
    body = "n + (this?.step ?? 0)"
    callback = {
        "arrow": f"(n) => {body}",
        "function": f"function (n) {{ return {body}; }}",
        "argument": f"function (n) {{ return {body}; }}, this",
    }[way]
    added = " ".join(str(n + step) for n in numbers)
    plain = " ".join(map(str, numbers))
    if way == "function":
        right, opposite = plain, added
        misconception = (
            "Thinks that a function inside a method has the this of the method.",
            "Metot içindeki function'ın, metodun this'ine sahip olduğunu sanır.",
        )
        because_en = (
            "A `function` callback has a `this` of its own, which is `undefined` in strict code; "
            "so 0 is added to every number."
        )
        because_tr = (
            "`function` ile yazılan geri çağırma fonksiyonunun kendi `this`'i vardır ve bu, katı kipte `undefined` olur; "
            "bu yüzden her sayıya 0 eklenir."
        )
    else:
        right, opposite = added, plain
        misconception = (
            "Thinks that this is always undefined in a callback.",
            "Geri çağırma fonksiyonunda this'in her zaman undefined olduğunu sanır.",
        )
        because_en = (
            "The arrow function uses the `this` of `shift`"
            if way == "arrow"
            else "The second argument of `map` becomes the `this` of the callback"
        ) + f", and that is `scale`; so {step} is added to every number."
        because_tr = (
            "Ok fonksiyonu `shift`'in `this`'ini kullanır"
            if way == "arrow"
            else "`map`'in ikinci argümanı geri çağırma fonksiyonunun `this`'i olur"
        ) + f"; bu da `scale` nesnesidir. Bu yüzden her sayıya {step} eklenir."
    return question(
        en=RUNS_EN,
        tr=RUNS_TR,
        code=(
            '"use strict";\n'
            "const scale = {\n"
            f"  step: {step},\n"
            "  shift(list) {\n"
            f'    return list.map({callback}).join(" ");\n'
            "  },\n"
            "};\n"
            f"console.log(scale.shift({numbers}));"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (opposite, *misconception),
            (
                " ".join(str(n + n) for n in numbers),
                "Thinks that this is the element that map is at.",
                "this'in, map'in o anda baktığı öğe olduğunu sanır.",
            ),
            (
                "TypeError",
                "Overlooks that ?. and ?? make up for a missing this.",
                "?. ve ?? işleçlerinin eksik this'i karşıladığını gözden kaçırır.",
            ),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )


@template("js-this-shared-add-method", topic=TOPIC, difficulty=3, seconds=70)
def shared_add_method(rng: Random) -> Question:
    start_a, start_b = rng.sample(range(1, 10), 2)
    one, two, three, four = rng.sample(range(1, 9), 4)
    a, b = start_a + one, start_b + two + three + four
    everything = one + two + three + four
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const red = {{\n  points: {start_a},\n"
            "  add(n) {\n    this.points += n;\n    return this;\n  },\n};\n"
            f"const blue = {{ points: {start_b}, add: red.add }};\n"
            f"red.add({one});\n"
            f"blue.add({two}).add({three});\n"
            f"red.add.call(blue, {four});\n"
            "console.log(red.points, blue.points);"
        ),
        code_language="javascript",
        right=f"{a} {b}",
        wrong=[
            (
                f"{start_a + one + four} {start_b + two + three}",
                "Thinks that the name before the method counts in spite of call.",
                "call'a rağmen metottan önceki adın geçerli olduğunu sanır.",
            ),
            (
                f"{start_a + everything} {start_b}",
                "Thinks that a shared method always works on the object where it was written.",
                "Ortak metodun hep yazıldığı nesne üzerinde çalıştığını sanır.",
            ),
            (
                f"{start_a + one} {start_b + two + four}",
                "Thinks that the second call of the chain does not reach the object.",
                "Zincirin ikinci çağrısının nesneye ulaşmadığını sanır.",
            ),
        ],
        because_en=(
            f"`red` gets only {one}: {start_a} + {one} = {a}. `return this` lets the chain go on "
            f"with `blue`, and `call` names `blue` too: {start_b} + {two} + {three} + {four} = {b}."
        ),
        because_tr=(
            f"`red` yalnızca {one} alır: {start_a} + {one} = {a}. `return this` sayesinde zincir "
            f"`blue` ile sürer; `call` da `blue`'yu verir: {start_b} + {two} + {three} + {four} = {b}."
        ),
        proof=Proof(run="output"),
    )
