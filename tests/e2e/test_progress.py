"""Progress in the browser: read, looked into, turned further back, and taken along as files."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from learnconnect_app.devtools.long_learner import Past, a_long_learner
from learnconnect_app.models import User
from tests.e2e.conftest import Learner
from tests.e2e.screens import Screen
from tests.e2e.study_stage import now
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

LOOKS = [
    {"size": "phone", "language": "tr", "theme": "dark"},
    {"size": "desktop", "language": "en", "theme": "light"},
]
PNG = b"\x89PNG\r\n\x1a\n"


class ProgressScreen(Screen):
    path = "/progress"

    def expect_drawn(self, figure: str) -> None:
        plot = self.by(f"figure-{figure}").get_by_test_id("plot")
        plot.scroll_into_view_if_needed()
        expect(plot).to_have_attribute("data-state", "drawn")
        expect(plot.locator("svg.main-svg").first).to_be_visible()

    def saved(self, figure: str, kind: str) -> Path:
        """What a click on PNG or CSV below a picture brings."""
        with self.page.expect_download() as download:
            self.by(f"figure-{figure}").get_by_test_id(kind).click()
        assert download.value.suggested_filename == f"learnconnect-{figure}.{kind}"
        return Path(download.value.path())


def with_a_past(learner: Learner, language: str) -> None:
    """Three months of study and practice."""
    with learner.app.database.transaction() as session:
        user_id = a_long_learner(session, Past(days=90, answers=400), now=now())
        user = session.get_one(User, user_id)
        user.email, user.locale = learner.email, language


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def plotly_asked_for(page: Page) -> list[str]:
    asked: list[str] = []

    def note(request: Request) -> None:
        if "plotly" in request.url:
            asked.append(request.url)

    page.on("request", note)
    return asked


@pytest.mark.parametrize("look", LOOKS)
def test_progress_is_read_looked_into_and_taken_along(
    learner: Learner, look: dict[str, str]
) -> None:
    with_a_past(learner, look["language"])
    page = learner.signed_in(**look)
    screen = ProgressScreen(page).open()
    expect(screen.by("progress")).to_have_attribute("data-state", "told")
    expect(screen.by("headline")).to_have_attribute("data-code", "exam")
    expect(screen.by("subject").first).to_be_visible()

    # a subject opens into its topics, weak first, and they lead to their lessons
    subject = screen.by("subject").first
    subject.click()
    expect(subject).to_have_attribute("aria-expanded", "true")
    expect(screen.by("topic").first).to_have_attribute("href", re.compile("^/lesson/"))

    # the picture, its table beside it, how it is computed
    screen.expect_drawn("minutes")
    minutes = screen.by("figure-minutes")
    minutes.get_by_test_id("how").locator("summary").click()
    expect(minutes.get_by_test_id("how").locator("p")).to_be_visible()
    minutes.get_by_test_id("numbers").locator("summary").click()
    table = minutes.locator("table")
    expect(table).to_be_visible()
    shown = table.locator("tbody tr").count()

    # both as files
    rows = rows_of(screen.saved("minutes", "csv"))
    assert len(rows) == shown + 1
    assert screen.saved("minutes", "png").read_bytes().startswith(PNG)
    assert screen.saved("mastery", "png").read_bytes().startswith(PNG)
    assert len(rows_of(screen.saved("mastery", "csv"))) > 100
    screen.by("closer").click()
    screen.expect_drawn("difficulty")
    expect_accessible(page)


def test_the_pictures_look_further_back_when_asked(learner: Learner) -> None:
    with_a_past(learner, "en")
    page = learner.signed_in()
    screen = ProgressScreen(page).open()
    expect(screen.by("range-quarter")).to_have_attribute("aria-pressed", "true")
    screen.by("range-weeks").click()
    expect(screen.by("progress")).to_have_attribute("data-reach", "weeks")
    screen.expect_drawn("minutes")
    rows = rows_of(screen.saved("minutes", "csv"))
    assert rows[0][0] == "day"
    assert 22 <= len(rows) - 1 <= 28
    # what is not to be seen is put away, and the picture stays
    subject = screen.by("figure-minutes").locator("[aria-pressed]").first
    subject.click()
    expect(subject).to_have_attribute("aria-pressed", "false")
    screen.by("range-year").click()
    expect(screen.by("progress")).to_have_attribute("data-reach", "year")
    screen.expect_drawn("minutes")


def test_without_its_library_the_table_still_has_the_numbers(learner: Learner) -> None:
    with_a_past(learner, "en")
    learner.expects("plotly")
    page = learner.signed_in()
    page.route("**/*plotly*", lambda route: route.abort())
    screen = ProgressScreen(page).open()
    plot = screen.by("figure-minutes").get_by_test_id("plot")
    plot.scroll_into_view_if_needed()
    expect(plot).to_have_attribute("data-state", "failed")
    screen.by("figure-minutes").get_by_test_id("numbers").locator("summary").click()
    expect(screen.by("figure-minutes").locator("table")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_a_newcomer_is_told_what_will_be_here(learner: Learner, look: dict[str, str]) -> None:
    page = learner.has_account(language=look["language"]).signed_in(**look)
    asked = plotly_asked_for(page)
    screen = ProgressScreen(page).open()
    expect(screen.by("progress-empty").locator("a[href='/home']")).to_be_visible()
    expect_accessible(page)
    assert asked == []


def test_home_never_asks_for_the_library_of_pictures(learner: Learner) -> None:
    with_a_past(learner, "en")
    page = learner.signed_in()
    asked = plotly_asked_for(page)
    page.goto("/home")
    Screen(page).expect_ready()
    page.wait_for_load_state("networkidle")
    assert asked == []
