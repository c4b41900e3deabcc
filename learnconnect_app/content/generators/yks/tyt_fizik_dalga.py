"""TYT Fizik: waves, shadows, mirrors, refraction and lenses."""

from __future__ import annotations

import math
from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex, times
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("tyt-fiz-dalgalar-sekilden-hiz", topic="tyt-fiz-dalgalar", difficulty=2, seconds=65)
def wave_speed(rng: Random) -> Question:
    waves = rng.choice([Fraction(3, 2), Fraction(2), Fraction(5, 2), Fraction(3)])
    length = rng.choice([4, 6, 8, 10, 12, 20])
    frequency = rng.choice([3, 5, 7, 8, 10])
    span = waves * length
    right = length * frequency
    count = float(waves)
    drawing = Drawing(300, 150)
    points = [
        (30 + 240 * i / 120, 60 - 34 * math.sin(2 * math.pi * count * i / 120)) for i in range(121)
    ]
    drawing.line((14, 60), (290, 60), look="muted").polyline(points, look="accent")
    drawing.label((22, 46), "K", size=14).label((282, 46), "L", size=14)
    drawing.arrow((150, 122), (30, 122)).arrow((150, 122), (270, 122)).label(
        (150, 138), f"{num(span)} cm", size=14
    )
    drawing.line((30, 64), (30, 128), dashed=True).line((270, 64), (270, 128), dashed=True)
    return exam_question(
        f"Gergin bir ipte oluşturulan periyodik dalganın bir andaki görünümü verilmiştir. K ile L noktaları arası {num(span)} cm, dalga kaynağının frekansı {frequency} Hz olduğuna göre dalganın yayılma sürati kaç cm/s'dir?",
        num(right),
        [
            (num(span * frequency), "K-L uzaklığını bir dalga boyu sanır."),
            (num(Fraction(length, frequency)), "Dalga boyunu frekansla çarpmak yerine ona böler."),
            (num(Fraction(right, 2)), "Yarım dalgayı bir dalga boyu gibi sayar."),
            (num(span / frequency), "K-L uzaklığını frekansa böler."),
        ],
        rf"Şekilde K ile L arasında ${tex(waves)}$ dalga boyu vardır: $\lambda = \frac{{{tex(span)}}}{{{tex(waves)}}} = {length}$ cm. $v = \lambda f = {length}\cdot {frequency} = {right}$ cm/s.",
        spare=[
            (num(length), "Dalga boyunu sürat sanır, frekansla çarpmaz."),
            (num(span), "K-L uzaklığını sürat sanır."),
        ],
        computed=f"solve({exact(waves)}*x/{frequency} - {exact(span)}, x)[0]",
        figure=drawing.figure(
            f"İpteki dalga: K ile L arasında {num(waves)} dalga boyu var, uzaklık {num(span)} cm."
        ),
    )


@template("tyt-fiz-dalgalar-ortam-degisimi", topic="tyt-fiz-dalgalar", difficulty=2, seconds=60)
def new_medium(rng: Random) -> Question:
    while True:
        v1, v2 = rng.sample([10, 12, 15, 18, 20, 24, 30, 36, 40], 2)
        frequency = rng.choice([2, 3, 4, 5, 6])
        one, right = Fraction(v1, frequency), Fraction(v2, frequency)
        if one.denominator in (1, 2) and right.denominator in (1, 2, 4, 5):
            break
    return exam_question(
        f"Dalga leğeninin bir bölgesinde {v1} cm/s süratle yayılan, dalga boyu {num(one)} cm olan doğrusal su dalgaları, yayılma süratinin {v2} cm/s olduğu başka bir bölgeye geçiyor. Dalgaların bu bölgedeki dalga boyu kaç cm olur?",
        num(right),
        [
            (num(one), "Bölge değişince dalga boyunun korunduğunu sanır."),
            (num(one * v1 / v2), "Dalga boyunu süratle ters orantılı sanır."),
            (num(Fraction(frequency)), "Dalga boyu yerine frekansı bulur."),
            (num(right * 2), "Dalga boyunu tepe ile komşu çukur arası sanıp iki katını alır."),
        ],
        rf"Frekans değişmez: $f = \frac{{{v1}}}{{{tex(one)}}} = {frequency}$ Hz. $\lambda = \frac{{{v2}}}{{{frequency}}} = {tex(right)}$ cm.",
        spare=[
            (num(Fraction(abs(v1 - v2), frequency)), "Süratlerin farkını frekansa böler."),
            (num(right / 2), "Dalga boyunu tepe ile komşu çukur arası sanır."),
            (num(Fraction(v2)), "Sürati frekansa bölmez."),
        ],
        computed=f"solve(Rational({v1}) / {exact(one)} - {v2}/x, x)[0]",
    )


