"""Parametric items of TYT geometry: circles, solids and first steps on the coordinate plane."""

from __future__ import annotations

from fractions import Fraction
from math import atan2, degrees
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Figure
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Axes,
    Scene,
    box_around,
    polar,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    coordinates,
    deg,
    m,
    measured,
    pies,
    point,
    positive,
    root,
    seg,
    surd,
    times_tex,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

CIRCLE = "tyt-geo-cember-daire"
SOLIDS = "tyt-geo-kati-cisimler"
PLANE = "tyt-geo-analitik-temel"


@template("tyt-geo-cember-daire-merkez-aci", topic=CIRCLE, difficulty=2, seconds=60)
def central_and_inscribed(rng: Random) -> Question:
    t = rng.choice(range(18, 61, 3))
    right = 90 - t
    half = right
    a, c = polar(1, 270 - half), polar(1, 270 + half)
    b = polar(1, 90 + rng.choice([-20, -10, 0, 10, 20]))
    points = {"A": a, "B": b, "C": c, "O": (0.0, 0.0)}
    scene = Scene(points, width=250, height=240, around=box_around((0, 0), 1))
    scene.circle("O", 1).path("ABC").path("AOC").line("A", "C").dot("O").names(
        "A", "B", "C", inside=(0, 0)
    )
    scene.name("O", "O", 90 if abs(b[0]) > 0.1 else 20).angle(
        "O", "A", "C", deg(t), radius=24
    ).angle("A", "B", "C", "?", radius=24)
    return exam_question(
        f"Şekildeki $O$ merkezli çemberde $A$, $B$, $C$ noktaları çember üzerindedir ve {m('OAC', t)} veriliyor."
        f"\n\nBuna göre {m('ABC')} kaç derecedir?",
        deg(right),
        positive(
            deg,
            [
                (180 - 2 * t, "Merkez açıyı bulup çevre açı sanır."),
                (t, "Çevre açıyı verilen açıya eşit sanır."),
                (2 * t, "Verilen açının iki katını alır."),
                (Fraction(180 - 2 * t, 4), "Merkez açıyı iki kez yarıya böler."),
                (180 - t, "Verilen açının bütünlerini alır."),
            ],
        ),
        rf"$|OA| = |OC|$ olduğundan {m('OCA', t)} ve {m('AOC')} $= 180 - 2 \cdot {t} = {180 - 2 * t}$ derecedir. Aynı yayı gören çevre açı, "
        rf"merkez açının yarısıdır: {m('ABC')} $= {right}$ derece.",
        spare=[
            (deg(right + 6), "Çıkarmayı 6 eksik yapar."),
            (deg(right + 9), "Çıkarmayı 9 eksik yapar."),
        ],
        computed=measured(a, b, c),
        figure=scene.figure(
            "O merkezli çember; üzerinde A, B, C noktaları. OAC ikizkenar üçgeni ve ABC çevre açısı çizili."
        ),
    )


