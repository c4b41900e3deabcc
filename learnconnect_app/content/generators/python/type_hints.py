"""Parametric items of the topic `py-type-hints`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-type-hints"


@template("py-type-hints-text-plus-text", topic=TOPIC, difficulty=1, seconds=35)
def text_plus_text(rng: Random) -> Question:
    a, b = rng.sample(range(2, 60), 2)
    name = rng.choice(["add", "total", "join", "combine"])
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=f"""\
def {name}(first: int, second: int) -> int:
    return first + second

print({name}("{a}", "{b}"))
""",
        right=f"{a}{b}",
        wrong=[
            (
                a + b,
                "Thinks that the hints turn the texts into numbers.",
                "İpuçlarının metinleri sayıya çevirdiğini sanır.",
            ),
            (
                "TypeError",
                "Thinks that Python checks the hints when the function is called.",
                "Python'un ipuçlarını fonksiyon çağrılırken denetlediğini sanır.",
            ),
            (
                f"{a} {b}",
                "Thinks that + puts a space between texts.",
                "+ işlecinin metinlerin arasına boşluk koyduğunu sanır.",
            ),
        ],
        because_en=f'Hints change nothing at run time. Both arguments are texts, and + joins them: "{a}{b}".',
        because_tr=f"İpuçları çalışma anında hiçbir şeyi değiştirmez. İki argüman da metindir, + onları "
        f'birleştirir: "{a}{b}".',
        proof=Proof(run="output"),
    )


@template("py-type-hints-find-or-none", topic=TOPIC, difficulty=2, seconds=50)
def find_or_none(rng: Random) -> Question:
    names = rng.sample(["Ada", "Alan", "Ayşe", "Deniz", "Grace", "Mert", "Zeynep"], 4)
    queue = names[:3]
    wanted = rng.choice(names)
    found = wanted in queue
    right = str(queue.index(wanted)) if found else "None"
    shown = ", ".join(f'"{name}"' for name in queue)
    because_en = (
        f"{wanted} has the index {right}"
        if found
        else f"{wanted} is not in the list, so the loop ends"
    )
    because_tr = (
        f"{wanted} adının indeksi {right}" if found else f"{wanted} listede yok, döngü biter"
    )
    end_en = (
        ", which is returned at once."
        if found
        else " and the function gives None, as the hint announces."
    )
    end_tr = (
        "; hemen döndürülür." if found else " ve fonksiyon, ipucunun bildirdiği gibi None verir."
    )
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
def place(names: list[str], wanted: str) -> int | None:
    for index, name in enumerate(names):
        if name == wanted:
            return index
    return None

print(place([{shown}], "{wanted}"))
""",
        right=right,
        wrong=[
            (
                str(queue.index(wanted) + 1) if found else "-1",
                "Counts the places from one."
                if found
                else "Expects -1 for a missing name, as str.find gives it.",
                "Yerleri birden başlayarak sayar."
                if found
                else "Bulunamayan ad için str.find gibi -1 bekler.",
            ),
            (
                "None" if found else str(len(queue)),
                "Thinks that the last line runs in any case."
                if found
                else "Takes the length for the missing place.",
                "Son satırın her durumda çalıştığını sanır."
                if found
                else "Uzunluğu, bulunamayan yerin yerine koyar.",
            ),
            (
                "int | None",
                "Takes the hint for the result.",
                "İpucunu sonucun kendisi sanır.",
            ),
        ],
        spare=[("True", "Expects a yes or no.", "Evet ya da hayır bekler.")],
        because_en=because_en + end_en,
        because_tr=because_tr + end_tr,
        proof=Proof(run="output"),
    )


@template("py-type-hints-own-list-each", topic=TOPIC, difficulty=3, seconds=55)
def own_list_each(rng: Random) -> Question:
    first, second = rng.sample(["Ada", "Alan", "Ayşe", "Deniz", "Mert"], 2)
    k, m = rng.sample(range(1, 6), 2)
    asked_first = rng.choice([True, False])
    a, b = (k, m) if asked_first else (m, k)
    names = ("one", "two") if asked_first else ("two", "one")
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from dataclasses import dataclass, field

