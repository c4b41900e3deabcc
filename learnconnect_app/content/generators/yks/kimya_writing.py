"""How the items of chemistry write formulas, charges and molar masses."""

from __future__ import annotations

import re

MASSES = {
    "H": 1, "He": 4, "C": 12, "N": 14, "O": 16, "F": 19, "Ne": 20, "Na": 23, "Mg": 24, "Al": 27,
    "S": 32, "K": 39, "Ca": 40, "Fe": 56, "Cu": 64, "Br": 80,
}  # fmt: skip
"""Molar masses in g/mol, rounded as the exams give them."""

_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_HIGH = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def formula(plain: str) -> str:
    """``Ca(OH)2`` with its numbers low: ``Ca(OH)₂``."""
    return plain.translate(_LOW)


def ion(plain: str, charge: int) -> str:
    """``Ca²⁺`` or ``Cl⁻``."""
    size = "" if abs(charge) == 1 else str(abs(charge))
    sign = "+" if charge > 0 else "-"
    return formula(plain) + (size + sign).translate(_HIGH)


def atoms(plain: str) -> dict[str, int]:
    """How many atoms of each element a formula holds; one level of brackets is read."""
    counts: dict[str, int] = {}
    for group, factor, element, number in re.findall(
        r"\(([^()]*)\)(\d*)|([A-Z][a-z]?)(\d*)", plain
    ):
        inner = atoms(group) if group else {element: 1}
        for name, amount in inner.items():
            counts[name] = counts.get(name, 0) + amount * int(factor or number or 1)
    return counts


def molar_mass(plain: str) -> int:
    """In g/mol, from the rounded masses."""
    return sum(MASSES[element] * number for element, number in atoms(plain).items())


def masses_of(*formulas: str) -> str:
    """``H: 1, O: 16 g/mol``: what a stem gives for these formulas, lightest first."""
    elements = {element for plain in formulas for element in atoms(plain)}
    listed = sorted(elements, key=lambda element: MASSES[element])
    return ", ".join(f"{element}: {MASSES[element]}" for element in listed) + " g/mol"


def summed(plain: str) -> str:
    """The molar mass as a sum over single atoms, for a proof."""
    single = [MASSES[element] for element, number in atoms(plain).items() for _ in range(number)]
    return "(" + " + ".join(map(str, single)) + ")"


def signed(value: int) -> str:
    """``+92`` or ``−92``, as an enthalpy is written."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
