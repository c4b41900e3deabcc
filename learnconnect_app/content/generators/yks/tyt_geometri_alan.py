"""Parametric items of the unit `tyt-geo-alan-ve-benzerlik`: areas of triangles and similarity."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Axes,
    Scene,
    between,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    positive,
    seg,
    shoelace,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

AREA = "tyt-geo-ucgende-alan"
SIMILAR = "tyt-geo-benzerlik"


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
        Axes._thin(scene, (column, 0), (column, 5))  # type: ignore[arg-type]
    for row in range(6):
        Axes._thin(scene, (0, row), (7, row))  # type: ignore[arg-type]
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
    scene.names("A", "C").name("B", "B", 120).name("E", "E", 270).name("F", "F", 120)
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


@template("tyt-geo-benzerlik-temel", topic=SIMILAR, difficulty=2, seconds=60)
def basic_similarity(rng: Random) -> Question:
    p, q = rng.choice(
        [(2, 1), (1, 2), (3, 2), (2, 3), (1, 3), (3, 1), (4, 3), (3, 4), (1, 1), (5, 3)]
    )
    k, j = rng.choice([1, 2, 3]), rng.choice([2, 3])
    ad, db, de, bc = p * k, q * k, p * j, (p + q) * j
    pa, pb, pc = (0.4, 0.85), (0.0, 0.0), (1.0, 0.0)
    part = p / (p + q)
    points = {"A": pa, "B": pb, "C": pc, "D": between(pa, pb, part), "E": between(pa, pc, part)}
    scene = Scene(points, width=280, height=230)
    scene.polygon("ABC").line("D", "E").names("A", "B", "C").name("D", "D", 160).name("E", "E", 20)
    scene.side("A", "D", str(ad), away="C").side("D", "B", str(db), away="C")
    asks_bc = rng.random() < 0.5
    if asks_bc:
        scene.side("D", "E", str(de), away="A").side("B", "C", "x", away="A")
    else:
        scene.side("D", "E", "x", away="A").side("B", "C", str(bc), away="A")
    right = bc if asks_bc else de
    given, asked = (seg("DE", de), "BC") if asks_bc else (seg("BC", bc), "DE")
    wrong = (
        [
            (Fraction(de * db, ad), "$\\frac{|AD|}{|DB|}$ oranını kullanır."),
            (de + db, "Oran yerine farkı ekler."),
            (de + Fraction(de, 2), "Oranı yanlış kurup yarısını ekler."),
            (2 * de, "$[DE]$ doğru parçasını orta taban sanır."),
        ]
        if asks_bc
        else [
            (Fraction(bc * ad, db), "$\\frac{|AD|}{|DB|}$ oranını kullanır."),
            (bc - db, "Oran yerine farkı çıkarır."),
            (Fraction(bc * db, ad + db), "$|DB|$ parçasının oranını kullanır."),
            (Fraction(bc, 2), "$[DE]$ doğru parçasını orta taban sanır."),
        ]
    )
    return exam_question(
        rf"$ABC$ üçgeninde $[DE] \parallel [BC]$; {seg('AD', ad)}, {seg('DB', db)} ve {given} veriliyor."
        f"\n\nBuna göre $|{asked}| = x$ kaç cm'dir?",
        right,
        positive(shown, wrong),
        rf"$[DE] \parallel [BC]$ olduğundan $ADE$ ve $ABC$ üçgenleri benzerdir: $\frac{{|AD|}}{{|AB|}} = \frac{{|DE|}}{{|BC|}}$, yani "
        rf"$\frac{{{ad}}}{{{ad + db}}} = \frac{{{'' if asks_bc else 'x'}{de if asks_bc else ''}}}{{{'x' if asks_bc else bc}}}$ ve $x = {right}$ olur.",
        spare=[
            (right + 1, "Orantıyı çözerken 1 fazla bulur."),
            (right + 2, "Orantıyı çözerken 2 fazla bulur."),
            (right + 3, "Orantıyı çözerken 3 fazla bulur."),
            (right + 5, "Orantıyı çözerken 5 fazla bulur."),
        ],
        # along a line from A, how wide the triangle is grows evenly
        computed=f"solve(Line(Point(0, 0), Point({ad}, {de if asks_bc else 'x'})).equation(x='u', y='v').subs("
        f"{{symbols('u', real=True): {ad + db}, symbols('v', real=True): {'x' if asks_bc else bc}}}), x)[0]",
        figure=scene.figure(
            "ABC üçgeni; AB üzerinde D, AC üzerinde E noktası var ve DE, BC kenarına paralel."
        ),
    )


@template("tyt-geo-benzerlik-kelebek", topic=SIMILAR, difficulty=2, seconds=60)
def butterfly(rng: Random) -> Question:
    p, q = rng.choice([(2, 3), (3, 4), (1, 2), (3, 5), (2, 5), (4, 5), (1, 3)])
    k, j = rng.choice([2, 3]), rng.choice([1, 2, 3, 4])
    ab, cd, ae, ed = p * k, q * k, p * j, q * j
    total = ae + ed
    points = {
        "A": (-0.8 * p, float(p)),
        "B": (0.6 * p, float(p)),
        "C": (-0.6 * q, -float(q)),
        "D": (0.8 * q, -float(q)),
        "E": (0.0, 0.0),
    }
    scene = Scene(points, width=270, height=240)
    scene.polygon("ABE").polygon("CDE").name("A", "A", 120).name("B", "B", 60)
    scene.name("C", "C", 240).name("D", "D", 300).name("E", "E", 5, gap=10)
    scene.side("A", "B", str(ab), away="E").side("C", "D", str(cd), away="E")
    return exam_question(
        rf"Şekilde $[AB] \parallel [CD]$, $[AD]$ ile $[BC]$ doğru parçaları $E$ noktasında kesişiyor; {seg('AB', ab)}, {seg('CD', cd)} ve "
        f"{seg('AD', total)} veriliyor.\n\nBuna göre $|AE|$ kaç cm'dir?",
        ae,
        positive(
            shown,
            [
                (ed, "$|AE|$ ile $|ED|$ uzunluğunu karıştırır."),
                (Fraction(total, 2), "$E$ noktasını orta nokta sanır."),
                (Fraction(total * ab, cd), "$|AE|$ yerine bütün uzunluğu orantıya katar."),
                (cd - ab, "Paralel kenarların farkını alır."),
            ],
        ),
        rf"Paralellikten $ABE$ ve $DCE$ üçgenleri benzerdir: $\frac{{|AE|}}{{|ED|}} = \frac{{{ab}}}{{{cd}}} = \frac{{{p}}}{{{q}}}$. "
        rf"$|AE| = {p}t$, $|ED| = {q}t$ ve ${p + q}t = {total}$ olduğundan $|AE| = {ae}$ cm bulunur.",
        spare=[
            (ae + 1, "Orantıyı çözerken 1 fazla bulur."),
            (ae + 2, "Orantıyı çözerken 2 fazla bulur."),
            (ae + 3, "Orantıyı çözerken 3 fazla bulur."),
            (ae + 5, "Orantıyı çözerken 5 fazla bulur."),
        ],
        # draw it: A = (0, 0), D at the distance along a 3-4-5 direction
        computed=(
            f"(lambda A, B, C, D: A.distance(Line(A, D).intersection(Line(B, C))[0]))(Point(0, 0), Point({ab}, 0), "
            f"Point(Rational({3 * total}, 5) - {cd}, -Rational({4 * total}, 5)), Point(Rational({3 * total}, 5), -Rational({4 * total}, 5)))"
        ),
        figure=scene.figure(
            f"Paralel AB ve CD doğru parçaları; AD ile BC, E noktasında kesişiyor. AB = {ab}, CD = {cd} cm."
        ),
    )


@template("tyt-geo-benzerlik-sokak-lambasi", topic=SIMILAR, difficulty=3, seconds=80)
def street_lamp(rng: Random) -> Question:
    lamp, person, far = rng.choice(
        [(6, 2, 8), (6, 2, 10), (5, 2, 6), (5, 2, 9), (8, 2, 9), (8, 2, 12), (6, 1.5, 6), (6, 1.5, 9), (4.5, 1.5, 6), (4.5, 1.5, 8),
         (4, 1.6, 6), (4, 1.6, 9), (4.8, 1.6, 7), (7.5, 1.5, 8), (6.4, 1.6, 9), (7.2, 1.8, 6)]
    )  # fmt: skip
    big, small = Fraction(str(lamp)), Fraction(str(person))
    right = small * far / (big - small)
    points = {
        "A": (0.0, 0.0), "B": (0.0, float(big)), "C": (float(far), 0.0),
        "D": (float(far), float(small)), "E": (far + float(right), 0.0),
    }  # fmt: skip
    scene = Scene(points, width=320, height=210)
    scene.line("A", "E").line("A", "B").line("C", "D", look="accent").line(
        "B", "E", dashed=True
    ).dot("B")
    scene.line("C", "E", look="accent")
    scene.side("A", "B", f"{lamp:g}".replace(".", ","), away="E").name(
        "D", f"{person:g}".replace(".", ","), 60
    )
    low = scene.at("A")[1] + 14
    scene.drawing.label(((scene.at("A")[0] + scene.at("C")[0]) / 2, low), far)
    scene.drawing.label(((scene.at("C")[0] + scene.at("E")[0]) / 2, low), "x")

    def metres(value: Fraction) -> str:
        return (
            f"{float(value):g}".replace(".", ",")
            if value.denominator in (1, 2, 4, 5)
            else shown(value)
        )

    tall, short = metres(big), metres(small)
    return exam_question(
        f"Yüksekliği {tall} m olan bir sokak lambasının dibinden {far} m uzakta, boyu {short} m olan biri dik durmaktadır. Zemin yatay, lamba "
        "direği zemine diktir.\n\nBuna göre bu kişinin gölgesinin uzunluğu kaç metredir?",
        metres(right),
        [
            (metres(far * small / big), "Kişi ile gölgesini, direk ile aradaki uzaklığa oranlar."),
            (metres(right + far), "Direğin dibinden gölgenin ucuna olan uzaklığı verir."),
            (metres(far * big / (big - small) / 2), "Toplam uzaklığın yarısını gölge sanır."),
            (metres(Fraction(far)), "Gölgeyi aradaki uzaklığa eşit sanır."),
        ],
        rf"Gölge $x$ m olsun. Benzer dik üçgenlerden $\frac{{x}}{{x + {far}}} = \frac{{{short}}}{{{tall}}}$ olur. ".replace(
            ",", "{,}"
        )
        + rf"İçler dışlar çarpımıyla $x = {tex(right)}$ bulunur"
        + (f", yani {metres(right)} m." if right.denominator > 1 else "."),
        spare=[
            (metres(right + 1), "Orantıyı çözerken 1 fazla bulur."),
            (metres(right + Fraction(1, 2)), "Orantıyı çözerken 0,5 fazla bulur."),
            (metres(right + 2), "Orantıyı çözerken 2 fazla bulur."),
        ],
        # where the ray from the lamp over the head meets the ground
        computed=f"Line(Point(0, Rational('{lamp}')), Point({far}, Rational('{person}'))).intersection("
        f"Line(Point(0, 0), Point(1, 0)))[0].x - {far}",
        figure=scene.figure(
            f"Yerde dik duran {tall} m'lik lamba direği ve ondan {far} m uzakta {short} m boyunda bir kişi; ışın kişinin başından geçip "
            "gölgenin ucunda yere varıyor."
        ),
    )


@template("tyt-geo-benzerlik-alan-orani", topic=SIMILAR, difficulty=4, seconds=80)
def area_ratio(rng: Random) -> Question:
    p, q = rng.choice([(1, 1), (1, 2), (2, 1), (2, 3), (3, 2), (3, 1), (1, 3), (3, 4)])
    unit = rng.choice([1, 2, 3, 4])
    small, whole_area = p * p * unit, (p + q) ** 2 * unit
    rest = whole_area - small
    pa, pb, pc = (0.55, 0.8), (0.0, 0.0), (1.0, 0.0)
    part = p / (p + q)
    points = {"A": pa, "B": pb, "C": pc, "D": between(pa, pb, part), "E": between(pa, pc, part)}
    scene = Scene(points, width=280, height=220)
    scene.polygon("DBCE", filled=True).polygon("ABC").line("D", "E")
    scene.names("A", "B", "C").name("D", "D", 160).name("E", "E", 20)
    asks_rest = rng.random() < 0.6
    right, given = (rest, small) if asks_rest else (small, rest)
    said = (
        f"$ADE$ üçgeninin alanı ${small}$"
        if asks_rest
        else f"Boyalı $DBCE$ yamuğunun alanı ${rest}$"
    )
    asked = "boyalı $DBCE$ yamuğunun alanı" if asks_rest else "$ADE$ üçgeninin alanı"
    ratio = Fraction(q, p) if asks_rest else Fraction(p, q)
    return exam_question(
        rf"$ABC$ üçgeninde $[DE] \parallel [BC]$ ve $\frac{{|AD|}}{{|DB|}} = {tex(Fraction(p, q))}$ veriliyor. {said} birimkaredir."
        f"\n\nBuna göre {asked} kaç birimkaredir?",
        right,
        positive(
            shown,
            [
                (given * ratio, "Alanların oranını kenar parçalarının oranına eşit sanır."),
                (whole_area, "$ABC$ üçgeninin alanını verir."),
                (
                    given * ratio * ratio,
                    "$|AD|$ ile $|DB|$ oranının karesini alır; yamuğu benzer üçgen sanır.",
                ),
                (
                    Fraction(small * (p + q), p) if asks_rest else Fraction(rest * p, p + q),
                    "Benzerlik oranının karesini almaz.",
                ),
            ],
        ),
        rf"$\frac{{|AD|}}{{|AB|}} = \frac{{{p}}}{{{p + q}}}$ olduğundan $\frac{{A(ADE)}}{{A(ABC)}} = \frac{{{p * p}}}{{{(p + q) ** 2}}}$ olur. "
        rf"Alanlar ${p * p}S$ ve ${(p + q) ** 2}S$ ise yamuk ${(p + q) ** 2 - p * p}S$ olur; buradan $S = {unit}$ ve yanıt {right} bulunur.",
        spare=[
            (right + unit, "Pay sayısını 1 fazla alır."),
            (right + 2 * unit, "Pay sayısını 2 fazla alır."),
            (right + 3 * unit, "Pay sayısını 3 fazla alır."),
        ],
        computed=f"{given} * {shoelace(_corners(p, q, asks_rest))} / "
        f"{shoelace(_corners(p, q, not asks_rest))}",
        figure=scene.figure(
            "ABC üçgeni; AB üzerinde D, AC üzerinde E, DE ile BC paralel. DBCE yamuğu boyalı."
        ),
    )


def _corners(p: int, q: int, rest: bool) -> list[tuple[object, object]]:
    """The trapezium, or the small triangle, of a right triangle with legs p + q."""
    return [(0, p), (p, 0), (p + q, 0), (0, p + q)] if rest else [(0, 0), (p, 0), (0, p)]
