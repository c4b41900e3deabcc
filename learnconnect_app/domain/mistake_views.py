"""What the mistake notebook shows: flat, frozen, and no right answer before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from learnconnect_app.domain.views import QuestionView


@dataclass(frozen=True)
class MistakeCourse:
    """A course to filter by."""

    key: str
    title: str
    open_count: int


@dataclass(frozen=True)
class MistakeTopic:
    key: str
    title: str
    course_title: str
    icon: str
    color: str
    open_count: int
    due_count: int


@dataclass(frozen=True)
class MistakesView:
    course: str = ""
    """Key of the course it is filtered by; empty: all."""
    due_count: int = 0
    open_count: int = 0
    learned_count: int = 0
    next_day: str = ""
    """ISO day on which the next one comes back; empty when something is due, or nothing is open."""
    courses: tuple[MistakeCourse, ...] = ()
    topics: tuple[MistakeTopic, ...] = ()
    """Those with something due first; only as many as are shown."""
    hidden_topics: int = 0


@dataclass(frozen=True)
class MistakeRow:
    """A mistake in the list of its topic."""

    id: str
    stem_html: str
    times_wrong: int
    due_day: str
    is_due: bool


@dataclass(frozen=True)
class MistakeReview:
    """A mistake to be answered again. Nothing in it tells the right answer."""

    id: str = ""
    topic: str = ""
    left: int = 0
    """How many are due, this one included; 0: none is."""
    question: QuestionView = field(default_factory=QuestionView)
