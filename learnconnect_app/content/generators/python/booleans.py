"""Parametric items of the topic `py-booleans`."""

from __future__ import annotations

from itertools import product
from random import Random

from learnconnect_app.content.builders import Wrong, question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-booleans"
PRINTS_EN = "What does this program print?"
PRINTS_TR = "Bu program ne yazdırır?"


@template("py-booleans-two-comparisons", topic=TOPIC, difficulty=1, seconds=35)
def two_comparisons(rng: Random) -> Question:
    name = rng.choice(["speed", "score", "depth", "price"])
    limit = rng.randint(20, 90)
    value = limit + rng.choice([-1, 0, 0, 1])
    signs = {
        ">": ("greater than", "sayısından büyük mü?", value > limit),
        "<": ("less than", "sayısından küçük mü?", value < limit),
        ">=": ("greater than or equal to", "sayısından büyük ya da ona eşit mi?", value >= limit),
        "<=": ("less than or equal to", "sayısından küçük ya da ona eşit mi?", value <= limit),
        "!=": ("different from", "sayısından farklı mı?", value != limit),
    }
    one, two = rng.sample(list(signs), 2)
    first, second = signs[one][2], signs[two][2]

    def slip(sign: str) -> tuple[str, str]:
        if sign == "!=":
            return "Takes != for ==.", "!= işaretini == gibi okur."
        if value != limit:
            return f"Reads {sign} the wrong way round.", f"{sign} işaretini ters yönde okur."
        if sign in ("<", ">"):
            return (
                f"Believes {sign} includes the limit itself.",
                f"{sign} işaretinin sınırı da kapsadığını düşünür.",
            )
        return (
            f"Believes {sign} leaves out the limit itself.",
            f"{sign} işaretinin sınırı dışarıda bıraktığını düşünür.",
        )

    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name} = {value}\nprint({name} {one} {limit}, {name} {two} {limit})",
        right=f"{first} {second}",
        wrong=[
            (f"{not first} {second}", *slip(one)),
            (f"{first} {not second}", *slip(two)),
            (f"{not first} {not second}", "Misreads both signs.", "İki işareti de yanlış okur."),
        ],
        because_en=f"{value} is {'' if first else 'not '}{signs[one][0]} {limit}, "
        f"and it is {'' if second else 'not '}{signs[two][0]} {limit}.",
        because_tr=f"{value}, {limit} {signs[one][1]} {first}. {value}, {limit} {signs[two][1]} {second}.",
        proof=Proof(run="output"),
    )


@template("py-booleans-inside-outside", topic=TOPIC, difficulty=2, seconds=45)
def inside_outside(rng: Random) -> Question:
    name = rng.choice(["temperature", "humidity", "level", "age"])
    low = rng.randint(10, 30)
    high = low + rng.randint(5, 15)
    value = rng.choice([low - 2, low, low + 2, high - 1, high, high + 3])
    inside = value in range(low, high)
    outside = value not in range(low, high + 1)
    chain_slip = {
        low: (
            "Believes <= leaves out the limit itself.",
            "<= işaretinin sınırı dışarıda bıraktığını düşünür.",
        ),
        high: (
            "Believes < includes the limit itself.",
            "< işaretinin sınırı da kapsadığını düşünür.",
        ),
    }.get(
        value,
        (
            "Misjudges whether the number lies in between.",
            "Sayının arada olup olmadığını yanlış değerlendirir.",
        ),
    )
    if outside:
        or_slip = (
            "Wants both sides of or to be true.",
            "or işlecinde iki yanın da doğru olmasını ister.",
        )
    elif value in (low, high):
        or_slip = (
            "Believes < and > include the limit itself.",
            "< ve > işaretlerinin sınırı da kapsadığını düşünür.",
        )
    else:
        or_slip = (
            "Reads one of the signs the wrong way round.",
            "İşaretlerden birini ters yönde okur.",
        )
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name} = {value}\nprint({low} <= {name} < {high}, {name} < {low} or {name} > {high})",
        right=f"{inside} {outside}",
        wrong=[
            (f"{not inside} {outside}", *chain_slip),
            (f"{inside} {not outside}", *or_slip),
            (
                f"{not inside} {not outside}",
                "Makes a mistake in both conditions.",
                "İki koşulda da yanılır.",
            ),
        ],
        because_en=f"The chain holds from {low} up to {high} without {high} itself: {inside}. "
        f"The second condition holds below {low} or above {high}: {outside}.",
        because_tr=f"Zincir {low} ile {high} arasında, {high} hariç doğrudur: {inside}. "
        f"İkinci koşul {low} altında ya da {high} üstünde doğrudur: {outside}.",
        proof=Proof(run="output"),
    )


