"""Parametric items of the topic `py-for-loops`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-for-loops"


@template("py-for-loops-sum-of-range", topic=TOPIC, difficulty=2, seconds=50)
def sum_of_range(rng: Random) -> Question:
    start = rng.randint(1, 6)
    stop = start + rng.randint(3, 6)
    numbers = range(start, stop)
    right = sum(numbers)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"total = 0\nfor n in range({start}, {stop}):\n    total += n\nprint(total)",
        right=right,
        wrong=[
            (
                right + stop,
                "Counts the end of range as included.",
                "range'in bitişini dahil sayar.",
            ),
            (right - start, "Leaves out the first number.", "İlk sayıyı dışarıda bırakır."),
            (
                len(numbers),
                "Counts the passes instead of adding the numbers.",
                "Sayıları toplamak yerine turları sayar.",
            ),
            (stop - 1, "Keeps only the last number.", "Yalnızca son sayıyı tutar."),
        ],
        spare=[(right + 1, "Slips by one while adding.", "Toplarken bir fazla sayar.")],
        because_en=f"The loop adds {' + '.join(map(str, numbers))} = {right}; {stop} is not reached.",
        because_tr=f"Döngü {' + '.join(map(str, numbers))} = {right} toplamını bulur; {stop} sayısına ulaşılmaz.",
        proof=Proof(run="output"),
    )


@template("py-for-loops-steps", topic=TOPIC, difficulty=2, seconds=45)
def steps(rng: Random) -> Question:
    step = rng.randint(2, 5)
    start = rng.randint(1, 9)
    count = rng.randint(3, 5)
    down = rng.random() < 0.5
    if down:
        start += step * count
    signed = -step if down else step
    exact = rng.random() < 0.5
    stop = start + signed * count - (0 if exact else (1 if signed > 0 else -1))
    numbers = [start + signed * turn for turn in range(count)]

    def shown(values: list[int]) -> str:
        return " ".join(map(str, values))

    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f'for n in range({start}, {stop}, {signed}):\n    print(n, end=" ")',
        right=shown(numbers),
        wrong=[
            (
                shown([*numbers, start + signed * count]),
                "Counts the end of range as included."
                if exact
                else "Runs one step too far, beyond the end of range.",
                "range'in bitişini de dahil sayar."
                if exact
                else "range'in bitişini aşıp bir adım fazla gider.",
            ),
            (shown(numbers[1:]), "Leaves out the first number.", "İlk sayıyı dışarıda bırakır."),
            (shown(numbers[:-1]), "Stops one step too early.", "Bir adım erken durur."),
        ],
        because_en=f"The loop starts at {start} and goes on by {signed} "
        f"as long as {stop} is neither reached nor passed.",
        because_tr=f"Döngü {start} ile başlar ve {stop} sayısına ulaşmadıkça ya da onu aşmadıkça "
        f"{signed} adımıyla ilerler.",
        proof=Proof(run="output"),
    )


@template("py-for-loops-zip-shorter", topic=TOPIC, difficulty=2, seconds=50)
def zip_shorter(rng: Random) -> Question:
    names = rng.sample(["Ayşe", "Deniz", "Ada", "Alan", "Mert", "Grace"], rng.randint(3, 4))
    points = [rng.randint(2, 9) for _ in range(len(names) + rng.choice([-1, 1, 1]))]
    pairs = min(len(names), len(points))
    right = sum(points[:pairs])
    everything = sum(points)
    return question(
        en="What happens when this program runs?",
        tr="Bu program çalışınca ne olur?",
        code=f"names = {names}\npoints = {points}\ntotal = 0\nfor name, point in zip(names, points):\n"
        "    total += point\nprint(total)".replace("'", '"'),
        right=right,
        wrong=[
            (
                everything,
                "Believes zip goes on with the longer list.",
                "zip'in uzun listeyle sürdüğünü düşünür.",
            ),
            (
                "ValueError",
                "Believes zip needs lists of the same length.",
                "zip'in eşit uzunlukta liste istediğini düşünür.",
            ),
            (points[pairs - 1], "Keeps only the last number.", "Yalnızca son sayıyı tutar."),
            (
                pairs,
                "Counts the pairs instead of adding the points.",
                "Puanları toplamak yerine çiftleri sayar.",
            ),
        ],
        spare=[(right + 1, "Slips by one while adding.", "Toplarken bir fazla sayar.")],
        because_en=f"zip stops with the shorter list, after {pairs} pairs. The sum is {right}.",
        because_tr=f"zip kısa liste bitince, yani {pairs} çiftten sonra durur. Toplam {right} eder.",
        proof=Proof(run="output"),
    )


@template("py-for-loops-filter-and-count", topic=TOPIC, difficulty=3, seconds=55)
def filter_and_count(rng: Random) -> Question:
    scores = rng.sample(range(30, 100), 5)
    limit = sorted(scores)[rng.randint(1, 3)]
    word = rng.choice(["continue", "break"])
    low = [score for score in scores if score < limit]
    high = [score for score in scores if score >= limit]
    before = scores.index(low[0])
    right = len(high) if word == "continue" else before
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"passed = 0\nfor score in {scores}:\n    if score < {limit}:\n        {word}\n    passed += 1\n"
        "print(passed)",
        right=right,
        wrong=[
            (before, "Confuses continue with break.", "continue ile break'i karıştırır."),
            (len(high) - 1, "Does not count the score on the limit.", "Tam sınırdaki notu saymaz."),
            (len(low), "Counts the scores below the limit.", "Sınırın altındaki notları sayar."),
        ]
        if word == "continue"
        else [
            (len(high), "Confuses break with continue.", "break ile continue'yu karıştırır."),
            (before + 1, "Counts the score that ends the loop.", "Döngüyü bitiren notu da sayar."),
            (len(low), "Counts the scores below the limit.", "Sınırın altındaki notları sayar."),
        ],
        spare=[
            (5, "Counts every score.", "Bütün notları sayar."),
            (right + 1, "Starts counting at 1.", "Saymaya 1'den başlar."),
            (
                6,
                "Counts every score and starts at 1.",
                "Saymaya 1'den başlayıp bütün notları sayar.",
            ),
        ],
        because_en=f"`continue` skips the scores below {limit}; the other {len(high)} are counted."
        if word == "continue"
        else f"`break` ends the loop at {low[0]}, the first score below {limit}. Scores counted before it: {before}.",
        because_tr=f"`continue`, {limit} altındaki notları atlar; geriye kalan {len(high)} not sayılır."
        if word == "continue"
        else f"`break`, {limit} altındaki ilk notta, yani {low[0]} gelince döngüyü bitirir. O ana dek sayılan not: {before}.",
        proof=Proof(run="output"),
    )


@template("py-for-loops-largest-so-far", topic=TOPIC, difficulty=3, seconds=55)
def largest_so_far(rng: Random) -> Question:
    values = rng.sample(range(10, 60), 5)
    records = [value for place, value in enumerate(values) if value == max(values[: place + 1])]
    right = f"{max(values)} {len(records)}"
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"best, changes = 0, 0\nfor jump in {values}:\n    if jump > best:\n        best = jump\n"
        "        changes += 1\nprint(best, changes)",
        right=right,
        wrong=[
            (
                f"{max(values)} 5",
                "Counts every pass as a change.",
                "Her turu bir değişiklik sayar.",
            ),
            (f"{max(values)} 1", "Counts only the final record.", "Yalnızca son rekoru sayar."),
            (
                f"{max(values)} {len(records) - 1}",
                "Does not count the first jump, although it beats 0.",
                "0'ı geçtiği halde ilk atlayışı saymaz.",
            ),
            (
                f"{values[-1]} {len(records)}",
                "Keeps only the last value.",
                "Yalnızca son değeri tutar.",
            ),
        ],
        spare=[
            (f"{sum(values)} 5", "Adds up the jumps.", "Atlayışları toplar."),
            (
                f"{min(values)} {len(records)}",
                "Looks for the smallest value.",
                "En küçük değeri arar.",
            ),
        ],
        because_en=f"best changes each time a jump beats it: {', '.join(map(str, records))}. Changes: {len(records)}.",
        because_tr=f"best, onu geçen her atlayışta değişir: {', '.join(map(str, records))}. Değişiklik sayısı: {len(records)}.",
        proof=Proof(run="output"),
    )


@template("py-for-loops-nested-count", topic=TOPIC, difficulty=4, seconds=65)
def nested_count(rng: Random) -> Question:
    size = rng.randint(3, 7)
    low = rng.choice([0, 1, 2])
    shape = rng.choice(["up", "after", "full"])
    inner = {"up": "range(day + 1)", "after": f"range(day, {size})", "full": f"range({low + 2})"}[
        shape
    ]
    days = range(low, size)
    per_day = [{"up": day + 1, "after": size - day, "full": low + 2}[shape] for day in days]
    right = sum(per_day)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"tasks = 0\nfor day in range({low}, {size}):\n    for task in {inner}:\n        tasks += 1\nprint(tasks)",
        right=right,
        wrong=[
            (
                len(days) + per_day[-1],
                "Adds the passes of the two loops instead of combining them.",
                "İki döngünün turlarını birleştirmek yerine toplar.",
            ),
            (
                sum(per_day[:-1]),
                "Leaves out the last pass of the outer loop.",
                "Dış döngünün son turunu dışarıda bırakır.",
            ),
            (
                right - len(days),
                "Counts one pass too few in each inner loop.",
                "Her iç döngüde bir tur eksik sayar.",
            ),
        ],
        spare=[
            (
                right + len(days),
                "Counts one pass too many in each inner loop.",
                "Her iç döngüde bir tur fazla sayar.",
            ),
            (
                size * size,
                "Believes both loops always run from 0 to the end.",
                "İki döngünün de hep 0'dan sona gittiğini düşünür.",
            ),
            (right + 1, "Slips by one while adding.", "Toplarken bir fazla sayar."),
        ],
        because_en=f"The inner loop runs {' + '.join(map(str, per_day))} = {right} times in all.",
        because_tr=f"İç döngü toplam {' + '.join(map(str, per_day))} = {right} kez çalışır.",
        proof=Proof(run="output"),
    )


@template("py-for-loops-total-with-index", topic=TOPIC, difficulty=5, seconds=75)
def total_with_index(rng: Random) -> Question:
    values = [rng.randint(1, 6) for _ in range(rng.choice([3, 4]))]
    start = rng.choice([0, 1, 1, 2])
    given = f", start={start}" if start else ""
    weighted = [(place, value) for place, value in enumerate(values, start)]
    right = sum(place * value for place, value in weighted)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"total = 0\nfor i, value in enumerate({values}{given}):\n    total += i * value\nprint(total)",
        right=right,
        wrong=[
            (
                sum(values) if start == 0 else right - start * sum(values),
                "Adds the values without their numbers."
                if start == 0
                else "Overlooks the start and counts from 0.",
                "Değerleri numaralarıyla çarpmadan toplar."
                if start == 0
                else "Verilen başlangıcı gözden kaçırıp 0'dan sayar.",
            ),
            (
                right + sum(values),
                "Starts counting one number too high.",
                "Saymaya bir fazladan başlar.",
            ),
            (
                weighted[-1][0] * weighted[-1][1],
                "Keeps only the last product.",
                "Yalnızca son çarpımı tutar.",
            ),
        ],
        spare=[
            (
                sum(place + value for place, value in weighted),
                "Adds where the code multiplies.",
                "Kodun çarptığı yerde toplar.",
            ),
            (
                right + values[0],
                "Counts the first value once more.",
                "İlk değeri bir kez daha sayar.",
            ),
        ],
        because_en=f"The sum is {' + '.join(f'{place} * {value}' for place, value in weighted)} = {right}.",
        because_tr=f"Toplam {' + '.join(f'{place} * {value}' for place, value in weighted)} = {right} eder.",
        proof=Proof(run="output"),
    )
