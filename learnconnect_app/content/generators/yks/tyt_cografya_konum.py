"""Parametric items of `tyt-cografya`: local time, distances, scale and contour lines."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.cografya_writing import num
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}.{minutes % 60:02d}"


def side(longitude: int) -> str:
    return f"{abs(longitude)}° {'doğu' if longitude > 0 else 'batı'}"


@template(
    "tyt-cog-koordinat-saat-yerel-saat", topic="tyt-cog-koordinat-saat", difficulty=3, seconds=75
)
def local_time(rng: Random) -> Question:
    first = rng.choice([-1, 1]) * rng.randrange(10, 60, 5)
    second = rng.choice([-1, 1]) * rng.randrange(10, 60, 5)
    while second == first or abs(second) == abs(first):
        second = rng.choice([-1, 1]) * rng.randrange(10, 60, 5)
    start = rng.randrange(9 * 60, 14 * 60, 10)
    shift = 4 * (second - first)
    other = 4 * (abs(first) + abs(second) if first * second > 0 else abs(abs(first) - abs(second)))
    relation = "çıkarılır" if first * second > 0 else "toplanır"
    gap = abs(second - first)
    ahead = "ileri" if shift > 0 else "geri"
    return exam_question(
        f"{side(first)} meridyeninde yerel saat {clock(start)} iken {side(second)} meridyeninde "
        "yerel saat kaçtır?",
        right=clock(start + shift),
        wrong=[
            (clock(start - shift), "Doğudaki yerin saatini geri, batıdakinin saatini ileri alır."),
            (
                clock(start + (other if shift > 0 else -other)),
                f"Boylam farkını yanlış bulur: burada boylamlar {relation}.",
            ),
            (clock(start + gap), "Meridyen farkını dakika sayar."),
            (clock(start), "Yerel saatin boylama göre değiştiğini unutur."),
        ],
        spare=[
            (clock(start + shift // 2), "İki meridyen arasını 2 dakika alır."),
            (clock(start + shift + 60), "Bir saatlik işlem hatası yapar."),
            (clock(start + shift - 60), "Bir saat eksik hesaplar."),
        ],
        because=f"Boylamlar {'aynı' if first * second > 0 else 'farklı'} yönde olduğundan "
        f"{relation}: meridyen farkı {gap}. Saat farkı ${gap} \\cdot 4 = {4 * gap}$ dakikadır; "
        f"ikinci yer daha {'doğuda' if shift > 0 else 'batıda'} olduğundan saati {4 * gap} dakika "
        f"{ahead}dir: {clock(start + shift)}.",
        computed=f"(Rational({second}, 15) - Rational({first}, 15)) * 60 + {start}",
        reads=str(start + shift),
    )


@template(
    "tyt-cog-koordinat-saat-boylam-bul", topic="tyt-cog-koordinat-saat", difficulty=4, seconds=80
)
def find_longitude(rng: Random) -> Question:
    known = rng.randrange(25, 65, 5)
    step = rng.choice([5, 8, 10, 12, 15, 18, 20])
    east = rng.choice([True, False])
    start = rng.randrange(8 * 60, 15 * 60, 10)
    target = known + step if east else known - step
    there = start + 4 * step * (1 if east else -1)
    return exam_question(
        f"{known}° doğu meridyenindeki bir şehirde yerel saat {clock(start)} iken yerel saati "
        f"{clock(there)} olan şehir kaç derece **doğu** meridyenindedir?",
        right=f"{target}°",
        wrong=[
            (
                f"{known - step if east else known + step}°",
                "Saati ileri olan yeri batıda, geri olan yeri doğuda arar.",
            ),
            (f"{step}°", "Meridyen farkını şehrin boylamı sanır."),
            (f"{known + 4 * step}°", "Dakika farkını 4'e bölmeden boylama ekler."),
            (f"{4 * step}°", "Dakika farkını boylam sanır."),
        ],
        spare=[
            (f"{known}°", "Yerel saat farkının boylam farkı demek olduğunu gözden kaçırır."),
            (f"{known + 2 * step}°", "İki meridyen arasını 2 dakika alır."),
        ],
        because=f"Saat farkı {4 * step} dakika, meridyen farkı ${4 * step} : 4 = {step}$ bulunur. "
        f"Aranan şehrin saati {'ileri' if east else 'geri'} olduğundan şehir daha "
        f"{'doğudadır' if east else 'batıdadır'}: "
        f"${known} {'+' if east else '-'} {step} = {target}$, yani {target}° doğu.",
        computed=f"solve(4*(x - {known}) - ({there} - {start}), x)[0]",
        reads=str(target),
    )


@template(
    "tyt-cog-koordinat-saat-paralel-mesafe",
    topic="tyt-cog-koordinat-saat",
    difficulty=2,
    seconds=60,
)
def along_meridian(rng: Random) -> Question:
    first = rng.randint(10, 45)
    second = rng.randint(3, 30)
    same = rng.choice([True, False])
    if same and second == first:
        second = first - 2
    gap = abs(first - second) if same else first + second
    wrong_gap = first + second if same else abs(first - second)
    return exam_number(
        f"Aynı meridyen üzerindeki iki şehirden biri {first}° kuzey, öteki {second}° "
        f"{'kuzey' if same else 'güney'} paralelindedir. İki paralel arası 111 km alınırsa bu iki "
        "şehir arasındaki kuş uçuşu uzaklık kaç kilometredir?",
        gap * 111,
        f"Şehirler {'aynı yarım kürede' if same else 'farklı yarım kürelerde'} olduğundan paralel "
        f"farkı {'çıkarılarak' if same else 'toplanarak'} bulunur: {gap}. Uzaklık "
        f"${gap} \\cdot 111 = {gap * 111}$ km'dir.",
        unit="km",
        mistakes=[
            (wrong_gap * 111, "Enlemleri toplamak ile çıkarmayı karıştırır."),
            (gap * 4, "Yerel saat farkı hesabını uygular."),
            (gap, "Paralel farkını kilometre sanır."),
        ],
        computed=f"abs({first} - ({second if same else -second})) * 111",
    )


@template(
    "tyt-cog-harita-olcek-gercek-uzunluk", topic="tyt-cog-harita-olcek", difficulty=2, seconds=60
)
def real_length(rng: Random) -> Question:
    scale = rng.choice([200_000, 300_000, 400_000, 500_000, 600_000, 800_000, 1_500_000])
    length = rng.randint(3, 18)
    km = length * scale // 100_000
    return exam_question(
        f"1/{num(scale)} ölçekli bir haritada iki şehir arası {length} cm ölçülmüştür. Bu iki şehir "
        "arasındaki gerçek uzaklık kaç kilometredir?",
        right=num(km),
        wrong=[
            (num(km * 10), "Santimetreyi kilometreye çevirirken bir sıfır eksik siler."),
            (num(km / 10), "Santimetreyi kilometreye çevirirken bir sıfır fazla siler."),
            (num(km * 100), "Kilometreye çevirirken 100 000 yerine 1000'e böler."),
            (num(scale // 100_000), "Yalnız ölçeğin 1 cm'lik karşılığını alır."),
        ],
        spare=[(num(km * 2), "Uzunluğu iki kez çarpar."), (num(km + length), "Toplama yapar.")],
        because=f"Haritada 1 cm gerçekte {num(scale)} cm, yani {scale // 100_000} km'dir. "
        f"${length} \\cdot {scale // 100_000} = {km}$ km bulunur.",
        computed=f"{length} / (Rational(1, {scale}) * 1000 * 100)",
        reads=str(km),
    )


@template("tyt-cog-harita-olcek-olcek-bul", topic="tyt-cog-harita-olcek", difficulty=3, seconds=70)
def find_scale(rng: Random) -> Question:
    per_cm = rng.choice([2, 3, 4, 5, 6, 8, 12, 15])
    length = rng.randint(4, 20)
    km = per_cm * length
    scale = per_cm * 100_000
    return exam_question(
        f"Gerçekte {km} km olan bir yol, bir haritada {length} cm ile gösterilmiştir. Bu haritanın "
        "ölçeği kaçtır?",
        right=f"1/{num(scale)}",
        wrong=[
            (f"1/{num(scale // 10)}", "1 km'yi 10 000 cm alır."),
            (f"1/{num(scale * 10)}", "1 km'yi 1 000 000 cm alır."),
            (f"1/{num(km * 100_000)}", "Harita uzunluğuna bölmeyi unutur."),
            (f"1/{num(km * length * 100_000)}", "Bölmek yerine çarpar."),
        ],
        spare=[(f"1/{num(length * 100_000)}", "Harita uzunluğunu kilometre gibi çevirir.")],
        because=f"{km} km = {num(km * 100_000)} cm. Haritadaki 1 cm'nin karşılığı "
        f"{num(km * 100_000)} : {length} = {num(scale)} cm olduğundan ölçek 1/{num(scale)} olur.",
        computed=f"solve(x * {length} - {km} * 100000, x)[0]",
        reads=str(scale),
    )


@template(
    "tyt-cog-harita-olcek-gercek-alan", topic="tyt-cog-harita-olcek", difficulty=4, seconds=80
)
def real_area(rng: Random) -> Question:
    per_cm = rng.choice([2, 3, 4, 5, 6])
    area = rng.randint(3, 15)
    scale = per_cm * 100_000
    real = area * per_cm**2
    return exam_question(
        f"1/{num(scale)} ölçekli bir haritada bir gölün alanı {area} cm² ölçülmüştür. Gölün gerçek "
        "alanı kaç kilometrekaredir?",
        right=num(real),
        wrong=[
            (num(area * per_cm), "Ölçek paydasının karesini almayı unutur."),
            (num(area**2 * per_cm), "Ölçeğin değil, harita alanının karesini alır."),
            (num(real * 10), "Birim çevirirken bir sıfır eksik siler."),
            (num(2 * area * per_cm), "Kare almak yerine 2 ile çarpar."),
        ],
        spare=[
            (num(per_cm**2), "Yalnız 1 cm²'nin karşılığını alır."),
            (num(real + area), "Sonuca harita alanını ekler."),
        ],
        because=f"Haritada 1 cm gerçekte {per_cm} km, 1 cm² ise "
        f"${per_cm}^2 = {per_cm**2}$ km²'dir. ${area} \\cdot {per_cm**2} = {real}$ km² bulunur.",
        computed=f"{area} * Integer({scale})**2 / Integer(10)**10",
    )


@template(
    "tyt-cog-harita-olcek-izohips-farki", topic="tyt-cog-harita-olcek", difficulty=2, seconds=60
)
def contour_difference(rng: Random) -> Question:
    step = rng.choice([10, 20, 25, 50, 100, 200])
    base = step * rng.randint(2, 8)
    first, second = rng.sample(range(4), 2)
    levels = [base + step * ring for ring in range(4)]
    high, low = max(levels[first], levels[second]), min(levels[first], levels[second])
    gap = high - low
    center = (150, 115)
    drawing = Drawing(300, 250)
    for ring in range(4):
        drawing.circle(center, 100 - 25 * ring)
    left, right = 150 - (100 - 25 * first), 150 + (100 - 25 * second)
    drawing.dot((left, 115), look="accent").label((left + 13, 115), "K", size=14)
    drawing.dot((right, 115), look="accent").label((right - 13, 115), "L", size=14)
    drawing.label((150, 232), f"{num(base)} m", size=14)
    return exam_question(
        f"Şekildeki tepenin en dıştaki eş yükselti eğrisi {num(base)} metreden geçmektedir. Eğriler "
        f"{step} metre aralıkla çizilmiştir. Eğriler üzerindeki K ve L noktaları arasındaki "
        "yükselti farkı kaç metredir?",
        right=gap,
        wrong=[
            (gap + step, "Eğri aralıklarını değil, eğrilerin kendisini sayar."),
            (high, "Yüksekteki noktanın yükseltisini fark sanır."),
            (low, "Alçaktaki noktanın yükseltisini fark sanır."),
            (gap + 2 * step, "Eğrileri iki fazla sayar."),
        ],
        spare=[
            (high + low, "Yükseltileri çıkarmak yerine toplar."),
            (base + 5 * step, "Tepenin yükseltisini bulmaya çalışır."),
            (gap + 3 * step, "Bütün eğrileri sayar."),
        ],
        because=f"Dıştan içe eğriler {', '.join(num(level) for level in levels)} metredir. "
        f"K {num(levels[first])}, L {num(levels[second])} metrededir: "
        f"{num(high)} − {num(low)} = {gap} metre.",
        computed=f"{step} * abs({first} - {second})",
        figure=drawing.figure(
            "İç içe dört eş yükselti eğrisi; en dıştaki "
            f"{num(base)} m. K noktası dıştan {first + 1}., L noktası dıştan {second + 1}. "
            "eğrinin üzerinde."
        ),
    )
