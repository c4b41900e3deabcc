"""Parametric items of the unit `tyt-mat-mantik-kume-fonksiyon`: logic, sets, functions."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.tyt_matematik_writing import signed, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

LOGIC = "tyt-mat-mantik"
SETS = "tyt-mat-kumeler"
FUNCTIONS = "tyt-mat-fonksiyonlar"

Values = Callable[[int, int, int], int]


class Compound(NamedTuple):
    """A compound statement: as written, its value from those of p, q and r, and as a proof has it."""

    written: str
    value: Values
    formula: str
    link: str
    """The connective that is applied last."""


COMPOUNDS = [
    Compound(r"p \wedge (q \vee r)", lambda p, q, r: p * max(q, r), "p and (q or r)", "ve"),
    Compound(r"p \wedge (q \wedge r)", lambda p, q, r: p * q * r, "p and q and r", "ve"),
    Compound(r"(p \vee q) \wedge r", lambda p, q, r: max(p, q) * r, "(p or q) and r", "ve"),
    Compound(
        r"p \Rightarrow (q \wedge r)",
        lambda p, q, r: max(1 - p, q * r),
        "not p or (q and r)",
        "ise",
    ),
    Compound(
        r"(p \vee q) \Rightarrow r",
        lambda p, q, r: max(1 - max(p, q), r),
        "not (p or q) or r",
        "ise",
    ),
    Compound(
        r"p' \wedge (q \vee r)", lambda p, q, r: (1 - p) * max(q, r), "not p and (q or r)", "ve"
    ),
    Compound(
        r"(p \wedge q) \vee r'", lambda p, q, r: max(p * q, 1 - r), "(p and q) or not r", "veya"
    ),
    Compound(
        r"p \Leftrightarrow (q \wedge r)",
        lambda p, q, r: 1 - abs(p - q * r),
        "bool(p) == bool(q and r)",
        "ancak ve ancak",
    ),
    Compound(
        r"(p \Rightarrow q) \wedge r", lambda p, q, r: max(1 - p, q) * r, "(not p or q) and r", "ve"
    ),
    Compound(
        r"(p' \vee q) \wedge r'",
        lambda p, q, r: max(1 - p, q) * (1 - r),
        "(not p or q) and not r",
        "ve",
    ),
    Compound(
        r"q \Rightarrow (p \wedge r)",
        lambda p, q, r: max(1 - q, p * r),
        "not q or (p and r)",
        "ise",
    ),
    Compound(
        r"p' \wedge (q \Rightarrow r)",
        lambda p, q, r: (1 - p) * max(1 - q, r),
        "not p and (not q or r)",
        "ve",
    ),
    Compound(
        r"r' \vee (p \wedge q')",
        lambda p, q, r: max(1 - r, p * (1 - q)),
        "not r or (p and not q)",
        "veya",
    ),
]
SLIPS = {
    ("ve", 0): "Ve bağlacında iki yanın da 1 olması gerektiğini gözetmez.",
    ("ve", 1): "İki yan da 1 olduğu hâlde birini 0 bulur.",
    ("veya", 0): "İki yan da 0 olduğu hâlde birini 1 bulur.",
    ("veya", 1): "Veya bağlacında bir yanın 1 olmasının yettiğini gözetmez.",
    ("ise", 0): r"$1 \Rightarrow 0$ durumunu doğru sayar.",
    ("ise", 1): r"İse bağlacının yalnız $1 \Rightarrow 0$ iken yanlış olduğunu gözetmez.",
    ("ancak ve ancak", 0): "İki yanın değerleri farklıyken önermeyi doğru sayar.",
    ("ancak ve ancak", 1): "İki yanın değerleri aynıyken önermeyi yanlış sayar.",
}


@template("tyt-mat-mantik-hangisi-dogru", topic=LOGIC, difficulty=2, seconds=70)
def which_is_true(rng: Random) -> Question:
    wanted = rng.randint(0, 1)
    while True:
        p, q, r = (rng.randint(0, 1) for _ in range(3))
        fits = [c for c in COMPOUNDS if c.value(p, q, r) == wanted]
        others = [c for c in COMPOUNDS if c.value(p, q, r) != wanted]
        if fits and len(others) >= 4:
            break
    right, wrong = rng.choice(fits), rng.sample(others, 4)
    shown = [right, *wrong]
    lambdas = ", ".join(f"(lambda p, q, r: {each.formula})" for each in shown)
    return exam_question(
        rf"$p \equiv {p}$, $q \equiv {q}$ ve $r \equiv {r}$ olduğuna göre aşağıdaki önermelerden hangisi "
        f"**{'doğrudur' if wanted else 'yanlıştır'}**?",
        f"${right.written}$",
        [(f"${each.written}$", SLIPS[each.link, 1 - wanted]) for each in wrong],
        "Değerler yerlerine yazılır: "
        + "; ".join(rf"${each.written} \equiv {each.value(p, q, r)}$" for each in shown)
        + r". $\wedge$ yalnız iki yanı da 1 iken 1, $\vee$ yalnız iki yanı da 0 iken 0, $\Rightarrow$ yalnız $1 \Rightarrow 0$ iken 0 olur.",
        computed=f"[i for i, f in enumerate([{lambdas}]) if bool(f({p}, {q}, {r})) == {bool(wanted)}] == [0]",
        reads="True",
    )


@template("tyt-mat-mantik-tablo-satiri", topic=LOGIC, difficulty=3, seconds=70)
def rows_of_table(rng: Random) -> Question:
    compound = rng.choice(COMPOUNDS)
    wanted = rng.randint(0, 1)
    rows = [(p, q, r) for p in (1, 0) for q in (1, 0) for r in (1, 0)]
    found = [row for row in rows if compound.value(*row) == wanted]
    listed = ", ".join(str(row) for row in found)
    name = "doğru" if wanted else "yanlış"
    return exam_number(
        rf"$p$, $q$ ve $r$ önermelerinin doğruluk değerleri için 8 farklı durum vardır. ${compound.written}$ önermesi bu durumların kaçında **{name}** olur?",
        len(found),
        f"Sekiz durum tek tek incelenir. $(p, q, r)$ sırasıyla yazılırsa önerme {listed} için {name} olur; bu {len(found)} durumdur.",
        mistakes=[(8 - len(found), "Doğru ile yanlış durumları karıştırır.")],
        computed=f"sum(1 for i in range(8) if bool((lambda p, q, r: {compound.formula})(i // 4, i // 2 % 2, i % 2)) == {bool(wanted)})",
    )


@template("tyt-mat-kumeler-alt-kume", topic=SETS, difficulty=3, seconds=70)
def subsets(rng: Random) -> Question:
    size = rng.randint(5, 9)
    members = list(range(1, size + 1))
    p, q = sorted(rng.sample(members, 2))
    listed = r"\{" + ", ".join(map(str, members)) + r"\}"
    form = rng.choice(["in-out", "either", "both"])
    if form == "in-out":
        right = 2 ** (size - 2)
        asked = f"{p} elemanı bulunur, {q} elemanı bulunmaz"
        test = f"{p} in s and {q} not in s"
        because = rf"{p} seçilmiş, {q} dışarıda bırakılmıştır. Geriye kalan {size - 2} elemanın her biri alınır ya da alınmaz: $2^{{{size - 2}}} = {right}$."
    elif form == "both":
        right = 2 ** (size - 2)
        asked = f"{p} ve {q} elemanlarının ikisi de bulunur"
        test = f"{p} in s and {q} in s"
        because = rf"{p} ve {q} seçilmiştir. Geriye kalan {size - 2} elemanın her biri alınır ya da alınmaz: $2^{{{size - 2}}} = {right}$."
    else:
        right = 2**size - 2 ** (size - 2)
        asked = f"{p} ve {q} elemanlarından **en az biri** bulunur"
        test = f"{p} in s or {q} in s"
        because = rf"Bütün alt kümelerden, ikisinin de bulunmadığı alt kümeler çıkarılır: $2^{{{size}}} - 2^{{{size - 2}}} = {right}$."
    return exam_question(
        rf"$A = {listed}$ kümesinin kaç alt kümesinde {asked}?",
        right,
        [
            (2**size, "Koşulu gözetmeden bütün alt kümeleri sayar."),
            (2 ** (size - 1), "Yalnız bir eleman üzerindeki koşulu kullanır."),
            (
                2 ** (size - 2) if form == "either" else 2**size - 2 ** (size - 2),
                "İstenen alt kümeler yerine öteki durumu sayar.",
            ),
            (2 ** (size - 2) - 1, "Alt kümelerden birini fazladan çıkarır."),
        ],
        because,
        spare=[
            (2 ** (size - 3), "Üssü 1 eksik alır."),
            (2 * (size - 2), "Kuvvet yerine 2 ile çarpar."),
        ],
        computed=f"sum(1 for w in range({size + 1}) for s in itertools.combinations(range(1, {size + 1}), w) if {test})",
    )


@template("tyt-mat-kumeler-iki-kume-problemi", topic=SETS, difficulty=3, seconds=80)
def two_groups(rng: Random) -> Question:
    both, only_a, only_b, neither = (
        rng.randint(3, 9),
        rng.randint(4, 14),
        rng.randint(4, 14),
        rng.randint(2, 8),
    )
    neither = min(neither, both - 1)
    while only_a == only_b:
        only_b = rng.randint(4, 14)
    first, second = both + only_a, both + only_b
    total = both + only_a + only_b + neither
    one, two = rng.choice(
        [("satranç", "tiyatro"), ("gitar", "piyano"), ("basketbol", "voleybol"), ("resim", "müzik")]
    )
    ask = rng.choice(["both", "exactly-one", "only-first"])
    right, asked = {
        "both": (both, f"hem {one} hem {two} kursuna"),
        "exactly-one": (only_a + only_b, "bu kurslardan **yalnız birine**"),
        "only-first": (only_a, f"**yalnız** {one} kursuna"),
    }[ask]
    n = {
        "both": "i",
        "exactly-one": f"{first} - i + {second} - i",
        "only-first": f"{first} - i",
    }[ask]
    return exam_question(
        f"{total} kişilik bir sınıfta {one} kursuna giden {first}, {two} kursuna giden {second}, bu kurslardan hiçbirine gitmeyen {neither} öğrenci vardır. "
        f"Buna göre {asked} giden kaç öğrenci vardır?",
        right,
        [
            (
                both if ask != "both" else first + second - total,
                "Sorulan bölgeyi yanlış belirler."
                if ask != "both"
                else "Hiçbirine gitmeyenleri toplamdan çıkarmaz.",
            ),
            (
                only_a if ask != "only-first" else only_b,
                "Yalnız ilk kursa gidenleri sayar."
                if ask != "only-first"
                else "İki kursu karıştırır.",
            ),
            (total - neither, "En az bir kursa gidenleri verir."),
            (
                first if ask == "only-first" else only_a + only_b + neither,
                "İki kursa da gidenleri çıkarmaz."
                if ask == "only-first"
                else "Hiçbirine gitmeyenleri de sayar.",
            ),
            (only_b, "Yalnız ikinci kursa gidenleri sayar."),
        ],
        rf"En az bir kursa giden ${total} - {neither} = {total - neither}$ öğrencidir. ${first} + {second} - {total - neither} = {both}$ öğrenci iki kursa da gider. "
        rf"Yalnız birinciye {only_a}, yalnız ikinciye {only_b} öğrenci gider; aranan sayı {right} olur.",
        spare=[
            (right + 1, "İşlem hatası yapar."),
            (right + 2, "İşlem hatası yapar."),
            (right + 3, "İşlem hatası yapar."),
        ],
        computed=f"[{n} for i in range({min(first, second) + 1}) if {first} - i + {second} - i + i + {neither} == {total}][0]",
    )


@template("tyt-mat-fonksiyonlar-ic-ifade", topic=FUNCTIONS, difficulty=2, seconds=60)
def inner_expression(rng: Random) -> Question:
    a, b = rng.choice([2, 3, 4]), rng.randint(1, 7) * rng.choice([1, -1])
    c, d = rng.randint(2, 6), rng.randint(1, 9) * rng.choice([1, -1])
    t = rng.choice([n for n in range(-3, 6) if n not in (0, 1)])
    point = a * t + b
    right = c * t + d
    return exam_question(
        rf"Gerçek sayılarda tanımlı $f$ fonksiyonu için $f({a}x {signed(b)}) = {c}x {signed(d)}$ olduğuna göre $f({point})$ kaçtır?",
        whole(right),
        [
            (whole(c * point + d), "İçteki ifadeyi eşitlemeden sayıyı doğrudan yerine yazar."),
            (whole(t), r"Fonksiyonun değeri yerine $x$ i verir."),
            (whole(a * point + b), "Fonksiyonun kuralı yerine içteki ifadeyi kullanır."),
            (whole(c * t), "Sabit terimi eklemeyi unutur."),
        ],
        rf"${a}x {signed(b)} = {point}$ eşitliğinden $x = {t}$ bulunur. Yerine yazılır: $f({point}) = {c} \cdot {t if t > 0 else f'({t})'} {signed(d)} = {right}$.",
        spare=[
            (whole(right + 1), "İşlem hatası yapar."),
            (whole(right + 2), "İşlem hatası yapar."),
            (whole(right - 1), "İşlem hatası yapar."),
            (whole(right + 3), "İşlem hatası yapar."),
        ],
        computed=f"({c} * (x - ({b})) / {a} + ({d})).subs(x, {point})",
    )


@template("tyt-mat-fonksiyonlar-bileske", topic=FUNCTIONS, difficulty=3, seconds=70)
def composition(rng: Random) -> Question:
    a, b = rng.choice([2, 3, 4]), rng.randint(1, 6) * rng.choice([1, -1])
    c, d = rng.randint(1, 3), rng.randint(1, 6) * rng.choice([1, -1])
    t = rng.randint(2, 5)
    inner = t * t if c == 1 else c * t
    g = "x^2" if c == 1 else f"{c}x"
    right = a * (inner + d) + b
    other = (a * t + b) ** 2 + d if c == 1 else c * (a * t + b) + d
    square = "w**2" if c == 1 else f"{c} * w"
    return exam_question(
        rf"Gerçek sayılarda tanımlı $f(x) = {a}x {signed(b)}$ ve $g(x) = {g} {signed(d)}$ fonksiyonları için $(f \circ g)({t})$ değeri kaçtır?",
        whole(right),
        [
            (whole(other), r"$(g \circ f)$ değerini bulur."),
            (whole((a * t + b) * (inner + d)), "Bileşke yerine fonksiyonların çarpımını bulur."),
            (whole(a * t + b + inner + d), "Bileşke yerine fonksiyonların toplamını bulur."),
            (whole(inner + d), r"Yalnız $g$ nin değerini bulur."),
        ],
        rf"Önce içteki fonksiyon: $g({t}) = {inner + d}$. Sonra $f({inner + d}) = {a} \cdot {inner + d if inner + d > 0 else f'({inner + d})'} {signed(b)} = {right}$.",
        spare=[
            (whole(right + 1), "İşlem hatası yapar."),
            (whole(right + a), "İşlem hatası yapar."),
            (whole(right - 1), "İşlem hatası yapar."),
        ],
        computed=f"(lambda f, g: f(g({t})))(lambda w: {a} * w + ({b}), lambda w: {square} + ({d}))",
    )


@template("tyt-mat-fonksiyonlar-grafik", topic=FUNCTIONS, difficulty=3, seconds=80)
def read_graph(rng: Random) -> Question:
    while True:
        start, top, end = rng.randint(0, 2), rng.randint(3, 5), rng.randint(0, 2)
        peak = rng.randint(2, 3)
        knots = [(0, start), (peak, top), (5, end)]
        values = {0: start, peak: top, 5: end}
        inner = rng.choice([0, 5])
        if values[inner] in values and values[inner] != inner and len({start, top, end}) == 3:
            break
    outer = values[inner]
    right = values[outer] + top
    drawing = Drawing(300, 240).arrow((50, 205), (280, 205)).arrow((50, 205), (50, 10))
    place = {k: (50 + 40 * k, 205 - 34 * v) for k, v in knots}
    drawing.polyline([place[k] for k, _ in knots], look="accent")
    for k, v in knots:
        spot = place[k]
        drawing.dot(spot, look="accent")
        if k:
            drawing.label((spot[0], 222), k, size=14)
            if v:
                drawing.line(spot, (spot[0], 205), dashed=True)
        if v:
            drawing.label((40, spot[1]), v, size=14, anchor="end")
            if k:
                drawing.line(spot, (50, spot[1]), dashed=True)
    drawing.label((276, 190), "x").label((66, 14), "y").label((38, 222), "0", size=14)
    return exam_question(
        rf"Şekilde $[0, 5]$ aralığında tanımlı $y = f(x)$ fonksiyonunun doğru parçalarından oluşan grafiği verilmiştir. "
        rf"Buna göre $(f \circ f)({inner}) + f({peak})$ toplamı kaçtır?",
        right,
        [
            (outer + top, r"$(f \circ f)$ yerine $f$ nin değerini kullanır."),
            (values[outer] + peak, "Grafikte yatay eksendeki değeri fonksiyonun değeri sanır."),
            (outer * outer + top, "Bileşke yerine değerin karesini alır."),
            (values[outer] * top, "Toplamak yerine çarpar."),
        ],
        rf"Grafikten $f({inner}) = {outer}$ okunur; $(f \circ f)({inner}) = f({outer}) = {values[outer]}$ olur. "
        rf"$f({peak}) = {top}$ olduğundan toplam ${values[outer]} + {top} = {right}$.",
        spare=[
            (right + 1, "Değerlerden birini yanlış okur."),
            (right + 2, "Değerlerden birini yanlış okur."),
            (right + 3, "Değerlerden birini yanlış okur."),
            (right + 4, "Değerlerden birini yanlış okur."),
        ],
        computed=f"(lambda f: f(f({inner})) + f({peak}))(lambda v: interpolate([(0, {start}), ({peak}, {top})], x).subs(x, v) if v <= {peak} "
        f"else interpolate([({peak}, {top}), (5, {end})], x).subs(x, v))",
        figure=drawing.figure(
            f"(0, {start}), ({peak}, {top}) ve (5, {end}) noktalarını birleştiren iki doğru parçasından oluşan grafik."
        ),
    )
