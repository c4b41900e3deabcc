"""Parametric items of the topic `dv-reading-charts`."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from learnconnect_app.content.generators.data.dv_writing import (
    bar_chart,
    choice,
    decimal,
    histogram,
    line_chart,
    listed,
    percent,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-reading-charts"
PLACES = "ABCDE"


@template("dv-reading-charts-share-of-total", topic=TOPIC, difficulty=2, seconds=75)
def share_of_total(rng: Random) -> Question:
    while True:
        values = [rng.randrange(10, 61, 5) for _ in PLACES]
        total, chosen = sum(values), rng.randrange(5)
        value = values[chosen]
        share = 100 * value // total
        apart = len({share, value, 100 * value // (total - value), 100 * value // max(values)})
        if (100 * value) % total == 0 and len(set(values)) == 5 and apart == 4:
            break
    name = PLACES[chosen]
    drawing = bar_chart(PLACES, values, step=10, top=60)
    return choice(
        en=f"The chart shows how many books five branches of a library lent in a week. What percentage of all these books did branch {name} lend?",
        tr=f"Grafik, bir kütüphanenin beş şubesinin bir haftada ödünç verdiği kitap sayılarını gösteriyor. Bu kitapların yüzde kaçını {name} şubesi vermiştir?",
        right=percent(share),
        wrong=[
            (percent(value), "Takes the count for a percentage.", "Sayıyı yüzde sanır."),
            (
                percent(100 * value / (total - value)),
                "Divides by the books of the other branches.",
                "Diğer şubelerin toplamına böler.",
            ),
            (
                percent(100 * value / max(values)),
                "Divides by the highest bar instead of the total.",
                "Toplam yerine en yüksek çubuğa böler.",
            ),
        ],
        spare=[
            (
                percent(20),
                "Splits the total into five equal parts.",
                "Toplamı beş eşit parça sayar.",
            ),
            (
                percent(share + 5),
                "Misreads the height of a bar.",
                "Bir çubuğun boyunu yanlış okur.",
            ),
            (percent(share + 10), "Misreads the height of bars.", "Çubukların boyunu yanlış okur."),
        ],
        because_en=f"The bars add up to {' + '.join(map(str, values))} = {total}. Branch {name} lent {value}, and {value} of {total} is {share}%.",
        because_tr=f"Çubukların toplamı {' + '.join(map(str, values))} = {total} olur. {name} şubesi {value} kitap vermiştir; {value} / {total} = %{share} eder.",
        figure=drawing.figure(
            f"Çubuk grafiği. {listed(PLACES, values)}.", f"Bar chart. {listed(PLACES, values)}."
        ),
        computed=f"solve(x / 100 * sum({values}) - {value}, x)[0]",
    )


@template("dv-reading-charts-at-least", topic=TOPIC, difficulty=2, seconds=60)
def at_least(rng: Random) -> Question:
    edges = [40, 50, 60, 70, 80, 90, 100]
    while True:
        counts = [rng.randint(2, 16) for _ in range(6)]
        place = rng.choice([2, 3, 4])
        right = sum(counts[place:])
        others = [counts[place], sum(counts[place + 1 :]), sum(counts[:place]), sum(counts)]
        if len({right, *others}) == 5:
            break
    limit = edges[place]
    bins = ", ".join(
        f"{low}-{low + 10}: {count}" for low, count in zip(edges[:-1], counts, strict=True)
    )
    return choice(
        en=f"The histogram shows the scores of the students of a school. Each bar counts the scores from its left edge up to, but not including, its right edge. How many students scored at least {limit}?",
        tr=f"Histogram bir okuldaki öğrencilerin puanlarını gösteriyor. Her çubuk sol sınırını içerir, sağ sınırını içermez. Kaç öğrencinin puanı en az {limit} olmuştur?",
        right=right,
        wrong=[
            (
                counts[place],
                f"Reads only the bar that begins at {limit}.",
                f"Yalnızca {limit} puanla başlayan çubuğu okur.",
            ),
            (
                sum(counts[place + 1 :]),
                f"Leaves out the bar that begins at {limit}.",
                f"{limit} puanla başlayan çubuğu dışarıda bırakır.",
            ),
            (
                sum(counts[:place]),
                f"Counts the students below {limit}.",
                f"{limit} puanın altındakileri sayar.",
            ),
        ],
        because_en=f"All bars from {limit} on count: {' + '.join(map(str, counts[place:]))} = {right}.",
        because_tr=f"{limit} ve sonrasındaki bütün çubuklar sayılır: {' + '.join(map(str, counts[place:]))} = {right}.",
        figure=histogram(edges, counts, step=2, top=16).figure(
            f"Histogram. {bins}.", f"Histogram. {bins}."
        ),
        computed=f"sum(1 for low, many in zip({edges[:-1]}, {counts}) for student in range(many) if low >= {limit})",
    )


@template("dv-reading-charts-largest-rise", topic=TOPIC, difficulty=2, seconds=60)
def largest_rise(rng: Random) -> Question:
    while True:
        values = [rng.randrange(10, 81, 5) for _ in range(7)]
        steps = [after - before for before, after in pairwise(values)]
        rise, fall = max(steps), -min(steps)
        spread, change = max(values) - min(values), abs(values[-1] - values[0])
        if (
            rise >= 15
            and steps.count(rise) == 1
            and fall > 0
            and change > 0
            and len({rise, fall, spread, change, max(values)}) == 5
        ):
            break
    month = steps.index(rise) + 2
    months = range(1, 8)
    return choice(
        en="The chart shows how many bicycles a shop rented in each of seven months. Look at the changes from one month to the next. How large is the largest **increase**?",
        tr="Grafik, bir dükkânın yedi ay boyunca her ay kiraladığı bisiklet sayısını gösteriyor. Bir aydan sonrakine olan değişimlere bak. En büyük **artış** kaç bisiklettir?",
        right=rise,
        wrong=[
            (
                spread,
                "Takes the difference of the highest and the lowest month.",
                "En yüksek ve en düşük ayın farkını alır.",
            ),
            (fall, "Takes the largest decrease.", "En büyük azalışı alır."),
            (change, "Compares the first month with the last.", "İlk ayı son ayla karşılaştırır."),
        ],
        because_en=f"The steepest rise leads to month {month}: from {values[month - 2]} to {values[month - 1]}, which is {rise}.",
        because_tr=f"En dik yükseliş {month}. aya giden parçadadır: {values[month - 2]} sayısından {values[month - 1]} sayısına, yani {rise}.",
        figure=line_chart(months, values, step=10, top=80).figure(
            f"Çizgi grafiği. Aylara göre {listed(months, values)}.",
            f"Line chart. By month {listed(months, values)}.",
        ),
        computed=f"max({values}[i + 1] - {values}[i] for i in range(6))",
    )


@template("dv-reading-charts-mean-line", topic=TOPIC, difficulty=3, seconds=75)
def below_the_mean(rng: Random) -> Question:
    while True:
        values = [rng.randrange(10, 81, 5) for _ in range(7)]
        total = sum(values)
        mean = total / 7
        middle = sorted(values)[3]
        if total % 7 == 0 and mean != middle and len(set(values)) >= 6:
            break
    right = total // 7
    half = (max(values) + min(values)) / 2
    days = range(1, 8)
    return choice(
        en="The chart shows the visitors of a small museum on seven days. What is the **mean** number of visitors a day?",
        tr="Grafik küçük bir müzenin yedi gündeki ziyaretçi sayılarını gösteriyor. Günlük **ortalama** ziyaretçi sayısı kaçtır?",
        right=right,
        wrong=[
            (middle, "Takes the median for the mean.", "Ortalama yerine ortancayı alır."),
            (
                decimal(half),
                "Takes the middle between the highest and the lowest day.",
                "En yüksek ve en düşük günün ortasını alır.",
            ),
            (
                values[3],
                "Takes the value of the day in the middle.",
                "Ortadaki günün değerini alır.",
            ),
        ],
        spare=[
            (right + 5, "Misreads one of the points.", "Noktalardan birini yanlış okur."),
            (right - 5, "Misreads one of the points.", "Noktalardan birini yanlış okur."),
            (right + 10, "Misreads two of the points.", "Noktalardan ikisini yanlış okur."),
        ],
        because_en=f"The mean is the sum divided by the number of days: {total} / 7 = {right}.",
        because_tr=f"Ortalama, toplamın gün sayısına bölümüdür: {total} / 7 = {right}.",
        figure=line_chart(days, values, step=10, top=80).figure(
            f"Çizgi grafiği. Günlere göre {listed(days, values)}.",
            f"Line chart. By day {listed(days, values)}.",
        ),
        computed=f"solve(sum(v - x for v in {values}), x)[0]",
    )
