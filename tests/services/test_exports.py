"""The export holds all that is a learner's, nothing of anybody else, and no key to a door."""

from __future__ import annotations

import csv
import io
import json
import re
import tracemalloc
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from sqlalchemy import Table
from sqlmodel import Session, SQLModel, select

from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.exports import GROUPS, NOBODYS, SECRET, WITHHELD
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    DailyTask,
    EmailConfirmation,
    Mentorship,
    PasswordReset,
    StudySession,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.accounts import request_reset
from learnconnect_app.services.address_changes import ask_for_address
from learnconnect_app.services.attempts import start_assessment
from learnconnect_app.services.confirmation_mails import send_link
from learnconnect_app.services.exports import (
    MOST,
    WITHIN,
    count_export,
    exported_columns,
    file_of,
    write_export,
)
from learnconnect_app.services.mentorships import invite_mentor
from learnconnect_app.services.owned_tables import is_owned, owned_tables
from tests.factories import (
    MONDAY,
    NOW,
    a_learner,
    a_plan,
    a_study_plan,
    days_of,
    sessions_of,
    weeks_of,
)
from tests.journeys import answer, items_of
from tests.whole_learners import a_whole_learner

TABLES = SQLModel.metadata.sorted_tables
OPENS_DOORS = re.compile(r"hash|secret|token|nonce|verifier|p256dh|^auth$|endpoint|password|params")
CANARY, CANARY_TEXT = 987_654_321, "CANARY-locked"
HARMLESS = {
    ("notification", "params"): "what the app itself shows",
}
"""Columns that sound like keys to doors and are none."""


def export_of(session: Session, user: User) -> ZipFile:
    target = io.BytesIO()
    write_export(session, user_id=user.id, target=target, now=NOW)
    return ZipFile(target)


def everything_in(archive: ZipFile) -> str:
    return b"".join(archive.read(name) for name in archive.namelist()).decode()


def table_of(model: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(model.__tablename__)]


def rows(archive: ZipFile, table: Table) -> list[dict[str, Any]]:
    return list(json.loads(archive.read(file_of(table))))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_table_is_exported_or_listed_with_a_reason(table: Table) -> None:
    assert is_owned(table) != (table.name in NOBODYS), table.name


def test_lists_name_only_what_there_is() -> None:
    names = {table.name for table in TABLES}
    assert set(NOBODYS) <= names
    assert {table for tables in GROUPS.values() for table in tables} <= names
    for table, column in (*SECRET, *WITHHELD):
        assert column in SQLModel.metadata.tables[table].c, f"{table}.{column}"


@pytest.mark.parametrize("table", owned_tables(), ids=lambda table: table.name)
def test_what_could_open_doors_stays_here(table: Table) -> None:
    """Or is written down as harmless."""
    for column in exported_columns(table):
        is_known = (table.name, column.name) in HARMLESS
        assert is_known or not OPENS_DOORS.search(column.name), f"{table.name}.{column.name}"


def test_no_fingerprint_of_a_mailed_link_is_in_it_under_any_name(session: Session) -> None:
    user = a_learner(session)
    reset = {"token": "t" * 43, "token_hash": token_hash("t" * 43)}
    request_reset(session, email=user.email, **reset, now=NOW)
    send_link(session, user, now=NOW)
    wish = {"session_id": uuid4(), "before": user.password_hash, "email": "new@example.org"}
    ask_for_address(session, user_id=user.id, **wish, now=NOW)  # type: ignore[arg-type]
    mentor = {"email": "mentor@example.org", "shows": ["plan"]}
    invite_mentor(session, user_id=user.id, **mentor, now=NOW)  # type: ignore[arg-type]
    session.flush()
    found = [
        kept
        for model in (PasswordReset, EmailConfirmation, Mentorship)
        for kept in session.exec(select(model.token_hash))  # type: ignore[attr-defined]
    ]
    assert len(found) >= 3
    with export_of(session, user) as archive:
        text = everything_in(archive)
    assert not [each for each in found if each in text]


def test_every_table_of_a_learner_is_in_the_file(session: Session) -> None:
    user = a_whole_learner(session)
    with export_of(session, user) as archive:
        assert archive.testzip() is None
        for table in owned_tables():
            found = rows(archive, table)
            assert len(found) == 1, table.name
            assert set(found[0]) == {column.name for column in exported_columns(table)}


def test_nothing_of_anybody_else_is_in_it(session: Session) -> None:
    other = a_whole_learner(session, name="Gizem Kanarya")
    user = a_learner(session)
    with export_of(session, user) as archive:
        for table in owned_tables():
            assert len(rows(archive, table)) == (table.name == "user_account"), table.name
        text = b"".join(archive.read(name) for name in archive.namelist()).decode()
    for private in (other.email, str(other.id), other.display_name):
        assert private not in text


