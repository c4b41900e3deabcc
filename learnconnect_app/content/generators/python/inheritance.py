"""Parametric items of the topic `py-inheritance`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-inheritance"


@template("py-inheritance-extended-total", topic=TOPIC, difficulty=2, seconds=50)
def extended_total(rng: Random) -> Question:
    prices = rng.sample(range(10, 60, 5), 2)
    extra = rng.choice([4, 6, 8, 12])
    name = rng.choice(["GiftOrder", "ExpressOrder", "NightOrder"])
    total = sum(prices)
    code = f"""\
class Order:
    def __init__(self, prices):
        self.prices = prices

    def total(self):
        return sum(self.prices)

class {name}(Order):
    def total(self):
        return super().total() + {extra}

print(Order({prices}).total(), {name}({prices}).total())
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=f"{total} {total + extra}",
        wrong=[
            (
                f"{total} {extra}",
                "Thinks that an overriding method cannot use the result of its parent.",
                "Ezen metodun üst sınıfın sonucunu kullanamadığını sanır.",
            ),
            (
                f"{total + extra} {total + extra}",
                "Thinks that the subclass changes its parent as well.",
                "Alt sınıfın üst sınıfı da değiştirdiğini sanır.",
            ),
            (
                f"{total} {total}",
                "Thinks that the method of the parent comes before the overriding one.",
                "Üst sınıfın metodunun ezen metottan önce geldiğini sanır.",
            ),
        ],
        because_en=f"`super().total()` gives {total}, and the subclass adds {extra}. `Order` itself stays as it is.",
        because_tr=f"`super().total()` {total} verir, alt sınıf buna {extra} ekler. `Order` olduğu gibi kalır.",
        proof=Proof(run="output"),
    )


@template("py-inheritance-count-instances", topic=TOPIC, difficulty=3, seconds=60)
def count_instances(rng: Random) -> Question:
    top, middle, bottom, other = rng.choice(
        [
            ("Animal", "Bird", "Penguin", "Fish"),
            ("Vehicle", "Car", "Taxi", "Boat"),
            ("Person", "Student", "Captain", "Teacher"),
            ("Shape", "Rectangle", "Square", "Circle"),
        ]
    )
    low = rng.randint(1, 2)
    own = rng.choice([n for n in (1, 2, 3) if n != low])
    others = rng.randint(1, 3)
    made = [middle] * own + [bottom] * low + [other] * others
    rng.shuffle(made)
    code = f"""\
class {top}: pass
class {middle}({top}): pass
class {bottom}({middle}): pass
class {other}({top}): pass

things = [{", ".join(made)}]
things = [kind() for kind in things]
print(sum(isinstance(thing, {middle}) for thing in things))
"""
    right = own + low
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                own,
                "Counts only the objects made from exactly this class.",
                "Yalnızca tam olarak bu sınıftan oluşturulan nesneleri sayar.",
            ),
            (
                len(made),
                "Thinks that objects of the parent class and its other subclasses count, too.",
                "Üst sınıfın öteki alt sınıflarının nesnelerini de sayar.",
            ),
            (
                low,
                "Counts the objects of the subclass only.",
                "Yalnızca alt sınıfın nesnelerini sayar.",
            ),
        ],
        spare=[
            (
                0,
                "Thinks that isinstance expects the parent class.",
                "isinstance'ın üst sınıfı beklediğini sanır.",
            ),
            (right + 1, "Counts one object too many.", "Bir nesneyi fazladan sayar."),
        ],
        because_en=f"`isinstance` counts {middle} ({own}) and its subclass {bottom} ({low}), but not {other}: {right}.",
        because_tr=f"`isinstance`, {middle} ({own}) ile alt sınıfı {bottom} ({low}) nesnelerini sayar, "
        f"{other} nesnelerini saymaz: {right}.",
        proof=Proof(run="output"),
    )


@template("py-inheritance-three-levels", topic=TOPIC, difficulty=3, seconds=60)
def three_levels(rng: Random) -> Question:
    base = rng.randint(3, 9)
    plus = rng.randint(2, 6)
    factor = rng.randint(2, 4)
    adds_first = rng.choice([True, False])
    middle, last = (f"+ {plus}", f"* {factor}") if adds_first else (f"* {factor}", f"+ {plus}")
    right = (base + plus) * factor if adds_first else base * factor + plus
    swapped = base * factor + plus if adds_first else (base + plus) * factor
    only_last = base * factor if adds_first else base + plus
    only_middle = base + plus if adds_first else base * factor
    code = f"""\
class Level:
    def points(self):
        return {base}

class Silver(Level):
    def points(self):
        return super().points() {middle}

class Gold(Silver):
    def points(self):
        return super().points() {last}

print(Gold().points())
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                only_last,
                "Thinks that super jumps over the class in the middle.",
                "super'in ortadaki sınıfı atladığını sanır.",
            ),
            (
                swapped,
                "Applies the step of the last class before that of its parent.",
                "Son sınıfın işlemini üst sınıfınkinden önce yapar.",
            ),
            (
                only_middle,
                "Leaves out the step of the last class.",
                "Son sınıfın işlemini dışarıda bırakır.",
            ),
        ],
        spare=[
            (base, "Thinks that the topmost method wins.", "En üstteki metodun kazandığını sanır."),
            (right + plus, "Applies the addition twice.", "Toplama işlemini iki kez yapar."),
        ],
        because_en=f"From the top down: {base}, then `{middle}`, then `{last}` on that result: {right}.",
        because_tr=f"Yukarıdan aşağıya: {base}, sonra `{middle}`, çıkan sonuca da `{last}`: {right}.",
        proof=Proof(run="output"),
    )


@template("py-inheritance-init-order", topic=TOPIC, difficulty=4, seconds=75)
def init_order(rng: Random) -> Question:
    top, middle, last = rng.choice(
        [
            ("Person", "Student", "Captain"),
            ("Device", "Phone", "Camera"),
            ("Place", "City", "Capital"),
            ("Animal", "Bird", "Owl"),
            ("Game", "Puzzle", "Sudoku"),
            ("Meal", "Soup", "Tarhana"),
            ("Plant", "Tree", "Olive"),
        ]
    )
    middle_first, last_first = rng.choice(
        [(True, True), (False, True), (True, False), (False, False)]
    )

    def body(name: str, prints_first: bool) -> str:
        lines = [f'        print("{name}", end=" ")', "        super().__init__()"]
        return "\n".join(lines if prints_first else lines[::-1])

    code = f"""\
