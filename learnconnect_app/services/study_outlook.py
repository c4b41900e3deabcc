"""Whether the time to the exam suffices, and what would change it, one click to take over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.cushions import (
    LATER_DAYS,
    MORE_MINUTES,
    Change,
    WhatIf,
    cushions,
    lessons_to_drop,
    what_if,
)
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.outlook_views import CushionView, CushionWeek, WhatIfView
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_limits import MOST_MINUTES
from learnconnect_app.domain.study_planning import plan as best_plan
from learnconnect_app.domain.study_planning import plan_again
from learnconnect_app.domain.study_problems import Plan, Price, Problem, Without
from learnconnect_app.models import PlanChange, StudyPlan
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.study_problems import problem_of


class Outlook(NamedTuple):
    """The active plan as it stands, made once more without writing."""

    plan: StudyPlan
    today: date
    problem: Problem
    made: Plan


def cushion_of(outlook: Outlook) -> CushionView:
    """Minutes there are and minutes needed, by week from today."""
    weeks = [
        CushionWeek(
            (outlook.today + timedelta(week.first)).isoformat(),
            week.available,
            week.needed,
            week.over,
        )
        for week in cushions(outlook.problem, outlook.made)
    ]
    return CushionView(
        weeks=tuple(weeks),
        available=sum(week.available for week in weeks),
        needed=sum(week.needed for week in weeks),
        over=weeks[-1].over if weeks else 0,
        days=outlook.problem.exam_day,
        left_out=sum(each.why is not Without.NO_GAIN for each in outlook.made.left_out),
    )


def what_if_view(
    session: Session, *, user_id: UUID, now: datetime, changes: Sequence[str] = tuple(Change)
) -> tuple[WhatIfView, ...]:
    """What these changes would bring, the most points first; those that change nothing are left.

    ``DomainError("bad_request")`` for a change that is none.
    """
    asked = [_checked(change) for change in changes]
    outlook = outlook_of(session, user_id=user_id, now=now)
    if outlook is None:
        return ()
    views = [
        WhatIfView(
            change=each.change.value,
            number=each.number,
            points=_more_points(each, outlook.made),
            over=each.over,
            missing=max(0, -each.over),
        )
        for each in what_if(outlook.problem, outlook.made, asked)
    ]
    return tuple(sorted(views, key=lambda view: -view.points))


def _checked(change: str) -> Change:
    if change not in tuple(Change):
        raise DomainError("bad_request")
    return Change(change)


def _more_points(each: WhatIf, made: Plan) -> float:
    """More time never brings less, whatever a short search finds."""
    more = round(each.expected_points - made.expected_points, 1)
    return more if each.change is Change.FEWER_LESSONS else max(0.0, more)


def apply_what_if(
    session: Session, *, user_id: UUID, change: str, now: datetime
) -> PlanChange | None:
    """Take one of the changes over; it can be undone. ``DomainError("bad_request")`` for others."""
    chosen = _checked(change)
    locked_user(session, user_id)  # or another tab's edit could be lost
    outlook = outlook_of(session, user_id=user_id, now=now)
    if outlook is None:
        raise NotFound
    goal = _goal(chosen, outlook)
    return change_goal(session, user_id=user_id, plan_id=outlook.plan.id, now=now, **goal)


def outlook_of(session: Session, *, user_id: UUID, now: datetime) -> Outlook | None:
    """None without an active plan, and from the day of its exam on."""
    plan = active_study_plan(session, user_id)
    user = get_user(session, user_id)
    today = study_day(now, user.timezone)
    if plan is None or plan.exam_day is None or plan.exam_day <= today:
        return None
    problem = problem_of(session, plan, user, today)
    made = plan_again(problem, Price(**plan.price)) if plan.price else best_plan(problem)
    return Outlook(plan, today, problem, made)


def _goal(change: Change, outlook: Outlook) -> dict[str, Any]:
    """The plan's settings that make the change real, as `domain.cushions.what_if` counted it."""
    plan = outlook.plan
    match change:
        case Change.MORE_MINUTES:
            return {"weekday_minutes": _more_minutes(plan)}
        case Change.REST_DAY_LESS:
            return _rest_day_less(plan, outlook.today)
        case Change.LATER:
            assert plan.exam_day
            return {"exam_day": plan.exam_day + timedelta(LATER_DAYS)}
        case Change.FEWER_LESSONS:
            dropped = lessons_to_drop(outlook.problem, outlook.made)
            return {"excluded_topics": {*plan.excluded_topics, *dropped}}


def _more_minutes(plan: StudyPlan) -> list[int]:
    return [
        min(MOST_MINUTES, minutes + MORE_MINUTES)
        if minutes and weekday not in plan.rest_weekdays
        else minutes
        for weekday, minutes in enumerate(plan.weekday_minutes)
    ]


def _rest_day_less(plan: StudyPlan, today: date) -> dict[str, Any]:
    """The next rest day is studied from now on, like a middle day."""
    coming = [(today + timedelta(number)).weekday() for number in range(7)]
    rest = next((weekday for weekday in coming if weekday in plan.rest_weekdays), None)
    if rest is None:
        return {}
    studied = [
        minutes
        for weekday, minutes in enumerate(plan.weekday_minutes)
        if minutes and weekday not in plan.rest_weekdays
    ]
    minutes = list(plan.weekday_minutes)
    minutes[rest] = round(median(studied))
    return {"weekday_minutes": minutes, "rest_weekdays": {*plan.rest_weekdays} - {rest}}
