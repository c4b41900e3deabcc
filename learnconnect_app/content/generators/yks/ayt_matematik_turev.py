"""Parametric items of the unit `ayt-mat-limit-ve-turev`: limits, continuity, derivatives."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.ayt_matematik_writing import (
    Plane,
    coef,
    minus,
    poly,
    value,
)
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

LIMIT = "ayt-mat-limit-sureklilik"
RULES = "ayt-mat-turev-kurallari"
TANGENT = "ayt-mat-turev-geometrik-yorum"
EXTREMA = "ayt-mat-artan-azalan-ekstremum"
OPTIMAL = "ayt-mat-optimizasyon"


def slope(coefficients: list[int]) -> list[int]:
    """The derivative of a polynomial, highest power first."""
    n = len(coefficients) - 1
    return [number * (n - i) for i, number in enumerate(coefficients[:-1])]


def times(first: list[int], second: list[int]) -> list[int]:
    """The product of two polynomials, highest power first."""
    result = [0] * (len(first) + len(second) - 1)
    for i, u in enumerate(first):
        for j, v in enumerate(second):
            result[i + j] += u * v
    return result


def python(coefficients: list[int]) -> str:
    """A polynomial as an expression of a proof."""
    n = len(coefficients) - 1
    return " + ".join(f"({number})*x**{n - i}" for i, number in enumerate(coefficients))


@template("ayt-mat-limit-sureklilik-carpan", topic=LIMIT, difficulty=2, seconds=60)
def cancelled_factor(rng: Random) -> Question:
    a = rng.choice([-3, -2, -1, 1, 2, 3, 4])
    b = rng.choice([v for v in range(-6, 7) if v not in (a, 0)])
    c = rng.choice([v for v in range(-5, 6) if v not in (a, b, 0)])
    k = rng.choice([1, 2, 3])
    top, bottom = times([k, -k * a], [1, -b]), times([1, -a], [1, -c])
    right = Fraction(k * (a - b), a - c)
    return exam_question(
        rf"$$\lim_{{x \to {a}}} \frac{{{poly(top)}}}{{{poly(bottom)}}}$$"
        + "\n\nlimitinin değeri kaçtır?",
        shown(right),
        [
            ("0", r"Pay sıfır olduğundan limitin sıfır olduğunu sanır."),
            (shown(Fraction(a - b, a - c)), "Paydaki sabit çarpanı unutur.")
            if k > 1
            else (shown(right + 1), "Sadeleştirdikten sonra değeri yanlış hesaplar."),
            (
                shown(Fraction(k * (a + b), a + c)) if a + c else shown(k),
                "Çarpanlarda köklerin işaretini ters yazar.",
            ),
            (shown(k), "Yalnız en büyük dereceli terimlerin katsayılarını oranlar."),
        ],
        rf"$x = {a}$ yazılınca $\frac{{0}}{{0}}$ olur, ortak çarpan ${minus(a)}$ sadeleşir: "
        rf"$\frac{{{coef(k)}({minus(b)})}}{{{minus(c)}}}$. $x = {a}$ için değer ${tex(right)}$ bulunur.",
        spare=[
            (shown(-right), "İşaret hatası yapar."),
            (shown(1 / right), "Pay ile paydayı yer değiştirir."),
            (shown(right + 2), "İşlem hatası yapar."),
            (shown(right + 3), "İşlem hatası yapar."),
        ],
        computed=f"limit(({python(top)})/({python(bottom)}), x, {a})",
    )


@template("ayt-mat-limit-sureklilik-koklu", topic=LIMIT, difficulty=3, seconds=70)
def with_a_root(rng: Random) -> Question:
    n, k = rng.choice([2, 3, 4, 5]), rng.choice([1, 2, 3])
    a = rng.choice([1, 2, 3, 5])
    d = n * n - k * a
    right = Fraction(k, 2 * n)
    return exam_question(
        rf"$$\lim_{{x \to {a}}} \frac{{\sqrt{{{poly([k, d])}}} - {n}}}{{{minus(a)}}}$$"
        + "\n\nlimitinin değeri kaçtır?",
        shown(right),
        [
            (
                shown(Fraction(1, 2 * n)) if k > 1 else shown(Fraction(1, n)),
                "Kök içindeki $x$ in katsayısını hesaba katmaz."
                if k > 1
                else "Eşlenikte iki terimin toplanacağını unutur.",
            ),
            ("0", "Pay sıfır olduğundan limitin sıfır olduğunu sanır."),
            (shown(Fraction(2 * n, k)), "Sonucu ters çevirir."),
            (shown(2 * right), "Eşlenikte iki terimin toplanacağını unutur."),
        ],
        rf"Pay ve payda $\sqrt{{{poly([k, d])}}} + {n}$ ile çarpılır: $\frac{{{coef(k)}({minus(a)})}}{{({minus(a)})(\sqrt{{{poly([k, d])}}} + {n})}}$. "
        rf"Sadeleşince $\frac{{{k}}}{{{n} + {n}}} = {tex(right)}$.",
        spare=[
            (shown(right / 2), "Paydayı fazladan 2 ile çarpar."),
            (shown(-right), "İşaret hatası yapar."),
            (shown(k), "Köklü ifadeyi yok sayar."),
        ],
        computed=f"limit((sqrt({k}*x + ({d})) - {n})/(x - {a}), x, {a})",
    )


@template("ayt-mat-limit-sureklilik-parcali", topic=LIMIT, difficulty=3, seconds=70)
def continuous_pieces(rng: Random) -> Question:
    p, m = rng.choice([-2, 1, 2, 3]), rng.choice([-3, -2, 2, 3, 4, 5])
    c, d = rng.choice([-4, -1, 2, 5]), rng.choice([1, 2, 3])
    b = d * p * p + c - m * p
    plain = Fraction(d * p + c - b, p)
    return exam_number(
        rf"$$f(x) = \begin{{cases}} mx {signed(b)}, & x < {p} \\ {poly([d, 0, c])}, & x \ge {p} \end{{cases}}$$"
        "\n\nfonksiyonu her gerçel sayıda sürekli olduğuna göre, $m$ kaçtır?",
        m,
        rf"$x = {p}$ noktasında soldan limit ${coef(p)}m {signed(b)}$, sağdan limit ve fonksiyonun değeri ${d * p * p + c}$ olur. "
        rf"Eşitlenince $m = {m}$ bulunur.",
        mistakes=[
            (d * p * p + c - b, f"Son adımda {p} sayısına bölmeyi unutur."),
            (-m, "Denklemi çözerken işaret hatası yapar."),
            *(
                [(int(plain), "Karesi alınacak sayının karesini almaz.")]
                if plain.denominator == 1
                else []
            ),
        ],
        computed=f"solve(limit(m*x + ({b}), x, {p}) - limit({d}*x**2 + ({c}), x, {p}), m)[0]",
    )


@template("ayt-mat-turev-kurallari-carpim-bolum", topic=RULES, difficulty=3, seconds=70)
def product_or_quotient(rng: Random) -> Question:
    u = [rng.choice([1, 2, 3]), 0, rng.choice([-4, -2, 1, 3, 5])]
    w = [rng.choice([1, 2]), rng.choice([-3, 1, 2, 4])]
    k = rng.choice([1, 2, -1])
    while value(w, k) == 0:
        k += 1
    a, b, da, db = value(u, k), value(w, k), value(slope(u), k), w[0]
    if rng.random() < 0.5:
        right = Fraction(da * b + a * db)
        stem = rf"$f(x) = ({poly(u)})({poly(w)})$"
        test = f"diff(expand(({python(u)})*({python(w)})), x).subs(x, {k})"
        why = rf"$(uv)' = u'v + uv'$ kuralıyla $f'({k}) = ({da}) \cdot ({b}) + ({a}) \cdot ({db}) = {right}$"
        wrong = [
            (Fraction(da * db), "Türevlerin çarpımını alır."),
            (Fraction(da * b - a * db), "Çarpım kuralında toplamak yerine çıkarır."),
            (Fraction(a * b), "Türev yerine fonksiyonun değerini bulur."),
            (Fraction(da + db), "Türevleri toplar."),
        ]
    else:
        right = Fraction(da * b - a * db, b * b)
        stem = rf"$f(x) = \frac{{{poly(u)}}}{{{poly(w)}}}$"
        test = f"limit((({python(u)})/({python(w)}) - ({Fraction(a, b)}))/(x - ({k})), x, {k})".replace(
            f"({Fraction(a, b)})", f"Rational({a}, {b})"
        )
        why = rf"$\left(\frac{{u}}{{v}}\right)' = \frac{{u'v - uv'}}{{v^2}}$ kuralıyla $f'({k}) = \frac{{({da}) \cdot ({b}) - ({a}) \cdot ({db})}}{{({b})^2}} = {tex(right)}$"
        wrong = [
            (Fraction(da, db), "Türevlerin bölümünü alır."),
            (Fraction(da * b + a * db, b * b), "Payda çıkarmak yerine toplar."),
            (Fraction(da * b - a * db, b), "Paydanın karesini almaz."),
            (Fraction(a * db - da * b, b * b), "Paydaki terimlerin sırasını değiştirir."),
        ]
    return exam_question(
        f"{stem} olduğuna göre, $f'({k})$ kaçtır?",
        shown(right),
        [(shown(v), m) for v, m in wrong if v != right],
        f"{why}.",
        spare=[
            (shown(right + 1), "İşlem hatası yapar."),
            (shown(right - 2), "İşlem hatası yapar."),
            (shown(right + 3), "İşlem hatası yapar."),
            (shown(right - 4), "İşlem hatası yapar."),
        ],
        computed=test,
    )


@template("ayt-mat-turev-kurallari-zincir", topic=RULES, difficulty=3, seconds=70)
def chain_rule(rng: Random) -> Question:
    inner = [rng.choice([1, 2, 3]), rng.choice([-3, -2, 1, 2]), rng.choice([-1, 1, 2])]
    n, k = rng.choice([3, 4, 5]), rng.choice([-1, 1])
    while abs(value(inner, k)) not in (1, 2, 3) or value(slope(inner), k) == 0:
        inner = [rng.choice([1, 2, 3]), rng.choice([-3, -2, 1, 2]), rng.choice([-1, 1, 2])]
    u, du = value(inner, k), value(slope(inner), k)
    right = n * u ** (n - 1) * du
    return exam_question(
        rf"$f(x) = ({poly(inner)})^{n}$ olduğuna göre, $f'({k})$ kaçtır?",
        whole(right),
        [
            (whole(n * u ** (n - 1)), "İç fonksiyonun türeviyle çarpmayı unutur."),
            (whole(u ** (n - 1) * du), "Üssü çarpan olarak almaz."),
            (whole(n * du ** (n - 1)), "Önce iç fonksiyonun türevini alıp sonra kuvvetini alır."),
            (whole(n * u**n * du), "Üssü bir azaltmaz."),
        ],
        rf"Zincir kuralı: $f'(x) = {n}({poly(inner)})^{{{n - 1}}} \cdot ({poly(slope(inner))})$. $x = {k}$ için "
        rf"${n} \cdot ({u})^{{{n - 1}}} \cdot ({du}) = {right}$.",
        spare=[
            (whole(-right), "İşaret hatası yapar."),
            (whole(u**n), "Türev yerine fonksiyonun değerini bulur."),
            (whole(right + n), "İşlem hatası yapar."),
            (whole(right - n), "İşlem hatası yapar."),
        ],
        computed=f"diff(expand(({python(inner)})**{n}), x).subs(x, {k})",
    )


@template("ayt-mat-turev-kurallari-tanim", topic=RULES, difficulty=3, seconds=60)
def by_definition(rng: Random) -> Question:
    f = [rng.choice([1, 2]), 0, rng.choice([-5, -2, 3, 4]), rng.choice([-1, 2, 6])]
    k, m = rng.choice([-1, 1, 2]), rng.choice([2, 3, 4])
    d = value(slope(f), k)
    return exam_number(
        rf"$f(x) = {poly(f)}$ olduğuna göre,"
        "\n\n"
        rf"$$\lim_{{h \to 0}} \frac{{f({k} + {m}h) - f({k})}}{{h}}$$"
        "\n\nlimitinin değeri kaçtır?",
        m * d,
        rf"Limit $h$ nin katsayısı kadar çarpılmış türevdir: ${m} \cdot f'({k})$. $f'(x) = {poly(slope(f))}$ ve $f'({k}) = {d}$ olduğundan "
        rf"sonuç ${m * d}$ bulunur.",
        mistakes=[
            (d, f"{m} çarpanını hesaba katmaz."),
            (0, "Pay sıfıra gittiğinden limitin sıfır olduğunu sanır."),
            (value(f, k), "Türev yerine fonksiyonun değerini bulur."),
        ],
        computed=f"limit((({python(f)}).subs(x, {k} + {m}*t) - ({python(f)}).subs(x, {k}))/t, t, 0)",
    )


@template("ayt-mat-turev-geometrik-yorum-teget", topic=TANGENT, difficulty=3, seconds=80)
def tangent(rng: Random) -> Question:
    f = rng.choice([[1, rng.choice([-4, -3, -1, 2, 3]), rng.choice([-2, 1, 3, 5])], [1, 0, rng.choice([-4, -2, 1, 3]), rng.choice([-3, 1, 2])]])  # fmt: skip
    k = rng.choice([-2, -1, 1, 2, 3])
    while value(slope(f), k) == 0:
        k += 1
    m, y = value(slope(f), k), value(f, k)
    right = y - m * k
    return exam_question(
        rf"$y = {poly(f)}$ eğrisine, apsisi ${k}$ olan noktasından çizilen **teğet** $y$ eksenini hangi ordinatlı noktada keser?",
        whole(right),
        [
            (whole(y + m * k), "Doğru denkleminde apsisin işaretini ters alır."),
            (whole(y), "Eğri üzerindeki noktanın ordinatını verir."),
            (whole(m), "Teğetin eğimini verir."),
            (whole(f[-1]), "Eğrinin $y$ eksenini kestiği noktayı verir."),
        ],
        rf"$f({k}) = {y}$ ve $f'(x) = {poly(slope(f))}$ olduğundan eğim $f'({k}) = {m}$. Teğet $y = {m}(x {signed(-k)}) {signed(y)}$; "
        rf"$x = 0$ için $y = {right}$.",
        spare=[
            (whole(-right), "İşaret hatası yapar."),
            (whole(right + 2), "İşlem hatası yapar."),
            (whole(right - 3), "İşlem hatası yapar."),
            (whole(right + 4), "İşlem hatası yapar."),
            (whole(right - 5), "İşlem hatası yapar."),
        ],
        computed=f"div({python(f)}, (x - ({k}))**2, x)[1].subs(x, 0)",
    )


@template("ayt-mat-turev-geometrik-yorum-paralel", topic=TANGENT, difficulty=3, seconds=60)
def parallel_tangent(rng: Random) -> Question:
    a, b, c = rng.choice([1, 2, 3]), rng.choice([-7, -5, -3, 1, 3, 5]), rng.choice([-4, 1, 2, 6])
    x0 = rng.choice([-3, -2, -1, 1, 2, 3, 4])
    m = 2 * a * x0 + b
    while m in (0, b):
        b += 1
        m = 2 * a * x0 + b
    normal = rng.random() < 0.4 and abs(m) > 1
    line = (
        rf"$y = {coef(Fraction(-1, m))}x {signed(c)}$"
        if normal
        else rf"$y = {coef(m)}x {signed(c + 1)}$"
    )
    how = "**dik**" if normal else "**paralel**"
    return exam_question(
        rf"$y = {poly([a, b, c])}$ parabolünün hangi apsisli noktasındaki teğeti {line} doğrusuna {how} olur?",
        whole(x0),
        [
            (whole(-x0), "İşaret hatası yapar."),
            (shown(Fraction(m - b, a)), "Türevde üssü çarpan olarak almaz."),
            (shown(Fraction(-m - b, 2 * a)), "Eğimin işaretini ters alır."),
            (shown(Fraction(-b, 2 * a)), "Türevi sıfıra eşitler, tepe noktasını bulur."),
        ],
        (
            rf"Dik doğruların eğimleri çarpımı $-1$ olduğundan teğetin eğimi ${m}$. "
            if normal
            else rf"Paralel doğruların eğimleri eşittir: teğetin eğimi ${m}$. "
        )
        + rf"$y' = {poly([2 * a, b])} = {m}$ denkleminden $x = {x0}$ bulunur.",
        spare=[
            (whole(m), "Eğimi apsis sanır."),
            (whole(x0 + 1), "İşlem hatası yapar."),
            (whole(x0 - 1), "İşlem hatası yapar."),
            (whole(x0 + 2), "İşlem hatası yapar."),
        ],
        computed=f"[v for v in range(-20, 21) if discriminant({python([a, b, c])} - ({m})*(x - v) - ({python([a, b, c])}).subs(x, v), x) == 0][0]",
    )


@template("ayt-mat-turev-geometrik-yorum-grafik", topic=TANGENT, difficulty=4, seconds=90)
def tangent_in_a_picture(rng: Random) -> Question:
    a, n, m = rng.choice([2, 3, 4]), rng.choice([1, 2, 3]), rng.choice([Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(2)])  # fmt: skip
    while (m * a).denominator > 1 or m * a + n > 9:
        a, m = rng.choice([2, 4]), rng.choice([Fraction(1, 2), Fraction(1)])
    y = int(m * a + n)
    unit = 165 / (y + 2)
    plane = Plane((-1.8, a + 2.2), (-0.9, y + 2.4), (42, unit))
    bend = 0.35 * (y + 2) / (a + 2)
    plane.curve(lambda v: y + float(m) * (v - a) - bend * (v - a) ** 2, a - 1.7, a + 1.7)
    plane.drawing.line(plane.at(-1, n - float(m)), plane.at(a + 1.2, y + 1.2 * float(m)))
    plane.drawing.line(plane.at(a, 0), plane.at(a, y), dashed=True, look="muted")
    plane.drawing.line(plane.at(0, y), plane.at(a, y), dashed=True, look="muted")
    plane.drawing.dot(plane.at(a, y))
    plane.label(a, 0, a, 0, 14).label(0, y, y, -13).label(0, n, n, 12, 10)
    plane.label(a + 1.7, y + float(m) * 1.7 - bend * 1.7**2, "y = f(x)", -4, 16, 14)
    right = y + a * m
    return exam_question(
        rf"Şekilde $y = f(x)$ eğrisi ile ona $x = {a}$ noktasında teğet olan doğru verilmiştir. Teğet, $y$ eksenini ${n}$ noktasında kesmekte ve "
        rf"$({a}, {y})$ noktasından geçmektedir. $g(x) = x \cdot f(x)$ olduğuna göre, $g'({a})$ kaçtır?",
        shown(right),
        [
            (shown(m), "Çarpımın türevinde yalnız $f'$ değerini alır."),
            (shown(a * m), "Çarpım kuralının ilk terimini unutur."),
            (shown(a * y), "Türev yerine $g$ fonksiyonunun değerini bulur."),
            (whole(y), "Çarpım kuralının ikinci terimini unutur."),
        ],
        rf"Teğetin eğimi $f'({a}) = \frac{{{y} - {n}}}{{{a}}} = {tex(m)}$, ayrıca $f({a}) = {y}$. $g'(x) = f(x) + x f'(x)$ olduğundan "
        rf"$g'({a}) = {y} + {a} \cdot {tex(m)} = {tex(right)}$.",
        spare=[
            (shown(y + m), "$x$ çarpanını yerine yazmaz."),
            (shown(right + n), "Kesim noktasını da ekler."),
            (shown(right + 2), "İşlem hatası yapar."),
        ],
        computed=f"diff(x*interpolate([(0, {n}), ({a}, {y})], x), x).subs(x, {a})",
        figure=plane.drawing.figure(
            f"Bir eğri ve ({a}, {y}) noktasındaki teğeti; teğet y eksenini {n} noktasında kesiyor."
        ),
    )
