"""`/calendar/...` over HTTP: for whoever has the address, and never other people's."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import icalendar
import pytest
from sqlmodel import select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.models import CalendarFeed, User
from learnconnect_app.services.calendar_feeds import close_feed, feed_path, find_feed, open_feed
from tests import study_factories as study
from tests.api.conftest import Browser, NewBrowser
from tests.running import Clock, Configure

DOWNLOAD = "/calendar/download.ics"


@pytest.fixture(autouse=True)
def key(configure: Configure, installed: Database) -> None:
    configure(secret_key="k" * 40)


def id_of(database: Database, email: str = "ayse@example.org") -> UUID:
    with database.reading() as session:
        return session.exec(select(User.id).where(User.email == email)).one()


def address_of(user_id: UUID) -> str:
    wiring.perform(open_feed, user_id=user_id)

    def path(session: object, **_now: object) -> str:
        feed = find_feed(session, user_id=user_id)  # type: ignore[arg-type]
        assert feed is not None
        return feed_path(feed)

    return wiring.read(path)


def with_a_session(database: Database, user_id: UUID) -> str:
    """A plan with one session; its uid."""
    with database.transaction() as session:
        user = session.get(User, user_id)
        assert user is not None
        plan = study.a_study_plan(session, user)
        row = study.a_session(session, plan, study.lessons_of(session)[0], start_minute=18 * 60)
        return f"{row.id}@learnconnect"


def uids(body: bytes) -> set[str]:
    return {str(event["uid"]) for event in icalendar.Calendar.from_ical(body).walk("VEVENT")}


def test_calendar_elsewhere_needs_no_sign_in(
    browser: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    browser.register()
    uid = with_a_session(installed, id_of(installed))
    answer = new_browser("10.9.9.9").get(address_of(id_of(installed)))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert uid in uids(answer.content)
    assert "set-cookie" not in answer.headers


def test_nobody_elses_entries_are_in_it(
    browser: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    browser.register()
    other = new_browser()
    other.register(email="ali@example.org")
    own = with_a_session(installed, id_of(installed))
    foreign = with_a_session(installed, id_of(installed, "ali@example.org"))
    for body in (
        other.get(address_of(id_of(installed))).content,  # signed in as somebody else
        browser.get(DOWNLOAD).content,
    ):
        assert own in uids(body)
        assert foreign not in uids(body)


def test_unknown_and_revoked_addresses_are_answered_alike(
    browser: Browser, installed: Database
) -> None:
    browser.register()
    user_id = id_of(installed)
    replaced = address_of(user_id)
    closed = address_of(user_id)
    wiring.perform(close_feed, user_id=user_id)
    gone = [browser.get(path) for path in (replaced, closed, "/calendar/never.ics")]
    assert [each.status_code for each in gone] == [404] * 3
    assert len({each.content for each in gone}) == 1


def test_calendar_that_has_the_latest_is_told_so(browser: Browser, installed: Database) -> None:
    browser.register()
    with_a_session(installed, id_of(installed))
    address = address_of(id_of(installed))
    first = browser.get(address)
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = browser.get(address, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert browser.get(address, headers={"if-none-match": '"other"'}).content == first.content


def test_fetch_is_noted(browser: Browser, installed: Database, clock: Clock) -> None:
    browser.register()
    address = address_of(id_of(installed))
    browser.get(address)
    with installed.reading() as session:
        feed = session.get(CalendarFeed, id_of(installed))
        assert feed is not None
        assert feed.fetched_at == clock.moment


def test_feed_is_asked_for_only_so_often_and_others_are_not_held_up(
    browser: Browser, new_browser: NewBrowser, installed: Database, clock: Clock
) -> None:
    browser.register()
    new_browser().register(email="ali@example.org")
    mine, theirs = address_of(id_of(installed)), address_of(id_of(installed, "ali@example.org"))
    answers = [browser.get(mine).status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]
    assert browser.get(theirs).status_code == 200
    clock.forward(seconds=int(browser.get(mine).headers["retry-after"]))
    assert browser.get(mine).status_code == 200


def test_guessing_is_ended_soon_without_ending_the_feeds(
    browser: Browser, installed: Database
) -> None:
    browser.register()
    guesses = [browser.get(f"/calendar/guess{n}.ics").status_code for n in range(61)]
    assert guesses == [404] * 60 + [429]
    assert browser.get(address_of(id_of(installed))).status_code == 200


def test_download_is_for_the_signed_in_learner(
    browser: Browser, new_browser: NewBrowser, installed: Database
) -> None:
    assert new_browser().get(DOWNLOAD).status_code == 401
    browser.register()
    uid = with_a_session(installed, id_of(installed))
    answer = browser.get(DOWNLOAD)
    assert uid in uids(answer.content)
    assert answer.headers["content-disposition"] == 'attachment; filename="learnconnect.ics"'


def test_file_follows_a_move(browser: Browser, installed: Database) -> None:
    browser.register()
    with_a_session(installed, id_of(installed))
    before = browser.get(DOWNLOAD).content
    with installed.transaction() as session:
        row = session.exec(select(study.StudySession)).one()
        row.day, row.version = row.day + timedelta(days=1), row.version + 1
    after = browser.get(DOWNLOAD).content
    assert uids(before) == uids(after)
    assert b"SEQUENCE:1\r\n" in after