def test_a_running_test_gives_no_answer_away(session: Session) -> None:
    user = a_learner(session)
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)
    item = items_of(session, attempt_id)[0]
    answer(session, user.id, item, right=True, now=NOW)
    item.order = [*item.order, CANARY]
    item.answer = CANARY
    session.flush()
    with export_of(session, user) as archive:
        kept = rows(archive, table_of(AttemptItem))
        assert str(CANARY) not in everything_in(archive)
    assert {(each["order"], each["answer"]) for each in kept} == {(None, None)}
    session.get_one(Attempt, attempt_id).status = "submitted"
    session.flush()
    with export_of(session, user) as archive:
        kept = rows(archive, table_of(AttemptItem))
    assert kept[0]["order"][-1] == kept[0]["answer"] == CANARY


def test_a_locked_day_stays_locked(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    days, weeks = days_of(session, plan), weeks_of(session, plan)
    locked = [day for day in days if day.status == "locked"]
    for day in locked:
        day.topics, day.resources, day.reason = [CANARY_TEXT], [CANARY_TEXT], {"why": CANARY_TEXT}
    session.flush()
    with export_of(session, user) as archive:
        assert CANARY_TEXT not in everything_in(archive)
        told = {each["id"]: each for each in rows(archive, table_of(DailyTask))}
        weeks_told = {each["id"]: each for each in rows(archive, table_of(WeeklyPlan))}
    for day in days:
        assert (told[str(day.id)]["topics"] is None) == (day in locked)
        assert (told[str(day.id)]["kind"] is None) == (day in locked)
    for week in weeks:
        is_locked = week.status == "locked"
        assert (weeks_told[str(week.id)]["course_key"] is None) == is_locked
    assert locked
    assert len({week.status for week in weeks}) == 2


def test_what_it_says_of_the_account_is_what_is_kept(session: Session) -> None:
    user = a_learner(session, name="İlkay Şğ")
    with export_of(session, user) as archive:
        (account,) = rows(archive, SQLModel.metadata.tables["user_account"])
    assert account["display_name"] == "İlkay Şğ"
    assert account["id"] == str(user.id)
    assert account["created_at"] == user.created_at.isoformat()
    assert "password_hash" not in account


@pytest.mark.parametrize(
    ("locale", "title", "column"),
    [("en", "Your data from LearnConnect", "Day"), ("tr", "LearnConnect'teki verilerin", "Gün")],
)
def test_it_is_described_in_the_learners_language(
    session: Session, locale: str, title: str, column: str
) -> None:
    user = a_whole_learner(session, locale=locale)
    with export_of(session, user) as archive:
        text = archive.read("README.txt").decode()
        first = archive.read("sessions.csv").decode("utf-8-sig").splitlines()[0]
    assert text.startswith(title)
    assert "data/study_session.json: 1" in text
    assert first.startswith(column)


def test_no_note_becomes_a_formula_in_a_spreadsheet(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    row = sessions_of(session, plan)[0]
    row.notes = '=HYPERLINK("http://evil.example")'
    session.flush()
    with export_of(session, user) as archive:
        table = archive.read("sessions.csv").decode("utf-8-sig")
        kept = rows(archive, SQLModel.metadata.tables["study_session"])
    notes = [line[-1] for line in csv.reader(io.StringIO(table))]
    assert "'" + row.notes in notes
    assert row.notes in [each["notes"] for each in kept]  # the data themselves are as they were


def test_a_year_needs_no_more_memory_than_a_few_days(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    session.add_all(
        StudySession(
            plan_id=plan.id,
            user_id=user.id,
            day=MONDAY,
            position=100 + number,
            kind="own",
            minutes=30,
            notes="n" * 2000,
        )
        for number in range(3000)
    )
    session.flush()
    session.expunge_all()

    class Counted(io.RawIOBase):
        written = 0

        def writable(self) -> bool:
            return True

        def write(self, part: Any) -> int:
            self.written += len(part)
            return len(part)

    tracemalloc.start()
    write_export(session, user_id=user.id, target=Counted(), now=NOW)  # type: ignore[arg-type]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 6_000_000  # the notes alone are as much, twice over


def test_it_is_made_a_few_times_an_hour_at_most(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for _ in range(MOST):
        count_export(session, user_id=user.id, now=NOW)
    with pytest.raises(DomainError, match="too_many_tries"):
        count_export(session, user_id=user.id, now=NOW)
    count_export(session, user_id=other.id, now=NOW)
    count_export(session, user_id=user.id, now=NOW + 2 * WITHIN)
