"""Parametric items of the topic `dv-misleading`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.figures import Figure
from learnconnect_app.content.generators.data.dv_writing import (
    bar_chart,
    choice,
    decimal,
    listed,
    percent,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-misleading"


def _cut_bars(start: int, step: int, a: int, b: int) -> Figure:
    top = max(a, b)
    drawing = bar_chart("AB", [a, b], step=step, top=top, start=start)
    shown = listed("AB", [a, b])
    return drawing.figure(
        f"Dikey ekseni {start} sayısından başlayan çubuk grafiği. {shown}.",
        f"Bar chart whose vertical axis starts at {start}. {shown}.",
    )


def _cut_case(rng: Random) -> tuple[int, int, int, int, int]:
    """Start of the axis, its step, both values and how many times as tall the second one looks."""
    while True:
        times, step = rng.choice([2, 3, 4, 5]), rng.choice([2, 4, 5, 10])
        a = rng.choice([40, 50, 60, 80, 100, 120, 150, 160, 200])
        start, b = a - step, a + (times - 1) * step
        grown = 100 * (b - a)
        if grown % a == 0 and 4 <= grown // a <= 50 and grown // a != b - a:
            return start, step, a, b, times


@template("dv-misleading-looks-taller", topic=TOPIC, difficulty=2, seconds=60)
def looks_taller(rng: Random) -> Question:
    start, step, a, b, times = _cut_case(rng)
    return choice(
        en="The chart compares the members of two clubs. How many times as tall as bar A is bar B **drawn**?",
        tr="Grafik iki kulübün üye sayılarını karşılaştırıyor. B çubuğu, A çubuğunun kaç katı boyda **çizilmiştir**?",
        right=times,
        wrong=[
            (
                decimal(b / a, 2),
                "Divides the values, but the axis does not start at zero.",
                "Değerleri böler; oysa eksen sıfırdan başlamaz.",
            ),
            (
                times - 1,
                "Counts only what B is taller by.",
                "Yalnızca B'nin fazla olan parçasını sayar.",
            ),
            (times + 1, "Counts one step too many.", "Bir aralık fazla sayar."),
        ],
        because_en=f"The axis starts at {start}, so bar A is {a} - {start} = {step} units tall and bar B {b} - {start} = {b - start}. Drawn, B is {times} times as tall, though its value is only {decimal(b / a, 2)['en']} times as large.",
        because_tr=f"Eksen {start} sayısından başlar: A çubuğu {a} - {start} = {step} birim, B çubuğu {b} - {start} = {b - start} birim boydadır. B, çizimde {times} kat boydadır; oysa değeri yalnızca {decimal(b / a, 2)['tr']} katıdır.",
        figure=_cut_bars(start, step, a, b),
        computed=f"solve(x * ({a} - {start}) - ({b} - {start}), x)[0]",
    )


@template("dv-misleading-real-growth", topic=TOPIC, difficulty=3, seconds=70)
def real_growth(rng: Random) -> Question:
    start, step, a, b, times = _cut_case(rng)
    grown = 100 * (b - a) // a
    return choice(
        en="The chart shows the members of a club in year A and in year B. By what percentage did the number of members **really** grow?",
        tr="Grafik bir kulübün A yılındaki ve B yılındaki üye sayılarını gösteriyor. Üye sayısı **gerçekte** yüzde kaç artmıştır?",
        right=percent(grown),
        wrong=[
            (
                percent(100 * (times - 1)),
                "Compares the heights of bars on an axis that is cut.",
                "Kesilmiş eksendeki çubuk boylarını karşılaştırır.",
            ),
            (percent(b - a), "Takes the difference for a percentage.", "Farkı yüzde sanır."),
            (
                percent(100 * (b - a) / b),
                "Divides by the new value instead of the old one.",
                "Eski değer yerine yeni değere böler.",
            ),
        ],
        spare=[
            (percent(100 * times), "Takes the ratio of the heights.", "Boyların oranını alır."),
            (percent(grown + 10), "Misreads a value.", "Bir değeri yanlış okur."),
        ],
        because_en=f"From {a} to {b} it is {b - a} more, and {b - a} of {a} is {grown}%. The bar looks {times} times as tall only because the axis starts at {start}.",
        because_tr=f"{a} sayısından {b} sayısına artış {b - a} olur; bu, {a} sayısının %{grown} kadarıdır. Çubuk yalnızca eksen {start} sayısından başladığı için {times} kat boyda görünür.",
        figure=_cut_bars(start, step, a, b),
        computed=f"solve({a} * (1 + x / 100) - {b}, x)[0]",
    )


@template("dv-misleading-overall-rate", topic=TOPIC, difficulty=4, seconds=100)
def overall_rate(rng: Random) -> Question:
    while True:
        few = rng.choice([20, 40, 60])
        many = 200 - few
        easy_a, hard_a = rng.randrange(80, 100, 5), rng.randrange(30, 65, 5)
        easy_b, hard_b = easy_a - rng.choice([5, 10]), hard_a - rng.choice([5, 10])
        total_a = few * easy_a + many * hard_a
        total_b = many * easy_b + few * hard_b
        if total_a % 200 or total_b % 200 or total_a >= total_b:
            continue
        mean = (easy_a + hard_a) / 2
        if total_a // 200 not in (mean, hard_a):
            break
    right, other = total_a // 200, total_b // 200

    def cell(many: int, rate: int) -> tuple[str, str]:
        won = many * rate // 100
        return f"{won} / {many} ({rate}%)", f"{won} / {many} (%{rate})"

    cells = [cell(few, easy_a), cell(many, hard_a), cell(many, easy_b), cell(few, hard_b)]
    rows = [
        f"| A | {cells[0][i]} | {cells[1][i]} |\n| B | {cells[2][i]} | {cells[3][i]} |"
        for i in (0, 1)
    ]
    return choice(
        en=f"Two repair shops count the devices they repaired successfully:\n\n| Shop | Simple faults | Difficult faults |\n|---|---|---|\n{rows[0]}\n\nWhat is the success rate of shop A over **all** its devices?",
        tr=f"İki tamirci, başarıyla onardıkları cihazları sayıyor:\n\n| Tamirci | Kolay arızalar | Zor arızalar |\n|---|---|---|\n{rows[1]}\n\nA tamircisinin **bütün** cihazlardaki başarı oranı yüzde kaçtır?",
        right=percent(right),
        wrong=[
            (
                percent(mean),
                "Averages the two rates although the groups differ in size.",
                "Gruplar farklı büyüklükteyken iki oranın ortalamasını alır.",
            ),
            (percent(other), "Computes the rate of shop B.", "B tamircisinin oranını hesaplar."),
            (
                percent((many * easy_a + few * hard_a) / 200),
                "Mixes up the sizes of the two groups.",
                "İki grubun büyüklüklerini karıştırır.",
            ),
        ],
        spare=[
            (
                percent(hard_a),
                "Looks only at the difficult faults.",
                "Yalnızca zor arızalara bakar.",
            ),
            (
                percent(easy_a),
                "Looks only at the simple faults.",
                "Yalnızca kolay arızalara bakar.",
            ),
        ],
        because_en=f"A repaired {few * easy_a // 100} + {many * hard_a // 100} = {total_a // 100} of 200 devices, which is {right}%. B reaches {other}% overall although A is better in **both** groups: A gets mostly difficult faults. This is Simpson's paradox.",
        because_tr=f"A, 200 cihazın {few * easy_a // 100} + {many * hard_a // 100} = {total_a // 100} tanesini onarmıştır: %{right}. A **iki** grupta da daha iyi olduğu hâlde B toplamda %{other} oranına ulaşır, çünkü A'ya daha çok zor arıza gelir. Bu, Simpson paradoksudur.",
        computed=f"100 * Rational(sum([S({few}) * {easy_a} / 100, S({many}) * {hard_a} / 100]), {few} + {many})",
    )
