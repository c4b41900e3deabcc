"""The private feed: an address that can be shown again, ended, and found by its hash alone."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.models import CalendarFeed
from learnconnect_app.services import calendar_feeds
from learnconnect_app.services.calendar_feeds import (
    NOTED_EVERY,
    close_feed,
    feed_of,
    feed_path,
    find_feed,
    is_to_be_noted,
    note_fetched,
    open_feed,
    owner_of,
)
from tests import study_factories as study
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_feeds, "signing_keys", lambda: [b"k" * 40])


def token_of(session: Session, user_id: object) -> str:
    session.expire_all()
    feed = session.get(CalendarFeed, user_id)
    assert feed is not None
    return feed_path(feed).removeprefix("/calendar/").removesuffix(".ics")


def owner(session: Session, token: str) -> object:
    return owner_of(session, token=token, now=NOW)


def test_address_is_shown_again_but_stands_nowhere_in_the_database(session: Session) -> None:
    user = a_learner(session)
    assert find_feed(session, user_id=user.id) is None
    open_feed(session, user_id=user.id, now=NOW)
    token = token_of(session, user.id)
    feed = find_feed(session, user_id=user.id)
    assert feed is not None
    assert token not in feed.model_dump_json()
    assert len(token) == 43
    assert token_of(session, user.id) == token
    assert owner(session, token) == user.id


def test_new_address_ends_the_old_one(session: Session) -> None:
    user = a_learner(session)
    open_feed(session, user_id=user.id, now=NOW)
    old = token_of(session, user.id)
    open_feed(session, user_id=user.id, now=NOW)
    new = token_of(session, user.id)
    assert new != old
    assert (owner(session, old), owner(session, new)) == (None, user.id)
    close_feed(session, user_id=user.id, now=NOW)
    assert owner(session, new) is None


def test_only_the_learners_own_address_is_changed(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for each in (user, other):
        open_feed(session, user_id=each.id, now=NOW)
    kept = token_of(session, other.id)
    open_feed(session, user_id=user.id, now=NOW)
    close_feed(session, user_id=user.id, now=NOW)
    assert owner(session, kept) == other.id


def test_who_only_knows_the_database_opens_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = a_learner(session)
    open_feed(session, user_id=user.id, now=NOW)
    feed = find_feed(session, user_id=user.id)
    assert feed is not None
    for known in (feed.nonce, feed.token_hash, ""):
        assert owner(session, known) is None
    token = token_of(session, user.id)
    monkeypatch.setattr(calendar_feeds, "signing_keys", lambda: [b"another key" * 4])
    assert owner(session, token) is None


def test_address_outlives_a_change_of_the_secret_key_while_the_old_one_is_known(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = a_learner(session)
    open_feed(session, user_id=user.id, now=NOW)
    token = token_of(session, user.id)
    keys = [b"new" * 20, b"older" * 9, b"k" * 40]
    monkeypatch.setattr(calendar_feeds, "signing_keys", lambda: keys)
    assert owner(session, token) == user.id
    assert token_of(session, user.id) == token
    open_feed(session, user_id=user.id, now=NOW)
    new = token_of(session, user.id)
    assert (owner(session, token), owner(session, new)) == (None, user.id)
    monkeypatch.setattr(calendar_feeds, "signing_keys", lambda: keys[:1])
    assert owner(session, new) == user.id


def test_fetch_is_noted_now_and_then(session: Session) -> None:
    user = a_learner(session)
    open_feed(session, user_id=user.id, now=NOW)
    moments = [NOW, NOW + NOTED_EVERY / 2, NOW + NOTED_EVERY * 2]
    noted = []
    for moment in moments:
        session.expire_all()
        if is_to_be_noted(session, user_id=user.id, now=moment):
            note_fetched(session, user_id=user.id, now=moment)
            noted.append(moment)
    assert noted == [moments[0], moments[2]]
    session.expire_all()
    feed = find_feed(session, user_id=user.id)
    assert feed is not None
    assert feed.fetched_at == moments[2]


def test_tag_changes_with_the_plan_and_stays_without_news(session: Session) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    row = study.a_session(session, plan, study.lessons_of(session)[0], start_minute=18 * 60)
    before = feed_of(session, user_id=user.id, now=NOW)
    later = feed_of(session, user_id=user.id, now=NOW + timedelta(hours=1))
    assert (later.tag, later.file()) == (before.tag, before.file())
    row.start_minute, row.version = 19 * 60, row.version + 1
    session.flush()
    after = feed_of(session, user_id=user.id, now=NOW)
    assert after.tag != before.tag
    assert after.file() != before.file()


def test_plan_of_a_year_takes_no_more_queries_and_time_for_an_event_than_one_of_a_month(
    session: Session, count_queries: Counting
) -> None:
    lessons = study.lessons_of(session)

    def seconds_an_event(days: int) -> float:
        user = a_learner(session, timezone="Europe/Berlin")
        plan = study.a_study_plan(session, user, exam_day=date(2027, 3, 2))
        for number in range(3 * days):
            study.a_session(
                session,
                plan,
                lessons[number % len(lessons)],
                day=MONDAY + timedelta(days=number // 3),
                start_minute=17 * 60 + number % 3 * 60,
            )
        spent = []
        for _ in range(3):
            with count_queries(session) as queries:
                begun = time.process_time()
                file = feed_of(session, user_id=user.id, now=NOW).file()
                spent.append(time.process_time() - begun)
            assert file.count(b"BEGIN:VEVENT") == 3 * days + 1
            assert len(queries) == 7
        return min(spent) / (3 * days)

    assert seconds_an_event(365) < 2 * seconds_an_event(30)
