"""Parametric items of the topic `dv-storytelling`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.dv_writing import choice, percent, spaced
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-storytelling"
SUBJECTS = [
    ("Sign-ups", "Kayıtlar"),
    ("Orders", "Siparişler"),
    ("Complaints", "Şikâyetler"),
    ("Visits", "Ziyaretler"),
    ("Course completions", "Kurs bitirmeler"),
]


@template("dv-storytelling-true-headline", topic=TOPIC, difficulty=2, seconds=60)
def true_headline(rng: Random) -> Question:
    en, tr = rng.choice(SUBJECTS)
    while True:
        first, last = rng.sample(range(40, 241, 5), 2)
        change = abs(last - first)
        if 100 * change % first or not 8 <= 100 * change // first <= 90 or change >= 95:
            continue
        share = 100 * change // first
        if last < first and 100 * change / last > 95:
            continue
        if len({share, change, round(100 * change / last)}) == 3:
            break
    low, high = sorted((first, last))
    between = [rng.randrange(low, high, 5) for _ in range(2)]
    values = [first, *between, last]
    rises = last > first
    up_en, up_tr = ("rose", "arttı") if rises else ("fell", "azaldı")
    not_en, not_tr = ("fell", "azaldı") if rises else ("rose", "arttı")

    def said(value: float, way_en: str, way_tr: str) -> dict[str, str]:
        shown = percent(value)
        return {
            "en": f"{en} {way_en} by {shown['en']} within the year",
            "tr": f"{tr} yıl içinde {shown['tr']} {way_tr}",
        }

    row = " | ".join(map(str, values))
    return choice(
        en=f"A chart shows these numbers of a year:\n\n| Quarter | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| {en} | {row} |\n\nWhich headline, comparing quarter 4 with quarter 1, is true?",
        tr=f"Bir grafik, bir yılın şu sayılarını gösteriyor:\n\n| Çeyrek | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| {tr} | {row} |\n\n4. çeyreği 1. çeyrekle karşılaştıran hangi başlık doğrudur?",
        right=said(share, up_en, up_tr),
        wrong=[
            (
                said(change, up_en, up_tr),
                "Takes the difference for a percentage.",
                "Farkı yüzde sanır.",
            ),
            (
                said(100 * change / last, up_en, up_tr),
                "Divides by the last value instead of the first.",
                "İlk değer yerine son değere böler.",
            ),
            (said(share, not_en, not_tr), "Reads the direction wrongly.", "Yönü yanlış okur."),
        ],
        because_en=f"From {first} to {last} the change is {change}, and {change} / {first} = {share}%. A headline that states a finding must be checked against the first value.",
        because_tr=f"{first} sayısından {last} sayısına değişim {change} olur ve {change} / {first} = %{share} eder. Bulguyu söyleyen bir başlık, ilk değere göre denetlenmelidir.",
        computed=f"Abs(solve({first} * (1 + x / 100) - {last}, x)[0])",
        reads=str(share),
    )


@template("dv-storytelling-forecast-range", topic=TOPIC, difficulty=2, seconds=50)
def forecast_range(rng: Random) -> Question:
    while True:
        middle, margin = rng.randrange(400, 8001, 100), rng.choice([5, 8, 10, 12, 15, 20, 25])
        width = middle * margin // 100
        if width != margin:
            break
    low, high = middle - width, middle + width

    def said(a: int, b: int) -> dict[str, str]:
        return {
            "en": f"between {spaced(a)} and {spaced(b)}",
            "tr": f"{spaced(a)} ile {spaced(b)} arasında",
        }

    return choice(
        en=f"A model forecasts {middle} orders for next month, with a margin of ±{margin}%. Which range should the report name?",
        tr=f"Bir model gelecek ay için {middle} sipariş öngörüyor; hata payı ±%{margin}. Raporda hangi aralık yazmalıdır?",
        right=said(low, high),
        wrong=[
            (
                said(middle - margin, middle + margin),
                "Takes the percentage for a number of orders.",
                "Yüzdeyi sipariş sayısı sanır.",
            ),
            (
                said(middle, high),
                "Counts the margin upwards only.",
                "Hata payını yalnızca yukarı doğru sayar.",
            ),
            (
                said(middle - 2 * width, middle + 2 * width),
                "Counts the margin twice on each side.",
                "Hata payını her yanda iki kez sayar.",
            ),
        ],
        because_en=f"{margin}% of {middle} is {width}, so the range goes from {middle} - {width} = {low} to {middle} + {width} = {spaced(high)}. A range shows how sure the forecast is.",
        because_tr=f"{middle} sayısının %{margin} kadarı {width} eder; aralık {middle} - {width} = {low} ile {middle} + {width} = {spaced(high)} arasındadır. Aralık, öngörünün ne kadar kesin olduğunu gösterir.",
        computed=f"Tuple(Rational({middle} * {100 - margin}, 100), Rational({middle} * {100 + margin}, 100))",
        reads=f"Tuple({low}, {high})",
    )