@template("py-booleans-what-counts-as-true", topic=TOPIC, difficulty=2, seconds=45)
def what_counts_as_true(rng: Random) -> Question:
    empty = rng.choice(["0", '""', "0.0", "None"])
    full = rng.choice(['"0"', '" "', '"False"', '"None"', "-1", "0.1"])
    third, third_true, slip_en, slip_tr = rng.choice(
        [
            (
                "[]",
                False,
                "Believes an empty list counts as true.",
                "Boş listenin doğru sayıldığını düşünür.",
            ),
            (
                "[0]",
                True,
                "Believes a list with a zero in it is empty.",
                "İçinde sıfır olan listeyi boş sanır.",
            ),
            (
                "1 - 1",
                False,
                "Looks at the numbers, not at their difference.",
                "Farka değil, sayılara bakar.",
            ),
            (
                '"" + "a"',
                True,
                "Looks only at the first of the joined texts.",
                "Birleşen metinlerin yalnızca ilkine bakar.",
            ),
            (
                "{}",
                False,
                "Believes empty braces count as true.",
                "Boş süslü parantezin doğru sayıldığını düşünür.",
            ),
        ]
    )
    parts = [(empty, False), (full, True), (third, third_true)]
    rng.shuffle(parts)
    values = [truth for _, truth in parts]

    def without(literal: str) -> str:
        return " ".join(str(truth != (text == literal)) for text, truth in parts)

    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code="print(" + ", ".join(f"bool({text})" for text, _ in parts) + ")",
        right=" ".join(map(str, values)),
        wrong=[
            (
                without(full),
                f"Takes {full} for a value that counts as false.",
                f"{full} değerini yanlış sayılan bir değer sanır.",
            ),
            (
                without(empty),
                f"Takes {empty} for a value that counts as true.",
                f"{empty} değerini doğru sayılan bir değer sanır.",
            ),
            (without(third), slip_en, slip_tr),
        ],
        because_en="Zero, None and everything empty count as false. All other values count as true, even a negative "
        'number, a space or a text such as "False".',
        because_tr="Sıfır, None ve boş olan her şey yanlış sayılır. Geri kalan her şey doğrudur; eksi sayılar, boşluk "
        'karakteri ve "False" gibi metinler de.',
        proof=Proof(run="output"),
    )


@template("py-booleans-precedence", topic=TOPIC, difficulty=3, seconds=55)
def precedence(rng: Random) -> Question:
    names = rng.choice(
        [("sunny", "warm", "free"), ("member", "student", "local"), ("ready", "tested", "signed")]
    )
    a, b, c = names
    flat = (
        "Goes from left to right, as if or came first.",
        "or önce gelirmiş gibi soldan sağa gider.",
    )
    wide = ("Applies not to the whole condition.", "not işlecini koşulun tamamına uygular.")
    cases = []
    for x, y, z in product([True, False], repeat=3):
        cases += [
            (x, y, z, f"{a} or {b} and {c}", x or (y and z), (x or y) and z, flat),
            (x, y, z, f"not {a} and {b}", (not x) and y, not (x and y), wide),
            (x, y, z, f"not {a} or {b}", (not x) or y, not (x or y), wide),
        ]
    x, y, z, first, one, _, slip = rng.choice([case for case in cases if case[4] != case[5]])
    second, two = rng.choice(
        [(f"not ({b} and {c})", not (y and z)), (f"not ({b} or {c})", not (y or z))]
    )
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{a}, {b}, {c} = {x}, {y}, {z}\nprint({first}, {second})",
        right=f"{one} {two}",
        wrong=[
            (f"{not one} {two}", *slip),
            (
                f"{one} {not two}",
                "Forgets to turn the value of the parentheses round.",
                "Parantezin değerini tersine çevirmeyi unutur.",
            ),
            (
                f"{not one} {not two}",
                "Makes a mistake in both conditions.",
                "İki koşulda da yanılır.",
            ),
        ],
        because_en="`not` comes before `and`, and `and` comes before `or`; parentheses come first of all. "
        f"So the conditions are {one} and {two}.",
        because_tr="Önce `not`, sonra `and`, en son `or` yapılır; parantez hepsinden önce gelir. "
        f"Koşullar {one} ve {two} olur.",
        proof=Proof(run="output"),
    )


