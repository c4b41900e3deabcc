"""AYT Kimya: gases."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_question
from learnconnect_app.content.generators.yks.fizik_writing import exact, num, tex
from learnconnect_app.content.generators.yks.kimya_writing import formula, masses_of, molar_mass
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("ayt-kim-gaz-yasalari-birlesik", topic="ayt-kim-gaz-yasalari", difficulty=2, seconds=70)
def combined_law(rng: Random) -> Question:
    t1, t2 = rng.sample([-73, 27, 127, 227, 327], 2)
    k1, k2 = t1 + 273, t2 + 273
    while True:
        p1 = Fraction(rng.randint(2, 12), 2)
        v1, v2 = rng.sample([1, 2, 3, 4, 5, 6, 8, 10, 12], 2)
        right = p1 * v1 * k2 / (k1 * v2)
        if (right * 20).denominator == 1 and Fraction(1, 5) <= right <= 40:
            break
    shown = {value: str(value).replace("-", "−") for value in (t1, t2)}
    return exam_question(
        f"{shown[t1]} °C'ta {v1} L hacimde basıncı {num(p1)} atm olan ideal gazın sıcaklığı {shown[t2]} °C'a getirilip hacmi {v2} L yapılıyor. Gazın basıncı kaç atm olur?",
        num(right),
        [
            (num(p1 * v1 / v2), "Sıcaklık değişimini hesaba katmaz."),
            (num(p1 * v1 * k1 / (k2 * v2)), "Mutlak sıcaklıkların oranını ters alır."),
            (num(p1 * v2 * k2 / (k1 * v1)), "Hacimlerin oranını ters alır."),
            (num(p1 * k2 / k1), "Hacim değişimini hesaba katmaz."),
        ],
        rf"$T_1 = {k1}$ K, $T_2 = {k2}$ K. $P_2 = \frac{{P_1V_1T_2}}{{T_1V_2}} = \frac{{{tex(p1)}\cdot {v1}\cdot {k2}}}{{{k1}\cdot {v2}}} = {tex(right)}$ atm.",
        spare=[
            (num(right * 2), "Basıncın iki katını alır."),
            (num(right / 2), "Basıncın yarısını alır."),
            (num(right * 3), "Oranı yanlış sadeleştirir."),
        ],
        computed=f"solve({exact(p1)}*{v1}/({t1} + 273) - x*{v2}/({t2} + 273), x)[0]",
    )


PAIRS = (("He", "CH4", 2), ("H2", "O2", 4), ("He", "SO2", 4), ("CH4", "SO2", 2))


@template("ayt-kim-gaz-yasalari-graham", topic="ayt-kim-gaz-yasalari", difficulty=3, seconds=75)
def graham(rng: Random) -> Question:
    light, heavy, ratio = rng.choice(PAIRS)
    part = rng.choice([10, 15, 20, 24, 25, 30, 40])
    length = part * (ratio + 1)
    wants_light = rng.random() < 0.5
    right = part * ratio if wants_light else part
    asked = light if wants_light else heavy
    masses = molar_mass(heavy) // molar_mass(light)
    square = Fraction(length, masses + 1)
    return exam_question(
        f"{length} cm uzunluğundaki bir cam borunun iki ucundan, aynı sıcaklıktaki {formula(light)} ve {formula(heavy)} gazları aynı anda gönderiliyor. Gazlar, {formula(asked)} gazının gönderildiği uçtan kaç cm uzakta ilk kez karşılaşır? ({masses_of(light, heavy)})",
        right,
        [
            (length - right, "Hafif gazın daha yavaş yayıldığını sanır."),
            (
                num(square * masses if wants_light else square),
                "Hızları mol kütleleriyle ters orantılı alır, karekökü unutur.",
            ),
            (num(Fraction(length, 2)), "Gazların eşit hızla yayıldığını sanır."),
            (
                num(square if wants_light else square * masses),
                "Hızları mol kütleleriyle doğru orantılı alır.",
            ),
        ],
        rf"$\frac{{v_{{{light}}}}}{{v_{{{heavy}}}}} = \sqrt{{\frac{{{molar_mass(heavy)}}}{{{molar_mass(light)}}}}} = {ratio}$. Aynı sürede alınan yollar {ratio}:1 oranındadır; {length} cm'nin {part * ratio} cm'sini {formula(light)}, {part} cm'sini {formula(heavy)} alır.",
        spare=[(right + 5, "Oranı uygularken bölmede hata yapar.")],
        computed=(
            f"solve(x/({length} - x) - sqrt(Rational({molar_mass(heavy)}, {molar_mass(light)})), x)[0]"
            if wants_light
            else f"{length} - solve(x/({length} - x) - sqrt(Rational({molar_mass(heavy)}, {molar_mass(light)})), x)[0]"
        ),
    )


@template("ayt-kim-gaz-yasalari-manometre", topic="ayt-kim-gaz-yasalari", difficulty=2, seconds=55)
def manometer(rng: Random) -> Question:
    air = rng.choice([70, 72, 74, 75, 76])
    gap = rng.randint(6, 40)
    is_low = rng.random() < 0.5
    right = air + gap if is_low else air - gap
    return exam_question(
        f"Bir gaz kabına bağlı açık uçlu cıvalı manometrede, gaz tarafındaki kolun cıva düzeyi açık koldakinden {gap} cm {'aşağıdadır' if is_low else 'yukarıdadır'}. Açık hava basıncı {air} cmHg olduğuna göre gazın basıncı kaç cmHg'dir?",
        right,
        [
            (2 * air - right, "Düzeyi düşük olan taraftaki basıncın küçük olduğunu sanır."),
            (gap, "Düzey farkını gazın basıncı sanır, açık havayı hesaba katmaz."),
            (air, "Gazın basıncının her zaman açık hava basıncına eşit olduğunu sanır."),
            (
                num(air + Fraction(gap, 2) if is_low else air - Fraction(gap, 2)),
                "Düzey farkını iki kola bölüştürür.",
            ),
        ],
        f"Cıva düzeyi düşük olan kolun üstündeki basınç daha büyüktür. Gaz tarafı {'aşağıda' if is_low else 'yukarıda'} olduğundan $P = {air} {'+' if is_low else '-'} {gap} = {right}$ cmHg.",
        spare=[(right + 10, "Toplama işleminde hata yapar.")],
        computed=f"solve(x - ({gap if is_low else -gap}) - {air}, x)[0]",
    )


GASES = ("CH4", "CO2", "SO2", "O2", "NH3", "H2", "C2H6", "C3H8", "N2", "He")


@template("ayt-kim-ideal-gaz-kutle", topic="ayt-kim-ideal-gaz", difficulty=2, seconds=75)
def mass_of_gas(rng: Random) -> Question:
    plain = rng.choice(GASES)
    times, pressure = rng.choice([1, 2, 4]), rng.choice([1, 2, 4, 5])
    litres = Fraction(rng.choice([112, 224, 448, 560, 1120]), 100) * rng.choice([1, 2, 5])
    n = pressure * litres / (Fraction(224, 10) * times)
    right = n * molar_mass(plain)
    celsius = 273 * times - 273
    return exam_question(
        rf"{celsius} °C'ta, {num(litres)} L hacimli kapta basıncı {pressure} atm olan {formula(plain)} gazı kaç gramdır? ($R = \frac{{22{{,}}4}}{{273}}$ L·atm/mol·K; {masses_of(plain)})",
        num(right),
        [
            (num(n), "Mol sayısını bulur, mol kütlesiyle çarpmaz."),
            (num(right * times), "Sıcaklığın 0 °C olduğunu varsayar.")
            if times > 1
            else (num(right * 2), "Sıcaklığı iki kez hesaba katar."),
            (num(right / pressure), "Basıncı 1 atm alır.")
            if pressure > 1
            else (num(right / 2), "Mol sayısının yarısını alır."),
            (num(right * pressure), "Basınçla iki kez çarpar."),
            (num(litres * molar_mass(plain)), "Hacmi mol sayısı sanır."),
        ],
        rf"$T = {273 * times}$ K. $n = \frac{{PV}}{{RT}} = \frac{{{pressure}\cdot {tex(litres)}}}{{22{{,}}4\cdot {times}}} = {tex(n)}$ mol, $m = {tex(n)}\cdot {molar_mass(plain)} = {tex(right)}$ g.",
        spare=[
            (num(right * 10), "Ondalık virgülü bir basamak kaydırır."),
            (num(right / 10), "Ondalık virgülü ters yönde kaydırır."),
        ],
        computed=f"solve({pressure}*{exact(litres)} - x/{molar_mass(plain)}*Rational(224, 10)/273*({celsius} + 273), x)[0]",
    )


@template("ayt-kim-ideal-gaz-musluk", topic="ayt-kim-ideal-gaz", difficulty=2, seconds=65)
def opened_tap(rng: Random) -> Question:
    while True:
        v1, v2 = rng.sample([1, 2, 3, 4, 5, 6], 2)
        p1, p2 = rng.sample([1, 2, 3, 4, 5, 6, 8, 9, 10], 2)
        right = Fraction(p1 * v1 + p2 * v2, v1 + v2)
        if (right * 10).denominator == 1 and right != Fraction(p1 + p2, 2):
            break
    first, second = rng.sample(["He", "Ne", "Ar", "N₂"], 2)
    return exam_question(
        f"Aynı sıcaklıkta, {v1} L'lik kapta {p1} atm basınçlı {first}, {v2} L'lik kapta {p2} atm basınçlı {second} gazı vardır. Kaplar arasındaki, hacmi önemsiz musluk açılıp denge sağlanınca son basınç kaç atm olur? (Sıcaklık sabittir.)",
        num(right),
        [
            (num(Fraction(p1 + p2, 2)), "Hacimleri hesaba katmadan basınçların ortalamasını alır."),
            (p1 + p2, "Basınçları toplar, hacmin arttığını gözden kaçırır."),
            (
                num(Fraction(p1 * v2 + p2 * v1, v1 + v2)),
                "Basınçları öteki kabın hacmiyle çarpar.",
            ),
            (p1 * v1 + p2 * v2, "Toplam hacme bölmeyi unutur."),
        ],
        rf"$P_s = \frac{{P_1V_1 + P_2V_2}}{{V_1 + V_2}} = \frac{{{p1}\cdot {v1} + {p2}\cdot {v2}}}{{{v1 + v2}}} = {tex(right)}$ atm.",
        spare=[
            (abs(p1 - p2), "Basınçların farkını alır."),
            (num(right + 1), "Bölme işleminde hata yapar."),
        ],
        computed=f"solve(x - {p1}*{v1}*Rational(1, {v1 + v2}) - {p2}*{v2}*Rational(1, {v1 + v2}), x)[0]",
    )


@template("ayt-kim-ideal-gaz-kismi", topic="ayt-kim-ideal-gaz", difficulty=3, seconds=75)
def partial_pressure(rng: Random) -> Question:
    first, second = rng.sample(["He", "CH4", "O2", "H2", "SO2", "Ne"], 2)
    while True:
        a, b = (Fraction(rng.randint(1, 9), 10) for _ in range(2))
        total = rng.choice([2, 3, 4, 5, 6, 8, 10, 12])
        right = total * a / (a + b)
        if a != b and (right * 10).denominator == 1:
            break
    m_a, m_b = a * molar_mass(first), b * molar_mass(second)
    return exam_question(
        f"Kapalı bir kapta, tepkimeye girmeyen {num(m_a)} g {formula(first)} ile {num(m_b)} g {formula(second)} gazları vardır. Toplam basınç {total} atm olduğuna göre {formula(first)} gazının kısmi basıncı kaç atm'dir? ({masses_of(first, second)})",
        num(right),
        [
            (num(total - right), "Öteki gazın kısmi basıncını bulur."),
            (num(total * m_a / (m_a + m_b)), "Mol kesri yerine kütle oranını kullanır."),
            (num(Fraction(total, 2)), "Basıncı iki gaza eşit bölüştürür."),
            (num(total * a / b), "Mol kesri yerine mollerin oranını kullanır."),
        ],
        rf"$n_{{{first}}} = {tex(a)}$ mol, $n_{{{second}}} = {tex(b)}$ mol. Kısmi basınç mol kesriyle orantılıdır: ${total}\cdot\frac{{{tex(a)}}}{{{tex(a + b)}}} = {tex(right)}$ atm.",
        spare=[
            (num(right / 2), "Kısmi basıncın yarısını alır."),
            (num(right + 1), "Bölme işleminde hata yapar."),
            (total, "Toplam basıncı yazar."),
        ],
        computed=f"solve(x*{exact(m_b)}/{molar_mass(second)} - ({total} - x)*{exact(m_a)}/{molar_mass(first)}, x)[0]",
    )
