"""Days past as the planned reminders ask about them: missed, frozen, and the week so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sqlmodel import Session, col, func, or_, select

from learnconnect_app.domain.reminded_days import Week
from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.study_days import ONE_DAY, week_of
from learnconnect_app.models import (
    DailyTask,
    PersonalizedPlan,
    StudyPlan,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.presence import Presence

LOOKS_BACK_DAYS = 60


def idle_days(session: Session, user: User, presence: Presence) -> int:
    """Days in a row up to yesterday on which something was planned and nothing was done. The day
    on which a plan began does not count: it may have been late. Two queries, and none for whoever
    worked yesterday."""
    empty = list(_days_without_work(presence))
    if not empty:
        return 0
    has_session = _days_with_sessions(session, user, presence.today)
    is_asked = _skill_plan(session, user, presence.today)
    return sum(day in has_session or is_asked(day) for day in empty)


def _days_without_work(presence: Presence) -> Iterator[date]:
    """Up to the last one with work, latest first, less those on which nothing is expected."""
    for n in range(1, LOOKS_BACK_DAYS):
        day = presence.today - n * ONE_DAY
        if presence.days.get(day) is DayKind.ACTIVE:
            return
        is_new = presence.planned.is_paused(day - ONE_DAY)
        if not is_new and not _is_free(presence, day):
            yield day


def _days_with_sessions(session: Session, user: User, today: date) -> set[date]:
    """On which the study plan has, or had, something that was not done before."""
    done_day = col(StudySession.done_day)
    found = (
        select(col(StudySession.day))
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(
            StudySession.user_id == user.id,
            StudyPlan.status == "active",
            StudySession.kind != "own",
            col(StudySession.day).between(today - LOOKS_BACK_DAYS * ONE_DAY, today - ONE_DAY),
            or_(done_day.is_(None), done_day >= col(StudySession.day)),
        )
    )
    return set(session.exec(found.distinct()))


def _skill_plan(session: Session, user: User, today: date) -> Callable[[date], bool]:
    """Whether the skill plan asked for something on a day without work: for the day that was open
    from when it was due on, or else for a test, which nothing but work unlocks."""
    is_open = (col(DailyTask.weekly_plan_id) == WeeklyPlan.id) & or_(
        DailyTask.status == "unlocked", DailyTask.completed_day == today
    )
    dues = session.exec(
        select(func.min(DailyTask.due_day))
        .select_from(PersonalizedPlan)
        .join(WeeklyPlan, col(WeeklyPlan.plan_id) == PersonalizedPlan.id)
        .outerjoin(DailyTask, is_open)
        .where(PersonalizedPlan.user_id == user.id, PersonalizedPlan.status == "active")
        .group_by(col(PersonalizedPlan.id))
    ).all()

    def is_asked(day: date) -> bool:
        if not dues or (dues[0] and day < dues[0]):
            return False
        return dues[0] == day or day.weekday() not in user.rest_weekdays

    return is_asked


def is_frozen(presence: Presence) -> bool:
    """Whether a freeze covered the last day before today that was not free."""
    before = (presence.today - n * ONE_DAY for n in range(1, LOOKS_BACK_DAYS))
    last = next((day for day in before if not _is_free(presence, day)), None)
    return last is not None and presence.days.get(last) is DayKind.FROZEN


def week_so_far(presence: Presence, day: date) -> Week:
    days = week_of(day)
    active = [each for each in days if presence.days.get(each) is DayKind.ACTIVE]
    expected = [each for each in days if not _is_free(presence, each)]
    return Week(
        first=days[0],
        minutes=sum(presence.minutes.get(each, 0) for each in active),
        days=len(active),
        planned=max(len(expected), len(active)),
        passed=sum(each < presence.today for each in expected),
    )


def _is_free(presence: Presence, day: date) -> bool:
    planned = presence.planned
    return planned.is_rest(day) or planned.is_away(day) or planned.is_paused(day)
