"""The notification centre: what was told once, by study day, read or not."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.notification_views import NotificationRow
from learnconnect_app.models import Notification, OutboxMessage, User
from learnconnect_app.services.notifications import (
    KEPT,
    MOST,
    insert,
    mark_all_read,
    mark_read,
    notifications_view,
    tidy,
    told_since,
)
from learnconnect_app.services.shells import shell_view
from tests.conftest import Counting
from tests.factories import NOW, a_learner

HOUR = timedelta(hours=1)


def a_row(user: User | None, *, key: str = "", **values: Any) -> OutboxMessage:
    given: dict[str, Any] = {"kind": "test_unlocked", "params": {"path": "/plan"}} | values
    return OutboxMessage(
        user_id=user.id if user else None,
        channel="app",
        recipient="",
        locale="en",
        dedupe_key=key or uuid.uuid4().hex,
        due_at=NOW,
        created_at=NOW,
        **given,
    )


def told(session: Session, user: User, *, at: datetime = NOW, **values: Any) -> UUID:
    key = uuid.uuid4().hex
    insert(session, [a_row(user, key=key, **values)], now=at)
    found = select(Notification.id).where(Notification.dedupe_key == key)
    return session.exec(found).one()


def shown(session: Session, user: User, now: datetime = NOW) -> list[NotificationRow]:
    view = notifications_view(session, user_id=user.id, now=now)
    return [row for day in view.days for row in day.rows]


def test_row_is_told_once_however_often_it_is_sent(session: Session) -> None:
    user = a_learner(session)
    rows = [a_row(user, key="one"), a_row(user, key="two")]
    assert insert(session, rows, now=NOW) == 2
    assert insert(session, [*rows, a_row(user, key="three")], now=NOW) == 1
    assert insert(session, [], now=NOW) == 0
    assert len(shown(session, user)) == 3


def test_same_thing_is_told_to_each_learner(session: Session) -> None:
    ayse, ali = a_learner(session), a_learner(session)
    insert(session, [a_row(ayse, key="a"), a_row(ali, key="b"), a_row(None, key="c")], now=NOW)
    assert len(shown(session, ayse)) == len(shown(session, ali)) == 1


def test_words_follow_the_language_of_the_reader(session: Session) -> None:
    user = a_learner(session, locale="tr")
    told(session, user)
    (turkish,) = shown(session, user)
    user.locale = "en"
    session.flush()
    (english,) = shown(session, user)
    assert english.title != turkish.title
    assert (english.href, english.kind, english.is_unread) == ("/plan", "test_unlocked", True)
    assert english.at_ms == NOW.timestamp() * 1000


def test_notification_that_leads_nowhere_leads_home(session: Session) -> None:
    user = a_learner(session)
    told(session, user, params={})
    assert [row.href for row in shown(session, user)] == ["/home"]


def test_notification_that_has_no_words_any_more_is_left_out(session: Session) -> None:
    user = a_learner(session)
    told(session, user, kind="given_up")
    told(session, user, kind="session_soon", params={"n": 1})  # its values are missing
    told(session, user, at=NOW + HOUR)
    assert [row.kind for row in shown(session, user)] == ["test_unlocked"]


def test_days_are_the_learners_and_begin_at_four(session: Session) -> None:
    user = a_learner(session, timezone="Europe/Istanbul")  # three hours ahead
    for hours in (0, -5, -7, -24, -80):  # 12:00, 07:00, 05:00, yesterday, earlier
        told(session, user, at=NOW + hours * HOUR)
    told(session, user, at=NOW - 9 * HOUR)  # 03:00, still the night of yesterday
    view = notifications_view(session, user_id=user.id, now=NOW)
    assert [(day.name, len(day.rows)) for day in view.days] == [
        ("today", 3),
        ("yesterday", 2),
        ("", 1),
    ]
    times = [row.at_ms for day in view.days for row in day.rows]
    assert times == sorted(times, reverse=True)


def test_newest_are_shown_and_all_unread_are_counted(session: Session) -> None:
    user = a_learner(session)
    insert(session, [a_row(user) for _ in range(MOST + 5)], now=NOW)
    newest = told(session, user, at=NOW + HOUR)
    rows = shown(session, user, NOW + HOUR)
    assert len(rows) == MOST
    assert rows[0].id == str(newest)
    assert notifications_view(session, user_id=user.id, now=NOW).unread == MOST + 6


def test_reading_one_leaves_the_others_unread(session: Session) -> None:
    user = a_learner(session)
    one, other = told(session, user), told(session, user, at=NOW + HOUR)
    mark_read(session, user_id=user.id, notification_id=one, now=NOW + HOUR)
    mark_read(session, user_id=user.id, notification_id=one, now=NOW + 2 * HOUR)
    unread = {row.id: row.is_unread for row in shown(session, user)}
    assert unread == {str(one): False, str(other): True}
    assert session.get_one(Notification, one).read_at == NOW + HOUR


def test_reading_all_is_for_the_learner_alone(session: Session) -> None:
    ayse, ali = a_learner(session), a_learner(session)
    for _ in range(3):
        told(session, ayse)
    told(session, ali)
    mark_all_read(session, user_id=ayse.id, now=NOW)
    session.expire_all()
    assert notifications_view(session, user_id=ayse.id, now=NOW).unread == 0
    assert notifications_view(session, user_id=ali.id, now=NOW).unread == 1


def test_notification_of_another_learner_does_not_exist(session: Session) -> None:
    theirs = told(session, a_learner(session))
    me = a_learner(session)
    for unknown in (theirs, uuid4()):
        with pytest.raises(NotFound):
            mark_read(session, user_id=me.id, notification_id=unknown, now=NOW)
    assert session.get_one(Notification, theirs).read_at is None


def test_bell_counts_what_is_unread(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    one = told(session, user)
    told(session, user)
    told(session, other)
    assert shell_view(session, user_id=user.id, now=NOW).unread == 2
    mark_read(session, user_id=user.id, notification_id=one, now=NOW)
    session.flush()
    assert shell_view(session, user_id=user.id, now=NOW).unread == 1


def test_what_is_old_is_forgotten(session: Session) -> None:
    user = a_learner(session)
    old, kept = told(session, user, at=NOW - KEPT - HOUR), told(session, user, at=NOW - KEPT + HOUR)
    tidy(session, now=NOW)
    left = session.exec(select(Notification.id).where(col(Notification.user_id) == user.id)).all()
    assert (old in left, kept in left) == (False, True)


def test_new_ones_of_those_who_are_there_are_found_in_one_query(
    session: Session, count_queries: Counting
) -> None:
    here, away = a_learner(session), a_learner(session)
    told(session, here, at=NOW - HOUR)
    new = told(session, here, at=NOW)
    told(session, away, at=NOW)
    ids = [here.id, uuid4()]
    with count_queries(session) as queries:
        found = told_since(session, user_ids=ids, since=NOW - HOUR / 2, now=NOW)
    assert found == [(new, here.id)]
    assert len(queries) == 1


def test_page_takes_three_queries_however_many_there_are(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner(session)
    user_id = user.id
    insert(session, [a_row(user) for _ in range(30)], now=NOW)
    with count_queries(session) as queries:
        notifications_view(session, user_id=user_id, now=NOW)
    assert len(queries) == 3
