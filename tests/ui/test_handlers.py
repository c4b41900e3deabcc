"""Every event handler there is, called by those who may not: nothing is changed, nothing is told.

The handlers come from Reflex's registry, so a new one is tried from the day it is written.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import cycle, islice, product
from math import prod
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID, uuid4

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo
from reflex_base.registry import RegisteredEventHandler, RegistrationContext
from sqlalchemy import Table
from sqlmodel import Session, SQLModel, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import (
    Attempt,
    BusyTime,
    Item,
    ItemVariant,
    Mistake,
    PersonalizedPlan,
    StudyPlan,
    User,
)
from learnconnect_app.services.attempts import start_weekly_test
from learnconnect_app.services.study_sessions import start_session
from learnconnect_app.ui import gate
from learnconnect_app.ui.base_state import ErrorView
from tests.factories import a_learner, a_study_plan, sessions_of
from tests.journeys import do_days, make_plan, ready_week, take_weekly_test
from tests.running import START, Clock
from tests.ui.tabs import Server, Tab, eventually

pytestmark = pytest.mark.anyio

NAME, EMAIL = "Gizem Kanarya", "gizem.kanarya@example.org"

Rows = dict[tuple[str, Any], dict[str, Any]]
"""All rows of the database by table and primary key."""


def ours() -> Iterator[tuple[str, RegisteredEventHandler]]:
    """The application's own handlers that need a sign-in, by the name events call them."""
    for name, registered in sorted(RegistrationContext.get().event_handlers.items()):
        policy = getattr(registered.handler.fn, "policy", None)
        is_ours = registered.states[0].__module__.startswith("learnconnect_app.")
        if is_ours and policy is not None and policy.who is not gate.ANYONE:
            yield name, registered


HANDLERS = dict(ours())


def _belongs_to_learners(table: Table) -> bool:
    targets = [key.column.table for key in table.foreign_keys]
    return table.name == "user_account" or any(map(_belongs_to_learners, targets))


ALL = SQLModel.metadata.sorted_tables
PRIVATE = [table for table in ALL if _belongs_to_learners(table)]


def everything(database: Database, tables: Sequence[Table] = PRIVATE) -> Rows:
    with database.reading() as session:
        return {
            (table.name, tuple(row[key.name] for key in table.primary_key)): dict(row)
            for table in tables
            for row in session.execute(table.select()).mappings()
        }


def owner(rows: Rows, table: Table, row: Mapping[str, Any]) -> Any:
    """Whose row it is: followed along its foreign keys, in the order of its columns, to a learner.

    Nobody's is None.
    """
    if table.name == "user_account":
        return row["id"]
    for key in (key for column in table.columns for key in column.foreign_keys):
        target = key.column.table
        found = rows.get((target.name, (row[key.parent.name],)))
        if found is not None and (whose := owner(rows, target, found)) is not None:
            return whose
    return None


def rows_of(rows: Rows, user_id: UUID) -> Rows:
    tables = SQLModel.metadata.tables
    return {key: row for key, row in rows.items() if owner(rows, tables[key[0]], row) == user_id}


@dataclass(frozen=True)
class Victim:
    user_id: UUID
    ids: tuple[UUID, ...]
    """Of one row of every kind that is hers."""


@pytest.fixture(scope="module")
def sqlite_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a learner who is in her plan's second week, a test behind her and one running."""
    path = tmp_path_factory.mktemp("victim") / "template.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    with database.transaction() as session:
        user = a_learner(session, name=NAME)
        user.email = EMAIL
        plan = make_plan(session, user.id, curriculum="python", now=START)
        do_days(session, plan, now=START)
        take_weekly_test(session, plan, right=30, now=START)
        do_days(session, plan, now=START)
        week = ready_week(session, plan.id)
        start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=START)
        _begin_to_study(session, user)
    database.dispose()
    return path


def _begin_to_study(session: Session, user: User) -> None:
    """A study plan with a session running, a goal begun beside it, a busy time, a mistake."""
    plan = a_study_plan(session, user, now=START)
    first = sessions_of(session, plan)[0]
    start_session(session, user_id=user.id, session_id=first.id, now=START)
    a_study_plan(session, user, is_active=False, now=START)
    session.add(BusyTime(user_id=user.id, title=NAME, weekday=0, start_minute=60, end_minute=90))
    variant = session.exec(select(ItemVariant).limit(1)).one()
    item = session.get_one(Item, variant.item_key)
    session.add(
        Mistake(
            user_id=user.id,
            item_key=item.key,
            topic_key=item.topic_key,
            variant_id=variant.id,
            stability=1.0,
            difficulty=5.0,
            reviewed_day=START.date(),
            due_day=START.date(),
            created_at=START,
        )
    )


