"""Parametric items of the topic `tyt-geo-cember-daire`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.geometri_drawing import (
    Scene,
    box_around,
    polar,
)
from learnconnect_app.content.generators.yks.geometri_writing import (
    Value,
    deg,
    m,
    measured,
    pies,
    positive,
    seg,
    times_tex,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

CIRCLE = "tyt-geo-cember-daire"


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
    wrong_of: dict[str, list[tuple[Value, str]]] = {
        "AB": [(half, "Kirişin yarısını verir."), (2 * r, "Kirişi çap sanır."), (r + d, "Uzunlukları toplar."), (r - d, "Uzunlukları çıkarır.")],
        "r": [(2 * half, "Kirişin tamamını yarıçap sanır."), (2 * r, "Yarıçap yerine çapı verir."), (half, "Yarıçapı kirişin yarısı sanır."), (half + d, "Dik kenarları toplar.")],
        "d": [(half, "Kirişin yarısını verir."), (r - half, "Uzunlukları çıkarır."), (Fraction(r, 2), "Yarıçapın yarısını alır."), (r, "Uzaklığı yarıçapa eşit sanır.")],
    }  # fmt: skip
    wrong = wrong_of[asked]
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
