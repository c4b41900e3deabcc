"""Parametric items of the topic `py-testing`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

Case = tuple[object, object]
Kind = tuple[str, str, str, str, str, list[Case], list[Case]]

TOPIC = "py-testing"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("py-testing-read-the-traceback", topic=TOPIC, difficulty=1, seconds=45)
def read_the_traceback(rng: Random) -> Question:
    *called_lines, main = sorted(rng.sample(range(3, 60), 3))
    inner, deepest = rng.sample(called_lines, 2)
    file, outer, middle, line, error, message = rng.choice(
        [
            (
                "shop.py",
                "report",
                "average",
                "total / count",
                "ZeroDivisionError",
                "division by zero",
            ),
            (
                "quiz.py",
                "run_quiz",
                "ask",
                "int(answer)",
                "ValueError",
                "invalid literal for int() with base 10: 'ten'",
            ),
            (
                "school.py",
                "print_grades",
                "grade",
                "grades[10]",
                "IndexError",
                "list index out of range",
            ),
            ("trip.py", "plan", "distance", 'distances["Bursa"]', "KeyError", "'Bursa'"),
        ]
    )
    code = (
        "Traceback (most recent call last):\n"
        f'  File "{file}", line {main}, in <module>\n    {outer}()\n'
        f'  File "{file}", line {inner}, in {outer}\n    result = {middle}()\n'
        f'  File "{file}", line {deepest}, in {middle}\n    return {line}\n'
        f"{error}: {message}"
    )
    asked = rng.choice(["raised", "started"])
    raised, called = f"{middle}, {deepest}", f"{outer}, {inner}"
    right = raised if asked == "raised" else called
    stem_en, stem_tr = {
        "raised": (
            "In which function, and on which line, was this exception raised?",
            "Bu istisna hangi fonksiyonda ve hangi satırda fırlatıldı?",
        ),
        "started": (
            f"Which function called {middle}, and on which line?",
            f"{middle} fonksiyonunu hangi fonksiyon, hangi satırda çağırdı?",
        ),
    }[asked]
    built = question(
        en=stem_en,
        tr=stem_tr,
        code=code,
        right=right,
        wrong=[
            (called, "Takes a caller for the place of the error.", "Çağıranı hatanın yeri sanır.")
            if asked == "raised"
            else (
                raised,
                "Takes the place of the error for the call.",
                "Hatanın yerini çağrının yeri sanır.",
            ),
            (
                f"<module>, {main}",
                "Starts reading at the top of the traceback.",
                "Traceback'i en üstten okumaya başlar.",
            ),
            (
                f"{middle}, {inner}",
                "Joins a function with the line of the entry above.",
                "Fonksiyonu, üstteki kaydın satırıyla eşleştirir.",
            ),
            (
                f"{outer}, {main}",
                "Takes the line of a call for a line inside the called function.",
                "Çağrının satırını, çağrılan fonksiyonun içindeki satır sanır.",
            ),
        ],
        because_en=f"Each entry names the line that was running; the last one, {deepest}, failed. The one above called it.",
        because_tr=f"Her kayıt o anda çalışan satırı söyler; en alttaki ({deepest}) hata verdi, bir üstündeki onu çağırdı.",
    )
    return built.model_copy(update={"code_language": "text"})


@template("py-testing-how-far-it-gets", topic=TOPIC, difficulty=2, seconds=50)
def how_far_it_gets(rng: Random) -> Question:
    low, high = 0, rng.choice([20, 50, 100])
    good = rng.sample(range(1, high), 3)
    bad = rng.choice([high + rng.randint(1, 9), -rng.randint(1, 9)])
    place = rng.randint(1, 2)
    scores = [*good[:place], bad, *good[place:]]
    limit = rng.choice([True, False])
    if limit:
        scores[0] = high
    right = f"{place} bad score: {bad}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "checked = 0\n"
            "try:\n"
            f"    for score in {scores}:\n"
            f'        assert {low} <= score <= {high}, f"bad score: {{score}}"\n'
            "        checked += 1\n"
            "except AssertionError as error:\n"
            "    print(checked, error)"
        ),
        right=right,
        wrong=[
            (
                f"{place + 1} bad score: {bad}",
                "Thinks that the failing score is counted as well.",
                "Başarısız puanın da sayıldığını sanır.",
            ),
            (
                f"3 bad score: {bad}",
                "Thinks that the loop goes on after the failed assert.",
                "Başarısız assert'ten sonra döngünün sürdüğünü sanır.",
            ),
            (
                f"{place} AssertionError",
                "Expects the class name instead of the message.",
                "İleti yerine sınıf adını bekler.",
            ),
            (
                f"0 bad score: {high}" if limit else f"0 bad score: {scores[0]}",
                "Thinks that the limit itself is not allowed."
                if limit
                else "Thinks that the assert fails when its condition is true.",
                "Sınırın kendisine izin verilmediğini sanır."
                if limit
                else "Koşul doğru olunca assert'in başarısız olduğunu sanır.",
            ),
        ],
        because_en=f"Fine scores before {bad}: {place}. Then the assert raises, and the rest is skipped.",
        because_tr=f"{bad} gelene kadar uygun puan sayısı: {place}. Orada assert istisna fırlatır, gerisi atlanır.",
        proof=Proof(run="output"),
    )


@template("py-testing-count-passing-cases", topic=TOPIC, difficulty=2, seconds=60)
def count_passing_cases(rng: Random) -> Question:
    a, b, c = sorted(rng.sample(range(3, 40), 3))
    odd, four = 2 * rng.randint(2, 20) + 1, 4 * rng.randint(2, 9)
    kinds: list[Kind] = [
        (
            "double",
            "n",
            "n ** 2",
            "the double of n",
            "n'nin iki katı",
            [(0, 0), (2, 4)],
            [(1, 2), (a, 2 * a), (b, 2 * b)],
        ),
        (
            "last",
            "items",
            "items[0]",
            "the last element",
            "son öğe",
            [([a], a), ([c, a, c], c), ([b, b], b)],
            [([b, c], c), ([a, b, c], c), ([c, a], a)],
        ),
        (
            "largest",
            "items",
            "items[-1]",
            "the largest element",
            "en büyük öğe",
            [([a, b, c], c), ([b], b), ([a, c], c)],
            [([c, b, a], c), ([a, c, b], c), ([b, a], b)],
        ),
        (
            "is_even",
            "n",
            "n % 4 == 0",
            "whether n is even",
            "n'nin çift olup olmadığı",
            [(odd, False), (four, True), (0, True)],
            [(four + 2, True), (2, True), (four - 2, True)],
        ),
    ]
    name, argument, body, meaning_en, meaning_tr, passing, failing = rng.choice(kinds)
    right = rng.randint(1, len(passing))
    cases = rng.sample(passing, right) + rng.sample(failing, 4 - right)
    rng.shuffle(cases)
    shown = ", ".join(f"({value!r}, {expected!r})" for value, expected in cases)
    others = [n for n in range(len(cases), -1, -1) if n != right]
    labels = {
        len(cases): (
            "Reads what the function should do, not what it does.",
            "Fonksiyonun yaptığını değil, yapması gerekeni okur.",
        ),
        0: (
            "Thinks that a wrong function fails every case.",
            "Yanlış fonksiyonun hiçbir durumda geçmediğini sanır.",
        ),
    }
    return question(
        en=f"The function should return {meaning_en}, but it has a bug. How many cases pass even so?",
        tr=f"Fonksiyon şunu döndürmeli: {meaning_tr}. Ama içinde bir hata var. Buna rağmen kaç durum geçer?",
        code=(
            f"def {name}({argument}):\n    return {body}\n\n"
            f"cases = [{shown}]\n"
            "passed = 0\n"
            "for value, expected in cases:\n"
            f"    if {name}(value) == expected:\n"
            "        passed += 1\n"
            "print(passed)"
        ),
        right=right,
        wrong=[
            (
                n,
                *labels.get(
                    n,
                    (
                        "Overlooks cases that pass by chance.",
                        "Rastlantıyla geçen durumları gözden kaçırır.",
                    )
                    if n < right
                    else (
                        "Takes a failing case for a passing one.",
                        "Geçmeyen bir durumu geçti sayar.",
                    ),
                ),
            )
            for n in others
        ],
        because_en=f"Work each case out with the body as written, {body}: {right} of {len(cases)} match what is expected.",
        because_tr=f"Her durumu yazıldığı gibi hesapla, {body}: {len(cases)} durumdan {right} tanesi beklenene uyar.",
        proof=Proof(run="output"),
    )


@template("py-testing-edge-that-shows-the-bug", topic=TOPIC, difficulty=3, seconds=60)
def edge_that_shows_the_bug(rng: Random) -> Question:
    limit = rng.randint(10, 90)
    name, argument, rule_en, rule_tr, above, inclusive = rng.choice(
        [
            (
                "passes",
                "score",
                f"A score of {limit} or more passes",
                f"{limit} ve üstü puan geçer",
                True,
                True,
            ),
            (
                "is_full",
                "guests",
                f"A hall with {limit} or more guests is full",
                f"{limit} ve üstü konukta salon doludur",
                True,
                True,
            ),
            (
                "is_cheap",
                "price",
                f"A price below {limit} is cheap",
                f"{limit} altındaki fiyat ucuzdur",
                False,
                False,
            ),
            (
                "is_hot",
                "degrees",
                f"More than {limit} degrees is hot",
                f"{limit} dereceden fazlası sıcaktır",
                True,
                False,
            ),
            (
                "is_light",
                "weight",
                f"A weight up to and including {limit} is light",
                f"{limit} ve altı ağırlık hafiftir",
                False,
                True,
            ),
        ]
    )
    sign = {(True, True): ">", (True, False): ">=", (False, True): "<", (False, False): "<="}[
        above, inclusive
    ]
    far = rng.randint(3, 8)

    def expected(value: int) -> bool:
        return inclusive if value == limit else (value > limit) == above

    def call(value: int) -> str:
        return f"check({value}, {expected(value)})"

    return question(
        en=f"{rule_en}, but the function has a bug. Which line shows it by printing `wrong`?",
        tr=f"{rule_tr}, ama fonksiyonda bir hata var. Hangi satır `wrong` yazdırarak bunu gösterir?",
        code=(
            f"def {name}({argument}):\n    return {argument} {sign} {limit}\n\n"
            "def check(value, expected):\n"
            f'    print("fine" if {name}(value) == expected else "wrong")'
        ),
        right=call(limit),
        wrong=[
            (
                call(limit - 1),
                "Tests one below the limit, where the bug makes no difference.",
                "Sınırın bir altını dener; orada hata fark yaratmaz.",
            ),
            (
                call(limit + 1),
                "Tests one above the limit, where the bug makes no difference.",
                "Sınırın bir üstünü dener; orada hata fark yaratmaz.",
            ),
            (
                call(limit + far),
                "Tests a value far from the limit.",
                "Sınırdan uzak bir değeri dener.",
            ),
            (
                call(0),
                "Thinks that zero always shows the bug.",
                "Hatayı her zaman sıfırın gösterdiğini sanır.",
            ),
        ],
        because_en=f"{sign} is right on both sides and wrong only at {limit} itself, so the limit has to be tested.",
        because_tr=f"{sign} iki yanda da doğrudur, yalnızca {limit} değerinde yanlıştır; sınırın kendisini test et.",
        proof=Proof(run="options", expect="wrong"),
    )


@template("py-testing-test-that-finds-nothing", topic=TOPIC, difficulty=4, seconds=70)
def finds_nothing(rng: Random) -> Question:
    a, b, c = rng.sample(range(3, 15), 3)
    name, head, body, meaning_en, meaning_tr, lucky, unlucky, chance_en, chance_tr = rng.choice(
        [
            (
                "area",
                "width, height",
                "width + height",
                "the area of a rectangle",
                "bir dikdörtgenin alanı",
                "area(2, 2) == 4",
                [f"area({x}, {y}) == {x * y}" for x, y in [(a, b), (b, c), (1, c)]],
                "2 + 2 equals 2 * 2",
                "2 + 2 ile 2 * 2 eşittir",
            ),
            (
                "average",
                "marks",
                "sum(marks) / 2",
                "the average of a list",
                "bir listenin ortalaması",
                f"average([{a}, {a + 2 * b}]) == {a + b}",
                [
                    f"average([{a}]) == {a}",
                    f"average([{b}, {b}, {b}]) == {b}",
                    f"average([{c}, {c}, {c}, {c}]) == {c}",
                ],
                "this list has exactly two elements",
                "bu listede tam iki öğe var",
            ),
            (
                "smallest",
                "numbers",
                "numbers[0]",
                "the smallest element of a list",
                "bir listenin en küçük öğesi",
                f"smallest([{a}, {a + b}, {a + c}]) == {a}",
                [
                    f"smallest([{a + b}, {a}]) == {a}",
                    f"smallest([{a + c}, {a + b}, {a}]) == {a}",
                    f"smallest([{b + c}, {c}, {b + c}]) == {c}",
                ],
                "the smallest element stands in front here",
                "en küçük öğe burada başta duruyor",
            ),
            (
                "price",
                "amount, discount",
                "amount - discount",
                "the price after a discount in percent",
                "yüzdelik indirimden sonraki fiyat",
                f"price(100, {a}) == {100 - a}",
                [
                    f"price(200, {b}) == {200 - 2 * b}",
                    f"price(300, {c}) == {300 - 3 * c}",
                    "price(50, 10) == 45",
                ],
                "one percent of 100 is exactly 1",
                "100'ün yüzde biri tam 1'dir",
            ),
        ]
    )
    return question(
        en=f"The function should return {meaning_en}, but it has a bug. Which test passes, and so does **not** find it?",
        tr=f"Fonksiyon şunu döndürmeli: {meaning_tr}. Ama içinde bir hata var. Hangi test geçer, yani hatayı **bulmaz**?",
        code=(
            f'def {name}({head}):\n    return {body}\n\ndef check(passed):\n    print("passed" if passed else "failed")'
        ),
        right=f"check({lucky})",
        wrong=[
            (
                f"check({each})",
                "Overlooks that the result differs here, so that the test fails.",
                "Sonucun burada farklı olduğunu ve testin başarısız olacağını gözden kaçırır.",
            )
            for each in unlucky
        ],
        because_en=f"It passes by chance: {chance_en}. Good tests use values for which a likely mistake shows.",
        because_tr=f"Rastlantıyla geçer: {chance_tr}. İyi testler, olası bir yanlışı belli eden değerler kullanır.",
        proof=Proof(run="options", expect="passed"),
    )
