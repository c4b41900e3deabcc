"""A learner sets themselves a challenge for the week, changes it, drops it, completes it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Case, case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.achievement_views import ChallengeView
from learnconnect_app.domain.challenges import CHANGED_UNTIL
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.goal_rings import share
from learnconnect_app.domain.study_days import study_day, week_of
from learnconnect_app.locales import message
from learnconnect_app.models import Challenge, DailyActivity, Mistake, StudySession, User
from learnconnect_app.services.achievement_news import tell_of_challenge
from learnconnect_app.services.challenge_offers import offers_of
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.upserts import upsert_all

WEEK = timedelta(days=7)


class Current(NamedTuple):
    """The challenge of this week, and how far it is."""

    challenge: Challenge
    so_far: int


def count_of_challenge(*, before: date = date.max) -> Case[int]:
    """How far the ``Challenge`` row of the query it is put into is, counted from its Monday on.

    Without ``before`` it is right for the week that runs: what came after a week that is over
    would count too.
    """
    of_days: tuple[Any, ...] = (
        col(DailyActivity.user_id) == Challenge.user_id,
        col(DailyActivity.day) >= Challenge.week,
        col(DailyActivity.day) < before,
    )
    counts: dict[str, tuple[Any, ...]] = {
        "days": (func.count(), *of_days, col(DailyActivity.kind) == "active"),
        "minutes": (func.sum(DailyActivity.minutes), *of_days),
        "sessions": (func.sum(DailyActivity.tasks_completed), *of_days),
        "tests": (func.sum(DailyActivity.tests_submitted), *of_days),
        "mistakes": (
            func.count(),
            col(Mistake.user_id) == Challenge.user_id,
            col(Mistake.reviewed_day) >= Challenge.week,
            col(Mistake.reviewed_day) < before,
            col(Mistake.times_right) > 0,
        ),
        "notes": (
            func.count(),
            col(StudySession.user_id) == Challenge.user_id,
            col(StudySession.done_day) >= Challenge.week,
            col(StudySession.done_day) < before,
            col(StudySession.notes) != "",
        ),
    }
    return case(
        *(
            (
                col(Challenge.key) == key,
                func.coalesce(
                    sql_select(number).where(*rows).correlate(Challenge).scalar_subquery(), 0
                ),
            )
            for key, (number, *rows) in counts.items()
        ),
        else_=0,
    )


def choose_challenge(session: Session, *, user_id: UUID, key: str, now: datetime) -> None:
    """Take one of this week's offers, in place of another one until Wednesday.

    ``DomainError`` challenge_outdated for what is not offered (any more), challenge_done,
    challenge_fixed.
    """
    user = locked_user(session, user_id)
    today = study_day(now, user.timezone)
    monday = week_of(today)[0]
    held = _of_week(session, user_id, monday)
    if held is not None:
        _refuse_unless_changeable(held, key, today)
    offer = next((each for each in offers_of(session, user, now) if each.key == key), None)
    if offer is None:
        raise DomainError("challenge_outdated")
    row = Challenge(user_id=user_id, week=monday, key=key, target=offer.target, chosen_at=now)
    upsert_all(session, [row], by=["user_id", "week"], keep=["id"])


def _refuse_unless_changeable(held: Challenge, key: str, today: date) -> None:
    if held.completed_at is not None:
        raise DomainError("challenge_done")
    if held.key != key and today.weekday() > CHANGED_UNTIL:
        raise DomainError("challenge_fixed")


def drop_challenge(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Let this week's challenge go. One that is done stays."""
    user = locked_user(session, user_id)
    session.exec(
        delete(Challenge).where(
            col(Challenge.user_id) == user_id,
            col(Challenge.week) == week_of(study_day(now, user.timezone))[0],
            col(Challenge.completed_at).is_(None),
        )
    )


def complete_due(session: Session, *, user: User, at: datetime, now: datetime) -> bool:
    """Whether this call completed the challenge of the week of ``at``, when the work was done.

    One query when it did not.
    """
    monday = week_of(study_day(at, user.timezone))[0]
    count = count_of_challenge(before=monday + WEEK)
    columns: tuple[Any, ...] = (Challenge.id, Challenge.key, Challenge.target)
    row = session.execute(
        sql_select(*columns, count.label("count")).where(
            col(Challenge.user_id) == user.id,
            col(Challenge.week) == monday,
            col(Challenge.completed_at).is_(None),
        )
    ).first()
    if row is None or row.count < row.target:
        return False
    completed = session.exec(
        update(Challenge)
        .where(col(Challenge.id) == row.id, col(Challenge.completed_at).is_(None))
        .values(completed_at=now)
    )
    if completed.rowcount != 1:
        return False
    what = words_of_challenge(row.key, row.target, user.locale)
    tell_of_challenge(session, user, monday, what, now)
    return True


def of_week(found: Iterable[Current], today: date) -> Current | None:
    """The challenge of the week of ``today``, of those that were read."""
    monday = week_of(today)[0]
    return next((each for each in found if each.challenge.week == monday), None)


def current_challenge(session: Session, user_id: UUID, today: date) -> Current | None:
    """One query."""
    row = session.exec(
        select(Challenge, count_of_challenge()).where(
            Challenge.user_id == user_id, Challenge.week == week_of(today)[0]
        )
    ).first()
    return Current(*row) if row else None


def is_reached(current: Current | None) -> bool:
    """Whether it is completed but for the note of it."""
    if current is None or current.challenge.completed_at is not None:
        return False
    return current.so_far >= current.challenge.target


def challenge_view(current: Current | None, today: date, locale: str) -> ChallengeView:
    if current is None:
        return ChallengeView()
    row = current.challenge
    is_done = row.completed_at is not None
    count = row.target if is_done else min(current.so_far, row.target)
    return ChallengeView(
        key=row.key,
        text=words_of_challenge(row.key, row.target, locale),
        count=count,
        target=row.target,
        percent=share(count, row.target),
        is_done=is_done,
        can_change=not is_done and today.weekday() <= CHANGED_UNTIL,
    )


def words_of_challenge(key: str, target: int, locale: str) -> str:
    return message(locale, f"medals.challenge.{key}", n=target)


def _of_week(session: Session, user_id: UUID, monday: date) -> Challenge | None:
    return session.exec(
        select(Challenge)
        .where(Challenge.user_id == user_id, Challenge.week == monday)
        .execution_options(populate_existing=True)
    ).first()
