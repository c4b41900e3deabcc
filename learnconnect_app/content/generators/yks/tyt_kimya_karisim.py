"""TYT Kimya: mixtures and their concentrations."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import exam_number, exam_question
from learnconnect_app.content.generators.yks.fizik_writing import num, tex
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template


@template("tyt-kim-karisimlar-yuzde", topic="tyt-kim-karisimlar", difficulty=2, seconds=60)
def add_water(rng: Random) -> Question:
    suffix = {10: "luk", 15: "lik", 20: "lik", 25: "lik", 30: "luk", 40: "lık"}
    while True:
        mass = rng.choice([100, 150, 200, 250, 300, 400])
        percent = rng.choice([10, 15, 20, 25, 30, 40])
        change = rng.choice([-100, -50, 50, 100, 150, 200])
        salt = Fraction(mass * percent, 100)
        if mass + change <= 2 * salt:
            continue
        right = 100 * salt / (mass + change)
        if right.denominator == 1:
            break
    what = (
        f"çözeltisine {change} g saf su ekleniyor"
        if change > 0
        else f"çözeltisinden {-change} g su, çökme olmadan buharlaştırılıyor"
    )
    return exam_question(
        f"Kütlece %{percent}'{suffix[percent]} {mass} g tuz {what}. Oluşan çözeltinin kütlece yüzde derişimi kaçtır?",
        num(right),
        [
            (percent, "Su miktarı değişince yüzdenin değişmediğini sanır."),
            (
                num(100 * salt / (mass - change)) if mass - change > salt else num(right + 1),
                "Kütle değişimini ters yönde uygular.",
            ),
            (num(100 - right), "Çözünen yerine çözücünün yüzdesini bulur."),
            (num(salt), "Çözünen kütlesini yüzde sanır."),
        ],
        rf"Çözünen ${tex(salt)}$ g'dır ve değişmez. Yeni çözelti ${mass + change}$ g olur: $\frac{{{tex(salt)}}}{{{mass + change}}}\cdot 100 = {tex(right)}$.",
        spare=[
            (num(right + 5), "Bölme işleminde hata yapar."),
            (num(right + 3), "Çözeltinin yeni kütlesini yanlış hesaplar."),
            (num(right + 8), "Çözünenin kütlesini yanlış hesaplar."),
            (num(right * 2), "Çözünen kütlesinin iki katına çıktığını sanır."),
        ],
        computed=f"solve(x/100*({mass} + ({change})) - {mass}*Rational({percent}, 100), x)[0]",
    )


@template("tyt-kim-karisimlar-karistirma", topic="tyt-kim-karisimlar", difficulty=3, seconds=75)
def mix_solutions(rng: Random) -> Question:
    while True:
        m1, m2 = rng.sample([50, 100, 150, 200, 250, 300, 400], 2)
        p1, p2 = rng.sample([5, 10, 15, 20, 25, 30, 40, 50], 2)
        right = Fraction(m1 * p1 + m2 * p2, m1 + m2)
        if right.denominator == 1:
            break
    return exam_number(
        f"Kütlece yüzdesi {p1} olan {m1} g şeker çözeltisi ile kütlece yüzdesi {p2} olan {m2} g şeker çözeltisi karıştırılıyor. Son çözelti kütlece yüzde kaç şeker içerir?",
        int(right),
        rf"Şeker: ${m1}\cdot\frac{{{p1}}}{{100}} + {m2}\cdot\frac{{{p2}}}{{100}} = {tex(Fraction(m1 * p1 + m2 * p2, 100))}$ g. Çözelti {m1 + m2} g olduğundan yüzdesi ${tex(right)}$ olur.",
        mistakes=[
            (float(Fraction(p1 + p2, 2)), "Kütleler farklıyken yüzdelerin ortalamasını alır."),
            (p1 + p2, "Yüzdeleri toplar."),
            (
                round(float(Fraction(m2 * p1 + m1 * p2, m1 + m2)), 2),
                "Kütleleri yüzdelerle ters eşleştirir.",
            ),
        ],
        computed=f"solve(x*({m1} + {m2}) - {m1}*{p1} - {m2}*{p2}, x)[0]",
    )


@template("tyt-kim-karisimlar-ppm", topic="tyt-kim-karisimlar", difficulty=2, seconds=60)
def parts_per_million(rng: Random) -> Question:
    kg = rng.choice([2, 4, 5, 8, 10, 20])
    right = rng.choice([2, 3, 4, 5, 6, 8, 12, 15])
    mg = kg * right
    thing = rng.choice(["Ca²⁺", "F⁻", "NO₃⁻", "Mg²⁺"])
    return exam_question(
        f"{kg} kg su örneğinde {mg} mg {thing} iyonu bulunduğuna göre {thing} derişimi kaç ppm'dir?",
        right,
        [
            (mg, "İyonun kütlesini suyun kütlesine bölmez."),
            (num(Fraction(right, 10)), "Oranı 10⁵ ile çarpar."),
            (right * 1000, "Miligramı grama çevirirken bin kat hata yapar."),
            (mg * kg, "Kütleleri bölmek yerine çarpar."),
        ],
        rf"1 ppm, 1 kg çözeltide 1 mg çözünendir. $\frac{{{mg}}}{{{kg}}} = {right}$ ppm.",
        spare=[
            (right * 10, "Oranı 10⁷ ile çarpar."),
            (right * 100, "Oranı 10⁸ ile çarpar."),
        ],
        computed=f"Rational({mg}, 1000)/({kg}*1000)*10**6",
    )
