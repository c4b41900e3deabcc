"""AYT Kimya: carbon, hydrocarbons and functional groups."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex
from learnconnect_app.content.generators.yks.kimya_writing import formula
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

OPEN_CHAINS = (
    # structure, sigma, pi, carbons, hydrogens, oxygens
    ("CH₂=CH₂", 5, 1, 2, 4, 0),
    ("CH≡CH", 3, 2, 2, 2, 0),
    ("CH₃–CH₃", 7, 0, 2, 6, 0),
    ("CH₃–CH=CH₂", 8, 1, 3, 6, 0),
    ("CH₃–C≡CH", 6, 2, 3, 4, 0),
    ("CH₂=CH–CH=CH₂", 9, 2, 4, 6, 0),
    ("CH≡C–CH=CH₂", 7, 3, 4, 4, 0),
    ("CH₃–CHO", 6, 1, 2, 4, 1),
    ("CH₃–COOH", 7, 1, 2, 4, 2),
    ("CH₂=CH–CHO", 7, 2, 3, 4, 1),
    ("CH₃–CO–CH₃", 9, 1, 3, 6, 1),
    ("HCOOH", 4, 1, 1, 2, 2),
    ("CH₂=C=CH₂", 6, 2, 3, 4, 0),
    ("CH≡C–COOH", 6, 3, 3, 2, 2),
)


@template("ayt-kim-karbon-kimyasi-sigma-pi", topic="ayt-kim-karbon-kimyasi", difficulty=3, seconds=65)  # fmt: skip
def sigma_and_pi(rng: Random) -> Question:
    shown, sigma, pi, c, h, o = rng.choice(OPEN_CHAINS)
    wants_sigma = pi == 0 or rng.random() < 0.6
    right = sigma if wants_sigma else pi
    proof = f"{c} + {h} + {o} - 1" if wants_sigma else f"Rational(4*{c} + {h} + 2*{o}, 2) - ({c} + {h} + {o} - 1)"  # fmt: skip
    return exam_question(
        f"{shown} molekülünde toplam kaç tane {'sigma (σ)' if wants_sigma else 'pi (π)'} bağı vardır?",
        right,
        [
            (pi if wants_sigma and pi else sigma, "Sigma ve pi bağlarını karıştırır."),
            (sigma + pi, "Bütün bağları aynı türden sayar."),
            (right + 2, "Bağlardan bazılarını iki kez sayar."),
            (right - 1, "Bir bağı gözden kaçırır."),
            (right - 2 if right > 2 else right + 3, "C–H bağlarını eksik sayar."),
        ],
        f"Her tekli bağ 1σ, ikili bağ 1σ + 1π, üçlü bağ 1σ + 2π içerir. Molekülde {sigma} sigma ve {pi} pi bağı vardır.",
        spare=[
            (right + 1, "Bir bağı fazladan sayar."),
            (right + 4, "Ortaklanmamış çiftleri de bağ sayar."),
        ],
        computed=proof,
    )


@template("ayt-kim-karbon-kimyasi-formul", topic="ayt-kim-karbon-kimyasi", difficulty=3, seconds=85)
def formula_by_burning(rng: Random) -> Question:
    c, h, o = rng.choice([(1, 4, 0), (2, 6, 1), (3, 8, 0), (2, 4, 2), (3, 6, 1), (1, 4, 1), (3, 8, 1), (2, 6, 0), (4, 10, 1), (3, 6, 2)])  # fmt: skip
    n = Fraction(rng.choice([1, 2, 3, 5]), 10)
    mass = n * (12 * c + h + 16 * o)
    co2, water = n * c, n * Fraction(h, 2)

    def shown(a: int, b: int, d: int) -> str:
        parts = (("C", a), ("H", b), ("O", d))
        return formula("".join(f"{x}{k if k > 1 else ''}" for x, k in parts if k > 0))

    return exam_question(
        f"C, H ve varsa O içeren {num(n)} mol organik bileşik yeterli O₂ ile tam yakıldığında {num(co2 * 44)} g CO₂ ve {num(water * 18)} g H₂O oluşuyor. Yanan bileşiğin kütlesi {num(mass)} g olduğuna göre molekül formülü hangisidir? (H: 1, C: 12, O: 16 g/mol)",
        shown(c, h, o),
        [
            (shown(c, h // 2, o), "H₂O'daki hidrojenin iki atom olduğunu gözden kaçırır."),
            (shown(c, h, o + 1), "Oksijenin kütlesini fazla hesaplar."),
            (shown(c, h, 0) if o else shown(c, h, 2), "Oksijeni kütle farkından bulmaz."),
            (shown(c + 1, h, o), "CO₂ mol sayısını yanlış hesaplar."),
            (shown(c, h + 2, o), "H₂O mol sayısını yanlış hesaplar."),
        ],
        rf"CO₂: ${tex(co2)}$ mol, H₂O: ${tex(water)}$ mol. 1 mol bileşikte {c} mol C ve {h} mol H vardır. $M_A = \frac{{{tex(mass)}}}{{{tex(n)}}} = {12 * c + h + 16 * o}$; C ve H {12 * c + h} g tuttuğundan {o} mol O bulunur.",
        computed=f"Tuple({exact(co2)}*44/44/{exact(n)}, 2*{exact(water)}*18/18/{exact(n)}, ({exact(mass)} - 12*{exact(co2)} - 2*{exact(water)})/16/{exact(n)})",
        reads=f"Tuple({c}, {h}, {o})",
    )


@template("ayt-kim-hidrokarbonlar-yanma", topic="ayt-kim-hidrokarbonlar", difficulty=3, seconds=75)
def burnt_hydrocarbon(rng: Random) -> Question:
    kind, add = rng.choice([("alkanın", 2), ("alkenin", 0), ("alkinin", -2)])
    c = rng.randint(2, 6)
    h = 2 * c + add
    n = Fraction(rng.choice([1, 2, 4, 5]), 10)
    oxygen = n * (c + Fraction(h, 4))

    def shown(a: int, extra: int) -> str:
        return formula(f"C{a}H{2 * a + extra}" if a > 1 else f"CH{2 + extra}")

    others = [value for value in (2, 0, -2) if value != add]
    return exam_question(
        f"Açık zincirli bir {kind} {num(n)} molünün tam yanması için {num(oxygen)} mol O₂ gerekiyor. Bu hidrokarbonun formülü hangisidir? (Alkin ve alkenler yalnızca bir çoklu bağ içerir.)",
        shown(c, add),
        [
            (shown(c + 1, add), "Oksijenin mol sayısını bir karbon fazlasına göre hesaplar."),
            (shown(c, others[0]), "Hidrokarbonun genel formülünü karıştırır."),
            (shown(c, others[1]), "Doymamışlık ile hidrojen sayısı ilişkisini karıştırır."),
            (shown(c + 2, add), "Suyun oluşumu için gereken oksijeni hesaba katmaz."),
        ],
        rf"1 mol için $\frac{{{tex(oxygen)}}}{{{tex(n)}}} = {tex(oxygen / n)}$ mol O₂ gerekir. $\text{{C}}_n\text{{H}}_{{2n{'+2' if add == 2 else '-2' if add else ''}}}$ bileşiğinde bu $n + \frac{{h}}{{4}}$'tür ($h$: H sayısı); $n = {c}$ bulunur.",
        computed=f"solve({exact(n)}*(x + (2*x + ({add}))/4) - {exact(oxygen)}, x)[0]",
        reads=str(c),
    )


@template("ayt-kim-hidrokarbonlar-katilma", topic="ayt-kim-hidrokarbonlar", difficulty=3, seconds=75)  # fmt: skip
def added_hydrogen(rng: Random) -> Question:
    total = Fraction(rng.choice([4, 5, 6, 8, 10]), 10)
    alkyne = Fraction(rng.randint(1, int(total * 10) - 1), 10)
    alkene = total - alkyne
    hydrogen = 2 * alkyne + alkene
    if alkyne == alkene:
        alkyne, alkene = alkyne + Fraction(1, 10), alkene - Fraction(1, 10)
        hydrogen = 2 * alkyne + alkene
    return exam_question(
        f"Etin ve eten gazlarından oluşan {num(total)} mol karışım, {num(hydrogen)} mol H₂ ile artansız tepkimeye girerek tamamen etana dönüşüyor. Karışımdaki etin kaç moldür?",
        num(alkyne),
        [
            (num(alkene), "Etenin mol sayısını bulur."),
            (num(hydrogen / 2), "Bütün H₂'nin etine katıldığını sanır."),
            (num(total / 2), "Gazların eşit molde olduğunu varsayar."),
            (num(hydrogen), "H₂'nin mol sayısını yazar."),
            (num(total), "Karışımın toplam molünü yazar."),
        ],
        rf"Etin 2, eten 1 mol H₂ katar. $x$ mol etin için $2x + ({tex(total)} - x) = {tex(hydrogen)}$, $x = {tex(alkyne)}$ mol.",
        spare=[(num(alkyne + Fraction(1, 20)), "Denklemi çözerken hata yapar.")],
        computed=f"solve(2*x + {exact(total)} - x - {exact(hydrogen)}, x)[0]",
    )


ALCOHOLS = {
    "primer": ("1-propanol", "1-bütanol", "etanol", "2-metil-1-propanol", "1-pentanol", "2-metil-1-bütanol"),
    "sekonder": ("2-propanol", "2-bütanol", "2-pentanol", "3-pentanol", "3-metil-2-bütanol"),
    "tersiyer": ("2-metil-2-propanol", "2-metil-2-bütanol", "3-metil-3-pentanol", "2-metil-2-pentanol"),
}  # fmt: skip


@template("ayt-kim-alkol-eter-sinif", topic="ayt-kim-alkol-eter", difficulty=3, seconds=55)
def class_of_alcohol(rng: Random) -> Question:
    kind = rng.choice(["primer", "sekonder", "tersiyer"])
    right = rng.choice(ALCOHOLS[kind])
    others = [(name, other) for other in ALCOHOLS if other != kind for name in ALCOHOLS[other]]
    return exam_question(
        f"Aşağıdaki alkollerden hangisi **{kind}** alkoldür?",
        right,
        [(name, f"{name} bileşiğinin {other} olduğunu gözden kaçırır.") for name, other in rng.sample(others, 4)],
        f"Alkolün sınıfını, OH'nin bağlı olduğu karbona bağlı alkil sayısı belirler: 1 ise primer, 2 ise sekonder, 3 ise tersiyer. {right} {kind} alkoldür.",
    )  # fmt: skip


@template("ayt-kim-alkol-eter-sodyum", topic="ayt-kim-alkol-eter", difficulty=3, seconds=80)
def alcohol_and_sodium(rng: Random) -> Question:
    c = rng.randint(1, 6)
    molar = 14 * c + 18
    n = Fraction(rng.choice([2, 4, 6, 8, 10]), 10)
    mass, volume = n * molar, n / 2 * Fraction(224, 10)

    def shown(k: int) -> str:
        return formula(f"C{k if k > 1 else ''}H{2 * k + 1}OH")

    wrong = [
        (shown(c + step), reason)
        for step, reason in (
            (1, "Genel formüldeki hidrojen sayısını eksik alır."),
            (-1, "Mol kütlesini bulurken oksijeni hesaba katmaz."),
            (2, "Alkolün mol sayısını yanlış hesaplar."),
            (-2, "Mol kütlesinden fazla çıkarır."),
            (3, "Bir OH için 1 mol H₂ çıktığını sanır."),
            (4, "Mol kütlesini iki katına çıkarır."),
        )
        if c + step >= 1
    ]
    return exam_question(
        f"Doymuş, açık zincirli bir mono alkolün {num(mass)} gramı yeterli Na metaliyle tepkimeye girince normal koşullarda {num(volume)} L H₂ gazı oluşuyor. Alkolün formülü hangisidir? (H: 1, C: 12, O: 16 g/mol)",
        shown(c),
        wrong,
        rf"H₂: ${tex(n / 2)}$ mol. Her mol mono alkol 0,5 mol H₂ verdiğinden alkol ${tex(n)}$ moldür; $M_A = {molar}$. $14n + 18 = {molar}$ eşitliğinden $n = {c}$: {shown(c)}.",
        computed=f"solve((12*x + 2*x + 1 + 17)*2*{exact(volume)}/Rational(224, 10) - {exact(mass)}, x)[0]",
        reads=str(c),
    )


@template("ayt-kim-karbonil-bilesikleri-notr", topic="ayt-kim-karbonil-bilesikleri", difficulty=3, seconds=75)  # fmt: skip
def neutralised_acid(rng: Random) -> Question:
    c = rng.randint(1, 6)
    molar = 14 * c + 32
    molarity = Fraction(rng.choice([2, 4, 5, 10]), 10)
    millilitres = rng.choice([100, 200, 250, 500])
    n = molarity * millilitres / 1000
    mass = n * molar

    def shown(k: int) -> str:
        return {1: "HCOOH", 2: "CH₃COOH"}.get(k, formula(f"C{k - 1}H{2 * k - 1}COOH"))

    wrong = [
        (shown(c + step), reason)
        for step, reason in (
            (1, "COOH'deki karbonu zincire ayrıca ekler."),
            (-1, "COOH'deki karbonu saymaz."),
            (2, "Mol kütlesinden tek oksijeni çıkarır."),
            (-2, "Mol kütlesinden fazla çıkarır."),
            (3, "Asidin mol sayısını yanlış hesaplar."),
            (4, "Mol kütlesini iki katına yakın bulur."),
        )
        if c + step >= 1
    ]
    return exam_question(
        f"Doymuş, açık zincirli bir monokarboksilik asidin {num(mass)} gramı, {num(molarity)} M {millilitres} mL NaOH çözeltisiyle tam nötrleşiyor. Asidin formülü hangisidir? (H: 1, C: 12, O: 16 g/mol)",
        shown(c),
        wrong,
        rf"NaOH: ${tex(molarity)}\cdot {tex(Fraction(millilitres, 1000))} = {tex(n)}$ mol, asit de ${tex(n)}$ moldür. $M_A = {molar}$; $14n + 32 = {molar}$ eşitliğinden $n = {c}$: {shown(c)}.",
        computed=f"solve((12*x + 2*x + 32)*{exact(molarity)}*{millilitres}/1000 - {exact(mass)}, x)[0]",
        reads=str(c),
    )
