"""Words are there when they are shown: only what is rarely shown comes in a later part.

A page's own words come with it. Those of `LATER` are fetched when one of them is asked for: by a
key that is known at run time alone, since a page that always shows one would always fetch them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnconnect_app.devtools.page_weights import CLIENT, weight_of
from learnconnect_app.learnconnect_app import PAGES
from learnconnect_app.locales import keys
from learnconnect_app.ui import i18n
from learnconnect_app.ui.i18n import LATER, t
from learnconnect_app.ui.js import HERE
from tests.ui.test_budgets import NO_ADDRESS, build

__all__ = ["build"]

NAMES = {key.partition(".")[0] for key in keys()}
_LATER_IN_THE_BROWSER = re.compile(r"^const LATER = \{(.*)\};$", re.MULTILINE)
_FETCHED = re.compile(r'(\w+): \(\) => import\("\./catalog\.(\w+)\.js"\)')
_KEY = re.compile(r"""["'`]([a-z_]+(?:\.[a-z0-9_]+)+)["'`]""")
_BROUGHT = re.compile(r'^import "\./catalog\.(\w+)\.js";$', re.MULTILINE)
_REGISTERED = re.compile(r"""\([`"'](\w+)[`"'],(?:\[[`"']|[`"'][\w.,]+[`"']\.split\()""")
"""A catalog as it is built: ``register(`home`,`today.week`.split(`.`),{...})``."""


def keys_in(script: str) -> set[str]:
    """Whole keys that stand in it."""
    return set(_KEY.findall(script)) & set(keys())


def modules() -> Iterator[Path]:
    """Our own, without the catalogs."""
    return (each for each in HERE.glob("*.js*") if not each.name.startswith("catalog."))


def test_browser_fetches_later_what_the_pages_leave_out() -> None:
    found = _LATER_IN_THE_BROWSER.search((HERE / "i18n.jsx").read_text())
    assert found
    fetched = _FETCHED.findall(found[1])
    assert {name for name, _ in fetched} == LATER
    assert all(name == catalog for name, catalog in fetched)


@pytest.mark.parametrize("key", [each for each in sorted(keys()) if each.startswith("error.")][:3])
def test_page_that_always_shows_a_later_word_stops_the_build(key: str) -> None:
    with pytest.raises(KeyError, match="rarely"):
        t(key)


def test_page_brings_the_words_that_it_names_and_not_those_of_later() -> None:
    brought, later = t("home.today"), i18n.t_of("error", t("home.today"), ["offline"])
    assert "catalog.home.js" in str(brought._get_all_var_data())
    assert "catalog.error.js" not in str(later._get_all_var_data())


@pytest.mark.parametrize("module", sorted(modules()), ids=lambda path: path.name)
def test_module_that_names_a_later_word_brings_its_catalog(module: Path) -> None:
    """Where a sentence is kept when it is made, one that is not there yet would be empty."""
    script = module.read_text()
    named = {key.partition(".")[0] for key in keys_in(script)} & LATER
    assert named <= set(_BROUGHT.findall(script))


@pytest.mark.usefixtures("build")
@pytest.mark.parametrize("address", [each for each, *_ in PAGES if each not in NO_ADDRESS])
def test_every_word_that_a_page_names_comes_with_it(address: str) -> None:
    scripts = [
        (CLIENT / file).read_text() for file in weight_of(address).files if file.endswith("js")
    ]
    there = {name for script in scripts for name in _REGISTERED.findall(script)} & NAMES
    named = {key for script in scripts for key in keys_in(script)}
    assert named, "nothing is named at all"
    assert not {key for key in named if key.partition(".")[0] not in there}
