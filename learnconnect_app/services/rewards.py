"""Points are spent: a reward is redeemed whole or not at all, and once for a click.

One transaction locks the learner (so that no two redemptions see the same points), takes one of
the stock by a guarded UPDATE, writes what was paid and gives what was paid for. Anything that does
not hold raises, and nothing of it has happened.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select, update

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.premium import most_freezes
from learnconnect_app.domain.rewards import (
    KINDS,
    Kind,
    Standing,
    can_be_refunded,
    is_over,
    refusal,
)
from learnconnect_app.models import Redemption, Reward, User
from learnconnect_app.services.operators import operator_only
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.points import give_back, points_of, spend
from learnconnect_app.services.presence import presence_of
from learnconnect_app.services.reward_gifts import GIFTS, Giving
from learnconnect_app.services.reward_references import by_reference
from learnconnect_app.services.reward_stocks import offer_of, terms_of, with_codes_left


def redeem(
    session: Session,
    *,
    user_id: UUID,
    reward_id: UUID,
    request_id: UUID,
    terms: str,
    now: datetime,
) -> UUID:
    """Spend the learner's points on a reward by the ``terms`` they saw; the redemption.

    The same ``request_id`` again is answered with the redemption that it made. ``NotFound`` for
    no reward of the shop, ``DomainError`` for what `domain.rewards.refusal` says and
    reward_changed for other terms.
    """
    user = locked_user(session, user_id)
    known = _of_request(session, user_id, request_id)
    if known is not None:
        return known
    reward, codes_left = _reward(session, reward_id)
    _refuse_unless_possible(session, user, reward, codes_left, now)
    if terms != terms_of(reward):
        raise DomainError("reward_changed")
    _take_from_stock(session, reward, now)
    redemption = Redemption(
        user_id=user_id,
        reward_id=reward.id,
        request_id=request_id,
        cost=reward.cost,
        value=dict(reward.value),
        created_at=now,
    )
    session.add(redemption)
    session.flush()
    spend(session, redemption, now)
    GIFTS[Kind(reward.kind)].give(Giving(session, user, reward, redemption, now))
    session.flush()
    return redemption.id


def mark_used(
    session: Session, *, user_id: UUID, redemption_id: UUID, is_used: bool, now: datetime
) -> None:
    """The learner notes that a code has been used, or takes that back. Repeating it does nothing.

    ``NotFound`` for what is not a code of theirs that can be used.
    """
    locked_user(session, user_id)
    redemption = session.exec(
        select(Redemption)
        .where(
            Redemption.id == redemption_id,
            Redemption.user_id == user_id,
            Redemption.code != "",
            Redemption.status != "refunded",
        )
        .execution_options(populate_existing=True)
    ).first()
    if redemption is None:
        raise NotFound
    redemption.status = "used" if is_used else "active"
    redemption.used_at = now if is_used else None


def refund(session: Session, *, user_id: UUID, reference: str, now: datetime) -> UUID:
    """Give the points of a redemption back and take what they gave; whose it was.

    ``NotFound`` for anyone but an operator; ``DomainError`` reference_unknown, and refund_used for
    what was used, is over or was refunded. What was in stock is so again; a code that was seen
    stays taken.
    """
    operator_only(session, user_id)
    found = by_reference(session, reference)
    user = locked_user(session, found.user_id)
    redemption, reward = session.exec(
        select(Redemption, Reward)
        .join(Reward, col(Reward.id) == Redemption.reward_id)
        .where(Redemption.id == found.id)
        .execution_options(populate_existing=True)
    ).one()
    kind = Kind(reward.kind)
    if not can_be_refunded(redemption.status, redemption.expires_at, now):
        raise DomainError("refund_used", "reference")
    redemption.status = "refunded"
    give_back(session, redemption, now)
    GIFTS[kind].take_back(Giving(session, user, reward, redemption, now))
    session.exec(
        update(Reward)
        .where(col(Reward.id) == reward.id, col(Reward.stock).is_not(None))
        .values(stock=Reward.stock + 1)  # type: ignore[operator]
    )
    session.flush()
    return user.id


def standing_of(
    *,
    reward: Reward,
    redeemed: list[Redemption],
    balance: int,
    freezes: tuple[int, int],
    now: datetime,
) -> Standing:
    """``redeemed``: all that the learner ever redeemed; ``freezes``: held, and room for."""
    kept = [each for each in redeemed if each.status != "refunded"]
    return Standing(
        balance=balance,
        redeemed=sum(each.reward_id == reward.id for each in kept),
        is_owned=KINDS[Kind(reward.kind)].is_owned and _is_owned(reward, kept, now),
        freezes_held=freezes[0],
        most_freezes=freezes[1],
    )


def _is_owned(reward: Reward, kept: list[Redemption], now: datetime) -> bool:
    """Another reward may have given the same look."""
    look = reward.value.get(reward.kind)
    return any(
        each.value.get(reward.kind) == look and not is_over(each.expires_at, now) for each in kept
    )


def _of_request(session: Session, user_id: UUID, request_id: UUID) -> UUID | None:
    return session.exec(
        select(Redemption.id).where(
            Redemption.user_id == user_id, Redemption.request_id == request_id
        )
    ).first()


def _reward(session: Session, reward_id: UUID) -> tuple[Reward, int]:
    row = session.exec(
        with_codes_left()
        .where(col(Reward.id) == reward_id)
        .execution_options(populate_existing=True)
    ).first()
    if row is None:
        raise NotFound
    return row[0], row[1]


def _refuse_unless_possible(
    session: Session, user: User, reward: Reward, codes_left: int, now: datetime
) -> None:
    redeemed = session.exec(select(Redemption).where(Redemption.user_id == user.id)).all()
    freezes = (0, 0)
    if reward.kind == Kind.STREAK_FREEZE:
        if not user.is_streak_shown:
            raise DomainError("reward_gone")
        held = presence_of(session, user=user, now=now).freezes_held
        freezes = (held, most_freezes(user.premium_until, now))
    standing = standing_of(
        reward=reward,
        redeemed=list(redeemed),
        balance=points_of(session, user.id).balance,
        freezes=freezes,
        now=now,
    )
    refused = refusal(offer_of(reward, codes_left), standing, now)
    if refused is not None:
        raise refused


def _take_from_stock(session: Session, reward: Reward, now: datetime) -> None:
    """One of a limited stock, if there still is one and it is still offered."""
    if reward.stock is None:
        return
    taken = session.exec(
        update(Reward)
        .where(
            col(Reward.id) == reward.id,
            col(Reward.stock) > 0,
            col(Reward.is_offered),
            or_(col(Reward.until_at).is_(None), col(Reward.until_at) > now),
        )
        .values(stock=Reward.stock - 1)  # type: ignore[operator]
        .execution_options(synchronize_session=False)
    )
    if taken.rowcount != 1:
        raise DomainError("reward_sold_out")
