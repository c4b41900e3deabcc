"""The page of a lesson: the topic, where the learner stands, its session and its material."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import case, func
from sqlmodel import Session, and_, col, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.lesson_views import LessonView, ModuleQuizView, RelatedLesson
from learnconnect_app.domain.markup import block_html
from learnconnect_app.domain.resource_ranking import style_of
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Attempt,
    LessonFeedback,
    Mistake,
    StudyPlan,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.lesson_access import OpenLesson, open_lesson
from learnconnect_app.services.lesson_resources import resource_groups
from learnconnect_app.services.lesson_sessions import (
    sessions_around,
    title_of_session,
)
from learnconnect_app.services.lesson_surroundings import Around, around, standings
from learnconnect_app.services.ownership import own_session
from learnconnect_app.services.scores import score_of
from learnconnect_app.services.texts import text_in


class Reader(NamedTuple):
    """Who reads the page: their plan, what they thought of the topic and got wrong in it."""

    user: User
    plan: StudyPlan | None
    """The active one, or else the latest that rests."""
    feedback: LessonFeedback | None
    mistakes: int


def lesson_view(session: Session, *, user_id: UUID, lesson_id: UUID, now: datetime) -> LessonView:
    """Everything on the page of a lesson, in at most seven queries. ``NotFound``."""
    found = open_lesson(session, user_id, lesson_id)
    reader = _reader(session, user_id, found.topic.key)
    plan, locale = reader.plan, reader.user.locale
    today = study_day(now, reader.user.timezone)
    nearby = around(session, found, locale)
    view = replace(
        _about(found, locale),
        rating=reader.feedback.rating if reader.feedback else 0,
        comment=reader.feedback.comment if reader.feedback else "",
        mistakes=reader.mistakes,
        plan=_plan_state(found, plan),
    )
    view = _with_standing(session, view, user_id, nearby, today)
    if plan is not None and view.plan in ("active", "paused"):
        view = _with_sessions(session, view, plan, nearby, today, now)
        view = _with_quiz(session, view, user_id, found, locale)
    groups = resource_groups(
        session,
        user_id,
        found.topic.key,
        style=style_of(plan.style if plan else "", reader.user.learning_style),
        locale=locale,
        is_explained_anew=view.is_explained_anew,
    )
    return replace(view, groups=groups)


def session_title(session: Session, *, user_id: UUID, session_id: UUID, now: datetime) -> str:
    """What a session of the learner is about. ``NotFound``."""
    row = own_session(session, user_id, session_id).session
    return title_of_session(session, row, get_user(session, user_id).locale)


def _about(found: OpenLesson, locale: str) -> LessonView:
    return LessonView(
        id=str(found.lesson.id),
        curriculum=text_in(found.curriculum.title, locale),
        course=text_in(found.course.title, locale),
        icon=found.course.icon,
        color=color_at(found.course.position),
        unit=text_in(found.module.title, locale) if found.module else "",
        topic_key=found.topic.key,
        title=text_in(found.topic.title, locale),
        description=text_in(found.topic.description, locale),
        minutes=found.topic.minutes,
        summary_html=block_html(text_in(found.topic.summary, locale)),
    )


def _plan_state(found: OpenLesson, plan: StudyPlan | None) -> str:
    if found.curriculum.kind != "exam":
        return "skill"
    if plan is None:
        return "none"
    return plan.status if plan.curriculum_key == found.curriculum.key else "other"


def _reader(session: Session, user_id: UUID, topic_key: str) -> Reader:
    """One query."""
    mistakes = (
        select(func.count())
        .where(Mistake.user_id == user_id, Mistake.topic_key == topic_key, Mistake.status == "open")
        .scalar_subquery()
    )
    is_studied = col(StudyPlan.status).in_(("active", "paused"))
    active_first = case((col(StudyPlan.status) == "active", 0), else_=1)
    row = session.exec(
        select(User, StudyPlan, LessonFeedback, mistakes)
        .outerjoin(StudyPlan, and_(StudyPlan.user_id == User.id, is_studied))
        .outerjoin(
            LessonFeedback,
            and_(LessonFeedback.user_id == User.id, LessonFeedback.topic_key == topic_key),
        )
        .where(User.id == user_id)
        .order_by(active_first, col(StudyPlan.created_at).desc())
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound
    return Reader(*row)


def _with_standing(
    session: Session, view: LessonView, user_id: UUID, nearby: Around, today: date
) -> LessonView:
    needs, opens = nearby.needed_by(view.topic_key), nearby.opened_by(view.topic_key)
    known = standings(session, user_id, [view.topic_key, *needs, *opens], today)

    def related(keys: Iterable[str]) -> tuple[RelatedLesson, ...]:
        found = ((nearby.neighbours[key], known[key]) for key in keys)
        return tuple(
            RelatedLesson(f"/lesson/{near.lesson_id}", near.title, standing.word)
            for near, standing in found
        )

    own = known[view.topic_key]
    return replace(
        view,
        standing=own.word,
        percent=own.percent,
        needs=related(needs),
        opens=related(opens),
    )


def _with_sessions(
    session: Session,
    view: LessonView,
    plan: StudyPlan,
    nearby: Around,
    today: date,
    now: datetime,
) -> LessonView:
    sessions = sessions_around(session, plan, view.topic_key, today, nearby.neighbours)
    return replace(
        view,
        session=sessions.view(now),
        finished=sessions.finished,
        next=sessions.following,
        studied_day=sessions.studied_day,
        review_day=sessions.review_day,
        journal=sessions.journal,
        earlier_notes=sessions.earlier_notes,
        is_extra_possible=plan.status == "active" and sessions.has_room(plan),
    )


def _with_quiz(
    session: Session, view: LessonView, user_id: UUID, found: OpenLesson, locale: str
) -> LessonView:
    if found.module is None:
        return view
    attempts = session.exec(
        select(Attempt)
        .where(
            Attempt.user_id == user_id,
            Attempt.kind == AttemptKind.QUIZ,
            Attempt.module_key == found.module.key,
        )
        .order_by(col(Attempt.started_at))
    ).all()
    quiz = _quiz(attempts)
    named = replace(quiz, key=found.module.key, title=text_in(found.module.title, locale))
    return replace(view, quiz=named, is_explained_anew=_is_last_failed(attempts))


def _quiz(attempts: Sequence[Attempt]) -> ModuleQuizView:
    taken = [each for each in attempts if each.status == "submitted"]
    running = next((each for each in attempts if each.status == "running"), None)
    best = max(map(score_of, taken), default=-1)
    state = "open"
    if running is not None:
        state = "running"
    elif taken:
        state = "failed" if _is_last_failed(attempts) else "passed"
    return ModuleQuizView(state=state, attempt_id=str(running.id) if running else "", best=best)


def _is_last_failed(attempts: Sequence[Attempt]) -> bool:
    taken = [each for each in attempts if each.status == "submitted"]
    return bool(taken) and not taken[-1].is_passed
