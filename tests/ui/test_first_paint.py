"""What is said before the bundle is there agrees with what it says later."""

from __future__ import annotations

import re

import pytest

from learnconnect_app.api.manifest import manifest_in
from learnconnect_app.devtools.page_weights import CLIENT
from learnconnect_app.locales import LOCALES
from learnconnect_app.ui.first_paint import FIRST_PAINT, GROUNDS
from learnconnect_app.ui.prerendering import in_language
from tests.architecture.sources import ROOT
from tests.ui.test_budgets import build

__all__ = ["build"]


def test_bar_of_an_installed_app_has_the_colour_of_the_ground() -> None:
    style = (ROOT / "assets" / "theme.css").read_text()
    light, dark = re.findall(r"--color-base-200: (#\w{6});", style)[:2]
    assert {"light": light, "dark": dark} == GROUNDS
    assert all(ground in FIRST_PAINT for ground in GROUNDS.values())
    assert manifest_in("en")["background_color"] == light


@pytest.mark.usefixtures("build")
@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("name", ["index.html", "404.html", "__spa-fallback.html"])
def test_each_built_page_is_there_in_each_language_and_compressed(name: str, language: str) -> None:
    pages = [in_language(page, language) for page in CLIENT.rglob(name)]
    assert pages
    for page in pages:
        start = re.match(r"<!DOCTYPE html><html [^>]*>", page.read_text())
        assert start, page
        assert f' lang="{language}"' in start[0], page
        for ending in ("br", "gz"):
            assert page.with_name(f"{page.name}.{ending}").exists(), page
