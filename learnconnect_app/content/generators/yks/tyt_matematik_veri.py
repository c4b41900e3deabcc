"""Parametric items of the unit `tyt-mat-sayma-ve-veri`: data."""

from __future__ import annotations

from fractions import Fraction
from math import cos, isqrt, radians, sin
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing, Figure
from learnconnect_app.content.generators.yks.tyt_matematik_writing import comma, shown
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

DATA = "tyt-mat-veri-istatistik"


@template("tyt-mat-veri-istatistik-ortalama", topic=DATA, difficulty=2, seconds=60)
def mean_changes(rng: Random) -> Question:
    while True:
        count, mean = rng.choice([5, 6, 8, 9, 10, 12]), rng.randint(45, 75)
        change = rng.choice([-3, -2, -1, 1, 2, 3])
        new_mean = mean + change
        right = (count + 1) * new_mean - count * mean
        if 15 <= right <= 95:
            break
    return exam_question(
        f"{count} öğrencinin bir sınavdan aldığı puanların aritmetik ortalaması {mean} puandır. Sınava sonradan giren bir öğrencinin puanı da katılınca "
        f"ortalama {new_mean} olmuştur. Sonradan giren öğrencinin puanı kaçtır?",
        right,
        [
            (new_mean, "Yeni ortalamayı öğrencinin puanı sanır."),
            (mean + 2 * change, "Puanı, iki ortalama arasındaki farka bakarak bulur."),
            (count * new_mean - (count - 1) * mean, "Öğrenci sayısını 1 eksik alır."),
            (mean + count * change, "Ortalamadaki değişimi eski öğrenci sayısıyla çarpar."),
            (new_mean + (count + 1) * change, "Öğrenci sayısını 1 fazla alır."),
        ],
        rf"Eski toplam ${count} \cdot {mean} = {count * mean}$, yeni toplam ${count + 1} \cdot {new_mean} = {(count + 1) * new_mean}$ puandır. "
        rf"Fark ${(count + 1) * new_mean} - {count * mean} = {right}$ sonradan giren öğrencinin puanıdır.",
        spare=[(mean, "Eski ortalamayı puan sanır.")],
        computed=f"solve(({count} * {mean} + x) / {count + 1} - {new_mean}, x)[0]",
    )


