"""Parametric items of the topic `dv-experiments`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.dv_writing import (
    choice,
    decimal,
    percent,
    spaced,
)
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-experiments"


@template("dv-experiments-relative-lift", topic=TOPIC, difficulty=3, seconds=80)
def relative_lift(rng: Random) -> Question:
    while True:
        size_a, size_b = rng.sample(range(1000, 5001, 250), 2)
        rate_a, points = rng.randint(4, 25), rng.randint(1, 6)
        rate_b = rate_a + points
        if size_a * rate_a % 100 or size_b * rate_b % 100 or 100 * points % rate_a:
            continue
        won_a, won_b = size_a * rate_a // 100, size_b * rate_b // 100
        lift = 100 * points // rate_a
        if lift not in (points, rate_a, rate_b) and lift <= 100 and won_b != won_a:
            break
    counts = abs(100 * (won_b - won_a) / won_a)
    return choice(
        en=f"In an A/B test, {won_a} of {size_a} visitors of page A signed up, and {won_b} of {size_b} visitors of page B. By what percentage is the sign-up rate of B higher than that of A (the **relative** lift)?",
        tr=f"Bir A/B testinde A sayfasının {size_a} ziyaretçisinden {won_a} tanesi, B sayfasının {size_b} ziyaretçisinden {won_b} tanesi kaydoldu. B'nin kayıt oranı A'nınkinden yüzde kaç daha yüksektir (**göreli** artış)?",
        right=percent(lift),
        wrong=[
            (
                percent(points),
                "Gives the difference in percentage points.",
                "Farkı yüzde puanı olarak verir.",
            ),
            (
                percent(counts),
                "Compares the counts although the groups differ in size.",
                "Gruplar farklı büyüklükteyken sayıları karşılaştırır.",
            ),
            (percent(rate_b), "Gives the rate of B itself.", "B'nin oranının kendisini verir."),
        ],
        spare=[
            (
                percent(100 * points / rate_b),
                "Divides by the rate of B.",
                "B'nin oranına böler.",
            ),
            (percent(lift + 10), "Makes a mistake in dividing.", "Bölmede hata yapar."),
        ],
        because_en=f"A: {won_a} / {size_a} = {rate_a}%. B: {won_b} / {size_b} = {rate_b}%. The difference is {points} percentage points, and {points} / {rate_a} = {lift}%.",
        because_tr=f"A: {won_a} / {size_a} = %{rate_a}. B: {won_b} / {size_b} = %{rate_b}. Fark {points} yüzde puanıdır ve {points} / {rate_a} = %{lift} eder.",
        computed=f"solve(Rational({won_a}, {size_a}) * (1 + x / 100) - Rational({won_b}, {size_b}), x)[0]",
    )


@template("dv-experiments-days-needed", topic=TOPIC, difficulty=3, seconds=80)
def days_needed(rng: Random) -> Question:
    while True:
        group, groups = rng.randrange(2000, 20001, 500), rng.choice([2, 2, 3])
        daily, share = rng.randrange(800, 6001, 200), rng.choice([20, 25, 40, 50, 60, 80])
        if daily * share % 100:
            continue
        inside = daily * share // 100
        right = -(-group * groups // inside)
        if 7 <= right <= 60 and group * groups % inside and -(-group * groups // daily) >= 3:
            break
    return choice(
        en=f"A test compares {groups} versions and needs {spaced(group)} visitors for **each** version. The page has {daily} new visitors a day, {share}% of them take part in the test, and they are spread evenly. After how many days at the earliest are there enough?",
        tr=f"Bir test {groups} sürümü karşılaştırıyor ve **her** sürüm için {spaced(group)} ziyaretçi gerekiyor. Sayfaya günde {daily} yeni ziyaretçi geliyor; bunların %{share} kadarı teste katılıyor ve sürümlere eşit dağıtılıyor. En erken kaç gün sonra yeterli ziyaretçi olur?",
        right=right,
        wrong=[
            (
                -(-group // inside),
                "Counts the visitors of one version only.",
                "Yalnızca bir sürümün ziyaretçilerini sayar.",
            ),
            (
                -(-group * groups // daily),
                "Forgets that only a part of the visitors take part.",
                "Ziyaretçilerin yalnızca bir bölümünün katıldığını unutur.",
            ),
            (
                right - 1,
                "Rounds down, so that visitors are missing.",
                "Aşağı yuvarlar; ziyaretçi eksik kalır.",
            ),
        ],
        spare=[(right + 7, "Adds a week.", "Bir hafta ekler.")],
        because_en=f"Needed in all: {groups} · {spaced(group)} = {spaced(groups * group)}. A day brings {daily} · {share}% = {inside} into the test. {spaced(groups * group)} / {inside} ≈ {decimal(groups * group / inside, 2)['en']}, rounded up to {right} days.",
        because_tr=f"Toplam gereken: {groups} · {spaced(group)} = {spaced(groups * group)}. Teste günde {inside} kişi girer ({daily} ziyaretçinin %{share} kadarı). {spaced(groups * group)} / {inside} ≈ {decimal(groups * group / inside, 2)['tr']}; yukarı yuvarlanınca {right} gün olur.",
        computed=f"next(day for day in range(1, 1000) if day * {daily} * {share} >= 100 * {group} * {groups})",
    )


@template("dv-experiments-false-alarm", topic=TOPIC, difficulty=4, seconds=80)
def false_alarm(rng: Random) -> Question:
    level, tests = rng.choice([1, 5, 10]), rng.randint(3, 12)
    none = 100 * (1 - level / 100) ** tests
    right = round(100 - none)
    added = level * tests
    summed = (
        percent(added),
        "Adds the probabilities, although several may occur together.",
        "Birkaçı birlikte olabileceği hâlde olasılıkları toplar.",
    )
    return choice(
        en=f"A change has **no** effect at all. A team checks {tests} independent metrics, each with a significance level of {level}%. How likely is it that **at least one** of them seems significant, rounded to a whole percent?",
        tr=f"Bir değişikliğin **hiçbir** etkisi yok. Bir ekip, birbirinden bağımsız {tests} ölçütü, her birini %{level} anlamlılık düzeyiyle sınıyor. Bunlardan **en az birinin** anlamlı görünme olasılığı, tam sayıya yuvarlanınca yüzde kaçtır?",
        right=percent(right),
        wrong=[
            *([summed] if added - right >= 3 and added < 100 else []),
            (
                percent(level),
                "Thinks that the level holds for all tests together.",
                "Düzeyin bütün sınamalar için birlikte geçerli olduğunu sanır.",
            ),
            (
                percent(round(none)),
                "Gives the probability that none seems significant.",
                "Hiçbirinin anlamlı görünmeme olasılığını verir.",
            ),
            (
                percent(100 - level),
                "Gives the probability that one single test is right.",
                "Tek bir sınamanın doğru çıkma olasılığını verir.",
            ),
        ],
        spare=[
            (percent(min(99, right + 15)), "Estimates too high.", "Fazla yüksek tahmin eder."),
            (percent(min(98, right + 25)), "Estimates too high.", "Fazla yüksek tahmin eder."),
        ],
        because_en=f"None of them seems significant with probability $({decimal(1 - level / 100, 2)['en']})^{{{tests}}} \\approx {decimal(none / 100, 3)['en']}$; at least one does with about {right}%. Many metrics make false alarms likely.",
        because_tr=f"Hiçbirinin anlamlı görünmeme olasılığı $({decimal(1 - level / 100, 2)['tr'].replace(',', '{,}')})^{{{tests}}} \\approx {decimal(none / 100, 3)['tr'].replace(',', '{,}')}$; en az birinin anlamlı görünme olasılığı yaklaşık %{right} olur. Çok sayıda ölçüt yanlış alarmı olası kılar.",
        computed=f"round(100 * sum(binomial({tests}, i) * Rational({level}, 100)**i * Rational({100 - level}, 100)**({tests} - i) for i in range(1, {tests} + 1)))",
    )
