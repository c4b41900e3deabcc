"""Parametric items of the topic `py-decorators`."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-decorators"


@template("py-decorators-actions-by-name", topic=TOPIC, difficulty=2, seconds=50)
def actions_by_name(rng: Random) -> Question:
    plus = rng.randint(2, 6)
    factor = rng.randint(2, 4)
    start = rng.randint(2, 6)
    plan = rng.choice([["grow", "stretch"], ["stretch", "grow"]])
    grown_first = plan[0] == "grow"
    right = (start + plus) * factor if grown_first else start * factor + plus
    swapped = start * factor + plus if grown_first else (start + plus) * factor
    only_last = start * factor if grown_first else start + plus
    shown = ", ".join(f'"{name}"' for name in plan)
    code = f"""\
def grow(n):
    return n + {plus}

def stretch(n):
    return n * {factor}

actions = {{"grow": grow, "stretch": stretch}}
value = {start}
for name in [{shown}]:
    value = actions[name](value)
print(value)
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                swapped,
                "Calls the two functions in the wrong order.",
                "İki fonksiyonu yanlış sırayla çağırır.",
            ),
            (
                only_last,
                "Thinks that each function gets the start value.",
                "Her fonksiyonun başlangıç değerini aldığını sanır.",
            ),
            (
                start,
                "Thinks that functions in a dictionary are not called.",
                "Sözlükteki fonksiyonların çağrılmadığını sanır.",
            ),
        ],
        spare=[
            (
                right + plus,
                "Applies the addition once more.",
                "Toplama işlemini bir kez daha uygular.",
            ),
            (
                right * factor,
                "Applies the multiplication once more.",
                "Çarpma işlemini bir kez daha uygular.",
            ),
        ],
        because_en=f"The dictionary gives the function, the parentheses call it: first {plan[0]}, then {plan[1]} on "
        f"that result, which gives {right}.",
        because_tr=f"Sözlük fonksiyonu verir, parantez onu çağırır: önce {plan[0]}, sonra çıkan sonuca {plan[1]}; "
        f"sonuç {right} olur.",
        proof=Proof(run="output"),
    )


@template("py-decorators-cache-count", topic=TOPIC, difficulty=3, seconds=55)
def cache_count(rng: Random) -> Question:
    base = rng.sample(range(2, 9), 3)
    calls = [*base, *(rng.choice(base) for _ in range(rng.randint(2, 4)))]
    rng.shuffle(calls)
    right = len(dict.fromkeys(calls))
    neighbours = 1 + sum(a != b for a, b in pairwise(calls))
    name, work = rng.choice([("square", "n * n"), ("half", "n / 2"), ("double", "2 * n")])
    code = f"""\
from functools import cache

runs = []

@cache
def {name}(n):
    runs.append(n)
    return {work}

for n in {calls}:
    {name}(n)
print(len(runs))
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                len(calls),
                "Thinks that the body runs with every call.",
                "Gövdenin her çağrıda çalıştığını sanır.",
            ),
            (
                len(calls) - right,
                "Counts the calls that the cache answers.",
                "Önbelleğin yanıtladığı çağrıları sayar.",
            ),
            (
                1,
                "Thinks that the cache ignores the argument.",
                "Önbelleğin argümana bakmadığını sanır.",
            ),
            (
                neighbours,
                "Thinks that only the last result is remembered.",
                "Yalnızca son sonucun hatırlandığını sanır.",
            ),
        ],
        spare=[
            (
                0,
                "Thinks that a cached body does not run.",
                "Önbellekli gövdenin hiç çalışmadığını sanır.",
            ),
            (right + 1, "Slips by one while counting.", "Sayarken bir fazla sayar."),
        ],
        because_en=f"The body runs once per different argument, and there are {right}. The other "
        f"{len(calls) - right} calls get remembered results.",
        because_tr=f"Gövde her farklı argüman için bir kez çalışır; {right} farklı argüman vardır. Öbür "
        f"{len(calls) - right} çağrı hatırlanan sonucu alır.",
        proof=Proof(run="output"),
    )


@template("py-decorators-before-and-after", topic=TOPIC, difficulty=3, seconds=60)
def before_and_after(rng: Random) -> Question:
    before = rng.randint(1, 4)
    after = rng.randint(2, 5)
    factor = rng.choice([2, 3, 10])
    n = rng.randint(2, 6)
    right = (n + before) * factor + after
    code = f"""\
def adjust(function):
    def wrapper(n):
        return function(n + {before}) + {after}
    return wrapper

@adjust
def price(n):
    return n * {factor}

