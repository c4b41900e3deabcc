"""Brings the built-in content into the database, and keeps each question as it was shown.

Loading compares all of it and writes what differs, in bulk; a second run changes nothing. What a
learner may have met is never deleted: an item whose text changed gets the next version beside the
old variants, and what left the content is retired.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel, col, delete, select, tuple_, update

from learnconnect_app.content.library import Library
from learnconnect_app.models import (
    Course,
    Curriculum,
    Item,
    ItemVariant,
    Lesson,
    Module,
    Resource,
    RoleProfile,
    Skill,
    Topic,
)
from learnconnect_app.services import content_rows
from learnconnect_app.services.upserts import insert_new, upsert_all

Row = TypeVar("Row", bound=SQLModel)
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How much content there is, and how many rows this run wrote or retired."""

    topics: int
    items: int
    changed: int
    retired: int


def load_content(session: Session, library: Library) -> LoadReport:
    """Make the database hold exactly this content."""
    items = list(content_rows.items(library))
    tables: list[tuple[type[SQLModel], Sequence[SQLModel], tuple[str, ...]]] = [
        (Skill, content_rows.skills(library), ("key",)),
        (Topic, content_rows.topics(library), ("key",)),
        (Curriculum, content_rows.curricula(library), ("key",)),
        (Course, content_rows.courses(library), ("key",)),
        (Module, content_rows.modules(library), ("key",)),
        (Lesson, content_rows.lessons(library), ("course_key", "topic_key")),
        (Resource, content_rows.resources(library), ("topic_key", "url")),
        (RoleProfile, content_rows.roles(library), ("key",)),
    ]
    written = [_sync(session, *table) for table in tables] + [_sync_items(session, library, items)]
    return LoadReport(
        topics=len(library.topics),
        items=len(items),
        changed=sum(changed for changed, _ in written),
        retired=sum(retired for _, retired in written),
    )


def variant_of(session: Session, item: Item, seed: int, library: Library) -> ItemVariant:
    """The question of an item for a seed, stored when it is first asked for."""
    return variants_of(session, [(item, seed)], library)[0]


def variants_of(
    session: Session, drawn: Sequence[tuple[Item, int]], library: Library
) -> list[ItemVariant]:
    """Questions of (item, seed) pairs in their order, in at most three statements.

    The seed of an item by hand does not matter: it has one question, which loading stored.
    """
    keys = [(item.key, item.version, seed if item.is_template else 0) for item, seed in drawn]
    found = _stored(session, keys)
    missing = [key for key in dict.fromkeys(keys) if key not in found]
    if missing:
        insert_new(session, [_rendered(key, library) for key in missing])
        found |= _stored(session, missing)
    return [found[key] for key in keys]


def _stored(session: Session, keys: Collection[Key]) -> dict[Key, ItemVariant]:
    named = tuple_(col(ItemVariant.item_key), col(ItemVariant.version), col(ItemVariant.seed))
    rows = session.exec(select(ItemVariant).where(named.in_(keys)))
    return {(row.item_key, row.version, row.seed): row for row in rows}


def _rendered(key: Key, library: Library) -> ItemVariant:
    item_key, version, seed = key
    question = content_rows.question_json(library.templates[item_key].variant(seed))
    return ItemVariant(item_key=item_key, version=version, seed=seed, question=question)


def _sync(
    session: Session, model: type[SQLModel], rows: Sequence[SQLModel], by: tuple[str, ...]
) -> tuple[int, int]:
    """Write the rows that differ and retire those that are gone; how many of each."""
    return _write(session, model, rows, by, _present(session, model, by))


def _write(
    session: Session,
    model: type[SQLModel],
    rows: Sequence[SQLModel],
    by: tuple[str, ...],
    present: Mapping[Key, Mapping[str, Any]],
) -> tuple[int, int]:
    wanted = {_key(row, by): row for row in rows}
    changed = [row for key, row in wanted.items() if _differs(row, present.get(key))]
    upsert_all(session, changed, by=by, keep=_own_ids(model))
    gone = [row for key, row in present.items() if key not in wanted]
    return len(changed), _retire(session, model, gone)


def _sync_items(session: Session, library: Library, items: Sequence[Item]) -> tuple[int, int]:
    """As ``_sync``, and a new version with its question for each item whose content changed."""
    present = _present(session, Item, ("key",))
    renewed = {item.key: item for item in items if _is_renewed(item, present.get((item.key,)))}
    for item in items:
        known = present.get((item.key,))
        item.version = (known["version"] if known else 0) + (item.key in renewed)
    counts = _write(session, Item, items, ("key",), present)
    insert_new(
        session,
        [
            ItemVariant(
                item_key=item.key,
                version=renewed[item.key].version,
                question=content_rows.question_json(item),
            )
            for topic in library.topics.values()
            for item in topic.items
            if item.key in renewed
        ],
    )
    return counts


def _is_renewed(item: Item, known: Mapping[str, Any] | None) -> bool:
    return known is None or bool(known["fingerprint"] != item.fingerprint)


def _retire(session: Session, model: type[SQLModel], gone: Sequence[Mapping[str, Any]]) -> int:
    """Mark rows that can be retired; lessons and roles, to which nothing refers, go."""
    if model in (Lesson, RoleProfile):
        _delete(session, model, gone)
        return len(gone)
    if "is_retired" not in _columns(model):
        return 0
    key = inspect(model).primary_key[0]
    keys = [row[key.name] for row in gone if not row["is_retired"]]
    if keys:
        session.execute(update(model).where(key.in_(keys)).values(is_retired=True))
    return len(keys)


def _delete(session: Session, model: type[SQLModel], gone: Sequence[Mapping[str, Any]]) -> None:
    key = inspect(model).primary_key[0]
    if gone:
        session.execute(delete(model).where(key.in_([row[key.name] for row in gone])))


def _present(
    session: Session, model: type[SQLModel], by: tuple[str, ...]
) -> dict[Key, Mapping[str, Any]]:
    """All rows of the table as plain values, so that none stays in the session."""
    rows = session.execute(select(inspect(model).local_table)).mappings()
    return {tuple(row[name] for name in by): dict(row) for row in rows}


def _key(row: SQLModel, by: tuple[str, ...]) -> Key:
    return tuple(getattr(row, name) for name in by)


def _differs(row: SQLModel, present: Mapping[str, Any] | None) -> bool:
    names = set(_columns(type(row))) - _own_ids(type(row))
    return present is None or any(getattr(row, name) != present[name] for name in names)


def _columns(model: type[SQLModel]) -> list[str]:
    return [column.name for column in inspect(model).local_table.columns]


def _own_ids(model: type[SQLModel]) -> set[str]:
    """Keys that the database made up: the stored one stays."""
    return {"id"} & set(_columns(model))
