"""Without a network, and something else goes wrong too: nothing is lost, nothing stays behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from sqlmodel import col, delete, select

from learnconnect_app.devtools.page_weights import CLIENT
from learnconnect_app.models import AuthSession
from tests.e2e.conftest import Learner
from tests.e2e.offline_stage import Day, OfflineScreen, cut, day, learner, prepared, wired
from tests.e2e.screens import HomeScreen, LoginScreen, Screen
from tests.e2e.stage import PASSWORD
from tests.e2e.test_accessibility import expect_accessible
from tests.e2e.wired import (
    Wired,
    another_build,
    kept,
    wait_for,
    wait_until_kept,
    wait_until_sent,
)

pytestmark = pytest.mark.browser

__all__ = ["day", "learner", "wired"]

OPERATIONS, SIGN_OUT = "POST /api/v1/operations", "POST /api/v1/auth/logout"
UNAVAILABLE = r"the server responded with a status of 503"
SIGNED_OUT = r"the server responded with a status of 401 .*/api/v1/operations"
CACHES = """async () => {
  const names = await caches.keys();
  const keys = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await keys(name)])));
}"""

LOOKED = """(state) => {
  const visibilityState = { get: () => state, configurable: true };
  Object.defineProperties(document, { visibilityState });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def sign_out(page: Page) -> None:
    page.get_by_role("banner").get_by_test_id("sign-out").click()


def end_sign_ins(day: Day) -> None:
    """As from another device."""
    with day.app.database.transaction() as session:
        session.exec(delete(AuthSession).where(col(AuthSession.user_id) == day.owner))


def is_signed_in(day: Day) -> bool:
    with day.app.database.reading() as session:
        found = select(AuthSession).where(col(AuthSession.user_id) == day.owner)
        return session.exec(found).first() is not None


def test_signing_out_whose_module_cannot_be_had_takes_the_plan_off_all_the_same(
    learner: Learner, day: Day, wired: Wired
) -> None:
    learner.expects(f"{UNAVAILABLE}|Failed to fetch dynamically imported module")
    page = prepared(learner)
    (module,) = (
        each.name for each in CLIENT.glob("assets/*.js") if "leave-drop" in each.read_text()
    )
    page.evaluate(
        """async (module) => {
          for (const name of await caches.keys())
            await (await caches.open(name)).delete(`/assets/${module}`);
        }""",
        module,
    )
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    wired.cable.refuse(f"GET /assets/{module}")
    page.reload()
    Screen(page).expect_ready()
    sign_out(page)
    page.wait_for_url(wired.url + "/")
    wait_for(page, lambda all_: all_["keys"] == [])
    assert not is_signed_in(day)


def test_signing_out_that_the_server_does_not_confirm_holds_every_page_until_it_does(
    learner: Learner, day: Day, wired: Wired
) -> None:
    learner.expects(UNAVAILABLE)
    page = prepared(learner)
    wired.cable.refuse(SIGN_OUT)
    sign_out(page)
    expect(page).to_have_url(re.compile(r"/offline\?from="))
    expect(page.get_by_test_id("offline-page")).to_have_attribute("data-owner", "")
    assert kept(page)["keys"] == ["leaving"]
    page.goto("/home")
    expect(page).to_have_url(re.compile(r"/offline\?from=%2Fhome"))
    assert is_signed_in(day)
    wired.cable.mend()
    page.goto("/home")
    page.wait_for_url("**/login?next=**")
    assert kept(page)["keys"] == []
    assert not is_signed_in(day)


def test_sign_in_that_ended_elsewhere_keeps_the_work_for_its_learner_alone(
    learner: Learner, day: Day, wired: Wired
) -> None:
    learner.expects(SIGNED_OUT)
    page = prepared(learner)
    screen = cut(page, wired, "/study?view=month")
    screen.open_session(day.sessions[1])
    screen.complete()
    end_sign_ins(day)
    wired.cable.mend()
    expect(screen.by("offline-mark")).to_contain_text("Sign in to go on.", timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("What was done here is kept")
    expect_accessible(page)
    assert (day.operations(), len(kept(page)["acts"])) == ([], 1)
    assert kept(page)["keys"] == []
    screen.by("go-online").click()
    page.wait_for_url("**/login?next=%2Fstudy%3Fview%3Dmonth")

    other = Learner(learner.app, learner._browser).has_account(name="Başkası")
    other.sign_in(page)
    page.goto("/home")
    wait_until_kept(page)
    page.goto("/offline")
    screen.expect_ready()
    screen.expect_waiting(0)
    assert (day.operations(), len(kept(page)["acts"])) == ([], 1)

    learner.sign_in(page)  # over the other's
    page.goto("/home")
    wait_for(page, lambda all_: str(day.owner) in all_["kept"])
    wait_until_sent(page)
    assert [each.status for each in day.operations()] == ["applied"]
    assert learner.app.oracle.paid(learner.email, "study_session") == 1
    assert learner.app.oracle.paid(other.email, "study_session") == 0


def test_whoever_signs_in_after_another_finds_nothing_of_theirs(
    learner: Learner, day: Day, wired: Wired
) -> None:
    learner.expects(UNAVAILABLE)
    page = prepared(learner)
    end_sign_ins(day)
    page.goto("/login")
    assert "plan" in kept(page)["keys"]
    wired.cable.refuse("GET /api/v1/offline")  # the plan of whoever comes does not arrive
    other = Learner(learner.app, learner._browser).has_account(name="Başkası")
    login = LoginScreen(page)
    login.expect_ready()
    login.submit(email=other.email, password=PASSWORD)
    page.wait_for_url("**/home")
    assert not {"plan", "owner"} & set(kept(page)["keys"])
    wired.cable.cut()
    page.goto("/home")
    expect(page.get_by_test_id("offline-page")).to_have_attribute("data-owner", "")


def test_way_back_keeps_what_the_address_asks_for(learner: Learner, day: Day, wired: Wired) -> None:
    page = prepared(learner)
    screen = cut(page, wired, "/study?view=month&wort=ığdır")
    wired.cable.mend()
    expect(screen.by("offline-mark")).to_have_attribute("data-back", "true", timeout=60_000)
    screen.by("go-online").click()
    page.wait_for_url("**/study?view=month&wort=*")
    assert page.evaluate("new URLSearchParams(location.search).get('wort')") == "ığdır"


@pytest.mark.parametrize(
    "opened",
    [
        "throw new DOMException('denied', 'SecurityError')",
        "return {}",  # no answer, ever
    ],
    ids=["refuses", "is silent"],
)
def test_browser_that_keeps_nothing_works_and_says_so(
    learner: Learner, day: Day, wired: Wired, opened: str
) -> None:
    page = learner.signed_in(language="en", size="phone")
    page.context.add_init_script(f"IDBFactory.prototype.open = () => {{ {opened} }};")
    home = HomeScreen(page).open()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    for state in ("hidden", "visible"):  # looked away, and back
        page.evaluate(LOOKED, state)
    page.goto("/study")
    Screen(page).expect_ready()

    wired.cable.cut()
    page.goto("/home")
    expect(page).to_have_url(re.compile(r"/offline\?from="))
    screen = OfflineScreen(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("This browser keeps nothing")
    expect_accessible(page)
    wired.cable.mend()
    expect(screen.by("offline-mark")).to_have_attribute("data-back", "true", timeout=60_000)
    screen.by("go-online").click()
    page.wait_for_url("**/home")
    home.expect_ready()
    page.goto("/offline")
    screen.by("sign-out").click()
    page.wait_for_url(wired.url + "/")
    assert not is_signed_in(day)


def test_addresses_with_a_secret_stay_in_the_address_bar(
    learner: Learner, day: Day, wired: Wired
) -> None:
    learner.expects(r"the server responded with a status of 4\d\d")
    page = prepared(learner)
    secret = "geheim-0123456789-geheim-0123456789"
    for place in ("reset-password", "confirm-address", "unsubscribe", "share"):
        page.goto(f"/{place}/{secret}")
    page.goto("/home")
    wait_until_kept(page)
    found = page.evaluate(CACHES)
    assert any(found.values())
    assert secret not in str(found)
    assert secret not in str(kept(page))
    wired.cable.cut()
    for place in ("reset-password", "share"):
        with pytest.raises(Error):  # the browser's own page: ours would take the address along
            page.goto(f"/{place}/{secret}")
    assert secret not in str(page.context.pages[0].url)


def test_new_build_takes_over_when_it_is_wanted_and_loses_nothing(
    learner: Learner, day: Day, wired: Wired, tmp_path: Path
) -> None:
    learner.expects(UNAVAILABLE)
    page = prepared(learner)
    old = set(page.evaluate(CACHES))
    screen = cut(page, wired)
    screen.open_session(day.sessions[1])
    screen.complete()
    wired.stop()
    wired.start(another_build(tmp_path))
    wired.cable.mend()
    wired.cable.refuse(OPERATIONS)
    page.goto("/home")
    note = page.get_by_test_id("new-version")
    expect(note).to_be_visible(timeout=60_000)
    assert old & set(page.evaluate(CACHES)), "the old one serves until it is wanted"
    assert len(kept(page)["acts"]) == 1

    loaded: list[Page] = []
    page.on("load", lambda each: loaded.append(each))
    with page.expect_navigation():
        note.get_by_role("button", name="Update").click()
    HomeScreen(page).expect_ready()
    wait_until_kept(page)
    assert len(loaded) == 1
    expect(note).to_have_count(0)
    registration = "navigator.serviceWorker.getRegistration()"
    assert page.evaluate(f"{registration}.then(({{ waiting }}) => waiting)") is None
    new = {name for name in page.evaluate(CACHES) if name.startswith("offline-")}
    assert len(new) == 1
    assert not new & old
    assert len(kept(page)["acts"]) == 1

    wired.cable.mend()
    page.reload()
    wait_until_sent(page)
    assert [each.status for each in day.operations()] == ["applied"]
    assert learner.app.oracle.paid(learner.email, "study_session") == 1
    wired.cable.cut()
    page.goto("/home")
    screen.expect_ready()
    expect(page.locator("meta[name=build]")).to_have_attribute("content", "newer")
