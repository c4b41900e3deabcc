"""Parametric items of the topic `py-tuples`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-tuples"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]
GOODS = ["pen", "book", "ruler", "bag", "eraser", "map"]


def quoted(text: str) -> str:
    """A string as it is written in code."""
    return json.dumps(text, ensure_ascii=False)


def records(pairs: list[tuple[str, int]]) -> str:
    """A list of (text, number) tuples as it is written in code."""
    return "[" + ", ".join(f"({quoted(text)}, {number})" for text, number in pairs) + "]"


@template("py-tuples-join-and-repeat", topic=TOPIC, difficulty=2, seconds=45)
def join_and_repeat(rng: Random) -> Question:
    a, b, c = rng.sample(range(1, 10), 3)
    times = rng.randint(2, 3)
    right = (a, b) + (c,) * times
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"steps = ({a}, {b}) + ({c},) * {times}\nprint(steps)",
        right=right,
        wrong=[
            (
                (a, b, c) * times,
                "Joins first and repeats afterwards.",
                "Önce birleştirir, sonra tekrarlar.",
            ),
            (
                (a, b, c * times),
                "Multiplies the number instead of repeating it.",
                "Tekrarlamak yerine sayıyı çarpar.",
            ),
            (
                ((a, b), (c,) * times),
                "Thinks that + puts both tuples into a new one.",
                "+ işleminin iki demeti yeni bir demetin içine koyduğunu sanır.",
            ),
        ],
        because_en=f"`*` comes before `+`: `({c},) * {times}` is {(c,) * times}, which is then joined to the end.",
        because_tr=f"`*`, `+`'dan önce gelir: `({c},) * {times}` sonucu {(c,) * times} olur, sonra bu sona eklenir.",
        proof=Proof(run="output"),
    )


@template("py-tuples-rotate-names", topic=TOPIC, difficulty=2, seconds=50)
def rotate_names(rng: Random) -> Question:
    places = ("first", "second", "third")
    people = rng.sample(NAMES, 3)
    order = rng.choice([(1, 2, 0), (2, 0, 1)])
    right = [people[i] for i in order]
    one_by_one = [*people]
    for target, source in enumerate(order):
        one_by_one[target] = one_by_one[source]
    backwards = ["", "", ""]
    for target, source in enumerate(order):
        backwards[source] = people[target]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"first, second, third = {', '.join(map(quoted, people))}\n"
            f"first, second, third = {', '.join(places[i] for i in order)}\n"
            "print(first, second, third)"
        ),
        right=" ".join(right),
        wrong=[
            (
                " ".join(one_by_one),
                "Thinks that the names are assigned one by one, with values that are already new.",
                "Adlara tek tek, üstelik yeni değerlerle atandığını sanır.",
            ),
            (
                " ".join(backwards),
                "Follows the assignment in the wrong direction.",
                "Atamayı ters yönde izler.",
            ),
            (
                " ".join(people),
                "Thinks that nothing moves.",
                "Hiçbir şeyin yer değiştirmediğini sanır.",
            ),
        ],
        because_en="The right side uses the old values throughout; only then are all three names assigned.",
        because_tr="Sağ tarafta her yerde eski değerler kullanılır; üç ada da ancak ondan sonra atanır.",
        proof=Proof(run="output"),
    )


@template("py-tuples-basket-total", topic=TOPIC, difficulty=2, seconds=50)
def basket_total(rng: Random) -> Question:
    goods = rng.sample(GOODS, 3)
    prices = rng.sample(range(3, 13), 3)
    counts = [rng.randint(1, 3) for _ in goods]
    counts[rng.randrange(3)] = 4
    right = sum(price * count for price, count in zip(prices, counts, strict=True))
    rows = ", ".join(
        f"({quoted(g)}, {p}, {c})" for g, p, c in zip(goods, prices, counts, strict=True)
    )
    parts = " + ".join(f"{p}·{c}" for p, c in zip(prices, counts, strict=True))
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"basket = [{rows}]\ntotal = 0\nfor name, price, count in basket:\n    total += price * count\nprint(total)"
        ),
        right=right,
        wrong=[
            (sum(prices), "Overlooks the count of each item.", "Ürünlerin adedini gözden kaçırır."),
            (prices[-1] * counts[-1], "Keeps only the last item.", "Yalnızca son ürünü tutar."),
            (
                sum(prices) * sum(counts),
                "Multiplies the sums instead of each row.",
                "Her satırı değil toplamları çarpar.",
            ),
        ],
        spare=[(right + prices[0], "Counts one item too many.", "Bir ürünü fazla sayar.")],
        because_en=f"Each turn unpacks one tuple into three names: {parts} = {right}.",
        because_tr=f"Her turda bir demet üç ada açılır: {parts} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-tuples-star-in-the-middle", topic=TOPIC, difficulty=3, seconds=50)
def star_in_the_middle(rng: Random) -> Question:
    scores = tuple(rng.sample(range(40, 100), rng.randint(5, 6)))
    pattern = rng.choice(["first, *middle, last", "*middle, last", "first, second, *middle"])
    lead = pattern.split("*")[0].count(",")
    trail = pattern.split("*")[1].count(",")
    right = list(scores[lead : len(scores) - trail])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"scores = {scores}\n{pattern} = scores\nprint(middle)",
        right=right,
        wrong=[
            (
                tuple(right),
                "Expects the rest to be a tuple.",
                "Geri kalanın demet olmasını bekler.",
            ),
            (
                right[0],
                "Thinks that the name with a star takes a single value.",
                "Yıldızlı adın tek değer aldığını sanır.",
            ),
            (
                list(scores),
                "Thinks that the name with a star takes every value.",
                "Yıldızlı adın bütün değerleri aldığını sanır.",
            ),
        ],
        because_en=f"The names without a star take one value each; the starred name collects the others in a list: {right}.",
        because_tr=f"Yıldızsız adların her biri bir değer alır; yıldızlı ad kalanları bir listede toplar: {right}.",
        proof=Proof(run="output"),
    )


@template("py-tuples-best-result", topic=TOPIC, difficulty=4, seconds=60)
def best_result(rng: Random) -> Question:
    low, high = sorted(rng.sample(range(3, 10), 2))
    minutes = rng.sample(range(10, 60), 4)
    results = [(high, minutes[0]), (high, minutes[1]), (low, minutes[2]), (low, minutes[3])]
    rng.shuffle(results)
    function = rng.choice(["max", "min"])
    pick, other = (max, min) if function == "max" else (min, max)
    right = pick(results)
    tied = next(r for r in results if r[0] == right[0] and r != right)
    word_en, word_tr = ("larger", "büyük") if function == "max" else ("smaller", "küçük")
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"results = {results}\nprint({function}(results))",
        right=right,
        wrong=[
            (
                tied,
                "Compares the second numbers the wrong way round.",
                "İkinci sayıları ters yönde karşılaştırır.",
            ),
            (
                pick(results, key=lambda r: r[1]),
                "Compares the second numbers only.",
                "Yalnızca ikinci sayıları karşılaştırır.",
            ),
            (
                pick(n for r in results for n in r),
                "Expects a single number.",
                "Tek bir sayı bekler.",
            ),
        ],
        spare=[
            (other(results), "Mixes up max and min.", "max ile min'i karıştırır."),
            (
                pick(results, key=sum),
                "Compares the sums of the tuples.",
                "Demetlerin toplamlarını karşılaştırır.",
            ),
            ((right[0], tied[1] + right[1]), "Adds up the tied results.", "Eşit sonuçları toplar."),
        ],
        because_en=f"First numbers are compared first; with {right[0]} twice, the {word_en} second number wins.",
        because_tr=f"Önce ilk sayılara bakılır; ikisi eşit ({right[0]}) olunca ikinci sayısı {word_tr} olan seçilir.",
        proof=Proof(run="output"),
    )


@template("py-tuples-nested-unpacking", topic=TOPIC, difficulty=5, seconds=70)
def nested_unpacking(rng: Random) -> Question:
    name, city = rng.choice(NAMES), rng.choice(["İzmir", "Oslo", "Bursa", "Lima"])
    marks = rng.sample(range(50, 100), 4)
    (low, *others), shift = marks, rng.randint(2, 9)
    right = others[-1] + shift - low
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"record = ({quoted(name)}, {tuple(marks)}, ({quoted(city)}, {shift}))\n"
            "who, (start, *others), (_, bonus) = record\n"
            "print(others[-1] + bonus - start)"
        ),
        right=right,
        wrong=[
            (
                others[0] + shift - low,
                "Takes the first of the collected values.",
                "Toplanan değerlerin ilkini alır.",
            ),
            (
                others[-1] + shift - others[0],
                "Thinks that start is the second mark.",
                "start'ın ikinci not olduğunu sanır.",
            ),
            (
                others[-1] - low,
                "Thinks that the bonus is dropped together with the underscore.",
                "Alt çizgiyle birlikte bonus'un da atıldığını sanır.",
            ),
        ],
        spare=[
            (
                sum(others) + shift - low,
                "Adds all collected values.",
                "Toplanan bütün değerleri toplar.",
            )
        ],
        because_en=f"`start` is {low}, `others` {others}, `bonus` {shift}: {others[-1]} + {shift} - {low} = {right}.",
        because_tr=f"`start` {low}, `others` {others}, `bonus` {shift} olur: {others[-1]} + {shift} - {low} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-tuples-sorted-records", topic=TOPIC, difficulty=3, seconds=60)
def sorted_records(rng: Random) -> Question:
    people = rng.sample([n for n in NAMES if n.isascii()], 3)
    scores = rng.sample(range(50, 100), 3)
    pairs = list(zip(people, scores, strict=True))
    by_name = sorted(pairs)[0]
    by_score = min(pairs, key=lambda p: p[1])
    turned = [(score, name) for name, score in pairs]
    top = max(turned)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"results = {records(pairs)}\n"
            "turned = []\n"
            "for name, score in results:\n"
            "    turned.append((score, name))\n"
            "print(sorted(turned)[-1])"
        ),
        right=top,
        wrong=[
            (
                (top[1], top[0]),
                "Overlooks that the pairs were turned round.",
                "Çiftlerin ters çevrildiğini gözden kaçırır.",
            ),
            (
                (by_score[1], by_score[0]),
                "Takes the first of the sorted list.",
                "Sıralı listenin ilk öğesini alır.",
            ),
            (turned[-1], "Overlooks the sorting.", "Sıralamayı gözden kaçırır."),
        ],
        spare=[
            (max(turned, key=lambda t: t[1]), "Sorts by the names.", "Adlara göre sıralar."),
            (
                (by_name[1], by_name[0]),
                "Sorts by the names and takes the first.",
                "Adlara göre sıralar ve ilkini alır.",
            ),
            (top[0], "Expects only the number.", "Yalnızca sayıyı bekler."),
        ],
        because_en=f"The tuples now start with the score, so the list is sorted by score and {top} comes last.",
        because_tr=f"Demetler artık puanla başlıyor; liste puana göre sıralanır ve sona şu gelir: {top}.",
        proof=Proof(run="output"),
    )
