"""Parametric items of the unit `tyt-mat-problemler-iki`: work, motion, charts and patterns."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing, Figure
from learnconnect_app.content.generators.yks.tyt_matematik_writing import comma, shown, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

WORK = "tyt-mat-isci-problemleri"
MOTION = "tyt-mat-hareket-problemleri"
CHARTS = "tyt-mat-grafik-rutin-olmayan"


@template("tyt-mat-isci-problemleri-birlikte", topic=WORK, difficulty=2, seconds=60)
def together(rng: Random) -> Question:
    p, q = rng.choice(
        [
            (3, 6),
            (6, 12),
            (4, 12),
            (10, 15),
            (12, 24),
            (6, 30),
            (20, 30),
            (12, 36),
            (10, 40),
            (15, 30),
            (18, 36),
            (5, 20),
            (20, 60),
            (14, 35),
            (21, 28),
            (24, 40),
        ]
    )
    right = Fraction(p * q, p + q)
    first, second, work = rng.choice(
        [
            ("Usta", "çırak", "bir işi"),
            ("Ada", "Deniz", "bir bahçenin bakımını"),
            ("Mert", "Zeynep", "bir duvarın boyasını"),
        ]
    )
    return exam_question(
        f"{first} {work} tek başına {p} saatte, {second} aynı işi tek başına {q} saatte bitiriyor. İkisi birlikte çalışırsa iş kaç saatte biter?",
        shown(right),
        [
            (
                shown(Fraction(p + q, 2)) if (p + q) % 2 == 0 else comma(Fraction(p + q, 2)),
                "Sürelerin ortalamasını alır.",
            ),
            (p + q, "Süreleri toplar."),
            (q - p, "Sürelerin farkını alır."),
            (comma(Fraction(p, 2)), "İkisinin hızını eşit sanıp kısa süreyi ikiye böler."),
        ],
        rf"Bir saatte işin $\frac{{1}}{{{p}}} + \frac{{1}}{{{q}}} = {tex(1 / right)}$ kadarı biter. "
        rf"Tamamı bunun tersi kadar, ${right}$ saat sürer. Birlikte çalışma süresi, kısa olan {p} saatten de azdır.",
        spare=[
            (shown(right + 1), "İşlem hatasıyla 1 fazla bulur."),
            (shown(right + 3), "İşlem hatasıyla 3 fazla bulur."),
        ],
        computed=f"solve(x / {p} + x / {q} - 1, x)[0]",
    )


@template("tyt-mat-isci-problemleri-biri-ayrilir", topic=WORK, difficulty=3, seconds=90)
def one_leaves(rng: Random) -> Question:
    while True:
        p, q = (
            rng.choice([6, 8, 9, 10, 12, 15, 18, 20]),
            rng.choice([10, 12, 15, 18, 20, 24, 30, 36]),
        )
        days = rng.randint(2, 6)
        done = Fraction(days, p) + Fraction(days, q)
        rest = (1 - done) * q
        if p != q and done < 1 and rest.denominator == 1 and rest >= 2:
            break
    return exam_question(
        f"Bir işi Ali tek başına {p} günde, Elif tek başına {q} günde bitirebilmektedir. İkisi birlikte {days} gün çalıştıktan sonra Ali ayrılıyor. "
        "Elif kalan işi tek başına kaç günde bitirir?",
        shown(rest),
        [
            (shown((1 - done) * p), "Kalan işi Elif yerine Ali'nin hızıyla hesaplar."),
            (
                shown((1 - Fraction(days, p)) * q),
                "Birlikte çalışılan günlerde Elif'in yaptığı işi saymaz.",
            ),
            (shown(q - days), "Ali'nin yaptığı işi saymaz."),
            (shown(rest + days), "Elif'in toplam çalışma süresini verir."),
        ],
        rf"{days} günde işin ${days} \cdot \left(\frac{{1}}{{{p}}} + \frac{{1}}{{{q}}}\right) = {tex(done)}$ kadarı biter, ${tex(1 - done)}$ kadarı kalır. "
        rf"Elif bunu ${tex(1 - done)} : \frac{{1}}{{{q}}} = {rest}$ günde bitirir.",
        spare=[
            (shown(rest + 1), "İşlem hatasıyla 1 fazla bulur."),
            (shown(rest - 1), "İşlem hatasıyla 1 eksik bulur."),
        ],
        computed=f"solve(Rational({days}, {p}) + ({days} + x) / {q} - 1, x)[0]",
    )


@template("tyt-mat-hareket-problemleri-karsilikli", topic=MOTION, difficulty=2, seconds=60)
def towards_each_other(rng: Random) -> Question:
    slow, gap, hours = rng.choice([50, 60, 70, 80]), rng.choice([10, 20, 30]), rng.randint(2, 6)
    fast = slow + gap
    chase = rng.random() < 0.5
    distance = hours * (gap if chase else slow + fast)
    figure = _road(slow, fast, distance, chase)
    if chase:
        stem = (
            f"Aralarında {distance} km bulunan $A$ ve $B$ noktalarından iki araç aynı anda, **aynı yönde** hareket ediyor. Arkadaki aracın hızı "
            f"saatte {fast} km, öndekinin hızı saatte {slow} km olduğuna göre arkadaki araç öndekine kaç saat sonra yetişir?"
        )
        why = rf"Aynı yönde gidenlerde hızların **farkı** kullanılır: ${distance} : ({fast} - {slow}) = {hours}$ saat."
    else:
        stem = (
            f"Aralarında {distance} km bulunan $A$ ve $B$ noktalarından iki araç aynı anda **birbirine doğru** hareket ediyor. Araçların hızları saatte {fast} km "
            f"ve {slow} km olduğuna göre kaç saat sonra karşılaşırlar?"
        )
        why = rf"Birbirine doğru gidenlerde hızların **toplamı** kullanılır: ${distance} : ({fast} + {slow}) = {hours}$ saat."
    swapped = Fraction(distance, slow + fast if chase else gap)
    return exam_question(
        stem,
        hours,
        [
            (shown(swapped), "Hızların toplamı ile farkını karıştırır."),
            (shown(Fraction(distance, fast)), "Yalnız hızlı aracın hareketini hesaba katar."),
            (shown(Fraction(distance, slow)), "Yalnız yavaş aracın hareketini hesaba katar."),
            (hours + 1, "İşlem hatasıyla 1 fazla bulur."),
        ],
        why,
        spare=[
            (hours + 2, "İşlem hatasıyla 2 fazla bulur."),
            (hours + 3, "İşlem hatasıyla 3 fazla bulur."),
        ],
        computed=f"[h for h in range(1, 40) if {fast} * h == {distance} {'+' if chase else '-'} {slow} * h][0]",
        figure=figure,
    )


def _road(slow: int, fast: int, distance: int, chase: bool) -> Figure:
    drawing = Drawing(320, 110).line((30, 70), (290, 70)).dot((30, 70)).dot((290, 70))
    drawing.label((30, 94), "A").label((290, 94), "B").label((160, 90), f"{distance} km")
    drawing.arrow((36, 48), (96, 48), look="accent").label((66, 26), f"{fast} km/sa")
    if chase:
        drawing.arrow((230, 48), (290, 48)).label((262, 26), f"{slow} km/sa")
        way = "ikisi de sağa"
    else:
        drawing.arrow((284, 48), (224, 48)).label((254, 26), f"{slow} km/sa")
        way = "birbirine"
    return drawing.figure(
        f"Aralarında {distance} km olan A ve B noktaları; A'daki araç saatte {fast} km, B'deki araç saatte {slow} km hızla {way} doğru gidiyor."
    )


@template("tyt-mat-hareket-problemleri-gidis-donus", topic=MOTION, difficulty=3, seconds=70)
def there_and_back(rng: Random) -> Question:
    while True:
        go, back = rng.choice([40, 50, 60, 80, 90, 100]), rng.choice([30, 40, 60, 70, 75, 90, 120])
        hours = rng.randint(3, 9)
        distance = Fraction(go * back * hours, go + back)
        if go != back and distance.denominator == 1:
            break
    average = Fraction((go + back) * hours, 2)
    return exam_question(
        f"Bir araç $A$ kentinden $B$ kentine saatte {go} km, aynı yoldan geriye saatte {back} km hızla gidiyor. Gidiş ve dönüş toplam {hours} saat "
        "sürdüğüne göre iki kent arasındaki yol kaç kilometredir?",
        shown(distance),
        [
            (
                shown(average / 2) if (average / 2).denominator == 1 else comma(average / 2),
                "Ortalama hızı iki hızın ortalaması sanır.",
            ),
            (shown(2 * distance), "Gidiş ve dönüş yolunun toplamını verir."),
            (shown(Fraction(go * hours, 2)), "Gidişin toplam sürenin yarısı olduğunu sanır."),
            (shown(Fraction(back * hours, 2)), "Dönüşün toplam sürenin yarısı olduğunu sanır."),
        ],
        rf"Yol $x$ km ise $\frac{{x}}{{{go}}} + \frac{{x}}{{{back}}} = {hours}$ olur. Gidişte {tex_hours(distance, go)}, dönüşte {tex_hours(distance, back)} "
        rf"saat geçer ve $x = {distance}$ bulunur.",
        spare=[
            (shown(distance + 20), "İşlem hatası yapar."),
            (shown(distance + 10), "İşlem hatası yapar."),
        ],
        computed=f"[d for d in range(1, 2000) if Rational(d, {go}) + Rational(d, {back}) == {hours}][0]",
    )


def tex_hours(distance: Fraction, speed: int) -> str:
    return f"${tex(distance / speed)}$"


@template("tyt-mat-hareket-problemleri-tunel", topic=MOTION, difficulty=3, seconds=60)
def train_in_tunnel(rng: Random) -> Question:
    while True:
        speed, seconds = rng.choice([15, 20, 25, 30]), rng.randint(12, 40)
        train = rng.choice([80, 100, 120, 150, 180, 200, 240])
        tunnel = speed * seconds - train
        if tunnel >= train + 60 and tunnel % 10 == 0:
            break
    return exam_number(
        f"Saniyede {speed} metre hızla giden {train} metre uzunluğundaki bir tren, {tunnel} metre uzunluğundaki bir tüneli, önünün girdiği andan "
        "arkasının çıktığı ana kadar kaç saniyede geçer?",
        seconds,
        rf"Trenin önü, tünelin ve trenin uzunluklarının toplamı kadar yol alır: ${tunnel} + {train} = {tunnel + train}$ metre. "
        rf"Süre ${tunnel + train} : {speed} = {seconds}$ saniyedir.",
        unit="saniye",
        mistakes=[
            (round(tunnel / speed, 4), "Trenin uzunluğunu yola katmaz."),
            (round((tunnel - train) / speed, 4), "Trenin uzunluğunu yoldan çıkarır."),
        ],
        computed=f"min(s for s in range(1, 400) if {speed} * s - {train} >= {tunnel})",
    )


MONTHS = ["Ocak", "Şubat", "Mart", "Nisan"]


@template("tyt-mat-grafik-rutin-olmayan-sutun", topic=CHARTS, difficulty=2, seconds=70)
def bars(rng: Random) -> Question:
    while True:
        values = rng.sample([20, 30, 40, 50, 60, 70, 80, 90, 100], 4)
        place = rng.randint(1, 3)
        change = Fraction((values[place] - values[place - 1]) * 100, values[place - 1])
        if change > 0 and change.denominator == 1:
            break
    before, after = values[place - 1], values[place]
    drawing = Drawing(320, 220).line((40, 15), (40, 180)).line((40, 180), (310, 180))
    for index, value in enumerate(values):
        left = 60 + index * 62
        top = 180 - value * 1.4
        drawing.polygon([(left, 180), (left, top), (left + 36, top), (left + 36, 180)], filled=True)
        drawing.label((left + 18, top - 11), value, size=14).label(
            (left + 18, 198), MONTHS[index], size=14
        )
    listed = ", ".join(f"{month} {value}" for month, value in zip(MONTHS, values, strict=True))
    return exam_question(
        f"Grafikte bir kitapçının dört ayda sattığı kitap sayıları gösterilmiştir. Buna göre {MONTHS[place]} ayındaki satış, bir önceki aya göre yüzde kaç artmıştır?",
        shown(change),
        [
            (after - before, "Artan kitap sayısını yüzde sanır."),
            (
                shown(Fraction((after - before) * 100, after)),
                "Artışı önceki ay yerine sonraki aya oranlar.",
            ),
            (
                shown(Fraction(after * 100, before)),
                "Artış yerine sonraki ayın öncekine oranını verir.",
            ),
            (
                shown(Fraction((after - before) * 100, sum(values))),
                "Artışı dört ayın toplamına oranlar.",
            ),
        ],
        rf"{MONTHS[place - 1]} ayında {before}, {MONTHS[place]} ayında {after} kitap satılmıştır. Artış ilk değere oranlanır: "
        rf"$\frac{{{after} - {before}}}{{{before}}} \cdot 100 = {change}$.",
        spare=[
            (shown(change + 10), "İşlem hatası yapar."),
            (shown(change + 5), "İşlem hatası yapar."),
        ],
        computed=f"solve({before} * (1 + x / 100) - {after}, x)[0]",
        figure=drawing.figure(f"Sütun grafiği, aylara göre satılan kitap sayısı: {listed}."),
    )


@template("tyt-mat-grafik-rutin-olmayan-depo", topic=CHARTS, difficulty=3, seconds=80)
def tank(rng: Random) -> Question:
    rate, minutes = rng.choice([3, 4, 5, 6, 8]), rng.choice([10, 12, 15, 18, 20])
    full = rate * minutes + rate * rng.randint(6, 24)
    left = full - rate * minutes
    asked = full // rate
    drawing = Drawing(320, 220).arrow((60, 185), (60, 12)).arrow((60, 185), (306, 185))
    drawing.label((66, 14), "Su (L)", size=14, anchor="start").label(
        (300, 204), "Süre (dk)", size=14, anchor="end"
    )
    end = 160
    height = 185 - 140 * left / full
    drawing.line((60, 45), (end, height), look="accent")
    drawing.line((60, height), (end, height), dashed=True).line(
        (end, height), (end, 185), dashed=True
    )
    drawing.label((52, 45), full, size=14, anchor="end").label(
        (52, height), left, size=14, anchor="end"
    )
    drawing.label((end, 204), minutes, size=14)
    return exam_question(
        f"Doğrusal grafik, dolu bir depodaki suyun süreye göre değişiminin ilk {minutes} dakikasını göstermektedir. Su aynı hızla akmayı sürdürürse "
        "depo, başlangıçtan kaç dakika sonra tamamen boşalır?",
        asked,
        [
            (asked - minutes, f"İlk {minutes} dakikayı toplam süreye katmaz."),
            (shown(Fraction(full, minutes)), "Depodaki suyu dakikaya bölüp süre sanır."),
            (2 * minutes, "Kalan suyun da aynı sürede boşalacağını sanır."),
            (asked + minutes, f"İlk {minutes} dakikayı iki kez sayar."),
        ],
        rf"{minutes} dakikada ${full} - {left} = {full - left}$ litre akmıştır; dakikada ${full - left} : {minutes} = {rate}$ litre akar. "
        rf"{full} litrenin tamamı ${full} : {rate} = {asked}$ dakikada boşalır.",
        spare=[
            (asked + 2, "İşlem hatası yapar."),
            (asked + 4, "İşlem hatası yapar."),
            (asked - 1, "İşlem hatası yapar."),
        ],
        computed=f"solve({full} + x * Rational({left} - {full}, {minutes}), x)[0]",
        figure=drawing.figure(
            f"Doğrusal azalan grafik: 0. dakikada {full} litre, {minutes}. dakikada {left} litre su var."
        ),
    )


@template("tyt-mat-grafik-rutin-olmayan-oruntu", topic=CHARTS, difficulty=3, seconds=70)
def matches(rng: Random) -> Question:
    sides, name = rng.choice([(4, "kare"), (3, "üçgen"), (6, "altıgen")])
    step = sides - 1
    count = rng.randint(15, 60)
    total = step * count + 1
    backwards = rng.random() < 0.5
    rule = f"Kibrit çöpleriyle, yan yana gelen iki şeklin bir çöpü ortak olacak biçimde bir sıra {name} yapılıyor. Bir {name} için {sides}, iki {name} için {sides + step}, üç {name} için {sides + 2 * step} çöp gerekiyor. "
    if backwards:
        return exam_question(
            rule + f"Buna göre {total} çöp, hiç artmadan kaç {name} yapmaya yeter?",
            count,
            [
                (
                    shown(Fraction(total, sides)) if total % sides == 0 else total // sides,
                    "Ortak çöpleri gözetmeden çöp sayısını kenar sayısına böler.",
                ),
                (count + 1, f"Fazladan bir {name} sayar."),
                (count - 1, f"Bir {name} eksik sayar."),
                (total - sides, "Yalnız ilk şeklin çöplerini çıkarır."),
            ],
            rf"İlk {name} {sides} çöp, sonraki her {name} {step} çöp ister: ${sides} + {step}(n - 1) = {step}n + 1$. ${step}n + 1 = {total}$ ise $n = {count}$.",
            spare=[(count + 2, "İşlem hatası yapar."), (count + 3, "İşlem hatası yapar.")],
            computed=f"[n for n in range(1, 200) if {sides} + sum({step} for _ in range(n - 1)) == {total}][0]",
        )
    return exam_question(
        rule + f"Buna göre {count} {name} için kaç çöp gerekir?",
        total,
        [
            (sides * count, "Ortak çöpleri iki kez sayar."),
            (step * count, "İlk şekildeki fazladan çöpü unutur."),
            (sides + step * count, "İlk şekli iki kez sayar."),
            (total - 2, "Sondaki çöpü de ortak sayar."),
        ],
        rf"İlk {name} {sides} çöp, sonraki her {name} {step} çöp ister: ${sides} + {step} \cdot {count - 1} = {total}$.",
        spare=[(total + 2, "İşlem hatası yapar.")],
        computed=f"{sides} + sum({step} for _ in range({count} - 1))",
    )
