"""AYT Kimya: equilibria of gases, acids, bases and salts."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex
from learnconnect_app.content.generators.yks.kimya_writing import formula, molar_mass
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


def _frac(value: Fraction) -> str:
    """A number, a short decimal or a fraction."""
    return num(value) if value.denominator in (1, 2, 4, 5, 8, 10, 20, 25, 50, 100) else (
        rf"$\frac{{{value.numerator}}}{{{value.denominator}}}$"
    )  # fmt: skip


def power(exponent: int, factor: str = "") -> str:
    return rf"${factor + chr(92) + 'cdot ' if factor else ''}10^{{{exponent}}}$"


@template("ayt-kim-kimyasal-denge-kc", topic="ayt-kim-kimyasal-denge", difficulty=3, seconds=90)
def equilibrium_constant(rng: Random) -> Question:
    litres = rng.choice([1, 2, 4])
    a, b, c = rng.choice([(1, 1, 1), (1, 1, 2), (2, 1, 2), (1, 2, 1)])
    shift = Fraction(rng.choice([1, 2]))
    left_x, left_y = Fraction(rng.choice([1, 2, 4])), Fraction(rng.choice([1, 2, 4]))
    start_x, start_y = left_x + a * shift, left_y + b * shift
    made = c * shift
    n = (left_x, left_y, made)
    x, y, z = (amount / litres for amount in n)
    right = z**c / (x**a * y**b)

    def part(number: int, name: str) -> str:
        return f"{number if number > 1 else ''}{name}(g)"

    raw = made**c / (left_x**a * left_y**b)
    starts = z**c / ((start_x / litres) ** a * (start_y / litres) ** b)
    power_text = [f"^{k}" if k > 1 else "" for k in (a, b, c)]
    return exam_question(
        f"{part(a, 'X')} + {part(b, 'Y')} ⇌ {part(c, 'Z')}\n\n{litres} L'lik kapalı bir kaba {num(start_x)} mol X ve {num(start_y)} mol Y konuyor. Sabit sıcaklıkta denge kurulduğunda kapta {num(made)} mol Z bulunuyor. Bu sıcaklıkta derişimler cinsinden denge sabiti $K_c$ kaçtır?",
        _frac(right),
        [
            (_frac(1 / right), "Girenleri paya, ürünü paydaya yazar."),
            (_frac(starts), "Denge derişimleri yerine başlangıç derişimlerini kullanır."),
            (
                _frac(raw) if raw != right else _frac(right * 2),
                "Mol sayılarını hacme bölmez."
                if raw != right
                else "Katsayıyı çarpan olarak katar.",
            ),
            (
                _frac(z / (x * y)) if z / (x * y) != right else _frac(right / 2),
                "Katsayıları üs olarak yazmaz."
                if z / (x * y) != right
                else "Ürünün derişimini yarıya böler.",
            ),
        ],
        rf"{num(made)} mol Z için {num(a * shift)} mol X ve {num(b * shift)} mol Y harcanır; dengede {num(left_x)} mol X, {num(left_y)} mol Y kalır. Derişimler ${tex(x)}$, ${tex(y)}$ ve ${tex(z)}$ M: $K_c = \frac{{[Z]{power_text[2]}}}{{[X]{power_text[0]}[Y]{power_text[1]}}} = {tex(right)}$.",
        spare=[
            (_frac(right * 4), "Hacmin karesini fazladan katar."),
            (_frac(right / 4), "Hacmin karesine fazladan böler."),
            (_frac(right * 3), "Denge mollerini yanlış hesaplar."),
        ],
        computed=f"(lambda s: (({c}*s/{litres})**{c})/((({exact(start_x)} - {a}*s)/{litres})**{a}*(({exact(start_y)} - {b}*s)/{litres})**{b}))(solve({c}*x - {exact(made)}, x)[0])",
        reads=exact(right),
    )


@template("ayt-kim-kimyasal-denge-mol", topic="ayt-kim-kimyasal-denge", difficulty=4, seconds=95)
def equilibrium_amount(rng: Random) -> Question:
    q = rng.choice(
        [Fraction(1, 2), Fraction(1), Fraction(2), Fraction(4), Fraction(6), Fraction(8)]
    )
    run = Fraction(rng.choice([1, 2, 3, 4, 6]), 10)
    # start n, reacted run: 2 run / (n - run) = q
    start = run + 2 * run / q
    k = q * q
    right = 2 * run
    litres = rng.choice([1, 2, 5])
    gases = rng.choice([("H₂", "I₂", "HI"), ("H₂", "Br₂", "HBr"), ("N₂", "O₂", "NO")])
    if (start * 1000).denominator != 1:
        run *= 3
        start, right = run + 2 * run / q, 2 * run
    one, two, product = gases
    return exam_question(
        f"{one}(g) + {two}(g) ⇌ 2{product}(g)\n\n{litres} L'lik boş bir kaba {num(start)} mol {one} ve {num(start)} mol {two} konuyor. Belirli bir sıcaklıkta $K_c = {tex(k)}$ olduğuna göre dengede kaç mol {product} bulunur?",
        num(right),
        [
            (num(run), "Tepkimeye giren mol sayısını ürünün mol sayısı sanır."),
            (num(start - run), "Dengede kalan giren mol sayısını bulur."),
            (num(2 * start), "Tepkimenin tamamen gerçekleştiğini varsayar."),
            (num(start), "Ürünün molünün başlangıç molüne eşit olduğunu sanır."),
            (num(right * 2), "Ürünün katsayısıyla iki kez çarpar."),
        ],
        rf"Dengede {one} ve {two}: $({tex(start)} - x)$, {product}: $2x$ mol; hacim sadeleşir. $\frac{{(2x)^2}}{{({tex(start)} - x)^2}} = {tex(k)}$ eşitliğinin karekökü alınır: $x = {tex(run)}$, {product} ${tex(right)}$ mol.",
        spare=[
            (num(right / 4), "Karekök almayı unutur."),
            (num(right * 3), "Denge bağıntısını yanlış çözer."),
        ],
        computed=f"[2*s for s in solve((2*x)**2 - {exact(k)}*({exact(start)} - x)**2, x) if 0 < s < {exact(start)}][0]",
    )


@template("ayt-kim-kimyasal-denge-kp", topic="ayt-kim-kimyasal-denge", difficulty=4, seconds=90)
def pressure_constant(rng: Random) -> Question:
    left, shift = Fraction(rng.choice([1, 2, 4, 5])), Fraction(rng.choice([1, 2, 3]), rng.choice([1, 2]))  # fmt: skip
    start = left + shift
    total = left + 2 * shift
    right = (2 * shift) ** 2 / left
    return exam_question(
        f"N₂O₄(g) ⇌ 2NO₂(g)\n\nSabit hacimli boş bir kaba konulan N₂O₄ gazının basıncı {num(start)} atm'dir. Aynı sıcaklıkta denge kurulduğunda toplam basınç {num(total)} atm olduğuna göre $K_p$ kaçtır?",
        num(right),
        [
            (_frac(left / (4 * shift * shift)), "Giren ile ürünün yerini değiştirir."),
            (num(2 * shift / left), "Katsayıyı üs olarak yazmaz."),
            (_frac((2 * shift) ** 2 / start), "N₂O₄'ün başlangıç basıncını kullanır."),
            (num(shift**2 / left), "NO₂ basıncının azalmanın iki katı olduğunu gözden kaçırır."),
        ],
        rf"$x$ kadar azalma olsun: $({tex(start)} - x) + 2x = {tex(total)}$, $x = {tex(shift)}$. $P_{{N_2O_4}} = {tex(left)}$, $P_{{NO_2}} = {tex(2 * shift)}$ atm ve $K_p = \frac{{({tex(2 * shift)})^2}}{{{tex(left)}}} = {tex(right)}$.",
        spare=[
            (num(right * 2), "Karesini alırken iki katına çıkarır."),
            (_frac(total**2 / left), "NO₂ yerine toplam basıncı kullanır."),
        ],
        computed=f"(lambda s: (2*s)**2/({exact(start)} - s))(solve({exact(start)} - x + 2*x - {exact(total)}, x)[0])",
    )


@template("ayt-kim-asit-baz-dengesi-kuvvetli", topic="ayt-kim-asit-baz-dengesi", difficulty=2, seconds=65)  # fmt: skip
def strong_ph(rng: Random) -> Question:
    plain, is_base = rng.choice([("NaOH", True), ("KOH", True), ("HNO3", False)])
    exponent = rng.choice([1, 2, 3])
    litres = Fraction(rng.choice([1, 2, 4, 5, 10, 20]), 10)
    m = molar_mass(plain) * litres / 10**exponent
    right = 14 - exponent if is_base else exponent
    masses = {"NaOH": "NaOH: 40", "KOH": "KOH: 56", "HNO3": "HNO₃: 63"}[plain]
    grams = f"{float(m):.5f}".rstrip("0").rstrip(".").replace(".", ",")
    return exam_question(
        f"{grams} gram {formula(plain)} ile hazırlanan {num(litres)} L sulu çözeltinin 25 °C'taki pH değeri kaçtır? ({masses} g/mol)",
        right,
        [
            (14 - right, "pH ile pOH değerini karıştırır."),
            (right + 1, "Mol sayısını bulurken 10 kat hata yapar."),
            (right - 1 if right > 1 else right + 2, "Derişimin üssünü yanlış okur."),
            (7, "Çözeltiyi nötr sanır."),
        ],
        rf"$n = \frac{{m}}{{M_A}} = {tex(litres / 10**exponent) if (litres / 10**exponent).denominator <= 1000 else f'{float(litres / 10**exponent):.5f}'.rstrip('0').replace('.', '{,}')}$ mol, derişim $10^{{-{exponent}}}$ M. "
        + (
            f"$[\\text{{OH}}^-] = 10^{{-{exponent}}}$, pOH {exponent} ve pH 14 − {exponent} = {right}."
            if is_base
            else f"$[\\text{{H}}^+] = 10^{{-{exponent}}}$, pH = {right}."
        ),
        spare=[
            (right + 3, "Hacmi hesaba katmaz."),
            (15 - right, "pH ile pOH toplamını yanlış alır."),
        ],
        computed=(f"14 + log({exact(m)}/{molar_mass(plain)}/{exact(litres)}, 10)" if is_base else f"-log({exact(m)}/{molar_mass(plain)}/{exact(litres)}, 10)"),
    )  # fmt: skip


@template("ayt-kim-asit-baz-dengesi-zayif", topic="ayt-kim-asit-baz-dengesi", difficulty=3, seconds=75)  # fmt: skip
def weak_ph(rng: Random) -> Question:
    while True:
        a, c = rng.choice([5, 6, 7, 8, 9]), rng.choice([1, 2, 3])
        if (a + c) % 2 == 0 and a - c >= 4:
            break
    half = (a + c) // 2
    is_base = rng.random() < 0.5
    right = 14 - half if is_base else half
    name = rng.choice(["XOH", "Y"]) if is_base else rng.choice(["HX", "HY", "HZ"])
    given = {1: "0,1", 2: "0,01", 3: "0,001"}[c]
    what = "baz" if is_base else "asit"
    constant = "K_b" if is_base else "K_a"
    return exam_question(
        f"25 °C'ta {given} M zayıf {name} {'bazının' if is_base else 'asidinin'} sulu çözeltisinin pH değeri kaçtır? (${constant} = 10^{{-{a}}}$)",
        right,
        [
            (14 - right, "pH ile pOH değerini karıştırır."),
            (14 - c if is_base else c, f"Zayıf {what} tamamen iyonlaşmış gibi hesaplar."),
            (14 - a if is_base else a, "İyonlaşma sabitinin üssünü doğrudan pH ya da pOH sanır."),
            (14 - a - c if is_base else a + c, "Karekök almayı unutur."),
        ],
        rf"$x^2 = {constant}\cdot C = 10^{{-{a}}}\cdot 10^{{-{c}}} = 10^{{-{a + c}}}$, $x = 10^{{-{half}}}$ M. "
        + (f"Bu OH⁻ derişimidir: pOH = {half}, pH = {right}." if is_base else f"Bu H⁺ derişimidir: pH = {right}."),
        spare=[
            (right + 1, "Üsleri toplarken hata yapar."),
            (right + 2, "Üssü ikiye bölerken hata yapar."),
        ],
        computed=(f"14 + log(sqrt(Rational(1, 10**{a})*Rational(1, 10**{c})), 10)" if is_base else f"-log(sqrt(Rational(1, 10**{a})*Rational(1, 10**{c})), 10)"),
    )  # fmt: skip


BASES = (("NaOH", 1), ("KOH", 1), ("Ca(OH)2", 2), ("Ba(OH)2", 2))
ACIDS = (("HCl", 1), ("HNO3", 1), ("H2SO4", 2))


@template("ayt-kim-asit-baz-dengesi-titrasyon", topic="ayt-kim-asit-baz-dengesi", difficulty=3, seconds=70)  # fmt: skip
def titration(rng: Random) -> Question:
    (acid, i), (base, j) = rng.choice(ACIDS), rng.choice(BASES)
    while True:
        v = rng.choice([10, 20, 25, 40, 50, 100])
        c_a, c_b = (Fraction(rng.choice([1, 2, 4, 5, 8, 10]), 20) for _ in range(2))
        right = i * c_a * v / (j * c_b)
        if right.denominator == 1 and 5 <= right <= 400 and c_a != c_b:
            break
    return exam_question(
        f"{num(c_a)} M {v} mL {formula(acid)} çözeltisini tam nötrleştirmek için {num(c_b)} M {formula(base)} çözeltisinden kaç mL gerekir?",
        num(right),
        [
            (num(c_a * v / c_b), "H⁺ ve OH⁻ sayılarını hesaba katmaz.")
            if i != j
            else (num(2 * right), "Tesir değerini bir kez fazladan katar."),
            (num(j * c_a * v / (i * c_b)), "Asit ile bazın tesir değerlerini ters kullanır.")
            if i != j
            else (num(right / 2), "Bazın tesir değerini iki alır."),
            (num(i * c_b * v / (j * c_a)), "Derişimlerin oranını ters alır."),
            (v, "Eşit hacimlerin nötrleştiğini sanır."),
            (num(Fraction(i * v, j)), "Derişim farkını hesaba katmaz."),
        ],
        rf"$n_{{H^+}} = n_{{OH^-}}$: ${i}\cdot {tex(c_a)}\cdot {v} = {j}\cdot {tex(c_b)}\cdot V$ eşitliğinden $V = {tex(right)}$ mL.",
        spare=[
            (num(right * 3), "Derişimlerin oranını yanlış sadeleştirir."),
            (num(right + 10), "Bölme işleminde hata yapar."),
            (num(right * 4), "Tesir değerini iki kez fazladan katar."),
            (num(right * 5), "Derişimleri yanlış orantılar."),
        ],
        computed=f"solve(x*{j}*{exact(c_b)} - {i}*{exact(c_a)}*{v}, x)[0]",
    )


KINDS = (("XY", 1, 1), ("XY₂", 1, 2), ("X₂Y", 2, 1))


@template("ayt-kim-cozunurluk-dengesi-kcc", topic="ayt-kim-cozunurluk-dengesi", difficulty=3, seconds=75)  # fmt: skip
def product_from_solubility(rng: Random) -> Question:
    name, a, b = rng.choice(KINDS)
    order = a + b
    digit, exponent = rng.choice([1, 2, 3, 5]), rng.choice([2, 3, 4, 5] if order == 2 else [2, 3])
    factor = a**a * b**b * digit**order
    size = -exponent * order

    def shown(value: int, place: int) -> str:
        while value >= 10 and value % 10 == 0:
            value, place = value // 10, place + 1
        text = str(value)
        if len(text) > 1:
            place += len(text) - 1
            text = f"{text[0]}{{,}}{text[1:]}"
        return rf"${text}\cdot 10^{{{place}}}$"

    right = shown(factor, size)
    return exam_question(
        rf"Az çözünen {name} tuzunun belirli bir sıcaklıkta saf sudaki molar çözünürlüğü ${digit}\cdot 10^{{-{exponent}}}$ M'dır. {name} tuzunun bu sıcaklıktaki çözünürlük çarpımı ($K_{{çç}}$) kaçtır?",
        right,
        [
            (
                shown(digit**order, size) if order > 2 else shown(2 * factor, size),
                "İyon katsayısının kuvvetini hesaba katmaz."
                if order > 2
                else "Çözünürlüğü iki katı alır.",
            ),
            (
                shown(2 * digit**order, size) if order > 2 else shown(4 * factor, size),
                "İyon derişimini ikiyle çarpar ama karesini almaz."
                if order > 2
                else "Her iki iyonun derişimini iki katı alır.",
            ),
            (shown(digit, -exponent), "Çözünürlüğü çözünürlük çarpımı sanır."),
            (
                shown(
                    digit**2 if order > 2 else digit**3,
                    -2 * exponent if order > 2 else -3 * exponent,
                ),
                "Tuzun türünü (iyon sayısını) karıştırır.",
            ),
        ],
        rf"İyon derişimleri {'s ve s' if order == 2 else 's ve 2s'} olur: $K_{{çç}} = {'s^2' if order == 2 else '4s^3'}$, $s = {digit}\cdot 10^{{-{exponent}}}$ yerine konunca {right} bulunur.",
        spare=[
            (shown(factor, size + 1), "Üsleri toplarken hata yapar."),
            (shown(factor, size - 1), "Üsleri çarparken hata yapar."),
        ],
        computed=f"({a}*Rational({digit}, 10**{exponent}))**{a}*({b}*Rational({digit}, 10**{exponent}))**{b}",
        reads=f"Rational({factor}, 10**{-size})",
    )


@template("ayt-kim-cozunurluk-dengesi-ortak-iyon", topic="ayt-kim-cozunurluk-dengesi", difficulty=4, seconds=85)  # fmt: skip
def common_ion(rng: Random) -> Question:
    square = rng.random() < 0.5
    c = rng.choice([1, 2])
    digit = rng.choice([1, 2, 3, 5, 6, 8])
    k = rng.choice([9, 10, 11, 12])
    if square:
        stem_salt, added, ion_name = "XY₂", "NaY", "Y⁻"
        exponent = k - 2 * c
    else:
        stem_salt, added, ion_name = "XY", "NaY", "Y⁻"
        exponent = k - c
    concentration = "0,1" if c == 1 else "0,01"

    def shown(place: int, lead: int = digit) -> str:
        return rf"${lead}\cdot 10^{{-{place}}}$"

    return exam_question(
        rf"Az çözünen {stem_salt} tuzunun 25 °C'taki çözünürlük çarpımı $K_{{çç}} = {digit}\cdot 10^{{-{k}}}$ olarak veriliyor. {stem_salt} tuzunun aynı sıcaklıkta {concentration} M {added} çözeltisindeki molar çözünürlüğü yaklaşık kaç M'dır? (Kapta {stem_salt}'den gelen {ion_name} önemsizdir.)",
        shown(exponent),
        [
            (shown(exponent + 1), "Üsleri çıkarırken bir basamak kaydırır.")
            if square
            else (shown(k + 2 * c), "Ortak iyon derişiminin karesiyle çarpar."),
            (shown(k - c), "Ortak iyon derişiminin karesini almaz.")
            if square
            else (shown(k - 2 * c), "Ortak iyon derişiminin karesini alır."),
            (shown(k + c), "Bölmek yerine ortak iyon derişimiyle çarpar."),
            (shown(k), "Çözünürlük çarpımını çözünürlük sanır."),
        ],
        rf"{ion_name} derişimi ${tex(Fraction(1, 10**c))}$ M alınır: "
        + (rf"$s\cdot (10^{{-{c}}})^2 = {digit}\cdot 10^{{-{k}}}$" if square else rf"$s\cdot 10^{{-{c}}} = {digit}\cdot 10^{{-{k}}}$")
        + f", $s$ = {shown(exponent)} M. Ortak iyon çözünürlüğü azaltır.",
        spare=[
            (shown(exponent - 1), "Üsleri çıkarırken hata yapar."),
            (shown(exponent + 2), "Üsleri ters yönde çıkarır."),
            (shown(exponent - 2), "Üslerin farkını iki eksik bulur."),
            (shown(exponent + 3), "Üsleri çıkarmak yerine yanlış toplar."),
        ],
        computed=f"solve(x*Rational(1, 10**{c})**{2 if square else 1} - Rational({digit}, 10**{k}), x)[0]",
        reads=f"Rational({digit}, 10**{exponent})",
    )  # fmt: skip
