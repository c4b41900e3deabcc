"""Parametric items of the topic `py-collections`."""

from __future__ import annotations

from collections import deque
from itertools import accumulate, groupby
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-collections"


@template("py-collections-most-votes", topic=TOPIC, difficulty=2, seconds=50)
def most_votes(rng: Random) -> Question:
    winner, second, third = rng.sample(["Ada", "Alan", "Ayşe", "Deniz", "Grace", "Mert"], 3)
    wins = rng.choice([3, 4])
    votes = [winner] * wins + [second] * (wins - 1) + [third] * rng.randint(0, 1)
    rng.shuffle(votes)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from collections import Counter

votes = {" ".join(votes)!r}.split()
print(Counter(votes).most_common(1))
""".replace("'", '"'),
        right=[(winner, wins)],
        wrong=[
            (
                [winner],
                "Thinks that only the most common element comes back.",
                "Yalnızca en sık öğenin geldiğini sanır.",
            ),
            (
                (winner, wins),
                "Thinks that most_common(1) gives a single pair, not a list.",
                "most_common(1)'in liste değil, tek bir çift verdiğini sanır.",
            ),
            (
                {winner: wins},
                "Thinks that the result is a dictionary, like the Counter.",
                "Sonucun Counter gibi bir sözlük olduğunu sanır.",
            ),
            (
                [(second, wins - 1)],
                "Counts the places of most_common from zero.",
                "most_common'ın sırasını sıfırdan sayar.",
            ),
        ],
        because_en=f"`most_common` always gives a list of pairs, here with one pair: {winner} has {wins} votes.",
        because_tr=f"`most_common` her zaman çiftlerden oluşan bir liste verir; burada tek çift var: "
        f"{winner}, {wins} oy.",
        proof=Proof(run="output"),
    )


@template("py-collections-running-balance", topic=TOPIC, difficulty=2, seconds=50)
def running_balance(rng: Random) -> Question:
    start = rng.choice([10, 20, 50])
    steps = [rng.randint(2, 9), -rng.randint(1, 6), rng.randint(2, 9)]
    right = list(accumulate(steps, initial=start))
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from itertools import accumulate

changes = {steps}
print(list(accumulate(changes, initial={start})))
""",
        right=right,
        wrong=[
            (
                right[1:],
                "Thinks that the initial value is not part of the result.",
                "Başlangıç değerinin sonuçta yer almadığını sanır.",
            ),
            (
                [start, *(start + step for step in steps)],
                "Adds each change to the initial value instead of the running total.",
                "Her değişikliği ara toplama değil, başlangıç değerine ekler.",
            ),
            (
                [right[-1]],
                "Thinks that only the final total is given.",
                "Yalnızca son toplamın verildiğini sanır.",
            ),
        ],
        spare=[
            (
                list(accumulate(steps)),
                "Overlooks the initial value.",
                "Başlangıç değerini gözden kaçırır.",
            ),
        ],
        because_en=f"The running total begins with {start} itself, then each change is added to the last total.",
        because_tr=f"Ara toplamlar {start} ile başlar, sonra her değişiklik son toplama eklenir.",
        proof=Proof(run="output"),
    )


@template("py-collections-deque-with-maxlen", topic=TOPIC, difficulty=3, seconds=55)
def deque_with_maxlen(rng: Random) -> Question:
    values = rng.sample(range(10, 40), rng.randint(5, 6))
    size = rng.choice([2, 3])
    left = rng.random() < 0.5
    last: deque[int] = deque(maxlen=size)
    for value in values:
        if left:
            last.appendleft(value)
        else:
            last.append(value)
    right = list(last)
    method = "appendleft" if left else "append"
    end_en, end_tr = ("right", "sağdan") if left else ("left", "soldan")
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=f"""\
from collections import deque

last = deque(maxlen={size})
for degrees in {values}:
    last.{method}(degrees)
print(list(last))
""",
        right=right,
        wrong=[
            (
                values[:size][::-1] if left else values[:size],
                "Thinks that a full deque refuses new elements.",
                "Dolu bir deque'in yeni öğe almadığını sanır.",
            ),
            (
                right[::-1],
                "Confuses the two ends of the deque.",
                "deque'in iki ucunu karıştırır.",
            ),
            (
                "IndexError",
                "Thinks that adding to a full deque is an error.",
                "Dolu bir deque'e eklemenin hata olduğunu sanır.",
            ),
        ],
        spare=[
            (
                values[::-1] if left else values,
                "Thinks that maxlen is only a hint about memory.",
                "maxlen'in yalnızca bellekle ilgili bir ipucu olduğunu sanır.",
            ),
        ],
        because_en=f"A full deque drops an element at the other end: `{method}` pushes the oldest one out on "
        f"the {end_en}, so the {size} newest values stay.",
        because_tr=f"Dolu deque öteki ucundan öğe atar: `{method}` en eskiyi {end_tr} dışarı iter, en "
        f"yeni {size} değer kalır.",
        proof=Proof(run="output"),
    )


@template("py-collections-slice-of-endless", topic=TOPIC, difficulty=3, seconds=55)
def slice_of_endless(rng: Random) -> Question:
    start = rng.randint(1, 20)
    step = rng.choice([2, 3, 5, 10])
    begin = rng.randint(1, 3)
    end = begin + rng.randint(2, 3)
    right = [start + step * n for n in range(begin, end)]
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from itertools import count, islice

