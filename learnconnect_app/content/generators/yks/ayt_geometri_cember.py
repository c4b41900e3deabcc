"""Parametric items of the topic `ayt-geo-cemberde-aci-uzunluk`."""

from __future__ import annotations

from fractions import Fraction
from math import asin, cos, degrees, sin
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    box_around,
    polar,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    Value,
    deg,
    m,
    measured,
    positive,
    root,
    seg,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

ANGLES = "ayt-geo-cemberde-aci-uzunluk"


@template("ayt-geo-cemberde-aci-uzunluk-ic-dis-aci", topic=ANGLES, difficulty=3, seconds=70)
def inner_or_outer(rng: Random) -> Question:
    inside = rng.random() < 0.5
    big, small = rng.choice(range(70, 131, 4)), rng.choice(range(26, 61, 4))
    right = (big + small) // 2 if inside else (big - small) // 2
    # the arc AB on the left, CD on the right; chords AC, BD meet inside, AD, BC outside
    a, b = polar(1, 180 - big / 2), polar(1, 180 + big / 2)
    c, d = polar(1, -small / 2), polar(1, small / 2)
    points = {"A": a, "B": b, "C": c, "D": d}
    if inside:
        part = a[1] / (a[1] - c[1])
        points["P"] = (a[0] + (c[0] - a[0]) * part, 0.0)
    else:
        part = a[1] / (a[1] - d[1])
        points["P"] = (a[0] + (d[0] - a[0]) * part, 0.0)
    scene = Scene(points, width=320, height=230, around=box_around((0, 0), 1))
    scene.circle((0, 0), 1)
    if inside:
        scene.line("A", "C").line("B", "D").angle("A", "P", "B", "?", radius=18)
        scene.name("P", "P", 90, gap=8)
    else:
        scene.line("A", "P").line("B", "P").angle("A", "P", "B", "", radius=26).name("P", "P", 0)
    scene.names("A", "B", inside=(0, 0)).name("C", "C", 290).name("D", "D", 70)
    scene.text((-0.74, 0), deg(big), size=15, look="accent")
    if inside:
        scene.text((1.22, 0), deg(small), size=15, look="accent")
    else:
        scene.text((0.72, 0), deg(small), size=15, look="accent")
    lines = ("$[AC]$ ile $[BD]$ kirişleri çemberin içinde $P$ noktasında kesişiyor" if inside
             else "$[PA]$ ve $[PB]$ çemberi sırasıyla $D$ ve $C$ noktalarında kesiyor")  # fmt: skip
    sign = "+" if inside else "-"
    return exam_question(
        rf"Şekildeki çemberde {lines}. $m(\overset{{\frown}}{{AB}}) = {big}^\circ$ ve $m(\overset{{\frown}}{{CD}}) = {small}^\circ$ (küçük yaylar) veriliyor."
        f"\n\nBuna göre {m('APB')} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (
                    (big - small) // 2 if inside else (big + small) // 2,
                    "İç açı ile dış açı kuralını karıştırır.",
                ),
                (big + small if inside else big - small, "Yarısını almayı unutur."),
                (big // 2, "Yalnız büyük yayın yarısını alır."),
                (180 - right, "Komşu açıyı bulur."),
            ],
        ),
        rf"{'İç' if inside else 'Dış'} açı, gördüğü yayların {'toplamının' if inside else 'farkının'} yarısıdır: $\frac{{{big} {sign} {small}}}{{2}} = {right}$ derece.",
        spare=[
            (deg(right + 5), "İşlemi 5 fazla yapar."),
            (deg(right + 8), "İşlemi 8 fazla yapar."),
            (deg(right + 12), "İşlemi 12 fazla yapar."),
        ],
        computed=measured(a, points["P"], b),
        figure=scene.figure(
            f"Çemberde AB yayı {big}°, CD yayı {small}°; "
            + (
                "AC ve BD kirişleri içeride P'de kesişiyor."
                if inside
                else "AD ve BC'nin uzantıları dışarıda P'de kesişiyor."
            )
        ),
    )


