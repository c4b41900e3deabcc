"""A resume is read before and after, compared in a sentence, refused in words, and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Learner
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent.parent / "resumes"


@pytest.mark.parametrize(("size", "language"), [("phone", "tr"), ("desktop", "en")])
def test_two_readings_are_compared(learner: Learner, size: str, language: str) -> None:
    learner.has_account(language=language)
    learner.expects("422")
    page = learner.signed_in(size=size, language=language)
    page.goto("/resume")
    page.get_by_test_id("resume-role").select_option("frontend-developer")
    page.get_by_test_id("resume-file").set_input_files(FOLDER / "05_one_site.txt")
    page.get_by_test_id("read-resume").click()
    expect(page.get_by_test_id("resume-skill")).to_have_count(10)
    expect(page.get_by_test_id("impact")).to_have_attribute("data-change", "")
    page.get_by_test_id("resume-text").fill("CSS")
    page.get_by_test_id("read-resume").click()
    expect(page.get_by_test_id("form-error")).to_contain_text("15")
    expect(page.get_by_test_id("resume-text")).to_have_value("CSS")
    page.get_by_test_id("resume-text").fill((FOLDER / "07_junior.txt").read_text())
    page.get_by_test_id("read-resume").click()
    expect(page.get_by_test_id("impact")).to_have_attribute("data-change", "stronger")
    expect(page.get_by_test_id("impact")).to_contain_text("%75" if language == "tr" else "75%")
    expect_accessible(page)
    page.get_by_test_id("forget-before").click()
    page.locator("#delete-before .btn-error").click()
    expect(page.get_by_test_id("impact")).to_have_attribute("data-change", "")
