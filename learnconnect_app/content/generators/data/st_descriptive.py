"""Parametric items of the topic `st-descriptive`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, tr, typed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-descriptive"


@template("st-descriptive-missing-value", topic=TOPIC, difficulty=2, seconds=50)
def missing_value(rng: Random) -> Question:
    while True:
        count = rng.choice([4, 5])
        known = rng.sample(range(4, 30), count - 1)
        mean = rng.randint(8, 24)
        right = mean * count - sum(known)
        if 1 <= right <= 40 and right != mean:
            break
    shown = ", ".join(map(str, known))
    return typed(
        stem_en=f"The mean of {count} numbers is {mean}. All but one are {shown}. What is the last number?",
        stem_tr=f"{count} sayının ortalaması {mean}. Biri dışında sayılar {shown}. Kalan sayı kaçtır?",
        right=right,
        wrong=[
            (mean * (count - 1) - sum(known), "Multiplies the mean by the number of known values.", "Ortalamayı bilinen sayıların adediyle çarpar."),
            (mean, "Takes the mean for the number itself.", "Ortalamayı sayının kendisi sanır."),
        ],
        because_en=f"The sum must be {count} · {mean} = {count * mean}. The known ones make {sum(known)}, so {right} is left.",
        because_tr=f"Toplam {count} · {mean} = {count * mean} olmalıdır. Bilinenlerin toplamı {sum(known)}; geriye {right} kalır.",
        computed=f"solve((sum({known}) + x)/{count} - {mean}, x)[0]",
    )  # fmt: skip


@template("st-descriptive-mean-of-two-groups", topic=TOPIC, difficulty=3, seconds=60)
def mean_of_two_groups(rng: Random) -> Question:
    while True:
        one, two = rng.sample(range(10, 50, 5), 2)
        a, b = rng.sample(range(50, 95), 2)
        total = one * a + two * b
        if total * 2 % (one + two) == 0:
            break
    right, plain = total / (one + two), (a + b) / 2
    turned = round((one * b + two * a) / (one + two), 2)
    return asked(
        stem_en=f"The mean mark of class A ({one} students) is {a}, that of class B ({two} students) is {b}. What is the mean of all students?",
        stem_tr=f"A sınıfının ({one} öğrenci) not ortalaması {a}, B sınıfının ({two} öğrenci) {b}. Bütün öğrencilerin ortalaması kaçtır?",
        right=right,
        wrong=[
            (plain, "Takes the mean of the means and overlooks the sizes.", "Grupların büyüklüğünü gözden kaçırıp ortalamaların ortalamasını alır."),
            (turned, "Gives each class the size of the other.", "Her sınıfa öbürünün büyüklüğünü verir."),
            (b if two > one else a, "Takes the mean of the larger class.", "Büyük sınıfın ortalamasını alır."),
            (a if two > one else b, "Takes the mean of the smaller class.", "Küçük sınıfın ortalamasını alır."),
        ],
        because_en=f"All marks make {one} · {a} + {two} · {b} = {total}. Divided by {one + two} students: {en(right)}.",
        because_tr=f"Bütün notların toplamı {one} · {a} + {two} · {b} = {total}. {one + two} öğrenciye bölünür: {tr(right)}.",
        computed=f"__import__('statistics').mean([{a}] * {one} + [{b}] * {two})",
    )  # fmt: skip


@template("st-descriptive-variance", topic=TOPIC, difficulty=3, seconds=80)
def variance(rng: Random) -> Question:
    while True:
        mean = rng.randint(5, 20)
        steps = rng.choice([[-3, -1, 1, 3], [-2, -2, 1, 3], [-4, 0, 2, 2], [-5, 1, 1, 3],
                            [-1, -1, -1, 3], [-4, -2, 3, 3], [-6, 1, 2, 3], [-3, -3, 0, 6]])  # fmt: skip
        values = [mean + step for step in steps]
        squares = [step * step for step in steps]
        if min(values) > 0:
            break
    rng.shuffle(values)
    sample = rng.random() < 0.5
    total = sum(squares)
    right, other = (total / 3, total / 4) if sample else (total / 4, total / 3)
    if (total / (3 if sample else 4)) % 0.25:
        sample, right, other = False, total / 4, total / 3
    word_en = "**sample** variance $s^2$" if sample else "**population** variance $\\sigma^2$"
    word_tr = "**örneklem** varyansı $s^2$" if sample else "**kitle** varyansı $\\sigma^2$"
    shown = ", ".join(map(str, values))
    divisor = 3 if sample else 4
    reason_en = (
        "n − 1 = 3, since this is a sample"
        if sample
        else "N = 4, since this is the whole population"
    )
    reason_tr = "örneklem olduğu için n − 1 = 3" if sample else "bütün kitle olduğu için N = 4"
    mixed_en = (
        "Divides by n, as for a population." if sample else "Divides by n − 1, as for a sample."
    )
    mixed_tr = (
        "Kitlede olduğu gibi n'ye böler." if sample else "Örneklemde olduğu gibi n − 1'e böler."
    )
    absolute = sum(abs(step) for step in steps) / 4
    return asked(
        stem_en=f"What is the {word_en} of {shown}?",
        stem_tr=f"{shown} değerlerinin {word_tr} kaçtır?",
        right=right,
        wrong=[
            (round(other, 2), mixed_en, mixed_tr),
            (total, "Forgets to divide the sum of squares.", "Kareler toplamını bölmeyi unutur."),
            (absolute, "Takes the distances without squaring them.", "Uzaklıkların karesini almaz."),
            (max(values) - min(values), "Gives the range.", "Açıklığı verir."),
            (mean, "Gives the mean.", "Ortalamayı verir."),
        ],
        because_en=f"The mean is {mean}; the squared distances add up to {total}. Divide by {reason_en}: {total} / {divisor} = {en(right)}.",
        because_tr=f"Ortalama {mean}; uzaklıkların kareleri toplamı {total}. Bölen, {reason_tr}: {total} / {divisor} = {tr(right)}.",
        computed=f"__import__('statistics').{'variance' if sample else 'pvariance'}({values})",
    )  # fmt: skip
