"""Who changes a learner's plan excludes who does the same, and nobody else."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import Notification
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_planning import ask, plan_due
from tests.factories import NOW, a_learner


def changes(session: Session, user_id: UUID) -> None:
    session.execute(text("SET LOCAL lock_timeout = '100ms'"))
    locked_user(session, user_id)


def test_the_app_is_told_something_while_a_learner_is_locked(database: Database) -> None:
    if database.writer.dialect.name == "sqlite":
        pytest.skip("has one writer at a time")
    with database.transaction() as session:
        user_id = a_learner(session).id
    with database.transaction() as session:
        locked_user(session, user_id)
        with database.transaction() as other:
            other.execute(text("SET LOCAL lock_timeout = '1s'"))
            row = Notification(user_id=user_id, kind="milestone", dedupe_key="a", created_at=NOW)
            other.add(row)


def test_two_changes_of_a_learner_come_one_after_the_other(database: Database) -> None:
    if database.writer.dialect.name == "sqlite":
        pytest.skip("has one writer at a time")
    with database.transaction() as session:
        user_id = a_learner(session).id
        ask(session, user_id=user_id, now=NOW)
    with database.transaction() as session:
        locked_user(session, user_id)
        with database.transaction() as other:
            assert plan_due(other, now=NOW) == 0  # passed over
        with pytest.raises(OperationalError), database.transaction() as other:
            changes(other, user_id)


def test_a_learner_to_whom_something_is_told_is_planned(database: Database) -> None:
    if database.writer.dialect.name == "sqlite":
        pytest.skip("has one writer at a time")
    with database.transaction() as session:
        user_id = a_learner(session).id
        ask(session, user_id=user_id, now=NOW)
    with database.transaction() as session:
        row = Notification(user_id=user_id, kind="milestone", dedupe_key="a", created_at=NOW)
        session.add(row)
        session.flush()
        with database.transaction() as other:
            assert plan_due(other, now=NOW) == 1
