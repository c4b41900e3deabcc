"""Reads what a learner finished and answered, for the figures of progress.

Sessions are a few a day and are read one by one, in the few columns that count; answers are
summed up by the database, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.progress_figures import (
    DONE,
    LEVEL_LIMITS,
    LEVELS,
    MOST_SECONDS,
    AnswerSum,
    Work,
    chance_before,
    level_counts,
)
from learnconnect_app.domain.progress_spans import Part
from learnconnect_app.domain.study_beliefs import FORGOTTEN, assumed_mastery
from learnconnect_app.domain.study_days import bounds
from learnconnect_app.models import Attempt, AttemptItem, StudyPlan, StudySession, User
from learnconnect_app.services.progress_standings import SkillDay
from learnconnect_app.services.report_records import Task
from learnconnect_app.services.report_tests import COUNTED

FINISHED = ("done", "partly")
TASK_TOPICS = "topic"


def session_works(session: Session, user: User, part: Part) -> list[Work]:
    """Sessions of study plans finished in these days. One query."""
    undo: Any = col(StudySession.undo)
    columns: tuple[Any, ...] = (
        StudySession.done_day,
        StudySession.course_key,
        StudySession.topic_key,
        StudySession.kind,
        StudySession.status,
        StudySession.part,
        StudySession.parts,
        StudySession.minutes,
        StudySession.percent,
        StudySession.spent_seconds,
        StudySession.ended_at,
        StudySession.recall,
        undo[("minutes",)].as_integer().label("worked"),
        undo[("before", "mastery")].as_float().label("mastery_before"),
        undo[("before", "stability")].as_float().label("stability"),
        undo[("before", "studied_day")].as_string().label("studied_day"),
        undo[("after", "mastery")].as_float().label("mastery_after"),
        StudyPlan.ratings,
        StudyPlan.level,
    )
    rows = session.execute(
        sql_select(*columns)
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .where(
            col(StudySession.user_id) == user.id,
            col(StudySession.done_day).between(*part),
            col(StudySession.status).in_(FINISHED),
        )
        .order_by(col(StudySession.done_day))
    )
    return [_session_work(row) for row in rows]


def _session_work(row: Sequence[Any]) -> Work:
    # taken apart at once: a row finds each column by its name anew
    day, course, topic, kind, status, part, parts, minutes, percent, *rest = row
    spent_seconds, ended_at, recall, worked, before, stability, studied_day, after, *plan = rest
    planned = round(minutes * percent / 100)
    is_review = kind == "review" and recall != ""
    is_last = kind == "new" and part >= parts and status == DONE
    return Work(
        day=day,
        course=course or "",
        minutes=planned if worked is None else worked,
        planned=planned,
        ended_at=ended_at,
        is_timed=worked is not None and spent_seconds > 0,
        learned=topic or "" if is_last else "",
        recalled=recall != FORGOTTEN if is_review else None,
        predicted=_predicted(day, studied_day, stability) if is_review else None,
        gained=None if after is None else _gained(after, before, course, *plan),
    )


def _predicted(day: date, studied_day: str | None, stability: float | None) -> float | None:
    studied = date.fromisoformat(studied_day) if studied_day else None
    return chance_before(day, studied, stability)


def _gained(
    after: float, before: float | None, course: str, ratings: dict[str, int], level: str
) -> float:
    """What is not known of a topic before its first session is what its course is believed at."""
    if before is None:
        before = assumed_mastery(ratings.get(course), level)
    return max(0.0, after - before)


def task_works(days: Iterable[SkillDay], part: Part) -> list[Work]:
    """Days of skill plans that were done in these days."""
    return [_task_work(day) for day in days if day.done and part.holds(day.done)]


def _task_work(day: SkillDay) -> Work:
    assert day.done
    task = Task(day.minutes, None, day.done, day.course, day.started_at, day.completed_at)
    is_timed = day.started_at is not None and day.completed_at is not None
    is_topic = day.kind == TASK_TOPICS and len(day.topics) == 1
    return Work(
        day=day.done,
        course=day.course or "",
        minutes=task.worked,
        planned=day.minutes,
        ended_at=day.completed_at,
        is_timed=is_timed,
        learned=day.topics[0] if is_topic else "",
    )


def answer_sums(session: Session, user: User, part: Part) -> list[AnswerSum]:
    """Answers handed in on these days, by course. One query.

    What was left empty is no answer; an assessment asks what was never studied and is left out.
    Levels are counted beside each other: one more to group by would be sorted by SQLite, which
    takes longer than to read the answers.
    """
    start, end = bounds(part.first, user.timezone)[0], bounds(part.last, user.timezone)[1]
    most = MOST_SECONDS * col(AttemptItem.expected_seconds)
    seconds = case((col(AttemptItem.seconds) > most, most), else_=col(AttemptItem.seconds))
    is_right = col(AttemptItem.is_correct).is_(True)
    easier = [col(AttemptItem.difficulty) < limit for limit in LEVEL_LIMITS]
    rows = session.execute(
        sql_select(
            col(AttemptItem.course_key),
            func.sum(seconds),
            func.sum(col(AttemptItem.expected_seconds)),
            *[func.count().filter(is_easier) for is_easier in easier],
            func.count(),
            *[func.count().filter(is_right, is_easier) for is_easier in easier],
            func.count().filter(is_right),
        )
        .join(Attempt, col(Attempt.id) == AttemptItem.attempt_id)
        .where(
            col(Attempt.user_id) == user.id,
            col(Attempt.status) == "submitted",
            col(Attempt.kind).in_(COUNTED),
            col(Attempt.submitted_at) >= start,
            col(Attempt.submitted_at) < end,
            col(AttemptItem.answered_at).is_not(None),
        )
        .group_by(col(AttemptItem.course_key))
    )
    return [_answer_sum(*row) for row in rows]


def _answer_sum(course: str, taken: float, expected: int, *counts: int) -> AnswerSum:
    below = zip(counts[: len(LEVELS)], counts[len(LEVELS) :], strict=True)
    return AnswerSum(course, level_counts(below), float(taken), float(expected))
