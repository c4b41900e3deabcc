"""TYT Fizik: charges, circuits and magnetism."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing, Figure
from learnconnect_app.content.generators.yks.fizik_writing import (
    battery,
    exact,
    num,
    parallel,
    resistor,
    tex,
    times,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


def charge(value: Fraction | int) -> str:
    """``$+3q$``, ``$-\\frac{1}{2}q$`` or ``0``."""
    value = Fraction(value)
    if value == 0:
        return "0"
    return ("$+" if value > 0 else "$-") + times(abs(value), "q").strip("$") + "$"


@template(
    "tyt-fiz-elektrostatik-dokundurma", topic="tyt-fiz-elektrostatik", difficulty=2, seconds=60
)
def touching(rng: Random) -> Question:
    while True:
        first, second, third = (
            rng.choice([-8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 12]) for _ in range(3)
        )
        middle = Fraction(first + second, 2)
        right = (middle + third) / 2
        if len({first, second, third}) == 3 and right != middle and right != third and right != 0:
            break
    return exam_question(
        f"Yarıçapları eşit, yalıtkan ayaklı iletken X, Y ve Z kürelerinin yükleri sırasıyla {charge(first)}, {charge(second)} ve {charge(third)} kadardır. X küresi önce Y'ye, sonra Z'ye dokundurulup ayrılıyor. Son durumda X'in yükü ne olur?",
        charge(right),
        [
            (charge(middle), "İkinci dokunmayı hesaba katmaz."),
            (
                charge(Fraction(first + second + third, 3)),
                "Üç küre birlikte dokunmuş gibi paylaştırır.",
            ),
            (charge(middle + third), "Toplam yükü iki küreye paylaştırmaz."),
            (charge(-right), "Yükün işaretini ters alır."),
        ],
        rf"Eşit küreler toplam yükü eşit paylaşır. X-Y: {charge(middle)}. X-Z: iki yükün toplamının yarısı, yani {charge(right)}.",
        spare=[
            (charge(first + second + third), "Yüklerin tümünü X'te toplar."),
            (charge(third), "X'in Z'nin yükünü aynen aldığını sanır."),
        ],
        computed=f"solve([x + y - ({first} + {second}), x - y, k + n - x - ({third}), k - n], [x, y, k, n], dict=True)[0][k]",
        reads=exact(right),
    )


@template(
    "tyt-fiz-elektrostatik-coulomb-orani", topic="tyt-fiz-elektrostatik", difficulty=3, seconds=60
)
def coulomb_ratio(rng: Random) -> Question:
    while True:
        a, b, n = rng.choice([1, 2, 3, 4, 6]), rng.choice([2, 3, 4, 5]), rng.choice([2, 3])
        if a != b:
            break
    closer = rng.random() < 0.5
    distance = Fraction(1, n) if closer else Fraction(n)
    right = a * b / distance**2
    new = rf"$\frac{{d}}{{{n}}}$" if closer else f"${n}d$"
    q1 = "$q$" if a == 1 else f"${a}q$"
    return exam_question(
        f"Aralarındaki uzaklık $d$, her birinin yükü $q$ olan iki noktasal cisim birbirini $F$ büyüklüğünde kuvvetle itiyor. Yükler {q1} ve ${b}q$, aralarındaki uzaklık {new} olursa kuvvetin büyüklüğü ne olur?",
        times(right, "F"),
        [
            (
                times(a * b / distance, "F"),
                "Kuvveti uzaklığın karesiyle değil, kendisiyle ters orantılı sanır.",
            ),
            (times(a * b * distance**2, "F"), "Kuvveti uzaklığın karesiyle doğru orantılı sanır."),
            (times((a + b) / distance**2, "F"), "Yüklerin çarpımı yerine toplamını kullanır."),
            (times(Fraction(a * b), "F"), "Uzaklıktaki değişimi hesaba katmaz."),
        ],
        rf"$F = k\frac{{q_1q_2}}{{d^2}}$. Yüklerin çarpımı ${a * b}$ katına çıkar, uzaklığın karesi ${tex(distance**2)}$ katı olur; kuvvet ${tex(right)}$ katına çıkar.",
        spare=[
            (times(1 / distance**2, "F"), "Yüklerdeki değişimi hesaba katmaz."),
            (times(a * b * distance, "F"), "Kuvveti uzaklıkla doğru orantılı sanır."),
            (times(Fraction(a + b) / distance, "F"), "Yükleri toplar, uzaklığın karesini almaz."),
        ],
        computed=f"simplify(({a}*k*{b}*k/(n*{exact(distance)})**2) / (k*k/n**2))",
        reads=exact(right),
    )


def mixed_circuit(r1: int, r2: int, r3: int, volts: int) -> Figure:
    d = Drawing(300, 210)
    d.line((30, 60), (62, 60))
    resistor(d, (90, 60), f"{r1} Ω")
    d.line((118, 60), (150, 60)).line((150, 34), (150, 90)).line((150, 34), (182, 34)).line(
        (150, 90), (182, 90)
    )
    resistor(d, (210, 34), f"{r2} Ω")
    resistor(d, (210, 90), f"{r3} Ω")
    d.line((238, 34), (260, 34)).line((238, 90), (260, 90)).line((260, 34), (260, 90))
    d.line((260, 60), (280, 60)).line((280, 60), (280, 160)).line((280, 160), (156, 160)).line(
        (144, 160), (30, 160)
    ).line((30, 160), (30, 60))
    battery(d, (150, 160), f"{volts} V")
    return d.figure(
        f"Devre: {r1} ohm, birbirine paralel {r2} ohm ve {r3} ohm ile seri; üreteç {volts} volt."
    )


def circuit_values(rng: Random) -> tuple[int, int, int, int, Fraction]:
    """Three resistances, the voltage and the current of the main branch, all integers."""
    while True:
        r2, r3 = rng.choice(
            [
                (3, 6),
                (6, 3),
                (4, 12),
                (12, 4),
                (6, 12),
                (10, 15),
                (15, 10),
                (20, 30),
                (8, 24),
                (5, 20),
                (6, 30),
                (10, 40),
            ]
        )
        pair = parallel(r2, r3)
        r1 = rng.choice([1, 2, 3, 4, 5, 6, 8])
        current = rng.choice([1, 2, 3, 4, 5, 6])
        volts = current * (r1 + pair)
        if volts.denominator == 1 and volts <= 120 and (current * pair / r3).denominator == 1:
            return r1, r2, r3, int(volts), Fraction(current)


@template(
    "tyt-fiz-elektrik-devreleri-ana-kol",
    topic="tyt-fiz-elektrik-devreleri",
    difficulty=2,
    seconds=70,
)
def main_current(rng: Random) -> Question:
    r1, r2, r3, volts, current = circuit_values(rng)
    pair = parallel(r2, r3)
    return exam_question(
        "İç direnci önemsiz üreteçle kurulan şekildeki devrede ana koldan geçen akım kaç A'dir?",
        num(current),
        [
            (num(Fraction(volts, r1 + r2 + r3)), "Bütün dirençleri seri bağlıymış gibi toplar."),
            (
                num(volts / parallel(r1, r2, r3)),
                "Bütün dirençleri paralel bağlıymış gibi hesaplar.",
            ),
            (num(Fraction(volts, r1)), "Paralel kolların eş değer direncini hesaba katmaz."),
            (num(volts / pair), "Seri bağlı direnci hesaba katmaz."),
        ],
        rf"Paralel kol: $\frac{{{r2}\cdot {r3}}}{{{r2} + {r3}}} = {tex(pair)}\ \Omega$. Eş değer direnç ${r1} + {tex(pair)} = {tex(r1 + pair)}\ \Omega$. $I = \frac{{{volts}}}{{{tex(r1 + pair)}}} = {tex(current)}$ A.",
        spare=[
            (num(current * 2), "Ana kol akımını iki kolun akımı olarak ayrı ayrı sayar."),
            (num(current / 2), "Akımı kollara eşit bölünmüş sanır."),
        ],
        computed=f"solve([x - {volts} + {r1}*k, k - x/{r2} - x/{r3}], [x, k], dict=True)[0][k]",
        figure=mixed_circuit(r1, r2, r3, volts),
    )


@template(
    "tyt-fiz-elektrik-devreleri-kol-akimi",
    topic="tyt-fiz-elektrik-devreleri",
    difficulty=3,
    seconds=80,
)
def branch_current(rng: Random) -> Question:
    r1, r2, r3, volts, current = circuit_values(rng)
    pair = parallel(r2, r3)
    right = current * pair / r3
    other = current * pair / r2
    return exam_question(
        f"İç direnci önemsiz üreteçle kurulan şekildeki devrede {r3} Ω'luk dirençten geçen akım kaç A'dir?",
        num(right),
        [
            (num(other), "Akımı dirençlerle doğru orantılı paylaştırır."),
            (num(current), "Ana kol akımının bütününün bu dirençten geçtiğini sanır."),
            (num(current / 2), "Akımın kollara eşit bölündüğünü sanır."),
            (
                num(Fraction(volts, r3)),
                "Üretecin geriliminin tamamının bu dirence düştüğünü sanır.",
            ),
        ],
        rf"Eş değer direnç ${r1} + {tex(pair)} = {tex(r1 + pair)}\ \Omega$, ana kol akımı ${tex(current)}$ A. Paralel kolun gerilimi ${tex(current)}\cdot {tex(pair)} = {tex(current * pair)}$ V olduğundan $I = \frac{{{tex(current * pair)}}}{{{r3}}} = {tex(right)}$ A.",
        spare=[
            (num(Fraction(volts, r1 + r2 + r3)), "Bütün dirençleri seri bağlı sayar."),
            (num(right + current), "Kol akımını ana kol akımına ekler."),
        ],
        computed=f"solve([x - {volts} + {r1}*k, k - x/{r2} - x/{r3}], [x, k], dict=True)[0][x]/{r3}",
        figure=mixed_circuit(r1, r2, r3, volts),
    )


@template(
    "tyt-fiz-elektrik-devreleri-telin-direnci",
    topic="tyt-fiz-elektrik-devreleri",
    difficulty=2,
    seconds=55,
)
def wire(rng: Random) -> Question:
    while True:
        length, radius = rng.choice([2, 3, 4, 6, 8, 9, 12]), rng.choice([2, 3, 4])
        if length != radius**2 and length != radius:
            break
    right = Fraction(length, radius**2)
    return exam_question(
        f"Boyu $L$, yarıçapı $r$ olan silindir biçimli iletken telin direnci $R$'dir. Aynı maddeden yapılmış, aynı sıcaklıktaki, boyu ${length}L$ ve yarıçapı ${radius}r$ olan telin direnci ne olur?",
        times(right, "R"),
        [
            (
                times(Fraction(length, radius), "R"),
                "Direnci kesit alanı yerine yarıçapla ters orantılar.",
            ),
            (
                times(Fraction(length * radius**2), "R"),
                "Direnci kesit alanıyla doğru orantılı sanır.",
            ),
            (times(Fraction(radius**2, length), "R"), "Orantıyı bütünüyle ters kurar."),
            (times(Fraction(length), "R"), "Kesit alanındaki değişimi hesaba katmaz."),
        ],
        rf"$R = \rho\frac{{L}}{{A}}$. Boy ${length}$, kesit alanı ${radius}^2 = {radius**2}$ katına çıkar; direnç $\frac{{{length}}}{{{radius**2}}}$ katı, yani {times(right, 'R')} olur.",
        spare=[(times(Fraction(1, radius**2), "R"), "Boydaki değişimi hesaba katmaz.")],
        computed=f"(k*{length}*m/(pi*({radius}*n)**2)) / (k*m/(pi*n**2))",
        reads=exact(right),
    )


@template(
    "tyt-fiz-elektrik-devreleri-aylik-enerji",
    topic="tyt-fiz-elektrik-devreleri",
    difficulty=1,
    seconds=50,
)
def monthly_energy(rng: Random) -> Question:
    name, watts = rng.choice(
        [
            ("ütü", 2000),
            ("elektrikli ısıtıcı", 1500),
            ("saç kurutma makinesi", 1200),
            ("televizyon", 150),
            ("buzdolabı", 100),
            ("bilgisayar", 250),
            ("su ısıtıcısı", 1800),
        ]
    )
    hours, days = rng.choice([2, 3, 4, 5]), rng.choice([10, 20, 30])
    right = Fraction(watts * hours * days, 1000)
    return exam_number(
        f"Gücü {watts} W olan bir {name} günde {hours} saat çalıştırılıyor. Bu araç {days} günde kaç kWh elektrik enerjisi tüketir?",
        float(right),
        rf"$W = Pt = {tex(Fraction(watts, 1000))}\ \text{{kW}}\cdot {hours * days}\ \text{{h}} = {tex(right)}$ kWh.",
        unit="kWh",
        tolerance=0.001,
        mistakes=[
            (float(right * 1000), "Watt'ı kilowatt'a çevirmeyi unutur."),
            (float(right / days), "Yalnızca bir günün enerjisini bulur."),
            (float(right / hours), "Günlük çalışma süresini hesaba katmaz."),
        ],
        computed=f"integrate(Rational({watts}, 1000)*{hours}, (x, 0, {days}))",
    )


@template("tyt-fiz-manyetizma-tel-alani", topic="tyt-fiz-manyetizma", difficulty=2, seconds=50)
def wire_field(rng: Random) -> Question:
    while True:
        i, d = rng.choice([2, 3, 4, 5, 6]), rng.choice([2, 3, 4, 5])
        if i != d:
            break
    right = Fraction(i, d)
    return exam_question(
        f"Üzerinden $I$ akımı geçen sonsuz uzunluktaki düz telin, kendisinden $r$ uzaklıkta oluşturduğu manyetik alanın büyüklüğü $B$'dir. Akım ${i}I$ yapılırsa telden ${d}r$ uzaklıktaki alanın büyüklüğü ne olur?",
        times(right, "B"),
        [
            (times(Fraction(i, d * d), "B"), "Alanı uzaklığın karesiyle ters orantılı sanır."),
            (times(Fraction(d, i), "B"), "Orantıyı bütünüyle ters kurar."),
            (times(Fraction(i * d), "B"), "Alanı uzaklıkla doğru orantılı sanır."),
            (times(Fraction(i), "B"), "Uzaklıktaki değişimi hesaba katmaz."),
            (times(Fraction(i * i, d), "B"), "Alanı akımın karesiyle orantılı sanır."),
        ],
        rf"Düz telin alanı akımla doğru, uzaklıkla ters orantılıdır: $B \sim \frac{{I}}{{r}}$. Yeni alan {times(right, 'B')} olur.",
        computed=f"(k*{i}*m/({d}*n)) / (k*m/n)",
        reads=exact(right),
    )
