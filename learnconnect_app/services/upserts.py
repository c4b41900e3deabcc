"""Writes that the database decides: what is there already stays, or is counted up.

The rows handed in are only a convenient way to say the values: they are not attached to the
session. Rows loaded before such a write do not see it; load them again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import SelectBase, Table, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

Insert = postgresql.Insert | sqlite.Insert


def insert_once(session: Session, row: SQLModel) -> bool:
    """Whether this call inserted the row; False when any unique constraint had one already."""
    return bool(insert_new(session, [row]))


def insert_new(session: Session, rows: Sequence[SQLModel]) -> list[tuple[Any, ...]]:
    """Insert the rows that break no unique constraint, in one statement; their primary keys."""
    if not rows:
        return []
    table = _table(type(rows[0]))
    statement = _insert(session, table).on_conflict_do_nothing()
    inserted = session.execute(
        statement.returning(*table.primary_key.columns), [_values(row) for row in rows]
    )
    return [tuple(key) for key in inserted]


def upsert_sum(
    session: Session,
    model: type[SQLModel],
    key: Mapping[str, Any],
    add: Mapping[str, int],
    *,
    also: Mapping[str, Any] | None = None,
) -> None:
    """Add to the counters of the row named by ``key``, which is made when it is not there.

    ``also`` is set as it is. ``key`` must be a unique constraint of the table.
    """
    table = _table(model)
    statement = _insert(session, table).values(_values(model(**key, **add, **(also or {}))))
    sums = {name: table.c[name] + statement.excluded[name] for name in add}
    new = {name: statement.excluded[name] for name in also or {}}
    session.execute(statement.on_conflict_do_update(index_elements=[*key], set_={**sums, **new}))


def upsert_sums(
    session: Session, rows: Sequence[SQLModel], *, by: str, add: Collection[str]
) -> None:
    """As ``upsert_sum`` for many rows in one statement; other columns of new rows keep defaults."""
    if not rows:
        return
    table = _table(type(rows[0]))
    statement = _insert(session, table)
    sums = {name: table.c[name] + statement.excluded[name] for name in add}
    session.execute(
        statement.on_conflict_do_update(index_elements=[by], set_=sums),
        [_values(row) for row in rows],
    )


def upsert_all(
    session: Session, rows: Sequence[SQLModel], *, by: Sequence[str], keep: Collection[str] = ()
) -> None:
    """Insert the rows, or overwrite those with the same ``by`` columns except ``keep``.

    One statement, whatever the number of rows. ``by`` must be a unique constraint of the table.
    """
    if not rows:
        return
    table = _table(type(rows[0]))
    statement = _insert(session, table)
    new = {c.name: statement.excluded[c.name] for c in table.c if c.name not in {*by, *keep}}
    session.execute(
        statement.on_conflict_do_update(index_elements=[*by], set_=new),
        [_values(row) for row in rows],
    )


def upsert_selected(
    session: Session,
    model: type[SQLModel],
    found: SelectBase,
    *,
    by: Sequence[str],
    keep: Collection[str] = (),
) -> None:
    """As ``upsert_all`` for rows that a query finds, and in its order. Its columns are named as
    those of ``model``."""
    names = [column.name for column in found.selected_columns]
    statement = _insert(session, _table(model)).from_select(names, found)
    new = {name: statement.excluded[name] for name in names if name not in {*by, *keep}}
    session.execute(statement.on_conflict_do_update(index_elements=[*by], set_=new))


def _insert(session: Session, table: Table) -> Insert:
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def _table(model: type[SQLModel]) -> Table:
    table = inspect(model).local_table
    assert isinstance(table, Table)
    return table


def _values(row: SQLModel) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in _table(type(row)).c}
