"""LearnConnect on the home screen: it can be put there, says so in time, and is renewed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import HomeScreen
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

CAN_INSTALL = """
addEventListener("load", () => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = async () => { window.timesAsked = (window.timesAsked ?? 0) + 1; };
  dispatchEvent(event);
  window.isHeld = event.defaultPrevented;
});
"""
IS_AN_IPHONE = "Object.defineProperty(navigator, 'standalone', { get: () => false });"
IS_INSTALLED = "Object.defineProperty(navigator, 'standalone', { get: () => true });"


def test_browser_finds_nothing_that_forbids_installing(
    app: App, playwright_: Playwright, tmp_path: Path
) -> None:
    """In a profile of its own: in private windows nothing can be installed."""
    context = playwright_.chromium.launch_persistent_context(
        str(tmp_path / "profile"), executable_path=find_chromium(), args=ARGUMENTS, locale="tr-TR"
    )
    try:
        page = context.new_page()
        page.goto(app.url)
        client = context.new_cdp_session(page)
        manifest = client.send("Page.getAppManifest")
        assert manifest["errors"] == []
        assert json.loads(manifest["data"])["lang"] == "tr"
        assert client.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        assert client.send("Page.getAppId")["appId"] == f"{app.url}/"
    finally:
        context.close()


def home_after_a_day(learner: Learner, script: str, **visit: str) -> HomeScreen:
    """Home of a learner who has done everything of the first day, in a browser of a kind."""
    learner.has_account().app.stage.plan(learner.email, days=1)
    return home_on_another_device(learner, script, **visit)


def home_on_another_device(learner: Learner, script: str, **visit: str) -> HomeScreen:
    page = learner.signed_in(**visit)
    page.context.add_init_script(script)
    return HomeScreen(page).open()


def test_hint_is_given_once_the_first_day_is_done_and_never_again_when_put_away(
    learner: Learner,
) -> None:
    home = home_after_a_day(learner, CAN_INSTALL, size="phone")
    expect(home.by("install-hint")).to_be_visible()
    assert home.page.evaluate("window.isHeld"), "the browser is asked not to ask by itself"
    expect_accessible(home.page)
    home.by("install-never").click()
    expect(home.by("install-hint")).to_have_count(0)
    home.open()
    again = home_on_another_device(learner, CAN_INSTALL)
    for screen in (home, again):
        expect(screen.by("today")).to_be_visible()
        assert screen.page.evaluate("window.isHeld")
        expect(screen.by("install-hint")).to_have_count(0)


def test_pressing_install_asks_the_browser_once(learner: Learner) -> None:
    home = home_after_a_day(learner, CAN_INSTALL, language="tr")
    home.by("install").click()
    expect(home.by("install-hint")).to_have_count(0)
    assert home.page.evaluate("window.timesAsked") == 1


def test_browser_of_apple_is_told_where_its_menu_is(learner: Learner) -> None:
    home = home_after_a_day(learner, IS_AN_IPHONE, size="phone")
    expect(home.by("install-hint")).to_contain_text("Add to Home Screen")
    expect(home.by("install")).to_have_count(0)


def test_nothing_is_said_where_it_is_installed_or_the_day_is_open(learner: Learner) -> None:
    installed = home_after_a_day(learner, IS_INSTALLED + CAN_INSTALL)
    expect(installed.by("today")).to_be_visible()
    assert installed.page.evaluate("window.isHeld")
    expect(installed.by("install-hint")).to_have_count(0)


# ---- a new version ----------------------------------------------------------------------------

IN_CHARGE = """new Promise((done) => {
  const workers = navigator.serviceWorker;
  workers.addEventListener("controllerchange", () => done(true));
  if (workers.controller) done(true);
})"""
OF_A_BUILD = """
const workers = navigator.serviceWorker, register = workers.register.bind(workers);
workers.register = (url) => register(url + (localStorage.getItem("build") ?? ""));
"""
NEW_BUILD = """() => {
  localStorage.setItem("build", "?newer");
  return navigator.serviceWorker.register("/sw.js").then(() => true);
}"""
CONTROLLER = "navigator.serviceWorker.controller?.scriptURL ?? ''"


@pytest.fixture
def settled(learner: Learner) -> Page:
    """A page that the service worker of its build serves."""
    home = home_on_another_device(learner.has_account(), OF_A_BUILD, size="phone")
    assert home.page.evaluate(IN_CHARGE)
    home.open().page.evaluate("window.isTheSame = true")
    expect(home.by("new-version")).to_have_count(0)
    return home.page


def test_new_version_waits_until_the_learner_wants_it(settled: Page) -> None:
    settled.evaluate(NEW_BUILD)
    note = settled.get_by_test_id("new-version")
    expect(note).to_be_visible()
    expect_accessible(settled)
    assert settled.evaluate("window.isTheSame"), "nothing is loaded again by itself"
    with settled.expect_navigation():
        note.get_by_role("button", name="Update").click()
    assert settled.evaluate(CONTROLLER).endswith("?newer")
    expect(note).to_have_count(0)


def test_note_of_a_new_version_can_wait(settled: Page) -> None:
    settled.evaluate(NEW_BUILD)
    note = settled.get_by_test_id("new-version")
    note.get_by_role("button", name="Later").click()
    expect(note).to_have_count(0)
    assert settled.evaluate("window.isTheSame")
