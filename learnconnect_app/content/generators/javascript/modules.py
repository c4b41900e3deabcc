"""Parametric items of the topic `js-modules`.

Modules are several files, which no proof here can run; the code shows each file below its name.
"""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "js-modules"
NAMES = ["cart", "menu", "user", "date", "view", "data", "shop", "text"]


def order_of(imports: dict[str, list[str]], start: str) -> list[str]:
    """The files in the order in which they run: each one after those that it imports."""
    done: list[str] = []

    def visit(name: str) -> None:
        for needed in imports[name]:
            visit(needed)
        if name not in done:
            done.append(name)

    visit(start)
    return done


def written(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


@template("js-modules-order-of-running", topic=TOPIC, difficulty=3, seconds=75)
def order_of_running(rng: Random) -> Question:
    a, b, c = rng.sample(NAMES, 3)
    shape = rng.choice(["one deep", "both share", "second deep"])
    imports = {
        "one deep": {"main": [a, b], a: [c], b: [], c: []},
        "both share": {"main": [a, b], a: [c], b: [c], c: []},
        "second deep": {"main": [a, b], a: [], b: [c], c: []},
    }[shape]
    first = rng.random() < 0.5
    files = []
    for name in [*sorted([a, b, c]), "main"]:
        lines = [f'import "./{needed}.js";' for needed in imports[name]]
        shown = f'console.log("{name}");'
        lines = [shown, *lines] if name == "main" and first else [*lines, shown]
        files.append("\n".join([f"// {name}.js", *lines]))
    right = order_of(imports, "main")
    as_lines = {
        "one deep": ["main", a, c, b],
        "both share": ["main", a, c, b],
        "second deep": ["main", a, b, c],
    }[shape]
    twice = {
        "one deep": [c, b, a, "main"],
        "both share": [c, a, c, b, "main"],
        "second deep": [c, a, b, "main"],
    }[shape]
    twice_reason = (
        (
            "Thinks that a module runs again for every import.",
            "Modülün her import'ta yeniden çalıştığını sanır.",
        )
        if shape == "both share"
        else (
            "Lets all files without imports run before the others.",
            "Import'u olmayan bütün dosyaları öbürlerinden önce çalıştırır.",
        )
    )
    return question(
        en="`main.js` is started. What is printed, in this order?",
        tr="`main.js` başlatılıyor. Sırasıyla ne yazdırılır?",
        code="\n\n".join(files),
        code_language="javascript",
        right=written(right),
        wrong=[
            (
                written(as_lines),
                "Thinks that a file runs before the files that it imports.",
                "Bir dosyanın, aldığı dosyalardan önce çalıştığını sanır.",
            ),
            (written(twice), *twice_reason),
            (
                written(["main", *[name for name in right if name != "main"]]),
                "Thinks that only the started file runs before its imports.",
                "Yalnızca başlatılan dosyanın, import'larından önce çalıştığını sanır.",
            ),
        ],
        spare=[
            (
                written(order_of({**imports, "main": [b, a]}, "main")),
                "Reads the import lines from the bottom to the top.",
                "Import satırlarını aşağıdan yukarıya okur.",
            ),
            (
                written([a, b, c, "main"]),
                "Overlooks that an imported file has imports too.",
                "Alınan dosyanın da import'u olduğunu gözden kaçırır.",
            ),
        ],
        because_en=(
            "A file runs once, after the files that it imports, in the order of its import lines. "
            f"So the order is {written(right)}."
            + (" The `console.log` above the imports changes nothing." if first else "")
        ),
        because_tr=(
            "Her dosya bir kez, aldığı dosyalardan sonra ve import satırlarının sırasına göre çalışır. "
            f"Sıra bu yüzden şöyledir: {written(right)}."
            + (" Import'ların üstündeki `console.log` bunu değiştirmez." if first else "")
        ),
    )


@template("js-modules-live-counter", topic=TOPIC, difficulty=4, seconds=70)
def live_counter(rng: Random) -> Question:
    start = rng.randint(1, 9)
    one, two, three = rng.sample(range(2, 10), 3)
    right = start + one + two + three
    kept = start + three
    return question(
        en="`main.js` is started. What is printed, in this order?",
        tr="`main.js` başlatılıyor. Sırasıyla ne yazdırılır?",
        code=(
            "// counter.js\n"
            f"export let count = {start};\n"
            "export function add(n) {\n"
            "  count += n;\n"
            "}\n\n"
            "// bonus.js\n"
            'import { add } from "./counter.js";\n'
            f"add({one});\n\n"
            "// main.js\n"
            'import { count, add } from "./counter.js";\n'
            'import "./bonus.js";\n'
            "console.log(count);\n"
            f"add({two});\n"
            f"add({three});\n"
            "console.log(count);"
        ),
        code_language="javascript",
        right=f"`{start + one}`, `{right}`",
        wrong=[
            (
                f"`{start}`, `{start}`",
                "Thinks that an import is a copy of the first value.",
                "Import'un, ilk değerin kopyası olduğunu sanır.",
            ),
            (
                f"`{start}`, `{start + two + three}`",
                "Thinks that each importing file has a counter of its own.",
                "Alan her dosyanın kendi sayacı olduğunu sanır.",
            ),
            (
                f"`{start + one}`, `{start + one}`",
                "Thinks that an import keeps the value that it had when the file began.",
                "Import'un, dosya başlarkenki değerde kaldığını sanır.",
            ),
        ],
        spare=[(f"`{kept}`, `{right}`", "Adds in another order.", "Başka bir sırayla toplar.")],
        because_en=(
            f"`bonus.js` runs before `main.js`: {start} + {one} = {start + one}. An import is live and "
            f"shows the present value: {start + one} + {two} + {three} = {right}."
        ),
        because_tr=(
            f"`bonus.js`, `main.js`'ten önce çalışır: {start} + {one} = {start + one}. Import canlıdır, "
            f"şimdiki değeri gösterir: {start + one} + {two} + {three} = {right}."
        ),
    )


@template("js-modules-line-that-imports", topic=TOPIC, difficulty=2, seconds=50)
def line_that_imports(rng: Random) -> Question:
    file, thing, named, new = rng.choice(
        [
            ("shapes", "area", "pi", "ratio"),
            ("tax", "bill", "rate", "percent"),
            ("clock", "tick", "zone", "region"),
            ("score", "rank", "limit", "border"),
            ("words", "count", "mark", "sign"),
            ("trip", "route", "speed", "pace"),
        ]
    )
    number = rng.randint(2, 30)
    way = rng.choice(["both", "renamed", "all"])
    place = f'from "./{file}.js";'
    export = "export" if way == "all" else "export default"
    code = (
        f"// {file}.js\nexport const {named} = {number};\n"
        f"{export} function {thing}(n) {{\n  return n * {named};\n}}\n\n"
        "// main.js\n"
    )
    if way == "both":
        code += f"console.log({thing}({named}));"
        lines = [
            f"import {thing}, {{ {named} }} {place}",
            f"import {{ {thing}, {named} }} {place}",
            f"import {named}, {{ {thing} }} {place}",
            f"import {thing}, {named} {place}",
        ]
        reasons = [
            (
                "Puts the default export into the braces.",
                "Varsayılan export'u süslü parantez içine koyar.",
            ),
            (
                "Has the default and the named export the wrong way round.",
                "Varsayılan ve adlı export'u birbirinin yerine koyar.",
            ),
            (
                "Forgets the braces around the named export.",
                "Adlı export'un süslü parantezini unutur.",
            ),
        ]
        because_en = f"`{thing}` is the default export and stands without braces, the named export `{named}` in braces."
        because_tr = f"`{thing}` varsayılan export'tur, süslü parantezsiz yazılır; adlı export `{named}` süslü parantez içindedir."
    elif way == "renamed":
        code += f"console.log({new} + 1);"
        lines = [
            f"import {{ {named} as {new} }} {place}",
            f"import {{ {new} as {named} }} {place}",
            f"import {{ {new} }} {place}",
            f"import {named} as {new} {place}",
        ]
        reasons = [
            (
                "Has the old and the new name the wrong way round.",
                "Eski adla yeni adı birbirinin yerine koyar.",
            ),
            (
                "Thinks that a named export may be called anything.",
                "Adlı export'un istenen adla alınabildiğini sanır.",
            ),
            ("Leaves out the braces.", "Süslü parantezi yazmaz."),
        ]
        because_en = f"In braces first comes the exported name `{named}`, after `as` the name that `main.js` uses: `{new}`."
        because_tr = f"Süslü parantezde önce dışa aktarılan ad `{named}`, `as`'ten sonra `main.js`'in kullandığı ad yazılır: `{new}`."
    else:
        code += f"console.log({file}.{thing}({file}.{named}));"
        lines = [
            f"import * as {file} {place}",
            f"import {file} {place}",
            f"import {{ {file} }} {place}",
            f"import {{ * as {file} }} {place}",
        ]
        reasons = [
            (
                "Asks for a default export, which the file does not have.",
                "Dosyada bulunmayan varsayılan export'u ister.",
            ),
            (
                "Asks for an export that is called like the file.",
                "Dosyayla aynı adı taşıyan bir export ister.",
            ),
            (
                "Puts the star into braces, where only names may stand.",
                "Yalnızca adların durabildiği süslü parantezin içine yıldız koyar.",
            ),
        ]
        because_en = f"`* as {file}` makes one object that holds all exports: `{file}.{thing}` and `{file}.{named}`."
        because_tr = f"`* as {file}`, bütün export'ları tutan tek bir nesne verir: `{file}.{thing}` ve `{file}.{named}`."
    return question(
        en="Which line, put at the top of `main.js`, makes it work?",
        tr="`main.js`'in başına hangi satır yazılırsa program çalışır?",
        code=code,
        code_language="javascript",
        right=f"`{lines[0]}`",
        wrong=[(f"`{line}`", *reason) for line, reason in zip(lines[1:], reasons, strict=True)],
        because_en=because_en,
        because_tr=because_tr,
    )
