"""Parametric items of the topic `css-box-model`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "css-box-model"


def px(value: float) -> str:
    """A length as CSS writes it."""
    return f"`{value:g}px`"


@template("css-box-model-width-of-a-part", topic=TOPIC, difficulty=2, seconds=60)
def width_of_a_part(rng: Random) -> Question:
    width = rng.randrange(200, 410, 20)
    padding = rng.choice([10, 15, 20, 25, 30])
    border = rng.choice([1, 2, 4, 5])
    margin = rng.choice([8, 12, 16, 24])
    sizing = rng.choice(["content-box", "border-box"])
    asked = rng.choice(["border", "content", "margin"])
    edges = 2 * padding + 2 * border
    content = width if sizing == "content-box" else width - edges
    whole = content + edges
    right = {"content": content, "border": whole, "margin": whole + 2 * margin}[asked]
    other_content = width - edges if sizing == "content-box" else width
    other = {
        "content": other_content,
        "border": other_content + edges,
        "margin": other_content + edges + 2 * margin,
    }[asked]
    part_en = {
        "content": "the area that is left for the text (the content box)",
        "border": "the visible box, from the outer edge of one border to the other",
        "margin": "the space that the box takes up, including its margins",
    }[asked]
    part_tr = {
        "content": "Yazıya kalan alanın (içerik kutusunun)",
        "border": "Bir kenarlığın dış ucundan ötekine, görünen kutunun",
        "margin": "Kutunun dış boşluklarıyla birlikte kapladığı yerin",
    }[asked]
    if sizing == "content-box":
        worked_en = f"With `content-box` the width is that of the content: {content} px."
        worked_tr = f"`content-box` ile genişlik içeriğindir: {content} px."
    else:
        worked_en = (
            f"With `border-box` the width goes from border to border: {width} px, "
            f"so the content gets {width} - 2·{padding} - 2·{border} = {content} px."
        )
        worked_tr = (
            f"`border-box` ile genişlik kenarlıktan kenarlığadır: {width} px; "
            f"içeriğe {width} - 2·{padding} - 2·{border} = {content} px kalır."
        )
    end_en = {
        "content": "",
        "border": f" From border to border it is {whole} px.",
        "margin": f" Two margins are added to the {whole} px from border to border: {right} px.",
    }[asked]
    end_tr = {
        "content": "",
        "border": f" Kenarlıktan kenarlığa {whole} px eder.",
        "margin": f" Kenarlıktan kenarlığa olan {whole} px'e iki dış boşluk eklenir: {right} px.",
    }[asked]
    inner = -1 if sizing == "border-box" else 1
    if asked == "margin":
        one_side = (
            px(whole + margin),
            "Counts the margin on one side only.",
            "Dış boşluğu yalnızca bir yanda sayar.",
        )
        margins = (px(whole), "Forgets the margins.", "Dış boşlukları unutur.")
    else:
        one_side = (
            px(width + inner * (padding + border)),
            "Counts padding and border on one side only.",
            "İç boşluğu ve kenarlığı yalnızca bir yanda sayar.",
        )
        margins = (
            px(right + 2 * margin),
            "Counts the margins although they lie outside.",
            "Dışarıda kalan dış boşlukları da sayar.",
        )
    parts = {"content": 0, "border": 1, "margin": 1}[asked]
    fixed = f"{width} - {edges}" if sizing == "border-box" else str(width)
    around = [padding, padding, border, border] * parts + [margin, margin] * (asked == "margin")
    return question(
        en=f"How wide is {part_en}?",
        tr=f"{part_tr} genişliği ne kadardır?",
        code=(
            f".box {{\n  box-sizing: {sizing};\n  width: {width}px;\n  padding: {padding}px;\n"
            f"  border: {border}px solid;\n  margin: {margin}px;\n}}"
        ),
        code_language="css",
        right=px(right),
        wrong=[
            (
                px(other),
                "Confuses content-box with border-box.",
                "content-box ile border-box'ı karıştırır.",
            ),
            one_side,
            margins,
        ],
        spare=[
            (
                px(right + 2 * border),
                "Adds the border once too often.",
                "Kenarlığı bir kez fazla ekler.",
            ),
            (
                px(right - 2 * padding),
                "Takes the padding away although it should stay.",
                "Kalması gereken iç boşluğu çıkarır.",
            ),
        ],
        because_en=worked_en + end_en,
        because_tr=worked_tr + end_tr,
        proof=Proof(run="compute", expression=f"{fixed} + sum({around})", reads=str(right)),
    )


@template("css-box-model-margins-between", topic=TOPIC, difficulty=3, seconds=55)
def margins_between(rng: Random) -> Question:
    upper, lower = rng.sample([10, 15, 20, 25, 30, 40], 2)
    kind = rng.choice(["both", "both", "one negative", "flex"])
    if kind == "one negative":
        upper, lower = max(upper, lower), -min(upper, lower)
    in_flex = kind == "flex"
    right = upper + lower if in_flex else max(upper, lower, 0) + min(upper, lower, 0)
    display = "flex; flex-direction: column" if in_flex else "block"
    if in_flex:
        because_en = f"Margins of flex items do not collapse: {upper} + {lower} = {right} px."
        because_tr = f"Flex öğelerinin dış boşlukları çökmez: {upper} + {lower} = {right} px."
    elif kind == "both":
        because_en = (
            f"Vertical margins of blocks that meet collapse: the larger one, {right} px, stays."
        )
        because_tr = f"Buluşan blokların dikey dış boşlukları çöker: büyük olan, {right} px, kalır."
    else:
        because_en = (
            f"The margins collapse. With a negative one the largest positive and the most negative "
            f"are added: {upper} - {-lower} = {right} px."
        )
        because_tr = (
            f"Dış boşluklar çöker. Biri negatifse en büyük pozitif ile en küçük negatif toplanır: "
            f"{upper} - {-lower} = {right} px."
        )
    return question(
        en="How far are the bottom of the first box and the top of the second one apart?",
        tr="Birinci kutunun altı ile ikincinin üstü arasında ne kadar uzaklık vardır?",
        code=(
            f"<style>\n  main {{ display: {display}; }}\n  div {{ height: 50px; }}\n"
            f"  .one {{ margin-bottom: {upper}px; }}\n  .two {{ margin-top: {lower}px; }}\n"
            '</style>\n<main>\n  <div class="one"></div>\n  <div class="two"></div>\n</main>'
        ),
        code_language="html",
        right=px(right),
        wrong=[
            (
                px(upper + lower),
                "Adds the margins although they collapse.",
                "Dış boşluklar çöktüğü hâlde onları toplar.",
            ),
            (
                px(max(upper, lower)),
                "Takes the larger margin alone where both count.",
                "İkisinin de sayıldığı yerde yalnızca büyüğünü alır.",
            ),
            (
                px(min(abs(upper), abs(lower))),
                "Takes the smaller margin.",
                "Küçük olan dış boşluğu alır.",
            ),
            (px((upper + lower) / 2), "Takes the average.", "Ortalamasını alır."),
        ],
        spare=[
            (
                px(abs(upper - lower)),
                "Overlooks the sign of a margin or subtracts them.",
                "Bir dış boşluğun işaretini gözden kaçırır ya da onları çıkarır.",
            ),
            (px(0), "Thinks that the boxes touch.", "Kutuların birbirine değdiğini sanır."),
        ],
        because_en=because_en,
        because_tr=because_tr,
        proof=Proof(
            run="compute",
            expression=f"{upper} + {lower}"
            if in_flex
            else f"sum(f([{upper}, {lower}, 0]) for f in (max, min))",
            reads=str(right),
        ),
    )
