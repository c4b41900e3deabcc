"""What a device keeps, over HTTP: its validator, its size, its privacy."""

from __future__ import annotations

import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import User
from tests.api.conftest import Browser, NewBrowser
from tests.e2e.canaries import LOCKED_TEXT, LOCKED_TITLE, in_locked_days
from tests.factories import MONDAY, a_plan
from tests.running import Clock
from tests.study_factories import a_session, a_study_plan, lessons_of

PATH = "/api/v1/offline"


@pytest.fixture
def learner(browser: Browser, installed: Database, clock: Clock) -> Browser:
    """Ayşe, with both plans."""
    browser.register()
    with installed.transaction() as session:
        user, now = session.exec(select(User)).one(), clock.moment
        a_plan(session, user, now=now)
        plan = a_study_plan(session, user, now=now)
        for number, lesson in enumerate(lessons_of(session)[:4]):
            a_session(session, plan, lesson, day=MONDAY, position=number)
    return browser


def test_it_holds_what_today_does_and_is_asked_for_again_for_nothing(
    learner: Browser, clock: Clock
) -> None:
    first = learner.get(PATH)
    kept, today = first.json(), learner.get("/api/v1/today").json()
    assert (kept["day"], kept["state"]) == (today["day"], today["state"])
    assert [each["id"] for each in kept["items"]] == [each["id"] for each in today["items"]]
    assert {len(kept["tasks"]), len(kept["sessions"])} == {1, 4}
    assert "is_behind" not in kept
    clock.forward(minutes=5)
    again = learner.get(PATH, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    known = first.headers["etag"].removeprefix("W/")
    assert learner.get(PATH, headers={"if-none-match": f'"else", {known}'}).status_code == 304
    assert first.headers["etag"] in learner.get(PATH).headers["etag"]


def test_it_is_sent_compressed_to_whoever_takes_that(learner: Browser) -> None:
    whole = learner.get(PATH, headers={"accept-encoding": "identity"})
    small = learner.get(PATH, headers={"accept-encoding": "br;q=1.0, gzip;q=0.8"})
    none = learner.get(PATH, headers={"accept-encoding": "gzip;q=0"})
    assert [each.headers.get("content-encoding") for each in (whole, small, none)] == [
        None,
        "gzip",
        None,
    ]
    assert {each.headers["vary"] for each in (whole, small, none)} == {"Accept-Encoding"}
    assert small.json() == whole.json() == none.json()
    assert int(whole.headers["content-length"]) == len(whole.content)
    assert int(small.headers["content-length"]) < len(whole.content) / 3
    assert whole.headers["etag"] == small.headers["etag"]
    assert whole.headers["etag"].startswith("W/")  # the same in meaning, not in bytes


def test_nothing_of_the_request_is_in_it(learner: Browser) -> None:
    """Else its compressed length could tell of what is beside."""
    planted = "planted-by-a-stranger"
    answer = learner.get(
        f"{PATH}?q={planted}", headers={"user-agent": planted, "referer": f"https://{planted}/"}
    )
    assert planted not in answer.text
    assert answer.headers["etag"] == learner.get(PATH).headers["etag"]
    for secret in learner.cookies.values():
        assert secret not in answer.text


def test_it_changes_with_what_it_says(learner: Browser) -> None:
    first = learner.get(PATH)
    learner.patch("/api/v1/me", json={"locale": "tr"})
    again = learner.get(PATH, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 200
    assert again.json()["user"]["locale"] == "tr"


def test_nothing_of_a_locked_day_is_in_it(learner: Browser, installed: Database) -> None:
    with in_locked_days(installed, but=1):
        heard = learner.get(PATH).text
        assert LOCKED_TITLE in heard  # the study plan names its own topics
        plan_only = learner.get(PATH).json()
    shown = str([plan_only["tasks"], [i for i in plan_only["items"] if i["kind"] == "task"]])
    tasks = [i for day in plan_only["week"] for i in day["items"] if i["kind"] == "task"]
    assert len(tasks) == 1
    assert LOCKED_TITLE not in shown + str(tasks)
    assert LOCKED_TEXT not in shown + str(tasks)


def test_a_visitor_is_sent_to_sign_in(new_browser: NewBrowser) -> None:
    answer = new_browser().get(PATH)
    assert (answer.status_code, answer.json()["code"]) == (401, "signed_out")
