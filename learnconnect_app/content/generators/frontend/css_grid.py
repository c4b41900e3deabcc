"""Parametric items of the topic `css-grid`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "css-grid"
ORDINAL_EN = ["first", "second", "third"]
ORDINAL_TR = ["Birinci", "İkinci", "Üçüncü"]


def px(value: float | Fraction) -> str:
    """A length as CSS writes it, with one decimal place at most."""
    number = f"{float(value):.1f}".removesuffix(".0")
    return f"`{number}px`"


@template("css-grid-fr-shares", topic=TOPIC, difficulty=3, seconds=70)
def fr_shares(rng: Random) -> Question:
    while True:
        fixed = rng.choice([100, 120, 150, 160, 200])
        shares = [rng.choice([1, 1, 2, 3]), rng.choice([1, 2, 3, 4])]
        gap = rng.choice([10, 16, 20, 30])
        width = rng.randrange(500, 1210, 10)
        free = width - fixed - 2 * gap
        if free > 100 and free % sum(shares) == 0:
            break
    asked = rng.randrange(2)
    one = free // sum(shares)
    right = one * shares[asked]
    place = rng.randrange(3)
    tracks = [f"{share}fr" for share in shares]
    tracks.insert(place, f"{fixed}px")
    column = asked if asked < place else asked + 1
    share = Fraction(shares[asked], sum(shares))
    return question(
        en=f"How wide is the {ORDINAL_EN[column]} column? (The items are empty.)",
        tr=f"{ORDINAL_TR[column]} sütunun genişliği ne kadardır? (Öğeler boştur.)",
        code=(
            f".grid {{\n  display: grid;\n  width: {width}px;\n  gap: {gap}px;\n"
            f"  grid-template-columns: {' '.join(tracks)};\n}}"
        ),
        code_language="css",
        right=px(right),
        wrong=[
            (
                px((width - fixed) * share),
                "Forgets to take the gaps away first.",
                "Önce aralıkları çıkarmayı unutur.",
            ),
            (
                px((width - 2 * gap) * share),
                "Forgets to take the fixed column away first.",
                "Önce sabit sütunu çıkarmayı unutur.",
            ),
            (
                px((width - fixed - gap) * share),
                "Counts one gap; three columns have two.",
                "Tek aralık sayar; üç sütunun iki aralığı vardır.",
            ),
        ],
        spare=[
            (px(Fraction(width, 3)), "Divides the width by three.", "Genişliği üçe böler."),
            (px(one), "Stops at the width of 1fr.", "1fr'nin genişliğinde durur."),
            (
                px((width - fixed - 3 * gap) * share),
                "Counts three gaps; three columns have two.",
                "Üç aralık sayar; üç sütunun iki aralığı vardır.",
            ),
        ],
        because_en=f"What is left for fr is {width} - {fixed} - 2·{gap} = {free} px. It is divided "
        f"into {sum(shares)} shares of {one} px; the column gets {shares[asked]}: {right} px.",
        because_tr=f"fr'lere {width} - {fixed} - 2·{gap} = {free} px kalır. Bu, {one} px'lik "
        f"{sum(shares)} paya bölünür; sütun {shares[asked]} pay alır: {right} px.",
        proof=Proof(
            run="compute",
            expression=f"{shares[asked]}"
            f"*solve({shares[0]}*x + {gap} + {shares[1]}*x + {gap} + {fixed} - {width}, x)[0]",
            reads=str(right),
        ),
    )


@template("css-grid-auto-fill-columns", topic=TOPIC, difficulty=4, seconds=75)
def auto_fill_columns(rng: Random) -> Question:
    while True:
        minimum = rng.choice([120, 140, 150, 160, 180, 200, 220, 250])
        gap = rng.choice([10, 16, 20, 24, 30, 40])
        width = rng.randrange(500, 1230, 10)
        right = (width + gap) // (minimum + gap)
        if right != width // minimum and right >= 2:
            break
    left = width - (right * minimum + (right - 1) * gap)
    needed = right * minimum + (right - 1) * gap
    return question(
        en="How many columns does this grid have?",
        tr="Bu ızgaranın kaç sütunu olur?",
        code=(
            f".gallery {{\n  display: grid;\n  width: {width}px;\n  gap: {gap}px;\n"
            f"  grid-template-columns: repeat(auto-fill, minmax({minimum}px, 1fr));\n}}"
        ),
        code_language="css",
        right=right,
        wrong=[
            (
                width // minimum,
                "Forgets the gaps between the columns.",
                "Sütunların arasındaki aralıkları unutur.",
            ),
            (
                width // (minimum + gap),
                "Thinks that there is a gap outside the last column too.",
                "Son sütunun dışında da aralık olduğunu sanır.",
            ),
            (1, "Reads 1fr as one column.", "1fr'yi tek sütun diye okur."),
        ],
        spare=[
            (right - 1, "Stops one column too early.", "Bir sütun erken durur."),
            (
                right + 2,
                "Thinks that columns may become narrower than the minimum.",
                "Sütunların en küçük değerden dar olabileceğini sanır.",
            ),
            (
                right + 3,
                "Thinks that columns may become much narrower than the minimum.",
                "Sütunların en küçük değerden çok daha dar olabileceğini sanır.",
            ),
        ],
        because_en=f"{right} columns of {minimum} px and {right - 1} gaps of {gap} px need {needed} "
        f"px; {left} px remain, too little for another gap and column ({gap} + {minimum} px). The "
        "columns then grow by 1fr to fill the row.",
        because_tr=f"{minimum} px'lik {right} sütun ile {gap} px'lik {right - 1} aralık {needed} px "
        f"ister; kalan {left} px bir aralık ve bir sütuna daha ({gap} + {minimum} px) yetmez. "
        "Sütunlar sonra 1fr ile büyüyüp satırı doldurur.",
        proof=Proof(
            run="compute",
            expression=f"max(q for q in range(1, 40) if q*{minimum} + (q - 1)*{gap} <= {width})",
        ),
    )
