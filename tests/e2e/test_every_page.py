"""Every page there is: on the smallest phone and at 200% zoom, in one language alone, and for axe.

The pages come from the application's own list, so that a new one is walked to by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.domain.mentors import PARTS
from learnconnect_app.learnconnect_app import PAGES
from learnconnect_app.locales import catalog, keys
from learnconnect_app.models import Lesson, Mentorship, StudySession, User
from tests.e2e.conftest import App, Learner
from tests.e2e.study_stage import StudyStage
from tests.e2e.test_accessibility import violations
from tests.factories import a_learner

pytestmark = pytest.mark.browser

SMALLEST = {"width": 320, "height": 640}
ZOOMED = {"width": 720, "height": 450}
"""A desktop of 1440 x 900 at 200%."""

VISIBLE_TEXTS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement, textContent } = walk.currentNode;
    if (["SCRIPT", "STYLE", "NOSCRIPT"].includes(parentElement?.tagName)) continue;
    if (parentElement?.closest("[lang]:not(html)")) continue;
    found.push(textContent.trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
    for (const name of ["aria-label", "placeholder", "title"])
      if (element.getAttribute(name)) found.push(element.getAttribute(name).trim());
  return found;
}"""

TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return "";
  const right = (e) => e.getBoundingClientRect().right;
  const worst = [...document.querySelectorAll("main *")].sort((a, b) => right(b) - right(a))[0];
  return `${wide} px: ${worst?.outerHTML.slice(0, 160)}`;
}"""

TAKEN_OVER = """() => Object.keys(document.querySelector("main") ?? {})
  .some((name) => name.startsWith("__reactProps$"))"""
"""React has hydrated the document that the server sent: it marks each element then."""

LETTERS = 4
"""Shorter words may well be the same in both languages."""


def words_of_the_other(language: str) -> frozenset[str]:
    """Whole messages that only the other language has."""
    other = "en" if language == "tr" else "tr"

    def texts(of: str) -> set[str]:
        forms = (catalog(of)[key] for key in keys())
        return {each for form in forms for each in ((form,) if isinstance(form, str) else form)}

    foreign = texts(other) - texts(language)
    return frozenset(each for each in foreign if "{" not in each and len(each) >= LETTERS)


def addresses(app: App, learner: Learner) -> list[str]:
    """Every page, with a test and a lesson of the learner's."""
    studies = StudyStage(app.database, learner.email)
    app.stage.plan(learner.email, days=2)
    studies.plan()
    test = studies.quiz()
    with app.database.reading() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        lesson = session.exec(
            select(Lesson.id)
            .join(StudySession, StudySession.topic_key == Lesson.topic_key)  # type: ignore[arg-type]
            .where(StudySession.user_id == user.id)
        ).first()
    own = {
        "attempt_id": test,
        "lesson_id": lesson,
        "mentorship_id": a_mentorship(app, learner),
        "token": "token",
    }
    found = []
    for page in PAGES:
        address = page[0]
        for name, value in own.items():
            address = address.replace(f"[{name}]", str(value))
        found.append(address)
    return [address for address in found if address.startswith("/") and address != "/admin"]


def a_mentorship(app: App, learner: Learner) -> UUID:
    """Of someone who lets the learner see everything."""
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        row = Mentorship(
            learner_id=a_learner(session, name="Barış Öz").id,
            mentor_id=user.id,
            email=user.email,
            token_hash=uuid4().hex,
            shows=list(PARTS),
            invited_at=user.created_at,
            accepted_at=user.created_at,
            expires_at=user.created_at,
        )
        session.add(row)
        session.flush()
        return row.id


def expect_settled(page: Page) -> None:
    page.wait_for_function(TAKEN_OVER)
    expect(page.locator("main").first).to_be_visible()
    expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    if page.get_by_test_id("level").count():
        expect(page.get_by_test_id("level")).not_to_have_attribute("data-level", "0")


def walk(page: Page, paths: list[str], look: Callable[[str], list[str]]) -> None:
    """Every page; what is wrong with any is told at the end."""
    wrong = []
    for path in paths:
        page.goto(path)
        expect_settled(page)
        wrong += [f"{path}: {each}" for each in look(path)]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("language", "viewport", "theme"), [("tr", SMALLEST, "light"), ("en", ZOOMED, "dark")]
)
@pytest.mark.timeout(300)
def test_page_fits_speaks_one_language_and_is_accessible(
    app: App, learner: Learner, language: str, viewport: dict[str, int], theme: str
) -> None:
    learner.has_account(language=language)
    learner.expects(r"404 .*/api/v1/share/token")  # a link that is none
    paths = addresses(app, learner)
    page = learner.signed_in(language=language, theme=theme)
    page.set_viewport_size(viewport)
    foreign = words_of_the_other(language)

    def look(path: str) -> list[str]:
        found = [f"too wide by {wide}"] if (wide := page.evaluate(TOO_WIDE)) else []
        texts = set(page.evaluate(VISIBLE_TEXTS))
        found += [f"of the other language: {text!r}" for text in sorted(texts & foreign)]
        return found + violations(page)

    walk(page, paths, look)
