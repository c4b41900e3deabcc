"""Parametric items of the circle on the coordinate plane, and of problems on it."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import Axes
from learnconnect_app.content.generators.yks.geometri_writing import (
    coordinates,
    line_tex,
    par,
    point,
    positive,
    root,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

CIRCLE = "ayt-geo-cemberin-analitigi"
PROBLEM = "ayt-geo-analitik-problem"


@template("ayt-geo-cemberin-analitigi-merkez-yaricap", topic=CIRCLE, difficulty=2, seconds=60)
def center_and_radius(rng: Random) -> Question:
    a, b, r = (
        rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]),
        rng.choice([-5, -4, -3, -2, 2, 3, 5]),
        rng.randint(2, 7),
    )
    while a * a + b * b == r * r or abs(a) == abs(b):
        a, r = rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]), rng.randint(2, 7)
    c = a * a + b * b - r * r
    asks_center = rng.random() < 0.5
    equation = f"x^2 + y^2 {signed(-2 * a)}x {signed(-2 * b)}y {signed(c)} = 0"
    if asks_center:
        return exam_question(
            f"Denklemi $${equation}$$ olan çemberin merkezi aşağıdakilerden hangisidir?",
            point(a, b),
            [
                (point(-a, -b), "Katsayıların işaretini değiştirmez."),
                (point(-2 * a, -2 * b), "Katsayıları olduğu gibi alır."),
                (point(2 * a, 2 * b), "Katsayıları 2'ye bölmez."),
                (point(b, a), "Apsis ile ordinatı karıştırır."),
            ],
            f"Kareye tamamlanır: $(x {signed(-a)})^2 + (y {signed(-b)})^2 = {r * r}$. Merkez $({a}, {b})$ olur.",
            computed=f"tuple(solve([diff(x**2 + y**2 + ({-2 * a})*x + ({-2 * b})*y, s) for s in (x, y)], [x, y]).values())",
        )
    return exam_question(
        f"Denklemi $${equation}$$ olan çemberin yarıçapı kaç birimdir?",
        r,
        [
            (r * r, "Karekök almayı unutur."),
            (root(abs(c)), "Sabit terimin karekökünü alır."),
            (root(a * a + b * b), "Merkezin orijine uzaklığını bulur."),
            (
                root(a * a + b * b + abs(c) if c > 0 else a * a + b * b),
                "Sabit terimin işaretini ters alır.",
            ),
            (2 * r, "Yarıçap yerine çapı verir."),
        ],
        f"Kareye tamamlanır: $(x {signed(-a)})^2 + (y {signed(-b)})^2 = {a * a} + {b * b} {signed(-c)} = {r * r}$. Yarıçap {r} birimdir.",
        spare=[(r + 1, "Karekökü 1 fazla bulur."), (r + 2, "Karekökü 2 fazla bulur.")],
        # the highest point above the center
        computed=f"max(solve({par(a)}**2 + y**2 + ({-2 * a})*{par(a)} + ({-2 * b})*y + {par(c)}, y)) - {par(b)}",
    )


@template("ayt-geo-cemberin-analitigi-kiris", topic=CIRCLE, difficulty=4, seconds=90)
def chord_on_line(rng: Random) -> Question:
    p, q, norm = rng.choice([(3, 4, 5), (4, 3, 5), (4, -3, 5), (3, -4, 5), (6, 8, 10), (1, 0, 1)])
    d, half, r = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (6, 8, 10),
            (8, 6, 10),
            (5, 12, 13),
            (12, 5, 13),
            (1, 0, 0),
            (2, 0, 0),
        ]
    )
    if half == 0:
        r = d + rng.randint(1, 3)
    square = r * r - d * d
    mx, my = rng.randint(-4, 4), rng.randint(-4, 4)
    if p == 1:
        p, q, norm = 3, 4, 5
    c = rng.choice([1, -1]) * norm * d - p * mx - q * my
    while c == 0:
        mx += 1
        c = rng.choice([1, -1]) * norm * d - p * mx - q * my
    left = "x^2" if mx == 0 else f"(x {signed(-mx)})^2"
    up = "y^2" if my == 0 else f"(y {signed(-my)})^2"
    return exam_question(
        f"${left} + {up} = {r * r}$ çemberinin ${line_tex(p, q, c)}$ doğrusu üzerinde ayırdığı kirişin uzunluğu kaç birimdir?",
        root(square, 2),
        [
            (root(square), "Kirişin yarısını verir."),
            (shown(2 * r), "Doğrunun merkezden geçtiğini sanır."),
            (shown(d), "Merkezin doğruya uzaklığını verir."),
            (shown(2 * (r - d)), "Pisagor bağıntısı yerine farkı kullanır."),
            (root(r * r + d * d, 2), "Pisagor bağıntısında çıkarmak yerine toplar."),
        ],
        rf"Merkez $M({mx}, {my})$, yarıçap {r}. Merkezin doğruya uzaklığı $\frac{{|{p * mx + q * my + c}|}}{{{norm}}} = {d}$ olur. "
        rf"Kirişin yarısı $\sqrt{{{r}^2 - {d}^2}} = {surd(square)}$, kiriş ${surd(square, 2)}$ birimdir.",
        spare=[
            (shown(2 * d), "Uzaklığın iki katını verir."),
            (shown(2 * r + 1), "İşlemde yanılır."),
        ],
        # intersect and measure
        computed=f"(lambda s: sqrt(simplify((s[0] - s[1])**2 * (1 + Rational({p}, {q})**2))))(solve((x - {par(mx)})**2 + (-({p}*x + {par(c)})/S({q}) - {par(my)})**2 - {r * r}, x))",
    )


@template("ayt-geo-cemberin-analitigi-teget-dogru", topic=CIRCLE, difficulty=3, seconds=80)
def tangent_circle(rng: Random) -> Question:
    p, q, norm = rng.choice(
        [(3, 4, 5), (4, 3, 5), (4, -3, 5), (3, -4, 5), (5, 12, 13), (12, -5, 13), (8, 6, 10)]
    )
    r = rng.randint(1, 6)
    mx, my = rng.randint(-5, 5), rng.randint(-5, 5)
    c = rng.choice([1, -1]) * norm * r - p * mx - q * my
    while c == 0 or mx == 0 or my == 0:
        mx, my = rng.randint(-5, 5), rng.randint(-5, 5)
        c = rng.choice([1, -1]) * norm * r - p * mx - q * my
    asks_point = rng.random() < 0.4
    square = mx * mx + my * my
    if asks_point and square > r * r:
        ask, right = (
            "bu çembere orijinden çizilen teğet parçasının uzunluğu kaç birimdir?",
            root(square - r * r),
        )
        wrong = [
            (root(square), "Merkezin orijine uzaklığını verir."),
            (shown(r), "Yarıçapı verir."),
            (root(square + r * r), "Kareleri çıkarmak yerine toplar."),
            (shown(square - r * r), "Karekök almayı unutur."),
        ]
        extra = f" Orijinden çizilen teğet $\\sqrt{{|OM|^2 - r^2}} = \\sqrt{{{square} - {r * r}}} = {surd(square - r * r)}$ birimdir."
        # the product of the two cuts of the line through the center
        proof = f"(lambda w: sqrt(expand((w - {r})*(w + {r}))))(Point({mx}, {my}).distance(Point(0, 0)))"
    else:
        ask, right = "bu çemberin yarıçapı kaç birimdir?", shown(r)
        wrong = [
            (shown(norm * r), "Normal vektörün uzunluğuna bölmeyi unutur."),
            (shown(Fraction(norm * r, abs(p) + abs(q))), "Paydada katsayıların toplamını alır."),
            (shown(r * r), "Yarıçapın karesini verir."),
            (root(square), "Merkezin orijine uzaklığını verir."),
        ]
        extra = ""
        proof = f"Line({p}*x + {par(q)}*y + {par(c)}).distance(Point({mx}, {my}))"
    return exam_question(
        f"Merkezi $M{coordinates(mx, my)}$ olan bir çember ${line_tex(p, q, c)}$ doğrusuna teğettir.\n\nBuna göre {ask}",
        right,
        wrong,
        rf"Teğette merkezin doğruya uzaklığı yarıçaptır: $r = \frac{{|{p * mx + q * my + c}|}}{{\sqrt{{{p * p + q * q}}}}} = {r}$."
        + extra,
        spare=[
            (shown(r + 1), "İşlemde 1 fazla bulur."),
            (shown(r + 2), "İşlemde 2 fazla bulur."),
            (shown(2 * r), "Yarıçap yerine çapı verir."),
        ],
        computed=proof,
    )


@template("ayt-geo-cemberin-analitigi-cap-uclari", topic=CIRCLE, difficulty=3, seconds=80)
def ends_of_diameter(rng: Random) -> Question:
    mx, my = rng.choice([-3, -2, -1, 1, 2, 3, 4]), rng.choice([-4, -2, 1, 2, 3])
    u, v = rng.choice(
        [(1, 2), (2, 1), (3, 1), (1, 3), (2, 3), (3, 2), (3, 4), (4, 3), (1, 1), (2, -1), (3, -2)]
    )
    square = u * u + v * v
    ax, ay, bx, by = mx - u, my - v, mx + u, my + v

    def equation(p: int, q: int, rest: int) -> str:
        return f"$(x {signed(-p)})^2 + (y {signed(-q)})^2 = {rest}$"

    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$ ve $B{coordinates(bx, by)}$ noktaları bir çemberin çapının uçlarıdır.\n\nBuna göre bu çemberin denklemi aşağıdakilerden hangisidir?",
        equation(mx, my, square),
        [
            (equation(mx, my, 4 * square), "Yarıçapın karesi yerine çapın karesini yazar."),
            (equation(-mx, -my, square), "Merkezin işaretlerini ters yazar."),
            (
                equation(my, mx, square) if mx != my else equation(mx, -my, square),
                "Merkezin koordinatlarını karıştırır.",
            ),
            (equation(mx, my, 2 * square), "Yarıçapın karesini yanlış hesaplar."),
        ],
        rf"Merkez çapın orta noktasıdır: $M({mx}, {my})$. Yarıçapın karesi $|MB|^2 = {u * u} + {v * v} = {square}$ olur.",
        spare=[
            (equation(mx, -my, square), "Ordinatın işaretini ters yazar."),
            (equation(-mx, my, square), "Apsisin işaretini ters yazar."),
        ],
        # Thales: every point sees the diameter at a right angle
        computed=f"expand((x - {par(ax)})*(x - {par(bx)}) + (y - {par(ay)})*(y - {par(by)}))",
        reads=f"(x - {par(mx)})**2 + (y - {par(my)})**2 - {square}",
    )


@template("ayt-geo-analitik-problem-alani-bolen-dogru", topic=PROBLEM, difficulty=4, seconds=90)
def halving_line(rng: Random) -> Question:
    while True:
        x1, y1 = rng.choice([1, 2, 3]), rng.choice([1, 2, 3])
        w, h = rng.choice([2, 4, 6]), rng.choice([2, 4])
        mx, my = x1 + w // 2, y1 + h // 2
        k = rng.choice([0, 0, -1, 1, -2])
        right = Fraction(my - k, mx)
        if right > 0 and right != Fraction(y1 - k, x1):
            break
    points = {
        "A": (float(x1), float(y1)),
        "B": (float(x1 + w), float(y1)),
        "C": (float(x1 + w), float(y1 + h)),
        "D": (float(x1), float(y1 + h)),
    }
    scene = Axes(points, (-1.0, x1 + w + 1.5), (min(k, 0) - 0.8, y1 + h + 1.5))
    scene.polygon("ABCD", filled=True).names("A", "B", "C", "D")
    far = min(x1 + w + 1.2, (y1 + h + 1.2 - k) / float(right))
    scene.line((0, k), (far, k + float(right) * far), look="accent")
    start = "orijinden" if k == 0 else f"$(0, {k})$ noktasından"
    return exam_question(
        f"Köşeleri $A{coordinates(x1, y1)}$, $B{coordinates(x1 + w, y1)}$, $C{coordinates(x1 + w, y1 + h)}$ ve $D{coordinates(x1, y1 + h)}$ olan dikdörtgensel bölge, {start} geçen bir doğru ile iki eş alana ayrılıyor."
        "\n\nBuna göre bu doğrunun eğimi kaçtır?",
        shown(right),
        [
            (shown(Fraction(y1 + h - k, x1 + w)), "Doğruyu $C$ köşesinden geçirir."),
            (shown(Fraction(mx, my - k)), "Eğimi ters çevirir."),
            (shown(Fraction(h, w)), "Köşegenin eğimini alır."),
            (
                shown(Fraction(my, mx) if k else Fraction(y1 + h, mx)),
                "Doğrunun geçtiği noktayı ya da merkezi yanlış alır.",
            ),
            (shown(Fraction(y1 - k, x1)), "Doğruyu $A$ köşesinden geçirir."),
        ],
        rf"Bir doğru dikdörtgenin alanını ancak ağırlık merkezinden geçerse iki eş parçaya böler. Merkez köşegenlerin orta noktasıdır: $({mx}, {my})$. "
        rf"Eğim $\frac{{{my} - {par(k)}}}{{{mx} - 0}} = {tex(right)}$ olur.",
        spare=[
            (shown(right + 1), "İşlemde yanılır."),
            (shown(-right), "Eğimin işaretini ters alır."),
            (shown(right + 2), "İşlemde yanılır."),
        ],
        # halving is point symmetry at the middle: the line maps to itself
        computed=f"solve((m*({x1} + {x1 + w} - 0) + {par(k)}) - ({y1} + {y1 + h} - {par(k)}), m)[0]",
        figure=scene.figure(
            "Koordinat düzleminde kenarları eksenlere paralel ABCD dikdörtgeni ve onu bölen bir doğru."
        ),
    )


@template("ayt-geo-analitik-problem-dortgen-alani", topic=PROBLEM, difficulty=3, seconds=80)
def area_of_quadrilateral(rng: Random) -> Question:
    while True:
        a, b = (rng.randint(-4, -1), rng.randint(-3, 0)), (rng.randint(1, 4), rng.randint(-3, 0))
        c, d = (rng.randint(2, 5), rng.randint(1, 4)), (rng.randint(-3, 1), rng.randint(2, 5))
        listed = [a, b, c, d]
        crosses = []
        for i in range(4):
            p, q, r = listed[i], listed[(i + 1) % 4], listed[(i + 2) % 4]
            crosses.append((q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0]))
        if min(crosses) > 1:
            break
    twice = abs(
        sum(
            listed[i][0] * listed[(i + 1) % 4][1] - listed[(i + 1) % 4][0] * listed[i][1]
            for i in range(4)
        )
    )
    right = Fraction(twice, 2)
    xs, ys = [p[0] for p in listed], [p[1] for p in listed]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    rim = sum(
        gcd(abs(listed[i][0] - listed[i - 1][0]), abs(listed[i][1] - listed[i - 1][1]))
        for i in range(4)
    )
    points = {name: (float(p[0]), float(p[1])) for name, p in zip("ABCD", listed, strict=True)}
    scene = Axes(points, (min(xs) - 1, max(xs) + 1), (min(ys) - 1, max(ys) + 1), grid=True)
    scene.polygon("ABCD", filled=True).names("A", "B", "C", "D")
    names = ", ".join(f"${name}{coordinates(*p)}$" for name, p in zip("ABCD", listed, strict=True))
    half = Fraction(crosses[0], 2)
    return exam_number(
        f"Analitik düzlemde köşeleri {names} olan $ABCD$ dörtgeni veriliyor.\n\nBuna göre dörtgenin alanı kaç birimkaredir?",
        float(right),
        rf"Dörtgen $[AC]$ köşegeni ile iki üçgene ayrılır ya da çevreleyen {wide} x {tall} dikdörtgenden köşelerdeki parçalar çıkarılır. $A(ABC) = {tex(half)}$ ve "
        rf"$A(ACD) = {tex(right - half)}$ olduğundan alan ${tex(right)}$ birimkaredir.",
        mistakes=[
            (float(twice), "Determinant sonucunu 2'ye bölmeyi unutur."),
            (float(wide * tall), "Çevreleyen dikdörtgenin alanını verir."),
        ],
        # Pick's theorem
        computed=f"(lambda p: sum(1 for u in range(-5, 7) for v in range(-5, 7) if all((p[i][0]-p[i-1][0])*(v-p[i-1][1]) - (p[i][1]-p[i-1][1])*(u-p[i-1][0]) > 0 for i in range(4))) "
        f"+ Rational({rim}, 2) - 1)({listed})",
        figure=scene.figure(
            "Birim kareli koordinat düzleminde ABCD dörtgeni; köşelerin koordinatları soruda verilmiş."
        ),
    )


@template("ayt-geo-analitik-problem-istasyon", topic=PROBLEM, difficulty=3, seconds=90)
def nearest_and_farthest(rng: Random) -> Question:
    p, q, norm = rng.choice(
        [(3, 4, 5), (4, 3, 5), (4, -3, 5), (3, -4, 5), (5, 12, 13), (12, 5, 13)]
    )
    r = rng.randint(2, 6)
    d = r + rng.randint(2, 7)
    mx, my = rng.randint(-5, 5), rng.randint(-5, 5)
    c = rng.choice([1, -1]) * norm * d - p * mx - q * my
    while c == 0:
        mx += 1
        c = rng.choice([1, -1]) * norm * d - p * mx - q * my
    far = rng.random() < 0.5
    right = d + r if far else d - r
    return exam_question(
        f"Koordinat düzlemine yerleştirilen bir haritada (1 birim = 1 km) bir gözlem dronu, $M{coordinates(mx, my)}$ merkezli ve {r} km yarıçaplı çemberin üzerinde uçmaktadır. "
        f"Düz bir yolun denklemi ${line_tex(p, q, c)}$ olarak veriliyor.\n\nDronun bu yola uzaklığı **en {'çok' if far else 'az'}** kaç km olur? (Yükseklik göz ardı edilecektir.)",
        right,
        positive(
            shown,
            [
                (d, "Merkezin yola uzaklığını verir."),
                (d - r if far else d + r, "En büyük ile en küçük uzaklığı karıştırır."),
                (norm * d - r if not far else norm * d + r, "Uzaklık formülünde paydayı unutur."),
                (d + 2 * r if far else abs(d - 2 * r), "Yarıçap yerine çapı kullanır."),
            ],
        ),
        rf"Merkezin yola uzaklığı $\frac{{|{p * mx + q * my + c}|}}{{{norm}}} = {d}$ km'dir ve {d} > {r} olduğundan yol çemberi kesmez. En {'büyük' if far else 'küçük'} uzaklık "
        rf"${d} {'+' if far else '-'} {r} = {right}$ km olur.",
        spare=[
            (right + 1, "İşlemde 1 fazla bulur."),
            (right + 3, "İşlemde 3 fazla bulur."),
            (right + 2, "İşlemde 2 fazla bulur."),
        ],
        # the two points of the circle on the line through M at right angles to the road
        computed=f"{'max' if far else 'min'}(Line({p}*x + {par(q)}*y + {par(c)}).distance(s) for s in "
        f"Circle(Point({mx}, {my}), {r}).intersection(Line({p}*x + {par(q)}*y + {par(c)}).perpendicular_line(Point({mx}, {my}))))",
    )
