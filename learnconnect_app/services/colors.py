"""The colour of a course: by its place in its curriculum, the same on every screen."""

from __future__ import annotations

COLORS = ("violet", "blue", "orange", "teal", "rose", "green")


def color_at(position: int | None) -> str:
    """The colour of the course at a place from 0. What spans several courses has the first."""
    return COLORS[(position or 0) % len(COLORS)]
