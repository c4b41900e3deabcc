"""Parametric items of the topic `st-probability`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, frac, tr, typed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-probability"


@template("st-probability-two-draws", topic=TOPIC, difficulty=3, seconds=65)
def two_draws(rng: Random) -> Question:
    red, blue = rng.randint(3, 7), rng.randint(2, 6)
    total = red + blue
    mixed = rng.random() < 0.4
    first = Fraction(red, total)
    if mixed:
        right = 2 * first * Fraction(blue, total - 1)
        told_en, told_tr = "of **different** colours", "**farklı** renkte olma"
        because_en = f"Red then blue and blue then red have the same probability $\\frac{{{red}}}{{{total}}} \\cdot \\frac{{{blue}}}{{{total - 1}}}$; together ${frac(right)}$."
        because_tr = f"Önce kırmızı sonra mavi ile önce mavi sonra kırmızının olasılığı aynıdır: $\\frac{{{red}}}{{{total}}} \\cdot \\frac{{{blue}}}{{{total - 1}}}$; toplam ${frac(right)}$."
        wrong = [
            (2 * first * Fraction(blue, total), "Puts the first ball back.", "İlk topu geri koyar."),
            (first * Fraction(blue, total - 1), "Counts only one of the two orders.", "İki sıralamadan yalnızca birini sayar."),
            (1 - right, "Gives the probability of equal colours.", "Aynı renk olasılığını verir."),
            (Fraction(1, 2), "Thinks that different and equal are equally likely.", "Farklı ile aynının eşit olasılıklı olduğunu sanır."),
            (first, "Looks at the first ball only.", "Yalnızca ilk topa bakar."),
        ]  # fmt: skip
        test = "w[0][0] != w[1][0]"
    else:
        right = first * Fraction(red - 1, total - 1)
        told_en, told_tr = "**both red**", "**ikisinin de kırmızı** olma"
        because_en = f"The second draw has {red - 1} red of {total - 1} balls: $\\frac{{{red}}}{{{total}}} \\cdot \\frac{{{red - 1}}}{{{total - 1}}} = {frac(right)}$."
        because_tr = f"İkinci çekilişte {total - 1} topun {red - 1} tanesi kırmızıdır: $\\frac{{{red}}}{{{total}}} \\cdot \\frac{{{red - 1}}}{{{total - 1}}} = {frac(right)}$."
        wrong = [
            (first * first, "Puts the first ball back.", "İlk topu geri koyar."),
            (first * Fraction(red - 1, total), "Takes a red ball away but not from the total.", "Kırmızıyı azaltır ama toplamı azaltmaz."),
            (first, "Looks at the first ball only.", "Yalnızca ilk topa bakar."),
            (Fraction(2, red), "Divides the balls drawn by the red ones.", "Çekilen top sayısını kırmızılara böler."),
            (1 - right, "Gives the probability of the opposite.", "Karşıt olayın olasılığını verir."),
        ]  # fmt: skip
        test = "w[0][0] == w[1][0] == 'r'"
    balls = f"[('r', i) for i in range({red})] + [('b', i) for i in range({blue})]"
    stem_tr = f"Bir torbada {red} kırmızı, {blue} mavi top var. Geri koymadan iki top çekiliyor. Topların {told_tr} olasılığı kaçtır?"
    return asked(
        stem_en=f"A bag holds {red} red and {blue} blue balls. Two are drawn without putting any back. What is the probability that they are {told_en}?",
        stem_tr=stem_tr,
        right=right,
        wrong=[each for each in wrong if each[0] <= 1],
        because_en=because_en,
        because_tr=because_tr,
        computed=f"Rational(sum(1 for w in itertools.permutations({balls}, 2) if {test}), {total * (total - 1)})",
    )


@template("st-probability-flagged", topic=TOPIC, difficulty=4, seconds=100)
def flagged(rng: Random) -> Question:
    while True:
        base, hit, false = (
            rng.choice([1, 2, 5, 10, 20]),
            rng.choice([80, 90, 100]),
            rng.choice([5, 10, 20]),
        )
        bad = base * 10
        found = Fraction(bad * hit, 100)
        alarms = Fraction((1000 - bad) * false, 100)
        if found.denominator == alarms.denominator == 1:
            break
    right = found / (found + alarms)
    return asked(
        stem_en=f"{base}% of the parts of a factory are faulty. A test flags {hit}% of the faulty parts, and also {false}% of the good ones. What is the probability that a **flagged** part is faulty?",
        stem_tr=f"Bir fabrikada parçaların %{base} kadarı hatalı. Bir test hatalı parçaların %{hit} kadarını, sağlam parçaların da %{false} kadarını işaretliyor. **İşaretlenen** bir parçanın hatalı olma olasılığı kaçtır?",
        right=right,
        wrong=[
            (Fraction(hit, 100), "Takes the probability that a faulty part is flagged.", "Hatalı bir parçanın işaretlenme olasılığını alır."),
            (1 - right, "Gives the probability that a flagged part is good.", "İşaretli bir parçanın sağlam olma olasılığını verir."),
            (Fraction(base, 100), "Overlooks that the part was flagged.", "Parçanın işaretlendiğini gözden kaçırır."),
            (found / 1000, "Gives the share of all parts that are faulty and flagged.", "Hem hatalı hem işaretli olanların bütün içindeki payını verir."),
            (Fraction(hit, hit + false), "Overlooks that good parts are far more common.", "Sağlam parçaların çok daha fazla olduğunu gözden kaçırır."),
        ],
        because_en=f"Of 1000 parts {bad} are faulty and {found} of them flagged; of the {1000 - bad} good ones {alarms} are flagged. So {found} of {found + alarms} flagged parts are faulty: {en(right)}.",
        because_tr=f"1000 parçanın {bad} tanesi hatalıdır ve bunların {found} tanesi işaretlenir; {1000 - bad} sağlam parçanın {alarms} tanesi işaretlenir. İşaretli {found + alarms} parçanın {found} tanesi hatalıdır: {tr(right)}.",
        computed=f"Rational({base}*{hit}, {base}*{hit} + (100 - {base})*{false})",
    )  # fmt: skip


@template("st-probability-expected-gain", topic=TOPIC, difficulty=3, seconds=60)
def expected_gain(rng: Random) -> Question:
    sides = rng.choice([4, 5, 10])
    big = rng.randrange(sides, 6 * sides, sides)
    cost = rng.randint(1, 6)
    small = rng.choice([0, 1, 2])
    mean = big / sides + small * (sides - 1) / sides
    right = round(mean - cost, 2)
    other_en = f"otherwise you get {small} lira" if small else "otherwise you get nothing"
    other_tr = (
        f"öbür durumlarda {small} lira alırsın" if small else "öbür durumlarda bir şey almazsın"
    )
    return typed(
        stem_en=f"A game costs {cost} lira. A wheel has {sides} equal fields; on one of them you get {big} lira, {other_en}. What is your expected gain in lira for one game, with the cost taken off? (A loss is negative.)",
        stem_tr=f"Bir oyunun ücreti {cost} lira. Çarkta {sides} eş bölme var; birinde {big} lira alırsın, {other_tr}. Ücret düşüldükten sonra bir oyunda beklenen kazancın kaç liradır? (Kayıp negatiftir.)",
        right=right,
        wrong=[
            (round(mean, 2), "Forgets the cost of the game.", "Oyunun ücretini unutur."),
            (big - cost, "Takes the best case for the expected one.", "En iyi durumu beklenen değer sanır."),
            (round((big + small) / 2 - cost, 2), "Thinks that both results are equally likely.", "İki sonucun eşit olasılıklı olduğunu sanır."),
            (-right, "Takes the gain for a loss.", "Kazancın işaretini ters alır."),
        ],
        because_en=f"On average the wheel pays ({big} + {sides - 1} · {small}) / {sides} = {en(round(mean, 2))}. Less the cost of {cost}: {en(right)}.",
        because_tr=f"Çark ortalama ({big} + {sides - 1} · {small}) / {sides} = {tr(round(mean, 2))} lira öder. Ücret olan {cost} çıkarılınca: {tr(right)}.",
        computed=f"Rational(sum([{big} - {cost}] + [{small} - {cost}] * ({sides} - 1)), {sides})",
    )  # fmt: skip
