"""Parametric items of the topic `tyt-geo-ucgende-alan`."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    between,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    positive,
    seg,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

AREA = "tyt-geo-ucgende-alan"


@template("tyt-geo-ucgende-alan-oranla", topic=AREA, difficulty=3, seconds=80)
def area_by_ratios(rng: Random) -> Question:
    while True:
        bd, dc, ae, ed = (rng.randint(1, 4) for _ in range(4))
        if (
            gcd(bd, dc) == 1
            and gcd(ae, ed) == 1
            and bd != dc
            and (ae, ed) != (1, 1)
            and 3 * ae >= 2 * ed
        ):
            break
    unit = rng.choice([1, 2, 3])
    total = (bd + dc) * (ae + ed) * unit
    pa, pb, pc = (0.38, 0.72), (0.0, 0.0), (1.0, 0.0)
    pd = between(pb, pc, bd / (bd + dc))
    points = {"A": pa, "B": pb, "C": pc, "D": pd, "E": between(pa, pd, ae / (ae + ed))}
    part, base, size = rng.choice(
        [("EDC", dc, ed), ("AEC", dc, ae), ("EBD", bd, ed), ("ABE", bd, ae)]
    )
    right = base * size * unit
    scene = Scene(points, width=290, height=220)
    scene.polygon(part, filled=True).polygon("ABC").line("A", "D").line("B", "E").line("C", "E")
    scene.names("A", "B", "C").name("D", "D", 270).name("E", "E", 20, gap=6)
    triangle_name = "ADC" if base == dc else "ABD"
    return exam_question(
        rf"$ABC$ üçgeninde $D \in [BC]$, $E \in [AD]$; $\frac{{|BD|}}{{|DC|}} = {tex(Fraction(bd, dc))}$ ve "
        rf"$\frac{{|AE|}}{{|ED|}} = {tex(Fraction(ae, ed))}$ veriliyor. $ABC$ üçgeninin alanı ${total}$ birimkaredir."
        "\n\nBuna göre boyalı üçgenin alanı kaç birimkaredir?",
        right,
        positive(
            shown,
            [
                (base * (ae + ed) * unit, f"${triangle_name}$ üçgeninin alanını bulup durur."),
                (base * (ae + ed - size) * unit, "$[AD]$ üzerindeki oranı ters kullanır."),
                ((bd + dc - base) * size * unit, "$[BC]$ üzerindeki oranı ters kullanır."),
                (size * (bd + dc) * unit, "Yalnız $[AD]$ üzerindeki oranı kullanır."),
                (Fraction(total, 4), "$D$ ile $E$ noktalarını orta nokta sanır."),
            ],
        ),
        rf"Yükseklikleri eş üçgenlerin alanları tabanlarıyla orantılıdır. $A({triangle_name}) = {total} \cdot {tex(Fraction(base, bd + dc))} "
        rf"= {base * (ae + ed) * unit}$ ve boyalı alan ${base * (ae + ed) * unit} \cdot {tex(Fraction(size, ae + ed))} = {right}$ birimkaredir.",
        spare=[
            (right + unit, "Pay sayısını 1 fazla alır."),
            (right + 2 * unit, "Pay sayısını 2 fazla alır."),
            (right + 3 * unit, "Pay sayısını 3 fazla alır."),
            (right + 5 * unit, "Pay sayısını 5 fazla alır."),
        ],
        # on a triangle with base b + d and the height that gives the area
        computed=(
            f"(lambda A, B, C: (lambda D: (lambda E: abs(Triangle(*[dict(A=A, B=B, C=C, D=D, E=E)[n] "
            f"for n in '{part}']).area))(A + (D - A)*Rational({ae}, {ae + ed})))"
            f"(B + (C - B)*Rational({bd}, {bd + dc})))(Point(1, Rational({2 * total}, {bd + dc})), "
            f"Point(0, 0), Point({bd + dc}, 0))"
        ),
        figure=scene.figure(
            f"ABC üçgeni; D noktası BC üzerinde, E noktası AD üzerinde. {part} üçgeni boyalı."
        ),
    )


@template("tyt-geo-ucgende-alan-birim-kareler", topic=AREA, difficulty=2, seconds=70)
def area_on_grid(rng: Random) -> Question:
    while True:
        (x1, y1), (x2, y2), (x3, y3) = ((rng.randint(0, 7), rng.randint(0, 5)) for _ in range(3))
        twice = abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1))
        xs, ys = [x1, x2, x3], [y1, y2, y3]
        wide, tall = max(xs) - min(xs), max(ys) - min(ys)
        if 10 <= twice <= 40 and len(set(xs)) == 3 and len(set(ys)) == 3 and twice != wide * tall:
            break
    corners = [(x1, y1), (x2, y2), (x3, y3)]
    scene = Scene({}, width=300, height=230, margin=14, around=[(0, 0), (7, 5)])
    scene.polygon(corners, filled=True)
    for column in range(8):
        scene.thin((column, 0), (column, 5))
    for row in range(6):
        scene.thin((0, row), (7, row))
    scene.polygon(corners).dot(*corners)
    edges = [(x2 - x1, y2 - y1), (x3 - x2, y3 - y2), (x1 - x3, y1 - y3)]
    rim = sum(gcd(abs(dx), abs(dy)) for dx, dy in edges)
    inner = (twice - rim + 2) // 2
    outside = wide * tall - Fraction(twice, 2)
    return exam_question(
        "Birim karelere ayrılmış zeminde köşeleri kare köşelerinde olan bir üçgen boyanmıştır."
        "\n\nBuna göre boyalı üçgenin alanı kaç birimkaredir?",
        shown(Fraction(twice, 2)),
        positive(
            shown,
            [
                (twice, "Son adımda 2'ye bölmeyi unutur."),
                (Fraction(wide * tall, 2), "Üçgeni çevreleyen dikdörtgenin yarısı sanır."),
                (outside, "Dikdörtgenin boyasız kalan kısmını bulur."),
                (wide * tall, "Üçgeni çevreleyen dikdörtgenin alanını verir."),
                (inner, "Yalnız üçgenin içindeki noktaları sayar."),
            ],
        ),
        f"Üçgeni çevreleyen dikdörtgen ${wide} \\cdot {tall} = {wide * tall}$ birimkaredir. Üçgenin dışında kalan parçaların toplamı "
        f"${tex(outside)}$ birimkare olduğundan alan ${wide * tall} - {tex(outside)} = {tex(Fraction(twice, 2))}$ birimkare olur.",
        spare=[
            (shown(Fraction(twice, 2) + 1), "Parçaların alanını 1 eksik bulur."),
            (shown(Fraction(twice, 2) + 2), "Parçaların alanını 2 eksik bulur."),
        ],
        # Pick's theorem: count the lattice points inside and on the rim
        computed=(
            f"(lambda p: (lambda side: sum(1 for u in range(8) for v in range(6) if len({{side(i, u, v) > 0 for i in range(3)}}) == 1 "
            f"and all(side(i, u, v) for i in range(3))) + Rational({rim}, 2) - 1)"
            f"(lambda i, u, v: (p[i][0]-p[i-1][0])*(v-p[i-1][1]) - (p[i][1]-p[i-1][1])*(u-p[i-1][0])))({corners})"
        ),
        figure=scene.figure(
            "7'ye 5'lik birim kareli zeminde, köşeleri soldan ve alttan sayılan "
            + ", ".join(f"({x}, {y})" for x, y in corners)
            + " noktalarında olan boyalı üçgen."
        ),
    )


@template("tyt-geo-ucgende-alan-iki-yukseklik", topic=AREA, difficulty=3, seconds=70)
def two_heights(rng: Random) -> Question:
    ab, ac, be = rng.choice(
        [
            (10, 15, 8),
            (10, 20, 9),
            (12, 15, 8),
            (12, 16, 9),
            (12, 18, 10),
            (14, 21, 12),
            (15, 18, 10),
            (15, 20, 12),
            (16, 20, 12),
            (18, 21, 12),
            (12, 14, 9),
            (12, 15, 9),
            (10, 12, 7),
            (16, 18, 12),
        ]
    )
    # [BE] is the height on [AC], [CF] the one on [AB]
    right = Fraction(ac * be, ab)
    cosine = (1 - (be / ab) ** 2) ** 0.5
    pa, pc = (0.0, 0.0), (float(ac), 0.0)
    pb = (ab * cosine, float(be))
    foot = between(pa, pb, ac * cosine / ab)
    points = {"A": pa, "B": pb, "C": pc, "E": (pb[0], 0.0), "F": foot}
    scene = Scene(points, width=310, height=230)
    scene.polygon("ABC").line("B", "E").line("C", "F").right("B", "E", "A").right("C", "F", "A")
    scene.names("A", "C").name("B", "B", 60).name("E", "E", 270).name("F", "F", 155)
    return exam_question(
        rf"$ABC$ üçgeninde $[BE] \perp [AC]$ ve $[CF] \perp [AB]$; {seg('AB', ab)}, {seg('AC', ac)} ve {seg('BE', be)} veriliyor."
        "\n\nBuna göre $|CF|$ kaç cm'dir?",
        shown(right),
        positive(
            shown,
            [
                (Fraction(ab * be, ac), "Kenar ile yükseklik arasındaki oranı ters kurar."),
                (be + ac - ab, "Kenarlar arasındaki farkı yüksekliğe ekler."),
                (Fraction(ac * be, 2), "Alanı bulup durur."),
                (be, "İki yüksekliği eşit sanır."),
            ],
        ),
        rf"Alan iki yoldan yazılır: $\frac{{|AC| \cdot |BE|}}{{2}} = \frac{{|AB| \cdot |CF|}}{{2}}$. Buradan ${ac} \cdot {be} = {ab} \cdot |CF|$ "
        rf"ve $|CF| = {tex(right)}$ cm olur.",
        spare=[
            (shown(right + 1), "Denklemi çözerken 1 fazla bulur."),
            (shown(right + 2), "Denklemi çözerken 2 fazla bulur."),
        ],
        # the distance of C from the line AB, with A at the origin
        computed=f"Line(Point(0, 0), Point(sqrt({ab * ab - be * be}), {be})).distance(Point({ac}, 0))",
        figure=scene.figure(
            f"ABC üçgeni; AC kenarına ait BE yüksekliği {be} cm, AB kenarına ait CF yüksekliği soruluyor."
        ),
    )
