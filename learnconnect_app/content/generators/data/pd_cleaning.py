"""Parametric items of the topic `pd-cleaning`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.data.pd_writing import (
    ASK_EN,
    ASK_TR,
    IMPORT,
    NAMES,
    few,
    listed,
    literal,
)
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "pd-cleaning"


@template("pd-cleaning-fill-or-skip", topic=TOPIC, difficulty=2, seconds=60)
def fill_or_skip(rng: Random) -> Question:
    rng = few(rng)
    gaps = rng.choice([1, 2])
    known = rng.choice([3, 4] if gaps == 1 else [2, 3, 4])
    size = known + gaps
    while True:
        values: list[object] = [*rng.sample(range(2, 60), known)]
        total = sum(int(str(each)) for each in values)
        if total % known == 0 and total % size == 0:
            break
    for _ in range(gaps):
        values.insert(rng.randint(1, len(values)), None)
    filled = rng.random() < 0.6
    skipped, spread = total / known, total / size
    right, other = (spread, skipped) if filled else (skipped, spread)
    call = "visits.fillna(0).mean()" if filled else "visits.mean()"
    confused = (
        (
            "Skips the filled values as if they were missing.",
            "Doldurulan değerleri hâlâ eksikmiş gibi atlar.",
        )
        if filled
        else ("Counts missing values as 0.", "Eksik değerleri 0 sayar.")
    )
    because_en = (
        f"The gaps become 0, so all {size} values count: {total} / {size} = {right}."
        if filled
        else f"`mean` skips the gaps: {total} / {known} = {right}."
    )
    because_tr = (
        f"Boşluklar 0 olur, yani {size} değerin hepsi sayılır: {total} / {size} = {right}."
        if filled
        else f"`mean` boşlukları atlar: {total} / {known} = {right}."
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"{IMPORT}visits = pd.Series({listed(values)})\nprint({call})",
        right=right,
        wrong=[
            (other, *confused),
            ("nan", "Thinks that a gap makes the result missing.", "Boşluğun sonucu da eksik yaptığını sanır."),
            (float(total), "Gives the sum.", "Toplamı verir."),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )  # fmt: skip


@template("pd-cleaning-which-duplicate", topic=TOPIC, difficulty=3, seconds=70)
def which_duplicate(rng: Random) -> Question:
    rng = few(rng)
    a, b, c = rng.sample(NAMES, 3)
    users = rng.choice([[a, b, a, c, b], [a, b, c, b, a], [a, b, b, c, a], [b, a, c, a, b]])
    totals = [10 * each for each in rng.sample(range(1, 10), 5)]
    keep = rng.choice(["first", "last"])
    rows = list(zip(users, totals, strict=True))
    first = [t for i, (u, t) in enumerate(rows) if u not in users[:i]]
    last = [t for i, (u, t) in enumerate(rows) if u not in users[i + 1 :]]
    single = [t for u, t in rows if users.count(u) == 1]
    right, other = (first, last) if keep == "first" else (last, first)
    turn_en, turn_tr = ("last", "son") if keep == "first" else ("first", "ilk")
    keep_tr = "ilk" if keep == "first" else "son"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{IMPORT}df = pd.DataFrame({{\n    "user": {literal(users)},\n    "total": {totals},\n}})\n'
            f'clean = df.drop_duplicates(subset="user", keep="{keep}")\n'
            'print(clean["total"].tolist())'
        ),
        right=right,
        wrong=[
            (other, f"Keeps the {turn_en} row of each user.", f"Her kullanıcının {turn_tr} satırını tutar."),
            (totals, "Compares whole rows, none of which is repeated.", "Hiçbiri tekrar etmeyen bütün satırları karşılaştırır."),
            (single, "Removes every user who occurs twice.", "İki kez geçen kullanıcıları tümüyle çıkarır."),
        ],
        because_en=f"Only the column `user` is compared. Of equal users the {keep} row stays, and the order of the rows does not change.",
        because_tr=f"Yalnızca `user` sütunu karşılaştırılır. Aynı kullanıcının {keep_tr} satırı kalır, satırların sırası değişmez.",
        proof=Proof(run="output"),
    )  # fmt: skip
