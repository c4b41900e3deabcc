"""Parametric items of the unit `ayt-mat-trigonometri`: unit circle, triangles, sums of angles."""

from __future__ import annotations

from fractions import Fraction
from math import cos, radians, sin
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

CIRCLE = "ayt-mat-birim-cember"
TRIANGLE = "ayt-mat-sinus-kosinus-teoremi"
SUMS = "ayt-mat-toplam-fark"
EQUATIONS = "ayt-mat-trigonometrik-denklem-grafik"
TRIPLES = [(3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (15, 8, 17)]


def surd(p: int, q: int) -> str:
    """``(p + q root 3) / 2`` as an option."""
    if q == 0:
        return shown(Fraction(p, 2))
    if p % 2 == q % 2 == 0:
        p, q, low = p // 2, q // 2, False
    else:
        low = True
    root = rf"{'' if abs(q) == 1 else abs(q)}\sqrt{{3}}"
    if p == 0:
        size = rf"\frac{{{root}}}{{2}}" if low else root
        return f"${'-' if q < 0 else ''}{size}$"
    top = f"{p} {'-' if q < 0 else '+'} {root}"
    return rf"$\frac{{{top}}}{{2}}$" if low else f"${top}$"


def twice_sine(angle: int) -> tuple[int, int]:
    """Twice the sine of a multiple of 30 degrees, as whole part and times root 3."""
    values = {0: (0, 0), 30: (1, 0), 60: (0, 1), 90: (2, 0), 120: (0, 1), 150: (1, 0)}
    angle %= 360
    p, q = values[angle % 180]
    return (p, q) if angle < 180 else (-p, -q)


def twice_cosine(angle: int) -> tuple[int, int]:
    return twice_sine(angle + 90)


@template("ayt-mat-birim-cember-bolge", topic=CIRCLE, difficulty=2, seconds=60)
def in_a_quarter(rng: Random) -> Question:
    p, q, r = rng.choice(TRIPLES)
    quarter = rng.choice([2, 3, 4])
    sine_sign, cosine_sign = {2: (1, -1), 3: (-1, -1), 4: (-1, 1)}[quarter]
    sine, cosine = Fraction(sine_sign * p, r), Fraction(cosine_sign * q, r)
    low, high, region = {
        2: (r"\frac{\pi}{2}", r"\pi", "İkinci"),
        3: (r"\pi", r"\frac{3\pi}{2}", "Üçüncü"),
        4: (r"\frac{3\pi}{2}", r"2\pi", "Dördüncü"),
    }[quarter]
    tangent = rng.random() < 0.5
    right = sine / cosine if tangent else cosine
    angle = {2: f"pi - asin(Rational({p}, {r}))", 3: f"pi + asin(Rational({p}, {r}))", 4: f"2*pi - asin(Rational({p}, {r}))"}[quarter]  # fmt: skip
    return exam_question(
        rf"${low} < x < {high}$ olmak üzere $\sin x = {tex(sine)}$ olduğuna göre, $\{'tan' if tangent else 'cos'} x$ kaçtır?",
        shown(right),
        [
            (shown(-right), f"{region} bölgedeki işareti yanlış alır."),
            (
                shown(cosine if tangent else sine / cosine),
                rf"$\{'tan' if tangent else 'cos'} x$ yerine $\{'cos' if tangent else 'tan'} x$ değerini bulur.",
            ),
            (
                shown(1 / right),
                "Oranı ters çevirir.",
            ),
            (shown(-sine), "Yalnız verilen değerin işaretini değiştirir."),
        ],
        rf"Dik üçgende karşı kenar {p}, hipotenüs {r}, komşu kenar {q} olur. {region} bölgede $\cos x$ "
        rf"{'pozitif' if cosine_sign > 0 else 'negatif'} değer alır: $\cos x = {tex(cosine)}$"
        + (rf" ve $\tan x = \frac{{\sin x}}{{\cos x}} = {tex(right)}$." if tangent else "."),
        spare=[(shown(1 - abs(sine)), r"$\cos x = 1 - \sin x$ sanır.")],
        computed=f"[{'tan' if tangent else 'cos'}(v) for v in [{angle}]][0].evalf(30)",
    )


@template("ayt-mat-birim-cember-ozel-acilar", topic=CIRCLE, difficulty=3, seconds=60)
def special_angles(rng: Random) -> Question:
    a, b = rng.choice([120, 150, 210, 240, 300, 330]), rng.choice([120, 150, 210, 240, 300, 330])
    (p1, q1), (p2, q2) = twice_sine(a), twice_cosine(b)
    m = 2 if (p1 + p2, q1 + q2) == (0, 0) else 1
    p, q = p1 + m * p2, q1 + m * q2

    def combined(s: int, t: int) -> str:
        return surd(s * p1 + t * m * p2, s * q1 + t * m * q2)

    times = "" if m == 1 else "2"
    return exam_question(
        rf"$\sin {a}^\circ + {times}\cos {b}^\circ$ toplamı kaçtır?",
        surd(p, q),
        [
            (combined(-1, 1), rf"$\sin {a}^\circ$ değerinin işaretini yanlış alır."),
            (combined(1, -1), rf"$\cos {b}^\circ$ değerinin işaretini yanlış alır."),
            (combined(-1, -1), "Her iki değerin işaretini de yanlış alır."),
            (
                surd(
                    twice_cosine(a)[0] + m * twice_sine(b)[0],
                    twice_cosine(a)[1] + m * twice_sine(b)[1],
                ),
                "Sinüs ile kosinüsün değerlerini karıştırır.",
            ),
        ],
        rf"Birim çemberde $\sin {a}^\circ = {surd(p1, q1).strip('$')}$ ve $\cos {b}^\circ = {surd(p2, q2).strip('$')}$ olur. "
        rf"Toplam {surd(p, q)} bulunur.",
        spare=[
            (surd(p + 2, q), "Toplama işleminde yanılır."),
            (surd(p - 2, q), "Toplama işleminde yanılır."),
            (surd(p, q + 2), "Toplama işleminde yanılır."),
            (surd(p, q - 2), "Toplama işleminde yanılır."),
        ],
        computed=f"re(exp(I*pi*Rational({90 - a}, 180)) + {m}*exp(I*pi*Rational({b}, 180)))",
    )


SIDES = [
    (5, 8, 60, 7), (3, 8, 60, 7), (7, 15, 60, 13), (8, 15, 60, 13), (5, 21, 60, 19),
    (16, 21, 60, 19), (3, 5, 120, 7), (7, 8, 120, 13), (5, 16, 120, 19), (6, 10, 120, 14),
    (6, 16, 60, 14), (10, 16, 60, 14), (9, 15, 120, 21), (9, 24, 60, 21), (15, 24, 60, 21),
]  # fmt: skip


@template("ayt-mat-sinus-kosinus-teoremi-kenar", topic=TRIANGLE, difficulty=2, seconds=60)
def third_side(rng: Random) -> Question:
    b, c, angle, right = rng.choice(SIDES)
    if rng.random() < 0.5:
        b, c = c, b
    unit = 190 / max(b, c)
    ax, ay = (105.0, 175.0) if angle == 120 else (25.0, 175.0)
    foot = (ax + c * unit, ay)
    top = (ax + b * unit * cos(radians(angle)), ay - b * unit * sin(radians(angle)))
    height = ay - top[1]
    shift = 25 - min(ax, top[0]) + 12
    moved = [(x + shift, y - ay + height + 28) for x, y in ((ax, ay), foot, top)]
    drawing = Drawing(max(x for x, _ in moved) + 30, height + 62).polygon(moved, filled=True)
    (px, py), (qx, qy), (sx, sy) = moved
    drawing.label((px - 14, py + 12), "A").label((qx + 14, qy + 8), "B").label((sx, sy - 14), "C")
    drawing.label(((px + qx) / 2, py + 17), c).label(((px + sx) / 2 - 15, (py + sy) / 2 - 4), b)
    bisector = radians(angle / 2)
    drawing.label((px + 36 * cos(bisector), py - 30 * sin(bisector)), f"{angle}°", size=13)
    half = b * c if angle == 60 else -b * c
    return exam_question(
        rf"$ABC$ üçgeninde $|AB| = {c}$ cm, $|AC| = {b}$ cm ve $A$ açısı ${angle}^\circ$ olduğuna göre, $|BC|$ kaç cm'dir?",
        right,
        [
            (rf"$\sqrt{{{b * b + c * c}}}$", "Pisagor teoremini dik olmayan üçgende kullanır."),
            (
                rf"$\sqrt{{{b * b + c * c + half}}}$",
                rf"$\cos {angle}^\circ$ değerinin işaretini yanlış alır.",
            ),
            (b + c, "Üçüncü kenarı öteki iki kenarın toplamı sanır."),
            (
                rf"$\sqrt{{{b * b + c * c - half // 2}}}$"
                if half % 2 == 0
                else rf"$\sqrt{{{2 * (b * b + c * c)}}}$",
                r"Kosinüs teoremindeki 2 çarpanını yanlış kullanır.",
            ),
        ],
        rf"Kosinüs teoremi: $|BC|^2 = {b}^2 + {c}^2 - 2 \cdot {b} \cdot {c} \cdot \cos {angle}^\circ = {b * b + c * c} {signed(-half)} = {right * right}$ "
        rf"olduğundan $|BC| = {right}$ cm bulunur.",
        spare=[(right + 1, "İşlem hatası yapar."), (abs(b - c), "Kenarları birbirinden çıkarır.")],
        computed=f"Point({c}, 0).distance(Point({b}*cos(pi*Rational({angle}, 180)), {b}*sin(pi*Rational({angle}, 180))))",
        figure=drawing.figure(
            f"ABC üçgeni: AB kenarı {c} cm, AC kenarı {b} cm, aralarındaki A açısı {angle} derece."
        ),
    )


@template("ayt-mat-sinus-kosinus-teoremi-alan", topic=TRIANGLE, difficulty=2, seconds=50)
def area_by_sine(rng: Random) -> Question:
    b, c = rng.choice([4, 6, 8, 10]), rng.choice([5, 7, 9, 12])
    angle = rng.choice([30, 60, 120, 150])
    narrow = angle in (30, 150)
    right = str(b * c // 4) if narrow else rf"${b * c // 4}\sqrt{{3}}$"
    if b * c % 4:
        right = shown(Fraction(b * c, 4)) if narrow else rf"$\frac{{{b * c // 2}\sqrt{{3}}}}{{2}}$"
    value = r"\frac{1}{2}" if narrow else r"\frac{\sqrt{3}}{2}"
    swapped = rf"\frac{{{b * c // 2}\sqrt{{3}}}}{{2}}" if narrow else tex(Fraction(b * c, 4))
    if narrow and b * c % 4 == 0:
        swapped = rf"{b * c // 4}\sqrt{{3}}"
    return exam_question(
        rf"İki kenarının uzunluğu {b} cm ve {c} cm, bu kenarların arasındaki açısı ${angle}^\circ$ olan üçgenin alanı kaç santimetrekaredir?",
        right,
        [
            (f"${swapped}$", rf"$\sin {angle}^\circ$ yerine kosinüsün büyüklüğünü kullanır."),
            (
                str(b * c // 2) if narrow else rf"${b * c // 2}\sqrt{{3}}$",
                r"Alan formülündeki $\frac{1}{2}$ çarpanını unutur.",
            ),
            (str(b * c // 2), "Üçgeni dik üçgen gibi düşünür."),
            (str(b * c), "Kenarların çarpımını alan sanır."),
        ],
        rf"$A = \frac{{1}}{{2}} \cdot {b} \cdot {c} \cdot \sin {angle}^\circ = {b * c // 2} \cdot {value}$ olur. Sonuç {right} santimetrekaredir.",
        spare=[
            (str(2 * (b + c)), "Alan yerine kenarların toplamının 2 katını alır."),
            (str(b + c), "Kenarları toplar."),
            (str(b * c // 4 + 1), "İşlem hatası yapar."),
        ],
        computed=f"abs(Polygon(Point(0, 0), Point({c}, 0), Point({b}*cos(pi*Rational({angle}, 180)), {b}*sin(pi*Rational({angle}, 180)))).area)",
    )


@template("ayt-mat-toplam-fark-dar-acilar", topic=SUMS, difficulty=3, seconds=80)
def of_acute_angles(rng: Random) -> Question:
    p1, q1, r1 = rng.choice([(3, 4, 5), (4, 3, 5)])
    p2, q2, r2 = rng.choice([(5, 12, 13), (12, 5, 13), (8, 15, 17), (15, 8, 17)])
    name, sign = rng.choice([("sin", "+"), ("sin", "-"), ("cos", "+"), ("cos", "-")])
    s = 1 if sign == "+" else -1
    low = r1 * r2

    def sine(t: int) -> Fraction:
        return Fraction(p1 * q2 + t * q1 * p2, low)

    def cosine(t: int) -> Fraction:
        return Fraction(q1 * q2 - t * p1 * p2, low)

    right, other = (sine(s), cosine(s)) if name == "sin" else (cosine(s), sine(s))
    rule = {
        "sin": rf"\sin a \cos b {sign} \cos a \sin b",
        "cos": rf"\cos a \cos b {'-' if s > 0 else '+'} \sin a \sin b",
    }[name]
    return exam_question(
        rf"$a$ ve $b$ dar açılar olmak üzere $\sin a = {tex(Fraction(p1, r1))}$ ve $\cos b = {tex(Fraction(q2, r2))}$ olduğuna göre, "
        rf"$\{name}(a {sign} b)$ kaçtır?",
        shown(right),
        [
            (shown(sine(-s) if name == "sin" else cosine(-s)), "Formüldeki işareti ters alır."),
            (shown(other), "Sinüs ve kosinüs formüllerini karıştırır."),
            (
                shown(
                    Fraction(p1, r1) + s * Fraction(p2, r2)
                    if name == "sin"
                    else Fraction(q1, r1) + s * Fraction(q2, r2)
                ),
                rf"$\{name}(a {sign} b)$ ifadesini $\{name} a {sign} \{name} b$ sanır.",
            ),
            (shown(-right), "Sonucun işaretini ters alır."),
        ],
        rf"$\cos a = {tex(Fraction(q1, r1))}$ ve $\sin b = {tex(Fraction(p2, r2))}$ olur. $\{name}(a {sign} b) = {rule} = {tex(right)}$.",
        spare=[(shown(-other), "Formülleri ve işareti karıştırır.")],
        computed=f"{name}(asin(Rational({p1}, {r1})) {sign} acos(Rational({q2}, {r2}))).evalf(30)",
    )


@template("ayt-mat-toplam-fark-tanjant", topic=SUMS, difficulty=3, seconds=60)
def tangent_of_sum(rng: Random) -> Question:
    while True:
        t1 = Fraction(rng.randint(1, 5), rng.randint(1, 3))
        t2 = Fraction(rng.randint(1, 4), rng.randint(2, 5))
        s = rng.choice([1, -1])
        if t1 != t2 and t1 * t2 != 1 and abs(t1 * t2) != 0:
            break
    sign = "+" if s > 0 else "-"
    right = (t1 + s * t2) / (1 - s * t1 * t2)
    return exam_question(
        rf"$\tan a = {tex(t1)}$ ve $\tan b = {tex(t2)}$ olduğuna göre, $\tan(a {sign} b)$ kaçtır?",
        shown(right),
        [
            (shown((t1 + s * t2) / (1 + s * t1 * t2)), "Paydadaki işareti ters alır.")
            if 1 + s * t1 * t2
            else (shown(t1 * t2), "Tanjantları çarpar."),
            (shown(t1 + s * t2), "Formülün yalnız payını kullanır."),
            (shown((t1 - s * t2) / (1 - s * t1 * t2)), "Paydaki işareti ters alır."),
            (shown(-right), "Sonucun işaretini ters alır."),
        ],
        rf"$\tan(a {sign} b) = \frac{{\tan a {sign} \tan b}}{{1 {'-' if s > 0 else '+'} \tan a \tan b}}$. Pay ${tex(t1 + s * t2)}$, payda "
        rf"${tex(1 - s * t1 * t2)}$ olduğundan sonuç ${tex(right)}$ bulunur.",
        spare=[
            (shown(1 / right), "Pay ile paydayı yer değiştirir."),
            (shown(t1 * t2), "Tanjantları çarpar."),
            (shown(right + 1), "İşlem hatası yapar."),
        ],
        computed=f"tan(atan(Rational({t1.numerator}, {t1.denominator})) {sign} atan(Rational({t2.numerator}, {t2.denominator}))).evalf(30)",
    )


@template("ayt-mat-toplam-fark-iki-kat", topic=SUMS, difficulty=3, seconds=60)
def double_angle(rng: Random) -> Question:
    p, r = rng.choice([(1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (2, 7), (3, 7), (1, 6), (5, 6)])  # fmt: skip
    from_sine = rng.random() < 0.5
    v = Fraction(p, r)
    right = 1 - 2 * v * v if from_sine else 2 * v * v - 1
    name = "sin" if from_sine else "cos"
    return exam_question(
        rf"$\{name} x = {tex(v)}$ olduğuna göre, $\cos 2x$ kaçtır?",
        shown(right),
        [
            (shown(-right), r"$\cos 2x$ açılımındaki işaretleri ters alır."),
            (shown(2 * v), rf"$\cos 2x$ değerini $2\{name} x$ sanır."),
            (shown(1 - v * v), rf"$\{name}^2 x$ ifadesini 2 ile çarpmayı unutur."),
            (shown(1 - 2 * v), rf"$\{name} x$ değerinin karesini almaz."),
        ],
        rf"$\cos 2x = {'1 - 2' if from_sine else '2'}\{name}^2 x {'' if from_sine else '- 1 '}= {tex(right)}$.",
        spare=[(shown(2 * v * v), "Formüldeki 1 sayısını unutur.")],
        computed=f"cos(2*a{name}(Rational({p}, {r}))).evalf(30)",
    )


@template(
    "ayt-mat-trigonometrik-denklem-grafik-kok-sayisi", topic=EQUATIONS, difficulty=4, seconds=90
)
def how_many_roots(rng: Random) -> Question:
    name = rng.choice(["sin", "cos"])
    # roots of a quadratic in sin x or cos x, and how many x in [0, 2 pi) each gives
    u, v = rng.choice([(1, -1), (1, 2), (-1, 2), (1, 4), (-1, 4), (2, 0), (-2, 0), (-1, -2), (1, 0), (2, -1), (-1, 0), (1, -2)])  # fmt: skip
    counts = {-2: 1, -1: 2, 0: 2, 1: 2, 2: 1, 4: 0}
    # (2s - u)(2s - v) / common
    a, b, c = 4, -2 * (u + v), u * v
    while a % 2 == b % 2 == c % 2 == 0:
        a, b, c = a // 2, b // 2, c // 2
    right = counts[u] + counts[v]
    s = rf"\{name} x"
    middle = "" if b == 0 else f" {'+' if b > 0 else '-'} {'' if abs(b) == 1 else abs(b)}{s}"
    last = "" if c == 0 else f" {signed(c)}"
    first = "" if a == 1 else a
    k1, k2 = tex(Fraction(u, 2)), tex(Fraction(v, 2))
    return exam_number(
        rf"$0 \le x < 2\pi$ olmak üzere, ${first}\{name}^2 x{middle}{last} = 0$ denkleminin kaç farklı kökü vardır?",
        right,
        rf"Çarpanlara ayrılınca ${s} = {k1}$ ya da ${s} = {k2}$ bulunur. ${s}$ en çok 1, en az $-1$ olabilir; $\pm 1$ değerini bir kez, "
        rf"aradaki değerleri iki kez alır. Kök sayısı ${counts[u]} + {counts[v]} = {right}$ olur.",
        mistakes=[
            (2, "Her değer için yalnız bir açı sayar."),
            (4, rf"Her değerin iki kez alındığını sanır; ${s}$ her değeri iki kez almaz."),
        ],
        computed=f"sum(1 for v in range(0, 360) if abs({a}*math.{name}(math.radians(v))**2 + ({b})*math.{name}(math.radians(v)) + ({c})) < 1e-9)",
    )


@template("ayt-mat-trigonometrik-denklem-grafik-periyot", topic=EQUATIONS, difficulty=2, seconds=50)
def period(rng: Random) -> Question:
    name = rng.choice(["sin", "cos", "tan"])
    k, shift, m, d = rng.choice([2, 3, 4, 5, 6, 8]), rng.choice([1, 2, 3]), rng.choice([2, 3, 5]), rng.choice([-4, -1, 1, 3])  # fmt: skip
    basic = 1 if name == "tan" else 2

    def of_pi(v: Fraction) -> str:
        top = r"\pi" if v.numerator == 1 else rf"{v.numerator}\pi"
        return f"${top}$" if v.denominator == 1 else rf"$\frac{{{top}}}{{{v.denominator}}}$"

    right = Fraction(basic, k)
    return exam_question(
        rf"$f(x) = {m}\{name}({k}x + {shift}) {signed(d)}$ fonksiyonunun **esas periyodu** kaçtır?",
        of_pi(right),
        [
            (
                of_pi(Fraction(3 - basic, k)),
                "Tanjantın periyoduyla sinüs ve kosinüsün periyodunu karıştırır.",
            ),
            (of_pi(Fraction(basic)), "$x$ in katsayısını hesaba katmaz."),
            (of_pi(Fraction(basic * k)), "Katsayıya bölmek yerine çarpar."),
            (of_pi(Fraction(basic * m, k)), "Fonksiyonun önündeki çarpanı da periyoda katar."),
        ],
        rf"$\{name} x$ fonksiyonunun esas periyodu ${'2' if basic == 2 else ''}\pi$ olur. $x$ in katsayısı {k} olduğundan bu değer {k} sayısına bölünür: {of_pi(right)}. "
        "Çarpan, öteleme ve sabit terim periyodu değiştirmez.",
        spare=[
            (of_pi(Fraction(1, 2 * k)), "Periyodu bir kez daha böler."),
            (of_pi(Fraction(basic, k + shift)), "Paydaya sabit terimi de ekler."),
        ],
        computed=f"periodicity({m}*{name}({k}*x + {shift}) + ({d}), x)",
    )


@template(
    "ayt-mat-trigonometrik-denklem-grafik-uc-degerler", topic=EQUATIONS, difficulty=2, seconds=50
)
def extreme_values(rng: Random) -> Question:
    name = rng.choice(["sin", "cos"])
    a, b, k = rng.choice([1, 2, 3, 4, 6, 7]), rng.choice([-5, -4, -3, -2, 2, 3, 5]), rng.choice([2, 3, 4])  # fmt: skip
    while abs(b) == a:
        a += 1
    right = (a + b) * (a - b)
    return exam_question(
        rf"$f(x) = {a} {'-' if b < 0 else '+'} {abs(b)}\{name} {k}x$ fonksiyonunun alabileceği en büyük ve en küçük değerlerin **çarpımı** kaçtır?",
        whole(right),
        [
            (whole(2 * a), "Çarpım yerine toplamı verir."),
            (whole(a * a - (k * b) ** 2), "Açının katsayısını da değere katar."),
            (whole(a + abs(b)), "Yalnız en büyük değeri verir."),
            (whole(a * (a + abs(b))), rf"$\{name} {k}x$ ifadesinin en küçük değerini 0 sanır."),
        ],
        rf"$-1 \le \{name} {k}x \le 1$ olduğundan değerler ${a - abs(b)}$ ile ${a + abs(b)}$ arasındadır. Çarpım "
        rf"${a - abs(b)} \cdot {a + abs(b)} = {right}$ olur.",
        spare=[
            (whole(-right), "En küçük değerin işaretinde yanılır."),
            (whole(2 * abs(b)), "Değerlerin farkını verir."),
        ],
        computed=f"[max(s) * min(s) for s in [[{a} + ({b})*{name}(pi*Rational({k}*v, 24)) for v in range(48)]]][0]",
    )
