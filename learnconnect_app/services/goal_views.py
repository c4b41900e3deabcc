"""Reads what the goal wizard shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, func, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.exams import assessment_blueprint, course_weights
from learnconnect_app.domain.goal_views import ExamCard, GoalView, ScoreCard, Subject
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_goals import (
    STEPS,
    USUAL_MINUTES,
    USUAL_REST,
    Entered,
    Step,
    first_exam_day,
    last_exam_day,
    parts_of,
    questions_that_count,
    step_to_show,
)
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    Course,
    Curriculum,
    Item,
    Lesson,
    StudyPlan,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.placements import ENOUGH_ANSWERS, TIME_AN_ITEM
from learnconnect_app.services.study_plans import active_study_plan, draft_of
from learnconnect_app.services.texts import text_in


class ExamCourse(NamedTuple):
    course: Course
    topics: int
    items: int


Courses = Mapping[str, Sequence[ExamCourse]]
"""By curriculum, in order."""


def goal_view(session: Session, *, user_id: UUID, now: datetime) -> GoalView:
    """The draft and what may be chosen for it. At most eight queries."""
    user = get_user(session, user_id)
    today = study_day(now, user.timezone)
    draft, courses = draft_of(session, user_id), _courses(session)
    exams = _exams(session)
    view = GoalView(
        exams=tuple(
            _card(each, courses[each.key], user.locale)
            for each in exams.values()
            if each.key in courses and not each.is_retired
        ),
        first_day=first_exam_day(today).isoformat(),
        last_day=last_exam_day(today).isoformat(),
        minutes=USUAL_MINUTES,
        rest=tuple(user.rest_weekdays) or USUAL_REST,
        style="mixed",
        active_title=_active_title(session, user, exams),
    )
    key = draft.curriculum_key if draft else _only(view.exams)
    if key in exams and key in courses:
        view = _with_exam(view, exams[key], draft, courses[key], user.locale)
    return _with_draft(session, view, draft, today) if draft else view


def _exams(session: Session) -> dict[str, Curriculum]:
    rows = session.exec(
        select(Curriculum).where(Curriculum.kind == "exam").order_by(col(Curriculum.position))
    )
    return {each.key: each for each in rows}


def _courses(session: Session) -> Courses:
    """Courses of exams that have content. A course that left the content has no topics."""
    topics = (
        select(func.count()).where(Lesson.course_key == Course.key).correlate(Course)
    ).scalar_subquery()
    items = (
        select(func.count())
        .select_from(Lesson)
        .join(Item, col(Item.topic_key) == Lesson.topic_key)
        .where(Lesson.course_key == Course.key, col(Item.is_retired).is_(False))
        .correlate(Course)
    ).scalar_subquery()
    rows = session.exec(
        select(Course, topics, items)
        .join(Curriculum, col(Curriculum.key) == Course.curriculum_key)
        .where(Curriculum.kind == "exam")
        .order_by(col(Course.position))
    )
    found: dict[str, list[ExamCourse]] = {}
    for course, topic_count, item_count in rows:
        if topic_count:
            own = found.setdefault(course.curriculum_key, [])
            own.append(ExamCourse(course, int(topic_count), int(item_count)))
    return found


def _card(exam: Curriculum, courses: Sequence[ExamCourse], locale: str) -> ExamCard:
    return ExamCard(
        exam.key,
        text_in(exam.title, locale),
        text_in(exam.tagline, locale),
        exam.icon,
        sum(each.topics for each in courses),
        sum(each.items for each in courses),
    )


def _only(exams: Sequence[ExamCard]) -> str:
    """Where there is one exam, it is chosen."""
    return exams[0].key if len(exams) == 1 else ""


def _active_title(session: Session, user: User, exams: Mapping[str, Curriculum]) -> str:
    active = active_study_plan(session, user.id)
    if active is None:
        return ""
    exam = exams.get(active.curriculum_key)
    return text_in(exam.title, user.locale) if exam else active.curriculum_key


def _with_exam(
    view: GoalView,
    curriculum: Curriculum,
    draft: StudyPlan | None,
    courses: Sequence[ExamCourse],
    locale: str,
) -> GoalView:
    """What belongs to the chosen exam and, once there is one, to its score type."""
    exam, topics = exam_of(curriculum), {each.course.key: each.topics for each in courses}
    assert curriculum.exam
    scores = []
    for kept in curriculum.exam["scores"]:
        percent = course_weights(exam, kept["key"])
        scores.append(
            ScoreCard(
                kept["key"],
                text_in(kept["title"], locale),
                sum(course in topics for course in percent),
                sum(topics.get(course, 0) for course in percent),
                round(100 - sum(percent.values())),
            )
        )
    view = replace(
        view,
        exam_key=curriculum.key,
        exam_title=text_in(curriculum.title, locale),
        scores=tuple(scores),
    )
    score = next((each for each in scores if draft and each.key == draft.score_key), None)
    if draft is None or score is None:
        return view
    items = sum(assessment_blueprint(exam, score.key).values())
    return replace(
        view,
        score_key=score.key,
        score_title=score.title,
        most_net=questions_that_count(exam, score.key),
        subjects=_subjects(draft, course_weights(exam, score.key), courses, locale),
        assessment_items=items,
        assessment_minutes=int(items * TIME_AN_ITEM.total_seconds() // 60),
    )


def _subjects(
    draft: StudyPlan, percent: Mapping[str, float], courses: Sequence[ExamCourse], locale: str
) -> tuple[Subject, ...]:
    return tuple(
        Subject(
            course.key,
            text_in(course.title, locale),
            course.icon,
            color_at(course.position),
            course.key in draft.focus_courses,
            draft.ratings.get(course.key, 0),
        )
        for course, _, _ in courses
        if course.key in percent
    )


def _with_draft(session: Session, view: GoalView, draft: StudyPlan, today: date) -> GoalView:
    assessment = _assessment(session, draft)
    is_past = draft.exam_day is not None and draft.exam_day < first_exam_day(today)
    entered = Entered(
        has_score=bool(view.score_key),
        has_day=draft.exam_day is not None and not is_past,
        has_time=bool(draft.weekday_minutes),
        has_level=bool(draft.level),
        is_placed=draft.step == Step.SUGGESTION or assessment == "done" or bool(draft.ratings),
    )
    value = draft.target.get("value")
    return replace(
        view,
        has_draft=True,
        step=step_to_show(draft.step, entered.reached),
        reached=STEPS.index(entered.reached),
        target_kind=draft.target.get("kind", ""),
        target_value=f"{value:g}" if value else "",
        target_name=draft.target.get("name", ""),
        exam_day=draft.exam_day.isoformat() if draft.exam_day else "",
        days_left=(draft.exam_day - today).days if draft.exam_day else 0,
        minutes=tuple(draft.weekday_minutes) or view.minutes,
        rest=tuple(draft.rest_weekdays) if draft.weekday_minutes else view.rest,
        parts_of_day=parts_of(draft.preferred_hours),
        level=draft.level,
        style=draft.style or view.style,
        assessment=assessment,
    )


def _assessment(session: Session, draft: StudyPlan) -> str:
    """running, done, short (too few answers), or empty: of the draft's latest assessment."""
    answered = (
        select(func.count())
        .where(AttemptItem.attempt_id == Attempt.id, col(AttemptItem.answer).is_not(None))
        .correlate(Attempt)
    ).scalar_subquery()
    row = session.exec(
        select(Attempt.status, answered)
        .where(
            Attempt.study_plan_id == draft.id,
            Attempt.curriculum_key == draft.curriculum_key,
            Attempt.kind == AttemptKind.PLACEMENT,
        )
        .order_by(col(Attempt.started_at).desc())
        .limit(1)
    ).first()
    if row is None:
        return ""
    if row[0] == "running":
        return "running"
    return "done" if row[1] >= ENOUGH_ANSWERS else "short"
