"""A keyboard, and eyes for the focus: it is never lost, always seen, and nothing else points."""

from __future__ import annotations

import re
from typing import Any, Never

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.screens import TestScreen

FARTHEST = 200
"""Stops of a page, once around."""

POINTING = (
    *("click", "dblclick", "tap", "hover", "check", "uncheck", "set_checked", "drag_to"),
    *("drag_and_drop", "fill", "focus", "select_option", "dispatch_event"),
)
"""What a keyboard alone cannot do."""

IS_LOST = """() => {
  const at = document.activeElement;
  return !at || at === document.body || Boolean(at.disabled) || !at.checkVisibility();
}"""
IS_KEPT = f"() => !({IS_LOST})()"

LOOK = """(target) => {
  const at = document.activeElement;
  const isThere = target.contains(at)
    || (target.type === "radio" && at.type === "radio" && at.name === target.name);
  const isBefore = Boolean(at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
  if (at === document.body) return { isThere, isBefore: false, wrong: "" };

  const isMarked = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const around = [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean);
  const label = (at.matches("input") && at.closest("label")) || at;
  const { left, right, top, bottom } = label.getBoundingClientRect();
  const between = (low, high, most) =>
    [0.1, 0.5, 0.9].map((share) => Math.max(low, 0) * (1 - share) + Math.min(high, most) * share);
  const isSeen = between(top, bottom, innerHeight).some((y) =>
    between(left, right, innerWidth).some((x) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (label.contains(hit) || hit.contains(label));
    }));
  const over = () =>
    document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.outerHTML.slice(0, 80);
  const wrong = !around.some(isMarked) ? "cannot be seen on"
    : !isSeen ? `is covered at ${top | 0}-${bottom | 0} by ${over()} on` : "";
  return { isThere, isBefore, wrong: wrong && `${wrong} ${label.outerHTML.slice(0, 160)}` };
}"""


class Keys:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, target: Locator, *, back: bool | None = None) -> None:
        """Until the focus is on it, or in it, or in its radio group; by the shorter way. Every stop
        on the way is seen, and covered by nothing."""
        target.wait_for(state="attached")
        seen = target.evaluate(LOOK)
        for _ in range(FARTHEST):
            if seen["isThere"]:
                return
            is_back = seen["isBefore"] if back is None else back
            self.press("Shift+Tab" if is_back else "Tab")
            seen = target.evaluate(LOOK)
            assert not seen["wrong"], f"the focus {seen['wrong']}"
        raise AssertionError(f"{target} was not reached")

    def use(self, target: Locator, key: str = "Enter") -> None:
        """Go there and press; the focus is not lost over it."""
        self.tab_to(target)
        self.press(key)
        self.expect_focus()

    def expect_focus(self) -> None:
        """It is somewhere a moment later, and stays there."""
        self.page.wait_for_function(IS_KEPT, timeout=3000)

    def choose(self, option: Locator) -> None:
        """A radio, in its label: Tab goes to the group, the arrows within it."""
        radio = option.get_by_role("radio")
        self.tab_to(radio)
        if not radio.evaluate("(radio) => radio === document.activeElement"):
            for _ in range(FARTHEST):
                self.press("ArrowDown")
                if radio.evaluate("(radio) => radio === document.activeElement"):
                    break
        if not radio.is_checked():
            self.press("Space")
        expect(radio).to_be_checked()

    def write(self, field: Locator, text: str) -> None:
        """In place of what is there."""
        self.tab_to(field)
        if field.get_attribute("type") not in ("date", "time"):
            self.press("Control+a")
        self.page.keyboard.type(text)


def take_the_mouse_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever points from now on fails."""

    def refuse(*_args: Any, **_options: Any) -> Never:
        raise AssertionError("this is done by keys alone")

    for kind in (Page, Locator):
        for name in POINTING:
            if hasattr(kind, name):
                monkeypatch.setattr(kind, name, refuse)
    for name in ("mouse", "touchscreen"):
        monkeypatch.setattr(Page, name, property(refuse))


def arrive(keys: Keys, address: str) -> None:
    """On another page, with the focus in its content."""
    keys.page.wait_for_url(address if "*" in address else re.compile(address))
    keys.expect_focus()
    expect(keys.page.locator("#main:focus-within")).to_have_count(1)


def submit(keys: Keys, test: TestScreen) -> None:
    """Asked whether that is all: no, and then yes."""
    keys.use(test.by("submit-test"))
    dialog = keys.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    expect(test.by("submit-test")).to_be_focused()
    keys.press("Enter")
    keys.use(test.by("confirm-submit"))
    test.expect_result()
    expect(test.by("passed")).to_be_focused()
