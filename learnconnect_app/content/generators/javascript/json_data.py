"""Parametric items of the topic `js-json`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-json"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
OUTPUT = Proof(run="output")


def compact(value: object) -> str:
    """A value as `JSON.stringify` writes it."""
    return json.dumps(value, separators=(",", ":"))


@template("js-json-what-is-written", topic=TOPIC, difficulty=3, seconds=60)
def what_is_written(rng: Random) -> Question:
    names = rng.sample(["id", "size", "note", "rate", "mode"], 4)
    number = rng.randint(2, 90)
    lost = rng.choice(["undefined", "() => 5", "undefined", "function () {}"])
    empty = rng.choice(["null", "NaN", "Infinity"])
    word = rng.choice(["ok", "new", "red", "low"])
    values = [str(number), lost, empty, f'"{word}"']
    order = [0, 1, 2, 3]
    rng.shuffle(order)
    code = ", ".join(f"{names[i]}: {values[i]}" for i in order)
    real: list[object] = [number, None, None, word]
    right = compact({names[i]: real[i] for i in order if i != 1})
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const data = {{ {code} }};\nconsole.log(JSON.stringify(data));",
        code_language="javascript",
        right=right,
        wrong=[
            (
                compact({names[i]: real[i] for i in order}),
                "Thinks that undefined and functions are written as null in an object.",
                "undefined'ın ve fonksiyonların nesnede null yazıldığını sanır.",
            ),
            (
                compact({names[i]: real[i] for i in order if i not in (1, 2)}),
                f"Thinks that properties with {empty} are left out too.",
                f"Değeri {empty} olan özelliğin de atlandığını sanır.",
            ),
            (
                "{" + ",".join(f"{names[i]}:{compact(real[i])}" for i in order if i != 1) + "}",
                "Thinks that names stand without quotes in JSON.",
                "JSON'da adların tırnaksız yazıldığını sanır.",
            ),
        ],
        because_en=(
            f"`{names[1]}` is "
            + ("`undefined`" if lost == "undefined" else "a function")
            + f" and is left out; `{empty}` is written as `null`. Names and texts stand in double quotes."
        ),
        because_tr=(
            f"`{names[1]}` "
            + ("`undefined` olduğu" if lost == "undefined" else "fonksiyon olduğu")
            + f" için atlanır; `{empty}`, `null` olarak yazılır. Adlar ve metinler çift tırnak içindedir."
        ),
        proof=OUTPUT,
    )


@template("js-json-replacer-function", topic=TOPIC, difficulty=3, seconds=70)
def replacer_function(rng: Random) -> Question:
    a, b, c = rng.sample(range(2, 30), 3)
    factor = rng.choice([2, 10])
    word = rng.choice(["box", "cup", "pen", "map"])
    hidden = rng.choice(["name", "cost"])
    before = {"name": word, "cost": a, "sizes": [b, c]}
    after = {"name": word, "cost": a * factor, "sizes": [b * factor, c * factor]}
    right = {key: value for key, value in after.items() if key != hidden}
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'const item = {{ name: "{word}", cost: {a}, sizes: [{b}, {c}] }};\n'
            "const text = JSON.stringify(item, (key, value) => {\n"
            f'  if (key === "{hidden}") return undefined;\n'
            f'  return typeof value === "number" ? value * {factor} : value;\n'
            "});\n"
            "console.log(text);"
        ),
        code_language="javascript",
        right=compact(right),
        wrong=[
            (
                compact({**right, "sizes": [b, c]}),
                "Thinks that the function does not reach inner values.",
                "Fonksiyonun içteki değerlere ulaşmadığını sanır.",
            ),
            (
                compact({**after, hidden: None}),
                "Thinks that undefined is written as null in an object.",
                "undefined'ın nesnede null yazıldığını sanır.",
            ),
            (
                compact({key: value for key, value in before.items() if key != hidden}),
                "Thinks that the function can only leave out properties.",
                "Fonksiyonun yalnızca özellik atabildiğini sanır.",
            ),
        ],
        spare=[
            (
                compact(after),
                "Thinks that a property is kept when the function returns undefined.",
                "Fonksiyon undefined döndürünce özelliğin kaldığını sanır.",
            ),
        ],
        because_en=(
            f"The function is asked for every property and every element. `{hidden}` gives "
            f"`undefined` and is left out, each other number is multiplied by {factor}."
        ),
        because_tr=(
            f"Fonksiyon her özellik ve her öğe için çağrılır. `{hidden}` için `undefined` döner ve "
            f"özellik atlanır; diğer her sayı {factor} ile çarpılır."
        ),
        proof=OUTPUT,
    )


@template("js-json-deep-or-shallow", topic=TOPIC, difficulty=3, seconds=65)
def deep_or_shallow(rng: Random) -> Question:
    level, new_level = rng.sample(range(1, 10), 2)
    points = rng.sample(range(10, 60), 2)
    added = rng.randint(61, 99)
    way = rng.choice(
        ["{ ...game }", "structuredClone(game)", "JSON.parse(JSON.stringify(game))", "game"]
    )
    states = {
        "deep": f"{level} {points[0]},{points[1]}",
        "shallow": f"{level} {points[0]},{points[1]},{added}",
        "same": f"{new_level} {points[0]},{points[1]},{added}",
        "odd": f"{new_level} {points[0]},{points[1]}",
    }
    kind = {"{ ...game }": "shallow", "game": "same"}.get(way, "deep")
    reasons = {
        "deep": (
            "Thinks that the inner array is not shared either.",
            "İçteki dizinin de ortak olmadığını sanır.",
        ),
        "shallow": (
            "Thinks that the inner array is still shared.",
            "İçteki dizinin hâlâ ortak olduğunu sanır.",
        ),
        "same": (
            "Thinks that both names mean the same object.",
            "İki adın da aynı nesneyi gösterdiğini sanır.",
        ),
        "odd": (
            "Thinks that only simple values are shared.",
            "Yalnızca basit değerlerin ortak olduğunu sanır.",
        ),
    }
    if kind == "same":
        reasons["deep"] = (
            "Thinks that = makes a complete copy.",
            "= işaretinin tam bir kopya çıkardığını sanır.",
        )
        reasons["shallow"] = (
            "Thinks that = copies the outer object.",
            "= işaretinin dıştaki nesneyi kopyaladığını sanır.",
        )
    because_en = {
        "deep": f"`{way}` makes a deep copy: changes to `copy` do not reach `game`.",
        "shallow": "The spread copies one level: `level` is separate, the array `points` is shared.",
        "same": "`=` copies nothing: `copy` is a second name for `game`, so both changes show.",
    }[kind]
    because_tr = {
        "deep": f"`{way}` derin kopya çıkarır: `copy`'deki değişiklikler `game`'e ulaşmaz.",
        "shallow": "Yayma (spread) tek düzey kopyalar: `level` ayrıdır, `points` dizisi ortaktır.",
        "same": "`=` hiçbir şey kopyalamaz: `copy`, `game`'in ikinci adıdır; iki değişiklik de görünür.",
    }[kind]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const game = {{ level: {level}, points: [{points[0]}, {points[1]}] }};\n"
            f"const copy = {way};\n"
            f"copy.level = {new_level};\n"
            f"copy.points.push({added});\n"
            "console.log(game.level, game.points.join());"
        ),
        code_language="javascript",
        right=states[kind],
        wrong=[(states[name], *reasons[name]) for name in states if name != kind],
        because_en=because_en,
        because_tr=because_tr,
        proof=OUTPUT,
    )
