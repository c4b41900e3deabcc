"""Parametric items of the topic `py-numbers`."""

from __future__ import annotations

from math import floor, trunc
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-numbers"
PRINTS_EN = "What does this program print?"
PRINTS_TR = "Bu program ne yazdırır?"


@template("py-numbers-boxes-and-rest", topic=TOPIC, difficulty=1, seconds=40)
def boxes_and_rest(rng: Random) -> Question:
    things, size, per = rng.choice(
        [
            ("eggs", "box", 6),
            ("eggs", "box", 10),
            ("minutes", "hour", 60),
            ("days", "week", 7),
            ("pupils", "team", 5),
        ]
    )
    full, rest = rng.randint(2, 7), rng.randint(1, per - 1)
    total = full * per + rest
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{things} = {total}\n{size} = {per}\nprint({things} // {size}, {things} % {size})",
        right=f"{full} {rest}",
        wrong=[
            (
                f"{rest} {full}",
                "Swaps the quotient and the remainder.",
                "Bölüm ile kalanı karıştırır.",
            ),
            (f"{full + 1} {rest}", "Rounds the quotient up.", "Bölümü yukarı yuvarlar."),
            (
                f"{round(total / per, 2)} {rest}",
                "Takes // for division with decimals.",
                "// işlemini ondalıklı bölme sanır.",
            ),
        ],
        spare=[
            (
                f"{full} {per - rest}",
                "Counts what is missing to the next one.",
                "Bir sonrakine kalan eksiği sayar.",
            ),
            (f"{full} 0", "Believes nothing is left over.", "Hiç artmadığını düşünür."),
        ],
        because_en=f"{total} = {full} * {per} + {rest}: // gives {full} and % gives the rest, {rest}.",
        because_tr=f"{total} = {full} * {per} + {rest}: // {full} verir, % ise kalanı, yani {rest} verir.",
        proof=Proof(run="output"),
    )


@template("py-numbers-int-or-float", topic=TOPIC, difficulty=2, seconds=40)
def int_or_float(rng: Random) -> Question:
    factor, by, more = rng.randint(2, 9), rng.randint(2, 6), rng.randint(1, 9)
    product = factor * by
    shape = rng.choice(["divide", "floor", "times"])
    expression, whole, is_float = {
        "divide": (f"{product} / {by} + {more}", factor + more, True),
        "floor": (f"{product} // {by} + {more}", factor + more, False),
        "times": (f"{factor} * {by}.0 + {more}", product + more, True),
    }[shape]
    grouped = {
        "divide": f"{product / (by + more):.2f}",
        "floor": str(product // (by + more)),
        "times": f"{factor * (by + more)}.0",
    }[shape]
    right, twin = (f"{whole}.0", f"{whole}") if is_float else (f"{whole}", f"{whole}.0")
    why_en = {
        "divide": "/ always gives a float, and a float plus an int is a float",
        "floor": "// of two ints gives an int",
        "times": "an int times a float gives a float",
    }[shape]
    why_tr = {
        "divide": "/ her zaman float verir; float ile int toplanınca da float çıkar",
        "floor": "iki int arasında // işlemi int verir",
        "times": "int ile float çarpılınca float çıkar",
    }[shape]
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"print({expression})",
        right=right,
        wrong=[
            (
                twin,
                "Expects a whole number to lose its point.",
                "Tam çıkan sonucun noktasını yitirmesini bekler.",
            )
            if is_float
            else (
                twin,
                "Expects a float from every division.",
                "Her bölmeden float çıkmasını bekler.",
            ),
            (grouped, "Adds before multiplying or dividing.", "Çarpma ya da bölmeden önce toplar."),
            (
                f"{whole - more}{'.0' if is_float else ''}",
                "Overlooks the last addition.",
                "Sondaki toplamayı gözden kaçırır.",
            ),
        ],
        spare=[(whole + 1, "Slips by one while adding.", "Toplarken bir fazla sayar.")],
        because_en=f"The value is {whole}, and {why_en}. So {right} is printed.",
        because_tr=f"Değer {whole} çıkar ve {why_tr}. Bu yüzden {right} yazdırılır.",
        proof=Proof(run="output"),
    )


