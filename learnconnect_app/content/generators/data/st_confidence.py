"""Parametric items of the topic `st-confidence`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, tr
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-confidence"


@template("st-confidence-interval-around-mean", topic=TOPIC, difficulty=3, seconds=70)
def interval_around_mean(rng: Random) -> Question:
    root = rng.choice([4, 5, 6, 8, 10])
    error = rng.choice([0.5, 1, 1.5, 2, 3])
    spread, n, mean = error * root, root * root, rng.randrange(80, 200, 5)

    def around(margin: float) -> tuple[float, float]:
        return (round(mean - margin, 3), round(mean + margin, 3))

    return asked(
        stem_en=f"A random sample of {n} packages has the mean weight {mean} g; the standard deviation is known to be {en(spread)} g. What is the 95% confidence interval for the true mean, in g? Use the rounded value z = 2.",
        stem_tr=f"{n} paketlik rastgele bir örneklemin ortalama ağırlığı {mean} g; standart sapmanın {tr(spread)} g olduğu biliniyor. Gerçek ortalamanın %95 güven aralığı kaç gramdır? Yuvarlanmış z = 2 değerini kullan.",
        right=around(2 * error),
        wrong=[
            (around(2 * spread), "Uses the spread of single packages.", "Tek paketlerin yayılımını kullanır."),
            (around(error), "Forgets to multiply by 2.", "2 ile çarpmayı unutur."),
            (around(2 * spread / n), "Divides by n instead of its root.", "Karekökü yerine n'ye böler."),
        ],
        because_en=f"SE = {en(spread)} / √{n} = {en(error)}. The margin of error is 2 · {en(error)} = {en(2 * error)}, so {mean} ± {en(2 * error)}.",
        because_tr=f"SE = {tr(spread)} / √{n} = {tr(error)}. Hata payı 2 · {tr(error)} = {tr(2 * error)}; aralık {mean} ± {tr(2 * error)} olur.",
        computed=f"Tuple(*sorted(solve((x - {mean})**2*{n} - 4*Rational('{spread}')**2, x)))",
    )  # fmt: skip


@template("st-confidence-margin-of-share", topic=TOPIC, difficulty=4, seconds=80)
def margin_of_share(rng: Random) -> Question:
    share, root_pq = rng.choice([(0.5, 0.5), (0.2, 0.4), (0.8, 0.4), (0.1, 0.3), (0.9, 0.3)])
    root = rng.choice([10, 20, 30, 40, 50])
    while round(200 * root_pq / root, 6) != round(200 * root_pq / root, 2):
        root = rng.choice([10, 20, 40, 50])
    n = root * root
    count = round(n * share)
    right = round(200 * root_pq / root, 2)
    return asked(
        stem_en=f"In a random sample of {n} users, {count} are satisfied. What is the margin of error of this share at 95% confidence, in **percentage points**? Use the rounded value z = 2.",
        stem_tr=f"{n} kullanıcılık rastgele bir örneklemde {count} kişi memnun. Bu oranın %95 güvenle hata payı kaç **yüzde puanıdır**? Yuvarlanmış z = 2 değerini kullan.",
        right=right,
        wrong=[
            (round(right / 2, 2), "Forgets to multiply by 2.", "2 ile çarpmayı unutur."),
            (round(right * 2, 2), "Gives the whole width of the interval.", "Aralığın bütün genişliğini verir."),
            (round(200 * root_pq**2 / root, 2), "Forgets the root of p(1 − p).", "p(1 − p) çarpımının karekökünü almayı unutur."),
            (round(200 * root_pq / n, 4), "Divides by n instead of its root.", "Karekökü yerine n'ye böler."),
        ],
        because_en=f"The share is {en(share)}. $SE = \\sqrt{{p(1-p)/n}}$ = {en(root_pq)} / {root} = {en(round(root_pq / root, 5))}; twice that is {en(right)} percentage points.",
        because_tr=f"Oran {tr(share)}. $SE = \\sqrt{{p(1-p)/n}}$ = {tr(root_pq)} / {root} = {tr(round(root_pq / root, 5))}; iki katı {tr(right)} yüzde puanıdır.",
        computed=f"200*sqrt(Rational({count}, {n})*Rational({n - count}, {n})/{n})",
    )  # fmt: skip


@template("st-confidence-new-sample-size", topic=TOPIC, difficulty=3, seconds=55)
def new_sample_size(rng: Random) -> Question:
    n = rng.choice([50, 80, 100, 120, 150, 200, 250])
    factor = rng.choice([2, 3, 4, 5])
    unit = rng.choice([0.5, 1, 1.5, 2])
    margin = unit * factor
    return asked(
        stem_en=f"A sample of {n} gave a margin of error of {en(margin)} points. About how large must a new sample be for a margin of {en(unit)} point{'' if unit == 1 else 's'}, at the same confidence level and with the same spread?",
        stem_tr=f"{n} kişilik bir örneklemde hata payı {tr(margin)} puan çıktı. Aynı güven düzeyi ve aynı yayılımla hata payının {tr(unit)} puan olması için yeni örneklem yaklaşık kaç kişi olmalıdır?",
        right=n * factor**2,
        wrong=[
            (n * factor, "Thinks that the margin falls in proportion to the sample size.", "Hata payının örneklemle aynı oranda azaldığını sanır."),
            (n * factor + n, "Adds the sizes instead of squaring the factor.", "Katın karesini almak yerine büyüklükleri toplar."),
            (n * factor**3, "Takes the third power.", "Üçüncü kuvvetini alır."),
            (n + factor**2, "Adds the square to the size.", "Kareyi büyüklüğe ekler."),
        ],
        because_en=f"The margin falls with the root of n. It shall be {factor} times smaller, so n must be {factor}² = {factor**2} times larger: {n * factor**2}.",
        because_tr=f"Hata payı n'nin karekökü oranında azalır. {factor} kat küçülmesi için n, {factor}² = {factor**2} kat büyümelidir: {n * factor**2}.",
        computed=f"solve(sqrt(x/{n}) - Rational('{margin}')/Rational('{unit}'), x)[0]",
    )  # fmt: skip