@dataclass
class Basket:
    owner: str
    items: list[int] = field(default_factory=list)

one, two = Basket("{first}"), Basket("{second}")
one.items.extend(range({k}))
two.items.extend(range({m}))
print(len({names[0]}.items), len({names[1]}.items))
""",
        right=f"{a} {b}",
        wrong=[
            (
                f"{k + m} {k + m}",
                "Thinks that all objects share the default list.",
                "Bütün nesnelerin varsayılan listeyi paylaştığını sanır.",
            ),
            (
                "0 0",
                "Thinks that a new list is made with every access.",
                "Her erişimde yeni bir liste oluşturulduğunu sanır.",
            ),
            (
                "1 1",
                "Thinks that extend adds the whole range as one element.",
                "extend'in bütün aralığı tek öğe olarak eklediğini sanır.",
            ),
        ],
        spare=[(f"{b} {a}", "Swaps the two baskets.", "İki sepeti karıştırır.")],
        because_en=f"`default_factory=list` calls `list()` for each new object, so each has a list of its own: "
        f"{a} and {b}.",
        because_tr=f"`default_factory=list` her yeni nesne için `list()` çağırır; her birinin kendi listesi olur: "
        f"{a} ve {b}.",
        proof=Proof(run="output"),
    )


@template("py-type-hints-ordered-results", topic=TOPIC, difficulty=3, seconds=60)
def ordered_results(rng: Random) -> Question:
    pool = rng.sample(["Ada", "Alan", "Can", "Deniz", "Ece", "Grace", "Mert"], 4)
    low, high = sorted(rng.sample(range(40, 100, 5), 2))
    best = rng.choice([True, False])
    tied = high if best else low
    grades = [tied, tied, *([low] * 2 if best else [high] * 2)]
    results = list(zip(grades, pool, strict=True))
    rng.shuffle(results)
    ordered = sorted(results)
    pick = max(results) if best else min(results)
    function = "max" if best else "min"
    first_tied = next(name for grade, name in results if grade == tied)
    other_tied = next(name for grade, name in results if grade == tied and name != pick[1])
    opposite = ordered[0][1] if best else ordered[-1][1]
    by_name = max(name for _, name in results) if best else min(name for _, name in results)
    shown = ", ".join(f'Result({grade}, "{name}")' for grade, name in results[:2])
    shown_rest = ", ".join(f'Result({grade}, "{name}")' for grade, name in results[2:])
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from dataclasses import dataclass

@dataclass(order=True)
class Result:
    grade: int
    name: str

results = [
    {shown},
    {shown_rest},
]
print({function}(results).name)
""",
        right=pick[1],
        wrong=[
            (
                other_tied,
                "Takes the first of the equal grades, without comparing the names."
                if other_tied == first_tied
                else "Breaks the tie in the wrong direction.",
                "Adları karşılaştırmadan, eşit notlardan ilkini alır."
                if other_tied == first_tied
                else "Eşitliği ters yönde bozar.",
            ),
            (
                by_name,
                "Compares by the names only.",
                "Yalnızca adlara göre karşılaştırır.",
            ),
            (
                opposite,
                "Confuses the smallest and the largest result.",
                "En küçük ile en büyük sonucu karıştırır.",
            ),
        ],
        spare=[
            *(
                (
                    name,
                    "Loses track of the grade while comparing.",
                    "Karşılaştırırken notu gözden kaçırır.",
                )
                for _, name in results
            ),
        ],
        because_en=f"Fields are compared in their order: first the grade ({tied} twice), then the name. "
        f"So {function} gives {pick[1]}.",
        because_tr=f"Alanlar sırayla karşılaştırılır: önce not (iki kez {tied}), sonra ad. Bu yüzden {function} sonucu "
        f"{pick[1]} olur.",
        proof=Proof(run="output"),
    )


