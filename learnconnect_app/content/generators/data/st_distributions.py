"""Parametric items of the topic `st-distributions`."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, frac, tr
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-distributions"


@template("st-distributions-z-score", topic=TOPIC, difficulty=2, seconds=45)
def z_score(rng: Random) -> Question:
    mean, spread = rng.randrange(40, 90, 2), rng.choice([4, 6, 8, 10, 12])
    right = rng.choice([-2.5, -2, -1.5, -0.5, 0.5, 1.5, 2, 2.5])
    value = mean + right * spread
    side_en, side_tr = ("above", "üstünde") if right > 0 else ("below", "altında")
    return asked(
        stem_en=f"Marks have mean {mean} and standard deviation {spread}. What is the z-score of {en(value)}?",
        stem_tr=f"Notların ortalaması {mean}, standart sapması {spread}. {en(value)} notunun z puanı kaçtır?",
        right=right,
        wrong=[
            (-right, "Subtracts the value from the mean.", "Değeri ortalamadan çıkarır."),
            (right * spread, "Forgets to divide by the standard deviation.", "Standart sapmaya bölmeyi unutur."),
            (round(value / spread, 2), "Forgets to subtract the mean.", "Ortalamayı çıkarmayı unutur."),
            (round(value / mean, 2), "Divides by the mean.", "Ortalamaya böler."),
        ],
        because_en=f"({en(value)} − {mean}) / {spread} = {en(right)}: the mark lies {en(abs(right))} standard deviations {side_en} the mean.",
        because_tr=f"({tr(value)} − {mean}) / {spread} = {tr(right)}: not, ortalamanın {tr(abs(right))} standart sapma {side_tr}.",
        computed=f"solve({mean} + x*{spread} - Rational('{value}'), x)[0]",
    )  # fmt: skip


@template("st-distributions-binomial", topic=TOPIC, difficulty=3, seconds=75)
def binomial_probability(rng: Random) -> Question:
    chance = rng.choice([Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(2, 3)])
    n = rng.choice([3, 4])
    k = rng.randint(1, n - 1)
    one = chance**k * (1 - chance) ** (n - k)
    right = comb(n, k) * one
    p, q = chance.numerator, chance.denominator
    return asked(
        stem_en=f"A player hits with probability {en(chance)} at each throw, independently. What is the probability of **exactly** {k} hit{'s' if k > 1 else ''} in {n} throws?",
        stem_tr=f"Bir oyuncunun her atışta isabet olasılığı {tr(chance)}; atışlar birbirinden bağımsız. {n} atışta **tam olarak** {k} isabet olasılığı kaçtır?",
        right=right,
        wrong=[each for each in [
            (one, "Forgets in how many orders the hits may come.", "İsabetlerin kaç farklı sırada gelebileceğini unutur."),
            (comb(n, k) * chance**k, "Forgets that the other throws must miss.", "Öbür atışların isabetsiz olması gerektiğini unutur."),
            (chance**k, "Multiplies only the hits.", "Yalnızca isabetleri çarpar."),
            (Fraction(k, n), "Divides the hits by the throws.", "İsabet sayısını atış sayısına böler."),
            (1 - right, "Gives the probability of the opposite.", "Karşıt olayın olasılığını verir."),
        ] if each[0] <= 1],
        because_en=f"One order of hits and misses with {k} hit{'s' if k > 1 else ''} has probability {en(one)}, and there are {comb(n, k)} such orders: ${comb(n, k)} \\cdot {frac(one)} = {frac(right)}$.",
        because_tr=f"{k} isabetli tek bir sıralamanın olasılığı {tr(one)}; böyle {comb(n, k)} sıralama vardır: ${comb(n, k)} \\cdot {frac(one)} = {frac(right)}$.",
        computed=f"Rational(sum(1 for w in itertools.product(range({q}), repeat={n}) if sum(v < {p} for v in w) == {k}), {q}**{n})",
    )  # fmt: skip


@template("st-distributions-how-many", topic=TOPIC, difficulty=3, seconds=65)
def how_many(rng: Random) -> Question:
    people = rng.choice([200, 400, 600, 800, 1000, 2000])
    mean, spread = rng.randrange(150, 180, 2), rng.choice([5, 6, 8])
    steps, inside = rng.choice([(1, 68), (2, 95)])
    above = rng.random() < 0.5
    value = mean + steps * spread if above else mean - steps * spread
    tail = (100 - inside) / 2
    side_en, side_tr = ("taller", "uzundur") if above else ("shorter", "kısadır")
    right = round(people * tail / 100)
    return asked(
        stem_en=f"The heights of {people} people are normally distributed with mean {mean} cm and standard deviation {spread} cm. By the rule 68-95-99.7, about how many are {side_en} than {value} cm?",
        stem_tr=f"{people} kişinin boyu, ortalaması {mean} cm ve standart sapması {spread} cm olan normal dağılıma uyuyor. 68-95-99,7 kuralına göre yaklaşık kaç kişi {value} cm'den daha {side_tr}?",
        right=right,
        wrong=[
            (round(people * (100 - inside) / 100), "Counts both tails.", "İki kuyruğu da sayar."),
            (round(people * inside / 100), "Counts those within the limits.", "Sınırların içindekileri sayar."),
            (people - right, "Counts the other side.", "Öbür tarafı sayar."),
        ],
        because_en=f"{value} cm lies {steps} standard deviation{'s' if steps > 1 else ''} from the mean. Within that distance are {inside}%, so {en(tail)}% are left in each tail: {right} people.",
        because_tr=f"{value} cm, ortalamadan {steps} standart sapma uzaktadır. Bu uzaklık içinde %{inside} vardır; her kuyruğa %{tr(tail)} kalır: {right} kişi.",
        computed=f"{people}*(1 - Rational({inside}, 100))/2",
    )  # fmt: skip
