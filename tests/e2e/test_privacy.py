"""Nothing private reaches a browser: no locked day, no answer, nobody else's, no secret."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.devtools.running import ROOT
from learnconnect_app.locales import message
from learnconnect_app.models import ItemVariant, Topic
from tests.e2e.canaries import (
    AHEAD,
    ANSWER,
    LOCKED_TEXT,
    LOCKED_TITLE,
    in_locked_days,
    in_the_answers,
)
from tests.e2e.conftest import App, Learner
from tests.e2e.ear import Ear
from tests.e2e.screens import (
    HomeScreen,
    LoginScreen,
    PlanScreen,
    Screen,
    SettingsScreen,
    TestScreen,
    TracksScreen,
)
from tests.e2e.stage import PASSWORD

pytestmark = pytest.mark.browser

STRANGER = "CANARY-another-learner"
KEPT = "/api/v1/offline"
"""What a device keeps, to open it without a network."""
SECRETS = re.compile(r"\$argon2|CANARY[\w-]*")


def found(text: str) -> set[str]:
    """Canaries and secrets in what was heard."""
    return set(SECRETS.findall(text))


def walk(page: Page, *screens: type[Screen]) -> Ear:
    """Opens these screens; the ear goes on hearing."""
    ear = Ear(page)
    for screen in screens:
        screen(page).open()
        ear.everything()
    return ear


def test_no_text_of_a_locked_day_leaves_the_server(app: App, learner: Learner) -> None:
    learner.has_account().app.stage.plan(learner.email)
    with in_locked_days(app.database, but=2):
        page = learner.signed_in()
        ear = walk(page, HomeScreen, TracksScreen, SettingsScreen, PlanScreen)
        plan = PlanScreen(page)
        assert found(ear.everything()) == set()
        assert found(page.request.get(KEPT).text()) == set()
        plan.complete()
        plan.expect_day(1, 2, "unlocked")
        for day in ("day-1-3", "day-2-1"):
            plan.by(day).click(force=True)
        plan.expect_day(1, 3, "locked")
        assert found(ear.everything()) == set()
        plan.complete()
        plan.expect_day(1, 3, "unlocked")
        # what is open now is heard: the ear works
        assert found(ear.everything()) == {LOCKED_TITLE, LOCKED_TEXT}
        assert found(page.request.get(KEPT).text()) == {LOCKED_TITLE, LOCKED_TEXT}


def test_the_assessments_result_names_what_it_measured_and_no_more_of_locked_days(
    app: App, learner: Learner
) -> None:
    learner.has_account().app.stage.plan(learner.email)
    assessment = app.oracle.attempts(learner.email)[0].id
    with in_locked_days(app.database, but=1):
        page = learner.signed_in()
        ear = Ear(page)
        page.goto(f"/test/{assessment}")
        TestScreen(page, app.oracle).expect_result()
        # what was measured has a name; which day it is, and what the day says, stay locked
        assert found(ear.everything()) == {LOCKED_TITLE}


def test_a_running_test_tells_neither_answers_nor_later_questions(
    app: App, learner: Learner
) -> None:
    attempt = learner.has_account().app.stage.weekly_test(learner.email)
    with in_the_answers(app.database, attempt, shown=3):
        page = learner.signed_in()
        ear = Ear(page)
        test = TestScreen(page, app.oracle).go_to(attempt)
        for position in range(3):
            test.expect_position(position)
            test.answer(right=position == 0)
            test.expect_answered(position + 1)
            if position < 2:
                test.go_on()
        heard = ear.everything()
        assert found(heard) == set()
        assert not re.search(r'is_(right|correct)[\w]*\\?": ?true', heard)
        test.go_on()
        assert found(ear.everything()) == {AHEAD}
        test.finish()
        assert found(ear.everything()) == {AHEAD, ANSWER}


def test_nothing_of_another_learner_is_heard(
    app: App, learner: Learner, learners: Callable[[], Learner]
) -> None:
    stranger = learners()
    stranger.email = f"{STRANGER.lower()}-{stranger.email}"
    stranger.has_account(name=STRANGER)
    foreign_test = app.stage.weekly_test(stranger.email)
    learner.has_account().app.stage.plan(learner.email, days=1)
    page = learner.signed_in()
    ear = walk(page, HomeScreen, TracksScreen, SettingsScreen, PlanScreen)
    page.goto(f"/test/{foreign_test}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    heard = ear.everything()
    for address in ("/api/v1/me", "/api/v1/today", KEPT):
        heard += page.request.get(address).text()
    assert STRANGER.lower() not in heard.lower()
    assert found(heard) == set()


def test_nothing_of_who_used_the_tab_before_is_heard(
    app: App, learner: Learner, learners: Callable[[], Learner]
) -> None:
    """Their session ran out, so they were asked to sign in; somebody else does."""
    before = learners().has_account(name=STRANGER)
    app.stage.plan(before.email)
    page = before.signed_in()
    for screen in (HomeScreen, PlanScreen, SettingsScreen):
        screen(page).open()
    page.context.clear_cookies()
    page.goto("/home")
    page.wait_for_url(re.compile("/login"))
    ear = Ear(page)
    app.stage.forget_tries()
    LoginScreen(page).submit(email=learner.has_account().email, password=PASSWORD)
    expect(page.locator("h1")).to_contain_text("Ada")
    assert found(ear.everything()) == set()


def test_the_built_files_hold_no_data_and_no_secrets(app: App) -> None:
    with app.database.reading() as session:
        summaries = [each for t in session.exec(select(Topic)) for each in t.summary.values()]
        stems = [
            each
            for v in session.exec(select(ItemVariant))
            for each in v.question["stem"].values()
            if len(each) > 20  # shorter ones may be the title of a page
        ]
    built = [p for p in (ROOT / ".web/build/client").rglob("*") if p.suffix in (".js", ".html")]
    text = "\n".join(path.read_text() for path in built)
    assert len(built) > 20
    secret = ROOT / "data" / "secret_key"
    private = [*summaries, *stems, str(ROOT), *([secret.read_text()] if secret.exists() else [])]
    assert [each for each in private if each and each in text] == []


@pytest.mark.parametrize("language", ["en", "tr"])
def test_anothers_test_does_not_exist(
    app: App, learner: Learner, learners: Callable[[], Learner], language: str
) -> None:
    foreign = app.stage.assessment(learners().has_account().email)
    page = learner.has_account(language=language).signed_in(language=language)
    for address in (foreign, "00000000-0000-4000-8000-000000000000", "no-id"):
        page.goto(f"/test/{address}")
        expect(page.locator("h1")).to_have_text(message(language, "boundary.missing_title"))
        expect(page.get_by_test_id("question")).to_have_count(0)
        expect(page.get_by_test_id("form-error")).to_have_count(0)
    page.locator("main a").click()
    page.wait_for_url("**/home")


@pytest.mark.parametrize(
    "address", ["/home", "/plan", "/plan/new", "/reports", "/settings", "/test/{attempt}"]
)
def test_a_signed_out_page_leads_to_the_sign_in_and_back(
    app: App, learner: Learner, address: str
) -> None:
    attempt = learner.has_account().app.stage.assessment(learner.email)
    app.stage.forget_tries()
    wanted = address.format(attempt=attempt)
    page = learner.visit()
    ear = Ear(page)
    page.goto(wanted)
    page.wait_for_url(lambda url: unquote(url) == f"{app.url}/login?next={wanted}")
    assert found(ear.everything()) == set()
    LoginScreen(page).submit(email=learner.email, password=PASSWORD)
    page.wait_for_url(app.url + wanted)  # the sign-in's own address ends in it too
    Screen(page).expect_ready()


FOREIGN = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/%09/evil.example",
    "/.//evil.example",
    "/%0A/evil.example",
    "http:evil.example",
)


@pytest.mark.parametrize("address", FOREIGN)
def test_a_foreign_next_is_ignored(app: App, learner: Learner, address: str) -> None:
    learner.has_account()
    learner.expects(r"404 .*//evil\.example$")  # our own page of that odd name
    app.stage.forget_tries()
    page = learner.visit()
    page.goto("/login?next=" + address)
    screen = LoginScreen(page)
    screen.expect_ready()
    screen.submit(email=learner.email, password=PASSWORD)
    page.wait_for_url(f"{app.url}/**")
    page.wait_for_url(lambda url: "/login" not in url)
    assert page.url.startswith(app.url + "/")
