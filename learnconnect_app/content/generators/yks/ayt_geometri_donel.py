"""Parametric items of the topic `ayt-geo-silindir-koni-kure`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Figure
from learnconnect_app.content.generators.yks.geometri_drawing import Scene
from learnconnect_app.content.generators.yks.geometri_writing import (
    pies,
    times_tex,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

ROUND = "ayt-geo-silindir-koni-kure"
PI = "\\pi"


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
    scene.soft(
        f"M{x - rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x + rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x - rx:.1f} {y:.1f}Z"
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
