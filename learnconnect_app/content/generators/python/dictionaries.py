"""Parametric items of the topic `py-dictionaries`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-dictionaries"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
HAPPENS_EN = "What happens when this program runs?"
HAPPENS_TR = "Bu program çalışınca ne olur?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]
WORDS = ["banana", "kayak", "level", "radar", "salsa", "pepper", "coffee", "letter", "minimum"]
WORDS += ["papaya", "cocoa", "tomato", "rotor", "civic", "eleven", "bubble", "address", "summer"]
WORDS += ["butter", "ananas", "potato", "kebab", "ekmek", "makara"]
GOODS = ["tea", "bread", "milk", "apple", "cheese", "rice", "honey"]


def literal(value: object) -> str:
    """A dictionary or list of strings and whole numbers as it is written in code."""
    return json.dumps(value, ensure_ascii=False)


@template("py-dictionaries-size-after-changes", topic=TOPIC, difficulty=1, seconds=45)
def size_after_changes(rng: Random) -> Question:
    old = rng.sample(GOODS, rng.randint(3, 4))
    fresh = rng.choice([g for g in GOODS if g not in old])
    stock = {good: rng.randint(1, 9) for good in old}
    gone = rng.choice(old)
    changed = rng.choice([g for g in old if g != gone])
    amounts = rng.sample(range(10, 30), 2)
    again = rng.random() < 0.4
    lines = [f'stock["{changed}"] = {amounts[0]}', f'stock["{fresh}"] = {amounts[1]}']
    rng.shuffle(lines)
    lines.append(f'del stock["{gone}"]')
    if again:
        lines.append(f'stock["{gone}"] = 1')
    right = len(old) + (1 if again else 0)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"stock = {literal(stock)}\n" + "\n".join(lines) + "\nprint(len(stock))",
        right=right,
        wrong=[
            (
                len(old) + 2,
                "Counts every assignment as a new pair."
                if again
                else "Counts every assignment as a new pair and overlooks the deletion.",
                "Her atamayı yeni bir çift sayar."
                if again
                else "Her atamayı yeni bir çift sayar, silmeyi de gözden kaçırır.",
            ),
            (
                len(old) if again else len(old) + 1,
                "Overlooks the last line." if again else "Overlooks the deletion.",
                "Son satırı gözden kaçırır." if again else "Silmeyi gözden kaçırır.",
            ),
            (
                len(old) - 1,
                "Thinks that assigning to a new key adds nothing.",
                "Yeni bir anahtara atamanın bir şey eklemediğini sanır.",
            ),
        ],
        spare=[
            (
                2 * right,
                "Counts keys and values separately.",
                "Anahtarları ve değerleri ayrı ayrı sayar.",
            ),
        ],
        because_en=f"`{fresh}` is a new key, `{changed}` is not; `{gone}` is deleted"
        + (" and added again" if again else "")
        + f". That makes {right} pairs.",
        because_tr=f"`{fresh}` yeni bir anahtardır, `{changed}` değildir; `{gone}` silinir"
        + (" ve yeniden eklenir" if again else "")
        + f". Böylece {right} çift olur.",
        proof=Proof(run="output"),
    )


@template("py-dictionaries-basket-with-get", topic=TOPIC, difficulty=2, seconds=50)
def basket_with_get(rng: Random) -> Question:
    goods = rng.sample(GOODS, 4)
    known, unknown = goods[:3], goods[3]
    prices = dict(zip(known, rng.sample(range(6, 40), 3), strict=True))
    default = rng.choice([1, 2, 3, 5])
    basket = [known[0], unknown, known[1]]
    rng.shuffle(basket)
    right = prices[known[0]] + prices[known[1]] + default
    return question(
        en=HAPPENS_EN,
        tr=HAPPENS_TR,
        code=(
            f"prices = {literal(prices)}\n"
            "total = 0\n"
            f"for good in {literal(basket)}:\n"
            f"    total += prices.get(good, {default})\n"
            "print(total)"
        ),
        right=right,
        wrong=[
            (
                "KeyError",
                "Thinks that get fails on a missing key.",
                "get'in eksik anahtarda hata verdiğini sanır.",
            ),
            (
                right + 2 * default,
                "Thinks that the second argument of get is added every time.",
                "get'in ikinci argümanının her seferinde eklendiğini sanır.",
            ),
            (
                sum(prices.values()),
                "Adds all prices, whatever is in the basket.",
                "Sepette ne olduğuna bakmadan bütün fiyatları toplar.",
            ),
        ],
        spare=[
            (right - default, "Skips the missing key.", "Eksik anahtarı atlar."),
            (
                right + prices[known[2]],
                "Counts a price that is not in the basket.",
                "Sepette olmayan bir fiyatı da sayar.",
            ),
        ],
        because_en=f"`{unknown}` has no price, so `get` gives {default} for it; the other two are looked up: {right}.",
        because_tr=f"`{unknown}` için fiyat yok, `get` ona {default} verir; öbür ikisinin fiyatı bulunur: {right}.",
        proof=Proof(run="output"),
    )


@template("py-dictionaries-nested-marks", topic=TOPIC, difficulty=2, seconds=45)
def nested_marks(rng: Random) -> Question:
    names = rng.sample(NAMES, 2)
    subjects = rng.sample(["math", "art", "music", "physics", "history"], 2)
    values = rng.sample(range(50, 100), 4)
    marks = {
        n: dict(zip(subjects, v, strict=True))
        for n, v in zip(names, (values[:2], values[2:]), strict=True)
    }
    name, subject = rng.choice(names), rng.choice(subjects)
    other_name = names[1 - names.index(name)]
    other_subject = subjects[1 - subjects.index(subject)]
    bonus = rng.randint(2, 9)
    right = marks[name][subject] + bonus
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "marks = {\n"
            + "".join(f"    {literal(n)}: {literal(m)},\n" for n, m in marks.items())
            + "}\n"
            + f"marks[{literal(name)}][{literal(subject)}] += {bonus}\n"
            + f"print(marks[{literal(name)}])"
        ),
        right={**marks[name], subject: right},
        wrong=[
            (
                marks[name],
                "Thinks that the inner dictionary is a copy.",
                "İç sözlüğün bir kopya olduğunu sanır.",
            ),
            (
                {**marks[name], subject: bonus},
                "Reads += as a plain assignment.",
                "+= işlemini düz atama diye okur.",
            ),
            (
                right,
                "Reads the last line as if it named the subject too.",
                "Son satırda ders de varmış gibi okur.",
            ),
        ],
        spare=[
            (marks[other_name], "Takes the other student.", "Öteki öğrenciyi alır."),
            (
                {**marks[name], other_subject: right},
                "Changes the other subject.",
                "Öteki dersi değiştirir.",
            ),
        ],
        because_en=f"The first key leads to the inner dictionary, the second to the mark, which becomes {right}.",
        because_tr=f"İlk anahtar iç sözlüğe, ikincisi nota götürür; not {right} olur.",
        proof=Proof(run="output"),
    )


@template("py-dictionaries-count-letters", topic=TOPIC, difficulty=3, seconds=60)
def count_letters(rng: Random) -> Question:
    word = rng.choice(WORDS)
    start = rng.choice([0, 0, 1])
    counts: dict[str, int] = {}
    for letter in word:
        counts[letter] = counts.get(letter, start) + 1
    last = dict.fromkeys(word, 1 + start)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "counts = {}\n"
            f'for letter in "{word}":\n'
            f"    counts[letter] = counts.get(letter, {start}) + 1\n"
            "print(counts)"
        ),
        right=counts,
        wrong=[
            (
                last,
                "Thinks that get always gives the start value.",
                "get'in her zaman başlangıç değerini verdiğini sanır.",
            ),
            (
                dict(sorted(counts.items())),
                "Expects the keys in alphabetical order.",
                "Anahtarları alfabe sırasında bekler.",
            ),
            (
                {letter: n - 1 for letter, n in counts.items()},
                "Overlooks that the start value is not 0."
                if start
                else "Does not count the first one.",
                "Başlangıç değerinin 0 olmadığını gözden kaçırır."
                if start
                else "İlk görülüşün sayılmadığını sanır.",
            ),
        ],
        spare=[
            (
                {letter: n + 1 for letter, n in counts.items()},
                "Counts the first occurrence twice.",
                "İlk görülüşü iki kez sayar.",
            ),
        ],
        because_en=f"A new letter gets {start} + 1 = {start + 1}, each repetition adds 1. Keys stay in order of appearance.",
        because_tr=f"Yeni harf {start} + 1 = {start + 1} alır, her tekrar 1 ekler. Anahtarlar görülme sırasında kalır.",
        proof=Proof(run="output"),
    )


@template("py-dictionaries-merge-settings", topic=TOPIC, difficulty=3, seconds=60)
def merge_settings(rng: Random) -> Question:
    keys = rng.sample(["size", "speed", "level", "volume", "lives"], 3)
    a, b, c, d = rng.sample(range(1, 20), 4)
    base = {keys[0]: a, keys[1]: b}
    chosen = {keys[1]: c, keys[2]: d}
    style = rng.choice(["update", "or", "or_turned"])
    left, right_side = (chosen, base) if style == "or_turned" else (base, chosen)
    right = left | right_side
    kept = right_side | left
    code = (
        f"base = {literal(base)}\nchosen = {literal(chosen)}\n"
        + {
            "update": "base.update(chosen)\nprint(base)",
            "or": "print(base | chosen)",
            "or_turned": "print(chosen | base)",
        }[style]
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=code,
        right=right,
        wrong=[
            (
                {key: kept[key] for key in right},
                "Thinks that on equal keys the first value stays.",
                "Aynı anahtarda ilk değerin kaldığını sanır.",
            ),
            (
                {**right, keys[1]: b + c},
                "Adds the values of equal keys.",
                "Aynı anahtarın değerlerini toplar.",
            ),
            (
                {key: right[key] for key in kept},
                "Thinks that the keys of the second dictionary come first.",
                "İkinci sözlüğün anahtarlarının başa geldiğini sanır.",
            ),
        ],
        spare=[
            (
                left,
                "Thinks that the first dictionary stays as it was.",
                "İlk sözlüğün olduğu gibi kaldığını sanır.",
            )
        ],
        because_en=f"The key `{keys[1]}` is in both; the value that comes later wins, but the key keeps its first place.",
        because_tr=f"`{keys[1]}` anahtarı ikisinde de var; sonradan gelen değer kazanır, ama anahtar ilk yerinde kalır.",
        proof=Proof(run="output"),
    )


@template("py-dictionaries-best-student", topic=TOPIC, difficulty=4, seconds=60)
def best_student(rng: Random) -> Question:
    names = rng.sample([n for n in NAMES if n.isascii()], 4)
    scores = dict(zip(names, rng.sample(range(40, 100), 4), strict=True))
    function = rng.choice(["max", "min"])
    pick, other = (max, min) if function == "max" else (min, max)
    right = pick(scores, key=lambda name: scores[name])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"scores = {literal(scores)}\nprint({function}(scores, key=scores.get))",
        right=right,
        wrong=[
            (
                scores[right],
                "Expects the value instead of the key.",
                "Anahtar yerine değeri bekler.",
            ),
            (
                pick(names),
                "Compares the names instead of the scores.",
                "Puanlar yerine adları karşılaştırır.",
            ),
            (
                (right, scores[right]),
                "Expects the key together with its value.",
                "Anahtarı değeriyle birlikte bekler.",
            ),
        ],
        spare=[
            (
                other(scores, key=lambda name: scores[name]),
                "Mixes up max and min.",
                "max ile min'i karıştırır.",
            )
        ],
        because_en=f"`{function}` goes through the keys and compares their scores: {right} ({scores[right]}).",
        because_tr=f"`{function}` anahtarları dolaşır ve onların puanlarını karşılaştırır: {right} ({scores[right]}).",
        proof=Proof(run="output"),
    )


@template("py-dictionaries-turn-round", topic=TOPIC, difficulty=5, seconds=75)
def turn_round(rng: Random) -> Question:
    names = rng.sample(NAMES, 4)
    cities = rng.sample(["İzmir", "Oslo", "Lima", "Bursa", "Paris"], 2)
    pattern = rng.choice([(0, 1, 0, 1), (0, 0, 1, 0), (0, 1, 1, 0), (0, 1, 0, 0), (0, 0, 1, 1)])
    homes = {name: cities[i] for name, i in zip(names, pattern, strict=True)}
    right: dict[str, str] = {}
    first: dict[str, str] = {}
    moved: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for name, city in homes.items():
        right[city] = name
        first.setdefault(city, name)
        moved.pop(city, None)
        moved[city] = name
        groups.setdefault(city, []).append(name)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "homes = {\n"
            + "".join(f"    {literal(n)}: {literal(c)},\n" for n, c in homes.items())
            + "}\n"
            + "by_city = {}\n"
            + "for name, city in homes.items():\n"
            + "    by_city[city] = name\n"
            + "print(by_city)"
        ),
        right=right,
        wrong=[
            (
                first,
                "Thinks that the first name of a city stays.",
                "Bir şehrin ilk adının kaldığını sanır.",
            ),
            (
                groups,
                "Thinks that several names are collected in a list.",
                "Birden çok adın bir listede toplandığını sanır.",
            ),
            (
                moved,
                "Thinks that a replaced pair moves to the end.",
                "Değiştirilen çiftin sona gittiğini sanır.",
            ),
        ],
        spare=[
            (
                {name: city for city, name in right.items()},
                "Takes the names for the keys.",
                "Adları anahtar sanır.",
            ),
        ],
        because_en="Each key exists once: a later name replaces the earlier one, and the city keeps its first place.",
        because_tr="Her anahtar bir kez bulunur: sonraki ad öncekinin yerine geçer, şehir ilk aldığı yerde kalır.",
        proof=Proof(run="output"),
    )