@template("tyt-fiz-dalgalar-yanki", topic="tyt-fiz-dalgalar", difficulty=1, seconds=45)
def echo(rng: Random) -> Question:
    speed, time = rng.choice(
        [
            (340, 2),
            (340, 3),
            (340, 4),
            (340, 5),
            (340, 6),
            (1500, 2),
            (1500, 3),
            (1500, 4),
            (1500, 6),
            (1500, 8),
            (340, 8),
            (1500, 5),
        ]
    )
    scene = (
        f"Bir dağcı karşısındaki dik kayalığa seslenip yankıyı {time} s sonra duyuyor. Sesin havadaki sürati"
        if speed == 340
        else f"Bir geminin sonarı, deniz tabanına gönderdiği ses dalgasının yansımasını {time} s sonra alıyor. Sesin deniz suyundaki sürati"
    )
    goal = "Dağcının kayalığa uzaklığı" if speed == 340 else "Denizin o noktadaki derinliği"
    right = speed * time // 2
    return exam_number(
        f"{scene} {speed} m/s olduğuna göre {goal[0].lower()}{goal[1:]} kaç metredir?",
        right,
        rf"Ses gidip geri döndüğü için tek yön $\frac{{{time}}}{{2}}$ s sürer: $x = {speed}\cdot \frac{{{time}}}{{2}} = {right}$ m.",
        unit="m",
        mistakes=[
            (speed * time, "Sesin gidip geldiğini gözden kaçırır."),
            (speed / time, "Sürati zamanla çarpmak yerine zamana böler."),
        ],
        computed=f"solve(2*x/{speed} - {time}, x)[0]",
    )


@template(
    "tyt-fiz-golge-aynalar-golge-boyu", topic="tyt-fiz-golge-aynalar", difficulty=2, seconds=60
)
def shadow(rng: Random) -> Question:
    while True:
        near, far = rng.choice([20, 30, 40, 50, 60]), rng.choice([20, 30, 40, 60, 80, 90, 100, 120])
        size = rng.choice([5, 6, 8, 10, 12, 15])
        right = Fraction(size * (near + far), near)
        if right.denominator == 1 and near != far:
            break
    total = near + far
    x = 30 + 220 * near / total
    low, height = 150, 110
    top = low - height * near / total
    drawing = Drawing(300, 200)
    drawing.dot((30, low), look="accent").label((30, low - 18), "K")
    drawing.line((30, low), (250, low), dashed=True).line(
        (30, low), (250, low - height), look="accent"
    )
    drawing.line((x, low), (x, top)).line((250, low + 10), (250, 20)).label((262, 30), "P")
    drawing.label((x + 8, (low + top) / 2), f"{size}", size=14, anchor="start")
    drawing.label(((30 + x) / 2, low + 18), near, size=14).label(
        ((x + 250) / 2, low + 18), far, size=14
    )
    return exam_question(
        f"Noktasal K ışık kaynağı, {size} cm boyundaki düşey çubuk ve düşey P perdesi şekildeki gibi yerleştirilmiştir (uzaklıklar cm). Çubuğun perdedeki gölgesinin boyu kaç cm olur?",
        num(right),
        [
            (
                num(Fraction(size * far, near)),
                "Perdenin kaynağa değil, çubuğa uzaklığını kullanır.",
            ),
            (
                num(Fraction(size * total, far)),
                "Büyük üçgenin tabanını çubuk-perde uzaklığına oranlar.",
            ),
            (num(Fraction(size * near, total)), "Benzerlik oranını ters kullanır."),
            (num(size), "Gölgenin cisimle aynı boyda olduğunu sanır."),
        ],
        rf"Benzer üçgenlerden $\frac{{{size}}}{{{near}}} = \frac{{h}}{{{near} + {far}}}$, $h = {tex(right)}$ cm.",
        spare=[(num(2 * right), "Gölgenin simetrik olarak iki katını alır.")],
        computed=f"({size}*x/{near}).subs(x, {near} + {far})",
        figure=drawing.figure(
            f"K kaynağından {near} cm uzakta {size} cm boyunda çubuk, çubuğun {far} cm arkasında P perdesi. Çubuğun alt ucu K ile aynı yatay çizgidedir."
        ),
    )


