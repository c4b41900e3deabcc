"""Every kind of question, answered in a real browser by hand and keyboard, kept and explained."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from learnconnect_app.content.library import library
from learnconnect_app.content.questions import Item, Kind
from tests.e2e.conftest import Learner
from tests.e2e.screens import TestScreen

pytestmark = pytest.mark.browser

KINDS: tuple[Kind, ...] = ("several", "order", "match", "output", "choice")


def items_of_kinds() -> list[Item]:
    """The first item by hand of each kind, by key, in both languages."""
    both = (topic for topic in library().topics.values() if set(topic.title) == {"en", "tr"})
    by_hand = sorted((item for topic in both for item in topic.items), key=lambda item: item.key)
    return [next(item for item in by_hand if item.kind == kind) for kind in KINDS]


ITEMS = items_of_kinds()


@pytest.fixture
def attempt(learner: Learner) -> str:
    keys = [item.key for item in ITEMS]
    return learner.has_account(language="en").app.stage.test_of(learner.email, keys)


def opened(page: Page, learner: Learner, attempt: str) -> TestScreen:
    return TestScreen(page, learner.app.oracle).go_to(attempt)


def answer_all(test: TestScreen, page: Page, orders: list[list[int]]) -> None:
    """Right answers, in the ways that a keyboard has too."""
    several, _, match, output, choice = ITEMS
    for place, authored in enumerate(orders[0]):
        if several.options[authored].correct:
            page.keyboard.press(str(place + 1))
            expect(test.by(f"option-{place}")).to_have_attribute("data-chosen", "true")
    test.go_on()
    put_in_order(test, page, orders[1])
    test.go_on()
    for left in range(len(match.pairs)):
        test.by(f"match-{left}").select_option(str(orders[2].index(left)))
    test.go_on()
    test.by("answer").fill(output.accept[0])
    test.expect_answered(4)
    test.go_on()
    right = [option.correct for option in choice.options].index(True)
    test.choose(orders[4].index(right))
    test.expect_answered(5)
    test.expect_saved()


def put_in_order(test: TestScreen, page: Page, order: list[int]) -> None:
    """Move each line up with the arrow key until all stand as the author has them."""
    shown = list(range(len(order)))
    for target in range(len(order)):
        line = order.index(target)
        while shown.index(line) > target:
            place = shown.index(line)
            test.by(f"option-{line}").press("ArrowUp")
            shown[place - 1], shown[place] = shown[place], shown[place - 1]
            expect(test.by(f"option-{line}")).to_have_attribute("data-place", str(place - 1))


def test_every_kind_is_answered_kept_over_a_reload_and_right(
    learner: Learner, attempt: str
) -> None:
    page = learner.signed_in(language="en")
    test = opened(page, learner, attempt)
    oracle = learner.app.oracle
    answer_all(test, page, [oracle.order(attempt, position) for position in range(5)])
    page.reload()
    test.expect_answered(5)
    kept = oracle.kept(attempt)
    assert kept[1] == list(range(len(ITEMS[1].sequence)))
    assert kept[2] == list(range(len(ITEMS[2].pairs)))
    assert kept[3] == ITEMS[3].accept[0]
    test.by("submit-test").click()
    test.by("confirm-submit").click()
    items = test.by("review-item")
    expect(items).to_have_count(5)
    for position in range(5):
        expect(items.nth(position)).to_have_attribute("data-correct", "true")


def test_what_was_typed_is_not_lost_by_going_on_at_once(learner: Learner, attempt: str) -> None:
    page = learner.signed_in(language="en")
    test = opened(page, learner, attempt)
    for _ in range(3):
        test.go_on()
    test.by("answer").press_sequentially("4", delay=0)
    test.by("previous").click()
    test.expect_position(2)
    test.expect_saved()
    assert learner.app.oracle.kept(attempt)[3] == "4"


def test_letters_and_arrows_in_a_field_type_and_do_not_turn_the_page(
    learner: Learner, attempt: str
) -> None:
    page = learner.signed_in(language="en")
    test = opened(page, learner, attempt)
    for _ in range(3):
        test.go_on()
    field = test.by("answer")
    field.press_sequentially("12")
    field.press("ArrowLeft")
    field.press("3")
    expect(field).to_have_value("132")
    test.expect_position(3)
