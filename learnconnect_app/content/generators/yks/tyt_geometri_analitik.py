"""Parametric items of the topic `tyt-geo-analitik-temel`."""

from __future__ import annotations

from fractions import Fraction
from math import atan2, degrees
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Axes,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    coordinates,
    par,
    point,
    positive,
    root,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

PLANE = "tyt-geo-analitik-temel"


@template("tyt-geo-analitik-temel-uzaklik", topic=PLANE, difficulty=2, seconds=50)
def distance_of_points(rng: Random) -> Question:
    dx, dy = rng.choice(
        [
            (3, 4),
            (4, 3),
            (6, 8),
            (5, 12),
            (8, 6),
            (2, 4),
            (3, 6),
            (4, 4),
            (2, 6),
            (6, 6),
            (1, 3),
            (4, 8),
            (12, 5),
        ]
    )
    sx, sy = rng.choice([1, -1]), rng.choice([1, -1])
    ax, ay = rng.randint(-5, 5), rng.randint(-5, 5)
    bx, by = ax + sx * dx, ay + sy * dy
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$ ve $B{coordinates(bx, by)}$ noktaları veriliyor.\n\nBuna göre $|AB|$ kaç birimdir?",
        root(dx * dx + dy * dy),
        [
            (shown(dx + dy), "Koordinat farklarını toplar."),
            (shown(dx * dx + dy * dy), "Karekök almayı unutur."),
            (root((ax + bx) ** 2 + (ay + by) ** 2), "Koordinatları çıkarmak yerine toplar."),
            (
                root(abs(dx * dx - dy * dy)) if dx != dy else shown(dx),
                "Kareleri toplamak yerine çıkarır.",
            ),
        ],
        f"$|AB| = \\sqrt{{({bx} - {par(ax)})^2 + ({by} - {par(ay)})^2}} = \\sqrt{{{dx * dx} + {dy * dy}}} = {surd(dx * dx + dy * dy)}$ birim olur.",
        spare=[
            (shown(max(dx, dy)), "Yalnız büyük farkı alır."),
            (root(dx * dx + dy * dy + 3), "Kareleri toplarken 3 fazla bulur."),
            (root(dx * dx + dy * dy + 7), "Kareleri toplarken 7 fazla bulur."),
        ],
        computed=f"Abs(({ax} + {ay}*I) - ({bx} + {by}*I))",
    )