@template("tyt-fiz-golge-aynalar-iki-ayna", topic="tyt-fiz-golge-aynalar", difficulty=3, seconds=80)
def two_mirrors(rng: Random) -> Question:
    while True:
        between = rng.choice([60, 70, 75, 80, 100, 105, 110, 120])
        first = rng.choice([25, 30, 35, 40, 50])
        second = 180 - between - first
        right = 90 - second
        if second >= 20 and right not in (second, first, 90 - first, between):
            break
    ends = math.radians(between)
    corner = (110.0, 160.0)
    tip = (corner[0] + 150 * math.cos(ends), corner[1] - 150 * math.sin(ends))
    hit = (corner[0] + 100, corner[1])
    reach = 100 * math.sin(math.radians(first)) / math.sin(math.radians(second))
    there = (corner[0] + reach * math.cos(ends), corner[1] - reach * math.sin(ends))
    start = (
        hit[0] + 80 * math.cos(math.radians(first)),
        hit[1] - 80 * math.sin(math.radians(first)),
    )
    drawing = Drawing(320, 190)
    drawing.line(corner, (290, 160)).line(corner, tip).label((280, 174), "X").label(
        (tip[0] - 14, tip[1] + 8), "Y"
    )
    drawing.arrow(start, hit, look="accent").arrow(hit, there, look="accent")
    drawing.label((hit[0] + 46, hit[1] - 12), f"{first}°", size=14).label(
        (corner[0] + 24, corner[1] - 12), f"{between}°", size=14
    )
    return exam_question(
        f"Aralarında {between}° açı bulunan X ve Y düzlem aynalarından X'e, ayna yüzeyiyle {first}° açı yapacak biçimde gelen ışın yansıyarak Y'ye ulaşıyor. Işının Y aynasına **gelme açısı** kaç derecedir?",
        f"{right}°",
        [
            (f"{second}°", "Gelme açısını normalle değil, ayna yüzeyiyle ölçer."),
            (f"{first}°", "Bütün yansımalarda açının aynı kaldığını sanır."),
            (f"{90 - first}°", "Birinci aynadaki gelme açısını bulur."),
            (f"{between}°", "Aynalar arasındaki açıyı gelme açısı sanır."),
        ],
        rf"Yansıyan ışın da X ile {first}° yapar. Üçgende Y ile yaptığı açı $180^\circ - {between}^\circ - {first}^\circ = {second}^\circ$'dir. Gelme açısı normalle ölçülür: $90^\circ - {second}^\circ = {right}^\circ$.",
        spare=[(f"{180 - between}°", "Aynalar arasındaki açının bütünlerini alır.")],
        computed=f"solve({between} + {first} + (90 - x) - 180, x)[0]",
        figure=drawing.figure(
            f"X aynası yatay, Y aynası onunla {between} derece açı yapıyor; ışın X'e {first} derecelik açıyla gelip Y'ye yansıyor."
        ),
    )


