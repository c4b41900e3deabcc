"""Parametric items of the topic `py-data-formats`."""

from __future__ import annotations

import json
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-data-formats"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre", "Can"]
CITIES = ["Ankara", "Bursa", "London", "Paris", "Tokyo"]
CSV_HEAD = "import csv\nimport io\n\n"


@template("py-data-formats-python-to-json", topic=TOPIC, difficulty=1, seconds=45)
def python_to_json(rng: Random) -> Question:
    name = rng.choice(NAMES)
    number = rng.randint(5, 99)
    field = rng.choice(["level", "age", "points"])
    python, foreign = rng.choice([("True", "true"), ("False", "false"), ("None", "null")])
    flag = rng.choice(["active", "paid", "ready"])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "import json\n\n"
            f'student = {{"name": "{name}", "{field}": {number}, "{flag}": {python}}}\n'
            "print(json.dumps(student))"
        ),
        right=f'{{"name": "{name}", "{field}": {number}, "{flag}": {foreign}}}',
        wrong=[
            (
                f"{{'name': '{name}', '{field}': {number}, '{flag}': {python}}}",
                "Expects the text with which Python itself shows a dictionary.",
                "Sözlüğün, Python'un onu gösterdiği biçimde yazılmasını bekler.",
            ),
            (
                f'{{"name": "{name}", "{field}": {number}, "{flag}": {python}}}',
                f"Thinks that {python} is written the same way in JSON.",
                f"{python} değerinin JSON'da aynı yazıldığını sanır.",
            ),
            (
                f'{{"name": "{name}", "{field}": "{number}", "{flag}": "{foreign}"}}',
                "Thinks that JSON turns every value into a text.",
                "JSON'un her değeri metne çevirdiğini sanır.",
            ),
            (
                f'{{name: "{name}", {field}: {number}, {flag}: {foreign}}}',
                "Thinks that keys need no quotes in JSON.",
                "JSON'da anahtarların tırnaksız yazıldığını sanır.",
            ),
        ],
        because_en=f"JSON puts keys and texts in double quotes, leaves numbers bare and writes {foreign} for {python}.",
        because_tr=f"JSON anahtarla metni çift tırnağa alır, sayıyı yalın yazar; {python} yerine {foreign} kullanır.",
        proof=Proof(run="output"),
    )


@template("py-data-formats-nested-access", topic=TOPIC, difficulty=2, seconds=55)
def nested_access(rng: Random) -> Question:
    first, second, third = rng.sample(NAMES, 3)
    scores = [rng.sample(range(40, 100), 2) for _ in range(3)]
    student, which = rng.randint(1, 2), rng.randint(0, 1)
    people = [
        {"name": name, "scores": pair}
        for name, pair in zip([first, second, third], scores, strict=True)
    ]
    text = json.dumps(people)
    text = text.replace("}, {", "},\n  {")
    right = scores[student][which]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"import json\n\ntext = '''{text}'''\ndata = json.loads(text)\nprint(data[{student}][\"scores\"][{which}])",
        right=right,
        wrong=[
            (scores[student - 1][which], "Counts the students from 1.", "Öğrencileri 1'den sayar."),
            (
                scores[student][which - 1],
                "Takes the other one of the two scores.",
                "İki puandan ötekini alır.",
            ),
            (scores[student], "Stops at the list of scores.", "Puan listesinde durur."),
        ],
        spare=[(people[student]["name"], "Takes the name instead.", "Puan yerine adı alır.")],
        because_en=f"data is a list; data[{student}] is {people[student]['name']}, and the score at position {which} is {right}.",
        because_tr=f"data bir listedir; data[{student}] {people[student]['name']} kaydıdır, {which} konumundaki puan {right}.",
        proof=Proof(run="output"),
    )


