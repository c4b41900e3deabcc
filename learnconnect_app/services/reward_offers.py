"""The shop as operators keep it: made, changed, taken out of it, filled with codes.

Who redeemed is never told, only how often.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select, update

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.reward_forms import RewardDraft, checked_draft, pasted_codes
from learnconnect_app.domain.reward_views import (
    ENDLESS,
    CodesAdded,
    OfferForm,
    OfferRow,
    OffersView,
)
from learnconnect_app.domain.rewards import Kind
from learnconnect_app.domain.study_days import bounds, study_day
from learnconnect_app.models import Redemption, Reward, RewardCode, User
from learnconnect_app.services.operators import operator_only
from learnconnect_app.services.reward_stocks import is_pooled, left_of, with_codes_left
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.upserts import insert_new

MOST_CODES_SHOWN = 200
_A_MOMENT = timedelta(microseconds=1)


def offers_view(session: Session, *, user_id: UUID, now: datetime) -> OffersView:
    """Every reward, those of the shop first. ``NotFound`` for anyone but an operator."""
    operator = operator_only(session, user_id)
    redeemed = (
        sql_select(func.count())
        .where(col(Redemption.reward_id) == Reward.id, col(Redemption.status) != "refunded")
        .correlate(Reward)
        .scalar_subquery()
    )
    rows = session.exec(
        with_codes_left()
        .add_columns(redeemed)
        .order_by(col(Reward.is_offered).desc(), col(Reward.cost), col(Reward.key))
    )
    return OffersView(tuple(_row(row, left, count, operator, now) for row, left, count in rows))


def offer_form(
    session: Session, *, user_id: UUID, reward_id: UUID, now: datetime | None = None
) -> OfferForm:
    """A reward to be changed. ``now`` changes nothing: every reader is given it."""
    operator = operator_only(session, user_id)
    reward = _reward(session, reward_id)
    codes = session.exec(
        select(RewardCode.code)
        .where(RewardCode.reward_id == reward.id, col(RewardCode.is_taken))
        .order_by(col(RewardCode.created_at).desc(), col(RewardCode.code))
        .limit(MOST_CODES_SHOWN)
    )
    return OfferForm(str(reward.id), reward.kind, _fields(reward, operator), tuple(codes))


def save_offer(
    session: Session,
    *,
    user_id: UUID,
    reward_id: UUID | None,
    kind: Kind,
    form: Mapping[str, str],
    now: datetime,
) -> UUID:
    """Put a reward into the shop, or change one, whose kind stays. ``DomainError`` with the field.

    What was redeemed before keeps what it gave and cost.
    """
    operator = operator_only(session, user_id)
    if reward_id is None:
        draft = checked_draft(kind, form)
        reward = Reward(
            key=f"own-{uuid.uuid4().hex}",
            kind=kind.value,
            created_at=now,
            stock=draft.stock,
            **_columns(draft, operator),
        )
        session.add(reward)
        session.flush()
        return reward.id
    reward = _reward(session, reward_id)
    draft = checked_draft(Kind(reward.kind), form)
    reward.sqlmodel_update(_columns(draft, operator))
    session.flush()
    _set_stock(session, reward, draft.stock, form.get("stock_was", "").strip())
    return reward.id


def set_offered(
    session: Session, *, user_id: UUID, reward_id: UUID, is_offered: bool, now: datetime
) -> None:
    """Take it out of the shop, or put it in again. What was redeemed stays."""
    operator_only(session, user_id)
    _reward(session, reward_id).is_offered = is_offered


def add_codes(
    session: Session, *, user_id: UUID, reward_id: UUID, text: str, now: datetime
) -> CodesAdded:
    """Fill the pool of a reward, one code a line. ``NotFound`` for one that has no pool."""
    operator_only(session, user_id)
    reward = _reward(session, reward_id)
    if not is_pooled(reward):
        raise NotFound
    pasted = pasted_codes(text)
    rows = [RewardCode(reward_id=reward.id, code=code, created_at=now) for code in pasted.new]
    added = len(insert_new(session, rows))
    return CodesAdded(added, pasted.doubles + len(rows) - added)


def _reward(session: Session, reward_id: UUID) -> Reward:
    reward = session.get(Reward, reward_id)
    if reward is None:
        raise NotFound
    return reward


def _set_stock(session: Session, reward: Reward, stock: int | None, was: str) -> None:
    """Learners may be taking from it meanwhile: a number that is changed moves by the difference
    to the one that the form showed, and a number that was left alone is not touched."""
    if was == ("" if stock is None else str(stock)):
        return
    new: Any = stock
    if stock is not None and was.isdecimal():
        moved = col(Reward.stock) + (stock - int(was))
        new = case((col(Reward.stock).is_(None), stock), (moved > 0, moved), else_=0)
    session.exec(update(Reward).where(col(Reward.id) == reward.id).values(stock=new))


def _columns(draft: RewardDraft, operator: User) -> dict[str, Any]:
    zone = operator.timezone
    return {
        "title": draft.title,
        "description": draft.description,
        "cost": draft.cost,
        "value": draft.value,
        "per_learner": draft.per_learner,
        "valid_days": draft.valid_days,
        "from_at": bounds(draft.first_day, zone)[0] if draft.first_day else None,
        "until_at": bounds(draft.last_day, zone)[1] if draft.last_day else None,
    }


def _fields(reward: Reward, operator: User) -> dict[str, str]:
    zone = operator.timezone
    numbers = {
        "cost": reward.cost,
        "stock": reward.stock,
        "stock_was": reward.stock,
        "per_learner": reward.per_learner,
        "valid_days": reward.valid_days,
        **reward.value,
    }
    first = study_day(reward.from_at, zone) if reward.from_at else ""
    last = study_day(reward.until_at - _A_MOMENT, zone) if reward.until_at else ""
    return {
        **{f"title_{language}": text for language, text in reward.title.items()},
        **{f"description_{language}": text for language, text in reward.description.items()},
        **{name: "" if value is None else str(value) for name, value in numbers.items()},
        "first_day": str(first),
        "last_day": str(last),
    }


def _row(reward: Reward, codes_left: int, redeemed: int, operator: User, now: datetime) -> OfferRow:
    left = left_of(reward, codes_left)
    return OfferRow(
        id=str(reward.id),
        kind=reward.kind,
        title=text_in(reward.title, operator.locale),
        cost=reward.cost,
        is_offered=reward.is_offered,
        is_over=reward.until_at is not None and reward.until_at <= now,
        left=ENDLESS if left is None else left,
        redeemed=redeemed,
        is_pooled=is_pooled(reward),
    )