@template(
    "tyt-fiz-golge-aynalar-aydinlanma", topic="tyt-fiz-golge-aynalar", difficulty=2, seconds=50
)
def illuminance(rng: Random) -> Question:
    distance, lux = rng.choice([2, 3, 4, 5]), rng.choice([5, 6, 8, 10, 12, 20])
    candela = lux * distance**2
    times_farther = rng.choice([2, 3])
    right = Fraction(lux, times_farther**2)
    return exam_question(
        f"Işık şiddeti {candela} cd olan noktasal bir kaynak, {distance} m uzağındaki küçük bir yüzeyi ışınlar yüzeye dik gelecek biçimde aydınlatıyor. Yüzey aynı doğrultuda kaynaktan {distance * times_farther} m uzağa götürülürse aydınlanma kaç lüks olur?",
        num(right),
        [
            (
                num(Fraction(lux, times_farther)),
                "Aydınlanmayı uzaklığın kendisiyle ters orantılı sanır.",
            ),
            (num(lux), "Yüzey taşınmadan önceki aydınlanmayı bulur."),
            (
                num(Fraction(lux, times_farther**3)),
                "Aydınlanmayı uzaklığın küpüyle ters orantılı sanır.",
            ),
            (num(lux - right), "Son aydınlanma yerine azalma miktarını bulur."),
        ],
        rf"$E = \frac{{I}}{{d^2}} = \frac{{{candela}}}{{{distance * times_farther}^2}} = {tex(right)}$ lüks. Uzaklık {times_farther} katına çıkınca aydınlanma ilk değerinin $\frac{{1}}{{{times_farther**2}}}$ katı olur.",
        spare=[(num(lux * times_farther**2), "Uzaklaşınca aydınlanmanın arttığını sanır.")],
        computed=f"solve(4*pi*{candela} - x*4*pi*{distance * times_farther}**2, x)[0]",
    )


PLACES = {
    1: "$F$ ile $2F$ arasında, ters ve cisimden küçük",
    2: "$2F$ noktasında, ters ve cisimle aynı boyda",
    3: "$2F$'nin ötesinde, ters ve cisimden büyük",
    4: "Cisimle aynı tarafta, düz ve cisimden büyük",
    5: "Cisimle aynı tarafta, düz ve cisimden küçük",
}
ERRORS = {
    1: "Cismin $2F$'nin dışında olduğu durumu uygular.",
    2: "Cismin tam $2F$'de olduğu durumu uygular.",
    3: "Cismin $F$ ile $2F$ arasında olduğu durumu uygular.",
    4: "Cismin odağın içinde olduğu durumu uygular.",
    5: "Kalın kenarlı merceğin görüntüsünü uygular.",
}


@template(
    "tyt-fiz-kirilma-mercekler-goruntu-yeri",
    topic="tyt-fiz-kirilma-mercekler",
    difficulty=2,
    seconds=55,
)
def lens_image(rng: Random) -> Question:
    focus = rng.choice([10, 12, 15, 20, 24, 30])
    case = rng.choice([1, 2, 3, 4])
    ratio = {1: (5, 6, 7), 2: (4,), 3: (3,), 4: (1,)}[case]
    distance = Fraction(rng.choice(ratio) * focus, 2)
    where = {
        1: "$2F$'nin dışında",
        2: "tam $2F$'de",
        3: "$F$ ile $2F$ arasında",
        4: "odak ile mercek arasında",
    }[case]
    seen = f"1/(1/Rational({focus}) - 1/{exact(distance)})"
    return exam_question(
        f"Odak uzaklığı {focus} cm olan ince kenarlı (yakınsak) merceğin asal ekseni üzerine, mercekten {num(distance)} cm uzağa dik olarak bir kalem konuyor. Kalemin görüntüsü için hangisi doğrudur?",
        PLACES[case],
        [(PLACES[n], ERRORS[n]) for n in PLACES if n != case],
        f"$2F = {2 * focus}$ cm olduğundan kalem {where} bulunur. Özel ışınlar çizildiğinde görüntü: {PLACES[case][0].lower() + PLACES[case][1:]}. {'Bu görüntü sanaldır.' if case == 4 else 'Bu görüntü gerçektir, perdeye düşürülebilir.'}",
        computed=f"Piecewise((4, {seen} < 0), (1, {seen} < 2*{focus}), (2, Eq({seen}, 2*{focus})), (3, True))",
        reads=str(case),
    )


