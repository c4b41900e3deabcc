"""Home: how today stands, what comes next, and how the week and the year look.

============  ================================================================================
State         When
============  ================================================================================
assessment    no plan is active and an initial assessment was begun
no_plan       no plan was ever made
paused        plans rest and none is active
finished      every plan is completed
test          the active plan waits for a test
done          today's day is done and the next is for another day
ready         a day is open, due today or from before
============  ================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.streaks import DayKind, week_strip, year_heat
from learnconnect_app.domain.study_days import local_time, week_of
from learnconnect_app.domain.views import (
    BlockBar,
    HeatCell,
    HomeView,
    PlanSummary,
    TodayItem,
    WeekDot,
)
from learnconnect_app.models import Attempt, Curriculum, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.presence import Presence, presence_of
from learnconnect_app.services.summaries import summarised_plans
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.todays import (
    CourseTopics,
    Today,
    courses_of,
    days_of,
    initial_item,
    mean_item_seconds,
)

LOCKED_AHEAD = 3
LONG_AWAY_DAYS = 4
"""From so many days without work on, coming back is what is worth a word."""
STREAK_WORTH_A_WORD = 3


Begun = Sequence[tuple[Attempt, Curriculum]]
"""The learner's running tests, newest first."""


def home_view(session: Session, *, user_id: UUID, now: datetime) -> HomeView:
    """Everything on the home page, in at most 12 queries. Nothing is written."""
    user = get_user(session, user_id)
    presence = presence_of(session, user=user, now=now)
    plans = [each.summary for each in summarised_plans(session, user_id, user.locale)]
    begun = _begun(session, user_id)
    active = next((plan for plan in plans if plan.status == "active"), None)
    view = _with_presence(user, presence, now)
    if active is None:
        view = _without_active_plan(view, plans, begun, user.locale)
    else:
        courses = courses_of(session, active.curriculum_key)
        today = _today(session, active, courses, begun, presence.today, user.locale)
        view = _with_plan(view, today, _initial_items(begun, user.locale))
        view = replace(view, blocks=_blocks(session, user, courses, now))
    paused = tuple(plan for plan in plans if plan.status == "paused")
    return replace(view, paused=paused, encouragement=_encouragement(view, user, presence))


def _with_presence(user: User, presence: Presence, now: datetime) -> HomeView:
    week = set(week_of(presence.today))
    days = [d for d in week if presence.days.get(d) is DayKind.ACTIVE]
    goal = max(1, 7 - len(set(user.rest_weekdays)))
    return HomeView(
        day=presence.today.isoformat(),
        part_of_day=_part_of_day(local_time(now, user.timezone).hour),
        week=_week(presence),
        week_minutes=sum(presence.minutes.get(d, 0) for d in days),
        goal_days=goal,
        goal_done=min(goal, len(days)),
        heat=_heat(presence),
    )


def _without_active_plan(
    view: HomeView, plans: Sequence[PlanSummary], begun: Begun, locale: str
) -> HomeView:
    if initial := _initial_items(begun, locale):
        return _with_next(replace(view, state="assessment", today=initial), initial[0])
    if any(plan.status == "paused" for plan in plans):
        return replace(view, state="paused")
    return replace(view, state="finished", plan=plans[0]) if plans else view


def _today(
    session: Session,
    plan: PlanSummary,
    courses: Sequence[CourseTopics],
    begun: Begun,
    day: date,
    locale: str,
) -> Today:
    return Today(
        plan=plan,
        days=days_of(session, UUID(plan.id)),
        courses=courses,
        running=[attempt for attempt, _ in begun],
        item_seconds=mean_item_seconds(session, plan.curriculum_key),
        day=day,
        locale=locale,
    )


def _with_plan(view: HomeView, today: Today, initial: tuple[TodayItem, ...]) -> HomeView:
    items = today.items()
    startable = [item for item in items if item.is_startable]
    tests = [item for item in startable if item.kind in ("weekly", "final", "retest")]
    view = replace(
        view,
        state="test" if tests else "done" if today.is_ahead else "ready",
        plan=today.plan,
        today=items + initial,
        done=sum(item.is_done for item in items),
        locked_ahead=_locked_ahead(today),
    )
    return _with_next(view, next(iter([*tests, *startable]), None))


def _with_next(view: HomeView, item: TodayItem | None) -> HomeView:
    if item is None:
        return view
    return replace(
        view,
        next_title=item.title,
        next_minutes=item.minutes,
        next_href=item.href,
        running_attempt_id=item.id if item.href.startswith("/test/") else "",
    )


def _begun(session: Session, user_id: UUID) -> Begun:
    return session.exec(
        select(Attempt, Curriculum)
        .join(Curriculum, col(Curriculum.key) == Attempt.curriculum_key)
        .where(Attempt.user_id == user_id, Attempt.status == "running")
        .order_by(col(Attempt.started_at).desc())
    ).all()


def _initial_items(begun: Begun, locale: str) -> tuple[TodayItem, ...]:
    return tuple(
        initial_item(attempt, text_in(curriculum.title, locale), curriculum.icon)
        for attempt, curriculum in begun
        if attempt.kind == "initial"
    )


def _locked_ahead(today: Today) -> tuple[int, ...]:
    """Numbers of the next locked days of this week: all that may be told of them."""
    this_week = [task for week, task in today.days if week.week_number == today.plan.week]
    locked = (task.day_number for task in this_week if task.status == "locked")
    return tuple(locked)[:LOCKED_AHEAD]


def _blocks(
    session: Session, user: User, courses: Sequence[CourseTopics], now: datetime
) -> tuple[BlockBar, ...]:
    keys = [key for each in courses for key in each.topics]
    mastery = mastery_by_topic(session, user_id=user.id, topic_keys=keys, now=now)
    return tuple(
        BlockBar(
            title=text_in(each.course.title, user.locale),
            icon=each.course.icon,
            color=color_at(each.course.position),
            percent=round(100 * sum(mastery[key] for key in each.topics) / len(each.topics)),
        )
        for each in courses
    )


def _week(presence: Presence) -> tuple[WeekDot, ...]:
    return tuple(
        WeekDot(
            day=day.isoformat(),
            kind=kind or "",
            minutes=presence.minutes.get(day, 0),
            is_today=day == presence.today,
            is_future=day > presence.today,
        )
        for day, kind in week_strip(presence.days, presence.today)
    )


def _heat(presence: Presence) -> tuple[tuple[HeatCell, ...], ...]:
    """The days to come are left out. A day with work shows, however short it was."""
    activity = {day: max(1, minutes) for day, minutes in presence.minutes.items()}
    return tuple(
        tuple(
            HeatCell(cell.day.isoformat(), cell.level, presence.minutes.get(cell.day, 0))
            for cell in week
            if cell
        )
        for week in year_heat(activity, presence.today)
    )


def _part_of_day(hour: int) -> str:
    """Morning from 5, day from 12, evening from 18, night from 22, on the learner's clock."""
    names = {5: "morning", 12: "day", 18: "evening", 22: "night"}
    return next((name for start, name in reversed(names.items()) if hour >= start), "night")


def _encouragement(view: HomeView, user: User, presence: Presence) -> str:
    """A code of the catalogs: the state, or what the last days make worth saying before work."""
    if view.state == "no_plan":
        return "start"
    if view.state != "ready" or not presence.minutes:
        return view.state
    if (presence.today - max(presence.minutes)).days >= LONG_AWAY_DAYS:
        return "back"
    is_running = user.is_streak_shown and presence.streak.current >= STREAK_WORTH_A_WORD
    return "streak" if is_running else "ready"
