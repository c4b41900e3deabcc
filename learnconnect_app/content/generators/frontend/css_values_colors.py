"""Parametric items of the topic `css-values-colors`."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "css-values-colors"


def px(value: float | Fraction) -> str:
    """A length as CSS writes it."""
    return f"`{float(value):.10g}px`"


def comma(value: float | Fraction) -> str:
    """A number as Turkish writes it."""
    return f"{float(value):.10g}".replace(".", ",")


@template("css-values-colors-nested-font-size", topic=TOPIC, difficulty=3, seconds=60)
def nested_font_size(rng: Random) -> Question:
    root = rng.choice([10, 16, 20])
    outer = rng.choice(["1.5em", "2em", "1.25rem", "2rem", "150%", "30px"])
    unit = rng.choice(["em", "em", "rem", "%"])
    factor = Fraction(rng.choice(["0.5", "0.8", "1.5", "2"]))
    written = f"{float(factor * 100):g}%" if unit == "%" else f"{float(factor):g}{unit}"
    middle = {
        "1.5em": root * Fraction(3, 2),
        "2em": Fraction(root * 2),
        "1.25rem": root * Fraction(5, 4),
        "2rem": Fraction(root * 2),
        "150%": root * Fraction(3, 2),
        "30px": Fraction(30),
    }[outer]
    right = factor * (root if unit == "rem" else middle)
    if unit == "rem":
        worked_en = (
            f"rem always refers to the root: {float(factor):g} · {root} = {float(right):g} px."
        )
        worked_tr = f"rem her zaman köke göredir: {comma(factor)} · {root} = {comma(right)} px."
        main_error = (
            px(factor * middle),
            "Thinks that rem refers to the parent.",
            "rem'in ebeveyne göre olduğunu sanır.",
        )
    else:
        worked_en = (
            f"`.outer` has {float(middle):g} px. In `font-size` {unit} refers to the parent: "
            f"{float(factor):g} · {float(middle):g} = {float(right):g} px."
        )
        worked_tr = (
            f"`.outer` {comma(middle)} px olur. `font-size` içinde {unit} ebeveyne göredir: "
            f"{comma(factor)} · {comma(middle)} = {comma(right)} px."
        )
        main_error = (
            px(factor * root),
            f"Thinks that {unit} refers to the root.",
            f"{unit} biriminin köke göre olduğunu sanır.",
        )
    return question(
        en="What is the font size of `.inner`?",
        tr="`.inner`'ın yazı boyutu nedir?",
        code=(
            f"<style>\n  html {{ font-size: {root}px; }}\n  .outer {{ font-size: {outer}; }}\n"
            f"  .inner {{ font-size: {written}; }}\n</style>\n"
            '<div class="outer"><div class="inner">Hello</div></div>'
        ),
        code_language="html",
        right=px(right),
        wrong=[
            main_error,
            (
                px(middle),
                "Stops at the font size of the parent.",
                "Ebeveynin yazı boyutunda durur.",
            ),
            (
                px(factor * 16),
                "Always takes 16 px as the base.",
                "Temel olarak her zaman 16 px alır.",
            ),
        ],
        spare=[
            (
                px(right + middle),
                "Adds the size to that of the parent.",
                "Boyutu ebeveyninkine ekler.",
            ),
            (
                px(root),
                "Thinks that the root sets all sizes.",
                "Her boyutu kökün belirlediğini sanır.",
            ),
            (px(right + root), "Adds the size to that of the root.", "Boyutu kökünkine ekler."),
        ],
        because_en=worked_en,
        because_tr=worked_tr,
        proof=Proof(
            run="compute",
            expression=f"solve(x/{root if unit == 'rem' else middle} - Rational({factor}), x)[0]"
            if unit == "rem"
            else f"Rational({middle})*Rational({factor})",
            reads=f"Rational('{right}')",
        ),
    )


@template("css-values-colors-clamp", topic=TOPIC, difficulty=3, seconds=65)
def clamped(rng: Random) -> Question:
    low = rng.choice([16, 18, 20, 24])
    high = rng.choice([36, 40, 48, 60])
    percent = rng.choice([2, 3, 4, 5])
    shape = rng.choice(["clamp", "clamp", "min", "max"])
    while True:
        width = rng.choice([300, 400, 500, 600, 800, 900, 1000, 1200, 1500, 2000])
        fluid = width * percent // 100
        if fluid not in (low, high):
            break
    right = {
        "clamp": max(low, min(fluid, high)),
        "min": min(fluid, high),
        "max": max(fluid, low),
    }[shape]
    value = {
        "clamp": f"clamp({low}px, {percent}vw, {high}px)",
        "min": f"min({percent}vw, {high}px)",
        "max": f"max({percent}vw, {low}px)",
    }[shape]
    if shape == "clamp":
        rule_en = f"`clamp` keeps it between {low} px and {high} px"
        rule_tr = f"`clamp` bunu {low} px ile {high} px arasında tutar"
        expression = f"sorted([{low}, Rational({width}*{percent}, 100), {high}])[1]"
    elif shape == "min":
        rule_en = f"`min` takes the smaller one of this and {high} px"
        rule_tr = f"`min` bununla {high} px'ten küçük olanı alır"
        expression = f"sorted([Rational({width}*{percent}, 100), {high}])[0]"
    else:
        rule_en = f"`max` takes the larger one of this and {low} px"
        rule_tr = f"`max` bununla {low} px'ten büyük olanı alır"
        expression = f"sorted([Rational({width}*{percent}, 100), {low}])[-1]"
    share_tr = {2: "%2'si", 3: "%3'ü", 4: "%4'ü", 5: "%5'i"}[percent]
    limits: list[tuple[object, str, str]]
    if shape == "clamp":
        limits = [
            (
                px(fluid),
                "Overlooks the limits around the fluid value.",
                "Akışkan değerin iki yanındaki sınırları gözden kaçırır.",
            ),
            (
                px(high),
                "Thinks that clamp always takes the largest value.",
                "clamp'in her zaman en büyük değeri aldığını sanır.",
            ),
            (
                px(low),
                "Thinks that clamp always takes the smallest value.",
                "clamp'in her zaman en küçük değeri aldığını sanır.",
            ),
        ]
    elif shape == "min":
        limits = [
            (
                px(max(fluid, high)),
                "Reads min as 'at least'; it takes the smaller of the two values.",
                "min'i 'en az' diye okur; oysa iki değerin küçüğünü alır.",
            ),
            (px(fluid + high), "Adds the two values.", "İki değeri toplar."),
        ]
    else:
        limits = [
            (
                px(min(fluid, low)),
                "Reads max as 'at most'; it takes the larger of the two values.",
                "max'ı 'en çok' diye okur; oysa iki değerin büyüğünü alır.",
            ),
            (px(fluid + low), "Adds the two values.", "İki değeri toplar."),
        ]
    return question(
        en=f"The viewport is {width} px wide. What is the font size of the heading?",
        tr=f"Görünüm alanının genişliği {width} px. Başlığın yazı boyutu nedir?",
        code=f"h1 {{ font-size: {value}; }}",
        code_language="css",
        right=px(right),
        wrong=[
            *limits,
        ],
        spare=[
            (px(percent), "Reads vw as pixels.", "vw'yi piksel diye okur."),
            (
                px(percent * 16),
                "Takes vw for a multiple of the font size.",
                "vw'yi yazı boyutunun katı sanır.",
            ),
            (
                px(width // 100),
                "Stops at the size of 1vw.",
                "1vw'nin değerinde durur.",
            ),
            (
                px(16),
                "Thinks that the font size stays 16 px.",
                "Yazı boyutunun 16 px kaldığını sanır.",
            ),
        ],
        because_en=f"{percent}vw is {percent} % of {width} px, {fluid} px; {rule_en}: {right} px.",
        because_tr=f"{percent}vw, {width} px'in {share_tr}, yani {fluid} px'tir; "
        f"{rule_tr}: {right} px.",
        proof=Proof(run="compute", expression=expression, reads=str(right)),
    )


@template("css-values-colors-hex-to-rgb", topic=TOPIC, difficulty=2, seconds=60)
def hex_to_rgb(rng: Random) -> Question:
    parts = [16 * rng.randint(1, 9) + rng.randint(1, 9) for _ in range(2)]
    parts.append(rng.choice([0x0A, 0x0F, 0xA0, 0xC0, 0xFF, 0xF0]))
    rng.shuffle(parts)
    written = "#" + "".join(f"{part:02x}" for part in parts)

    def rgb(values: list[int]) -> str:
        return f"`rgb({' '.join(map(str, values))})`"

    def misread(part: int) -> int:
        """Two hexadecimal digits, the first taken as tens."""
        return 10 * (part // 16) + part % 16

    shares = "; ".join(f"{part:02x}: {part // 16} · 16 + {part % 16} = {part}" for part in parts)
    return question(
        en=f"Which colour is the same as `{written}`?",
        tr=f"`{written}` ile aynı renk hangisidir?",
        right=rgb(parts),
        wrong=[
            (
                rgb([misread(part) for part in parts]),
                "Counts the first digit of a pair as tens instead of sixteens.",
                "Çiftin ilk basamağını on altılık değil onluk sayar.",
            ),
            (
                rgb(parts[::-1]),
                "Reads the pairs in the order blue, green, red.",
                "Çiftleri mavi, yeşil, kırmızı sırasıyla okur.",
            ),
            (
                rgb([part // 16 + part % 16 for part in parts]),
                "Adds the two digits of a pair.",
                "Çiftin iki basamağını toplar.",
            ),
        ],
        spare=[
            (
                rgb([255 - part for part in parts]),
                "Takes the opposite colour.",
                "Karşıt rengi alır.",
            ),
        ],
        because_en=f"The pairs are red, green and blue; the first digit counts sixteens: {shares}.",
        because_tr=f"Çiftler kırmızı, yeşil ve mavidir; ilk basamak on altılıkları sayar: {shares}.",
    )
