"""Parametric items of the unit `ayt-mat-integral`: antiderivatives, definite integrals, areas."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.ayt_matematik_writing import Plane, minus, poly, value
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

ANTIDERIVATIVE = "ayt-mat-belirsiz-integral"
DEFINITE = "ayt-mat-belirli-integral"
AREA = "ayt-mat-integral-alan"


@template("ayt-mat-belirsiz-integral-polinom", topic=ANTIDERIVATIVE, difficulty=2, seconds=50)
def antiderivative(rng: Random) -> Question:
    a, b, c = rng.choice([1, 2, 3, 4, 5]), rng.choice([-4, -3, -2, 2, 3, 5]), rng.choice([-7, -5, 1, 2, 4])  # fmt: skip

    def option(p: int, q: int, r: int, *, linear: bool = True) -> str:
        return f"${poly([p, q, r, 0] if linear else [p, q, r])} + c$"

    return exam_question(
        rf"$$\int ({poly([3 * a, 2 * b, c])})\,dx$$"
        + "\n\nintegralinin sonucu aşağıdakilerden hangisidir?",
        option(a, b, c),
        [
            (f"${poly([6 * a, 2 * b])} + c$", "İntegral yerine türev alır."),
            (option(3 * a, 2 * b, c), "Üsleri artırır ama yeni üsse bölmez."),
            (
                option(a, b, c, linear=False),
                "Kuvvetlerin üssünü artırmaz, yalnız katsayıları böler.",
            ),
            (f"${poly([a, b, 0, c])} + c$", "Sabit terimin integralini sabit sanır."),
        ],
        rf"Her terimin üssü 1 artırılıp yeni üsse bölünür: $\frac{{{3 * a}x^3}}{{3}} {'+' if b > 0 else '-'} \frac{{{abs(2 * b)}x^2}}{{2}} {'+' if c > 0 else '-'} {'' if abs(c) == 1 else abs(c)}x + c$. "
        rf"Sonucun türevi ${poly([3 * a, 2 * b, c])}$ olur.",
        computed=f"integrate({3 * a}*x**2 + ({2 * b})*x + ({c}), x) + c",
    )


@template("ayt-mat-belirsiz-integral-kosul", topic=ANTIDERIVATIVE, difficulty=3, seconds=70)
def through_a_point(rng: Random) -> Question:
    a, b, c = rng.choice([1, 2, 3]), rng.choice([-3, -2, 1, 2, 4]), rng.choice([-4, -1, 3, 5])
    d = rng.choice([-6, -3, 2, 5, 7])
    k, t = rng.choice([(1, 2), (1, 3), (-1, 1), (-1, 2), (2, -1), (0, 2), (2, 1)])
    f = [a, b, c, d]
    given, right = value(f, k), value(f, t)
    no_constant = value([a, b, c, 0], t)
    return exam_question(
        rf"$f'(x) = {poly([3 * a, 2 * b, c])}$ ve $f({k}) = {given}$ olduğuna göre, $f({t})$ kaçtır?",
        whole(right),
        [
            (whole(no_constant), "İntegral sabitini hesaba katmaz."),
            (whole(no_constant + given), "Verilen değeri doğrudan integral sabiti sanır.")
            if given != d
            else (whole(no_constant - given), "İntegral sabitinin işaretini ters alır."),
            (whole(value([3 * a, 2 * b, c], t)), f"$f({t})$ yerine $f'({t})$ değerini bulur."),
            (whole(no_constant - d), "İntegral sabitinin işaretini ters alır."),
        ],
        rf"$f(x) = {poly([a, b, c, 0])} + c$ olur. $f({k}) = {value([a, b, c, 0], k)} + c = {given}$ eşitliğinden $c = {d}$ ve $f({t}) = {right}$ bulunur.",
        spare=[
            (whole(d), "İntegral sabitini verir."),
            (whole(right + 2), "İşlem hatası yapar."),
            (whole(right - 1), "İşlem hatası yapar."),
        ],
        computed=f"{given} + integrate({3 * a}*x**2 + ({2 * b})*x + ({c}), (x, {k}, {t}))",
    )


@template("ayt-mat-belirsiz-integral-degisken", topic=ANTIDERIVATIVE, difficulty=3, seconds=70)
def by_substitution(rng: Random) -> Question:
    n, a, k = rng.choice([2, 3, 4, 5]), rng.choice([-5, -3, 1, 2, 4]), rng.choice([1, 2, 3])
    inside = poly([1, 0, a])

    def option(factor: Fraction, power: int) -> str:
        front = tex(factor) if factor != 1 else ""
        return rf"${front}({inside})^{power} + c$"

    right = Fraction(k, n + 1)
    return exam_question(
        rf"$$\int {2 * k}x({inside})^{n}\,dx$$"
        + "\n\nintegralinin sonucu aşağıdakilerden hangisidir?",
        option(right, n + 1),
        [
            (
                option(Fraction(2 * k, n + 1), n + 1),
                r"$2x\,dx = du$ dönüşümündeki 2 çarpanını unutur.",
            ),
            (option(Fraction(k), n + 1), "Yeni üsse bölmeyi unutur."),
            (option(Fraction(k, n), n), "Üssü artırmadan eski üsse böler."),
            (
                rf"${tex(Fraction(k, n + 1))}x^2({inside})^{n + 1} + c$",
                "Dıştaki çarpanı da ayrıca integre eder.",
            ),
        ],
        rf"$u = {inside}$ denirse $du = 2x\,dx$ olur: $\int {'' if k == 1 else k}u^{n}\,du = {tex(right)}u^{n + 1} + c$.",
        spare=[(option(Fraction(k * (n + 1)), n + 1), "Yeni üsse bölmek yerine çarpar.")],
        computed=f"integrate(expand({2 * k}*x*(x**2 + ({a}))**{n}), x) + {Fraction(k, n + 1).numerator}*Rational(1, {Fraction(k, n + 1).denominator})*Rational({a})**{n + 1} + c",
    )


@template("ayt-mat-belirli-integral-polinom", topic=DEFINITE, difficulty=2, seconds=60)
def of_a_polynomial(rng: Random) -> Question:
    f = [rng.choice([1, 2]), rng.choice([-3, -1, 1, 2]), rng.choice([-5, -2, 3, 4]), 0]
    p = rng.choice([-2, -1, 1])
    q = p + rng.choice([2, 3])
    g = [3 * f[0], 2 * f[1], f[2]]
    at_q, at_p = value(f, q), value(f, p)
    right = at_q - at_p
    return exam_question(
        rf"$$\int_{{{p}}}^{{{q}}} ({poly(g)})\,dx$$" + "\n\nintegralinin değeri kaçtır?",
        whole(right),
        [
            (whole(at_p - at_q), "Alt sınırdaki değerden üst sınırdaki değeri çıkarır."),
            (whole(at_q + at_p), "Sınırlardaki değerleri toplar."),
            (whole(value(g, q) - value(g, p)), "İntegral almadan sınırları yerine yazar."),
            (whole(at_q), "Alt sınırdaki değeri çıkarmaz."),
        ],
        rf"İlkel fonksiyon $F(x) = {poly(f)}$ olur. $F({q}) - F({p}) = {at_q} - ({at_p}) = {right}$.",
        spare=[
            (whole(right + 2), "İşlem hatası yapar."),
            (whole(right - 3), "İşlem hatası yapar."),
            (whole(right + 5), "İşlem hatası yapar."),
        ],
        computed=f"[Rational({q} - ({p}), 6)*(u.subs(x, {p}) + 4*u.subs(x, Rational({p + q}, 2)) + u.subs(x, {q})) for u in [{g[0]}*x**2 + ({g[1]})*x + ({g[2]})]][0]",
    )


@template("ayt-mat-belirli-integral-ozellik", topic=DEFINITE, difficulty=3, seconds=70)
def by_properties(rng: Random) -> Question:
    a = rng.choice([-2, -1, 0, 1])
    b = a + rng.choice([2, 3, 4])
    c = b + rng.choice([1, 2, 3])
    u, v = rng.choice([-3, 2, 4, 5, 7]), rng.choice([-4, -2, 3, 6])
    m, k = rng.choice([2, 3]), rng.choice([1, 2, 4])
    # integral of f over [a, b] is u, over [c, b] is v
    right = m * (u - v) + k * (c - a)
    return exam_number(
        rf"$$\int_{{{a}}}^{{{b}}} f(x)\,dx = {u}, \quad \int_{{{c}}}^{{{b}}} f(x)\,dx = {v}$$"
        "\n\nolduğuna göre, "
        rf"$\int_{{{a}}}^{{{c}}} ({m}f(x) + {k})\,dx$ kaçtır?",
        right,
        rf"Sınırlar yer değişince işaret değişir: $\int_{{{b}}}^{{{c}}} f(x)\,dx = {-v}$. Buradan $\int_{{{a}}}^{{{c}}} f(x)\,dx = {u} {signed(-v)} = {u - v}$; "
        rf"sonuç ${m} \cdot ({u - v}) + {k} \cdot ({c} - ({a})) = {right}$.",
        mistakes=[
            (m * (u + v) + k * (c - a), "Sınırları yer değişen integralin işaretini değiştirmez."),
            (m * (u - v) + k, "Sabitin integralinde aralığın uzunluğuyla çarpmaz."),
            (m * (u - v), "Sabitin integralini eklemez."),
        ],
        computed=f"integrate({m}*Rational({u}, {b - a}) + {k}, (x, {a}, {b})) + integrate({m}*Rational({-v}, {c - b}) + {k}, (x, {b}, {c}))",
    )


@template("ayt-mat-belirli-integral-mutlak", topic=DEFINITE, difficulty=3, seconds=70)
def of_an_absolute_value(rng: Random) -> Question:
    a = rng.choice([-1, 1, 2, 3])
    left, right_part = rng.choice([1, 2, 3]), rng.choice([1, 2, 4, 5])
    while left == right_part:
        right_part += 2
    p, q = a - left, a + right_part
    total = Fraction(left**2 + right_part**2, 2)
    return exam_question(
        rf"$$\int_{{{p}}}^{{{q}}} |{minus(a)}|\,dx$$" + "\n\nintegralinin değeri kaçtır?",
        shown(total),
        [
            (shown(Fraction(right_part**2 - left**2, 2)), "Mutlak değeri yok sayar."),
            (shown(2 * total), "Üçgenlerin alanında 2'ye bölmeyi unutur."),
            (
                shown(Fraction(right_part**2, 2)),
                "Yalnız mutlak değerin içinin pozitif olduğu parçayı alır.",
            ),
            (shown(Fraction((left + right_part) ** 2, 2)), "Bütün aralığı tek bir üçgen sanır."),
        ],
        rf"İntegral $x = {a}$ noktasında ikiye ayrılır. Taban ve yükseklikleri {left} ile {right_part} olan iki dik üçgenin alanı toplanır: "
        rf"$\frac{{{left**2}}}{{2}} + \frac{{{right_part**2}}}{{2}} = {tex(total)}$.",
        spare=[
            (shown(left + right_part), "Aralığın uzunluğunu verir."),
            (shown(total + 1), "İşlem hatası yapar."),
        ],
        computed=f"integrate({a} - x, (x, {p}, {a})) + integrate(x - ({a}), (x, {a}, {q}))",
    )


@template("ayt-mat-integral-alan-parabol", topic=AREA, difficulty=3, seconds=80)
def under_a_parabola(rng: Random) -> Question:
    p = rng.choice([-3, -2, -1, 0, 1])
    q = p + rng.choice([2, 3, 4])
    a = rng.choice([-2, -1, 1, 2])
    f = [a, -a * (p + q), a * p * q]
    right = Fraction(abs(a) * (q - p) ** 3, 6)
    peak = -a * (q - p) ** 2 / 4
    top, bottom = max(peak, 0.0), min(peak, 0.0)
    unit = 120 / (top - bottom)
    low, high = min(p, 0) - 1.0, max(q, 0) + 1.0
    margin = 32 / unit
    plane = Plane((low, high), (bottom - margin, top + margin), (38, unit))
    plane.drawing.polygon(plane.points(lambda v: float(value(f, v)), p, q), filled=True)
    plane.curve(lambda v: float(value(f, v)), p - 0.12, q + 0.12)
    side = -13 if a < 0 else 14
    for root in (p, q):
        if root:
            plane.label(root, 0, root, -13 if root == p else 13, side)
    return exam_question(
        rf"$y = {poly(f)}$ parabolü ile $x$ ekseni arasında kalan bölgenin alanı kaç birimkaredir?",
        shown(right),
        [
            (shown(2 * right), "Alanı iki katı bulur; üçe bölerken yanılır."),
            (shown(Fraction((q - p) ** 3, 6)), "Başkatsayıyı hesaba katmaz.")
            if abs(a) > 1
            else (
                shown(Fraction((q - p) ** 3, 3)),
                "İntegralde birinci dereceli terimi yanlış alır.",
            ),
            (
                shown(Fraction(abs(a) * (q - p) ** 3, 4)),
                "Bölgeyi, tabanı ve yüksekliği aynı olan dikdörtgen sanır.",
            ),
            (
                shown(Fraction(abs(a) * (q - p) ** 3, 8)),
                "Bölgeyi, tabanı ve yüksekliği aynı olan üçgen sanır.",
            ),
        ],
        rf"Kökler ${p}$ ve ${q}$ olur. Bölge $x$ ekseninin {'üstünde' if a < 0 else 'altında olduğundan integralin işareti değiştirilir ve alan'} "
        rf"$\left| \int_{{{p}}}^{{{q}}} ({poly(f)})\,dx \right| = {tex(right)}$ bulunur.",
        spare=[
            (shown(-right), "Eksenin altındaki alanı negatif alır."),
            (shown(right + 1), "İşlem hatası yapar."),
        ],
        computed=f"abs(integrate({a}*(x - ({p}))*(x - ({q})), (x, {p}, {q})))",
        figure=plane.drawing.figure(
            f"x eksenini {p} ve {q} noktalarında kesen parabol; eksenle arasındaki bölge taralı."
        ),
    )


@template("ayt-mat-integral-alan-dogru-parabol", topic=AREA, difficulty=4, seconds=100)
def between_line_and_parabola(rng: Random) -> Question:
    p = rng.choice([-3, -2, -1, 0])
    q = p + rng.choice([2, 3, 4, 5])
    m, n = rng.choice([-2, -1, 1, 2]), rng.choice([-1, 2, 3, 4])
    f = [1, m - (p + q), n + p * q]
    right = Fraction((q - p) ** 3, 6)
    return exam_question(
        rf"$y = {poly(f)}$ parabolü ile $y = {poly([m, n])}$ doğrusu arasında kalan sınırlı bölgenin alanı kaç birimkaredir?",
        shown(right),
        [
            (shown(2 * right), "İntegralde paydaları karıştırıp alanı iki katı bulur."),
            (shown(Fraction((q - p) ** 3, 4)), "Sınırlı bölgeyi dikdörtgen sanır."),
            (
                shown(Fraction((q - p) ** 3, 3)),
                "Farkın yalnız ikinci dereceli terimini integre eder.",
            ),
            (shown(Fraction((q - p) ** 2, 2)), "Bölgeyi üçgen sanır."),
        ],
        rf"Ortak noktalar: ${poly(f)} = {poly([m, n])}$, yani $({minus(p)})({minus(q)}) = 0$; $x = {p}$ ve $x = {q}$. Bu aralıkta doğru üsttedir: "
        rf"$\int_{{{p}}}^{{{q}}} ({poly([-1, p + q, -p * q])})\,dx = {tex(right)}$.".replace(
            "(x)(", "x("
        ),
        spare=[
            (shown(right / 2), "Bölgenin yalnız yarısını alır."),
            (shown(right + 1), "İşlem hatası yapar."),
            (shown(q - p), "Kesim noktalarının uzaklığını verir."),
        ],
        computed=f"[abs(integrate({m}*x + ({n}) - (x**2 + ({f[1]})*x + ({f[2]})), (x, min(s), max(s)))) for s in [solve(x**2 + ({f[1]})*x + ({f[2]}) - ({m}*x + ({n})), x)]][0]",
    )


@template("ayt-mat-integral-alan-isaretli", topic=AREA, difficulty=3, seconds=70)
def signed_areas(rng: Random) -> Question:
    a, b, c = rng.choice([(-3, 1, 4), (-2, 1, 5), (-4, -1, 3), (1, 3, 6), (-5, -2, 2)])
    first, second = rng.sample([3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2)
    m = rng.choice([2, 3])
    right = m * (first - second)
    height = 1.5
    low, high = min(a, 0) - 1.0, max(c, 0) + 1.0
    plane = Plane((low, high), (-3, 3), (32, 28))

    def wave(v: float) -> float:
        s = height * 6 / max((b - a) ** 2, 6) if v < b else height * 6 / max((c - b) ** 2, 6)
        return s * (v - a) * (b - v) if v < b else s * (v - b) * (v - c)

    plane.drawing.polygon(plane.points(wave, a, b), filled=True)
    plane.drawing.polygon(plane.points(wave, b, c), filled=True)
    plane.curve(wave, a, b).curve(wave, b, c)
    plane.label((a + b) / 2, 0, "A", 8 if abs((a + b) / 2) < 0.6 else 0, -17)
    plane.label((b + c) / 2, 0, "B", 8 if abs((b + c) / 2) < 0.6 else 0, 20)
    plane.label(a, 0, a, -8, 14).label(b, 0, b, 9, -12).label(c, 0, c, 9, -12)
    return exam_question(
        rf"Şekilde $y = f(x)$ eğrisi ile $x$ ekseni arasında kalan bölgelerin alanları $A = {first}$ ve $B = {second}$ birimkaredir. Buna göre "
        rf"$\int_{{{a}}}^{{{c}}} {m}f(x)\,dx$ kaçtır?",
        whole(right),
        [
            (whole(m * (first + second)), "İntegrali toplam alan sanır."),
            (whole(first - second), f"Fonksiyonun {m} ile çarpıldığını unutur."),
            (whole(-right), "Eksenin üstündeki ve altındaki bölgelerin işaretlerini ters alır."),
            (whole(first + second), "Alanları toplar, çarpanı da unutur."),
        ],
        rf"Eksenin üstündeki bölge artı, altındaki bölge eksi işaretle katılır: $\int_{{{a}}}^{{{c}}} f(x)\,dx = {first} - {second} = {first - second}$. "
        rf"{m} katı ${right}$ olur.",
        spare=[
            (whole(second - first), "İşaretleri ters alır, çarpanı da unutur."),
            (whole(m * first), "Yalnız eksenin üstündeki bölgeyi alır."),
            (whole(m * second), "Yalnız eksenin altındaki bölgeyi, artı işaretle alır."),
        ],
        computed=f"integrate({m}*Rational({first}, {b - a}), (x, {a}, {b})) - integrate({m}*Rational({second}, {c - b}), (x, {b}, {c}))",
        figure=plane.drawing.figure(
            f"x eksenini {a}, {b} ve {c} noktalarında kesen eğri; {a} ile {b} arasında eksenin üstünde A, {b} ile {c} arasında altında B bölgesi."
        ),
    )