@template("tyt-geo-cember-daire-kiris", topic=CIRCLE, difficulty=2, seconds=60)
def chord(rng: Random) -> Question:
    d, half, r = rng.choice([(3, 4, 5), (4, 3, 5), (6, 8, 10), (8, 6, 10), (5, 12, 13), (12, 5, 13), (9, 12, 15), (8, 15, 17), (12, 9, 15),
                             (15, 8, 17), (7, 24, 25), (12, 16, 20), (16, 12, 20), (20, 21, 29), (10, 24, 26)])  # fmt: skip
    asked = rng.choice(["AB", "r", "d"])
    points = {
        "A": (-float(half), -float(d)),
        "B": (float(half), -float(d)),
        "O": (0.0, 0.0),
        "H": (0.0, -float(d)),
    }
    scene = Scene(points, width=250, height=240, around=box_around((0, 0), r))
    scene.circle("O", r).line("A", "B").line("O", "H").line("O", "B", dashed=True).dot("O").right(
        "O", "H", "B", size=9
    )
    scene.name("A", "A", 200).name("B", "B", 340).name("O", "O", 90).name("H", "H", 135)
    given = {"AB": seg("AB", 2 * half), "r": f"yarıçap ${r}$ cm", "d": f"{seg('OH', d)}"}
    right = {"AB": 2 * half, "r": r, "d": d}[asked]
    said = " ve ".join(text for name, text in given.items() if name != asked)
    ask = {"AB": "$|AB|$", "r": "çemberin yarıçapı", "d": "$|OH|$"}[asked]
    wrong = {
        "AB": [(half, "Kirişin yarısını verir."), (2 * r, "Kirişi çap sanır."), (r + d, "Uzunlukları toplar."), (r - d, "Uzunlukları çıkarır.")],
        "r": [(2 * half, "Kirişin tamamını yarıçap sanır."), (2 * r, "Yarıçap yerine çapı verir."), (half, "Yarıçapı kirişin yarısı sanır."), (half + d, "Dik kenarları toplar.")],
        "d": [(half, "Kirişin yarısını verir."), (r - half, "Uzunlukları çıkarır."), (Fraction(r, 2), "Yarıçapın yarısını alır."), (r, "Uzaklığı yarıçapa eşit sanır.")],
    }[asked]  # fmt: skip
    proof = {
        "AB": f"(lambda p: p[0].distance(p[1]))(Circle(Point(0, 0), {r}).intersection(Line(Point(0, {d}), Point(1, {d}))))",
        "r": f"Circle(Point(-{half}, 0), Point({half}, 0), Point(0, {r - d})).radius",
        "d": f"(lambda u: Line(Point({r}, 0), Point(u, sqrt({r}**2 - u**2))).distance(Point(0, 0)))"
        f"(S({r}**2 - 2*{half}**2)/{r})",
    }[asked]
    return exam_question(
        rf"$O$ merkezli çemberde $[AB]$ kiriş, $[OH] \perp [AB]$; {said} veriliyor."
        f"\n\nBuna göre {ask} kaç cm'dir?",
        right,
        positive(shown, wrong),
        rf"Merkezden kirişe inilen dikme kirişi ortalar: $|HB| = {half}$ cm. $OHB$ dik üçgeninde ${d}^2 + {half}^2 = {r}^2$ olur. "
        + {
            "AB": rf"$|AB| = 2 \cdot {half} = {2 * half}$ cm.",
            "r": f"Yarıçap {r} cm'dir.",
            "d": f"$|OH| = {d}$ cm'dir.",
        }[asked],
        spare=[
            (right + 1, "Kareköke geçerken 1 fazla bulur."),
            (right + 2, "Kareköke geçerken 2 fazla bulur."),
        ],
        computed=proof,
        figure=scene.figure(
            "O merkezli çember, AB kirişi ve merkezden kirişe inen OH dikmesi; OB yarıçapı kesikli."
        ),
    )


@template("tyt-geo-cember-daire-dilim", topic=CIRCLE, difficulty=2, seconds=60)
def sector(rng: Random) -> Question:
    angle = rng.choice([30, 40, 45, 60, 72, 80, 90, 120, 150])
    r = rng.choice([3, 4, 5, 6, 8, 9, 10, 12])
    area = rng.random() < 0.6
    right = Fraction(angle * r * r, 360) if area else Fraction(angle * 2 * r, 360)
    while right.denominator > 3:
        r = rng.choice([3, 4, 6, 8, 9, 10, 12])
        right = Fraction(angle * r * r, 360) if area else Fraction(angle * 2 * r, 360)
        if r in (6, 12) and right.denominator > 3:
            angle = 60
    points = {"O": (0.0, 0.0), "A": polar(r, 90 + angle / 2), "B": polar(r, 90 - angle / 2)}
    scene = Scene(points, width=240, height=230, around=box_around((0, 0), r))
    scene.area(["O", "B", ("A", r)]).circle("O", r).path("AOB").angle("A", "O", "B", deg(angle))
    scene.name("A", "A", 90 + angle / 2).name("B", "B", 90 - angle / 2).name("O", "O", 270)
    asked = (
        "boyalı daire diliminin alanı kaç santimetrekaredir?"
        if area
        else "$AB$ yayının (küçük yay) uzunluğu kaç cm'dir?"
    )
    formula = (
        rf"\pi \cdot {r}^2 \cdot \frac{{{angle}}}{{360}}"
        if area
        else rf"2\pi \cdot {r} \cdot \frac{{{angle}}}{{360}}"
    )
    other = Fraction(angle * 2 * r, 360) if area else Fraction(angle * r * r, 360)
    return exam_question(
        f"$O$ merkezli, yarıçapı {r} cm olan çemberde {m('AOB', angle)} veriliyor.\n\nBuna göre {asked}",
        pies(right),
        [
            (pies(other), "Alan ile yay uzunluğunu karıştırır."),
            (pies(right * 2), "Bölmede 360 yerine 180 kullanır."),
            (pies(right / 2), "Sonucu bir kez daha yarıya böler."),
            (pies(r * r if area else 2 * r), "Dairenin tamamını alır, açıyı kullanmaz."),
        ],
        rf"Daire diliminde oran $\frac{{{angle}}}{{360}} = {tex(Fraction(angle, 360))}$ olur. Sonuç ${formula} = {times_tex(right, chr(92) + 'pi')}$ bulunur.",
        spare=[
            (pies(right + 1), "Sadeleştirmede yanılır."),
            (pies(right + 2), "Sadeleştirmede yanılır."),
        ],
        # add up thin triangles, or small steps along the arc
        computed=f"integrate({f'S({r})**2/2' if area else f'sqrt(({r}*sin(x))**2 + ({r}*cos(x))**2).simplify()'}, (x, 0, pi*{angle}/180))",
        figure=scene.figure(
            f"O merkezli çember ve {angle}°'lik AOB merkez açısı; daire dilimi boyalı."
        ),
    )