@template("ayt-geo-cemberde-aci-uzunluk-kuvvet", topic=ANGLES, difficulty=3, seconds=70)
def power_of_point(rng: Random) -> Question:
    pa, pb, pc, pd = rng.choice([(3, 8, 4, 6), (2, 12, 3, 8), (4, 9, 3, 12), (4, 10, 5, 8), (3, 10, 5, 6), (2, 9, 3, 6), (5, 12, 6, 10), (4, 6, 3, 8),
                                 (6, 8, 4, 12), (2, 10, 4, 5), (3, 12, 4, 9), (6, 10, 5, 12), (4, 15, 6, 10), (3, 14, 6, 7)])  # fmt: skip
    # the chords cross at right angles in the picture
    center, r = ((pb - pa) / 2, (pd - pc) / 2), (((pa + pb) / 2) ** 2 + ((pd - pc) / 2) ** 2) ** 0.5
    points = {
        "A": (-float(pa), 0.0),
        "B": (float(pb), 0.0),
        "C": (0.0, -float(pc)),
        "D": (0.0, float(pd)),
        "P": (0.0, 0.0),
    }
    scene = Scene(points, width=250, height=250, around=box_around(center, r))
    scene.circle(center, r).line("A", "B").line("C", "D").names(
        "A", "B", "C", "D", inside=center
    ).name("P", "P", 315)
    scene.side("A", "P", str(pa), away=(-1, -9)).side("P", "B", str(pb), away=(1, -9)).side(
        "C", "P", str(pc), away=(9, -1)
    )
    return exam_question(
        f"Bir çemberin $[AB]$ ve $[CD]$ kirişleri $P$ noktasında kesişiyor; {seg('AP', pa)}, {seg('PB', pb)} ve {seg('CP', pc)} veriliyor."
        "\n\nBuna göre $|PD|$ kaç cm'dir?",
        pd,
        positive(
            shown,
            [
                (pa + pb - pc, "Çarpımlar yerine toplamları eşitler."),
                (Fraction(pb * pc, pa), "Orantıyı ters kurar."),
                (Fraction(pa * (pa + pb), pc), "Kesişen kirişlere kesen bağıntısını uygular."),
                (Fraction(pa * pc, pb), "Parçaları yanlış eşleyip çarpar ve böler."),
            ],
        ),
        rf"Çember içindeki bir noktanın kuvveti: $|PA| \cdot |PB| = |PC| \cdot |PD|$. ${pa} \cdot {pb} = {pc} \cdot |PD|$ eşitliğinden $|PD| = {pd}$ cm olur.",
        spare=[
            (shown(pd + 1), "Bölmede 1 fazla bulur."),
            (shown(pd + 2), "Bölmede 2 fazla bulur."),
            (shown(pd + 3), "Bölmede 3 fazla bulur."),
        ],
        # the circle through A, B and C with chords at right angles
        computed=f"(lambda c: 2*c.center.y + {pc})(Circle(Point(-{pa}, 0), Point({pb}, 0), Point(0, -{pc})))",
        figure=scene.figure(
            f"Çemberin AB ve CD kirişleri P'de kesişiyor; AP = {pa}, PB = {pb}, CP = {pc} cm."
        ),
    )


