"""AYT Kimya: concentrations, colligative properties and solubility."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex, times
from learnconnect_app.content.generators.yks.kimya_writing import formula, masses_of, molar_mass
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("ayt-kim-derisim-molarite", topic="ayt-kim-derisim", difficulty=2, seconds=60)
def molarity(rng: Random) -> Question:
    plain = rng.choice(["NaOH", "CaBr2", "MgSO4", "HNO3", "C6H12O6", "CuSO4"])
    millilitres = rng.choice([100, 200, 250, 400, 500])
    right = Fraction(rng.choice([1, 2, 4, 5, 8, 10, 15, 20]), 10)
    n = right * millilitres / 1000
    m = n * molar_mass(plain)
    return exam_question(
        f"{num(m)} gram {formula(plain)} suda çözülerek {millilitres} mL çözelti hazırlanıyor. Çözeltinin molar derişimi kaç mol/L'dir? ({masses_of(plain)})",
        num(right),
        [
            (num(n), "Mol sayısını bulur, hacme bölmez."),
            (num(n * millilitres / 1000), "Hacme bölmek yerine hacimle çarpar."),
            (num(right / 10), "Mililitreyi litreye çevirirken hata yapar."),
            (num(right * 2), "Mol sayısının iki katını alır."),
        ],
        rf"$n = \frac{{{tex(m)}}}{{{molar_mass(plain)}}} = {tex(n)}$ mol, $M = \frac{{{tex(n)}}}{{{tex(Fraction(millilitres, 1000))}}} = {tex(right)}$ mol/L.",
        spare=[
            (num(right / 2), "Mol sayısının yarısını alır."),
            (num(right * 10), "Ondalık virgülü kaydırır."),
        ],
        computed=f"solve(x*{millilitres}/1000*{molar_mass(plain)} - {exact(m)}, x)[0]",
    )


SALTS = (("NaCl", 1), ("CaCl2", 2), ("AlCl3", 3), ("KCl", 1), ("MgCl2", 2), ("FeCl3", 3))


@template("ayt-kim-derisim-iyon", topic="ayt-kim-derisim", difficulty=3, seconds=80)
def mixed_ions(rng: Random) -> Question:
    (one, i), (two, j) = rng.sample(SALTS, 2)
    while True:
        v1, v2 = rng.sample([100, 200, 300, 400, 500], 2)
        c1, c2 = (Fraction(rng.randint(1, 6), 10) for _ in range(2))
        right = (i * c1 * v1 + j * c2 * v2) / (v1 + v2)
        if (right * 100).denominator == 1 and i * c1 != j * c2:
            break
    return exam_question(
        f"{num(c1)} M {v1} mL {formula(one)} çözeltisi ile {num(c2)} M {v2} mL {formula(two)} çözeltisi karıştırılıyor. Karışımda Cl⁻ iyonu derişimi kaç M olur? (Hacimler toplanabilir, çökme olmaz.)",
        num(right),
        [
            (
                num((c1 * v1 + c2 * v2) / (v1 + v2)),
                "Bir formülün verdiği Cl⁻ sayısını hesaba katmaz.",
            ),
            (num(i * c1 + j * c2), "İyon derişimlerini hacme bakmadan toplar."),
            (num((i * c1 + j * c2) / 2), "Hacimler farklıyken ortalama alır."),
            (
                num((j * c1 * v1 + i * c2 * v2) / (v1 + v2)),
                "İki tuzun Cl⁻ sayılarını birbirine karıştırır.",
            ),
            (num((i * c1 * v1 + j * c2 * v2) / 1000), "Derişim yerine mol sayısını bulur."),
        ],
        rf"Cl⁻ molü: ${i}\cdot {tex(c1)}\cdot {tex(Fraction(v1, 1000))} + {j}\cdot {tex(c2)}\cdot {tex(Fraction(v2, 1000))} = {tex((i * c1 * v1 + j * c2 * v2) / 1000)}$ mol. Toplam hacim {num(Fraction(v1 + v2, 1000))} L: $[\text{{Cl}}^-] = {tex(right)}$ M.",
        spare=[
            (num(right * 2), "Derişimin iki katını alır."),
            (num(right / 2), "Toplam hacmi iki kez böler."),
        ],
        computed=f"solve(x*({v1} + {v2}) - ({' + '.join([f'{exact(c1)}*{v1}'] * i + [f'{exact(c2)}*{v2}'] * j)}), x)[0]",
    )


@template("ayt-kim-derisim-yogunluk", topic="ayt-kim-derisim", difficulty=3, seconds=75)
def from_density(rng: Random) -> Question:
    mass = rng.choice([40, 56, 60, 63, 80, 98])
    while True:
        percent = rng.choice([20, 25, 30, 35, 40, 49, 50, 60, 63, 70, 80, 98])
        density = Fraction(rng.choice([105, 110, 112, 120, 125, 130, 140, 150, 160, 180]), 100)
        right = 10 * density * percent / mass
        if (right * 10).denominator == 1:
            break
    return exam_question(
        f"Yoğunluğu {num(density)} g/mL olan, kütlece yüzdesi {percent} olan X çözeltisinin molar derişimi kaç mol/L'dir? (X: {mass} g/mol)",
        num(right),
        [
            (num(right / 10), "Mililitreyi litreye çevirirken 10 kat hata yapar."),
            (num(Fraction(10 * percent, 1) / mass), "Yoğunluğu hesaba katmaz."),
            (num(1000 * density / mass), "Kütlece yüzdeyi hesaba katmaz."),
            (num(10 * percent / density / mass), "Yoğunlukla çarpmak yerine böler."),
        ],
        rf"$M = \frac{{10\,d\,(\%)}}{{M_A}} = \frac{{10\cdot {tex(density)}\cdot {percent}}}{{{mass}}} = {tex(right)}$ mol/L.",
        spare=[(num(right * 2), "Mol sayısının iki katını alır.")],
        computed=f"solve(x*{mass} - 1000*{exact(density)}*Rational({percent}, 100), x)[0]",
    )


PARTICLES = (
    ("C6H12O6", 1),
    ("NaCl", 2),
    ("CaCl2", 3),
    ("KNO3", 2),
    ("MgCl2", 3),
    ("AlCl3", 4),
    ("Na2SO4", 3),
)


@template("ayt-kim-koligatif-cozunurluk-yukselme", topic="ayt-kim-koligatif-cozunurluk", difficulty=3, seconds=75)  # fmt: skip
def boiling_point(rng: Random) -> Question:
    (one, i), (two, j) = rng.sample(PARTICLES, 2)
    while True:
        m1, m2 = (Fraction(rng.randint(1, 8), 10) for _ in range(2))
        ratio = j * m2 / (i * m1)
        if ratio.denominator <= 5 and ratio != 1:
            break

    def shown(value: Fraction) -> str:
        part = times(abs(value), "a").strip("$")
        return f"$100 {'+' if value > 0 else '-'} {part}$"

    return exam_question(
        f"1 atm'de {num(m1)} molal {formula(one)} sulu çözeltisi $(100 + a)$ °C'ta kaynamaya başlıyor. Aynı basınçta {num(m2)} molal {formula(two)} sulu çözeltisi kaç °C'ta kaynamaya başlar? (Tuzlar suda tamamen iyonlarına ayrışır.)",
        shown(ratio),
        [
            (shown(m2 / m1), "Taneciklerin sayısını hesaba katmaz."),
            (shown(1 / ratio), "Tanecik derişimlerinin oranını ters alır."),
            (shown(Fraction(j, i)), "Molaliteleri hesaba katmaz."),
            (shown(-ratio), "Kaynama noktasının düştüğünü sanır."),
            (shown(i * m2 / (j * m1)), "Tanecik sayılarının oranını ters alır."),
        ],
        rf"Tanecik molaliteleri ${i}\cdot {tex(m1)} = {tex(i * m1)}$ ve ${j}\cdot {tex(m2)} = {tex(j * m2)}$. Yükselme bununla orantılıdır: oran ${tex(ratio)}$ olduğundan kaynama {shown(ratio)} °C'ta başlar.",
        spare=[
            (shown(Fraction(1)), "İki çözeltinin aynı sıcaklıkta kaynadığını sanır."),
            (shown(2 * ratio), "Yükselmenin iki katını alır."),
            (shown(3 * ratio), "Tanecik sayısıyla iki kez çarpar."),
        ],
        computed=f"100 + solve(x*{i}*{exact(m1)} - a*{j}*{exact(m2)}, x)[0]",
    )


@template("ayt-kim-koligatif-cozunurluk-cokme", topic="ayt-kim-koligatif-cozunurluk", difficulty=3, seconds=80)  # fmt: skip
def cooled_solution(rng: Random) -> Question:
    hot, cold = rng.choice([(60, 20), (80, 30), (50, 10), (70, 40)])
    low = rng.choice([10, 20, 25, 30, 40])
    high = low + rng.choice([10, 20, 30, 40, 50])
    factor = rng.choice([Fraction(1, 2), Fraction(2), Fraction(3), Fraction(3, 2)])
    mass = factor * (100 + high)
    right = factor * (high - low)
    return exam_number(
        f"X tuzunun çözünürlüğü {hot} °C'ta {high} g/100 g su, {cold} °C'ta {low} g/100 g sudur. {hot} °C'ta hazırlanmış {num(mass)} g doymuş X çözeltisi {cold} °C'a soğutulunca kaç gram X çöker?",
        float(right),
        rf"{100 + high} g doymuş çözeltide 100 g su ve {high} g X vardır; {num(mass)} g çözeltide ${tex(100 * factor)}$ g su bulunur. {cold} °C'ta bu su ${tex(low * factor)}$ g X çözer: ${tex(high * factor)} - {tex(low * factor)} = {tex(right)}$ g çöker.",
        unit="g",
        mistakes=[
            (high - low, "Çözeltideki suyun 100 g olduğunu varsayar."),
            (float(high * factor), "Çöken yerine çözünmüş kütleyi bulur."),
            (float(low * factor), "Çözeltide kalan kütleyi bulur."),
        ],
        computed=f"{exact(mass)}*Rational({high}, {100 + high}) - ({exact(mass)} - {exact(mass)}*Rational({high}, {100 + high}))*Rational({low}, 100)",
    )
