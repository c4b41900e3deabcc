"""What a device keeps, so that the app opens without a network: nothing of a locked day."""

from __future__ import annotations

from dataclasses import dataclass, field

from learnconnect_app.domain.views import QuestionView


@dataclass(frozen=True)
class OfflineResource:
    kind: str
    title: str
    url: str
    language: str
    minutes: int


@dataclass(frozen=True)
class OfflineTask:
    """A day of the skill plan that is open or was done today."""

    title: str
    minutes: int
    status: str
    """unlocked or completed"""
    started_at_ms: int
    """0: not started."""
    xp: int
    summary_html: str
    """Empty where it did not fit."""
    resources: tuple[OfflineResource, ...] = ()


@dataclass(frozen=True)
class OfflineSession:
    """A session of today."""

    title: str
    course: str
    kind: str
    minutes: int
    status: str
    percent: int
    notes: str
    mood: str
    is_review: bool
    spent_seconds: int
    running_since_ms: int
    """0: its clock does not run."""
    part: int
    parts: int
    summary_html: str
    """Empty where it did not fit, and of a session without a topic."""
    resources: tuple[OfflineResource, ...]
    proof: str
    """To be sent back with what was done."""


@dataclass(frozen=True)
class WeekItem:
    title: str
    detail: str
    kind: str
    minutes: int
    status: str
    start: str = ""


@dataclass(frozen=True)
class WeekDay:
    day: str
    minutes: int
    items: tuple[WeekItem, ...]


@dataclass(frozen=True)
class OfflineMistake:
    """A mistake that is due, with what is right: it is answered without asking the server."""

    id: str
    topic: str
    stamp: str
    """Names the question as it was asked; to be sent back with the answer."""
    question: QuestionView
    right: tuple[int, ...] | None
    """Places on the screen, as a response has them; None where one types."""
    right_html: str
    explanation_html: str
    misconceptions: dict[int, str] = field(default_factory=dict)
    """What is said of a wrong place."""
