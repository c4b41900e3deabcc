"""Figures of the outbox are right, and cost the same however much it holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.services.outbox_figures import outbox_figures
from tests.conftest import Counting
from tests.running import START
from tests.scheduler.test_outbox import a_mail

MINUTE = timedelta(minutes=1)


def test_messages_are_counted_by_channel_and_status(session: Session) -> None:
    for status in ("sent", "sent", "failed", "unknown"):
        a_mail(session, status=status)
    a_mail(session, channel="push")
    assert outbox_figures(session, now=START).counts == {
        ("mail", "sent"): 2,
        ("mail", "failed"): 1,
        ("mail", "unknown"): 1,
        ("push", "pending"): 1,
    }


def test_oldest_due_one_tells_how_far_behind_it_is(session: Session) -> None:
    a_mail(session, due_at=START - 3 * MINUTE)
    a_mail(session, due_at=START - MINUTE)
    a_mail(session, due_at=START + MINUTE, channel="push")
    oldest = outbox_figures(session, now=START).oldest_due_seconds
    assert oldest == {"mail": 180, "push": 0, "app": 0}


def test_lateness_is_of_what_was_sent_lately(session: Session) -> None:
    for seconds in range(100):
        due_at = START - MINUTE
        a_mail(session, status="sent", due_at=due_at, sent_at=due_at + timedelta(seconds=seconds))
    a_mail(session, status="sent", due_at=START - 60 * MINUTE, sent_at=START)
    lateness = outbox_figures(session, now=START).lateness_seconds
    assert lateness["mail", 0.5] == 50
    assert lateness["mail", 0.99] == 99
    assert lateness["push", 0.99] == 0


@pytest.mark.parametrize("count", [1, 20])
def test_figures_take_seven_queries(session: Session, count_queries: Counting, count: int) -> None:
    for _ in range(count):
        a_mail(session)
    with count_queries(session) as queries:
        outbox_figures(session, now=START)
    assert len(queries) == 7
