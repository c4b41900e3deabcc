"""Parametric items of the topic `js-promises`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-promises"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
STEPS = ["wash", "peel", "cut", "boil", "mix", "bake", "taste", "serve", "pack", "label"]
NAMES = ["Ada", "Can", "Elif", "Mert", "Grace", "Linus", "Deniz", "Emre"]


@template("js-promises-value-through-chain", topic=TOPIC, difficulty=3, seconds=60)
def value_through_chain(rng: Random) -> Question:
    start, more, times = rng.randint(2, 9), rng.randint(2, 9), rng.randint(2, 5)
    unused = rng.choice([50, 100])
    method = rng.choice(["catch", "finally"])
    right = (start + more) * times
    if method == "catch":
        reason_en = "Nothing failed, so `catch` is skipped and the value passes by it."
        reason_tr = "Hiçbir adım hata vermedi; `catch` atlanır ve değer yanından geçer."
        lost = (
            "Thinks that a catch that is skipped leaves undefined.",
            "Atlanan catch'in undefined bıraktığını sanır.",
        )
        taken = (
            "Thinks that catch runs although nothing failed.",
            "Hata yokken de catch'in çalıştığını sanır.",
        )
    else:
        reason_en = "`finally` runs, but what it returns is ignored; the value before it goes on."
        reason_tr = (
            "`finally` çalışır ama döndürdüğü değer yok sayılır; önceki değer yoluna devam eder."
        )
        lost = (
            "Thinks that finally passes on undefined.",
            "finally'nin undefined geçirdiğini sanır.",
        )
        taken = (
            "Thinks that the value of finally replaces the one before.",
            "finally'nin değerinin öncekinin yerine geçtiğini sanır.",
        )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"Promise.resolve({start})\n"
            f"  .then((n) => n + {more})\n"
            f"  .{method}(() => {unused})\n"
            f"  .then((n) => n * {times})\n"
            "  .then((n) => console.log(n));"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (unused * times, *taken),
            ("NaN", *lost),
            (
                start * times,
                "Thinks that each step gets the first value.",
                "Her adımın ilk değeri aldığını sanır.",
            ),
        ],
        spare=[(start + more, "Leaves out the last calculation.", "Son hesabı atlar.")],
        because_en=f"{reason_en} So the result is ({start} + {more}) · {times} = {right}.",
        because_tr=f"{reason_tr} Sonuç ({start} + {more}) · {times} = {right} olur.",
        proof=Proof(run="output"),
    )


@template("js-promises-throw-in-step", topic=TOPIC, difficulty=3, seconds=70)
def throw_in_step(rng: Random) -> Question:
    a, b, c, rescue, last = rng.sample(STEPS, 5)
    failing = rng.randint(0, 1)
    steps = [a, b, c]
    code = ["Promise.resolve()"]
    for number, step in enumerate(steps):
        if number == failing:
            code.append(
                f'  .then(() => {{\n    console.log("{step}");\n    throw new Error("stop");\n  }})'
            )
        else:
            code.append(f'  .then(() => console.log("{step}"))')
    code.append(f'  .catch(() => console.log("{rescue}"))')
    code.append(f'  .then(() => console.log("{last}"));')
    done = steps[: failing + 1]
    skipped = ", ".join(steps[failing + 1 :])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code="\n".join(code),
        code_language="javascript",
        right="\n".join([*done, rescue, last]),
        wrong=[
            (
                "\n".join([*done, rescue]),
                "Thinks that the chain ends at catch.",
                "Zincirin catch'te bittiğini sanır.",
            ),
            (
                "\n".join([*steps, rescue, last]),
                "Thinks that the steps after a throw still run.",
                "throw'dan sonraki adımların da çalıştığını sanır.",
            ),
            (
                "\n".join([*done, rescue, *steps[failing + 1 :], last]),
                "Thinks that the chain goes back to the skipped steps after catch.",
                "catch'ten sonra atlanan adımlara dönüldüğünü sanır.",
            ),
            (
                "\n".join(done),
                "Thinks that a throw ends the whole program in spite of catch.",
                "catch'e rağmen throw'un bütün programı bitirdiğini sanır.",
            ),
        ],
        because_en=f"After the throw in {done[-1]} the chain skips to `catch` (without {skipped}). `catch` handles the error, so the `then` after it runs: {last}.",
        because_tr=f"{done[-1]} adımındaki throw'dan sonra zincir doğrudan `catch`'e atlar; {skipped} yazılmaz. `catch` hatayı karşılar, ardından gelen `then` çalışır: {last}.",
        proof=Proof(run="output"),
    )


@template("js-promises-all-race-any", topic=TOPIC, difficulty=4, seconds=90)
def all_race_any(rng: Random) -> Question:
    names = rng.sample(NAMES, 3)
    times = rng.sample([10, 20, 30], 3)
    failing = rng.randrange(3)
    method = rng.choice(["all", "race", "any"])
    order = [name for _, name in sorted(zip(times, names, strict=True))]
    bad = names[failing]
    good = [name for name in order if name != bad]
    calls = [
        f'{"fail" if name == bad else "wait"}({time}, "{name}")'
        for name, time in zip(names, times, strict=True)
    ]
    given = ",".join(name for name in names if name != bad)
    failed, first = f"failed {bad}", order[0]
    if method == "all":
        right = failed
        why_en = f"`all` rejects as soon as one promise rejects, here that of {bad}."
        why_tr = (
            f"`all`, promise'lerden biri reddedilince hemen reddedilir; burada reddedilen {bad}."
        )
    elif method == "race":
        right = failed if first == bad else f"got {first}"
        why_en = f"`race` takes what settles first, value or error: {first} after 10 ms."
        why_tr = f"`race`, değer de olsa hata da olsa ilk sonuçlananı alır: 10 ms sonra {first}."
    else:
        right = f"got {good[0]}"
        why_en = f"`any` takes the first promise that is fulfilled, {good[0]}; the rejection of {bad} does not count."
        why_tr = f"`any` ilk yerine gelen promise'i alır: {good[0]}; {bad} için gelen ret sayılmaz."
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "const wait = (ms, name) => new Promise((yes) => setTimeout(yes, ms, name));\n"
            "const fail = (ms, name) =>\n"
            "  new Promise((_, no) => setTimeout(no, ms, new Error(name)));\n\n"
            f"Promise.{method}([{', '.join(calls)}])\n"
            '  .then((result) => console.log("got " + result))\n'
            '  .catch((error) => console.log("failed " + error.message));'
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                failed,
                "Thinks that one rejection decides the result here.",
                "Burada tek bir reddin sonucu belirlediğini sanır.",
            ),
            (
                f"got {good[0]}",
                f"Takes the first value, as any does, but this is {method}.",
                f"any gibi gelen ilk değeri alır; oysa burada {method} var.",
            ),
            (
                f"got {given}",
                "Thinks that the values that arrived are given without the failed one.",
                "Başarısız olan çıkarılıp gelen değerlerin verildiğini sanır.",
            ),
            (
                f"got {good[1]}",
                "Takes the value that arrives last.",
                "En son gelen değeri alır.",
            ),
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output"),
    )
