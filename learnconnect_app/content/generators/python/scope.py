"""Parametric items of the topic `py-scope`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-scope"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]


def quoted(text: str) -> str:
    """A string as it is written in code."""
    return json.dumps(text, ensure_ascii=False)


@template("py-scope-global-or-not", topic=TOPIC, difficulty=1, seconds=40)
def global_or_not(rng: Random) -> Question:
    before, after, bonus = rng.sample(range(10, 100), 3)
    shared = rng.random() < 0.4
    right = f"{after + bonus} {after}" if shared else f"{after + bonus} {before}"
    opposite = f"{after + bonus} {before}" if shared else f"{after + bonus} {after}"
    declaration = "    global score\n" if shared else ""
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"score = {before}\n\ndef play():\n{declaration}    score = {after}\n"
            f"    return score + {bonus}\n\nprint(play(), score)"
        ),
        right=right,
        wrong=[
            (
                opposite,
                "Overlooks what global does."
                if shared
                else "Thinks that an assignment in a function changes the outer variable.",
                "global sözcüğünün etkisini gözden kaçırır."
                if shared
                else "Fonksiyondaki atamanın dıştaki değişkeni değiştirdiğini sanır.",
            ),
            (
                f"{before + bonus} {before}",
                "Thinks that the function keeps using the old value.",
                "Fonksiyonun eski değeri kullanmayı sürdürdüğünü sanır.",
            ),
            (
                f"{after + bonus} {after + bonus}",
                "Thinks that the returned value is also stored in score.",
                "Döndürülen değerin score'a da yazıldığını sanır.",
            ),
        ],
        spare=[
            (f"None {before}", "Overlooks the return.", "return'ü gözden kaçırır."),
        ],
        because_en="`global` makes the assignment change the outer `score`."
        if shared
        else "The assignment makes a local `score`; the outer one keeps its value.",
        because_tr="`global` sayesinde atama dıştaki `score`'u değiştirir."
        if shared
        else "Atama yerel bir `score` oluşturur; dıştaki ise değerini korur.",
        proof=Proof(run="output"),
    )


@template("py-scope-captain-and-players", topic=TOPIC, difficulty=2, seconds=45)
def captain_and_players(rng: Random) -> Question:
    people = rng.sample(NAMES, rng.randint(2, 5))
    named = rng.choice(["captain", "captain, keeper"])
    lead = named.count(",") + 1
    right = tuple(people[lead:])
    where_en, where_tr = (
        ("The first argument goes to `captain`", "İlk argüman `captain` parametresine gider")
        if lead == 1
        else (
            "The first two arguments go to `captain` and `keeper`",
            "İlk iki argüman `captain` ve `keeper` parametrelerine gider",
        )
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"def team({named}, *players):\n    return players\n\nprint(team({', '.join(map(quoted, people))}))",
        right=right,
        wrong=[
            ([*right], "Thinks that *players is a list.", "*players'ın liste olduğunu sanır."),
            (
                tuple(people),
                "Thinks that *players takes every argument.",
                "*players'ın bütün argümanları aldığını sanır.",
            ),
            (
                people[lead] if right else None,
                "Thinks that players is one value."
                if right
                else "Thinks that nothing to collect gives None.",
                "players'ın tek bir değer olduğunu sanır."
                if right
                else "Toplanacak bir şey yoksa None olacağını sanır.",
            ),
        ],
        because_en=f"{where_en}; `*players` collects the rest in a tuple.",
        because_tr=f"{where_tr}; `*players` kalanları bir demette toplar.",
        proof=Proof(run="output"),
    )


@template("py-scope-nearest-name", topic=TOPIC, difficulty=3, seconds=60)
def nearest_name(rng: Random) -> Question:
    top, middle, inner, late = rng.sample(range(1, 50), 4)
    has_inner, has_middle = rng.choice([(False, True), (False, True), (False, False), (True, True)])
    use_late = not has_middle or rng.random() < 0.5
    lines = [f"size = {top}", "", "def outer():"]
    lines += [f"    size = {middle}"] if has_middle else []
    lines += ["    def inner():"]
    lines += [f"        size = {inner}"] if has_inner else []
    lines += ["        return size", "    return inner()", ""]
    lines += [f"size = {late}"] if use_late else []
    lines += ["print(outer(), size)"]
    outside = late if use_late else top
    seen = inner if has_inner else middle if has_middle else outside
    right = f"{seen} {outside}"
    where_en, where_tr = (
        ("in the inner function itself", "iç fonksiyonun kendisinde")
        if has_inner
        else ("in the enclosing function", "çevreleyen fonksiyonda")
        if has_middle
        else (
            "at the top level, as it is at the time of the call",
            "en üst düzeyde, çağrı anındaki haliyle",
        )
    )
    wrong = [
        (
            f"{outside} {outside}",
            "Thinks that the global variable wins.",
            "Global değişkenin kazandığını sanır.",
        ),
        (
            f"{seen} {seen}",
            "Thinks that the functions change the global variable.",
            "Fonksiyonların global değişkeni değiştirdiğini sanır.",
        ),
        (f"{middle} {outside}", "Stops at the enclosing function.", "Çevreleyen fonksiyonda durur.")
        if has_inner
        else (
            f"{top} {outside}",
            "Thinks that the value at the definition counts.",
            "Tanım anındaki değerin geçerli olduğunu sanır.",
        ),
    ]
    spare = [
        (
            f"{seen if has_inner or has_middle else top} {top}",
            "Overlooks the second assignment at the top level.",
            "En üst düzeydeki ikinci atamayı gözden kaçırır.",
        ),
        (
            f"None {outside}",
            "Thinks that an inner function finds no outer name.",
            "İç fonksiyonun dıştaki adı bulamadığını sanır.",
        ),
        (
            "NameError",
            "Thinks that a function only knows its own names.",
            "Fonksiyonun yalnızca kendi adlarını bildiğini sanır.",
        ),
        (
            f"{outside} {seen}",
            "Swaps the inner and the outer variable.",
            "İç ve dış değişkenin yerini karıştırır.",
        ),
    ]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code="\n".join(lines),
        right=right,
        wrong=wrong,
        spare=spare,
        because_en=f"The name is found {where_en}: {seen}. Outside, `size` is {outside}.",
        because_tr=f"Ad {where_tr} bulunur: {seen}. Dışarıda `size` {outside} değerindedir.",
        proof=Proof(run="output"),
    )


@template("py-scope-two-counters", topic=TOPIC, difficulty=4, seconds=70)
def two_counters(rng: Random) -> Question:
    step = rng.randint(2, 5)
    starts = rng.sample(range(0, 40), 2)
    calls = rng.choice(["aab", "aba", "abaa", "abb", "aabb", "bbab"])
    starting = {"a": starts[0], "b": starts[1]}
    value = {**starting}
    for name in calls[:-1]:
        value[name] += step
    last = calls[-1]
    value[last] += step
    right = value[last]
    own = calls.count(last)
    shared_all = starting[last] + step * len(calls)
    words = {"a": "coins", "b": "lives"}
    lines = [f"{words[name]}()" for name in calls[:-1]] + [f"print({words[last]}())"]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "def counter(n):\n    def up():\n        nonlocal n\n"
            f"        n += {step}\n        return n\n    return up\n\n"
            f"coins = counter({starts[0]})\nlives = counter({starts[1]})\n" + "\n".join(lines)
        ),
        right=right,
        wrong=[
            (
                shared_all,
                "Counts the calls of both counters together.",
                "İki sayacın çağrılarını birlikte sayar.",
            ),
            (
                starting[last] + step,
                "Thinks that n starts anew with each call.",
                "n'nin her çağrıda baştan başladığını sanır.",
            ),
            (
                starting[last],
                "Thinks that n keeps its start value.",
                "n'nin başlangıç değerini koruduğunu sanır.",
            ),
        ],
        spare=[
            (
                right + step,
                "Counts making the counter as a step.",
                "Sayacın kurulmasını da adım sayar.",
            ),
            (
                right - 2 * step if own > 2 else right + 2 * step,
                "Loses track of the calls.",
                "Çağrıların sayısını şaşırır.",
            ),
        ],
        because_en=f"Each call of `counter` makes its own `n`; here {starting[last]} + {own} · {step} = {right}.",
        because_tr=f"Her `counter` çağrısı kendi `n`'sini kurar: {starting[last]} + {own} · {step} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-scope-remembered-factor", topic=TOPIC, difficulty=3, seconds=55)
def remembered_factor(rng: Random) -> Question:
    first, second, outside = rng.sample(range(2, 10), 3)
    first, second = sorted((first, second))
    value = rng.randint(3, 12)
    which = rng.choice(["small", "large"])
    factor = first if which == "small" else second
    other = second if which == "small" else first
    right = factor * value
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "def make_scale(factor):\n    def scale(x):\n        return x * factor\n    return scale\n\n"
            f"small = make_scale({first})\nlarge = make_scale({second})\nfactor = {outside}\nprint({which}({value}))"
        ),
        right=right,
        wrong=[
            (
                outside * value,
                "Thinks that the global variable replaces the remembered one.",
                "Global değişkenin, hatırlanan değişkenin yerine geçtiğini sanır.",
            ),
            (
                other * value,
                "Thinks that both functions remember the same factor.",
                "İki fonksiyonun da aynı çarpanı hatırladığını sanır.",
            ),
            (
                value,
                "Thinks that the factor is forgotten when make_scale ends.",
                "make_scale bitince çarpanın unutulduğunu sanır.",
            ),
        ],
        spare=[(first * second * value, "Applies both factors.", "İki çarpanı da uygular.")],
        because_en=f"`{which}` remembers the factor it was made with, {factor}: {value} · {factor} = {right}.",
        because_tr=f"`{which}`, onu kuran çağrının çarpanını hatırlar: {factor}; {value} · {factor} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-scope-spread-settings", topic=TOPIC, difficulty=4, seconds=65)
def spread_settings(rng: Random) -> Question:
    amount = rng.randint(2, 9)
    default_size, given_size = rng.sample(range(2, 9), 2)
    extras = rng.sample(["sugar", "milk", "lemon", "ice"], rng.randint(2, 3))
    settings = {extra: rng.randint(1, 3) for extra in extras}
    with_size = rng.random() < 0.6
    if with_size:
        settings = {extras[0]: settings[extras[0]], "size": given_size} | settings
    size = given_size if with_size else default_size
    right = f"{amount * size} {len(extras)}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"def order(amount, size={default_size}, **extra):\n    return amount * size, len(extra)\n\n"
            f"settings = {json.dumps(settings)}\n"
            f"total, count = order({amount}, **settings)\nprint(total, count)"
        ),
        right=right,
        wrong=[
            (
                f"{amount * default_size} {len(settings)}",
                "Thinks that size cannot be filled from a dictionary.",
                "size'ın bir sözlükten doldurulamayacağını sanır.",
            )
            if with_size
            else (
                f"{amount * settings[extras[0]]} {len(extras) - 1}",
                "Thinks that the first value of the dictionary goes to size.",
                "Sözlüğün ilk değerinin size'a gittiğini sanır.",
            ),
            (
                f"{amount * size} 1",
                "Thinks that the dictionary arrives as one argument.",
                "Sözlüğün tek bir argüman olarak ulaştığını sanır.",
            ),
            (
                f"{amount * size} {len(settings) + 1}",
                "Thinks that extra holds the named arguments as well.",
                "extra'nın adı belli argümanları da tuttuğunu sanır.",
            ),
        ],
        spare=[
            (
                f"{amount * size} {len(extras) + 2}",
                "Counts every argument.",
                "Bütün argümanları sayar.",
            )
        ],
        because_en=f"Each pair becomes a keyword argument: `size` is {size}, {len(extras)} others land in `extra`.",
        because_tr=f"Her çift anahtar sözcüklü bir argüman olur: `size` {size}, `extra` içinde {len(extras)} argüman var.",
        proof=Proof(run="output"),
    )
