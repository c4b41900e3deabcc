"""Parametric items of the topic `js-destructuring`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.javascript.inspection import joined, literal
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-destructuring"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("js-destructuring-rest-of-array", topic=TOPIC, difficulty=2, seconds=50)
def rest_of_array(rng: Random) -> Question:
    numbers = rng.sample(range(2, 40), 5)
    skips = rng.random() < 0.5
    taken = 2 if skips else 1
    pattern = "[first, , ...rest]" if skips else "[first, ...rest]"
    rest = numbers[taken:]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const {pattern} = {literal(numbers)};\n"
            'console.log(rest.length + ": " + rest.join(" "));'
        ),
        code_language="javascript",
        right=f"{len(rest)}: {joined(rest)}",
        wrong=[
            (
                f"5: {joined(numbers)}",
                "Thinks that rest holds the whole array.",
                "rest'in bütün diziyi tuttuğunu sanır.",
            ),
            (
                f"1: {rest[0]}",
                "Thinks that rest takes only the next element.",
                "rest'in yalnızca sıradaki öğeyi aldığını sanır.",
            ),
            (
                f"4: {joined(numbers[1:])}" if skips else f"3: {joined(numbers[2:])}",
                "Overlooks the empty place between the commas."
                if skips
                else "Thinks that one element is skipped.",
                "Virgüller arasındaki boş yeri gözden kaçırır."
                if skips
                else "Bir öğenin atlandığını sanır.",
            ),
        ],
        because_en=f"`first` is {numbers[0]}"
        + (f", {numbers[1]} is skipped" if skips else "")
        + f", and `...rest` collects all that is left: {', '.join(map(str, rest))}.",
        because_tr=f"`first` {numbers[0]} olur"
        + (f", {numbers[1]} atlanır" if skips else "")
        + f"; `...rest` kalanların hepsini toplar: {', '.join(map(str, rest))}.",
        proof=Proof(run="output"),
    )


@template("js-destructuring-later-wins", topic=TOPIC, difficulty=3, seconds=60)
def later_wins(rng: Random) -> Question:
    size, speed, new_size, level = rng.sample(range(2, 50), 4)
    change_last = rng.random() < 0.5
    spread = "...base, ...change" if change_last else "...change, ...base"
    final = new_size if change_last else size
    other = size if change_last else new_size
    last = "change" if change_last else "base"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const base = {{ size: {size}, speed: {speed} }};\n"
            f"const change = {{ size: {new_size}, level: {level} }};\n"
            f"const mixed = {{ {spread} }};\n"
            "console.log(mixed.size, mixed.speed, mixed.level);"
        ),
        code_language="javascript",
        right=f"{final} {speed} {level}",
        wrong=[
            (
                f"{other} {speed} {level}",
                "Thinks that the earlier value stays.",
                "Önceki değerin kaldığını sanır.",
            ),
            (
                f"{size + new_size} {speed} {level}",
                "Thinks that equal names are added up.",
                "Aynı adlı değerlerin toplandığını sanır.",
            ),
            (
                f"{final} undefined {level}" if change_last else f"{final} {speed} undefined",
                f"Thinks that {last} replaces the whole object.",
                f"{last} nesnesinin öbürünün tümüyle yerine geçtiğini sanır.",
            ),
        ],
        because_en=f"All properties of both objects are laid out from left to right. `size` comes twice, and the later one, of `{last}`, wins: {final}.",
        because_tr=f"İki nesnenin bütün özellikleri soldan sağa serilir. `size` iki kez gelir; sonraki, yani `{last}` içindeki geçerli olur: {final}.",
        proof=Proof(run="output"),
    )


@template("js-destructuring-defaults", topic=TOPIC, difficulty=3, seconds=60)
def defaults(rng: Random) -> Question:
    width, height, usual_height, usual_depth = rng.sample(range(2, 10), 4)
    right = f"{width} {height} {usual_depth}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const box = {{ width: {width}, height: {height} }};\n"
            f"const {{ width: w, height: h = {usual_height}, depth: d = {usual_depth} }} = box;\n"
            "console.log(w, h, d);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{width} {usual_height} {usual_depth}",
                "Thinks that a default always replaces the value.",
                "Varsayılanın her zaman değerin yerine geçtiğini sanır.",
            ),
            (
                f"{width} {height} undefined",
                "Overlooks the default of the missing property.",
                "Eksik özelliğin varsayılanını gözden kaçırır.",
            ),
            (
                f"undefined {usual_height} {usual_depth}",
                "Thinks that the object must have properties named w, h and d.",
                "Nesnede w, h ve d adlı özellikler olması gerektiğini sanır.",
            ),
        ],
        because_en=f"`width` and `height` are read from the box; `depth` is missing, so its default {usual_depth} is used. The names after the colons are the new variables.",
        because_tr=f"`width` ve `height` kutudan okunur; `depth` olmadığı için varsayılanı olan {usual_depth} kullanılır. İki noktadan sonraki adlar yeni değişkenlerdir.",
        proof=Proof(run="output"),
    )
