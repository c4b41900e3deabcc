"""Items as they may be asked now, and what real answers make of them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.calibration import ENOUGH_ANSWERS, Tally, calibrate
from learnconnect_app.models import Item, ItemCalibration
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.upserts import upsert_sums


@dataclass(frozen=True, slots=True)
class LiveItem:
    """An item with its difficulty (1-5) and expected seconds as they are known now."""

    item: Item
    difficulty: float
    seconds: int


def live_items(session: Session, topics: Collection[str]) -> dict[str, LiveItem]:
    """The items of these topics that may be asked, by key in order. One query."""
    rows = session.exec(
        select(Item, ItemCalibration.difficulty, ItemCalibration.seconds)
        .outerjoin(ItemCalibration, col(ItemCalibration.item_key) == Item.key)
        .where(col(Item.topic_key).in_(topics), col(Item.is_retired).is_(False))
        .order_by(col(Item.key))
    )
    return {
        item.key: LiveItem(item, difficulty or float(item.difficulty), seconds or item.seconds)
        for item, difficulty, seconds in rows
    }


def count_answers(
    session: Session, asked: Sequence[AskedItem], ability: Mapping[str, float]
) -> None:
    """Add the answers of a graded test to what is known of its items.

    ``ability`` (logits) by topic is what was believed of the learner before the test. Sums are
    added by the database, in order of key, so that tests submitted at once never wait in a ring.
    """
    by_key = sorted(asked, key=lambda each: each.item_key)
    rows = [_counted(each, ability.get(each.item.topic_key, 0.0)) for each in by_key]
    upsert_sums(session, rows, by="item_key", add=_SUMS)


_SUMS = (
    "answers",
    "right",
    "omitted",
    "ability_sum",
    "ability_square_sum",
    "right_ability_sum",
    "log_seconds_sum",
    "timed",
)


def _counted(asked: AskedItem, ability: float) -> ItemCalibration:
    item = asked.item
    if not asked.is_answered:
        return ItemCalibration(item_key=asked.item_key, omitted=int(item.shown_at is not None))
    is_timed = asked.is_right and item.seconds >= 1
    return ItemCalibration(
        item_key=asked.item_key,
        answers=1,
        right=int(asked.is_right),
        ability_sum=ability,
        ability_square_sum=ability * ability,
        right_ability_sum=ability * asked.is_right,
        log_seconds_sum=math.log(item.seconds) if is_timed else 0.0,
        timed=int(is_timed),
    )


def recalibrate(session: Session, *, now: datetime | None = None) -> int:
    """Work out difficulty, seconds and flags anew from the sums; how many items changed.

    ``now`` changes nothing: every use case is given it.
    """
    rows = session.exec(
        select(Item, ItemCalibration)
        .join(ItemCalibration, col(ItemCalibration.item_key) == Item.key)
        .where(ItemCalibration.answers >= ENOUGH_ANSWERS)
    ).all()
    changed = 0
    for item, known in rows:
        seen = calibrate(
            _tally(known),
            difficulty=item.difficulty,
            seconds=item.seconds,
            possible_answers=item.possible_answers,
        )
        assert seen is not None
        new = {
            "difficulty": seen.difficulty,
            "seconds": seen.seconds,
            "flags": [str(flag) for flag in seen.flags],
        }
        if new != {name: getattr(known, name) for name in new}:
            changed += 1
            session.exec(
                update(ItemCalibration)
                .where(col(ItemCalibration.item_key) == item.key)
                .values(**new)
            )
    return changed


def _tally(row: ItemCalibration) -> Tally:
    return Tally(**{name: getattr(row, name) for name in _SUMS})
