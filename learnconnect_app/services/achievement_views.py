"""Reads what `/achievements` shows: medals held and near, the rings, the challenge of the week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.achievement_views import (
    AchievementsView,
    ChallengeOffer,
    MedalView,
)
from learnconnect_app.domain.achievements import TIERS, Fact, Medal, Tier, shown
from learnconnect_app.domain.goal_rings import share
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Achievement, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievement_facts import facts_of
from learnconnect_app.services.achievement_words import name_of, task_of
from learnconnect_app.services.achievements import missing
from learnconnect_app.services.challenge_offers import offers_from
from learnconnect_app.services.challenges import (
    challenge_view,
    current_challenge,
    is_reached,
    words_of_challenge,
)
from learnconnect_app.services.learner_goals import aims_of, rings_of
from learnconnect_app.services.presence import presence_of

MOST_NEAR = 3

Days = Mapping[str, Mapping[str, date]]
"""When each tier of each medal was earned."""


def achievements_view(session: Session, *, user_id: UUID, now: datetime) -> AchievementsView:
    """Everything on the page, in at most twelve queries. Nothing is written.

    ``is_behind`` says that something is to be awarded first (`achievements.catch_up`).
    """
    user = get_user(session, user_id)
    presence = presence_of(session, user=user, now=now)
    medals = shown(is_streak_shown=user.is_streak_shown)
    facts = facts_of(session, user, {medal.fact for medal in medals}, now)
    days = _days(session, user)
    views = tuple(
        _medal(medal, facts, presence.streak.current, days.get(medal.key, {}), user.locale)
        for medal in medals
    )
    aims = aims_of(session, user_id, now)
    current = current_challenge(session, user_id, presence.today)
    held = {key: set(tiers) for key, tiers in days.items()}
    counts = {tier: sum(tier in held.get(each.key, ()) for each in medals) for tier in TIERS}
    return AchievementsView(
        medals=views,
        near=near(views),
        earned=sum(counts.values()),
        possible=sum(each.tiers for each in views),
        **counts,
        rings=rings_of(presence, aims),
        challenge=challenge_view(current, presence.today, user.locale),
        offers=tuple(
            ChallengeOffer(
                each.key, each.target, words_of_challenge(each.key, each.target, user.locale)
            )
            for each in offers_from(session, user, presence, aims)
            if current is None or each.key != current.challenge.key
        ),
        has_plan=any(aims.asked),
        is_behind=bool(missing(medals, facts, held)) or is_reached(current),
    )


def near(medals: Sequence[MedalView]) -> tuple[MedalView, ...]:
    """Begun and not complete, the closest to their next tier first."""
    begun = [each for each in medals if each.next_tier and each.percent]
    return tuple(sorted(begun, key=lambda each: -each.percent)[:MOST_NEAR])


def _days(session: Session, user: User) -> Days:
    rows = session.exec(
        select(Achievement.key, Achievement.tier, Achievement.earned_at)
        .where(Achievement.user_id == user.id)
        .order_by(col(Achievement.earned_at))
    )
    days: dict[str, dict[str, date]] = {}
    for key, tier, at in rows:
        days.setdefault(key, {})[tier] = study_day(at, user.timezone)
    return days


def _medal(
    medal: Medal, facts: Mapping[Fact, int], run: int, days: Mapping[str, date], locale: str
) -> MedalView:
    """``run``: days of the streak that goes on. It earns the next tier."""
    tier, following = _best(days), medal.following(days)
    last = TIERS[len(medal.targets) - 1]
    target = medal.target(following or last)
    is_running = medal.fact is Fact.STREAK and following is not None
    count = min(run if is_running else facts[medal.fact], target)
    return MedalView(
        key=medal.key,
        icon=medal.icon,
        group=medal.group,
        name=name_of(medal, locale),
        tier=tier or "",
        day=days[tier].isoformat() if tier else "",
        task=task_of(medal, following or last, locale),
        next_tier=following or "",
        count=count // medal.unit,
        target=target // medal.unit,
        percent=share(count, target),
        tiers=len(medal.targets),
        held=len(days),
    )


def _best(tiers: Iterable[str]) -> Tier | None:
    held = set(tiers)
    return next((tier for tier in reversed(TIERS) if tier in held), None)
