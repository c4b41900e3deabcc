"""TYT Kimya: strong bonds, names of compounds and weak interactions."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.kimya_writing import atoms, formula, ion
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

MOLECULES = (
    ("HF", 1, 3),
    ("HCl", 1, 3),
    ("H2O", 2, 2),
    ("H2S", 2, 2),
    ("NH3", 3, 1),
    ("PH3", 3, 1),
    ("NF3", 3, 10),
    ("PCl3", 3, 10),
    ("CH4", 4, 0),
    ("CCl4", 4, 12),
    ("CHCl3", 4, 9),
    ("CO2", 4, 4),
    ("CS2", 4, 4),
    ("N2", 3, 2),
    ("O2", 2, 4),
    ("F2", 1, 6),
    ("HCN", 4, 1),
    ("C2H4", 6, 0),
    ("C2H2", 5, 0),
    ("OF2", 2, 8),
    ("C2H6", 7, 0),
)
VALENCE = {"H": 1, "C": 4, "N": 5, "P": 5, "O": 6, "S": 6, "F": 7, "Cl": 7}
NUMBER = {"H": 1, "C": 6, "N": 7, "O": 8, "F": 9, "P": 15, "S": 16, "Cl": 17}


@template("tyt-kim-guclu-etkilesimler-lewis", topic="tyt-kim-guclu-etkilesimler", difficulty=3, seconds=75)  # fmt: skip
def lewis_pairs(rng: Random) -> Question:
    plain, bonds, lone = rng.choice(MOLECULES)
    wants_bonds = rng.random() < 0.5 or lone == 0
    counts = atoms(plain)
    given = ", ".join(rf"$_{{{NUMBER[element]}}}${element}" for element in counts)
    right, what = (bonds, "bağlayıcı") if wants_bonds else (lone, "ortaklanmamış")
    valence = " + ".join(f"{number}*{VALENCE[element]}" for element, number in counts.items())
    need = " + ".join(f"{number}*{2 if element == 'H' else 8}" for element, number in counts.items())  # fmt: skip
    bond_proof = f"Rational(({need}) - ({valence}), 2)"
    proof = bond_proof if wants_bonds else f"Rational({valence}, 2) - {bond_proof}"
    total = bonds + lone
    return exam_question(
        f"{formula(plain)} molekülünün Lewis yapısında kaç tane **{what}** elektron çifti vardır? ({given})",
        right,
        [
            (lone if wants_bonds else bonds, "Bağlayıcı ve ortaklanmamış çiftleri karıştırır."),
            (total, "Değerlik elektronlarının oluşturduğu bütün çiftleri sayar."),
            (2 * right, "Elektron çifti yerine elektron sayar."),
            (right + 1, "Bir çifti fazladan sayar."),
        ],
        f"Değerlik elektronlarının toplamı {2 * total}, yani {total} çifttir. Oktet (hidrojende dublet) tamamlandığında {bonds} çift bağlayıcıdır, {lone} çift ortaklanmamış olarak kalır.",
        spare=[
            (right + 2, "İki çifti fazladan sayar."),
            (right + 3, "Çekirdeğe yakın elektronları da katar."),
            (right + 5, "Bütün elektronları çiftlere ayırır."),
        ],
        computed=proof,
    )


CATIONS = ((3, 1), (11, 1), (12, 2), (13, 3), (19, 1), (20, 2))
ANIONS = ((7, 3), (8, 2), (9, 1), (15, 3), (16, 2), (17, 1))


@template("tyt-kim-guclu-etkilesimler-formul", topic="tyt-kim-guclu-etkilesimler", difficulty=2, seconds=55)  # fmt: skip
def ionic_formula(rng: Random) -> Question:
    (metal, plus), (other, minus) = rng.choice(CATIONS), rng.choice(ANIONS)
    shared = plus if plus == minus else 1
    of_metal, of_other = minus // shared, plus // shared

    def shown(a: int, b: int) -> str:
        return formula(f"X{a if a > 1 else ''}Y{b if b > 1 else ''}")

    wrong = [
        (shown(of_other, of_metal), "İyon yüklerini çaprazlamadan kendi altına yazar."),
        (shown(1, 1), "İyon yüklerini hesaba katmadan atomları bire bir birleştirir."),
        (shown(plus + 1, minus), "Metalin yükünü bir fazla alır."),
        (shown(minus, plus + 1), "Metalin verdiği elektronu bir fazla sayar."),
        (shown(8 - minus, plus), "Ametalin yükü yerine değerlik elektron sayısını kullanır."),
        (shown(2, 1), "Metalin 1+, ametalin 2− yüklü olduğunu varsayar."),
    ]
    charges = f"{ion('X', plus)} ve {ion('Y', -minus)}"
    return exam_question(
        rf"$_{{{metal}}}$X ile $_{{{other}}}$Y elementleri arasında oluşan kararlı iyonik bileşiğin formülü hangisidir?",
        shown(of_metal, of_other),
        wrong,
        f"X'in son katmanında {plus} elektron vardır, hepsini verir; Y {minus} elektron alır: {charges}. Yüklerin toplamı sıfır olacak en küçük sayılarla {shown(of_metal, of_other)} oluşur.",
        spare=[(shown(1, 3), "Ametalin yükünün her zaman 1− olduğunu varsayar.")],
        computed=f"next(Tuple(i, j) for i in range(1, 5) for j in range(1, 5) if i*({metal} - max(k for k in (2, 10, 18) if k < {metal})) == j*(min(k for k in (10, 18) if k > {other}) - {other}))",
        reads=f"Tuple({of_metal}, {of_other})",
    )


NAMES = (
    ("FeCl3", "demir(III) klorür", "demir triklorür"),
    ("Cu2O", "bakır(I) oksit", "bakır(II) oksit"),
    ("FeO", "demir(II) oksit", "demir(III) oksit"),
    ("N2O4", "diazot tetraoksit", "azot dioksit"),
    ("Na2SO4", "sodyum sülfat", "sodyum sülfür"),
    ("CaCl2", "kalsiyum klorür", "kalsiyum diklorür"),
    ("KNO3", "potasyum nitrat", "potasyum nitrür"),
    ("Al2O3", "alüminyum oksit", "dialüminyum trioksit"),
    ("NH4Cl", "amonyum klorür", "amonyak klorür"),
    ("PCl5", "fosfor pentaklorür", "fosfor triklorür"),
    ("Mg3N2", "magnezyum nitrür", "magnezyum nitrat"),
    ("Na2S", "sodyum sülfür", "sodyum sülfat"),
    ("SO3", "kükürt trioksit", "sülfat"),
    ("N2O5", "diazot pentaoksit", "azot pentaoksit"),
    ("CaCO3", "kalsiyum karbonat", "kalsiyum karbür"),
)


@template("tyt-kim-guclu-etkilesimler-ad", topic="tyt-kim-guclu-etkilesimler", difficulty=2, seconds=60)  # fmt: skip
def wrong_name(rng: Random) -> Question:
    (plain, name, mistake), *others = rng.sample(NAMES, 5)
    return exam_question(
        "Aşağıdaki bileşiklerden hangisi **yanlış** adlandırılmıştır?",
        f"{formula(plain)}: {mistake}",
        [
            (f"{formula(other)}: {right}", f"{formula(other)} bileşiğinin adlandırılmasını bilmez.")
            for other, right, _ in others
        ],
        f"{formula(plain)} bileşiğinin adı **{name}** şeklindedir. İyonik bileşiklerde iyonların sayısı söylenmez, değişken değerlikli metalin yükü Roma rakamıyla yazılır; ametal-ametal bileşiklerinde ise sayılar Latince belirtilir.",
    )


SERIES = (
    ("Soy gazların", ("He", "Ne", "Ar", "Kr", "Xe")),
    ("Halojen moleküllerinin", ("F2", "Cl2", "Br2", "I2")),
    ("Düz zincirli hidrokarbonların", ("CH4", "C2H6", "C3H8", "C4H10", "C5H12")),
    ("Apolar moleküllerin", ("CF4", "CCl4", "CBr4", "CI4")),
)


@template("tyt-kim-zayif-etkilesimler-kaynama", topic="tyt-kim-zayif-etkilesimler", difficulty=2, seconds=55)  # fmt: skip
def boiling_order(rng: Random) -> Question:
    whose, members = rng.choice(SERIES)
    picked = [formula(members[i]) for i in sorted(rng.sample(range(len(members)), 3))]
    a, b, c = picked
    asked = ", ".join(sorted(picked, key=lambda _: rng.random()))

    def shown(*listed: str) -> str:
        return " < ".join(listed)

    return exam_question(
        f"{whose} ({asked}) aynı basınçtaki kaynama noktalarının küçükten büyüğe sıralanışı hangisidir?",
        shown(a, b, c),
        [
            (shown(c, b, a), "London kuvvetlerinin elektron sayısıyla azaldığını sanır."),
            (shown(b, a, c), "Elektron sayısı en küçük iki taneciği ters sıralar."),
            (shown(a, c, b), "Elektron sayısı en büyük iki taneciği ters sıralar."),
            (shown(c, a, b), "En çok elektronlu taneciğin en düşük sıcaklıkta kaynadığını sanır."),
        ],
        f"Bu taneciklerin arasında yalnızca London kuvvetleri etkilidir. Elektron sayısı {a}, {b}, {c} sırasıyla arttığından çekim güçlenir, kaynama noktası yükselir.",
    )


BONDED = (
    "H2O", "NH3", "HF", "CH3OH", "C2H5OH", "CH3COOH", "H2O2", "HCOOH", "CH3NH2", "C3H7OH", "N2H4",
    "C2H5NH2", "C2H5COOH",
)  # fmt: skip
UNBONDED = ("HCl", "CH4", "H2S", "CO2", "PH3", "HBr", "N2", "CCl4", "H2", "CH3OCH3", "C2H6")


@template("tyt-kim-zayif-etkilesimler-hidrojen-bagi", topic="tyt-kim-zayif-etkilesimler", difficulty=2, seconds=45)  # fmt: skip
def hydrogen_bond(rng: Random) -> Question:
    right = rng.choice(BONDED)
    others = rng.sample(UNBONDED, 4)

    def why(plain: str) -> str:
        if "H" not in plain:
            return "Hidrojen içermeyen molekülde hidrojen bağı arar."
        if plain == "CH3OCH3":
            return "Oksijenin varlığını yeterli sanır; H atomları C'ye bağlıdır."
        if plain == "H2":
            return "Hidrojen atomunun bulunmasını yeterli sanır."
        return "H atomunun F, O ya da N'ye bağlı olması gerektiğini gözden kaçırır."

    return exam_question(
        "Aşağıdaki maddelerden hangisinin kendi molekülleri arasında hidrojen bağı oluşur?",
        formula(right),
        [(formula(other), why(other)) for other in others],
        f"Hidrojen bağı, F, O ya da N atomuna bağlı hidrojen ile komşu moleküldeki F, O ya da N arasında oluşur. Bu koşulu yalnızca {formula(right)} sağlar.",
    )
