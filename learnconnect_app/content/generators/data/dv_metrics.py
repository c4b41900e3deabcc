"""Parametric items of the topic `dv-metrics`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.dv_writing import choice, percent, spaced
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-metrics"


@template("dv-metrics-funnel-step", topic=TOPIC, difficulty=2, seconds=60)
def funnel_step(rng: Random) -> Question:
    while True:
        visits = rng.randrange(2000, 12001, 500)
        first, second = rng.randrange(8, 41, 2), rng.randrange(15, 81, 5)
        if visits * first % 100 or visits * first // 100 * second % 100 or first == second:
            continue
        basket = visits * first // 100
        paid = basket * second // 100
        overall = 100 * paid / visits
        if len({second, first, round(overall, 1), 100 - second}) == 4:
            break
    return choice(
        en=f"In an online shop {spaced(visits)} people visited in a week, {spaced(basket)} of them put something into the basket, and {spaced(paid)} of these paid. What is the conversion rate of the step **from basket to payment**?",
        tr=f"Bir çevrim içi mağazayı bir haftada {spaced(visits)} kişi ziyaret etti; bunların {spaced(basket)} tanesi sepete ürün koydu, sepete koyanların {spaced(paid)} tanesi ödeme yaptı. **Sepetten ödemeye** adımının dönüşüm oranı yüzde kaçtır?",
        right=percent(second),
        wrong=[
            (
                percent(overall, 2),
                "Computes the rate of the whole funnel.",
                "Bütün huninin oranını hesaplar.",
            ),
            (
                percent(first),
                "Computes the step from visit to basket.",
                "Ziyaretten sepete adımını hesaplar.",
            ),
            (
                percent(100 - second),
                "Gives the share that left instead of the share that went on.",
                "Devam edenler yerine ayrılanların payını verir.",
            ),
        ],
        spare=[(percent(second + 10), "Makes a mistake in dividing.", "Bölmede hata yapar.")],
        because_en=f"A step is measured against those who reached it: {spaced(paid)} / {spaced(basket)} = {second}%. Against all visitors it is {percent(overall, 2)['en']}.",
        because_tr=f"Bir adım, o adıma ulaşanlara göre ölçülür: {spaced(paid)} / {spaced(basket)} = %{second}. Bütün ziyaretçilere göre bu oran {percent(overall, 2)['tr']} olur.",
        computed=f"solve({basket} * x / 100 - {paid}, x)[0]",
    )


@template("dv-metrics-back-to-old-level", topic=TOPIC, difficulty=3, seconds=70)
def back_to_old_level(rng: Random) -> Question:
    while True:
        old = rng.randrange(200, 2001, 50)
        lost = rng.choice([10, 12, 15, 20, 24, 25, 30, 36, 40, 50, 60])
        if old * lost % 100:
            continue
        new = old - old * lost // 100
        if 100 * (old - new) % new == 0 or 1000 * (old - new) % new == 0:
            break
    needed = 100 * (old - new) / new
    return choice(
        en=f"The daily users of an app fell from {old} to {new}. By what percentage must they now grow to reach {old} again?",
        tr=f"Bir uygulamanın günlük kullanıcı sayısı {old} iken {new} oldu. Yeniden {old} olması için şimdi yüzde kaç artması gerekir?",
        right=percent(needed),
        wrong=[
            (
                percent(lost),
                "Thinks that the same percentage leads back.",
                "Aynı yüzdenin geri götürdüğünü sanır.",
            ),
            (
                percent(100 - lost),
                "Takes the share that is left.",
                "Geriye kalan payı alır.",
            ),
            (
                percent(100 * old / new),
                "Gives the ratio of the levels instead of the growth.",
                "Artış yerine düzeylerin oranını verir.",
            ),
        ],
        spare=[
            (percent(2 * lost), "Doubles the percentage.", "Yüzdeyi ikiye katlar."),
            (percent(lost + 5), "Guesses a little more.", "Biraz fazlasını tahmin eder."),
        ],
        because_en=f"The growth is measured from the **new**, lower level: {old - new} of {new} is {percent(needed)['en']}. The fall of {lost}% was measured from {old}.",
        because_tr=f"Artış **yeni**, daha düşük düzeye göre ölçülür: {old - new} / {new} = {percent(needed)['tr']}. %{lost} olan düşüş ise {old} sayısına göreydi.",
        computed=f"solve({new} + {new} * x / 100 - {old}, x)[0]",
    )


@template("dv-metrics-percent-and-points", topic=TOPIC, difficulty=2, seconds=50)
def percent_and_points(rng: Random) -> Question:
    en, tr = rng.choice(
        [
            ("The share of customers who come back", "Yeniden gelen müşterilerin payı"),
            ("The conversion rate of a page", "Bir sayfanın dönüşüm oranı"),
            ("The share of late deliveries", "Geç kalan teslimatların payı"),
            ("The opening rate of a newsletter", "Bir e-bültenin açılma oranı"),
        ]
    )
    while True:
        old, new = rng.randint(2, 50), rng.randint(3, 60)
        grown = 100 * (new - old)
        if new < old + 2 or grown % old or grown > 150 * old:
            continue
        if grown // old not in (new, new - old, new - 100):
            break
    right = grown // old
    return choice(
        en=f"{en} rose from {old}% to {new}%. Which statement is right?",
        tr=f"{tr} %{old} iken %{new} oldu. Hangi ifade doğrudur?",
        right={
            "en": f"It rose by {new - old} percentage points, that is, by {right} percent.",
            "tr": f"{new - old} yüzde puanı, yani yüzde {right} artmıştır.",
        },
        wrong=[
            (
                {
                    "en": f"It rose by {new - old} percent, that is, by {right} percentage points.",
                    "tr": f"{right} yüzde puanı, yani yüzde {new - old} artmıştır.",
                },
                "Mixes up percent and percentage points.",
                "Yüzde ile yüzde puanını karıştırır.",
            ),
            (
                {
                    "en": f"It rose by {new - old} percentage points, that is, by {new} percent.",
                    "tr": f"{new - old} yüzde puanı, yani yüzde {new} artmıştır.",
                },
                "Takes the new rate for the growth.",
                "Yeni oranı artış sanır.",
            ),
            (
                {
                    "en": f"It rose by {new - old} percentage points, that is, by {right + 100} percent.",
                    "tr": f"{new - old} yüzde puanı, yani yüzde {right + 100} artmıştır.",
                },
                "Takes the ratio of the rates for the growth.",
                "Oranların bölümünü artış sanır.",
            ),
        ],
        because_en=f"The difference {new} - {old} = {new - old} is in percentage points. Relative to the old rate it is {new - old} / {old} = {right}%.",
        because_tr=f"{new} - {old} = {new - old} farkı yüzde puanıdır. Eski orana göre artış {new - old} / {old} = %{right} olur.",
        computed=f"solve({old} * (100 + x) / 100 - {new}, x)[0]",
        reads=str(right),
    )
