"""AYT Kimya: cells and electrolysis."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex
from learnconnect_app.content.generators.yks.kimya_writing import formula, ion
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

POTENTIALS = (
    ("Mg", 2, -237), ("Al", 3, -166), ("Zn", 2, -76), ("Fe", 2, -44), ("Ni", 2, -25),
    ("Sn", 2, -14), ("Cu", 2, 34), ("Ag", 1, 80),
)  # fmt: skip


def _volt(hundredths: int) -> str:
    return f"{hundredths / 100:+.2f}".replace(".", ",").replace("-", "−")


@template("ayt-kim-redoks-piller-potansiyel", topic="ayt-kim-redoks-piller", difficulty=2, seconds=70)  # fmt: skip
def cell_potential(rng: Random) -> Question:
    (one, p, low), (two, q, high) = sorted(rng.sample(POTENTIALS, 2), key=lambda each: each[2])
    right = high - low
    return exam_question(
        f"Standart indirgenme potansiyelleri {ion(one, p)}/{one} için {_volt(low)} V, {ion(two, q)}/{two} için {_volt(high)} V'tur. Bu iki yarı hücreden kurulan standart galvanik pilin potansiyeli kaç V'tur?",
        _volt(right),
        [
            (_volt(-right), "Katot ile anodu ters seçer."),
            (_volt(high + low), "Potansiyelleri çıkarmak yerine toplar."),
            (
                _volt(q * high - p * low) if q * high - p * low != right else _volt(right * 2),
                "Potansiyelleri iyon yükleriyle çarpar.",
            ),
            (_volt(max(abs(high), abs(low))), "Yalnızca bir yarı hücrenin potansiyelini yazar."),
        ],
        rf"İndirgenme potansiyeli büyük olan {two} katottur: $E^\circ = E^\circ_{{\text{{katot}}}} - E^\circ_{{\text{{anot}}}}$ = {_volt(high)} − ({_volt(low)}) = {_volt(right)} V. Katsayılar potansiyeli değiştirmez.",
        spare=[
            (_volt(right + 10), "Çıkarma işleminde hata yapar."),
            (_volt(right * 2), "Potansiyeli elektron sayısıyla çarpar."),
        ],
        computed=f"solve(x + Rational({low}, 100) - Rational({high}, 100), x)[0]",
    )


IONIC = (
    # species: (name, atoms, charge), coefficient; the first count of them react
    (2, ((("MnO4", -1), {"Mn": 1, "O": 4}), (("Fe", 2), {"Fe": 1}), (("H", 1), {"H": 1}), (("Mn", 2), {"Mn": 1}), (("Fe", 3), {"Fe": 1}), (("H2O", 0), {"H": 2, "O": 1})), (1, 5, 8, 1, 5, 4)),
    (2, ((("Cr2O7", -2), {"Cr": 2, "O": 7}), (("Fe", 2), {"Fe": 1}), (("H", 1), {"H": 1}), (("Cr", 3), {"Cr": 1}), (("Fe", 3), {"Fe": 1}), (("H2O", 0), {"H": 2, "O": 1})), (1, 6, 14, 2, 6, 7)),
    (2, ((("Cu", 0), {"Cu": 1}), (("NO3", -1), {"N": 1, "O": 3}), (("H", 1), {"H": 1}), (("Cu", 2), {"Cu": 1}), (("NO", 0), {"N": 1, "O": 1}), (("H2O", 0), {"H": 2, "O": 1})), (3, 2, 8, 3, 2, 4)),
    (2, ((("MnO4", -1), {"Mn": 1, "O": 4}), (("Cl", -1), {"Cl": 1}), (("H", 1), {"H": 1}), (("Mn", 2), {"Mn": 1}), (("Cl2", 0), {"Cl": 2}), (("H2O", 0), {"H": 2, "O": 1})), (2, 10, 16, 2, 5, 8)),
)  # fmt: skip


@template("ayt-kim-redoks-piller-denklestirme", topic="ayt-kim-redoks-piller", difficulty=4, seconds=100)  # fmt: skip
def ionic_balance(rng: Random) -> Question:
    _, species, numbers = rng.choice(IONIC)
    place = rng.choice([i for i, number in enumerate(numbers) if number > 1])
    names = [ion(plain, charge) if charge else formula(plain) for (plain, charge), _ in species]
    elements = sorted({element for _, parts in species for element in parts})
    sign = [1, 1, 1, -1, -1, -1]
    rows = [
        [parts.get(element, 0) * s for (_, parts), s in zip(species, sign, strict=True)]
        for element in elements
    ]
    rows.append([charge * s for ((_, charge), _), s in zip(species, sign, strict=True)])
    right = numbers[place]
    done = [f"{k if k > 1 else ''}{name}" for k, name in zip(numbers, names, strict=True)]

    def joined(parts: list[str]) -> str:
        return " + ".join(parts[:3]) + " → " + " + ".join(parts[3:])

    vector = f"Matrix({rows}).nullspace()[0]"
    return exam_question(
        f"{joined(names)}\n\nAsidik ortamdaki bu redoks tepkimesi **en küçük tam sayılarla** denkleştirildiğinde {names[place]} taneciğinin katsayısı kaç olur?",
        right,
        [
            *(
                (number, f"{name} taneciğinin katsayısını yazar.")
                for number, name in zip(numbers, names, strict=True)
                if number != right
            ),
            (right + 1, "Atom sayılarından birini bir fazla sayar."),
            (right * 2, "Katsayıları en küçük tam sayılara indirmez."),
            (right + 2, "Yükleri eşitlemeyi unutur."),
        ],
        f"Verilen ve alınan elektronlar eşitlenir, sonra yük ve atom sayıları denkleştirilir: {joined(done)}.",
        spare=[(right + 3, "Elektron sayılarını eşitlemez.")],
        computed=f"(lambda v: v[{place}]*ilcm(*[e.q for e in v])/igcd(*[e*ilcm(*[f.q for f in v]) for e in v]))({vector})",
    )


METALS = (
    ("Ag", 108, 1),
    ("Cu", 64, 2),
    ("Zn", 65, 2),
    ("Cr", 52, 3),
    ("Ni", 59, 2),
    ("Au", 197, 3),
)


@template("ayt-kim-elektroliz-faraday", topic="ayt-kim-elektroliz", difficulty=3, seconds=75)
def deposited(rng: Random) -> Question:
    metal, mass, charge = rng.choice(METALS)
    faradays = Fraction(rng.choice([1, 2, 3, 6]), 10) * (1 if charge < 3 else 3)
    amperes = Fraction(rng.choice([5, 10, 20, 25]), 1)
    seconds = faradays * 96500 / amperes
    right = faradays * mass / charge
    return exam_question(
        f"{ion(metal, charge)} iyonlarını içeren çözelti {num(amperes)} A akımla {num(seconds)} saniye elektroliz ediliyor. Katotta kaç gram {metal} birikir? ({metal}: {mass} g/mol, 1 F = 96 500 C)",
        num(right),
        [
            (num(faradays * mass), "İyon yükünü hesaba katmaz.")
            if charge > 1
            else (num(right * 2), "İyon yükünü 2 alıp ters uygular."),
            (num(faradays * mass * charge), "İyon yüküne bölmek yerine çarpar.")
            if charge > 1
            else (num(right / 2), "İyon yükünü 2 alır."),
            (num(faradays), "Geçen elektronun mol sayısını kütle sanır."),
            (num(faradays / charge), "Mol sayısını bulur, mol kütlesiyle çarpmaz.")
            if charge > 1
            else (num(mass), "Geçen yükü 1 Faraday alır."),
        ],
        rf"$n_{{e^-}} = \frac{{{tex(amperes)}\cdot {tex(seconds)}}}{{96\,500}} = {tex(faradays)}$ mol. {charge} mol elektron 1 mol {metal} biriktirir: $\frac{{{tex(faradays)}}}{{{charge}}}\cdot {mass} = {tex(right)}$ g.",
        spare=[
            (num(right * 3), "Akımı ya da süreyi yanlış katar."),
            (num(right * 10), "Ondalık virgülü kaydırır."),
        ],
        computed=f"solve({charge}*x/{mass}*96500 - integrate({exact(amperes)}, (t, 0, {exact(seconds)})), x)[0]",
    )


@template("ayt-kim-elektroliz-seri", topic="ayt-kim-elektroliz", difficulty=3, seconds=80)
def in_series(rng: Random) -> Question:
    (one, m1, z1), (two, m2, z2) = rng.sample(METALS, 2)
    electrons = Fraction(rng.choice([6, 12, 18, 24, 30, 60]), 100)
    first = electrons * m1 / z1
    right = electrons * m2 / z2
    return exam_question(
        f"{ion(one, z1)} ve {ion(two, z2)} iyonlarını içeren çözeltiler seri bağlı iki elektroliz kabındadır. Birinci kabın katodunda {num(first)} g {one} biriktiğinde ikinci kabın katodunda kaç gram {two} birikir? ({one}: {m1}, {two}: {m2} g/mol)",
        num(right),
        [
            (
                num(first / m1 * m2) if z1 != z2 else num(right * z1 * z2),
                "Mol sayılarını eşit alır, iyon yüklerini hesaba katmaz."
                if z1 != z2
                else "İyon yükleriyle fazladan çarpar.",
            ),
            (
                num(first / m1 * Fraction(z2, z1) * m2) if z1 != z2 else num(right / 2),
                "İyon yüklerinin oranını ters alır." if z1 != z2 else "Yükü ikinci kapta ikiye böler.",
            ),
            (num(first), "Biriken kütlelerin eşit olduğunu sanır."),
            (num(electrons * m2 * z2) if z2 > 1 else num(right * 2), "İyon yüküne bölmek yerine çarpar."),
        ],
        rf"Seri kaplardan eşit yük geçer. {one}: $\frac{{{tex(first)}}}{{{m1}}}\cdot {z1} = {tex(electrons)}$ mol elektron. {two}: $\frac{{{tex(electrons)}}}{{{z2}}}\cdot {m2} = {tex(right)}$ g.",
        spare=[
            (num(right * 3), "Elektron sayısını yanlış hesaplar."),
            (num(right * 5), "Mol kütlelerinin oranını yanlış kurar."),
        ],
        computed=f"solve({z2}*x/{m2} - {z1}*{exact(first)}/{m1}, x)[0]",
    )  # fmt: skip
