"""AYT Fizik: vectors, torque, centre of mass and simple machines."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.fizik_writing import (
    num,
    tex,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("ayt-fiz-vektorler-dort-yon", topic="ayt-fiz-vektorler", difficulty=2, seconds=50)
def four_directions(rng: Random) -> Question:
    x, y, r = rng.choice(
        [
            (3, 4, 5),
            (4, 3, 5),
            (6, 8, 10),
            (8, 6, 10),
            (5, 12, 13),
            (12, 5, 13),
            (9, 12, 15),
            (8, 15, 17),
        ]
    )
    west, south = rng.sample(range(2, 12), 2)
    east, north = west + x, south + y
    return exam_question(
        f"Sürtünmesiz yatay düzlemdeki bir cisme doğuya {east} N, batıya {west} N, kuzeye {north} N ve güneye {south} N büyüklüğünde yatay kuvvetler etkiyor. Bileşke kuvvetin büyüklüğü kaç N'dur?",
        r,
        [
            (x + y, "Dik iki bileşeni doğrudan toplar."),
            (abs(x - y), "Dik iki bileşeni birbirinden çıkarır."),
            (east + west + north + south, "Bütün kuvvetlerin büyüklüklerini toplar."),
            (
                rf"$\sqrt{{{(east + west) ** 2 + (north + south) ** 2}}}$",
                "Zıt yönlü kuvvetleri çıkarmak yerine toplar.",
            ),
        ],
        rf"Doğu-batı: ${east} - {west} = {x}$ N; kuzey-güney: ${north} - {south} = {y}$ N. $R = \sqrt{{{x}^2 + {y}^2}} = {r}$ N.",
        spare=[
            (max(x, y), "Yalnızca büyük bileşeni alır."),
            (min(x, y), "Yalnızca küçük bileşeni alır."),
        ],
        computed=f"sqrt(sum(c**2 for c in Matrix([{east}, 0]) + Matrix([-{west}, 0]) + Matrix([0, {north}]) + Matrix([0, -{south}])))",
    )


@template("ayt-fiz-vektorler-esit-iki-kuvvet", topic="ayt-fiz-vektorler", difficulty=2, seconds=45)
def equal_pair(rng: Random) -> Question:
    f = rng.choice([4, 6, 8, 10, 12, 14, 20])
    angle = rng.choice([60, 90, 120])
    rights = {60: rf"${f}\sqrt{{3}}$", 90: rf"${f}\sqrt{{2}}$", 120: str(f)}
    wrong = [
        (rights[a], f"Açı {a}° iken geçerli olan sonucu kullanır.")
        for a in (60, 90, 120)
        if a != angle
    ]
    return exam_question(
        f"Aynı noktaya etki eden {f} N büyüklüğündeki iki kuvvet arasındaki açı {angle}°'dir. Bileşke kuvvetin büyüklüğü kaç N'dur?",
        rights[angle],
        [
            *wrong,
            (2 * f, "Kuvvetler aynı yönlüymüş gibi toplar."),
            (0, "Eşit kuvvetlerin birbirini her açıda dengelediğini sanır."),
        ],
        rf"$R^2 = F^2 + F^2 + 2F^2\cos {angle}^\circ$ bağıntısından $R$ = {rights[angle]} N bulunur.",
        computed=f"sqrt(({f} + {f}*cos(pi*{angle}/180))**2 + ({f}*sin(pi*{angle}/180))**2)",
    )


@template("ayt-fiz-tork-denge-cubuk", topic="ayt-fiz-tork-denge", difficulty=3, seconds=90)
def hinged_rod(rng: Random) -> Question:
    while True:
        parts, place = rng.choice([4, 5, 6, 8]), rng.randint(1, 5)
        weight, load = rng.choice([10, 20, 30, 40, 60]), rng.choice([12, 20, 24, 30, 40, 60])
        if place >= parts:
            continue
        right = Fraction(weight, 2) + Fraction(load * place, parts)
        if right.denominator == 1 and 2 * place != parts:
            break
    step = 220 / parts
    d = Drawing(310, 190)
    d.line((30, 90), (250, 90)).dot((30, 90), look="accent").label((16, 74), "O")
    for i in range(1, parts):
        d.line((30 + i * step, 85), (30 + i * step, 95))
    d.line((250, 90), (250, 24)).line((225, 24), (275, 24)).label((264, 58), "T")
    x = 30 + place * step
    d.arrow((x, 90), (x, 142), look="accent").label((x, 156), f"{load} N", size=14)
    return exam_question(
        f"Ağırlığı {weight} N olan türdeş ve {parts} eşit bölmeli çubuk, O ucundaki menteşe ile öteki ucuna bağlı düşey ip sayesinde yatay dengededir. Çubuğa O'dan {place} bölme uzakta {load} N'luk yük asılmıştır. İpteki gerilme kuvveti $T$ kaç N'dur?",
        num(right),
        [
            (num(Fraction(load * place, parts)), "Çubuğun ağırlığının torkunu unutur."),
            (
                num(weight + Fraction(load * place, parts)),
                "Çubuğun ağırlığını ipin bağlı olduğu uca koyar.",
            ),
            (
                num(Fraction(weight, 2) + Fraction(load * (parts - place), parts)),
                "Yükün kuvvet kolunu menteşeden değil, ipten ölçer.",
            ),
            (
                num(Fraction(weight + load, 2)),
                "Toplam ağırlığın menteşe ile ipe eşit dağıldığını sanır.",
            ),
        ],
        rf"O noktasına göre tork: $T\cdot {parts} = {weight}\cdot {num(Fraction(parts, 2), comma='{,}')} + {load}\cdot {place}$. $T = {tex(right)}$ N.",
        spare=[
            (num(weight + load - right), "Menteşenin uyguladığı kuvveti bulur."),
            (num(weight + load), "Bütün ağırlığı ipin taşıdığını sanır."),
        ],
        computed=f"solve(x*{parts} - integrate(Rational({weight}, {parts})*y, (y, 0, {parts})) - {load}*{place}, x)[0]",
        figure=d.figure(
            f"Sol ucu O'da menteşeli, sağ ucundan düşey iple asılı {parts} bölmeli yatay çubuk; O'dan {place}. bölmede {load} N yük."
        ),
    )


@template("ayt-fiz-tork-denge-iki-destek", topic="ayt-fiz-tork-denge", difficulty=3, seconds=80)
def two_supports(rng: Random) -> Question:
    while True:
        length, place = rng.choice([4, 5, 6, 8, 10]), rng.randint(1, 9)
        weight, load = rng.choice([100, 120, 200, 240, 300]), rng.choice([400, 500, 600, 700, 800])
        if place >= length or 2 * place == length:
            continue
        right = Fraction(weight, 2) + Fraction(load * (length - place), length)
        if right.denominator == 1:
            break
    return exam_question(
        f"Uzunluğu {length} m, ağırlığı {weight} N olan türdeş kalas, uçlarındaki K ve L destekleri üzerinde yatay durmaktadır. Ağırlığı {load} N olan bir kişi K'den {place} m uzakta durduğunda K desteğinin kalasa uyguladığı kuvvet kaç N olur?",
        num(right),
        [
            (num(weight + load - right), "L desteğinin uyguladığı kuvveti bulur."),
            (num(right - Fraction(weight, 2)), "Kalasın ağırlığını hesaba katmaz."),
            (
                num(Fraction(weight + load, 2)),
                "Toplam ağırlığın desteklere eşit dağıldığını sanır.",
            ),
            (num(right + Fraction(weight, 2)), "Kalasın bütün ağırlığını K desteğine yükler."),
        ],
        rf"L'ye göre tork: $N_K\cdot {length} = {weight}\cdot {num(Fraction(length, 2), comma='{,}')} + {load}\cdot {length - place}$. $N_K = {tex(right)}$ N.",
        spare=[(num(weight + load), "Toplam ağırlığın K'de olduğunu sanır.")],
        computed=f"solve([x + y - {weight} - {load}, y*{length} - {weight}*Rational({length}, 2) - {load}*{place}], [x, y], dict=True)[0][x]",
    )


@template("ayt-fiz-kutle-merkezi-noktasal", topic="ayt-fiz-kutle-merkezi", difficulty=2, seconds=60)
def point_masses(rng: Random) -> Question:
    while True:
        masses = [rng.choice([1, 2, 3, 4, 5]) for _ in range(3)]
        points = [(rng.randint(-4, 6), rng.randint(-4, 6)) for _ in range(3)]
        total = sum(masses)
        x, y = (
            Fraction(sum(m * p[i] for m, p in zip(masses, points, strict=True)), total)
            for i in (0, 1)
        )
        plain = [Fraction(sum(p[i] for p in points), 3) for i in (0, 1)]
        if (
            x.denominator == 1 == y.denominator
            and len(set(points)) == 3
            and [x, y] != plain
            and x != y
        ):
            break

    def pair(a: Fraction | int, b: Fraction | int) -> str:
        return f"$({tex(a)};\\ {tex(b)})$"

    listed = ", ".join(f"{m} kg: $({p[0]};\\ {p[1]})$" for m, p in zip(masses, points, strict=True))
    return exam_question(
        f"Koordinat düzleminde üç noktasal kütlenin konumları metre cinsinden şöyledir: {listed}. Sistemin kütle merkezinin koordinatları nedir?",
        pair(x, y),
        [
            (
                pair(plain[0], plain[1]),
                "Kütleleri hesaba katmadan koordinatların ortalamasını alır.",
            ),
            (pair(y, x), "İki koordinatın yerini karıştırır."),
            (pair(x * total, y * total), "Toplam kütleye bölmeyi unutur."),
            (pair(-x, -y), "Koordinatların işaretini ters alır."),
        ],
        rf"$x = {tex(x * total)} / {total} = {tex(x)}$, $y = {tex(y * total)} / {total} = {tex(y)}$: her koordinat kütlelerle ağırlıklı ortalamadır.",
        spare=[
            (pair(x + 1, y), "Toplama sırasında bir koordinatı yanlış bulur."),
            (pair(x, -y), "İkinci koordinatın işaretini ters alır."),
            (pair(x, y + 1), "Toplama sırasında ikinci koordinatı yanlış bulur."),
        ],
        computed="Tuple(*(sum((Matrix(p)*q for p, q in zip("
        f"{[list(p) for p in points]}, {masses})), zeros(2, 1))/{total}))",
        reads=f"Tuple({x}, {y})",
    )


@template(
    "ayt-fiz-kutle-merkezi-bukulmus-tel", topic="ayt-fiz-kutle-merkezi", difficulty=3, seconds=70
)
def bent_wire(rng: Random) -> Question:
    while True:
        a, b = rng.sample([2, 4, 6, 8, 10, 12, 16, 20], 2)
        right = Fraction(a * a, 2 * (a + b))
        if right.denominator in (1, 2, 4, 5):
            break
    d = Drawing(300, 210)
    long = 130 / max(a, b)
    d.arrow((60, 170), (280, 170), look="muted").arrow((60, 170), (60, 14), look="muted")
    d.line((60, 170), (60 + a * long, 170), look="accent").line(
        (60, 170), (60, 170 - b * long), look="accent"
    )
    d.label((60 + a * long / 2, 190), f"{a} cm", size=14).label(
        (52, 170 - b * long / 2), f"{b} cm", size=14, anchor="end"
    )
    d.label((288, 156), "x", size=14).label((72, 16), "y", size=14).label((48, 184), "O", size=14)
    return exam_question(
        f"Düzgün ve türdeş bir tel, O noktasından dik bükülerek şekildeki gibi x ve y eksenlerine yerleştirilmiştir. x ekseni üzerindeki parça {a} cm, y ekseni üzerindeki parça {b} cm'dir. Telin kütle merkezinin x koordinatı kaç cm'dir?",
        num(right),
        [
            (num(Fraction(a, 2)), "Yalnızca yatay parçanın merkezini bulur."),
            (num(Fraction(b * b, 2 * (a + b))), "x yerine y koordinatını bulur."),
            (num(Fraction(a, 4)), "Parçaların kütlelerini eşit sanır."),
            (num(Fraction(a * a, a + b)), "Yatay parçanın kütle merkezini ucunda alır."),
        ],
        rf"Kütleler uzunluklarla orantılıdır. Yatay parçanın merkezi $x = {tex(Fraction(a, 2))}$, düşeyinki $x = 0$'dadır: $x = \frac{{{a}\cdot {tex(Fraction(a, 2))}}}{{{a} + {b}}} = {tex(right)}$ cm.",
        spare=[
            (num(Fraction(a + b, 2)), "Toplam uzunluğun yarısını alır."),
            (num(Fraction(a + b, 4)), "Toplam uzunluğun dörtte birini alır."),
        ],
        computed=f"integrate(x, (x, 0, {a}))/({a} + {b})",
        figure=d.figure(
            f"O noktasından x ekseni boyunca {a} cm, y ekseni boyunca {b} cm uzanan dik bükülmüş tel."
        ),
    )


@template("ayt-fiz-basit-makineler-vida", topic="ayt-fiz-basit-makineler", difficulty=2, seconds=55)
def screw(rng: Random) -> Question:
    while True:
        arm, pitch, force = (
            rng.choice([10, 15, 20, 25, 30]),
            rng.choice([1, 2, 3, 4, 5]),
            rng.choice([4, 5, 6, 8, 10]),
        )
        right = Fraction(force * 2 * 3 * arm, pitch)
        if right.denominator == 1:
            break
    return exam_question(
        f"Vida adımı {pitch} mm olan sürtünmesiz bir vidanın kolunun uzunluğu {arm} cm'dir. Kolun ucuna kola dik {force} N'luk kuvvet uygulanarak vida sabit süratle döndürüldüğünde vidanın yendiği direngen kuvvet kaç N olur? ($\\pi = 3$)",
        num(right * 10),
        [
            (num(right), "Milimetre ile santimetreyi birbirine çevirmeden hesaplar."),
            (num(right * 5), "Çemberin çevresini $\\pi R$ olarak alır."),
            (
                num(Fraction(force * arm * 10, pitch)),
                "Çevre yerine yalnızca kolun uzunluğunu kullanır.",
            ),
            (num(right * 20), "Çevreyi bulurken yarıçap yerine çapı kullanır."),
        ],
        rf"Bir turda iş eşitliği: $F\cdot 2\pi R = P\cdot a$. ${force}\cdot 2\cdot 3\cdot {arm * 10} = P\cdot {pitch}$ (mm) olduğundan $P = {tex(right * 10)}$ N.",
        spare=[(num(Fraction(force * pitch, 6 * arm)), "Kuvvet ile yükün yerini değiştirir.")],
        computed=f"solve({force}*2*3*Rational({arm}, 100) - x*Rational({pitch}, 1000), x)[0]",
    )


@template(
    "ayt-fiz-basit-makineler-egik-duzlem", topic="ayt-fiz-basit-makineler", difficulty=3, seconds=65
)
def ramp_efficiency(rng: Random) -> Question:
    while True:
        load, height = rng.choice([120, 160, 200, 240, 300, 400]), rng.choice([1, 2, 3])
        length = height * rng.choice([2, 3, 4, 5])
        percent = rng.choice([50, 60, 75, 80])
        ideal = Fraction(load * height, length)
        right = ideal * 100 / percent
        if right.denominator == 1 == ideal.denominator:
            break
    return exam_question(
        f"Uzunluğu {length} m, yüksekliği {height} m olan bir eğik düzlemin verimi yüzde {percent} olarak ölçülüyor. {load} N ağırlığındaki yükü bu düzlemde sabit süratle yukarı çıkarmak için düzleme paralel kaç N'luk kuvvet uygulanmalıdır?",
        num(right),
        [
            (num(ideal), "Verimi hesaba katmaz."),
            (num(ideal * percent / 100), "Verime bölmek yerine verimle çarpar."),
            (num(load), "Eğik düzlemin kuvvetten kazandırdığını gözden kaçırır."),
            (num(right - ideal), "Yalnızca sürtünmeyi yenen kuvveti bulur."),
        ],
        rf"Yararlı iş ${load}\cdot {height} = {load * height}$ J. Verilen iş $F\cdot {length}$. $\frac{{{load * height}}}{{{length}F}} = \frac{{{percent}}}{{100}}$ olduğundan $F = {tex(right)}$ N.",
        spare=[
            (num(right + ideal), "Sürtünmesiz kuvveti bir kez daha ekler."),
            (num(Fraction(load * length, height)), "Yol ile yüksekliğin yerini değiştirir."),
        ],
        computed=f"solve(Rational({percent}, 100)*x*{length} - {load}*{height}, x)[0]",
    )
