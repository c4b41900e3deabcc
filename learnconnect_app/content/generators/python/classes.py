"""Parametric items of the topic `py-classes`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-classes"


@template("py-classes-chained-steps", topic=TOPIC, difficulty=2, seconds=45)
def chained_steps(rng: Random) -> Question:
    name = rng.choice(["robot", "turtle", "drone", "rover"])
    a, b = rng.sample(range(3, 10), 2)
    c = rng.randint(1, 2)
    right = a + b - c
    code = f"""\
class Walker:
    def __init__(self):
        self.place = 0

    def step(self, length):
        self.place += length
        return self

{name} = Walker()
{name}.step({a}).step({b}).step(-{c})
print({name}.place)
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=right,
        wrong=[
            (
                a,
                "Thinks that only the first call reaches the object.",
                "Nesneye yalnızca ilk çağrının ulaştığını sanır.",
            ),
            (
                -c,
                "Thinks that each call starts again from 0.",
                "Her çağrının yeniden 0'dan başladığını sanır.",
            ),
            (
                a + b + c,
                "Overlooks the minus sign of the last step.",
                "Son adımdaki eksi işaretini gözden kaçırır.",
            ),
            (
                0,
                "Thinks that the calls work on copies.",
                "Çağrıların kopyalar üzerinde çalıştığını sanır.",
            ),
        ],
        because_en=f"`step` returns `self`, so each call goes on with the same object: {a} + {b} - {c} = {right}.",
        because_tr=f"`step`, `self` döndürür; her çağrı aynı nesneyle sürer: {a} + {b} - {c} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-classes-two-names-one-object", topic=TOPIC, difficulty=2, seconds=45)
def two_names_one_object(rng: Random) -> Question:
    first, second = rng.sample(["ada", "alan", "deniz", "lale", "grace", "kerem"], 2)
    start = rng.choice([20, 30, 40, 50])
    a, b = rng.sample([5, 10, 15, 25], 2)
    right = start + a + b
    code = f"""\
class Card:
    def __init__(self, points):
        self.points = points

    def collect(self, points):
        self.points += points

{first} = Card({start})
{second} = {first}
{first}.collect({a})
{second}.collect({b})
print({first}.points, {second}.points)
"""
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=f"{right} {right}",
        wrong=[
            (
                f"{start + a} {start + b}",
                "Thinks that the assignment makes a second object.",
                "Atamanın ikinci bir nesne oluşturduğunu sanır.",
            ),
            (
                f"{start + a} {right}",
                "Thinks that the second name follows the first, but not the other way round.",
                "İkinci adın birinciyi izlediğini, tersinin ise olmadığını sanır.",
            ),
            (
                f"{start + a} {b}",
                "Thinks that the second card starts empty.",
                "İkinci kartın boş başladığını sanır.",
            ),
        ],
        spare=[
            (
                f"{start} {start}",
                "Thinks that the method changes a copy.",
                "Metodun bir kopyayı değiştirdiğini sanır.",
            ),
        ],
        because_en=f"Both names refer to one card, so both changes meet: {start} + {a} + {b} = {right}.",
        because_tr=f"İki ad da aynı kartı gösterir, iki değişiklik de ona işler: {start} + {a} + {b} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-classes-property-is-fresh", topic=TOPIC, difficulty=3, seconds=60)
def property_is_fresh(rng: Random) -> Question:
    old, new = rng.sample(range(4, 13), 2)
    count = rng.randint(2, 5)
    code = f"""\
class Order:
    def __init__(self, price, count):
        self.price = price
        self.count = count
        self.first_total = price * count

    @property
    def total(self):
        return self.price * self.count

order = Order({old}, {count})
order.price = {new}
print(order.first_total, order.total)
"""
    before, after = old * count, new * count
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=f"{before} {after}",
        wrong=[
            (
                f"{before} {before}",
                "Thinks that the property is computed only once, at the start.",
                "Property'nin yalnızca bir kez, başta hesaplandığını sanır.",
            ),
            (
                f"{after} {after}",
                "Thinks that a stored result follows later changes.",
                "Saklanan sonucun sonraki değişiklikleri izlediğini sanır.",
            ),
            (
                f"{after} {before}",
                "Swaps the stored value and the computed one.",
                "Saklanan değerle hesaplanan değeri karıştırır.",
            ),
        ],
        because_en=f"`first_total` was stored once: {before}. The property computes anew: {new} * {count} = {after}.",
        because_tr=f"`first_total` bir kez saklandı: {before}. Property yeniden hesaplar: {new} * {count} = {after}.",
        proof=Proof(run="output"),
    )


