"""What a learner changes in the suggestion: topics taken out or in, and days with more room."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.cushions import LATER_DAYS, MORE_MINUTES, Change
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_goals import last_exam_day
from learnconnect_app.domain.study_limits import MOST_MINUTES
from learnconnect_app.domain.study_suggestions import without_place
from learnconnect_app.models import Course, Lesson, StudyPlan
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_goals import own_draft
from learnconnect_app.services.study_suggestions import trial_of

LEAVE_OUT = "leave_out"
OPTIONS = (Change.MORE_MINUTES, Change.REST_DAY_LESS, Change.LATER, LEAVE_OUT)


def want_topic(
    session: Session, *, user_id: UUID, topic_key: str, is_wanted: bool, now: datetime
) -> None:
    """Take a topic of the exam out of the draft's plan, or in again; others change nothing."""
    _want(session, user_id, Lesson.topic_key == topic_key, is_wanted)


def want_course(
    session: Session, *, user_id: UUID, course_key: str, is_wanted: bool, now: datetime
) -> None:
    """As ``want_topic`` for all topics of a course."""
    _want(session, user_id, Course.key == course_key, is_wanted)


def want_everything(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Take in again whatever was taken out."""
    locked_user(session, user_id)
    _exclude(session, own_draft(session, user_id), ())


def take_over(session: Session, *, user_id: UUID, change: str, now: datetime) -> None:
    """Make one of ``OPTIONS`` so. ``DomainError("bad_request")`` for anything else."""
    user = locked_user(session, user_id)
    draft = own_draft(session, user_id)
    if change == Change.MORE_MINUTES:
        draft.weekday_minutes = [
            min(MOST_MINUTES, minutes + MORE_MINUTES)
            if minutes and weekday not in draft.rest_weekdays
            else minutes
            for weekday, minutes in enumerate(draft.weekday_minutes)
        ]
    elif change == Change.REST_DAY_LESS:
        _give_up_a_rest_day(draft)
    elif change == Change.LATER and draft.exam_day:
        last = last_exam_day(study_day(now, user.timezone))
        draft.exam_day = min(last, draft.exam_day + timedelta(LATER_DAYS))
    elif change == LEAVE_OUT:
        trial = trial_of(session, user_id, now)
        left = without_place(trial.lines) if trial else []
        _exclude(session, draft, {*draft.excluded_topics, *left})
    else:
        raise DomainError("bad_request")
    draft.planned_day = None
    session.flush()


def _give_up_a_rest_day(draft: StudyPlan) -> None:
    """The last of the week; it gets the minutes of the other days where it has none."""
    if not draft.rest_weekdays:
        return
    weekday, rest = draft.rest_weekdays[-1], draft.rest_weekdays[:-1]
    minutes = list(draft.weekday_minutes)
    studied = [each for day, each in enumerate(minutes) if day not in draft.rest_weekdays]
    minutes[weekday] = minutes[weekday] or min(each for each in studied if each)
    draft.weekday_minutes, draft.rest_weekdays = minutes, rest


def _want(session: Session, user_id: UUID, which: object, is_wanted: bool) -> None:
    locked_user(session, user_id)
    draft = own_draft(session, user_id)
    topics = set(
        session.exec(
            select(Lesson.topic_key)
            .join(Course, col(Course.key) == Lesson.course_key)
            .where(Course.curriculum_key == draft.curriculum_key, which)  # type: ignore[arg-type]
        )
    )
    out = set(draft.excluded_topics)
    _exclude(session, draft, out - topics if is_wanted else out | topics)


def _exclude(session: Session, draft: StudyPlan, topics: Collection[str]) -> None:
    draft.excluded_topics, draft.planned_day = sorted(topics), None
    session.flush()
