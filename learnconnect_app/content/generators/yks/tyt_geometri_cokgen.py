"""Parametric items of the topic `tyt-geo-cokgenler-yamuk-deltoid`."""

from __future__ import annotations

from fractions import Fraction
from math import cos, radians, sin
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    Value,
    deg,
    m,
    measured,
    positive,
    seg,
    shoelace,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

POLYGONS = "tyt-geo-cokgenler-yamuk-deltoid"


@template("tyt-geo-cokgenler-yamuk-deltoid-ic-dis-aci", topic=POLYGONS, difficulty=2, seconds=60)
def interior_and_exterior(rng: Random) -> Question:
    n = rng.choice([5, 6, 8, 9, 10, 12, 14, 16, 18, 20])
    ratio = Fraction(n - 2, 2)
    kind = rng.choice(["köşegen", "kenar", "iç açı"])
    times = f"{ratio} katına" if ratio.denominator == 1 else f"${tex(ratio)}$ katına"
    right = {"köşegen": n * (n - 3) // 2, "kenar": n, "iç açı": (n - 2) * 180}[kind]
    asked = {
        "köşegen": "kaç köşegeni vardır?",
        "kenar": "kaç kenarı vardır?",
        "iç açı": "iç açılarının ölçüleri toplamı kaç derecedir?",
    }[kind]
    wrong_of: dict[str, list[tuple[Value, str]]] = {
        "köşegen": [
            (n * (n - 3), "Her köşegeni iki kez sayar."),
            (n * (n - 1) // 2, "Kenarları da köşegen sayar."),
            (n - 3, "Yalnız bir köşeden çıkan köşegenleri sayar."),
            (n, "Kenar sayısını verir."),
        ],
        "kenar": [
            (n - 2, "İç açıların toplamındaki $n - 2$ çarpanını kenar sayısı sanır."),
            (n + 2, "Denklemi kurarken 2 fazla bulur."),
            (n - 1, "Denklemi kurarken 1 eksik bulur."),
            (n * (n - 3) // 2, "Köşegen sayısını verir."),
        ],
        "iç açı": [
            (n * 180, "Kenar sayısından 2 çıkarmayı unutur."),
            ((n - 1) * 180, "Kenar sayısından 1 çıkarır."),
            (360, "Dış açıların toplamını verir."),
            ((n - 3) * 180, "Kenar sayısından 3 çıkarır."),
        ],
    }
    wrong = wrong_of[kind]
    return exam_question(
        f"Bir düzgün çokgenin bir iç açısının ölçüsü, bir dış açısının ölçüsünün {times} eşittir."
        f"\n\nBuna göre bu çokgenin {asked}",
        right,
        positive(shown, wrong),
        rf"Bir dış açı $x$ ise iç açı ${tex(ratio)}x$ olur ve toplamları $180^\circ$ eder: $x = {tex(Fraction(360, n))}^\circ$. "
        rf"Kenar sayısı $\frac{{360}}{{x}} = {n}$. "
        + {
            "köşegen": rf"Köşegen sayısı $\frac{{{n} \cdot {n - 3}}}{{2}} = {right}$ olur.",
            "kenar": "",
            "iç açı": rf"İç açılar toplamı $({n} - 2) \cdot 180 = {right}$ derecedir.",
        }[kind],
        spare=[
            (right + 1, "Sayarken 1 fazla bulur."),
            (right + 3, "Sayarken 3 fazla bulur."),
            (right + 4, "Sayarken 4 fazla bulur."),
        ],
        computed={
            "köşegen": "(lambda n: len([1 for i in range(n) for j in range(i) if 1 < i - j < n - 1]))",
            "kenar": "(lambda n: n)",
            "iç açı": "(lambda n: n*(180 - Rational(360, n)))",
        }[kind]
        + f"([n for n in range(3, 60) if 180 - Rational(360, n) == Rational({ratio.numerator}, {ratio.denominator})*Rational(360, n)][0])",
    )


SHAPES = {
    3: "eşkenar üçgen",
    4: "kare",
    5: "düzgün beşgen",
    6: "düzgün altıgen",
    9: "düzgün dokuzgen",
    10: "düzgün ongen",
}


def _regular(sides: int, *, below: bool) -> list[tuple[float, float]]:
    """Corners from A = (0, 0) over the next ones to B = (1, 0)."""
    turn = 360 / sides * (1 if below else -1)
    heading, at, corners = (-1 if below else 1) * (180 - 360 / sides), (0.0, 0.0), [(0.0, 0.0)]
    for _ in range(sides - 1):
        at = (at[0] + cos(radians(heading)), at[1] + sin(radians(heading)))
        corners.append(at)
        heading += turn
    return corners


@template("tyt-geo-cokgenler-yamuk-deltoid-ortak-kenar", topic=POLYGONS, difficulty=3, seconds=80)
def shared_side(rng: Random) -> Question:
    up, down = rng.choice(
        [(4, 5), (5, 4), (4, 6), (6, 4), (5, 6), (6, 5), (6, 10), (10, 4), (5, 9), (9, 5), (4, 10), (9, 4), (9, 6),
         (10, 5), (5, 5), (6, 6)]
    )  # fmt: skip
    one, two = 180 - 360 // up, 180 - 360 // down
    around = 360 - one - two
    base_angle = Fraction(180 - around, 2)
    asks_base = around != 180 and base_angle > 0
    upper, lower = _regular(up, below=False), _regular(down, below=True)
    points = {"A": (0.0, 0.0), "B": (1.0, 0.0), "C": upper[1], "D": lower[1]}
    scene = Scene(points, width=260, height=270, around=[*upper, *lower])
    scene.polygon(upper).polygon(lower).line("A", "B")
    centre = (0.5, 0.0)
    scene.name("A", "A", one / 2).name("B", "B", 180 - one / 2).names("C", "D", inside=centre)
    if asks_base:
        scene.line("C", "D", dashed=True).angle("A", "C", "D", "", radius=18)
    else:
        scene.angle("C", "A", "D", "?", radius=18)
    right = base_angle if asks_base else Fraction(around)
    asked = "ACD" if asks_base else "CAD"
    return exam_question(
        f"Şekildeki {SHAPES[up]} (üstte) ile {SHAPES[down]} (altta) $[AB]$ kenarında birleşiktir. $C$ ve $D$, $A$ köşesine komşu köşelerdir."
        f"\n\nBuna göre {m(asked)} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (
                    around if asks_base else Fraction(around, 2),
                    "İkizkenar üçgendeki öbür açıyı verir.",
                ),
                (one + two - 180, "$A$ köşesindeki açıların toplamını 180° ile karşılaştırır."),
                (Fraction(one + two, 4), "İç açıların toplamının dörtte birini alır."),
                (180 - one, "Üstteki çokgenin dış açısını verir."),
                (180 - two, "Alttaki çokgenin dış açısını verir."),
            ],
        ),
        rf"Bir iç açı $180^\circ - \frac{{360^\circ}}{{n}}$ ile bulunur: {one}° ve {two}°. $A$ köşesinde {m('CAD')} "
        rf"$= 360 - {one} - {two} = {around}$ derecedir."
        + (
            f" $|AC| = |AD|$ olduğundan {m('ACD')} $= \\frac{{180 - {around}}}{{2}} = {tex(base_angle)}$ derece olur."
            if asks_base
            else ""
        ),
        spare=[
            (deg(right + 6), "Bir iç açıyı 6° eksik bulur."),
            (deg(right + 12), "Bir iç açıyı 12° eksik bulur."),
            (deg(right + 9), "Bir iç açıyı 9° eksik bulur."),
        ],
        computed=measured(*(points[name] for name in asked)),
        figure=scene.figure(
            f"Üstte {SHAPES[up]}, altta {SHAPES[down]}; AB kenarları ortak. C üstteki, D alttaki komşu köşe."
        ),
    )


