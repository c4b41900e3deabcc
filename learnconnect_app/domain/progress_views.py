"""What `/progress` may show: flat and frozen. Names of content come in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass, field

from learnconnect_app.domain.views import HeatCell


@dataclass(frozen=True)
class Told:
    """Words of ``progress.headline``, ``progress.move`` or ``progress.speed`` with their values."""

    code: str = ""
    params: dict[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Move:
    """What would move it most, and where that is done."""

    told: Told = Told()
    href: str = ""


@dataclass(frozen=True)
class Series:
    code: str = ""
    """One of ``progress.series``; empty where ``name`` says it."""
    name: str = ""
    color: str = "violet"
    pattern: str = ""
    """Tells subjects of one colour apart."""
    amounts: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A picture: its numbers, and how their labels and they are to be read."""

    key: str = ""
    """One of ``FIGURES``."""
    axis: str = ""
    """day, week, month (ISO dates of the first day), hour, weekday, level (numbers) or name"""
    unit: str = ""
    """minutes, topics, percent, points or factor"""
    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    counts: tuple[int, ...] = ()
    """How many things stand behind each label; empty: not counted."""
    is_known: bool = False
    """Whether there is enough to show."""


FIGURES = (
    "mastery",
    "minutes",
    "velocity",
    "retention",
    "efficiency",
    "hours",
    "weekdays",
    "difficulty",
    "pace",
    "year",
)
"""Each can be had as a file."""


@dataclass(frozen=True)
class CourseRow:
    """A subject: what is known of its topics."""

    key: str
    title: str
    icon: str
    color: str
    percent: int
    mastered: int
    topics: int
    share: int = 0
    """Percent of the score; 0 where it has no weight."""


@dataclass(frozen=True)
class TopicRow:
    key: str
    title: str
    percent: int
    word: str
    """new, begun, weak, growing, solid or strong"""
    href: str
    mistakes: int = 0


@dataclass(frozen=True)
class Score:
    """The points that mocks let expect, as a range; nothing without mocks."""

    title: str = ""
    low: int = 0
    high: int = 0
    most: int = 0
    mocks: int = 0


@dataclass(frozen=True)
class ProgressView:
    state: str = "new"
    """new, early or told"""
    reach: str = "quarter"
    """How far back the pictures look, as `progress_spans.Range`."""
    headline: Told = Told()
    move: Move = Move()
    speed: Told = Told()
    plan: str = ""
    """What ``percent`` is of."""
    percent: int = 0
    mastered: int = 0
    topics: int = 0
    velocity: float = 0.0
    needed: float = 0.0
    """Topics a week; 0: nothing asks for any."""
    remembered: int = -1
    predicted: int = -1
    """Percent; -1 without enough reviews."""
    efficiency: float = -1.0
    """Points of mastery an hour; -1 without enough of it."""
    score: Score = Score()
    courses: tuple[CourseRow, ...] = ()
    mastery: Figure = Figure()
    minutes: Figure = Figure()
    speeds: Figure = Figure()
    retention: Figure = Figure()
    gains: Figure = Figure()
    hours: Figure = Figure()
    weekdays: Figure = Figure()
    difficulty: Figure = Figure()
    pace: Figure = Figure()
    year: Figure = Figure()
    heat: tuple[tuple[HeatCell, ...], ...] = ()
