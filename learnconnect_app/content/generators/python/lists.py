"""Parametric items of the topic `py-lists`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-lists"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]
FRUITS = [
    "kiwi",
    "plum",
    "fig",
    "banana",
    "apple",
    "pear",
    "cherry",
    "grape",
    "lemon",
    "mango",
    "date",
    "orange",
]


def literal(values: list[str]) -> str:
    """A list of strings as it is written in code."""
    return json.dumps(values, ensure_ascii=False)


@template("py-lists-element-at", topic=TOPIC, difficulty=1, seconds=30)
def element_at(rng: Random) -> Question:
    students = rng.sample(NAMES, 5)
    index = rng.randint(1, 3)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"students = {literal(students)}\nprint(students[{index}])",
        right=students[index],
        wrong=[
            (students[index - 1], "Starts counting at 1.", "Saymaya 1'den başlar."),
            (students[-index], "Counts from the end of the list.", "Listenin sonundan sayar."),
            (index, "Takes the position for the element.", "Konumu öğenin kendisi sanır."),
        ],
        spare=[(students[index + 1], "Goes one place too far.", "Bir yer fazla ilerler.")],
        because_en=f"Counting starts at 0, so index {index} is element number {index + 1}: {students[index]}.",
        because_tr=f"Saymaya 0'dan başlanır; {index} indeksindeki öğe baştan {index + 1}. öğedir: {students[index]}.",
        proof=Proof(run="output"),
    )


@template("py-lists-slice", topic=TOPIC, difficulty=2, seconds=50)
def slice_of_list(rng: Random) -> Question:
    numbers = rng.sample(range(10, 60), 7)
    start = rng.randint(1, 2)
    stop = start + rng.randint(2, 4)
    step = rng.choice([1, 1, 2])
    right = numbers[start:stop:step]
    written = f"{start}:{stop}" if step == 1 else f"{start}:{stop}:{step}"
    places = ", ".join(map(str, range(start, stop, step)))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"scores = {numbers}\nprint(scores[{written}])",
        right=right,
        wrong=[
            (
                numbers[start : stop + 1 : step],
                "Counts the end as included.",
                "Bitişi dahil sayar.",
            ),
            (
                numbers[start - 1 : stop - 1 : step],
                "Counts the positions from 1.",
                "Konumları 1'den saymaya başlar.",
            ),
            (
                numbers[start:stop] if step == 2 else numbers[start : start + stop],
                "Overlooks the step." if step == 2 else "Reads the second number as a length.",
                "Adımı gözden kaçırır." if step == 2 else "İkinci sayıyı uzunluk diye okur.",
            ),
        ],
        spare=[
            (
                numbers[start + 1 : stop : step],
                "Leaves out the first element.",
                "İlk öğeyi dışarıda bırakır.",
            ),
            (numbers[start : stop - 1], "Stops one element too early.", "Bir öğe erken durur."),
            (numbers[stop:], "Takes what comes after the slice.", "Dilimden sonra geleni alır."),
        ],
        because_en=f"The slice takes the positions {places}"
        + (f", in steps of {step}" if step > 1 else "")
        + f"; position {stop} is the end and is not included.",
        because_tr=f"Dilim, konumları {places} olan öğeleri"
        + (f" {step} adımla" if step > 1 else "")
        + f" alır; {stop} konumu bitiştir ve dahil değildir.",
        proof=Proof(run="output"),
    )


@template("py-lists-row-and-column", topic=TOPIC, difficulty=2, seconds=45)
def row_and_column(rng: Random) -> Question:
    flat = rng.sample(range(1, 40), 9)
    grid = [flat[0:3], flat[3:6], flat[6:9]]
    row, column = rng.sample([1, 2], 2)
    right = grid[row][column]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"seats = {grid}\nprint(seats[{row}][{column}])",
        right=right,
        wrong=[
            (
                grid[column][row],
                "Reads the first index as the column.",
                "İlk indeksi sütun diye okur.",
            ),
            (
                grid[row - 1][column - 1],
                "Counts rows and columns from 1.",
                "Satır ve sütunları 1'den sayar.",
            ),
            (
                grid[row],
                "Stops at the row and forgets the column.",
                "Satırda durur, sütunu unutur.",
            ),
        ],
        spare=[(grid[row][column - 1], "Counts the columns from 1.", "Sütunları 1'den sayar.")],
        because_en=f"`seats[{row}]` is the row {grid[row]}; position {column} of that row is {right}.",
        because_tr=f"`seats[{row}]` şu satırdır: {grid[row]}; bu satırda {column} konumundaki öğe: {right}.",
        proof=Proof(run="output"),
    )


@template("py-lists-remove-value", topic=TOPIC, difficulty=2, seconds=45)
def remove_value(rng: Random) -> Question:
    value = rng.randint(2, 4)
    others = [n for n in range(1, 10) if n != value]
    visits = rng.sample(others, 4)
    first = rng.randint(0, 1)
    visits.insert(first, value)
    visits.insert(rng.randint(3, 5), value)
    right = visits[:first] + visits[first + 1 :]
    last = len(visits) - 1 - visits[::-1].index(value)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"visits = {visits}\nvisits.remove({value})\nprint(visits)",
        right=right,
        wrong=[
            (
                [n for n in visits if n != value],
                "Thinks that remove deletes every equal element.",
                "remove'un eşit olan bütün öğeleri sildiğini sanır.",
            ),
            (
                visits[:value] + visits[value + 1 :],
                "Takes the value for a position.",
                "Değeri konum sanır.",
            ),
            (
                visits[:last] + visits[last + 1 :],
                "Thinks that remove searches from the end.",
                "remove'un sondan aramaya başladığını sanır.",
            ),
        ],
        spare=[
            (
                visits,
                "Thinks that remove leaves the list as it was.",
                "remove'un listeyi olduğu gibi bıraktığını sanır.",
            ),
        ],
        because_en=f"`remove({value})` deletes only the first element that equals {value}; later ones stay.",
        because_tr=f"`remove({value})` yalnızca {value} değerine eşit ilk öğeyi siler; sonrakiler kalır.",
        proof=Proof(run="output"),
    )


@template("py-lists-queue-of-names", topic=TOPIC, difficulty=3, seconds=70)
def queue_of_names(rng: Random) -> Question:
    a, b, c, late, guest = rng.sample(NAMES, 5)
    place = rng.randint(0, 1)
    leaving = rng.randint(1, 3)
    queue = [a, b, c, late]
    queue.insert(place, guest)
    gone = queue.pop(leaving)
    kept = [a, b, c, late]
    kept.insert(place, guest)
    after = [a, b, c, late]
    after.insert(place + 1, guest)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"queue = {literal([a, b, c])}\n"
            f"queue.append({json.dumps(late, ensure_ascii=False)})\n"
            f"queue.insert({place}, {json.dumps(guest, ensure_ascii=False)})\n"
            f"queue.pop({leaving})\n"
            "print(queue)"
        ),
        right=queue,
        wrong=[
            (
                kept[: leaving - 1] + kept[leaving:],
                "Counts the position for pop from 1.",
                "pop'un konumunu 1'den sayar.",
            ),
            (
                after[:leaving] + after[leaving + 1 :],
                "Thinks that insert puts the element after the position.",
                "insert'ün öğeyi verilen konumdan sonraya koyduğunu sanır.",
            ),
            (
                kept[:-1],
                "Thinks that pop always takes the last element.",
                "pop'un her zaman son öğeyi aldığını sanır.",
            ),
        ],
        spare=[
            (
                kept,
                "Thinks that pop only reads the element.",
                "pop'un öğeyi yalnızca okuduğunu sanır.",
            ),
            (
                after,
                "Misplaces the inserted name and forgets pop.",
                "Eklenen adı yanlış yere koyar ve pop'u unutur.",
            ),
        ],
        because_en=f"After append and insert the queue is {', '.join(kept)}; position {leaving} is {gone}, who leaves.",
        because_tr=f"append ve insert sonrası sıra: {', '.join(kept)}; {leaving} konumundaki kişi çıkar: {gone}.",
        proof=Proof(run="output"),
    )


@template("py-lists-alias-or-copy", topic=TOPIC, difficulty=3, seconds=60)
def alias_or_copy(rng: Random) -> Question:
    scores = rng.sample(range(50, 90), 3)
    index = rng.randint(0, 2)
    corrected, added = rng.sample(range(90, 101), 2)
    source = rng.choice(["scores", "scores", "scores[:]", "list(scores)", "scores.copy()"])
    alias = source == "scores"
    assigned = [*scores]
    assigned[index] = corrected
    both, only_added = [*assigned, added], [*scores, added]
    if alias:
        right = both
        opposite = (
            scores,
            "Thinks that = makes a copy of the list.",
            "= işaretinin listeyi kopyaladığını sanır.",
        )
        because_en = (
            "`other = scores` is a second name for the same list, so both changes show in `scores`."
        )
        because_tr = "`other = scores` aynı listenin ikinci adıdır; iki değişiklik de `scores` içinde görünür."
    else:
        right = scores
        opposite = (
            both,
            "Thinks that a copy stays connected to the original.",
            "Kopyanın asıl listeye bağlı kaldığını sanır.",
        )
        because_en = f"`{source}` makes a new list; changes to `other` do not reach `scores`."
        because_tr = (
            f"`{source}` yeni bir liste kurar; `other` üzerindeki değişiklikler `scores`'a ulaşmaz."
        )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"scores = {scores}\nother = {source}\nother[{index}] = {corrected}\nother.append({added})\nprint(scores)",
        right=right,
        wrong=[
            opposite,
            (
                only_added,
                "Thinks that only append reaches the other name.",
                "Öbür ada yalnızca append'in ulaştığını sanır.",
            ),
            (
                assigned,
                "Thinks that only the assignment to an index reaches the other name.",
                "Öbür ada yalnızca indekse yapılan atamanın ulaştığını sanır.",
            ),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )


@template("py-lists-sort-by-length", topic=TOPIC, difficulty=4, seconds=70)
def sort_by_length(rng: Random) -> Question:
    while True:
        words = rng.sample(FRUITS, 4)
        right = sorted(words, key=len)
        if right not in (sorted(words, key=lambda w: (len(w), w)), words, sorted(words)):
            break
    turned = words[::-1]
    tied = next(w for w in right if sum(len(w) == len(v) for v in right) > 1)
    same = ", ".join(w for w in right if len(w) == len(tied))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"fruits = {literal(words)}\nprint(sorted(fruits, key=len))",
        right=right,
        wrong=[
            (
                sorted(words),
                "Overlooks the key and sorts alphabetically.",
                "key'i gözden kaçırıp alfabeye göre sıralar.",
            ),
            (
                sorted(words, key=lambda w: (len(w), w)),
                "Thinks that words of equal length are put in alphabetical order.",
                "Eşit uzunluktaki sözcüklerin alfabeye göre dizildiğini sanır.",
            ),
            (
                sorted(words, key=len, reverse=True),
                "Thinks that the longest comes first.",
                "En uzun olanın başa geldiğini sanır.",
            ),
        ],
        spare=[
            (
                sorted(turned, key=len),
                "Thinks that words of equal length change places.",
                "Eşit uzunluktaki sözcüklerin yer değiştirdiğini sanır.",
            ),
            (
                words,
                "Thinks that key measures without sorting.",
                "key'in sıralamadan yalnızca ölçtüğünü sanır.",
            ),
        ],
        because_en=f"Words are ordered by length; those of equal length (such as {same}) keep the order they had.",
        because_tr=f"Sözcükler uzunluğa göre dizilir; eşit uzunlukta olanlar (örneğin {same}) eski sıralarını korur.",
        proof=Proof(run="output"),
    )
