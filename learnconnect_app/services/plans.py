"""A learner works through the days of a plan, and lets a plan rest or takes it up again."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.offline_rules import DoneAway
from learnconnect_app.domain.study_days import ONE_DAY, next_planned_day, study_day
from learnconnect_app.domain.xp import XPType, is_speedy
from learnconnect_app.models import DailyTask, PersonalizedPlan, PlanPause, User, WeeklyPlan
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.daily_news import tell_if_day_is_done
from learnconnect_app.services.late_days import record_work
from learnconnect_app.services.milestones import tell_of_plan
from learnconnect_app.services.ownership import OwnDay, locked_user, own_day, own_plan
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.weeks import open_what_follows
from learnconnect_app.services.xp import award


def start_task(
    session: Session,
    *,
    user_id: UUID,
    task_id: UUID,
    now: datetime,
    away: DoneAway | None = None,
) -> None:
    """Note when work on a day began; once. ``DomainError`` day_locked or plan_paused."""
    day = own_day(session, user_id, task_id)
    if day.task.status == "completed":
        return
    _refuse_unless_open(day, away)
    session.exec(
        update(DailyTask)
        .where(col(DailyTask.id) == task_id, col(DailyTask.started_at).is_(None))
        .values(started_at=away.at if away else now)
    )


def complete_task(
    session: Session,
    *,
    user_id: UUID,
    task_id: UUID,
    now: datetime,
    away: DoneAway | None = None,
) -> int:
    """Mark a day done, pay for it and open what follows. XP earned in all; 0 when done before.

    Done ``away``, it counts for the study day of then, also when the plan rests by now; what it
    opens is due as if it were done now. ``DomainError`` day_locked or plan_paused.
    """
    done_at = away.at if away else now
    user = locked_user(session, user_id)
    day = own_day(session, user_id, task_id)
    if day.task.status == "completed":
        return 0
    _refuse_unless_open(day, away)
    if not _set_completed(session, user, task_id, done_at):
        return 0
    open_what_follows(session, day, user, now)
    if study_day(done_at, user.timezone) == study_day(now, user.timezone):
        tell_if_day_is_done(session, user, now)
    return _pay(session, user, day.task, done_at, now)


def _refuse_unless_open(day: OwnDay, away: DoneAway | None) -> None:
    if day.task.status == "locked":
        raise DomainError("day_locked")
    if day.plan.status == "paused" and away is None:
        raise DomainError("plan_paused")


def _set_completed(session: Session, user: User, task_id: UUID, now: datetime) -> bool:
    completed = session.exec(
        update(DailyTask)
        .where(col(DailyTask.id) == task_id, col(DailyTask.status) == "unlocked")
        .values(status="completed", completed_at=now, completed_day=study_day(now, user.timezone))
    )
    return completed.rowcount == 1


def _pay(session: Session, user: User, task: DailyTask, done_at: datetime, now: datetime) -> int:
    day = study_day(done_at, user.timezone)
    elapsed = done_at - task.started_at if task.started_at else None
    earned = [XPType.DAILY_TASK]
    if is_speedy(elapsed, task.minutes):
        earned.append(XPType.SPEED)
    paid = sum(
        award(
            session,
            user_id=user.id,
            reward_type=reward_type,
            object_id=str(task.id),
            day=day,
            now=now,
        )
        for reward_type in earned
    )
    minutes = _minutes_worked(elapsed, task.minutes)
    return paid + record_work(session, user=user, at=done_at, now=now, minutes=minutes, tasks=1)


def _minutes_worked(elapsed: timedelta | None, planned: int) -> int:
    """Time since Start, at most what was planned: who marks a day done next week did not work
    through the night. Without Start, the planned minutes."""
    if elapsed is None:
        return planned
    return max(0, min(planned, round(elapsed.total_seconds() / 60)))


def pause_plan(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> None:
    """Let a plan rest; nothing of it is lost. ``DomainError("plan_completed")``."""
    user = locked_user(session, user_id)
    plan = _unfinished_plan(session, user_id, plan_id)
    pause(session, user, plan, now)


def resume_plan(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> None:
    """Take a paused plan up again. ``DomainError`` another_plan_active or plan_completed."""
    user = locked_user(session, user_id)
    plan = _unfinished_plan(session, user_id, plan_id)
    if plan.status == "paused" and active_plan(session, user_id) is not None:
        raise DomainError("another_plan_active")
    _resume(session, user, plan, now)


def switch_plan(session: Session, *, user_id: UUID, plan_id: UUID, now: datetime) -> None:
    """Resume this plan and let the active one rest. ``DomainError("plan_completed")``."""
    user = locked_user(session, user_id)
    plan = _unfinished_plan(session, user_id, plan_id)
    other = active_plan(session, user_id)
    if other is not None and other.id != plan.id:
        pause(session, user, other, now)
    _resume(session, user, plan, now)


def active_plan(session: Session, user_id: UUID) -> PersonalizedPlan | None:
    return session.exec(
        select(PersonalizedPlan).where(
            PersonalizedPlan.user_id == user_id, PersonalizedPlan.status == "active"
        )
    ).first()


def pause(session: Session, user: User, plan: PersonalizedPlan, now: datetime) -> None:
    """Pause a plan of a locked user; one that already rests stays as it is."""
    if _set_status(session, plan.id, "active", "paused"):
        session.add(PlanPause(plan_id=plan.id, from_day=study_day(now, user.timezone)))
        session.flush()
        ask(session, user_id=user.id, now=now)


def finish(session: Session, user: User, plan: PersonalizedPlan, now: datetime) -> None:
    """End a plan of a locked user, and its rest, if it was paused during its last test."""
    plan.phase, plan.status, plan.completed_at = "finished", "completed", now
    _end_rest(session, user, plan, now)
    session.flush()
    tell_of_plan(session, user, plan.id, plan.curriculum_key, now)
    award_due(session, user_id=user.id, event=Event.ENDED, now=now)


def _unfinished_plan(session: Session, user_id: UUID, plan_id: UUID) -> PersonalizedPlan:
    plan = own_plan(session, user_id, plan_id)
    if plan.status == "completed":
        raise DomainError("plan_completed")
    return plan


def _resume(session: Session, user: User, plan: PersonalizedPlan, now: datetime) -> None:
    if not _set_status(session, plan.id, "paused", "active"):
        return
    rest = _end_rest(session, user, plan, now)
    if rest is not None:
        _move_due_days(session, user, plan, rest)
    session.flush()
    ask(session, user_id=user.id, now=now)


def _end_rest(
    session: Session, user: User, plan: PersonalizedPlan, now: datetime
) -> PlanPause | None:
    rest = session.exec(
        select(PlanPause).where(PlanPause.plan_id == plan.id, col(PlanPause.until_day).is_(None))
    ).first()
    if rest is not None:
        # a clock that went back must not make a rest end before it began
        rest.until_day = max(rest.from_day, study_day(now, user.timezone))
    return rest


def _set_status(session: Session, plan_id: UUID, before: str, after: str) -> bool:
    changed = session.exec(
        update(PersonalizedPlan)
        .where(col(PersonalizedPlan.id) == plan_id, col(PersonalizedPlan.status) == before)
        .values(status=after)
    )
    return changed.rowcount == 1


def _move_due_days(session: Session, user: User, plan: PersonalizedPlan, rest: PlanPause) -> None:
    """What is open becomes due later by the days that the plan rested since it was opened."""
    tasks = session.exec(
        select(DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .where(WeeklyPlan.plan_id == plan.id, DailyTask.status == "unlocked")
    )
    for task in tasks:
        assert task.due_day  # set with the status
        assert task.unlocked_at
        assert rest.until_day
        since = max(rest.from_day, study_day(task.unlocked_at, user.timezone))
        if rest.until_day > since:
            moved = task.due_day + (rest.until_day - since)
            task.due_day = next_planned_day(moved - ONE_DAY, user.rest_weekdays)
