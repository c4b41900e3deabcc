"""Parametric items of the topic `pd-frames`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.data.pd_writing import (
    ASK_EN,
    ASK_TR,
    IMPORT,
    NAMES,
    few,
    literal,
)
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "pd-frames"


@template("pd-frames-slice-labels-places", topic=TOPIC, difficulty=3, seconds=65)
def slice_labels_places(rng: Random) -> Question:
    rng = few(rng)
    labels = rng.choice([[2, 0, 4, 1, 3], [3, 1, 4, 0, 2], [4, 1, 3, 2, 0], [2, 4, 1, 0, 3]])
    values = rng.sample(range(10, 99), 5)
    by_label = rng.random() < 0.5
    first, last = sorted(rng.sample(range(5), 2))
    if by_label:
        start, stop = labels[first], labels[last]
        written, right = f"loc[{start}:{stop}]", values[first : last + 1]
        other = values[start:stop]
        because_en = f"`loc` reads {start} and {stop} as labels. They stand at places {first} and {last}, and the end is included."
        because_tr = f"`loc`, {start} ve {stop} sayılarını etiket olarak okur. Bu etiketler {first} ve {last} konumundadır; bitiş de dahildir."
        ends = (values[first:last], "Leaves the end out.", "Bitişi dışarıda bırakır.")
        swap = (other, "Reads the numbers as places.", "Sayıları konum olarak okur.")
    else:
        written, right = f"iloc[{first}:{last}]", values[first:last]
        other = values[labels.index(first) : labels.index(last) + 1]
        because_en = (
            f"`iloc` reads {first} and {last} as places, counted from 0, and leaves the end out."
        )
        because_tr = f"`iloc`, {first} ve {last} sayılarını 0'dan sayılan konumlar olarak okur ve bitişi dışarıda bırakır."
        ends = (values[first : last + 1], "Includes the end.", "Bitişi dahil eder.")
        swap = (other, "Reads the numbers as labels.", "Sayıları etiket olarak okur.")
    shorter = right[1:] or values[:2]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"{IMPORT}s = pd.Series({values}, index={labels})\nprint(s.{written}.tolist())",
        right=right,
        wrong=[ends, swap],
        spare=[
            (
                values[first + 1 : last + 1],
                "Leaves the start out instead of the end.",
                "Bitiş yerine başlangıcı dışarıda bırakır.",
            ),
            (shorter, "Starts at the wrong place.", "Yanlış yerden başlar."),
            (labels[first : last + 1], "Gives the labels.", "Etiketleri verir."),
            (values, "Takes the whole column.", "Bütün sütunu alır."),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )


@template("pd-frames-filter-names", topic=TOPIC, difficulty=3, seconds=70)
def filter_names(rng: Random) -> Question:
    rng = few(rng)
    while True:
        names = rng.sample(NAMES, 5)
        ages = [rng.randint(14, 24) for _ in names]
        points = [rng.randrange(40, 100, 5) for _ in names]
        age, point = rng.choice([16, 18, 20]), rng.choice([60, 70, 80])
        old = [each >= age for each in ages]
        good = [each > point for each in points]
        word, sign = rng.choice([("and", "&"), ("or", "|")])
        turned = rng.random() < 0.5
        first = [not each for each in old] if turned else old
        both = [a and b for a, b in zip(first, good, strict=True)]
        either = [a or b for a, b in zip(first, good, strict=True)]
        plain_both = [a and b for a, b in zip(old, good, strict=True)]
        plain_either = [a or b for a, b in zip(old, good, strict=True)]

        def kept(mask: list[bool], names: list[str] = names) -> list[str]:
            return [name for name, keep in zip(names, mask, strict=True) if keep]

        right, opposite = (both, either) if word == "and" else (either, both)
        untold = (plain_both if word == "and" else plain_either) if turned else good
        rest = [not each for each in right]
        masks = [right, opposite, untold, rest]
        if all(any(m) for m in masks) and len({tuple(m) for m in masks}) == 4:
            break
    condition = f'~(df["age"] >= {age})' if turned else f'(df["age"] >= {age})'
    sign_of_age = "<" if turned else ">="
    told_en = f"`age {sign_of_age} {age}` {word} `points > {point}`"
    join = "ve" if word == "and" else "veya"
    told_tr = f"`age {sign_of_age} {age}` {join} `points > {point}`"
    third = (
        ("Overlooks the sign ~, which means not.", "Değil anlamındaki ~ işaretini gözden kaçırır.")
        if turned
        else ("Checks only the second condition.", "Yalnızca ikinci koşula bakar.")
    )
    other_en, other_tr = ("or", "veya") if word == "and" else ("and", "ve")
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{IMPORT}df = pd.DataFrame({{\n    "name": {literal(names)},\n    "age": {ages},\n'
            f'    "points": {points},\n}})\n'
            f'keep = {condition} {sign} (df["points"] > {point})\n'
            'print(df[keep]["name"].tolist())'
        ),
        right=kept(right),
        wrong=[
            (kept(opposite), f"Reads {sign} as “{other_en}”.", f"{sign} işaretini “{other_tr}” diye okur."),
            (kept(untold), *third),
            (kept(rest), "Gives the rows that are filtered out.", "Elenen satırları verir."),
        ],
        because_en=f"`{sign}` means “{word}”: kept are rows with {told_en}.",
        because_tr=f"`{sign}`, “{join}” demektir. Tutulan satırların koşulu: {told_tr}.",
        proof=Proof(run="output"),
    )  # fmt: skip
