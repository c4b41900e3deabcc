"""Parametric items of the unit `tyt-geo-acilar`: angles at lines and in triangles."""

from __future__ import annotations

from fractions import Fraction
from math import cos, radians, sin, tan
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    between,
    polar,
    triangle,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    deg,
    m,
    measured,
    positive,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

LINES = "tyt-geo-dogruda-acilar"
ANGLES = "tyt-geo-ucgende-acilar"


@template("tyt-geo-dogruda-acilar-kirik-cizgi", topic=LINES, difficulty=2, seconds=50)
def zigzag(rng: Random) -> Question:
    up, down = rng.sample(range(25, 66, 5), 2)
    asks_total = rng.random() < 0.5
    total = up + down
    corner = (0.0, 0.0)
    a, c = polar(1 / sin(radians(up)), up), polar(1 / sin(radians(down)), -down)
    reach = max(a[0], c[0]) + 1
    points = {"A": a, "B": corner, "C": c, "D": (-0.4, 1.0), "E": (-0.4, -1.0)}
    points |= {"F": (reach, 1.0), "G": (reach, -1.0)}
    scene = Scene(points, width=320, height=200)
    scene.line("D", "F").line("E", "G").path("ABC").names("B", inside=(1, 0))
    scene.name("A", "A", 90).name("C", "C", 270).name("F", "d₁", 0).name("D", "D", 90).name(
        "E", "E", 270
    ).name("G", "d₂", 0)
    known = [("D", "A", "B", up), ("E", "C", "B", down), ("A", "B", "C", total)]
    hidden = 2 if asks_total else rng.choice([0, 1])
    for place, (p, v, q, size) in enumerate(known):
        scene.angle(p, v, q, "?" if place == hidden else deg(size))
    given = [m("DAB", up), m("ECB", down), m("ABC", total)]
    asked = ["DAB", "ECB", "ABC"][hidden]
    shown_parts = ", ".join(part for place, part in enumerate(given) if place != hidden)
    right = [up, down, total][hidden]
    x, y = [size for place, (*_, size) in enumerate(known) if place != hidden]
    if asks_total:
        wrong = [
            (180 - total, "Açıların toplamını 180°'ye tamamlar."),
            (360 - total, "Açıların toplamını 360°'ye tamamlar."),
            (abs(up - down), "Açıları toplamak yerine çıkarır."),
            (180 - up, "Yalnız bir açının bütünlerini alır."),
        ]
        why = f"${up} + {down} = {total}$"
    else:
        wrong = [
            (180 - y, "Kırık çizgideki açının bütünlerini alır."),
            (x + y, "Açıları çıkarmak yerine toplar."),
            (x, "Paralel doğrulardaki iki açıyı eşit sanır."),
            (180 - right, "İstenen açının bütünlerini verir."),
        ]
        why = f"${total} - {x} = {right}$"
    return exam_question(
        rf"Şekilde $d_1 \parallel d_2$, $A \in d_1$, $C \in d_2$; {shown_parts} veriliyor."
        f"\n\nBuna göre {m(asked)} kaç derecedir?",
        deg(right),
        positive(deg, wrong),
        rf"$B$ noktasından $d_1$ ve $d_2$ doğrularına paralel çizilirse $\widehat{{ABC}}$ ikiye ayrılır; parçalar "
        rf"iç ters açılardan $\widehat{{DAB}}$ ve $\widehat{{ECB}}$ açılarına eşittir. Öyleyse {why} derecedir.",
        spare=positive(
            deg,
            [
                (right + 10, "Toplamayı 10 fazla yapar."),
                (right + 15, "Toplamayı 15 fazla yapar."),
                (right - 10, "Toplamayı 10 eksik yapar."),
                (right + 20, "Toplamayı 20 fazla yapar."),
            ],
        ),
        computed=measured(*(points[name] for name in asked)),
        figure=scene.figure(
            "Paralel d₁ ve d₂ doğruları; A noktası d₁, C noktası d₂ üzerinde, B noktası aralarında. "
            "AB ve BC doğru parçaları bir kırık çizgi oluşturur."
        ),
    )


