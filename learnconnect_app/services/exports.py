"""One file with everything that is a learner's: a ZIP of JSON, a table of sessions, a description.

Rows are read and written a few at a time, so a year of learning needs no more memory than a day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Table,
    case,
    null,
    select,
    type_coerce,
)
from sqlmodel import Session, col

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.exports import GROUPS, OTHER, SECRET, WITHHELD, group_of
from learnconnect_app.domain.spreadsheets import Cell, csv_lines
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.locales import message
from learnconnect_app.models import Attempt, AttemptItem, StudySession, Topic, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.owned_tables import is_of, owned_tables
from learnconnect_app.services.rate_limits import is_allowed
from learnconnect_app.services.texts import text_in

MOST, WITHIN = 5, timedelta(hours=1)
AT_ONCE = 100
ORDER = ("created_at", "started_at", "day", "position", "number", "week", "id")
"""Rows come in the order of the first of these that there are."""


def count_export(session: Session, *, user_id: UUID, now: datetime) -> None:
    """``DomainError("too_many_tries")`` beyond ``MOST`` an hour."""
    if not is_allowed(session, name="export", of=str(user_id), most=MOST, within=WITHIN, now=now):
        raise DomainError("too_many_tries", minutes=int(WITHIN.total_seconds() // 60))


def write_export(session: Session, *, user_id: UUID, target: IO[bytes], now: datetime) -> None:
    """Write the learner's ZIP to ``target``, which only needs ``write``."""
    user = get_user(session, user_id)
    rows_by_table = {}
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for table in owned_tables():
            with archive.open(file_of(table), "w") as file:
                rows_by_table[table.name] = _write_json(file, _rows(session, table, user_id))
        with archive.open("sessions.csv", "w") as file:
            for line in csv_lines(_sessions(session, user)):
                file.write(line.encode())
        archive.writestr("README.txt", _description(user, rows_by_table, now))


def file_of(table: Table) -> str:
    return f"data/{table.name}.json"


def exported_columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if (table.name, column.name) not in SECRET]


def _rows(session: Session, table: Table, user_id: UUID) -> Iterator[Mapping[str, Any]]:
    order = [table.c[name] for name in ORDER if name in table.c]
    columns = [_told(column) for column in exported_columns(table)]
    found = select(*columns).where(is_of(table, user_id)).order_by(*order)
    result = session.execute(found.execution_options(yield_per=AT_ONCE))
    yield from map(dict, result.mappings())


def _told(column: Column[Any]) -> ColumnElement[Any]:
    """The column itself, or what is empty in rows that keep it back for now."""
    if (column.table.name, column.name) not in WITHHELD:
        return column
    told = case((_keeps_back(column.table), null()), else_=column)
    return type_coerce(told, column.type).label(column.name)


def _keeps_back(table: FromClause) -> ColumnElement[bool]:
    """Whether a row of a table of ``WITHHELD`` is of a running test, or locked."""
    if table is AttemptItem.__table__:  # type: ignore[attr-defined]
        running = select(col(Attempt.id)).where(col(Attempt.status) == "running")
        return col(AttemptItem.attempt_id).in_(running)
    is_locked: ColumnElement[bool] = table.c.status == "locked"
    return is_locked


def _write_json(file: IO[bytes], rows: Iterable[Mapping[str, Any]]) -> int:
    """An array with a row on each line; how many there were."""
    count = 0
    for count, row in enumerate(rows, start=1):
        text = json.dumps(row, ensure_ascii=False, default=_plain)
        file.write((",\n" if count > 1 else "[\n").encode() + text.encode())
    file.write(b"\n]\n" if count else b"[]\n")
    return count


def _plain(value: object) -> str:
    """Days and moments by ISO 8601, ids as text."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be exported")


# ---- for people ------------------------------------------------------------------------------


def _sessions(session: Session, user: User) -> Iterator[list[Cell]]:
    """Sessions of study plans, with the names of their topics."""
    columns = ("day", "kind", "title", "minutes", "status", "percent", "mood", "notes")
    yield [message(user.locale, f"export.column.{name}") for name in columns]
    row = StudySession
    found = (
        select(
            col(row.day),
            col(row.kind),
            col(row.title),
            col(Topic.title),
            col(row.minutes),
            col(row.status),
            col(row.percent),
            col(row.mood),
            col(row.notes),
        )
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .where(col(StudySession.user_id) == user.id)
        .order_by(col(StudySession.day), col(StudySession.position))
    )
    rows = session.execute(found.execution_options(yield_per=AT_ONCE))
    for day, kind, own_title, topic_title, *others in rows:
        title = own_title or (text_in(topic_title, user.locale) if topic_title else "")
        yield [str(day), kind, title, *others]


def _description(user: User, rows_by_table: Mapping[str, int], now: datetime) -> str:
    """What is in the file, in the learner's language."""

    def said(key: str, **values: object) -> str:
        return message(user.locale, f"export.{key}", **values)

    made = local_time(now, user.timezone).strftime("%Y-%m-%d %H:%M")
    lines = [said("title"), "", said("made", name=user.display_name, when=made), "", said("how")]
    for group in (*GROUPS, OTHER):
        tables = [name for name in rows_by_table if group_of(name) == group]
        if tables:
            lines += ["", said(f"group.{group}")]
            lines += [f"  data/{name}.json: {rows_by_table[name]}" for name in tables]
    return "\n".join([*lines, "", said("sessions"), "", said("secrets"), "", said("withheld"), ""])
