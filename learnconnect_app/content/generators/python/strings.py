"""Parametric items of the topic `py-strings`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-strings"
PRINTS_EN = "What does this program print?"
PRINTS_TR = "Bu program ne yazdırır?"
WORDS = [
    "defter",
    "python",
    "kalem",
    "güneş",
    "silgi",
    "planet",
    "bahçe",
    "number",
    "yıldız",
    "bridge",
    "orman",
]
LONG_WORDS = [
    "computer",
    "kelebek",
    "notebook",
    "bisiklet",
    "keyboard",
    "mevsimler",
    "elephant",
    "öğrenci",
]


@template("py-strings-position", topic=TOPIC, difficulty=1, seconds=30)
def position(rng: Random) -> Question:
    word = rng.choice(WORDS)
    size = len(word)
    negative = rng.random() < 0.5
    index = rng.randint(-size + 1, -2) if negative else rng.randint(1, size - 2)
    place = index % size
    right = word[place]
    if negative:
        first = (
            word[place - 1],
            "Starts at 0 from the end as well.",
            "Sondan sayarken de 0'dan başlar.",
        )
        second = (
            word[-index],
            "Overlooks the minus and counts from the front.",
            "Eksiyi unutup baştan sayar.",
        )
    else:
        first = (word[place - 1], "Counts positions from 1.", "Konumları 1'den başlayarak sayar.")
        second = (word[-index], "Counts from the end.", "Sondan başlayarak sayar.")
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'word = "{word}"\nprint(word[{index}])',
        right=right,
        wrong=[
            first,
            second,
            (word[(place + 1) % size], "Slips by one place to the right.", "Bir konum sağa kayar."),
        ],
        spare=[
            (
                word[:2],
                "Takes a piece of the word instead of one character.",
                "Tek karakter yerine bir parça alır.",
            ),
            (index, "Prints the position itself.", "Konumun kendisini yazdırır."),
            (word, "Prints the whole word.", "Sözcüğün tamamını yazdırır."),
        ],
        because_en=f"Position {index} counts from the end, where -1 is the last character: {right}."
        if negative
        else f"Positions start at 0, so {index} means character number {index + 1}: {right}.",
        because_tr=f"{index} konumu sondan sayar, -1 son karakterdir: {right}."
        if negative
        else f"Konumlar 0'dan başlar; {index}, baştan {index + 1}. karakter demektir: {right}.",
        proof=Proof(run="output"),
    )


@template("py-strings-slice", topic=TOPIC, difficulty=2, seconds=40)
def slice_of_word(rng: Random) -> Question:
    word = rng.choice(LONG_WORDS)
    start = rng.randint(1, 3)
    stop = start + rng.randint(2, 3)
    right = "".join(letter for place, letter in enumerate(word) if start <= place < stop)
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'word = "{word}"\nprint(word[{start}:{stop}])',
        right=right,
        wrong=[
            (word[start : stop + 1], "Includes the end position.", "Bitiş konumunu da dahil eder."),
            (
                word[start - 1 : stop - 1],
                "Counts positions from 1.",
                "Konumları 1'den başlayarak sayar.",
            ),
            (
                word[start : start + stop],
                "Reads the second number as how many characters to take.",
                "İkinci sayıyı alınacak karakter sayısı sanır.",
            ),
        ],
        spare=[
            (
                word[start + 1 : stop],
                "Leaves out the start position.",
                "Başlangıç konumunu dışarıda bırakır.",
            )
        ],
        because_en=f"The slice takes the positions from {start} up to, but not including, {stop}: {right}.",
        because_tr=f"Dilim {start} konumundan başlar, {stop} konumunu almadan durur: {right}.",
        proof=Proof(run="output"),
    )


@template("py-strings-count-and-length", topic=TOPIC, difficulty=2, seconds=45)
def count_and_length(rng: Random) -> Question:
    part, letter = rng.choice(
        [("ta", "t"), ("la", "a"), ("papa", "p"), ("dede", "e"), ("kuku", "k"), ("ana", "a")]
    )
    times = rng.randint(3, 6)
    end = rng.choice(["!", "!!", "...", "?"])
    per = sum(each == letter for each in part)
    length = len(part) * times + len(end)
    right = f"{length} {per * times}"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'song = "{part}" * {times} + "{end}"\nprint(len(song), song.count("{letter}"))',
        right=right,
        wrong=[
            (
                f"{length - len(end)} {per * times}",
                "Counts letters only.",
                "Yalnızca harfleri sayar.",
            ),
            (
                f"{length} {per}",
                "Counts the letter before the repetition.",
                "Harfi, tekrarlamadan önceki haliyle sayar.",
            ),
            (
                f"{(len(part) + len(end)) * times} {per * times}",
                "Repeats the ending as well.",
                "Sondaki işaretleri de tekrarlar.",
            ),
        ],
        spare=[
            (
                f"{times + 1} {per * times}",
                "Counts the parts, not the characters.",
                "Karakterleri değil parçaları sayar.",
            )
        ],
        because_en=f"{times} times {len(part)} letters plus {len(end)} at the end make {length} characters. "
        f"The letter {letter} occurs {times} * {per} = {per * times} times.",
        because_tr=f"{times} kere {len(part)} harf ve sonda {len(end)} karakter, toplam {length} eder. "
        f"{letter} harfi {times} * {per} = {per * times} kez geçer.",
        proof=Proof(run="output"),
    )


@template("py-strings-clean-up", topic=TOPIC, difficulty=3, seconds=50)
def clean_up(rng: Random) -> Question:
    first, last = rng.choice(
        [("ada", "kaya"), ("can", "ay"), ("alan", "turan"), ("mert", "ak"), ("grace", "hope")]
    )
    gap = rng.choice([" ", "  "])
    method = rng.choice(["upper", "title", "capitalize"])
    clean = f"{first}{gap}{last}"
    shapes = {
        "upper": f"{first.upper()}{gap}{last.upper()}",
        "title": f"{first.capitalize()}{gap}{last.capitalize()}",
        "capitalize": f"{first.capitalize()}{gap}{last}",
    }
    reasons = {
        "upper": ("Makes capitals of all letters.", "Bütün harfleri büyütür."),
        "title": (
            "Makes a capital of the first letter of each word.",
            "Her sözcüğün ilk harfini büyütür.",
        ),
        "capitalize": (
            "Makes a capital of the very first letter only.",
            "Yalnızca en baştaki harfi büyütür.",
        ),
    }
    effects = {
        "upper": ("makes capitals of all letters", "bütün harfleri büyütür"),
        "title": (
            "makes a capital of the first letter of each word",
            "her sözcüğün ilk harfini büyütür",
        ),
        "capitalize": (
            "makes a capital of the very first letter and small ones of the rest",
            "en baştaki harfi büyütür, kalanları küçük yazar",
        ),
    }
    right = f"[{shapes[method]}]"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'entry = "  {clean} "\nname = entry.strip().{method}()\nprint("[" + name + "]")',
        right=right,
        wrong=[(f"[{shape}]", *reasons[kind]) for kind, shape in shapes.items() if kind != method]
        + [
            (
                f"[{shapes[method].replace(gap, '')}]",
                "Believes strip also removes the space between the words.",
                "strip metodunun sözcüklerin arasındaki boşluğu da attığını düşünür.",
            ),
        ],
        because_en="`strip()` removes the outer spaces only; what stands between the words stays. "
        f"`{method}()` {effects[method][0]}.",
        because_tr="`strip()` yalnızca dıştaki boşlukları atar, sözcüklerin arası olduğu gibi kalır. "
        f"`{method}()` {effects[method][1]}.",
        proof=Proof(run="output"),
    )


@template("py-strings-step", topic=TOPIC, difficulty=3, seconds=45)
def step(rng: Random) -> Question:
    word = rng.choice(LONG_WORDS)
    by = rng.choice([2, 3])
    start = rng.randint(0, 2)
    right = "".join(
        letter for place, letter in enumerate(word) if place >= start and (place - start) % by == 0
    )
    shown = f"{start or ''}::{by}"
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=f'word = "{word}"\nprint(word[{shown}])',
        right=right,
        wrong=[
            (
                word[start : start + by],
                "Takes the step for the number of characters.",
                "Adımı alınacak karakter sayısı sanır.",
            ),
            (
                word[start :: by + 1],
                "Skips one character too many.",
                "Her seferinde bir karakter fazla atlar.",
            ),
            (word[start + 1 :: by], "Starts one place too late.", "Bir konum geç başlar."),
        ],
        spare=[
            (word[start:], "Overlooks the step.", "Adımı gözden kaçırır."),
            (right[::-1], "Walks backwards.", "Geriye doğru yürür."),
        ],
        because_en=f"From position {start} on, every {'second' if by == 2 else 'third'} character is taken: {right}.",
        because_tr=f"{start} konumundan başlanır, her {'ikinci' if by == 2 else 'üçüncü'} karakter alınır: {right}.",
        proof=Proof(run="output"),
    )


@template("py-strings-around-a-mark", topic=TOPIC, difficulty=4, seconds=60)
def around_a_mark(rng: Random) -> Question:
    left = rng.choice(["deniz", "ayse", "alan", "ada", "mert", "grace", "linus"])
    right_part = rng.choice(["okul", "school", "kurs", "club"])
    name, mark = rng.choice([("address", "@"), ("pair", "="), ("entry", ":")])
    text = f"{left}{mark}{right_part}"
    before = rng.random() < 0.5
    code = f'{name} = "{text}"\ncut = {name}.find("{mark}")\n'
    code += f"print({name}[:cut])" if before else f"print({name}[cut + 1:])"
    outcomes = {
        "left": (left, "Takes the part before the mark.", "İşaretten önceki kısmı alır."),
        "left+": (
            left + mark,
            "Believes the mark belongs to the slice.",
            "İşaretin de dilime girdiğini düşünür.",
        ),
        "right": (right_part, "Takes the part after the mark.", "İşaretten sonraki kısmı alır."),
        "+right": (
            mark + right_part,
            "Believes the slice starts at the mark.",
            "Dilimin işaretten başladığını düşünür.",
        ),
    }
    right = left if before else right_part
    return question(
        en=PRINTS_EN,
        tr=PRINTS_TR,
        code=code,
        right=right,
        wrong=[outcome for outcome in outcomes.values() if outcome[0] != right],
        because_en=f'find gives {len(left)}, the position of "{mark}". '
        + (
            "The slice stops right before it." if before else "The slice starts one place after it."
        ),
        because_tr=f'find, "{mark}" işaretinin konumunu, yani {len(left)} sayısını verir. '
        + ("Dilim onun hemen öncesinde durur." if before else "Dilim onun bir sonrasından başlar."),
        proof=Proof(run="output"),
    )
