"""Parametric items of the unit `ayt-geo-ucgen-ve-dogru`: law of sines and cosines, lines."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Axes,
    Scene,
    polar,
    triangle,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    coordinates,
    deg,
    line_tex,
    m,
    par,
    point,
    positive,
    root,
    root_label,
    seg,
    surd,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TRIG = "ayt-geo-sinus-kosinus"
LINE = "ayt-geo-dogrunun-analitigi"


@template("ayt-geo-sinus-kosinus-ucuncu-kenar", topic=TRIG, difficulty=2, seconds=60)
def third_side(rng: Random) -> Question:
    b, c, angle = rng.choice([(3, 8, 60), (5, 8, 60), (7, 15, 60), (8, 15, 60), (3, 5, 120), (7, 8, 120), (5, 16, 120), (5, 21, 60),
                              (16, 21, 60), (2, 3, 60), (4, 6, 120), (2, 4, 120), (3, 4, 60), (4, 6, 60), (3, 6, 120), (6, 10, 120)])  # fmt: skip
    if rng.random() < 0.5:
        b, c = c, b
    sign = 1 if angle == 60 else -1
    square, other = b * b + c * c - sign * b * c, b * b + c * c + sign * b * c
    points = {"A": (0.0, 0.0), "B": (float(c), 0.0), "C": polar(b, angle)}
    scene = Scene(points, width=290, height=210)
    scene.polygon("ABC").names("A", "B", "C").angle("B", "A", "C", deg(angle))
    scene.side("A", "B", str(c)).side("A", "C", str(b)).side("B", "C", "x")
    return exam_question(
        f"$ABC$ üçgeninde {seg('AB', c)}, {seg('AC', b)} ve {m('BAC', angle)} veriliyor.\n\nBuna göre $|BC| = x$ kaç cm'dir?",
        root(square),
        [
            (root(other), f"$\\cos {angle}^\\circ$ değerinin işaretini yanlış alır."),
            (root(b * b + c * c), "Üçgeni dik üçgen sanır."),
            (shown(b + c), "Kenarları toplar."),
            (root(b * b + c * c - sign * 2 * b * c), f"$\\cos {angle}^\\circ$ çarpanını unutur."),
        ],
        rf"Kosinüs teoreminden $x^2 = {c}^2 + {b}^2 - 2 \cdot {c} \cdot {b} \cdot \cos {angle}^\circ$. "
        rf"$\cos {angle}^\circ = {tex(Fraction(sign, 2))}$ olduğundan $x^2 = {square}$ ve $x = {surd(square)}$ cm olur.",
        spare=[
            (root(square + 3), "Toplamayı 3 fazla yapar."),
            (root(square + 5), "Toplamayı 5 fazla yapar."),
        ],
        computed=f"Point({c}, 0).distance(Point({b}*cos(pi*{angle}/180), {b}*sin(pi*{angle}/180)))",
        figure=scene.figure(f"ABC üçgeni: AB = {c}, AC = {b} cm, A açısı {angle}°; BC kenarı x."),
    )


@template("ayt-geo-sinus-kosinus-cevrel-cember", topic=TRIG, difficulty=3, seconds=70)
def circumscribed(rng: Random) -> Question:
    one, two = rng.choice(
        [
            (30, 45),
            (45, 30),
            (45, 60),
            (60, 45),
            (120, 30),
            (135, 30),
            (120, 45),
            (30, 45),
        ]
    )
    r = rng.choice([2, 4, 6, 8, 10, 12])
    asks_r = rng.random() < 0.4
    squares = {30: r * r, 45: 2 * r * r, 60: 3 * r * r, 120: 3 * r * r, 135: 2 * r * r}
    a, b = squares[one], squares[two]
    points = {"A": triangle(10, two, 180 - one - two)[0], "B": (0.0, 0.0), "C": (10.0, 0.0)}
    scene = Scene(points, width=290, height=210)
    scene.polygon("ABC").names("A", "B", "C").angle("B", "A", "C", deg(one)).side(
        "B", "C", root_label(a)
    )
    if not asks_r:
        scene.angle("C", "B", "A", deg(two)).side("A", "C", "x")
    right, given = (root(r * r), "") if asks_r else (root(b), f", {m('ABC', two)}")
    wrong = (
        [
            (root(4 * r * r), "Yarıçap yerine çapı verir."),
            (root(a), "Kenarı yarıçap sanır."),
            (root(r * r * 2), "Sinüs değerini yanlış alır."),
            (root(r * r * 3), "Sinüs değerini yanlış alır."),
            (root(r * r, Fraction(1, 2)), "$\\frac{a}{\\sin A} = R$ sanır."),
        ]
        if asks_r
        else [
            (root(a), "İki kenarı eşit sanır."),
            (root(a * a // b) if a * a % b == 0 else shown(r), "Oranı ters kurar."),
            (root(4 * r * r), "Çevrel çemberin çapını verir."),
            (root(6 * r * r), "Sinüs değerlerini karıştırır."),
            (shown(3 * r), "Sinüs değerlerini açılarla orantılı sanır."),
            (root(r * r), "Çevrel çemberin yarıçapını verir."),
        ]
    )
    because = (
        rf"Sinüs teoreminden $\frac{{|BC|}}{{\sin A}} = 2R$, yani $2R = \frac{{{surd(a)}}}{{\sin {one}^\circ}} = {2 * r}$ ve $R = {r}$ cm olur."
        if asks_r
        else rf"Sinüs teoreminden $\frac{{|BC|}}{{\sin {one}^\circ}} = \frac{{x}}{{\sin {two}^\circ}}$ olur. $\frac{{{surd(a)}}}{{\sin {one}^\circ}} = {2 * r}$ "
        rf"olduğundan $x = {2 * r} \cdot \sin {two}^\circ = {surd(b)}$ cm bulunur."
    )
    return exam_question(
        f"$ABC$ üçgeninde {m('BAC', one)}{given} ve {seg('BC', surd(a))} veriliyor.\n\nBuna göre "
        + (
            "üçgenin çevrel çemberinin yarıçapı kaç cm'dir?" if asks_r else "$|AC| = x$ kaç cm'dir?"
        ),
        right,
        wrong,
        because,
        spare=[(shown(r + 1), "İşlemi 1 fazla bulur."), (shown(r + 3), "İşlemi 3 fazla bulur.")],
        computed=(
            # by the central angle: the chord and the law of cosines in the isosceles triangle
            f"sqrt(S({a})/(2 - 2*cos(2*pi*{one}/180)))"
            if asks_r
            # the lines from B and C under the given angles meet at A
            else f"(lambda t: sqrt(simplify({a}*(t - 1)**2 + {a}*(t*tan(pi*{two}/180))**2)))"
            f"(tan(pi*{180 - one - two}/180)/(tan(pi*{two}/180) + tan(pi*{180 - one - two}/180)))"
        ),
        figure=scene.figure(
            f"ABC üçgeni; A açısı {one}°"
            + ("" if asks_r else f", B açısı {two}°")
            + ", BC kenarı verilmiş."
        ),
    )


@template("ayt-geo-sinus-kosinus-alan", topic=TRIG, difficulty=3, seconds=60)
def area_by_sine(rng: Random) -> Question:
    b, c = rng.sample([3, 4, 5, 6, 7, 8, 9, 10, 12], 2)
    angle = rng.choice([30, 45, 60, 120, 135, 150])
    under = {30: 1, 45: 2, 60: 3, 120: 3, 135: 2, 150: 1}[angle]
    points = {"A": (0.0, 0.0), "B": (float(c), 0.0), "C": polar(b, angle)}
    scene = Scene(points, width=290, height=200)
    scene.polygon("ABC", filled=True).names("A", "B", "C").angle("B", "A", "C", deg(angle)).side(
        "A", "B", str(c)
    ).side("A", "C", str(b))
    other = {1: 3, 2: 1, 3: 1}[under]
    return exam_question(
        f"$ABC$ üçgeninde {seg('AB', c)}, {seg('AC', b)} ve {m('BAC', angle)} veriliyor.\n\nBuna göre üçgenin alanı kaç santimetrekaredir?",
        root(under, Fraction(b * c, 4)),
        [
            (root(under, Fraction(b * c, 2)), "Alan formülündeki $\\frac{1}{2}$ çarpanını unutur."),
            (root(other, Fraction(b * c, 4)), "Sinüs yerine başka bir açının değerini kullanır."),
            (shown(Fraction(b * c, 2)), "Üçgeni dik üçgen sanır."),
            (root(under, b * c), "Sinüs değerindeki paydayı da unutur."),
        ],
        rf"$A = \frac{{1}}{{2}} \cdot |AB| \cdot |AC| \cdot \sin {angle}^\circ = \frac{{1}}{{2}} \cdot {c} \cdot {b} \cdot "
        rf"{'0{,}5' if under == 1 else chr(92) + 'frac{' + surd(under) + '}{2}'} = {surd(under, Fraction(b * c, 4))}$ $\text{{cm}}^2$.",
        spare=[
            (root(5, Fraction(b * c, 4)), "Sinüs değerini yanlış hatırlar."),
            (root(6, Fraction(b * c, 4)), "Sinüs değerini yanlış hatırlar."),
        ],
        # Heron's formula with the third side of the law of cosines
        computed=f"(lambda s: sqrt(simplify(4*{b * b * c * c} - ({b * b + c * c} - s)**2))/4)({b * b + c * c} - 2*{b}*{c}*cos(pi*{angle}/180))",
        figure=scene.figure(f"ABC üçgeni: AB = {c}, AC = {b} cm, A açısı {angle}°."),
    )


@template("ayt-geo-sinus-kosinus-aci", topic=TRIG, difficulty=3, seconds=70)
def cosine_of_angle(rng: Random) -> Question:
    while True:
        a, b, c = rng.randint(4, 9), rng.randint(3, 9), rng.randint(3, 9)
        value = Fraction(b * b + c * c - a * a, 2 * b * c)
        if len({a, b, c}) == 3 and abs(value) < Fraction(95, 100) and value != 0:
            break
    return exam_question(
        f"$ABC$ üçgeninde {seg('BC', a)}, {seg('AC', b)} ve {seg('AB', c)} veriliyor.\n\nBuna göre $\\cos(\\widehat{{BAC}})$ değeri kaçtır?",
        shown(value),
        [
            (shown(-value), "Farkın işaretini ters alır."),
            (shown(Fraction(b * b + c * c - a * a, b * c)), "Paydadaki 2 çarpanını unutur."),
            (shown(Fraction(a * a + c * c - b * b, 2 * a * c)), "$B$ açısının kosinüsünü bulur."),
            (shown(Fraction(a * a + b * b - c * c, 2 * a * b)), "$C$ açısının kosinüsünü bulur."),
            (shown(Fraction(c, b)), "Üçgeni dik üçgen sanıp kenarları oranlar."),
        ],
        rf"Kosinüs teoreminden ${a}^2 = {b}^2 + {c}^2 - 2 \cdot {b} \cdot {c} \cdot \cos A$ olur. Buradan "
        rf"$\cos A = \frac{{{b * b} + {c * c} - {a * a}}}{{{2 * b * c}}} = {tex(value)}$ bulunur.",
        # A = (0, 0), B = (c, 0): where the circles around A and B cross
        computed=f"solve((x - {c})**2 - x**2 - {a}**2 + {b}**2, x)[0] / {b}",
    )


@template("ayt-geo-dogrunun-analitigi-uzaklik", topic=LINE, difficulty=2, seconds=60)
def distance_to_line(rng: Random) -> Question:
    a, b, norm = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (5, 12, 13),
            (12, 5, 13),
            (6, 8, 10),
            (8, 6, 10),
            (1, 1, 0),
            (1, 2, 0),
            (2, 1, 0),
        ]
    )
    a, b = a * rng.choice([1, -1]) if norm else a, b * rng.choice([1, -1])
    if a < 0:
        a, b = -a, -b
    px, py = rng.randint(-5, 6), rng.randint(-5, 6)
    times = rng.randint(1, 5)
    size = norm * times if norm else times * (a * a + b * b)
    c = rng.choice([1, -1]) * size - a * px - b * py
    while c == 0:
        px += 1
        c = rng.choice([1, -1]) * size - a * px - b * py
    value = a * px + b * py + c
    right = shown(times) if norm else root(a * a + b * b, times)
    return exam_question(
        f"Analitik düzlemde $A{coordinates(px, py)}$ noktasının ${line_tex(a, b, c)}$ doğrusuna uzaklığı kaç birimdir?",
        right,
        [
            (shown(abs(value)), "Normal vektörün uzunluğuna bölmeyi unutur."),
            (shown(Fraction(abs(value), abs(a) + abs(b))), "Paydada katsayıların toplamını alır."),
            (shown(Fraction(abs(value), a * a + b * b)), "Paydada karekök almayı unutur."),
            (
                shown(Fraction(abs(a * px + b * py - c), norm))
                if norm
                else root(a * a + b * b, times + 1),
                "Sabit terimin işaretini ters alır.",
            ),
        ],
        rf"$d = \frac{{|a x_0 + b y_0 + c|}}{{\sqrt{{a^2 + b^2}}}} = \frac{{|{value}|}}{{\sqrt{{{a * a + b * b}}}}} = {tex(times) if norm else surd(a * a + b * b, times)}$ birim.",
        spare=[
            (
                shown(times + 2) if norm else root(a * a + b * b, times + 2),
                "Payı hesaplarken yanılır.",
            ),
            (
                shown(times + 1) if norm else root(a * a + b * b, times + 3),
                "Payı hesaplarken yanılır.",
            ),
            (shown(times + 3), "Payı hesaplarken yanılır."),
        ],
        # the shortest way to a point that runs along the line
        computed=f"(lambda q: sqrt(q.subs(x, solve(diff(q, x), x)[0])))((x - {par(px)})**2 + (-({a}*x + {par(c)})/S({b}) - {par(py)})**2)",
    )


@template("ayt-geo-dogrunun-analitigi-dik-dogru", topic=LINE, difficulty=3, seconds=80)
def perpendicular_line(rng: Random) -> Question:
    a, b = rng.choice(
        [
            (2, 1),
            (3, 1),
            (2, 3),
            (3, 2),
            (1, 2),
            (1, 3),
            (3, 4),
            (4, 1),
            (2, -1),
            (3, -1),
            (1, -2),
            (2, -3),
        ]
    )
    px, py = rng.choice([-4, -3, -2, 2, 3, 4, 6]), rng.randint(-4, 5)
    c = rng.choice([-7, -5, -1, 1, 4, 6])
    perpendicular = rng.random() < 0.6
    # the slope is -a/b; b/a of a line at right angles
    slope = Fraction(b, a) if perpendicular else Fraction(-a, b)
    right = py - slope * px
    kind = "dik" if perpendicular else "paralel"
    wrong = [
        (py + slope * px, "Eğimin işaretini ters alır."),
        (
            py - (Fraction(-a, b) if perpendicular else Fraction(b, a)) * px,
            "Paralellik ile dikliğin eğim koşulunu karıştırır.",
        ),
        (py - px / slope, "Eğimi ters çevirir."),
        (px - py / slope, "$y$ yerine $x$ eksenini kestiği noktayı bulur."),
    ]
    return exam_question(
        f"Analitik düzlemde $A{coordinates(px, py)}$ noktasından geçen ve ${line_tex(a, b, c)}$ doğrusuna **{kind}** olan doğru, $y$ eksenini hangi ordinatta keser?",
        shown(right),
        [(shown(value), why) for value, why in wrong],
        rf"Verilen doğrunun eğimi ${tex(Fraction(-a, b))}$, istenen doğrunun eğimi ${tex(slope)}$ olur"
        + (
            " (dik doğruların eğimleri çarpımı $-1$'dir)"
            if perpendicular
            else " (paralel doğruların eğimleri eşittir)"
        )
        + rf". $y - {par(py)} = {tex(slope)}(x - {par(px)})$ denkleminde $x = 0$ yazılırsa $y = {tex(right)}$ bulunur.",
        spare=[
            (shown(right + 1), "Denklemi çözerken 1 fazla bulur."),
            (shown(right - 1), "Denklemi çözerken 1 eksik bulur."),
            (shown(right + 2), "Denklemi çözerken 2 fazla bulur."),
        ],
        computed=f"Line({a}*x + {par(b)}*y + {par(c)}).{'perpendicular_line' if perpendicular else 'parallel_line'}(Point({px}, {py}))"
        ".intersection(Line(Point(0, 0), Point(0, 1)))[0].y",
    )


@template("ayt-geo-dogrunun-analitigi-bolen-nokta", topic=LINE, difficulty=3, seconds=70)
def dividing_point(rng: Random) -> Question:
    p, q = rng.choice([(1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2)])
    ux, uy = rng.choice([-3, -2, -1, 1, 2, 3]), rng.choice([-3, -2, -1, 1, 2, 3])
    ax, ay = rng.randint(-5, 5), rng.randint(-5, 5)
    bx, by = ax + (p + q) * ux, ay + (p + q) * uy
    rx, ry = ax + p * ux, ay + p * uy
    mx, my = Fraction(ax + bx, 2), Fraction(ay + by, 2)
    return exam_question(
        rf"Analitik düzlemde $A{coordinates(ax, ay)}$ ve $B{coordinates(bx, by)}$ noktaları veriliyor. $P \in [AB]$ ve "
        rf"$\frac{{|AP|}}{{|PB|}} = {tex(Fraction(p, q))}$ olduğuna göre $P$ noktası aşağıdakilerden hangisidir?",
        point(rx, ry),
        [
            (point(ax + q * ux, ay + q * uy), "Oranı $B$ noktasından başlatır."),
            (point(mx, my), "Orta noktayı bulur."),
            (point(ry, rx) if rx != ry else point(rx + 1, ry), "Apsis ile ordinatı karıştırır."),
            (
                point(ax + Fraction(p * (bx - ax), q), ay + Fraction(p * (by - ay), q)),
                "Bütünün parça sayısını $p + q$ yerine $q$ alır.",
            ),
        ],
        rf"$[AB]$ doğru parçası {p + q} eş parçaya ayrılır; bir parçada apsis ${tex(ux)}$, ordinat ${tex(uy)}$ değişir. $A$ noktasından {p} parça gidilir: "
        rf"$P({ax} + {p} \cdot {par(ux)}, {ay} + {p} \cdot {par(uy)}) = P({rx}, {ry})$.",
        spare=[
            (point(rx, ry + 1), "Ordinatı 1 fazla bulur."),
            (point(rx - 1, ry), "Apsisi 1 eksik bulur."),
            (point(rx + 2, ry), "Apsisi 2 fazla bulur."),
        ],
        # weights: q at A and p at B
        computed=f"(Rational({q}*{par(ax)} + {p}*{par(bx)}, {p + q}), Rational({q}*{par(ay)} + {p}*{par(by)}, {p + q}))",
    )


@template("ayt-geo-dogrunun-analitigi-ucgen-alani", topic=LINE, difficulty=4, seconds=90)
def triangle_of_lines(rng: Random) -> Question:
    s, t = rng.choice([1, 2, 3]), rng.choice([1, 2, 3])
    top_x = rng.randint(1, 4)
    top_y = s * top_x
    # y = s x and y = -t x + n cross at (top_x, top_y)
    n = top_y + t * top_x
    end = Fraction(n, t)
    right = end * top_y / 2
    axis_area = Fraction(n * top_x, 2)
    points = {"O": (0.0, 0.0), "A": (float(top_x), float(top_y)), "B": (float(end), 0.0)}
    high = top_y * 1.25 + 0.6
    scene = Axes(points, (-1.2, float(end) + 1.6), (-1.2, high + 0.6), height=230)
    scene.polygon("OAB", filled=True)
    far = min(high / s, float(end) + 1.4)
    scene.line((-0.8 / s, -0.8), (far, far * s)).line(
        ((n - high) / t, high), (float(end) + 0.8 / t, -0.8)
    )
    scene.name("A", "A", 0, gap=9).name("O", "O", 300, gap=8).name("B", "B", 60, gap=6)
    one = f"y = {'' if s == 1 else s}x"
    two = f"y = -{'' if t == 1 else t}x + {n}"
    return exam_question(
        f"Analitik düzlemde ${one}$ doğrusu, ${two}$ doğrusu ve $x$ ekseni arasında kalan üçgen boyanmıştır.\n\nBuna göre boyalı üçgenin alanı kaç birimkaredir?",
        shown(right),
        positive(
            shown,
            [
                (2 * right, "Alan formülünde 2'ye bölmeyi unutur."),
                (axis_area, "$x$ ekseni yerine $y$ ekseni ile oluşan üçgenin alanını bulur."),
                (n * end / 2, "İkinci doğrunun eksenlerle oluşturduğu üçgenin alanını bulur."),
                (end * top_x / 2, "Yükseklik olarak kesim noktasının apsisini alır."),
            ],
        ),
        f"Doğrular ${'' if s == 1 else s}x = -{'' if t == 1 else t}x + {n}$ eşitliğinden $A({top_x}, {top_y})$ noktasında kesişir. İkinci doğru $x$ eksenini "
        f"$B({tex(end)}, 0)$ noktasında keser. Alan $\\frac{{1}}{{2}} \\cdot {tex(end)} \\cdot {top_y} = {tex(right)}$ birimkare olur.",
        spare=[
            (shown(right + 1), "Çarpmada yanılır."),
            (shown(right + 2), "Çarpmada yanılır."),
            (shown(right + 3), "Çarpmada yanılır."),
            (shown(right + 4), "Çarpmada yanılır."),
        ],
        # slices along the y axis
        computed=f"integrate(({n} - y)/S({t}) - y/S({s}), (y, 0, {top_y}))",
        figure=scene.figure(
            f"Koordinat düzleminde {one} ve {two} doğruları; x ekseniyle aralarındaki OAB üçgeni boyalı."
        ),
    )
