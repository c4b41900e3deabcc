"""Parametric items of the topic `tyt-geo-ozel-dortgenler`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    between,
    polar,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    Value,
    m,
    positive,
    seg,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SPECIAL = "tyt-geo-ozel-dortgenler"


@template("tyt-geo-ozel-dortgenler-aciortay", topic=SPECIAL, difficulty=2, seconds=60)
def bisector_in_parallelogram(rng: Random) -> Question:
    short, extra = rng.randint(4, 9), rng.randint(2, 6)
    while extra == short:
        extra = rng.randint(2, 6)
    long = short + extra
    pa, pb, pd = (0.0, 0.0), (float(long), 0.0), polar(short, 64)
    points = {"A": pa, "B": pb, "C": (pd[0] + long, pd[1]), "D": pd, "E": (pd[0] + short, pd[1])}
    scene = Scene(points, width=310, height=200)
    scene.polygon("ABCD").line("A", "E").names("A", "B", "C", "D").name("E", "E", 90)
    scene.angle("B", "A", "E", radius=26).angle("E", "A", "D", radius=31)
    scene.side("B", "C", str(short), away="A")
    high = scene.at("E")[1] - 13
    scene.drawing.label(((scene.at("E")[0] + scene.at("C")[0]) / 2, high), extra)
    right = 2 * (short + long)
    return exam_question(
        rf"$ABCD$ paralelkenarında $[AE]$, $\widehat{{DAB}}$ açısının açıortayı ve $E \in [DC]$; {seg('BC', short)} ve {seg('EC', extra)} veriliyor."
        "\n\nBuna göre paralelkenarın çevresi kaç cm'dir?",
        right,
        positive(
            shown,
            [
                (2 * (short + extra), "$|EC|$ uzunluğunu kenarın tamamı sanır."),
                (short + long, "Çevrenin yarısını verir."),
                (2 * (short + 2 * extra), "$E$ noktasını $[DC]$ kenarının orta noktası sanır."),
                (4 * short, "Paralelkenarı eşkenar dörtgen sanır."),
            ],
        ),
        rf"{m('DEA')} ile {m('EAB')} iç ters açılardır; açıortay nedeniyle {m('DAE')} de onlara eşittir. $ADE$ üçgeni ikizkenardır: "
        rf"$|DE| = |AD| = {short}$ cm. $|DC| = {short} + {extra} = {long}$ cm ve çevre $2({short} + {long}) = {right}$ cm olur.",
        spare=[
            (right + 2, "Kenarları toplarken 2 fazla bulur."),
            (right - 2, "Kenarları toplarken 2 eksik bulur."),
            (right + 4, "Kenarları toplarken 4 fazla bulur."),
        ],
        # coordinates with an angle of 60°: the bisector rises with 30°
        computed=f"2*({short} + [s for s in range(1, 40) if s + {short}*cos(pi/3) - {short}*sin(pi/3)/tan(pi/6) == {extra}][0])",
        figure=scene.figure(
            "ABCD paralelkenarı; A açısının açıortayı DC kenarını E noktasında kesiyor."
        ),
    )


@template("tyt-geo-ozel-dortgenler-eskenar", topic=SPECIAL, difficulty=3, seconds=70)
def rhombus(rng: Random) -> Question:
    p, q, side = rng.choice(
        [
            (3, 4, 5),
            (6, 8, 10),
            (5, 12, 13),
            (9, 12, 15),
            (8, 15, 17),
            (12, 16, 20),
            (7, 24, 25),
            (15, 20, 25),
        ]
    )
    asked = rng.choice(["yükseklik", "çevre"])
    e, f = 2 * p, 2 * q
    points = {
        "A": (-float(q), 0.0),
        "B": (0.0, -float(p)),
        "C": (float(q), 0.0),
        "D": (0.0, float(p)),
    }
    scene = Scene(points, width=300, height=210)
    scene.polygon("ABCD").line("A", "C", dashed=True).line("B", "D", dashed=True).names(
        "A", "B", "C", "D"
    )
    right = Fraction(e * f, 2 * side) if asked == "yükseklik" else Fraction(4 * side)
    wrong: list[tuple[Value, str]] = (
        [
            (Fraction(e * f, side), "Köşegenler çarpımını 2'ye bölmez."),
            (Fraction(e * f, 4 * side), "Yarım alanı kenara böler."),
            (side, "Yüksekliği kenara eşit sanır."),
            (e, "Kısa köşegeni yükseklik sanır."),
        ]
        if asked == "yükseklik"
        else [
            (2 * (e + f), "Köşegenleri kenar sanır."),
            (e + f, "Köşegenlerin toplamını verir."),
            (8 * side, "Köşegenlerin yarısını almayı unutur."),
            (2 * side, "Çevrenin yarısını verir."),
        ]
    )
    said = "bir kenarına ait yüksekliği" if asked == "yükseklik" else "çevresi"
    return exam_question(
        f"$ABCD$ eşkenar dörtgeninde {seg('AC', f)} ve {seg('BD', e)} veriliyor.\n\nBuna göre eşkenar dörtgenin {said} kaç cm'dir?",
        shown(right),
        positive(shown, wrong),
        rf"Köşegenler birbirini dik ortalar: kenar $\sqrt{{{p}^2 + {q}^2}} = {side}$ cm. "
        + (
            rf"Alan $\frac{{{f} \cdot {e}}}{{2}} = {e * f // 2}$ $\text{{cm}}^2$ ve yükseklik $\frac{{{e * f // 2}}}{{{side}}}"
            + (
                rf" = {tex(right)}$ cm olur."
                if Fraction(e * f // 2, side).denominator != side
                else "$ cm olur."
            )
            if asked == "yükseklik"
            else rf"Çevre $4 \cdot {side} = {right}$ cm olur."
        ),
        computed=f"Line(Point({q}, 0), Point(0, {p})).distance(Point(-{q}, 0))"
        if asked == "yükseklik"
        else f"Polygon(Point({q}, 0), Point(0, {p}), Point(-{q}, 0), Point(0, -{p})).perimeter",
        figure=scene.figure(
            f"ABCD eşkenar dörtgeni; kesikli köşegenleri AC = {f} cm ve BD = {e} cm."
        ),
    )


@template("tyt-geo-ozel-dortgenler-katlama", topic=SPECIAL, difficulty=4, seconds=100)
def folded_rectangle(rng: Random) -> Question:
    a, b = rng.choice(
        [
            (8, 4),
            (16, 8),
            (18, 6),
            (18, 12),
            (9, 3),
            (25, 5),
            (27, 9),
            (36, 24),
            (24, 12),
            (32, 8),
            (32, 16),
            (12, 6),
        ]
    )
    x = Fraction(a * a + b * b, 2 * a)
    asks_area = rng.random() < 0.4
    right = x * b / 2 if asks_area else x
    points = {
        "A": (0.0, 0.0),
        "B": (float(a), 0.0),
        "C": (float(a), float(b)),
        "D": (0.0, float(b)),
    }
    points |= {"K": _mirror(points["C"], points["B"], points["D"]), "E": (float(a - x), 0.0)}
    scene = Scene(points, width=320, height=230)
    scene.polygon("DBE", filled=True).polygon("DKB").path("DAB").line("B", "D")
    scene.path("BCD", dashed=True).name("A", "A", 180).name("B", "B", 0).name("C", "C", 45).name(
        "D", "D", 135
    )
    scene.name("K", "K", 270).name("E", "E", 225)
    scene.side("A", "D", str(b), away="C").side("D", "C", str(a), away="A")
    asked = (
        "boyalı $DEB$ üçgeninin alanı kaç santimetrekaredir?" if asks_area else "$|DE|$ kaç cm'dir?"
    )
    wrong: list[tuple[Value, str]] = (
        [
            (Fraction(a * b, 2), "Katlanan üçgenin tamamının alanını verir."),
            (Fraction(a * b, 4), "$E$ noktasını $[AB]$ kenarının orta noktası sanır."),
            ((a - x) * b / 2, "$AED$ üçgeninin alanını bulur."),
            (x * b, "Alan formülünde 2'ye bölmeyi unutur."),
        ]
        if asks_area
        else [
            (a - x, "$|DE|$ yerine $|AE|$ uzunluğunu verir."),
            (Fraction(a, 2), "$E$ noktasını $[AB]$ kenarının orta noktası sanır."),
            (a - b, "Kenarların farkını alır."),
            (b, "$|DE|$ uzunluğunu kısa kenara eşit sanır."),
        ]
    )
    return exam_question(
        f"Kenarları {seg('AB', a)} ve {seg('AD', b)} olan $ABCD$ dikdörtgeni biçimindeki kâğıt $[BD]$ köşegeni boyunca katlanıyor. $C$ köşesi $K$ "
        f"noktasına geliyor ve $[DK]$ ile $[AB]$, $E$ noktasında kesişiyor.\n\nBuna göre {asked}",
        shown(right),
        positive(shown, wrong),
        rf"Katlamada {m('CDB')} $=$ {m('EDB')}, paralellikten {m('CDB')} $=$ {m('EBD')} olur; bu yüzden $|DE| = |EB| = x$. $AED$ dik üçgeninde "
        rf"$x^2 = {b}^2 + ({a} - x)^2$ eşitliğinden $x = {tex(x)}$ cm bulunur."
        + (
            rf" Taban $|EB| = {tex(x)}$, yükseklik ${b}$ olduğundan alan ${tex(right)}$ $\text{{cm}}^2$ olur."
            if asks_area
            else ""
        ),
        spare=[
            (shown(right + 1), "Denklemi çözerken 1 fazla bulur."),
            (shown(right + 2), "Denklemi çözerken 2 fazla bulur."),
        ],
        # mirror C at the diagonal and cross [DK] with [AB]
        computed=(
            f"(lambda A, B, C, D: (lambda E: {'abs(Triangle(D, E, B).area)' if asks_area else 'D.distance(E)'})"
            f"(Line(D, C.reflect(Line(B, D))).intersection(Line(A, B))[0]))(Point(0, 0), Point({a}, 0), Point({a}, {b}), Point(0, {b}))"
        ),
        figure=scene.figure(
            "ABCD dikdörtgeni BD köşegeni boyunca katlanmış; C köşesi AB'nin altında K noktasında, DK ile AB, E noktasında kesişiyor. "
            "DEB üçgeni boyalı."
        ),
    )


def _mirror(
    p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]
) -> tuple[float, float]:
    """``p`` mirrored at the line through ``a`` and ``b``."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    part = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
    foot = between(a, b, part)
    return (2 * foot[0] - p[0], 2 * foot[1] - p[1])


