"""Parametric items of the topic `tyt-geo-aci-kenar`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    from_sides,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    positive,
    seg,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SIDES = "tyt-geo-aci-kenar"


@template("tyt-geo-aci-kenar-kac-tam-sayi", topic=SIDES, difficulty=3, seconds=70)
def how_many_lengths(rng: Random) -> Question:
    b, c = rng.sample(range(4, 13), 2)
    obtuse = rng.random() < 0.5
    square = b * b + c * c
    while int(square**0.5) ** 2 == square and rng.random() < 0.5:
        b, c = rng.sample(range(4, 13), 2)
        square = b * b + c * c
    low, high = abs(b - c), b + c
    lengths = range(low + 1, high)
    wide = [x for x in lengths if x * x > square]
    acute_side = [x for x in lengths if x * x < square]
    right = len(wide) if obtuse else len(acute_side)
    kind = "geniş" if obtuse else "dar"
    root_text = surd(square)
    bounds = f"{root_text} < |BC| < {high}" if obtuse else f"{low} < |BC| < {root_text}"
    return exam_question(
        rf"Bir $ABC$ üçgeninde $\widehat{{A}}$ **{kind} açıdır**; {seg('AB', c)} ve {seg('AC', b)} veriliyor."
        "\n\nBuna göre $|BC|$ uzunluğunun santimetre cinsinden alabileceği kaç farklı **tam sayı** değeri vardır?",
        right,
        positive(
            shown,
            [
                (len(lengths), "Açıyı kullanmaz, yalnız üçgen eşitsizliğine bakar."),
                (
                    len(acute_side) if obtuse else len(wide),
                    "Dar açı ile geniş açının koşulunu karıştırır.",
                ),
                (right + 1, "Sınırdaki değeri de sayar."),
                (right - 1, "Bir değeri saymaz."),
            ],
        ),
        f"Üçgen eşitsizliğinden ${low} < |BC| < {high}$. $\\widehat{{A}}$ dik olsaydı $|BC| = {root_text}$ olurdu; açı {kind} olduğu için "
        f"${bounds}$. Bu aralıkta {right} tam sayı vardır.",
        spare=[
            (right + 2, "İki sınırı da sayar."),
            (right + 3, "Aralığı bir yandan genişletir."),
            (right + 4, "Aralığı iki yandan genişletir."),
        ],
        # by the cosine of the angle A, not by comparing squares
        computed=f"sum(1 for s in range(1, {b + c + 3}) if -1 < Rational({square} - s*s, {2 * b * c}) < 1 "
        f"and Rational({square} - s*s, {2 * b * c}) {'<' if obtuse else '>'} 0)",
    )


@template("tyt-geo-aci-kenar-ortak-kenar", topic=SIDES, difficulty=3, seconds=80)
def common_side(rng: Random) -> Question:
    while True:
        a, b, c, d = rng.sample(range(3, 13), 4)
        low, high = max(abs(a - b), abs(c - d)), min(a + b, c + d)
        values = list(range(low + 1, high))
        if len(values) >= 3 and a + b != c + d and abs(a - b) != abs(c - d):
            break
    most = rng.random() < 0.5
    diagonal = values[len(values) // 2]
    top, pa, pc = from_sides(diagonal, b, a)  # |AB| = a, |BC| = b over [AC]
    low_point = from_sides(diagonal, c, d)[0]
    points = {"A": pa, "B": top, "C": pc, "D": (low_point[0], -low_point[1])}
    scene = Scene(points, width=300, height=240)
    scene.polygon("ABCD").line("A", "C", dashed=True).names("A", "B", "C", "D")
    scene.side("A", "B", str(a)).side("B", "C", str(b)).side("C", "D", str(c)).side(
        "D", "A", str(d)
    )
    right = high - 1 if most else len(values)
    asked = (
        "$|AC|$ santimetre cinsinden **en fazla** hangi tam sayı olabilir?"
        if most
        else "$|AC|$ santimetre cinsinden kaç farklı **tam sayı** değeri alabilir?"
    )
    wrong = (
        [
            (high, "Eşitliği de kabul eder."),
            (max(a + b, c + d) - 1, "Büyük olan toplamı üst sınır alır."),
            (high - 2, "Sınırı bir eksik alır."),
            (max(a, b, c, d), "En uzun kenarı sınır sanır."),
        ]
        if most
        else [
            (
                min(a + b, c + d) - min(abs(a - b), abs(c - d)) - 1,
                "Farkların küçüğünü alt sınır alır.",
            ),
            (max(a + b, c + d) - low - 1, "Toplamların büyüğünü üst sınır alır."),
            (right + 1, "Sınırlardan birini de sayar."),
            (right - 1, "Bir değeri saymaz."),
        ]
    )
    return exam_question(
        f"Şekildeki $ABCD$ dörtgeninde {seg('AB', a)}, {seg('BC', b)}, {seg('CD', c)} ve {seg('DA', d)} veriliyor."
        f"\n\nBuna göre {asked}",
        right,
        positive(shown, wrong),
        f"$ABC$ üçgeninde ${abs(a - b)} < |AC| < {a + b}$, $ACD$ üçgeninde ${abs(c - d)} < |AC| < {c + d}$ olmalıdır. İkisi birlikte "
        f"${low} < |AC| < {high}$ verir; yanıt {right} olur.",
        spare=[
            (right + 2, "Sınırları iki fazla alır."),
            (right + 3, "Sınırları üç fazla alır."),
            (right + 4, "Sınırları dört fazla alır."),
        ],
        computed=f"(lambda ok: {'max(ok)' if most else 'len(ok)'})([s for s in range(1, 40) "
        f"if 2*max({a}, {b}, s) < {a}+{b}+s and 2*max({c}, {d}, s) < {c}+{d}+s])",
        figure=scene.figure(
            f"ABCD dörtgeni: AB = {a}, BC = {b}, CD = {c}, DA = {d} cm. AC köşegeni kesikli çizilmiş."
        ),
    )


@template("tyt-geo-aci-kenar-aciortay", topic=SIDES, difficulty=3, seconds=70)
def bisector_theorem(rng: Random) -> Question:
    ratio_c, ratio_b = rng.choice(
        [(2, 3), (3, 4), (3, 2), (4, 3), (3, 5), (5, 3), (4, 5), (5, 4), (1, 2), (2, 1)]
    )
    k, j = rng.choice([2, 3, 4]), rng.choice([1, 2, 3])
    c, b, bd, dc = ratio_c * k, ratio_b * k, ratio_c * j, ratio_b * j
    while not abs(b - c) < bd + dc < b + c or k == j:
        k, j = rng.choice([2, 3, 4]), rng.choice([1, 2, 3])
        c, b, bd, dc = ratio_c * k, ratio_b * k, ratio_c * j, ratio_b * j
    pa, pb, pc = from_sides(bd + dc, b, c)
    points = {"A": pa, "B": pb, "C": pc, "D": (float(bd), 0.0)}
    scene = Scene(points, width=280, height=220)
    scene.polygon("ABC").line("A", "D").names("A", "B", "C").name("D", "D", 270)
    scene.side("A", "B", str(c)).side("A", "C", str(b))
    scene.angle("B", "A", "D", radius=26).angle("D", "A", "C", radius=30)
    base, low = scene.at("B"), scene.at("D")
    scene.drawing.label(((base[0] + low[0]) / 2, base[1] + 14), bd)
    whole_side = rng.random() < 0.4
    right = bd + dc if whole_side else dc
    return exam_question(
        f"$ABC$ üçgeninde $[AD]$ açıortaydır; {seg('AB', c)}, {seg('AC', b)} ve {seg('BD', bd)} veriliyor."
        f"\n\nBuna göre $|{'BC' if whole_side else 'DC'}|$ kaç cm'dir?",
        right,
        positive(
            shown,
            [
                (bd if not whole_side else 2 * bd, "Açıortayın karşı kenarı ortaladığını sanır."),
                (dc if whole_side else bd + dc, "İstenen parça yerine öbür uzunluğu verir."),
                (bd + b - c + (bd if whole_side else 0), "Oran yerine farkı kullanır."),
                (Fraction(c * bd, b) + (bd if whole_side else 0), "Oranı ters kurar."),
            ],
        ),
        rf"İç açıortay teoreminden $\frac{{|BD|}}{{|DC|}} = \frac{{|AB|}}{{|AC|}}$, yani $\frac{{{bd}}}{{|DC|}} = \frac{{{c}}}{{{b}}}$ "
        rf"ve $|DC| = {dc}$ cm olur."
        + (f" $|BC| = {bd} + {dc} = {right}$ cm bulunur." if whole_side else ""),
        spare=[
            (right + 1, "Orantıyı çözerken 1 fazla bulur."),
            (right + 2, "Orantıyı çözerken 2 fazla bulur."),
            (right + 3, "Orantıyı çözerken 3 fazla bulur."),
        ],
        # the side that gives both halves of the angle the same cosine, found by trying
        computed=f"[s for s in range(1, 30) if abs({c} - {b}) < {bd} + s < {c} + {b} and "
        f"(lambda t: simplify(({c}**2 + t - {bd}**2)*{b} - ({b}**2 + t - s**2)*{c}) == 0)"
        f"((Rational({b}**2*{bd} + {c}**2*s)/({bd} + s)) - {bd}*s)][0]"
        + (f" + {bd}" if whole_side else ""),
        figure=scene.figure(
            f"ABC üçgeni; A'dan çıkan açıortay BC'yi D'de kesiyor. AB = {c}, AC = {b}, BD = {bd} cm."
        ),
    )


@template("tyt-geo-aci-kenar-agirlik-merkezi", topic=SIDES, difficulty=3, seconds=70)
def centroid(rng: Random) -> Question:
    x, y, hyp = rng.choice([(9, 12, 15), (12, 9, 15), (18, 24, 30), (24, 18, 30), (15, 36, 39), (10, 24, 26), (8, 6, 10),
                            (12, 16, 20), (7, 24, 25), (15, 20, 25), (24, 7, 25), (36, 27, 45)])  # fmt: skip
    part = rng.choice(["AG", "GD"])
    right = Fraction(hyp, 3) if part == "AG" else Fraction(hyp, 6)
    points = {
        "A": (0.0, 0.0),
        "B": (0.0, float(x)),
        "C": (float(y), 0.0),
        "D": (y / 2, x / 2),
        "G": (y / 3, x / 3),
    }
    scene = Scene(points, width=300, height=220)
    scene.polygon("ABC").line("A", "D").dot("G").right("B", "A", "C").names(
        "A", "B", "C", inside=(y / 3, x / 3)
    )
    scene.name("D", "D", 45).name("G", "G", 330).side("A", "B", str(x)).side("A", "C", str(y))
    return exam_question(
        rf"$ABC$ dik üçgeninde $[AB] \perp [AC]$, $G$ ağırlık merkezi ve $A$, $G$, $D$ noktaları doğrusaldır ($D \in [BC]$); "
        rf"{seg('AB', x)} ve {seg('AC', y)} veriliyor.\n\nBuna göre $|{part}|$ kaç cm'dir?".replace(
            "\\n", "\n"
        ),
        shown(right),
        [
            (
                shown(Fraction(hyp, 6) if part == "AG" else Fraction(hyp, 3)),
                "$|AG|$ ile $|GD|$ uzunluğunu karıştırır.",
            ),
            (shown(Fraction(hyp, 2)), "Kenarortayın tamamını verir."),
            (shown(Fraction(2 * hyp, 3)), "Hipotenüsü kenarortay sanır."),
            (shown(Fraction(hyp, 4)), "Ağırlık merkezinin kenarortayı ortaladığını sanır."),
        ],
        rf"Pisagor bağıntısından $|BC| = {hyp}$ cm. Hipotenüse ait kenarortay hipotenüsün yarısıdır: $|AD| = \frac{{{hyp}}}{{2}}$ cm. "
        rf"Ağırlık merkezi kenarortayı köşeden 2'ye 1 oranında böler: $|AG| = \frac{{2}}{{3}}|AD|$, $|GD| = \frac{{1}}{{3}}|AD|$.",
        computed=f"Point(Rational({y}, 3), Rational({x}, 3)).distance("
        + ("Point(0, 0))" if part == "AG" else f"Point(Rational({y}, 2), Rational({x}, 2)))"),
        figure=scene.figure(
            f"A köşesi dik olan ABC üçgeni; AB = {x}, AC = {y} cm. AD kenarortayı üzerinde ağırlık merkezi G."
        ),
    )
