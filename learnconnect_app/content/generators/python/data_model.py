"""Parametric items of the topic `py-data-model`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-data-model"


@template("py-data-model-add-points", topic=TOPIC, difficulty=2, seconds=50)
def add_points(rng: Random) -> Question:
    name, first, second = rng.choice(
        [
            ("Point", "x", "y"),
            ("Score", "home", "away"),
            ("Time", "hours", "minutes"),
            ("Size", "width", "height"),
        ]
    )
    a, b, c, d = rng.sample(range(1, 10), 4)
    code = f"""\
class {name}:
    def __init__(self, {first}, {second}):
        self.{first} = {first}
        self.{second} = {second}

    def __add__(self, other):
        return {name}(self.{first} + other.{first}, self.{second} + other.{second})

    def __str__(self):
        return f"{{self.{first}}}:{{self.{second}}}"

print({name}({a}, {b}) + {name}({c}, {d}))
"""
    right = f"{a + c}:{b + d}"
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                f"{a}:{b}{c}:{d}",
                "Thinks that + joins the texts of the two objects.",
                "+ işlecinin iki nesnenin metinlerini birleştirdiğini sanır.",
            ),
            (
                f"{a + b}:{c + d}",
                "Adds the two values inside each object.",
                "Her nesnenin kendi içindeki iki değeri toplar.",
            ),
            (
                f"{a}:{b}",
                "Thinks that the object on the left stays the result.",
                "Sonucun soldaki nesne olarak kaldığını sanır.",
            ),
        ],
        spare=[
            (
                f"{b + d}:{a + c}",
                "Swaps the two values of the result.",
                "Sonuçtaki iki değerin yerini karıştırır.",
            ),
        ],
        because_en=f"`__add__` makes a new {name} from {a} + {c} and {b} + {d}; `__str__` shows it as {right}.",
        because_tr=f"`__add__`, {a} + {c} ile {b} + {d} değerlerinden yeni bir {name} oluşturur; `__str__` onu {right} "
        "olarak gösterir.",
        proof=Proof(run="output"),
    )


@template("py-data-model-shelf-index", topic=TOPIC, difficulty=3, seconds=50)
def shelf_index(rng: Random) -> Question:
    items = rng.sample(["tea", "rice", "salt", "milk", "figs", "soap", "nuts"], rng.randint(4, 6))
    position = rng.randint(0, len(items) - 1)
    shown = ", ".join(f'"{item}"' for item in items)
    code = f"""\
class Shelf:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, position):
        return self.items[position - 1]

shelf = Shelf([{shown}])
print(shelf[{position}])
"""
    right = items[position - 1]
    where_en = (
        "the last element" if position == 0 else f"element number {position}, counted from one"
    )
    where_tr = "yani son öğe" if position == 0 else f"yani birden sayınca {position}. öğe"
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=code,
        right=right,
        wrong=[
            (
                items[position],
                "Overlooks that __getitem__ moves the position by one.",
                "__getitem__'in konumu bir kaydırdığını gözden kaçırır.",
            ),
            *(
                [
                    (
                        items[position + 1],
                        "Moves the position in the wrong direction.",
                        "Konumu yanlış yöne kaydırır.",
                    ),
                    (
                        "IndexError",
                        "Thinks that the index asked for lies outside the list.",
                        "İstenen indeksin listenin dışında kaldığını sanır.",
                    ),
                ]
                if position + 1 < len(items)
                else [
                    (
                        "IndexError",
                        "Moves the position in the wrong direction, out of the list.",
                        "Konumu yanlış yöne, listenin dışına kaydırır.",
                    ),
                ]
            ),
        ],
        spare=[
            (
                "TypeError",
                "Thinks that only lists can be read with square brackets.",
                "Köşeli parantezle yalnızca listelerin okunabildiğini sanır.",
            ),
        ],
        because_en=f"`shelf[{position}]` calls `__getitem__({position})`, which reads index {position - 1}: "
        f"{where_en}.",
        because_tr=f"`shelf[{position}]`, `__getitem__({position})` çağırır; {position - 1} indeksi okunur, "
        f"{where_tr}.",
        proof=Proof(run="output"),
    )


@template("py-data-model-truth-of-tanks", topic=TOPIC, difficulty=3, seconds=55)
def truth_of_tanks(rng: Random) -> Question:
    limit = rng.choice([5, 10, 20])
    below = [rng.choice([1, 2, 3, 4]) for _ in range(rng.randint(1, 2))]
    above = [limit + rng.randint(1, 9) for _ in range(rng.randint(1, 3))]
    litres = [0, limit, *below, *above]
    rng.shuffle(litres)
    code = f"""\
class Tank:
    def __init__(self, litres):
        self.litres = litres

    def __bool__(self):
        return self.litres > {limit}