@template("ayt-geo-cemberde-aci-uzunluk-teget-kesen", topic=ANGLES, difficulty=3, seconds=70)
def tangent_and_secant(rng: Random) -> Question:
    tangent, near, far = rng.choice(
        [
            (6, 4, 9),
            (6, 3, 12),
            (8, 4, 16),
            (4, 2, 8),
            (12, 9, 16),
            (12, 8, 18),
            (10, 5, 20),
            (12, 6, 24),
            (15, 9, 25),
            (10, 4, 25),
        ]
    )
    chord = far - near
    asked = rng.choice(["PT", "AB"])
    # the secant runs through the center in the picture only when asked of nothing else: tilt it
    r = chord * 0.62
    reach = (tangent**2 + r**2) ** 0.5
    center = (0.0, 0.0)
    p = (reach, 0.0)
    touch = polar(r, degrees(asin(tangent / reach)))
    middle = (near + far) / 2
    off = asin((r * r - (chord / 2) ** 2) ** 0.5 / reach)
    a = (p[0] - near * cos(off), -near * sin(off))
    b = (p[0] - far * cos(off), -far * sin(off))
    assert abs(middle**2 + r * r - (chord / 2) ** 2 - reach**2) < 1e-6
    points = {"P": p, "T": touch, "A": a, "B": b}
    scene = Scene(points, width=330, height=230, around=box_around(center, r))
    scene.circle(center, r).line("P", "T").line("P", "B").name("P", "P", 0).name("T", "T", 70).name(
        "A", "A", 280
    ).name("B", "B", 190)
    scene.side("P", "A", str(near), away=center)
    if asked == "AB":
        scene.side("P", "T", str(tangent), away=center)
        right, given = chord, f"{seg('PT', tangent)} ve {seg('PA', near)}"
    else:
        scene.side("A", "B", str(chord), away=(0, -9 * r))
        right, given = tangent, f"{seg('PA', near)} ve {seg('AB', chord)}"
    wrong: list[tuple[Value, str]] = (
        [
            (far, "$|PB|$ uzunluğunu verir, $|PA|$ çıkarmayı unutur."),
            (tangent - near, "Uzunlukları çıkarır."),
            (Fraction(tangent, near), "Teğetin karesini almaz."),
            (far + near, "$|PA|$ uzunluğunu çıkarmak yerine ekler."),
        ]
        if asked == "AB"
        else []
    )
    options = positive(shown, wrong) if asked == "AB" else [
        (root(near * chord), "$|PB|$ yerine $|AB|$ uzunluğunu kullanır."),
        (shown(near * far), "Karekök almayı unutur."),
        (shown(far), "$|PB|$ uzunluğunu verir."),
        (shown(Fraction(near + far, 2)), "Uzunlukların ortalamasını alır."),
    ]  # fmt: skip
    return exam_question(
        f"$[PT$ çembere $T$ noktasında teğet; $P$, $A$, $B$ doğrusal ve $A$, $B$ çember üzerindedir ($A$, $P$ ile $B$ arasında). {given} veriliyor."
        f"\n\nBuna göre $|{asked}|$ kaç cm'dir?",
        right,
        options,
        r"Dıştaki noktanın kuvveti: $|PT|^2 = |PA| \cdot |PB|$. "
        + (
            rf"${tangent}^2 = {near} \cdot |PB|$ eşitliğinden $|PB| = {far}$ ve $|AB| = {far} - {near} = {chord}$ cm olur."
            if asked == "AB"
            else rf"$|PB| = {near} + {chord} = {far}$ cm olduğundan $|PT|^2 = {near} \cdot {far} = {tangent**2}$ ve $|PT| = {tangent}$ cm olur."
        ),
        spare=[
            (shown(right + 1), "İşlemi 1 fazla bulur."),
            (shown(right + 2), "İşlemi 2 fazla bulur."),
            (shown(right + 3), "İşlemi 3 fazla bulur."),
        ],
        computed=f"round(math.dist({a!r}, {b!r}), 9)"
        if asked == "AB"
        else f"round(math.dist({p!r}, {touch!r}), 9)",
        figure=scene.figure(
            "Çemberin dışındaki P noktasından çizilen PT teğeti ve çemberi A ile B'de kesen doğru."
        ),
    )


@template("ayt-geo-cemberde-aci-uzunluk-cap", topic=ANGLES, difficulty=2, seconds=60)
def diameter_and_quadrilateral(rng: Random) -> Question:
    t = rng.choice(range(18, 47, 2))
    right = 90 + t
    a, b = (-1.0, 0.0), (1.0, 0.0)
    c = polar(1, 2 * t)
    d = polar(1, 2 * t + (180 - 2 * t) * 0.5)
    points = {"A": a, "B": b, "C": c, "D": d, "O": (0.0, 0.0)}
    scene = Scene(points, width=260, height=240, around=box_around((0, 0), 1))
    scene.circle("O", 1).polygon("ABCD").line("A", "C").dot("O").names(
        "A", "B", "C", "D", inside=(0, 0)
    ).name("O", "O", 270)
    scene.angle("B", "A", "C", deg(t), radius=30).angle("A", "D", "C", "?", radius=14)
    return exam_question(
        f"$[AB]$ çaplı çember üzerinde $A$, $B$, $C$, $D$ noktaları bu sırayla bulunuyor ve {m('BAC', t)} veriliyor.\n\nBuna göre {m('ADC')} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (90 - t, "$\\widehat{ABC}$ açısını bulup durur."),
                (180 - t, "Verilen açının bütünlerini alır."),
                (180 - 2 * t, "$AC$ yayının ölçüsünü verir."),
                (2 * t, "$BC$ yayının ölçüsünü verir."),
                (90, "$\\widehat{ADC}$ açısının da çapı gördüğünü sanır."),
            ],
        ),
        rf"Çapı gören çevre açı diktir: {m('ACB', 90)} ve {m('ABC')} $= 90 - {t} = {90 - t}$ derece. Kirişler dörtgeninde karşılıklı açılar bütünlerdir: "
        rf"{m('ADC')} $= 180 - {90 - t} = {right}$ derece.",
        spare=[
            (deg(right + 10), "Toplamayı 10 fazla yapar."),
            (deg(right - 15), "Toplamayı 15 eksik yapar."),
        ],
        computed=measured(a, d, c),
        figure=scene.figure(
            f"AB çaplı çemberde ABCD kirişler dörtgeni; AC köşegeni çizili, BAC açısı {t}°."
        ),
    )


