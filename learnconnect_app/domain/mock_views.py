"""What screens show of mock exams and of the tests of a study plan: flat and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from learnconnect_app.domain.views import ResourceView


@dataclass(frozen=True)
class MockChoice:
    """A sitting that can be taken as a mock."""

    test_key: str
    title: str
    item_count: int
    minutes: int
    sections: tuple[str, ...]
    own_sections: tuple[str, ...] = ()
    """Those that count for the learner's score; empty when all of them do."""
    own_item_count: int = 0
    missing: tuple[str, ...] = ()
    """Sections without content yet: they are left out."""
    running_id: str = ""
    """The running attempt of it."""


@dataclass(frozen=True)
class MockBar:
    """A mock that was taken."""

    attempt_id: str
    title: str
    day: str
    net: float
    item_count: int
    percent: int
    """Of the items, by net; never below 0."""


@dataclass(frozen=True)
class MocksView:
    choices: tuple[MockChoice, ...] = ()
    history: tuple[MockBar, ...] = ()
    """The latest ones, oldest first."""


@dataclass(frozen=True)
class SectionNet:
    """A section of a mock, or a part of one."""

    title: str
    item_count: int
    right: int
    wrong: int
    blank: int
    net: float


@dataclass(frozen=True)
class NetsView:
    """The result of a mock as it is counted in the exam."""

    net: float = 0
    item_count: int = 0
    right: int = 0
    wrong: int = 0
    blank: int = 0
    wrong_for_a_right: float = 0
    """0: wrong answers cost nothing."""
    sections: tuple[SectionNet, ...] = ()
    left_out: tuple[str, ...] = ()
    score_title: str = ""
    low: int = 0
    high: int = 0
    """Points; both 0 while something that counts was in no mock."""
    least: int = 0
    most: int = 100
    """What points run from and to."""
    not_measured: tuple[str, ...] = ()
    """Sections of the score that were in no mock so far."""
    history: tuple[MockBar, ...] = ()


@dataclass(frozen=True)
class TopicHelp:
    """Another explanation of a weak topic."""

    topic_key: str
    title: str
    lesson_href: str
    resources: tuple[ResourceView, ...]
    summary_html: str


@dataclass(frozen=True)
class StudyResultView:
    """What comes after a test of a study plan."""

    practice_key: str = ""
    practice_title: str = ""
    """The topic that more practice helps most."""
    helps: tuple[TopicHelp, ...] = ()
    next_title: str = ""
    """The lesson, or the session of the calendar, that comes next."""
    more_time: tuple[str, ...] = ()
    """Courses that got more minutes after this test."""
    is_more_time_proposed: bool = False
    """The learner has to decide about it first."""
    nets: NetsView | None = None
