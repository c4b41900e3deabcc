"""Parametric items of `tyt-cografya`: sun angle, temperature, humidity, population."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.cografya_writing import num
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


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
