"""Parametric items of the topic `tyt-geo-ozel-ucgenler`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    triangle,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    deg,
    distance,
    m,
    root,
    root_label,
    seg,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SPECIAL = "tyt-geo-ozel-ucgenler"


CHAINS = [
    (3, 4, 5, 12, 13), (4, 3, 5, 12, 13), (9, 12, 15, 8, 17), (12, 9, 15, 20, 25), (9, 12, 15, 20, 25),
    (6, 8, 10, 24, 26), (8, 6, 10, 24, 26), (12, 16, 20, 15, 25), (16, 12, 20, 21, 29),
    (12, 16, 20, 21, 29), (7, 24, 25, 60, 65), (15, 20, 25, 60, 65), (12, 9, 15, 8, 17), (12, 5, 13, 84, 85),
    (16, 12, 20, 15, 25), (18, 24, 30, 16, 34), (24, 18, 30, 40, 50), (24, 10, 26, 0, 0),
]  # fmt: skip


@template("tyt-geo-ozel-ucgenler-ardisik-dik", topic=SPECIAL, difficulty=2, seconds=60)
def two_right_triangles(rng: Random) -> Question:
    a, b, c, d, e = rng.choice(CHAINS[:-1])
    pb, pa, pc = (0.0, 0.0), (0.0, float(a)), (float(b), 0.0)
    ux, uy = a / c, b / c  # perpendicular to [AC], away from B
    pd = (pc[0] + d * ux, pc[1] + d * uy)
    points = {"A": pa, "B": pb, "C": pc, "D": pd}
    scene = Scene(points, width=300, height=220)
    scene.polygon("ABCD").line("A", "C").names("A", "B", "C", "D")
    scene.right("A", "B", "C").right("A", "C", "D")
    scene.side("A", "B", str(a)).side("B", "C", str(b), away="A").side("A", "D", "x", away="C")
    scene.side("C", "D", str(d), away="A")
    return exam_question(
        rf"Şekilde $[AB] \perp [BC]$ ve $[AC] \perp [CD]$; {seg('AB', a)}, {seg('BC', b)} ve {seg('CD', d)} veriliyor."
        "\n\nBuna göre $|AD| = x$ kaç cm'dir?",
        e,
        [
            (c, "$|AC|$ uzunluğunu bulup durur."),
            (a + b + d, "Yol uzunluklarını toplar."),
            (c + d, "Dik kenarları toplayıp hipotenüs sanır."),
            (e - 1, "Kareköke geçerken 1 eksik bulur."),
        ],
        f"$ABC$ dik üçgeninde $|AC|^2 = {a}^2 + {b}^2 = {c * c}$, yani $|AC| = {c}$ cm. $ACD$ dik üçgeninde "
        f"$|AD|^2 = {c}^2 + {d}^2 = {e * e}$ ve $|AD| = {e}$ cm olur.",
        spare=[
            (e + 1, "Kareköke geçerken 1 fazla bulur."),
            (e + 2, "Kareköke geçerken 2 fazla bulur."),
        ],
        computed=f"round({distance(pa, pd)}, 6)",
        figure=scene.figure(
            "ABCD dörtgeni; B açısı dik. AC köşegeni çizilmiş, ACD açısı da dik. AD uzunluğu soruluyor."
        ),
    )


@template("tyt-geo-ozel-ucgenler-oklid", topic=SPECIAL, difficulty=3, seconds=70)
def euclid(rng: Random) -> Question:
    p, q = rng.choice([(1, 8), (2, 6), (2, 8), (3, 9), (4, 9), (3, 12), (4, 12), (1, 15), (2, 16), (4, 5), (9, 16),
                       (4, 8), (5, 20), (3, 6)])  # fmt: skip
    asks_leg = rng.random() < 0.5
    square = p * (p + q) if asks_leg else p * q
    height = float(p * q) ** 0.5
    points = {
        "A": (float(p), height),
        "B": (0.0, 0.0),
        "C": (float(p + q), 0.0),
        "H": (float(p), 0.0),
    }
    scene = Scene(points, width=300, height=210)
    scene.polygon("ABC").line("A", "H").names("A", "B", "C").name("H", "H", 270)
    scene.right("B", "A", "C").right("A", "H", "C")
    base = scene.at("B")[1]
    scene.drawing.label(((scene.at("B")[0] + scene.at("H")[0]) / 2, base + 14), p)
    scene.drawing.label(((scene.at("C")[0] + scene.at("H")[0]) / 2, base + 14), q)
    asked = "AB" if asks_leg else "AH"
    relation = (
        f"|AB|^2 = |BH| \\cdot |BC| = {p} \\cdot {p + q}"
        if asks_leg
        else f"|AH|^2 = |BH| \\cdot |HC| = {p} \\cdot {q}"
    )
    return exam_question(
        rf"$ABC$ dik üçgeninde $[AB] \perp [AC]$ ve $[AH] \perp [BC]$; {seg('BH', p)} ve {seg('HC', q)} veriliyor."
        f"\n\nBuna göre $|{asked}|$ kaç cm'dir?",
        root(square),
        [
            (
                root(p * q if asks_leg else p * (p + q)),
                "Yükseklik bağıntısı ile dik kenar bağıntısını karıştırır.",
            ),
            (root(q * (p + q)), "$|AC|$ dik kenarını bulur."),
            (shown(square), "Karekök almayı unutur."),
            (root(p * p + q * q), "Pisagor bağıntısını $p$ ve $q$ parçalarına uygular."),
        ],
        f"Öklid bağıntısından ${relation} = {square}$ olur. Buradan $|{asked}| = {surd(square)}$ cm bulunur.",
        spare=[
            (shown(Fraction(p + q, 2)), "$[AH]$ yüksekliğini kenarortay sanır."),
            (shown(p + q), "Hipotenüsün uzunluğunu verir."),
        ],
        # A = (p, h) with the right angle as a condition on vectors
        computed=f"(lambda h: {'sqrt(' + str(p * p) + ' + h**2)' if asks_leg else 'h'})"
        f"(max(solve((0 - {p})*({p + q} - {p}) + x**2, x)))",
        figure=scene.figure(
            f"A köşesi dik olan ABC üçgeni; A'dan hipotenüse inen AH yüksekliği onu {p} ve {q} cm parçalara ayırıyor."
        ),
    )


@template("tyt-geo-ozel-ucgenler-ozel-acilar", topic=SPECIAL, difficulty=3, seconds=70)
def special_angles(rng: Random) -> Question:
    left, right_angle = rng.choice([(30, 45), (45, 30), (60, 45), (45, 60), (30, 60)])
    h = (
        rng.choice([2, 4, 6, 8, 10, 12])
        if 60 not in (left, right_angle)
        else rng.choice([3, 6, 9, 12])
    )
    # the squares of |AB| and |AC| from the height h
    over = {30: Fraction(4), 45: Fraction(2), 60: Fraction(4, 3)}
    ab, ac = int(over[left] * h * h), int(over[right_angle] * h * h)
    pa, pb, _ = triangle(10, left, right_angle)
    scale = h / pa[1]
    points = {"A": (pa[0] * scale, float(h)), "B": pb, "C": (10 * scale, 0.0)}
    scene = Scene(points, width=300, height=200)
    scene.polygon("ABC").names("A", "B", "C")
    scene.angle("C", "B", "A", deg(left)).angle("A", "C", "B", deg(right_angle))
    scene.side("A", "B", root_label(ab)).side("A", "C", "x")
    return exam_question(
        f"$ABC$ üçgeninde {m('ABC', left)}, {m('ACB', right_angle)} ve {seg('AB', surd(ab))} veriliyor."
        "\n\nBuna göre $|AC| = x$ kaç cm'dir?",
        root(ac),
        [
            (h, "Yüksekliği bulup durur."),
            (root(ab * 2), "30°-60°-90° ile 45°-45°-90° üçgenlerinin oranlarını karıştırır."),
            (root(2 * h * h), "Karşısında 45° varmış gibi hesaplar."),
            (root(3 * h * h), "Yüksekliği $\\sqrt{3}$ ile çarpar."),
            (root(4 * h * h), "Yüksekliği 2 ile çarpar."),
        ],
        f"$[AH] \\perp [BC]$ çizilir. $AHB$ dik üçgeninde {deg(left)} karşısındaki $|AH| = {h}$ cm olur. $AHC$ dik üçgeninde "
        f"$|AH|$ kenarının karşısında {deg(right_angle)} vardır; özel üçgen oranından $|AC| = {surd(ac)}$ cm bulunur.",
        spare=[
            (root(3 * h * h, Fraction(2, 3)), "60°'nin karşısındaki kenarı hipotenüs sanır."),
            (root(6 * h * h), "Oranları üst üste iki kez uygular."),
            (shown(3 * h), "Uzunlukları toplar."),
        ],
        computed=f"sqrt({ab})*sin(pi*{left}/180)/sin(pi*{right_angle}/180)",
        figure=scene.figure(
            f"ABC üçgeni: B açısı {left}°, C açısı {right_angle}°, AB kenarı verilmiş, AC kenarı x."
        ),
    )


CEVIANS = [
    (12, 16, 20, 5, 13), (12, 16, 20, 9, 15), (12, 9, 15, 5, 13), (12, 35, 37, 16, 20), (12, 35, 37, 9, 15),
    (24, 10, 26, 7, 25), (24, 18, 30, 7, 25), (24, 18, 30, 10, 26), (24, 32, 40, 18, 30), (8, 15, 17, 6, 10),
    (24, 32, 40, 10, 26), (24, 32, 40, 7, 25), (15, 20, 25, 8, 17), (15, 36, 39, 8, 17), (15, 36, 39, 20, 25),
]  # fmt: skip


@template("tyt-geo-ozel-ucgenler-ikizkenar", topic=SPECIAL, difficulty=4, seconds=90)
def cevian_of_isosceles(rng: Random) -> Question:
    h, half, side, off, right = rng.choice(CEVIANS)
    short, long = half - off, half + off
    points = {
        "A": (float(half), float(h)),
        "B": (0.0, 0.0),
        "C": (2.0 * half, 0.0),
        "D": (float(short), 0.0),
    }
    scene = Scene(points, width=320, height=200)
    scene.polygon("ABC").line("A", "D").names("A", "B", "C").name("D", "D", 270)
    scene.ticks(("A", "B"), ("A", "C")).side("A", "B", str(side), gap=12)
    base = scene.at("B")[1]
    for a, b, text in (("B", "D", short), ("D", "C", long)):
        scene.drawing.label(((scene.at(a)[0] + scene.at(b)[0]) / 2, base + 14), text)
    return exam_number(
        f"$ABC$ üçgeninde $|AB| = |AC| = {side}$ cm, $D \\in [BC]$, {seg('BD', short)} ve {seg('DC', long)} veriliyor."
        "\n\nBuna göre $|AD|$ kaç cm'dir?",
        right,
        f"İkizkenar üçgende tabana ait yükseklik tabanı ortalar: $|BH| = {half}$ cm ve $|AH|^2 = {side}^2 - {half}^2 = {h * h}$, "
        f"yani $|AH| = {h}$ cm. $|DH| = {half} - {short} = {off}$ cm olduğundan $|AD|^2 = {h}^2 + {off}^2 = {right * right}$ ve "
        f"$|AD| = {right}$ cm olur.",
        unit="cm",
        mistakes=[
            (h, "Yüksekliği bulup durur."),
            (side - off, "Uzunlukları doğrudan çıkarır."),
            (off, "Yalnız $|DH|$ uzunluğunu bulur."),
        ],
        computed=f"sqrt({side}**2 - {short}*{long})",
        figure=scene.figure(
            f"İkizkenar ABC üçgeni, AB ve AC {side} cm; tabandaki D noktası BD = {short} cm, DC = {long} cm olacak biçimde."
        ),
    )