print(price({n}))
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                n * factor,
                "Overlooks that the name now refers to the wrapper.",
                "Adın artık sarmalayıcıyı gösterdiğini gözden kaçırır.",
            ),
            (
                n * factor + before + after,
                "Adds both numbers to the result only.",
                "İki sayıyı da yalnızca sonuca ekler.",
            ),
            (
                (n + before + after) * factor,
                "Adds both numbers to the argument only.",
                "İki sayıyı da yalnızca argümana ekler.",
            ),
        ],
        spare=[
            (
                (n + before) * factor,
                "Leaves out the last addition.",
                "Son toplamayı dışarıda bırakır.",
            ),
            (
                n * factor + after,
                "Leaves out the first addition.",
                "İlk toplamayı dışarıda bırakır.",
            ),
        ],
        because_en=f"The wrapper gets {n}, calls the original with {n + before}, gets {(n + before) * factor} "
        f"and adds {after}: {right}.",
        because_tr=f"Sarmalayıcı {n} alır, özgün fonksiyonu {n + before} ile çağırır, {(n + before) * factor} elde "
        f"eder ve {after} ekler: {right}.",
        proof=Proof(run="output"),
    )


@template("py-decorators-stacked", topic=TOPIC, difficulty=4, seconds=75)
def stacked(rng: Random) -> Question:
    plus = rng.randint(2, 6)
    factor = rng.randint(2, 5)
    n = rng.randint(2, 6)
    fee_outside = rng.choice([True, False])
    top, bottom = ("fee", "times") if fee_outside else ("times", "fee")
    right = n * factor + plus if fee_outside else (n + plus) * factor
    swapped = (n + plus) * factor if fee_outside else n * factor + plus
    code = f"""\
def fee(function):
    return lambda n: function(n) + {plus}

def times(function):
    return lambda n: function(n) * {factor}

@{top}
@{bottom}
def price(n):
    return n

print(price({n}))
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                swapped,
                "Thinks that the decorator at the top works first.",
                "En üstteki bezeyicinin önce işlediğini sanır.",
            ),
            (
                n + plus if fee_outside else n * factor,
                "Thinks that only the decorator at the top counts.",
                "Yalnızca en üstteki bezeyicinin geçerli olduğunu sanır.",
            ),
            (
                n * factor if fee_outside else n + plus,
                "Thinks that only the decorator next to def counts.",
                "Yalnızca def'e en yakın bezeyicinin geçerli olduğunu sanır.",
            ),
        ],
        spare=[
            (
                n,
                "Thinks that decorators do not change the result.",
                "Bezeyicilerin sonucu değiştirmediğini sanır.",
            ),
            (right + plus, "Applies the fee once more.", "Ücreti bir kez daha ekler."),
            (right + factor, "Slips while computing.", "Hesaplarken yanılır."),
        ],
        because_en=f"The decorator next to `def` is the inner one: first `{bottom}`, then `{top}` on its "
        f"result: {right}.",
        because_tr=f"`def`'e en yakın bezeyici içtekidir: önce `{bottom}`, sonra onun sonucuna `{top}` "
        f"uygulanır: {right}.",
        proof=Proof(run="output"),
    )


@template("py-decorators-capped", topic=TOPIC, difficulty=4, seconds=65)
def capped(rng: Random) -> Question:
    limit = rng.choice([30, 40, 50, 60])
    rate = rng.choice([3, 4, 6, 7])
    small = rng.randint(2, limit // rate - 1)
    large = limit // rate + rng.randint(2, 5)
    name, unit = rng.choice([("parking", "hours"), ("delivery", "boxes"), ("printing", "sheets")])
    code = f"""\
def at_most(limit):
    def decorate(function):
        def wrapper(amount):
            return min(function(amount), limit)
        return wrapper
    return decorate

@at_most({limit})
def {name}({unit}):
    return {rate} * {unit}

print({name}({small}), {name}({large}))
"""
    right = f"{rate * small} {limit}"
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                f"{rate * small} {rate * large}",
                "Overlooks that the wrapper changes the result.",
                "Sarmalayıcının sonucu değiştirdiğini gözden kaçırır.",
            ),
            (
                f"{limit} {limit}",
                "Takes the limit for the result itself.",
                "Sınırı sonucun kendisi sanır.",
            ),
            (
                f"{limit} {rate * large}",
                "Takes min for max.",
                "min'i max gibi okur.",
            ),
            (
                f"{small} {limit}",
                "Thinks that the argument comes back when the limit is not reached.",
                "Sınıra ulaşılmayınca argümanın geri verildiğini sanır.",
            ),
        ],
        because_en=f"The wrapper caps the result at {limit}: {rate} * {small} = {rate * small} passes, "
        f"{rate} * {large} = {rate * large} does not.",
        because_tr=f"Sarmalayıcı sonucu {limit} ile sınırlar: {rate} * {small} = {rate * small} sınırın altındadır, "
        f"{rate} * {large} = {rate * large} ise üstündedir.",
        proof=Proof(run="output"),
    )
