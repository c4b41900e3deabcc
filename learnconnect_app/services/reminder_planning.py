"""Plans the reminders of learners' study days: at 04:00 on their clocks, and when asked to."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.reminder_days import Planned, planned_for
from learnconnect_app.domain.reminders import rule_of
from learnconnect_app.domain.study_days import bounds, study_day
from learnconnect_app.models import ReminderPlanning, User
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.reminder_days import day_of
from learnconnect_app.services.reminder_rows import News, recipient_of, write
from learnconnect_app.services.reminder_words import duration_in
from learnconnect_app.services.report_mails import report_params
from learnconnect_app.services.spoken_values import spoken
from learnconnect_app.services.weekly_reports import report_for

__all__ = ["ask", "plan_day", "plan_due"]

log = logging.getLogger(__name__)

AGAIN_AFTER = timedelta(hours=1)
"""Until a learner whose day could not be planned is tried again."""


def plan_due(session: Session, *, most: int = 20, now: datetime) -> int:
    """Plan the day of up to ``most`` learners for whom that is due; how many it was.

    Any number of schedulers may do this at once: a learner who is locked, by another one or by
    something they do, is passed over. Who cannot be planned holds up nobody.
    """
    due = session.exec(
        select(ReminderPlanning.user_id)
        .where(ReminderPlanning.due_at <= now)
        .order_by(col(ReminderPlanning.due_at))
        .limit(most)
    ).all()
    return sum(_claim_and_plan(session, user_id, now) for user_id in due)


def _claim_and_plan(session: Session, user_id: UUID, now: datetime) -> bool:
    """First the learner, then the row: the order in which services lock that ask."""
    user = session.exec(
        select(User)
        .where(User.id == user_id)
        .with_for_update(skip_locked=True, key_share=True)
        .execution_options(populate_existing=True)
    ).first()
    if user is None:
        return False
    if user.deletion_due_at is not None:  # asked for again when the account is kept
        session.exec(delete(ReminderPlanning).where(col(ReminderPlanning.user_id) == user_id))
        return False
    try:
        today = study_day(now, user.timezone)  # an account may live in a zone unknown here
        before = _claim(session, user, today, now)
        if before is None:
            return False
        with session.begin_nested():
            plan_day(session, user, is_again=before >= today, now=now)
    except Exception:
        log.exception("the reminders of learner %s were not planned", user_id)
        _set(session, user_id, due_at=now + AGAIN_AFTER, planned_day=None)
    return True


def _claim(session: Session, user: User, today: date, now: datetime) -> date | None:
    """The day planned last, `date.min` when none was; None when somebody else was here since."""
    row = session.exec(
        select(ReminderPlanning)
        .where(ReminderPlanning.user_id == user.id, ReminderPlanning.due_at <= now)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        return None
    before = row.planned_day or date.min
    _set(session, user.id, due_at=bounds(today, user.timezone)[1], planned_day=today)
    return before


def _set(session: Session, user_id: UUID, **values: Any) -> None:
    session.exec(
        update(ReminderPlanning).where(col(ReminderPlanning.user_id) == user_id).values(**values)
    )


def plan_day(session: Session, user: User, *, is_again: bool, now: datetime) -> None:
    """Write what a locked learner's study day brings.

    ``is_again``: it was planned before, so what was due by now was sent, or is not new to them.
    """
    recipient = recipient_of(session, user, now)
    day = day_of(session, recipient, now)
    news = [_news(session, user, planned, day.day, now) for planned in planned_for(day)]
    in_time = [each for each in news if _is_in_time(each, is_again, now)]
    past = [each for each in news if each not in in_time]
    write(session, recipient, in_time, past=past, now=now)


def _is_in_time(news: News, is_again: bool, now: datetime) -> bool:
    return news.due_at > now or (not is_again and news.due_at + news.rule.fresh_for > now)


def _make_report(session: Session, user: User, now: datetime) -> None:
    """When it was not yet made: what is a part of a digest is not planned anew with its figures."""
    try:
        with session.begin_nested():
            report_for(session, user_id=user.id, now=now)
    except Exception:
        log.exception("the report of learner %s was not made", user.id)


def _news(session: Session, user: User, planned: Planned, day: date, now: datetime) -> News:
    values = dict(planned.values)
    if planned.rule == "weekly_report":
        week = date.fromisoformat(planned.about)
        _make_report(session, user, now)
        values["report"] = report_params(session, user_id=user.id, week=week, locale=user.locale)
    if "minutes" in values:
        values["duration"] = duration_in(user.locale, values.pop("minutes"))
    if "until" in values:
        values |= spoken({"until": values["until"]}, user.locale)
    return News(
        rule=rule_of(planned.rule),
        day=day,
        due_at=planned.due_at,
        about=planned.about,
        values=values,
        path=planned.path,
    )
