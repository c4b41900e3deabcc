"""How the items of biology write numbers, and how they draw a family tree."""

from __future__ import annotations

from fractions import Fraction

from learnconnect_app.content.figures import Drawing


def num(value: int) -> str:
    """``1200`` or ``12 500``."""
    return f"{value:,}".replace(",", " ") if value >= 10_000 else str(value)


def share(value: Fraction) -> str:
    r"""A probability: ``0``, ``1`` or ``$\frac{3}{4}$``."""
    if value.denominator == 1:
        return str(value.numerator)
    return rf"$\frac{{{value.numerator}}}{{{value.denominator}}}$"


def person(
    drawing: Drawing, at: tuple[float, float], name: str, *, male: bool, affected: bool
) -> Drawing:
    """A square (male) or a circle (female) with its number below; tinted and crossed if ill."""
    x, y = at
    if male:
        corners = [(x - 13, y - 13), (x + 13, y - 13), (x + 13, y + 13), (x - 13, y + 13)]
        drawing.polygon(corners, filled=affected)
    else:
        drawing.circle(at, 13, filled=affected)
    if affected:
        drawing.line((x - 8, y - 8), (x + 8, y + 8)).line((x - 8, y + 8), (x + 8, y - 8))
    return drawing.label((x, y + 26), name, size=14)
