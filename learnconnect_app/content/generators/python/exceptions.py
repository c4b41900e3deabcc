"""Parametric items of the topic `py-exceptions`."""

from __future__ import annotations

import builtins
import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-exceptions"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]

CONFUSED = {
    "IndexError": (
        "Takes it for a position outside of a list.",
        "Bunu listenin dışında kalan bir konum sanır.",
    ),
    "KeyError": (
        "Takes it for a missing key of a dictionary.",
        "Bunu sözlükte olmayan bir anahtar sanır.",
    ),
    "ValueError": (
        "Takes it for the right type with an unsuitable value.",
        "Bunu türü doğru ama değeri uygunsuz bir veri sanır.",
    ),
    "TypeError": (
        "Takes it for an operation on types that do not go together.",
        "Bunu birbirine uymayan türlerle yapılan bir işlem sanır.",
    ),
    "NameError": (
        "Takes it for a name that was never defined.",
        "Bunu hiç tanımlanmamış bir ad sanır.",
    ),
    "AttributeError": (
        "Takes it for a method that the object does not have.",
        "Bunu nesnede bulunmayan bir metot sanır.",
    ),
    "SyntaxError": (
        "Takes it for code that is written wrongly.",
        "Bunu yanlış yazılmış bir kod sanır.",
    ),
    "ZeroDivisionError": ("Takes it for a division by zero.", "Bunu sıfıra bölme sanır."),
}


def literal(values: list[str]) -> str:
    """A list of strings as it is written in code."""
    return json.dumps(values, ensure_ascii=False)


@template("py-exceptions-which-exception", topic=TOPIC, difficulty=1, seconds=35)
def which_exception(rng: Random) -> Question:
    first, second, third = rng.sample(NAMES, 3)
    numbers = [rng.randint(10, 99) for _ in range(rng.randint(3, 4))]
    far = len(numbers) + rng.randint(0, 1)
    cases = [
        (
            "IndexError",
            f"scores = {numbers}\nprint(scores[{far}])",
            ["KeyError", "ValueError", "NameError"],
            f"The list has positions 0 to {len(numbers) - 1}; position {far} does not exist.",
            f"Listede 0 ile {len(numbers) - 1} arası konumlar var; {far} konumu yok.",
        ),
        (
            "KeyError",
            f'ages = {{"{first}": {numbers[0]}, "{second}": {numbers[1]}}}\nprint(ages["{third}"])',
            ["IndexError", "NameError", "AttributeError"],
            f"The dictionary has no key {third!r}; reading a missing key raises KeyError.",
            f"Sözlükte {third!r} anahtarı yok; olmayan bir anahtarı okumak KeyError verir.",
        ),
        (
            "TypeError",
            f'age = {numbers[0]}\nprint("{first}: " + age)',
            ["ValueError", "NameError", "SyntaxError"],
            "A string and a number cannot be joined with +; convert with str first or use an f-string.",
            "Karakter dizisiyle sayı + ile birleşmez; önce str ile dönüştür ya da f-string kullan.",
        ),
        (
            "AttributeError",
            f'student = "{first}"\nstudent.append("{second}")\nprint(student)',
            ["TypeError", "NameError", "IndexError"],
            "append is a method of lists; a string has no such method.",
            "append listelerin metodudur; karakter dizisinin böyle bir metodu yoktur.",
        ),
        (
            "NameError",
            f"{first[0].lower()}_points = {numbers[0]}\nprint(points + {numbers[1]})",
            ["AttributeError", "KeyError", "ValueError"],
            "Nothing was ever assigned to points; the name defined above is a different one.",
            "points adına hiç değer atanmadı; yukarıda tanımlanan ad başka bir addır.",
        ),
    ]
    right, code, others, because_en, because_tr = rng.choice(cases)
    return question(
        en="Which exception ends this program?",
        tr="Bu programı hangi istisna bitirir?",
        code=code,
        right=right,
        wrong=[(name, *CONFUSED[name]) for name in others],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="error"),
    )


