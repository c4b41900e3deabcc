"""Changes of a study plan as a learner sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeReason:
    """Why; ``code`` is worded by the catalogs with the other values, of which most are empty."""

    code: str
    name: str = ""
    """Title of the course or topic it is about."""
    percent: int = 0
    before: float = 0.0
    after: float = 0.0
    number: int = 0


@dataclass(frozen=True, slots=True)
class ChangeView:
    id: str
    number: int
    kind: str
    """activated, moved, missed, adapted, vacation, back, edited, added, removed or resumed"""
    status: str
    """applied, proposed, declined or undone"""
    at: str
    """ISO, UTC."""
    reasons: tuple[ChangeReason, ...]
    moved: int
    added: int
    removed: int
    """Sessions that were taken out."""
    dropped_topics: tuple[str, ...]
    """Titles of topics that no longer fit."""
    can_undo: bool
