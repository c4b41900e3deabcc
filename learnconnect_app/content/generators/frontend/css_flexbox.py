"""Parametric items of the topic `css-flexbox`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "css-flexbox"
CLASSES = ["a", "b", "c"]


def px(value: float | Fraction) -> str:
    """A length as CSS writes it, with one decimal place at most."""
    number = f"{float(value):.1f}".removesuffix(".0")
    return f"`{number}px`"


def row(width: int, gap: int, rules: list[str], always: str) -> str:
    """A flex container and its items, as a learner would write them."""
    spacing = f" gap: {gap}px;" if gap else ""
    styles = "\n".join(
        f"  .{name} {{ {rule} }}" for name, rule in zip(CLASSES, rules, strict=False)
    )
    items = "\n".join(f'  <div class="{name}"></div>' for name in CLASSES[: len(rules)])
    return (
        f"<style>\n  .row {{ display: flex; width: {width}px;{spacing} }}\n"
        f"  .row > div {{ {always} }}\n{styles}\n</style>\n"
        f'<div class="row">\n{items}\n</div>'
    )


@template("css-flexbox-grow-shares", topic=TOPIC, difficulty=3, seconds=75)
def grow_shares(rng: Random) -> Question:
    while True:
        bases = [rng.choice([60, 80, 100, 120, 150]) for _ in range(3)]
        grows = [rng.choice([0, 1, 1, 2, 3]) for _ in range(3)]
        gap = rng.choice([0, 10, 20])
        width = rng.randrange(480, 920, 20)
        free = width - 2 * gap - sum(bases)
        asked = rng.randrange(3)
        total = sum(grows)
        if (
            free > 60
            and 0 < grows[asked] < total
            and all(free * grow % total == 0 for grow in grows)
        ):
            break
    share = free * grows[asked] // total
    right = bases[asked] + share
    name = CLASSES[asked]
    rules = [f"flex: {grow} 1 {base}px;" for grow, base in zip(grows, bases, strict=True)]
    used = " + ".join(map(str, bases)) + (f" + 2·{gap}" if gap else "")
    return question(
        en=f"How wide is the item `.{name}`? (The items are empty and have no padding or border.)",
        tr=f"`.{name}` öğesinin genişliği ne kadardır? (Öğeler boştur; iç boşlukları ve kenarlıkları yoktur.)",
        code=row(width, gap, rules, "height: 40px;"),
        code_language="html",
        right=px(right),
        wrong=[
            (
                px(Fraction((width - 2 * gap) * grows[asked], total)),
                "Divides the whole width, not only the free space.",
                "Yalnızca boş alanı değil, bütün genişliği paylaştırır.",
            ),
            (
                px(share),
                "Forgets to add the share to the basis.",
                "Payı başlangıç genişliğine eklemeyi unutur.",
            ),
            (
                px(bases[asked] + Fraction(free, 3)),
                "Gives every item the same share of the free space.",
                "Boş alanı bütün öğelere eşit paylaştırır.",
            ),
            (
                px(bases[asked]),
                "Thinks that items keep their basis.",
                "Öğelerin başlangıç genişliğinde kaldığını sanır.",
            ),
        ],
        spare=[
            (
                px(bases[asked] * (1 + grows[asked])),
                "Reads flex-grow as a factor for the basis.",
                "flex-grow değerini başlangıç genişliğinin katsayısı sanır.",
            ),
            (
                px(bases[asked] + free),
                "Gives all the free space to this item.",
                "Boş alanın tamamını bu öğeye verir.",
            ),
        ],
        because_en=f"Free space: {width} - ({used}) = {free} px. `.{name}` gets {grows[asked]} of "
        f"{total} shares, {share} px, on top of its {bases[asked]} px: {right} px.",
        because_tr=f"Boş alan: {width} - ({used}) = {free} px. `.{name}`, {total} paydan "
        f"{grows[asked]} pay, yani {share} px alır; {bases[asked]} px'in üstüne: {right} px.",
        proof=Proof(
            run="compute",
            expression=f"{bases[asked]} + {grows[asked]}"
            f"*solve({sum(bases)} + {2 * gap} + {total}*x - {width}, x)[0]",
            reads=str(right),
        ),
    )


@template("css-flexbox-shrink", topic=TOPIC, difficulty=5, seconds=100)
def shrink(rng: Random) -> Question:
    while True:
        bases = [rng.choice([100, 150, 200, 300, 400, 500]) for _ in range(2)]
        shrinks = [rng.choice([1, 1, 2, 3]) for _ in range(2)]
        width = rng.randrange(200, 620, 20)
        missing = sum(bases) - width
        weights = [base * each for base, each in zip(bases, shrinks, strict=True)]
        if missing < 60 or bases[0] == bases[1]:
            continue
        losses = [Fraction(missing * weight, sum(weights)) for weight in weights]
        asked = rng.randrange(2)
        plain = bases[asked] - Fraction(missing * shrinks[asked], sum(shrinks))
        if plain < 20 or bases[asked] <= missing / 2:
            continue
        if all(loss.denominator == 1 for loss in losses) and all(
            base - loss >= 40 for base, loss in zip(bases, losses, strict=True)
        ):
            break
    name, base, loss = CLASSES[asked], bases[asked], losses[asked]
    right = base - loss
    rules = [f"flex: 0 {each} {base}px;" for each, base in zip(shrinks, bases, strict=True)]
    return question(
        en=f"How wide is the item `.{name}`? (The items are empty and have no padding or border.)",
        tr=f"`.{name}` öğesinin genişliği ne kadardır? (Öğeler boştur; iç boşlukları ve kenarlıkları yoktur.)",
        code=row(width, 0, rules, "height: 40px;"),
        code_language="html",
        right=px(right),
        wrong=[
            (
                px(plain),
                "Shares by flex-shrink alone, without weighing by the basis.",
                "Payı başlangıç genişliğiyle çarpmadan, yalnızca flex-shrink'e göre böler.",
            ),
            (
                px(base),
                "Thinks that the items overflow and keep their basis.",
                "Öğelerin taşıp başlangıç genişliğinde kaldığını sanır.",
            ),
            (
                px(Fraction(width, 2)),
                "Thinks that both become equally wide.",
                "İkisinin de aynı genişlikte olduğunu sanır.",
            ),
            (
                px(base - Fraction(missing, 2)),
                "Takes half of what is missing from each item.",
                "Eksik olanın yarısını her öğeden alır.",
            ),
        ],
        spare=[
            (
                px(loss),
                "Takes the part that is lost for the width.",
                "Yitirilen parçayı genişlik sanır.",
            ),
            (px(right + 20), "Miscalculates what is missing.", "Eksiği yanlış hesaplar."),
            (px(right - 20), "Miscalculates what is missing.", "Eksiği yanlış hesaplar."),
        ],
        because_en=f"{missing} px are missing. They are taken by flex-shrink × basis, "
        f"{weights[0]} : {weights[1]}; `.{name}` loses {loss} px and keeps {right} px.",
        because_tr=f"{missing} px eksiktir. Bu, flex-shrink × başlangıç genişliği oranında, "
        f"{weights[0]} : {weights[1]}, alınır; `.{name}` {loss} px yitirir, {right} px kalır.",
        proof=Proof(
            run="compute",
            expression=f"{base} - {weights[asked]}"
            f"*solve({sum(bases)} - {sum(weights)}*x - {width}, x)[0]",
            reads=str(right),
        ),
    )
