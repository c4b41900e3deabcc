"""Parametric items of the topic `py-files`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-files"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
HEAD = "from pathlib import Path\n\n"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Zeynep", "Emre"]
FOODS = ["milk", "bread", "tea", "rice", "eggs", "salt", "figs", "jam"]


@template("py-files-append-or-overwrite", topic=TOPIC, difficulty=2, seconds=50)
def append_or_overwrite(rng: Random) -> Question:
    words = rng.sample(FOODS, 3)
    modes = rng.choice(
        [["w", "a", "a"], ["w", "w", "a"], ["a", "w", "a"], ["a", "a", "w"], ["w", "a", "w"]]
    )
    start = max(index for index, mode in enumerate(modes) if mode == "w")
    right = " ".join(words[start:])
    steps = "\n".join(
        f'with open("list.txt", "{mode}", encoding="utf-8") as file:\n    file.write("{word} ")'
        for mode, word in zip(modes, words, strict=True)
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'{HEAD}{steps}\nprint(Path("list.txt").read_text(encoding="utf-8"))',
        right=right,
        wrong=[
            (
                " ".join(words),
                "Thinks that mode w also keeps the old content.",
                "w kipinin de eski içeriği koruduğunu sanır.",
            ),
            (
                words[-1],
                "Thinks that mode a also empties the file.",
                "a kipinin de dosyayı boşalttığını sanır.",
            ),
            (
                words[0],
                "Thinks that only the first writing counts.",
                "Yalnızca ilk yazmanın geçerli olduğunu sanır.",
            ),
            (
                " ".join(reversed(words[start:])),
                "Thinks that new text goes in front of the old.",
                "Yeni metnin eskinin önüne geldiğini sanır.",
            ),
        ],
        spare=[
            (
                " ".join(words[:2]),
                "Thinks that mode w leaves a file alone that has content.",
                "w kipinin, dolu bir dosyaya dokunmadığını sanır.",
            ),
        ],
        because_en=f"The last opening with w, before {words[start]}, empties the file; mode a adds at the end.",
        because_tr=f"w ile son açılış ({words[start]} yazılmadan önce) dosyayı boşaltır; a kipi sona ekler.",
        proof=Proof(run="output"),
    )


@template("py-files-length-of-lines", topic=TOPIC, difficulty=2, seconds=50)
def length_of_lines(rng: Random) -> Question:
    names = rng.sample(NAMES, 3)
    ends = rng.choice([True, False])
    text = "\\n".join(names) + ("\\n" if ends else "")
    plain = [len(name) for name in names]
    kept = [n + 1 for n in plain[:-1]] + [plain[-1] + ends]

    def shown(numbers: list[int]) -> str:
        return " ".join(map(str, numbers))

    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{HEAD}Path("names.txt").write_text("{text}", encoding="utf-8")\n'
            'with open("names.txt", encoding="utf-8") as file:\n'
            "    for line in file:\n"
            '        print(len(line), end=" ")'
        ),
        right=shown(kept),
        wrong=[
            (
                shown(plain),
                "Thinks that a line comes without its line break.",
                "Satırın, satır sonu olmadan geldiğini sanır.",
            ),
            (
                shown([n + 2 for n in plain[:-1]] + [plain[-1] + 2 * ends]),
                "Counts the line break as two characters.",
                "Satır sonunu iki karakter sayar.",
            ),
            (
                shown([*kept, 0] if ends else [n + 1 for n in plain]),
                "Expects an empty line at the end."
                if ends
                else "Adds a line break to the last line, too.",
                "Sonda boş bir satır daha bekler." if ends else "Son satıra da satır sonu ekler.",
            ),
        ],
        spare=[
            (str(sum(kept)), "Takes the whole file for one line.", "Bütün dosyayı tek satır sanır.")
        ],
        because_en="Each line keeps its line break, which counts as one character"
        + ("." if ends else "; the last line has none here."),
        because_tr="Her satır, bir karakter sayılan satır sonunu korur"
        + ("." if ends else "; burada son satırda yoktur."),
        proof=Proof(run="output"),
    )


@template("py-files-readline-then-rest", topic=TOPIC, difficulty=3, seconds=60)
def readline_then_rest(rng: Random) -> Question:
    numbers = rng.sample(range(8, 31), rng.randint(4, 5))
    skipped = rng.randint(1, 2)
    rest = numbers[skipped:]
    text = "\\n".join(map(str, numbers))
    right = f"{len(rest)} {sum(rest)}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{HEAD}Path("scores.txt").write_text("{text}", encoding="utf-8")\n'
            'with open("scores.txt", encoding="utf-8") as file:\n'
            + "    file.readline()\n"
            * skipped
            + "    rest = [int(line) for line in file]\n"
            "print(len(rest), sum(rest))"
        ),
        right=right,
        wrong=[
            (
                f"{len(numbers)} {sum(numbers)}",
                "Thinks that the loop starts at the first line again.",
                "Döngünün yeniden ilk satırdan başladığını sanır.",
            ),
            (
                f"{len(rest) - 1} {sum(rest[1:])}",
                "Thinks that one more line is lost when the loop starts.",
                "Döngü başlarken bir satırın daha kaybolduğunu sanır.",
            ),
            (
                f"1 {rest[0]}",
                "Thinks that the loop reads only one line.",
                "Döngünün yalnızca bir satır okuduğunu sanır.",
            ),
        ],
        spare=[
            (
                f"{len(numbers) - 1} {sum(numbers[1:])}",
                "Thinks that the second readline gives the first line again.",
                "İkinci readline'ın yine ilk satırı verdiğini sanır.",
            ),
            (
                f"{len(rest)} {rest[0]}",
                "Takes the first number for the sum.",
                "İlk sayıyı toplam sanır.",
            ),
        ],
        because_en=f"readline moves on by one line each time; the loop takes over there and finds {rest}.",
        because_tr=f"readline her seferinde bir satır ilerler; döngü oradan sürdürür ve şunları bulur: {rest}.",
        proof=Proof(run="output"),
    )


@template("py-files-taking-a-path-apart", topic=TOPIC, difficulty=3, seconds=45)
def taking_a_path_apart(rng: Random) -> Question:
    top, folder = rng.choice(
        [("school", "maths"), ("photos", "summer"), ("music", "turkish"), ("data", "march")]
    )
    stem = rng.choice(["notes", "week3", "plan.v2", "team", "list.old"])
    suffix = rng.choice([".txt", ".csv", ".json", ".pdf"])
    name = stem + suffix
    answers = {
        "name": name,
        "stem": stem,
        "suffix": suffix,
        "parent": f"{top}/{folder}",
        "parent.name": folder,
    }
    asked = rng.choice(list(answers))
    right = answers[asked]
    confusions = {
        "name": ("Takes it for the full file name.", "Bunu tam dosya adı sanır."),
        "stem": (
            "Takes it for the file name without its suffix.",
            "Bunu uzantısız dosya adı sanır.",
        ),
        "suffix": (
            "Takes it for the suffix with its dot.",
            "Bunu noktasıyla birlikte uzantı sanır.",
        ),
        "parent": ("Takes it for the whole path of the folder.", "Bunu klasörün tam yolu sanır."),
        "parent.name": (
            "Takes it for the name of the folder alone.",
            "Bunu yalnızca klasörün adı sanır.",
        ),
    }
    order = {
        "name": ["stem", "parent", "suffix"],
        "stem": ["name", "suffix", "parent.name"],
        "suffix": ["stem", "name", "parent.name"],
        "parent": ["parent.name", "name", "stem"],
        "parent.name": ["parent", "name", "stem"],
    }[asked]
    wrong = [(answers[key], *confusions[key]) for key in order]
    if asked == "stem" and "." in stem:
        wrong.insert(0, (stem.split(".")[0], "Cuts at the first dot.", "İlk noktadan keser."))
    if asked == "suffix":
        wrong.insert(
            0,
            (suffix[1:], "Leaves the dot out of the suffix.", "Uzantıda noktayı dışarıda bırakır."),
        )
    meaning_en, meaning_tr = {
        "name": ("name is the last part of the path", "name, yolun son parçasıdır"),
        "stem": (
            "stem is the file name up to the last dot",
            "stem, dosya adının son noktaya kadarki kısmıdır",
        ),
        "suffix": (
            "suffix is the last dot and what follows it",
            "suffix, son nokta ve ardından gelendir",
        ),
        "parent": (
            "parent is the path without its last part",
            "parent, yolun son parçası olmadan kalanıdır",
        ),
        "parent.name": (
            "parent.name is the last part of the folder's path",
            "parent.name, klasör yolunun son parçasıdır",
        ),
    }[asked]
    return question(
        en="What does this program print on Linux or macOS?" if asked == "parent" else ASK_EN,
        tr="Bu program Linux'ta ya da macOS'ta ne yazdırır?" if asked == "parent" else ASK_TR,
        code=f'{HEAD}path = Path("{top}") / "{folder}" / "{name}"\nprint(path.{asked})',
        right=right,
        wrong=wrong,
        because_en=f"{meaning_en}: {right}.",
        because_tr=f"{meaning_tr}: {right}.",
        proof=Proof(run="output"),
    )


@template("py-files-letters-and-bytes", topic=TOPIC, difficulty=4, seconds=60)
def letters_and_bytes(rng: Random) -> Question:
    first = rng.choice(
        ["şeker", "çay", "kahve", "süt", "elma", "üzüm", "dağ", "gül", "yağmur", "güneş"]
    )
    second = rng.choice(
        ["kış", "ışık", "gökyüzü", "öğrenci", "çiçek", "şarkı", "köprü", "büyük", "küçük", "ağaç"]
    )
    text = f"{first} {second}"
    special = sum(letter in "çğıöşü" for letter in text)
    letters = len(text)
    right = f"{letters} {letters + special}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'{HEAD}path = Path("words.txt")\n'
            f'path.write_text("{text}", encoding="utf-8")\n'
            'print(len(path.read_text(encoding="utf-8")), len(path.read_bytes()))'
        ),
        right=right,
        wrong=[
            (
                f"{letters} {letters}",
                "Thinks that every letter takes one byte in UTF-8.",
                "UTF-8'de her harfin bir bayt olduğunu sanır.",
            ),
            (
                f"{letters + special} {letters + special}",
                "Thinks that len counts bytes in a string as well.",
                "len'in karakter dizisinde de bayt saydığını sanır.",
            ),
            (
                f"{letters} {2 * letters}",
                "Thinks that every letter takes two bytes in UTF-8.",
                "UTF-8'de her harfin iki bayt olduğunu sanır.",
            ),
        ],
        spare=[
            (f"{letters - 1} {letters - 1 + special}", "Leaves out the space.", "Boşluğu saymaz.")
        ],
        because_en=f"The text has {letters} characters; {special} of them take two bytes each in UTF-8.",
        because_tr=f"Metin {letters} karakterdir; bunlardan {special} tanesi UTF-8'de ikişer bayt tutar.",
        proof=Proof(run="output"),
    )