@template("tyt-geo-dogruda-acilar-tumler-butunler", topic=LINES, difficulty=2, seconds=60)
def complements(rng: Random) -> Question:
    angle, k = rng.choice(range(15, 76, 5)), rng.choice([2, 3, 4])
    more = 180 - angle - k * (90 - angle)
    while more == 0:
        angle = rng.choice(range(15, 76, 5))
        more = 180 - angle - k * (90 - angle)
    said = f"{abs(more)}° {'fazladır' if more > 0 else 'eksiktir'}"
    times = {2: "2 katından", 3: "3 katından", 4: "4 katından"}[k]
    sign = "+" if more > 0 else "-"
    return exam_question(
        f"Bir açının bütünlerinin ölçüsü, tümlerinin ölçüsünün {times} {said}."
        "\n\nBuna göre bu açının ölçüsü kaç derecedir?",
        deg(angle),
        positive(
            deg,
            [
                (90 - angle, "Açının kendisi yerine tümlerini verir."),
                (180 - angle, "Açının kendisi yerine bütünlerini verir."),
                (angle + 10, "Denklemi çözerken 10 fazla bulur."),
                (angle - 5, "Denklemi çözerken 5 eksik bulur."),
            ],
        ),
        rf"Açı $x$ olsun. $180 - x = {k}(90 - x) {sign} {abs(more)}$ denkleminden ${'' if k == 2 else k - 1}x = {(k - 1) * angle}$ ve "
        f"$x = {angle}$ bulunur.",
        spare=[
            (deg(angle + 5), "Denklemi çözerken 5 fazla bulur."),
            (deg(angle + 20), "Denklemi çözerken 20 fazla bulur."),
        ],
        computed=f"[t for t in range(1, 90) if 180 - t == {k}*(90 - t) + ({more})][0]",
    )


@template("tyt-geo-dogruda-acilar-aciortay", topic=LINES, difficulty=2, seconds=50)
def bisector_on_line(rng: Random) -> Question:
    given = rng.choice(range(30, 121, 6))
    half = (180 - given) // 2
    right = given + half
    points = {
        "A": (-1.2, 0.0),
        "O": (0.0, 0.0),
        "B": (1.2, 0.0),
        "D": polar(1.1, 180 - given),
        "E": polar(1.1, half),
    }
    scene = Scene(points, width=300, height=190)
    scene.line("A", "B").line("O", "D").line("O", "E").names("A", "B", "D", "E", inside=(0, 0))
    scene.name("O", "O", 270).angle("A", "O", "D", deg(given), radius=20)
    scene.angle("D", "O", "E", radius=30).angle("E", "O", "B", radius=34)
    return exam_question(
        f"Şekilde $A$, $O$, $B$ noktaları doğrusaldır; $[OE$ ışını $\\widehat{{DOB}}$ açısının açıortayıdır ve "
        f"{m('AOD', given)} veriliyor.\n\nBuna göre {m('AOE')} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (half, "Yalnız açıortayın ayırdığı açıyı verir."),
                (180 - given, "Doğru açıyı 180°'ye tamamlar ve açıortayı kullanmaz."),
                (
                    Fraction(360 - half, 2),
                    "Açıortayın ayırdığı açıyı bir kez daha ikiye böler.",
                ),
                (90, "Açıortayın $\\widehat{AOD}$ açısını da ikiye böldüğünü sanır."),
            ],
        ),
        rf"{m('DOB')} $= 180 - {given} = {180 - given}$ derecedir. Açıortay onu {half}° olan iki açıya ayırır; "
        rf"{m('AOE')} $= {given} + {half} = {right}$ derece olur.",
        spare=[
            (deg(right - 10), "Toplamayı 10 eksik yapar."),
            (deg(right - 20), "Toplamayı 20 eksik yapar."),
            (deg(right - 15), "Toplamayı 15 eksik yapar."),
        ],
        computed=measured(points["A"], points["O"], points["E"]),
        figure=scene.figure(
            "AB doğrusu üzerinde O noktası; O'dan çıkan OD ve OE ışınları. AOD açısı verilmiş, OE ışını DOB "
            "açısını iki eş açıya ayırıyor."
        ),
    )


