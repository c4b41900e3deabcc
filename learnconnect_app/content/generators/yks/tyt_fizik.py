"""TYT Fizik: units and matter."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import axes, exact, num, tex, times, val
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

BASE = [
    "uzunluk",
    "kütle",
    "zaman",
    "sıcaklık",
    "elektrik akım şiddeti",
    "ışık şiddeti",
    "madde miktarı",
]
DERIVED = {
    "kuvvet": "kg·m/s²", "sürat": "m/s", "ivme": "m/s²", "enerji": "kg·m²/s²", "güç": "kg·m²/s³",
    "basınç": "kg/(m·s²)", "özkütle": "kg/m³", "hacim": "m³", "elektrik yükü": "A·s", "frekans": "1/s",
}  # fmt: skip
DIMENSIONS = {
    "kuvvet": (1, 1, -2), "hız": (0, 1, -1), "ivme": (0, 1, -2), "enerji": (1, 2, -2),
    "güç": (1, 2, -3), "basınç": (1, -1, -2), "özkütle": (1, -3, 0), "alan": (0, 2, 0),
    "hacim": (0, 3, 0), "zaman": (0, 0, 1), "uzunluk": (0, 1, 0),
}  # fmt: skip


@template(
    "tyt-fiz-bilime-giris-temel-buyukluk", topic="tyt-fiz-bilime-giris", difficulty=1, seconds=35
)
def base_quantity(rng: Random) -> Question:
    right = rng.choice(BASE)
    others = rng.sample(sorted(DERIVED), 4)
    listed = [right, *others]
    rng.shuffle(listed)
    names = ", ".join(listed[:-1]) + f" ve {listed[-1]}"
    return exam_question(
        f"Bir deney raporunda {names} değerleri yer alıyor. Bunlardan hangisi SI'da **temel** büyüklüktür?",
        right,
        [
            (o, f"SI'da {o} türetilmiş bir büyüklüktür, birimi {DERIVED[o]} biçimindedir.")
            for o in others
        ],
        f"SI'da yedi temel büyüklük vardır: {', '.join(BASE)}. Bunların dışındakiler temel büyüklüklerden türetilir; burada temel olan yalnızca **{right}**.",
    )


def unit(powers: tuple[int, int, int]) -> str:
    """``$\\text{kg}\\cdot\\text{m}^{2}/\\text{s}^{3}$``."""
    parts = [rf"\text{{{name}}}" + (f"^{{{p}}}" if p != 1 else "")
             for name, p in zip(("kg", "m", "s"), powers, strict=True) if p]  # fmt: skip
    return "$" + (r"\cdot ".join(parts) or "1") + "$"


@template(
    "tyt-fiz-bilime-giris-birim-turet", topic="tyt-fiz-bilime-giris", difficulty=3, seconds=70
)
def derived_unit(rng: Random) -> Question:
    while True:
        one, other = rng.sample(sorted(DIMENSIONS), 2)
        divided = rng.random() < 0.5
        a, b = DIMENSIONS[one], DIMENSIONS[other]
        right = tuple(p - q if divided else p + q for p, q in zip(a, b, strict=True))
        if sum(map(abs, right)) >= 3 and sum(p != 0 for p in right) >= 2:
            break
    opposite = tuple(p + q if divided else p - q for p, q in zip(a, b, strict=True))
    kg, m, s = right
    done = (
        f"{one} değeri {other} değerine bölünüyor"
        if divided
        else f"{one} ile {other} değerleri çarpılıyor"
    )
    call = "/" if divided else "*"
    symbol = [f"(k**{d[0]}*m**{d[1]}*t**({d[2]}))" for d in (a, b)]
    return exam_question(
        f"Bir hesapta {done}. Sonucun birimi SI temel birimleriyle nasıl yazılır?",
        unit((kg, m, s)),
        [
            (unit((kg, m, s - 1)), "Saniyenin üssünü bir eksik bulur."),
            (unit((kg, m - 1, s)), "Metrenin üssünü bir eksik bulur."),
            (unit((kg, m + 1, s)), "Metrenin üssünü bir fazla bulur."),
            (
                unit((opposite[0], opposite[1], opposite[2])),
                "Çarpma ile bölmede üsleri ters işler.",
            ),
        ],
        rf"{one.capitalize() if one[0] != 'i' else 'İ' + one[1:]}: {unit(a)}, {other}: {unit(b)}. "
        rf"{'Bölerken üsler çıkarılır' if divided else 'Çarparken üsler toplanır'}: {unit((kg, m, s))}.",
        spare=[
            (unit((kg, m, s + 1)), "Saniyenin üssünü bir fazla bulur."),
            (unit((kg + 1, m, s)), "Kütle birimini fazladan ekler."),
        ],
        computed=f"{symbol[0]} {call} {symbol[1]}",
        reads=f"k**({kg})*m**({m})*t**({s})",
    )


@template(
    "tyt-fiz-madde-ozellikleri-karisim", topic="tyt-fiz-madde-ozellikleri", difficulty=2, seconds=70
)
def mixture_density(rng: Random) -> Question:
    while True:
        d1, d2 = (Fraction(rng.randint(4, 24), 5) for _ in range(2))
        v1, v2 = rng.sample([10, 20, 30, 40, 50, 60, 80, 100], 2)
        right = (d1 * v1 + d2 * v2) / (v1 + v2)
        if abs(d1 - d2) >= 1 and (right * 10).denominator == 1:
            break
    plain, swapped = (d1 + d2) / 2, (d1 * v2 + d2 * v1) / (v1 + v2)
    g = "g/cm³"
    return exam_question(
        f"Özkütlesi {val(d1, g)} olan K sıvısından {v1} cm³, özkütlesi {val(d2, g)} olan L sıvısından {v2} cm³ alınarak türdeş bir karışım yapılıyor. Karışma sırasında toplam hacim değişmediğine göre karışımın özkütlesi kaç g/cm³'tür?",
        num(right),
        [
            (num(plain), "Hacimler farklıyken özkütlelerin ortalamasını alır."),
            (num(swapped), "Hacimleri yanlış sıvılarla eşleştirir."),
            (num(d1 + d2), "Özkütleleri toplar."),
            (num(abs(d1 - d2)), "Özkütlelerin farkını alır."),
        ],
        rf"Toplam kütle ${tex(d1)}\cdot {v1} + {tex(d2)}\cdot {v2} = {tex(d1 * v1 + d2 * v2)}$ g, toplam hacim ${v1 + v2}$ cm³. Oranları ${tex(right)}$ g/cm³ olur.",
        spare=[
            (num(d1), "Karışımın özkütlesini ilk sıvınınki sanır."),
            (num(d2), "Karışımın özkütlesini ikinci sıvınınki sanır."),
        ],
        computed=f"solve(x*({v1} + {v2}) - {v1}*{exact(d1)} - {v2}*{exact(d2)}, x)[0]",
    )


@template(
    "tyt-fiz-madde-ozellikleri-dayaniklilik",
    topic="tyt-fiz-madde-ozellikleri",
    difficulty=2,
    seconds=50,
)
def strength(rng: Random) -> Question:
    shape, name = rng.choice(
        [
            ("küp", "küpün"),
            ("dik silindir", "dik silindirin"),
            ("kare prizma", "kare prizmanın"),
            ("dikdörtgenler prizması", "dikdörtgenler prizmasının"),
        ]
    )
    n = rng.choice(
        [
            Fraction(2),
            Fraction(3),
            Fraction(4),
            Fraction(5),
            Fraction(1, 2),
            Fraction(1, 3),
            Fraction(1, 4),
            Fraction(1, 5),
        ]
    )
    size = (
        f"${tex(n)}$"
        if n.denominator in (1, 2, 4, 5)
        else rf"$\frac{{{n.numerator}}}{{{n.denominator}}}$"
    )
    return exam_question(
        f"Türdeş bir {name} kendi ağırlığına karşı dayanıklılığı $D$'dir. Aynı maddeden yapılmış, bütün boyutları bu cisminkilerin {size} katı olan {shape} biçimindeki cismin dayanıklılığı ne olur?",
        times(1 / n, "D"),
        [
            (times(n, "D"), "Dayanıklılığın boyutlarla doğru orantılı olduğunu sanır."),
            (times(1 / n**2, "D"), "Yalnızca kesit alanındaki değişimi tersine çevirir."),
            (times(n**2, "D"), "Dayanıklılığı yalnızca kesit alanıyla orantılar."),
            (times(1 / n**3, "D"), "Yalnızca hacimdeki değişimi dikkate alır."),
        ],
        rf"Dayanıklılık $\frac{{\text{{kesit alanı}}}}{{\text{{hacim}}}}$ ile orantılıdır. Kesit alanı ${tex(n**2)}$, hacim ${tex(n**3)}$ katı olur; oran ${tex(1 / n)}$ katıdır.",
        computed=f"simplify((k*{exact(n)})**2/(k*{exact(n)})**3 / (k**2/k**3))",
        reads=exact(1 / n),
    )


@template(
    "tyt-fiz-madde-ozellikleri-grafik", topic="tyt-fiz-madde-ozellikleri", difficulty=2, seconds=60
)
def mass_volume_graph(rng: Random) -> Question:
    while True:
        volume = rng.choice([20, 30, 40, 50, 60])
        m1, m2 = rng.sample(range(20, 160, 10), 2)
        dx, dy = Fraction(m1, volume), Fraction(m2, volume)
        if m1 > m2 + 20 and dx * 2 != 3 * dy:
            break
    extra = rng.choice([2, 3])
    right = Fraction(m1 + extra * m2, (1 + extra) * volume)
    top = 150 / m1
    drawing = axes(280, 220, "V (cm³)", "m (g)")
    low = 184
    drawing.line((60, low), (200, low - m1 * top)).line((60, low), (200, low - m2 * top))
    for m, name in ((m1, "X"), (m2, "Y")):
        drawing.line((60, low - m * top), (200, low - m * top), dashed=True)
        drawing.label((52, low - m * top), m, size=14, anchor="end").label(
            (214, low - m * top), name
        )
    drawing.line((200, low), (200, low - m1 * top), dashed=True).label(
        (200, low + 14), volume, size=14
    )
    return exam_question(
        f"X ve Y sıvılarının kütle-hacim grafikleri verilmiştir. X'ten $V$, Y'den ${extra}V$ hacminde alınarak yapılan türdeş karışımın özkütlesi kaç g/cm³'tür?",
        num(right),
        [
            (num((dx + dy) / 2), "Hacimler eşitmiş gibi ortalama alır."),
            (num((extra * dx + dy) / (1 + extra)), "Hacimleri sıvılarla ters eşleştirir."),
            (num(dx + extra * dy), "Toplam kütleyi toplam hacme bölmez."),
            (num(1 / right), "Eğimi hacim bölü kütle diye hesaplar."),
        ],
        rf"Eğimler $d_X = \frac{{{m1}}}{{{volume}}}$ ve $d_Y = \frac{{{m2}}}{{{volume}}}$ g/cm³. $d = \frac{{d_X V + d_Y \cdot {extra}V}}{{{extra + 1}V}}$ ile {num(right)} g/cm³ bulunur.",
        spare=[
            (num(dx + dy), "Özkütleleri toplar."),
            (num(dx), "Yalnızca X'in özkütlesini bulur."),
        ],
        computed=f"solve(x*({volume} + {extra * volume}) - {m1} - {extra}*{m2}, x)[0]",
        figure=drawing.figure(
            f"Kütle-hacim grafiği: hacim {volume} cm³ iken X'in kütlesi {m1} g, Y'nin kütlesi {m2} g; iki doğru da başlangıç noktasından geçer."
        ),
    )
