"""TYT Kimya: symbols and names, the atom, the periodic table."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.kimya_writing import formula, ion
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

SYMBOLS = (
    ("Sodyum", "Na", ("So", "S")),
    ("Potasyum", "K", ("P", "Po")),
    ("Kalsiyum", "Ca", ("K", "C")),
    ("Magnezyum", "Mg", ("Mn",)),
    ("Demir", "Fe", ("F", "De")),
    ("Bakır", "Cu", ("Ba", "B")),
    ("Gümüş", "Ag", ("Au", "G")),
    ("Altın", "Au", ("Al", "Ag")),
    ("Cıva", "Hg", ("C", "Ci")),
    ("Kurşun", "Pb", ("Ku", "P")),
    ("Kalay", "Sn", ("K", "Ka")),
    ("Azot", "N", ("Az", "A")),
    ("Fosfor", "P", ("F", "Fo")),
    ("Kükürt", "S", ("K", "Kü")),
    ("Klor", "Cl", ("K", "Kl")),
    ("Manganez", "Mn", ("Mg", "Ma")),
    ("Brom", "Br", ("B",)),
    ("Silisyum", "Si", ("S",)),
    ("Karbon", "C", ("K", "Ka")),
    ("Çinko", "Zn", ("Sn", "Ç")),
)
COMMON = (
    ("NaOH", "sud kostik", "potas kostik"),
    ("KOH", "potas kostik", "sud kostik"),
    ("CaO", "sönmemiş kireç", "sönmüş kireç"),
    ("Ca(OH)2", "sönmüş kireç", "kireç taşı"),
    ("CaCO3", "kireç taşı", "sönmemiş kireç"),
    ("HCl", "tuz ruhu", "zaç yağı"),
    ("H2SO4", "zaç yağı", "kezzap"),
    ("HNO3", "kezzap", "tuz ruhu"),
    ("CH3COOH", "sirke asidi", "kezzap"),
    ("NaHCO3", "yemek sodası", "yemek tuzu"),
    ("NaCl", "yemek tuzu", "yemek sodası"),
    ("Na2CO3", "çamaşır sodası", "yemek sodası"),
    ("NH3", "amonyak", "kezzap"),
)


@template("tyt-kim-kimya-bilimi-sembol", topic="tyt-kim-kimya-bilimi", difficulty=1, seconds=40)
def wrong_symbol(rng: Random) -> Question:
    (name, symbol, mistakes), *others = rng.sample(SYMBOLS, 5)
    shown = rng.choice(mistakes)
    return exam_question(
        "Aşağıdaki elementlerden hangisinin sembolü **yanlış** verilmiştir?",
        f"{name} – {shown}",
        [
            (f"{other} – {sign}", f"{other} elementinin sembolünün {sign} olduğunu bilmez.")
            for other, sign, _ in others
        ],
        f"{name} elementinin sembolü **{symbol}** şeklindedir; {shown} bu elementi göstermez. Semboller çoğunlukla elementin Latince adından gelir, Türkçe adının ilk harfleri olmak zorunda değildir.",
    )


@template("tyt-kim-kimya-bilimi-yaygin-ad", topic="tyt-kim-kimya-bilimi", difficulty=2, seconds=50)
def wrong_common_name(rng: Random) -> Question:
    (plain, name, mistake), *others = rng.sample(COMMON, 5)
    return exam_question(
        "Aşağıdaki bileşiklerden hangisinin yaygın adı **yanlış** verilmiştir?",
        f"{formula(plain)}: {mistake}",
        [
            (f"{formula(other)}: {common}", f"{formula(other)} bileşiğinin yaygın adını bilmez.")
            for other, common, _ in others
        ],
        f"{formula(plain)} bileşiğinin yaygın adı **{name}** olarak bilinir; {mistake} başka bir bileşiktir. Diğer eşleştirmeler doğrudur.",
    )


@template("tyt-kim-atomun-yapisi-elektron", topic="tyt-kim-atomun-yapisi", difficulty=2, seconds=55)
def electrons_of_ion(rng: Random) -> Question:
    charge = rng.choice([-3, -2, -1, 1, 2, 3])
    protons = rng.randint(11, 56)
    neutrons = protons + rng.randint(4, 4 + protons // 4)
    mass, right = protons + neutrons, protons - charge
    return exam_question(
        f"Kütle numarası {mass}, nötron sayısı {neutrons} olan {ion('X', charge)} iyonunun elektron sayısı kaçtır?",
        right,
        [
            (protons, "İyon yükünü hesaba katmaz, nötr atomun elektron sayısını bulur."),
            (protons + charge, "İyon yükünün işaretini ters uygular."),
            (neutrons - charge, "Proton sayısı yerine nötron sayısını kullanır."),
            (mass - charge, "Proton sayısı yerine kütle numarasını kullanır."),
        ],
        f"Proton sayısı: {mass} − {neutrons} = {protons}. İyonun yükü {'+' if charge > 0 else '−'}{abs(charge)} olduğundan atom {abs(charge)} elektron {'vermiştir' if charge > 0 else 'almıştır'}: {protons} {'−' if charge > 0 else '+'} {abs(charge)} = {right}.",
        spare=[(neutrons, "Elektron sayısını nötron sayısına eşit sanır.")],
        computed=f"solve({mass} - {neutrons} - x - ({charge}), x)[0]",
    )


RELATIONS = ("İzotop", "İzoton", "İzobar", "İzoelektronik")
CLOSED = (10, 18)


@template("tyt-kim-atomun-yapisi-iliski", topic="tyt-kim-atomun-yapisi", difficulty=2, seconds=60)
def relation(rng: Random) -> Question:
    kind = rng.randrange(4)
    while True:
        z1, z2 = rng.randint(7, 20), rng.randint(7, 20)
        n1, n2 = z1 + rng.randint(0, 4), z2 + rng.randint(0, 4)
        q1 = q2 = 0
        if kind == 0:
            z2 = z1
            q1, q2 = rng.sample([0, 1, 2, 3], 2)
        elif kind == 3:
            shell = rng.choice(CLOSED)
            q1, q2 = z1 - shell, z2 - shell
        same = (z1 == z2, n1 == n2, z1 + n1 == z2 + n2, z1 - q1 == z2 - q2)
        if sum(same) == 1 and same[kind] and max(abs(q1), abs(q2)) <= 3:
            break

    def shown(letter: str, z: int, n: int, q: int) -> str:
        size = "" if abs(q) == 1 else abs(q)
        sign = f"^{{{size}{'+' if q > 0 else '-'}}}" if q else ""
        return rf"$^{{{z + n}}}_{{{z}}}\text{{{letter}}}{sign}$"

    meaning = (
        "proton sayıları aynı, nötron sayıları farklı",
        "nötron sayıları aynı, proton sayıları farklı",
        "kütle numaraları aynı, proton sayıları farklı",
        "elektron sayıları ve dizilimleri aynı, proton sayıları farklı",
    )
    facts = (
        f"Proton sayıları {z1} ve {z2}, nötron sayıları {n1} ve {n2}, kütle numaraları {z1 + n1} ve {z2 + n2}, "
        f"elektron sayıları {z1 - q1} ve {z2 - q2}."
    )
    wrong = [
        (name, f"{name} taneciklerde hangi sayının aynı olduğunu karıştırır.")
        for place, name in enumerate(RELATIONS)
        if place != kind
    ]
    return exam_question(
        f"{shown('X', z1, n1, q1)} ve {shown('Y', z2, n2, q2)} tanecikleri için hangisi doğrudur?",
        RELATIONS[kind],
        [*wrong, ("Allotrop", "Allotropun aynı elementin farklı dizilişi olduğunu bilmez.")],
        f"{facts} {RELATIONS[kind]} taneciklerde: {meaning[kind]}.",
        computed=f"[{z1} - {z2}, ({z1 + n1} - {z1}) - ({z2 + n2} - {z2}), {z1 + n1} - {z2 + n2}, ({z1} - ({q1})) - ({z2} - ({q2}))].index(0)",
        reads=str(kind),
    )


@template(
    "tyt-kim-atomun-yapisi-esit-elektron",
    topic="tyt-kim-atomun-yapisi",
    difficulty=3,
    seconds=80,
)
def same_electrons(rng: Random) -> Question:
    minus, plus = rng.choice([1, 2, 3]), rng.choice([1, 2, 3])
    protons = rng.randint(7, 35)
    electrons = protons + minus
    other = electrons + plus
    neutrons = other + rng.randint(1, 8)
    right = other + neutrons
    return exam_question(
        f"Proton sayısı {protons} olan {ion('X', -minus)} iyonu ile {ion('Y', plus)} iyonunun elektron sayıları eşittir. Y atomunun nötron sayısı {neutrons} olduğuna göre kütle numarası kaçtır?",
        right,
        [
            (electrons + neutrons, "Y'nin proton sayısı yerine iyonun elektron sayısını kullanır."),
            (electrons - plus + neutrons, "Katyonun yükünü ters uygular."),
            (protons - minus + plus + neutrons, "Anyonun yükünü ters uygular."),
            (protons + neutrons, "X ile Y'nin proton sayılarını eşit sanır."),
        ],
        f"{ion('X', -minus)} iyonunda {protons} + {minus} = {electrons} elektron vardır. Y'nin proton sayısı {electrons} + {plus} = {other}, kütle numarası {other} + {neutrons} = {right} bulunur.",
        spare=[
            (other, "Kütle numarası yerine proton sayısını yazar."),
            (electrons, "Kütle numarası yerine iyonun elektron sayısını yazar."),
        ],
        computed=f"solve((x - {neutrons}) - {plus} - ({protons} + {minus}), x)[0]",
    )


def _layers(number: int) -> list[int]:
    layers = []
    for room in (2, 8, 8, 2):
        if number > 0:
            layers.append(min(room, number))
            number -= room
    return layers


@template(
    "tyt-kim-periyodik-sistem-yer", topic="tyt-kim-periyodik-sistem", difficulty=2, seconds=55
)
def place_in_table(rng: Random) -> Question:
    number = rng.randint(3, 20)
    layers = _layers(number)
    period, group = len(layers), layers[-1]

    def shown(row: int, column: int) -> str:
        return f"{row}. periyot {column}A grubu"

    return exam_question(
        rf"Atom numarası {number} olan elementin periyodik sistemdeki yeri hangisidir?",
        shown(period, group),
        [
            (
                shown(period - 1, group),
                "Katman sayısını bir eksik sayar.",
            )
            if period > 2
            else (shown(period + 1, group), "Katman sayısını bir fazla sayar."),
            (
                shown(period, group % 8 + 1),
                "Son katmandaki elektronları bir fazla sayar.",
            ),
            (
                shown(period, (group - 2) % 8 + 1),
                "Son katmandaki elektronları bir eksik sayar.",
            ),
            (
                shown(group if group < 8 else 1, period),
                "Katman sayısı ile değerlik elektron sayısının anlamını ters çevirir.",
            ),
        ],
        f"Katman elektron dağılımı: {', '.join(map(str, layers))}. {period} katman olduğundan {period}. periyotta, son katmanında {group} elektron bulunduğundan {group}A grubundadır.",
        spare=[
            (shown(period + 1, group), "Katman sayısını bir fazla sayar."),
            (shown(period + 1, group % 8 + 1), "Hem katmanı hem elektronu bir fazla sayar."),
        ],
        computed=f"Tuple(1 + sum(1 for k in (2, 10, 18) if {number} > k), {number} - max(k for k in (2, 10, 18) if {number} > k))",
        reads=f"Tuple({period}, {group})",
    )


@template(
    "tyt-kim-periyodik-sistem-yaricap", topic="tyt-kim-periyodik-sistem", difficulty=3, seconds=75
)
def radius_order(rng: Random) -> Question:
    row = rng.choice([2, 3])
    start = {2: 2, 3: 10}[row]
    left, right_column = sorted(rng.sample(range(1, 8), 2))
    low, high = start + left, start + right_column
    above = high - 8 if row == 3 else high + 8
    if row == 3:
        order = ("X", "Y", "Z")
        names = {"X": low, "Y": high, "Z": above}
    else:
        order = ("Z", "X", "Y")
        above = low + 8
        names = {"X": low, "Y": high, "Z": above}
    letters = rng.sample(["X", "Y", "Z"], 3)
    rename = dict(zip(("X", "Y", "Z"), letters, strict=True))
    numbers = {rename[name]: number for name, number in names.items()}
    biggest = [rename[name] for name in order]

    def shown(listed: list[str]) -> str:
        return " > ".join(listed)

    a, b, c = biggest
    places = "; ".join(
        f"{letter}: {', '.join(map(str, _layers(numbers[letter])))}" for letter in sorted(numbers)
    )
    return exam_question(
        rf"Atom numaraları sırasıyla {numbers['X']}, {numbers['Y']} ve {numbers['Z']} olan X, Y ve Z baş grup elementlerinin atom yarıçaplarının büyükten küçüğe sıralanışı hangisidir?",
        shown(biggest),
        [
            (shown([c, b, a]), "Yarıçapın değişim yönünü ters alır."),
            (
                shown([b, a, c]),
                "Aynı sütun ve sıradaki değişimlerden birini ters uygular.",
            ),
            (shown([a, c, b]), "Küçük olan iki atomu ters sıralar."),
            (shown([b, c, a]), "En büyük yarıçaplı atomu en sona koyar."),
        ],
        f"Dağılımlar: {places}. Aynı periyotta sağa gidildikçe çekirdek yükü arttığından yarıçap azalır, aynı grupta aşağı inildikçe katman sayısı arttığından artar: {shown(biggest)}.",
    )
