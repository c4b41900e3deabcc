"""Looks that can be put on: there in both modes, readable, known from the first paint."""

from __future__ import annotations

import re
from functools import cache

import pytest

from learnconnect_app.domain.looks import FRAMES, THEMES
from learnconnect_app.ui.first_paint import FIRST_PAINT
from tests.architecture.sources import ROOT

MODES = ("light", "dark")
TEXT, GRAPHIC = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""
PAIRS = (
    # what is seen, on what, at least
    ("--color-primary-content", "--color-primary", TEXT),
    ("--ink-violet", "--tint-violet", TEXT),
    ("--ink-violet", "--color-base-100", TEXT),
    ("--ink-violet", "--color-base-200", TEXT),
    ("--color-secondary", "--color-base-100", TEXT),
    ("--color-primary-content", "--hero-from", TEXT),
    ("--color-primary-content", "--hero-to", TEXT),
    ("--hero-ink", "--color-primary-content", TEXT),
    ("--color-primary", "--color-base-100", GRAPHIC),
    ("--color-primary", "--color-base-200", GRAPHIC),
    ("--bar-violet", "--track", GRAPHIC),
)


@cache
def style() -> str:
    return (ROOT / "assets" / "theme.css").read_text()


def block(selector: str) -> dict[str, str]:
    """Colours that the rule with exactly this selector sets."""
    found = re.search(rf"(?:^|\n){re.escape(selector)} \{{([^}}]*)\}}", style())
    assert found, selector
    return dict(re.findall(r"(--[\w-]+): (#\w{6});", found[1]))


def colours(mode: str, theme: str) -> dict[str, str]:
    light = block(':root,\n[data-theme="learnconnect-light"]') | {"--hero-ink": "#4b36ab"}
    if mode == "light":
        return light | (block(f'[data-accent="{theme}"]') if theme else {})
    dark = light | block('[data-theme="learnconnect-dark"]')
    root = f'[data-theme="learnconnect-dark"][data-accent="{theme}"]'
    inside = f'[data-theme="learnconnect-dark"] [data-accent="{theme}"]'
    return dark | (block(f"{root},\n{inside}") if theme else {})


def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", ["", *THEMES])
def test_a_theme_is_readable_in_both_modes(mode: str, theme: str) -> None:
    own = colours(mode, theme)
    weak = {
        (seen, ground): round(found, 2)
        for seen, ground, least in PAIRS
        if (found := contrast(own[seen], own[ground])) < least
    }
    assert not weak


def test_each_theme_sets_the_same_colours_in_both_modes() -> None:
    names = {
        frozenset(block(selector))
        for theme in THEMES
        for selector in (
            f'[data-accent="{theme}"]',
            f'[data-theme="learnconnect-dark"][data-accent="{theme}"],\n'
            f'[data-theme="learnconnect-dark"] [data-accent="{theme}"]',
        )
    }
    assert len(names) == 1


def test_style_knows_every_look_and_no_other() -> None:
    assert set(re.findall(r'\[data-accent="(\w+)"\]', style())) == set(THEMES)
    assert set(re.findall(r'\[data-frame="(\w+)"\]', style())) == set(FRAMES)


def test_first_paint_wears_the_theme() -> None:
    assert 'root.dataset.accent = cookie("accent", "[a-z]+") || "";' in FIRST_PAINT
    assert all(re.fullmatch("[a-z]+", theme) for theme in THEMES)