@template(
    "tyt-geo-cokgenler-yamuk-deltoid-ikizkenar-yamuk", topic=POLYGONS, difficulty=3, seconds=80
)
def isosceles_trapezium(rng: Random) -> Question:
    over, h, leg = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (5, 12, 13),
            (6, 8, 10),
            (8, 6, 10),
            (9, 12, 15),
            (8, 15, 17),
            (12, 5, 13),
        ]
    )
    top = rng.choice([4, 5, 6, 7, 8, 10])
    bottom = top + 2 * over
    right = (top + bottom) * h // 2
    points = {
        "A": (0.0, 0.0),
        "B": (float(bottom), 0.0),
        "C": (float(top + over), float(h)),
        "D": (float(over), float(h)),
    }
    scene = Scene(points, width=310, height=220)
    scene.polygon("ABCD").names("A", "B", "C", "D").side("A", "B", str(bottom)).side(
        "C", "D", str(top)
    )
    scene.side("A", "D", str(leg))
    return exam_question(
        rf"$ABCD$ ikizkenar yamuğunda $[AB] \parallel [DC]$, $|AD| = |BC| = {leg}$ cm, {seg('AB', bottom)} ve {seg('DC', top)} veriliyor."
        "\n\nBuna göre yamuğun alanı kaç santimetrekaredir?",
        right,
        positive(
            shown,
            [
                (Fraction((top + bottom) * leg, 2), "Yan kenarı yükseklik sanır."),
                ((top + bottom) * h, "Alan formülünde 2'ye bölmeyi unutur."),
                (top * h, "Yalnız ortadaki dikdörtgenin alanını bulur."),
                (bottom * h, "Yamuğu tabanı uzun taban olan dikdörtgen sanır."),
                (top + bottom + 2 * leg, "Alan yerine çevreyi bulur."),
            ],
        ),
        rf"$D$ noktasından inilen yükseklik tabanda $\frac{{{bottom} - {top}}}{{2}} = {over}$ cm ayırır. $h^2 = {leg}^2 - {over}^2 = {h * h}$, yani "
        rf"$h = {h}$ cm. Alan $\frac{{{bottom} + {top}}}{{2}} \cdot {h} = {right}$ $\text{{cm}}^2$ olur.",
        # the circle around A and the line that the symmetry gives, then the shoelace formula
        computed=f"(lambda h: ({shoelace([(0, 0), (bottom, 0), (bottom - over, 'h'), (over, 'h')]).replace('S(h)', 'h')}))"
        f"(max(solve(x**2 + {over}**2 - {leg}**2, x)))",
        figure=scene.figure(
            f"İkizkenar yamuk: alt taban {bottom}, üst taban {top}, yan kenarlar {leg} cm."
        ),
    )


