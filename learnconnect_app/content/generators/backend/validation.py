"""Parametric items of the topic `be-validation`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.backend.api_writing import printed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-validation"


@template("be-validation-field-bounds", topic=TOPIC, difficulty=2, seconds=55)
def field_bounds(rng: Random) -> Question:
    model, field, low, high = rng.choice([
        ("Order", "quantity", 1, 20),
        ("Booking", "guests", 2, 12),
        ("Review", "stars", 1, 5),
        ("Trip", "days", 3, 30),
        ("Player", "number", 1, 99),
    ])  # fmt: skip
    above, below = rng.choice(["ge", "gt"]), rng.choice(["le", "lt"])
    values = [low - 1, low, low + 1, high - 1, high, high + 1]

    def passed(low_in: bool, high_in: bool) -> list[int]:
        return [
            v
            for v in values
            if (v > low or (low_in and v == low)) and (v < high or (high_in and v == high))
        ]

    def mistaken(word: str, included: bool) -> tuple[str, str]:
        if included:
            return (
                f"Thinks that `{word}` leaves out its bound.",
                f"`{word}` sınırının dışarıda kaldığını sanır.",
            )
        return (
            f"Thinks that `{word}` includes its bound.",
            f"`{word}` sınırının dahil olduğunu sanır.",
        )

    low_in, high_in = above == "ge", below == "le"
    low_word = ("includes", "içerir") if low_in else ("excludes", "içermez")
    high_word = ("includes", "içerir") if high_in else ("excludes", "içermez")
    return printed(
        ("Which values pass? What does this program print?", "Hangi değerler geçerlidir? Bu program ne yazdırır?"),
        "from pydantic import BaseModel, Field, ValidationError\n\n"
        f"class {model}(BaseModel):\n"
        f"    {field}: int = Field({above}={low}, {below}={high})\n\n"
        "passed = []\n"
        f"for value in {values}:\n"
        "    try:\n"
        f"        {model}({field}=value)\n"
        "        passed.append(value)\n"
        "    except ValidationError:\n"
        "        pass\n"
        "print(passed)",
        passed(low_in, high_in),
        [
            (passed(not low_in, high_in), *mistaken(above, low_in)),
            (passed(low_in, not high_in), *mistaken(below, high_in)),
            (passed(not low_in, not high_in), "Treats both bounds the wrong way round.", "İki sınırı da tersine yorumlar."),
        ],
        (
            f"`{above}={low}` {low_word[0]} {low}, and `{below}={high}` {high_word[0]} {high}. (e stands for “or equal”.)",
            f"`{above}={low}`, {low} değerini {low_word[1]}; `{below}={high}` ise {high} değerini {high_word[1]}. (e harfi “veya eşit” demektir.)",
        ),
    )  # fmt: skip


FIELDS = [("age", 13, 99), ("seats", 1, 8), ("pages", 10, 900), ("level", 1, 6)]


@template("be-validation-collect-errors", topic=TOPIC, difficulty=3, seconds=75)
def collect_errors(rng: Random) -> Question:
    number, low, high = rng.choice(FIELDS)
    word, longest = rng.choice([("name", 8), ("city", 7), ("code", 4), ("title", 10)])
    texts = ["", "x" * (longest + 1), "Ada"]
    text_case = rng.choice([0, 1, 2, 3])
    number_case = rng.choice([0, 1, 2, 3, 4])
    if text_case > 1 and number_case > 3:
        number_case = rng.choice([0, 1, 2, 3])
    data: dict[str, object] = {}
    errors: dict[str, str] = {}
    if text_case < 3:
        data[word] = texts[text_case]
    if text_case != 2:
        errors[word] = {0: "length", 1: "length", 3: "missing"}[text_case]
    values: list[object] = [low - 1, high + 1, str(low + 1), None, rng.randint(low, high)]
    if number_case != 3:
        data[number] = values[number_case]
    if number_case != 4:
        errors[number] = {0: "range", 1: "range", 2: "type", 3: "missing"}[number_case]
    first = dict(list(errors.items())[:1])
    swap = {"missing": "type", "type": "range", "range": "type", "length": "missing"}
    last = list(errors)[-1]
    return printed(
        ("What does this program print?", "Bu program ne yazdırır?"),
        "def check(data):\n"
        "    errors = {}\n"
        f'    if "{word}" not in data:\n'
        f'        errors["{word}"] = "missing"\n'
        f'    elif not 1 <= len(data["{word}"]) <= {longest}:\n'
        f'        errors["{word}"] = "length"\n'
        f'    if "{number}" not in data:\n'
        f'        errors["{number}"] = "missing"\n'
        f'    elif not isinstance(data["{number}"], int):\n'
        f'        errors["{number}"] = "type"\n'
        f'    elif not {low} <= data["{number}"] <= {high}:\n'
        f'        errors["{number}"] = "range"\n'
        "    return errors\n\n"
        f"print(check({data}))",
        errors,
        [
            (first, "Thinks that the check stops at the first error.", "Denetimin ilk hatada durduğunu sanır."),
            (errors | {last: swap[errors[last]]}, f"Takes the wrong branch for `{last}`.", f"`{last}` için yanlış dala girer."),
            ({k: v for k, v in errors.items() if k == last}, f"Overlooks an error before `{last}`.", f"`{last}` alanından önceki hatayı gözden kaçırır."),
            ({}, "Thinks that all fields are right.", "Bütün alanların doğru olduğunu sanır."),
            ({word: "length", number: "range"}, "Expects an error of size in each field.", "Her alanda bir boyut hatası bekler."),
            ({word: "missing", number: "missing"}, "Thinks that wrong fields count as missing.", "Yanlış alanların eksik sayıldığını sanır."),
            ({word: "missing", number: "type"}, "Takes the wrong branch in each field.", "Her alanda yanlış dala girer."),
        ],
        (
            "The two `if` chains are independent, so all errors are collected; within a chain the first condition that fits decides. Here: "
            + "; ".join(f"`{k}` → {v}" for k, v in errors.items()) + ".",
            "İki `if` zinciri birbirinden bağımsızdır, böylece bütün hatalar toplanır; bir zincirde uyan ilk koşul belirler. Burada: "
            + "; ".join(f"`{k}` → {v}" for k, v in errors.items()) + ".",
        ),
    )  # fmt: skip