@template("tyt-mat-veri-istatistik-ortanca", topic=DATA, difficulty=2, seconds=60)
def median_and_mode(rng: Random) -> Question:
    while True:
        even = rng.random() < 0.5
        values = rng.sample(range(2, 20), 5 if not even else 6)
        mode = rng.choice(values)
        data = [*values, mode, mode]
        rng.shuffle(data)
        ordered = sorted(data)
        n = len(data)
        median = Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)
        raw = Fraction(data[(n - 1) // 2] + data[n // 2], 2)
        if median != mode and raw != median:
            break
    right = median + mode

    def said(value: Fraction) -> str:
        return comma(value)

    listed = ", ".join(map(str, data))
    middle = (
        f"ortadaki {ordered[n // 2]}"
        if n % 2
        else f"ortadaki iki sayının ortalaması {comma(median)}"
    )
    mean = Fraction(sum(data), n)
    return exam_question(
        f"{listed}\n\nveri grubunun ortancası (medyanı) ile tepe değerinin (modunun) toplamı kaçtır?",
        said(right),
        [
            (said(raw + mode), "Verileri küçükten büyüğe sıralamadan ortadakini alır."),
            (said(median), "Tepe değeri toplama katmaz."),
            (said(median + ordered[-1]), "Tepe değer yerine en büyük veriyi alır."),
            (said(median + 3), "Tepe değer yerine onun kaç kez yinelendiğini alır."),
            (said(median * 2), "Tepe değeri ortancayla aynı sanır."),
            (
                said(Fraction(round(mean)) + mode),
                "Ortanca yerine aritmetik ortalamaya yakın bir değer alır.",
            ),
        ],
        f"Veriler sıralanır: {', '.join(map(str, ordered))}. Ortanca {middle}; en çok yinelenen değer {mode}, üç kez geçer. Toplam {comma(right)} olur.",
        spare=[(said(right + 1), "İşlem hatası yapar.")],
        computed=f"sum(sorted({data})[{(n - 1) // 2}:{n // 2 + 1}]) / S({n // 2 - (n - 1) // 2 + 1}) + max({data}, key={data}.count)",
    )


@template("tyt-mat-veri-istatistik-standart-sapma", topic=DATA, difficulty=4, seconds=90)
def standard_deviation(rng: Random) -> Question:
    while True:
        shape = [rng.randint(-6, 6) for _ in range(4)]
        shape.append(-sum(shape))
        squares = sum(d * d for d in shape)
        if (
            abs(shape[-1]) <= 6
            and squares
            and squares % 4 == 0
            and isqrt(squares // 4) ** 2 == squares // 4
            and len(set(shape)) > 2
        ):
            break
    mean = rng.randint(8, 30)
    data = [mean + d for d in shape]
    right = isqrt(squares // 4)
    return exam_number(
        rf"Bir atlet beş günde sırasıyla {', '.join(map(str, data))} kilometre koşmuştur. Standart sapma "
        r"$\sqrt{\frac{\text{ortalamadan farkların kareleri toplamı}}{n - 1}}$ ile hesaplandığına göre bu verilerin standart sapması kaçtır?",
        right,
        rf"Ortalama {mean} olur. Farklar {', '.join(f'${d}$' for d in shape)} ve karelerinin toplamı {squares} eder. "
        rf"$\sqrt{{\frac{{{squares}}}{{5 - 1}}}} = \sqrt{{{squares // 4}}} = {right}$.",
        mistakes=[
            (squares // 4, "Karekök almayı unutur."),
            (max(data) - min(data), "Standart sapma yerine açıklığı bulur."),
        ],
        computed=f"sqrt((sum(v * v for v in {data}) - Rational(sum({data}) ** 2, 5)) / 4)",
    )


@template("tyt-mat-veri-istatistik-daire", topic=DATA, difficulty=2, seconds=60)
def pie(rng: Random) -> Question:
    first, second = rng.sample([60, 72, 80, 90, 108, 120, 144], 2)
    third = 360 - first - second
    while third == first:
        first, second = rng.sample([60, 72, 80, 90, 108, 120, 144], 2)
        third = 360 - first - second
    unit = rng.randint(1, 6)
    if any(angle * unit % 4 for angle in (first, second, third)):
        unit *= 4
    people = Fraction(unit, 4)
    one, two, three = first * people, second * people, third * people
    total = 360 * people
    return exam_question(
        f"Bir okuldaki öğrencilerin en sevdiği spor dalları bir daire grafiğinde gösterilmiştir: basketbol {first} derecelik, voleybol {second} derecelik, "
        f"kalanı yüzme dilimidir. Basketbol diyen {one} öğrenci olduğuna göre yüzme diyen kaç öğrenci vardır?",
        shown(three),
        [
            (shown(two), "Yüzme yerine voleybol dilimini hesaplar."),
            (shown(total), "Bütün öğrencilerin sayısını verir."),
            (shown(total - one), "Yalnız basketbol dilimini bütünden çıkarır."),
            (third, "Dilimin derecesini öğrenci sayısı sanır."),
        ],
        rf"Yüzme dilimi $360 - {first} - {second} = {third}$ derecedir. {first} dereceye {one} öğrenci karşılık geldiğine göre "
        rf"{third} dereceye $\frac{{{third} \cdot {one}}}{{{first}}} = {three}$ öğrenci karşılık gelir.",
        spare=[
            (shown(three + 10), "İşlem hatası yapar."),
            (shown(three + 20), "İşlem hatası yapar."),
            (shown(three + 5), "İşlem hatası yapar."),
        ],
        computed=f"solve(x / {one} - Rational(360 - {first} - {second}, {first}), x)[0]",
        figure=pie_chart(first, second),
    )


def pie_chart(first: int, second: int) -> Figure:
    """Three slices, clockwise from the top; their names stand outside."""
    center, radius = (180.0, 110.0), 80.0

    def at(degrees: float, reach: float) -> tuple[float, float]:
        turn = radians(degrees)
        return (center[0] + reach * sin(turn), center[1] - reach * cos(turn))

    drawing = Drawing(360, 220).circle(center, radius)
    for degrees in (0, first, first + second):
        drawing.line(center, at(degrees, radius))
    middles = [first / 2, first + second / 2, (first + second + 360) / 2]
    for middle, name in zip(middles, ("Basketbol", "Voleybol", "Yüzme"), strict=True):
        drawing.label(at(middle, 92), name, size=14, anchor="start" if middle < 180 else "end")
    drawing.label(at(middles[0], 48), f"{first}°", size=14)
    drawing.label(at(middles[1], 48), f"{second}°", size=14)
    return drawing.figure(
        f"Üç dilimli daire grafiği: basketbol {first} derece, voleybol {second} derece, kalanı yüzme."
    )
