"""What is read before any script runs, or without scripts, is in the learner's language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from learnconnect_app.learnconnect_app import PAGES
from learnconnect_app.locales import LOCALES, message
from tests.e2e.conftest import App, Learner
from tests.e2e.test_every_page import VISIBLE_TEXTS, expect_settled, words_of_the_other

pytestmark = pytest.mark.browser

PREFERENCES = {"tr": "tr-TR", "en": "en-GB"}
FIRST = {language: message(language, "shell.skip") for language in LOCALES}
"""The first words of each page."""
ENGLISH_TITLES = {title for _, _, title, _ in PAGES}


@pytest.mark.parametrize("cookie", ["", *LOCALES])
@pytest.mark.parametrize("preferred", LOCALES)
def test_page_without_scripts_is_in_the_language_of_the_cookie_else_in_the_preferred_one(
    app: App, browser: Browser, preferred: str, cookie: str
) -> None:
    language = cookie or preferred
    context = browser.new_context(
        base_url=app.url, locale=PREFERENCES[preferred], java_script_enabled=False
    )
    if cookie:
        context.add_cookies([{"name": "language", "value": cookie, "url": app.url}])
    page = context.new_page()
    for path in ("/", "/login", "/home"):
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator(".skip-link")).to_have_text(FIRST[language])
        words = {text.strip() for text in page.locator("body").inner_text().splitlines()}
        assert not words & words_of_the_other(language), path
        assert path == "/" or (page.title() in ENGLISH_TITLES) == (language == "en")
    context.close()


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.timeout(300)
def test_browser_takes_over_what_was_rendered(learner: Learner, language: str) -> None:
    """As it is: React says on the console when it had to render anew, which would fail here. And
    nothing is ever shown in the other language."""
    foreign = words_of_the_other(language)
    page = learner.visit(language=language)
    for path in open_pages():
        page.goto(path, wait_until="commit")
        page.wait_for_selector(".skip-link", state="attached")
        first = set(page.evaluate(VISIBLE_TEXTS))
        expect_settled(page)
        assert not (first | set(page.evaluate(VISIBLE_TEXTS))) & foreign, path


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("path", ["/login", "/offline"])
def test_page_of_before_a_switch_is_taken_over_and_then_translated(
    learner: Learner, language: str, path: str
) -> None:
    """A service worker, or anything on the way, may have kept one."""
    page = learner.visit(language="en" if language == "tr" else "tr")
    page.add_init_script(f"document.cookie = 'language={language}; path=/'")
    page.goto(path)
    expect_settled(page)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(".skip-link")).to_have_text(FIRST[language])
    assert not set(page.evaluate(VISIBLE_TEXTS)) & words_of_the_other(language)


def test_page_is_in_the_language_that_was_switched_to_once_it_is_loaded_again(
    learner: Learner,
) -> None:
    page = learner.visit(language="tr")
    page.goto("/login")
    expect_settled(page)
    page.get_by_test_id("language").click()
    expect(page.locator(".skip-link")).to_have_text(FIRST["en"])
    again = page.reload()
    assert again
    assert ' lang="en"' in again.text().partition("<head")[0]
    expect(page.locator(".skip-link")).to_have_text(FIRST["en"])


def open_pages() -> list[str]:
    """Those that are rendered as a whole and opened by whoever comes."""
    return [
        address
        for address, _, _, load in PAGES
        if load is None and address.startswith("/") and "[" not in address
    ]
