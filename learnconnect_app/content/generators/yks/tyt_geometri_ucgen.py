"""Parametric items of the unit `tyt-geo-ucgenler`: special triangles, sides and angles."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    from_sides,
    triangle,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    deg,
    distance,
    m,
    positive,
    root,
    root_label,
    seg,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SPECIAL = "tyt-geo-ozel-ucgenler"
SIDES = "tyt-geo-aci-kenar"


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