@template("py-type-hints-post-init-total", topic=TOPIC, difficulty=4, seconds=65)
def post_init_total(rng: Random) -> Question:
    price, new = rng.sample(range(4, 13), 2)
    count = rng.randint(2, 5)
    before, after = price * count, new * count
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=f"""\
from dataclasses import dataclass, field

@dataclass
class Order:
    price: int
    count: int = {count}
    total: int = field(init=False)

    def __post_init__(self):
        self.total = self.price * self.count

order = Order({price})
order.price = {new}
print(order)
""",
        right=f"Order(price={new}, count={count}, total={before})",
        wrong=[
            (
                f"Order(price={new}, count={count}, total={after})",
                "Thinks that __post_init__ runs again after each assignment.",
                "__post_init__'in her atamadan sonra yeniden çalıştığını sanır.",
            ),
            (
                f"Order(price={new}, count={count})",
                "Thinks that a field with init=False is not shown.",
                "init=False olan alanın gösterilmediğini sanır.",
            ),
            (
                f"Order(price={price}, count={count}, total={before})",
                "Thinks that an assignment after creation has no effect on a field.",
                "Nesne oluştuktan sonraki atamanın alanı etkilemediğini sanır.",
            ),
        ],
        because_en=f"`__post_init__` runs once, after creation: {price} * {count} = {before}. Changing the price later "
        "does not compute the total again.",
        because_tr=f"`__post_init__` bir kez, nesne oluşunca çalışır: {price} * {count} = {before}. Fiyatı sonradan "
        "değiştirmek toplamı yeniden hesaplamaz.",
        proof=Proof(run="output"),
    )


@template("py-type-hints-frozen-in-a-set", topic=TOPIC, difficulty=4, seconds=60)
def frozen_in_a_set(rng: Random) -> Question:
    frozen = rng.random() < 0.75
    rows = rng.sample("ABCDEF", 2)
    numbers = rng.sample(range(1, 9), 2)
    seats = [(rows[0], numbers[0]), (rows[0], numbers[1]), (rows[1], numbers[0])]
    seats.append(seats[rng.randint(0, 2)])
    if rng.choice([True, False]):
        seats.append(seats[rng.randint(0, 2)])
    rng.shuffle(seats)
    different = len(dict.fromkeys(seats))
    shown = ", ".join(f'("{row}", {number})' for row, number in seats)
    decorator = "@dataclass(frozen=True)" if frozen else "@dataclass"
    right = str(different) if frozen else "TypeError"
    because_en = (
        f"Frozen objects are hashable, and equal ones count once: {different} different seats."
        if frozen
        else "@dataclass writes __eq__, but without frozen=True no hash, so the objects cannot be put into a set."
    )
    because_tr = (
        f"Dondurulmuş nesnelerin hash değeri vardır ve eşit olanlar bir kez sayılır: {different} farklı koltuk."
        if frozen
        else "@dataclass, __eq__ yazar; frozen=True yoksa hash yazmaz, bu yüzden nesneler kümeye konamaz."
    )
    return question(
        en="What does this program print, or which error does it raise?",
        tr="Bu program ne yazdırır ya da hangi hatayı verir?",
        code=f"""\
from dataclasses import dataclass

{decorator}
class Seat:
    row: str
    number: int

places = [{shown}]
seats = {{Seat(row, number) for row, number in places}}
print(len(seats))
""",
        right=right,
        wrong=[
            (
                len(seats),
                "Thinks that each new object is a new element of the set.",
                "Her yeni nesnenin kümede yeni bir öğe olduğunu sanır.",
            ),
            (
                "TypeError" if frozen else different,
                "Thinks that objects of a dataclass never go into a set."
                if frozen
                else "Thinks that every dataclass is hashable.",
                "Veri sınıfı nesnelerinin kümeye hiç konamadığını sanır."
                if frozen
                else "Her veri sınıfının hash değeri olduğunu sanır.",
            ),
            (
                len(dict.fromkeys(row for row, _ in seats)),
                "Thinks that only the first field is compared.",
                "Yalnızca ilk alanın karşılaştırıldığını sanır.",
            ),
        ],
        spare=[(different + 1, "Slips by one while counting.", "Sayarken bir fazla sayar.")],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output") if frozen else Proof(run="error"),
    )
