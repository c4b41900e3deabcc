"""Parametric items of the topic `py-modules`."""

from __future__ import annotations

import math
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-modules"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
FILE_EN = "This program writes a module file and then imports it. What is printed?"
FILE_TR = "Bu program bir modül dosyası yazıp sonra onu içe aktarıyor. Ne yazdırılır?"
HEAD = "import sys\nfrom pathlib import Path\n\n"


@template("py-modules-form-of-import", topic=TOPIC, difficulty=1, seconds=40)
def form_of_import(rng: Random) -> Question:
    number = rng.randint(2, 8)
    name, argument, result, nickname = rng.choice(
        [
            ("floor", f"{number}.7", number, "down"),
            ("ceil", f"{number}.2", number + 1, "up"),
            ("isqrt", str(number * number), number, "root"),
            ("factorial", str(min(number, 6)), math.factorial(min(number, 6)), "fact"),
            ("gcd", f"{3 * number}, {4 * number}", number, "common"),
        ]
    )
    plain, short = f"print(math.{name}({argument}))", f"print(m.{name}({argument}))"
    bare, nick = f"print({name}({argument}))", f"print({nickname}({argument}))"
    line, right, because_en, because_tr = rng.choice(
        [
            (
                "import math",
                plain,
                "The name is math; what is inside is reached with a dot.",
                "Ad math'tir; içine noktayla ulaşılır.",
            ),
            (
                "import math as m",
                short,
                "With as, the module is known as m and only as m.",
                "as ile modül m adını alır; başka adı yoktur.",
            ),
            (
                f"from math import {name}",
                bare,
                f"Only {name} itself becomes known, without the module.",
                f"Yalnızca {name} tanınır, modülün kendisi değil.",
            ),
            (
                f"from math import {name} as {nickname}",
                nick,
                f"The function is known as {nickname} and only as {nickname}.",
                f"Fonksiyon {nickname} adını alır; başka adı yoktur.",
            ),
        ]
    )
    wrong = [
        (plain, "Expects the module under its own name.", "Modülü kendi adıyla bekler."),
        (short, "Expects the module under a short name.", "Modülü kısa bir adla bekler."),
        (
            bare,
            "Expects the function under its own name, without the module.",
            "Fonksiyonu modülsüz, kendi adıyla bekler.",
        ),
        (nick, "Expects the function under a new name.", "Fonksiyonu yeni bir adla bekler."),
    ]
    return question(
        en=f"Which line below this import prints `{result}`?",
        tr=f"Bu içe aktarmanın altına yazılan hangi satır `{result}` yazdırır?",
        code=line,
        right=right,
        wrong=[each for each in wrong if each[0] != right],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="options", expect=str(result)),
    )


@template("py-modules-which-module", topic=TOPIC, difficulty=2, seconds=45)
def which_module(rng: Random) -> Question:
    a, step = rng.randint(2, 9), rng.randint(1, 3)
    scores = [a, a + step, a + 5 * step]
    name, module, call, result = rng.choice(
        [
            ("mean", "statistics", f"mean({[a, a + 2 * step]})", a + step),
            ("median", "statistics", f"median({scores})", a + step),
            ("gcd", "math", f"gcd({2 * a}, {3 * a})", a),
            ("sqrt", "math", f"int(sqrt({a * a}))", a),
            ("date", "datetime", f"date(2024, {a}, 15).month", a),
            ("timedelta", "datetime", f"timedelta(weeks={a}).days", 7 * a),
            ("Counter", "collections", f'Counter("{"a" * a}b")["a"]', a),
            ("deque", "collections", f"deque({scores})[0]", a),
            ("Path", "pathlib", f'Path("notes/week{a}.txt").stem', f"week{a}"),
            ("loads", "json", f'loads("[{a}, {step}]")[0]', a),
            ("reduce", "functools", f"reduce(max, {scores})", a + 5 * step),
            ("ascii_lowercase", "string", f"ascii_lowercase[{a}]", "abcdefghijkl"[a]),
        ]
    )
    modules = [
        "statistics",
        "math",
        "datetime",
        "collections",
        "pathlib",
        "json",
        "functools",
        "string",
        "random",
        "os",
    ]
    others = rng.sample([each for each in modules[1:] if each != module], 3)

    def snippet(source: str) -> str:
        return f"from {source} import {name}\nprint({call})"

    return question(
        en=f"Which snippet prints `{result}`?",
        tr=f"Hangi kod `{result}` yazdırır?",
        right=snippet(module),
        wrong=[
            (
                snippet(each),
                f"Looks for {name} in the module {each}.",
                f"{name} adını {each} modülünde arar.",
            )
            for each in others
        ],
        because_en=f"In the standard library, {name} lives in the module {module}.",
        because_tr=f"Standart kütüphanede {name} şu modüldedir: {module}.",
        proof=Proof(run="options", expect=str(result)),
    )


