"""What screens may see: flat, frozen, and nothing more than may be shown.

Services fill them in the learner's language (content) and with codes (everything the catalogs
word). Text named ``*_html`` comes from `domain/markup.py` and is safe to set as HTML. Days are ISO
dates. A locked day carries its number and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ShellView:
    """What stands around every signed-in page."""

    display_name: str = ""
    initials: str = ""
    locale: str = "en"
    xp_total: int = 0
    level: int = 1
    xp_into_level: int = 0
    level_size: int = 100
    streak: int = 0
    longest_streak: int = 0
    is_streak_shown: bool = True
    is_active_today: bool = False
    freezes_held: int = 0
    freeze_used_on: str = ""
    """Day a freeze covered that the learner has not been told of yet."""
    is_operator: bool = False
    unread: int = 0
    """Notifications not read yet."""
    medals: int = 0
    """Earned and not celebrated yet."""
    is_leaving: bool = False
    """The account is about to end: all there is to see is how to keep it."""
    theme: str = ""
    frame: str = ""
    """Looks that are worn and owned, or lent; empty: the usual ones."""


@dataclass(frozen=True)
class TrackCard:
    key: str
    kind: str
    title: str
    tagline: str
    leads_to: str
    icon: str
    topics: int
    item_count: int
    blocks: tuple[str, ...]
    plan_status: str = ""
    """active or paused when the learner has an unfinished plan for it."""
    plan_id: str = ""


@dataclass(frozen=True)
class WeekDot:
    """A day of the week strip."""

    day: str
    kind: str
    """A `DayKind`, or empty."""
    minutes: int
    is_today: bool
    is_future: bool


@dataclass(frozen=True)
class HeatCell:
    day: str
    level: int
    """0-4"""
    minutes: int


@dataclass(frozen=True)
class BlockBar:
    title: str
    icon: str
    color: str
    percent: int
    """Mean mastery of the block's topics."""


@dataclass(frozen=True)
class PlanSummary:
    id: str
    curriculum_key: str
    title: str
    icon: str
    status: str
    phase: str
    week: int
    weeks: int
    days_done: int
    days_total: int
    percent: int


@dataclass(frozen=True)
class ResourceView:
    id: str
    kind: str
    title: str
    url: str
    host: str
    language: str
    minutes: int


@dataclass(frozen=True)
class DayView:
    """A stop of the timeline. Locked: number and status only."""

    number: int
    status: str
    kind: str = "topic"
    task_id: str = ""
    title: str = ""
    minutes: int = 0
    due_day: str = ""
    completed_day: str = ""


@dataclass(frozen=True)
class TaskView:
    """A day, opened."""

    id: str = ""
    week: int = 0
    number: int = 0
    kind: str = "topic"
    status: str = ""
    title: str = ""
    descriptions: tuple[str, ...] = ()
    minutes: int = 0
    reason: str = ""
    """weakest, prerequisite, order, weak_topic or correction"""
    reason_topic: str = ""
    resources: tuple[ResourceView, ...] = ()
    summary_html: str = ""
    is_started: bool = False
    started_at_ms: int = 0
    xp: int = 15


@dataclass(frozen=True)
class TopicBar:
    key: str
    title: str
    correct: int
    total: int
    percent: int
    is_weak: bool


@dataclass(frozen=True)
class DiagnosisView:
    severity: str
    """low, medium or high"""
    score: int
    extra_days: int
    topics: tuple[TopicBar, ...]


@dataclass(frozen=True)
class GateView:
    """A test on the path."""

    kind: str
    status: str
    """locked, ready, running, failed (extra days first) or passed"""
    id: str = ""
    """The week's id, or the plan's for a final or re-test: what starting it names."""
    number: int = 1
    attempt_id: str = ""
    """The running one."""
    last_attempt_id: str = ""
    last_score: int = -1
    item_count: int = 30


@dataclass(frozen=True)
class WeekView:
    number: int
    kind: str
    title: str
    description: str
    icon: str
    color: str
    status: str
    days: tuple[DayView, ...]
    gate: GateView | None
    diagnosis: DiagnosisView | None = None
    is_role_switch_suggested: bool = False
    is_current: bool = False


@dataclass(frozen=True)
class SkippedBlockView:
    title: str
    accuracy: int
    item_count: int


@dataclass(frozen=True)
class RoleFitView:
    key: str
    title: str
    description: str
    icon: str
    fit: int
    """Percent of what the role asks that is proven."""
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    has_track: bool


@dataclass(frozen=True)
class CareerView:
    career: str
    """job_ready, needs_training or not_suitable"""
    readiness: int
    final_score: int
    weekly_mean: int
    adherence: int
    roles: tuple[RoleFitView, ...] = ()


@dataclass(frozen=True)
class TimelineView:
    plan: PlanSummary | None = None
    weeks: tuple[WeekView, ...] = ()
    skipped: tuple[SkippedBlockView, ...] = ()
    final: GateView | None = None
    retest: GateView | None = None
    career: CareerView | None = None
    others: tuple[PlanSummary, ...] = ()
    """Paused plans one can switch to."""