def _box(
    a: float, b: float, c: float, *, hidden: bool = True
) -> tuple[Scene, dict[str, tuple[float, float]]]:
    """A box a wide, b deep and c high, seen from the front and the right."""
    sx, sy = 0.42 * b, 0.34 * b
    points = {
        "A": (0.0, 0.0), "B": (a, 0.0), "C": (a + sx, sy), "D": (sx, sy),
        "E": (0.0, c), "F": (a, c), "G": (a + sx, c + sy), "H": (sx, c + sy),
    }  # fmt: skip
    scene = Scene(points, width=260, height=230, margin=34)
    scene.polygon("ABFE").path("BCGF").path("EHG")
    if hidden:
        scene.path("ADC", dashed=True).line("D", "H", dashed=True)
    return scene, points


@template("tyt-geo-kati-cisimler-su-seviyesi", topic=SOLIDS, difficulty=3, seconds=80)
def water_level(rng: Random) -> Question:
    a, b, edge, rise = rng.choice([(8, 4, 4, 2), (9, 6, 6, 4), (12, 9, 6, 2), (12, 6, 6, 3), (8, 8, 4, 1), (9, 8, 6, 3), (16, 8, 8, 4), (18, 12, 6, 1),
                                   (12, 12, 6, 1.5), (16, 16, 8, 2), (10, 20, 10, 5), (8, 6, 6, 4.5)])  # fmt: skip
    level = edge + rng.choice([2, 3, 4, 5])
    height = level + int(rise) + rng.choice([3, 4, 5])
    asks_rise = rng.random() < 0.5
    lift = Fraction(str(rise))
    right = lift if asks_rise else lift + level

    def number(value: Fraction) -> str:
        return f"{float(value):g}".replace(".", ",")

    scene, _ = _box(a, b, height)
    sx, sy = 0.42 * b, 0.34 * b
    surface = [
        (0.0, float(level)),
        (float(a), float(level)),
        (a + sx, level + sy),
        (sx, level + sy),
    ]
    scene.polygon(surface, filled=True, look="accent")
    scene.side("A", "B", f"{a} cm").side("B", "C", f"{b} cm")
    asked = "su seviyesi kaç cm yükselir?" if asks_rise else "suyun yüksekliği kaç cm olur?"
    extra = Fraction(0) if asks_rise else Fraction(level)
    return exam_question(
        f"Taban ayrıtları {a} cm ve {b} cm, yüksekliği {height} cm olan dikdörtgenler prizması biçimindeki kapta {level} cm yüksekliğinde su vardır. "
        f"Bir ayrıtı {edge} cm olan demir küp suya tamamen batırılıyor ve su taşmıyor.\n\nBuna göre {asked}",
        number(right),
        [
            (number(edge + extra), "Seviyenin küpün ayrıtı kadar yükseldiğini sanır."),
            (
                number(extra + Fraction(edge * edge * edge, a * height).limit_denominator(4)),
                "Küpün hacmini taban yerine yan yüzün alanına böler.",
            ),
            (
                number(extra + Fraction(edge * edge, a)),
                "Küpün hacmi yerine bir yüzünün alanını kullanır.",
            ),
            (
                number(lift + level if asks_rise else lift),
                "Yükselme ile son yüksekliği karıştırır.",
            ),
            (number(extra + lift / 2), "Yükselmenin yarısını alır."),
        ],
        rf"Küpün hacmi ${edge}^3 = {edge**3}$ $\text{{cm}}^3$, kabın taban alanı ${a} \cdot {b} = {a * b}$ $\text{{cm}}^2$ olur. Yükselme "
        rf"$\frac{{{edge**3}}}{{{a * b}}} = {number(lift).replace(',', '{,}')}$ cm'dir."
        + (
            ""
            if asks_rise
            else f" Yeni yükseklik ${level} + {number(lift).replace(',', '{,}')} = {number(right).replace(',', '{,}')}$ cm olur."
        ),
        spare=[
            (number(right + 1), "Bölmede 1 fazla bulur."),
            (number(right + 2), "Bölmede 2 fazla bulur."),
            (number(right + 3), "Bölmede 3 fazla bulur."),
        ],
        computed=f"solve({a}*{b}*x - {a}*{b}*{level} - {edge}**3, x)[0]"
        + (f" - {level}" if asks_rise else ""),
        figure=scene.figure(
            f"Tabanı {a} cm'ye {b} cm olan, içinde su bulunan dikdörtgenler prizması biçiminde kap."
        ),
    )


