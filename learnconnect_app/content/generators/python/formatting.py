"""Parametric items of the topic `py-formatting`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-formatting"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
NAMES = ["Ayşe", "Deniz", "Ada", "Alan", "Elif", "Mert", "Grace", "Linus", "Emre", "Can"]


@template("py-formatting-decimals", topic=TOPIC, difficulty=1, seconds=35)
def decimals(rng: Random) -> Question:
    whole = rng.randint(2, 60)
    tail = rng.choice([346, 678, 127, 489, 268, 739, 817])
    digits = rng.choice([1, 2])
    scale = 10 ** (3 - digits)
    kept = (tail + scale // 2) // scale
    name = rng.choice(["price", "average", "weight", "distance"])
    right = f"{whole}.{kept}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'{name} = {whole}.{tail}\nprint(f"{{{name}:.{digits}f}}")',
        right=right,
        wrong=[
            (
                f"{whole}.{tail // scale}",
                "Cuts the digits off instead of rounding.",
                "Basamakları yuvarlamadan keser.",
            ),
            (
                f"{right}f",
                "Takes the letter f for a part of the output.",
                "f harfini çıktının parçası sanır.",
            ),
            (
                f"{whole}.{tail}",
                "Thinks that a float always keeps all its digits.",
                "Sayının tüm basamaklarıyla yazıldığını sanır.",
            ),
            (f"{whole + 1}", "Rounds up to a whole number.", "Yukarıdaki tam sayıya yuvarlar."),
        ],
        because_en=f".{digits}f means {digits} digit{'s' * (digits > 1)} after the point, rounded: {right}.",
        because_tr=f".{digits}f noktadan sonra {digits} basamak demektir ve yuvarlar: {right}.",
        proof=Proof(run="output"),
    )


@template("py-formatting-leading-zeros", topic=TOPIC, difficulty=2, seconds=40)
def leading_zeros(rng: Random) -> Question:
    hour, minute = rng.randint(1, 9), rng.randint(1, 9)
    number, width = rng.choice(
        [(rng.randint(2, 9), 3), (rng.randint(11, 99), 4), (rng.randint(101, 999), 2)]
    )
    filled = "0" * (width - len(str(number))) + str(number)
    right = f"0{hour}:0{minute} {filled}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f'hour, minute = {hour}, {minute}\nbus = {number}\nprint(f"{{hour:02}}:{{minute:02}} {{bus:0{width}}}")'
        ),
        right=right,
        wrong=[
            (
                f"{hour}:{minute} {number}",
                "Thinks that leading zeros vanish.",
                "Baştaki sıfırların kaybolduğunu sanır.",
            ),
            (
                f"00{hour}:00{minute} {'0' * width}{number}",
                "Takes the width for the number of zeros.",
                "Genişliği sıfırların sayısı sanır.",
            ),
            (
                f"{hour}0:{minute}0 {number}{'0' * (width - len(str(number)))}",
                "Puts the zeros behind the number.",
                "Sıfırları sayının arkasına koyar.",
            ),
        ],
        spare=[
            (
                f"0{hour}:0{minute} {str(number)[:width]}",
                "Cuts off what is too long.",
                "Genişliği aşanı keser.",
            )
        ],
        because_en=f"02 fills up to two characters with zeros; 0{width} asks for at least {width}, and nothing is cut.",
        because_tr=f"02 iki karaktere kadar sıfırla doldurur; 0{width} en az {width} karakter ister, hiçbir şey kesilmez.",
        proof=Proof(run="output"),
    )


@template("py-formatting-alignment", topic=TOPIC, difficulty=2, seconds=50)
def alignment(rng: Random) -> Question:
    name = rng.choice(NAMES)
    score = rng.randint(5, 99)
    fill = rng.choice([".", "-", "*", "_"])
    width, second = len(name) + rng.choice([2, 4]), len(str(score)) + rng.randint(1, 3)
    left, centre, end = name.ljust(width, fill), name.center(width, fill), name.rjust(width, fill)
    sign, shown = rng.choice([("<", left), ("^", centre), (">", end)])
    number = str(score).rjust(second, fill)
    right = f"{shown}|{number}"
    others = {
        "<": ("left", "sola yasladığını", "sola yaslanır"),
        "^": ("centre", "ortaladığını", "ortalanır"),
        ">": ("right", "sağa yasladığını", "sağa yaslanır"),
    }
    wrong = [
        (
            f"{text}|{number}",
            f"Thinks that {sign} moves the text to the {others[other][0]}.",
            f"{sign} işaretinin metni {others[other][1]} sanır.",
        )
        for other, text in [("<", left), ("^", centre), (">", end)]
        if other != sign
    ]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'name = "{name}"\nscore = {score}\nprint(f"{{name:{fill}{sign}{width}}}|{{score:{fill}>{second}}}")',
        right=right,
        wrong=[
            *wrong,
            (
                f"{shown}|{str(score).ljust(second, fill)}",
                "Thinks that > puts the filling on the right.",
                "> işaretinin dolguyu sağa koyduğunu sanır.",
            ),
        ],
        because_en=f"The name goes to the {others[sign][0]} in {width} characters, the score to the right in {second}.",
        because_tr=f"Ad {width} karakter içinde {others[sign][2]}; puan {second} karakter içinde sağa yaslanır.",
        proof=Proof(run="output"),
    )


@template("py-formatting-split-and-join", topic=TOPIC, difficulty=2, seconds=50)
def split_and_join(rng: Random) -> Question:
    words = rng.sample(["red", "tea", "sun", "sea", "map", "box", "pen", "cat"], 3)
    old, new = rng.sample([";", ",", "/", "-", "+"], 2)
    step = rng.choice([1, -1])
    right = new.join(words[::step])
    written = "parts" if step == 1 else "parts[::-1]"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'line = "{old.join(words)}"\nparts = line.split("{old}")\nprint("{new}".join({written}))',
        right=right,
        wrong=[
            (
                old.join(words[::step]),
                "Thinks that join uses the separator of split again.",
                "join'in, split'in ayırıcısını yeniden kullandığını sanır.",
            ),
            (
                right + new,
                "Thinks that join also puts the separator behind the last part.",
                "join'in ayırıcıyı son parçanın arkasına da koyduğunu sanır.",
            ),
            (
                new.join(words[::-step]),
                "Thinks that join reverses the order of the parts."
                if step == 1
                else "Overlooks that [::-1] reverses the order of the parts.",
                "join'in parçaların sırasını ters çevirdiğini sanır."
                if step == 1
                else "[::-1] ifadesinin parçaların sırasını ters çevirdiğini gözden kaçırır.",
            ),
        ],
        spare=[
            (
                "".join(words[::step]),
                "Thinks that join uses no separator.",
                "join'in ayırıcı kullanmadığını sanır.",
            )
        ],
        because_en=f"split removes {old!r} and leaves {len(words)} parts; join puts {new!r} only between them"
        + ("." if step == 1 else ", here in reverse order."),
        because_tr=f"split {old!r} işaretini atar, {len(words)} parça kalır; join {new!r} işaretini yalnızca aralarına koyar"
        + ("." if step == 1 else ", burada ters sırayla."),
        proof=Proof(run="output"),
    )


@template("py-formatting-thousands-and-percent", topic=TOPIC, difficulty=3, seconds=50)
def thousands_and_percent(rng: Random) -> Question:
    people = rng.randint(1_001, 98_999)
    percent, tenth = rng.randint(4, 89), rng.choice([2, 3, 6, 7, 8])
    share = f"0.{percent:02d}{tenth}"
    nearest = percent + (tenth >= 5)
    first, last = divmod(people, 1000)
    right = f"{first},{last:03d} {nearest}%"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'people = {people}\nshare = {share}\nprint(f"{{people:,}} {{share:.0%}}")',
        right=right,
        wrong=[
            (
                f"{first},{last:03d} {percent if tenth >= 5 else percent + 1}%",
                "Rounds the percentage the wrong way.",
                "Yüzdeyi yanlış yöne yuvarlar.",
            ),
            (
                f"{first}.{last:03d} {nearest}%",
                "Expects the Turkish way of grouping, with a point.",
                "Türkçedeki gibi noktayla gruplama bekler.",
            ),
            (
                f"{first},{last:03d} {percent}.{tenth}%",
                "Thinks that .0 keeps all the decimals.",
                ".0'ın bütün ondalıkları koruduğunu sanır.",
            ),
            (
                f"{first},{last:03d} {'1' if percent >= 50 else '0'}%",
                "Thinks that % adds a sign without multiplying by 100.",
                "% yazınca sayının 100 ile çarpılmadığını, yalnızca işaretin eklendiğini sanır.",
            ),
        ],
        because_en=f"The comma groups thousands; .0% multiplies by 100 and rounds {percent}.{tenth} to a whole number.",
        because_tr=f"Virgül binleri gruplar; .0% 100 ile çarpar ve {percent}.{tenth} değerini tam sayıya yuvarlar.",
        proof=Proof(run="output"),
    )


@template("py-formatting-which-edge", topic=TOPIC, difficulty=3, seconds=50)
def which_edge(rng: Random) -> Question:
    mark = rng.choice(["*", "#", "-", "="])
    before, after = rng.sample([1, 2, 3], 2)
    first, second = rng.sample(["sale", "news", "exam", "menu", "game", "quiz"], 2)
    inner = f"{first}{mark}{second}"
    text = mark * before + inner + mark * after
    lstripped, rstripped = inner + mark * after, mark * before + inner
    method, right, edge_en, edge_tr = rng.choice(
        [
            ("strip", inner, "both ends", "iki uçtaki"),
            ("lstrip", lstripped, "the left end", "sol uçtaki"),
            ("rstrip", rstripped, "the right end", "sağ uçtaki"),
        ]
    )
    wrong = [
        (
            inner,
            f"Thinks that {method} cleans both ends.",
            f"{method} metodunun iki ucu da temizlediğini sanır.",
        ),
        (
            lstripped,
            f"Thinks that {method} cleans the left end only.",
            f"{method} metodunun yalnızca sol ucu temizlediğini sanır.",
        ),
        (
            rstripped,
            f"Thinks that {method} cleans the right end only.",
            f"{method} metodunun yalnızca sağ ucu temizlediğini sanır.",
        ),
    ]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'title = "{text}"\nprint(title.{method}("{mark}"))',
        right=right,
        wrong=[
            (
                first + second,
                "Thinks that the character is removed everywhere.",
                "Karakterin her yerden silindiğini sanır.",
            ),
            *(each for each in wrong if each[0] != right),
        ],
        spare=[(text, "Thinks that nothing is removed.", "Hiçbir şeyin silinmediğini sanır.")],
        because_en=f"{method} removes {mark!r} from {edge_en} until another character comes; the one inside stays.",
        because_tr=f"{method}, başka bir karakter gelene dek {edge_tr} {mark!r} karakterlerini siler; içerideki kalır.",
        proof=Proof(run="output"),
    )


@template("py-formatting-binary-and-width", topic=TOPIC, difficulty=4, seconds=60)
def binary_and_width(rng: Random) -> Question:
    number = rng.randint(17, 63)
    width = rng.choice([7, 8])
    bits, rest = "", number
    while rest:
        bits = str(rest % 2) + bits
        rest //= 2
    right = bits.rjust(width, "0")
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'number = {number}\nprint(f"{{number:0{width}b}}")',
        right=right,
        wrong=[
            (bits, "Overlooks the width.", "Genişliği gözden kaçırır."),
            (
                bits[::-1].rjust(width, "0"),
                "Writes the digits in reverse order.",
                "İkilik tabandaki basamakları ters sırada yazar.",
            ),
            (
                str(number).rjust(width, "0"),
                "Overlooks that b means binary.",
                "b'nin ikilik taban demek olduğunu gözden kaçırır.",
            ),
            (
                bits.ljust(width, "0"),
                "Puts the zeros behind the digits.",
                "Sıfırları basamakların arkasına koyar.",
            ),
        ],
        spare=[
            (
                "0b" + bits,
                "Expects the sign 0b, as bin gives it.",
                "bin'in verdiği 0b işaretini bekler.",
            )
        ],
        because_en=f"b shows {number} in binary, {bits}, and 0{width} fills up to {width} characters with zeros.",
        because_tr=f"b, {number} sayısını ikilik tabanda gösterir: {bits}. 0{width} ise {width} karaktere kadar sıfırla doldurur.",
        proof=Proof(run="output"),
    )