@template("tyt-geo-cokgenler-yamuk-deltoid-deltoid", topic=POLYGONS, difficulty=3, seconds=80)
def kite(rng: Random) -> Question:
    half, p, ab, q, cb = rng.choice(
        [(12, 5, 13, 9, 15), (12, 5, 13, 16, 20), (12, 9, 15, 16, 20), (12, 5, 13, 35, 37), (8, 6, 10, 15, 17), (24, 7, 25, 10, 26),
         (24, 7, 25, 18, 30), (24, 10, 26, 18, 30), (15, 8, 17, 20, 25), (15, 8, 17, 36, 39), (24, 10, 26, 32, 40), (24, 7, 25, 32, 40),
         (12, 9, 15, 35, 37)]
    )  # fmt: skip
    right = half * (p + q)
    asks_length = rng.random() < 0.4
    points = {
        "A": (0.0, float(p)),
        "B": (-float(half), 0.0),
        "C": (0.0, -float(q)),
        "D": (float(half), 0.0),
    }
    scene = Scene(points, width=260, height=250)
    scene.polygon("ABCD").line("B", "D", dashed=True).names("A", "B", "C", "D")
    scene.side("A", "B", str(ab), gap=11).side("B", "C", str(cb), gap=11).ticks(
        ("A", "D"), ("A", "B")
    ).ticks(("C", "D"), ("C", "B"), count=2)
    answer = p + q if asks_length else right
    asked = "$|AC|$ kaç cm'dir?" if asks_length else "deltoidin alanı kaç santimetrekaredir?"
    wrong: list[tuple[Value, str]] = (
        [
            (q, "Yalnız uzun parçayı bulur."),
            (ab + cb, "Kenarları toplar."),
            (q - p, "Parçaları toplamak yerine çıkarır."),
            (2 * half, "Öbür köşegeni verir."),
        ]
        if asks_length
        else [
            (2 * right, "Köşegenler çarpımını 2'ye bölmez."),
            (Fraction(right, 2), "Bir yarım deltoidin alanını bulur."),
            (ab * cb, "Kenarları çarpar."),
            (2 * (ab + cb), "Alan yerine çevreyi bulur."),
        ]
    )
    return exam_question(
        f"$ABCD$ deltoidinde $|AB| = |AD| = {ab}$ cm, $|CB| = |CD| = {cb}$ cm ve {seg('BD', 2 * half)} veriliyor. Deltoid dışbükeydir."
        f"\n\nBuna göre {asked}",
        answer,
        positive(shown, wrong),
        rf"$[AC]$ köşegeni $[BD]$ köşegenini dik keser ve ortalar. Parçalar $\sqrt{{{ab}^2 - {half}^2}} = {p}$ ve "
        rf"$\sqrt{{{cb}^2 - {half}^2}} = {q}$ cm olduğundan $|AC| = {p + q}$ cm'dir."
        + (
            ""
            if asks_length
            else rf" Alan $\frac{{{p + q} \cdot {2 * half}}}{{2}} = {right}$ $\text{{cm}}^2$ olur."
        ),
        spare=[
            (answer + 2, "Toplarken 2 fazla bulur."),
            (answer + 4, "Toplarken 4 fazla bulur."),
        ],
        # Heron's formula for the two isosceles triangles
        computed="(lambda heron: "
        + ("" if not asks_length else "2*")
        + f"(heron({ab}) + heron({cb}))"
        + (f"/{2 * half}" if asks_length else "")
        + f")(lambda e: sqrt((e + {half})*{half}**2*(e - {half})))",
        figure=scene.figure(
            f"ABCD deltoidi: AB = AD = {ab}, CB = CD = {cb}, BD köşegeni {2 * half} cm ve kesikli çizilmiş."
        ),
    )