@template("tyt-geo-analitik-temel-paralelkenar", topic=PLANE, difficulty=3, seconds=70)
def fourth_vertex(rng: Random) -> Question:
    while True:
        ax, ay = rng.randint(-4, 0), rng.randint(-3, 0)
        bx, by = ax + rng.randint(3, 6), ay + rng.randint(-1, 2)
        cx, cy = bx + rng.randint(0, 3), by + rng.randint(3, 5)
        dx, dy = ax + cx - bx, ay + cy - by
        if (
            (dx, dy) != (0, 0)
            and (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 8
            and len({(ax, ay), (dx, dy), (dy, dx)}) == 3
        ):
            break
    points = {
        "A": (float(ax), float(ay)),
        "B": (float(bx), float(by)),
        "C": (float(cx), float(cy)),
        "D": (float(dx), float(dy)),
    }
    xs, ys = [ax, bx, cx, dx, 0], [ay, by, cy, dy, 0]
    scene = Axes(points, (min(xs) - 1, max(xs) + 1.5), (min(ys) - 1, max(ys) + 1.5))
    scene.polygon("ABCD").names("A", "B", "C", "D")
    return exam_question(
        f"Analitik düzlemde $ABCD$ paralelkenarının üç köşesi $A{coordinates(ax, ay)}$, $B{coordinates(bx, by)}$ ve $C{coordinates(cx, cy)}$ noktalarıdır."
        "\n\nBuna göre $D$ köşesinin koordinatları aşağıdakilerden hangisidir?",
        point(dx, dy),
        [
            (
                point(bx + cx - ax, by + cy - ay),
                "$D$ köşesini $A$ köşesinin karşısına yerleştirir.",
            ),
            (
                point(ax + bx - cx, ay + by - cy),
                "$D$ köşesini $C$ köşesinin karşısına yerleştirir.",
            ),
            (point(dy, dx), "Apsis ile ordinatın yerini değiştirir."),
            (
                point(Fraction(ax + cx, 2), Fraction(ay + cy, 2)),
                "Köşegenlerin kesim noktasını verir.",
            ),
        ],
        rf"Paralelkenarda köşegenler birbirini ortalar; karşılıklı köşelerin koordinatları toplamı eşittir: $A + C = B + D$. Apsis ${ax} + {par(cx)} - {par(bx)} = {dx}$, "
        rf"ordinat ${ay} + {par(cy)} - {par(by)} = {dy}$ olur.",
        spare=[
            (point(dx + 1, dy), "Apsisi 1 fazla bulur."),
            (point(dx, dy + 1), "Ordinatı 1 fazla bulur."),
        ],
        # opposite sides lie on parallel lines
        computed=f"tuple(Line(Point({ax}, {ay}), Point({ax + cx - bx}, {ay + cy - by})).intersection("
        f"Line(Point({cx}, {cy}), Point({cx + bx - ax}, {cy + by - ay})))[0])",
        figure=scene.figure(
            "Koordinat düzleminde ABCD paralelkenarı; A, B, C köşelerinin koordinatları verilmiş."
        ),
    )


@template("tyt-geo-analitik-temel-eksenlerle-ucgen", topic=PLANE, difficulty=3, seconds=70)
def triangle_with_axes(rng: Random) -> Question:
    p, q = rng.choice([2, 3, 4, 5, 6, 8]), rng.choice([3, 4, 5, 6, 8, 10])
    while p == q:
        p = rng.choice([2, 3, 4, 5, 6, 8])
    sx, sy = rng.choice([(1, 1), (-1, 1), (1, -1), (-1, -1)])
    px, qy = sx * p, sy * q
    common = next(k for k in range(min(p, q), 0, -1) if p % k == 0 and q % k == 0)
    # x/px + y/qy = 1, with whole numbers and a positive x
    u, v, w = qy // common, px // common, px * qy // common
    if u < 0:
        u, v, w = -u, -v, -w
    points = {"A": (float(px), 0.0), "B": (0.0, float(qy)), "O": (0.0, 0.0)}
    scene = Axes(
        points,
        (min(px, 0) - 1.5, max(px, 0) + 1.5),
        (min(qy, 0) - 1.5, max(qy, 0) + 1.5),
        height=230,
    )
    scene.polygon("AOB", filled=True)
    outward = degrees(atan2(sy, sx))
    scene.line((px * 1.15, qy * -0.15), (px * -0.15, qy * 1.15)).name("O", "O", outward + 180)
    scene.name("A", "A", outward).name("B", "B", outward)
    equation = (
        f"{'' if u == 1 else u}x {'+' if v > 0 else '-'} {'' if abs(v) == 1 else abs(v)}y = {w}"
    )
    right = Fraction(p * q, 2)
    return exam_question(
        f"Denklemi ${equation}$ olan doğru eksenleri $A$ ve $B$ noktalarında kesiyor.\n\nBuna göre bu doğru ile eksenler arasında kalan üçgenin alanı kaç birimkaredir?",
        shown(right),
        positive(
            shown,
            [
                (p * q, "Alan formülünde 2'ye bölmeyi unutur."),
                (Fraction(abs(u * v), 2), "Katsayıları kesim noktası sanır."),
                (p + q, "Kesim noktalarının uzaklıklarını toplar."),
                (abs(w), "Sabit terimi alan sanır."),
                (Fraction(abs(w), 2), "Sabit terimin yarısını alan sanır."),
            ],
        ),
        f"$y = 0$ için $x = {px}$, $x = 0$ için $y = {qy}$ bulunur. Dik kenarları {p} ve {q} birim olan üçgenin alanı $\\frac{{{p} \\cdot {q}}}{{2}} = {tex(right)}$ birimkaredir.",
        spare=[
            (shown(right + 1), "Çarpmada yanılır."),
            (shown(right + 3), "Çarpmada yanılır."),
            (shown(right + 5), "Çarpmada yanılır."),
            (shown(right + 2), "Çarpmada yanılır."),
        ],
        computed=f"Abs(integrate(solve({u}*x + {par(v)}*y - {par(w)}, y)[0], (x, 0, {px})))",
        figure=scene.figure(
            f"Eksenleri A({px}, 0) ve B(0, {qy}) noktalarında kesen doğru; eksenlerle arasındaki üçgen boyalı."
        ),
    )


@template("tyt-geo-analitik-temel-dogrusal-noktalar", topic=PLANE, difficulty=3, seconds=60)
def points_on_a_line(rng: Random) -> Question:
    slope = rng.choice(
        [
            Fraction(1, 2),
            Fraction(2),
            Fraction(-2),
            Fraction(3),
            Fraction(-1, 2),
            Fraction(3, 2),
            Fraction(-3),
            Fraction(-1),
        ]
    )
    step = rng.choice([2, 4, 6])
    ax, ay = rng.randint(-4, 3), rng.randint(-4, 4)
    bx, by = ax + step, ay + int(slope * step)
    more = rng.choice([each for each in (2, 4, -4, -2) if each != -step])
    cx, right = bx + more, by + int(slope * more)
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$, $B{coordinates(bx, by)}$ ve $C({cx}, k)$ noktaları doğrusaldır.\n\nBuna göre $k$ kaçtır?",
        shown(right),
        [
            (shown(by - int(slope * more)), "Eğimin işaretini ters alır."),
            (shown(by + more / slope), "Eğimi $\\frac{x_2 - x_1}{y_2 - y_1}$ olarak kurar."),
            (shown(by + more), "Apsis farkını ordinata doğrudan ekler."),
            (shown(2 * by - ay), "$B$ noktasını $A$ ile $C$ noktalarının ortası sanır."),
        ],
        rf"Doğrusal noktalarda eğimler eşittir: $m_{{AB}} = \frac{{{by} - {par(ay)}}}{{{bx} - {par(ax)}}} = {tex(slope)}$. "
        rf"$\frac{{k - {par(by)}}}{{{cx} - {par(bx)}}} = {tex(slope)}$ eşitliğinden $k = {right}$ olur.",
        spare=[
            (shown(right + 1), "Denklemi çözerken 1 fazla bulur."),
            (shown(right - 1), "Denklemi çözerken 1 eksik bulur."),
            (shown(right + 2), "Denklemi çözerken 2 fazla bulur."),
        ],
        # three points on a line: the area between them is zero
        computed=f"solve(({bx} - {par(ax)})*(k - {par(ay)}) - ({cx} - {par(ax)})*({by} - {par(ay)}), k)[0]",
    )
