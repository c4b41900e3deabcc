"""A learner with a row in every table that is somebody's, made from the tables themselves.

So a table that is new is exported, and deleted, in the tests from the day it is written.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, String, Table, TypeDecorator, select
from sqlmodel import Session

from learnconnect_app.models import User
from learnconnect_app.services.owned_tables import owned_tables
from tests.factories import NOW, a_learner

SPECIAL: Mapping[str, Mapping[str, Any]] = {
    "busy_time": {"weekday": 1, "end_minute": 90},
    "lesson_feedback": {"rating": 5},
}
"""What a check of the table asks for beyond one of a list of words."""
CHOICE = re.compile(r"(\w+) in \('(\w+)'")
OTHER_SIDE = {("mentorship", "mentor_id")}
"""Keys to an account that are left empty: the row is theirs by another one."""


def a_whole_learner(session: Session, **details: Any) -> User:
    """Rows of every table, each filled as its columns ask; all of the new learner."""
    user = a_learner(session, **details)
    made: dict[str, Mapping[str, Any]] = {"user_account": {"id": user.id}}
    for table in owned_tables():
        if table.name != "user_account":
            made[table.name] = _a_row(session, table, made)
    session.expire_all()
    return user


def _a_row(
    session: Session, table: Table, made: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Any]:
    choices = dict(
        pair
        for check in table.constraints
        if isinstance(check, CheckConstraint)
        for pair in CHOICE.findall(str(check.sqltext))
    )
    special = SPECIAL.get(table.name, {})
    values = {
        column.name: special.get(column.name, _value(session, column, choices, made))
        for column in table.c
        if column.name in special or _is_filled(column)
    }
    session.execute(table.insert().values(**values))
    return values


def _is_filled(column: Column[Any]) -> bool:
    if (column.table.name, column.name) in OTHER_SIDE:
        return False
    return not column.nullable or bool(column.foreign_keys)


def _value(
    session: Session,
    column: Column[Any],
    choices: Mapping[str, str],
    made: Mapping[str, Mapping[str, Any]],
) -> Any:
    for key in column.foreign_keys:
        if key.column.table.name in made:
            return made[key.column.table.name][key.column.name]
        return _some(session, key.column)
    if column.name in choices:
        return choices[column.name]
    plain = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    value = _PLAIN[plain.python_type]()
    return value[: plain.length] if isinstance(plain, String) else value


def _some(session: Session, column: Column[Any]) -> Any:
    """Of a table that is nobody's; made when there is none yet."""
    found = session.execute(select(column).limit(1)).scalar()
    if found is None:
        return _a_row(session, column.table, {})[column.name]
    return found


_PLAIN: Mapping[type, Any] = {
    str: lambda: uuid.uuid4().hex[:10],
    int: lambda: 1,
    float: lambda: 1.0,
    bool: lambda: False,
    UUID: uuid.uuid4,
    date: NOW.date,
    datetime: lambda: NOW,
    object: dict,  # JSON
}
