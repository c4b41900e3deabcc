"""The result of a submitted test, told as what it means and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import (
    STUDY_TESTS,
    AttemptKind,
    Result,
    TopicResult,
    pass_percent,
)
from learnconnect_app.domain.diagnoses import suggests_other_role
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import ResultView, ReviewItem
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import Attempt, PersonalizedPlan, Topic, WeeklyPlan, XPReward
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.careers import career_of
from learnconnect_app.services.diagnoses import diagnosis_of
from learnconnect_app.services.grading import AskedItem, asked_items, result_from_json
from learnconnect_app.services.ownership import own_attempt
from learnconnect_app.services.plan_reasons import Courses, skipped_blocks, week_reasons
from learnconnect_app.services.questions import title_of_test
from learnconnect_app.services.rendering import answer_text, review_item
from learnconnect_app.services.scores import Titles, score_of, topic_bars
from learnconnect_app.services.study_next_steps import next_step, weak_topics
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.todays import courses_of

NEW_PLAN_HREF = "/plan/new"
GOAL_HREF = "/study/new"
LONG, REVIEWS_AT_ONCE = 60, 20
"""Items of a test that is too long to be sent as a whole, and how many come at once then."""
MOST_TOPICS, MOST_TOPICS_OF_A_MOCK = 28, 8
"""Topics that a result lists: those of a whole track; of a mock exam where most is to be gained."""


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
    asked = asked_items(session, attempt.id)
    kept = tuple(answer_text(each.item) for each in asked)
    return replace(view, review=_reviews(told, in_review_order(asked), 0), kept=kept)


def more_reviews(
    session: Session, *, user_id: UUID, attempt_id: UUID, after: int, now: datetime
) -> tuple[ReviewItem, ...]:
    """The items of a long test that come after so many; none after the last.

    ``NotFound`` for a test that is not submitted. ``now`` changes nothing.
    """
    attempt = own_attempt(session, user_id, attempt_id)
    if attempt.status != "submitted":
        raise NotFound
    asked = asked_items(session, attempt.id)
    keys = {each.item.topic_key for each in asked}
    rows = session.exec(select(Topic.key, Topic.title).where(col(Topic.key).in_(keys)))
    titles = dict(rows.all())
    locale = get_user(session, user_id).locale
    told = _Told(attempt, result_from_json(attempt.result), {}, titles, locale, now)
    return _reviews(told, in_review_order(asked), after)


def in_review_order(asked: Sequence[AskedItem]) -> Sequence[AskedItem]:
    """As they were asked; of a long test wrong ones first and those left out next."""
    if len(asked) <= LONG:
        return asked
    return sorted(asked, key=lambda each: (bool(each.item.is_correct), not each.is_answered))


def _measures(told: _Told) -> ResultView:
    attempt, result = told.attempt, told.result
    weak = result.weak_topics[:MOST_TOPICS]
    listed = _listed_topics(attempt, result)
    return ResultView(
        attempt_id=str(attempt.id),
        kind=attempt.kind,
        number=attempt.number,
        score=score_of(attempt),
        correct=result.correct,
        total=result.total,
        is_passed=bool(attempt.is_passed),
        pass_mark=pass_percent(attempt.kind),
        is_judged=attempt.is_passed is not None,
        topics=topic_bars(replace(result, topics=listed), told.titles, told.locale),
        weak=tuple(text_in(told.titles.get(key, key), told.locale) for key in weak),
        speed=result.speed,
        consistency=result.consistency,
    )


def _listed_topics(attempt: Attempt, result: Result) -> tuple[TopicResult, ...]:
    """Weakest first; of a mock, with an item or two a topic, those that cost most items."""
    if attempt.kind != AttemptKind.MOCK:
        return result.topics[:MOST_TOPICS]
    by_key = {each.topic: each for each in result.topics}
    return tuple(by_key[key] for key in weak_topics(attempt, result)[:MOST_TOPICS_OF_A_MOCK])


def _with_consequences(session: Session, told: _Told, view: ResultView) -> ResultView:
    if told.attempt.kind == AttemptKind.INITIAL:
        return _with_plan(session, told, view)
    if told.attempt.kind == AttemptKind.PLACEMENT:
        return replace(view, next_href=GOAL_HREF, next_step="goal")
    if told.attempt.kind in STUDY_TESTS:
        step = next_step(session, told.attempt, told.result, told.locale, told.now)
        return replace(view, next_step=step.code, next_href=step.href, next_title=step.title)
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


def _reviews(told: _Told, asked: Sequence[AskedItem], after: int) -> tuple[ReviewItem, ...]:
    """All items of a short test; so many of a long one, from a place on."""
    at_once = asked if len(asked) <= LONG else asked[after : after + REVIEWS_AT_ONCE]
    return tuple(
        review_item(
            each.item,
            each.question,
            text_in(told.titles.get(each.item.topic_key, each.item.topic_key), told.locale),
            told.locale,
        )
        for each in at_once
    )