@template("tyt-geo-ucgende-acilar-dis-aci", topic=ANGLES, difficulty=2, seconds=50)
def exterior_angle(rng: Random) -> Question:
    half, b = rng.choice(range(15, 41, 5)), rng.choice(range(30, 76, 5))
    while 180 - 2 * half - b < 25:
        half, b = rng.choice(range(15, 41, 5)), rng.choice(range(30, 76, 5))
    c = 180 - 2 * half - b
    right = b + half
    pa, pb, pc = triangle(4, b, c)
    # D: where the bisector of A meets [BC]
    ab, ac = 4 * sin(radians(c)), 4 * sin(radians(b))
    points = {"A": pa, "B": pb, "C": pc, "D": between(pb, pc, ab / (ab + ac))}
    scene = Scene(points, width=280, height=210)
    scene.polygon("ABC").line("A", "D").names("A", "B", "C").name("D", "D", 270)
    scene.angle("C", "B", "A", deg(b)).angle("B", "A", "D", radius=34)
    scene.angle("D", "A", "C", radius=40).angle("A", "D", "C", "?", radius=16)
    return exam_question(
        f"$ABC$ üçgeninde $[AD]$ açıortaydır; {m('ABC', b)} ve {m('BAC', 2 * half)} veriliyor."
        f"\n\nBuna göre {m('ADC')} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (b + 2 * half, "$\\widehat{BAC}$ açısını ikiye bölmeden toplar."),
                (180 - right, "$\\widehat{ADB}$ açısını verir."),
                (c, "$\\widehat{ACB}$ açısını verir."),
                (90, "Açıortayı yükseklik sanır."),
            ],
        ),
        rf"Açıortay $\widehat{{BAC}}$ açısını ikiye böler: {m('BAD', half)}. $\widehat{{ADC}}$, $ABD$ üçgeninin dış açısıdır ve "
        rf"kendine komşu olmayan iki iç açının toplamına eşittir: ${b} + {half} = {right}$.",
        spare=[
            (deg(right + 5), "Toplamayı 5 fazla yapar."),
            (deg(right - 5), "Toplamayı 5 eksik yapar."),
            (deg(right + 15), "Toplamayı 15 fazla yapar."),
        ],
        computed=measured(points["A"], points["D"], points["C"]),
        figure=scene.figure(
            "ABC üçgeni; A köşesinden çıkan açıortay BC kenarını D noktasında kesiyor. B açısı verilmiş, ADC açısı soruluyor."
        ),
    )


