"""Parametric items of the topic `ayt-geo-prizma-piramit`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import Scene, between
from learnconnect_app.content.generators.yks.geometri_writing import (
    positive,
    root,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

EDGES = "ayt-geo-prizma-piramit"


def _pyramid(
    base: float, height: float, *, cut: float = 0
) -> tuple[Scene, dict[str, tuple[float, float]]]:
    """A pyramid on a square, seen from the front; ``cut``: how far down from the top a plane is."""
    sx, sy = 0.42 * base, 0.34 * base
    points = {"A": (0.0, 0.0), "B": (base, 0.0), "C": (base + sx, sy), "D": (sx, sy)}
    points["H"] = ((base + sx) / 2, sy / 2)
    points["T"] = (points["H"][0], sy / 2 + height)
    scene = Scene(points, width=270, height=240)
    if cut:
        level = [between(points["T"], points[name], cut) for name in "ABCD"]
        scene.polygon(level, filled=True, look="accent")
    scene.path("ABC").line("T", "A").line("T", "B").line("T", "C").path("ADC", dashed=True).line(
        "T", "D", dashed=True
    )
    return scene, points


@template("ayt-geo-prizma-piramit-kare-piramit", topic=EDGES, difficulty=3, seconds=80)
def square_pyramid(rng: Random) -> Question:
    half, h, slant = rng.choice(
        [
            (3, 4, 5),
            (5, 12, 13),
            (6, 8, 10),
            (4, 3, 5),
            (8, 15, 17),
            (8, 6, 10),
            (9, 12, 15),
            (12, 9, 15),
            (7, 24, 25),
            (12, 16, 20),
            (15, 20, 25),
        ]
    )
    a = 2 * half
    asked = rng.choice(["hacim", "alan"])
    scene, _ = _pyramid(a, h)
    scene.points["E"] = (scene.points["B"][0] + 0.21 * a, 0.17 * a)
    scene.line("T", "H", dashed=True).line("H", "E", dashed=True).line(
        "T", "E", look="accent"
    ).name("T", "T", 90).name("E", "E", 330)
    scene.name("H", "H", 200).side("A", "B", str(a))
    volume, surface = a * a * h // 3, a * a + 2 * a * slant
    if a * a * h % 3:
        asked = "alan"
    if asked == "hacim":
        return exam_question(
            f"Taban ayrıtı {a} cm olan düzgün kare piramidin yan yüz yüksekliği $|TE| = {slant}$ cm'dir.\n\nBuna göre piramidin hacmi kaç santimetreküptür?",
            volume,
            positive(
                shown,
                [
                    (a * a * h, "$\\frac{1}{3}$ çarpanını unutur."),
                    (Fraction(a * a * slant, 3), "Yan yüz yüksekliğini cisim yüksekliği sanır."),
                    (Fraction(a * a * h, 2), "$\\frac{1}{3}$ yerine $\\frac{1}{2}$ kullanır."),
                    (surface, "Hacim yerine yüzey alanını bulur."),
                ],
            ),
            rf"$|HE| = \frac{{{a}}}{{2}} = {half}$ cm olduğundan $|TH|^2 = {slant}^2 - {half}^2 = {h * h}$ ve yükseklik {h} cm'dir. "
            rf"$V = \frac{{1}}{{3}} \cdot {a}^2 \cdot {h} = {volume}$ $\text{{cm}}^3$.",
            spare=[
                (shown(volume + a), "İşlemde yanılır."),
                (shown(volume + 2 * a), "İşlemde yanılır."),
            ],
            computed=f"integrate(({a}*x/sqrt({slant}**2 - {half}**2))**2, (x, 0, sqrt({slant}**2 - {half}**2)))",
            figure=scene.figure(
                f"Taban ayrıtı {a} cm olan düzgün kare piramit; TH yüksekliği ve TE yan yüz yüksekliği çizili."
            ),
        )
    return exam_question(
        f"Taban ayrıtı {a} cm olan düzgün kare piramidin cisim yüksekliği $|TH| = {h}$ cm'dir.\n\nBuna göre piramidin **bütün** yüzey alanı kaç santimetrekaredir?",
        surface,
        positive(
            shown,
            [
                (2 * a * slant, "Taban alanını eklemeyi unutur."),
                (a * a + 2 * a * h, "Cisim yüksekliğini yan yüz yüksekliği sanır."),
                (a * a + 4 * a * slant, "Üçgenlerin alanında $\\frac{1}{2}$ çarpanını unutur."),
                (a * a + a * slant // 2, "Yalnız bir yan yüzü ekler."),
            ],
        ),
        rf"$|TE|^2 = {h}^2 + {half}^2 = {slant * slant}$, yani $|TE| = {slant}$ cm. Yan yüzler $4 \cdot \frac{{{a} \cdot {slant}}}{{2}} = {2 * a * slant}$, taban ${a}^2 = {a * a}$; "
        rf"toplam {surface} $\text{{cm}}^2$.",
        spare=[
            (shown(surface + a), "İşlemde yanılır."),
            (shown(surface + 2 * a), "İşlemde yanılır."),
        ],
        # a side face as a triangle in space: T, A and B by Heron
        computed=f"{a}**2 + 4*(lambda e2: sqrt(4*e2*{a}**2 - {a}**4)/4)({h}**2 + {half}**2 + {half}**2)",
        figure=scene.figure(
            f"Taban ayrıtı {a} cm olan düzgün kare piramit; TH yüksekliği ve TE yan yüz yüksekliği çizili."
        ),
    )


@template("ayt-geo-prizma-piramit-kesik", topic=EDGES, difficulty=4, seconds=80)
def cut_pyramid(rng: Random) -> Question:
    p, q = rng.choice([(1, 1), (1, 2), (2, 1), (2, 3), (3, 1), (3, 2), (1, 3)])
    unit = rng.choice([1, 2, 3, 4, 5])
    small, whole_volume = p**3 * unit, (p + q) ** 3 * unit
    lower = whole_volume - small
    asks_lower = rng.random() < 0.6
    right, given = (lower, small) if asks_lower else (small, lower)
    scene, _ = _pyramid(6, 9, cut=p / (p + q))
    scene.name("T", "T", 90)
    said, asked = (
        ("üstteki küçük piramidin", "alttaki kesik piramidin")
        if asks_lower
        else ("alttaki kesik piramidin", "üstteki küçük piramidin")
    )
    return exam_question(
        f"Bir piramit, tabanına paralel bir düzlemle kesiliyor. Kesitin $T$ tepe noktasına uzaklığının tabana uzaklığına oranı ${tex(Fraction(p, q))}$ ve {said} hacmi {given} $\\text{{cm}}^3$ olarak veriliyor."
        f"\n\nBuna göre {asked} hacmi kaç santimetreküptür?",
        right,
        positive(
            shown,
            [
                (whole_volume, "Bütün piramidin hacmini verir."),
                (
                    Fraction(given * q**3, p**3) if asks_lower else Fraction(given * p**3, q**3),
                    "Kesik piramidi küçük piramide benzer sanır.",
                ),
                (
                    Fraction(given * ((p + q) ** 2 - p * p), p * p)
                    if asks_lower
                    else Fraction(given * p * p, (p + q) ** 2 - p * p),
                    "Hacim oranı için benzerlik oranının karesini kullanır.",
                ),
                (
                    Fraction(given * q, p) if asks_lower else Fraction(given * p, q),
                    "Hacimleri uzaklıklarla orantılı sanır.",
                ),
            ],
        ),
        rf"Küçük piramit ile bütün piramidin benzerlik oranı $\frac{{{p}}}{{{p + q}}}$, hacimleri oranı $\frac{{{p**3}}}{{{(p + q) ** 3}}}$ olur. Kesik piramit "
        rf"${(p + q) ** 3} - {p**3} = {(p + q) ** 3 - p**3}$ pay eder; bir pay {unit} $\text{{cm}}^3$ olduğundan yanıt {right} bulunur.",
        spare=[
            (right + unit, "Pay sayısını 1 fazla alır."),
            (right + 2 * unit, "Pay sayısını 2 fazla alır."),
            (right + 3 * unit, "Pay sayısını 3 fazla alır."),
        ],
        computed=f"{given}*integrate(x**2, (x, {p if asks_lower else 0}, {p + q if asks_lower else p}))/integrate(x**2, (x, {0 if asks_lower else p}, {p if asks_lower else p + q}))",
        figure=scene.figure("Tabanına paralel bir düzlemle kesilmiş kare piramit; kesit boyalı."),
    )


@template("ayt-geo-prizma-piramit-yuzeyde-yol", topic=EDGES, difficulty=4, seconds=90)
def way_on_a_box(rng: Random) -> Question:
    a, b, c = rng.choice(
        [
            (6, 4, 4),
            (12, 3, 2),
            (8, 4, 2),
            (12, 6, 3),
            (9, 8, 4),
            (5, 4, 3),
            (6, 5, 3),
            (8, 7, 8),
            (4, 3, 2),
            (6, 6, 3),
            (10, 6, 4),
            (7, 5, 4),
            (12, 4, 5),
            (9, 6, 6),
        ]
    )
    a, b, c = sorted((a, b, c), reverse=True)
    space = a * a + b * b + c * c
    right = a * a + (b + c) ** 2
    sx, sy = 0.42 * b, 0.34 * b
    points = {
        "A": (0.0, 0.0),
        "B": (float(a), 0.0),
        "C": (a + sx, sy),
        "D": (sx, sy),
        "E": (0.0, float(c)),
        "F": (float(a), float(c)),
        "G": (a + sx, c + sy),
        "H": (sx, c + sy),
    }
    scene = Scene(points, width=300, height=220)
    scene.polygon("ABFE").path("BCGF").path("EHG").path("ADC", dashed=True).line(
        "D", "H", dashed=True
    )
    scene.dot("A", "G").name("A", "A", 225).name("G", "G", 45)
    scene.side("A", "B", str(a)).side("B", "C", str(b)).side("A", "E", str(c))
    return exam_question(
        f"Ayrıtları {a} cm, {b} cm ve {c} cm olan dikdörtgenler prizmasının $A$ köşesindeki bir karınca, yüzey üzerinde yürüyerek en uzak köşe olan $G$ köşesine gidecektir."
        "\n\nBuna göre karıncanın yürüyeceği **en kısa** yol kaç cm'dir?",
        root(right),
        [
            (root(space), "Prizmanın içinden geçen cisim köşegenini bulur."),
            (shown(a + b + c), "Ayrıtlar boyunca yürür."),
            (
                root(b * b + (a + c) ** 2),
                "En uzun ayrıtı başka bir ayrıtla toplar; bu açınımdaki yol daha uzundur.",
            ),
            (
                root(c * c + (a + b) ** 2),
                "En uzun iki ayrıtı toplar; bu açınımdaki yol daha uzundur.",
            ),
        ],
        rf"Yan yana iki yüz düzleme açılır. Üç açınımdaki yollar $\sqrt{{{a}^2 + {b + c}^2}}$, $\sqrt{{{b}^2 + {a + c}^2}}$ ve $\sqrt{{{c}^2 + {a + b}^2}}$ olur. "
        rf"En kısası, kısa iki ayrıtın toplandığı yoldur: $\sqrt{{{right}}} = {surd(right)}$ cm.".replace(
            f"\\sqrt{{{right}}} = \\sqrt{{{right}}}", f"\\sqrt{{{right}}}"
        ),
        spare=[
            (root(a * a + b * b), "Yalnız bir yüzün köşegenini bulur."),
            (root(right + 9), "Kareleri toplarken yanılır."),
        ],
        computed=f"min(sqrt(p[0]**2 + (p[1] + p[2])**2) for p in itertools.permutations([{a}, {b}, {c}]))",
        figure=scene.figure(
            f"Ayrıtları {a}, {b} ve {c} cm olan dikdörtgenler prizması; A ve G karşılıklı köşeler."
        ),
    )
