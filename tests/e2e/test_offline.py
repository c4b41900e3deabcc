"""Without a network: what opens, what can be done, and that each act counts once when it is back.

The service worker is the real one, and the network is cut below the browser (`cable.py`).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import WebSocket, expect

from learnconnect_app.locales import message
from learnconnect_app.models import StudySession
from learnconnect_app.services.session_completions import complete_session
from learnconnect_app.services.study_sessions import save_notes, start_session
from tests.e2e.conftest import App, Learner
from tests.e2e.offline_stage import Day, a_day, cut, day, learner, prepared, wired
from tests.e2e.screens import Screen
from tests.e2e.study_stage import answer_somehow
from tests.e2e.test_accessibility import expect_accessible
from tests.e2e.wired import Wired, kept, wait_for, wait_until_kept, wait_until_sent

pytestmark = pytest.mark.browser

__all__ = ["day", "learner", "wired"]


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
def test_day_done_without_a_network_counts_once_and_in_order(
    app: App, learner: Learner, wired: Wired, size: str, language: str
) -> None:
    def said(key: str, **values: object) -> str:
        return message(language, f"device.{key}", **values)

    day = a_day(app, learner, language)
    page = prepared(learner, size=size, language=language)
    screen = cut(page, wired)
    expect(screen.by("offline-mark")).to_have_attribute("data-back", "false")
    expect(screen.by("offline-mark")).to_contain_text(said("mark"))
    expect(screen.by("offline-hero")).to_contain_text(said("count", done=0, total=2))
    expect(screen.by("offline-next")).to_have_text(said("begin"))
    expect(screen.by("offline-due")).to_contain_text(said("mistakes"))
    expect(screen.by("offline-item")).to_have_count(2)
    expect_accessible(page)

    screen.by("offline-next").click()
    screen.by("start-session").click()
    expect(screen.by("session-clock")).to_have_attribute("data-running", "true")
    page.reload()  # the clock goes on
    expect(screen.by("session-clock")).to_have_attribute("data-running", "true")
    screen.write("İki sayı, bir işlem")
    screen.by("mood-focused").click()
    screen.complete()
    expect(screen.by("offline-done")).to_contain_text(said("will_be_sent"))
    expect_accessible(page)
    screen.to_today()
    screen.by("offline-review").click()
    answer_somehow(page)
    screen.by("review-go-on").click()
    screen.by("verdict").wait_for()
    expect_accessible(page)
    page.goto("/study")  # another page: the same kept day
    screen.expect_ready()
    expect(screen.by("waiting-acts")).to_have_text(said("waiting", n=4))
    expect(screen.page.locator("[data-testid=offline-item][data-done=true]")).to_have_count(1)
    assert day.operations() == []

    wired.cable.mend()
    page.reload()
    wait_until_sent(page)
    expect(screen.by("offline-mark")).to_have_attribute("data-back", "true")
    expect(screen.by("offline-mark")).to_contain_text(said("back"))
    screen.expect_waiting(0)
    arrived = day.operations()
    assert [each.type for each in arrived] == [
        "save_notes",
        "save_mood",
        "complete_session",
        "answer_mistake",
    ]
    assert {each.status for each in arrived} == {"applied"}
    row = day.row()
    assert (row.status, row.notes, row.mood) == ("done", "İki sayı, bir işlem", "focused")
    assert day.reviewed() == 1
    assert learner.app.oracle.paid(learner.email, "study_session") == 1
    screen.by("go-online").click()
    page.wait_for_url("**/study")
    assert len(day.operations()) == 4


def test_what_was_done_is_sent_in_the_background_once_however_many_tabs_are_open(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    screen = cut(page, wired)
    second = page.context.new_page()
    second.goto("/home")
    screen.open_session(day.sessions[1])
    screen.complete()
    wired.cable.mend()
    for tab in (page, second):
        tab.reload()
    wait_until_sent(second)
    assert [each.type for each in day.operations()] == ["complete_session"]
    assert learner.app.oracle.paid(learner.email, "study_session") == 1


def test_notes_that_go_on_after_they_were_sent_are_sent_too(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    screen = cut(page, wired)
    screen.open_session(day.sessions[0])
    screen.write("Bir")
    page.route("**/api/v1/offline", lambda route: route.abort())  # the kept plan stays an old one
    wired.cable.mend()
    wait_until_sent(page)
    screen.write("Bir, iki")
    page.unroute("**/api/v1/offline")
    wait_until_sent(page)
    assert day.row().notes == "Bir, iki"
    assert {each.status for each in day.operations()} == {"applied"}


def test_unsent_end_can_be_taken_back(learner: Learner, day: Day, wired: Wired) -> None:
    screen = cut(prepared(learner), wired)
    screen.open_session(day.sessions[0])
    screen.complete()
    screen.by("undo").click()
    screen.by("start-session").wait_for()
    screen.expect_waiting(0)


def test_end_pressed_twice_is_one_act(learner: Learner, day: Day, wired: Wired) -> None:
    screen = cut(prepared(learner), wired)
    screen.open_session(day.sessions[0])
    screen.by("complete-session").evaluate("(button) => { button.click(); button.click(); }")
    screen.by("offline-done").wait_for()
    screen.expect_waiting(1)
    screen.by("undo").click()
    screen.by("start-session").wait_for()
    screen.expect_waiting(0)


def test_time_on_a_clock_is_sent_when_the_plan_no_longer_has_its_session(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    screen = cut(page, wired)
    screen.open_session(day.sessions[0])
    screen.by("start-session").click()
    expect(screen.by("session-clock")).to_have_attribute("data-running", "true")
    with learner.app.database.transaction() as session:  # planned again, meanwhile
        session.delete(session.get_one(StudySession, day.sessions[0]))
    wired.cable.mend()
    wait_for(page, lambda all_: bool(all_["told"]))
    assert [(each.type, each.code) for each in day.operations()] == [
        ("pause_session", "session_dropped")
    ]
    assert day.row().status == "paused"


def test_signing_out_asks_about_the_time_on_a_clock(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    screen = cut(page, wired)
    screen.open_session(day.sessions[0])
    screen.by("start-session").click()
    expect(screen.by("session-clock")).to_have_attribute("data-running", "true")
    screen.by("sign-out").click()
    screen.by("leave-keep").click()
    expect(screen.by("offline-page")).to_have_attribute("data-owner", "")
    assert [each["body"]["type"] for each in kept(page)["acts"]] == ["pause_session"]


def test_clock_of_the_server_goes_on_right_where_the_devices_is_ahead(
    learner: Learner, day: Day, wired: Wired
) -> None:
    with learner.app.database.transaction() as session:
        mine = {"user_id": day.user(session).id, "session_id": day.sessions[0]}
        start_session(session, now=datetime.now(UTC) - timedelta(minutes=10), **mine)
    page = learner.signed_in()
    page.context.add_init_script(
        "const now = Date.now; Date.now = () => now() + 2 * 3600_000;"  # two hours ahead
    )
    page.goto("/home")
    wait_until_kept(page)
    screen = cut(page, wired)
    screen.open_session(day.sessions[0])
    seconds = int(screen.by("session-clock").get_attribute("data-seconds") or 0)
    assert 600 <= seconds < 1200


def test_other_devices_work_is_kept_and_the_learner_is_told(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    screen = cut(page, wired)
    screen.open_session(day.sessions[0])
    screen.write("Trende yazdım")
    screen.complete()
    with learner.app.database.transaction() as session:  # at the desk, meanwhile
        mine = {"user_id": day.user(session).id, "session_id": day.sessions[0]}
        now = datetime.now(UTC)
        save_notes(session, notes="Masada yazdım", now=now, **mine)
        complete_session(session, percent=100, recall="", now=now, **mine)
    wired.cable.mend()
    page.goto("/home")  # back on an ordinary page
    expect(page.get_by_test_id("told-item")).to_have_count(2, timeout=30_000)
    assert {each.status for each in day.operations()} == {"settled"}
    notes = day.row().notes
    assert "Trende yazdım" in notes
    assert "Masada yazdım" in notes
    assert learner.app.oracle.paid(learner.email, "study_session") == 1
    page.reload()
    expect(page.get_by_test_id("told-item")).to_have_count(2, timeout=30_000)  # until it is read
    page.get_by_test_id("told-read").click()
    expect(page.get_by_test_id("told")).to_have_count(0)


def test_signing_out_takes_the_plan_off_the_device(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    page.get_by_role("banner").get_by_test_id("sign-out").click()
    page.wait_for_url(wired.url + "/")
    assert kept(page) == {"keys": [], "acts": [], "told": [], "kept": []}
    cached = page.evaluate(
        """async () => {
          const names = await caches.keys();
          const keys = async (name) => (await caches.open(name)).keys();
          const all = await Promise.all(names.map(keys));
          return all.flat().map(({ url }) => new URL(url).pathname);
        }"""
    )
    assert not any(path.startswith("/api/") or path == "/home" for path in cached)
    wired.cable.cut()
    page.goto("/home")
    expect(page.get_by_test_id("offline-page")).to_have_attribute("data-owner", "")
    expect(page.get_by_test_id("offline-item")).to_have_count(0)


def test_signing_out_with_unsent_work_asks_and_nobody_else_sees_or_sends_it(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = prepared(learner)
    screen = cut(page, wired)
    screen.open_session(day.sessions[0])
    screen.complete()
    screen.by("sign-out").click()
    screen.by("leaving").wait_for()
    expect_accessible(page)
    screen.by("leave-stay").click()
    expect(screen.by("leaving")).to_have_count(0)
    screen.by("sign-out").click()
    screen.by("leave-keep").click()
    expect(screen.by("offline-page")).to_have_attribute("data-owner", "")
    assert len(kept(page)["acts"]) == 1

    wired.cable.mend()
    page.goto("/home")  # the sign-in ends with the first page that can be reached
    page.wait_for_url("**/login?next=**")
    other = Learner(learner.app, learner._browser).has_account(name="Başkası")
    other.sign_in(page)
    page.goto("/home")
    wait_until_kept(page)
    assert day.operations() == []
    page.goto("/offline")
    expect(screen.by("offline-page")).to_have_attribute("data-owner", "known")
    screen.expect_waiting(0)

    page.get_by_test_id("sign-out").click()
    page.wait_for_url(wired.url + "/")
    learner.sign_in(page)
    page.goto("/home")
    wait_until_kept(page)
    wait_until_sent(page)
    assert [each.status for each in day.operations()] == ["applied"]
    assert day.row().status == "done"


def test_restarted_server_is_a_small_mark_and_loses_nothing(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = learner.signed_in()
    page.goto("/home")
    home = Screen(page)
    home.expect_ready()
    wired.stop()
    expect(home.by("reconnecting")).to_be_visible()
    expect(home.by("work-offline")).to_be_visible()
    wired.start()
    expect(home.by("reconnecting")).to_have_count(0, timeout=30_000)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_press_into_a_sound_socket_leaves_it_open(learner: Learner, day: Day) -> None:
    page = learner.signed_in()
    opened: list[WebSocket] = []
    page.on("websocket", lambda socket: opened.append(socket))
    page.clock.install()
    page.goto("/study")
    screen = Screen(page)
    screen.expect_ready()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")  # the page has come to rest
    with opened[0].expect_event("framereceived", lambda frame: '"pong"' in frame):
        page.get_by_test_id("view-month").click()
    page.clock.fast_forward(20_000)  # far more than a dead one is given
    page.get_by_test_id("view-week").click()
    expect(page.locator(".calendar.is-week")).to_be_visible()
    expect(screen.by("reconnecting")).to_have_count(0)
    expect(screen.by("lost-press")).to_have_count(0)
    assert [each.is_closed() for each in opened] == [False]


def test_press_into_a_dead_socket_is_said_to_have_failed(
    learner: Learner, day: Day, wired: Wired
) -> None:
    page = learner.signed_in()
    page.goto("/study")
    screen = Screen(page)
    screen.expect_ready()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")  # the page has come to rest
    wired.cable.numb()
    page.get_by_test_id("view-month").click()
    expect(screen.by("reconnecting")).to_be_visible(timeout=6_000)
    wired.cable.mend()
    expect(screen.by("lost-press")).to_be_visible(timeout=15_000)
    expect(screen.by("reconnecting")).to_have_count(0)
    page.get_by_test_id("view-month").click()
    expect(page.locator(".calendar.is-month")).to_be_visible()