tanks = [Tank(litres) for litres in {litres}]
print(len([tank for tank in tanks if tank]))
"""
    right = len(above)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                len(litres),
                "Thinks that every object counts as true.",
                "Her nesnenin doğru sayıldığını sanır.",
            ),
            (
                len(litres) - 1,
                "Thinks that only the number 0 counts as false.",
                "Yalnızca 0 sayısının yanlış sayıldığını sanır.",
            ),
            (
                right + 1,
                "Counts the tank that is exactly at the limit as well.",
                "Tam sınırdaki depoyu da sayar.",
            ),
        ],
        spare=[
            (
                len(litres) - right,
                "Counts the tanks that are false.",
                "Yanlış sayılan depoları sayar.",
            ),
            (
                0,
                "Thinks that the condition is never true.",
                "Koşulun hiçbir zaman doğru olmadığını sanır.",
            ),
        ],
        because_en=f"`if tank` asks `__bool__`, which is true only above {limit}: {right} of {len(litres)} tanks.",
        because_tr=f"`if tank`, `__bool__` metoduna sorar; sonuç yalnızca {limit} üstünde doğrudur: "
        f"{len(litres)} depodan {right} tanesi.",
        proof=Proof(run="output"),
    )


@template("py-data-model-exit-order", topic=TOPIC, difficulty=3, seconds=55)
def exit_order(rng: Random) -> Question:
    first, second = rng.sample(["door", "gate", "box", "file", "lamp", "tent", "shop", "lock"], 2)
    middle = rng.choice(["work", "rest", "read", "play"])
    nested = rng.choice([True, False])
    if nested:
        use = f'with Thing("{first}"):\n    with Thing("{second}"):\n        print("{middle}", end=" ")'
    else:
        use = f'with Thing("{first}"), Thing("{second}"):\n    print("{middle}", end=" ")'
    code = f"""\
class Thing:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("+" + self.name, end=" ")

    def __exit__(self, kind, error, trace):
        print("-" + self.name, end=" ")

{use}
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=f"+{first} +{second} {middle} -{second} -{first}",
        wrong=[
            (
                f"+{first} +{second} {middle} -{first} -{second}",
                "Thinks that what was opened first is closed first.",
                "İlk açılanın ilk kapandığını sanır.",
            ),
            (
                f"+{first} -{first} +{second} -{second} {middle}",
                "Thinks that __exit__ runs before the block.",
                "__exit__'in bloktan önce çalıştığını sanır.",
            ),
            (
                f"+{second} +{first} {middle} -{first} -{second}",
                "Thinks that the inner one is entered first.",
                "Önce içtekine girildiğini sanır.",
            ),
            (
                f"+{first} +{second} {middle}",
                "Thinks that __exit__ runs only after an error.",
                "__exit__'in yalnızca hata olunca çalıştığını sanır.",
            ),
        ],
        because_en=f"Entering goes from the outside in, leaving from the inside out: {second} closes before {first}.",
        because_tr=f"Girişler dıştan içe, çıkışlar içten dışa yapılır: önce {second}, sonra {first} kapanır.",
        proof=Proof(run="output"),
    )


@template("py-data-model-set-of-tags", topic=TOPIC, difficulty=4, seconds=70)
def set_of_tags(rng: Random) -> Question:
    base = rng.sample(["tea", "sea", "sun", "sky", "cat", "map"], 3)
    texts = [*base, base[0].upper(), base[1].title()]
    if rng.choice([True, False]):
        texts.append(base[0])
    if rng.choice([True, False]):
        texts.append(base[2].upper())
    rng.shuffle(texts)
    shown = ", ".join(f'"{text}"' for text in texts)
    code = f"""\
class Tag:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

words = [{shown}]
print(len({{Tag(word) for word in words}}))
"""
    lowered = [text.lower() for text in texts]
    right = len(dict.fromkeys(lowered))
    alone = sum(lowered.count(text) == 1 for text in lowered)
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=code,
        right=right,
        wrong=[
            (
                len(texts),
                "Thinks that each new object is a new element of the set.",
                "Her yeni nesnenin kümede yeni bir öğe olduğunu sanır.",
            ),
            (
                len(dict.fromkeys(texts)),
                "Thinks that the set compares the words as they are written.",
                "Kümenin sözcükleri yazıldıkları gibi karşılaştırdığını sanır.",
            ),
            (
                "TypeError",
                "Thinks that objects of your own class cannot be put into a set.",
                "Kendi yazdığın sınıfın nesnelerinin kümeye konamadığını sanır.",
            ),
        ],
        spare=[
            (
                alone,
                "Thinks that equal tags drop out of the set altogether.",
                "Birbirine eşit etiketlerin kümeden tümüyle çıktığını sanır.",
            ),
        ],
        because_en=f"Tags are equal, with equal hashes, when they agree in lower case; {right} different "
        "words are left.",
        because_tr=f"Küçük harfe çevrilince aynı olan etiketler eşittir, hash'leri de eşittir; geriye {right} farklı "
        "sözcük kalır.",
        proof=Proof(run="output"),
    )
