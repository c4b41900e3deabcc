"""How the items of geometry write lengths, and the proofs that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from learnconnect_app.content.builders import WrongTr
from learnconnect_app.content.figures import Point
from learnconnect_app.content.generators.yks.tyt_matematik_writing import shown, tex

Value = int | Fraction


def split(square: int) -> tuple[int, int]:
    """``(a, b)`` with square root a√b and b without square factors."""
    outside, inside, factor = 1, square, 2
    while factor * factor <= inside:
        while inside % (factor * factor) == 0:
            inside //= factor * factor
            outside *= factor
        factor += 1
    return outside, inside


def surd(square: int, times: Value = 1) -> str:
    r"""``times`` times the square root of ``square`` in LaTeX: ``6\sqrt{3}``, no dollar signs."""
    outside, inside = split(square)
    factor = Fraction(times) * outside
    if inside == 1:
        return tex(factor)
    return times_tex(factor, rf"\sqrt{{{inside}}}")


def times_tex(factor: Value, thing: str) -> str:
    r"""``3\pi``, ``\pi`` or ``\frac{3\pi}{2}``, without dollar signs."""
    factor = Fraction(factor)
    top = thing if factor.numerator == 1 else f"{factor.numerator}{thing}"
    return top if factor.denominator == 1 else rf"\frac{{{top}}}{{{factor.denominator}}}"


def root(square: int, times: Value = 1) -> str:
    """The same as an option; a whole number without dollar signs."""
    outside, inside = split(square)
    if inside == 1:
        return shown(Fraction(times) * outside)
    return f"${surd(square, times)}$"


def root_label(square: int, times: int = 1) -> str:
    """The same in a picture: ``6√3``."""
    outside, inside = split(square)
    outside *= times
    if inside == 1:
        return str(outside)
    return f"{'' if outside == 1 else outside}√{inside}"


def pies(factor: Value) -> str:
    """A multiple of pi as an option."""
    return f"${times_tex(factor, chr(92) + 'pi')}$"


def deg(value: Value) -> str:
    """``35°`` or ``37,5°``."""
    return f"{float(value):g}°".replace(".", ",")


def point(x: Value, y: Value) -> str:
    """A point as an option: ``$(3, -2)$``."""
    return f"$({tex(x)}, {tex(y)})$"


def coordinates(x: Value, y: Value) -> str:
    """A point after its letter, inside dollar signs: ``(3, -2)``."""
    return f"({tex(x)}, {tex(y)})"


def shoelace(points: Iterable[tuple[object, object]]) -> str:
    """The expression of the area of a polygon."""
    listed = ", ".join(f"(S({x}), S({y}))" for x, y in points)
    return (
        f"(lambda p: abs(sum(p[i][0]*p[i-1][1] - p[i-1][0]*p[i][1] for i in range(len(p))))/2)"
        f"([{listed}])"
    )


def line_tex(a: int, b: int, c: int) -> str:
    """``2x - y + 3 = 0`` without dollar signs."""
    parts: list[str] = []
    for factor, letter in ((a, "x"), (b, "y"), (c, "")):
        if factor:
            size = "" if abs(factor) == 1 and letter else str(abs(factor))
            sign = ("-" if factor < 0 else "") if not parts else (" - " if factor < 0 else " + ")
            parts.append(f"{sign}{size}{letter}")
    return "".join(parts) + " = 0"


def m(name: str, size: Value | None = None) -> str:
    r"""``$m(\widehat{ABC}) = 40^\circ$``, or without a size the angle alone."""
    equals = "" if size is None else rf" = {tex(size)}^\circ"
    return rf"$m(\widehat{{{name}}}){equals}$"


def seg(name: str, value: object, unit: str = "cm") -> str:
    """``$|AB| = 5$ cm``; the value as LaTeX."""
    written = tex(value) if isinstance(value, (int, Fraction)) else str(value)
    return f"$|{name}| = {written}$ {unit}"


def positive(write: Callable[..., str], wrong: Iterable[tuple[Value, str]]) -> list[WrongTr]:
    """Wrong values as options; those that no learner would take for a size are left out."""
    return [(write(value), why) for value, why in wrong if value > 0]


def measured(a: Point, vertex: Point, b: Point) -> str:
    """The expression that measures an angle between drawn points, in degrees."""
    return (
        "(lambda a, v, b: round(math.degrees(math.acos(((a[0]-v[0])*(b[0]-v[0])"
        "+(a[1]-v[1])*(b[1]-v[1])) / (math.dist(a, v)*math.dist(b, v)))), 6))"
        f"({a!r}, {vertex!r}, {b!r})"
    )


def distance(a: Point, b: Point) -> str:
    """The expression that measures between two drawn points."""
    return f"math.dist({a!r}, {b!r})"


def par(number: int) -> str:
    """The number, in brackets when it is below zero."""
    return f"({number})" if number < 0 else str(number)
