"""What a visitor sees of a learner's progress: the parts that are shown, and nothing else is read.

The same figures as on the learner's own pages, from the same services; one sentence comes first,
made of what is shown alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select as sql_select
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col

from learnconnect_app.domain.mentor_views import (
    SharedCourse,
    SharedDay,
    SharedGoal,
    SharedItem,
    SharedMinutes,
    SharedNote,
    SharedPlan,
    SharedProgress,
    SharedStreak,
    SharedTopic,
)
from learnconnect_app.domain.mentors import LOOKED_BACK, PARTS, Grant
from learnconnect_app.domain.progress import headline
from learnconnect_app.domain.progress_views import Told
from learnconnect_app.domain.study_days import ONE_DAY, local_time, study_day, week_of
from learnconnect_app.locales import message
from learnconnect_app.models import StudyPlan, StudySession, Topic, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.presence import Presence, presence_of
from learnconnect_app.services.progress_standings import Standings, standings_of
from learnconnect_app.services.progress_topics import (
    course_rows,
    topic_row,
    topics_with_courses,
)
from learnconnect_app.services.study_todays import ENDED, OPEN
from learnconnect_app.services.texts import text_in

MOST_NOTES = 20
MOST_OF_A_DAY = 12
PERIOD = timedelta(days=LOOKED_BACK - 1)


def own_grant_of(session: Session, *, user_id: UUID, now: datetime) -> Grant:
    """What a learner's own report shows: everything but their notes."""
    return Grant(get_user(session, user_id).id, tuple(p for p in PARTS if p != "notes"))


def shared_progress(
    session: Session, *, grant: Grant, locale: str = "", now: datetime
) -> SharedProgress:
    """In at most ten queries; nothing is written. Names of content come in ``locale``, the
    visitor's language; without one in the learner's."""
    user = get_user(session, grant.learner_id)
    if locale:  # for this reading alone: what is set so is never saved
        set_committed_value(user, "locale", locale)
    today = study_day(now, user.timezone)
    has_streak = grant.has("streak") and user.is_streak_shown
    standings = presence = None
    if grant.has("plan", "mastery"):
        standings = standings_of(session, user_id=user.id, now=now)
    if grant.has("minutes") or has_streak:
        presence = presence_of(session, user=user, now=now)
    plan = _plan(session, standings) if standings and grant.has("plan") else None
    minutes = _minutes(presence, today) if presence and grant.has("minutes") else None
    mastery = _mastery(standings) if standings and grant.has("mastery") else None
    streak = _streak(presence, today) if presence and has_streak else None
    return SharedProgress(
        name=user.display_name,
        since=(today - PERIOD).isoformat(),
        day=today.isoformat(),
        sentence=_sentence(user, standings if mastery is not None else None, minutes, streak, plan),
        until=_until(grant, user),
        plan=plan,
        minutes=minutes,
        mastery=mastery,
        streak=streak,
        notes=_notes(session, user, today) if grant.has("notes") else None,
    )


def _until(grant: Grant, user: User) -> str:
    return local_time(grant.until, user.timezone).date().isoformat() if grant.until else ""


def _sentence(
    user: User,
    standings: Standings | None,
    minutes: SharedMinutes | None,
    streak: SharedStreak | None,
    plan: SharedPlan | None,
) -> Told:
    """Words of ``shared.sentence``, of the first part that has something to tell."""
    name: dict[str, str | int | float] = {"name": user.display_name}
    if standings and _has_begun(standings):
        told = headline(standings.exam, standings.skill, early=False)
        return Told(told.code, told.params | name)
    if minutes and minutes.total:
        hours, rest = divmod(minutes.total, 60)
        return Told("minutes", name | {"hours": hours, "minutes": rest, "n": minutes.active})
    if streak and streak.current:
        return Told("streak", name | {"n": streak.current})
    if plan and plan.goals:
        return Told("plan", name | {"plan": plan.goals[0].title})
    is_new = standings is not None and not (streak and streak.longest)
    return Told("calm" if is_new else "shown", name)


def _has_begun(standings: Standings) -> bool:
    return any(topic.is_begun for plan in standings.plans for topic in plan.topics)


def _plan(session: Session, standings: Standings) -> SharedPlan:
    return SharedPlan(tuple(_goals(standings)), _week(session, standings))


