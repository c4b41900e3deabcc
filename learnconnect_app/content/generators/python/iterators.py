"""Parametric items of the topic `py-iterators`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-iterators"


@template("py-iterators-zip-shorter", topic=TOPIC, difficulty=2, seconds=60)
def zip_shorter(rng: Random) -> Question:
    counts = [rng.randint(1, 4) for _ in range(rng.randint(2, 3))]
    prices = rng.sample(range(5, 15), len(counts) + 1)
    if rng.choice([True, False]):
        counts, prices = [*counts, rng.randint(2, 4)], prices[:-1]
    pairs = min(len(counts), len(prices))
    used = list(zip(counts, prices, strict=False))
    right = sum(count * price for count, price in used)
    left_over = counts[pairs:] + prices[pairs:]
    terms = " + ".join(f"{count} * {price}" for count, price in used)
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=f"""\
counts = {counts}
prices = {prices}
print(sum(count * price for count, price in zip(counts, prices)))
""",
        right=right,
        wrong=[
            (
                right + left_over[0],
                "Thinks that the value left over is added as it is.",
                "Eşi olmayan değerin olduğu gibi eklendiğini sanır.",
            ),
            (
                "ValueError",
                "Thinks that zip insists on equal lengths.",
                "zip'in eşit uzunluk istediğini sanır.",
            ),
            (
                used[0][0] * used[0][1],
                "Keeps only the first product.",
                "Yalnızca ilk çarpımı alır.",
            ),
        ],
        spare=[(right + 1, "Slips by one while adding.", "Toplarken bir fazla sayar.")],
        because_en=f"`zip` stops at the shorter list and leaves out {left_over[0]}: {terms} = {right}.",
        because_tr=f"`zip` kısa liste bitince durur ve {left_over[0]} dışarıda kalır: {terms} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-iterators-next-with-default", topic=TOPIC, difficulty=2, seconds=45)
def next_with_default(rng: Random) -> Question:
    degrees = rng.sample(range(12, 36), 5)
    limit = rng.choice([20, 24, 28, 32])
    found = next((d for d in degrees if d > limit), None)
    default = rng.choice([0, -1])
    above = [d for d in degrees if d > limit]
    right = default if found is None else found
    because_en = (
        f"No value is above {limit}, so `next` gives the default {default}."
        if found is None
        else f"The generator gives the first value above {limit}, which is {right}, and then nobody asks for more."
    )
    because_tr = (
        f"{limit} üstünde değer yoktur; `next` varsayılan {default} değerini verir."
        if found is None
        else f"Üreteç {limit} üstündeki ilk değeri, yani {right} değerini verir; sonrasını kimse istemez."
    )
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=f"""\
degrees = {degrees}
hot = (d for d in degrees if d > {limit})
print(next(hot, {default}))
""",
        right=right,
        wrong=[
            (
                max(degrees),
                "Thinks that the largest value is looked for.",
                "En büyük değerin arandığını sanır.",
            ),
            (
                default,
                "Thinks that the second argument always comes first.",
                "İkinci argümanın her zaman önce geldiğini sanır.",
            ),
            (
                len(above),
                "Takes the number of matching values for the value.",
                "Koşula uyan değerlerin sayısını değerin kendisi sanır.",
            ),
            (
                "StopIteration",
                "Thinks that the end of a generator raises an error even with a default.",
                "Varsayılan değer verilse de üretecin sonunda hata oluştuğunu sanır.",
            ),
        ],
        spare=[
            (
                degrees[0],
                "Overlooks the condition of the generator.",
                "Üretecin koşulunu gözden kaçırır.",
            ),
            (
                "None",
                "Thinks that a missing value is always shown as None.",
                "Bulunamayanın hep None olduğunu sanır.",
            ),
            (limit, "Takes the limit for the value.", "Sınırı değerin kendisi sanır."),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )


@template("py-iterators-next-then-sum", topic=TOPIC, difficulty=3, seconds=55)
def next_then_sum(rng: Random) -> Question:
    start = rng.randint(1, 5)
    stop = start + rng.randint(3, 4)
    factor = rng.choice([2, 3, 5, 10])
    values = [factor * n for n in range(start, stop)]
    first, rest = values[0], sum(values[1:])
    shown = " + ".join(map(str, values[1:]))
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
values = ({factor} * n for n in range({start}, {stop}))
first = next(values)
print(first, sum(values), sum(values))
""",
        right=f"{first} {rest} 0",
        wrong=[
            (
                f"{first} {first + rest} {first + rest}",
                "Thinks that each pass starts from the beginning.",
                "Her geçişin baştan başladığını sanır.",
            ),
            (
                f"{first} {rest} {rest}",
                "Thinks that the generator can be summed up again.",
                "Üretecin yeniden toplanabildiğini sanır.",
            ),
            (
                f"{first} {first + rest} 0",
                "Thinks that next only looks at the first value.",
                "next'in ilk değere yalnızca baktığını sanır.",
            ),
        ],
        because_en=f"`next` takes {first}; the first `sum` takes the rest: {shown} = {rest}. Then nothing is left.",
        because_tr=f"`next`, {first} değerini alır; ilk `sum` kalanları alır: {shown} = {rest}. Sonra üreteç boştur.",
        proof=Proof(run="output"),
    )


@template("py-iterators-endless-savings", topic=TOPIC, difficulty=3, seconds=60)
def endless_savings(rng: Random) -> Question:
    start = rng.choice([10, 20, 50, 100])
    step = rng.choice([5, 15, 25, 30])
    weeks = rng.randint(3, 5)
    right = start + weeks * step
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
def savings(amount, step):
    while True:
        yield amount
        amount += step

