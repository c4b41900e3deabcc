"""Parametric items of the unit `tyt-mat-uslu-koklu`: powers, roots, factoring."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.tyt_matematik_writing import signed, tex, whole
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

POWERS = "tyt-mat-uslu-sayilar"
ROOTS = "tyt-mat-koklu-sayilar"
FACTORS = "tyt-mat-carpanlara-ayirma"


@template("tyt-mat-uslu-sayilar-ayni-taban", topic=POWERS, difficulty=2, seconds=60)
def same_base(rng: Random) -> Question:
    base = rng.choice([2, 3, 5])
    e1, e2, e3 = rng.sample([2, 3, 4], 3) if base == 2 else rng.sample([1, 2, 3], 3)
    p, q, r = rng.randint(3, 7), rng.randint(2, 6), rng.randint(2, 4)
    right = e1 * p + e2 * q - e3 * r

    def power(exponent: int) -> str:
        return f"${base}^{{{exponent}}}$"

    return exam_question(
        rf"$$\frac{{{base**e1}^{{{p}}} \cdot {base**e2}^{{{q}}}}}{{{base**e3}^{{{r}}}}}$$"
        "\n\nifadesi aşağıdakilerden hangisine eşittir?",
        power(right),
        [
            (
                power(p + q - r),
                f"Tabanları {base} sayısının kuvveti olarak yazmadan üsleri toplar.",
            ),
            (power(e1 * p + e2 * q + e3 * r), "Bölmede üsleri çıkarmak yerine toplar."),
            (power(e1 * p * e2 * q - e3 * r), "Çarpmada üsleri toplamak yerine çarpar."),
            (power(e1 + p + e2 + q - e3 - r), "Kuvvetin kuvvetinde üsleri çarpmak yerine toplar."),
        ],
        rf"Tabanlar ${base}$ yapılır: $\frac{{{base}^{{{e1 * p}}} \cdot {base}^{{{e2 * q}}}}}{{{base}^{{{e3 * r}}}}}$. "
        rf"Çarpmada üsler toplanır, bölmede çıkarılır: ${e1 * p} + {e2 * q} - {e3 * r} = {right}$.",
        spare=[
            (power(right + 1), "Üsleri toplarken 1 fazla bulur."),
            (power(right - 1), "Üsleri toplarken 1 eksik bulur."),
        ],
        computed=f"Rational({base**e1}**{p} * {base**e2}**{q}, {base**e3}**{r})",
    )


@template("tyt-mat-uslu-sayilar-ortak-carpan", topic=POWERS, difficulty=3, seconds=70)
def common_power(rng: Random) -> Question:
    base, exponent = rng.choice(
        [(2, 3), (2, 4), (2, 5), (2, 6), (3, 2), (3, 3), (3, 4), (5, 2), (5, 3)]
    )
    up, minus = rng.choice([1, 2, 3] if base == 2 else [1, 2]), rng.random() < 0.5
    factor = base**up - 1 if minus else base**up + 1
    total = factor * base**exponent
    shift = rng.choice([0, 1, 2])
    x = exponent + shift
    first = f"x + {up - shift}" if up > shift else ("x" if up == shift else f"x - {shift - up}")
    second = "x" if shift == 0 else f"x - {shift}"
    return exam_question(
        rf"$${base}^{{{first}}} {'-' if minus else '+'} {base}^{{{second}}} = {total}$$"
        "\n\neşitliğini sağlayan $x$ tam sayısı kaçtır?",
        x,
        [
            (x + 1, "Ortak çarpan parantezine alırken üssü 1 eksik yazar."),
            (x - 1, "Ortak çarpan parantezine alırken üssü 1 fazla yazar."),
            (x + up, "Büyük üssü $x$ sanır."),
            (x + 2, "Sonucu kuvvet olarak yazarken yanılır."),
        ],
        rf"${base}^{{{second}}}$ ortak çarpandır: ${base}^{{{second}}} \cdot ({base**up} {'-' if minus else '+'} 1) = {total}$. "
        rf"Buradan ${base}^{{{second}}} = {base**exponent} = {base}^{exponent}$ ve $x = {x}$ olur.",
        spare=[(x + 3, "Üsleri yanlış karşılaştırır."), (x + 4, "Üsleri yanlış karşılaştırır.")],
        computed=f"[i for i in range(1, 15) if Rational({base}) ** (i + {up - shift}) {'-' if minus else '+'} Rational({base}) ** (i - {shift}) == {total}][0]",
    )


@template("tyt-mat-uslu-sayilar-basamak-sayisi", topic=POWERS, difficulty=4, seconds=80)
def how_many_digits(rng: Random) -> Question:
    small, extra = rng.randint(5, 12), rng.randint(1, 4)
    more_twos = rng.random() < 0.6
    twos, fives = (small + extra, small) if more_twos else (small, small + extra)
    left = 2**extra if more_twos else 5**extra
    even = twos % 2 == 0
    power = f"4^{{{twos // 2}}}" if even else f"2^{{{twos}}}"
    right = small + len(str(left))
    return exam_question(
        rf"$${power} \cdot 5^{{{fives}}}$$"
        "\n\nçarpımının sonucu kaç basamaklı bir doğal sayıdır?",
        right,
        [
            (small, "Yalnız sondaki sıfırları sayar."),
            (small + extra, "Büyük üssü basamak sayısı sanır."),
            (twos + fives, "Üslerin toplamını basamak sayısı sanır."),
            (right + 1, "10'un kuvvetinin basamak sayısını da ekleyip 1 fazla bulur."),
        ],
        (rf"${power} = 2^{{{twos}}}$ yazılır. " if even else "")
        + rf"$2$ ve $5$ çarpanları eşleştirilir: ${left} \cdot 10^{{{small}}}$. Bu sayı {left} sayısının sonuna {small} sıfır "
        rf"yazılarak elde edilir; ${len(str(left))} + {small} = {right}$ basamaklıdır.",
        spare=[
            (right - 1, "Basamakları 1 eksik sayar."),
            (right + 2, "Basamakları 2 fazla sayar."),
            (right + 3, "Basamakları 3 fazla sayar."),
        ],
        computed=f"len(str(2**{twos} * 5**{fives}))",
    )


@template("tyt-mat-koklu-sayilar-toplama", topic=ROOTS, difficulty=2, seconds=50)
def sum_of_roots(rng: Random) -> Question:
    m = rng.choice([2, 3, 5, 6, 7])
    p, q, r = rng.sample([2, 3, 4, 5, 6, 7], 3)
    while p + q - r < 2 or p * p + q * q - r * r in (1, (p + q - r) ** 2) or p * p + q * q < r * r:
        p, q, r = rng.sample([2, 3, 4, 5, 6, 7], 3)
    right = p + q - r

    def root(factor: int) -> str:
        return rf"${'' if factor == 1 else '-' if factor == -1 else factor}\sqrt{{{m}}}$"

    return exam_question(
        rf"$$\sqrt{{{p * p * m}}} + \sqrt{{{q * q * m}}} - \sqrt{{{r * r * m}}}$$"
        "\n\nişleminin sonucu kaçtır?",
        root(right),
        [
            (root(p + q + r), "Çıkarılacak terimi toplar."),
            (rf"$\sqrt{{{(p * p + q * q - r * r) * m}}}$", "Kök içlerini toplayıp çıkarır."),
            (root(p * p + q * q - r * r), "Kök dışına çıkan çarpanın karekökünü almayı unutur."),
            (str(right * m), "Kökü yok sayar."),
        ],
        rf"Kare çarpanlar kök dışına çıkarılır: ${p}\sqrt{{{m}}} + {q}\sqrt{{{m}}} - {r}\sqrt{{{m}}} = "
        rf"{'' if right == 1 else right}\sqrt{{{m}}}$.",
        spare=[
            (root(right + 1), "Katsayıları toplarken 1 fazla bulur."),
            (root(right + 2), "Katsayıları toplarken 2 fazla bulur."),
        ],
        computed=f"sqrt({p * p * m}).evalf(40) + sqrt({q * q * m}).evalf(40) - sqrt({r * r * m}).evalf(40)",
    )


@template("tyt-mat-koklu-sayilar-eslenik", topic=ROOTS, difficulty=3, seconds=60)
def conjugate(rng: Random) -> Question:
    while True:
        m, n = rng.choice([3, 5, 6, 7, 10, 11, 13]), rng.choice([2, 3, 4])
        gap = m - n * n
        if gap > 0 and (gap > 1 or rng.random() < 0.3):
            break
    k = rng.choice([2, 3, 4, 5])
    top = k * gap
    minus = rng.random() < 0.5
    sign, other = ("-", "+") if minus else ("+", "-")
    return exam_question(
        rf"$$\frac{{{top}}}{{\sqrt{{{m}}} {sign} {n}}}$$"
        "\n\nifadesinin eşiti aşağıdakilerden hangisidir?",
        rf"${k}\sqrt{{{m}}} {other} {k * n}$",
        [
            (rf"${k}\sqrt{{{m}}} {sign} {k * n}$", "Eşleniği alırken işareti değiştirmez."),
            (
                rf"$\sqrt{{{m}}} {other} {n}$" if top != 1 else rf"$\sqrt{{{m}}}$",
                "Paydaki çarpanı tamamen sadeleşmiş sanır.",
            ),
            (rf"${k}\sqrt{{{m}}} {other} {n}$", "Çarpanı yalnız köklü terimle çarpar."),
            (
                rf"${top}\sqrt{{{m}}} {other} {top * n}$",
                "Paydadaki iki kare farkına bölmeyi unutur.",
            ),
        ],
        rf"Pay ve payda eşlenik $\sqrt{{{m}}} {other} {n}$ ile çarpılır. Payda ${m} - {n * n} = {gap}$ olur: "
        rf"$\frac{{{top}(\sqrt{{{m}}} {other} {n})}}{{{gap}}} = {k}\sqrt{{{m}}} {other} {k * n}$.",
        spare=[
            (rf"${k + 1}\sqrt{{{m}}} {other} {k * n + n}$", "Sadeleştirirken 1 fazla bulur."),
        ],
        computed=f"{top} / (sqrt({m}) {sign} {n})",
    )


@template("tyt-mat-koklu-sayilar-ic-ice", topic=ROOTS, difficulty=4, seconds=70)
def nested_root(rng: Random) -> Question:
    p, q = rng.choice(
        [
            (3, 2),
            (5, 2),
            (5, 3),
            (6, 5),
            (7, 2),
            (7, 3),
            (7, 5),
            (7, 6),
            (10, 3),
            (11, 2),
            (6, 2),
            (10, 7),
        ]
    )
    minus = rng.random() < 0.5
    sign = "-" if minus else "+"
    other = "+" if minus else "-"
    middle = rf"2\sqrt{{{p * q}}}" if rng.random() < 0.6 else rf"\sqrt{{{4 * p * q}}}"
    return exam_question(
        rf"$$\sqrt{{{p + q} {sign} {middle}}}$$"
        "\n\nifadesinin eşiti aşağıdakilerden hangisidir?",
        rf"$\sqrt{{{p}}} {sign} \sqrt{{{q}}}$",
        [
            (
                rf"$\sqrt{{{q}}} - \sqrt{{{p}}}$" if minus else rf"$\sqrt{{{p}}} - \sqrt{{{q}}}$",
                "Karekökün negatif olamayacağını gözden kaçırır."
                if minus
                else "Ortadaki işareti yanlış alır.",
            ),
            (rf"$\sqrt{{{p}}} {other} \sqrt{{{q}}}$", "Ortadaki işareti yanlış alır."),
            (f"{p - q if minus else p + q}", "Toplanan sayıların karekökünü almaz."),
            (
                rf"$\sqrt{{{p + q}}} {sign} \sqrt{{{2 * p * q}}}$",
                "Karekökü terimlere ayrı ayrı dağıtır.",
            ),
        ],
        rf"Toplamları {p + q}, çarpımları {p * q} olan sayılar {p} ile {q} sayılarıdır: "
        rf"${p + q} {sign} 2\sqrt{{{p * q}}} = (\sqrt{{{p}}} {sign} \sqrt{{{q}}})^2$. Karekök negatif olamaz; sonuç pozitiftir.",
        spare=[
            (rf"$\sqrt{{{p + q}}} {sign} {q}$", "Terimleri yanlış eşleştirir."),
            (rf"$\sqrt{{{p * q}}} {sign} 1$", "Çarpımı kök içinde bırakıp toplamı gözetmez."),
        ],
        computed=f"sqrt({p + q} {sign} 2 * sqrt({p * q}))",
    )


@template("tyt-mat-carpanlara-ayirma-kareler-toplami", topic=FACTORS, difficulty=2, seconds=60)
def sum_of_squares(rng: Random) -> Question:
    minus = rng.random() < 0.5
    if minus:
        value, product = rng.randint(3, 9), rng.randint(2, 12)
        right = value * value + 2 * product
        equation, sign = f"x - y = {value}", "+"
        root = f"({value} + sqrt({value * value + 4 * product})) / 2"
        other = f"(({root}) - {value})"
    else:
        value = rng.randint(5, 10)
        product = rng.randint(2, value * value // 4 - 1)
        right = value * value - 2 * product
        equation, sign = f"x + y = {value}", "-"
        root = f"({value} + sqrt({value * value - 4 * product})) / 2"
        other = f"({value} - ({root}))"
    opposite = value * value - 2 * product if minus else value * value + 2 * product
    return exam_question(
        rf"${equation}$ ve $x \cdot y = {product}$ olduğuna göre $x^2 + y^2$ toplamı kaçtır?",
        whole(right),
        [
            (whole(opposite), "Özdeşlikte $2xy$ teriminin işaretini yanlış alır."),
            (whole(value * value), "$2xy$ terimini unutur."),
            (whole(value * value + (product if minus else -product)), "$2xy$ yerine $xy$ alır."),
            (whole(2 * value + 2 * product), "Kare almak yerine 2 ile çarpar."),
        ],
        rf"${'(x - y)' if minus else '(x + y)'}^2 = x^2 {'-' if minus else '+'} 2xy + y^2$ özdeşliğinden "
        rf"$x^2 + y^2 = {value}^2 {sign} 2 \cdot {product} = {right}$ bulunur.",
        spare=[
            (whole(right + 2), "İşlem hatasıyla 2 fazla bulur."),
            (whole(right + 4), "İşlem hatasıyla 4 fazla bulur."),
        ],
        computed=f"expand(({root}) ** 2 + {other} ** 2)",
    )


@template("tyt-mat-carpanlara-ayirma-sadelestir", topic=FACTORS, difficulty=3, seconds=70)
def simplify_fraction(rng: Random) -> Question:
    p = rng.choice([2, 3, 4, 5, 6]) * rng.choice([1, -1])
    q = rng.choice([n for n in range(-6, 7) if n not in (0, p, -p)])

    def over(top: int, bottom: int) -> str:
        return rf"$\frac{{x {signed(top)}}}{{x {signed(bottom)}}}$"

    total = p + q
    linear = (
        ""
        if total == 0
        else f"+ {total}x"
        if total > 1
        else f"- {-total}x"
        if total < -1
        else "+ x"
        if total == 1
        else "- x"
    )
    return exam_question(
        rf"$$\frac{{x^2 {linear} {signed(p * q)}}}{{x^2 - {p * p}}}$$"
        "\n\nifadesinin en sade biçimi aşağıdakilerden hangisidir?",
        over(q, -p),
        [
            (over(-q, -p), "Paydaki çarpanın işaretini yanlış alır."),
            (over(q, p), "Paydada kalan çarpanın işaretini yanlış alır."),
            (over(-p, q), "Kesri ters çevirir."),
            (over(-q, p), "İki çarpanın da işaretini yanlış alır."),
        ],
        rf"Pay $(x {signed(p)})(x {signed(q)})$, payda $(x {signed(p)})(x {signed(-p)})$ olarak çarpanlarına ayrılır. "
        rf"Ortak çarpan sadeleşir: $\frac{{x {signed(q)}}}{{x {signed(-p)}}}$.",
        computed=f"cancel((x**2 + ({total}) * x + ({p * q})) / (x**2 - {p * p}))",
    )


@template("tyt-mat-carpanlara-ayirma-iki-kare-farki", topic=FACTORS, difficulty=2, seconds=60)
def difference_of_squares(rng: Random) -> Question:
    total = rng.choice([100, 200, 50, 80, 60])
    gap = rng.choice([2, 4, 6, 8, 12, 14, 16, 18, 22, 24, 26])
    high, low = (total + gap) // 2, (total - gap) // 2
    divisor = rng.choice([d for d in (2, 4, 5, 10, 20) if total * gap % d == 0])
    right = total * gap // divisor
    return exam_number(
        rf"$$\frac{{{high}^2 - {low}^2}}{{{divisor}}}$$"
        "\n\nişleminin sonucu kaçtır?",
        right,
        rf"İki kare farkı: $({high} - {low})({high} + {low}) = {gap} \cdot {total} = {gap * total}$. "
        rf"${gap * total} : {divisor} = {tex(Fraction(right))}$.",
        mistakes=[
            (round(gap * gap / divisor, 4), "$a^2 - b^2$ ifadesini $(a - b)^2$ sanır."),
            (gap * total, "Paydaya bölmeyi unutur."),
        ],
        computed=f"Rational(sum(2 * i + 1 for i in range({low}, {high})), {divisor})",
    )
