"""The goal wizard: each step is kept in the learner's draft as it is left.

A change of what the suggestion follows from empties ``planned_day``: then it is worked out anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.exams import course_weights
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_goals import (
    LEVELS,
    STYLES,
    Step,
    checked_choice,
    checked_exam_day,
    checked_minutes,
    checked_ratings,
    checked_target,
    hours_of,
    questions_that_count,
)
from learnconnect_app.models import Course, Curriculum, Lesson, LessonProgress, StudyPlan, User
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_plans import draft_of
from learnconnect_app.services.upserts import insert_once


@dataclass(frozen=True, slots=True)
class Target:
    """As it was typed; ``kind`` empty for none."""

    kind: str = ""
    value: str = ""
    name: str = ""


def choose_exam(
    session: Session, *, user_id: UUID, curriculum_key: str, score_key: str = "", now: datetime
) -> None:
    """Begin a draft for an exam, or change the exam of the draft; the step is done with a score.

    ``NotFound`` for what is no exam; ``DomainError("choose_one")`` for a score it does not have.
    """
    locked_user(session, user_id)
    curriculum = session.get(Curriculum, curriculum_key)
    exam = exam_of(curriculum)
    if curriculum is None or curriculum.is_retired:
        raise NotFound
    if score_key:
        checked_choice(score_key, exam.scores, "score")
    plan = draft_of(session, user_id) or _new_draft(session, user_id, curriculum_key, now)
    if plan.curriculum_key != curriculum_key:
        _forget_exam(plan)
    plan.curriculum_key, plan.score_key = curriculum_key, score_key or plan.score_key
    if score_key:
        counting = course_weights(exam, score_key)
        plan.focus_courses = [course for course in plan.focus_courses if course in counting]
    _leave(session, plan, Step.TARGET if score_key else Step.EXAM)


def save_target(
    session: Session, *, user_id: UUID, target: Target, exam_day: str, now: datetime
) -> None:
    """Keep what is aimed at, and when. ``DomainError`` as ``checked_target`` and
    ``checked_exam_day``."""
    user, plan = _draft(session, user_id)
    exam = exam_of(session.get(Curriculum, plan.curriculum_key))
    most = questions_that_count(exam, plan.score_key)
    plan.target, plan.exam_day = (
        checked_target(target.kind, target.value, target.name, most),
        checked_exam_day(exam_day, study_day(now, user.timezone)),
    )
    _leave(session, plan, Step.TIME)


def save_time(
    session: Session,
    *,
    user_id: UUID,
    minutes: Sequence[str],
    rest_weekdays: Collection[int],
    parts_of_day: Collection[str],
    now: datetime,
) -> None:
    """Keep the minutes of each weekday, the rest days and the preferred hours.

    ``DomainError`` as ``checked_minutes``.
    """
    _, plan = _draft(session, user_id)
    plan.weekday_minutes = checked_minutes(minutes, rest_weekdays)
    plan.rest_weekdays = sorted(set(rest_weekdays))
    plan.preferred_hours = hours_of(parts_of_day)
    _leave(session, plan, Step.LEARNER)


def save_learner(
    session: Session,
    *,
    user_id: UUID,
    level: str,
    style: str,
    focus_courses: Collection[str],
    now: datetime,
) -> None:
    """Keep level, style and focus. ``DomainError("choose_one")`` with the field."""
    _, plan = _draft(session, user_id)
    plan.level = checked_choice(level, LEVELS, "level")
    plan.style = checked_choice(style, STYLES, "style")
    plan.focus_courses = [each for each in _counting(session, plan) if each in focus_courses]
    _leave(session, plan, Step.ASSESSMENT)


def save_ratings(
    session: Session, *, user_id: UUID, ratings: Mapping[str, str], now: datetime
) -> None:
    """Keep how the learner rates each subject, in place of what was only measured.

    ``DomainError("rating_missing")``.
    """
    _, plan = _draft(session, user_id)
    courses = _counting(session, plan)
    plan.ratings = checked_ratings(ratings, courses)
    _forget_measured(session, user_id, courses)
    _leave(session, plan, Step.SUGGESTION)


def skip_assessment(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Go on with what the level lets expect, or with what was measured before."""
    _, plan = _draft(session, user_id)
    plan.ratings = {}
    _leave(session, plan, Step.SUGGESTION)


def go_to_step(session: Session, *, user_id: UUID, step: Step, now: datetime) -> None:
    """Remember where the wizard is; nothing else changes."""
    _, plan = _draft(session, user_id)
    plan.step = step
    session.flush()


def discard_draft(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Throw the draft away; nothing when there is none."""
    locked_user(session, user_id)
    session.exec(
        delete(StudyPlan).where(col(StudyPlan.user_id) == user_id, col(StudyPlan.status) == "draft")
    )


def own_draft(session: Session, user_id: UUID) -> StudyPlan:
    """``DomainError("goal_no_draft")`` when it is gone, as after another tab's activation."""
    plan = draft_of(session, user_id)
    if plan is None:
        raise DomainError("goal_no_draft")
    return plan


def _draft(session: Session, user_id: UUID) -> tuple[User, StudyPlan]:
    user = locked_user(session, user_id)
    return user, own_draft(session, user_id)


def _new_draft(session: Session, user_id: UUID, curriculum_key: str, now: datetime) -> StudyPlan:
    insert_once(session, StudyPlan(user_id=user_id, curriculum_key=curriculum_key, created_at=now))
    return own_draft(session, user_id)


def _forget_exam(plan: StudyPlan) -> None:
    """What was said of another exam's score types, subjects and topics."""
    plan.score_key, plan.target, plan.ratings = "", {}, {}
    plan.focus_courses, plan.excluded_topics, plan.price = [], [], None


def _leave(session: Session, plan: StudyPlan, following: Step) -> None:
    plan.step, plan.planned_day = following, None
    session.flush()


def _counting(session: Session, plan: StudyPlan) -> list[str]:
    """Courses that count for the score; ``DomainError("goal_score_missing")``."""
    if not plan.score_key:
        raise DomainError("goal_score_missing")
    exam = exam_of(session.get(Curriculum, plan.curriculum_key))
    return list(course_weights(exam, plan.score_key))


def _forget_measured(session: Session, user_id: UUID, courses: Sequence[str]) -> None:
    """Topics that were studied stay as they are."""
    topics = (
        select(Lesson.topic_key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(col(Course.key).in_(courses))
    )
    session.exec(
        delete(LessonProgress).where(
            col(LessonProgress.user_id) == user_id,
            col(LessonProgress.topic_key).in_(topics),
            col(LessonProgress.studied_day).is_(None),
            col(LessonProgress.done_minutes) == 0,
        )
    )
