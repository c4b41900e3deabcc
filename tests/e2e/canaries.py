"""Unmistakable texts at places of the database that a browser must not hear of.

Content belongs to all learners, so it is put back when the test is over.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import AttemptItem, DailyTask, ItemVariant, Resource, Topic, WeeklyPlan

LOCKED_TITLE, LOCKED_TEXT = "CANARY-locked-title", "CANARY-locked-text"
ANSWER, AHEAD = "CANARY-why-it-is-right", "CANARY-question-ahead"


@contextmanager
def in_locked_days(database: Database, *, but: int) -> Iterator[None]:
    """In every topic that is not of the first ``but`` days of the first week."""
    with database.reading() as session:
        open_days = session.exec(
            select(DailyTask.topics)
            .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
            .where(WeeklyPlan.week_number == 1, DailyTask.day_number <= but)
        )
        spared = {key for topics in open_days for key in topics}
        locked = [t for t in session.exec(select(Topic)) if t.key not in spared]
        resources = session.exec(
            select(Resource).where(col(Resource.topic_key).in_([t.key for t in locked]))
        ).all()
    changes: list[tuple[Any, dict[str, Any]]] = [
        (
            topic,
            {
                "title": _texts(LOCKED_TITLE),
                "description": _texts(LOCKED_TEXT),
                "summary": _texts(LOCKED_TEXT),
            },
        )
        for topic in locked
    ]
    changes += [(resource, {"title": LOCKED_TEXT}) for resource in resources]
    assert len(locked) > 20
    with _changed(database.writer, changes):
        yield


@contextmanager
def in_the_answers(database: Database, attempt_id: str, *, shown: int) -> Iterator[None]:
    """In explanations and misconceptions, and all over questions from position ``shown`` on."""
    with database.reading() as session:
        rows = session.exec(
            select(AttemptItem.position, ItemVariant)
            .join(ItemVariant, col(ItemVariant.id) == AttemptItem.variant_id)
            .where(AttemptItem.attempt_id == UUID(attempt_id))
        ).all()
    changes = [(variant, {"question": _marked(variant, at >= shown)}) for at, variant in rows]
    with _changed(database.writer, changes):
        yield


def _marked(variant: ItemVariant, is_ahead: bool) -> dict[str, Any]:
    question = copy.deepcopy(variant.question)
    question["explanation"] = _texts(ANSWER)
    for option in question["options"]:
        if option.get("misconception"):
            option["misconception"] = _texts(ANSWER)
    if is_ahead:
        question["stem"] = _texts(AHEAD)
    return question


def _texts(text: str) -> dict[str, str]:
    return {"en": text, "tr": text}


@contextmanager
def _changed(engine: Engine, changes: list[tuple[Any, dict[str, Any]]]) -> Iterator[None]:
    before = [(row, {name: getattr(row, name) for name in wanted}) for row, wanted in changes]
    _write(engine, changes)
    try:
        yield
    finally:
        _write(engine, before)


def _write(engine: Engine, changes: list[tuple[Any, dict[str, Any]]]) -> None:
    with Session(engine, expire_on_commit=False) as session, session.begin():
        for row, wanted in changes:
            mine = session.merge(row)
            for name, value in wanted.items():
                setattr(mine, name, value)
                flag_modified(mine, name)