@pytest.fixture
def victim(installed: Database, clock: Clock) -> Victim:
    clock.forward(minutes=5)
    with installed.reading() as session:
        user_id = session.exec(select(User.id).where(User.email == EMAIL)).one()
    hers = rows_of(everything(installed), user_id)
    return Victim(user_id, tuple(_some_of_each_kind(hers)))


def _some_of_each_kind(rows: Rows) -> Iterator[UUID]:
    seen: set[tuple[str, Any]] = set()
    for (table, _), row in rows.items():
        kind = (table, row.get("status"))
        if isinstance(row.get("id"), UUID) and kind not in seen:
            seen.add(kind)
            yield row["id"]


TEXTS = ("", "python", "weekly", "final", "retest", "tr", "Europe/Istanbul", EMAIL)
PLAIN: dict[Any, tuple[Any, ...]] = {
    int: (0, 1),
    float: (0.5,),
    bool: (True,),
    str: TEXTS,
    date: (str(START.date()),),
}


MOST_COMBINATIONS = 50


def attempts_at(registered: RegisteredEventHandler, target: UUID) -> Iterator[dict[str, Any]]:
    """Arguments that fit the handler's annotations and name ``target`` wherever they can.

    All combinations as long as they are few; else each value in turn.
    """
    fields = registered.handler.fn.policy.arguments.model_fields
    choices = [values_of(_annotated(field), target) for field in fields.values()]
    longest = max(map(len, choices), default=1)
    in_turn = zip(*(islice(cycle(values), longest) for values in choices), strict=True)
    is_few = prod(map(len, choices)) <= MOST_COMBINATIONS
    for values in product(*choices) if is_few else in_turn:
        yield dict(zip(fields, values, strict=True))


def targets_of(registered: RegisteredEventHandler, victim: Victim) -> Sequence[UUID]:
    """All that is the victim's; one, where every other would make the very same call again."""
    return victim.ids if _names_its_target(registered) else victim.ids[:1]


def _names_its_target(registered: RegisteredEventHandler) -> bool:
    """Whether the id is among the arguments, or read from the page's address."""
    one, other = (list(attempts_at(registered, uuid4())) for _ in range(2))
    return one != other or _reads_its_path(registered)