@template("tyt-geo-kati-cisimler-yapisik-kupler", topic=SOLIDS, difficulty=3, seconds=70)
def row_of_cubes(rng: Random) -> Question:
    count, edge = rng.randint(3, 6), rng.choice([2, 3, 4, 5])
    asks_loss = rng.random() < 0.4
    whole_area = (4 * count + 2) * edge * edge
    loss = 2 * (count - 1) * edge * edge
    right = loss if asks_loss else whole_area
    scene, _ = _box(count, 1, 1, hidden=False)
    for place in range(1, count):
        scene.path([(place, 0), (place, 1), (place + 0.42, 1.34)])
    said = (
        "oluşan prizmanın yüzey alanı, küplerin yüzey alanları toplamından kaç santimetrekare eksiktir?"
        if asks_loss
        else "oluşan prizmanın yüzey alanı kaç santimetrekaredir?"
    )
    return exam_question(
        f"Bir ayrıtı {edge} cm olan {count} eş küp, şekildeki gibi yan yana yapıştırılıyor.\n\nBuna göre {said}",
        right,
        positive(
            shown,
            [
                (6 * count * edge * edge, "Yapışan yüzleri de sayar."),
                (
                    loss if not asks_loss else whole_area,
                    "Yüzey alanı ile kaybolan alanı karıştırır.",
                ),
                (
                    (count - 1) * edge * edge if asks_loss else (5 * count + 1) * edge * edge,
                    "Her yapışmada iki yerine bir yüzün kaybolduğunu sanır.",
                ),
                (count * edge**3, "Yüzey alanı yerine hacmi bulur."),
                (4 * count * edge * edge, "İki uçtaki yüzleri unutur."),
            ],
        ),
        f"Bir yüzün alanı ${edge * edge}$ $\\text{{cm}}^2$ olur. {count - 1} yapışma yerinin her birinde 2 yüz kaybolur: ${loss}$ $\\text{{cm}}^2$. "
        f"Kalan alan $6 \\cdot {count} \\cdot {edge * edge} - {loss} = {whole_area}$ $\\text{{cm}}^2$ olur.",
        computed=(f"{6 * count * edge**2} - " if asks_loss else "")
        + f"2*({count * edge}*{edge} + {count * edge}*{edge} + {edge}*{edge})",
        figure=scene.figure(
            f"Yan yana yapıştırılmış {count} eş küpten oluşan dikdörtgenler prizması."
        ),
    )


