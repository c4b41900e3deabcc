"""What an operator sees. Everyone else is answered as if it did not exist."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, case
from sqlmodel import Session, col, func, select

from learnconnect_app.domain.calibration import ENOUGH_ANSWERS
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import AdminView, ItemRow
from learnconnect_app.models import Item, ItemCalibration, Topic, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.texts import text_in

MOST_ROWS = 100


def admin_view(session: Session, *, user_id: UUID, now: datetime | None = None) -> AdminView:
    """Items as real answers show them, flagged ones first. ``NotFound`` for other people.

    ``now`` changes nothing: every reader is given it. Four queries.
    """
    operator = operator_only(session, user_id)
    enough = col(ItemCalibration.answers) >= ENOUGH_ANSWERS
    item_count = session.exec(select(func.count()).where(col(Item.is_retired).is_(False))).one()
    judged, flagged = session.exec(
        select(func.count(), func.coalesce(func.sum(case((_is_flagged(), 1), else_=0)), 0)).where(
            enough
        )
    ).one()
    rows = session.exec(
        select(Item, ItemCalibration, Topic.title)
        .join(ItemCalibration, col(ItemCalibration.item_key) == Item.key)
        .join(Topic, col(Topic.key) == Item.topic_key)
        .where(enough, col(Item.is_retired).is_(False))
        .order_by(_is_flagged().desc(), col(ItemCalibration.answers).desc(), col(Item.key))
        .limit(MOST_ROWS)
    )
    return AdminView(
        item_count=item_count,
        judged=judged,
        flagged=int(flagged),
        rows=tuple(_row(item, seen, title, operator.locale) for item, seen, title in rows),
    )


def operator_only(session: Session, user_id: UUID) -> User:
    """The operator. ``NotFound`` for anyone else."""
    user = get_user(session, user_id)
    if user.role != "operator":
        raise NotFound
    return user


def _is_flagged() -> ColumnElement[bool]:
    return func.json_array_length(ItemCalibration.flags) > 0


def _row(item: Item, seen: ItemCalibration, topic: Mapping[str, str], locale: str) -> ItemRow:
    return ItemRow(
        key=item.key,
        topic=text_in(topic, locale),
        answers=seen.answers,
        right=round(100 * seen.right / seen.answers),
        authored_difficulty=item.difficulty,
        difficulty=seen.difficulty or float(item.difficulty),
        authored_seconds=item.seconds,
        seconds=seen.seconds or item.seconds,
        flags=tuple(seen.flags),
    )
