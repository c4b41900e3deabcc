"""How the templates of TYT mathematics write numbers."""

from __future__ import annotations

from fractions import Fraction


def whole(number: int) -> str:
    """``12``, ``12 500`` or, below zero, ``$-3$``."""
    if number < 0:
        return f"${number}$"
    return f"{number:,}".replace(",", " ") if number >= 10_000 else str(number)


def tex(value: Fraction | int) -> str:
    """A fraction in LaTeX, without dollar signs."""
    value = Fraction(value)
    if value.denominator == 1:
        return str(value.numerator)
    sign = "-" if value < 0 else ""
    return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def shown(value: Fraction | int) -> str:
    """A fraction or a whole number as an option."""
    value = Fraction(value)
    return whole(value.numerator) if value.denominator == 1 else f"${tex(value)}$"


def comma(value: Fraction | int, *, inside: bool = False) -> str:
    """A finite decimal: ``3,5``, or ``3{,}5`` for use inside dollar signs."""
    written = f"{float(value):.6f}".rstrip("0").rstrip(".")
    return written.replace(".", "{,}" if inside else ",")


def signed(number: int) -> str:
    """``+ 3`` or ``- 3``: the rest of a sum."""
    return f"+ {number}" if number >= 0 else f"- {-number}"
