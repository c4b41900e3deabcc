"""How the items of physics write numbers, axes and circuits."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import isqrt

from learnconnect_app.content.figures import Drawing

Value = int | Fraction


def num(value: Value, *, comma: str = ",") -> str:
    """``12``, ``12 500``, ``2,5`` or a fraction between dollar signs."""
    value = Fraction(value)
    if value.denominator == 1:
        plain = f"{abs(value.numerator):,}".replace(",", " ")
        if abs(value) < 10_000:
            plain = plain.replace(" ", "")
        return ("-" if value < 0 else "") + plain
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1 and value.denominator <= 1000:
        return f"{float(value):.6f}".rstrip("0").replace(".", comma)
    sign = "-" if value < 0 else ""
    return rf"${sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}$"


def tex(value: Value) -> str:
    """The number as it stands inside mathematics."""
    return num(value, comma="{,}").strip("$").replace(" ", r"\,")


def val(value: Value, unit: str) -> str:
    """The number with its unit."""
    return f"{num(value)} {unit}" if unit else num(value)


def times(ratio: Value, thing: str) -> str:
    r"""``$\frac{3}{2}F$``, ``$2F$`` or ``$F$``; without a thing the number alone."""
    ratio = Fraction(ratio)
    if ratio == 1:
        return f"${thing or 1}$"
    if ratio.denominator == 1:
        return f"${ratio.numerator}{thing}$"
    return rf"$\frac{{{ratio.numerator}}}{{{ratio.denominator}}}{thing}$"


def parallel(*resistances: Value) -> Fraction:
    """The resistance that stands for these side by side."""
    return 1 / reduce(lambda total, r: total + Fraction(1, r), resistances, Fraction(0))


def exact(value: Value) -> str:
    """The value as it is written in a proof."""
    value = Fraction(value)
    if value.denominator == 1:
        return str(value.numerator)
    return f"Rational({value.numerator}, {value.denominator})"


def axes(width: float, height: float, x_name: str, y_name: str, *, left: float = 60) -> Drawing:
    """A drawing with two axes; the origin is at ``(left, height - 36)``."""
    drawing = Drawing(width, height)
    low = height - 36
    drawing.arrow((left, low), (width - 8, low)).arrow((left, low), (left, 10))
    drawing.label((width - 8, low + 20), x_name, size=14, anchor="end")
    return drawing.label((left + 8, 14), y_name, size=14, anchor="start")


def resistor(drawing: Drawing, at: tuple[float, float], text: str) -> Drawing:
    """A resistor lying on a horizontal wire, 56 units long, with its name above."""
    x, y = at
    corners = [(x - 28, y - 9), (x + 28, y - 9), (x + 28, y + 9), (x - 28, y + 9)]
    return drawing.polygon(corners, filled=True).label((x, y - 22), text, size=14)


def battery(drawing: Drawing, at: tuple[float, float], text: str) -> Drawing:
    """A cell in a horizontal wire, its name below; the wire stops 6 units before it."""
    x, y = at
    drawing.line((x - 6, y - 16), (x - 6, y + 16)).line((x + 6, y - 8), (x + 6, y + 8))
    return drawing.label((x, y + 30), text, size=14)


def root(value: Value) -> str:
    """The square root of ``value``: a number where it is one, else a root in LaTeX."""
    value = Fraction(value)
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if top * top == value.numerator and bottom * bottom == value.denominator:
        return num(Fraction(top, bottom))
    return rf"$\sqrt{{{tex(value)}}}$"