class {top}:
    def __init__(self):
        print("{top}", end=" ")
class {middle}({top}):
    def __init__(self):
{body(middle, middle_first)}
class {last}({middle}):
    def __init__(self):
{body(last, last_first)}

{last}()
"""

    def order(middle_prints_first: bool, last_prints_first: bool) -> str:
        inner = [middle, top] if middle_prints_first else [top, middle]
        return " ".join([last, *inner] if last_prints_first else [*inner, last])

    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=order(middle_first, last_first),
        wrong=[
            (
                order(False, False),
                "Thinks that parents always print first, wherever the super call stands.",
                "super çağrısı nerede olursa olsun önce üst sınıfların yazdırdığını sanır.",
            ),
            (
                order(True, True),
                "Thinks that each class prints before its parent, wherever the super call stands.",
                "super çağrısı nerede olursa olsun her sınıfın üst sınıfından önce yazdırdığını sanır.",
            ),
            (
                order(not middle_first, last_first),
                "Misplaces the print of the middle class around its super call.",
                "Ortadaki sınıfın yazdırmasını super çağrısının yanlış tarafına koyar.",
            ),
            (
                last,
                "Thinks that super().__init__() has no visible effect.",
                "super().__init__() çağrısının görünür bir etkisi olmadığını sanır.",
            ),
        ],
        spare=[
            (
                order(middle_first, not last_first),
                "Misplaces the print of the last class around its super call.",
                "Son sınıfın yazdırmasını super çağrısının yanlış tarafına koyar.",
            ),
        ],
        because_en=f"The code runs line by line from `{last}`; each `super().__init__()` first finishes the parent's "
        "work before the next line is reached.",
        because_tr=f"Kod `{last}` sınıfından başlayarak satır satır çalışır; her `super().__init__()` önce üst sınıfın "
        "işini bitirir, sonra alttaki satıra geçilir.",
        proof=Proof(run="output"),
    )


@template("py-inheritance-two-parents", topic=TOPIC, difficulty=5, seconds=80)
def two_parents(rng: Random) -> Question:
    base, one, two, both = rng.choice(
        [
            ("Device", "Phone", "Camera", "Smartphone"),
            ("Person", "Student", "Worker", "Intern"),
            ("Vehicle", "Car", "Boat", "Amphibian"),
            ("Animal", "Swimmer", "Flyer", "Duck"),
        ]
    )
    parents = [one, two]
    rng.shuffle(parents)
    values = rng.sample(range(10, 100, 5), 2)
    extra = rng.choice(["pass", f"size = {rng.randint(2, 9)}"])
    lazy_first = rng.choice([True, False])
    silent, telling = (parents[0], parents[1]) if lazy_first else (parents[1], parents[0])
    bodies = {silent: extra, telling: f"limit = {values[1]}"}
    code = f"""\
class {base}:
    limit = {values[0]}

class {one}({base}):
    {bodies[one]}

class {two}({base}):
    {bodies[two]}

class {both}({", ".join(parents)}):
    pass

print({both}().limit, {silent}().limit)
"""
    right = f"{values[1]} {values[0]}"
    order = f"{both}, {parents[0]}, {parents[1]}, {base}"
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                f"{values[0]} {values[0]}",
                "Thinks that the common parent is asked before the class that overrides it.",
                "Ortak üst sınıfa, onu ezen sınıftan önce bakıldığını sanır.",
            ),
            (
                f"{values[1]} {values[1]}",
                "Thinks that a class takes over attributes of its sibling.",
                "Bir sınıfın kardeş sınıfın niteliklerini üstlendiğini sanır.",
            ),
            (
                f"{sum(values)} {values[0]}",
                "Thinks that the values of several parents are added.",
                "Birden çok üst sınıfın değerlerinin toplandığını sanır.",
            ),
            (
                f"{values[0]} {values[1]}",
                "Swaps the value of the common parent and the overriding one.",
                "Ortak üst sınıfın değeriyle onu ezen değeri karıştırır.",
            ),
        ],
        because_en=f"The search order is {order}: `{telling}` comes before `{base}` and has {values[1]}. "
        f"`{silent}` alone inherits {values[0]} from `{base}`.",
        because_tr=f"Arama sırası {order} biçimindedir: `{telling}`, `{base}` sınıfından önce gelir ve "
        f"{values[1]} değerini taşır. `{silent}` tek başına {values[0]} değerini `{base}` sınıfından alır.",
        proof=Proof(run="output"),
    )