def _goals(standings: Standings) -> Iterator[SharedGoal]:
    planned = standings.planned
    if planned is not None:
        day = planned.plan.exam_day
        is_ahead = day is not None and day >= standings.today
        yield SharedGoal(
            text_in(planned.curriculum.title, standings.user.locale),
            exam_day=day.isoformat() if day and is_ahead else "",
            days_left=(day - standings.today).days if day and is_ahead else 0,
        )
    days = standings.active_days
    if days:
        yield SharedGoal(
            text_in(days[0].curriculum_title, standings.user.locale),
            done=sum(day.status == "completed" for day in days),
            total=len(days),
        )


def _week(session: Session, standings: Standings) -> tuple[SharedDay, ...]:
    """Sessions of the study plan, days done of the skill plan, and its open one today."""
    week = week_of(standings.today)
    found: defaultdict[date, list[SharedItem]] = defaultdict(list)
    for day, each in _tasks(standings):
        found[day].append(each)
    for day, each in _sessions(session, standings, week):
        found[day].append(each)
    return tuple(SharedDay(day.isoformat(), tuple(found[day][:MOST_OF_A_DAY])) for day in week)


def _tasks(standings: Standings) -> Iterator[tuple[date, SharedItem]]:
    """Of a locked day nothing is told."""
    titles = {topic.key: topic.title for topic in standings.skill.topics} if standings.skill else {}
    for day in standings.active_days:
        if day.status == "locked":
            continue
        title = " · ".join(filter(None, (titles.get(key, "") for key in day.topics)))
        yield day.done or standings.today, SharedItem(title, day.minutes, bool(day.done))


def _sessions(
    session: Session, standings: Standings, week: Sequence[date]
) -> Iterator[tuple[date, SharedItem]]:
    """What the learner planned beside the plan stays theirs. One query."""
    rows = session.execute(
        sql_select(StudySession, Topic.title)  # type: ignore[call-overload]
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .where(
            col(StudySession.user_id) == standings.user.id,
            col(StudyPlan.status) == "active",
            col(StudySession.kind) != "own",
            col(StudySession.status).in_((*OPEN, *ENDED, "missed")),
            col(StudySession.day).between(week[0], week[-1]),
        )
        .order_by(col(StudySession.day), col(StudySession.position), col(StudySession.id))
    )
    for row, title in rows:
        locale, is_test = standings.user.locale, row.kind == "practice_test"
        shown = _named(row, title, locale) or (message(locale, "shared.test") if is_test else "")
        yield row.day, SharedItem(shown, row.minutes, row.status in ENDED, is_test)


def _named(row: StudySession, title: Mapping[str, str] | None, locale: str) -> str:
    """By its topic; a session without one, by the name it was given."""
    return text_in(title, locale) if title else row.title


def _days(today: date) -> list[date]:
    return [today - PERIOD + number * ONE_DAY for number in range(LOOKED_BACK)]


def _minutes(presence: Presence, today: date) -> SharedMinutes:
    days = [(day.isoformat(), presence.minutes.get(day, 0)) for day in _days(today)]
    return SharedMinutes(
        tuple(days),
        total=sum(minutes for _, minutes in days),
        active=sum(day in presence.minutes for day in _days(today)),
    )


def _streak(presence: Presence, today: date) -> SharedStreak:
    found = presence.streak
    days = [(day.isoformat(), str(presence.days.get(day, ""))) for day in _days(today)]
    return SharedStreak(found.current, found.longest, tuple(days))


def _mastery(standings: Standings) -> tuple[SharedCourse, ...]:
    """Courses as on the learner's own page; topics that may be named, weak first."""
    by_course: defaultdict[str, list[SharedTopic]] = defaultdict(list)
    for course, topic in topics_with_courses(standings):
        row = topic_row(topic)
        by_course[course.key].append(SharedTopic(row.title, row.percent, row.word))
    return tuple(
        SharedCourse(
            title=row.title,
            icon=row.icon,
            color=row.color,
            percent=row.percent,
            mastered=row.mastered,
            total=row.topics,
            topics=tuple(sorted(by_course[row.key], key=lambda topic: topic.percent)),
        )
        for row in course_rows(standings)
    )


def _notes(session: Session, user: User, today: date) -> tuple[SharedNote, ...]:
    """Of finished and open sessions of the plan in the period, the newest first. One query."""
    rows = session.execute(
        sql_select(StudySession, Topic.title)  # type: ignore[call-overload]
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .where(
            col(StudySession.user_id) == user.id,
            col(StudySession.notes) != "",
            col(StudySession.kind) != "own",
            col(StudySession.day).between(today - PERIOD, today),
        )
        .order_by(col(StudySession.day).desc(), col(StudySession.position).desc())
        .limit(MOST_NOTES)
    )
    return tuple(
        SharedNote(row.day.isoformat(), _named(row, title, user.locale), row.notes)
        for row, title in rows
    )
