"""Parametric items of the topic `ayt-geo-dairede-alan`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.figures import Figure
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    box_around,
    polar,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    deg,
    m,
    pies,
    seg,
    surd,
    times_tex,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

AREAS = "ayt-geo-dairede-alan"
PI = "\\pi"


@template("ayt-geo-dairede-alan-kesme", topic=AREAS, difficulty=3, seconds=80)
def circular_segment(rng: Random) -> Question:
    angle = rng.choice([60, 90, 120, 150, 30])
    r = rng.choice([6, 12] if angle in (30, 60, 120, 150) else [2, 4, 6, 8, 10])
    if angle in (60, 120):
        r = rng.choice([3, 6, 12, 18])
    part = Fraction(angle * r * r, 360)
    under = {30: 1, 60: 3, 90: 4, 120: 3, 150: 1}[angle]
    tri = surd(under, Fraction(r * r, 4))
    half_tri, double_tri = surd(under, Fraction(r * r, 8)), surd(under, Fraction(r * r, 2))
    points = {"O": (0.0, 0.0), "A": polar(r, 90 + angle / 2), "B": polar(r, 90 - angle / 2)}
    scene = Scene(points, width=240, height=230, around=box_around((0, 0), r))
    scene.area(["B", ("A", r)]).circle("O", r).polygon("AOB").angle(
        "A", "O", "B", deg(angle), radius=18
    )
    scene.name("A", "A", 90 + angle / 2).name("B", "B", 90 - angle / 2).name("O", "O", 270)
    pie = times_tex(part, PI)
    wrong_sine = {1: 3, 3: 1, 4: 2}[under]
    return exam_question(
        f"$O$ merkezli, yarıçapı {r} cm olan dairede {m('AOB', angle)} veriliyor.\n\nBuna göre boyalı daire parçasının alanı kaç santimetrekaredir?",
        f"${pie} - {tri}$",
        [
            (f"${pie} - {double_tri}$", "Üçgenin alanında $\\frac{1}{2}$ çarpanını unutur."),
            (f"${pie} - {surd(wrong_sine, Fraction(r * r, 4))}$", "Sinüs değerini karıştırır."),
            (f"${times_tex(part * 2, PI)} - {tri}$", "Dilimin alanında 360 yerine 180 kullanır."),
            (f"${pie} + {tri}$", "Üçgenin alanını çıkarmak yerine ekler."),
            (f"${pie} - {half_tri}$", "Üçgenin alanını yarıya böler."),
        ],
        rf"Daire diliminin alanı $\pi \cdot {r}^2 \cdot \frac{{{angle}}}{{360}} = {pie}$, $AOB$ üçgeninin alanı $\frac{{1}}{{2}} \cdot {r} \cdot {r} \cdot \sin {angle}^\circ = {tri}$ "
        rf"$\text{{cm}}^2$ olur. Boyalı alan bunların farkıdır.",
        # from the chord outwards, in thin wedges seen from the center
        computed=f"integrate({r}**2 - ({r}*cos(pi*{angle}/360)/cos(x))**2, (x, 0, pi*{angle}/360))",
        figure=scene.figure(
            f"O merkezli daire, {angle}°'lik AOB açısı; AB kirişi ile yayı arasında kalan parça boyalı."
        ),
    )


def _square_figure(shape: str, side: int) -> Figure:
    s = float(side)
    points = {"A": (0.0, 0.0), "B": (s, 0.0), "C": (s, s), "D": (0.0, s)}
    scene = Scene(points, width=240, height=230)
    if shape == "yaprak":
        scene.area(["A", ("C", s), ("A", s)]).arc("D", s, 270, 360).arc("B", s, 90, 180)
        said = (
            "B ve D merkezli, karenin içindeki iki çeyrek çember yayı; ortak kısım (yaprak) boyalı."
        )
    elif shape == "çeyrek":
        scene.area(["B", "C", "D", ("B", -s)]).arc("A", s, 0, 90)
        said = "A merkezli çeyrek çember yayı; karenin yayın dışında kalan kısmı boyalı."
    elif shape == "iç çember":
        middles = [(0, s / 2), (s / 2, 0), (s, s / 2), (s / 2, s), (0, s / 2)]
        for corner, one, two in zip("ABCD", middles, middles[1:], strict=False):
            scene.area([corner, two, (one, -s / 2)])
        scene.circle((s / 2, s / 2), s / 2)
        said = (
            "Karenin içine dört kenarına teğet çember çizilmiş; köşelerde kalan dört parça boyalı."
        )
    else:
        scene.area(["D", "A", ("B", -s / 2), "C"])
        scene.arc((s / 2, 0), s / 2, 0, 180)
        said = "AB çaplı yarım çember karenin içine çizilmiş; karenin yarım dairenin dışında kalan kısmı boyalı."
    scene.polygon("ABCD").names("A", "B", "C", "D")
    return scene.figure(f"Bir kenarı {side} cm olan ABCD karesi. " + said)


@template("ayt-geo-dairede-alan-karede", topic=AREAS, difficulty=3, seconds=80)
def in_a_square(rng: Random) -> Question:
    shape = rng.choice(["yaprak", "çeyrek", "iç çember", "yarım"])
    side = rng.choice([4, 6, 8, 10, 12])
    square = side * side
    # the area is q pi + w
    q, w = {
        "yaprak": (Fraction(square, 2), -square),
        "çeyrek": (Fraction(-square, 4), square),
        "iç çember": (Fraction(-square, 4), square),
        "yarım": (Fraction(-square, 8), square),
    }[shape]
    said = {
        "yaprak": "$B$ ve $D$ merkezli çeyrek çember yaylarının sınırladığı ortak (yaprak biçimli) bölge boyanmıştır",
        "çeyrek": "$A$ merkezli ve $B$ ile $D$ noktalarından geçen çeyrek çember yayının dışında kalan bölge boyanmıştır",
        "iç çember": "karenin dört kenarına teğet olan çemberin dışında kalan bölgeler boyanmıştır",
        "yarım": "$[AB]$ çaplı yarım dairenin dışında kalan bölge boyanmıştır",
    }[shape]

    def written(pi_part: Fraction, plain: int) -> str:
        if plain < 0:
            return f"${times_tex(pi_part, PI)} - {-plain}$"
        return (
            f"${plain} - {times_tex(-pi_part, PI)}$"
            if pi_part < 0
            else f"${plain} + {times_tex(pi_part, PI)}$"
        )

    why = {
        "yaprak": rf"İki çeyrek dairenin alanları toplamı $2 \cdot \frac{{\pi \cdot {side}^2}}{{4}} = {times_tex(Fraction(square, 2), PI)}$ olur. Yaprak bu toplamda iki kez sayılır, "
        rf"karenin geri kalanı bir kez; fark yaprağın alanıdır: ${times_tex(Fraction(square, 2), PI)} - {square}$.",
        "çeyrek": rf"Karenin alanı ${square}$, çeyrek dairenin alanı $\frac{{\pi \cdot {side}^2}}{{4}} = {times_tex(Fraction(square, 4), PI)}$ olur; boyalı alan farklarıdır.",
        "iç çember": rf"Çemberin yarıçapı ${side // 2}$ cm, dairenin alanı ${times_tex(Fraction(square, 4), PI)}$ olur; boyalı alan ${square} - {times_tex(Fraction(square, 4), PI)}$.",
        "yarım": rf"Yarım dairenin yarıçapı ${side // 2}$ cm, alanı $\frac{{\pi \cdot {side // 2}^2}}{{2}} = {times_tex(Fraction(square, 8), PI)}$ olur; boyalı alan farktır.",
    }[shape]
    leaf = shape == "yaprak"
    proof = {
        # the two segments beside the chord AC, in thin wedges
        "yaprak": f"2*integrate({square} - {square}*(cos(pi/4)/cos(x))**2, (x, 0, pi/4))",
        "çeyrek": f"{square} - integrate(({side}*cos(x))**2, (x, 0, pi/2))",
        "iç çember": f"{square} - 4*integrate((S({side})/2*cos(x))**2, (x, 0, pi/2))",
        "yarım": f"{square} - 2*integrate((S({side})/2*cos(x))**2, (x, 0, pi/2))",
    }[shape]
    return exam_question(
        f"Bir kenarı {side} cm olan $ABCD$ karesinde {said}.\n\nBuna göre boyalı alan kaç santimetrekaredir?",
        written(q, w),
        [
            (written(q / 2, w), "Dairenin bir parçasını yarım sayar."),
            (written(q * 2, w), "Dairenin bir parçasını iki kez sayar."),
            (
                written(Fraction(square, 4), -square // 2) if leaf else written(q, w // 2),
                "Karenin alanını yarıya böler.",
            ),
            (written(q, 2 * w), "Karenin alanını iki kez alır."),
        ],
        why,
        computed=proof,
        figure=_square_figure(shape, side),
    )


@template("ayt-geo-dairede-alan-halka", topic=AREAS, difficulty=3, seconds=60)
def ring(rng: Random) -> Question:
    half, small = rng.choice(
        [
            (3, 2),
            (4, 3),
            (5, 4),
            (6, 5),
            (6, 3),
            (7, 5),
            (8, 6),
            (9, 6),
            (10, 8),
            (5, 3),
            (12, 5),
            (4, 2),
            (8, 5),
            (9, 4),
        ]
    )
    chord = 2 * half
    big = (half * half + small * small) ** 0.5
    points = {
        "A": (-float(half), -float(small)),
        "B": (float(half), -float(small)),
        "T": (0.0, -float(small)),
        "O": (0.0, 0.0),
    }
    scene = Scene(points, width=250, height=240, around=box_around((0, 0), big))
    scene.area(
        [
            (big, 0.0),
            ((-big, 0.0), big),
            ((big, 0.0), big),
            (small, 0.0),
            ((-small, 0.0), -small),
            ((small, 0.0), -small),
        ]
    )
    scene.circle("O", big).circle("O", small)
    scene.line("A", "B").dot("O").name("A", "A", 200).name("B", "B", 340).name("O", "O", 90).name(
        "T", "T", 90
    )
    return exam_question(
        f"$O$ merkezli iki çemberden büyüğünün $[AB]$ kirişi, küçük çembere $T$ noktasında teğettir ve {seg('AB', chord)} veriliyor."
        "\n\nBuna göre iki çember arasında kalan halkanın alanı kaç santimetrekaredir?",
        pies(half * half),
        [
            (pies(chord * chord), "Kirişin yarısı yerine tamamını kullanır."),
            (pies(chord), "Kirişin uzunluğunun karesini almaz."),
            (pies(Fraction(half * half, 2)), "Sonucu yarıya böler."),
            (pies(2 * half * half), "Sonucu ikiyle çarpar."),
        ],
        rf"$|OT| = r$, $|OB| = R$ olsun. $[OT] \perp [AB]$ ve $|TB| = {half}$ cm olduğundan $R^2 - r^2 = {half}^2 = {half * half}$. Halkanın alanı "
        rf"$\pi(R^2 - r^2) = {times_tex(half * half, PI)}$ $\text{{cm}}^2$ olur.",
        spare=[(pies(half), "Karesini almaz."), (pies(half * half + 1), "İşlemde yanılır.")],
        # thin rings between the two radii of the picture
        computed=f"integrate(2*pi*x, (x, {small}, sqrt({half * half + small * small})))",
        figure=scene.figure(
            "Aynı merkezli iki çember; büyük çemberin AB kirişi küçük çembere T noktasında teğet."
        ),
    )


@template("ayt-geo-dairede-alan-yaricap-bul", topic=AREAS, difficulty=2, seconds=60)
def sector_backwards(rng: Random) -> Question:
    angle = rng.choice([40, 45, 60, 72, 80, 90, 120, 150])
    r = rng.choice([3, 4, 5, 6, 9, 10, 12, 18])
    arc, area = Fraction(angle * r, 180), Fraction(angle * r * r, 360)
    while arc.denominator > 3 or area.denominator > 3:
        r = rng.choice([6, 9, 12, 18, 10])
        angle = rng.choice([40, 60, 90, 120, 150])
        arc, area = Fraction(angle * r, 180), Fraction(angle * r * r, 360)
    asks_area = rng.random() < 0.5
    right = pies(area) if asks_area else deg(angle)
    wrong = (
        [
            (pies(arc * r), "Alan formülündeki $\\frac{1}{2}$ çarpanını unutur."),
            (pies(r * r), "Dairenin tamamının alanını verir."),
            (pies(arc), "Yay uzunluğunu alan sanır."),
            (pies(area / 2), "Sonucu bir kez daha yarıya böler."),
        ]
        if asks_area
        else [
            (deg(angle * 2), "Çevre yerine $\\pi r$ kullanır."),
            (deg(Fraction(angle, 2)), "Çevre açı ile merkez açıyı karıştırır."),
            (deg(360 - angle), "Büyük yayın açısını verir."),
            (deg(180 - angle), "Açının bütünlerini verir."),
        ]
    )
    return exam_question(
        f"Yarıçapı {r} cm olan bir daire diliminin yay uzunluğu ${times_tex(arc, PI)}$ cm'dir.\n\nBuna göre bu dilimin "
        + ("alanı kaç santimetrekaredir?" if asks_area else "merkez açısı kaç derecedir?"),
        right,
        wrong,
        (
            rf"Dilimin alanı $\frac{{1}}{{2}} \cdot \ell \cdot r = \frac{{1}}{{2}} \cdot {times_tex(arc, PI)} \cdot {r} = {times_tex(area, PI)}$ $\text{{cm}}^2$ olur."
            if asks_area
            else rf"$2\pi \cdot {r} \cdot \frac{{\alpha}}{{360}} = {times_tex(arc, PI)}$ eşitliğinden $\alpha = {angle}^\circ$ bulunur."
        ),
        spare=[
            (pies(area + 2) if asks_area else deg(angle + 10), "İşlemde yanılır."),
            (pies(area + 3) if asks_area else deg(angle + 15), "İşlemde yanılır."),
        ],
        computed=f"pi*{r}**2*(Rational({arc.numerator}, {arc.denominator})*pi/(2*pi*{r}))"
        if asks_area
        else f"solve(x*pi/180*{r} - Rational({arc.numerator}, {arc.denominator})*pi, x)[0]",
    )
