"""Parametric items of the topic `css-cascade`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "css-cascade"
Weight = tuple[int, int, int]
COLORS = ["red", "green", "blue", "orange", "purple", "gray"]
# a piece of a selector and what it adds: ids, classes, types
TYPES = ["main", "article", "ul", "section", "nav"]
LAST: list[tuple[str, Weight]] = [
    ("a:hover", (0, 1, 1)),
    ("a[href]", (0, 1, 1)),
    ("li:first-child", (0, 1, 1)),
    ("p::first-line", (0, 0, 2)),
    ("p::before", (0, 0, 2)),
    ("input:not(:checked)", (0, 1, 1)),
    ("a:not(.plain)", (0, 1, 1)),
    ("button:where(.big)", (0, 0, 1)),
]


def added(*weights: Weight) -> Weight:
    return (
        sum(each[0] for each in weights),
        sum(each[1] for each in weights),
        sum(each[2] for each in weights),
    )


@template("css-cascade-specificity-count", topic=TOPIC, difficulty=3, seconds=60)
def specificity_count(rng: Random) -> Question:
    outer = rng.choice(TYPES)
    ids, classes = rng.randint(0, 1), rng.randint(0, 2)
    first = outer + (f"#{rng.choice(['top', 'shop', 'news'])}" if ids else "")
    middle = "".join(rng.sample([".card", ".wide", ".open"], classes)) or rng.choice(["*", "div"])
    end, end_weight = rng.choice(LAST)
    joint = rng.choice([" ", " > "])
    selector = f"{first}{joint}{middle} {end}"
    start: Weight = (ids, classes, 1 + (middle == "div"))
    right = added(start, end_weight)
    a, b, c = right
    has_class_like = end_weight[1] == 1
    has_pseudo_element = "::" in end
    wrong: list[tuple[object, str, str]] = []
    if has_class_like:
        name_en = "an attribute" if "[" in end else "a pseudo-class"
        name_tr = "Özniteliği" if "[" in end else "Sözde sınıfı"
        if ":not" in end:
            extra = added(right, (0, 1, 0))
            wrong.append(
                (
                    extra,
                    "Counts :not() itself in addition to what stands inside.",
                    "İçindekinin yanında :not()'ın kendisini de sayar.",
                )
            )
            lost = (a, b - 1, c)
            wrong.append(
                (
                    lost,
                    "Thinks that what stands inside :not() does not count.",
                    ":not() içindekinin sayılmadığını sanır.",
                )
            )
        else:
            wrong.append(
                (
                    (a, b - 1, c + 1),
                    f"Counts {name_en} among the types.",
                    f"{name_tr} türlerin arasında sayar.",
                )
            )
            wrong.append(((a, b - 1, c), f"Leaves out {name_en}.", f"{name_tr} saymaz."))
    elif has_pseudo_element:
        wrong.append(
            (
                (a, b + 1, c - 1),
                "Counts the pseudo-element among the classes.",
                "Sözde öğeyi sınıfların arasında sayar.",
            )
        )
        wrong.append(((a, b, c - 1), "Leaves out the pseudo-element.", "Sözde öğeyi saymaz."))
    else:
        wrong.append(
            (
                (a, b + 1, c),
                "Thinks that what stands inside :where() counts.",
                ":where() içindekinin sayıldığını sanır.",
            )
        )
        wrong.append(
            (
                (a, b + 2, c),
                "Counts both :where() and what stands inside.",
                "Hem :where()'i hem içindekini sayar.",
            )
        )
    if middle == "*":
        wrong.append(
            (
                (a, b, c + 1),
                "Counts `*` as a type; it adds nothing.",
                "`*` işaretini tür diye sayar; oysa hiçbir şey eklemez.",
            )
        )
    spare: list[tuple[object, str, str]] = [
        ((a, b, c - 1), "Overlooks one of the types.", "Türlerden birini gözden kaçırır."),
        (
            (a + 1, b, c),
            "Sees an id where there is none.",
            "Olmayan bir id görür.",
        ),
    ]
    return question(
        en="What is the specificity of this selector, written as (ids, classes, types)?",
        tr="Bu seçicinin özgüllüğü, (id, sınıf, tür) biçiminde, nedir?",
        code=f"{selector} {{ color: navy; }}",
        code_language="css",
        right=right,
        wrong=wrong,
        spare=spare,
        because_en=f"Ids: {a}. Classes, attributes and pseudo-classes: {b}. Types and "
        f"pseudo-elements: {c}. `*`, `:where()` and combinators add nothing; `:not()` counts as "
        "what stands inside it.",
        because_tr=f"Id: {a}. Sınıf, öznitelik ve sözde sınıf: {b}. Tür ve sözde öğe: {c}. "
        "`*`, `:where()` ve birleştiriciler bir şey eklemez; `:not()` içindeki kadar sayılır.",
    )


RULES: list[tuple[str, Weight]] = [
    ("p", (0, 0, 1)),
    ("main p", (0, 0, 2)),
    ("body main p", (0, 0, 3)),
    (".lead", (0, 1, 0)),
    ("p.lead", (0, 1, 1)),
    ("main p.lead", (0, 1, 2)),
    (".lead.first", (0, 2, 0)),
    (".page .lead", (0, 2, 0)),
    (".page p.first", (0, 2, 1)),
    ("p:first-child", (0, 1, 1)),
    ("main > :first-child", (0, 1, 1)),
    ("#intro", (1, 0, 0)),
    ("p#intro", (1, 0, 1)),
    (".page #intro", (1, 1, 0)),
]


@template("css-cascade-which-rule-wins", topic=TOPIC, difficulty=3, seconds=70)
def which_rule_wins(rng: Random) -> Question:
    while True:
        rules = rng.sample(RULES, 4)
        strongest = max(weight for _, weight in rules)
        place = max(n for n, (_, weight) in enumerate(rules) if weight == strongest)
        if place < 3:
            break
    names = rng.sample(COLORS, 4)
    styles = "\n".join(
        f"  {selector} {{ color: {name}; }}"
        for (selector, _), name in zip(rules, names, strict=True)
    )
    selector, (a, b, c) = rules[place]
    reasons = {}
    for n, (each, weight) in enumerate(rules):
        if weight == strongest:
            reasons[n] = (
                "Overlooks that with equal specificity the later rule wins.",
                "Özgüllükler eşitken sonraki kuralın kazandığını gözden kaçırır.",
            )
        elif n == 3:
            reasons[n] = (
                "Thinks that the last rule always wins.",
                "Her zaman son kuralın kazandığını sanır.",
            )
        elif n == 0:
            reasons[n] = (
                "Thinks that the first rule stays.",
                "İlk kuralın kalıcı olduğunu sanır.",
            )
        else:
            reasons[n] = (
                f"Misjudges `{each}`: its specificity is ({listed(weight)}).",
                f"`{each}` seçicisini yanlış tartar: özgüllüğü ({listed(weight)}).",
            )
    tie = sum(weight == strongest for _, weight in rules) > 1
    return question(
        en="Which colour does the word Hello get?",
        tr="Hello sözcüğü hangi renkte olur?",
        code=f'<style>\n{styles}\n</style>\n<main class="page">\n'
        '  <p id="intro" class="lead first">Hello</p>\n</main>',
        code_language="html",
        right=f"`{names[place]}`",
        wrong=[(f"`{names[n]}`", *reasons[n]) for n in range(4) if n != place],
        because_en=f"All four rules match. `{selector}` has the highest specificity, "
        f"({a}, {b}, {c})" + (", and comes last among its equals." if tie else "."),
        because_tr=f"Dört kural da eşleşir. En yüksek özgüllük `{selector}` seçicisindedir: "
        f"({a}, {b}, {c})" + ("; eşitleri arasında en sonda o gelir." if tie else "."),
    )


def listed(weight: Weight) -> str:
    return ", ".join(map(str, weight))
