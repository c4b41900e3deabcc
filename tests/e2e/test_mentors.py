"""A learner lets others see how it goes: by a link and as a mentor; sees their visits; ends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from sqlmodel import select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.locales import message
from learnconnect_app.models import Lesson, StudyPlan, User
from tests.e2e.conftest import App, Learner
from tests.e2e.study_stage import TOPIC, StudyStage
from tests.e2e.test_accessibility import expect_accessible, violations
from tests.e2e.test_accounts import mailed_link
from tests.study_factories import a_session

pytestmark = pytest.mark.browser

NOTE = "Kedim Boncuk klavyeye oturdu"
WRITES = "input, textarea, select, button, form, [contenteditable]"


def a_studying_learner(app: App, learner: Learner, language: str) -> None:
    """With a plan, and a note in a session of today."""
    learner.has_account(name="Ada Işık", language=language)
    StudyStage(app.database, learner.email).plan()
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        plan = session.exec(select(StudyPlan).where(StudyPlan.user_id == user.id)).one()
        lesson = session.exec(select(Lesson).where(Lesson.topic_key == TOPIC)).one()
        day = study_day(datetime.now(UTC), user.timezone)
        a_session(session, plan, lesson, day=day, notes=NOTE)


def open_mentors(page: Page) -> Page:
    page.goto("/mentor")
    expect(page.get_by_test_id("who-sees")).to_be_visible()
    return page


def end(page: Page, row: str) -> None:
    """By its button and the question that follows."""
    page.get_by_test_id(row).get_by_test_id("end").click()
    page.locator("dialog[open]").get_by_test_id("confirm-end").click()
    expect(page.get_by_test_id(row)).to_have_count(0)


@pytest.mark.parametrize(
    ("size", "language", "theme"), [("phone", "tr", "light"), ("desktop", "en", "dark")]
)
def test_a_link_is_made_looked_at_and_ended(
    app: App, learners: Callable[[], Learner], size: str, language: str, theme: str
) -> None:
    learner, visitor = learners(), learners()
    a_studying_learner(app, learner, language)
    learner.expects("422 .*/api/v1/share-links")
    page = open_mentors(learner.signed_in(size=size, language=language, theme=theme))
    expect(page.get_by_test_id("who-sees")).to_contain_text(message(language, "mentors.nobody"))
    page.get_by_test_id("new-link").locator("summary").click()
    form = page.get_by_test_id("link-form")
    expect(form.get_by_test_id("show-notes")).not_to_be_checked()
    form.get_by_test_id("show-mastery").uncheck()
    form.get_by_test_id("link-submit").click()
    expect(form.get_by_test_id("form-error").first).to_contain_text("60")
    expect(form.get_by_test_id("show-mastery")).not_to_be_checked()  # nothing is lost
    form.get_by_test_id("access-label").fill("Teyzem")
    form.get_by_test_id("link-submit").click()
    url = page.get_by_test_id("link-url").input_value()
    expect_accessible(page)

    there = visitor.visit(size="phone", language=language, theme=theme)
    there.goto(url)
    seen = there.get_by_test_id("mentor-view")
    expect(seen).to_contain_text("Ada Işık")
    for part in ("plan", "minutes", "streak"):
        expect(there.get_by_test_id(f"shared-{part}")).to_be_visible()
    for part in ("mastery", "notes"):
        expect(there.get_by_test_id(f"shared-{part}")).to_have_count(0)
    assert NOTE not in there.content()
    assert learner.email not in there.content()
    expect(seen.locator(WRITES)).to_have_count(0)
    assert violations(there) == []
    with there.expect_download() as downloaded:
        seen.get_by_test_id("report").click()
    printed = PdfReader(BytesIO(downloaded.value.path().read_bytes())).pages[0].extract_text()
    assert "Ada Işık" in printed

    visits = page.get_by_test_id("visit")
    expect(visits).to_have_count(2)  # the look and the report, by themselves, in the open page
    expect(visits.first).to_contain_text("Teyzem")
    end(page, "share-link")
    visitor.expects("404 .*/api/v1/share/")
    there.reload()
    expect(there.get_by_test_id("shared-told")).to_contain_text(message(language, "shared.gone"))
    assert "Ada" not in there.content()
    there.goto("/share/never-was")
    expect(there.get_by_test_id("shared-told")).to_contain_text(message(language, "shared.gone"))


def test_a_mentor_is_invited_accepts_looks_and_is_let_go(
    app: App, learners: Callable[[], Learner]
) -> None:
    learner, mentor = learners(), learners()
    a_studying_learner(app, learner, "en")
    mentor.has_account(name="Hoca Nine", language="tr")
    page = open_mentors(learner.signed_in())
    page.get_by_test_id("new-mentor").locator("summary").click()
    form = page.get_by_test_id("mail-form")
    form.get_by_test_id("access-email").fill(mentor.email)
    form.get_by_test_id("show-notes").check()
    form.get_by_test_id("mail-submit").click()
    expect(page.get_by_test_id("mentor")).to_have_attribute("data-state", "invited")

    there = mentor.visit(size="phone", language="tr")
    there.goto(mailed_link(there, mentor.email))
    there.wait_for_url(re.compile(r"/login\?next="))
    invitation = there.url.partition("next=")[2]
    mentor.sign_in(there)
    there.goto(invitation.replace("%2F", "/"))
    expect(there.get_by_test_id("invitation")).to_have_attribute("data-state", "open")
    expect(page.get_by_test_id("mentor")).to_have_attribute("data-state", "invited")
    expect_accessible(there)
    there.get_by_test_id("accept").click()
    expect(there.get_by_test_id("invitation")).to_have_attribute("data-state", "accepted")
    expect(page.get_by_test_id("mentor")).to_have_attribute("data-state", "accepted")
    there.get_by_test_id("to-progress").click()
    seen = there.get_by_test_id("mentor-view")
    expect(seen.get_by_test_id("shared-notes")).to_contain_text(NOTE)
    expect(seen.locator(WRITES)).to_have_count(0)
    expect(page.get_by_test_id("visit")).to_contain_text("Hoca Nine")

    open_mentors(there)
    expect(there.get_by_test_id("learner")).to_contain_text("Ada Işık")
    end(page, "mentor")
    expect(there.get_by_test_id("learner")).to_have_count(0)
