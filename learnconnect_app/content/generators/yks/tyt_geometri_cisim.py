"""Parametric items of the topic `tyt-geo-kati-cisimler`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Figure
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    positive,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SOLIDS = "tyt-geo-kati-cisimler"


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
            scene.soft(
                f"M{x - rx:.1f} {level:.1f}A{rx:.1f} {ry:.1f} 0 0 1 {x + rx:.1f} {level:.1f}L{x + rx:.1f} {y:.1f}"
                f"A{rx:.1f} {ry:.1f} 0 0 1 {x - rx:.1f} {y:.1f}Z"
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
