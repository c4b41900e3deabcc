"""What the goal wizard shows: flat, frozen, in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExamCard:
    key: str
    title: str
    tagline: str
    icon: str
    topics: int
    item_count: int


@dataclass(frozen=True)
class ScoreCard:
    """A score type of the chosen exam."""

    key: str
    title: str
    courses: int
    topics: int
    missing_percent: int
    """Of the score comes from subjects that the content does not have yet."""


@dataclass(frozen=True)
class Subject:
    key: str
    title: str
    icon: str
    color: str
    is_focus: bool = False
    rating: int = 0
    """1-5; 0: not rated."""


@dataclass(frozen=True)
class GoalView:
    """The draft as far as it is filled in, with what may be chosen."""

    has_draft: bool = False
    step: str = "exam"
    """Where the wizard was left."""
    reached: int = 0
    """Number of the furthest step that may be opened."""
    exams: tuple[ExamCard, ...] = ()
    exam_key: str = ""
    exam_title: str = ""
    scores: tuple[ScoreCard, ...] = ()
    score_key: str = ""
    score_title: str = ""
    target_kind: str = ""
    target_value: str = ""
    target_name: str = ""
    most_net: int = 0
    exam_day: str = ""
    days_left: int = 0
    first_day: str = ""
    last_day: str = ""
    minutes: tuple[int, ...] = ()
    """Monday first."""
    rest: tuple[int, ...] = ()
    parts_of_day: tuple[str, ...] = ()
    level: str = ""
    style: str = ""
    subjects: tuple[Subject, ...] = ()
    assessment: str = ""
    """running, done, short (too few answers) or empty; of the latest one of this draft."""
    assessment_items: int = 0
    assessment_minutes: int = 0
    active_title: str = ""
    """Exam of the active study plan, which this one would replace."""


@dataclass(frozen=True)
class TopicLine:
    """A topic of the suggested curriculum."""

    key: str
    title: str
    course: str
    icon: str
    color: str
    minutes: int
    """Planned in all; 0: none."""
    mastery: int
    """Percent."""
    reason: str
    """As `domain.study_suggestions.Line`."""
    opens: str
    """Title of a topic that it opens or waits for."""
    is_in: bool


@dataclass(frozen=True)
class CourseLine:
    key: str
    title: str
    icon: str
    color: str
    percent: int
    """Of the score."""
    mastery: int
    """Percent, over its topics."""
    planned: int
    topics: int
    is_in: bool
    """Whether any topic of it is wanted."""


@dataclass(frozen=True)
class Option:
    """What would make more room, one click to take over."""

    change: str
    """more_minutes, rest_day_less, later or leave_out"""
    number: int
    more: int
    """Topics that would fit besides."""


@dataclass(frozen=True)
class SuggestionView:
    is_ready: bool = False
    """Whether the preview is that of the draft as it stands."""
    planned: int = 0
    topics: int = 0
    """Wanted; those taken out do not count."""
    taken_out: int = 0
    known: int = 0
    """Strong already: reviews only."""
    no_time: int = 0
    days: int = 0
    """With study."""
    minutes_a_day: int = 0
    hours: int = 0
    """Of study until the exam."""
    free_hours: int = 0
    """Left for more."""
    is_short: bool = False
    questions_low: int = 0
    questions_high: int = 0
    """Of the exam that come from covered topics: an estimate."""
    questions: int = 0
    """That count for the score."""
    target_net: float = 0
    """0: none set."""
    first: tuple[TopicLine, ...] = ()
    courses: tuple[CourseLine, ...] = ()
    opened: str = ""
    lines: tuple[TopicLine, ...] = ()
    """Of the opened course."""
    left_out: tuple[TopicLine, ...] = ()