@dataclass(frozen=True)
class OptionView:
    index: int
    """Place on the screen, from 0."""
    html: str
    text: str = ""
    """As plain text, where a list of choices can hold no HTML."""
    is_chosen: bool = False
    is_right: bool = False
    """Only ever set after the test."""
    misconception: str = ""


@dataclass(frozen=True)
class QuestionView:
    position: int = 0
    kind: str = "choice"
    """As `content.questions.Kind`."""
    stem_html: str = ""
    code_html: str = ""
    figure_html: str = ""
    options: tuple[OptionView, ...] = ()
    """Options, lines to be ordered, or the partners of ``lefts``."""
    lefts: tuple[str, ...] = ()
    """HTML of the things to be matched."""
    answer: tuple[int, ...] = ()
    """Places on the screen: chosen, in order, or by left (-1 not chosen yet)."""
    typed: str = ""
    unit: str = ""
    is_answered: bool = False


@dataclass(frozen=True)
class SectionStart:
    """A section of a mock exam, from the item at this position on."""

    title: str
    first: int


@dataclass(frozen=True)
class TestView:
    """A running test: one question at a time."""

    attempt_id: str = ""
    kind: str = ""
    title: str = ""
    number: int = 1
    is_adaptive: bool = False
    count: int = 0
    """Items of the test; of an adaptive one, the most there can be."""
    fewest: int = 0
    answered: tuple[bool, ...] = ()
    """For each item drawn so far."""
    question: QuestionView = field(default_factory=QuestionView)
    sections: tuple[SectionStart, ...] = ()
    """Of a mock exam."""
    first: int = 0
    last: int = 0
    """Positions of the section in sight; of other tests, of all items drawn so far."""
    deadline_ms: int = 0
    seconds_left: int = 0


@dataclass(frozen=True)
class ReviewItem:
    position: int
    topic: str
    stem_html: str
    code_html: str
    figure_html: str
    options: tuple[OptionView, ...]
    explanation_html: str
    answer: tuple[int, ...]
    typed: str
    is_correct: bool
    is_answered: bool


@dataclass(frozen=True)
class WeekReason:
    """A week of the plan an assessment led to."""

    number: int
    title: str
    icon: str
    days: int
    accuracy: int
    """Assessed accuracy of the block, percent; -1 when nothing was asked."""
    topics: tuple[str, ...]
    """Only of the first day: the others are locked."""


@dataclass(frozen=True)
class ResultView:
    attempt_id: str = ""
    kind: str = ""
    title: str = ""
    number: int = 1
    score: int = 0
    correct: int = 0
    total: int = 0
    is_passed: bool = False
    pass_mark: int = 70
    topics: tuple[TopicBar, ...] = ()
    """Weak first."""
    weak: tuple[str, ...] = ()
    speed: float = 1.0
    consistency: float = 1.0
    diagnosis: DiagnosisView | None = None
    is_role_switch_suggested: bool = False
    xp: int = 0
    """Earned by this test."""
    weeks: tuple[WeekReason, ...] = ()
    skipped: tuple[SkippedBlockView, ...] = ()
    career: CareerView | None = None
    next_href: str = "/plan"
    next_step: str = "plan"
    """plan, extra_days, next_week, final, correction, retest or finished; of a study plan
    explanation, lesson, weakest, session, calendar; goal"""
    next_title: str = ""
    """The lesson that the next step leads to."""
    is_judged: bool = True
    """Whether it is passed or failed at all."""
    review: tuple[ReviewItem, ...] = ()
    """All items of a short test in their order; of a long one some, wrong ones first."""
    kept: tuple[str, ...] = ()
    """What arrived in time, by position: the typed answer, or places on the screen with commas."""


@dataclass(frozen=True)
class SettingsView:
    """What a learner may set about themselves."""

    email: str = ""
    asked_email: str = ""
    """The address that replaces it once its owner has confirmed it; empty for none."""
    display_name: str = ""
    timezone: str = "Europe/Istanbul"
    rest_weekdays: tuple[int, ...] = ()
    """Monday is 0."""
    is_streak_shown: bool = True
    birth_year: str = ""
    """Empty: not said."""
    learning_style: str = ""
    """Kind of resources shown first; empty: no preference."""
    today: str = ""
    away_kind: str = ""
    """vacation or illness, now or to come; empty: neither."""
    away_from: str = ""
    away_until: str = ""
    """First day back; empty: until the learner says so."""


@dataclass(frozen=True)
class ItemRow:
    """An item with at least 30 answers, for an operator."""

    key: str
    topic: str
    answers: int
    right: int
    """Percent."""
    authored_difficulty: int
    difficulty: float
    authored_seconds: int
    seconds: int
    flags: tuple[str, ...]
    """Each a `domain.calibration.Flag`."""


@dataclass(frozen=True)
class AdminView:
    """What an operator watches of the content."""

    item_count: int = 0
    judged: int = 0
    """Items with enough answers to be calibrated."""
    flagged: int = 0
    rows: tuple[ItemRow, ...] = ()
