"""Parametric items of the unit `ayt-mat-parabol-ve-esitsizlik`: parabolas and inequalities."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.ayt_matematik_writing import (
    Plane,
    coef,
    minus,
    poly,
    value,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

PARABOLA = "ayt-mat-parabol"
INEQUALITY = "ayt-mat-esitsizlikler"


@template("ayt-mat-parabol-tepe", topic=PARABOLA, difficulty=2, seconds=50)
def vertex(rng: Random) -> Question:
    a, r, k = rng.choice([-3, -2, -1, 1, 2, 3]), rng.choice([-4, -3, -2, 2, 3, 4]), 0
    k = rng.choice([-7, -5, -3, 2, 4, 6, 8])
    c = a * r * r + k
    return exam_question(
        rf"$f(x) = {poly([a, -2 * a * r, c])}$ parabolünün tepe noktası aşağıdakilerden hangisidir?",
        f"$({r}, {k})$",
        [
            (f"$({-r}, {value([a, -2 * a * r, c], -r)})$", "Apsiste eksi işaretini unutur."),
            (f"$({r}, {c})$", "Ordinat için sabit terimi alır."),
            (f"$({2 * r}, {c})$", r"Apsiste $\frac{b}{2a}$ yerine $\frac{b}{a}$ kullanır."),
            (f"$({-r}, {k})$", "Ordinatı doğru bulur, apsisin işaretini karıştırır."),
        ],
        rf"$r = -\frac{{b}}{{2a}} = {r}$ ve $k = f({r}) = {a * r * r} {signed(-2 * a * r * r)} {signed(c)} = {k}$ olur.",
        spare=[(f"$({r}, {-k})$", "Ordinatın işaretini karıştırır.")],
        computed=f"[Tuple(v, (({a})*x**2 + ({-2 * a * r})*x + ({c})).subs(x, v)) for v in solve(diff(({a})*x**2 + ({-2 * a * r})*x + ({c}), x), x)][0]",
    )


@template("ayt-mat-parabol-grafikten", topic=PARABOLA, difficulty=3, seconds=80)
def from_graph(rng: Random) -> Question:
    p, q = rng.choice([-3, -2, -1]), rng.choice([2, 3, 4])
    a = rng.choice([-2, -1, 1, 2])
    c = a * p * q
    at = rng.choice([v for v in (-4, 1, 5, 6) if v not in (p, q)])
    right = a * (at - p) * (at - q)
    peak = a * ((p + q) / 2 - p) * ((p + q) / 2 - q)
    top, bottom = max(0.0, peak), min(0.0, peak)
    unit = 130 / (top - bottom)
    plane = Plane((-4.6, 5.6), (bottom - 30 / unit, top + 44 / unit), (27, unit))
    reach = 0.18
    plane.curve(lambda v: a * (v - p) * (v - q), p - reach, q + reach)
    down = -13 if a < 0 else 14
    plane.label(p, 0, p, -13, down).label(q, 0, q, 13, down)
    plane.label(0, c, c, 18 if p + q < 0 else -18, 14 if a > 0 else -12)
    return exam_question(
        rf"Grafiği verilen $y = f(x)$ parabolü $x$ eksenini ${p}$ ve ${q}$ noktalarında, $y$ eksenini ${c}$ noktasında kesmektedir. "
        rf"Buna göre $f({at})$ kaçtır?",
        whole(right),
        [
            (whole((at - p) * (at - q)), "Başkatsayıyı 1 alır.")
            if a != 1
            else (whole(2 * right), "Başkatsayıyı 2 alır."),
            (whole(a * (at + p) * (at + q)), "Çarpanlarda köklerin işaretini ters yazar."),
            (whole(c * (at - p) * (at - q)), "Başkatsayı olarak $y$ eksenini kestiği değeri alır."),
            (whole(-right), "Kolların yönünü ters alır."),
        ],
        rf"$f(x) = a({minus(p)})({minus(q)})$ yazılır. $f(0) = {coef(p * q)}a = {c}$ olduğundan $a = {a}$. "
        rf"$f({at}) = {a} \cdot ({at - p}) \cdot ({at - q}) = {right}$.",
        spare=[
            (whole(right + c), "Sabit terimi bir kez daha ekler."),
            (whole(right - 2), "İşlem hatası yapar."),
            (whole(right + 2), "İşlem hatası yapar."),
        ],
        computed=f"interpolate([({p}, 0), ({q}, 0), (0, {c})], x).subs(x, {at})",
        figure=plane.drawing.figure(
            f"x eksenini {p} ve {q}, y eksenini {c} noktasında kesen, kolları {'yukarı' if a > 0 else 'aşağı'} açılan bir parabol."
        ),
    )


@template("ayt-mat-parabol-teget-dogru", topic=PARABOLA, difficulty=4, seconds=90)
def tangent_line(rng: Random) -> Question:
    b, c = rng.choice([-4, -3, -2, 1, 2, 3, 5]), rng.choice([-2, 1, 3, 4, 6, 8])
    gap = rng.choice([-6, -4, -2, 2, 4, 6])
    m = b - gap
    while m == 0 or Fraction(gap * gap, 4) == 2 * c:
        c += 1
        m = m or b + gap
        gap = b - m
    right = c - gap * gap // 4
    return exam_question(
        rf"$y = {poly([1, b, c])}$ parabolü ile $y = {poly([m, 0])} + n$ doğrusu birbirine teğet olduğuna göre, $n$ kaçtır?",
        whole(right),
        [
            (whole(c + gap * gap // 4), "Diskriminantta sabit terimin işaretini karıştırır."),
            (whole(c - gap * gap), "Diskriminantta $4ac$ yerine $ac$ kullanır."),
            (whole(c), "Doğrunun parabolü $y$ ekseni üzerinde kestiğini düşünür."),
            (
                shown(c - Fraction((b + m) ** 2, 4)),
                "Denklemleri eşitlerken doğrunun eğimini çıkarmak yerine toplar.",
            ),
        ],
        rf"Ortak çözüm: ${poly([1, gap, c])} - n = 0$. Teğetlik için $\Delta = {gap * gap} - 4({c} - n) = 0$ olmalıdır; $n = {right}$.",
        spare=[
            (whole(-right), "Son adımda işaret hatası yapar."),
            (whole(right + 1), "İşlem hatası yapar."),
            (whole(right + 2), "İşlem hatası yapar."),
            (whole(right - 1), "İşlem hatası yapar."),
        ],
        computed=f"[v**2 + ({b})*v + ({c}) - ({m})*v for v in solve(2*x + ({b}) - ({m}), x)][0]",
    )


@template("ayt-mat-parabol-aralikta-en-buyuk", topic=PARABOLA, difficulty=3, seconds=70)
def on_an_interval(rng: Random) -> Question:
    r, k = rng.choice([-1, 1, 2, 3]), rng.choice([-6, -4, -2, 1, 3])
    left, right_end = r - rng.choice([1, 2]), r + rng.choice([3, 4])
    c = r * r + k
    biggest = (right_end - r) ** 2 + k
    total = biggest + k
    return exam_number(
        rf"$f: [{left}, {right_end}] \to R$, $f(x) = {poly([1, -2 * r, c])}$ fonksiyonunun alabileceği **en büyük** ve **en küçük** "
        "değerlerin toplamı kaçtır?",
        total,
        rf"Tepe noktasının apsisi ${r}$ aralığın içindedir, kollar yukarı olduğundan en küçük değer $f({r}) = {k}$. En büyük değer, tepeye "
        rf"daha uzak olan uçtadır: $f({right_end}) = {biggest}$. Toplam ${total}$ olur.",
        mistakes=[
            (
                (left - r) ** 2 + k + biggest,
                "Yalnız uçlardaki değerlere bakar, tepe noktasını unutur.",
            ),
            ((left - r) ** 2 + 2 * k, "En büyük değeri tepeye yakın olan uçta arar."),
        ],
        computed=f"[max(s) + min(s) for s in [[Rational(v, 2)**2 - ({2 * r})*Rational(v, 2) + ({c}) for v in range({2 * left}, {2 * right_end} + 1)]]][0]",
    )


@template("ayt-mat-esitsizlikler-tam-sayi", topic=INEQUALITY, difficulty=2, seconds=60)
def how_many_integers(rng: Random) -> Question:
    p, q = rng.choice([-6, -5, -4, -3, -2, -1]), rng.choice([1, 2, 3, 4, 5, 6])
    while p + q == 0:
        q += 1
    strict = rng.random() < 0.5
    right = q - p - 1 if strict else q - p + 1
    return exam_question(
        rf"${poly([1, -(p + q), p * q])} {'<' if strict else chr(92) + 'le'} 0$ eşitsizliğini sağlayan kaç tane $x$ **tam sayısı** vardır?",
        right,
        [
            (q - p + 1 if strict else q - p - 1, "Sınırların dahil olup olmadığını karıştırır."),
            (q - p, "Uçlardan yalnız birini sayar."),
            (q - 1 if strict else q, "Yalnız pozitif tam sayıları sayar."),
            (q if strict else q + 1, "Negatif tam sayıları saymaz."),
        ],
        rf"$({minus(p)})({minus(q)}) {'<' if strict else chr(92) + 'le'} 0$ olur. Kollar yukarı olduğundan ifade kökler arasında negatiftir: "
        rf"${p} {'<' if strict else chr(92) + 'le'} x {'<' if strict else chr(92) + 'le'} {q}$. Bu aralıkta {right} tam sayı vardır.",
        spare=[
            (right + 3, "Tam sayıları yanlış sayar."),
            (right + 4, "Tam sayıları yanlış sayar."),
            (right + 5, "Tam sayıları yanlış sayar."),
        ],
        computed=f"sum(1 for v in range(-60, 60) if v*v - ({p + q})*v + ({p * q}) {'<' if strict else '<='} 0)",
    )


@template("ayt-mat-esitsizlikler-kesirli", topic=INEQUALITY, difficulty=4, seconds=90)
def with_a_fraction(rng: Random) -> Question:
    p = rng.choice([-6, -5, -4, -3])
    q = p + rng.choice([2, 3, 4])
    r = q + rng.choice([2, 3, 4, 5])
    # (x - p)(x - r) / (x - q) <= 0
    pole = rng.choice([p, q, r])
    roots = [v for v in (p, q, r) if v != pole]

    def interval(low: object, high: object, closed_low: bool, closed_high: bool) -> str:
        return f"{'[' if closed_low else '('}{low}, {high}{']' if closed_high else ')'}"

    def answer(positive: bool, open_pole: bool, all_open: bool = False) -> str:
        shut = {v: not all_open and (v != pole or not open_pole) for v in (p, q, r)}
        if positive:
            parts = [interval(p, q, shut[p], shut[q]), interval(r, r"\infty", shut[r], False)]
        else:
            parts = [interval(r"-\infty", p, False, shut[p]), interval(q, r, shut[q], shut[r])]
        return "$" + r" \cup ".join(parts) + "$"

    less = rng.random() < 0.5
    sign = r"\le" if less else r"\ge"
    lo = pole != p
    if less:
        reads = f"Union(Interval(-oo, {p}, True, {not lo}), Interval({q}, {r}, {pole == q}, {pole == r}))"
    else:
        reads = f"Union(Interval({p}, {q}, {not lo}, {pole == q}), Interval({r}, oo, {pole == r}, True))"
    top = rf"({minus(roots[0])})({minus(roots[1])})".replace("(x)", "x")
    return exam_question(
        rf"$$\frac{{{top}}}{{{minus(pole)}}} {sign} 0$$"
        "\n\neşitsizliğinin çözüm kümesi aşağıdakilerden hangisidir?",
        answer(not less, True),
        [
            (answer(less, True), "İşaret tablosunda işaretleri ters yerleştirir."),
            (answer(not less, False), "Paydayı sıfır yapan değeri de çözüme alır."),
            (answer(not less, True, True), "Payın köklerini çözüme almaz."),
            (answer(less, False), "Hem işaretleri ters alır hem paydanın kökünü çözüme katar."),
        ],
        rf"İşaret değiştiren noktalar ${p}$, ${q}$ ve ${r}$ olur. En büyük kökün sağında ifade pozitiftir, her kökte işaret değişir. "
        rf"Payın kökleri çözüme girer, paydanın kökü ${pole}$ girmez.",
        computed=f"solve_univariate_inequality((x - ({roots[0]}))*(x - ({roots[1]}))/(x - ({pole})) {'<=' if less else '>='} 0, x, relational=False)",
        reads=reads,
    )


@template("ayt-mat-esitsizlikler-daima-pozitif", topic=INEQUALITY, difficulty=4, seconds=80)
def always_positive(rng: Random) -> Question:
    a, b = rng.choice([1, 2, 3, 4]), rng.choice([2, 3, 4, 5, 6])
    # x^2 - 2(m - a)x + b^2 > 0 for every x  <=>  |m - a| < b
    right = 2 * b - 1
    return exam_question(
        rf"Her $x$ gerçel sayısı için $x^2 - 2(m - {a})x + {b * b} > 0$ olduğuna göre, $m$ nin alabileceği kaç farklı **tam sayı** değeri vardır?",
        right,
        [
            (2 * b + 1, "Diskriminantın sıfır olmasına da izin verir."),
            (2 * b, "Uçlardan yalnız birini dışarıda bırakır."),
            (a + b - 1, "Yalnız pozitif $m$ değerlerini sayar."),
            (b - 1, r"Yalnız $m - " + str(a) + r" > 0$ durumunu düşünür."),
        ],
        rf"Başkatsayı pozitif olduğundan $\Delta < 0$ olmalıdır: $4(m - {a})^2 - 4 \cdot {b * b} < 0$, $|m - {a}| < {b}$. "
        rf"${a - b} < m < {a + b}$ aralığında {right} tam sayı vardır.",
        spare=[
            (2 * b * b - 1, "Diskriminantta kare almayı karıştırır."),
            (right + 4, "Tam sayıları yanlış sayar."),
        ],
        computed=f"sum(1 for v in range(-40, 40) if discriminant(x**2 - 2*(v - {a})*x + {b * b}, x) < 0)",
    )
