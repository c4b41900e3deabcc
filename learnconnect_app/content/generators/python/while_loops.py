"""Parametric items of the topic `py-while-loops`."""

from __future__ import annotations

from math import ceil, gcd
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-while-loops"
PRINTS_EN = "What does this program print?"
PRINTS_TR = "Bu program ne yazdırır?"


@template("py-while-loops-step-down", topic=TOPIC, difficulty=1, seconds=45)
def step_down(rng: Random) -> Question:
    name = rng.choice(["water", "battery", "money", "pages"])
    step = rng.randint(3, 7)
    limit = rng.randint(0, 5)
    start = limit + step * rng.randint(3, 5) + rng.randint(1, step - 1)
    passes = ceil((start - limit) / step)
    right = start - passes * step
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name} = {start}\nwhile {name} > {limit}:\n    {name} -= {step}\nprint({name})",
        right=right,
        wrong=[
            (right + step, "Stops one pass too early.", "Bir tur erken durur."),
            (right - step, "Runs one pass too many.", "Bir tur fazla çalıştırır."),
            (
                limit,
                "Believes the loop ends exactly at the limit.",
                "Döngünün tam sınırda bittiğini düşünür.",
            ),
            (
                passes,
                "Counts the passes instead of reading the value.",
                "Değeri okumak yerine turları sayar.",
            ),
        ],
        spare=[(start - step, "Runs the block only once.", "Bloğu yalnızca bir kez çalıştırır.")],
        because_en=f"{right} is the first value that is not greater than {limit}: "
        f"{', '.join(map(str, range(start, right - 1, -step)))}.",
        because_tr=f"{limit} sayısından büyük olmayan ilk değer {right} olur: "
        f"{', '.join(map(str, range(start, right - 1, -step)))}.",
        proof=Proof(run="output"),
    )


@template("py-while-loops-saving", topic=TOPIC, difficulty=2, seconds=50)
def saving(rng: Random) -> Question:
    start, weekly = rng.randint(0, 20), rng.randint(6, 15)
    passes = rng.randint(3, 6)
    exact = rng.random() < 0.4
    target = start + weekly * passes - (0 if exact else rng.randint(1, weekly - 1))
    sign = rng.choice(["<", "<="]) if exact else "<"
    weeks = passes + 1 if sign == "<=" else passes
    saved = start + weekly * weeks
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"saved, weeks = {start}, 0\nwhile saved {sign} {target}:\n    saved += {weekly}\n    weeks += 1\n"
        "print(weeks, saved)",
        right=f"{weeks} {saved}",
        wrong=[
            (
                f"{weeks - 1} {saved - weekly}",
                "Stops one pass too early.",
                "Bir tur erken durur.",
            ),
            (
                f"{weeks + 1} {saved + weekly}",
                "Runs one pass too many.",
                "Bir tur fazla çalıştırır.",
            ),
            (
                f"{weeks} {target}",
                "Believes the loop ends exactly at the limit.",
                "Döngünün tam sınırda bittiğini düşünür.",
            ),
        ],
        spare=[
            (
                f"{weeks} {weekly * weeks}",
                "Overlooks the start value.",
                "Başlangıç değerini gözden kaçırır.",
            ),
            (f"{weeks - 1} {saved}", "Does not count the last pass.", "Son turu saymaz."),
            (
                f"{weeks + 1} {saved}",
                "Starts counting the passes at 1.",
                "Turları 1'den başlayarak sayar.",
            ),
        ],
        because_en=f"After {weeks} passes saved is {start} + {weeks} * {weekly} = {saved}, and the condition "
        f"{saved} {sign} {target} is false.",
        because_tr=f"{weeks} tur sonunda saved {start} + {weeks} * {weekly} = {saved} olur ve {saved} {sign} {target} "
        "koşulu yanlıştır.",
        proof=Proof(run="output"),
    )


@template("py-while-loops-break-on-total", topic=TOPIC, difficulty=3, seconds=60)
def break_on_total(rng: Random) -> Question:
    first, growth = rng.randint(1, 4), rng.randint(1, 3)
    limit = rng.randint(12, 30)
    before = rng.random() < 0.5
    parts = [first]
    while sum(parts) <= limit:
        parts.append(parts[-1] + growth)
    full, short = sum(parts), sum(parts[:-1])
    right = short if before else full
    if before:
        body = f"    if total + part > {limit}:\n        break\n    total += part\n"
    else:
        body = f"    total += part\n    if total > {limit}:\n        break\n"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"total, part = 0, {first}\nwhile True:\n{body}    part += {growth}\nprint(total)",
        right=right,
        wrong=[
            (
                full,
                "Adds the part that would be too much before leaving.",
                "Çıkmadan önce, sınırı aşan parçayı da ekler.",
            )
            if before
            else (
                short,
                "Believes the last part is not added any more.",
                "Son parçanın artık eklenmediğini düşünür.",
            ),
            (
                limit,
                "Believes the loop ends exactly at the limit.",
                "Döngünün tam sınırda bittiğini düşünür.",
            ),
            (
                parts[-1],
                "Reads off the last part instead of the total.",
                "Toplam yerine son parçayı okur.",
            ),
        ],
        spare=[
            (full + parts[-1] + growth, "Runs one pass too many.", "Bir tur fazla çalıştırır."),
            (len(parts), "Counts the passes.", "Turları sayar."),
        ],
        because_en=f"The parts are {', '.join(map(str, parts))}. Up to the last but one they make {short}; "
        + (
            f"with {parts[-1]} more it would exceed {limit}."
            if before
            else f"{parts[-1]} more gives {full} > {limit}."
        ),
        because_tr=f"Parçalar {', '.join(map(str, parts))} olur. Sondan bir önceki dahil toplam {short} eder; "
        + (
            f"{parts[-1]} daha eklenirse {limit} aşılır."
            if before
            else f"{parts[-1]} daha eklenince {full} > {limit}."
        ),
        proof=Proof(run="output"),
    )


