"""Parametric items of the unit `ayt-mat-logaritma-ve-diziler`: powers, logarithms, sequences."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.ayt_matematik_writing import minus, poly
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, signed, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

LOGARITHM = "ayt-mat-ustel-logaritma"
EQUATIONS = "ayt-mat-logaritmik-denklem"
SEQUENCES = "ayt-mat-diziler"


@template("ayt-mat-ustel-logaritma-deger", topic=LOGARITHM, difficulty=2, seconds=60)
def value_of_logarithms(rng: Random) -> Question:
    base, low, high = rng.choice([(2, 2, 3), (2, 3, 4), (2, 3, 5), (2, 2, 5), (3, 2, 3), (3, 1, 4), (2, 3, 2), (2, 4, 3), (3, 2, 1), (5, 2, 3), (5, 1, 2), (3, 3, 4)])  # fmt: skip
    other, power = rng.choice([(7, -1), (7, -2), (11, -1), (6, 2), (6, -2), (10, -3), (10, -2), (10, 3)])  # fmt: skip
    first = Fraction(high, low)
    right = first + power
    shown_power = str(other**power) if power > 0 else rf"\frac{{1}}{{{other**-power}}}"
    return exam_question(
        rf"$\log_{{{base**low}}} {base**high} + \log_{{{other}}} {shown_power}$ toplamı kaçtır?",
        shown(right),
        [
            (
                shown(1 / first + power),
                "Birinci logaritmada taban ile sayının üslerini ters böler.",
            ),
            (shown(first - power), "İkinci logaritmanın işaretini yanlış alır."),
            (shown(first * power), "Logaritmaları toplamak yerine çarpar."),
            (shown(high - low + power), "Birinci logaritmada üsleri bölmek yerine çıkarır."),
        ],
        rf"$\log_{{{base**low}}} {base**high} = {shown(first).strip('$')}$ olur, çünkü ${base**low} = {base}^{{{low}}}$ ve ${base**high} = {base}^{{{high}}}$. "
        rf"$\log_{{{other}}} {shown_power} = {power}$. Toplam {shown(right)} bulunur.",
        spare=[
            (shown(first), "İkinci logaritmayı sıfır sanır."),
            (shown(right + 1), "Toplama işleminde yanılır."),
        ],
        computed=f"log({base**high}, {base**low}) + log(Rational({other})**({power}), {other})",
    )


@template("ayt-mat-ustel-logaritma-cinsinden", topic=LOGARITHM, difficulty=3, seconds=70)
def in_terms_of(rng: Random) -> Question:
    p, q = rng.choice([(2, 1), (3, 1), (1, 2), (2, 2), (3, 2), (1, 3), (4, 1), (2, 3), (1, 1)])
    tens = rng.choice([0, 1, -1])
    number = Fraction(2**p * 3**q) * Fraction(10) ** tens
    power_of_ten = rf" \cdot 10^{{{tens}}}" if tens else ""
    inside = str(number) if number.denominator == 1 else f"{float(number):g}".replace(".", "{,}")

    def power(letter: str, n: int) -> str:
        return letter if n == 1 else f"{letter}^{n}"

    def term(u: int, v: int, w: int) -> str:
        two = "" if u == 0 else f"{'' if u == 1 else u}a"
        three = "" if v == 0 else f"{'' if v == 1 else v}b"
        tail = f" {signed(w)}" if w else ""
        return f"${two} + {three}{tail}$"

    return exam_question(
        rf"$\log 2 = a$ ve $\log 3 = b$ olduğuna göre, $\log {inside}$ ifadesinin $a$ ve $b$ cinsinden eşiti aşağıdakilerden hangisidir?",
        term(p, q, tens),
        [
            (term(q, p, tens), "2 ve 3 çarpanlarının üslerini karıştırır.")
            if p != q
            else (term(p + 1, q, tens), "2 çarpanının üssünü 1 fazla bulur."),
            (
                rf"${'' if p * q == 1 else p * q}ab{f' {signed(tens)}' if tens else ''}$",
                "Çarpımın logaritmasını logaritmaların çarpımı sanır.",
            ),
            (
                rf"${power(chr(97), p)} + {power(chr(98), q)}{f' {signed(tens)}' if tens else ''}$"
                if p > 1 or q > 1
                else f"$a - b{f' {signed(tens)}' if tens else ''}$",
                "Üsleri katsayı olarak değil, kuvvet olarak yazar."
                if p > 1 or q > 1
                else "Çarpımın logaritmasında terimleri çıkarır.",
            ),
            (
                term(p, q, -tens) if tens else term(p, q, 1),
                r"$10$ çarpanının kuvvetini ters işaretle alır."
                if tens
                else "Fazladan bir 10 çarpanı katar.",
            ),
        ],
        rf"${inside} = 2^{p} \cdot 3^{q}{power_of_ten}$ yazılır. Çarpımın logaritması logaritmaların toplamıdır, üsler katsayı olur: {term(p, q, tens)}.",
        spare=[(term(p + 1, q + 1, tens), "Üsleri 1 fazla bulur.")],
        computed=f"[factorint(Rational({number.numerator}, {number.denominator}) * 100)[2]*a + factorint(Rational({number.numerator}, {number.denominator}) * 100)[3]*b - 2*a + (factorint(Rational({number.numerator}, {number.denominator}) * 100).get(5, 0) - 2)*(1 - a)][0]",
    )


@template("ayt-mat-ustel-logaritma-tanim-kumesi", topic=LOGARITHM, difficulty=3, seconds=70)
def domain(rng: Random) -> Question:
    p = rng.randint(-3, 3)
    q = p + rng.randint(5, 9)
    # base x - p > 0 and not 1; number q - x > 0
    right = q - p - 1 - 1
    return exam_question(
        rf"$f(x) = \log_{{({minus(p)})}} ({q} - x)$ fonksiyonunu tanımlı yapan kaç tane $x$ **tam sayısı** vardır?",
        right,
        [
            (right + 1, "Tabanın 1 olamayacağını gözden kaçırır."),
            (
                right + 2,
                "Tabanın 1 olamayacağını ve logaritması alınan sayının pozitif olması gerektiğini birlikte gözden kaçırır.",
            ),
            (right - 1, "Logaritması alınan sayının da 1 olamayacağını sanır."),
            (right + 3, "Uçları da çözüme katar."),
        ],
        rf"Taban pozitif ve 1 den farklı olmalıdır: $x > {p}$ ve $x \ne {p + 1}$. Logaritması alınan sayı pozitif olmalıdır: $x < {q}$. "
        rf"${p} < x < {q}$ aralığındaki {q - p - 1} tam sayıdan ${p + 1}$ çıkarılır: {right}.",
        computed=f"len([v for v in range(-40, 40) if v - ({p}) > 0 and v - ({p}) != 1 and {q} - v > 0])",
    )


@template("ayt-mat-logaritmik-denklem-toplam", topic=EQUATIONS, difficulty=3, seconds=80)
def sum_of_logarithms(rng: Random) -> Question:
    base, k = rng.choice([(2, 3), (2, 4), (2, 5), (3, 2), (3, 3), (6, 2), (10, 1), (10, 2), (12, 1), (15, 1), (20, 1), (6, 1)])  # fmt: skip
    product = base**k
    pairs = [(u, product // u) for u in range(1, product) if product % u == 0 and u * u < product]
    u, v = rng.choice(pairs)
    root = rng.randint(1, 9)
    # (x + s)(x + t) = product, x + s = u, x + t = v
    s, t = u - root, v - root
    false_root = -(s + t) - root
    name = r"\log" if base == 10 else rf"\log_{{{base}}}"
    return exam_question(
        rf"${name} ({poly([1, s])}) + {name} ({poly([1, t])}) = {k}$ denklemini sağlayan $x$ gerçel sayısı kaçtır?",
        whole(root),
        [
            (whole(false_root), "Logaritması alınan ifadeleri negatif yapan kökü alır."),
            (whole(root + false_root), "İkinci dereceden denklemin köklerini toplar."),
            (
                shown(Fraction(product - s - t, 2)),
                "Logaritmaların toplamını toplamın logaritması sanır.",
            ),
            (whole(root + 1), "İkinci dereceden denklemi çözerken işlem hatası yapar."),
        ],
        rf"$({poly([1, s])})({poly([1, t])}) = {base}^{{{k}}} = {product}$ olur. Kökler ${root}$ ve ${false_root}$; ikinci kökte logaritması alınan "
        rf"ifadeler negatif olur. Çözüm $x = {root}$.",
        spare=[
            (whole(root + 2), "İşlem hatası yapar."),
            (whole(-root), "Çarpanların kökünün işaretini karıştırır."),
            (whole(product), "Çarpımı kök sanır."),
        ],
        computed=f"[v for v in range(-200, 1000) if v + ({s}) > 0 and v + ({t}) > 0 and abs(math.log(v + ({s}), {base}) + math.log(v + ({t}), {base}) - {k}) < 1e-9][0]",
    )


@template("ayt-mat-logaritmik-denklem-ustel", topic=EQUATIONS, difficulty=3, seconds=70)
def exponential_equation(rng: Random) -> Question:
    base = rng.choice([2, 3, 5])
    top = {2: 5, 3: 3, 5: 2}[base]
    p, q = sorted(rng.sample(range(0, top + 1), 2))
    u, v = base**p, base**q
    right = p + q
    return exam_question(
        rf"${base * base}^x - {u + v} \cdot {base}^x + {u * v} = 0$ denkleminin köklerinin toplamı kaçtır?",
        right,
        [
            (u + v, rf"${base}^x$ için bulduğu değerleri kök sanıp toplar."),
            (u * v, rf"${base}^x$ için bulduğu değerleri çarpar."),
            (q, "Yalnız büyük kökü alır."),
            (right + 1, "Kuvvetlerden birini 1 fazla bulur."),
        ],
        rf"${base}^x = t$ denirse $t^2 - {u + v}t + {u * v} = 0$, yani $t = {u}$ ya da $t = {v}$ olur. ${base}^x = {u}$ için $x = {p}$, "
        rf"${base}^x = {v}$ için $x = {q}$; toplam ${right}$.",
        spare=[
            (right + 2, "Kuvvetleri yanlış bulur."),
            (2 * right + 3, "Kuvvetleri yanlış bulur."),
            (right + 4, "Kuvvetleri yanlış bulur."),
            (right + 5, "Kuvvetleri yanlış bulur."),
        ],
        computed=f"sum(w for w in range(-5, 15) if Rational({base * base})**w - {u + v}*Rational({base})**w + {u * v} == 0)",
    )


@template("ayt-mat-logaritmik-denklem-esitsizlik", topic=EQUATIONS, difficulty=3, seconds=60)
def logarithmic_inequality(rng: Random) -> Question:
    base, k = rng.choice([(2, 2), (2, 3), (2, 4), (3, 2), (5, 1), (3, 1), (4, 2), (7, 1)])
    p = rng.choice([-4, -2, -1, 1, 2, 3, 5])
    size = base**k
    right = size - 1
    return exam_number(
        rf"$\log_{{{base}}} ({minus(p)}) < {k}$ eşitsizliğini sağlayan kaç tane $x$ **tam sayısı** vardır?",
        right,
        rf"Taban 1 den büyük olduğundan ${minus(p)} < {size}$; ayrıca ${minus(p)} > 0$ olmalıdır. ${p} < x < {size + p}$ aralığında {right} tam sayı vardır.",
        mistakes=[
            (size, "Sınırlardan birini de sayar."),
            (size + 1, "Her iki sınırı da sayar."),
            *([(size + p - 1, "Yalnız pozitif tam sayıları sayar.")] if p < 0 else []),
        ],
        computed=f"sum(1 for v in range(-20, 200) if v - ({p}) > 0 and v - ({p}) < Rational({base})**{k})",
    )


@template("ayt-mat-diziler-aritmetik", topic=SEQUENCES, difficulty=3, seconds=70)
def arithmetic_sum(rng: Random) -> Question:
    first, d = rng.choice([-7, -4, -1, 1, 2, 3, 5]), rng.choice([2, 3, 4, 5])
    i, j = rng.choice([(3, 7), (4, 9), (2, 8), (5, 11), (3, 10)])
    n = rng.choice([10, 12, 15, 20])
    at = {k: first + (k - 1) * d for k in (i, j, n)}
    right = n * (first + at[n]) // 2
    return exam_question(
        rf"Bir aritmetik dizide $a_{{{i}}} = {at[i]}$ ve $a_{{{j}}} = {at[j]}$ olduğuna göre, ilk {n} terimin toplamı kaçtır?",
        whole(right),
        [
            (whole(at[n]), rf"Toplam yerine $a_{{{n}}}$ terimini verir."),
            (whole(n * (first + at[n])), "Toplam formülünde 2'ye bölmeyi unutur."),
            (
                whole(right + n * d // 2 if n * d % 2 == 0 else right + n * d),
                "Son terimde ortak farkı bir fazla ekler.",
            ),
            (whole(n * (at[i] + at[j])), "İlk ve son terim yerine verilen terimleri kullanır."),
        ],
        rf"Ortak fark $\frac{{{at[j]} - ({at[i]})}}{{{j} - {i}}} = {d}$, ilk terim $a_1 = {first}$, $a_{{{n}}} = {at[n]}$ olur. "
        rf"$S_{{{n}}} = \frac{{{n}}}{{2}}({first} + {at[n]}) = {right}$.",
        spare=[
            (whole(right - d), "Terimleri 1 eksik sayar."),
            (whole(right + d), "İşlem hatası yapar."),
        ],
        computed=f"sum(interpolate([({i}, {at[i]}), ({j}, {at[j]})], x).subs(x, v) for v in range(1, {n} + 1))",
    )


@template("ayt-mat-diziler-geometrik", topic=SEQUENCES, difficulty=3, seconds=70)
def geometric_term(rng: Random) -> Question:
    first, ratio = rng.choice([1, 2, 3, 4, 5, 6]), rng.choice([2, 3, -2])
    i, gap = rng.choice([2, 3]), 3
    j = i + gap
    k = j + rng.choice([1, 2])
    at = {v: first * ratio ** (v - 1) for v in (i, j, k)}
    right = at[k]
    step = (at[j] - at[i]) // gap
    return exam_question(
        rf"Bir geometrik dizide $a_{{{i}}} = {at[i]}$ ve $a_{{{j}}} = {at[j]}$ olduğuna göre, $a_{{{k}}}$ kaçtır?",
        whole(right),
        [
            (whole(at[j] + (k - j) * step), "Diziyi aritmetik dizi gibi düşünür."),
            (whole(right * ratio), "Ortak çarpanı bir kez fazla uygular."),
            (whole(-right), "Ortak çarpanın işaretini karıştırır."),
            (whole(right // ratio), "Ortak çarpanı bir kez eksik uygular."),
        ],
        rf"$\frac{{a_{{{j}}}}}{{a_{{{i}}}}} = r^{gap} = {ratio**gap}$ olduğundan $r = {ratio}$. $a_{{{k}}} = {at[j]} \cdot ({ratio})^{k - j} = {right}$.",
        spare=[
            (whole(at[j] * gap), "Terimi terim sayısı farkıyla çarpar."),
            (whole(2 * right + 1), "İşlem hatası yapar."),
        ],
        computed=f"[Rational({at[j]}) * v**{k - j} for v in range(-9, 10) if v and Rational({at[i]}) * v**{gap} == {at[j]}][0]",
    )


@template("ayt-mat-diziler-yinelemeli", topic=SEQUENCES, difficulty=3, seconds=70)
def recursive(rng: Random) -> Question:
    first, step, plus = rng.choice([1, 2, 3, 5]), rng.choice([2, 3, 4]), rng.choice([-1, 1, 2])
    n = rng.choice([8, 10, 11, 15])
    right = first + step * (n - 1) * n // 2 + plus * (n - 1)
    return exam_number(
        rf"$a_1 = {first}$ ve her $n$ pozitif tam sayısı için $a_{{n + 1}} = a_n + {step}n {signed(plus)}$ olan dizide $a_{{{n}}}$ kaçtır?",
        right,
        rf"$n = 1$ den $n = {n - 1}$ e kadar eşitlikler alt alta toplanır: $a_{{{n}}} = a_1 + {step}(1 + 2 + \cdots + {n - 1}) {signed(plus * (n - 1))}$. "
        rf"${first} + {step} \cdot {n * (n - 1) // 2} {signed(plus * (n - 1))} = {right}$.",
        mistakes=[
            (right + step * n + plus, "Bir adım fazla toplar."),
            (right - plus * (n - 1), "Sabit terimleri toplamaz."),
            (right - first, "İlk terimi eklemeyi unutur."),
        ],
        computed=f"list(itertools.accumulate(range(1, {n}), lambda u, v: u + {step}*v + ({plus}), initial={first}))[-1]",
    )
