"""`/rewards`: the points, the shop as it is for this learner, what they own and have redeemed."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.goal_rings import share
from learnconnect_app.domain.looks import LOOKS, USUAL, LookKind
from learnconnect_app.domain.premium import Perk, most_freezes, perks
from learnconnect_app.domain.reward_views import (
    ENDLESS,
    LookCard,
    RedeemedCard,
    RewardCard,
    RewardsView,
)
from learnconnect_app.domain.rewards import Kind, is_over, is_shown, refusal
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Redemption, Reward, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.points import points_of
from learnconnect_app.services.presence import presence_of
from learnconnect_app.services.reward_references import reference_of
from learnconnect_app.services.reward_stocks import left_of, offer_of, terms_of, with_codes_left
from learnconnect_app.services.rewards import standing_of
from learnconnect_app.services.texts import text_in

MOST_REDEEMED = 50
_NO_MORE = timedelta(microseconds=1)
_ACTIVE = {
    Kind.CODE: "usable",
    Kind.PREMIUM_DAYS: "running",
    Kind.THEME: "given",
    Kind.FRAME: "given",
    Kind.STREAK_FREEZE: "given",
}
Redeemed = list[tuple[Redemption, Reward]]


def rewards_view(session: Session, *, user_id: UUID, now: datetime) -> RewardsView:
    """In at most seven queries. Writes nothing."""
    user, points = get_user(session, user_id), points_of(session, user_id)
    redeemed: Redeemed = list(
        session.exec(
            select(Redemption, Reward)
            .join(Reward, col(Reward.id) == Redemption.reward_id)
            .where(Redemption.user_id == user_id)
            .order_by(col(Redemption.created_at).desc(), col(Redemption.id))
        )
    )
    held = presence_of(session, user=user, now=now).freezes_held if user.is_streak_shown else 0
    room = most_freezes(user.premium_until, now)
    offers = _offers(session, user, points.balance, redeemed, (held, room), now)
    missing = [each for each in offers if each.reason == "reward_points"]
    is_premium = bool(perks(user.premium_until, now))
    return RewardsView(
        balance=points.balance,
        earned=points.earned,
        premium_until=_last_day(user.premium_until, user) if is_premium else "",
        has_streak=user.is_streak_shown,
        most_freezes=room,
        offers=offers,
        next_up=missing[0] if missing else RewardsView.next_up,
        themes=_looks(LookKind.THEME, user, redeemed, now),
        frames=_looks(LookKind.FRAME, user, redeemed, now),
        redeemed=tuple(_redeemed(*each, user, now) for each in redeemed[:MOST_REDEEMED]),
    )


def _offers(
    session: Session,
    user: User,
    balance: int,
    redeemed: Redeemed,
    freezes: tuple[int, int],
    now: datetime,
) -> tuple[RewardCard, ...]:
    """The cheapest first. Of a streak that is switched off nothing is offered."""
    own = [each for each, _ in redeemed]
    rows = session.exec(
        with_codes_left().where(col(Reward.is_offered)).order_by(col(Reward.cost), col(Reward.key))
    )
    cards = []
    for reward, codes_left in rows:
        offer = offer_of(reward, codes_left)
        is_hidden = offer.kind is Kind.STREAK_FREEZE and not user.is_streak_shown
        if is_hidden or not is_shown(offer, now):
            continue
        standing = standing_of(
            reward=reward, redeemed=own, balance=balance, freezes=freezes, now=now
        )
        refused = refusal(offer, standing, now)
        reason = refused.code if refused else ""
        n = int(refused.params.get("n", 0)) if refused else 0
        left = left_of(reward, codes_left)
        cards.append(
            RewardCard(
                id=str(reward.id),
                kind=reward.kind,
                title=text_in(reward.title, user.locale),
                text=text_in(reward.description, user.locale),
                cost=reward.cost,
                terms=terms_of(reward),
                look=reward.value.get(reward.kind, ""),
                days=reward.value.get("days", 0),
                valid_days=reward.valid_days or 0,
                reason=reason,
                missing=n if reason == "reward_points" else 0,
                most=n if reason != "reward_points" else 0,
                percent=share(balance, reward.cost),
                left=ENDLESS if left is None else left,
                first_day=_first_day(reward, user) if reason == "reward_soon" else "",
                last_day=_last_day(reward.until_at, user),
            )
        )
    return tuple(cards)


def _looks(kind: LookKind, user: User, redeemed: Redeemed, now: datetime) -> tuple[LookCard, ...]:
    """The usual one first. Owned ones are not lent, whatever premium would lend."""
    owned = {
        each.value.get(kind.value)
        for each, _ in redeemed
        if each.status != "refunded" and not is_over(each.expires_at, now)
    }
    has_all = Perk.LOOKS in perks(user.premium_until, now)
    chosen = user.theme if kind is LookKind.THEME else user.frame
    there = [look for look in LOOKS[kind] if look in owned or has_all]
    worn = chosen if chosen in there else USUAL
    return tuple(
        LookCard(kind.value, look, look == worn, look != USUAL and look not in owned)
        for look in (USUAL, *there)
    )


def _redeemed(redemption: Redemption, reward: Reward, user: User, now: datetime) -> RedeemedCard:
    state = redemption.status
    if state == "active":
        is_past = is_over(redemption.expires_at, now)
        state = "over" if is_past else _ACTIVE[Kind(reward.kind)]
    is_open = state in _ACTIVE.values()
    return RedeemedCard(
        id=str(redemption.id),
        reference=reference_of(redemption.id),
        kind=reward.kind,
        title=text_in(reward.title, user.locale),
        cost=redemption.cost,
        day=study_day(redemption.created_at, user.timezone).isoformat(),
        state=state,
        code=redemption.code,
        last_day=_last_day(redemption.expires_at, user) if is_open else "",
    )


def _first_day(reward: Reward, user: User) -> str:
    assert reward.from_at is not None
    return study_day(reward.from_at, user.timezone).isoformat()


def _last_day(until: datetime | None, user: User) -> str:
    """The last study day that has a moment before ``until``."""
    return study_day(until - _NO_MORE, user.timezone).isoformat() if until else ""
