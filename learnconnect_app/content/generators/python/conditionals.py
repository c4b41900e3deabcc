"""Parametric items of the topic `py-conditionals`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import Wrong, question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-conditionals"
PRINTS_EN = "What does this program print?"
PRINTS_TR = "Bu program ne yazdırır?"


@template("py-conditionals-grade-ladder", topic=TOPIC, difficulty=1, seconds=40)
def grade_ladder(rng: Random) -> Question:
    name = rng.choice(["ayse", "deniz", "ada", "alan", "mert", "grace"])
    top, middle, low = rng.choice([(85, 70, 50), (90, 75, 60), (80, 65, 45)])
    score = rng.choice([top, middle, low]) + rng.choice([-1, 0, 3])
    grade = ["D", "C", "B", "A"][sum(score >= limit for limit in (top, middle, low))]
    on_limit = score in (top, middle, low)
    wrong: list[Wrong] = []
    for other in "ABCD":
        gap = ord(other) - ord(grade)
        if other == grade:
            continue
        if gap == 1 and on_limit:
            wrong.append(
                (other, "Reads >= as strictly greater.", ">= işaretini kesin büyük diye okur.")
            )
        elif gap == 1:
            wrong.append(
                (
                    other,
                    "Goes on to the next branch although one fits.",
                    "Uyan dal varken bir sonrakine geçer.",
                )
            )
        elif gap == -1:
            wrong.append(
                (
                    other,
                    "Accepts a limit that is not reached.",
                    "Ulaşılmayan bir sınırı yeterli sayar.",
                )
            )
        elif gap > 0:
            wrong.append(
                (
                    other,
                    "Takes a branch far below the first that fits.",
                    "Uyan ilk dalın çok altındaki bir dalı seçer.",
                )
            )
        else:
            wrong.append(
                (
                    other,
                    "Takes a higher branch without testing it.",
                    "Daha üstteki bir dalı sınamadan seçer.",
                )
            )
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'{name} = {score}\nif {name} >= {top}:\n    print("A")\nelif {name} >= {middle}:\n    print("B")\n'
        f'elif {name} >= {low}:\n    print("C")\nelse:\n    print("D")',
        right=grade,
        wrong=wrong,
        because_en=f"Tested from the top with the limits {top}, {middle} and {low}, the first branch that fits {score} "
        f"gives {grade}.",
        because_tr=f"Sınırlar yukarıdan aşağıya {top}, {middle}, {low} diye sınanır; {score} için uyan ilk dal "
        f"{grade} verir.",
        proof=Proof(run="output"),
    )


@template("py-conditionals-two-discounts", topic=TOPIC, difficulty=2, seconds=50)
def two_discounts(rng: Random) -> Question:
    first_limit, second_limit = rng.choice([(100, 80), (200, 170), (150, 120), (120, 100)])
    first_off, second_off = rng.choice([10, 15, 20, 25]), rng.choice([5, 7, 12])
    price = first_limit + rng.choice([5, 10, 20, 40])
    chained = rng.random() < 0.4
    word = "elif" if chained else "if"
    after_first = price - first_off
    both = after_first - second_off
    right = after_first if chained or after_first <= second_limit else both
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"price = {price}\nif price > {first_limit}:\n    price -= {first_off}\n"
        f"{word} price > {second_limit}:\n    price -= {second_off}\nprint(price)",
        right=right,
        wrong=[
            (
                after_first,
                "Treats the second if as elif and skips it.",
                "İkinci if'i elif gibi görüp atlar.",
            )
            if right == both
            else (
                both,
                "Tests elif although the first branch has run.",
                "İlk dal çalıştığı halde elif'i de sınar.",
            )
            if chained
            else (
                both,
                "Takes off the second discount although the new price is too low for it.",
                "Yeni fiyat yetmediği halde ikinci indirimi de düşer.",
            ),
            (
                price - second_off,
                "Takes off the second discount only.",
                "Yalnızca ikinci indirimi düşer.",
            ),
            (
                price,
                "Expects the price to stay as it was.",
                "Fiyatın olduğu gibi kalmasını bekler.",
            ),
        ],
        spare=[(price + first_off, "Adds the discount.", "İndirimi ekler.")],
        because_en=f"The first condition holds, so the price becomes {after_first}. "
        + (
            "The elif is then skipped."
            if chained
            else f"The second if tests this new price against {second_limit}, and the result is {right}."
        ),
        because_tr=f"İlk koşul sağlanır, fiyat {after_first} olur. "
        + (
            "Bundan sonra elif atlanır."
            if chained
            else f"İkinci if bu yeni fiyatı {second_limit} ile karşılaştırır, sonuç {right} olur."
        ),
        proof=Proof(run="output"),
    )


@template("py-conditionals-separate-ifs", topic=TOPIC, difficulty=3, seconds=50)
def separate_ifs(rng: Random) -> Question:
    limits = rng.choice([(20, 40, 60), (10, 30, 50), (25, 50, 75), (5, 15, 25)])
    name, words = rng.choice(
        [
            ("points", ("bronze", "silver", "gold")),
            ("distance", ("near", "far", "remote")),
            ("speed", ("slow", "brisk", "fast")),
        ]
    )
    rising = rng.random() < 0.6
    value = rng.choice(limits[1:]) + rng.randint(0, 4)
    steps = list(zip(limits, words, strict=True))
    if not rising:
        steps.reverse()
    fits = [word for limit, word in steps if value >= limit]
    right = fits[-1]
    lines = [f"{name} = {value}", 'level = "none"']
    for limit, word in steps:
        lines += [f"if {name} >= {limit}:", f'    level = "{word}"']
    wrong: list[Wrong] = [
        (
            fits[0],
            "Reads the second and third if as elif.",
            "İkinci ve üçüncü if'i elif gibi okur.",
        ),
        (
            "none",
            "Believes the first value of level stays.",
            "level adının ilk değerinin kaldığını düşünür.",
        ),
        (
            " ".join(fits),
            "Believes level collects all the words.",
            "level adının bütün sözcükleri biriktirdiğini düşünür.",
        ),
    ]
    spare: list[Wrong] = [
        (word, "Stops at the wrong if.", "Yanlış if'te durur.")
        for _, word in steps
        if word not in (right, fits[0])
    ]
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code="\n".join([*lines, "print(level)"]),
        right=right,
        wrong=wrong,
        spare=spare,
        because_en=f"Each if is tested on its own, and a later one overwrites an earlier one. "
        f"The last that fits {value} sets {right}.",
        because_tr=f"Her if tek başına sınanır ve sonraki öncekinin üzerine yazar. "
        f"{value} için uyan son if {right} değerini verir.",
        proof=Proof(run="output"),
    )


@template("py-conditionals-ticket", topic=TOPIC, difficulty=3, seconds=60)
def ticket(rng: Random) -> Question:
    child_limit, senior_limit = rng.choice([(7, 65), (12, 60), (10, 65)])
    child, student, adult, senior = rng.sample([0, 4, 6, 8, 10, 12, 15], 4)
    age = rng.choice([child_limit - 1, child_limit, 17, 25, 40, senior_limit - 1, senior_limit])
    is_student = rng.random() < 0.5
    if age < child_limit:
        kind = "child"
    elif age >= senior_limit:
        kind = "senior"
    else:
        kind = "student" if is_student else "adult"
    fees = {"child": child, "student": student, "adult": adult, "senior": senior}
    reasons = {
        "child": (
            "Believes < includes the limit itself.",
            "< işaretinin sınırı da kapsadığını düşünür.",
        )
        if age == child_limit
        else (
            "Takes the first branch although the age does not fit.",
            "Yaş uymadığı halde ilk dalı seçer.",
        ),
        "student": (
            "Tests for students where the age does not fit.",
            "Yaş uymadığı halde öğrenciliği sınar.",
        )
        if kind in ("child", "senior")
        else ("Takes the wrong branch of the inner if.", "İçteki if'in yanlış dalını seçer."),
        "adult": ("Takes the wrong branch of the inner if.", "İçteki if'in yanlış dalını seçer.")
        if kind == "student"
        else (
            "Goes to the inner else although the age does not fit.",
            "Yaş uymadığı halde içteki else'e gider.",
        ),
        "senior": (
            "Takes the last branch although an earlier one fits.",
            "Önceki bir dal uyduğu halde son dalı seçer.",
        ),
    }
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"age, student = {age}, {is_student}\nif age < {child_limit}:\n    fee = {child}\n"
        f"elif age < {senior_limit}:\n    if student:\n        fee = {student}\n    else:\n        fee = {adult}\n"
        f"else:\n    fee = {senior}\nprint(fee)",
        right=fees[kind],
        wrong=[(fee, *reasons[other]) for other, fee in fees.items() if other != kind],
        because_en={
            "child": f"{age} < {child_limit} holds, so the fee is {child} and nothing else is tested.",
            "senior": f"{age} is below neither limit, so the outer else sets the fee to {senior}.",
        }.get(
            kind,
            f"{age} is not below {child_limit} but below {senior_limit}; there the inner if gives {fees[kind]}.",
        ),
        because_tr={
            "child": f"{age} < {child_limit} doğrudur; ücret {child} olur, başka bir şey sınanmaz.",
            "senior": f"{age} iki sınırın da altında değildir; dıştaki else ücreti {senior} yapar.",
        }.get(
            kind,
            f"{age}, {child_limit} sınırının altında değil ama {senior_limit} sınırının altındadır; orada içteki if "
            f"{fees[kind]} verir.",
        ),
        proof=Proof(run="output"),
    )


@template("py-conditionals-nested-choice", topic=TOPIC, difficulty=4, seconds=55)
def nested_choice(rng: Random) -> Question:
    name, low, middle, high = rng.choice(
        [
            ("degrees", "cold", "mild", "hot"),
            ("volume", "quiet", "normal", "loud"),
            ("battery", "empty", "half", "full"),
        ]
    )
    first = rng.randint(10, 30)
    second = first + rng.randint(10, 30)
    value = rng.choice([first - 3, first, first + 4, second, second + 5])
    right = [low, middle, high][(value >= first) + (value >= second)]
    words = {
        low: (
            f"Takes the side before the first if, although {value} >= {first}.",
            f"{value} >= {first} olduğu halde ilk if'ten önceki tarafı seçer.",
        ),
        middle: ("Chooses the wrong side of the second if.", "İkinci if'in yanlış tarafını seçer.")
        if value >= first
        else (
            "Goes on to the second if although the first condition holds.",
            "İlk koşul sağlandığı halde ikinci if'e geçer.",
        ),
        high: ("Goes straight to the last else.", "Doğrudan en sondaki else'e gider."),
    }
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'{name} = {value}\nprint("{low}" if {name} < {first} else "{middle}" if {name} < {second} else "{high}")',
        right=right,
        wrong=[
            *((word, *words[word]) for word in (low, middle, high) if word != right),
            (
                "True" if right == low else "False",
                "Expects the condition to be printed.",
                "Koşulun yazdırılmasını bekler.",
            ),
        ],
        because_en=f"The line is read like if, elif, else: below {first} {low}, below {second} {middle}, "
        f"otherwise {high}. For {value} that is {right}.",
        because_tr=f"Satır if, elif, else gibi okunur: {first} altında {low}, {second} altında {middle}, yoksa {high}. "
        f"{value} için {right} çıkar.",
        proof=Proof(run="output"),
    )


@template("py-conditionals-match-days", topic=TOPIC, difficulty=2, seconds=45)
def match_days(rng: Random) -> Question:
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    day = rng.choice(days)
    special = rng.choice(["mon", "wed", "fri"])
    short, weekend, usual = rng.sample([2, 3, 4, 5, 6, 7], 3)
    right = short if day == special else weekend if day in ("sat", "sun") else usual
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'day = "{day}"\nmatch day:\n    case "{special}":\n        hours = {short}\n'
        f'    case "sat" | "sun":\n        hours = {weekend}\n    case _:\n        hours = {usual}\nprint(hours)',
        right=right,
        wrong=[
            (
                usual,
                "Believes the last case runs in any case.",
                "Son dalın her durumda çalıştığını düşünür.",
            ),
            (
                weekend,
                "Believes the sign | accepts any day.",
                "| işaretinin her günü kabul ettiğini düşünür.",
            ),
            (short, "Takes the first case without comparing.", "Karşılaştırmadan ilk dalı seçer."),
            (short + weekend + usual, "Adds up all the cases.", "Bütün dalları toplar."),
        ],
        because_en=f"The first case that fits {day} sets hours to {right}. "
        "The underscore fits everything that is left.",
        because_tr=f"{day} için uyan ilk dal hours adını {right} yapar. Alt çizgi, geriye kalan her şeye uyar.",
        proof=Proof(run="output"),
    )