@template("py-while-loops-continue-sum", topic=TOPIC, difficulty=3, seconds=60)
def continue_sum(rng: Random) -> Question:
    last = rng.randint(6, 11)
    divisor = rng.choice([2, 3, 4])
    name = rng.choice(["day", "card", "page"])
    numbers = range(1, last + 1)
    skipped = sum(n for n in numbers if n % divisor == 0)
    right = sum(numbers) - skipped
    until = next(n for n in numbers if n % divisor == 0)
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"{name}, total = 0, 0\nwhile {name} < {last}:\n    {name} += 1\n    if {name} % {divisor} == 0:\n"
        f"        continue\n    total += {name}\nprint(total)",
        right=right,
        wrong=[
            (
                skipped,
                "Adds exactly the numbers that continue skips.",
                "Tam da continue'nun atladığı sayıları toplar.",
            ),
            (
                sum(numbers),
                "Believes continue changes nothing.",
                "continue'nun bir şey değiştirmediğini düşünür.",
            ),
            (
                sum(range(1, until)),
                "Confuses continue with break.",
                "continue ile break'i karıştırır.",
            ),
        ],
        spare=[
            (
                sum(n for n in numbers if n % divisor and n != last),
                "Leaves out the last number.",
                "Son sayıyı dışarıda bırakır.",
            ),
            (right + last + 1, "Runs one pass too many.", "Bir tur fazla çalıştırır."),
        ],
        because_en=f"Multiples of {divisor} are skipped: "
        f"{' + '.join(str(n) for n in numbers if n % divisor)} = {right}.",
        because_tr=f"{divisor} ile bölünenler atlanır: {' + '.join(str(n) for n in numbers if n % divisor)} = {right}.",
        proof=Proof(run="output"),
    )


@template("py-while-loops-digits", topic=TOPIC, difficulty=4, seconds=70)
def digits(rng: Random) -> Question:
    number = int("".join(str(each) for each in rng.sample(range(1, 10), rng.choice([3, 4]))))
    text = str(number)
    reverse = rng.random() < 0.5
    total = sum(int(each) for each in text)
    right = text[::-1] if reverse else str(total)
    line = "result = result * 10 + n % 10" if reverse else "result += n % 10"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"n, result = {number}, 0\nwhile n > 0:\n    {line}\n    n //= 10\nprint(result)",
        right=right,
        wrong=[
            (
                total,
                "Adds the digits and overlooks the factor 10.",
                "10 çarpanını unutup rakamları toplar.",
            )
            if reverse
            else (
                text[::-1],
                "Strings the digits together instead of adding them.",
                "Toplamak yerine rakamları yan yana dizer.",
            ),
            (
                number,
                "Believes the number is put together again as it was.",
                "Sayının eskisi gibi yeniden kurulduğunu düşünür.",
            ),
            (
                text[:0:-1] if reverse else total - int(text[0]),
                "Stops before the first digit of the number.",
                "Sayının ilk rakamına gelmeden durur.",
            ),
            (text[-1], "Runs the block only once.", "Bloğu yalnızca bir kez çalıştırır."),
        ],
        because_en=f"n % 10 takes the last digit and n //= 10 drops it: the digits come as {', '.join(text[::-1])}. "
        + ("Each shifts the earlier ones to the left." if reverse else f"Their sum is {total}."),
        because_tr=f"n % 10 son rakamı alır, n //= 10 onu atar: rakamlar {', '.join(text[::-1])} sırasıyla gelir. "
        + ("Her biri öncekileri sola kaydırır." if reverse else f"Toplamları {total} eder."),
        proof=Proof(run="output"),
    )


@template("py-while-loops-common-divisor", topic=TOPIC, difficulty=5, seconds=80)
def common_divisor(rng: Random) -> Question:
    while True:
        factor = rng.randint(3, 12)
        one, two = sorted(rng.sample(range(2, 9), 2), reverse=True)
        if gcd(one, two) == 1:
            break
    a, b = factor * one, factor * two
    right = gcd(a, b)
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f"long, short = {a}, {b}\nwhile short > 0:\n    long, short = short, long % short\nprint(long)",
        right=right,
        wrong=[
            (
                0,
                "Reads off short, whose 0 ends the loop.",
                "0 olunca döngüyü bitiren short adını okur.",
            ),
            (a % b, "Takes the first remainder for the result.", "İlk kalanı sonuç sanır."),
            (b, "Stops after the first pass.", "İlk turdan sonra durur."),
            (
                a - b,
                "Takes the difference of the two lengths for the result.",
                "Sonucu iki uzunluğun farkı sanır.",
            ),
        ],
        spare=[
            (
                1,
                "Believes the remainder always goes down to 1.",
                "Kalanın her zaman 1'e indiğini düşünür.",
            ),
            (factor * one * two, "Looks for the common multiple.", "Ortak katı arar."),
        ],
        because_en=f"Each pass keeps the shorter length and the remainder. When the remainder is 0, "
        f"long is the greatest common divisor of {a} and {b}: {right}.",
        because_tr=f"Her tur kısa uzunluğu ve kalanı tutar. Kalan 0 olunca long, {a} ile {b} sayılarının en büyük "
        f"ortak böleni olur: {right}.",
        proof=Proof(run="output"),
    )
