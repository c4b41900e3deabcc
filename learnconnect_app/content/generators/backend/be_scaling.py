"""Parametric items of the topic `be-scaling`."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from random import Random

from learnconnect_app.content.generators.backend.operation_writing import asked
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-scaling"


@template("be-scaling-how-many-instances", topic=TOPIC, difficulty=4, seconds=90)
def how_many_instances(rng: Random) -> Question:
    peak = rng.choice([300, 450, 600, 900, 1200])
    millis = rng.choice([40, 50, 80, 100, 200])
    workers = rng.choice([4, 8, 10])
    use = rng.choice([50, 60, 75, 80])
    one = Fraction(workers * 1000, millis)
    exact = peak / (one * use / 100)
    right = ceil(exact)
    if not 3 <= right <= 60:
        return how_many_instances(rng)
    rate = f"{float(one):g}"
    usable = f"{float(one * use / 100):g}"
    rate_tr, usable_tr = rate.replace(".", ","), usable.replace(".", ",")
    said_en, said_tr = f"exactly {right}", f"tam {right} olur"
    if exact != right:
        said_en = f"between {right - 1} and {right}, so {right} are needed"
        said_tr = f"{right - 1} ile {right} arasındadır; {right} örnek gerekir"
    return asked(
        stem_en=(
            f"At its peak a service gets {peak} requests a second. A request keeps one worker busy for "
            f"{millis} ms, an instance has {workers} workers, and workers should be busy at most {use}% "
            "of the time. How many instances are needed at least?"
        ),
        stem_tr=(
            f"Bir servise en yoğun anda saniyede {peak} istek geliyor. Bir istek bir işçiyi {millis} ms "
            f"meşgul ediyor, her örnekte (instance) {workers} işçi var ve işçiler zamanın en çok "
            f"%{use} kadarında meşgul olsun isteniyor. En az kaç örnek gerekir?"
        ),
        right=right,
        wrong=[
            (
                ceil(peak / one),
                "Plans with workers that are busy all the time.",
                "İşçilerin her an meşgul olduğu bir plan yapar.",
            ),
            (
                int(exact),
                "Rounds down, so that the last requests find no free worker.",
                "Aşağı yuvarlar; son istekler boş işçi bulamaz.",
            ),
            (
                ceil(exact * workers),
                "Forgets that an instance has several workers.",
                "Bir örnekte birkaç işçi olduğunu unutur.",
            ),
            (
                ceil(peak / one * use / 100),
                "Multiplies by the share instead of dividing by it.",
                "Orana bölmek yerine oranla çarpar.",
            ),
            (right + 1, "Rounds up once too often.", "Gereğinden bir fazla yuvarlar."),
            (right + 2, "Rounds up at each step.", "Her adımda yukarı yuvarlar."),
        ],
        because_en=(
            f"A worker handles 1000 : {millis} requests a second, an instance {rate}, and at {use}% of "
            f"that {usable}. The result of {peak} : {usable} is {said_en}."
        ),
        because_tr=(
            f"Bir örnek saniyede {workers} · 1000 : {millis} = {rate_tr} istek karşılar, bunun "
            f"%{use} kadarı {usable_tr} eder. {peak} : {usable_tr} işleminin sonucu {said_tr}."
        ),
        computed=(
            f"next(i for i in range(1, 500) "
            f"if i * {workers} * 1000 * {use} >= {peak} * {millis} * 100)"
        ),
    )


@template("be-scaling-percentile", topic=TOPIC, difficulty=3, seconds=75)
def percentile(rng: Random) -> Question:
    share = rng.choice([50, 80, 90])
    fast = rng.sample(range(20, 60), 7)
    slow = [rng.randint(90, 140), rng.randint(200, 300), rng.randint(900, 1500)]
    times = [*fast, *slow]
    rng.shuffle(times)
    ranked = sorted(times)
    place = share // 10
    right = ranked[place - 1]
    shown = ", ".join(map(str, times))
    return asked(
        stem_en=(
            f"Ten requests took these times in ms: {shown}. The p{share} is the smallest of these times "
            f"that at least {share}% of the requests did not exceed. What is it?"
        ),
        stem_tr=(
            f"On istek şu kadar ms sürdü: {shown}. p{share}, isteklerin en az %{share} kadarının "
            "aşmadığı, bu sürelerin en küçüğüdür. Bu değer kaçtır?"
        ),
        unit=("ms", "ms"),
        right=right,
        wrong=[
            (
                times[place - 1],
                "Counts in the order of arrival, without sorting.",
                "Sıralamadan, geliş sırasına göre sayar.",
            ),
            (ranked[min(place, 9)], "Counts one place too far.", "Bir sıra fazla sayar."),
            (
                sorted(times, reverse=True)[place - 1],
                "Sorts from slow to fast.",
                "Yavaştan hızlıya sıralar.",
            ),
            (
                ranked[-1] * share // 100,
                "Takes a share of the slowest time.",
                "En yavaş sürenin yüzdesini alır.",
            ),
            (ranked[-1], "Takes the slowest request.", "En yavaş isteği alır."),
        ],
        because_en=(
            f"Sorted: {', '.join(map(str, ranked))}. {share}% of ten requests are {place}, so it is time "
            f"number {place}: {right} ms."
        ),
        because_tr=(
            f"Sıralı: {', '.join(map(str, ranked))}. On isteğin %{share} kadarı {place} istektir; "
            f"baştan {place}. süre: {right} ms."
        ),
        computed=(
            f"min(v for v in {times} if sum(w <= v for w in {times}) * 100 >= {share} * {len(times)})"
        ),
    )