@template("py-modules-rounding-with-math", topic=TOPIC, difficulty=2, seconds=50)
def rounding_with_math(rng: Random) -> Question:
    whole, tenth = rng.randint(1, 9), rng.choice([1, 2, 3, 4, 6, 7, 8, 9])
    other = rng.randint(1, 9)
    down, cut, up = -whole - 1, -whole, other + 1
    right = f"{down} {cut} {up}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"import math\n\nlow = -{whole}.{tenth}\nhigh = {other}.2\n"
            "print(math.floor(low), math.trunc(low), math.ceil(high))"
        ),
        right=right,
        wrong=[
            (
                f"{cut} {cut} {up}",
                "Thinks that floor cuts the decimals off.",
                "floor'un ondalık kısmı kestiğini sanır.",
            ),
            (
                f"{down} {down} {up}",
                "Thinks that trunc always goes down.",
                "trunc'un her zaman aşağı indiğini sanır.",
            ),
            (
                f"{down} {cut} {other}",
                "Thinks that ceil rounds to the nearest whole number.",
                "ceil'in en yakın tam sayıya yuvarladığını sanır.",
            ),
        ],
        spare=[
            (f"{cut} {down} {up}", "Swaps floor and trunc.", "floor ile trunc'u yer değiştirir.")
        ],
        because_en="floor goes down to the next whole number, trunc only cuts towards zero, ceil goes up.",
        because_tr="floor aşağıdaki tam sayıya iner, trunc yalnızca sıfıra doğru keser, ceil yukarı çıkar.",
        proof=Proof(run="output"),
    )


@template("py-modules-main-guard", topic=TOPIC, difficulty=3, seconds=60)
def main_guard(rng: Random) -> Question:
    module = rng.choice(["report", "basket", "weather", "lessons", "planner"])
    first, second, third, last = rng.sample(
        ["start", "demo", "ready", "menu", "score", "hello", "check", "test"], 4
    )
    guarded = rng.choice([[second], [second, third]])
    top = [first, second, third]
    middle = "    " if third in guarded else ""
    text = (
        f"print('{first}', end=' ')\nif __name__ == '__main__':\n"
        f"    print('{second}', end=' ')\n{middle}print('{third}', end=' ')"
    )
    right = " ".join([*(word for word in top if word not in guarded), last])
    return question(
        en=FILE_EN,
        tr=FILE_TR,
        code=(
            f'{HEAD}Path("{module}.py").write_text("""\n{text}\n""")\n'
            f'sys.path.insert(0, ".")\nimport {module}\nprint("{last}")'
        ),
        right=right,
        wrong=[
            (
                " ".join([*top, last]),
                "Thinks that the guarded lines also run on import.",
                "Koşulun altındaki satırların içe aktarmada da çalıştığını sanır.",
            ),
            (
                last,
                "Thinks that an import runs nothing of the module.",
                "İçe aktarmanın modülden hiçbir şey çalıştırmadığını sanır.",
            ),
            (
                " ".join([*guarded, last]),
                "Thinks that only the guarded lines run on import.",
                "İçe aktarmada yalnızca koşulun altındaki satırların çalıştığını sanır.",
            ),
        ],
        spare=[
            (
                " ".join([last, *top]),
                "Thinks that the import runs last.",
                "İçe aktarmanın en son çalıştığını sanır.",
            )
        ],
        because_en=f"In the imported file __name__ is {module!r}, so the lines under the if are skipped.",
        because_tr=f"İçe aktarılan dosyada __name__ değeri {module!r} olur; if altındaki satırlar atlanır.",
        proof=Proof(run="output"),
    )


@template("py-modules-loaded-once", topic=TOPIC, difficulty=4, seconds=70)
def loaded_once(rng: Random) -> Question:
    module, name = rng.choice(
        [("counter", "value"), ("shop", "visitors"), ("game", "points"), ("library", "books")]
    )
    start, first, second = rng.randint(2, 9), rng.randint(2, 9), rng.randint(2, 9)
    total = start + first + second
    return question(
        en=FILE_EN,
        tr=FILE_TR,
        code=(
            f"{HEAD}Path(\"{module}.py\").write_text(\"print('load', end=' ')\\n{name} = {start}\")\n"
            'sys.path.insert(0, ".")\n'
            f"import {module}\n"
            f"{module}.{name} += {first}\n"
            f"import {module}\n"
            f"{module}.{name} += {second}\n"
            f"print({module}.{name})"
        ),
        right=f"load {total}",
        wrong=[
            (
                f"load load {start + second}",
                "Thinks that the second import runs the file again.",
                "İkinci içe aktarmanın dosyayı yeniden çalıştırdığını sanır.",
            ),
            (
                f"load load {total}",
                "Thinks that the file runs again but keeps its changed value.",
                "Dosyanın yeniden çalıştığını ama değişen değerini koruduğunu sanır.",
            ),
            (
                f"load {start + second}",
                "Thinks that the second import sets the value back.",
                "İkinci içe aktarmanın değeri başa döndürdüğünü sanır.",
            ),
        ],
        spare=[
            (
                str(total),
                "Thinks that an import prints nothing.",
                "İçe aktarmanın bir şey yazdırmadığını sanır.",
            )
        ],
        because_en=f"The file runs once; the second import finds it loaded: {start} + {first} + {second} = {total}.",
        because_tr=f"Dosya bir kez çalışır; ikincisi yüklü modülü verir: {start} + {first} + {second} = {total}.",
        proof=Proof(run="output"),
    )
