"""What learners do, step by step, through the services: for tests that begin in mid-journey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.content.questions import Question
from learnconnect_app.devtools.answering import response_to
from learnconnect_app.domain.responses import Response
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    DailyTask,
    ItemVariant,
    PersonalizedPlan,
    WeeklyPlan,
)
from learnconnect_app.services.answers import choose_answer, next_adaptive_item, show_item
from learnconnect_app.services.attempts import start_assessment, start_weekly_test
from learnconnect_app.services.plans import complete_task
from learnconnect_app.services.submissions import expired_tests, submit_attempt

Knows = Callable[[AttemptItem], bool]
"""Whether a learner answers an item rightly."""

SECONDS_AN_ITEM = 20


def items_of(session: Session, attempt_id: UUID) -> Sequence[AttemptItem]:
    return session.exec(
        select(AttemptItem)
        .where(AttemptItem.attempt_id == attempt_id)
        .order_by(col(AttemptItem.position))
    ).all()


def response_on_screen(session: Session, item: AttemptItem, *, right: bool) -> Response:
    """A right answer, or a wrong one, by places on the screen."""
    variant = session.get_one(ItemVariant, item.variant_id)
    return response_to(Question.model_validate(variant.question), item.order, is_right=right)


def answer(
    session: Session, user_id: UUID, item: AttemptItem, *, right: bool, now: datetime
) -> None:
    choose_answer(
        session,
        user_id=user_id,
        attempt_id=item.attempt_id,
        position=item.position,
        response=response_on_screen(session, item, right=right),
        seconds=SECONDS_AN_ITEM,
        now=now,
    )


def take_assessment(
    session: Session, user_id: UUID, *, curriculum: str, now: datetime, knows: Knows
) -> UUID:
    """Answer an initial assessment to its end, but do not submit it."""
    attempt_id = start_assessment(session, user_id=user_id, curriculum_key=curriculum, now=now)
    while next_adaptive_item(session, user_id=user_id, attempt_id=attempt_id, now=now):
        item = items_of(session, attempt_id)[-1]
        show_item(session, user_id=user_id, attempt_id=attempt_id, position=item.position, now=now)
        now += timedelta(seconds=SECONDS_AN_ITEM)
        answer(session, user_id, item, right=knows(item), now=now)
    return attempt_id


def make_plan(
    session: Session,
    user_id: UUID,
    *,
    curriculum: str,
    now: datetime,
    knows: Knows = lambda item: False,
) -> PersonalizedPlan:
    """The plan that an assessment leads to."""
    attempt_id = take_assessment(session, user_id, curriculum=curriculum, now=now, knows=knows)
    submit_attempt(session, user_id=user_id, attempt_id=attempt_id, now=now)
    attempt = session.get_one(Attempt, attempt_id)
    return session.get_one(PersonalizedPlan, attempt.plan_id)


def open_day(session: Session, plan_id: UUID) -> DailyTask | None:
    return session.exec(
        select(DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .where(WeeklyPlan.plan_id == plan_id, DailyTask.status == "unlocked")
    ).first()


def do_days(session: Session, plan: PersonalizedPlan, *, now: datetime) -> int:
    """Complete day after day at one moment until a test is next; how many there were."""
    count = 0
    while (task := open_day(session, plan.id)) is not None:
        complete_task(session, user_id=plan.user_id, task_id=task.id, now=now)
        count += 1
    return count


def weeks_of(session: Session, plan_id: UUID) -> Sequence[WeeklyPlan]:
    return session.exec(
        select(WeeklyPlan)
        .where(WeeklyPlan.plan_id == plan_id)
        .order_by(col(WeeklyPlan.week_number))
    ).all()


def days_of_week(session: Session, week: WeeklyPlan) -> Sequence[DailyTask]:
    return session.exec(
        select(DailyTask)
        .where(DailyTask.weekly_plan_id == week.id)
        .order_by(col(DailyTask.day_number))
    ).all()


def ready_week(session: Session, plan_id: UUID) -> WeeklyPlan:
    return next(week for week in weeks_of(session, plan_id) if week.status == "test_ready")


def take_test(
    session: Session, user_id: UUID, attempt_id: UUID, *, right: int, now: datetime
) -> UUID:
    """Answer a test with so many right answers, and submit it."""
    for number, item in enumerate(items_of(session, attempt_id)):
        answer(session, user_id, item, right=number < right, now=now)
    submit_attempt(session, user_id=user_id, attempt_id=attempt_id, now=now)
    return attempt_id


def submit_expired(session: Session, *, now: datetime) -> int:
    """As the scheduler does: submit the tests whose time is over; how many there were."""
    expired = expired_tests(session, now=now)
    for user_id, attempt_id in expired:
        submit_attempt(session, user_id=user_id, attempt_id=attempt_id, now=now)
    return len(expired)


def take_weekly_test(
    session: Session, plan: PersonalizedPlan, *, right: int, now: datetime
) -> UUID:
    """The test of the week that is ready for it."""
    week = ready_week(session, plan.id)
    attempt_id = start_weekly_test(session, user_id=plan.user_id, weekly_plan_id=week.id, now=now)
    return take_test(session, plan.user_id, attempt_id, right=right, now=now)


def reach_final(
    session: Session, plan: PersonalizedPlan, *, now: datetime, right: int = 30
) -> None:
    """Pass every week of a plan."""
    while plan.phase == "weeks":
        do_days(session, plan, now=now)
        take_weekly_test(session, plan, right=right, now=now)
        session.refresh(plan)
