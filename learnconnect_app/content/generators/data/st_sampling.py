"""Parametric items of the topic `st-sampling`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, tr, typed
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-sampling"


@template("st-sampling-standard-error", topic=TOPIC, difficulty=2, seconds=45)
def standard_error(rng: Random) -> Question:
    root = rng.choice([4, 5, 6, 8, 10, 12, 20])
    right = rng.choice([0.5, 1.5, 2, 2.5, 3, 4])
    spread, n = right * root, root * root
    mean = rng.randrange(60, 200, 20)
    return asked(
        stem_en=f"A population has mean {mean} and standard deviation {en(spread)}. What is the standard error of the mean of a random sample of {n} values?",
        stem_tr=f"Bir kitlenin ortalaması {mean}, standart sapması {tr(spread)}. {n} değerlik rastgele bir örneklemin ortalamasının standart hatası kaçtır?",
        right=right,
        wrong=[
            (round(spread / n, 4), "Divides by n instead of its root.", "Karekökü yerine n'ye böler."),
            (spread, "Takes the spread of single values for that of means.", "Tek değerlerin yayılımını ortalamalarınki sanır."),
            (spread * root, "Multiplies by the root of n.", "n'nin kareköküyle çarpar."),
            (round(mean / root, 2), "Uses the mean in place of the standard deviation.", "Standart sapma yerine ortalamayı kullanır."),
        ],
        because_en=f"$SE = \\sigma / \\sqrt{{n}}$: {en(spread)} / {root} = {en(right)}. The mean of the population plays no part.",
        because_tr=f"$SE = \\sigma / \\sqrt{{n}}$: {tr(spread)} / {root} = {tr(right)}. Kitlenin ortalamasının bir etkisi yoktur.",
        computed=f"sqrt(sum((Rational('{spread}')/{n})**2 for _ in range({n})))",
    )  # fmt: skip


@template("st-sampling-size-for-error", topic=TOPIC, difficulty=3, seconds=55)
def size_for_error(rng: Random) -> Question:
    error = rng.choice([0.5, 1, 2, 3, 4, 5])
    root = rng.choice([4, 5, 6, 8, 9, 10, 12, 15])
    spread = error * root
    return typed(
        stem_en=f"The standard deviation of delivery times is {en(spread)} minutes. How many deliveries must a random sample hold so that the standard error of the mean is {en(error)} minute{'' if error == 1 else 's'}?",
        stem_tr=f"Teslimat sürelerinin standart sapması {tr(spread)} dakika. Ortalamanın standart hatasının {tr(error)} dakika olması için rastgele örneklemde kaç teslimat bulunmalıdır?",
        right=root * root,
        wrong=[
            (root, "Forgets to square.", "Kare almayı unutur."),
            (spread * spread, "Squares the standard deviation without dividing first.", "Bölmeden standart sapmanın karesini alır."),
            (2 * root, "Doubles instead of squaring.", "Kare almak yerine iki katını alır."),
        ],
        because_en=f"$\\sqrt{{n}}$ must be {en(spread)} / {en(error)} = {root}, so n = {root}² = {root * root}.",
        because_tr=f"$\\sqrt{{n}}$ şu olmalıdır: {tr(spread)} / {tr(error)} = {root}. Öyleyse n = {root}² = {root * root}.",
        computed=f"solve(Rational('{spread}')**2/x - Rational('{error}')**2, x)[0]",
    )  # fmt: skip


@template("st-sampling-shares-of-strata", topic=TOPIC, difficulty=2, seconds=50)
def shares_of_strata(rng: Random) -> Question:
    while True:
        groups = rng.sample(range(100, 900, 50), 3)
        total, n = sum(groups), rng.choice([40, 50, 60, 80, 100, 120])
        parts = [n * each / total for each in groups]
        if all(part == int(part) for part in parts) and len({n // 3, *parts}) == 4:
            break
    which = rng.randrange(3)
    name = ["A", "B", "C"][which]
    right = int(parts[which])
    others = [int(parts[i]) for i in range(3) if i != which]
    return asked(
        stem_en=f"A company has {groups[0]} employees in city A, {groups[1]} in B and {groups[2]} in C. A stratified sample of {n} shall hold each city in proportion to its size. How many employees come from {name}?",
        stem_tr=f"Bir şirketin A şehrinde {groups[0]}, B şehrinde {groups[1]}, C şehrinde {groups[2]} çalışanı var. {n} kişilik tabakalı örneklemde her şehir büyüklüğüyle orantılı yer alacak. {name} şehrinden kaç kişi alınır?",
        right=right,
        wrong=[
            (n // 3, "Gives every city the same number.", "Her şehre aynı sayıyı verir."),
            (others[0], "Takes the number of another city.", "Başka bir şehrin sayısını alır."),
            (others[1], "Mixes the cities up.", "Şehirleri karıştırır."),
        ],
        because_en=f"City {name} has {groups[which]} of {total} employees. The same share of {n} is {n} · {groups[which]} / {total} = {right}.",
        because_tr=f"{name} şehrinde {total} çalışanın {groups[which]} tanesi vardır. {n} kişinin aynı oranı: {n} · {groups[which]} / {total} = {right}.",
        computed=f"solve(x/{n} - Rational({groups[which]}, {total}), x)[0]",
    )  # fmt: skip
