"""Wellbeing: a mood is said, help on heavy days is offered and put away, a breath, a guide."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select

from learnconnect_app.models import User
from learnconnect_app.services.wellbeing import note_mood
from tests.e2e.conftest import Learner
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser


def felt(learner: Learner, mood: str, *, days: int) -> None:
    """The same mood on each of the last ``days`` days before today."""
    now = datetime.now(UTC)
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        for ago in range(1, days + 1):
            note_mood(session, user_id=user.id, mood=mood, now=now - ago * timedelta(days=1))


def open_page(learner: Learner, **look: str) -> Page:
    page = learner.signed_in(**look)
    page.goto("/wellbeing")
    expect(page.get_by_test_id("mood-card")).to_be_visible()
    return page


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
def test_a_low_learner_meets_care_which_can_be_put_away(
    learner: Learner, size: str, language: str
) -> None:
    learner.has_account(language=language)
    felt(learner, "demotivated", days=3)
    page = open_page(learner, size=size, language=language)
    page.get_by_test_id("mood-tired").click()
    expect(page.get_by_test_id("mood-card")).to_have_attribute("data-mood", "tired")
    expect(page.get_by_test_id("trend")).to_have_attribute("data-trend", "heavy")
    expect(page.get_by_test_id("help-offer")).to_be_visible()
    page.get_by_test_id("subject").first.click()
    page.get_by_test_id("guide").first.click()
    expect(page.get_by_test_id("guide-text")).to_be_visible()
    expect_accessible(page)
    page.get_by_test_id("offer-away").click()
    expect(page.get_by_test_id("help-offer")).to_be_hidden()
    page.reload()
    expect(page.get_by_test_id("mood-card")).to_have_attribute("data-mood", "tired")
    expect(page.get_by_test_id("help-offer")).to_be_hidden()


def test_breathing_tells_each_phase_and_can_be_stopped_by_the_keyboard(learner: Learner) -> None:
    learner.has_account()
    page = open_page(learner)
    breathing = page.get_by_test_id("breathing")
    breathing.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(breathing).to_have_attribute("data-phase", "in")
    expect(breathing.get_by_role("status")).to_have_text("Breathe in")
    expect(breathing).to_have_attribute("data-phase", "out")
    page.keyboard.press("Enter")
    expect(breathing).to_have_attribute("data-phase", "rest")
