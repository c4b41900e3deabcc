"""The result of a submitted test, told as what it means and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import PASS_PERCENT, AttemptKind, Result
from learnconnect_app.domain.diagnoses import suggests_other_role
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import ResultView, ReviewItem
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import Attempt, PersonalizedPlan, WeeklyPlan, XPReward
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.careers import career_of
from learnconnect_app.services.diagnoses import diagnosis_of
from learnconnect_app.services.grading import asked_items, result_from_json
from learnconnect_app.services.ownership import own_attempt
from learnconnect_app.services.plan_reasons import Courses, skipped_blocks, week_reasons
from learnconnect_app.services.questions import title_of_test
from learnconnect_app.services.rendering import review_item
from learnconnect_app.services.scores import Titles, score_of, topic_bars
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.todays import courses_of

NEW_PLAN_HREF = "/plan/new"


@dataclass(frozen=True, slots=True)
class _Told:
    """A submitted test, to be told in a language."""

    attempt: Attempt
    result: Result
    courses: Courses
    titles: Titles
    locale: str
    now: datetime


def result_view(session: Session, *, user_id: UUID, attempt_id: UUID, now: datetime) -> ResultView:
    """What a submitted test says; ``NotFound`` until then. At most ten queries."""
    attempt = own_attempt(session, user_id, attempt_id)
    if attempt.status != "submitted":
        raise NotFound
    locale = get_user(session, user_id).locale
    courses = {each.course.key: each for each in courses_of(session, attempt.curriculum_key)}
    titles = {key: title for each in courses.values() for key, title in each.topics.items()}
    result = result_from_json(attempt.result)
    told = _Told(attempt, result, courses, titles, locale, now)
    view = replace(_measures(told), title=title_of_test(session, attempt, locale))
    view = _with_consequences(session, told, view)
    return replace(view, review=_review(session, told))


def _measures(told: _Told) -> ResultView:
    attempt, result = told.attempt, told.result
    return ResultView(
        attempt_id=str(attempt.id),
        kind=attempt.kind,
        number=attempt.number,
        score=score_of(attempt),
        correct=result.correct,
        total=result.total,
        is_passed=bool(attempt.is_passed),
        pass_mark=PASS_PERCENT,
        topics=topic_bars(result, told.titles, told.locale),
        weak=tuple(text_in(told.titles.get(key, key), told.locale) for key in result.weak_topics),
        speed=result.speed,
        consistency=result.consistency,
    )


def _with_consequences(session: Session, told: _Told, view: ResultView) -> ResultView:
    if told.attempt.kind == AttemptKind.INITIAL:
        return _with_plan(session, told, view)
    if told.attempt.kind == AttemptKind.WEEKLY:
        return _with_week(session, told, view)
    needs_correction = told.attempt.kind == AttemptKind.FINAL and not told.attempt.is_passed
    return replace(
        view,
        career=career_of(session, told.attempt, told.locale, told.now),
        next_step="correction" if needs_correction else "finished",
    )


def _with_plan(session: Session, told: _Told, view: ResultView) -> ResultView:
    """The plan that was made; an assessment that was hardly begun led to none."""
    plan_id = told.attempt.plan_id
    if plan_id is None:
        return replace(view, next_href=NEW_PLAN_HREF)
    plan = session.exec(select(PersonalizedPlan).where(PersonalizedPlan.id == plan_id)).one()
    return replace(
        view,
        weeks=week_reasons(session, plan_id, told.result, told.courses, told.titles, told.locale),
        skipped=skipped_blocks(plan, told.courses, told.locale),
    )


def _with_week(session: Session, told: _Told, view: ResultView) -> ResultView:
    if told.attempt.is_passed:
        step = "final" if _is_last_week(session, told.attempt) else "next_week"
        return replace(view, next_step=step, xp=_xp_for_week(session, told.attempt))
    return replace(
        view,
        diagnosis=diagnosis_of(session, told.attempt, told.titles, told.locale),
        is_role_switch_suggested=suggests_other_role(told.attempt.number),
        next_step="extra_days",
    )


def _is_last_week(session: Session, attempt: Attempt) -> bool:
    last = session.exec(
        select(WeeklyPlan.id)
        .where(WeeklyPlan.plan_id == attempt.plan_id, WeeklyPlan.kind == "skill")
        .order_by(col(WeeklyPlan.week_number).desc())
        .limit(1)
    ).first()
    return last == attempt.weekly_plan_id


def _xp_for_week(session: Session, attempt: Attempt) -> int:
    """A week is passed once, so what was paid for it was paid for this test."""
    paid = session.exec(
        select(func.sum(XPReward.amount)).where(
            XPReward.user_id == attempt.user_id,
            XPReward.object_id == str(attempt.weekly_plan_id),
            col(XPReward.reward_type).in_((XPType.WEEKLY_TEST, XPType.RECOVERY)),
        )
    ).one()
    return int(paid or 0)


def _review(session: Session, told: _Told) -> tuple[ReviewItem, ...]:
    return tuple(
        review_item(
            each.item,
            each.question,
            text_in(told.titles.get(each.item.topic_key, each.item.topic_key), told.locale),
            told.locale,
        )
        for each in asked_items(session, told.attempt.id)
    )
