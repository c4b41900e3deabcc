"""Parametric items of the topic `css-responsive`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "css-responsive"


def px(value: float) -> str:
    """A length as CSS writes it."""
    return f"`{value:g}px`"


def comma(value: float) -> str:
    """A number as Turkish writes it."""
    return f"{value:g}".replace(".", ",")


@template("css-responsive-columns-at-width", topic=TOPIC, difficulty=3, seconds=65)
def columns_at_width(rng: Random) -> Question:
    way = rng.choice(["up", "up", "down", "mixed up"])
    bounds = [rng.choice([400, 450, 500]), rng.choice([600, 700, 750]), rng.choice([900, 1000])]
    columns = [1, 2, 3, 4]
    if way == "up":
        start, queries = 1, list(zip(bounds, columns[1:], strict=True))
    elif way == "down":
        start, queries = 4, list(zip(bounds[::-1], [3, 2, 1], strict=True))
    else:  # the widest first, so that a later one overrules it
        start, queries = 1, list(zip(bounds[::-1], [4, 3, 2], strict=True))
    feature = "max-width" if way == "down" else "min-width"
    near = rng.choice(bounds)
    width = rng.choice([near, near + 1, near - 1, near + 80, near - 60, max(bounds) + 200])

    def applies(bound: int) -> bool:
        return width <= bound if feature == "max-width" else width >= bound

    met = [value for bound, value in queries if applies(bound)]
    right = met[-1] if met else start
    code = [f".cards {{ display: grid; grid-template-columns: repeat({start}, 1fr); }}"]
    wrong = []
    for bound, value in [(None, start), *queries]:
        if bound is not None:
            code.append(
                f"@media ({feature}: {bound}px) {{\n"
                f"  .cards {{ grid-template-columns: repeat({value}, 1fr); }}\n}}"
            )
        if value == right:
            continue
        if bound is None:
            reason = (
                "Keeps the first rule although a query that applies comes after it.",
                "Arkasından geçerli bir sorgu geldiği hâlde ilk kuralda kalır.",
            )
        elif applies(bound):
            reason = (
                "This query applies, but a later one applies too and wins.",
                "Bu sorgu geçerlidir; ama sonraki de geçerlidir ve kazanır.",
            )
        else:
            reason = (
                f"At {width} px the condition ({feature}: {bound}px) is not met.",
                f"{width} px'te ({feature}: {bound}px) koşulu sağlanmaz.",
            )
        wrong.append((value, *reason))
    bounds_met = [bound for bound, _ in queries if applies(bound)]
    if bounds_met:
        shown = ", ".join(f"{bound}px" for bound in bounds_met)
        because_en = (
            f"At {width} px the queries with these bounds apply: {shown} (a bound itself is "
            f"included). The last of them in the file wins: {right}."
        )
        because_tr = (
            f"{width} px'te şu sınırlı sorgular geçerlidir: {shown} (sınırın kendisi dahildir). "
            f"Bunlardan dosyada en son yazılan kazanır: {right}."
        )
    else:
        because_en = f"At {width} px no query applies, so the first rule stays: {right}."
        because_tr = f"{width} px'te hiçbir sorgu geçerli değildir; ilk kural kalır: {right}."
    return question(
        en=f"The viewport is {width} px wide. How many columns does `.cards` have?",
        tr=f"Görünüm alanının genişliği {width} px. `.cards` kaç sütundan oluşur?",
        code="\n".join(code),
        code_language="css",
        right=right,
        wrong=wrong,
        because_en=because_en,
        because_tr=because_tr,
    )


@template("css-responsive-relative-units", topic=TOPIC, difficulty=2, seconds=50)
def relative_units(rng: Random) -> Question:
    viewport_width = rng.choice([800, 1000, 1200, 1400])
    viewport_height = rng.choice([500, 600, 700, 900])
    parent = rng.choice([300, 400, 560, 640])
    root, own = rng.choice([(16, 20), (16, 24), (20, 15), (18, 30), (20, 25), (16, 12)])
    unit = rng.choice(["vw", "vh", "%", "rem", "em"])
    amount = rng.choice([10, 20, 30, 40]) if unit in ("vw", "vh", "%") else rng.choice([5, 8, 10])
    bases = {
        "vw": viewport_width / 100,
        "vh": viewport_height / 100,
        "%": parent / 100,
        "rem": root,
        "em": own,
    }
    meaning_en = {
        "vw": "a hundredth of the viewport's width",
        "vh": "a hundredth of the viewport's height",
        "%": "a hundredth of the parent's width",
        "rem": "the font size of the root element",
        "em": "the font size of the element itself",
    }
    meaning_tr = {
        "vw": "görünüm alanının genişliğinin yüzde biri",
        "vh": "görünüm alanının yüksekliğinin yüzde biri",
        "%": "ebeveynin genişliğinin yüzde biri",
        "rem": "kök öğenin yazı boyutu",
        "em": "öğenin kendi yazı boyutu",
    }
    right = amount * bases[unit]
    alike = ["vw", "vh", "%"] if unit in ("vw", "vh", "%") else ["rem", "em"]
    wrong: list[tuple[object, str, str]] = [
        (
            px(amount * bases[other]),
            f"Takes {other} instead: {meaning_en[other]}.",
            f"Bunun yerine {other} birimini alır: {meaning_tr[other]}.",
        )
        for other in alike
        if other != unit
    ]
    spare: list[tuple[object, str, str]] = [
        (px(amount), "Reads the number as pixels.", "Sayıyı piksel diye okur."),
        (
            px(amount * 16),
            "Always takes 16 px for the font size.",
            "Yazı boyutunu her zaman 16 px alır.",
        ),
        (
            px(amount * parent / 100),
            "Takes a percentage of the parent's width.",
            "Ebeveynin genişliğinin yüzdesini alır.",
        ),
        (
            px(amount * viewport_width / 100),
            "Takes a percentage of the viewport's width.",
            "Görünüm alanının genişliğinin yüzdesini alır.",
        ),
    ]
    return question(
        en=f"`.box` is a block. The viewport is {viewport_width} px wide and {viewport_height} px "
        f"high, the parent of `.box` is {parent} px wide inside. How wide is `.box`?",
        tr=f"`.box` bir bloktur. Görünüm alanının genişliği {viewport_width} px, yüksekliği "
        f"{viewport_height} px; `.box`'ın ebeveyninin iç genişliği {parent} px. `.box`'ın "
        "genişliği ne kadardır?",
        code=(
            f"html {{ font-size: {root}px; }}\n"
            f".box {{\n  font-size: {own}px;\n  width: {amount}{unit};\n}}"
        ),
        code_language="css",
        right=px(right),
        wrong=wrong,
        spare=spare,
        because_en=f"1{unit} is {meaning_en[unit]}, here {bases[unit]:g} px. "
        f"{amount} · {bases[unit]:g} = {right:g} px.",
        because_tr=f"1{unit}, {meaning_tr[unit]} demektir; burada {comma(bases[unit])} px. "
        f"{amount} · {comma(bases[unit])} = {comma(right)} px.",
        proof=Proof(
            run="compute",
            expression=f"solve(x/{amount} - Rational('{bases[unit]:g}'), x)[0]",
            reads=f"Rational('{right:g}')",
        ),
    )
