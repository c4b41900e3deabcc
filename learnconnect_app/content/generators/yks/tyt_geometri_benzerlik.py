"""Parametric items of the topic `tyt-geo-benzerlik`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    between,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    Value,
    positive,
    seg,
    shoelace,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SIMILAR = "tyt-geo-benzerlik"


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
    wrong: list[tuple[Value, str]] = (
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
        rf"Alanlar ${'' if p == 1 else p * p}S$ ve ${(p + q) ** 2}S$ ise yamuk ${(p + q) ** 2 - p * p}S$ olur; buradan $S = {unit}$ ve yanıt {right} bulunur.",
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
