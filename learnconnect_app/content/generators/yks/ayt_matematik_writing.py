"""How the templates of AYT mathematics write polynomials and draw graphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from learnconnect_app.content.figures import Drawing
from learnconnect_app.content.generators.yks.tyt_matematik_writing import tex


def coef(number: Fraction | int) -> str:
    """What stands before a letter: nothing for 1, ``-`` for -1."""
    return {Fraction(1): "", Fraction(-1): "-"}.get(Fraction(number), tex(number))


def poly(coefficients: Sequence[Fraction | int], letter: str = "x") -> str:
    """A polynomial in LaTeX, without dollar signs; the highest power first."""
    written = ""
    for place, number in enumerate(coefficients):
        power = len(coefficients) - 1 - place
        if number == 0:
            continue
        sign = ("-" if number < 0 else "") if not written else (" - " if number < 0 else " + ")
        size = tex(abs(number)) if power == 0 else coef(abs(number))
        what = "" if power == 0 else letter if power == 1 else f"{letter}^{{{power}}}"
        if len(str(power)) == 1:
            what = what.replace(f"{{{power}}}", str(power))
        written += sign + size + what
    return written or "0"


def minus(number: int, letter: str = "x") -> str:
    """``x - 3``, ``x + 2`` or ``x``: the factor of a root."""
    return poly([1, -number], letter)


def value(coefficients: Sequence[Fraction | int], at: Fraction | int) -> Fraction | int:
    """A polynomial's value, by Horner's scheme."""
    result: Fraction | int = 0
    for number in coefficients:
        result = result * at + number
    return result


class Plane:
    """Axes with curves on them; coordinates are those of mathematics."""

    def __init__(
        self, x: tuple[float, float], y: tuple[float, float], unit: tuple[float, float]
    ) -> None:
        self._x, self._y, self._unit = x, y, unit
        self.drawing = Drawing((x[1] - x[0]) * unit[0] + 20, (y[1] - y[0]) * unit[1] + 20)
        self.drawing.arrow(self.at(x[0], 0), self.at(x[1], 0))
        self.drawing.arrow(self.at(0, y[0]), self.at(0, y[1]))
        right, top = self.at(x[1], 0), self.at(0, y[1])
        self.drawing.label((right[0] - 4, right[1] + 15), "x", size=15)
        self.drawing.label((top[0] - 14, top[1] + 6), "y", size=15)

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (10 + (x - self._x[0]) * self._unit[0], 10 + (self._y[1] - y) * self._unit[1])

    def points(self, f: Callable[[float], float], a: float, b: float) -> list[tuple[float, float]]:
        return [self.at(a + (b - a) * i / 60, f(a + (b - a) * i / 60)) for i in range(61)]

    def curve(
        self, f: Callable[[float], float], a: float, b: float, *, look: str = "accent"
    ) -> Plane:
        self.drawing.polyline(self.points(f, a, b), look=look)
        return self

    def label(
        self, x: float, y: float, text: object, dx: float = 0, dy: float = 0, size: float = 15
    ) -> Plane:
        """A text moved by ``dx``, ``dy`` units of the picture (downwards) from a point."""
        px, py = self.at(x, y)
        self.drawing.label((px + dx, py + dy), text, size=size)
        return self