@template(
    "tyt-fiz-kirilma-mercekler-dalga-boyu",
    topic="tyt-fiz-kirilma-mercekler",
    difficulty=2,
    seconds=55,
)
def light_in_glass(rng: Random) -> Question:
    while True:
        index = rng.choice(
            [
                Fraction(5, 4),
                Fraction(3, 2),
                Fraction(8, 5),
                Fraction(12, 5),
                Fraction(5, 2),
            ]
        )
        length = rng.choice([400, 420, 450, 480, 500, 540, 600, 640, 660, 700, 720])
        right = length / index
        if right.denominator == 1:
            break
    return exam_question(
        f"Boşluktaki dalga boyu {length} nm olan tek renkli ışık, kırılma indisi {num(index)} olan saydam bir ortama giriyor. Işığın bu ortamdaki dalga boyu kaç nm olur?",
        num(right),
        [
            (num(length * index), "Çok kırıcı ortamda dalga boyunun arttığını sanır."),
            (num(length), "Ortam değişince dalga boyunun korunduğunu sanır."),
            (num(length / index**2), "Dalga boyunu kırılma indisinin karesine böler."),
            (
                num(right / 2),
                "Hem süratin hem dalga boyunun ayrı ayrı azaldığını düşünüp sonucu yarıya böler.",
            ),
        ],
        rf"Frekans değişmez, sürat $\frac{{c}}{{n}}$ olur. Dalga boyu da aynı oranda küçülür: $\lambda = \frac{{{length}}}{{{tex(index)}}} = {tex(right)}$ nm.",
        spare=[(num(length - right), "Dalga boyundaki azalma miktarını bulur.")],
        computed=f"solve(3*10**8/Rational({length}) - 3*10**8/{exact(index)}/x, x)[0]",
    )


@template(
    "tyt-fiz-kirilma-mercekler-isik-hizi",
    topic="tyt-fiz-kirilma-mercekler",
    difficulty=2,
    seconds=50,
)
def index_ratio(rng: Random) -> Question:
    while True:
        one, other = (Fraction(rng.choice([10, 12, 14, 15, 16, 18, 20, 24]), 10) for _ in range(2))
        if one != other and other != 1 and one != 1 and one * other != 1:
            break
    right = other / one
    return exam_question(
        f"Kırılma indisleri {num(one)} ve {num(other)} olan saydam X ve Y ortamlarında aynı ışığın sürati sırasıyla $v_X$ ve $v_Y$'dir. Buna göre $\\frac{{v_X}}{{v_Y}}$ oranı kaçtır?",
        times(right, ""),
        [
            (times(1 / right, ""), "Sürati kırılma indisiyle doğru orantılı sanır."),
            (times(right**2, ""), "Süratlerin oranını indislerin karesiyle kurar."),
            ("$1$", "Işığın süratinin her ortamda aynı olduğunu sanır."),
            (times(one * other, ""), "İndisleri oranlamak yerine çarpar."),
        ],
        rf"$v = \frac{{c}}{{n}}$ olduğundan $\frac{{v_X}}{{v_Y}} = \frac{{n_Y}}{{n_X}} = \frac{{{tex(other)}}}{{{tex(one)}}} = {tex(right)}$.",
        spare=[(times(1 / right**2, ""), "Oranı ters ve karesiyle kurar.")],
        computed=f"(300/{exact(one)}) / (300/{exact(other)})",
    )
