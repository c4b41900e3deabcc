"""Parametric items of `tyt-cografya`: sun angle, local time, scale, temperature, population."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


def num(value: float) -> str:
    """``1200``, ``12 500`` or ``7,5``."""
    whole = f"{value:,.0f}".replace(",", " ") if value >= 10_000 else str(int(value))
    part = f"{value % 1:.3f}".strip("0").strip(".")
    return f"{whole},{part}" if part else whole


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}.{minutes % 60:02d}"


def side(longitude: int) -> str:
    return f"{abs(longitude)}° {'doğu' if longitude > 0 else 'batı'}"


@template(
    "tyt-cog-dunyanin-hareketleri-ogle-acisi",
    topic="tyt-cog-dunyanin-hareketleri",
    difficulty=3,
    seconds=60,
)
def noon_angle(rng: Random) -> Question:
    latitude = rng.randint(24, 65)
    north = rng.choice([True, False])
    date = rng.choice(["21 Mart", "23 Eylül"])
    angle = 90 - latitude
    where = "kuzey" if north else "güney"
    return exam_question(
        f"{date} tarihinde {latitude}° {where} paralelinde bulunan bir yere güneş ışınları öğle "
        "vakti ufukla kaç derecelik açı yapacak biçimde gelir?",
        right=f"{angle}°",
        wrong=[
            (f"{latitude}°", "Enlem derecesini geliş açısı sanır."),
            ("90°", "Işınların o gün her yere dik geldiğini düşünür."),
            (f"{angle + 23}°", "Eksen eğikliğini ekinoks tarihinde de hesaba katar."),
            (f"{abs(angle - 23)}°", "Ekinoks tarihinde eksen eğikliğini çıkarır."),
        ],
        spare=[
            (f"{180 - latitude}°", "90° yerine 180°'den çıkarır."),
            ("0°", "Işınların o gün ufka teğet geldiğini sanır."),
        ],
        because=f"{date} tarihinde ışınlar Ekvator'a (0°) dik gelir. Geliş açısı, dik gelinen "
        f"enlemle yerin enlemi arasındaki fark kadar 90°'den küçüktür: "
        f"$90° - {latitude}° = {angle}°$.",
        computed=f"deg(asin(cos(rad({latitude}))))",
        reads=str(angle),
    )


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
    "tyt-cog-atmosfer-sicaklik-yukselti",
    topic="tyt-cog-atmosfer-sicaklik",
    difficulty=3,
    seconds=70,
)
def reduced_temperature(rng: Random) -> Question:
    low = rng.randrange(0, 600, 200)
    rise = rng.randrange(800, 2600, 200)
    base = rng.randint(14, 26)
    drop = rise // 200
    high = low + rise
    where = "Deniz kıyısındaki (0 m)" if low == 0 else f"{low} m yükseltideki"
    return exam_question(
        f"{where} bir yerde sıcaklık {base} °C'dir. Sıcaklığın her 200 metrede 1 °C değiştiği "
        f"kabul edilirse, başka etken yokken aynı anda {high} m yükseltide sıcaklık kaç °C'dir?",
        right=base - drop,
        wrong=[
            (base + drop, "Yükseldikçe sıcaklığın arttığını sanır."),
            (base - high // 100, "Her 100 metrede 1 °C azalma hesaplar."),
            (drop, "Sıcaklık farkını sıcaklığın kendisi sanır."),
            (base - high // 200, "Yükselti farkı yerine yüksek yerin yükseltisini alır."),
            (base, "Yükseltinin sıcaklığı değiştirdiğini unutur."),
        ],
        spare=[
            (base - drop - 1, "Bir basamak fazla çıkarır."),
            (base - drop + 1, "Bir basamak eksik çıkarır."),
        ],
        because=f"Yükselti farkı {rise} m, sıcaklık farkı ${rise} : 200 = {drop}$ °C'dir. "
        f"Yükseldikçe sıcaklık azaldığından ${base} - {drop} = {base - drop}$ °C olur.",
        computed=f"{base} - sum(1 for h in range({low}, {high}, 200))",
    )


@template("tyt-cog-basinc-nem-bagil-nem", topic="tyt-cog-basinc-nem", difficulty=3, seconds=60)
def relative_humidity(rng: Random) -> Question:
    capacity = rng.choice([5, 10, 15, 20, 25, 30, 40])
    percent = rng.choice([20, 40, 60, 80])
    held = capacity * percent // 100
    return exam_question(
        f"Belirli bir sıcaklıkta 1 m³ hava en çok {capacity} gram su buharı taşıyabilmektedir. "
        f"Bu havada {held} gram su buharı bulunduğuna göre bağıl nem yüzde kaçtır?",
        right=percent,
        wrong=[
            (held, "Mutlak nemi bağıl nem sanır."),
            (100 - percent, "Doyma açığının yüzdesini bulur."),
            (capacity, "Maksimum nemi bağıl nem sanır."),
            (100, "Havanın doyduğunu varsayar."),
        ],
        spare=[
            (capacity - held, "Doyma açığını gram olarak verir."),
            (50, "Havanın yarı dolu olduğunu varsayar."),
            (10, "Yüzdeyi yanlış hesaplar."),
        ],
        because="Bağıl nem, havadaki nemin (mutlak nem) taşınabilecek en çok neme (maksimum nem) "
        rf"oranıdır: $\frac{{{held}}}{{{capacity}}} \cdot 100 = {percent}$.",
        computed=f"solve(x * {capacity} - 100 * {held}, x)[0]",
    )


@template(
    "tyt-cog-nufus-yerlesme-aritmetik-yogunluk",
    topic="tyt-cog-nufus-yerlesme",
    difficulty=2,
    seconds=60,
)
def density(rng: Random) -> Question:
    area = rng.randrange(4_000, 20_000, 1_000)
    per_km = rng.randrange(25, 160, 5)
    farmland = area // rng.choice([2, 4, 5])
    people = area * per_km
    return exam_question(
        f"Yüz ölçümü {num(area)} km², tarım alanı {num(farmland)} km² olan bir ilin nüfusu "
        f"{num(people)} kişidir. Bu ilin **aritmetik nüfus yoğunluğu** kilometrekare başına kaç "
        "kişidir?",
        right=per_km,
        wrong=[
            (num(people // farmland), "Nüfusu tarım alanına böler (fizyolojik yoğunluk)."),
            (per_km * 10, "Bölmede bir sıfır eksik siler."),
            (
                num(people // (area + farmland)),
                "Tarım alanını yüz ölçümüne ayrıca ekler.",
            ),
            (num(people // (area - farmland)), "Tarım dışı alana böler."),
        ],
        spare=[
            (per_km * 2, "Yanlış böler."),
            (per_km + 10, "Bölmede hata yapar."),
        ],
        because="Aritmetik yoğunluk, toplam nüfusun toplam yüz ölçümüne bölümüdür: "
        f"{num(people)} : {num(area)} = {per_km}. Tarım alanına bölünse fizyolojik yoğunluk bulunur.",
        computed=f"Rational({people}, {area})",
    )


@template(
    "tyt-cog-nufus-yerlesme-kent-orani", topic="tyt-cog-nufus-yerlesme", difficulty=2, seconds=60
)
def urban_share(rng: Random) -> Question:
    percent = rng.choice([45, 55, 60, 65, 70, 75, 80, 85, 90])
    total = rng.randrange(400_000, 3_000_000, 200_000)
    rural = total * (100 - percent) // 100
    return exam_number(
        f"Toplam nüfusu {num(total)} olan bir ilde {num(rural)} kişi kırsal kesimde yaşamaktadır. "
        "Bu ilde kentsel nüfus toplam nüfusun yüzde kaçıdır?",
        percent,
        f"Kentsel nüfus {num(total)} − {num(rural)} = {num(total - rural)} kişidir. Toplam nüfusa "
        f"oranı {num(total - rural)} : {num(total)} × 100 = {percent}, yani %{percent} bulunur.",
        unit="%",
        mistakes=[(100 - percent, "Kırsal nüfusun oranını bulur.")],
        computed=f"100 - Rational({rural} * 100, {total})",
    )
