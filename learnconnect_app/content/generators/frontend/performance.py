"""Parametric items of the topic `fe-performance`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import Both, bilingual
from learnconnect_app.content.questions import Mistake, Number, Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "fe-performance"
GRADES: list[Both] = [("good", "iyi"), ("needs improvement", "geliştirilmeli"), ("poor", "kötü")]
LIMITS = {"LCP": (2.5, 4.0), "INP": (200, 500), "CLS": (0.1, 0.25)}
VALUES: dict[str, list[list[float]]] = {
    "LCP": [[1.6, 2.1, 2.4], [2.7, 3.2, 3.8], [4.3, 5.1, 6.0]],
    "INP": [[90, 150, 190], [230, 320, 480], [540, 620, 800]],
    "CLS": [[0.02, 0.06, 0.09], [0.12, 0.17, 0.22], [0.28, 0.35, 0.5]],
}
UNITS = {"LCP": " s", "INP": " ms", "CLS": ""}


@template("fe-performance-rate-vitals", topic=TOPIC, difficulty=2, seconds=60)
def rate_vitals(rng: Random) -> Question:
    values = {}
    grades = {}
    for metric, choices in VALUES.items():
        values[metric] = rng.choice(choices[rng.randint(0, 2)])
        good, fair = LIMITS[metric]
        grades[metric] = 0 if values[metric] <= good else 1 if values[metric] <= fair else 2
    if len(set(grades.values())) == 1:
        values["CLS"] = VALUES["CLS"][(grades["CLS"] + 1) % 3][1]
        grades["CLS"] = (grades["CLS"] + 1) % 3

    def rating(of: dict[str, int]) -> Both:
        """All three grades in a line, in both languages."""
        english = ", ".join(f"{metric} {GRADES[grade][0]}" for metric, grade in of.items())
        turkish = ", ".join(f"{metric} {GRADES[grade][1]}" for metric, grade in of.items())
        return english, turkish

    def changed(metric: str, by: int) -> dict[str, int]:
        return grades | {metric: (grades[metric] + by) % 3}

    wrong: list[tuple[Both, Both]] = []
    for metric in rng.sample(list(VALUES), 3):
        good, fair = LIMITS[metric]
        shown = f"{good:g}{UNITS[metric]}", f"{fair:g}{UNITS[metric]}"
        wrong.append(
            (
                rating(changed(metric, rng.choice([1, 2]))),
                (
                    f"Does not have the limits of {metric} in mind: {shown[0]} and {shown[1]}.",
                    f"{metric} sınırlarını karıştırır: {comma(shown[0])} ve {comma(shown[1])}.",
                ),
            )
        )
    measured = ", ".join(f"{m} {v:g}{UNITS[m]}" for m, v in values.items())
    right = rating(grades)
    return bilingual(
        (
            f"At the 75th percentile a page has: **{measured}**. How are the three rated?",
            f"Bir sayfanın 75. yüzdelikteki değerleri: **{'; '.join(comma(f'{m} {v:g}{UNITS[m]}') for m, v in values.items())}**. Üçü nasıl değerlendirilir?",
        ),
        right,
        wrong,
        (
            f"Good is LCP up to 2.5 s, INP up to 200 ms, CLS up to 0.1; poor is above 4 s, 500 ms and 0.25. So: {right[0]}.",
            f"İyi: LCP en çok 2,5 s, INP en çok 200 ms, CLS en çok 0,1. Kötü: 4 s, 500 ms ve 0,25'in üstü. Buna göre: {right[1]}.",
        ),
    )


def comma(number: str) -> str:
    """A number as it is written in Turkish."""
    return number.replace(".", ",")


@template("fe-performance-shift-score", topic=TOPIC, difficulty=4, seconds=90)
def shift_score(rng: Random) -> Question:
    height = rng.choice([800, 1000])
    part, moves = rng.choice([(10, 5), (20, 10), (20, 20), (30, 10), (40, 10), (40, 20), (50, 25)])
    box, distance = height * part // 100, height * moves // 100
    top = rng.choice([50, 100])
    impact, way = (box + distance) / height, distance / height
    value = round(impact * way, 6)
    return Question(
        kind="number",
        stem={
            "en": f"On a phone the visible area is 400 px wide and {height} px high. A block over the full width, {box} px high, stands {top} px below the upper edge; when an advertisement arrives, it moves down by {distance} px. Nothing else moves. How large is this layout shift (impact fraction × distance fraction)?",
            "tr": f"Bir telefonda görünen alan 400 px genişliğinde ve {height} px yüksekliğindedir. Tam genişlikte, {box} px yüksekliğinde bir blok üst kenarın {top} px altındadır; reklam gelince {distance} px aşağı kayar. Başka bir şey yer değiştirmez. Bu yerleşim kayması ne kadardır (etki oranı × uzaklık oranı)?",
        },
        number=Number(value=value, tolerance=0.0006),
        mistakes=tuple(
            Mistake(answer=f"{answer:g}", misconception={"en": en, "tr": tr})
            for answer, en, tr in [
                (
                    round(box / height * way, 6),
                    "Takes only the block itself, without the area that it moves into.",
                    "Yalnızca bloğu alır, kaydığı alanı saymaz.",
                ),
                (
                    round(impact, 6),
                    "Stops at the impact fraction.",
                    "Etki oranında durur.",
                ),
                (round(way, 6), "Stops at the distance fraction.", "Uzaklık oranında durur."),
            ]
            if abs(answer - value) > 0.0006
        ),
        explanation={
            "en": f"The block before and after covers {box} + {distance} = {box + distance} px of {height} px: impact fraction {impact:g}. It moves by {distance} of {height} px (the longer side counts): distance fraction {way:g}. {impact:g} × {way:g} = {value:g}.",
            "tr": f"Blok, öncesi ve sonrasıyla {height} px'in {box} + {distance} = {box + distance} px'ini kaplar: etki oranı {comma(f'{impact:g}')}. {height} px'in (uzun kenar sayılır) {distance} px'i kadar kayar: uzaklık oranı {comma(f'{way:g}')}. {comma(f'{impact:g}')} × {comma(f'{way:g}')} = {comma(f'{value:g}')}.",
        },
        proof=Proof(
            run="compute",
            expression=f"Rational(len(set(range({top}, {top + box})) | set(range({top + distance}, {top + box + distance}))), {height}) * Rational({distance}, {height})",
        ),
    )