@template("py-numbers-cut-or-round", topic=TOPIC, difficulty=2, seconds=40)
def cut_or_round(rng: Random) -> Question:
    whole = rng.randint(2, 40)
    tenths = rng.choice([6, 7, 8, 9])
    name = rng.choice(["height", "weight", "distance", "speed"])
    value = float(f"{whole}.{tenths}")
    right = f"{trunc(value)} {round(value)}"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name} = {value}\nprint(int({name}), round({name}))",
        right=right,
        wrong=[
            (
                f"{whole + 1} {whole + 1}",
                "Believes int rounds to the nearest whole number.",
                "int fonksiyonunun en yakın tam sayıya yuvarladığını düşünür.",
            ),
            (
                f"{whole} {whole}",
                "Believes round cuts the decimals off.",
                "round fonksiyonunun ondalığı attığını düşünür.",
            ),
            (
                f"{whole}.0 {whole + 1}.0",
                "Expects both results to stay floats.",
                "İki sonucun da float kalmasını bekler.",
            ),
        ],
        spare=[(f"{whole + 1} {whole}", "Swaps the two functions.", "İki fonksiyonu karıştırır.")],
        because_en=f"int() drops the .{tenths} and leaves {whole}; round() goes to the nearest whole number, {whole + 1}.",
        because_tr=f"int() .{tenths} kısmını atar, {whole} kalır; round() en yakın tam sayıya, {whole + 1} sayısına gider.",
        proof=Proof(run="output"),
    )


@template("py-numbers-left-to-right", topic=TOPIC, difficulty=3, seconds=50)
def left_to_right(rng: Random) -> Question:
    less, start = rng.randint(1, 5), rng.randint(10, 20)
    first, second, divisor = rng.choice(
        [(a, b, c) for a in range(5, 10) for b in range(3, 8) for c in range(2, 5) if a * b % c]
    )
    part = first * second // divisor
    right = start + part - less
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"print({start} + {first} * {second} // {divisor} - {less})",
        right=right,
        wrong=[
            (
                (start + first) * second // divisor - less,
                "Goes from left to right without any order of operations.",
                "İşlem önceliğini gözetmeden soldan sağa gider.",
            ),
            (
                start + first * (second // divisor) - less,
                "Divides before multiplying, although both rank the same.",
                "Öncelikleri eşit olduğu halde çarpmadan önce böler.",
            ),
            (right + 1, "Rounds the division up.", "Bölmeyi yukarı yuvarlar."),
        ],
        spare=[
            (right + less, "Overlooks the last subtraction.", "Sondaki çıkarmayı gözden kaçırır."),
            (
                (start + first * second) // divisor - less,
                "Adds before dividing.",
                "Bölmeden önce toplar.",
            ),
        ],
        because_en=f"* and // come first, from left to right: {first} * {second} // {divisor} = {part}. "
        f"Then {start} + {part} - {less} = {right}.",
        because_tr=f"Önce soldan sağa * ve // yapılır: {first} * {second} // {divisor} = {part}. "
        f"Sonra {start} + {part} - {less} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-numbers-clock", topic=TOPIC, difficulty=3, seconds=50)
def clock(rng: Random) -> Question:
    hour = rng.randint(13, 23)
    later = rng.randint(24 - hour + 1, 24 - hour + 30)
    total = hour + later
    right = total - 24 * floor(total / 24)
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"hour = {hour}\nlater = {later}\nprint((hour + later) % 24)",
        right=right,
        wrong=[
            (
                total // 24,
                "Counts the full days instead of the rest.",
                "Kalan yerine tam günleri sayar.",
            ),
            (
                total,
                "Overlooks that the clock starts again after 23.",
                "23'ten sonra saatin baştan başladığını unutur.",
            ),
            (
                hour + later % 24,
                "Takes the remainder before adding, as if there were no parentheses.",
                "Parantez yokmuş gibi, toplamadan önce kalan alır.",
            ),
        ],
        spare=[
            (
                total % 12,
                "Goes round a dial of twelve hours.",
                "On iki saatlik kadrana göre döner.",
            ),
            (total - 12, "Takes off twelve hours only.", "Yalnızca on iki saat düşer."),
            (right + 1, "Counts the first hour twice.", "İlk saati iki kez sayar."),
        ],
        because_en=f"{hour} + {later} = {total}, and {total} = {total // 24} * 24 + {right}. The rest is the hour.",
        because_tr=f"{hour} + {later} = {total} ve {total} = {total // 24} * 24 + {right}. Kalan, saati verir.",
        proof=Proof(run="output"),
    )