@template("py-data-formats-sum-of-matching-rows", topic=TOPIC, difficulty=3, seconds=65)
def sum_of_matching_rows(rng: Random) -> Question:
    here, there = rng.sample(CITIES, 2)
    names = rng.sample(NAMES, 4)
    scores = rng.sample(range(5, 40), 4)
    cities = [here, there, here, rng.choice([here, there])]
    lines = [
        f"{name},{city},{score}" for name, city, score in zip(names, cities, scores, strict=True)
    ]
    chosen = [score for city, score in zip(cities, scores, strict=True) if city == here]
    text = "\\n".join(["name,city,score", *lines])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{CSV_HEAD}text = "{text}"\n'
            "total = 0\n"
            "for row in csv.DictReader(io.StringIO(text)):\n"
            f'    if row["city"] == "{here}":\n'
            '        total += int(row["score"])\n'
            "print(total)"
        ),
        right=sum(chosen),
        wrong=[
            (sum(scores), "Adds the rows of every city.", "Her şehrin satırlarını toplar."),
            (
                sum(chosen[1:]),
                "Thinks that the first row of data is lost with the header.",
                "İlk veri satırının başlıkla birlikte gittiğini sanır.",
            ),
            (
                "".join(map(str, chosen)),
                "Thinks that the scores are still joined as texts after int.",
                "int'ten sonra da puanların metin gibi birleştiğini sanır.",
            ),
            (
                len(chosen),
                "Counts the rows instead of adding the scores.",
                "Puanları toplamak yerine satırları sayar.",
            ),
        ],
        because_en=f"The rows of {here} have the scores {chosen}; as numbers they add up to {sum(chosen)}.",
        because_tr=f"{here} satırlarındaki puanlar: {chosen}; sayı olarak toplamları {sum(chosen)}.",
        proof=Proof(run="output"),
    )


@template("py-data-formats-highest-as-text", topic=TOPIC, difficulty=4, seconds=60)
def highest_as_text(rng: Random) -> Question:
    small = rng.randint(6, 9)
    numbers = [small, rng.randint(10, 39), rng.randint(40, 59), rng.randint(100, 150)]
    rng.shuffle(numbers)
    names = rng.sample(NAMES, 4)
    text = "\\n".join(f"{name},{number}" for name, number in zip(names, numbers, strict=True))
    cells = sorted(map(str, numbers))
    kind = rng.choice(["max", "min"])
    right = cells[-1] if kind == "max" else cells[0]
    rest = [
        n
        for n in map(str, sorted(numbers))
        if n not in (right, str(max(numbers)), str(min(numbers)))
    ]
    reason = {
        "max": (
            str(max(numbers)),
            "Compares the cells as numbers.",
            "Hücreleri sayı gibi karşılaştırır.",
        ),
        "min": (
            str(min(numbers)),
            "Compares the cells as numbers.",
            "Hücreleri sayı gibi karşılaştırır.",
        ),
    }[kind]
    opposite = min(numbers) if kind == "max" else max(numbers)
    pick = max if kind == "max" else min
    by_name = pick(zip(names, numbers, strict=True))[1]
    by_last_digit = pick(map(str, numbers), key=lambda cell: cell[::-1])
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{CSV_HEAD}text = "{text}"\n'
            "rows = list(csv.reader(io.StringIO(text)))\n"
            f"print({kind}(row[1] for row in rows))"
        ),
        right=right,
        wrong=[
            reason,
            (
                opposite,
                "Confuses the largest with the smallest.",
                "En büyükle en küçüğü karıştırır.",
            ),
            (
                by_name,
                "Compares the names at the front instead of the numbers.",
                "Sayıları değil, baştaki adları karşılaştırır.",
            ),
            (
                by_last_digit,
                "Thinks that texts are compared from their last character.",
                "Metinlerin son karakterden başlayarak karşılaştırıldığını sanır.",
            ),
        ],
        spare=[
            (each, "Takes a cell in the middle.", "Ortadaki bir hücreyi alır.") for each in rest
        ],
        because_en=f"The cells are texts, compared character by character; sorted they are {', '.join(cells)}.",
        because_tr=f"Hücreler metindir ve karakter karakter karşılaştırılır; sıraları şöyledir: {', '.join(cells)}.",
        proof=Proof(run="output"),
    )


