"""The calendar of a learner's study plan: a month, a week or a day of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from learnconnect_app.domain.calendar_views import CalendarSession, CalendarView
from learnconnect_app.domain.study_days import ONE_DAY, study_day, week_of
from learnconnect_app.models import (
    Course,
    Curriculum,
    Lesson,
    StudyPlan,
    StudySession,
    Topic,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.calendar_days import DayMaker, SessionRow, busy_time_view
from learnconnect_app.services.study_rooms import Rooms, rooms_of
from learnconnect_app.services.texts import text_in

SHOWN_FIRST = ("active", "paused", "draft", "completed")
STATES = {"completed": "finished"}
LONGEST_AHEAD = timedelta(800)
"""How far from today the calendar can be turned."""


def calendar_view(
    session: Session, *, user_id: UUID, mode: str, day: date | None, now: datetime
) -> CalendarView:
    """A month, week or day around ``day`` (none: today), in at most 9 queries. Writes nothing."""
    user = get_user(session, user_id)
    today = study_day(now, user.timezone)
    found = _plan_of(session, user_id)
    if found is None:
        return CalendarView(today=today.isoformat())
    plan, curriculum = found
    view = CalendarView(
        state=STATES.get(plan.status, plan.status),
        plan_id=str(plan.id),
        title=text_in(curriculum.title, user.locale),
        exam_day=_iso(plan.exam_day),
        days_left=max(0, (plan.exam_day - today).days) if plan.exam_day else 0,
        today=today.isoformat(),
        needs_settling=plan.status == "active"
        and (plan.planned_day is None or (plan.settled_day or today) < today),
    )
    if plan.status in ("draft", "completed"):
        return view
    day = min(max(day or today, today - LONGEST_AHEAD), today + LONGEST_AHEAD)
    return _with_days(session, user, plan, today, replace(view, mode=mode, day=day.isoformat()))


def _plan_of(session: Session, user_id: UUID) -> tuple[StudyPlan, Curriculum] | None:
    """The plan to show: the active one, else the paused, the draft, the newest finished."""
    rows = session.exec(
        select(StudyPlan, Curriculum)
        .join(Curriculum, col(Curriculum.key) == StudyPlan.curriculum_key)
        .where(StudyPlan.user_id == user_id, col(StudyPlan.status).in_(SHOWN_FIRST))
        .order_by(col(StudyPlan.created_at).desc(), col(StudyPlan.id))
    ).all()
    return min(rows, key=lambda row: SHOWN_FIRST.index(row[0].status), default=None)


def _with_days(
    session: Session, user: User, plan: StudyPlan, today: date, view: CalendarView
) -> CalendarView:
    day = date.fromisoformat(view.day)
    shown = shown_range(view.mode, day)
    rooms = rooms_of(session, plan, user, today)
    rows = _rows(session, plan, shown, today)
    titles = _topic_titles(session, rows, rooms, user.locale)
    maker = DayMaker(rooms, titles, user.locale)
    sessions = [maker.session(row) for row in rows]
    by_day: defaultdict[str, list[CalendarSession]] = defaultdict(list)
    for each in sessions:
        by_day[each.day].append(each)
    month = day.month if view.mode == "month" else 0
    days = (shown[0] + number * ONE_DAY for number in range((shown[1] - shown[0]).days))
    return replace(
        view,
        absence=rooms.absence_on(today),
        previous=_iso(turned(view.mode, day, -1)),
        next=_iso(turned(view.mode, day, 1)),
        days=tuple(
            maker.day(each, by_day[each.isoformat()], is_shown=month in (0, each.month))
            for each in days
        ),
        up_next=_up_next(sessions, view.today),
        busy_times=tuple(map(busy_time_view, rooms.busy_times)),
    )


def shown_range(mode: str, day: date) -> tuple[date, date]:
    """First day, and first day after: a day, its week, or the whole weeks of its month."""
    if mode == "day":
        return day, day + ONE_DAY
    if mode == "month":
        first = week_of(day.replace(day=1))[0]
        return first, week_of(turned("month", day, 1) - ONE_DAY)[-1] + ONE_DAY
    return week_of(day)[0], week_of(day)[-1] + ONE_DAY


def turned(mode: str, day: date, pages: int) -> date:
    """A day of the next page (1) or of the one before (-1); of a month its first."""
    if mode == "month":
        months = day.year * 12 + day.month - 1 + pages
        return date(months // 12, months % 12 + 1, 1)
    return day + pages * (ONE_DAY if mode == "day" else 7 * ONE_DAY)


def _rows(
    session: Session, plan: StudyPlan, shown: tuple[date, date], today: date
) -> list[SessionRow]:
    """Sessions of the range and, beside it, the few that may come next."""
    following = (
        select(StudySession.id)
        .where(
            StudySession.plan_id == plan.id,
            col(StudySession.day) >= today,
            col(StudySession.status).in_(("planned", "paused", "running")),
        )
        .order_by(col(StudySession.day), col(StudySession.position))
        .limit(8)
    )
    is_shown = and_(col(StudySession.day) >= shown[0], col(StudySession.day) < shown[1])
    rows = session.exec(
        select(StudySession, Topic.title, Course, Lesson.id)
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .outerjoin(Course, col(Course.key) == StudySession.course_key)
        .outerjoin(
            Lesson,
            and_(
                col(Lesson.course_key) == StudySession.course_key,
                col(Lesson.topic_key) == StudySession.topic_key,
            ),
        )
        .where(
            StudySession.plan_id == plan.id,
            or_(is_shown, col(StudySession.id).in_(following)),
        )
        .order_by(col(StudySession.day), col(StudySession.position), col(StudySession.id))
    )
    return [SessionRow(*row) for row in rows]


def _topic_titles(
    session: Session, rows: Iterable[SessionRow], rooms: Rooms, locale: str
) -> dict[str, str]:
    """Of topics that reasons and the skill plan's tasks name."""
    keys = {row.session.reason.get("topic") for row in rows}
    keys |= {task.topics[0] for task in rooms.tasks.values() if task.topics}
    found = session.exec(
        select(Topic.key, Topic.title).where(col(Topic.key).in_(keys - {None, ""}))
    )
    return {key: text_in(title, locale) for key, title in found}


def _up_next(sessions: Sequence[CalendarSession], today: str) -> CalendarSession:
    """What runs, else what was begun, else what is planned first, from today on."""
    waiting = [each for each in sessions if each.day >= today and each.kind != "own"]
    order = ("running", "paused", "planned")
    return min(
        (each for each in waiting if each.status in order),
        key=lambda each: order.index(each.status),
        default=CalendarSession(),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