@template("py-numbers-negative-floor", topic=TOPIC, difficulty=4, seconds=60)
def negative_floor(rng: Random) -> Question:
    divisor = rng.randint(3, 9)
    quotient, rest = rng.randint(1, 6), rng.randint(1, divisor - 1)
    size = divisor * quotient + rest
    down = floor(-size / divisor)
    left = -size - down * divisor
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"steps = -{size}\nprint(steps // {divisor}, steps % {divisor})",
        right=f"{down} {left}",
        wrong=[
            (
                f"{-quotient} {-rest}",
                "Rounds towards zero, as with positive numbers.",
                "Pozitif sayılardaki gibi sıfıra doğru yuvarlar.",
            ),
            (
                f"{down} {rest}",
                "Takes the remainder of the number without its sign.",
                "Kalanı, sayının işaretsiz haline göre alır.",
            ),
            (
                f"{-quotient} {left}",
                "Rounds the quotient towards zero, but not the remainder.",
                "Bölümü sıfıra doğru yuvarlar, kalanı ise aşağıya göre bulur.",
            ),
        ],
        spare=[
            (
                f"{-quotient} {rest}",
                "Gives the quotient its sign only at the end.",
                "Bölüme işaretini en sonda verir.",
            ),
            (
                f"{down} {-rest}",
                "Lets the remainder take the sign of the number.",
                "Kalana sayının işaretini verir.",
            ),
        ],
        because_en=f"// rounds down, to {down}. The rest fills the gap: -{size} = {down} * {divisor} + {left}.",
        because_tr=f"// aşağı yuvarlar: {down}. Kalan aradaki farkı kapatır: -{size} = {down} * {divisor} + {left}.",
        proof=Proof(run="output"),
    )


@template("py-numbers-digit-puzzle", topic=TOPIC, difficulty=5, seconds=75)
def digit_puzzle(rng: Random) -> Question:
    hundreds, tens, ones = rng.sample(range(1, 10), 3)
    n = int(f"{hundreds}{tens}{ones}")
    order = rng.choice(
        [("ones", "hundreds", "tens"), ("ones", "tens", "hundreds"), ("tens", "ones", "hundreds")]
    )
    digit = {"hundreds": hundreds, "tens": tens, "ones": ones}
    formula = {"hundreds": "n // 100", "tens": "n // 10 % 10", "ones": "n % 10"}
    a, b, c = order
    right = f"{digit[a]}{digit[b]}{digit[c]}"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"n = {n}\na = {formula[a]}\nb = {formula[b]}\nc = {formula[c]}\nprint(100 * a + 10 * b + c)",
        right=right,
        wrong=[
            (
                n,
                "Believes the digits come back in their old places.",
                "Rakamların eski yerlerine döndüğünü düşünür.",
            ),
            (
                hundreds + tens + ones,
                "Adds the digits and overlooks their places.",
                "Basamak değerlerini unutup rakamları toplar.",
            ),
            (
                f"{digit[c]}{digit[b]}{digit[a]}",
                "Puts the digits together in the opposite order.",
                "Rakamları ters sırada birleştirir.",
            ),
        ],
        spare=[
            (
                f"{digit[b]}{digit[a]}{digit[c]}",
                "Swaps the factors 100 and 10.",
                "100 ile 10 çarpanlarını karıştırır.",
            ),
            (
                f"{digit[a]}{digit[c]}{digit[b]}",
                "Swaps the last two digits.",
                "Son iki rakamı karıştırır.",
            ),
        ],
        because_en=f"a = {digit[a]}, b = {digit[b]}, c = {digit[c]}; their places make {right}.",
        because_tr=f"a = {digit[a]}, b = {digit[b]}, c = {digit[c]}; basamaklarına yerleşince {right} olur.",
        proof=Proof(run="output"),
    )