@template("py-exceptions-path-through-try", topic=TOPIC, difficulty=2, seconds=60)
def path_through_try(rng: Random) -> Question:
    good = rng.sample(["12", "7", "305", "48", "90"], 2)
    bad = rng.sample(["x1", "5 kg", "two", "3.5", ""], 2)
    texts = rng.choice([[good[0], bad[0]], [bad[0], good[0]], [good[0], good[1]], [bad[0], bad[1]]])
    read, failed, passed, done = "read", "bad", "ok", "next"

    def path(fine: list[str], broken: list[str]) -> str:
        return " ".join(word for text in texts for word in (fine if text in good else broken))

    right = path([read, passed, done], [failed, done])
    once = (
        " ".join(word for text in texts for word in ([read, passed] if text in good else [failed]))
        + f" {done}"
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"for text in {literal(texts)}:\n"
            "    try:\n"
            "        number = int(text)\n"
            f'        print("{read}", end=" ")\n'
            "    except ValueError:\n"
            f'        print("{failed}", end=" ")\n'
            "    else:\n"
            f'        print("{passed}", end=" ")\n'
            "    finally:\n"
            f'        print("{done}", end=" ")'
        ),
        right=right,
        wrong=[
            (
                path([read, passed, done], [failed, passed, done]),
                "Thinks that else also runs after an error.",
                "else'in hatadan sonra da çalıştığını sanır.",
            ),
            (
                path([read, passed], [failed, done]),
                "Thinks that finally runs only after an error.",
                "finally'nin yalnızca hatadan sonra çalıştığını sanır.",
            ),
            (
                path([read, passed, done], [read, failed, done]),
                "Thinks that the rest of try runs before except.",
                "try'ın kalanının except'ten önce çalıştığını sanır.",
            ),
        ],
        spare=[
            (
                once,
                "Thinks that finally runs once, after the loop.",
                "finally'nin döngüden sonra bir kez çalıştığını sanır.",
            ),
            (
                path([read, done], [failed, done]),
                "Thinks that else belongs to except and is left out when all goes well.",
                "else'in except'e bağlı olduğunu ve hata yoksa atlandığını sanır.",
            ),
            (
                path([read, passed], [failed]),
                "Thinks that finally runs only when an exception is not caught.",
                "finally'nin yalnızca istisna yakalanmazsa çalıştığını sanır.",
            ),
        ],
        because_en="For each text: no error means try to its end, then else; an error means except. finally always.",
        because_tr="Her metinde: hata yoksa try'ın kalanı, sonra else; hata varsa except. finally her durumda çalışır.",
        proof=Proof(run="output"),
    )


@template("py-exceptions-count-good-and-bad", topic=TOPIC, difficulty=2, seconds=55)
def count_good_and_bad(rng: Random) -> Question:
    whole = rng.sample(["12", "7", "-4", "30", "105", "0"], rng.randint(1, 2))
    spaced = [f" {rng.randint(2, 9)} "]
    decimal = [f"{rng.randint(1, 9)}.{rng.randint(1, 9)}"]
    words = rng.sample(["ten", "7 TL", "?", "4a"], rng.randint(1, 2))
    texts = whole + spaced + decimal + words
    rng.shuffle(texts)
    good = len(whole) + 1
    bad = len(words) + 1
    first_bad = next(i for i, text in enumerate(texts) if text in words + decimal)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "good = bad = 0\n"
            f"for text in {literal(texts)}:\n"
            "    try:\n"
            "        int(text)\n"
            "        good += 1\n"
            "    except ValueError:\n"
            "        bad += 1\n"
            "print(good, bad)"
        ),
        right=f"{good} {bad}",
        wrong=[
            (
                f"{good + 1} {bad - 1}",
                "Thinks that int cuts a decimal text off.",
                "int'in ondalıklı metni kırptığını sanır.",
            ),
            (
                f"{good - 1} {bad + 1}",
                "Thinks that int does not accept spaces around the digits.",
                "int'in rakamların çevresindeki boşlukları kabul etmediğini sanır.",
            ),
            (
                f"{first_bad} 1",
                "Thinks that the loop ends with the first error.",
                "Döngünün ilk hatayla bittiğini sanır.",
            ),
        ],
        spare=[
            (
                f"{good + bad} {bad}",
                "Thinks that good still grows when int fails.",
                "int başarısız olunca da good'un arttığını sanır.",
            )
        ],
        because_en=f"{decimal[0]!r} and the texts with other characters fail; spaces at the edges do not disturb int.",
        because_tr=f"{decimal[0]!r} ve başka karakterli metinler hata verir; kenardaki boşluklar int'i rahatsız etmez.",
        proof=Proof(run="output"),
    )


@template("py-exceptions-matching-clause", topic=TOPIC, difficulty=3, seconds=60)
def matching_clause(rng: Random) -> Question:
    number = rng.randint(4, 9)
    raised, line = rng.choice(
        [
            ("IndexError", f"[3, 5, 8][{number}]"),
            ("KeyError", f'{{"pen": {number}}}["book"]'),
            ("ValueError", f'int("{number} apples")'),
            ("ZeroDivisionError", f"{number} / 0"),
            ("TypeError", f'"age: " + {number}'),
        ]
    )
    parents = {
        "IndexError": ["LookupError", "Exception"],
        "KeyError": ["LookupError", "Exception"],
        "ValueError": ["Exception"],
        "ZeroDivisionError": ["ArithmeticError", "Exception"],
        "TypeError": ["Exception"],
    }[raised]
    strangers = [
        name
        for name in ["ValueError", "KeyError", "TypeError", "IndexError", "OSError"]
        if name != raised
    ]
    clauses = [raised, rng.choice(parents), *rng.sample(strangers, 2)]
    rng.shuffle(clauses)
    matching = [
        name for name in clauses if issubclass(getattr(builtins, raised), getattr(builtins, name))
    ]
    right = matching[0]
    code = f"try:\n    {line}\n" + "\n".join(
        f'except {name}:\n    print("{name}")' for name in clauses
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=code,
        right=right,
        wrong=[
            (
                name,
                "Thinks that Python looks for the closest match instead of the first."
                if name == raised
                else "Thinks that the last matching clause wins.",
                "Python'un ilk uyanı değil, en yakın olanı aradığını sanır."
                if name == raised
                else "Uyan son dalın kazandığını sanır.",
            )
            for name in matching[1:]
        ]
        + [
            (
                name,
                f"Takes {name} for the kind of error that this line raises.",
                f"Bu satırın verdiği hatanın {name} olduğunu sanır.",
            )
            for name in clauses
            if name not in matching
        ],
        because_en=f"The line raises {raised}; from top to bottom, the first clause that fits is {right}.",
        because_tr=f"Bu satır {raised} verir; yukarıdan aşağıya uyan ilk dal: {right}.",
        proof=Proof(run="output"),
    )