VALUES: list[tuple[str, object]] = [
    ("0", 0),
    ("None", None),
    ('"Ada"', "Ada"),
    ('"Deniz"', "Deniz"),
    ("7", 7),
    ("25", 25),
    ('"guest"', "guest"),
]


@template("py-booleans-which-operand", topic=TOPIC, difficulty=4, seconds=50)
def which_operand(rng: Random) -> Question:
    falsy, truthy = VALUES[:2], VALUES[2:]
    operator = rng.choice(["or", "and"])
    left = rng.choice(falsy if rng.random() < 0.5 else truthy)
    right_side = rng.choice([each for each in truthy if each != left])
    takes_left = bool(left[1]) == (operator == "or")
    right = left[1] if takes_left else right_side[1]
    other = right_side[1] if takes_left else left[1]
    wrong: list[Wrong] = [
        (other, "Takes the operand that does not decide.", "Sonucu belirlemeyen işleneni seçer."),
        (bool(right), f"Expects a bool from {operator}.", f"{operator} işlecinden bool bekler."),
        (
            not bool(right),
            f"Expects a bool from {operator} and misjudges the values.",
            f"{operator} işlecinden bool bekler, değerleri de yanlış değerlendirir.",
        ),
    ]
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"entry = {left[0]}\nprint(entry {operator} {right_side[0]})",
        right=right,
        wrong=wrong,
        because_en=f"`{operator}` returns an operand: the left one if it decides, otherwise the right one. "
        f"`{left[0]}` counts as {str(bool(left[1])).lower()}, so the result is {right}.",
        because_tr=f"`{operator}` bir işlenen döndürür: sonucu soldaki belirliyorsa onu, yoksa sağdakini. "
        f"`{left[0]}` {'doğru' if left[1] else 'yanlış'} sayılır; sonuç {right} olur.",
        proof=Proof(run="output"),
    )


@template("py-booleans-three-operands", topic=TOPIC, difficulty=5, seconds=70)
def three_operands(rng: Random) -> Question:
    one, two, three = rng.sample(VALUES, 3)
    shape = rng.choice(["{} and {} or {}", "{} or {} and {}"])
    if shape.startswith("{} and"):
        half = two[1] if one[1] else one[1]
        right = half or three[1]
        swapped = one[1] and (two[1] or three[1])
    else:
        half = three[1] if two[1] else two[1]
        right = one[1] or half
        swapped = (one[1] or two[1]) and three[1]
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code="print(" + shape.format(one[0], two[0], three[0]) + ")",
        right=right,
        wrong=[
            (
                swapped,
                "Lets or bind more tightly than and.",
                "or işlecini and işlecinden öncelikli sanır.",
            ),
            *(
                (
                    value,
                    "Stops at an operand that does not decide the result.",
                    "Sonucu belirlemeyen bir işlenende durur.",
                )
                for _, value in (one, two, three)
            ),
        ],
        spare=[(bool(right), "Expects a bool as the result.", "Sonuç olarak bool bekler.")],
        because_en="`and` comes first: it returns its left side if that counts as false, else its right side. "
        f"`or` returns its left side if that counts as true, else its right side. The result is {right}.",
        because_tr="Önce `and` yapılır: Sol yanı yanlış sayılıyorsa onu, yoksa sağ yanını döndürür. `or` ise sol yanı "
        f"doğru sayılıyorsa onu, yoksa sağ yanını döndürür. Sonuç {right} olur.",
        proof=Proof(run="output"),
    )