@template("tyt-geo-ozel-dortgenler-karede-dikme", topic=SPECIAL, difficulty=4, seconds=90)
def perpendicular_in_square(rng: Random) -> Question:
    side, p, slope = rng.choice([(4, 3, 5), (8, 6, 10), (12, 5, 13), (12, 9, 15), (15, 8, 17), (20, 15, 25), (24, 7, 25), (24, 10, 26),
                                 (24, 18, 30), (16, 12, 20), (21, 20, 29), (36, 15, 39), (36, 27, 45), (40, 30, 50)])  # fmt: skip
    right = Fraction(side * side, slope)
    a, b, e, d = (0.0, 0.0), (float(side), 0.0), (float(side), float(p)), (0.0, float(side))
    foot = between(a, e, side * p / slope**2)
    points = {"A": a, "B": b, "C": (float(side), float(side)), "D": d, "E": e, "F": foot}
    scene = Scene(points, width=250, height=240)
    scene.polygon("ABCD").line("A", "E").line("D", "F").right("A", "F", "D").names(
        "A", "B", "C", "D"
    )
    scene.name("E", "E", 0).name("F", "F", 300).side("B", "E", str(p), away="A")
    scene.side("A", "B", str(side), away="C")
    return exam_question(
        rf"Bir kenarı {side} cm olan $ABCD$ karesinde $E \in [BC]$, $F \in [AE]$, $[DF] \perp [AE]$ ve {seg('BE', p)} veriliyor."
        "\n\nBuna göre $|DF|$ kaç cm'dir?",
        shown(right),
        positive(
            shown,
            [
                (slope, "$|AE|$ uzunluğunu bulup durur."),
                (Fraction(side * p, slope), "$|AF|$ uzunluğunu bulur."),
                (side, "$|DF|$ uzunluğunu karenin kenarına eşit sanır."),
                (slope - p, "Uzunlukları çıkarır."),
            ],
        ),
        rf"$|AE| = \sqrt{{{side}^2 + {p}^2}} = {slope}$ cm. $DFA$ ve $ABE$ dik üçgenleri benzerdir ({m('DAF')} $=$ {m('AEB')}): "
        rf"$\frac{{|DF|}}{{|AB|}} = \frac{{|DA|}}{{|AE|}}$, yani $|DF| = \frac{{{side} \cdot {side}}}{{{slope}}}"
        + (rf" = {tex(right)}" if right.denominator != slope else "")
        + "$ cm olur.",
        spare=[
            (shown(right + 1), "Bölmede 1 fazla bulur."),
            (shown(right + 2), "Bölmede 2 fazla bulur."),
        ],
        computed=f"Line(Point(0, 0), Point({side}, {p})).distance(Point(0, {side}))",
        figure=scene.figure(
            f"Bir kenarı {side} cm olan ABCD karesi; E, BC üzerinde ve BE = {p} cm. D'den AE'ye inen dikmenin ayağı F."
        ),
    )


