"""Parametric items of the topic `js-scope-closures`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-scope-closures"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-scope-closures-two-counters", topic=TOPIC, difficulty=3, seconds=70)
def two_counters(rng: Random) -> Question:
    start = rng.choice([0, 5, 10, 20])
    step = rng.randint(2, 5)
    calls = ["a", "a", "b"] if rng.random() < 0.5 else ["a", "b", "b"]
    rng.shuffle(calls)
    calls_a, calls_b = calls.count("a") + 1, calls.count("b") + 1
    a, b = start + step * calls_a, start + step * calls_b
    all_calls = start + step * len(calls)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "function makeCounter() {\n"
            f"  let count = {start};\n"
            "  return () => {\n"
            f"    count += {step};\n"
            "    return count;\n"
            "  };\n"
            "}\n"
            "const a = makeCounter();\n"
            "const b = makeCounter();\n"
            + "".join(f"{name}();\n" for name in calls)
            + "console.log(a(), b());"
        ),
        code_language="javascript",
        right=f"{a} {b}",
        wrong=[
            (
                f"{all_calls + step} {all_calls + 2 * step}",
                "Thinks that both counters share one count.",
                "İki sayacın tek bir count'u paylaştığını sanır.",
            ),
            (
                f"{start + step} {start + step}",
                "Thinks that count starts again in each call.",
                "count'un her çağrıda yeniden başladığını sanır.",
            ),
            (
                f"{a - step} {b - step}",
                "Overlooks the calls in the last line.",
                "Son satırdaki çağrıları gözden kaçırır.",
            ),
        ],
        spare=[
            (f"{b} {a}", "Mixes the two counters up.", "İki sayacı birbirine karıştırır."),
        ],
        because_en=f"Each call of `makeCounter` makes a `count` of its own. `a` is called {calls_a} times in all, `b` {calls_b} times: {start} + {calls_a} · {step} = {a} and {start} + {calls_b} · {step} = {b}.",
        because_tr=f"Her `makeCounter` çağrısı kendi `count`'unu oluşturur. `a` toplam {calls_a}, `b` toplam {calls_b} kez çağrılır: {start} + {calls_a} · {step} = {a} ve {start} + {calls_b} · {step} = {b}.",
        proof=Proof(run="output"),
    )


@template("js-scope-closures-parameter-shadows", topic=TOPIC, difficulty=2, seconds=50)
def parameter_shadows(rng: Random) -> Question:
    outer, given, more = rng.sample(range(2, 30), 3)
    right = f"{outer} {given + more}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"let points = {outer};\n"
            "function raise(points) {\n"
            f"  points += {more};\n"
            "  return points;\n"
            "}\n"
            f"const result = raise({given});\n"
            "console.log(points, result);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{given + more} {given + more}",
                "Thinks that the parameter and the outer variable are the same.",
                "Parametre ile dıştaki değişkenin aynı olduğunu sanır.",
            ),
            (
                f"{outer + more} {outer + more}",
                "Thinks that the function works with the outer variable.",
                "Fonksiyonun dıştaki değişkenle çalıştığını sanır.",
            ),
            (
                f"{outer} {outer + more}",
                "Thinks that the function starts from the value outside.",
                "Fonksiyonun dışarıdaki değerden başladığını sanır.",
            ),
        ],
        spare=[
            (
                f"{outer} {given}",
                "Thinks that += does not change the parameter.",
                "+= işleminin parametreyi değiştirmediğini sanır.",
            ),
            (
                f"{outer + more} {given + more}",
                "Thinks that both variables grow.",
                "İki değişkenin de arttığını sanır.",
            ),
        ],
        because_en=f"The parameter `points` is a variable of its own that shadows the outer one: {given} + {more} = {given + more} is returned, and outside `points` stays {outer}.",
        because_tr=f"`points` parametresi, dıştakini gölgeleyen ayrı bir değişkendir: {given} + {more} = {given + more} döndürülür, dıştaki `points` {outer} olarak kalır.",
        proof=Proof(run="output"),
    )


@template("js-scope-closures-later-change", topic=TOPIC, difficulty=4, seconds=70)
def later_change(rng: Random) -> Question:
    old, new, n = rng.sample(range(2, 20), 3)
    has_own = rng.random() < 0.5
    if has_own:
        code = (
            "const makeAdder = (bonus) => (n) => n + bonus;\n"
            f"let bonus = {old};\n"
            "const add = makeAdder(bonus);\n"
            f"bonus = {new};\n"
            f"console.log(add({n}));"
        )
        right, opposite = n + old, n + new
        wrong = (
            "Thinks that the parameter follows the outer variable.",
            "Parametrenin dıştaki değişkeni izlediğini sanır.",
        )
        because_en = f"The call gave the value {old} to the parameter `bonus`, a variable of its own. The later assignment changes only the outer `bonus`: {n} + {old} = {right}."
        because_tr = f"Çağrı, ayrı bir değişken olan `bonus` parametresine {old} değerini verdi. Sonraki atama yalnızca dıştaki `bonus`'u değiştirir: {n} + {old} = {right}."
    else:
        code = (
            f"let bonus = {old};\n"
            "const add = (n) => n + bonus;\n"
            f"bonus = {new};\n"
            f"console.log(add({n}));"
        )
        right, opposite = n + new, n + old
        wrong = (
            "Thinks that the function keeps the value from the time it was written.",
            "Fonksiyonun yazıldığı andaki değeri sakladığını sanır.",
        )
        because_en = f"`add` remembers the variable `bonus`, not its value. At the time of the call `bonus` is {new}: {n} + {new} = {right}."
        because_tr = f"`add`, `bonus`'un değerini değil değişkeni hatırlar. Çağrı anında `bonus` {new} olduğundan: {n} + {new} = {right}."
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=code,
        code_language="javascript",
        right=right,
        wrong=[
            (opposite, *wrong),
            (
                n + old + new,
                "Thinks that the assignment adds to the old value.",
                "Atamanın eski değere ekleme yaptığını sanır.",
            ),
            (
                "ReferenceError",
                "Thinks that the function cannot see the variable.",
                "Fonksiyonun değişkeni göremediğini sanır.",
            ),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )
