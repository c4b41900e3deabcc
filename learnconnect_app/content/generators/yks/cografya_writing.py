"""How the items of geography write numbers."""

from __future__ import annotations


def num(value: float) -> str:
    """``1200``, ``12 500`` or ``7,5``."""
    whole = f"{value:,.0f}".replace(",", " ") if value >= 10_000 else str(int(value))
    part = f"{value % 1:.3f}".strip("0").strip(".")
    return f"{whole},{part}" if part else whole