@template("tyt-geo-ozel-dortgenler-dikdortgende-nokta", topic=SPECIAL, difficulty=3, seconds=70)
def point_in_rectangle(rng: Random) -> Question:
    while True:
        x, y, u, v = (rng.randint(1, 9) for _ in range(4))
        squares = [x * x + y * y, u * u + y * y, u * u + v * v, x * x + v * v]
        roots = [int(s**0.5) for s in squares]
        if (
            len(set(squares)) == 4
            and sum(r * r == s for r, s in zip(roots, squares, strict=True)) >= 1
            and max(x + u, y + v) < 16
        ):
            break
    place = next(i for i, (r, s) in enumerate(zip(roots, squares, strict=True)) if r * r == s)
    corner = "ABCD"[place]
    names = [name for name in "ABCD" if name != corner]
    points = {
        "A": (0.0, 0.0),
        "B": (float(x + u), 0.0),
        "C": (float(x + u), float(y + v)),
        "D": (0.0, float(y + v)),
        "P": (float(x), float(y)),
    }
    scene = Scene(points, width=280, height=220)
    scene.polygon("ABCD").names("A", "B", "C", "D").dot("P")
    for name in "ABCD":
        scene.line("P", name, dashed=name == corner)
    scene.name("P", "P", 90)
    said = ", ".join(rf"$|P{name}|^2 = {squares['ABCD'.index(name)]}$" for name in names)
    opposite = "CDAB"[place]
    others = [name for name in names if name != opposite]
    s1, s2, s3 = (squares["ABCD".index(n)] for n in (*others, opposite))
    right = roots[place]
    return exam_number(
        f"$ABCD$ dikdörtgeninin iç bölgesindeki $P$ noktası için {said} veriliyor (uzunluklar cm'dir)."
        f"\n\nBuna göre $|P{corner}|$ kaç cm'dir?",
        right,
        rf"Dikdörtgende iç noktanın karşılıklı köşelere uzaklıklarının kareleri toplamı eşittir: $|P{corner}|^2 + |P{opposite}|^2 = |P{others[0]}|^2 + "
        rf"|P{others[1]}|^2$. Buradan $|P{corner}|^2 = {s1} + {s2} - {s3} = {right * right}$ ve $|P{corner}| = {right}$ cm olur.",
        unit="cm",
        mistakes=[
            (right * right, "Karekök almayı unutur."),
            (s1 + s2 + s3, "Bütün kareleri toplar."),
        ],
        computed=f"Point({x}, {y}).distance(Point({[0, x + u, x + u, 0][place]}, {[0, 0, y + v, y + v][place]}))",
        figure=scene.figure(
            "ABCD dikdörtgeni ve içindeki P noktası; P köşelere doğru parçalarıyla birleştirilmiş."
        ),
    )
