"""Parametric items of the topic `js-booleans`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-booleans"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


def shown(*values: bool) -> str:
    """Booleans as `console.log` prints them."""
    return " ".join("true" if value else "false" for value in values)


@template("js-booleans-loose-and-strict", topic=TOPIC, difficulty=3, seconds=45)
def loose_and_strict(rng: Random) -> Question:
    n = rng.randint(2, 60)
    left, right_side, loose, why_en, why_tr = rng.choice(
        [
            (f'"{n}"', f"{n}", True, f'"{n}" becomes {n}', f'"{n}" metni {n} olur'),
            (f"{n}", f'"{n}.0"', True, f'"{n}.0" becomes {n}', f'"{n}.0" metni {n} olur'),
            (f'"{n}"', f'"{n}.0"', False, "two texts differ", "iki metin farklıdır"),
            ("true", "1", True, "true becomes 1", "true 1 olur"),
            ("true", f"{n}", False, f"true becomes 1, not {n}", f"true {n} değil 1 olur"),
            ("true", f'"{n}"', False, f"1 is not {n}", f"1 ile {n} eşit değildir"),
            ('""', "0", True, "empty text becomes 0", "boş metin 0 olur"),
            ("false", '""', True, "both become 0", "ikisi de 0 olur"),
            ("null", "undefined", True, "they are equal for ==", "== için eşittirler"),
            (
                "null",
                "false",
                False,
                "null equals only undefined",
                "null yalnızca undefined'a eşittir",
            ),
            (f'"{n} "', f"{n}", True, "spaces at the ends are ignored", "uçtaki boşluk sayılmaz"),
        ]
    )
    swapped = rng.random() < 0.5
    a, b = (right_side, left) if swapped else (left, right_side)
    strict = False
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const a = {a};\nconst b = {b};\nconsole.log(a == b, a === b);",
        code_language="javascript",
        right=shown(loose, strict),
        wrong=[
            (
                shown(not loose, strict),
                "Thinks that == does not count these values as equal."
                if loose
                else "Thinks that == counts these values as equal.",
                "== işaretinin bu değerleri eşit saymadığını sanır."
                if loose
                else "== işaretinin bu değerleri eşit saydığını sanır.",
            ),
            (
                shown(True, True),
                "Thinks that both signs count these values as equal.",
                "İki işaretin de bu değerleri eşit saydığını sanır.",
            ),
            (
                shown(False, True),
                "Thinks that only === counts these values as equal.",
                "Yalnızca === işaretinin bu değerleri eşit saydığını sanır.",
            ),
        ],
        because_en=f"For `==`: {why_en}, so it gives `{shown(loose)}`. `===` converts nothing, and the values are not the same: `false`.",
        because_tr=f"`==` için {why_tr}; sonuç `{shown(loose)}` olur. `===` dönüştürme yapmaz ve değerler aynı değildir: `false`.",
        proof=Proof(run="output"),
    )


@template("js-booleans-first-that-decides", topic=TOPIC, difficulty=3, seconds=50)
def first_that_decides(rng: Random) -> Question:
    falsy = rng.choice(["0", "null", "undefined", "NaN", "false"])
    n, m = rng.sample(range(2, 40), 2)
    form = rng.randint(0, 3)
    code, right = [
        (f"{falsy} || {n} || {m}", f"{n}"),
        (f"{n} && {falsy} && {m}", falsy),
        (f"{n} && {m} || {falsy}", f"{m}"),
        (f"{falsy} && {n} || {m}", f"{m}"),
    ][form]
    steps_en = [
        f"`||` passes over {falsy}, which is falsy, and stops at {n}.",
        f"`&&` goes past {n}, which is truthy, and stops at {falsy}.",
        f"`&&` comes first: {n} is truthy, so it gives {m}. That is truthy, and `||` stops there.",
        f"`&&` comes first and stops at {falsy}. Then `||` goes on to {m}.",
    ][form]
    steps_tr = [
        f"`||`, yanlış sayılan {falsy} değerini geçer ve {n} değerinde durur.",
        f"`&&`, doğru sayılan {n} değerini geçer ve {falsy} değerinde durur.",
        f"Önce `&&` yapılır: {n} doğru sayıldığı için sonuç {m} olur. O da doğru sayılır, `||` orada durur.",
        f"Önce `&&` yapılır ve {falsy} değerinde durur. Sonra `||`, {m} değerine geçer.",
    ][form]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"const result = {code};\nconsole.log(result);",
        code_language="javascript",
        right=right,
        wrong=[
            (
                "true" if right != falsy else ("false" if falsy != "false" else "true"),
                "Thinks that && and || always give a boolean."
                if right != "false"
                else "Thinks that the truthy values win.",
                "&& ve || işlemlerinin her zaman mantıksal değer verdiğini sanır."
                if right != "false"
                else "Doğru sayılan değerlerin baskın çıktığını sanır.",
            ),
            (
                f"{n}",
                "Takes the first number without looking at the operator.",
                "İşlemin türüne bakmadan ilk sayıyı alır.",
            ),
            (
                falsy,
                "Thinks that the falsy value decides.",
                "Yanlış sayılan değerin sonucu belirlediğini sanır.",
            ),
            (
                f"{m}",
                "Thinks that the last number always comes out.",
                "Sonucun her zaman son sayı olduğunu sanır.",
            ),
        ],
        spare=[
            (
                n + m,
                "Adds the truthy values up.",
                "Doğru sayılan değerleri toplar.",
            ),
        ],
        because_en=steps_en
        + " The operators return one of their values and not a boolean made of it.",
        because_tr=steps_tr
        + " Bu işlemler, mantıksal değere çevirmeden, değerlerden birini döndürür.",
        proof=Proof(run="output"),
    )


@template("js-booleans-combined-condition", topic=TOPIC, difficulty=2, seconds=50)
def combined_condition(rng: Random) -> Question:
    low, high = rng.choice([(7, 18), (12, 65), (6, 15), (10, 20)])
    age = rng.choice([low - 1, low, rng.randint(low + 1, high - 1), high, high + 3])
    card = rng.random() < 0.5
    inside = low < age < high
    tail, second = rng.choice(
        [
            ("inside && !hasCard", inside and not card),
            ("!inside || hasCard", not inside or card),
        ]
    )
    result = (inside, second)
    options = {
        (True, True): ("Counts both conditions as met.", "İki koşulu da sağlanmış sayar."),
        (True, False): ("Counts only the first as met.", "Yalnızca ilkini sağlanmış sayar."),
        (False, True): ("Counts only the second as met.", "Yalnızca ikincisini sağlanmış sayar."),
        (False, False): ("Counts neither condition as met.", "İki koşulu da sağlanmamış sayar."),
    }
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const age = {age};\n"
            f"const hasCard = {shown(card)};\n"
            f"const inside = age > {low} && age < {high};\n"
            f"console.log(inside, {tail});"
        ),
        code_language="javascript",
        right=shown(*result),
        wrong=[(shown(*values), *texts) for values, texts in options.items() if values != result],
        because_en=f"`inside` is {shown(inside)}: {age} must lie between {low} and {high}, and neither end counts. With `hasCard` = {shown(card)}, `{tail}` is {shown(result[1])}.",
        because_tr=f"`inside` değeri {shown(inside)}: {age} sayısı {low} ile {high} arasında olmalıdır, uçlar dahil değildir. `hasCard` {shown(card)} olduğundan `{tail}` sonucu {shown(result[1])} olur.",
        proof=Proof(run="output"),
    )
