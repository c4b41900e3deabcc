"""Parametric items of the unit `tyt-mat-rasyonel-ve-siralama`: fractions, order, absolute value."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.tyt_matematik_writing import (
    comma,
    shown,
    signed,
    tex,
    whole,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

RATIONAL = "tyt-mat-rasyonel-ondalik"
ORDER = "tyt-mat-esitsizlikler"
ABSOLUTE = "tyt-mat-mutlak-deger"


@template("tyt-mat-rasyonel-ondalik-islem", topic=RATIONAL, difficulty=2, seconds=60)
def operations(rng: Random) -> Question:
    while True:
        p, q, r = (Fraction(rng.randint(1, 7), rng.choice([2, 3, 4, 5, 6, 8])) for _ in range(3))
        if (
            1 not in (p.denominator, q.denominator, r.denominator)
            and p.denominator != q.denominator
            and p > q
            and (p - q) / r != 1
            and r != 1
        ):
            break
    right = (p - q) / r
    bottom = p.denominator - q.denominator
    return exam_question(
        rf"$$\left({tex(p)} - {tex(q)}\right) : {tex(r)}$$"
        "\n\nişleminin sonucu kaçtır?",
        shown(right),
        [
            (shown((p - q) * r), "Bölerken ikinci kesri ters çevirmeyi unutur."),
            (
                shown(Fraction(p.numerator - q.numerator, bottom) / r),
                "Payları ve paydaları ayrı ayrı çıkarır.",
            ),
            (shown(1 / right), "İkinci kesir yerine birinciyi ters çevirir."),
            (shown(p - q / r), "Parantezi gözetmeden önce bölme yapar."),
        ],
        rf"Önce parantez: payda eşitlenirse ${tex(p)} - {tex(q)} = {tex(p - q)}$ olur. Bölmede ikinci kesir "
        rf"ters çevrilip çarpılır: ${tex(p - q)} \cdot {tex(1 / r)} = {tex(right)}$.",
        spare=[
            (shown((p + q) / r), "Çıkarma yerine toplama yapar."),
            (shown(p - q), "Bölme işlemini yapmaz."),
            (shown(right + 1), "Sadeleştirirken 1 fazla bulur."),
        ],
        computed=f"solve({r.numerator} * x / S({r.denominator}) + {q.numerator} / S({q.denominator}) - {p.numerator} / S({p.denominator}), x)[0]",
    )


@template("tyt-mat-rasyonel-ondalik-devirli", topic=RATIONAL, difficulty=2, seconds=50)
def repeating(rng: Random) -> Question:
    p, q, r = rng.randint(0, 3), rng.randint(1, 9), rng.randint(1, 8)
    if q == r:
        r = r % 8 + 1
    right = Fraction(100 * p + 10 * q + r - (10 * p + q), 90)
    all_digits = 100 * p + 10 * q + r
    return exam_question(
        rf"${p}{{,}}{q}\overline{{{r}}}$ devirli ondalık sayısının kesir olarak en sade biçimi aşağıdakilerden hangisidir?",
        shown(right),
        [
            (shown(Fraction(all_digits, 90)), "Devretmeyen kısmı çıkarmayı unutur."),
            (
                shown(Fraction(all_digits - (10 * p + q), 99)),
                "Paydaya devretmeyen basamak için 0 yerine 9 yazar.",
            ),
            (shown(Fraction(all_digits, 100)), "Devir çizgisini yok sayar."),
            (shown(Fraction(all_digits - p, 99)), "Virgülden sonraki iki rakamı da devirli sayar."),
        ],
        "Sayının tamamından devretmeyen kısım çıkarılır; paydaya devreden basamak sayısı kadar 9, devretmeyen "
        rf"ondalık basamak sayısı kadar 0 yazılır: $\frac{{{all_digits} - {10 * p + q}}}{{90}} = {tex(right)}$.",
        spare=[(shown(Fraction(all_digits - (10 * p + q), 900)), "Paydaya fazladan bir 0 yazar.")],
        computed=f"{p} + Rational({q}, 10) + Rational({r}, 100) / (1 - Rational(1, 10))",
    )


@template("tyt-mat-rasyonel-ondalik-bolme", topic=RATIONAL, difficulty=2, seconds=60)
def decimal_division(rng: Random) -> Question:
    one, two = rng.randint(2, 9), rng.randint(2, 9)
    d1, d2 = rng.choice([3, 4, 6, 7, 8, 9]), rng.choice([2, 3, 4, 6])
    top1, bottom1 = Fraction(one * d1, 100), Fraction(d1, 10)
    top2, bottom2 = Fraction(two * d2, 10), Fraction(d2, 100)
    first, second = top1 / bottom1, top2 / bottom2
    right = first + second
    return exam_question(
        rf"$$\frac{{{comma(top1, inside=True)}}}{{{comma(bottom1, inside=True)}}} + "
        rf"\frac{{{comma(top2, inside=True)}}}{{{comma(bottom2, inside=True)}}}$$"
        "\n\nişleminin sonucu kaçtır?",
        comma(right),
        [
            (comma(one + two), "Virgülleri yok sayarak böler."),
            (comma(first + second / 10), "İkinci bölmede virgülü bir basamak eksik kaydırır."),
            (comma(first * 10 + second), "İlk bölmede virgülü bir basamak fazla kaydırır."),
            (comma(first / 10 + second), "İlk bölmede virgülü bir basamak eksik kaydırır."),
        ],
        rf"Payda tam sayı olana kadar pay ve payda 10'un aynı kuvvetiyle genişletilir: ilk kesir "
        rf"${comma(first, inside=True)}$, ikinci kesir ${comma(second, inside=True)}$ olur; toplam ${comma(right, inside=True)}$ eder.",
        computed=f"Rational('{float(top1):.2f}') / Rational('{float(bottom1):.1f}') + Rational('{float(top2):.1f}') / Rational('{float(bottom2):.2f}')",
    )


@template("tyt-mat-esitsizlikler-tam-sayi-sayisi", topic=ORDER, difficulty=2, seconds=60)
def count_of_solutions(rng: Random) -> Question:
    slope, shift = rng.choice([2, 3, 4]), rng.randint(-6, 9) or 5
    low, high = rng.randint(-5, 0), rng.randint(2, 6)
    bottom, top = shift - slope * high, shift - slope * low
    right = high - low
    return exam_question(
        rf"$${bottom} < {shift} - {slope}x \le {top}$$"
        "\n\neşitsizliğini sağlayan kaç farklı $x$ tam sayısı vardır?",
        right,
        [
            (right + 1, "İki uçtaki tam sayıyı da çözüme katar."),
            (right - 1, "İki uçtaki tam sayıyı da çözümden çıkarır."),
            (slope * right, f"{slope} ile bölmeyi unutur."),
            (high + abs(low) + 2, "Uçlardaki tam sayıları fazladan sayar."),
        ],
        rf"Her yandan {shift} çıkarılır: ${bottom - shift} < -{slope}x \le {top - shift}$. Negatif sayıya bölününce eşitsizlik "
        rf"**yön değiştirir**: ${low} \le x < {high}$. Bu aralıkta ${high} - ({low}) = {right}$ tam sayı vardır.",
        spare=[(right + 3, "Aralıktaki tam sayıları yanlış sayar.")],
        computed=f"sum(1 for i in range(-100, 101) if {bottom} < {shift} - {slope} * i <= {top})",
    )


@template("tyt-mat-esitsizlikler-en-buyuk-tam", topic=ORDER, difficulty=3, seconds=80)
def largest_whole_value(rng: Random) -> Question:
    p, q = rng.choice([2, 3, 4]), rng.choice([2, 3, 5])
    x_low, x_high = -rng.randint(1, 4), rng.randint(3, 7)
    y_low, y_high = -rng.randint(1, 4), rng.randint(2, 6)
    top = p * x_high - q * y_low
    right = top - 1
    return exam_question(
        rf"$x$ ve $y$ gerçek sayılar olmak üzere ${x_low} < x < {x_high}$ ve ${y_low} < y < {y_high}$ olduğuna göre "
        f"${p}x - {q}y$ ifadesinin alabileceği en büyük **tam sayı** değeri kaçtır?",
        whole(right),
        [
            (
                whole(p * (x_high - 1) - q * (y_low + 1)),
                "$x$ ve $y$ sayılarını tam sayı kabul eder.",
            ),
            (whole(top), "Uç değerin aralıkta olmadığını unutur."),
            (
                whole(p * x_high - q * y_high - 1),
                f"$-{q}y$ yazarken eşitsizliğin yön değiştirdiğini unutur.",
            ),
            (whole(p * x_high + q * y_high - 1), "Çıkarma yerine toplama yapar."),
        ],
        rf"${p * x_low} < {p}x < {p * x_high}$ ve ${-q * y_high} < -{q}y < {-q * y_low}$ taraf tarafa toplanır: "
        rf"${p * x_low - q * y_high} < {p}x - {q}y < {top}$. {top} alınamadığı için en büyük tam sayı {right} olur.",
        spare=[
            (whole(top + 1), "Aralığın dışına çıkar."),
            (whole(right - 1), "Aralıktaki son tam sayıyı atlar."),
        ],
        computed=f"max(i for i in range(-200, 200) if i < max({p} * u - {q} * v for u in ({x_low}, {x_high}) for v in ({y_low}, {y_high})))",
    )


@template("tyt-mat-mutlak-deger-kokler-carpimi", topic=ABSOLUTE, difficulty=2, seconds=60)
def product_of_roots(rng: Random) -> Question:
    slope = rng.choice([1, 2, 3])
    one, two = rng.sample([n for n in range(-7, 10) if n not in (0, 1, -1)], 2)
    while (slope * (one + two)) % 2 or (slope * (one - two)) % 2 or one + two == 0:
        one, two = rng.sample([n for n in range(-7, 10) if n not in (0, 1, -1)], 2)
    middle, reach = slope * (one + two) // 2, abs(slope * (one - two)) // 2
    inside = f"{'' if slope == 1 else slope}x {signed(-middle)}"
    high, low = max(one, two), min(one, two)
    return exam_question(
        f"$$|{inside}| = {reach}$$\n\ndenklemini sağlayan $x$ değerlerinin **çarpımı** kaçtır?",
        whole(one * two),
        [
            (whole(one + two), "Çarpım yerine toplamı bulur."),
            (whole(high), "Yalnız mutlak değerin içinin pozitif olduğu durumu çözer."),
            (whole(-one * two), "Köklerden birinin işaretini yanlış alır."),
            (whole(low), "Yalnız mutlak değerin içinin negatif olduğu durumu çözer."),
        ],
        rf"İki durum vardır: ${inside} = {reach}$ için $x = {high}$, ${inside} = -{reach}$ için $x = {low}$ olur. "
        rf"Çarpımları ${one * two}$ bulunur.",
        spare=[
            (whole(slope * one * two), "Katsayıya bölmeyi unutur."),
            (whole(one * two + 1), "Çarparken 1 fazla bulur."),
        ],
        computed=f"math.prod(i for i in range(-60, 61) if abs({slope} * i - {middle}) == {reach})",
    )


@template("tyt-mat-mutlak-deger-esitsizlik", topic=ABSOLUTE, difficulty=3, seconds=70)
def absolute_inequality(rng: Random) -> Question:
    slope = rng.choice([2, 3])
    middle, reach = rng.randint(1, 9), rng.randint(5, 14)
    strict = rng.random() < 0.5
    values = [i for i in range(-40, 41) if abs(slope * i - middle) < reach + (0 if strict else 1)]
    right = len(values)
    sign = "<" if strict else r"\le"
    return exam_question(
        rf"$$|{slope}x - {middle}| {sign} {reach}$$"
        "\n\neşitsizliğini sağlayan kaç farklı $x$ tam sayısı vardır?",
        right,
        [
            (2 * reach - 1 if strict else 2 * reach + 1, f"{slope} ile bölmeyi unutur."),
            (sum(1 for v in values if v > 0), "Yalnız pozitif tam sayıları sayar."),
            (right + 1, "Aralıktaki tam sayıları 1 fazla sayar."),
            (right - 1, "Aralıktaki tam sayıları 1 eksik sayar."),
        ],
        rf"${-reach} {sign} {slope}x - {middle} {sign} {reach}$ yazılır, buradan "
        rf"${tex(Fraction(middle - reach, slope))} {sign} x {sign} {tex(Fraction(middle + reach, slope))}$ bulunur. "
        f"En küçük tam sayı ${values[0]}$, en büyüğü ${values[-1]}$ olduğundan {right} tam sayı vardır.",
        spare=[(right + 2, "Uçları yanlış sayar."), (right - 2, "Uçları yanlış sayar.")],
        computed=f"len([i for i in range(-40, 41) if Abs({slope} * S(i) - {middle}) {'<' if strict else '<='} {reach}])",
    )


@template("tyt-mat-mutlak-deger-sadelestir", topic=ABSOLUTE, difficulty=3, seconds=60)
def simplify(rng: Random) -> Question:
    p = rng.randint(1, 5)
    q = p + rng.randint(2, 6)
    minus = rng.random() < 0.6
    if minus:
        right, flipped = f"$2x - {p + q}$", f"${p + q} - 2x$"
        because = rf"$(x - {p}) - ({q} - x) = 2x - {p + q}$"
        computed_sign = "-"
        wrong = [
            (f"${q - p}$", "İki ifadeyi de işaret değiştirmeden dışarı çıkarır."),
            (flipped, "İki ifadenin işaretini de ters alır."),
            (f"${p - q}$", "İki ifadenin işaretini de değiştirir."),
            (f"$2x - {q - p}$", "Sabit terimleri toplarken işareti karıştırır."),
        ]
    else:
        right = f"${q - p}$"
        because = rf"$(x - {p}) + ({q} - x) = {q - p}$"
        computed_sign = "+"
        wrong = [
            (f"$2x - {p + q}$", "İki ifadeyi de işaret değiştirmeden dışarı çıkarır."),
            (f"${p + q} - 2x$", "İki ifadenin işaretini de değiştirir."),
            (f"${p - q}$", "İşareti yanlış ifadede değiştirir."),
            (f"${p + q}$", "Sabit terimlerin ikisini de pozitif alır."),
        ]
    return exam_question(
        rf"${p} < x < {q}$ olduğuna göre $|x - {p}| {computed_sign} |x - {q}|$ ifadesi aşağıdakilerden hangisine eşittir?",
        right,
        wrong,
        f"$x > {p}$ olduğundan $|x - {p}| = x - {p}$; $x < {q}$ olduğundan $|x - {q}| = {q} - x$ olur. {because}.",
        computed=f"interpolate([(v, abs(v - {p}) {computed_sign} abs(v - {q})) for v in ({p}, ({p} + {q}) / S(2), {q})], x)",
    )
