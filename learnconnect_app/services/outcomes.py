"""What a submitted test leads to: a plan, the next week, extra days, a correction, a career."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, select

from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.assessments import masteries
from learnconnect_app.domain.attempts import AttemptKind, Result, next_target_step
from learnconnect_app.domain.diagnoses import diagnose
from learnconnect_app.domain.plans import Standing
from learnconnect_app.domain.readiness import career, needs_correction
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import (
    Attempt,
    PersonalizedPlan,
    User,
    WeakTopicDiagnosis,
    WeeklyPlan,
)
from learnconnect_app.services import mastery
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.adaptive import LIMITS, belief_after, map_of
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.milestones import tell_of_week
from learnconnect_app.services.placements import after_placement
from learnconnect_app.services.planning import (
    planned_topics,
    write_correction,
    write_extra_days,
    write_plan,
)
from learnconnect_app.services.plans import active_plan, finish, pause
from learnconnect_app.services.readiness import readiness_of
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.weeks import (
    next_due_day,
    open_next_day,
    open_next_week,
    set_phase,
    set_week,
    tell_of_test,
)
from learnconnect_app.services.xp import award

ENOUGH_FOR_A_PLAN = LIMITS.fewest // 2
"""Answers that an assessment needs at least. One that was opened and left makes no plan, so that
it does not push an active plan aside."""


def follow(
    session: Session,
    user: User,
    attempt: Attempt,
    answered: Sequence[AskedItem],
    result: Result,
    now: datetime,
) -> None:
    """Let the consequences of a test follow that has just been graded."""
    if attempt.kind == AttemptKind.INITIAL:
        _after_assessment(session, user, attempt, answered, result, now)
        return
    if attempt.kind == AttemptKind.PLACEMENT:
        after_placement(session, user, attempt, answered, now)
        return
    plan = session.exec(
        select(PersonalizedPlan).where(PersonalizedPlan.id == attempt.plan_id)
    ).one()
    if attempt.kind == AttemptKind.WEEKLY:
        _after_weekly_test(session, user, plan, attempt, result, now)
    else:
        _after_final_or_retest(session, user, plan, attempt, result, now)


def _after_assessment(
    session: Session,
    user: User,
    attempt: Attempt,
    answered: Sequence[AskedItem],
    result: Result,
    now: datetime,
) -> None:
    if len(answered) < ENOUGH_FOR_A_PLAN:
        return
    standing = _standing_after(session, user, attempt, answered, result, now)
    active = active_plan(session, user.id)
    if active is not None:
        pause(session, user, active, now)
    plan = write_plan(session, user=user, attempt=attempt, standing=standing, now=now)
    attempt.plan_id = plan.id
    open_next_week(session, plan.id, due=study_day(now, user.timezone), now=now)
    award_due(session, user_id=user.id, event=Event.BEGUN, now=now)
    ask(session, user_id=user.id, now=now)


def _standing_after(
    session: Session,
    user: User,
    attempt: Attempt,
    answered: Sequence[AskedItem],
    result: Result,
    now: datetime,
) -> dict[str, Standing]:
    """What the assessment tells of each topic; mastery starts from the same belief."""
    topics = map_of(session, attempt.curriculum_key)
    belief = belief_after(topics, answered)
    mastery.seed_from_assessment(
        session, user_id=user.id, topic_keys=topics.topics, posterior=belief, now=now
    )
    means, _ = masteries(belief)
    counts = {each.topic: (each.correct, each.total) for each in result.topics}
    return {
        key: Standing(*counts.get(key, (0, 0)), mastery=float(mean))
        for key, mean in zip(topics.topics, means, strict=True)
    }


def _after_weekly_test(
    session: Session,
    user: User,
    plan: PersonalizedPlan,
    attempt: Attempt,
    result: Result,
    now: datetime,
) -> None:
    plan.target_step = next_target_step(plan.target_step, result.correct, result.total)
    week = session.exec(select(WeeklyPlan).where(WeeklyPlan.id == attempt.weekly_plan_id)).one()
    if result.is_passed:
        _pass_week(session, user, week, now)
    else:
        _fail_week(session, user, week, attempt, result, now)


def _pass_week(session: Session, user: User, week: WeeklyPlan, now: datetime) -> None:
    if not set_week(session, week.id, "test_ready", "passed", passed_at=now):
        return
    rewards = [XPType.WEEKLY_TEST] + [XPType.RECOVERY] * bool(week.failed_attempts)
    for reward_type in rewards:
        award(
            session,
            user_id=user.id,
            reward_type=reward_type,
            object_id=str(week.id),
            day=study_day(now, user.timezone),
            now=now,
        )
    tell_of_week(session, user, week.week_number, now)
    if not open_next_week(session, week.plan_id, due=next_due_day(user, now), now=now):
        set_phase(session, week.plan_id, "final")
        tell_of_test(session, user, "final", week.plan_id, now)


def _fail_week(
    session: Session,
    user: User,
    week: WeeklyPlan,
    attempt: Attempt,
    result: Result,
    now: datetime,
) -> None:
    """Back to work: extra days on the weakest topics, and then the test again."""
    failed = WeeklyPlan.failed_attempts + 1
    if not set_week(session, week.id, "test_ready", "in_progress", failed_attempts=failed):
        return
    diagnosis = diagnose(result)
    session.add(
        WeakTopicDiagnosis(
            attempt_id=attempt.id,
            weekly_plan_id=week.id,
            severity=diagnosis.severity,
            extra_days=diagnosis.extra_days,
            topics=[
                {"topic": each.topic, "correct": each.correct, "total": each.total}
                for each in result.topics
            ],
            created_at=now,
        )
    )
    write_extra_days(session, user=user, week=week, diagnosis=diagnosis)
    open_next_day(session, week.id, due=next_due_day(user, now), now=now)


def _after_final_or_retest(
    session: Session,
    user: User,
    plan: PersonalizedPlan,
    attempt: Attempt,
    result: Result,
    now: datetime,
) -> None:
    parts = readiness_of(session, plan, result.percent, study_day(now, user.timezone))
    attempt.result = {**attempt.result, "readiness": parts.to_json()}
    plan.readiness = parts.readiness
    plan.career = career(result.percent)
    if attempt.kind == AttemptKind.FINAL and needs_correction(result.percent):
        _correct(session, user, plan, attempt, result, now)
    else:
        finish(session, user, plan, now)


def _correct(
    session: Session,
    user: User,
    plan: PersonalizedPlan,
    final: Attempt,
    result: Result,
    now: datetime,
) -> None:
    """Two weeks over all topics that the plan taught, by what is now believed of each."""
    keys = planned_topics(session, plan.id)
    known = mastery.mastery_by_topic(session, user_id=user.id, topic_keys=keys, now=now)
    counts = {each.topic: (each.correct, each.total) for each in result.topics}
    standing = {
        key: Standing(*counts.get(key, (0, 0)), mastery=known.get(key, 0.0)) for key in keys
    }
    write_correction(session, user=user, plan=plan, final=final, standing=standing, now=now)
    plan.phase = "correction"
    open_next_week(session, plan.id, due=next_due_day(user, now), now=now)
