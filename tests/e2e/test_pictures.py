"""The main screens look as they did: pictures kept beside the tests, compared with tolerance.

A change that is meant: look at the new pictures, then keep them by running these tests once with
``KEEP_PICTURES=1``. What depends on the day or on chance is not part of them.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Learner
from tests.e2e.test_every_page import expect_settled

pytestmark = pytest.mark.browser

KEPT = Path(__file__).with_name("pictures")
MOST_DIFFERENT = 0.005
"""Share of pixels that may differ, by more than ``VISIBLY`` of 255 in any channel."""
VISIBLY = 32
LOOKS = [("phone", "light", "tr"), ("desktop", "dark", "en")]
FOR_ANYONE = {"landing": "/", "login": "/login", "register": "/register", "kit": "/kit"}
OF_A_NEWCOMER = {
    "home": "/home",
    "tracks": "/plan/new",
    "mistakes": "/mistakes",
    "resume": "/resume",
}
OF_THE_DAY = "main header, [data-testid=week-strip]"
WITHOUT_THE_LINE = "[data-testid=line-of-the-day] { display: none }"
"""It is another one each day, of one line or two."""


def differing(picture: Image.Image, kept: Image.Image) -> float:
    """Share of the pixels that differ visibly; 1 when they are of different sizes."""
    if picture.size != kept.size:
        return 1.0
    bands = ImageChops.difference(picture.convert("RGB"), kept.convert("RGB")).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    histogram = most.histogram()
    return sum(histogram[VISIBLY + 1 :]) / (picture.width * picture.height)


def expect_as_kept(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    taken = page.screenshot(
        mask=[page.locator(OF_THE_DAY)], animations="disabled", style=WITHOUT_THE_LINE
    )
    picture, path = Image.open(io.BytesIO(taken)), KEPT / f"{name}.png"
    if os.environ.get("KEEP_PICTURES"):
        KEPT.mkdir(exist_ok=True)
        picture.convert("P", palette=Image.Palette.ADAPTIVE).save(path, optimize=True)
        return
    assert path.exists(), f"{name}: no picture is kept"
    share = differing(picture, Image.open(path))
    if share > MOST_DIFFERENT:
        shown = path.with_suffix(".new.png")
        picture.save(shown)
        pytest.fail(f"{name}: {share:.1%} of it looks otherwise; compare {shown} with {path}")


@pytest.mark.parametrize(("size", "theme", "language"), LOOKS)
@pytest.mark.parametrize("name", FOR_ANYONE)
def test_page_for_anyone_looks_as_it_did(
    learner: Learner, name: str, size: str, theme: str, language: str
) -> None:
    page = learner.visit(size=size, theme=theme, language=language)
    page.goto(FOR_ANYONE[name])
    expect(page.get_by_test_id("language")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect_as_kept(page, f"{name}-{size}")


@pytest.mark.parametrize(("size", "theme", "language"), LOOKS)
@pytest.mark.parametrize("name", OF_A_NEWCOMER)
def test_page_of_a_newcomer_looks_as_it_did(
    learner: Learner, name: str, size: str, theme: str, language: str
) -> None:
    learner.has_account(language=language)
    page = learner.signed_in(size=size, theme=theme, language=language)
    page.goto(OF_A_NEWCOMER[name])
    expect_settled(page)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect_as_kept(page, f"{name}-{size}")


def test_a_picture_that_differs_is_noticed() -> None:
    white = Image.new("RGB", (100, 100), "white")
    spotted = white.copy()
    spotted.paste("black", (0, 0, 10, 20))
    assert differing(white, white) == 0
    assert differing(spotted, white) == pytest.approx(0.02)
    assert differing(white.resize((50, 50)), white) == 1
