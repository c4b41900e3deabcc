"""What Home and `/api/v1/today` may show: flat, frozen, and nothing of a day that is locked."""

from __future__ import annotations

from dataclasses import dataclass, field

from learnconnect_app.domain.achievement_views import ChallengeView
from learnconnect_app.domain.goal_rings import GoalRings
from learnconnect_app.domain.recommendations import RecommendationView
from learnconnect_app.domain.views import BlockBar, HeatCell, PlanSummary, WeekDot
from learnconnect_app.domain.wellbeing_views import LineView

NO_TIME = -1


@dataclass(frozen=True)
class TodayItem:
    """Something to be done today, of either plan."""

    id: str
    kind: str
    """Of the skill plan: task, extra, correction, weekly, final, retest or initial; a session of
    the study plan: new, review, deepen, practice_test or own."""
    title: str
    detail: str
    minutes: int
    icon: str
    color: str
    is_done: bool
    is_startable: bool
    href: str
    is_ahead: bool = False
    """Open already, and due another day: not part of today."""
    status: str = ""
    """Of a session: planned, running, paused, done or partly."""
    percent: int = 0
    """How much of a session was done."""
    start_minute: int = NO_TIME
    """Minutes after midnight; after 24:00 for the small hours that belong to the day."""
    start: str = ""
    """The same as hours and minutes."""
    part: int = 1
    parts: int = 1
    seconds: int = 0
    """On the clock of a session, now."""


@dataclass(frozen=True)
class StudyPlanCard:
    """A study plan that is active, paused, still a draft, or whose exam just was."""

    id: str
    status: str
    title: str
    icon: str
    exam_day: str = ""
    days_left: int = 0
    """To the exam; below 0 when it is over."""


@dataclass(frozen=True)
class HomeView:
    day: str = ""
    part_of_day: str = "morning"
    """morning, day, evening or night"""
    state: str = "no_plan"
    """As `domain.day_states.State`."""
    plan: PlanSummary | None = None
    """The skill plan."""
    study: StudyPlanCard | None = None
    """The active study plan, or the one whose exam was in the last days."""
    draft: StudyPlanCard | None = None
    """A goal that was begun."""
    resting: StudyPlanCard | None = None
    """A study plan that is paused."""
    paused: tuple[PlanSummary, ...] = ()
    today: tuple[TodayItem, ...] = ()
    done: int = 0
    total: int = 0
    """Things of today; what is open ahead of its day is not among them."""
    next: TodayItem | None = None
    running_attempt_id: str = ""
    minutes_left: int = 0
    """To today's goal of the study plan."""
    is_away: bool = False
    back_on: str = ""
    """First day after a vacation or an illness; empty when it is open."""
    week: tuple[WeekDot, ...] = ()
    week_minutes: int = 0
    has_new_report: bool = False
    start_left: int = 0
    """Steps of the guided start that wait; 0 when it is over or put away."""
    rings: GoalRings = field(default_factory=GoalRings)
    challenge: ChallengeView = field(default_factory=ChallengeView)
    goal_days: int = 7
    goal_done: int = 0
    is_goal_told: bool = False
    """Whether what is left of the week's goal may be said: with a plan, and while there are days
    enough to reach it."""
    heat: tuple[tuple[HeatCell, ...], ...] = ()
    blocks: tuple[BlockBar, ...] = ()
    """Of the skill plan."""
    courses: tuple[BlockBar, ...] = ()
    """Of the exam, those that count most."""
    suggestions: tuple[RecommendationView, ...] = ()
    locked_ahead: tuple[int, ...] = ()
    """Numbers of the next locked days of the skill plan."""
    encouragement: str = "start"
    line: LineView = field(default_factory=LineView)
    """Of the day: it fits the mood that was said last, and how things stand."""
    is_low: bool = False
    """Whether they felt low lately: what is said is care, and help is near."""
    is_install_fitting: bool = False
    """Whether this is a moment to say that the app can be on the home screen."""
    is_behind: bool = False
    """Days of the study plan have passed that are not settled yet."""
