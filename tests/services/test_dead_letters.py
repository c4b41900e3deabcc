"""What did not get through is seen and settled by operators, once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session

from learnconnect_app.domain.dead_letters import age
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.outbox import KNOWN_WITHIN
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.dead_letters import dead_letters_view, note_arrived, send_again
from tests.conftest import Counting
from tests.factories import a_learner
from tests.running import START
from tests.scheduler.test_outbox import a_mail, claim, row

LONG_AGO = START - KNOWN_WITHIN


@pytest.fixture
def operator(session: Session) -> UUID:
    return a_learner(session, role="operator").id


def a_letter(session: Session, **traits: object) -> UUID:
    usual = {"kind": "missed_day", "status": "unknown", "leased_until": LONG_AGO, "attempts": 1}
    return a_mail(session, **{**usual, **traits})


def shown(session: Session, operator: UUID) -> list[str]:
    view = dead_letters_view(session, user_id=operator, now=START)
    assert len(view.rows) == view.unknown + view.failed
    return [each.id for each in view.rows]


def test_what_was_given_up_and_what_nobody_answered_for_is_shown(
    session: Session, operator: UUID
) -> None:
    unknown = a_letter(session, due_at=START - timedelta(hours=3))
    failed = a_letter(
        session, status="failed", error="busy", due_at=START - timedelta(minutes=5), attempts=6
    )
    view = dead_letters_view(session, user_id=operator, now=START)
    assert (view.unknown, view.failed) == (1, 1)
    first, second = view.rows
    assert (first.id, first.status, first.error, first.attempts) == (
        str(failed),
        "failed",
        "busy",
        6,
    )
    assert (first.age, first.age_unit) == (5, "minutes")
    assert (second.id, second.status, second.channel) == (str(unknown), "unknown", "mail")
    assert (second.age, second.age_unit) == (3, "hours")


@pytest.mark.parametrize(
    "traits",
    [
        {"leased_until": LONG_AGO + timedelta(seconds=1)},
        {"channel": "push"},
        {"status": "failed", "delivery": "bounced"},
        {"status": "failed", "due_at": START - timedelta(days=15)},
        {"status": "sent"},
        {"status": "pending"},
    ],
    ids=["not yet", "push", "bounced", "long ago", "sent", "pending"],
)
def test_what_needs_nobody_is_not_shown(
    session: Session, operator: UUID, traits: dict[str, object]
) -> None:
    a_letter(session, **traits)
    assert shown(session, operator) == []


def test_message_is_sent_again_when_an_operator_says_so(session: Session, operator: UUID) -> None:
    letter = a_letter(session, kind="test", expires_at=START - timedelta(hours=1))
    send_again(session, user_id=operator, message_id=letter, now=START)
    assert (row(session, letter).status, row(session, letter).due_at) == ("pending", START)
    assert shown(session, operator) == []
    (claimed,) = claim(session)
    assert (claimed.row.id, claimed.attempts) == (letter, 2)


def test_message_that_arrived_is_settled(session: Session, operator: UUID) -> None:
    letter = a_letter(session)
    note_arrived(session, user_id=operator, message_id=letter, now=START)
    assert row(session, letter).status == "sent"
    assert shown(session, operator) == []


@pytest.mark.parametrize("settle", [send_again, note_arrived])
def test_first_of_two_operators_decides(session: Session, operator: UUID, settle: object) -> None:
    letter = a_letter(session)
    note_arrived(session, user_id=operator, message_id=letter, now=START)
    with pytest.raises(NotFound):
        settle(session, user_id=operator, message_id=letter, now=START)  # type: ignore[operator]


def test_mail_whose_link_is_forgotten_is_not_sent_again(session: Session, operator: UUID) -> None:
    letter = a_letter(session, kind="password_reset", params={"name": "Ayşe"})
    view = dead_letters_view(session, user_id=operator, now=START)
    assert not view.rows[0].can_be_sent_again
    with pytest.raises(NotFound):
        send_again(session, user_id=operator, message_id=letter, now=START)
    note_arrived(session, user_id=operator, message_id=letter, now=START)


def test_nobody_else_sees_or_settles_anything(session: Session) -> None:
    letter, learner = a_letter(session), a_learner(session).id
    with pytest.raises(NotFound):
        dead_letters_view(session, user_id=learner, now=START)
    for settle in (send_again, note_arrived):
        with pytest.raises(NotFound):
            settle(session, user_id=learner, message_id=letter, now=START)
    assert session.get_one(OutboxMessage, letter).status == "unknown"


def test_message_that_is_not_there_is_missing(session: Session, operator: UUID) -> None:
    with pytest.raises(NotFound):
        send_again(session, user_id=operator, message_id=uuid4(), now=START)


def test_list_takes_three_queries(
    session: Session, operator: UUID, count_queries: Counting
) -> None:
    for _ in range(5):
        a_letter(session)
    with count_queries(session) as queries:
        assert len(shown(session, operator)) == 5
    assert len(queries) == 3


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (timedelta(seconds=-9), (0, "minutes")),
        (timedelta(minutes=119), (119, "minutes")),
        (timedelta(hours=2), (2, "hours")),
        (timedelta(hours=47.9), (47, "hours")),
        (timedelta(days=2), (2, "days")),
    ],
)
def test_age_is_told_in_the_largest_unit_that_gives_two(
    of: timedelta, said: tuple[int, str]
) -> None:
    assert age(of) == said
