"""Parametric items of the topic `js-prototypes`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-prototypes"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
OUTPUT = Proof(run="output")


@template("js-prototypes-three-in-a-chain", topic=TOPIC, difficulty=2, seconds=60)
def three_in_a_chain(rng: Random) -> Question:
    x, y, z = rng.sample(range(10, 50), 3)
    own_y, own_z = rng.sample(range(50, 99), 2)
    middle = rng.choice(["y", "z"])
    if middle == "y":
        parent_line = f"parent.y = {own_y};\n"
        right, only_child = (x, own_y, own_z), (x, y, own_z)
    else:
        parent_line = f"parent.z = {own_y};\n"
        right, only_child = (x, y, own_z), (x, y, own_y)
    top = (x, y, z)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const root = {{ x: {x}, y: {y}, z: {z} }};\n"
            "const parent = Object.create(root);\n"
            f"{parent_line}"
            "const child = Object.create(parent);\n"
            f"child.z = {own_z};\n"
            "console.log(child.x, child.y, child.z);"
        ),
        code_language="javascript",
        right=" ".join(map(str, right)),
        wrong=[
            (
                " ".join(map(str, top)),
                "Thinks that the value furthest up the chain counts.",
                "Zincirin en üstündeki değerin geçerli olduğunu sanır.",
            ),
            (
                f"undefined {own_y if middle == 'y' else 'undefined'} {own_z}",
                "Thinks that the lookup ends at the first prototype.",
                "Aramanın ilk prototipte bittiğini sanır.",
            ),
            (
                " ".join(map(str, only_child)),
                "Skips the object in the middle of the chain."
                if middle == "y"
                else "Thinks that the object in the middle comes before the child.",
                "Zincirin ortasındaki nesneyi atlar."
                if middle == "y"
                else "Ortadaki nesnenin child'dan önce geldiğini sanır.",
            ),
        ],
        because_en=(
            "For each property the first object that has it counts, in the order `child`, `parent`, "
            f"`root`: {', '.join(map(str, right))}."
        ),
        because_tr=(
            "Her özellik için `child`, `parent`, `root` sırasıyla onu barındıran ilk nesne geçerlidir: "
            f"{', '.join(map(str, right))}."
        ),
        proof=OUTPUT,
    )


@template("js-prototypes-count-on-a-child", topic=TOPIC, difficulty=3, seconds=70)
def count_on_a_child(rng: Random) -> Question:
    start = rng.randint(3, 9)
    plus = rng.randint(2, 6)
    later = rng.randint(20, 60)
    right = f"{start + plus} {later} {later}"
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const base = {{ points: {start} }};\n"
            "const first = Object.create(base);\n"
            "const second = Object.create(base);\n"
            f"first.points += {plus};\n"
            f"base.points = {later};\n"
            "console.log(first.points, second.points, base.points);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{later} {later} {later}",
                "Thinks that a change of the prototype reaches objects with an own value too.",
                "Prototipteki değişikliğin, kendi değeri olan nesnelere de ulaştığını sanır.",
            ),
            (
                f"{start + plus} {start} {later}",
                "Thinks that an object copies its prototype when it is made.",
                "Nesnenin, oluşturulurken prototipini kopyaladığını sanır.",
            ),
            (
                f"NaN {later} {later}",
                "Thinks that += cannot read an inherited value.",
                "+='in miras gelen değeri okuyamadığını sanır.",
            ),
        ],
        because_en=(
            f"`first.points += {plus}` reads the inherited {start} and writes {start + plus} into "
            f"`first` itself. `second` has no own value and sees the present one of `base`: {later}."
        ),
        because_tr=(
            f"`first.points += {plus}` miras gelen {start} değerini okur ve {start + plus} sonucunu "
            f"`first`'ün kendisine yazar. `second`'ın kendi değeri yoktur, `base`'in şimdiki değerini "
            f"görür: {later}."
        ),
        proof=OUTPUT,
    )


@template("js-prototypes-for-in-and-keys", topic=TOPIC, difficulty=3, seconds=70)
def for_in_and_keys(rng: Random) -> Question:
    names = rng.sample(["size", "color", "price", "brand", "weight"], 4)
    inherited, own = names[:2], names[2:]
    shadow = rng.random() < 0.5
    if shadow:
        own = [own[0], inherited[0]]
    lines = "".join(f"item.{name} = {number};\n" for number, name in enumerate(own, start=5))
    seen = len(own) + sum(name not in own for name in inherited)
    right = f"{len(own)} {seen}"
    extra_en = (
        f" `{inherited[0]}` is visited only once, since the own one hides the inherited one."
        if shadow
        else ""
    )
    extra_tr = (
        f" `{inherited[0]}` bir kez gezilir, çünkü nesnenin kendi özelliği miras geleni gizler."
        if shadow
        else ""
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"const base = {{ {inherited[0]}: 1, {inherited[1]}: 2 }};\n"
            "const item = Object.create(base);\n"
            f"{lines}"
            "let count = 0;\n"
            "for (const key in item) count += 1;\n"
            "console.log(Object.keys(item).length, count);"
        ),
        code_language="javascript",
        right=right,
        wrong=[
            (
                f"{seen} {seen}",
                "Thinks that Object.keys lists inherited properties too.",
                "Object.keys'in miras gelen özellikleri de sıraladığını sanır.",
            ),
            (
                "2 2",
                "Thinks that for...in visits own properties only.",
                "for...in'in yalnızca nesnenin kendi özelliklerini gezdiğini sanır.",
            ),
            (
                "2 4" if shadow else "4 2",
                "Counts the property that is in both objects twice."
                if shadow
                else "Has the two ways of listing the wrong way round.",
                "İki nesnede de bulunan özelliği iki kez sayar."
                if shadow
                else "İki sıralama yolunu birbirinin yerine koyar.",
            ),
        ],
        because_en=(
            f"`Object.keys` lists the own properties: {', '.join(own)}. `for...in` visits the "
            f"inherited ones too, {seen} in all.{extra_en}"
        ),
        because_tr=(
            f"`Object.keys` nesnenin kendi özelliklerini sıralar: {', '.join(own)}. `for...in` miras "
            f"gelenleri de gezer, toplam {seen} eder.{extra_tr}"
        ),
        proof=OUTPUT,
    )
