"""Parametric items of the unit `ayt-geo-uzay`: prisms, pyramids, cylinders, cones, spheres."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Figure
from learnconnect_app.content.generators.yks.geometri_drawing import Scene, between
from learnconnect_app.content.generators.yks.geometri_writing import (
    pies,
    positive,
    root,
    surd,
    times_tex,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

EDGES = "ayt-geo-prizma-piramit"
ROUND = "ayt-geo-silindir-koni-kure"
PI = "\\pi"


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


def _cone(r: float, h: float, *, labels: tuple[str, str, str]) -> Figure:
    """An upright cone; labels of its radius, height and slanted side."""
    scene = Scene(
        {"T": (0.0, h), "O": (0.0, 0.0), "B": (r, 0.0), "A": (-r, 0.0)},
        width=250,
        height=240,
        around=[(0, -0.3 * r)],
    )
    x, y = scene.at("O")
    rx, ry = r * scene.scale, 0.28 * r * scene.scale
    scene.drawing.path(f"M{x - rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x + rx:.1f} {y:.1f}")
    scene.drawing.path(
        f"M{x - rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 1 {x + rx:.1f} {y:.1f}", dashed=True
    )
    scene.line("T", "A").line("T", "B").line("T", "O", dashed=True).line(
        "O", "B", dashed=True
    ).right("T", "O", "B")
    radius, height, slant = labels
    if radius:
        scene.side("O", "B", radius, away="T")
    if height:
        scene.side("T", "O", height, away="B")
    if slant:
        scene.side("T", "B", slant, away="O")
    return scene.figure(
        "Dik koni; taban yarıçapı, yükseklik ve ana doğru bir dik üçgen oluşturuyor."
    )


@template("ayt-geo-silindir-koni-kure-koni-acinim", topic=ROUND, difficulty=4, seconds=90)
def net_of_cone(rng: Random) -> Question:
    r, h, slant = rng.choice(
        [
            (3, 4, 5),
            (6, 8, 10),
            (9, 12, 15),
            (4, 3, 5),
            (8, 6, 10),
            (12, 9, 15),
            (12, 16, 20),
            (5, 12, 13),
            (8, 15, 17),
            (15, 20, 25),
            (7, 24, 25),
        ]
    )
    angle = Fraction(360 * r, slant)
    asked = (
        rng.choice(["hacim", "yanal", "açı"])
        if angle.denominator == 1
        else rng.choice(["hacim", "yanal"])
    )
    volume, lateral = Fraction(r * r * h, 3), r * slant
    given = f"taban yarıçapı {r} cm, yüksekliği {h} cm"
    figure = _cone(r, h, labels=(str(r), str(h), ""))
    if asked == "açı":
        right, proof = f"{angle}°", f"solve(x/360*2*pi*sqrt({r}**2 + {h}**2) - 2*pi*{r}, x)[0]"
        wrong = [
            (f"{360 - angle}°", "Açınımda eksik kalan açıyı verir."),
            (
                f"{angle / 2}°" if (angle / 2).denominator == 1 else "100°",
                "Çevre yerine yarım çevreyi kullanır.",
            ),
            ("180°", "Açınımı her zaman yarım daire sanır."),
            (f"{angle - 36}°", "Oranı kurarken yanılır."),
        ]
        asked_text = "yanal yüzü açıldığında oluşan daire diliminin merkez açısı kaç derecedir?"
        why = rf"Dilimin yayı tabanın çevresine eşittir: $2\pi \cdot {slant} \cdot \frac{{\alpha}}{{360}} = 2\pi \cdot {r}$ ve $\alpha = {angle}^\circ$."
    elif asked == "hacim":
        right, proof = pies(volume), f"integrate(pi*(S({r})*x/{h})**2, (x, 0, {h}))"
        wrong = [
            (pies(3 * volume), "$\\frac{1}{3}$ çarpanını unutur."),
            (pies(Fraction(r * r * slant, 3)), "Ana doğruyu yükseklik sanır."),
            (pies(Fraction(r * h, 3)), "Yarıçapın karesini almaz."),
            (pies(lateral), "Hacim yerine yanal alanı bulur."),
        ]
        asked_text = "hacmi kaç santimetreküptür?"
        given = f"taban yarıçapı {r} cm, ana doğrusu {slant} cm"
        figure = _cone(r, h, labels=(str(r), "", str(slant)))
        why = rf"Yükseklik $\sqrt{{{slant}^2 - {r}^2}} = {h}$ cm. $V = \frac{{1}}{{3}} \pi \cdot {r}^2 \cdot {h} = {times_tex(volume, PI)}$ $\text{{cm}}^3$."
    else:
        right, proof = (
            pies(lateral),
            f"integrate(2*pi*(S({r})*x/{h})*sqrt(1 + Rational({r}, {h})**2), (x, 0, {h}))",
        )
        wrong = [
            (pies(r * h), "Ana doğru yerine yüksekliği kullanır."),
            (pies(2 * lateral), "Formüle fazladan 2 çarpanı koyar."),
            (pies(lateral + r * r), "Taban alanını da ekler."),
            (pies(volume), "Yanal alan yerine hacmi bulur."),
        ]
        asked_text = "**yanal** alanı kaç santimetrekaredir?"
        why = rf"Ana doğru $\sqrt{{{r}^2 + {h}^2}} = {slant}$ cm. Yanal alan $\pi \cdot r \cdot \ell = \pi \cdot {r} \cdot {slant} = {times_tex(lateral, PI)}$ $\text{{cm}}^2$."
    return exam_question(
        f"Dik koninin {given} olarak veriliyor.\n\nBuna göre bu koninin {asked_text}".replace(
            "Dik koninin", "Bir dik koninin"
        ),
        right,
        wrong,
        why + ("" if asked != "açı" else f" Ana doğru $\\sqrt{{{r}^2 + {h}^2}} = {slant}$ cm'dir."),
        spare=[
            (
                f"{angle + 36}°"
                if asked == "açı"
                else pies(volume + 1 if asked == "hacim" else lateral + 1),
                "İşlemde yanılır.",
            ),
            (
                f"{angle + 18}°"
                if asked == "açı"
                else pies(volume + 2 if asked == "hacim" else lateral + 2),
                "İşlemde yanılır.",
            ),
        ],
        computed=proof,
        figure=figure,
    )


@template("ayt-geo-silindir-koni-kure-kesit", topic=ROUND, difficulty=3, seconds=70)
def section_of_sphere(rng: Random) -> Question:
    d, r, big = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (6, 8, 10),
            (8, 6, 10),
            (5, 12, 13),
            (12, 5, 13),
            (9, 12, 15),
            (12, 9, 15),
            (8, 15, 17),
            (15, 8, 17),
            (12, 16, 20),
            (7, 24, 25),
            (16, 12, 20),
        ]
    )
    points = {"O": (0.0, 0.0), "M": (0.0, float(d)), "K": (float(r), float(d))}
    scene = Scene(points, width=250, height=240, around=[(-big, -big), (big, big)])
    scene.circle("O", big).line("O", "M", dashed=True).line("O", "K", dashed=True).line(
        "M", "K", dashed=True
    ).dot("O").name("O", "O", 270)
    x, y = scene.at("M")
    rx, ry = r * scene.scale, 0.22 * r * scene.scale
    scene.drawing._add(
        f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" class="fig-soft" opacity="0.7"/>'
    )
    scene.drawing.path(
        f"M{x - rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x + rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x - rx:.1f} {y:.1f}",
        look="accent",
    )
    scene.line("M", "K", dashed=True)
    asks_radius = rng.random() < 0.3
    stem = (
        f"Bir küre, merkezinden {d} cm uzaktaki bir düzlemle kesiliyor. Kesit dairesinin alanı ${times_tex(r * r, PI)}$ $\\text{{cm}}^2$ olduğuna göre kürenin yüzey alanı kaç santimetrekaredir?"
        if asks_radius
        else f"Yarıçapı {big} cm olan bir küre, merkezinden {d} cm uzaktaki bir düzlemle kesiliyor.\n\nBuna göre kesit dairesinin alanı kaç santimetrekaredir?"
    )
    right = 4 * big * big if asks_radius else r * r
    wrong = (
        [
            (pies(big * big), "$4\\pi R^2$ formülündeki 4 çarpanını unutur."),
            (pies(4 * r * r), "Kesitin yarıçapını kürenin yarıçapı sanır."),
            (pies(4 * (r + d) ** 2), "Dik kenarları toplayıp yarıçap sanır."),
            (pies(Fraction(4 * big**3, 3)), "Yüzey alanı yerine hacmi bulur."),
        ]
        if asks_radius
        else [
            (pies(big * big), "Kesiti merkezden geçen büyük daire sanır."),
            (pies((big - d) ** 2), "Pisagor bağıntısı yerine farkı kullanır."),
            (pies(big * big + d * d), "Pisagor bağıntısında çıkarmak yerine toplar."),
            (pies(2 * r), "Alan yerine çevreyi bulur."),
        ]
    )
    return exam_question(
        stem,
        pies(right),
        wrong,
        rf"Kürenin merkezi, kesitin merkezi ve kesit çemberinin bir noktası dik üçgen oluşturur: ${d}^2 + {r}^2 = {big}^2$. "
        + (
            rf"$R = {big}$ cm ve yüzey alanı $4\pi \cdot {big}^2 = {times_tex(right, PI)}$ $\text{{cm}}^2$."
            if asks_radius
            else rf"$r = {r}$ cm ve alan ${times_tex(right, PI)}$ $\text{{cm}}^2$ olur."
        ),
        spare=[(pies(d * d), "Uzaklığı yarıçap sanır."), (pies(right + 4), "İşlemde yanılır.")],
        # the surface as turned arc; or points of the sphere at that height
        computed=f"integrate(2*pi*({r}**2 + {d}**2)*sin(x), (x, 0, pi))"
        if asks_radius
        else f"pi*max(solve(x**2 + {d}**2 - {big}**2, x))**2",
        figure=scene.figure(
            "O merkezli küre ve onu kesen düzlemde oluşan kesit dairesi; merkezden kesite inen dikme kesikli."
        ),
    )


@template("ayt-geo-silindir-koni-kure-dondurme", topic=ROUND, difficulty=3, seconds=80)
def turned(rng: Random) -> Question:
    shape = rng.choice(["dikdörtgen", "dik üçgen", "dik üçgen"])
    a, b = rng.choice(
        [
            (3, 4),
            (4, 3),
            (3, 5),
            (5, 3),
            (6, 2),
            (2, 6),
            (6, 5),
            (3, 8),
            (6, 4),
            (4, 6),
            (9, 2),
            (3, 7),
            (6, 8),
        ]
    )
    cylinder = shape == "dikdörtgen"
    volume = Fraction(b * b * a) if cylinder else Fraction(b * b * a, 3)
    if cylinder:
        points = {
            "A": (0.0, float(a)),
            "B": (0.0, 0.0),
            "C": (float(b), 0.0),
            "D": (float(b), float(a)),
        }
        corners, said = (
            "ABCD",
            f"$|AB| = {a}$ cm ve $|BC| = {b}$ cm olan $ABCD$ dikdörtgensel bölgesi",
        )
    else:
        points = {"A": (0.0, float(a)), "B": (0.0, 0.0), "C": (float(b), 0.0)}
        corners, said = (
            "ABC",
            rf"$[AB] \perp [BC]$, $|AB| = {a}$ cm ve $|BC| = {b}$ cm olan $ABC$ üçgensel bölgesi",
        )
    scene = Scene(points, width=260, height=230)
    scene.polygon(corners, filled=True).names(*corners).right("A", "B", "C")
    scene.side("A", "B", str(a), away="C").side("B", "C", str(b), away="A")
    scene.line((0, -0.12 * a), (0, a * 1.16), dashed=True)
    return exam_question(
        f"{said[0].upper() if said[0] != '$' else said[0]}{said[1:]}, $[AB]$ kenarı etrafında 360° döndürülüyor.\n\nBuna göre oluşan cismin hacmi kaç santimetreküptür?",
        pies(volume),
        [
            (
                pies(volume / 3 if cylinder else volume * 3),
                "Koni ile silindirin hacmini karıştırır.",
            ),
            (
                pies(Fraction(a * a * b) if cylinder else Fraction(a * a * b, 3)),
                "Dönme ekseni olarak öbür kenarı alır.",
            ),
            (
                pies(Fraction(a * b) if cylinder else Fraction(a * b, 3)),
                "Yarıçapın karesini almaz.",
            ),
            (pies(volume * 2), "Hacmi iki kez sayar."),
        ],
        (
            f"Oluşan cisim, yarıçapı $|BC| = {b}$ cm ve yüksekliği $|AB| = {a}$ cm olan dik "
            + ("silindirdir" if cylinder else "konidir")
            + ": "
        )
        + (
            rf"$V = \pi \cdot {b}^2 \cdot {a}"
            if cylinder
            else rf"$V = \frac{{1}}{{3}} \pi \cdot {b}^2 \cdot {a}"
        )
        + rf" = {times_tex(volume, PI)}$ $\text{{cm}}^3$.",
        spare=[(pies(volume + 3), "İşlemde yanılır."), (pies(volume + 6), "İşlemde yanılır.")],
        # thin tubes around the axis
        computed=f"integrate(2*pi*x*{a if cylinder else f'({a} - S({a})*x/{b})'}, (x, 0, {b}))",
        figure=scene.figure(
            f"{'ABCD dikdörtgeni' if cylinder else 'B açısı dik ABC üçgeni'}; AB kenarından geçen dönme ekseni kesikli."
        ),
    )


@template("ayt-geo-silindir-koni-kure-eritme", topic=ROUND, difficulty=3, seconds=80)
def melted(rng: Random) -> Question:
    big, small, h = rng.choice(
        [
            (6, 3, 4),
            (6, 2, 8),
            (6, 3, 8),
            (3, 1, 4),
            (6, 2, 3),
            (9, 3, 4),
            (6, 1, 12),
            (4, 2, 4),
            (6, 3, 12),
            (12, 4, 9),
            (12, 6, 6),
            (6, 4, 2),
            (8, 4, 4),
            (9, 3, 9),
        ]
    )
    kind = rng.choice(["koni", "küre"])
    if kind == "küre" and big % small:
        kind = "koni"
    count = (
        Fraction(4 * big**3, small * small * h) if kind == "koni" else Fraction(big**3, small**3)
    )
    while count.denominator > 1:
        big, small, h = 6, 3, 4
        count = (
            Fraction(4 * big**3, small * small * h)
            if kind == "koni"
            else Fraction(big**3, small**3)
        )
    item = (
        f"taban yarıçapı {small} cm ve yüksekliği {h} cm olan koniler"
        if kind == "koni"
        else f"yarıçapı {small} cm olan küreler"
    )
    ball = rf"\frac{{4}}{{3}}\pi \cdot {big}^3"
    piece = (
        rf"\frac{{1}}{{3}}\pi \cdot {small}^2 \cdot {h}"
        if kind == "koni"
        else rf"\frac{{4}}{{3}}\pi \cdot {small}^3"
    )
    return exam_number(
        f"Yarıçapı {big} cm olan metal bir küre eritilerek {item} dökülüyor. Eritme sırasında kayıp olmuyor.\n\nBuna göre en çok kaç {kind} dökülebilir?",
        int(count),
        rf"Toplam hacim korunur: ${ball}$ hacmi, bir parçanın ${piece}$ hacmine bölünür. Sonuç {count} olur.",
        mistakes=[
            (
                float(count / 4) if kind == "koni" else float(Fraction(big, small)),
                "Kürenin hacmindeki 4 çarpanını ya da küpü unutur.",
            ),
            (float(Fraction(big * big, small * small)), "Hacimler yerine alanları oranlar."),
        ],
        computed=f"integrate(pi*({big}**2 - x**2), (x, -{big}, {big})) / "
        + (
            f"integrate(pi*(S({small})*x/{h})**2, (x, 0, {h}))"
            if kind == "koni"
            else f"integrate(pi*({small}**2 - x**2), (x, -{small}, {small}))"
        ),
    )
