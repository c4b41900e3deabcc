"""TYT Kimya: states of matter, acids and bases."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import axes, num, tex
from learnconnect_app.content.generators.yks.kimya_writing import formula
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

LETTERS = ("K", "L", "M", "N", "P")


@template("tyt-kim-maddenin-halleri-tablo", topic="tyt-kim-maddenin-halleri", difficulty=2, seconds=60)  # fmt: skip
def state_in_table(rng: Random) -> Question:
    at = rng.choice([-50, -20, 25, 40, 60, 90])
    melting = [at - rng.randint(5, 70)]
    boiling = [at + rng.randint(5, 90)]
    for is_solid in rng.sample([True, True, False, False], 4):
        if is_solid:
            melting.append(at + rng.randint(5, 60))
            boiling.append(melting[-1] + rng.randint(30, 150))
        else:
            boiling.append(at - rng.randint(5, 60))
            melting.append(boiling[-1] - rng.randint(20, 110))
    order = rng.sample(range(5), 5)
    rows = [(LETTERS[i], melting[j], boiling[j]) for i, j in enumerate(order)]
    liquid = next(letter for letter, low, high in rows if low < at < high)

    def minus(value: int) -> str:
        return str(value).replace("-", "−")

    table = "\n".join(f"| {name} | {minus(low)} | {minus(high)} |" for name, low, high in rows)
    facts = {name: (low, high) for name, low, high in rows}
    low, high = facts[liquid]
    return exam_question(
        "Saf maddelerin 1 atm'deki erime ve kaynama noktaları şöyledir:\n\n"
        "| Madde | Erime noktası (°C) | Kaynama noktası (°C) |\n|---|---|---|\n"
        f"{table}\n\n"
        f"{minus(at)} °C'ta bu maddelerden hangisi **sıvı** hâldedir?",
        liquid,
        [
            (
                name,
                f"Erime noktası {minus(at)} °C'tan büyük olan maddenin katı olduğunu gözden kaçırır."
                if facts[name][0] > at
                else f"Kaynama noktası {minus(at)} °C'tan küçük olan maddenin gaz olduğunu gözden kaçırır.",
            )
            for name in LETTERS
            if name != liquid
        ],
        f"Bir madde, erime noktası ile kaynama noktası arasındaki sıcaklıklarda sıvıdır. {minus(at)} °C yalnızca {liquid} maddesinin {minus(low)} °C ile {minus(high)} °C arasındaki sıvı aralığına düşer.",
        computed=f"[sign({at} - p) + sign({at} - q) for p, q in {[(a, b) for _, a, b in rows]}].index(0)",
        reads=str(LETTERS.index(liquid)),
    )


@template("tyt-kim-maddenin-halleri-isinma", topic="tyt-kim-maddenin-halleri", difficulty=2, seconds=60)  # fmt: skip
def heating_curve(rng: Random) -> Question:
    steps = [rng.randint(3, 8) for _ in range(5)]
    times = [sum(steps[: i + 1]) for i in range(5)]
    asked = rng.randrange(3)
    texts = ("katı ve sıvı hâlin bir arada", "yalnızca sıvı hâlin", "sıvı ve gaz hâlin bir arada")
    right = steps[asked + 1]
    drawing = axes(330, 220, "Zaman (dk)", "Sıcaklık (°C)")
    scale = 190 / times[4]
    heights = [165, 130, 130, 75, 75, 45]
    xs = [60, *(60 + scale * moment for moment in times)]
    drawing.polyline(list(zip(xs, heights, strict=True)), look="accent")
    for x, y, moment in zip(xs[1:5], heights[1:5], times[:4], strict=True):
        drawing.line((x, y), (x, 184), look="muted", dashed=True)
        drawing.label((x, 195), moment, size=13)
    start, end = times[asked], times[asked + 1]
    wrong = [
        (steps[i], f"Grafikte {name} bulunduğu aralığı okur.")
        for i, name in enumerate(
            (
                "yalnızca katının",
                "katı ile sıvının bir arada",
                "yalnızca sıvının",
                "sıvı ile gazın bir arada",
            )
        )
        if i != asked + 1
    ]
    return exam_question(
        f"Isıtılan saf bir katının sıcaklık-zaman grafiği şekildeki gibidir. Madde kaç dakika boyunca {texts[asked]} bulunduğu aralıkta kalmıştır?",
        right,
        [
            *wrong,
            (end, "Aralığın süresi yerine bitiş anını okur."),
            (start, "Aralığın süresi yerine başlangıç anını okur."),
        ],
        f"Sıcaklığın sabit kaldığı birinci aralıkta erime, ikincisinde kaynama olur. Aranan aralık {start}. ile {end}. dakikalar arasıdır: {end} − {start} = {right} dakika.",
        spare=[
            (times[3], "Kaynamanın bitimine kadar geçen bütün süreyi alır."),
            (times[3] + 1, "Grafikteki anları bir fazla okur."),
            (times[3] + 2, "Grafikteki anları yanlış okur."),
        ],
        computed=f"len([k for k in range({times[3]}) if {start} <= k < {end}])",
        figure=drawing.figure(
            f"Sıcaklık-zaman grafiği: 0-{times[0]} dakikada sıcaklık artıyor, {times[0]}-{times[1]} dakikada sabit, "
            f"{times[1]}-{times[2]} dakikada artıyor, {times[2]}-{times[3]} dakikada sabit, sonra yeniden artıyor."
        ),
    )


@template("tyt-kim-maddenin-halleri-bagil-nem", topic="tyt-kim-maddenin-halleri", difficulty=2, seconds=50)  # fmt: skip
def humidity(rng: Random) -> Question:
    most = rng.choice([8, 10, 12, 15, 16, 20, 24, 25, 30, 40])
    percent = rng.choice([x for x in (20, 25, 30, 40, 50, 60, 75, 80) if most * x % 50 == 0])
    now = Fraction(most * percent, 100)
    return exam_question(
        f"Bir odada 1 m³ hava, bulunduğu sıcaklıkta en çok {most} g su buharı taşıyabilmektedir. Odanın 1 m³ havasında {num(now)} g su buharı bulunduğuna göre bağıl nem yüzde kaçtır?",
        percent,
        [
            (100 - percent, "Havadaki nem yerine eksik olan nemin oranını bulur."),
            (num(now), "Nem miktarını yüzde sanır."),
            (num(most - now), "Oran yerine farkı alır."),
            (num(now * most), "Havadaki nem ile taşınabilecek nemi çarpar."),
        ],
        rf"Bağıl nem $\frac{{{tex(now)}}}{{{most}}}\cdot 100 = {percent}$ bulunur.",
        spare=[
            (most, "En çok taşınabilecek nemi yüzde sanır."),
            (percent + 5, "Bölme işleminde hata yapar."),
            (percent + 15, "Oranı yüzdeye çevirirken hata yapar."),
        ],
        computed=f"solve(x*{most}/100 - Rational('{float(now)}'), x)[0]",
    )


OXIDES = {
    "asidik": ("CO2", "SO2", "SO3", "N2O5", "P2O5", "N2O3"),
    "bazik": ("Na2O", "K2O", "CaO", "MgO", "BaO", "Li2O"),
    "nötr": ("CO", "NO", "N2O"),
    "amfoter": ("Al2O3", "ZnO", "PbO", "SnO"),
}
OXIDE_REASONS = {
    "asidik": "Oksijence zengin ametal oksitleri suda asit oluşturur.",
    "bazik": "1A ve 2A metallerinin oksitleri suda baz oluşturur (BeO amfoterdir).",
    "nötr": "Oksijeni ametal atomundan çok olmayan CO, NO ve N₂O oksitleri asit ve bazlarla tepkimez.",
    "amfoter": "Amfoter metallerin oksitleri hem asitlerle hem kuvvetli bazlarla tepkir.",
}


@template("tyt-kim-asit-baz-tuz-oksit", topic="tyt-kim-asit-baz-tuz", difficulty=3, seconds=55)
def kind_of_oxide(rng: Random) -> Question:
    kind = rng.choice(list(OXIDES))
    right = rng.choice(OXIDES[kind])
    others = [(plain, other) for other in OXIDES if other != kind for plain in OXIDES[other]]
    wrong = [
        (formula(plain), f"{formula(plain)} oksidinin {other} olduğunu gözden kaçırır.")
        for plain, other in rng.sample(others, 4)
    ]
    return exam_question(
        f"Aşağıdaki oksitlerden hangisi **{kind}** oksittir?",
        formula(right),
        wrong,
        f"{formula(right)} {kind} oksittir. {OXIDE_REASONS[kind]}",
    )


ACTIVE = ("Na", "K", "Ca", "Mg", "Al", "Zn", "Fe", "Ni")
NOBLE = ("Cu", "Ag", "Hg", "Au", "Pt")
STRONG_ACIDS = ("HCl", "HBr", "seyreltik H₂SO₄")


@template("tyt-kim-asit-baz-tuz-metal", topic="tyt-kim-asit-baz-tuz", difficulty=2, seconds=50)
def metal_and_acid(rng: Random) -> Question:
    right, acid = rng.choice(NOBLE), rng.choice(STRONG_ACIDS)
    others = rng.sample(ACTIVE, 4)
    kind = "yarı soy" if right in ("Cu", "Ag", "Hg") else "soy"
    return exam_question(
        f"Aşağıdaki metallerden hangisi {acid} çözeltisine atıldığında H₂ gazı çıkışı **gözlenmez**?",
        right,
        [
            (metal, f"{metal} metalinin hidrojenden aktif olduğunu gözden kaçırır.")
            for metal in others
        ],
        f"Hidrojenden aktif metaller {acid} çözeltisiyle tuz ve H₂ gazı oluşturur. {right} {kind} metaldir; hidrojenden daha az aktif olduğundan {acid} ile H₂ çıkarmaz.",
    )
