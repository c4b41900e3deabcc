"""AYT Fizik: circular motion, gravitation, oscillations and waves."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import (
    exact,
    num,
    tex,
    times,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template(
    "ayt-fiz-cembersel-hareket-merkezcil",
    topic="ayt-fiz-cembersel-hareket",
    difficulty=2,
    seconds=60,
)
def centripetal(rng: Random) -> Question:
    m, r, f = (
        rng.choice([1, 2, 3, 4, 5]),
        Fraction(rng.choice([5, 10, 20, 25]), 10),
        rng.choice([1, 2, 3]),
    )
    right = m * (6 * f) ** 2 * r
    return exam_question(
        f"Kütlesi {m} kg olan bir cisim, sürtünmesiz yatay düzlemde {num(r)} m uzunluğundaki ipin ucunda saniyede {f} tur atacak biçimde düzgün çembersel hareket yapıyor. İpteki gerilme kuvveti kaç N'dur? ($\\pi = 3$)",
        num(right),
        [
            (num(m * 6 * f * r), "Açısal süratin karesini almaz."),
            (num(Fraction(m * (6 * f) ** 2) / r), "Kuvveti yarıçapla ters orantılar."),
            (num(m * (3 * f) ** 2 * r), "Açısal sürati $\\pi f$ olarak alır."),
            (num(m * 36 * f * r), "Frekansın karesini almaz."),
        ],
        rf"$\omega = 2\pi f = {6 * f}$ rad/s. $F = m\omega^2r = {m}\cdot {6 * f}^2\cdot {tex(r)} = {tex(right)}$ N.",
        spare=[
            (num(right / m), "Kuvvet yerine merkezcil ivmeyi bulur."),
            (num(m * 10), "Gerilmeyi ağırlığa eşit sanır."),
            (num(m * f * f * r), "Açısal sürat yerine frekansı kullanır."),
        ],
        computed=f"{m}*Abs(diff({exact(r)}*exp(I*6*{f}*t), t, 2).subs(t, 0))",
    )


@template(
    "ayt-fiz-cembersel-hareket-dusey", topic="ayt-fiz-cembersel-hareket", difficulty=3, seconds=65
)
def vertical_circle(rng: Random) -> Question:
    while True:
        m, r, v = (
            rng.choice([1, 2, 3, 4]),
            rng.choice([1, 2, 3, 4, 5]),
            rng.choice([6, 8, 9, 10, 12]),
        )
        net = Fraction(m * v * v, r)
        if net.denominator == 1 and net > 20 * m:
            break
    top = rng.random() < 0.5
    right = net - 10 * m if top else net + 10 * m
    return exam_question(
        f"Kütlesi {m} kg olan bir cisim, {r} m uzunluğundaki iple düşey düzlemde döndürülüyor. Cismin yörüngenin en {'üst' if top else 'alt'} noktasındaki sürati {v} m/s olduğuna göre bu anda ipteki gerilme kuvveti kaç N'dur? ($g = 10$ m/s²)",
        num(right),
        [
            (num(net), "Ağırlığı hesaba katmaz."),
            (
                num(net + 10 * m if top else net - 10 * m),
                f"Ağırlığın yönünü yanlış alır; en {'alt' if top else 'üst'} noktadaki bağıntıyı kullanır.",
            ),
            (num(10 * m), "Gerilmeyi ağırlığa eşit sanır."),
            (num(Fraction(m * v, r) + 10 * m), "Merkezcil kuvvette süratin karesini almaz."),
        ],
        rf"Merkezcil kuvvet $\frac{{mv^2}}{{r}} = {tex(net)}$ N, ağırlık ${10 * m}$ N. En {'üstte $T + mg' if top else 'altta $T - mg'} = \frac{{mv^2}}{{r}}$ olduğundan $T = {tex(right)}$ N.",
        spare=[(num(Fraction(m * v * v, 2)), "Kuvvet yerine kinetik enerjiyi bulur.")],
        computed=f"solve(x {'+' if top else '-'} {m}*10 - {m}*Rational({v}**2, {r}), x)[0]",
    )


@template(
    "ayt-fiz-donme-kutle-cekim-kepler", topic="ayt-fiz-donme-kutle-cekim", difficulty=3, seconds=55
)
def kepler(rng: Random) -> Question:
    n = rng.choice([2, 3, 4, 5])
    days = rng.choice([2, 3, 4, 5, 6, 10, 12])
    right = days * n**3
    return exam_question(
        f"Bir gezegenin çevresinde çembersel yörüngede dolanan K uydusunun yörünge yarıçapı $r$, periyodu {days} gündür. Aynı gezegenin çevresinde ${n * n}r$ yarıçaplı yörüngede dolanan L uydusunun periyodu kaç gündür?",
        right,
        [
            (days * n * n, "Periyodu yarıçapla doğru orantılı sanır."),
            (days * n**4, "Periyodu yarıçapın karesiyle orantılı sanır."),
            (days * n, "Periyodu yarıçapın kareköküyle orantılı sanır."),
            (num(Fraction(days, n**3)), "Orantıyı ters kurar."),
        ],
        rf"$\frac{{r^3}}{{T^2}}$ sabittir: $T_L^2 = {days}^2\cdot {n * n}^3$, $T_L = {days}\cdot {n**3} = {right}$ gün.",
        spare=[(days, "Periyodun yarıçapa bağlı olmadığını sanır.")],
        computed=f"Max(*solve(Rational(1, {days}**2) - {n * n}**3/x**2, x))",
    )


@template(
    "ayt-fiz-donme-kutle-cekim-gezegen", topic="ayt-fiz-donme-kutle-cekim", difficulty=2, seconds=50
)
def planet_gravity(rng: Random) -> Question:
    while True:
        m, r = rng.choice([2, 3, 4, 6, 8, 9, 12]), rng.choice([2, 3, 4])
        right = Fraction(m, r * r)
        if m != r and right != 1:
            break
    return exam_question(
        f"Kütlesi Dünya'nınkinin {m} katı, yarıçapı Dünya'nınkinin {r} katı olan bir gezegenin yüzeyindeki çekim ivmesi, Dünya'nın yüzeyindeki çekim ivmesi $g$ cinsinden nedir?",
        times(right, "g"),
        [
            (
                times(Fraction(m, r), "g"),
                "Çekim ivmesini yarıçapın karesiyle değil, kendisiyle ters orantılar.",
            ),
            (times(Fraction(m), "g"), "Yarıçaptaki değişimi hesaba katmaz."),
            (times(1 / right, "g"), "Orantıyı ters kurar."),
            (
                times(Fraction(m * r * r), "g"),
                "Çekim ivmesini yarıçapın karesiyle doğru orantılar.",
            ),
        ],
        rf"$g = G\frac{{M}}{{r^2}}$ olduğundan $g' = \frac{{{m}}}{{{r}^2}}g$, yani {times(right, 'g')}.",
        spare=[(times(Fraction(1, r * r), "g"), "Kütledeki değişimi hesaba katmaz.")],
        computed=f"(a*{m}*b/({r}*c)**2)/(a*b/c**2)",
        reads=exact(right),
    )


@template("ayt-fiz-basit-harmonik-hiz", topic="ayt-fiz-basit-harmonik", difficulty=3, seconds=65)
def speed_at(rng: Random) -> Question:
    x, rest, amplitude = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (6, 8, 10),
            (8, 6, 10),
            (12, 9, 15),
            (9, 12, 15),
            (5, 12, 13),
            (12, 16, 20),
            (16, 12, 20),
        ]
    )
    omega = rng.choice([2, 3, 4, 5])
    right = omega * rest
    return exam_question(
        f"Genliği {amplitude} cm, açısal frekansı {omega} rad/s olan basit harmonik hareket yapan bir cismin, denge konumundan {x} cm uzaktayken sürati kaç cm/s'dir?",
        right,
        [
            (omega * amplitude, "Denge konumundaki en büyük sürati bulur."),
            (omega * x, "Sürati uzanımla doğru orantılı sanır."),
            (omega * (amplitude - x), "Karelerin farkı yerine doğrudan fark alır."),
            (omega**2 * x, "Sürat yerine ivmenin büyüklüğünü bulur."),
        ],
        rf"$v = \omega\sqrt{{A^2 - x^2}} = {omega}\cdot \sqrt{{{amplitude}^2 - {x}^2}} = {omega}\cdot {rest} = {right}$ cm/s.",
        spare=[
            (rest, "Açısal frekansla çarpmayı unutur."),
            (omega**2 * amplitude, "Sürat yerine en büyük ivmeyi bulur."),
        ],
        computed=f"Abs(diff({amplitude}*sin({omega}*t), t).subs(t, asin(Rational({x}, {amplitude}))/{omega}))",
    )


@template(
    "ayt-fiz-basit-harmonik-yay-periyot", topic="ayt-fiz-basit-harmonik", difficulty=2, seconds=55
)
def spring_period(rng: Random) -> Question:
    while True:
        a, b = rng.choice([1, 2, 3, 4]), rng.choice([1, 2, 3, 4])
        common = rng.choice([1, 2, 3])
        m, k = a * a * common, b * b * common
        if a != b and m > 1 and k > 1 and m <= 18 and k <= 18:
            break
    right = Fraction(a, b)
    return exam_question(
        f"Yay sabiti $k$ olan yaya bağlı $m$ kütleli cismin basit harmonik hareketinin periyodu $T$'dir. Yay sabiti ${k}k$ olan yaya ${m}m$ kütleli cisim bağlanıp genlik de iki katına çıkarılırsa periyot ne olur?",
        times(right, "T"),
        [
            (times(1 / right, "T"), "Kütle ile yay sabitinin yerini karıştırır."),
            (times(right**2, "T"), "Karekök almayı unutur."),
            (times(2 * right, "T"), "Periyodun genlikle arttığını sanır."),
            (times(Fraction(a * b * common), "T"), "Periyodun yay sabitiyle de arttığını sanır."),
            (times(1 / right**2, "T"), "Orantıyı ters kurar ve karekök almaz."),
        ],
        rf"$T = 2\pi\sqrt{{\frac{{m}}{{k}}}}$ genliğe bağlı değildir. Oran $\sqrt{{\frac{{{m}}}{{{k}}}}} = {tex(right)}$.",
        spare=[(times(right / 2, "T"), "Genlik artınca periyodun azaldığını sanır.")],
        computed=f"sqrt(Rational({m}, {k}))",
        reads=exact(right),
    )


@template("ayt-fiz-dalga-mekanigi-young", topic="ayt-fiz-dalga-mekanigi", difficulty=3, seconds=65)
def young(rng: Random) -> Question:
    while True:
        length, gap = rng.choice([2, 3, 4]), rng.choice([2, 3, 4])
        index = rng.choice([Fraction(1), Fraction(4, 3), Fraction(3, 2)])
        right = Fraction(length) / (gap * index)
        if right != 1 and length != gap:
            break
    medium = (
        ""
        if index == 1
        else f", deney düzeneği de kırılma indisi ${tex(index)}$ olan sıvıya batırılıyor"
    )
    return exam_question(
        f"Havada yapılan çift yarıkta girişim (Young) deneyinde saçak aralığı $\\Delta x$'tir. Aynı ışıkla perde-yarık düzlemi uzaklığı {length} katına, yarıklar arası uzaklık {gap} katına çıkarılıyor{medium}. Yeni saçak aralığı ne olur?",
        times(right, r"\Delta x"),
        [
            (
                times(Fraction(gap) / (length * index), r"\Delta x"),
                "Perde uzaklığı ile yarıklar arası uzaklığın etkisini karıştırır.",
            ),
            (
                times(Fraction(length * gap) / index, r"\Delta x"),
                "Saçak aralığını yarıklar arası uzaklıkla doğru orantılar.",
            ),
            (
                times(
                    Fraction(length) * index / gap if index != 1 else Fraction(1, length * gap),
                    r"\Delta x",
                ),
                "Ters orantılı nicelikleri doğru orantılı alır."
                if index != 1
                else "Saçak aralığını perde uzaklığıyla ters orantılar.",
            ),
            (
                times(Fraction(length) / index, r"\Delta x"),
                "Yarıklar arası uzaklığı hesaba katmaz.",
            ),
        ],
        rf"$\Delta x = \frac{{L\lambda}}{{nd}}$. Yeni oran $\frac{{{length}}}{{{tex(index)}\cdot {gap}}} = {tex(right)}$.",
        spare=[
            (times(Fraction(length, gap), r"\Delta x"), "Ortamın kırılma indisini hesaba katmaz."),
            (times(Fraction(1, gap) / index, r"\Delta x"), "Perde uzaklığını hesaba katmaz."),
        ],
        computed=f"({length}*a*b/({exact(index)}*{gap}*c))/(a*b/c)",
        reads=exact(right),
    )
