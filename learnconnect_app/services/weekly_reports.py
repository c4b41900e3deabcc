"""Weekly reports: each learner with a plan has one of each week, by Monday 08:00 of their clock.

A week is over when its Sunday rolls over, on Monday at 04:00. From then on its report can be made,
once: the database keeps one for a learner and Monday. A week in which every plan lay still and
nothing was done has none. What it told is kept, whatever is changed later.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, and_, col, or_, select, update

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.report_suggestions import suggestions
from learnconnect_app.domain.study_days import ONE_DAY, bounds, study_day, week_of
from learnconnect_app.models import (
    DailyActivity,
    PersonalizedPlan,
    StudyPlan,
    User,
    WeeklyReport,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.report_figures import figures_of
from learnconnect_app.services.report_records import WEEK, Span, records_of, span_before
from learnconnect_app.services.report_standings import standing_of
from learnconnect_app.services.report_words import kept_figures
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.services.upserts import insert_once

log = logging.getLogger(__name__)

SEEN = 5 * WEEK
"""Days before a week that its report looks back on."""


class Week(NamedTuple):
    """A week that is over, for some time zones at a moment."""

    monday: date
    end: datetime
    zones: Sequence[str]


def learners_due(session: Session, *, now: datetime, most: int = 100) -> Sequence[UUID]:
    """Learners whose last week is over and has no report yet. Two queries."""
    is_due = [_is_due(week) for week in _weeks_over(session, now)]
    if not is_due:
        return ()
    is_staying = col(User.deletion_due_at).is_(None)
    return session.exec(select(User.id).where(or_(*is_due), is_staying).limit(most)).all()


def make_report(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Whether this call made the report of the last week; False when it was there."""
    settle_study_days(session, user_id=user_id, now=now)
    user = get_user(session, user_id)
    span = last_week(user, now)
    records = records_of(session, user, since=span.first - SEEN, until=span.last, now=now)
    figures = figures_of(session, records, span, span_before(span))
    was_expected = figures.totals.planned_days > 0  # a week of rest is no reason for changes
    found = suggestions(standing_of(session, records, figures, now)) if was_expected else ()
    row = WeeklyReport(
        user_id=user_id,
        week=span.first,
        figures=kept_figures(figures),
        suggestions=[
            {"code": each.code, "values": each.values, "applied_at": None} for each in found
        ],
        created_at=now,
    )
    is_new = insert_once(session, row)
    if is_new:
        ask(session, user_id=user_id, now=now)  # the mail of today tells of it
    return is_new


def report_for(session: Session, *, user_id: UUID, now: datetime) -> WeeklyReport | None:
    """The report of the last week, made now when it was not yet; None for a learner due none."""
    span = last_week(get_user(session, user_id), now)
    found = _report(session, user_id, span.first)
    if found is not None:
        return found
    user = get_user(session, user_id)
    week = Week(span.first, bounds(span.last, user.timezone)[1], [user.timezone])
    if session.exec(select(User.id).where(User.id == user_id, _is_due(week))).first() is None:
        return None
    make_report(session, user_id=user_id, now=now)
    return _report(session, user_id, span.first)


def open_report(session: Session, *, user_id: UUID, report_id: UUID, now: datetime) -> None:
    """The learner has looked at it; the first look counts."""
    session.exec(
        update(WeeklyReport)
        .where(
            col(WeeklyReport.id) == report_id,
            col(WeeklyReport.user_id) == user_id,
            col(WeeklyReport.opened_at).is_(None),
        )
        .values(opened_at=now)
    )


def last_week(user: User, now: datetime) -> Span:
    """Monday to Sunday of the last study week that is over."""
    monday = week_of(study_day(now, user.timezone))[0] - WEEK
    return Span(monday, monday + WEEK - ONE_DAY)


def _report(session: Session, user_id: UUID, monday: date) -> WeeklyReport | None:
    return session.exec(
        select(WeeklyReport).where(WeeklyReport.user_id == user_id, WeeklyReport.week == monday)
    ).first()


def _weeks_over(session: Session, now: datetime) -> Iterator[Week]:
    """The last week of each zone that learners live in; zones with the same one are together."""
    zones: defaultdict[tuple[date, datetime], list[str]] = defaultdict(list)
    for zone in session.exec(select(User.timezone).distinct()):
        try:
            sunday = week_of(study_day(now, zone))[0] - ONE_DAY
        except DomainError:
            log.warning("learners in %s are due no report: the zone is unknown here", zone)
            continue
        zones[sunday, bounds(sunday, zone)[1]].append(zone)
    for (sunday, end), names in zones.items():
        yield Week(sunday - WEEK + ONE_DAY, end, names)


def _is_due(week: Week) -> ColumnElement[bool]:
    """A plan of theirs is active and began before the week was over, or they worked in it."""
    is_study = exists().where(
        col(StudyPlan.user_id) == User.id,
        col(StudyPlan.status) == "active",
        col(StudyPlan.activated_at) < week.end,
    )
    is_skill = exists().where(
        col(PersonalizedPlan.user_id) == User.id,
        col(PersonalizedPlan.status) == "active",
        col(PersonalizedPlan.created_at) < week.end,
    )
    is_worked = exists().where(
        col(DailyActivity.user_id) == User.id,
        col(DailyActivity.day).between(week.monday, week.monday + WEEK - ONE_DAY),
        col(DailyActivity.kind) == "active",
    )
    is_there = exists().where(
        col(WeeklyReport.user_id) == User.id, col(WeeklyReport.week) == week.monday
    )
    condition: Any = and_(
        col(User.timezone).in_(week.zones), or_(is_study, is_skill, is_worked), ~is_there
    )
    return condition  # type: ignore[no-any-return]
