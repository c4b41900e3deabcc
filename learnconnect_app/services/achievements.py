"""Medals are awarded in the transaction of what earned them, told once and celebrated once.

The database decides all three: a tier is inserted once for a learner, and whoever sets
``celebrated_at`` is the one screen that celebrates it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select, update

from learnconnect_app.domain.achievement_views import CelebratedMedal
from learnconnect_app.domain.achievements import (
    TIERS,
    Event,
    Fact,
    Medal,
    Tier,
    changed_by,
    medal_of,
    shown,
)
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import Achievement, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievement_facts import facts_of
from learnconnect_app.services.achievement_news import tell_of_medals
from learnconnect_app.services.achievement_words import celebrated_medal
from learnconnect_app.services.challenges import complete_due
from learnconnect_app.services.upserts import insert_new

CHALLENGING = (Event.WORKED, Event.CORRECTED)
"""What may complete the challenge of the week."""

Earned = tuple[Medal, Tier]
Held = Mapping[str, Collection[str]]
"""Tiers by medal."""


def award_due(
    session: Session, *, user_id: UUID, event: Event, at: datetime | None = None, now: datetime
) -> tuple[Earned, ...]:
    """Award what this event has earned; to be called after what happened was written.

    ``at``: when it happened, if it arrives late; its week and hour are those of then.
    Only medals that the event can change and that are not complete are looked at, in at most five
    queries when nothing is earned. Whoever comes second, or again, is awarded nothing.
    """
    user = get_user(session, user_id)
    session.flush()
    at = at or now
    earned = _award_challenge(session, user, at, now) if event in CHALLENGING else ()
    return earned + _award(session, user, event, at, now)


def award_challenge(
    session: Session, *, user_id: UUID, at: datetime, now: datetime
) -> tuple[Earned, ...]:
    """Award the challenge of the week of ``at`` if it is reached now, and nothing else."""
    session.flush()
    return _award_challenge(session, get_user(session, user_id), at, now)


def catch_up(session: Session, *, user_id: UUID, now: datetime) -> tuple[Earned, ...]:
    """Award whatever was earned before anyone counted it: quietly, with one note for all of it.

    Repeating it changes nothing.
    """
    user = get_user(session, user_id)
    complete_due(session, user=user, at=now, now=now)
    medals = shown(is_streak_shown=user.is_streak_shown)
    facts = facts_of(session, user, {medal.fact for medal in medals}, now)
    due = missing(medals, facts, held_by(session, user_id))
    return _insert(session, user, due, now, celebrated_at=now)


def missing(medals: Iterable[Medal], facts: Mapping[Fact, int], held: Held) -> list[Earned]:
    """Tiers that are reached and not held, in the order they are declared."""
    return [
        (medal, tier)
        for medal in medals
        for tier in medal.reached(facts[medal.fact])
        if tier not in held.get(medal.key, ())
    ]


def held_by(session: Session, user_id: UUID) -> dict[str, set[str]]:
    held: defaultdict[str, set[str]] = defaultdict(set)
    rows = session.exec(
        select(Achievement.key, Achievement.tier).where(Achievement.user_id == user_id)
    )
    for key, tier in rows:
        held[key].add(tier)
    return held


def celebrate(session: Session, *, user_id: UUID, now: datetime) -> tuple[CelebratedMedal, ...]:
    """What this screen is to celebrate, the highest tier of each medal; nothing for the next."""
    claimed = session.execute(
        update(Achievement)
        .where(col(Achievement.user_id) == user_id, col(Achievement.celebrated_at).is_(None))
        .values(celebrated_at=now)
        .returning(col(Achievement.key), col(Achievement.tier))
        .execution_options(synchronize_session=False)
    ).all()
    if not claimed:
        return ()
    user = get_user(session, user_id)
    found = [(medal_of(key), tier) for key, tier in claimed]
    earned = [
        (medal, tier)
        for medal, tier in found
        if medal is not None and (user.is_streak_shown or not medal.is_of_streak)
    ]
    return tuple(celebrated_medal(medal, tier, user.locale) for medal, tier in highest(earned))


def count_of_uncelebrated() -> ScalarSelect[int]:
    """Of the ``User`` row of the query it is put into."""
    return (
        sql_select(func.count())
        .where(
            col(Achievement.user_id) == User.id,
            col(Achievement.celebrated_at).is_(None),
        )
        .correlate(User)
        .scalar_subquery()
    )


def highest(earned: Iterable[Earned]) -> list[Earned]:
    """The best tier of each medal, the most precious first."""
    best: dict[str, Earned] = {}
    for medal, tier in earned:
        held = best.get(medal.key)
        if held is None or TIERS.index(tier) > TIERS.index(held[1]):
            best[medal.key] = (medal, tier)
    return sorted(best.values(), key=lambda each: -TIERS.index(each[1]))


def _award_challenge(
    session: Session, user: User, at: datetime, now: datetime
) -> tuple[Earned, ...]:
    if not complete_due(session, user=user, at=at, now=now):
        return ()
    return _award(session, user, Event.CHALLENGED, at, now)


def _award(
    session: Session, user: User, event: Event, at: datetime, now: datetime
) -> tuple[Earned, ...]:
    held = held_by(session, user.id)
    hour = local_time(at, user.timezone).hour
    medals = changed_by(event, hour, held, is_streak_shown=user.is_streak_shown)
    if not medals:
        return ()
    facts = facts_of(session, user, {medal.fact for medal in medals}, now)
    return _insert(session, user, missing(medals, facts, held), now)


def _insert(
    session: Session,
    user: User,
    due: Sequence[Earned],
    now: datetime,
    *,
    celebrated_at: datetime | None = None,
) -> tuple[Earned, ...]:
    """The tiers that this call was the first to award, and has told of."""
    rows = [
        Achievement(
            user_id=user.id,
            key=medal.key,
            tier=tier,
            earned_at=now,
            celebrated_at=celebrated_at,
        )
        for medal, tier in due
    ]
    inserted = {key for (key,) in insert_new(session, rows)}
    earned = tuple(each for each, row in zip(due, rows, strict=True) if row.id in inserted)
    tell_of_medals(session, user, highest(earned), now)
    return earned