@template("ayt-geo-cemberde-aci-uzunluk-ortak-teget", topic=ANGLES, difficulty=4, seconds=80)
def common_tangent(rng: Random) -> Question:
    big, small = rng.choice(
        [
            (4, 1),
            (9, 4),
            (8, 2),
            (16, 9),
            (12, 3),
            (18, 8),
            (6, 3),
            (8, 4),
            (5, 2),
            (6, 2),
            (12, 4),
            (10, 5),
            (12, 6),
        ]
    )
    square = 4 * big * small
    length = square**0.5
    points = {
        "A": (0.0, 0.0),
        "B": (length, 0.0),
        "M": (0.0, float(big)),
        "N": (length, float(small)),
    }
    scene = Scene(points, width=320, height=230, around=[(-big, 0), (length + small, 2 * big)])
    scene.circle("M", big).circle("N", small).line((-big * 0.9, 0), (length + small, 0)).line(
        "M", "A", dashed=True
    ).line("N", "B", dashed=True)
    scene.dot("M", "N").name("M", "M", 90).name("N", "N", 0, gap=small * scene.scale + 4).name(
        "A", "A", 270
    ).name("B", "B", 270)
    return exam_question(
        f"Birbirine dıştan teğet olan $M$ ve $N$ merkezli çemberlerin yarıçapları {big} cm ve {small} cm'dir. $d$ doğrusu çemberlere $A$ ve $B$ noktalarında teğettir."
        "\n\nBuna göre $|AB|$ kaç cm'dir?",
        root(square),
        [
            (shown(big + small), "Merkezler arası uzaklığı verir."),
            (root(big * small), "$2\\sqrt{r_1 r_2}$ bağıntısındaki 2 çarpanını unutur."),
            (
                root((big + small) ** 2 + (big - small) ** 2),
                "Pisagor bağıntısında çıkarmak yerine toplar.",
            ),
            (root(big * big + small * small), "Yarıçapları dik kenar sanır."),
        ],
        rf"$N$ noktasından $[MA]$ yarıçapına dikme inilir. Dik üçgenin hipotenüsü ${big} + {small} = {big + small}$, bir dik kenarı ${big} - {small} = {big - small}$ cm'dir: "
        rf"$|AB|^2 = {(big + small) ** 2} - {(big - small) ** 2} = {square}$ ve $|AB| = {surd(square)}$ cm.",
        spare=[
            (root(square, 2), "Uzunluğu iki katına çıkarır."),
            (shown(big + small + 1), "Toplamada yanılır."),
            (shown(2 * big), "Büyük çemberin çapını verir."),
        ],
        # the contact point of the circles sees [AB] at a right angle: its height and its feet
        computed=f"(lambda u, v: sqrt(u*u + v*v))(sqrt({big}**2*(2 - 2*Rational({big - small}, {big + small}))), "
        f"sqrt({small}**2*(2 + 2*Rational({big - small}, {big + small}))))",
        figure=scene.figure(
            f"Dıştan teğet iki çember, yarıçapları {big} ve {small} cm; ortak dış teğet A ve B'de değiyor."
        ),
    )
