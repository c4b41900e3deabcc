"""Parametric items of the topic `py-variables`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-variables"
PRINTS_EN = "What does this program print?"
PRINTS_TR = "Bu program ne yazdırır?"


@template("py-variables-type-of-value", topic=TOPIC, difficulty=1, seconds=30)
def type_of_value(rng: Random) -> Question:
    name = rng.choice(["answer", "reading", "entry", "result"])
    whole, tenth = rng.randint(2, 99), rng.randint(1, 9)
    literal, right, why_en, why_tr = rng.choice(
        [
            (
                f"{whole}",
                "int",
                "A number without a point is an int.",
                "Noktasız yazılan sayı int olur.",
            ),
            (
                f"{whole}.{tenth}",
                "float",
                "A number with a point is a float.",
                "Noktalı yazılan sayı float olur.",
            ),
            (
                f"{whole}.0",
                "float",
                "The point makes it a float, even before a zero.",
                "Nokta, ardından sıfır gelse de değeri float yapar.",
            ),
            (
                f'"{whole}.{tenth}"',
                "str",
                "Whatever stands between quotes is text, even digits and a point.",
                "Tırnak içinde ne varsa metindir; rakamlar ve nokta da.",
            ),
            (
                f'int("{whole}")',
                "int",
                "int(...) turns the text into a whole number.",
                "int(...) metni tam sayıya çevirir.",
            ),
            (
                f"str({whole})",
                "str",
                "str(...) turns the number into text.",
                "str(...) sayıyı metne çevirir.",
            ),
            (
                f'"{rng.choice(["True", "False"])}"',
                "str",
                "Whatever stands between quotes is text, even the name of a truth value.",
                "Tırnak içinde ne varsa metindir; bir doğruluk değerinin adı da.",
            ),
            (
                f"{whole} > {tenth}",
                "bool",
                "A comparison gives True or False.",
                "Bir karşılaştırma True ya da False verir.",
            ),
        ]
    )
    reasons = {
        "int": ("Takes the value for a whole number.", "Değeri tam sayı sanır."),
        "float": (
            "Takes the value for a number with a decimal part.",
            "Değeri ondalıklı sayı sanır.",
        ),
        "str": ("Takes the value for text.", "Değeri metin sanır."),
        "bool": ("Takes the value for a truth value.", "Değeri doğruluk değeri sanır."),
    }
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name} = {literal}\nprint(type({name}))",
        right=f"<class '{right}'>",
        wrong=[
            (f"<class '{kind}'>", en, tr) for kind, (en, tr) in reasons.items() if kind != right
        ],
        because_en=why_en,
        because_tr=why_tr,
        proof=Proof(run="output"),
    )


@template("py-variables-stale-total", topic=TOPIC, difficulty=2, seconds=45)
def stale_total(rng: Random) -> Question:
    item, unit = rng.choice(
        [("price", "count"), ("fee", "months"), ("ticket", "people"), ("length", "width")]
    )
    first, times = rng.randint(3, 12), rng.randint(3, 6)
    second = first + rng.choice([-2, 2, 3, 5])
    right = first * times
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{item} = {first}\n{unit} = {times}\ntotal = {item} * {unit}\n{item} = {second}\nprint(total)",
        right=right,
        wrong=[
            (
                second * times,
                "Expects a stored result to update itself, as in a spreadsheet.",
                "Saklanan sonucun, hesap tablosundaki gibi kendiliğinden yenilenmesini bekler.",
            ),
            (
                right + second * times,
                "Adds the new result to the old one.",
                "Yeni sonucu eskisinin üzerine ekler.",
            ),
            (second, "Reads off the last number that was assigned.", "En son atanan sayıyı okur."),
        ],
        spare=[(first + times, "Adds where the code multiplies.", "Kodun çarptığı yerde toplar.")],
        because_en=f"total was computed while {item} was {first}: {first} * {times} = {right}. "
        f"Rebinding {item} later does not repeat the calculation.",
        because_tr=f"total hesaplanırken {item} {first} değerindeydi: {first} * {times} = {right}. "
        f"{item} adını sonradan yeniden bağlamak hesabı tekrarlamaz.",
        proof=Proof(run="output"),
    )


@template("py-variables-text-or-number", topic=TOPIC, difficulty=2, seconds=40)
def text_or_number(rng: Random) -> Question:
    one, two = rng.sample(range(11, 60), 2)
    joins = rng.random() < 0.6
    expression = "first + second" if joins else "int(first) + int(second)"
    glued, added = f"{one}{two}", str(one + two)
    right, other = (glued, added) if joins else (added, glued)
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'first = "{one}"\nsecond = "{two}"\nprint({expression})',
        right=right,
        wrong=[
            (
                other,
                "Adds numbers although both values are text.",
                "İki değer de metin olduğu halde sayı gibi toplar.",
            )
            if joins
            else (
                other,
                "Overlooks the conversion and joins the texts.",
                "Dönüşümü gözden kaçırıp metinleri birleştirir.",
            ),
            (
                f"{one} {two}",
                "Expects a space between joined values.",
                "Değerlerin arasına boşluk konmasını bekler.",
            )
            if joins
            else (
                f"{one} {two}",
                "Overlooks the conversion and joins the texts with a space.",
                "Dönüşümü gözden kaçırıp metinleri boşlukla birleştirir.",
            ),
            (
                f"{one}+{two}",
                "Keeps the plus sign in the result.",
                "Artı işaretinin sonuçta kalacağını düşünür.",
            ),
        ],
        because_en=f"Both values are text, and + joins texts without a space: {right}."
        if joins
        else f"int() makes numbers of the texts, so + adds them: {one} + {two} = {right}.",
        because_tr=f"İki değer de metindir; + metinleri boşluk koymadan birleştirir: {right}."
        if joins
        else f"int() metinleri sayıya çevirir, + da onları toplar: {one} + {two} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-variables-points-chain", topic=TOPIC, difficulty=2, seconds=50)
def points_chain(rng: Random) -> Question:
    name = rng.choice(["points", "coins", "stars", "lives"])
    start, plus, minus, factor = (
        rng.randint(5, 15),
        rng.randint(3, 9),
        rng.randint(1, 4),
        rng.randint(2, 3),
    )
    grown = start + plus
    right = (grown - minus) * factor
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name} = {start}\n{name} += {plus}\n{name} -= {minus}\n{name} *= {factor}\nprint({name})",
        right=right,
        wrong=[
            (
                grown - minus * factor,
                "Multiplies only the last change, not the whole value.",
                "Değerin tamamını değil, yalnızca son değişikliği çarpar.",
            ),
            (grown - minus, "Stops before the last line.", "Son satırdan önce durur."),
            (
                (start - minus) * factor,
                "Loses the first change, as if the second replaced it.",
                "İkincisi onun yerine geçmiş gibi ilk değişikliği yok sayar.",
            ),
        ],
        spare=[
            (
                start * factor,
                "Applies only the last line to the start.",
                "Başlangıca yalnızca son satırı uygular.",
            )
        ],
        because_en=f"Line by line: {start}, {grown}, {grown - minus}, {right}.",
        because_tr=f"Satır satır: {start}, {grown}, {grown - minus}, {right}.",
        proof=Proof(run="output"),
    )


@template("py-variables-swap-attempts", topic=TOPIC, difficulty=3, seconds=55)
def swap_attempts(rng: Random) -> Question:
    one, two = rng.sample(["Ayşe", "Deniz", "Ada", "Alan", "Mert", "Grace", "Elif", "Linus"], 2)
    lines, right = rng.choice(
        [
            (["first = second", "second = first"], (two, two)),
            (["second = first", "first = second"], (one, one)),
            (["spare = first", "first = second", "second = spare"], (two, one)),
            (["spare = second", "second = first", "first = spare"], (two, one)),
            (["spare = first", "first = second", "spare = second"], (two, two)),
            (["first, second = second, first"], (two, one)),
        ]
    )
    outcomes = [
        (
            (two, one),
            "Expects a swap, but one value was overwritten.",
            "Takas bekler; oysa bir değerin üzerine yazıldı.",
        ),
        (
            (two, two),
            "Believes the first value is lost on the way.",
            "İlk değerin yolda kaybolduğunu düşünür.",
        ),
        (
            (one, one),
            "Believes the second value is lost on the way.",
            "İkinci değerin yolda kaybolduğunu düşünür.",
        ),
        (
            (one, two),
            "Believes nothing changes in the end.",
            "Sonunda hiçbir şeyin değişmediğini düşünür.",
        ),
    ]
    code = "\n".join([f'first = "{one}"', f'second = "{two}"', *lines, "print(first, second)"])
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=code,
        right=" ".join(right),
        wrong=[(" ".join(pair), en, tr) for pair, en, tr in outcomes if pair != right],
        because_en=f"In the end first refers to {right[0]} and second to {right[1]}. A value survives an assignment "
        "only when some name still refers to it.",
        because_tr=f"Sonunda first {right[0]}, second {right[1]} değerini gösterir. Bir değer, ancak onu hâlâ gösteren "
        "bir ad varsa atamadan sonra elde kalır.",
        proof=Proof(run="output"),
    )


@template("py-variables-two-name-trace", topic=TOPIC, difficulty=4, seconds=70)
def two_name_trace(rng: Random) -> Question:
    start, step = rng.randint(2, 9), rng.randint(2, 6)
    bank = start
    wallet = bank
    bank = bank + step
    wallet = wallet + bank
    bank = wallet - bank
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"bank = {start}\nwallet = bank\nbank = bank + {step}\nwallet = wallet + bank\n"
        "bank = wallet - bank\nprint(bank, wallet)",
        right=f"{bank} {wallet}",
        wrong=[
            (
                f"{start + step} {2 * (start + step)}",
                "Believes wallet moved along when bank was raised.",
                "bank artırılınca wallet adının da onunla birlikte arttığını düşünür.",
            ),
            (
                f"{start + step} {wallet}",
                "Leaves out the last assignment.",
                "Son atamayı dışarıda bırakır.",
            ),
            (
                f"{start} {2 * start}",
                "Overlooks that bank was raised.",
                "bank adının artırıldığını gözden kaçırır.",
            ),
        ],
        spare=[
            (
                f"{wallet} {bank}",
                "Reads the two names in the wrong order.",
                "İki adı ters sırada okur.",
            )
        ],
        because_en=f"bank becomes {start + step}, wallet {start} + {start + step} = {wallet}, "
        f"and in the end bank {wallet} - {start + step} = {bank}.",
        because_tr=f"bank {start + step} olur, wallet {start} + {start + step} = {wallet} olur; "
        f"son olarak bank {wallet} - {start + step} = {bank} olur.",
        proof=Proof(run="output"),
    )