def _annotated(field: FieldInfo) -> Any:
    """As it was written: pydantic takes the limits apart from the type."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def values_of(annotation: Any, target: UUID) -> list[Any]:
    kind, parts = get_origin(annotation), get_args(annotation)
    if annotation is UUID:
        return [str(target)]
    if annotation in PLAIN:
        return list(PLAIN[annotation])
    if kind is Literal:
        return list(parts)
    if kind is Annotated:
        return _alternatives(annotation) or values_of(parts[0], target)
    if kind is list:
        return [[value] for value in values_of(parts[0], target)]
    if kind is tuple:
        return [list(values) for values in product(*(values_of(part, target) for part in parts))]
    if kind in (Union, UnionType):
        some = [part for part in parts if part is not NoneType]
        return [value for part in some for value in values_of(part, target)]
    if kind is dict:
        keys, values = (values_of(part, target) for part in parts)
        return [{key: value} for key, value in zip(keys, values, strict=False)]
    raise AssertionError(f"say what to try for {annotation}")


def _alternatives(annotation: Any) -> list[str]:
    """The first words that a pattern such as ``^(next|back)$`` allows."""
    pattern = TypeAdapter(annotation).json_schema().get("pattern", "")
    return re.findall(r"[\w-]+", pattern)[:2] if "|" in pattern else []


async def try_everything(server: Server, tab: Tab, victim: Victim) -> dict[str, set[str]]:
    """Call every handler at everything of the victim; the codes of errors each one answered."""
    answers: dict[str, set[str]] = {}
    await tab.send(next(name for name in HANDLERS if name.endswith(".dismiss_error")))
    await eventually(lambda: tab.saw("is_hydrated"))  # the first event of a tab is answered twice
    for name, registered in HANDLERS.items():
        for target in targets_of(registered, victim):
            tab.path = f"/test/{target}"
            for arguments in attempts_at(registered, target):
                gate.budgets._times.clear()
                tab.received.clear()
                before = await _errors(tab, registered)
                await _call(tab, name, registered, arguments)
                assert server.failures == [], name
                answers.setdefault(name, set()).add(await _answer(tab, registered, before))
                leaked = leaks(tab, victim, target)
                assert not leaked, f"{name}({arguments}) told {leaked}"
    return answers


async def _call(
    tab: Tab, name: str, registered: RegisteredEventHandler, arguments: dict[str, Any]
) -> None:
    if not registered.handler.is_background:
        await tab.send(name, **arguments)
        return
    running = await tab.begin(name, **arguments)
    await asyncio.wait([running], timeout=0.02)
    running.cancel()
    await asyncio.wait([running], timeout=1)


Errors = dict[str, ErrorView]
"""What a page shows of errors, by the place where it stands."""


async def _errors(tab: Tab, registered: RegisteredEventHandler) -> Errors:
    state = await tab.state(registered.states[0])
    shown = {name: getattr(state, name) for name in state.base_vars}
    return {name: view for name, view in shown.items() if isinstance(view, ErrorView)}


async def _answer(tab: Tab, registered: RegisteredEventHandler, before: Errors) -> str:
    """What this call was refused with: an error of an earlier one stays in sight."""
    if tab.redirects():
        return "redirected"
    after = await _errors(tab, registered)
    new = [view.code for name, view in after.items() if view.at != before[name].at]
    return next(iter(new), "")


def leaks(tab: Tab, victim: Victim, named: UUID) -> list[str]:
    """What of the victim the tab was sent, but for the id that it named itself."""
    text = json.dumps(tab.received, ensure_ascii=False)
    private = [NAME, EMAIL, *(str(each) for each in victim.ids if each != named)]
    return [each for each in private if each in text]


async def test_visitor_changes_nothing_and_is_told_nothing(
    server: Server, installed: Database, victim: Victim
) -> None:
    before = everything(installed, ALL)
    answers = await try_everything(server, server.open_tab(), victim)
    assert everything(installed, ALL) == before
    assert set(answers) == set(HANDLERS)
    for name, answered in answers.items():
        assert answered <= {"redirected", ""}, name


async def test_learner_changes_nothing_of_anothers_and_is_told_nothing(
    server: Server, installed: Database, victim: Victim, other: UUID
) -> None:
    before = rows_of(everything(installed), victim.user_id)
    answers = await try_everything(server, server.open_tab(server.sign_in(other)), victim)
    after = rows_of(everything(installed), victim.user_id)
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert not changed
    assert not [name for name, answered in answers.items() if answered == {"bad_request"}]


async def test_id_of_anothers_is_answered_like_one_that_does_not_exist(
    server: Server, victim: Victim, other: UUID
) -> None:
    cookie = server.sign_in(other)
    for name, registered in HANDLERS.items():
        if registered.handler.is_background or not _names_its_target(registered):
            continue
        for target in victim.ids:
            told = [
                await _told(server, cookie, name, registered, each) for each in (uuid4(), target)
            ]
            assert told[0] == told[1], f"{name} tells of {target}"


def _reads_its_path(registered: RegisteredEventHandler) -> bool:
    return "_path_id" in _source_of(registered.states[0])


_source_of = cache(inspect.getsource)


async def _told(
    server: Server, cookie: str, name: str, registered: RegisteredEventHandler, target: UUID
) -> str:
    """What a fresh tab is told at such an id, with the id and the tab's own token left out."""
    tab = server.open_tab(cookie)
    tab.path = f"/test/{target}"
    for arguments in attempts_at(registered, target):
        gate.budgets._times.clear()
        await tab.send(name, **arguments)
    text = json.dumps(tab.received, ensure_ascii=False)
    return text.replace(tab.token, "TAB").replace(str(target), "ID")


async def test_the_same_calls_by_the_learner_herself_do_change_something(
    server: Server, installed: Database, victim: Victim
) -> None:
    """What the two tests above rest on: the ids are right, and the handlers work."""
    before = rows_of(everything(installed), victim.user_id)
    tab = server.open_tab(server.sign_in(victim.user_id))
    changing = set()
    for name, registered in HANDLERS.items():
        if registered.handler.is_background:
            continue
        for target in targets_of(registered, victim):
            tab.path = f"/test/{target}"
            for arguments in attempts_at(registered, target):
                gate.budgets._times.clear()
                await tab.send(name, **arguments)
        after = rows_of(everything(installed), victim.user_id)
        if after != before:
            changing.add(name.rpartition(".")[2])
        before = after
    assert {"answer", "submit", "pause", "choose_language", "enter"} <= changing


def test_victim_has_something_of_everything(installed: Database, victim: Victim) -> None:
    with Session(installed.reader) as session:
        assert session.exec(select(PersonalizedPlan)).one().status == "active"
        assert set(session.exec(select(Attempt.status))) == {"running", "submitted"}
        assert set(session.exec(select(StudyPlan.status))) == {"active", "draft"}
        assert session.exec(select(User)).one().id == victim.user_id
    assert len(victim.ids) >= 10


def test_every_handler_that_needs_a_sign_in_is_tried() -> None:
    assert len(HANDLERS) >= 20