@template("py-exceptions-own-exception", topic=TOPIC, difficulty=3, seconds=70)
def own_exception(rng: Random) -> Question:
    balance = rng.randrange(40, 75, 5)
    small = [rng.randrange(5, 20, 5), rng.randrange(5, 20, 5)]
    left = balance - sum(small)
    big = left + rng.randrange(5, 40, 5)
    later = rng.choice([n for n in (5, 10) if n <= left])
    prices = [*small, big, later]
    right = f"{left} {big - left}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "class LowBalance(Exception):\n"
            "    pass\n\n"
            "def pay(balance, price):\n"
            "    if price > balance:\n"
            "        raise LowBalance(price - balance)\n"
            "    return balance - price\n\n"
            f"balance = {balance}\n"
            "try:\n"
            f"    for price in {prices}:\n"
            "        balance = pay(balance, price)\n"
            "except LowBalance as problem:\n"
            "    print(balance, problem)"
        ),
        right=right,
        wrong=[
            (
                f"{left - later} {big - left}",
                "Thinks that the loop goes on with the next price after the error.",
                "Hatadan sonra döngünün sonraki fiyatla sürdüğünü sanır.",
            ),
            (
                f"{balance} {big - left}",
                "Thinks that the payments made before the error are undone.",
                "Hatadan önceki ödemelerin geri alındığını sanır.",
            ),
            (
                f"{left - big} {big - left}",
                "Thinks that the payment is made although the exception was raised.",
                "İstisna fırlatıldığı halde ödemenin yapıldığını sanır.",
            ),
        ],
        spare=[
            (
                f"{left} LowBalance",
                "Expects the class name as the text.",
                "Metin olarak sınıf adını bekler.",
            )
        ],
        because_en=f"{small[0]} and {small[1]} are paid, {left} remain. {big} is {big - left} too much: the loop ends.",
        because_tr=f"{small[0]} ve {small[1]} ödenir, {left} kalır. {big} için {big - left} eksiktir, döngü biter.",
        proof=Proof(run="output"),
    )


@template("py-exceptions-through-two-functions", topic=TOPIC, difficulty=4, seconds=75)
def through_two_functions(rng: Random) -> Question:
    numbers = rng.sample(range(2, 10), 2)
    missing, broken = rng.randint(20, 40), rng.randint(50, 90)
    texts = [f'"{numbers[0]}"', '"x"', f'"{numbers[1]}"', "None"]
    rng.shuffle(texts)
    outer = f"({', '.join(texts)})"
    until = texts.index('"x"')
    values = {'"x"': broken, "None": missing} | {f'"{n}"': n for n in numbers}
    right = sum(values.values())
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "def read(text):\n"
            "    try:\n"
            "        return int(text)\n"
            "    except TypeError:\n"
            f"        return {missing}\n\n"
            "total = 0\n"
            f"for text in {outer}:\n"
            "    try:\n"
            "        total += read(text)\n"
            "    except ValueError:\n"
            f"        total += {broken}\n"
            "print(total)"
        ),
        right=right,
        wrong=[
            (
                right - broken + missing,
                "Thinks that the inner except takes every error.",
                "İçteki except'in her hatayı aldığını sanır.",
            ),
            (
                sum(values[text] for text in texts[: until + 1]),
                "Thinks that the loop ends with the error that read lets through.",
                "read'in geçirdiği hatayla döngünün bittiğini sanır.",
            ),
            (
                right - missing + broken,
                "Thinks that int(None) raises ValueError as well.",
                "int(None) ifadesinin de ValueError verdiğini sanır.",
            ),
            (
                sum(numbers),
                "Thinks that failing texts add nothing.",
                "Hatalı metinlerin hiçbir şey eklemediğini sanır.",
            ),
        ],
        spare=[
            (
                right - broken,
                "Thinks that the broken text adds nothing.",
                "Bozuk metnin bir şey eklemediğini sanır.",
            )
        ],
        because_en=f"read handles int(None), a TypeError: {missing}. The loop handles the ValueError of 'x': {broken}.",
        because_tr=f"int(None) TypeError verir, read yakalar: {missing}. 'x' ValueError verir, döngü alır: {broken}.",
        proof=Proof(run="output"),
    )
