"""Leaving: silence, a way back, and then nothing that names the learner in any table."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import String, Table, cast
from sqlmodel import Session, SQLModel, func, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.leaving import GRACE, TOLD_BEFORE
from learnconnect_app.models import (
    AuthSession,
    CalendarConnection,
    Mentorship,
    Notification,
    OutboxMessage,
    RateLimit,
    ReminderPlanning,
    RewardCode,
    User,
)
from learnconnect_app.services import accounts
from learnconnect_app.services.calendar_sync import claim_due
from learnconnect_app.services.deletions import accounts_to_delete, delete_account
from learnconnect_app.services.leaving import keep_account, leaving_of, request_deletion
from learnconnect_app.services.mentorship_news import RULE
from learnconnect_app.services.mentorships import end_mentorship
from learnconnect_app.services.notifications import insert
from learnconnect_app.services.owned_tables import is_of, owned_tables
from learnconnect_app.services.reminder_asks import ask
from learnconnect_app.services.reminder_planning import plan_due
from learnconnect_app.services.study_settling import learners_to_settle
from tests.factories import MONDAY, NOW, a_learner, a_study_plan
from tests.whole_learners import a_whole_learner

DAY = timedelta(days=1)
DUE = NOW + GRACE
CANARY = "Canary Quetzal"
"""A name that nobody else has."""
SOME_PLACES = {
    "user_account.email",
    "mentorship.email",
    "outbox_message.params",
    "notification.params",
}
"""Where they are named before they are gone, among others."""


def a_browser(session: Session, user: User) -> AuthSession:
    row = AuthSession(
        user_id=user.id,
        token_hash=uuid4().hex,
        user_agent="",
        created_at=NOW,
        last_seen_at=NOW,
        expires_at=NOW + 30 * DAY,
    )
    session.add(row)
    session.flush()
    return row


def leave(session: Session, user: User, *, now: datetime = NOW) -> AuthSession:
    """Asked for from a browser of theirs, which is handed back."""
    browser = a_browser(session, user)
    request_deletion(
        session, user_id=user.id, session_id=browser.id, confirmation=user.email, now=now
    )
    return browser


def end(session: Session, user: User, *, now: datetime = DUE) -> bool:
    """As the scheduler does, until it is done: calendars elsewhere answer in between."""
    for connection in session.exec(
        select(CalendarConnection).where(CalendarConnection.user_id == user.id)
    ):
        session.delete(connection)
    session.flush()
    return delete_account(session, user_id=user.id, now=now)


def rows_of(session: Session, table: Table, user: User) -> int:
    return session.execute(
        select(func.count()).select_from(table).where(is_of(table, user.id))
    ).scalar_one()


def messages(session: Session, user: User, status: str = "pending") -> list[OutboxMessage]:
    found = select(OutboxMessage).where(OutboxMessage.user_id == user.id)
    rows = session.exec(found.where(OutboxMessage.status == status)).all()
    return sorted(rows, key=lambda row: (row.due_at, row.channel))


# ---- asking ----------------------------------------------------------------------------------


def test_account_ends_in_two_weeks_and_every_other_browser_at_once(session: Session) -> None:
    user = a_learner(session)
    phone = a_browser(session, user)
    here = leave(session, user)
    assert session.get_one(User, user.id).deletion_due_at == DUE
    left = session.exec(select(AuthSession.id).where(AuthSession.user_id == user.id)).all()
    assert left == [here.id]
    assert phone.id not in left


@pytest.mark.parametrize("typed", ["", "delete", "someone@example.org", "not an address"])
def test_it_is_confirmed_by_their_own_address(session: Session, typed: str) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError, match="confirmation_wrong"):
        request_deletion(session, user_id=user.id, session_id=uuid4(), confirmation=typed, now=NOW)
    assert user.deletion_due_at is None


def test_address_may_be_typed_as_phones_do(session: Session) -> None:
    user = a_learner(session)
    browser = a_browser(session, user)
    typed = f" {user.email.title()} "
    request_deletion(session, user_id=user.id, session_id=browser.id, confirmation=typed, now=NOW)
    assert user.deletion_due_at == DUE


def test_asked_twice_the_day_stays(session: Session) -> None:
    user = a_learner(session)
    leave(session, user)
    leave(session, user, now=NOW + 3 * DAY)
    assert user.deletion_due_at == DUE


def test_it_is_said_now_and_on_the_day(session: Session) -> None:
    user = a_learner(session)
    leave(session, user)
    told = [(row.channel, row.due_at, row.params["variant"]) for row in messages(session, user)]
    assert told == [
        ("app", NOW, "leaving"),
        ("mail", NOW, "leaving"),
        ("app", DUE - TOLD_BEFORE, "leaving_today"),
        ("mail", DUE - TOLD_BEFORE, "leaving_today"),
    ]


def test_last_operator_stays(session: Session) -> None:
    operator, other = (a_learner(session, role="operator") for _ in range(2))
    leave(session, other)
    with pytest.raises(DomainError, match="last_operator"):
        leave(session, operator)
    assert operator.deletion_due_at is None


# ---- silence ---------------------------------------------------------------------------------


def test_nothing_more_is_planned_or_sent(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    plan.settled_day = MONDAY
    _message(session, user, kind="milestone")
    leave(session, user)
    ask(session, user_id=user.id, now=NOW)  # whatever asks for it meanwhile
    plan_due(session, now=NOW + DAY)
    session.expire_all()
    assert {row.kind for row in messages(session, user)} == {"security"}
    planned = session.exec(select(ReminderPlanning).where(ReminderPlanning.user_id == user.id))
    assert planned.first() is None
    assert user.id not in learners_to_settle(session, now=NOW + 3 * DAY)


def test_calendars_elsewhere_stay_as_they_are(session: Session) -> None:
    """Whatever asks for them meanwhile, until the account is kept or they are to go with it."""
    user = a_whole_learner(session)
    leave(session, user)
    connection = session.exec(
        select(CalendarConnection).where(CalendarConnection.user_id == user.id)
    ).one()
    assert connection.status == "active"
    connection.leased_until = None
    ask(session, user_id=user.id, now=NOW)
    assert claim_due(session, now=DUE - TOLD_BEFORE) is None
    keep_account(session, user_id=user.id, now=DUE - TOLD_BEFORE)
    assert claim_due(session, now=DUE) is not None


# ---- the way back ----------------------------------------------------------------------------


def test_one_press_keeps_it_all(session: Session) -> None:
    user = a_whole_learner(session)
    leave(session, user)
    keep_account(session, user_id=user.id, now=DUE - TOLD_BEFORE)
    session.expire_all()
    assert user.deletion_due_at is None
    assert not [row for row in messages(session, user) if row.kind == "security"]
    assert session.exec(
        select(ReminderPlanning.due_at).where(ReminderPlanning.user_id == user.id)
    ).one() == (DUE - TOLD_BEFORE)
    assert accounts_to_delete(session, now=DUE + DAY) == []
    assert not delete_account(session, user_id=user.id, now=DUE + DAY)


def test_messages_that_waited_come_when_the_account_is_kept(session: Session) -> None:
    user = a_learner(session)
    in_time = _message(session, user, kind="session_soon", expires_at=DUE)
    late = _message(session, user, kind="session_soon", expires_at=NOW + DAY)
    unwanted = _message(session, user, kind="session_soon", expires_at=DUE, status="cancelled")
    leave(session, user)
    assert {row.status for row in (in_time, late, unwanted)} == {"cancelled"}
    keep_account(session, user_id=user.id, now=NOW + 2 * DAY)
    session.expire_all()
    assert (in_time.status, in_time.error) == ("pending", "")
    assert (late.status, unwanted.status) == ("cancelled", "cancelled")


def test_how_long_there_is_left_is_shown(session: Session) -> None:
    user = a_learner(session)
    assert leaving_of(session, user_id=user.id, now=NOW).ends_on == ""
    leave(session, user)
    assert leaving_of(session, user_id=user.id, now=NOW).days_left == 14
    assert leaving_of(session, user_id=user.id, now=NOW + timedelta(hours=1)).days_left == 14
    assert leaving_of(session, user_id=user.id, now=DUE - timedelta(minutes=1)).days_left == 1


def test_too_late_is_too_late(session: Session) -> None:
    user = a_learner(session)
    leave(session, user)
    assert accounts.find_credentials(session, email=user.email, now=NOW).user_id == user.id
    assert accounts.find_credentials(session, email=user.email, now=DUE).user_id is None
    with pytest.raises(DomainError, match="leaving_over"):
        keep_account(session, user_id=user.id, now=DUE)


# ---- the end ---------------------------------------------------------------------------------


def test_nobody_is_deleted_before_their_day(session: Session) -> None:
    staying, leaving = a_learner(session), a_learner(session)
    leave(session, leaving)
    assert accounts_to_delete(session, now=DUE - timedelta(seconds=1)) == []
    assert accounts_to_delete(session, now=DUE) == [leaving.id]
    for user, now in ((staying, DUE), (leaving, DUE - timedelta(seconds=1))):
        assert not delete_account(session, user_id=user.id, now=now)
        assert session.get(User, user.id) is not None


def test_no_table_has_a_row_of_theirs_and_the_others_keep_all_of_theirs(session: Session) -> None:
    user, other = a_whole_learner(session), a_whole_learner(session)
    before = {table.name: rows_of(session, table, other) for table in owned_tables()}
    session.get_one(User, user.id).deletion_due_at = DUE
    session.flush()
    assert all(rows_of(session, table, user) for table in owned_tables())
    assert end(session, user)
    assert {table.name for table in owned_tables() if rows_of(session, table, user)} == set()
    assert {table.name: rows_of(session, table, other) for table in owned_tables()} == before


def test_no_text_of_any_table_names_them(session: Session) -> None:
    user, other = a_whole_learner(session, name=CANARY), a_whole_learner(session)
    _traces(session, user, other)
    _end_of_a_mentorship(session, learner=user, mentor=other)
    _end_of_a_mentorship(session, learner=other, mentor=user)
    leave(session, user)
    names = (str(user.id), user.id.hex, user.email, CANARY)
    assert _named_in(session, names) >= SOME_PLACES
    assert end(session, user)
    assert _named_in(session, names) == set()


def test_no_count_of_their_tries_is_left(session: Session) -> None:
    user = a_learner(session)
    for what in ("login", "register"):
        accounts.count_try(session, what=what, email=user.email, address="10.0.0.1", now=NOW)
    assert session.exec(select(func.count()).select_from(RateLimit)).one() == 4
    leave(session, user)
    assert end(session, user)
    of_address = session.exec(select(RateLimit.bucket)).all()
    assert len(of_address) == 2  # of the network they came from, for minutes


def test_address_of_another_that_ends_like_theirs_is_no_trace(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    user.email, other.email = "ada@example.org", "canada@example.org"
    _message(session, other, recipient=other.email, params={"to": other.email})
    leave(session, user)
    assert end(session, user)
    assert len(messages(session, other)) == 1


def test_code_they_redeemed_is_not_given_out_again(session: Session) -> None:
    user = a_whole_learner(session)
    code = session.exec(select(RewardCode)).one()
    code.is_taken = True
    leave(session, user)
    assert end(session, user)
    session.expire_all()
    assert session.get_one(RewardCode, code.id).is_taken
    assert session.get_one(RewardCode, code.id).redemption_id is None


def test_it_waits_for_calendars_elsewhere_and_lets_nobody_in_meanwhile(session: Session) -> None:
    user = a_whole_learner(session)
    leave(session, user)
    assert not delete_account(session, user_id=user.id, now=DUE)
    connection = session.exec(
        select(CalendarConnection).where(CalendarConnection.user_id == user.id)
    ).one()
    assert connection.status == "removing"
    assert not rows_of(session, SQLModel.metadata.tables["auth_session"], user)
    assert end(session, user, now=DUE + DAY)


def test_it_waits_for_a_message_that_is_just_being_sent(session: Session) -> None:
    user = a_learner(session)
    leave(session, user)
    row = messages(session, user)[1]
    row.status, row.leased_until = "sending", DUE + timedelta(minutes=2)
    session.flush()
    assert not end(session, user)
    assert end(session, user, now=DUE + timedelta(minutes=3))


def test_two_schedulers_delete_an_account_once(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        leave(session, user)
    gone = []
    for _ in range(2):
        with database.transaction() as session:
            gone.append(delete_account(session, user_id=user.id, now=DUE))
    assert gone == [True, False]


def _end_of_a_mentorship(session: Session, *, learner: User, mentor: User) -> None:
    """Ended by the one, and told to the other in the app."""
    row = Mentorship(
        learner_id=learner.id,
        mentor_id=mentor.id,
        email=mentor.email,
        token_hash=uuid4().hex,
        invited_at=NOW,
        accepted_at=NOW,
        expires_at=NOW + DAY,
    )
    session.add(row)
    session.flush()
    end_mentorship(session, user_id=learner.id, mentorship_id=row.id, now=NOW)
    told = select(OutboxMessage).where(OutboxMessage.channel == "app", OutboxMessage.kind == RULE)
    insert(session, session.exec(told).all(), now=NOW)


def _traces(session: Session, user: User, other: User) -> None:
    """Where others have written the learner down."""
    session.add(
        Mentorship(
            learner_id=other.id,
            email=user.email,
            token_hash=uuid4().hex,
            invited_at=NOW,
            expires_at=NOW + DAY,
        )
    )
    _message(session, other, recipient=user.email)
    _message(session, other, about=str(user.id))
    _message(session, other, dedupe_key=f"note:app:{other.id}:{user.id}")
    _message(session, other, params={"who": {"email": user.email}})
    for href, params in ((f"/mentor/{user.id}", {}), ("/mentor", {"learner": str(user.id)})):
        session.add(
            Notification(
                user_id=other.id,
                kind="security",
                href=href,
                params=params,
                dedupe_key=uuid4().hex,
                created_at=NOW,
            )
        )
    session.flush()


def _message(session: Session, user: User, **values: Any) -> OutboxMessage:
    given: dict[str, Any] = {
        "recipient": "",
        "dedupe_key": uuid4().hex,
        "params": {},
        "kind": "security",
    } | values
    row = OutboxMessage(
        user_id=user.id,
        channel="mail",
        locale="en",
        due_at=NOW,
        created_at=NOW,
        **given,
    )
    session.add(row)
    session.flush()
    return row


def _named_in(session: Session, names: tuple[str, ...]) -> set[str]:
    """Columns of any table that have one of the names in them."""
    return {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.c
        for name in names
        if session.execute(
            select(func.count())
            .select_from(table)
            .where(func.lower(cast(column, String)).contains(name, autoescape=True))
        ).scalar_one()
    }