@template("tyt-geo-kati-cisimler-boyali-kup", topic=SOLIDS, difficulty=3, seconds=70)
def painted_cube(rng: Random) -> Question:
    n = rng.randint(3, 7)
    faces = rng.choice([0, 1, 2])
    counts = [(n - 2) ** 3, 6 * (n - 2) ** 2, 12 * (n - 2), 8]
    right = counts[faces]
    scene, _ = _box(n, n, n, hidden=False)
    for k in range(1, n):
        scene.line((k, 0), (k, n)).line((0, k), (n, k))
        scene.line((k, n), (k + 0.42 * n, 1.34 * n)).line(
            (0.42 * k, n + 0.34 * k), (n + 0.42 * k, n + 0.34 * k)
        )
        scene.line((n, k), (1.42 * n, k + 0.34 * n)).line(
            (n + 0.42 * k, 0.34 * k), (n + 0.42 * k, n + 0.34 * k)
        )
    said = [
        "**hiçbir yüzü boyalı olmayan**",
        "yalnız **bir yüzü** boyalı",
        "tam **iki yüzü** boyalı",
    ][faces]
    names = [
        "Boyasız küpleri sayar.",
        "Bir yüzü boyalı küpleri sayar.",
        "İki yüzü boyalı küpleri sayar.",
        "Köşedeki küpleri sayar.",
    ]
    wrong = [(counts[k], names[k]) for k in range(4) if k != faces]
    more = {
        0: [
            (n**3 - 6 * n * n, "Her yüzdeki küpleri ayrı ayrı çıkarır."),
            ((n - 1) ** 3, "Ayrıttan 2 yerine 1 küp eksiltir."),
        ],
        1: [
            (6 * n * n, "Her yüzdeki bütün küpleri sayar."),
            (6 * (n - 1) ** 2, "Ayrıttan 2 yerine 1 küp eksiltir."),
        ],
        2: [
            (12 * n, "Köşedeki küpleri de sayar."),
            (12 * (n - 1), "Ayrıttan 2 yerine 1 küp eksiltir."),
        ],
    }[faces]
    why = [
        f"Boyasız küpler içtedir ve kenarı ${n} - 2 = {n - 2}$ olan bir küp oluşturur: ${n - 2}^3 = {right}$.",
        f"Bir yüzü boyalı küpler yüzlerin ortasındadır: her yüzde ${n - 2}^2$, toplam $6 \\cdot {(n - 2) ** 2} = {right}$ küp.",
        f"İki yüzü boyalı küpler ayrıtlar üzerindedir, köşeler hariç: $12 \\cdot {n - 2} = {right}$ küp.",
    ][faces]
    return exam_question(
        f"{n**3} birimküpten oluşan ve bir ayrıtı {n} birim olan büyük küpün bütün yüzleri boyanıyor, sonra küp birimküplere ayrılıyor."
        f"\n\nBuna göre {said} kaç birimküp vardır?",
        right,
        positive(shown, [*more, *wrong]),
        why,
        spare=[
            (right + 4, "Sayarken 4 fazla bulur."),
            (right + 6, "Sayarken 6 fazla bulur."),
            (right + 2, "Sayarken 2 fazla bulur."),
        ],
        computed=f"sum(1 for p in itertools.product(range({n}), repeat=3) if sum(q in (0, {n - 1}) for q in p) == {faces})",
        figure=scene.figure(f"Birimküplere ayrılmış, bir ayrıtı {n} birim olan küp."),
    )


@template("tyt-geo-kati-cisimler-silindir", topic=SOLIDS, difficulty=3, seconds=70)
def two_cylinders(rng: Random) -> Question:
    r1, r2, h, full = rng.choice([(2, 4, 16, 4), (3, 6, 12, 3), (4, 2, 3, 12), (2, 6, 18, 2), (3, 9, 18, 2), (6, 4, 8, 18), (4, 6, 18, 8), (6, 9, 18, 8),
                                  (4, 8, 20, 5), (5, 10, 16, 4), (6, 3, 4, 16), (8, 4, 5, 20), (6, 2, 2, 18), (9, 6, 8, 18)])  # fmt: skip
    tall = max(h, full) + rng.choice([2, 4])
    return exam_number(
        f"Taban yarıçapı {r1} cm olan dik silindir biçimindeki bir kap, {h} cm yüksekliğine kadar suyla doludur. Bu suyun tamamı, taban yarıçapı {r2} cm "
        f"ve yüksekliği {tall} cm olan boş bir dik silindire dökülüyor.\n\nBuna göre ikinci silindirdeki suyun yüksekliği kaç cm olur?",
        full,
        rf"Suyun hacmi değişmez: $\pi \cdot {r1}^2 \cdot {h} = \pi \cdot {r2}^2 \cdot x$. Buradan $x = \frac{{{r1 * r1 * h}}}{{{r2 * r2}}} = {full}$ cm olur.",
        unit="cm",
        mistakes=[
            (h * r1 / r2, "Yarıçapların karesini almaz."),
            (h, "Su yüksekliğinin değişmediğini sanır."),
            (h * r2 * r2 / (r1 * r1), "Orantıyı ters kurar."),
        ],
        computed=f"integrate(pi*{r1}**2, (x, 0, {h})) / integrate(2*pi*x, (x, 0, {r2}))",
        figure=_cylinders(r1, h, r2, tall),
    )


