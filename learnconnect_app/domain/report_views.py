"""What `/reports` may show: flat and frozen. Durations and names come in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """Words of ``reports.said``, ``reports.offer`` or ``reports.why`` with their values."""

    code: str = ""
    params: dict[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class ReportBar:
    """A day of a week; of a month, the part of a week that lies in it."""

    day: str
    """Its first."""
    kind: str
    """A `DayKind`; of a week of a month empty."""
    minutes: int
    minutes_before: int
    """Of the same day, or week, of the period before."""
    duration: str
    height: int
    height_before: int
    """Percent of the longest in sight."""
    is_today: bool = False


@dataclass(frozen=True)
class ReportSubject:
    title: str
    icon: str
    color: str
    duration: str
    """Empty: no minutes."""
    share: int
    """Percent of the subject with most minutes."""
    right: int
    answers: int
    percent: int
    verdict: str
    """As `domain.weekly_reports.verdict`."""


@dataclass(frozen=True)
class ReportTest:
    id: str
    kind: str
    day: str
    percent: int
    state: str
    """passed, failed, or empty where there is no line to pass."""
    net: float
    net_before: float
    has_net: bool
    has_net_before: bool


@dataclass(frozen=True)
class ReportPart:
    """Of the motivation score."""

    name: str
    percent: int
    weight: int
    params: dict[str, str | int | float]


@dataclass(frozen=True)
class ReportOffer:
    """A suggestion: why, what it does, and whether it was taken over."""

    code: str
    params: dict[str, str | int | float]
    state: str
    """open, applied, or outdated: the plan is no longer as it was then."""
    can_undo: bool = False
    undone: str = ""
    """It was taken back in the calendar since: all of it, or half, when the learner's own settings
    still have the rest of it."""


@dataclass(frozen=True)
class EarlierReport:
    week: str
    """Its Monday."""
    until: str
    duration: str
    days: int
    is_unread: bool


@dataclass(frozen=True)
class ReportView:
    id: str = ""
    """Of a report that is kept; empty for a period that is computed as it is looked at."""
    state: str = "told"
    """told; running: not over yet; no_plan: neither plan nor work, ever."""
    is_month: bool = False
    first: str = ""
    last: str = ""
    previous: str = ""
    next: str = ""
    """First days of the periods around; empty: there is none."""
    headline: Sentence = field(default_factory=Sentence)
    minutes: int = 0
    hours: str = ""
    hours_before: str = ""
    """Of the period before, as long as this one has lasted; empty: there was nothing."""
    hours_planned: str = ""
    percent: int = 0
    """Of the planned minutes that were done, at most 100."""
    sessions: int = 0
    sessions_planned: int = 0
    sessions_before: int = 0
    days: int = 0
    """With work."""
    days_planned: int = 0
    bars: tuple[ReportBar, ...] = ()
    subjects: tuple[ReportSubject, ...] = ()
    well: tuple[Sentence, ...] = ()
    care: tuple[Sentence, ...] = ()
    tests: tuple[ReportTest, ...] = ()
    mistakes_settled: int = 0
    score: int = -1
    """-1: too little was planned to have one."""
    parts: tuple[ReportPart, ...] = ()
    offers: tuple[ReportOffer, ...] = ()
    streak: int = 0
    """0 also when the learner has switched streaks off."""
    milestone: int = 0
    """The next one; 0: none is left."""
    xp: int = 0
    level: int = 1
    levels_gained: int = 0
    earlier: tuple[EarlierReport, ...] = ()
    """Kept reports, latest first."""
