"""What the page of a lesson may show: the topic, its session, its material, what was thought of it.

As in `views.py`: flat, frozen, in the learner's language; days are ISO dates, ``*_ms`` moments in
milliseconds since 1970 for a browser that ticks between two readings.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class RelatedLesson:
    """A lesson this one needs, or opens the way to."""

    href: str
    title: str
    standing: str
    """As ``LessonView.standing``."""


@dataclass(frozen=True)
class LessonSessionView:
    """The session that the page is about; without an id there is none."""

    id: str = ""
    kind: str = ""
    status: str = ""
    day: str = ""
    is_today: bool = False
    """Of a later day otherwise: starting it moves it here."""
    minutes: int = 0
    part: int = 1
    parts: int = 1
    why: str = ""
    """As `domain.study_problems.Why`."""
    why_number: int = 0
    why_topic: str = ""
    is_review: bool = False
    seconds: int = 0
    """On the clock at ``read_at_ms``."""
    most_seconds: int = 0
    read_at_ms: int = 0
    is_forgotten: bool = False


@dataclass(frozen=True)
class Journal:
    """What the learner writes of a session: the one at hand, or the one just finished."""

    id: str = ""
    """The session's; empty: there is none to write about."""
    mood: str = ""
    notes: str = ""


@dataclass(frozen=True)
class FinishedSession:
    """What was finished today and can be taken back."""

    id: str = ""
    percent: int = 0
    minutes: int = 0
    """Planned."""


@dataclass(frozen=True)
class NextSession:
    """The one thing to do after this lesson."""

    href: str = ""
    title: str = ""
    kind: str = ""
    day: str = ""
    is_today: bool = False
    minutes: int = 0
    icon: str = ""
    color: str = "violet"


@dataclass(frozen=True)
class EarlierNotes:
    day: str
    text: str


@dataclass(frozen=True)
class LessonResource:
    id: str
    kind: str
    title: str
    url: str
    host: str
    language: str
    minutes: int
    helped: int = 0
    votes: int = 0
    """0 until there are enough to be told."""
    own_vote: str = ""
    """yes, no or empty"""


@dataclass(frozen=True)
class ResourceGroup:
    kind: str
    resources: tuple[LessonResource, ...]
    is_style: bool = False
    """The kind the learner said suits them."""


@dataclass(frozen=True)
class ModuleQuizView:
    """The quiz of the unit; without a key there is none to take."""

    key: str = ""
    title: str = ""
    state: str = "open"
    """open, running, passed or failed (by the latest)"""
    attempt_id: str = ""
    """The running one."""
    best: int = -1
    """Percent; -1: never taken."""


@dataclass(frozen=True)
class LessonView:
    id: str = ""
    curriculum: str = ""
    course: str = ""
    icon: str = "book-open"
    color: str = "violet"
    unit: str = ""
    topic_key: str = ""
    title: str = ""
    description: str = ""
    minutes: int = 0
    standing: str = "new"
    """new, begun, weak, growing, solid or strong"""
    percent: int = 0
    """What is believed to be known now."""
    studied_day: str = ""
    review_day: str = ""
    needs: tuple[RelatedLesson, ...] = ()
    opens: tuple[RelatedLesson, ...] = ()
    plan: str = "none"
    """none, active, paused, other (the plan is about something else) or skill (no calendar)"""
    session: LessonSessionView = field(default_factory=LessonSessionView)
    is_extra_possible: bool = False
    """Whether today has room for an extra session."""
    finished: FinishedSession = field(default_factory=FinishedSession)
    next: NextSession = field(default_factory=NextSession)
    journal: Journal = field(default_factory=Journal)
    earlier_notes: tuple[EarlierNotes, ...] = ()
    groups: tuple[ResourceGroup, ...] = ()
    summary_html: str = ""
    quiz: ModuleQuizView = field(default_factory=ModuleQuizView)
    is_explained_anew: bool = False
    """The quiz was failed: another kind of explanation comes first."""
    rating: int = 0
    comment: str = ""
    mistakes: int = 0
