"""Parametric items of the topic `js-strings`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-strings"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
WORDS = ["notebook", "keyboard", "computer", "sunlight", "mountain", "birthday", "triangle"]
"""Each has eight letters."""


@template("js-strings-slice", topic=TOPIC, difficulty=2, seconds=45)
def slice_of_text(rng: Random) -> Question:
    word = rng.choice(WORDS)
    start = rng.randint(1, 3)
    negative = rng.random() < 0.4
    stop = -rng.randint(1, 2) if negative else start + rng.randint(2, 3)
    end = len(word) + stop if negative else stop
    right = word[start:end]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'const word = "{word}";\nconsole.log(word.slice({start}, {stop}));',
        code_language="javascript",
        right=right,
        wrong=[
            (word[start : end + 1], "Counts the end as included.", "Bitişi dahil sayar."),
            (
                word[start - 1 : end - 1] if not negative else word[start - 1 : end],
                "Counts the positions from 1.",
                "Konumları 1'den saymaya başlar.",
            ),
            (
                word[start:] if negative else word[start : start + stop],
                "Thinks that a negative end is ignored."
                if negative
                else "Reads the second number as a length.",
                "Eksi bitişin yok sayıldığını sanır."
                if negative
                else "İkinci sayıyı uzunluk diye okur.",
            ),
        ],
        spare=[
            (
                word[start + 1 : end],
                "Leaves out the letter at the start of the slice.",
                "Dilimin başındaki harfi dışarıda bırakır.",
            ),
            (word[:end], "Starts at the first letter.", "İlk harften başlar."),
        ],
        because_en=f"The slice takes the positions {start} to {end - 1}; the end "
        + (f"{stop} is counted from the end of the text and is" if negative else f"{stop} is")
        + f" not included. That gives `{right}`.",
        because_tr=f"Dilim {start} konumundan {end - 1} konumuna kadar alır; "
        + (
            f"bitiş ({stop}) metnin sonundan sayılır ve dahil değildir."
            if negative
            else f"bitiş ({stop}) dahil değildir."
        )
        + f" Sonuç: `{right}`.",
        proof=Proof(run="output"),
    )


@template("js-strings-plus-from-left", topic=TOPIC, difficulty=3, seconds=45)
def plus_from_left(rng: Random) -> Question:
    a, b, c = rng.sample(range(2, 10), 3)
    place = rng.randint(0, 2)
    terms = [f'"{n}"' if index == place else str(n) for index, n in enumerate((a, b, c))]
    right = f"{a + b}{c}" if place == 2 else f"{a}{b}{c}"
    sum_first = f"{a + b}{c}"
    sum_last = f"{a}{b + c}"
    where_en = (
        f"First {a} + {b} = {a + b}, both numbers. Then a text follows, and `+` joins: {right}."
        if place == 2
        else f"The first `+` already has a text on one side and joins to `{a}{b}`. That is text, so {c} is joined too: {right}."
    )
    where_tr = (
        f"Önce iki sayı toplanır: {a} + {b} = {a + b}. Sonra metin gelir ve `+` birleştirir: {right}."
        if place == 2
        else f"İlk `+` işaretinin bir yanında metin vardır, birleştirir: `{a}{b}`. Bu da metindir; {c} de yanına eklenir: {right}."
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"console.log({' + '.join(terms)});",
        code_language="javascript",
        right=right,
        wrong=[
            (
                a + b + c,
                "Thinks that digits in quotation marks are added as numbers.",
                "Tırnak içindeki rakamların sayı gibi toplandığını sanır.",
            ),
            (
                f"{a}{b}{c}",
                "Thinks that one text turns every + into joining.",
                "Tek bir metnin bütün + işaretlerini birleştirmeye çevirdiğini sanır.",
            ),
            (
                sum_last,
                "Adds the last two numbers first.",
                "Önce son iki sayıyı toplar.",
            ),
            (
                "NaN",
                "Thinks that text and numbers cannot be combined with +.",
                "Metin ile sayının + ile bir araya gelemeyeceğini sanır.",
            ),
        ],
        spare=[
            (
                sum_first,
                "Adds the first two as numbers although one of them is text.",
                "Biri metin olduğu hâlde ilk ikisini sayı gibi toplar.",
            ),
        ],
        because_en=where_en,
        because_tr=where_tr,
        proof=Proof(run="output"),
    )


@template("js-strings-search", topic=TOPIC, difficulty=2, seconds=40)
def search(rng: Random) -> Question:
    word, letter = rng.choice(
        [
            ("banana", "n"),
            ("banana", "a"),
            ("tomato", "o"),
            ("potato", "t"),
            ("coconut", "o"),
            ("avocado", "a"),
            ("pineapple", "p"),
            ("pineapple", "e"),
            ("cinnamon", "n"),
            ("tomato", "t"),
            ("broccoli", "o"),
            ("cucumber", "u"),
        ]
    )
    last = rng.random() < 0.5
    name = "lastIndexOf" if last else "indexOf"
    right = word.rindex(letter) if last else word.index(letter)
    opposite = word.index(letter) if last else word.rindex(letter)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'const word = "{word}";\nconsole.log(word.{name}("{letter}"));',
        code_language="javascript",
        right=right,
        wrong=[
            (right + 1, "Counts the positions from 1.", "Konumları 1'den saymaya başlar."),
            (
                opposite,
                "Confuses the first place with the last one.",
                "İlk yeri son yerle karıştırır.",
            ),
            (
                word.count(letter),
                "Counts how often the letter occurs.",
                "Harfin kaç kez geçtiğini sayar.",
            ),
        ],
        spare=[
            ("true", "Confuses the method with includes.", "Metodu includes ile karıştırır."),
            (-1, "Thinks that the letter is not found.", "Harfin bulunamadığını sanır."),
            (
                len(word) - 1 - right,
                "Counts the positions from the end.",
                "Konumları sondan sayar.",
            ),
        ],
        because_en=f"Positions start at 0. `{name}` gives the {'last' if last else 'first'} place of `{letter}` in `{word}`, which is {right}.",
        because_tr=f"Konumlar 0'dan başlar. `{name}`, `{letter}` harfinin `{word}` içinde {'son' if last else 'ilk'} geçtiği konumu verir: {right}.",
        proof=Proof(run="output"),
    )


@template("js-strings-pad-a-time", topic=TOPIC, difficulty=3, seconds=45)
def pad_a_time(rng: Random) -> Question:
    hour, minute = rng.randint(1, 9), rng.randint(1, 9)
    if rng.random() < 0.5:
        minute += 10 * rng.randint(1, 5)
    parts = [hour, minute]
    right = ":".join(f"{n:02}" for n in parts)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const hour = {hour};\n"
            f"const minute = {minute};\n"
            'const text = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;\n'
            "console.log(text);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{hour}:{minute}",
                "Thinks that zeros at the front are dropped again.",
                "Baştaki sıfırların yeniden atıldığını sanır.",
            ),
            (
                f"00{hour}:00{minute}",
                "Thinks that padStart always adds two characters.",
                "padStart'ın her zaman iki karakter eklediğini sanır.",
            ),
            (
                ":".join(f"{n}".ljust(2, "0") for n in parts),
                "Puts the zeros at the end.",
                "Sıfırları sona koyar.",
            ),
        ],
        spare=[
            (right.replace(":", ""), "Overlooks the separator.", "Ayırıcıyı gözden kaçırır."),
        ],
        because_en='`padStart(2, "0")` adds zeros at the front until the text has 2 characters; a text that is long enough stays as it is.',
        because_tr='`padStart(2, "0")` metin 2 karakter olana dek başa sıfır ekler; yeterince uzun metne dokunmaz.',
        proof=Proof(run="output"),
    )
