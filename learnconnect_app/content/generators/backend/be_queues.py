"""Parametric items of the topic `be-queues`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.backend.operation_writing import asked
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-queues"


@template("be-queues-backoff", topic=TOPIC, difficulty=3, seconds=75)
def backoff(rng: Random) -> Question:
    base, factor = rng.choice([(1, 2), (2, 2), (3, 2), (5, 2), (1, 3), (2, 3)])
    retries = rng.choice([4, 5]) if factor == 3 else rng.choice([5, 6])
    plain = [base * factor**n for n in range(retries)]
    cap = {2: rng.choice([base * 6, base * 10]), 3: rng.choice([base * 12, base * 20])}[factor]
    waits = [min(cap, wait) for wait in plain]
    right = sum(waits)
    sums = " + ".join(map(str, waits))
    return asked(
        stem_en=(
            f"A job is tried at once. After each failed try the worker waits: first {base} s, then "
            f"{factor} times as long as the time before, but never more than {cap} s. The first try "
            f"and {retries - 1} retries fail, the next one succeeds. How long has the worker waited "
            "in all?"
        ),
        stem_tr=(
            f"Bir iş hemen denenir. Her başarısız denemeden sonra beklenir: önce {base} s, sonra her "
            f"seferinde bir öncekinin {factor} katı, ama hiçbir zaman {cap} saniyeden fazla değil. İlk "
            f"deneme ve {retries - 1} yeniden deneme başarısız olur, bir sonraki başarılı olur. Toplam "
            "ne kadar beklenmiştir?"
        ),
        unit=("seconds", "saniye"),
        right=right,
        wrong=[
            (sum(plain), "Overlooks the upper limit.", "Üst sınırı gözden kaçırır."),
            (waits[-1], "Takes the last wait for the sum.", "Son beklemeyi toplam sanır."),
            (
                right - waits[-1],
                "Leaves out the wait before the try that succeeds.",
                "Başarılı denemeden önceki beklemeyi atlar.",
            ),
            (
                right + min(cap, base * factor**retries),
                "Adds a wait after the try that succeeds.",
                "Başarılı denemeden sonra da bekleme ekler.",
            ),
            (base * retries, "Waits equally long each time.", "Her seferinde eşit süre bekler."),
        ],
        because_en=f"{retries} tries fail, so there are {retries} waits: {sums} = {right} seconds.",
        because_tr=(
            f"{retries} deneme başarısız olur, yani {retries} bekleme vardır: {sums} = {right} saniye."
        ),
        computed=f"sum(Min({cap}, {base} * {factor}**i) for i in range({retries}))",
    )


@template("be-queues-time-to-drain", topic=TOPIC, difficulty=4, seconds=90)
def time_to_drain(rng: Random) -> Question:
    workers = rng.choice([2, 3, 4, 5])
    each = rng.choice([20, 30, 40, 50])
    capacity = workers * each
    normal = capacity - rng.choice([10, 20, 25])
    peak = capacity + rng.choice([20, 30, 40, 50])
    minutes = rng.choice([10, 15, 20, 30])
    left = (peak - capacity) * minutes
    spare = capacity - normal
    if left % spare:
        return time_to_drain(rng)
    right = left // spare
    if right == minutes:
        return time_to_drain(rng)
    return asked(
        stem_en=(
            f"{workers} workers handle {each} jobs a minute each. The queue is empty; then {peak} jobs "
            f"a minute arrive for {minutes} minutes, and after that {normal} a minute. How long after "
            "the rush ends is the queue empty again?"
        ),
        stem_tr=(
            f"Her biri dakikada {each} iş bitiren {workers} işçi süreç (worker) var. Kuyruk boş; sonra "
            f"{minutes} dakika boyunca dakikada {peak} iş geliyor, ondan sonra dakikada {normal} iş. "
            "Yoğunluk bittikten ne kadar sonra kuyruk yeniden boşalır?"
        ),
        unit=("minutes", "dakika"),
        right=right,
        wrong=[
            (
                left // capacity if left % capacity == 0 else minutes,
                "Forgets that new jobs keep arriving."
                if left % capacity == 0
                else "Thinks that clearing takes as long as the rush.",
                "Yeni işlerin gelmeye devam ettiğini unutur."
                if left % capacity == 0
                else "Boşalmanın yoğunluk kadar sürdüğünü sanır.",
            ),
            (
                right + minutes,
                "Counts from the start of the rush.",
                "Yoğunluğun başından itibaren sayar.",
            ),
            (
                minutes,
                "Thinks that clearing takes as long as the rush.",
                "Boşalmanın yoğunluk kadar sürdüğünü sanır.",
            ),
            (
                right * 2,
                "Counts only half of the spare capacity.",
                "Boştaki kapasitenin yalnızca yarısını hesaba katar.",
            ),
            (
                right + 5,
                "Slips in the subtraction.",
                "Çıkarmada yanılır.",
            ),
        ],
        because_en=(
            f"The workers handle {workers} · {each} = {capacity} a minute. In the rush "
            f"({peak} − {capacity}) · {minutes} = {left} jobs pile up; afterwards {capacity} − {normal} = "
            f"{spare} a minute are worked off: {left} : {spare} = {right} minutes."
        ),
        because_tr=(
            f"İşçiler dakikada {workers} · {each} = {capacity} iş bitirir. Yoğunlukta "
            f"({peak} − {capacity}) · {minutes} = {left} iş birikir; sonra dakikada {capacity} − {normal} "
            f"= {spare} iş eritilir: {left} : {spare} = {right} dakika."
        ),
        computed=(f"solve({peak} * {minutes} + {normal} * t - {capacity} * ({minutes} + t), t)[0]"),
    )
