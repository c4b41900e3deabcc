"""Keeps where a learner stands in each topic, as the planner believes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.study_beliefs import after_answers, after_session
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_problems import Kind, Reason, Why
from learnconnect_app.domain.study_problems import Session as Studied
from learnconnect_app.models import LessonProgress, StudyPlan, StudySession, User
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_adaptation import adapt
from learnconnect_app.services.study_places import Known, known_today
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.upserts import upsert_all


def note_studied(
    session: Session, *, user: User, study_session: StudySession, minutes: int, now: datetime
) -> None:
    """A session was done, or partly done: ``minutes`` of those it was planned for.

    They are minutes of the plan and not of the clock: who is quick has learned the whole of it.
    """
    if study_session.topic_key is None or study_session.kind == "own" or minutes <= 0:
        return
    plan = session.get_one(StudyPlan, study_session.plan_id)
    today = study_day(now, user.timezone)
    topic = study_session.topic_key
    known = known_today(session, plan, user, [topic], today).get(topic)
    if known is None:
        return
    after = after_session(
        known.lesson,
        Studied(
            0,
            topic,
            Kind(study_session.kind),
            minutes,
            Reason(Why.PINNED),
            aimed_minutes=study_session.aimed_minutes,
        ),
        multiplier=plan.multipliers.get(known.lesson.subject, 1.0),
        recalled=study_session.recall,
    )
    is_studied = after.days_since == 1  # seen from tomorrow morning
    _keep(session, user.id, [Known(after, today if is_studied else known.studied_day)], today, now)


def note_answers(
    session: Session, *, user_id: UUID, counts: Mapping[str, tuple[int, int]], now: datetime
) -> None:
    """Items of topics were answered: (right, total) by topic key, unanswered ones left out.

    The plan adapts when a course crosses a limit by them, or a topic proves forgotten. Without an
    active study plan there is nothing to note.
    """
    plan = active_study_plan(session, user_id)
    if plan is None or not counts:
        return
    user = locked_user(session, user_id)
    today = study_day(now, user.timezone)
    known = known_today(session, plan, user, counts, today)
    after = [
        each._replace(lesson=after_answers(each.lesson, *counts[key]))
        for key, each in known.items()
    ]
    _keep(session, user_id, after, today, now)
    forgotten = {
        each.lesson.key
        for each in after
        if known[each.lesson.key].lesson.learned_depth and not each.lesson.learned_depth
    }
    adapt(session, plan, user, now, forgotten=forgotten)


def note_missed(
    session: Session,
    *,
    plan: StudyPlan,
    user: User,
    topics: Collection[str],
    until: date,
    now: datetime,
) -> None:
    """These topics are not planned before the day ``until``."""
    today = study_day(now, user.timezone)
    wait = (until - today).days
    missed = [
        each._replace(lesson=replace(each.lesson, not_before=max(wait, each.lesson.not_before)))
        for each in known_today(session, plan, user, topics, today).values()
    ]
    _keep(session, user.id, missed, today, now)


def _keep(
    session: Session, user_id: UUID, known: Collection[Known], today: date, now: datetime
) -> None:
    rows = [
        LessonProgress(
            user_id=user_id,
            topic_key=lesson.key,
            mastery=lesson.mastery,
            stability=lesson.stability,
            difficulty=lesson.difficulty,
            studied_day=studied_day,
            learned_depth=lesson.learned_depth,
            deepened=lesson.deepened,
            done_minutes=lesson.done_minutes,
            aimed_minutes=lesson.aimed_minutes,
            not_before=today + timedelta(lesson.not_before) if lesson.not_before else None,
            updated_at=now,
        )
        for lesson, studied_day in known
    ]
    upsert_all(session, rows, by=["user_id", "topic_key"])
