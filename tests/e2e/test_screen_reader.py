"""Every page as it is read aloud, and as a finger finds it; and that what changes is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import App, Learner
from tests.e2e.reach import COVERED, MOVING, TOO_SMALL
from tests.e2e.screens import PlanScreen, SettingsScreen, TestScreen
from tests.e2e.test_every_page import addresses, walk, words_of_the_other
from tests.e2e.voice import Node, faults, of_role, tree_of

pytestmark = pytest.mark.browser

SMALL = {"width": 390, "height": 640}
"""A phone with its browser's bars."""

OPEN_ALL = """() => {
  for (const folded of document.querySelectorAll("main details")) folded.open = true;
}"""


@pytest.mark.timeout(300)
def test_every_page_reads_well_and_is_within_reach(app: App, learner: Learner) -> None:
    """On a phone in Turkish, with all that can be unfolded open."""
    learner.has_account(language="tr")
    learner.expects(r"404 .*/api/v1/share/token")  # a link that is none
    paths = addresses(app, learner)
    page = learner.signed_in(size="phone", language="tr")
    page.set_viewport_size(SMALL)
    foreign = words_of_the_other("tr")

    def look(path: str) -> list[str]:
        page.evaluate(OPEN_ALL)
        nodes = tree_of(page)
        found = [*faults(nodes, foreign), *page.evaluate(MOVING)]
        if page.get_by_test_id("level").count() and not any(
            node.live == "polite" for node in nodes
        ):
            found.append("nothing that changes is told")
        return found + page.evaluate(TOO_SMALL) + page.evaluate(COVERED)

    walk(page, paths, look)


def told(page: Page) -> str:
    """All that stands in places whose changes are read out."""
    return " ".join(
        page.locator("[role=status], [role=alert], [aria-live=polite]").all_inner_texts()
    )


def only(nodes: Sequence[Node]) -> Node:
    assert len(nodes) == 1, nodes
    return nodes[0]


def test_what_changes_is_told_and_a_dialog_is_all_there_is(app: App, learner: Learner) -> None:
    app.stage.plan(learner.has_account().email)
    page = learner.signed_in()
    plan = PlanScreen(page).open()
    assert "XP" not in told(page)
    plan.complete()
    expect(plan.by("xp-earned")).to_be_visible()
    assert "XP" in told(page)

    plan.by("pause-plan").click()
    nodes = tree_of(page)
    dialog = only(of_role(nodes, "dialog"))
    assert dialog.is_modal
    assert dialog.name == page.locator("#pause-title").inner_text()
    assert not of_role(nodes, "main", "navigation")
    page.keyboard.press("Escape")
    assert not of_role(tree_of(page), "dialog")


def test_a_wrong_field_is_marked_and_says_why(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    settings = SettingsScreen(page).open()
    settings.by("display-name").fill(" ")
    settings.by("save").click()
    expect(settings.by("display-name")).to_have_attribute("aria-invalid", "true")
    nodes = tree_of(page)
    field = only([node for node in of_role(nodes, "textbox") if node.is_invalid])
    alert = only([node for node in of_role(nodes, "alert") if node.live == "assertive"])
    assert field.description
    assert settings.by("form-error").inner_text() == field.description
    assert alert


def test_the_clock_of_a_test_is_silent(app: App, learner: Learner) -> None:
    attempt = app.stage.weekly_test(learner.has_account().email)
    page = learner.signed_in()
    TestScreen(page, app.oracle).go_to(attempt)
    nodes = tree_of(page)
    assert only(of_role(nodes, "timer")).live in ("", "off")
    group = only(of_role(nodes, "radiogroup"))
    assert group.name == page.locator("#stem").inner_text().strip()
    assert len(of_role(nodes, "radio")) == 4
