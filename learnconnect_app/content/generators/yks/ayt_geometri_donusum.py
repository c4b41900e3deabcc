"""Parametric items of the topic `ayt-geo-donusum-geometrisi`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import Axes
from learnconnect_app.content.generators.yks.geometri_writing import (
    coordinates,
    par,
    point,
    root,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

MOVES = "ayt-geo-donusum-geometrisi"


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
        computed=f"tuple(Matrix({matrix}) * Matrix([{ax} + {par(u)}, {ay} + {par(v)}]))",
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
            f"Merkeze göre $A$ noktasının yeri $({ax} - {par(px)}, {ay} - {par(py)}) = ({u}, {v})$ olur. "
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
