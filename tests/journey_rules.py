"""What holds on every journey, checked on the rows alone, and the streak worked out anew."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.xp import AMOUNT, XPType
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    DailyTask,
    PersonalizedPlan,
    PlanPause,
    WeakTopicDiagnosis,
    WeeklyPlan,
    XPReward,
)

DONE_THEN_OPEN_THEN_LOCKED = re.compile(r"c*u?l*")
MOST_FREEZES = 2


@dataclass(frozen=True)
class Records:
    """All there is of one learner, plans oldest first and weeks and days in their order."""

    plans: Sequence[PersonalizedPlan]
    weeks: Sequence[WeeklyPlan]
    days: Sequence[tuple[WeeklyPlan, DailyTask]]
    pauses: Sequence[PlanPause]
    diagnoses: Sequence[WeakTopicDiagnosis]
    rewards: Sequence[XPReward]
    worked_on_tests: Sequence[datetime]
    """When tests were submitted in which something was answered."""

    def plan_of(self, week: WeeklyPlan) -> PersonalizedPlan:
        return next(plan for plan in self.plans if plan.id == week.plan_id)


def records_of(session: Session, user_id: UUID) -> Records:
    plans = session.exec(
        select(PersonalizedPlan)
        .where(PersonalizedPlan.user_id == user_id)
        .order_by(col(PersonalizedPlan.created_at), col(PersonalizedPlan.id))
    ).all()
    rows = session.exec(
        select(WeeklyPlan, DailyTask)
        .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    ).all()
    days = [row for plan in plans for row in rows if row[0].plan_id == plan.id]
    tests = session.exec(
        select(col(Attempt.submitted_at))
        .join(AttemptItem, col(AttemptItem.attempt_id) == Attempt.id)
        .where(Attempt.user_id == user_id, col(AttemptItem.answer).is_not(None))
        .distinct()
    )
    return Records(
        plans=plans,
        weeks=list({week.id: week for week, _ in days}.values()),
        days=days,
        pauses=session.exec(select(PlanPause)).all(),
        diagnoses=session.exec(select(WeakTopicDiagnosis)).all(),
        rewards=session.exec(select(XPReward).where(XPReward.user_id == user_id)).all(),
        worked_on_tests=[at for at in tests if at],
    )


def check_xp_is_paid_once_for_what_was_done(seen: Records, total: int) -> None:
    assert total == sum(row.amount for row in seen.rewards)
    assert all(row.amount == AMOUNT[XPType(row.reward_type)] for row in seen.rewards)
    once = Counter((row.reward_type, row.object_id) for row in seen.rewards)
    assert not once or max(once.values()) == 1
    paid = Counter(row.reward_type for row in seen.rewards)
    passed = [week for week in seen.weeks if week.kind == "skill" and week.status == "passed"]
    assert paid["daily_task"] == sum(task.status == "completed" for _, task in seen.days)
    assert paid["weekly_test"] == len(passed)
    assert paid["recovery"] == sum(week.failed_attempts > 0 for week in passed)


def check_one_plan_is_active_and_paused_ones_rest(seen: Records) -> None:
    assert [plan.status for plan in seen.plans].count("active") <= 1
    resting = Counter(pause.plan_id for pause in seen.pauses if pause.until_day is None)
    assert resting == Counter(plan.id for plan in seen.plans if plan.status == "paused")
    assert all(p.until_day is None or p.from_day <= p.until_day for p in seen.pauses)


def check_days_open_one_at_a_time_in_order(seen: Records) -> None:
    for week in seen.weeks:
        days = [task for its_week, task in seen.days if its_week is week]
        assert [task.day_number for task in days] == list(range(1, len(days) + 1))
        order = "".join(task.status[0] for task in days)
        assert DONE_THEN_OPEN_THEN_LOCKED.fullmatch(order)
        assert ("u" in order) == (week.status == "in_progress")
        assert week.status != "locked" or set(order) == {"l"}
        assert week.status not in ("test_ready", "passed") or set(order) == {"c"}
        for task in days:
            assert (task.due_day is None) == (task.status == "locked")
            assert (task.completed_day is not None) == (task.status == "completed")


def check_no_week_opens_before_the_one_before_it_is_passed(seen: Records) -> None:
    for plan in seen.plans:
        weeks = [week for week in seen.weeks if week.plan_id == plan.id]
        statuses, kinds = [w.status for w in weeks], [w.kind for w in weeks]
        passed = statuses.count("passed")
        assert [week.week_number for week in weeks] == list(range(1, len(weeks) + 1))
        assert statuses[:passed] == ["passed"] * passed
        assert all(status == "locked" for status in statuses[passed + 1 :])
        assert kinds.count("skill") in (3, 4)
        assert kinds[kinds.count("skill") :] in ([], ["correction"] * 2)
        assert (passed == len(weeks)) == (plan.phase in ("final", "retest", "finished"))
        assert (plan.phase == "finished") == (plan.status == "completed")


def check_each_fail_brings_two_to_four_extra_days(seen: Records) -> None:
    brought: dict[UUID, list[int]] = defaultdict(list)
    for diagnosis in seen.diagnoses:
        brought[diagnosis.weekly_plan_id].append(diagnosis.extra_days)
    extra = Counter(week.id for week, task in seen.days if task.kind == "extra")
    for week in seen.weeks:
        assert len(brought[week.id]) == week.failed_attempts
        assert all(2 <= days <= 4 for days in brought[week.id])
        assert sum(brought[week.id]) == week.extra_days_added == extra[week.id]


def streak_worked_out_anew(
    seen: Records, today: date, zone: str, rest_weekdays: Sequence[int]
) -> int:
    """One walk over the days, from what was done in them and from when plans rested."""
    active = {task.completed_day for _, task in seen.days if task.completed_day}
    active |= {study_day(at, zone) for at in seen.worked_on_tests}
    run = freezes = 0
    day = min(active, default=today)
    while day <= max(today, *active):
        if day in active:
            run += 1
            freezes = min(MOST_FREEZES, freezes + (run % 7 == 0))
        elif day < today and day.weekday() not in rest_weekdays and _had_plan(seen, day, zone):
            run, freezes = (run, freezes - 1) if run and freezes else (0, freezes)
        day += timedelta(days=1)
    return run


def _had_plan(seen: Records, day: date, zone: str) -> bool:
    """Whether a plan was active on the day."""
    return any(
        study_day(plan.created_at, zone) <= day
        and (plan.completed_at is None or day <= study_day(plan.completed_at, zone))
        and not any(
            pause.from_day <= day < (pause.until_day or date.max)
            for pause in seen.pauses
            if pause.plan_id == plan.id
        )
        for plan in seen.plans
    )
