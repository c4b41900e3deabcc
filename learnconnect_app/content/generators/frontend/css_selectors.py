"""Parametric items of the topic `css-selectors`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "css-selectors"
Part = str | list[str]
"""A child of the section: the name of an element, or the elements inside a div."""


def formula(step: int, offset: int) -> str:
    sign = "+" if offset > 0 else "-"
    return f"{step}n {sign} {abs(offset)}" if offset else f"{step}n"


def chosen(step: int, offset: int, count: int, start: int = 0) -> list[int]:
    """The numbers from 1 to ``count`` that ``step * n + offset`` meets for n = ``start``..."""
    numbers = (step * n + offset for n in range(start, count + 1))
    return [number for number in numbers if 1 <= number <= count]


def listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


@template("css-selectors-nth-child-formula", topic=TOPIC, difficulty=3, seconds=60)
def nth_child_formula(rng: Random) -> Question:
    step = rng.choice([2, 3, 4])
    offset = rng.choice([number for number in range(-1, 5) if number not in (0, step)])
    count = rng.randint(9, 12)
    right = chosen(step, offset, count)
    written = formula(step, offset)
    first = [step * n + offset for n in range(3)]
    shown = ", ".join(map(str, first))
    return question(
        en=f"A list `ul` has {count} children, all of them `li`. "
        f"Which of them does `li:nth-child({written})` pick?",
        tr=f"Bir `ul` listesinin hepsi `li` olan {count} çocuğu var. "
        f"`li:nth-child({written})` bunlardan hangilerini seçer?",
        right=listed(right),
        wrong=[
            (
                listed(chosen(step, offset, count, 1 if offset > 0 else 2)),
                "Leaves out the first number that the formula gives.",
                "Formülün verdiği ilk sayıyı atlar.",
            ),
            (
                listed(chosen(step, 0, count)),
                "Overlooks the second part of the formula.",
                "Formülün ikinci kısmını gözden kaçırır.",
            ),
            (
                listed([number + 1 for number in right if number < count]),
                "Counts the children from 0.",
                "Çocukları 0'dan saymaya başlar.",
            ),
        ],
        spare=[
            (
                listed(chosen(step, -offset, count)),
                "Turns the sign in the formula round.",
                "Formüldeki işareti ters okur.",
            ),
            (
                listed(chosen(step + 1, offset, count)),
                "Takes steps that are too long.",
                "Adımları fazla uzun alır.",
            ),
        ],
        because_en=f"n runs through 0, 1, 2…, so {written} gives {shown}… "
        f"Children are counted from 1; of {count} children these are picked: {listed(right)}.",
        because_tr=f"n sırayla 0, 1, 2… olur; {written} formülü {shown}… verir. "
        f"Çocuklar 1'den sayılır; {count} çocuktan şunlar seçilir: {listed(right)}.",
    )


def html_of(parts: list[Part]) -> str:
    lines = ["<section>"]
    for part in parts:
        if isinstance(part, str):
            lines.append(f"  <{part}>…</{part}>")
        else:
            lines.append("  <div>")
            lines += [f"    <{name}>…</{name}>" for name in part]
            lines.append("  </div>")
    return "\n".join([*lines, "</section>"])


def names_of(parts: list[Part]) -> list[str]:
    return [part if isinstance(part, str) else "div" for part in parts]


def families(parts: list[Part]) -> list[list[str]]:
    """The names of siblings, once for each parent inside the section and for it."""
    return [names_of(parts), *(part for part in parts if not isinstance(part, str))]


def right_after(names: list[str]) -> int:
    return sum(a == "h2" and b == "p" for a, b in pairwise(names))


def later(names: list[str]) -> int:
    return sum(name == "p" and "h2" in names[:place] for place, name in enumerate(names))


COUNTS: dict[str, Callable[[list[Part]], int]] = {
    "section p": lambda parts: sum(names.count("p") for names in families(parts)),
    "section > p": lambda parts: names_of(parts).count("p"),
    "h2 + p": lambda parts: sum(map(right_after, families(parts))),
    "h2 ~ p": lambda parts: sum(map(later, families(parts))),
    "p:first-child": lambda parts: sum(names[0] == "p" for names in families(parts)),
    "p:last-child": lambda parts: sum(names[-1] == "p" for names in families(parts)),
    "div > p": lambda parts: sum(names.count("p") for names in families(parts)[1:]),
}
NEAR = {
    "section p": "section > p",
    "section > p": "section p",
    "h2 + p": "h2 ~ p",
    "h2 ~ p": "h2 + p",
    "p:first-child": "p:last-child",
    "p:last-child": "p:first-child",
    "div > p": "section > p",
}
"""The selector that each one is most easily confused with."""
MEANING = {
    "section p": ("every `p` anywhere inside the section", "section içindeki her `p`"),
    "section > p": (
        "only the `p` that are children of the section",
        "yalnızca section'ın çocuğu olan `p`'ler",
    ),
    "h2 + p": (
        "only a `p` immediately after an `h2` with the same parent",
        "yalnızca aynı ebeveynde bir `h2`'nin hemen ardından gelen `p`",
    ),
    "h2 ~ p": (
        "each `p` that has an `h2` somewhere before it with the same parent",
        "aynı ebeveynde kendisinden önce bir `h2` bulunan her `p`",
    ),
    "p:first-child": (
        "a `p` that is the first child of its parent",
        "ebeveyninin ilk çocuğu olan `p`",
    ),
    "p:last-child": (
        "a `p` that is the last child of its parent",
        "ebeveyninin son çocuğu olan `p`",
    ),
    "div > p": ("each `p` that is a child of a `div`", "bir `div`'in çocuğu olan her `p`"),
}


@template("css-selectors-count-matches", topic=TOPIC, difficulty=3, seconds=70)
def count_matches(rng: Random) -> Question:
    selector = rng.choice(list(COUNTS))
    while True:
        inner = [rng.choice(["p", "p", "h2"]) for _ in range(rng.randint(2, 3))]
        parts: list[Part] = [rng.choice(["p", "h2", "p"]) for _ in range(rng.randint(4, 5))]
        parts.insert(rng.randint(1, len(parts) - 1), inner)
        counts = {each: count(parts) for each, count in COUNTS.items()}
        if counts[selector] and len(set(counts.values())) >= 5:
            break
    right = counts[selector]
    near = NEAR[selector]
    others = [near, *rng.sample(list(COUNTS), len(COUNTS))]
    wrong = [
        (
            counts[each],
            f"Reads the selector like `{each}`."
            if each == near
            else f"Counts as many as `{each}` would pick.",
            f"Seçiciyi `{each}` gibi okur."
            if each == near
            else f"`{each}` seçicisinin seçeceği kadarını sayar.",
        )
        for each in others
        if each != selector and counts[each]
    ]
    meaning_en, meaning_tr = MEANING[selector]
    return question(
        en=f"The body of a page holds only this. How many elements does `{selector}` pick?",
        tr=f"Bir sayfanın gövdesinde yalnızca bu var. `{selector}` kaç öğe seçer?",
        code=html_of(parts),
        code_language="html",
        right=right,
        wrong=wrong,
        spare=[
            (right + 1, "Counts one element too many.", "Bir öğe fazla sayar."),
            (right + 2, "Counts two elements too many.", "İki öğe fazla sayar."),
            (right + 3, "Counts elements of other kinds as well.", "Başka öğeleri de sayar."),
        ],
        because_en=f"`{selector}` picks {meaning_en}: here that makes {right}.",
        because_tr=f"`{selector}` şunu seçer: {meaning_tr}. Burada sayısı {right}.",
    )