def _cylinders(r1: int, h: int, r2: int, tall: int) -> Figure:
    """Two upright cylinders side by side: the first with water, the second empty."""
    top = max(h, tall)
    gap = 0.35 * top
    left, right = float(r1), 2 * r1 + gap + r2
    scene = Scene(
        {},
        width=300,
        height=250,
        margin=26,
        around=[(0, -0.3 * r1), (right + r2, top + 0.3 * r2), (0, -0.3 * r2)],
    )
    for middle, r, height, water in ((left, r1, top, h), (right, r2, tall, 0)):
        (x, y), (_, up) = scene.at((middle, 0)), scene.at((middle, height))
        rx, ry = r * scene.scale, 0.3 * r * scene.scale
        if water:
            _, level = scene.at((middle, water))
            scene.drawing._add(
                f'<path d="M{x - rx:.1f} {level:.1f}A{rx:.1f} {ry:.1f} 0 0 1 {x + rx:.1f} {level:.1f}L{x + rx:.1f} {y:.1f}'
                f'A{rx:.1f} {ry:.1f} 0 0 1 {x - rx:.1f} {y:.1f}Z" class="fig-soft"/>'
            )
            scene.drawing.path(
                f"M{x - rx:.1f} {level:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x + rx:.1f} {level:.1f}",
                look="accent",
            )
        scene.drawing.path(
            f"M{x - rx:.1f} {up:.1f}A{rx:.1f} {ry:.1f} 0 1 0 {x + rx:.1f} {up:.1f}A{rx:.1f} {ry:.1f} 0 1 0 {x - rx:.1f} {up:.1f}"
        )
        scene.drawing.path(
            f"M{x - rx:.1f} {up:.1f}L{x - rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 0 {x + rx:.1f} {y:.1f}L{x + rx:.1f} {up:.1f}"
        )
        scene.drawing.path(
            f"M{x - rx:.1f} {y:.1f}A{rx:.1f} {ry:.1f} 0 0 1 {x + rx:.1f} {y:.1f}", dashed=True
        )
    return scene.figure(
        f"İki dik silindir: yarıçapı {r1} cm olanda {h} cm su var, yarıçapı {r2} cm olan boş."
    )


@template("tyt-geo-analitik-temel-uzaklik", topic=PLANE, difficulty=2, seconds=50)
def distance_of_points(rng: Random) -> Question:
    dx, dy = rng.choice(
        [
            (3, 4),
            (4, 3),
            (6, 8),
            (5, 12),
            (8, 6),
            (2, 4),
            (3, 6),
            (4, 4),
            (2, 6),
            (6, 6),
            (1, 3),
            (4, 8),
            (12, 5),
        ]
    )
    sx, sy = rng.choice([1, -1]), rng.choice([1, -1])
    ax, ay = rng.randint(-5, 5), rng.randint(-5, 5)
    bx, by = ax + sx * dx, ay + sy * dy
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$ ve $B{coordinates(bx, by)}$ noktaları veriliyor.\n\nBuna göre $|AB|$ kaç birimdir?",
        root(dx * dx + dy * dy),
        [
            (shown(dx + dy), "Koordinat farklarını toplar."),
            (shown(dx * dx + dy * dy), "Karekök almayı unutur."),
            (root((ax + bx) ** 2 + (ay + by) ** 2), "Koordinatları çıkarmak yerine toplar."),
            (
                root(abs(dx * dx - dy * dy)) if dx != dy else shown(dx),
                "Kareleri toplamak yerine çıkarır.",
            ),
        ],
        f"$|AB| = \\sqrt{{({bx} - ({ax}))^2 + ({by} - ({ay}))^2}} = \\sqrt{{{dx * dx} + {dy * dy}}} = {surd(dx * dx + dy * dy)}$ birim olur.",
        spare=[
            (shown(max(dx, dy)), "Yalnız büyük farkı alır."),
            (root(dx * dx + dy * dy + 3), "Kareleri toplarken 3 fazla bulur."),
            (root(dx * dx + dy * dy + 7), "Kareleri toplarken 7 fazla bulur."),
        ],
        computed=f"Abs(({ax} + {ay}*I) - ({bx} + {by}*I))",
    )


