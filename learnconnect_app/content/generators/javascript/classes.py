"""Parametric items of the topic `js-classes`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-classes"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
OUTPUT = Proof(run="output")


@template("js-classes-private-balance", topic=TOPIC, difficulty=2, seconds=60)
def private_balance(rng: Random) -> Question:
    start = 10 * rng.randint(3, 6)
    fits = 10 * rng.randint(1, 2)
    added = 10 * rng.randint(1, 4)
    left = start - fits + added
    too_much = left + 10 * rng.randint(1, 3)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "class Card {\n"
            f"  #balance = {start};\n"
            "  pay(amount) {\n"
            "    if (amount <= this.#balance) this.#balance -= amount;\n"
            "    return this;\n"
            "  }\n"
            "  load(amount) {\n"
            "    this.#balance += amount;\n"
            "    return this;\n"
            "  }\n"
            "  get balance() {\n"
            "    return this.#balance;\n"
            "  }\n"
            "}\n"
            "const card = new Card();\n"
            f"card.pay({fits}).load({added}).pay({too_much});\n"
            "console.log(card.balance);"
        ),
        code_language="javascript",
        right=left,
        wrong=[
            (
                left - too_much,
                "Overlooks the condition and lets the balance become negative.",
                "Koşulu gözden kaçırır ve bakiyenin eksiye düşmesine izin verir.",
            ),
            (
                start,
                "Thinks that the value of a private field never changes.",
                "Gizli alanın değerinin hiç değişmediğini sanır.",
            ),
            (
                start - fits,
                "Thinks that only the first call of the chain reaches the object.",
                "Zincirde yalnızca ilk çağrının nesneye ulaştığını sanır.",
            ),
            (
                "undefined",
                "Thinks that a getter may not read a private field.",
                "Getter'ın gizli alanı okuyamadığını sanır.",
            ),
        ],
        because_en=(
            f"{start} − {fits} + {added} = {left}. Paying {too_much} is more than the balance, "
            "so nothing is taken."
        ),
        because_tr=(
            f"{start} − {fits} + {added} = {left}. {too_much} ödemek bakiyeden fazladır, "
            "bu yüzden bir şey düşülmez."
        ),
        proof=OUTPUT,
    )


@template("js-classes-price-with-super", topic=TOPIC, difficulty=3, seconds=70)
def price_with_super(rng: Random) -> Question:
    base = rng.randint(4, 9) * 10
    less = rng.randint(5, 15)
    fee = rng.randint(2, 4)
    count = rng.randint(2, 3)
    right = (base - less) * count + fee
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "class Ticket {\n"
            "  constructor(count) {\n"
            "    this.count = count;\n"
            "  }\n"
            "  price() {\n"
            f"    return {base};\n"
            "  }\n"
            "  total() {\n"
            f"    return this.price() * this.count + {fee};\n"
            "  }\n"
            "}\n"
            "class StudentTicket extends Ticket {\n"
            "  price() {\n"
            f"    return super.price() - {less};\n"
            "  }\n"
            "}\n"
            f"console.log(new StudentTicket({count}).total());"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                base * count + fee,
                "Thinks that an inherited method calls only methods of its own class.",
                "Miras gelen metodun yalnızca kendi sınıfının metotlarını çağırdığını sanır.",
            ),
            (
                base * count + fee - less,
                "Takes the reduction off once instead of for every ticket.",
                "İndirimi her bilet için değil, bir kez düşer.",
            ),
            (
                "NaN",
                "Thinks that a class without a constructor does not receive the argument.",
                "Kurucusu olmayan sınıfın argümanı almadığını sanır.",
            ),
            (
                (base - less) * count,
                "Forgets what total adds at the end.",
                "total'ın sonda eklediğini unutur.",
            ),
        ],
        because_en=(
            f"`total` calls `this.price()`, and `this` is a `StudentTicket`: {base} − {less} = "
            f"{base - less}. {base - less} · {count} + {fee} = {right}. The argument goes on to the "
            "constructor of `Ticket`."
        ),
        because_tr=(
            f"`total`, `this.price()` çağırır; `this` bir `StudentTicket`'tır: {base} − {less} = "
            f"{base - less}. {base - less} · {count} + {fee} = {right}. Argüman `Ticket`'ın "
            "kurucusuna iletilir."
        ),
        proof=OUTPUT,
    )


@template("js-classes-static-counter", topic=TOPIC, difficulty=4, seconds=70)
def static_counter(rng: Random) -> Question:
    first, second = rng.choice([("Robot", "Drone"), ("Vehicle", "Bus"), ("Plant", "Tree")])
    plain, special = rng.sample(range(1, 6), 2)
    start = rng.choice([0, 0, 10, 100])
    total = start + plain + special
    base_calls = "".join(f"new {first}();\n" for _ in range(plain))
    sub_calls = "".join(f"new {second}();\n" for _ in range(special))
    calls = base_calls + sub_calls if rng.random() < 0.5 else sub_calls + base_calls
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"class {first} {{\n"
            f"  static made = {start};\n"
            "  constructor() {\n"
            f"    {first}.made += 1;\n"
            "  }\n"
            "}\n"
            f"class {second} extends {first} {{}}\n"
            f"{calls}"
            f"console.log({first}.made, {second}.made);"
        ),
        code_language="javascript",
        right=f"{total} {total}",
        wrong=[
            (
                f"{start + plain} {start + special}",
                "Thinks that each class counts its own objects.",
                "Her sınıfın kendi nesnelerini saydığını sanır.",
            ),
            (
                f"{total} {start + special}",
                "Thinks that the subclass has a counter of its own beside the common one.",
                "Alt sınıfın, ortak sayacın yanında kendi sayacı olduğunu sanır.",
            ),
            (
                f"{start + plain} {start + plain}",
                "Thinks that a subclass without a constructor does not run the parent's.",
                "Kurucusu olmayan alt sınıfın üst sınıfınkini çalıştırmadığını sanır.",
            ),
            (
                f"{total} undefined",
                "Thinks that static members are not inherited.",
                "Statik üyelerin miras alınmadığını sanır.",
            ),
        ],
        because_en=(
            f"Every `new`, also of `{second}`, runs the constructor of `{first}`: {start} + "
            f"{plain + special} = {total}. `{second}.made` is found through inheritance, it is the "
            "same counter."
        ),
        because_tr=(
            f"Her `new`, `{second}` için de, `{first}` sınıfının kurucusunu çalıştırır: {start} + "
            f"{plain + special} = {total}. `{second}.made` kalıtım yoluyla bulunur; aynı sayaçtır."
        ),
        proof=OUTPUT,
    )
