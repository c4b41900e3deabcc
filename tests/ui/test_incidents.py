"""Reports of broken pages: logged, but not as often as a browser pleases."""

from __future__ import annotations

import logging

import pytest

from learnconnect_app.ui.gate import budgets
from learnconnect_app.ui.incidents import LONGEST, REPORTS, note_broken_event, note_broken_page


def test_reports_of_browsers_are_few_and_short(caplog: pytest.LogCaptureFixture) -> None:
    budgets._times.clear()
    with caplog.at_level(logging.WARNING):
        for _ in range(REPORTS.most * 5):
            note_broken_page(Exception("x" * 50_000))
    assert len(caplog.records) == REPORTS.most
    assert max(len(record.getMessage()) for record in caplog.records) < LONGEST + 100


def test_an_event_that_fails_before_its_handler_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        note_broken_event(ValueError("odd"))
    assert "an event failed" in caplog.text