@template("tyt-geo-ucgende-acilar-ic-aciortaylar", topic=ANGLES, difficulty=3, seconds=60)
def two_bisectors(rng: Random) -> Question:
    b = rng.choice(range(30, 73, 4))
    c = rng.choice(range(30, 73, 4))
    top = 180 - b - c
    asks_top = rng.random() < 0.4
    right = top if asks_top else 90 + Fraction(top, 2)
    pa, pb, pc = triangle(4, b, c)
    inner = triangle(4, b / 2, c / 2)[0]
    points = {"A": pa, "B": pb, "C": pc, "I": inner}
    scene = Scene(points, width=280, height=230)
    scene.polygon("ABC").path("BIC").names("A", "B", "C").name("I", "I", 90 if asks_top else 270)
    scene.angle("C", "B", "I", radius=30).angle("I", "B", "A", radius=36)
    scene.angle("I", "C", "B", radius=30).angle("A", "C", "I", radius=36)
    size = 90 + top // 2
    known = m("BIC", size) if asks_top else m("BAC", top)
    if asks_top:
        scene.angle("B", "I", "C", deg(size), radius=12)
    else:
        scene.angle("B", "A", "C", deg(top), radius=18)
    wrong = (
        [
            (180 - size, "$B$ ve $C$ açılarının yarılarının toplamını verir."),
            (2 * size - 90, "$90$ yerine $45$ çıkarır."),
            (360 - 2 * size, "$B$ ve $C$ açılarının toplamını verir."),
            (size - 90, "$\\widehat{BIC} = 90^\\circ + \\widehat{A}$ sanır."),
        ]
        if asks_top
        else [
            (90 + top, "$\\widehat{A}$ açısının yarısı yerine tamamını ekler."),
            (180 - top, "$B$ ve $C$ açılarının tamamını toplar."),
            (90 - top // 2, "Dış açıortayların kesiştiği açıyı bulur."),
            (2 * top, "$I$ noktasını çevrel çemberin merkezi sanır."),
        ]
    )
    return exam_question(
        f"$ABC$ üçgeninde $[BI]$ ve $[CI]$ açıortaydır; {known} veriliyor."
        f"\n\nBuna göre {m('BAC' if asks_top else 'BIC')} kaç derecedir?",
        deg(right),
        positive(deg, [each for each in wrong if each[0] < 180]),
        rf"$B$ ve $C$ açılarının yarıları $\beta$ ve $\gamma$ olsun: $2\beta + 2\gamma + {m('BAC')[1:-1]} = 180^\circ$. $BIC$ üçgeninde "
        rf"{m('BIC')} $= 180^\circ - (\beta + \gamma)$ olduğundan {m('BIC')} $= 90^\circ + \frac{{{m('BAC')[1:-1]}}}{{2}}$ olur. "
        rf"Buna göre istenen açı ${right}^\circ$ bulunur.",
        spare=positive(
            deg,
            [
                (right + 10, "İşlemi 10 fazla yapar."),
                (right - 10, "İşlemi 10 eksik yapar."),
                (right + 20, "İşlemi 20 fazla yapar."),
            ],
        ),
        computed=measured(pb, pa, pc) if asks_top else measured(pb, inner, pc),
        figure=scene.figure(
            "ABC üçgeni; B ve C köşelerinden çıkan iç açıortaylar I noktasında kesişiyor."
        ),
    )


@template("tyt-geo-ucgende-acilar-ikizkenar-zinciri", topic=ANGLES, difficulty=4, seconds=80)
def chain_of_isosceles(rng: Random) -> Question:
    top = rng.choice(range(20, 47, 2))
    base = Fraction(180 - top, 2)
    right = base - top
    # |BC| = 1 from the origin; D is where the circle around B through C meets [AC] again
    pa, pb, pc = (0.5, 0.5 * tan(radians(float(base)))), (0.0, 0.0), (1.0, 0.0)
    length = (0.25 + pa[1] ** 2) ** 0.5
    pd = between(pc, pa, 2 * cos(radians(float(base))) / length)
    points = {"A": pa, "B": pb, "C": pc, "D": pd}
    scene = Scene(points, width=260, height=250)
    scene.polygon("ABC").line("B", "D").names("A", "B", "C").name("D", "D", 15, gap=8)
    scene.ticks(("A", "B"), ("A", "C")).ticks(("B", "C"), ("B", "D"), count=2)
    scene.angle("B", "A", "C", deg(top), radius=20)
    return exam_question(
        f"$ABC$ üçgeninde $|AB| = |AC|$, $D \\in [AC]$ ve $|BD| = |BC|$; {m('BAC', top)} veriliyor."
        f"\n\nBuna göre {m('ABD')} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (top, "$|AD| = |BD|$ sanır."),
                (base, "$\\widehat{ABC}$ açısının tamamını verir."),
                (base / 2, "$[BD]$ doğru parçasını açıortay sanır."),
                (90 - base, "$[BD]$ doğru parçasını yükseklik sanır."),
            ],
        ),
        rf"$|AB| = |AC|$ olduğundan {m('ABC')} $=$ {m('ACB')} $= {float(base):g}^\circ$. $|BD| = |BC|$ olduğundan "
        rf"{m('BDC')} $= {float(base):g}^\circ$ ve {m('DBC')} $= 180^\circ - 2 \cdot {float(base):g}^\circ = {top}^\circ$. "
        rf"Kalan açı ${float(base):g} - {top} = {float(right):g}$ derecedir.",
        spare=positive(
            deg,
            [
                (right + 6, "Çıkarmayı 6 eksik yapar."),
                (right + 10, "Çıkarmayı 10 eksik yapar."),
                (right + 14, "Çıkarmayı 14 eksik yapar."),
            ],
        ),
        computed=measured(pa, pb, pd),
        figure=scene.figure(
            "İkizkenar ABC üçgeni, AB ve AC eşit; AC üzerinde D noktası, BD ve BC eşit. A açısı verilmiş."
        ),
    )