numbers = count({start}, {step})
print(list(islice(numbers, {begin}, {end})))
""",
        right=right,
        wrong=[
            (
                [start + step * n for n in range(begin, end + 1)],
                "Counts the end of the slice as included.",
                "Dilimin bitişini dahil sayar.",
            ),
            (
                [start + step * n for n in range(begin - 1, end - 1)],
                "Counts the places from one.",
                "Yerleri birden başlayarak sayar.",
            ),
            (
                [start + n for n in range(begin, end)],
                "Overlooks the step of count.",
                "count'un adımını gözden kaçırır.",
            ),
            (
                [start + step * n for n in range(end)],
                "Thinks that islice begins at the front in any case.",
                "islice'ın her durumda baştan başladığını sanır.",
            ),
        ],
        because_en=f"`count` goes {start}, {start + step}, {start + 2 * step} and so on; `islice` takes the values "
        f"at the places {begin} to {end - 1}, counted from zero.",
        because_tr=f"`count` {start}, {start + step}, {start + 2 * step} diye sürer; `islice`, sıfırdan sayınca "
        f"{begin}-{end - 1} arasındaki yerlerde duran değerleri alır.",
        proof=Proof(run="output"),
    )


@template("py-collections-fold-digits", topic=TOPIC, difficulty=4, seconds=65)
def fold_digits(rng: Random) -> Question:
    items = rng.sample(range(1, 8), 3)
    factor = rng.choice([2, 3, 10])
    start = rng.randint(1, 4)
    right = start
    for item in items:
        right = right * factor + item
    without_start = (items[0] * factor + items[1]) * factor + items[2]
    from_the_right = start
    for item in reversed(items):
        from_the_right = from_the_right * factor + item
    first = start * factor + items[0]
    second = first * factor + items[1]
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from functools import reduce

def step(result, item):
    return result * {factor} + item

print(reduce(step, {items}, {start}))
""",
        right=right,
        wrong=[
            (
                without_start,
                "Leaves out the start value.",
                "Başlangıç değerini dışarıda bırakır.",
            ),
            (
                from_the_right,
                "Folds from the right instead of the left.",
                "Soldan değil, sağdan katlar.",
            ),
            (
                start * factor + sum(items),
                "Multiplies only once and then adds.",
                "Yalnızca bir kez çarpar, sonra toplar.",
            ),
        ],
        spare=[
            (second, "Stops one element too early.", "Bir öğe erken durur."),
            (right + factor, "Slips while computing.", "Hesaplarken yanılır."),
        ],
        because_en=f"From the left: {start} * {factor} + {items[0]} = {first}, "
        f"{first} * {factor} + {items[1]} = {second}, {second} * {factor} + {items[2]} = {right}.",
        because_tr=f"Soldan: {start} * {factor} + {items[0]} = {first}, {first} * {factor} + {items[1]} = {second}, "
        f"{second} * {factor} + {items[2]} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-collections-run-lengths", topic=TOPIC, difficulty=4, seconds=60)
def run_lengths(rng: Random) -> Question:
    one, two = rng.sample("ABKMRTX", 2)
    lengths = [rng.randint(1, 3), rng.randint(2, 3), rng.randint(1, 3)]
    letters = rng.choice([[one, two, one], [two, one, two]])
    signal = "".join(letter * length for letter, length in zip(letters, lengths, strict=True))
    ordered = rng.random() < 0.4
    source = "sorted(signal)" if ordered else "signal"
    plain = " ".join(f"{key}{len(list(group))}" for key, group in groupby(signal))
    sorted_up = " ".join(f"{key}{len(list(group))}" for key, group in groupby(sorted(signal)))
    first_seen = " ".join(f"{key}{signal.count(key)}" for key in dict.fromkeys(signal))
    sorted_down = " ".join(
        f"{key}{signal.count(key)}" for key in sorted(dict.fromkeys(signal), reverse=True)
    )
    right, other = (sorted_up, plain) if ordered else (plain, sorted_up)
    because_en = (
        "After sorting, equal letters are neighbours, so each letter has one group"
        if ordered
        else "`groupby` starts a new group whenever the letter changes"
    )
    because_tr = (
        "Sıralanınca eşit harfler komşu olur, her harfin tek grubu vardır"
        if ordered
        else "`groupby`, harf her değiştiğinde yeni bir grup başlatır"
    )
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from itertools import groupby

signal = "{signal}"
parts = []
for letter, group in groupby({source}):
    parts.append(letter + str(len(list(group))))
print(" ".join(parts))
""",
        right=right,
        wrong=[
            (
                other,
                "Overlooks that the letters are sorted first."
                if ordered
                else "Thinks that groupby sorts and collects all equal letters.",
                "Harflerin önce sıralandığını gözden kaçırır."
                if ordered
                else "groupby'ın sıralayıp bütün eşit harfleri topladığını sanır.",
            ),
            (
                first_seen,
                "Thinks that each letter has one group, in the order of its first place.",
                "Her harfin, ilk geçtiği sırayla tek grubu olduğunu sanır.",
            ),
            (
                " ".join(f"{part[0]}1" for part in right.split()),
                "Counts the groups instead of their elements.",
                "Öğeleri değil, grupları sayar.",
            ),
        ],
        spare=[
            (
                sorted_down,
                "Thinks that the groups come in reverse order.",
                "Grupların ters sırayla geldiğini sanır.",
            ),
            (
                " ".join(f"{letter}1" for letter in signal),
                "Thinks that each single letter is a group.",
                "Tek tek her harfin ayrı bir grup olduğunu sanır.",
            ),
            (
                plain.replace(" ", ""),
                "Overlooks the space between the parts.",
                "Aradaki boşluğu gözden kaçırır.",
            ),
        ],
        because_en=f"{because_en}: {right}.",
        because_tr=f"{because_tr}: {right}.",
        proof=Proof(run="output"),
    )
