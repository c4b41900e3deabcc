"""AYT Kimya: enthalpy and the rates of reactions."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex
from learnconnect_app.content.generators.yks.kimya_writing import formula, signed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

FORMATION = {
    "CO2(g)": -394, "H2O(s)": -286, "CH4(g)": -75, "C2H4(g)": 52, "C2H2(g)": 227, "C2H6(g)": -85,
    "C3H8(g)": -104, "NH3(g)": -46, "NO(g)": 90, "SO2(g)": -297, "SO3(g)": -396, "CO(g)": -111,
    "H2O(g)": -242, "H2S(g)": -21, "CS2(s)": 89,
}  # fmt: skip
ENERGETIC = (
    ((("CH4(g)", 1), ("O2(g)", 2)), (("CO2(g)", 1), ("H2O(s)", 2))),
    ((("C2H4(g)", 1), ("O2(g)", 3)), (("CO2(g)", 2), ("H2O(s)", 2))),
    ((("C2H2(g)", 2), ("O2(g)", 5)), (("CO2(g)", 4), ("H2O(s)", 2))),
    ((("C2H6(g)", 2), ("O2(g)", 7)), (("CO2(g)", 4), ("H2O(s)", 6))),
    ((("C3H8(g)", 1), ("O2(g)", 5)), (("CO2(g)", 3), ("H2O(s)", 4))),
    ((("NH3(g)", 4), ("O2(g)", 5)), (("NO(g)", 4), ("H2O(g)", 6))),
    ((("SO2(g)", 2), ("O2(g)", 1)), (("SO3(g)", 2),)),
    ((("CO(g)", 2), ("O2(g)", 1)), (("CO2(g)", 2),)),
    ((("H2S(g)", 2), ("O2(g)", 3)), (("SO2(g)", 2), ("H2O(s)", 2))),
    ((("CS2(s)", 1), ("O2(g)", 3)), (("CO2(g)", 1), ("SO2(g)", 2))),
    ((("CO(g)", 1), ("H2O(g)", 1)), (("CO2(g)", 1), ("H2(g)", 1))),
    ((("CH4(g)", 1), ("H2O(g)", 1)), (("CO(g)", 1), ("H2(g)", 3))),
)


def _side(parts: tuple[tuple[str, int], ...]) -> str:
    return " + ".join(f"{count if count > 1 else ''}{formula(name)}" for name, count in parts)


@template("ayt-kim-tepkime-enerjisi-olusum", topic="ayt-kim-tepkime-enerjisi", difficulty=3, seconds=85)  # fmt: skip
def from_formation(rng: Random) -> Question:
    ins, outs = rng.choice(ENERGETIC)
    given = [(name, FORMATION[name]) for name, _ in (*ins, *outs) if name in FORMATION]
    of_ins = sum(count * FORMATION.get(name, 0) for name, count in ins)
    of_outs = sum(count * FORMATION.get(name, 0) for name, count in outs)
    total = of_outs - of_ins
    plain = sum(FORMATION.get(name, 0) for name, _ in outs) - sum(
        FORMATION.get(name, 0) for name, _ in ins
    )
    unknown = rng.choice([None, *given]) if rng.random() < 0.6 else None
    table = ", ".join(
        f"{formula(name)}: {signed(value)}"
        for name, value in given
        if unknown is None or name != unknown[0]
    )
    equation = f"{_side(ins)} → {_side(outs)}"
    note = " ((s): sıvı)" if "(s)" in equation else ""
    terms = [f"{count}*({FORMATION.get(name, 0)})" for name, count in outs]
    minus = [f"{count}*({FORMATION.get(name, 0)})" for name, count in ins]
    if unknown is None:
        return exam_question(
            f"{equation}\n\nStandart molar oluşum entalpileri (kJ/mol) {table} olduğuna göre tepkimenin standart entalpi değişimi kaç kJ'dir?{note}",
            signed(total),
            [
                (signed(-total), "Girenlerden ürünleri çıkarır."),
                (signed(plain), "Katsayılarla çarpmayı unutur."),
                (signed(of_outs + of_ins), "Girenlerin entalpisini çıkarmak yerine ekler."),
                (signed(of_outs), "Girenlerin oluşum entalpisini hesaba katmaz."),
                (signed(total * 2), "Bütün katsayıları iki katına çıkarır."),
            ],
            rf"$\Delta H = ({signed(of_outs)}) - ({signed(of_ins) if of_ins else 0}) = {signed(total)}$ kJ. Elementlerin oluşum entalpisi sıfırdır, katsayılarla çarpılır.".replace(
                "−", "-"
            ),
            spare=[
                (signed(total + 100), "Toplama işleminde hata yapar."),
                (signed(total - 100), "Çıkarma işleminde hata yapar."),
            ],
            computed=f"solve(x + ({' + '.join(minus)}) - ({' + '.join(terms)}), x)[0]",
        )
    name, value = unknown
    count = dict((*ins, *outs))[name]
    in_products = name in dict(outs)
    terms = [t for t, (n, _) in zip(terms, outs, strict=True) if n != name] + (
        [f"{count}*x"] if in_products else []
    )
    minus = [t for t, (n, _) in zip(minus, ins, strict=True) if n != name] + (
        [] if in_products else [f"{count}*x"]
    )
    known = f"({' + '.join(terms)}) - ({' + '.join(minus) or 0})"
    return exam_question(
        f"{equation}, $\\Delta H = {total}$ kJ\n\nStandart molar oluşum entalpileri (kJ/mol) {table or 'elementler için sıfır'} olduğuna göre {formula(name)} bileşiğinin standart molar oluşum entalpisi kaç kJ/mol'dür?{note}",
        signed(value),
        [
            (signed(-value), "Girenler ile ürünlerin yerini karıştırır."),
            (signed(value * count), "Bulduğu değeri katsayıya bölmez.")
            if count > 1
            else (signed(total), "Tepkime entalpisini oluşum entalpisi sanır."),
            (signed(value + total), "Tepkime entalpisini iki kez katar."),
            (signed(value - total), "Tepkime entalpisini hesaba katmaz."),
        ],
        f"$\\Delta H$ = ürünlerin toplamı − girenlerin toplamı eşitliğinde bilinenler katsayılarıyla yerine konur, elementler sıfır alınır. {count} mol {formula(name)} için toplam {signed(value * count)} kJ, 1 mol için {signed(value)} kJ bulunur.",
        spare=[
            (signed(value + 50), "Toplama işleminde hata yapar."),
            (signed(value - 50), "Çıkarma işleminde hata yapar."),
            (signed(2 * value), "Katsayıyı iki kez kullanır."),
        ],
        computed=f"solve({known} - ({total}), x)[0]",
    )


BONDS = {
    "H–H": 436, "Cl–Cl": 242, "H–Cl": 431, "F–F": 158, "H–F": 565, "Br–Br": 193, "H–Br": 366,
    "N≡N": 945, "N–H": 391, "O=O": 498, "O–H": 463, "I–I": 151, "H–I": 299,
}  # fmt: skip
BROKEN = (
    ("H2(g) + Cl2(g) → 2HCl(g)", (("H–H", 1), ("Cl–Cl", 1)), ("H–Cl", 2), "HCl", 2),
    ("H2(g) + F2(g) → 2HF(g)", (("H–H", 1), ("F–F", 1)), ("H–F", 2), "HF", 2),
    ("H2(g) + Br2(g) → 2HBr(g)", (("H–H", 1), ("Br–Br", 1)), ("H–Br", 2), "HBr", 2),
    ("N2(g) + 3H2(g) → 2NH3(g)", (("N≡N", 1), ("H–H", 3)), ("N–H", 6), "NH3", 2),
    ("2H2(g) + O2(g) → 2H2O(g)", (("H–H", 2), ("O=O", 1)), ("O–H", 4), "H2O", 2),
    ("H2(g) + I2(g) → 2HI(g)", (("H–H", 1), ("I–I", 1)), ("H–I", 2), "HI", 2),
)


@template("ayt-kim-tepkime-enerjisi-bag", topic="ayt-kim-tepkime-enerjisi", difficulty=3, seconds=80)  # fmt: skip
def from_bonds(rng: Random) -> Question:
    equation, broken, made, product, count = rng.choice(BROKEN)
    for each in ("H2O", "H2", "N2", "O2", "Cl2", "F2", "Br2", "I2", "NH3"):
        equation = equation.replace(each, formula(each))
    moles = rng.choice([2, 4, 6, 8])
    spent = sum(number * BONDS[bond] for bond, number in broken)
    gained = made[1] * BONDS[made[0]]
    total = spent - gained
    right = total * moles // count
    names = ", ".join(f"{bond}: {BONDS[bond]}" for bond in (*(b for b, _ in broken), made[0]))
    single = sum(BONDS[bond] for bond, _ in broken) - BONDS[made[0]]
    lists = " + ".join(f"{BONDS[bond]}" for bond, number in broken for _ in range(number))
    product_bonds = " + ".join([str(BONDS[made[0]])] * made[1])
    return exam_question(
        f"{equation}\n\nOrtalama bağ enerjileri (kJ/mol) {names} olduğuna göre {moles} mol {formula(product)}(g) oluşurken entalpi değişimi kaç kJ olur?",
        signed(right),
        [
            (signed(-right), "Oluşan bağlardan kırılan bağları çıkarır, sırayı ters alır."),
            (signed(single), "Bağların sayısını hesaba katmaz."),
            (
                signed(total if moles != count else total * 2),
                "Oluşan maddenin mol sayısını hesaba katmaz.",
            ),
            (signed((spent + gained) * moles // count), "Bağ enerjilerini çıkarmak yerine toplar."),
            (
                signed(right // 2 if right % 2 == 0 else right + 100),
                "Tepkimeyi yarım mol üzerinden hesaplar.",
            ),
        ],
        f"Kırılan bağlar {spent} kJ, oluşan bağlar {gained} kJ: $\\Delta H = {spent} - {gained} = {total}$ kJ, {count} mol {formula(product)} içindir. {moles} mol için {signed(right)} kJ bulunur.",
        spare=[
            (signed(right - 100), "Çıkarma işleminde hata yapar."),
            (signed(right + 150), "Toplama işleminde hata yapar."),
        ],
        computed=f"Rational({moles}, {count})*solve(x + {product_bonds} - ({lists}), x)[0]",
    )


@template("ayt-kim-tepkime-enerjisi-hess", topic="ayt-kim-tepkime-enerjisi", difficulty=3, seconds=80)  # fmt: skip
def hess(rng: Random) -> Question:
    full = -10 * rng.randint(25, 60)
    part = -10 * rng.randint(5, 20)
    k = rng.choice([1, 2, 3])
    right = k * (full - part)

    def times(number: int, name: str) -> str:
        return f"{number if number > 1 else ''}{name}"

    oxygen = {1: "½O₂(g)", 2: "O₂(g)", 3: "3/2O₂(g)"}[k]
    shown = f"{times(k, 'X(k)')} + {oxygen} → {times(k, 'XO(g)')}"
    return exam_question(
        f"X(k) + O₂(g) → XO₂(g), $\\Delta H_1 = {full}$ kJ\n\n"
        f"XO(g) + ½O₂(g) → XO₂(g), $\\Delta H_2 = {part}$ kJ\n\n"
        f"olduğuna göre {shown} tepkimesinin entalpi değişimi kaç kJ'dir?",
        signed(right),
        [
            (signed(k * (full + part)), "İkinci tepkimeyi ters çevirmeden toplar."),
            (signed(-right), "Birinci tepkimeyi ters çevirir."),
            (
                signed(full - part) if k > 1 else signed(2 * (full - part)),
                "Katsayılarla çarpmayı unutur." if k > 1 else "Denklemi gereksizce 2 ile çarpar.",
            ),
            (signed(k * full - part), "Yalnızca birinci tepkimeyi katsayıyla çarpar.")
            if k > 1
            else (signed(part - 2 * full), "Birinci tepkimeyi iki kez katar."),
            (signed(full), "İkinci tepkimeyi hesaba katmaz."),
        ],
        f"Birinci denklem ile ikinci denklemin tersi{f', ikisi de {k} ile çarpılarak,' if k > 1 else ''} toplanır: ${k}\\cdot({full}) - {k}\\cdot({part}) = {right}$ kJ.",
        spare=[(signed(right + 50), "Toplama işleminde hata yapar.")],
        computed=f"{k}*solve(x + ({part}) - ({full}), x)[0]",
    )


RATES = (
    ("N₂(g) + 3H₂(g) → 2NH₃(g)", (("N₂", 1), ("H₂", 3), ("NH₃", 2))),
    ("2SO₂(g) + O₂(g) → 2SO₃(g)", (("SO₂", 2), ("O₂", 1), ("SO₃", 2))),
    ("2N₂O₅(g) → 4NO₂(g) + O₂(g)", (("N₂O₅", 2), ("NO₂", 4), ("O₂", 1))),
    ("4NH₃(g) + 5O₂(g) → 4NO(g) + 6H₂O(g)", (("NH₃", 4), ("O₂", 5), ("NO", 4), ("H₂O", 6))),
)


@template("ayt-kim-tepkime-hizi-ortalama", topic="ayt-kim-tepkime-hizi", difficulty=2, seconds=70)
def average_rate(rng: Random) -> Question:
    equation, parts = rng.choice(RATES)
    while True:
        (one, a), (two, b) = rng.sample(parts, 2)
        if a != b:
            break
    litres = rng.choice([1, 2, 4, 5])
    seconds = rng.choice([10, 20, 40, 50])
    step = Fraction(rng.choice([2, 3, 4, 5, 6, 8]), 100)
    rate = a * step
    moles = rate * seconds * litres
    right = b * step
    return exam_question(
        f"{equation}\n\n{litres} L'lik kapalı kapta sabit sıcaklıkta gerçekleşen tepkimede {seconds} saniyede {one} gazının mol sayısı {num(moles)} mol değişiyor. Bu sürede {two} gazının ortalama derişim değişim hızı kaç mol/L·s'dir?",
        num(right),
        [
            (num(rate), "Katsayıları hesaba katmadan aynı hızı yazar."),
            (num(rate * a / b), "Katsayıların oranını ters alır."),
            (num(right * litres), "Mol sayısını hacme bölmeyi unutur.")
            if litres > 1
            else (num(right * 2), "Hızın iki katını alır."),
            (num(right * seconds), "Derişim değişimini süreye bölmeyi unutur."),
        ],
        rf"{one}: $\frac{{{tex(moles)}}}{{{litres}\cdot {seconds}}} = {tex(rate)}$ mol/L·s. Hızlar katsayılarla orantılıdır: ${tex(rate)}\cdot\frac{{{b}}}{{{a}}} = {tex(right)}$ mol/L·s.",
        spare=[
            (num(right / 2), "Hızın yarısını alır."),
            (num(right * 3), "Katsayıyla iki kez çarpar."),
        ],
        computed=f"solve(x*{litres}*{seconds}/{b} - {exact(moles)}/{a}, x)[0]",
    )


@template("ayt-kim-tepkime-hizi-deney", topic="ayt-kim-tepkime-hizi", difficulty=3, seconds=90)
def rate_law(rng: Random) -> Question:
    a, b = rng.choice([(1, 1), (2, 1), (1, 2), (2, 0), (0, 2), (2, 2), (1, 0), (0, 1)])
    x, y = rng.choice([1, 2]), rng.choice([1, 2, 3])
    k = rng.choice([1, 2, 3, 5])
    f, g = rng.choice([2, 3]), rng.choice([2, 3])
    rows = [(x, y), (x * f, y), (x, y * g)] if rng.random() < 0.5 else [(x, y), (x * f, y), (x * f, y * g)]  # fmt: skip
    rates = [k * p**a * q**b for p, q in rows]

    def law(i: int, j: int) -> str:
        parts = [
            rf"[\text{{{name}}}]{f'^{power}' if power > 1 else ''}"
            for name, power in (("A", i), ("B", j))
            if power
        ]
        return f"$r = k{''.join(parts)}$"

    table = "\n".join(
        f"| {place} | {num(Fraction(p, 10))} | {num(Fraction(q, 10))} | $"
        + rf"{rate}\cdot 10^{{-4}}"
        + "$ |"
        for place, ((p, q), rate) in enumerate(zip(rows, rates, strict=True), 1)
    )
    options = [(i, j) for i in range(3) for j in range(3) if (i, j) != (0, 0) and (i, j) != (a, b)]
    reasons = {
        True: "A'nın derişimi değişirken hızdaki değişimi yanlış okur.",
        False: "B'nin derişimi değişirken hızdaki değişimi yanlış okur.",
    }
    picked = [(b, a)] if a != b else []
    picked += [pair for pair in rng.sample(options, len(options)) if pair not in picked]
    base = rows[0] if rows[2][0] == x else rows[1]
    last_rate = rates[0] if rows[2][0] == x else rates[1]
    place = 1 if rows[2][0] == x else 2
    return exam_question(
        "A ve B gazları arasındaki bir tepkimenin sabit sıcaklıkta ölçülen başlangıç hızları şöyledir:\n\n"
        "| Deney | [A] (M) | [B] (M) | Hız (M/s) |\n|---|---|---|---|\n"
        f"{table}\n\n"
        "Tepkimenin hız bağıntısı hangisidir?",
        law(a, b),
        [
            (
                law(i, j),
                "A ile B'nin derecelerini birbirine karıştırır."
                if (i, j) == (b, a)
                else reasons[i != a],
            )
            for i, j in picked[:4]
        ],
        f"1. ve 2. deneyde [B] sabit, [A] {f} katına çıkıyor; hız {rates[1] // rates[0]} katına çıkıyor: A'ya göre {a}. derece. {place}. ve 3. deneyde [A] sabit, [B] {g} katına çıkıyor; hız {rates[2] // last_rate} katına çıkıyor: B'ye göre {b}. derece.".replace(
            "hız 1 katına çıkıyor", "hız değişmiyor"
        ),
        computed=f"Tuple(simplify(log(Rational({rates[1]}, {rates[0]}))/log(Rational({rows[1][0]}, {rows[0][0]}))), simplify(log(Rational({rates[2]}, {last_rate}))/log(Rational({rows[2][1]}, {base[1]}))))",
        reads=f"Tuple({a}, {b})",
    )


@template("ayt-kim-tepkime-hizi-hacim", topic="ayt-kim-tepkime-hizi", difficulty=3, seconds=65)
def volume_and_rate(rng: Random) -> Question:
    a, b = rng.choice([(1, 1), (2, 1), (1, 2), (1, 3), (2, 2)])
    shrink = rng.choice([Fraction(1, 2), Fraction(1, 3), Fraction(2), Fraction(1, 4)])
    extra = rng.choice([1, 2, 3])
    right = (1 / shrink) ** (a + b) * extra**a
    words = {Fraction(1, 2): "yarıya", Fraction(1, 3): "üçte birine", Fraction(1, 4): "dörtte birine", Fraction(2): "iki katına"}[shrink]  # fmt: skip
    verb = "çıkarılıyor" if shrink == 2 else "indiriliyor"
    more = "" if extra == 1 else f" ve X'in mol sayısı {extra} katına çıkarılıyor"

    def part(number: int, name: str) -> str:
        return f"{number if number > 1 else ''}{name}(g)"

    def shown(value: Fraction) -> str:
        return num(value) if value.denominator <= 8 else rf"$\frac{{{value.numerator}}}{{{value.denominator}}}$"  # fmt: skip

    first = f"kabın hacmi {words} {verb}{more}".replace("indiriliyor ve", "indirilip").replace(
        "çıkarılıyor ve", "çıkarılıp"
    )
    return exam_question(
        f"{part(a, 'X')} + {part(b, 'Y')} → Z(g)\n\nTek basamakta gerçekleşen tepkimede sabit sıcaklıkta {first}. Tepkimenin hızı önceki hızın kaç katı olur?",
        shown(right),
        [
            (shown(1 / right), "Hacim ile derişim arasındaki ilişkiyi ters kurar."),
            (
                shown((1 / shrink) * extra),
                "Hızı derişimlerin birinci kuvvetiyle orantılı alır.",
            ),
            (shown((1 / shrink) ** max(a, b)), "Yalnızca bir maddenin derişimini hesaba katar."),
            (
                shown((1 / shrink) ** (a + b) * extra**b * 2),
                "Kuvvetleri maddelerle ters eşleştirir.",
            ),
        ],
        rf"Hız bağıntısı $r = k[\text{{X}}]^{a}[\text{{Y}}]^{b}$. Hacim nedeniyle her derişim ${tex(1 / shrink)}$ katına{', X ayrıca ' + str(extra) + ' katına' if extra > 1 else ''} çıkar; hız ${tex(right)}$ katı olur.".replace(
            "]^1", "]"
        ),
        spare=[
            (shown(right * 2), "Bir kuvveti fazladan uygular."),
            (shown(right / 2), "Bir kuvveti eksik uygular."),
            (shown(right * 3), "Mol sayısının etkisini fazladan uygular."),
        ],
        computed=f"(Rational({extra}, 1)/{exact(shrink)})**{a}/{exact(shrink)}**{b}",
        reads=exact(right),
    )