@template("py-classes-numbered-tickets", topic=TOPIC, difficulty=3, seconds=60)
def numbered_tickets(rng: Random) -> Question:
    start = rng.choice([0, 10, 100, 200, 500])
    names = rng.sample(
        ["Ada", "Alan", "Ayşe", "Deniz", "Grace", "Mert", "Zeynep"], rng.randint(3, 5)
    )
    index = rng.randint(0, len(names) - 2)
    code = f"""\
class Ticket:
    last = {start}

    def __init__(self, owner):
        Ticket.last += 1
        self.owner = owner
        self.number = Ticket.last

tickets = [Ticket(name) for name in {names}]
print(tickets[{index}].number, tickets[{index}].last)
""".replace("'", '"')
    own, last = start + index + 1, start + len(names)
    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=f"{own} {last}",
        wrong=[
            (
                f"{own} {own}",
                "Thinks that each object keeps its own copy of the class attribute.",
                "Her nesnenin sınıf niteliğinin kendi kopyasını sakladığını sanır.",
            ),
            (
                f"{last} {last}",
                "Thinks that the stored number moves on with the class attribute.",
                "Saklanan numaranın sınıf niteliğiyle birlikte arttığını sanır.",
            ),
            (
                f"{own} {start}",
                "Thinks that the class attribute keeps its first value.",
                "Sınıf niteliğinin ilk değerinde kaldığını sanır.",
            ),
            (
                f"{own - 1} {last}",
                "Overlooks that the counter grows before the number is stored.",
                "Sayacın, numara saklanmadan önce arttığını gözden kaçırır.",
            ),
        ],
        because_en=f"`number` is stored per object ({own}); `last` is found in the class, where {len(names)} tickets "
        f"were counted from {start} up to {last}.",
        because_tr=f"`number` her nesnede ayrı saklanır ({own}); `last` sınıfta bulunur, sayım orada "
        f"{start} ile başlamış, {len(names)} biletle {last} olmuştur.",
        proof=Proof(run="output"),
    )


@template("py-classes-shared-list", topic=TOPIC, difficulty=4, seconds=70)
def shared_list(rng: Random) -> Question:
    shared, own = rng.choice(
        [("genres", "songs"), ("tags", "photos"), ("notes", "pages"), ("guests", "videos")]
    )
    k, m = rng.sample(range(1, 6), 2)
    first_shared = rng.choice([True, False])
    asked = (shared, own) if first_shared else (own, shared)
    code = f"""\
class Album:
    {shared} = []

    def __init__(self):
        self.{own} = []

summer, winter = Album(), Album()
for album, times in [(summer, {k}), (winter, {m})]:
    for number in range(times):
        album.{shared}.append(number)
        album.{own}.append(number)
print(len(summer.{asked[0]}), len(summer.{asked[1]}))
"""

    def shown(length_shared: int, length_own: int) -> str:
        pair = (length_shared, length_own) if first_shared else (length_own, length_shared)
        return f"{pair[0]} {pair[1]}"

    return question(
        en="What does this program print?",
        tr="Bu program ne yazdırır?",
        code=code,
        right=shown(k + m, k),
        wrong=[
            (
                shown(k, k),
                "Thinks that every object gets a list of its own from the class.",
                "Her nesnenin sınıftan kendine ait bir liste aldığını sanır.",
            ),
            (
                shown(k + m, k + m),
                "Thinks that a list made in __init__ is shared as well.",
                "__init__ içinde oluşturulan listenin de paylaşıldığını sanır.",
            ),
            (
                shown(k, k + m),
                "Swaps the list of the class and the list of the object.",
                "Sınıfın listesiyle nesnenin listesini karıştırır.",
            ),
            (
                shown(m, k),
                "Thinks that the second object starts the shared list anew.",
                "İkinci nesnenin paylaşılan listeyi baştan başlattığını sanır.",
            ),
        ],
        because_en=f"`{shared}` is one list in the class, used by both: {k} + {m} = {k + m}. "
        f"`{own}` is made anew for each object, so summer has {k}.",
        because_tr=f"`{shared}` sınıftaki tek listedir, ikisi de onu kullanır: {k} + {m} = {k + m}. "
        f"`{own}` her nesne için ayrı oluşturulur; summer için uzunluğu {k} olur.",
        proof=Proof(run="output"),
    )
