"""Parametric items of the topic `html-structure`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-structure"

BOOKS = [
    ("Cookbook", ["Soups", "Breads", "Salads", "Sauces", "Desserts", "Drinks", "Snacks"]),
    ("Garden", ["Trees", "Flowers", "Herbs", "Tools", "Soil", "Water", "Birds"]),
    ("Our school", ["Clubs", "Sports", "Library", "Rooms", "Canteen", "Lessons", "Trips"]),
    ("Travel guide", ["Museums", "Beaches", "Food", "Markets", "Maps", "Hotels", "Trains"]),
]
SINGLE = ["<h2>News</h2>", "<p>Welcome!</p>", '<img src="a.jpg" alt="">', "<p>See you.</p>", "<hr>"]
GROUPS = [("ul", "li"), ("div", "p"), ("section", "h3"), ("ol", "li")]


@template("html-structure-count-children", topic=TOPIC, difficulty=2, seconds=45)
def count_children(rng: Random) -> Question:
    singles = rng.sample(SINGLE, rng.randint(2, 3))
    groups = [(name, inner, rng.randint(2, 3)) for name, inner in rng.sample(GROUPS, 2)]
    parts = [(line, 0) for line in singles]
    for name, inner, count in groups:
        lines = [f"<{name}>"]
        lines += [f"  <{inner}>{letter}</{inner}>" for letter in "ABC"[:count]]
        parts.append(("\n".join([*lines, f"</{name}>"]), count))
    rng.shuffle(parts)
    body = "\n".join(part for part, _ in parts)
    indented = "\n".join(f"  {line}" for line in body.split("\n"))
    right = len(parts)
    inside = sum(count for _, count in parts)
    return question(
        en="How many **child** elements does `main` have?",
        tr="`main` öğesinin kaç **çocuk** öğesi vardır?",
        code=f"<main>\n{indented}\n</main>",
        code_language="html",
        right=right,
        wrong=[
            (
                right + inside,
                "Counts the elements inside its children as well.",
                "Çocuklarının içindeki öğeleri de sayar.",
            ),
            (
                len(singles),
                "Leaves out the children that hold further elements.",
                "İçinde başka öğe olan çocukları saymaz.",
            ),
            (
                len(singles) + inside,
                "Counts the innermost elements in place of the children.",
                "Çocuklar yerine en içteki öğeleri sayar.",
            ),
        ],
        spare=[
            (right + inside + 1, "Counts `main` itself too.", "`main`'in kendisini de sayar."),
            (right + 1, "Counts `main` itself too.", "`main`'in kendisini de sayar."),
        ],
        because_en=f"Children are the elements directly in `main`, one level deeper: {right}. The {inside} elements inside the two groups are descendants, not children.",
        because_tr=f"Çocuklar, doğrudan `main` içinde, bir düzey aşağıda duran öğelerdir: {right}. İki grubun içindeki {inside} öğe torundur, çocuk değildir.",
    )


@template("html-structure-parent-heading", topic=TOPIC, difficulty=3, seconds=50)
def parent_heading(rng: Random) -> Question:
    title, names = rng.choice(BOOKS)
    names = rng.sample(names, 6)
    while True:
        levels = [1, 2]
        while len(levels) < 7:
            levels.append(rng.randint(2, min(levels[-1] + 1, 4)))
        targets = [place for place in range(3, 7) if levels[place] >= 3]
        targets = [place for place in targets if levels[place - 1] >= levels[place]]
        if targets:
            break
    target = rng.choice(targets)
    titles = [title, *names]

    def above(place: int) -> int:
        return max(p for p in range(place) if levels[p] < levels[place])

    parent = above(target)
    code = "\n".join(f"<h{n}>{text}</h{n}>" for n, text in zip(levels, titles, strict=True))
    rest = [
        (
            titles[place],
            "Takes a heading that is not above it.",
            "Onun üstünde olmayan bir başlığı alır.",
        )
        for place in range(1, 7)
        if place not in (parent, target)
    ]
    return question(
        en=f'Judging by the levels, under which heading does "{titles[target]}" stand **directly**?',
        tr=f'Düzeylere göre "{titles[target]}" **doğrudan** hangi başlığın altındadır?',
        code=code,
        code_language="html",
        right=titles[parent],
        wrong=[
            (
                titles[target - 1],
                "Takes the heading just before it, without looking at the level.",
                "Düzeye bakmadan hemen önceki başlığı alır.",
            ),
            (
                title,
                "Puts every heading directly under the title of the page.",
                "Her başlığı doğrudan sayfanın ana başlığının altına koyar.",
            ),
        ],
        spare=rest,
        because_en=f'"{titles[target]}" is an `h{levels[target]}`. Going up from it, the first heading with a smaller number is "{titles[parent]}" (`h{levels[parent]}`).',
        because_tr=f'"{titles[target]}" bir `h{levels[target]}`. Ondan yukarı çıkınca sayısı daha küçük olan ilk başlık "{titles[parent]}" (`h{levels[parent]}`).',
    )