@template("py-data-formats-round-trip", topic=TOPIC, difficulty=3, seconds=50)
def round_trip(rng: Random) -> Question:
    a, b = rng.sample(range(1, 30), 2)
    name = rng.choice(NAMES)
    kind = rng.choice(["tuple", "list", "text"])
    written, back, equal, because_en, because_tr = {
        "tuple": (
            f"({a}, {b})",
            f"[{a}, {b}]",
            False,
            "JSON knows only arrays: a tuple comes back as a list, and a list never equals a tuple.",
            "JSON yalnızca dizi tanır: demet, liste olarak döner ve bir liste bir demete eşit olmaz.",
        ),
        "list": (
            f"[{a}, {b}]",
            f"[{a}, {b}]",
            True,
            "A list of numbers survives the way to JSON and back unchanged.",
            "Sayı listesi JSON'a gidip gelirken değişmez.",
        ),
        "text": (
            f'{{"{name}": {a}}}',
            f"{{'{name}': {a}}}",
            True,
            "Texts as keys and numbers as values survive the way to JSON and back unchanged.",
            "Metin anahtarlar ve sayı değerler JSON'a gidip gelirken değişmez.",
        ),
    }[kind]
    shown = written.replace('"', "'")
    loose = {"tuple": f"['{a}', '{b}']", "list": f"({a}, {b})", "text": f"['{name}', {a}]"}
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"import json\n\nvalue = {written}\ncopy = json.loads(json.dumps(value))\nprint(copy, copy == value)",
        right=f"{back} {equal}",
        wrong=[
            (
                f"{shown} True",
                "Thinks that every value comes back unchanged.",
                "Her değerin değişmeden döndüğünü sanır.",
            ),
            (
                f"{back} {not equal}",
                "Sees the copy but misjudges the comparison.",
                "Kopyayı doğru görür ama karşılaştırmada yanılır.",
            ),
            (
                f"{shown} False",
                "Thinks that the same value is still not equal after loading.",
                "Aynı değerin yüklendikten sonra eşit sayılmadığını sanır.",
            ),
            (
                f"{loose[kind]} False",
                "Expects another type to come back.",
                "Başka bir türün dönmesini bekler.",
            ),
        ],
        spare=[
            (f"{written} False", "Takes the JSON text for the copy.", "JSON metnini kopya sanır."),
            (
                f"'{back}' False",
                "Thinks that loads gives a text.",
                "loads'un metin verdiğini sanır.",
            ),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(run="output"),
    )


@template("py-data-formats-writer-and-quotes", topic=TOPIC, difficulty=4, seconds=60)
def writer_and_quotes(rng: Random) -> Question:
    name = rng.choice(NAMES)
    city, country = rng.choice(
        [("Paris", "France"), ("Ankara", "Türkiye"), ("London", "UK"), ("Tokyo", "Japan")]
    )
    number = rng.randint(8, 60)
    place = f"{city}, {country}"
    right = f'{name},"{place}",{number}'
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"{CSV_HEAD}buffer = io.StringIO()\nwriter = csv.writer(buffer)\n"
            f'writer.writerow(["{name}", "{place}", {number}])\nprint(buffer.getvalue().strip())'
        ),
        right=right,
        wrong=[
            (
                f"{name},{place},{number}",
                "Thinks that the comma inside the cell needs no protection.",
                "Hücredeki virgülün korunması gerekmediğini sanır.",
            ),
            (
                f'"{name}","{place}",{number}',
                "Thinks that every text is put in quotes.",
                "Her metnin tırnağa alındığını sanır.",
            ),
            (
                f'"{name}","{place}","{number}"',
                "Thinks that every cell is put in quotes.",
                "Her hücrenin tırnağa alındığını sanır.",
            ),
            (
                f"['{name}', '{place}', {number}]",
                "Thinks that the list is written as Python shows it.",
                "Listenin Python'un gösterdiği gibi yazıldığını sanır.",
            ),
        ],
        because_en="By default the writer puts only those cells in quotes that contain a comma, a quote or a line break.",
        because_tr="Yazıcı, varsayılan olarak yalnızca virgül, tırnak ya da satır sonu içeren hücreleri tırnağa alır.",
        proof=Proof(run="output"),
    )
