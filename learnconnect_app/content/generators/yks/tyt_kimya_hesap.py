"""TYT Kimya: the laws of chemistry, the mole and reactions."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex, times
from learnconnect_app.content.generators.yks.kimya_writing import (
    atoms,
    formula,
    masses_of,
    molar_mass,
    summed,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("tyt-kim-temel-kanunlar-artan", topic="tyt-kim-temel-kanunlar", difficulty=3, seconds=80)
def left_over(rng: Random) -> Question:
    a, b = rng.choice([(3, 2), (7, 4), (3, 4), (7, 3), (2, 1), (1, 4), (7, 8), (5, 2), (4, 5)])
    k = rng.randint(2, 6)
    extra = rng.randint(1, 3)
    is_first_left = rng.random() < 0.5
    m_x, m_y = a * k, b * k
    if is_first_left:
        m_x += extra * a
    else:
        m_y += extra * b
    right = (a + b) * k
    left = "X" if is_first_left else "Y"
    return exam_question(
        rf"X ve Y elementlerinden oluşan bir bileşikte kütlece birleşme oranı $\frac{{m_X}}{{m_Y}} = \frac{{{a}}}{{{b}}}$ olarak veriliyor. {m_x} g X ile {m_y} g Y'nin, biri tükeninceye kadar tepkimesinden en çok kaç gram bileşik oluşur?",
        right,
        [
            (m_x + m_y, "Artan maddeyi hesaba katmadan kütleleri toplar."),
            (m_x if is_first_left else m_y, "Fazla olan maddenin kütlesini bileşik kütlesi sanır."),
            (
                (a + b) * (k + extra),
                "Fazla olan maddenin tamamının tükendiğini varsayar.",
            ),
            (m_x + m_y - right, "Bileşiğin kütlesi yerine artan kütleyi bulur."),
        ],
        rf"Katlar: X için $\frac{{{m_x}}}{{{a}}} = {m_x // a}$, Y için $\frac{{{m_y}}}{{{b}}} = {m_y // b}$. Küçük olan {k} sınırlar: ${a}\cdot {k} + {b}\cdot {k} = {right}$ g bileşik oluşur, {left} maddesinden {m_x + m_y - right} g artar.",
        spare=[
            (right + a, "Bir kat fazla X kullanır."),
            (right + b, "Bir kat fazla Y kullanır."),
        ],
        computed=f"Max(*[i + j for i in range({m_x} + 1) for j in range({m_y} + 1) if i*{b} == j*{a}])",
    )


@template("tyt-kim-temel-kanunlar-kati", topic="tyt-kim-temel-kanunlar", difficulty=3, seconds=70)
def multiple_proportions(rng: Random) -> Question:
    pairs = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 3), (2, 5), (3, 4)]
    while True:
        (a, b), (c, d) = rng.sample(pairs, 2)
        right = Fraction(b, a) / Fraction(d, c)
        if right.denominator > 1:
            break

    def shown(x: int, y: int) -> str:
        return formula(f"X{x if x > 1 else ''}Y{y if y > 1 else ''}")

    first, second = shown(a, b), shown(c, d)
    return exam_question(
        f"{first} ve {second} bileşiklerinde aynı miktar X ile birleşen Y kütleleri arasındaki katlı oran (birincinin ikinciye oranı) kaçtır?",
        times(right, ""),
        [
            (times(1 / right, ""), "İkincinin birinciye oranını bulur."),
            (times(Fraction(b, d), ""), "X sayılarını eşitlemeden Y sayılarını oranlar."),
            (times(Fraction(a * b, c * d), ""), "X sayılarını eşitlemek yerine Y ile çarpar."),
            (times(Fraction(a, c), ""), "Y yerine X sayılarını oranlar."),
        ],
        rf"Bir X atomu başına Y sayısı birincide ${times(Fraction(b, a), '').strip('$')}$, ikincide ${times(Fraction(d, c), '').strip('$')}$ olur. Oran: ${times(right, '').strip('$')}$.",
        spare=[
            (times(Fraction(d, b), ""), "X sayılarını eşitlemez ve oranı ters alır."),
            (times(right * 2, ""), "X sayılarını yalnızca bir bileşikte genişletir."),
            (times(right / 2, ""), "Y sayısını yalnızca bir bileşikte genişletir."),
            (times(right * 3, ""), "Y sayısını genişletme çarpanıyla iki kez çarpar."),
        ],
        computed=f"solve(x*{d}*{a} - {b}*{c}, x)[0]",
    )


@template("tyt-kim-temel-kanunlar-korunum", topic="tyt-kim-temel-kanunlar", difficulty=1, seconds=45)  # fmt: skip
def conservation(rng: Random) -> Question:
    used_x, used_y = rng.randint(6, 40), rng.randint(6, 60)
    rest = rng.randint(2, 12)
    z = rng.randint(5, used_x + used_y - 4)
    right = used_x + used_y - z
    return exam_question(
        f"Kapalı bir kapta {used_x} g X ile {used_y + rest} g Y tepkimeye sokuluyor. Tepkime sonunda X'in tamamı tükeniyor, Y'nin {rest} gramı artıyor ve {z} g Z ile bir miktar T oluşuyor. Oluşan T kaç gramdır?",
        right,
        [
            (right + rest, "Artan Y'nin tepkimeye girmediğini gözden kaçırır."),
            (used_x + used_y, "Z'nin kütlesini çıkarmayı unutur."),
            (right + 2 * rest, "Artan Y'yi çıkarmak yerine ekler."),
            (abs(right - rest), "Artan Y'yi iki kez çıkarır."),
        ],
        f"Tepkimeye giren kütle {used_x} + {used_y} = {used_x + used_y} g'dır. Kütle korunur: {used_x + used_y} − {z} = {right} g T oluşur.",
        spare=[
            (right + z, "Ürünlerin toplamını yazar."),
            (right + 1, "Toplamayı bir fazla yapar."),
        ],
        computed=f"solve({z} + x + {rest} - ({used_x} + {used_y + rest}), x)[0]",
    )


COMPOUNDS = ("CH4", "CO2", "SO2", "SO3", "NH3", "C2H6", "C3H8", "NO2", "N2O", "H2S", "C2H4")


@template("tyt-kim-mol-kavrami-atom", topic="tyt-kim-mol-kavrami", difficulty=2, seconds=65)
def moles_of_atoms(rng: Random) -> Question:
    plain = rng.choice(COMPOUNDS)
    n = Fraction(rng.choice([1, 2, 3, 4, 5, 6, 8, 15]), 10)
    m = molar_mass(plain) * n
    total = sum(atoms(plain).values())
    right = n * total
    return exam_question(
        f"{num(m)} gram {formula(plain)} bileşiği toplam kaç mol **atom** içerir? ({masses_of(plain)})",
        num(right),
        [
            (num(n), "Atom yerine molekülün mol sayısını bulur."),
            (num(n * max(atoms(plain).values())), "Yalnızca sayısı en çok olan atomu sayar."),
            (num(n * len(atoms(plain))), "Molekülde her elementten birer atom olduğunu varsayar."),
            (num(total), "1 moldeki atomun mol sayısını yazar."),
        ],
        rf"$M_A = {molar_mass(plain)}$ g/mol, $n = \frac{{{tex(m)}}}{{{molar_mass(plain)}}} = {tex(n)}$ mol. Bir molekülde {total} atom olduğundan ${total}\cdot {tex(n)} = {tex(right)}$ mol atom vardır.",
        spare=[
            (num(right + n), "Moleküldeki atomları bir fazla sayar."),
            (num(right * 2), "Mol sayısını iki katı alır."),
            (num(right - n), "Moleküldeki atomları bir eksik sayar."),
        ],
        computed=f"{exact(m)}/{summed(plain)}*{'+'.join(str(v) for v in atoms(plain).values()).join('()')}",
    )


@template("tyt-kim-mol-kavrami-hacim", topic="tyt-kim-mol-kavrami", difficulty=2, seconds=60)
def volume_of_gas(rng: Random) -> Question:
    plain = rng.choice(COMPOUNDS)
    n = Fraction(rng.choice([1, 2, 3, 4, 5, 6, 8, 15, 20, 25]), 10)
    m, right = molar_mass(plain) * n, n * Fraction(224, 10)
    return exam_question(
        f"{num(m)} gram {formula(plain)} gazı normal koşullarda kaç litre hacim kaplar? ({masses_of(plain)})",
        num(right),
        [
            (num(n * Fraction(245, 10)), "Oda koşullarındaki molar hacmi (24,5 L) kullanır."),
            (num(n), "Mol sayısını bulur, 22,4 ile çarpmaz."),
            (num(right * 2), "Mol sayısını iki katı alır."),
            (
                num(right * sum(atoms(plain).values())),
                "Molekül yerine atomların mol sayısını kullanır.",
            ),
        ],
        rf"$n = \frac{{{tex(m)}}}{{{molar_mass(plain)}}} = {tex(n)}$ mol. Normal koşullarda $V = {tex(n)}\cdot 22{{,}}4 = {tex(right)}$ L.",
        spare=[(num(right / 2), "Mol sayısının yarısını alır.")],
        computed=f"solve(x/Rational(224, 10) - {exact(m)}/{summed(plain)}, x)[0]",
    )


@template("tyt-kim-mol-kavrami-izotop", topic="tyt-kim-mol-kavrami", difficulty=3, seconds=70)
def average_mass(rng: Random) -> Question:
    light = rng.choice([10, 20, 24, 35, 63, 69, 79, 85, 107])
    gap = rng.choice([1, 2])
    percent = rng.choice([20, 25, 40, 60, 75, 80])
    heavy = light + gap
    average = Fraction(light * percent + heavy * (100 - percent), 100)
    return exam_question(
        f"X elementinin doğada {light} ve {heavy} akb kütleli iki izotopu vardır. X'in ortalama atom kütlesi {num(average)} akb olduğuna göre kütlesi {light} akb olan izotopun doğadaki bolluğu yüzde kaçtır?",
        percent,
        [
            (100 - percent, "Ağır izotopun bolluğunu bulur."),
            (50, "İki izotopun bolluğunu eşit sanır."),
            (percent + 10, "Ortalamadan olan farkı yanlış oranlar."),
            (percent - 10, "Ortalamadan olan farkı eksik oranlar."),
        ],
        rf"Bolluk oranı $x$ olsun: ${light}x + {heavy}(1 - x) = {tex(average)}$ eşitliğinden $x = {tex(Fraction(percent, 100))}$, yani %{percent} bulunur. Ortalama, bolluğu fazla olan izotopa daha yakındır.",
        spare=[(90, "Hafif izotopun hep çok daha bol olduğunu varsayar.")],
        computed=f"solve({light}*x/100 + {heavy}*(100 - x)/100 - {exact(average)}, x)[0]",
    )


EQUATIONS = (
    (("Fe", "O2"), ("Fe2O3",), (4, 3, 2)),
    (("N2", "H2"), ("NH3",), (1, 3, 2)),
    (("Al", "HCl"), ("AlCl3", "H2"), (2, 6, 2, 3)),
    (("C3H8", "O2"), ("CO2", "H2O"), (1, 5, 3, 4)),
    (("C2H6", "O2"), ("CO2", "H2O"), (2, 7, 4, 6)),
    (("NH3", "O2"), ("NO", "H2O"), (4, 5, 4, 6)),
    (("Fe2O3", "CO"), ("Fe", "CO2"), (1, 3, 2, 3)),
    (("FeS2", "O2"), ("Fe2O3", "SO2"), (4, 11, 2, 8)),
    (("C4H10", "O2"), ("CO2", "H2O"), (2, 13, 8, 10)),
    (("Al(OH)3", "H2SO4"), ("Al2(SO4)3", "H2O"), (2, 3, 1, 6)),
    (("C2H5OH", "O2"), ("CO2", "H2O"), (1, 3, 2, 3)),
    (("PCl5", "H2O"), ("H3PO4", "HCl"), (1, 4, 1, 5)),
    (("CaC2", "H2O"), ("Ca(OH)2", "C2H2"), (1, 2, 1, 1)),
    (("KClO3",), ("KCl", "O2"), (2, 2, 3)),
    (("H2S", "O2"), ("SO2", "H2O"), (2, 3, 2, 2)),
    (("Mg3N2", "H2O"), ("Mg(OH)2", "NH3"), (1, 6, 3, 2)),
)


@template("tyt-kim-tepkimeler-denklestirme", topic="tyt-kim-tepkimeler", difficulty=3, seconds=75)
def balance(rng: Random) -> Question:
    ins, outs, numbers = rng.choice(EQUATIONS)
    names = [*ins, *outs]
    place = rng.choice([i for i, number in enumerate(numbers) if number > 1])
    right = numbers[place]
    elements = list(atoms("".join(ins)))
    rows = [
        [atoms(name).get(element, 0) * (1 if name in ins else -1) for name in names]
        for element in elements
    ]
    left = " + ".join(map(formula, ins)) + " → " + " + ".join(map(formula, outs))
    done = [formula(f"{name}") for name in names]
    written = [
        f"{number if number > 1 else ''}{name}" for number, name in zip(numbers, done, strict=True)
    ]
    result = " + ".join(written[: len(ins)]) + " → " + " + ".join(written[len(ins) :])
    vector = f"Matrix({rows}).nullspace()[0]"
    return exam_question(
        f"{left}\n\nYukarıdaki tepkime denklemi **en küçük tam sayılarla** denkleştirildiğinde {done[place]} maddesinin katsayısı kaç olur?",
        right,
        [
            *(
                (number, f"{name} maddesinin katsayısını yazar.")
                for number, name in zip(numbers, done, strict=True)
                if number != right
            ),
            (2 * right, "Katsayıları en küçük tam sayılara indirmez."),
            (right + 1, "Atom sayılarından birini bir fazla sayar."),
            (right - 1, "Atom sayılarından birini bir eksik sayar."),
            (right + 2, "Bir elementin atomlarını denkleştirmeyi unutur."),
        ],
        f"Atomlar iki yanda eşitlenir: {result}.",
        spare=[
            (right + 3, "Bir elementin atomlarını iki kez sayar."),
            (right + 4, "Alt simgeleri katsayı sanır."),
        ],
        computed=f"(lambda v: v[{place}]*ilcm(*[e.q for e in v])/igcd(*[e*ilcm(*[f.q for f in v]) for e in v]))({vector})",
    )


REACTIONS = (
    ("N2", "H2", "NH3", 1, 3, 2),
    ("H2", "O2", "H2O", 2, 1, 2),
    ("CO", "O2", "CO2", 2, 1, 2),
    ("SO2", "O2", "SO3", 2, 1, 2),
    ("NO", "O2", "NO2", 2, 1, 2),
    ("H2", "Cl2", "HCl", 1, 1, 2),
)


@template("tyt-kim-tepkimeler-sinirlayici", topic="tyt-kim-tepkimeler", difficulty=3, seconds=80)
def limiting(rng: Random) -> Question:
    x, y, product, a, b, c = rng.choice(REACTIONS)
    while True:
        n_x, n_y = (Fraction(rng.randint(2, 24), 10) for _ in range(2))
        if n_x / a == n_y / b:
            continue
        run = min(n_x / a, n_y / b)
        right = c * run
        if 10 * right == int(10 * right):
            break
    spent, other = (x, y) if n_x / a < n_y / b else (y, x)

    def part(number: int, name: str) -> str:
        return f"{number if number > 1 else ''}{formula(name)}(g)"

    more = max(n_x / a, n_y / b) * c
    return exam_question(
        f"{part(a, x)} + {part(b, y)} → {part(c, product)}\n\n{num(n_x)} mol {formula(x)} ile {num(n_y)} mol {formula(y)} gazlarının tam verimli tepkimesinden en çok kaç mol {formula(product)} oluşur?",
        num(right),
        [
            (num(more), f"Fazla olan {formula(other)} gazının tamamının tükendiğini varsayar."),
            (num(n_x + n_y), "Mol sayılarının korunduğunu sanıp toplar."),
            (num(min(n_x, n_y)), "Katsayıları hesaba katmadan az olan mol sayısını yazar."),
            (num(right / 2), "Ürünün katsayısını hesaba katmaz."),
        ],
        rf"Mol/katsayı: {formula(x)} için ${tex(n_x / a)}$, {formula(y)} için ${tex(n_y / b)}$. Küçük olan {formula(spent)} sınırlayıcıdır; ${c}\cdot {tex(run)} = {tex(right)}$ mol {formula(product)} oluşur.",
        spare=[
            (num(max(n_x, n_y)), "Katsayıları hesaba katmadan çok olan mol sayısını yazar."),
            (num(right * 2), "Ürünün katsayısıyla iki kez çarpar."),
            (num(right + Fraction(1, 10)), "Bölme işleminde hata yapar."),
            (num(right * 3), "Ürünün katsayısını yanlış okur."),
        ],
        computed=f"Min(*[solve(x*{a} - {exact(n_x)}*{c}, x)[0], solve(x*{b} - {exact(n_y)}*{c}, x)[0]])",
    )


@template("tyt-kim-tepkimeler-saflik", topic="tyt-kim-tepkimeler", difficulty=4, seconds=90)
def purity(rng: Random) -> Question:
    percent = rng.choice([20, 25, 40, 50, 60, 75, 80])
    n = Fraction(rng.choice([3, 6] if percent in (60, 75) else [1, 2, 3, 4, 5, 6]), 10)
    volume = n * Fraction(224, 10)
    pure = 100 * n
    sample = pure * 100 / percent
    return exam_question(
        f"CaCO₃(k) → CaO(k) + CO₂(g)\n\nSaf olmayan {num(sample)} gram kireç taşı örneğindeki CaCO₃'ün tamamı ısıtılarak parçalandığında, normal koşullarda {num(volume)} L CO₂ gazı oluşuyor. Örneğin kütlece yüzde kaçı CaCO₃'tür? (C: 12, O: 16, Ca: 40 g/mol; safsızlıklar gaz çıkarmaz.)",
        percent,
        [
            (100 - percent, "Saflık yerine safsızlık yüzdesini bulur."),
            (num(Fraction(percent * 44, 100)), "CaCO₃ yerine CO₂'nin kütlesini oranlar."),
            (num(Fraction(percent * 56, 100)), "CaCO₃ yerine CaO'nun kütlesini oranlar."),
            (num(Fraction(percent, 2)), "CaCO₃ ile CO₂ arasındaki mol oranını yarı yarıya alır."),
        ],
        rf"$n_{{CO_2}} = \frac{{{tex(volume)}}}{{22{{,}}4}} = {tex(n)}$ mol. Katsayılar eşit olduğundan CaCO₃ da ${tex(n)}$ moldür: ${tex(n)}\cdot 100 = {tex(pure)}$ g. Saflık: $\frac{{{tex(pure)}}}{{{tex(sample)}}}\cdot 100 = {percent}$.",
        spare=[(num(percent + 5), "Bölme işleminde hata yapar.")],
        computed=f"solve({exact(sample)}*x/100/(40 + 12 + 3*16) - {exact(volume)}/Rational(224, 10), x)[0]",
    )