plan = savings({start}, {step})
for week in range({weeks}):
    next(plan)
print(next(plan))
""",
        right=right,
        wrong=[
            (
                right - step,
                "Takes the last value of the loop for the one that is printed.",
                "Döngünün aldığı son değeri, yazdırılan değer sanır.",
            ),
            (
                start,
                "Thinks that the generator starts again with each next.",
                "Üretecin her next ile yeniden başladığını sanır.",
            ),
            (
                right + step,
                "Thinks that the first value is already increased once.",
                "İlk değerin bir kez artırılmış olduğunu sanır.",
            ),
        ],
        spare=[
            (
                start + step,
                "Thinks that the loop takes nothing.",
                "Döngünün hiçbir değer almadığını sanır.",
            )
        ],
        because_en=f"The loop takes {weeks} values, beginning with {start}. The next one is "
        f"{start} + {weeks} * {step} = {right}; the endless loop waits at each `yield`.",
        because_tr=f"Döngü {start} ile başlayarak {weeks} değer alır. Sıradaki değer "
        f"{start} + {weeks} * {step} = {right} olur; sonsuz döngü her `yield`'de bekler.",
        proof=Proof(run="output"),
    )


@template("py-iterators-yield-from", topic=TOPIC, difficulty=4, seconds=60)
def yield_from(rng: Random) -> Question:
    names = rng.sample(["Ada", "Alan", "Ayşe", "Deniz", "Grace", "Mert", "Zeynep"], 4)
    guest = rng.choice(["Can", "Eda", "Tim", "Zoe"])
    flat = rng.choice([True, False])
    word = "yield from" if flat else "yield"
    take = rng.randint(1, 2)
    groups = [names[:2], names[2:]]
    flat_line = [names[0], names[1], guest, names[2], names[3], guest]
    nested_line = [groups[0], guest, groups[1], guest]
    line, other = (flat_line, nested_line) if flat else (nested_line, flat_line)
    shown = str(groups).replace("'", '"')
    because_en = (
        "`yield from` hands out the names of a group one by one"
        if flat
        else "Plain `yield` hands out the whole group as one value"
    )
    because_tr = (
        "`yield from` gruptaki adları tek tek verir"
        if flat
        else "Yalın `yield` bütün grubu tek bir değer olarak verir"
    )
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
def line(groups):
    for group in groups:
        {word} group
        yield "{guest}"

people = line({shown})
for _ in range({take}):
    next(people)
print(next(people))
""",
        right=line[take],
        wrong=[
            (
                other[take],
                "Confuses yield with yield from.",
                "yield ile yield from'u karıştırır.",
            ),
            (
                line[take - 1],
                "Counts one value too few.",
                "Değerleri bir eksik sayar.",
            ),
            (
                line[take + 1],
                "Counts one value too many.",
                "Değerleri bir fazla sayar.",
            ),
        ],
        spare=[
            (
                line[0],
                "Thinks that each next starts again from the front.",
                "Her next'in yeniden baştan başladığını sanır.",
            ),
            (
                groups[1],
                "Thinks that a whole group comes each time.",
                "Her seferinde bütün bir grubun geldiğini sanır.",
            ),
            (
                names[3],
                "Thinks that the loop uses up all but the last name.",
                "Döngünün son ad dışında hepsini tükettiğini sanır.",
            ),
        ],
        because_en=f"{because_en}, followed by {guest}. Call number {take + 1} of `next` gives {line[take]}.",
        because_tr=f"{because_tr}, ardından {guest} gelir. {take + 1}. `next` çağrısının sonucu: {line[take]}.",
        proof=Proof(run="output"),
    )


@template("py-iterators-late-factor", topic=TOPIC, difficulty=5, seconds=75)
def late_factor(rng: Random) -> Question:
    old, new = rng.sample([2, 3, 4, 5, 10], 2)
    numbers = rng.sample(range(1, 7), 3)
    added = rng.randint(7, 9)
    total, longer = sum(numbers), sum(numbers) + added
    right = new * longer
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
factor = {old}
numbers = {numbers}
scaled = (factor * n for n in numbers)
factor = {new}
numbers.append({added})
print(sum(scaled))
""",
        right=right,
        wrong=[
            (
                old * total,
                "Thinks that the values are computed where the generator is written.",
                "Değerlerin üretecin yazıldığı satırda hesaplandığını sanır.",
            ),
            (
                new * total,
                "Thinks that the generator works on a copy of the list.",
                "Üretecin listenin bir kopyasıyla çalıştığını sanır.",
            ),
            (
                old * longer,
                "Thinks that the factor is stored when the generator is made.",
                "Çarpanın üreteç oluşturulurken saklandığını sanır.",
            ),
        ],
        spare=[
            (
                old * total + new * added,
                "Mixes the old and the new factor.",
                "Eski ve yeni çarpanı karıştırır.",
            ),
            (right + new, "Slips by one while adding.", "Toplarken bir fazla sayar."),
        ],
        because_en=f"Nothing is computed before `sum` asks. By then `factor` is {new} and the list has {added}, "
        f"too: {new} * {longer} = {right}.",
        because_tr=f"`sum` isteyene kadar hiçbir şey hesaplanmaz. O sırada `factor` {new} olmuş, listeye {added} "
        f"eklenmiştir: {new} * {longer} = {right}.",
        proof=Proof(run="output"),
    )
