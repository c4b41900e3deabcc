"""AYT Kimya: quantum numbers, electron configurations, oxidation states."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.kimya_writing import formula, signed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

ORBITALS = ("1s", "2s", "2p", "3s", "3p", "4s", "3d", "4p", "5s", "4d")
ROOM = {"s": 1, "p": 3, "d": 5}
EXCEPTIONS = (24, 29)


def _filled(number: int) -> list[tuple[str, int]]:
    """The ground state by the rule of Aufbau; not for the exceptions."""
    result = []
    for orbital in ORBITALS:
        if number <= 0:
            break
        taken = min(number, 2 * ROOM[orbital[1]])
        result.append((orbital, taken))
        number -= taken
    return result


def _written(filled: list[tuple[str, int]]) -> str:
    return r"\,".join(f"{orbital}^{{{count}}}" for orbital, count in filled)


@template("ayt-kim-elektron-dizilimi-kuantum", topic="ayt-kim-elektron-dizilimi", difficulty=3, seconds=75)  # fmt: skip
def count_by_quantum_numbers(rng: Random) -> Question:
    n = rng.randint(3, 6)
    m = rng.choice([value for value in range(-3, 4) if abs(value) < n])
    both_spins = rng.random() < 0.6
    orbitals = n - abs(m)
    right = orbitals * (2 if both_spins else 1)
    spin = "" if both_spins else r", $m_s = +\frac{1}{2}$"
    return exam_question(
        rf"Bir atomda $n = {n}$, $m_\ell = {m}${spin} kuantum sayılarına sahip **en çok** kaç elektron bulunabilir?",
        right,
        [
            (
                right // 2 if both_spins else right * 2,
                "Orbital sayısı ile elektron sayısını karıştırır.",
            ),
            (2 * n * n, "Yalnızca baş kuantum sayısına bakıp bütün düzeyi sayar."),
            (2 if both_spins else 1, "Tek bir orbital bulunduğunu varsayar."),
            (2 * n if both_spins else n, "Manyetik kuantum sayısının kısıtını gözden kaçırır."),
            (right + 2, "Açısal momentum kuantum sayısının n değerini de alabildiğini sanır."),
        ],
        rf"$\ell$ değerleri ${abs(m)}$ ile ${n - 1}$ arasında olabilir: {orbitals} değer. Her $\ell$ için $m_\ell = {m}$ olan bir orbital vardır; {orbitals} orbitale {'en çok ' + str(2 * orbitals) + ' elektron yerleşir' if both_spins else 'spini aynı en çok ' + str(orbitals) + ' elektron yerleşir'}.",
        spare=[
            (right + 4, "Bir üst düzeyin orbitallerini de katar."),
            (right + 3, "Manyetik kuantum sayısının bütün değerlerini katar."),
        ],
        computed=f"sum(1 for l in range({n}) for q in range(-l, l + 1) for s in ({'1, -1' if both_spins else '1,'}) if q == {m})",
    )


@template("ayt-kim-elektron-dizilimi-orbital", topic="ayt-kim-elektron-dizilimi", difficulty=3, seconds=75)  # fmt: skip
def orbitals_of_atom(rng: Random) -> Question:
    number = rng.choice([z for z in range(5, 37) if z not in EXCEPTIONS])
    filled = _filled(number)
    half = full = 0
    for orbital, taken in filled:
        room = ROOM[orbital[1]]
        half += taken if taken <= room else 2 * room - taken
        full += max(0, taken - room)
    wants_half = half > 0 and rng.random() < 0.5
    right = half if wants_half else full
    what = "yarı dolu" if wants_half else "tam dolu"
    last = filled[-1]
    wrong = [
        (full if wants_half else half, "Yarı dolu ile tam dolu orbitalleri karıştırır."),
        (right + 1, "Elektronları orbitallere Hund kuralına uymadan yerleştirir."),
        (half + full, "Elektron bulunan bütün orbitalleri sayar."),
        (len(filled), "Orbital yerine alt katman sayar."),
        (last[1], "Son alt katmandaki elektronları sayar."),
        (abs(right - 1), "Bir orbitali eksik sayar."),
    ]
    proof_half = f"sum(min(k, 2*r - k) for k, r in {[(k, ROOM[o[1]]) for o, k in filled]})"
    proof = proof_half if wants_half else f"Rational({number} - {proof_half}, 2)"
    return exam_question(
        rf"Atom numarası {number} olan atomun temel hâl elektron diziliminde kaç tane **{what}** orbital vardır?",
        right,
        wrong,
        rf"Dizilim: ${_written(filled)}$. Son alt katmandaki elektronlar orbitallere önce birer birer yerleşir; {half} yarı dolu, {full} tam dolu orbital bulunur.",
        spare=[
            (right + 2, "Alt katmandaki orbital sayısını yanlış alır."),
            (right + 3, "Boş orbitalleri de sayar."),
        ],
        computed=proof,
    )


@template("ayt-kim-periyodik-ozellikler-yer", topic="ayt-kim-periyodik-ozellikler", difficulty=3, seconds=65)  # fmt: skip
def place_of_element(rng: Random) -> Question:
    number = rng.choice([z for z in range(21, 39) if z not in (*EXCEPTIONS, 36)])
    filled = _filled(number)
    period = max(int(orbital[0]) for orbital, _ in filled)
    start = 18 if number <= 36 else 36
    group = number - start
    count = filled[-1][1]

    def shown(row: int, column: int) -> str:
        return f"{row}. periyot, {column}. grup"

    return exam_question(
        rf"Elektron dizilimi $\,{_written(filled)}\,$ biçiminde olan elementin periyodik sistemdeki yeri hangisidir?",
        shown(period, group),
        [
            (shown(period - 1, group), "Periyodu son yazılan d alt katmanından okur."),
            (
                shown(period, count),
                "Grup numarası için yalnızca son alt katmandaki elektronları sayar.",
            ),
            (shown(period, group + 1 if group < 18 else 1), "Elektronları bir fazla sayar."),
            (shown(period + 1, group), "Periyodu bir fazla alır."),
        ],
        rf"En büyük baş kuantum sayısı {period} olduğundan {period}. periyottadır. Önceki soy gazdan ({start} elektron) sonra {group} elektron geldiği için {group}. gruptadır.",
        spare=[
            (
                shown(period, group - 1 if group > 1 else 18),
                "Elektronları bir eksik sayar.",
            ),
            (shown(period - 1, count), "Periyodu ve grubu son alt katmandan okur."),
        ],
        computed=f"Tuple(1 + sum(1 for k in (2, 10, 18, 36, 54) if {number} > k), {number} - max(k for k in (2, 10, 18, 36) if {number} > k))",
        reads=f"Tuple({period}, {group})",
    )


STATES = (
    # formula, element, charge, the others: (element, number, state)
    ("KMnO4", "Mn", 0, (("K", 1, 1), ("O", 4, -2)), 1),
    ("K2Cr2O7", "Cr", 0, (("K", 2, 1), ("O", 7, -2)), 2),
    ("H2SO4", "S", 0, (("H", 2, 1), ("O", 4, -2)), 1),
    ("H3PO4", "P", 0, (("H", 3, 1), ("O", 4, -2)), 1),
    ("HNO3", "N", 0, (("H", 1, 1), ("O", 3, -2)), 1),
    ("KClO3", "Cl", 0, (("K", 1, 1), ("O", 3, -2)), 1),
    ("HClO4", "Cl", 0, (("H", 1, 1), ("O", 4, -2)), 1),
    ("Na2S2O3", "S", 0, (("Na", 2, 1), ("O", 3, -2)), 2),
    ("H2C2O4", "C", 0, (("H", 2, 1), ("O", 4, -2)), 2),
    ("NaNO2", "N", 0, (("Na", 1, 1), ("O", 2, -2)), 1),
    ("Na2SO3", "S", 0, (("Na", 2, 1), ("O", 3, -2)), 1),
    ("K2MnO4", "Mn", 0, (("K", 2, 1), ("O", 4, -2)), 1),
    ("NaClO", "Cl", 0, (("Na", 1, 1), ("O", 1, -2)), 1),
    ("K2CrO4", "Cr", 0, (("K", 2, 1), ("O", 4, -2)), 1),
    ("CaCO3", "C", 0, (("Ca", 1, 2), ("O", 3, -2)), 1),
    ("Mg2P2O7", "P", 0, (("Mg", 2, 2), ("O", 7, -2)), 2),
)


@template("ayt-kim-periyodik-ozellikler-basamak", topic="ayt-kim-periyodik-ozellikler", difficulty=2, seconds=55)  # fmt: skip
def oxidation_state(rng: Random) -> Question:
    plain, element, charge, others, number = rng.choice(STATES)
    known = sum(count * state for _, count, state in others)
    right = (charge - known) // number
    metal, oxygen = others
    return exam_question(
        f"{formula(plain)} bileşiğinde {element} elementinin yükseltgenme basamağı kaçtır?",
        signed(right),
        [
            (signed(-right), "Toplamın sıfır olması gerektiğini gözden kaçırıp işareti ters alır."),
            (
                signed(-oxygen[1] * oxygen[2]),
                f"{metal[0]} atomlarının katkısını hesaba katmaz.",
            ),
            (
                signed(right * number),
                f"Toplam yükü {element} atomu sayısına bölmez.",
            ),
            (
                signed(right + 2 * metal[1] * metal[2]),
                f"{metal[0]} atomlarının katkısını ters işaretle alır.",
            ),
            (signed(right + 1), "Toplamayı bir fazla yapar."),
        ],
        rf"O: $-2$, {metal[0]}: $+{metal[2]}$ alınır. ${metal[1]}\cdot (+{metal[2]}) + {number}x + {oxygen[1]}\cdot (-2) = 0$ eşitliğinden $x = +{right}$ bulunur.",
        spare=[
            (signed(right + 3), "Oksijenin basamağını yanlış alır."),
            (signed(right + 5), "Atom sayılarını hesaba katmaz."),
        ],
        computed=f"solve({known} + {number}*x, x)[0]",
    )