@template("tyt-geo-analitik-temel-paralelkenar", topic=PLANE, difficulty=3, seconds=70)
def fourth_vertex(rng: Random) -> Question:
    while True:
        ax, ay = rng.randint(-4, 0), rng.randint(-3, 0)
        bx, by = ax + rng.randint(3, 6), ay + rng.randint(-1, 2)
        cx, cy = bx + rng.randint(0, 3), by + rng.randint(3, 5)
        dx, dy = ax + cx - bx, ay + cy - by
        if (
            (dx, dy) != (0, 0)
            and (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 8
            and len({(ax, ay), (dx, dy), (dy, dx)}) == 3
        ):
            break
    points = {
        "A": (float(ax), float(ay)),
        "B": (float(bx), float(by)),
        "C": (float(cx), float(cy)),
        "D": (float(dx), float(dy)),
    }
    xs, ys = [ax, bx, cx, dx, 0], [ay, by, cy, dy, 0]
    scene = Axes(points, (min(xs) - 1, max(xs) + 1.5), (min(ys) - 1, max(ys) + 1.5))
    scene.polygon("ABCD").names("A", "B", "C", "D")
    return exam_question(
        f"Analitik düzlemde $ABCD$ paralelkenarının üç köşesi $A{coordinates(ax, ay)}$, $B{coordinates(bx, by)}$ ve $C{coordinates(cx, cy)}$ noktalarıdır."
        "\n\nBuna göre $D$ köşesinin koordinatları aşağıdakilerden hangisidir?",
        point(dx, dy),
        [
            (
                point(bx + cx - ax, by + cy - ay),
                "$D$ köşesini $A$ köşesinin karşısına yerleştirir.",
            ),
            (
                point(ax + bx - cx, ay + by - cy),
                "$D$ köşesini $C$ köşesinin karşısına yerleştirir.",
            ),
            (point(dy, dx), "Apsis ile ordinatın yerini değiştirir."),
            (
                point(Fraction(ax + cx, 2), Fraction(ay + cy, 2)),
                "Köşegenlerin kesim noktasını verir.",
            ),
        ],
        rf"Paralelkenarda köşegenler birbirini ortalar; karşılıklı köşelerin koordinatları toplamı eşittir: $A + C = B + D$. Apsis ${ax} + {cx} - ({bx}) = {dx}$, "
        rf"ordinat ${ay} + {cy} - ({by}) = {dy}$ olur.",
        spare=[
            (point(dx + 1, dy), "Apsisi 1 fazla bulur."),
            (point(dx, dy + 1), "Ordinatı 1 fazla bulur."),
        ],
        # opposite sides lie on parallel lines
        computed=f"tuple(Line(Point({ax}, {ay}), Point({ax + cx - bx}, {ay + cy - by})).intersection("
        f"Line(Point({cx}, {cy}), Point({cx + bx - ax}, {cy + by - ay})))[0])",
        figure=scene.figure(
            "Koordinat düzleminde ABCD paralelkenarı; A, B, C köşelerinin koordinatları verilmiş."
        ),
    )


@template("tyt-geo-analitik-temel-eksenlerle-ucgen", topic=PLANE, difficulty=3, seconds=70)
def triangle_with_axes(rng: Random) -> Question:
    p, q = rng.choice([2, 3, 4, 5, 6, 8]), rng.choice([3, 4, 5, 6, 8, 10])
    while p == q:
        p = rng.choice([2, 3, 4, 5, 6, 8])
    sx, sy = rng.choice([(1, 1), (-1, 1), (1, -1), (-1, -1)])
    px, qy = sx * p, sy * q
    common = next(k for k in range(min(p, q), 0, -1) if p % k == 0 and q % k == 0)
    # x/px + y/qy = 1, with whole numbers and a positive x
    u, v, w = qy // common, px // common, px * qy // common
    if u < 0:
        u, v, w = -u, -v, -w
    points = {"A": (float(px), 0.0), "B": (0.0, float(qy)), "O": (0.0, 0.0)}
    scene = Axes(
        points,
        (min(px, 0) - 1.5, max(px, 0) + 1.5),
        (min(qy, 0) - 1.5, max(qy, 0) + 1.5),
        height=230,
    )
    scene.polygon("AOB", filled=True)
    outward = degrees(atan2(sy, sx))
    scene.line((px * 1.15, qy * -0.15), (px * -0.15, qy * 1.15)).name("O", "O", outward + 180)
    scene.name("A", "A", outward).name("B", "B", outward)
    equation = (
        f"{'' if u == 1 else u}x {'+' if v > 0 else '-'} {'' if abs(v) == 1 else abs(v)}y = {w}"
    )
    right = Fraction(p * q, 2)
    return exam_question(
        f"Denklemi ${equation}$ olan doğru eksenleri $A$ ve $B$ noktalarında kesiyor.\n\nBuna göre bu doğru ile eksenler arasında kalan üçgenin alanı kaç birimkaredir?",
        shown(right),
        positive(
            shown,
            [
                (p * q, "Alan formülünde 2'ye bölmeyi unutur."),
                (Fraction(abs(u * v), 2), "Katsayıları kesim noktası sanır."),
                (p + q, "Kesim noktalarının uzaklıklarını toplar."),
                (abs(w), "Sabit terimi alan sanır."),
                (Fraction(abs(w), 2), "Sabit terimin yarısını alan sanır."),
            ],
        ),
        f"$y = 0$ için $x = {px}$, $x = 0$ için $y = {qy}$ bulunur. Dik kenarları {p} ve {q} birim olan üçgenin alanı $\\frac{{{p} \\cdot {q}}}{{2}} = {tex(right)}$ birimkaredir.",
        spare=[
            (shown(right + 1), "Çarpmada yanılır."),
            (shown(right + 3), "Çarpmada yanılır."),
            (shown(right + 5), "Çarpmada yanılır."),
            (shown(right + 2), "Çarpmada yanılır."),
        ],
        computed=f"Abs(integrate(solve({u}*x + ({v})*y - ({w}), y)[0], (x, 0, {px})))",
        figure=scene.figure(
            f"Eksenleri A({px}, 0) ve B(0, {qy}) noktalarında kesen doğru; eksenlerle arasındaki üçgen boyalı."
        ),
    )


@template("tyt-geo-analitik-temel-dogrusal-noktalar", topic=PLANE, difficulty=3, seconds=60)
def points_on_a_line(rng: Random) -> Question:
    slope = rng.choice(
        [
            Fraction(1, 2),
            Fraction(2),
            Fraction(-2),
            Fraction(3),
            Fraction(-1, 2),
            Fraction(3, 2),
            Fraction(-3),
            Fraction(-1),
        ]
    )
    step = rng.choice([2, 4, 6])
    ax, ay = rng.randint(-4, 3), rng.randint(-4, 4)
    bx, by = ax + step, ay + int(slope * step)
    more = rng.choice([2, 4, -4, -2])
    cx, right = bx + more, by + int(slope * more)
    return exam_question(
        f"Analitik düzlemde $A{coordinates(ax, ay)}$, $B{coordinates(bx, by)}$ ve $C({cx}, k)$ noktaları doğrusaldır.\n\nBuna göre $k$ kaçtır?",
        shown(right),
        [
            (shown(by - int(slope * more)), "Eğimin işaretini ters alır."),
            (shown(by + more / slope), "Eğimi $\\frac{x_2 - x_1}{y_2 - y_1}$ olarak kurar."),
            (shown(by + more), "Apsis farkını ordinata doğrudan ekler."),
            (shown(2 * by - ay), "$B$ noktasını $A$ ile $C$ noktalarının ortası sanır."),
        ],
        rf"Doğrusal noktalarda eğimler eşittir: $m_{{AB}} = \frac{{{by} - ({ay})}}{{{bx} - ({ax})}} = {tex(slope)}$. "
        rf"$\frac{{k - ({by})}}{{{cx} - ({bx})}} = {tex(slope)}$ eşitliğinden $k = {right}$ olur.",
        spare=[
            (shown(right + 1), "Denklemi çözerken 1 fazla bulur."),
            (shown(right - 1), "Denklemi çözerken 1 eksik bulur."),
            (shown(right + 2), "Denklemi çözerken 2 fazla bulur."),
        ],
        # three points on a line: the area between them is zero
        computed=f"solve(({bx} - ({ax}))*(k - ({ay})) - ({cx} - ({ax}))*({by} - ({ay})), k)[0]",
    )
