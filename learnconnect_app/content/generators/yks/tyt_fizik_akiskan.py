"""TYT Fizik: pressure and buoyancy."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("tyt-fiz-basinc-su-cenderesi", topic="tyt-fiz-basinc", difficulty=2, seconds=60)
def press(rng: Random) -> Question:
    small = rng.choice([2, 3, 4, 5])
    n = rng.choice([2, 3, 4, 5, 6])
    force = rng.choice([10, 15, 20, 25, 30, 40, 50])
    right = force * n * n
    return exam_question(
        f"Piston yarıçapları {small} cm ve {small * n} cm olan bir su cenderesinde ağırlıksız pistonlar aynı düzeydedir. Küçük pistona {force} N'luk kuvvet uygulandığında sistemin dengede kalması için büyük pistonun üzerine kaç N ağırlığında yük konmalıdır?",
        num(right),
        [
            (num(force * n), "Alanlar yerine yarıçapları oranlar."),
            (num(force), "Sıvının kuvveti aynen ilettiğini sanır."),
            (num(Fraction(force, n)), "Yarıçapların oranını ters kullanır."),
            (num(force * n**3), "Alan yerine hacim oranını kullanır."),
        ],
        rf"Basınçlar eşittir: $\frac{{{force}}}{{\pi\cdot {small}^2}} = \frac{{F}}{{\pi\cdot {small * n}^2}}$. Alan oranı ${n * n}$ olduğundan $F = {right}$ N.",
        computed=f"solve(Rational({force}, {small**2}) - x/{(small * n) ** 2}, x)[0]",
    )


@template("tyt-fiz-basinc-iki-sivi", topic="tyt-fiz-basinc", difficulty=2, seconds=70)
def two_liquids(rng: Random) -> Question:
    while True:
        h1, h2 = rng.choice([10, 15, 20, 25, 30, 40]), rng.choice([10, 15, 20, 25, 30, 40])
        light, heavy = sorted(rng.sample([600, 800, 900, 1000, 1200, 1500, 2000], 2))
        if h1 != h2:
            break
    right = Fraction(h1 * light * 10 + h2 * heavy * 10, 100)
    total = Fraction(h1 + h2, 100)
    drawing = Drawing(260, 200)
    scale = 140 / (h1 + h2)
    cut = 30 + h1 * scale
    drawing.polygon([(60, 30), (180, 30), (180, cut), (60, cut)])
    drawing.polygon([(60, cut), (180, cut), (180, 170), (60, 170)], filled=True)
    drawing.line((60, 12), (60, 30)).line((180, 12), (180, 30))
    drawing.label((120, (30 + cut) / 2), "X").label((120, (cut + 170) / 2), "Y")
    drawing.label((190, (30 + cut) / 2), f"{h1} cm", size=14, anchor="start")
    drawing.label((190, (cut + 170) / 2), f"{h2} cm", size=14, anchor="start")
    return exam_question(
        f"Şekildeki kapta birbirine karışmayan X ve Y sıvıları dengededir. X'in özkütlesi {light} kg/m³, Y'nin özkütlesi {heavy} kg/m³ olduğuna göre sıvıların kabın tabanında oluşturduğu basınç kaç Pa'dır? ($g = 10$ m/s²)",
        num(right),
        [
            (num(Fraction(h2 * heavy, 10)), "Üstteki sıvının basıncını tabana iletmediğini sanır."),
            (
                num(Fraction(h2 * light + h1 * heavy, 10)),
                "Yükseklikleri sıvılarla ters eşleştirir.",
            ),
            (num(total * heavy * 10), "Bütün yüksekliği alttaki sıvıyla dolu sayar."),
            (num(total * light * 10), "Bütün yüksekliği üstteki sıvıyla dolu sayar."),
        ],
        rf"Basınçlar toplanır: $P = {tex(Fraction(h1, 100))}\cdot {light}\cdot 10 + {tex(Fraction(h2, 100))}\cdot {heavy}\cdot 10 = {tex(right)}$ Pa.",
        spare=[(num(right / 10), "Yer çekimi ivmesiyle çarpmayı unutur.")],
        computed=f"integrate({light}*10, (x, 0, Rational({h1}, 100))) + integrate({heavy}*10, (x, 0, Rational({h2}, 100)))",
        figure=drawing.figure(
            f"Kapta üstte {h1} cm yüksekliğinde X sıvısı, altta {h2} cm yüksekliğinde Y sıvısı var."
        ),
    )


@template("tyt-fiz-basinc-tugla", topic="tyt-fiz-basinc", difficulty=2, seconds=60)
def brick(rng: Random) -> Question:
    a, b, c = sorted(rng.sample([10, 20, 25, 40, 50], 3))
    weight = rng.choice([40, 60, 80, 100, 120, 200])
    face = rng.choice([(a, b), (a, c)])
    right = Fraction(weight * 10_000, face[0] * face[1])
    return exam_question(
        f"Ağırlığı {weight} N, ayrıtları {a} cm, {b} cm ve {c} cm olan türdeş dikdörtgenler prizması, {face[0]} cm × {face[1]} cm boyutlarındaki yüzü üzerinde yatay zeminde duruyor. Prizmanın zemine yaptığı basınç kaç Pa'dır?",
        num(right),
        [
            (
                num(Fraction(weight * 10_000, a * c if face == (a, b) else a * b)),
                "Zemine değen yüz yerine başka bir yüzün alanını kullanır.",
            ),
            (
                num(Fraction(weight * 10_000, b * c)),
                "Zemine değen yüz yerine en büyük yüzün alanını kullanır.",
            ),
            (num(right / 100), "Santimetrekareyi metrekareye çevirirken 100'e böler."),
            (num(right * 10), "Ağırlığı bir kez daha 10 ile çarpar."),
        ],
        rf"Alan $S = {tex(Fraction(face[0], 100))}\cdot {tex(Fraction(face[1], 100))} = {tex(Fraction(face[0] * face[1], 10_000))}$ m². $P = \frac{{G}}{{S}} = {tex(right)}$ Pa.",
        spare=[(num(right / 10), "Ağırlığı kütle sanıp 10'a böler.")],
        computed=f"solve(x*Rational({face[0]}, 100)*Rational({face[1]}, 100) - {weight}, x)[0]",
    )


@template("tyt-fiz-kaldirma-yuzme-orani", topic="tyt-fiz-kaldirma", difficulty=2, seconds=55)
def floating(rng: Random) -> Question:
    part = rng.choice(
        [
            Fraction(1, 4),
            Fraction(2, 5),
            Fraction(1, 5),
            Fraction(3, 5),
            Fraction(3, 4),
            Fraction(4, 5),
            Fraction(3, 10),
        ]
    )
    liquid = rng.choice(
        [Fraction(8, 10), Fraction(1), Fraction(12, 10), Fraction(15, 10), Fraction(2)]
    )
    out = 1 - part
    right = part * liquid
    ratio = rf"\frac{{{out.numerator}}}{{{out.denominator}}}"
    return exam_question(
        f"Özkütlesi {num(liquid)} g/cm³ olan sıvıda yüzen türdeş bir cismin hacminin ${ratio}$ kadarı sıvının **dışında** kalıyor. Cismin özkütlesi kaç g/cm³'tür?",
        num(right),
        [
            (num(out * liquid), "Batan hacim yerine dışarıda kalan hacmi kullanır."),
            (num(liquid / part), "Batma oranıyla çarpmak yerine ona böler."),
            (num(part), "Sıvının özkütlesini hesaba katmadan yalnızca batma oranını yazar."),
            (num(liquid), "Yüzen cismin özkütlesini sıvınınkine eşit sanır."),
        ],
        rf"Batan oran: $\frac{{{part.numerator}}}{{{part.denominator}}}$. Ağırlık kaldırma kuvvetine eşit: $V d_c g = V_{{batan}} d_s g$; $d_c = \frac{{{part.numerator}}}{{{part.denominator}}}\cdot {tex(liquid)} = {tex(right)}$ g/cm³.",
        spare=[
            (num(out), "Dışarıda kalan oranı özkütle sanır."),
            (num(liquid / out), "Dışarıda kalan orana böler."),
            (num(liquid + part), "Oranı sıvının özkütlesine ekler."),
        ],
        computed=f"solve(x - (1 - {exact(out)})*{exact(liquid)}, x)[0]",
    )


@template("tyt-fiz-kaldirma-dinamometre", topic="tyt-fiz-kaldirma", difficulty=3, seconds=80)
def spring_scale(rng: Random) -> Question:
    lift = rng.choice([5, 10, 20, 25])
    density = rng.choice(
        [
            Fraction(6, 5),
            Fraction(4, 5),
            Fraction(8, 5),
            Fraction(7, 5),
            Fraction(3, 5),
            Fraction(2),
        ]
    )
    air = lift * rng.choice([3, 4, 5, 6])
    water, other = air - lift, air - lift * density
    return exam_question(
        f"Bir cisim dinamometreye asılıyor. Dinamometre, cisim havadayken {air} N, tamamen suyun içindeyken {water} N, tamamen K sıvısının içindeyken {num(other)} N gösteriyor. Suyun özkütlesi 1 g/cm³ olduğuna göre K sıvısının özkütlesi kaç g/cm³'tür? (Cisim kabın tabanına değmemektedir.)",
        num(density),
        [
            (num(other / water), "Kaldırma kuvvetleri yerine dinamometre değerlerini oranlar."),
            (num(1 / density), "Kaldırma kuvvetlerinin oranını ters alır."),
            (num(Fraction(air, lift)), "Sıvının yerine cismin özkütlesini bulur."),
            (
                num(Fraction(air) / (air - other)),
                "Cismin ağırlığını K sıvısındaki kaldırma kuvvetine böler.",
            ),
        ],
        rf"Kaldırma kuvveti suda ${air} - {water} = {lift}$ N, K'de ${air} - {tex(other)} = {tex(lift * density)}$ N'dur. Batan hacim aynı olduğundan $d_K = \frac{{{tex(lift * density)}}}{{{lift}}} = {tex(density)}$ g/cm³.",
        spare=[
            (num(Fraction(water) / other), "Dinamometre değerlerini ters oranlar."),
            (num(density + 1), "Suyun özkütlesini sonuca ekler."),
            (num(density / 2), "Sonucu iki sıvının ortalaması gibi ikiye böler."),
        ],
        computed=f"solve(x*solve(k*1 - ({air} - {water}), k)[0] - ({air} - {exact(other)}), x)[0]",
    )


@template("tyt-fiz-kaldirma-ip-gerilmesi", topic="tyt-fiz-kaldirma", difficulty=3, seconds=70)
def held_under(rng: Random) -> Question:
    volume = rng.choice([200, 300, 400, 500, 600, 800, 1000])
    density = Fraction(rng.choice([2, 3, 4, 5, 6, 7, 8]), 10)
    weight = volume * density / 100
    lift = Fraction(volume, 100)
    right = lift - weight
    return exam_number(
        f"Hacmi {volume} cm³, özkütlesi {num(density)} g/cm³ olan bir cisim, kabın tabanına bağlı bir iple suyun içinde tamamen batmış olarak tutuluyor. İpteki gerilme kuvveti kaç N'dur? ($g = 10$ m/s², $d_{{su}} = 1$ g/cm³)",
        float(right),
        rf"Kaldırma kuvveti ${tex(lift)}$ N yukarı, ağırlık ${tex(weight)}$ N aşağı, ip gerilmesi aşağı yönlüdür: $T = {tex(lift)} - {tex(weight)} = {tex(right)}$ N.",
        unit="N",
        tolerance=0.001,
        mistakes=[
            (float(lift), "Cismin ağırlığını hesaba katmaz."),
            (float(lift + weight), "Gerilme kuvvetini yukarı yönlü alır."),
            (float(weight), "Gerilme kuvvetini ağırlığa eşit sanır."),
        ],
        computed=f"solve(Rational({volume}, 10**6)*1000*10 - Rational({volume}, 10**6)*{exact(density)}*1000*10 - x, x)[0]",
    )
