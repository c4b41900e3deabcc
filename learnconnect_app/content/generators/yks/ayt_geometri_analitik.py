"""Parametric items of the unit `ayt-geo-analitik-duzlem`: transformations, circles, problems."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import Axes
from learnconnect_app.content.generators.yks.geometri_writing import (
    coordinates,
    line_tex,
    point,
    positive,
    root,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

MOVES = "ayt-geo-donusum-geometrisi"
CIRCLE = "ayt-geo-cemberin-analitigi"
PROBLEM = "ayt-geo-analitik-problem"


@template("ayt-geo-donusum-geometrisi-oteleme-yansima", topic=MOVES, difficulty=2, seconds=60)
def shift_then_mirror(rng: Random) -> Question:
    ax, ay = rng.randint(-6, 6), rng.randint(-6, 6)
    u, v = rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]), rng.choice([-5, -4, -3, -2, 2, 3, 4, 5])
    bx, by = ax + u, ay + v
    while len({abs(bx), abs(by), 0}) < 3 or abs(ax - v) == abs(ay - u):
        ax, ay = rng.randint(-6, 6), rng.randint(-6, 6)
        bx, by = ax + u, ay + v
    kinds = {
        "$x$ eksenine": ((bx, -by), "[[1, 0], [0, -1]]", "ordinatın işareti değişir"),
        "$y$ eksenine": ((-bx, by), "[[-1, 0], [0, 1]]", "apsisin işareti değişir"),
        "orijine": ((-bx, -by), "[[-1, 0], [0, -1]]", "iki koordinatın da işareti değişir"),
        "$y = x$ doğrusuna": ((by, bx), "[[0, 1], [1, 0]]", "koordinatların yeri değişir"),
        "$y = -x$ doğrusuna": (
            (-by, -bx),
            "[[0, -1], [-1, 0]]",
            "koordinatların yeri ve işareti değişir",
        ),
    }
    name = rng.choice(list(kinds))
    right, matrix, rule = kinds[name]
    wrong = [
        (
            point(*place),
            f"{other[0].upper() if other[0] != '$' else other[0]}{other[1:]} göre yansıma yapar.",
        )
        for other, (place, _, _) in kinds.items()
        if other != name
    ]
    horizontal, vertical = ("sağa" if u > 0 else "sola"), ("yukarı" if v > 0 else "aşağı")
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$ noktası {abs(u)} birim {horizontal} ve {abs(v)} birim {vertical} öteleniyor, sonra elde edilen noktanın {name} göre yansıması alınıyor."
        "\n\nBuna göre son noktanın koordinatları aşağıdakilerden hangisidir?",
        point(*right),
        [
            *wrong[:3],
            (
                point(ax - u, ay - v)
                if (ax - u, ay - v) not in [k[0] for k in kinds.values()]
                else point(ay, ax + 1),
                "Ötelemeyi ters yönde yapar ve yansımayı unutur.",
            ),
        ],
        f"Öteleme sonucu $({ax} {signed(u)}, {ay} {signed(v)}) = ({bx}, {by})$ olur. {name[0].upper() if name[0] != '$' else name[0]}{name[1:]} göre yansımada {rule}: $({right[0]}, {right[1]})$.",
        spare=wrong[3:],
        computed=f"tuple(Matrix({matrix}) * Matrix([{ax} + ({u}), {ay} + ({v})]))",
    )


@template("ayt-geo-donusum-geometrisi-dondurme", topic=MOVES, difficulty=3, seconds=70)
def quarter_turn(rng: Random) -> Question:
    ax, ay = rng.choice([-5, -4, -3, -2, 1, 2, 3, 4, 5]), rng.choice([-6, -4, -2, 1, 3, 5, 6])
    px, py = rng.choice([(0, 0), (0, 0), (1, 2), (2, -1), (-1, 1), (3, 0), (-2, -1), (0, 2)])
    angle = rng.choice([90, -90, 180, 270])
    u, v = ax - px, ay - py
    turned = {90: (-v, u), -90: (v, -u), 270: (v, -u), 180: (-u, -v)}
    while len({(u, v), (-v, u), (v, -u), (-u, -v), (v, u)}) < 5 or u == 0 or v == 0:
        ax, ay = rng.choice([-5, -4, -3, -2, 1, 2, 3, 4, 5]), rng.choice([-6, -4, -2, 1, 3, 5, 6])
        u, v = ax - px, ay - py
        turned = {90: (-v, u), -90: (v, -u), 270: (v, -u), 180: (-u, -v)}

    def place(move: tuple[int, int]) -> str:
        return point(px + move[0], py + move[1])

    right = turned[angle]
    way = "saat yönünde" if angle == -90 else "saat yönünün tersine"
    center = "orijin" if (px, py) == (0, 0) else f"$P{coordinates(px, py)}$ noktası"
    steps = {
        90: "(a, b) \\to (-b, a)",
        -90: "(a, b) \\to (b, -a)",
        270: "(a, b) \\to (b, -a)",
        180: "(a, b) \\to (-a, -b)",
    }[angle]
    others = [
        ((-v, u), "Dönme yönünü ya da açısını karıştırır."),
        ((v, -u), "Dönme yönünü ya da açısını karıştırır."),
        ((-u, -v), "180° döndürür."),
        ((v, u), "Dönme yerine $y = x$ doğrultusunda yansıma yapar."),
        ((u, -v), "Dönme yerine yatay doğruya göre yansıma yapar."),
    ]
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$ noktası, {center} etrafında {way} {abs(angle)}° döndürülüyor.\n\nBuna göre elde edilen noktanın koordinatları aşağıdakilerden hangisidir?",
        place(right),
        [(place(move), why) for move, why in others if move != right],
        (
            f"Merkeze göre $A$ noktasının yeri $({ax} - ({px}), {ay} - ({py})) = ({u}, {v})$ olur. "
            if (px, py) != (0, 0)
            else ""
        )
        + f"{abs(angle)}° ({way}) dönmede ${steps}$: $({right[0]}, {right[1]})$."
        + (
            f" Merkez geri eklenir: $({px + right[0]}, {py + right[1]})$."
            if (px, py) != (0, 0)
            else ""
        ),
        computed=f"(lambda w: (re(w), im(w)))(expand(({px} + {py}*I) + (({ax} + {ay}*I) - ({px} + {py}*I))*I**{(angle // 90) % 4}))",
    )


@template("ayt-geo-donusum-geometrisi-dogruya-yansima", topic=MOVES, difficulty=3, seconds=80)
def mirror_at_line(rng: Random) -> Question:
    ax, ay = rng.randint(-5, 6), rng.randint(-5, 6)
    k = rng.choice([-4, -3, -2, 2, 3, 4, 5, 6])
    plus = rng.random() < 0.5
    right = (k - ay, k - ax) if plus else (ay - k, ax + k)
    while right == (ax, ay) or ax == ay or ax == -ay:
        ax, ay = rng.randint(-5, 6), rng.randint(-5, 6)
        right = (k - ay, k - ax) if plus else (ay - k, ax + k)
    line = f"x + y = {k}" if plus else f"y = x {signed(k)}"
    foot = (Fraction(ax + right[0], 2), Fraction(ay + right[1], 2))
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$ noktasının ${line}$ doğrusuna göre simetriği aşağıdakilerden hangisidir?",
        point(*right),
        [
            (point(ay, ax), "$y = x$ doğrusuna göre yansıma yapar."),
            (point(-ay, -ax), "$y = -x$ doğrusuna göre yansıma yapar."),
            (point(*foot), "Doğru üzerindeki dikme ayağını verir."),
            (point(right[1], right[0]), "Apsis ile ordinatı karıştırır."),
            (point(k - ax, k - ay), "Koordinatları değiştirmeden $k$ sayısından çıkarır."),
        ],
        rf"Doğrunun eğimi ${'-1' if plus else '1'}$ olduğundan simetri noktası $(a, b)$ için $[AA']$ doğru parçasının eğimi ${'1' if plus else '-1'}$ ve orta noktası doğru üzerindedir. "
        rf"Orta nokta ${coordinates(*foot)}$ bulunur; simetriği $({right[0]}, {right[1]})$ olur.",
        spare=[
            (point(right[0] + 1, right[1]), "Apsisi 1 fazla bulur."),
            (point(right[0], right[1] + 2), "Ordinatı 2 fazla bulur."),
        ],
        computed=f"tuple(Point({ax}, {ay}).reflect(Line(Point(0, {k}), slope={'-1' if plus else '1'})))",
    )


@template("ayt-geo-donusum-geometrisi-en-kisa-yol", topic=MOVES, difficulty=4, seconds=90)
def shortest_way(rng: Random) -> Question:
    wide, tall, length = rng.choice(
        [
            (3, 4, 25),
            (4, 3, 25),
            (6, 8, 100),
            (8, 6, 100),
            (12, 5, 169),
            (5, 12, 169),
            (9, 12, 225),
            (4, 6, 52),
            (6, 6, 72),
            (8, 4, 80),
        ]
    )
    first = rng.randint(1, tall - 1)
    while 2 * first == tall:
        first = rng.randint(1, tall - 1)
    second = tall - first
    start = rng.randint(-3, 2)
    end = start + wide
    meet = start + wide * first / tall
    points = {"A": (float(start), float(first)), "B": (float(end), float(second)), "P": (meet, 0.0)}
    scene = Axes(
        points,
        (min(start, 0) - 1.2, max(end, 0) + 1.4),
        (-1.0, max(first, second) + 1.6),
        height=220,
    )
    scene.path("APB", dashed=True).dot("A", "B", "P").name("A", "A", 180).name("B", "B", 30).name(
        "P", "P", 270
    )
    straight = wide * wide + (first - second) ** 2
    return exam_question(
        f"Analitik düzlemde $A{coordinates(start, first)}$ ve $B{coordinates(end, second)}$ noktaları ile $x$ ekseni üzerinde bir $P$ noktası veriliyor.\n\nBuna göre $|AP| + |PB|$ toplamının **en küçük** değeri kaçtır?",
        root(length),
        [
            (root(straight), "$|AB|$ uzunluğunu verir."),
            (shown(wide + tall), "Yatay ve düşey uzaklıkları toplar."),
            (shown(first + second), "Yalnız noktaların eksene uzaklıklarını toplar."),
            (shown(wide), "Yalnız yatay uzaklığı verir."),
            (shown(length), "Karekök almayı unutur."),
        ],
        rf"$A$ noktasının $x$ eksenine göre yansıması $A'({start}, {-first})$ alınırsa $|AP| = |A'P|$ olur. En kısa yol $A'$, $P$, $B$ doğrusalken oluşur: "
        rf"$|A'B| = \sqrt{{{wide}^2 + {tall}^2}} = {surd(length)}$.",
        spare=[
            (shown(wide + tall + 1), "Toplamada yanılır."),
            (root(length + 4), "Kareleri toplarken yanılır."),
        ],
        # equal angles at P, by similar triangles; then both distances
        computed=f"(lambda p: sqrt((p - ({start}))**2 + {first**2}) + sqrt((p - ({end}))**2 + {second**2}))({start} + Rational({wide * first}, {tall}))",
        figure=scene.figure(
            "Koordinat düzleminde x ekseninin üstünde A ve B noktaları; eksen üzerindeki P noktasına kesikli çizgilerle birleştirilmiş."
        ),
    )


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
        computed=f"max(solve(({a})**2 + y**2 + ({-2 * a})*({a}) + ({-2 * b})*y + ({c}), y)) - ({b})",
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
        computed=f"(lambda s: sqrt(simplify((s[0] - s[1])**2 * (1 + Rational({p}, {q})**2))))(solve((x - ({mx}))**2 + (-({p}*x + ({c}))/S({q}) - ({my}))**2 - {r * r}, x))",
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
        proof = f"Line({p}*x + ({q})*y + ({c})).distance(Point({mx}, {my}))"
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
        computed=f"expand((x - ({ax}))*(x - ({bx})) + (y - ({ay}))*(y - ({by})))",
        reads=f"(x - ({mx}))**2 + (y - ({my}))**2 - {square}",
    )


@template("ayt-geo-analitik-problem-alani-bolen-dogru", topic=PROBLEM, difficulty=4, seconds=90)
def halving_line(rng: Random) -> Question:
    x1, y1 = rng.choice([1, 2, 3]), rng.choice([1, 2, 3])
    w, h = rng.choice([2, 4, 6]), rng.choice([2, 4])
    mx, my = x1 + w // 2, y1 + h // 2
    k = rng.choice([0, 0, -1, 1, -2])
    right = Fraction(my - k, mx)
    while right == 0 or not (
        y1 <= right * x1 + k <= y1 + h
        or y1 <= right * (x1 + w) + k <= y1 + h
        or x1 <= (y1 - k) / right <= x1 + w
    ):
        k = 0
        right = Fraction(my, mx)
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
        rf"Eğim $\frac{{{my} - ({k})}}{{{mx} - 0}} = {tex(right)}$ olur.",
        spare=[
            (shown(right + 1), "İşlemde yanılır."),
            (shown(-right), "Eğimin işaretini ters alır."),
            (shown(right + 2), "İşlemde yanılır."),
        ],
        # halving is point symmetry at the middle: the line maps to itself
        computed=f"solve((m*({x1} + {x1 + w} - 0) + ({k})) - ({y1} + {y1 + h} - ({k})), m)[0]",
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
        computed=f"{'max' if far else 'min'}(Line({p}*x + ({q})*y + ({c})).distance(s) for s in "
        f"Circle(Point({mx}, {my}), {r}).intersection(Line({p}*x + ({q})*y + ({c})).perpendicular_line(Point({mx}, {my}))))",
    )
