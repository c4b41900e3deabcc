"""Every sentence of a report finds the values it names, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from learnconnect_app.domain.motivation_score import WEIGHTS
from learnconnect_app.domain.report_figures import (
    DayFigures,
    Figures,
    ReportedTest,
    SubjectFigures,
    Totals,
)
from learnconnect_app.domain.report_suggestions import CODES
from learnconnect_app.domain.weekly_reports import (
    CARE,
    HEADLINES,
    WELL,
    Said,
    headline,
    needs_care,
    went_well,
)
from learnconnect_app.locales import LOCALES, message
from learnconnect_app.services.report_words import duration, hours_text, sentence, words

DAY = date(2026, 3, 2)
SUBJECTS = (
    SubjectFigures("a", right=9, answers=10),
    SubjectFigures("b", right=7, answers=10, right_before=3, answers_before=10),
    SubjectFigures("c", right=3, answers=10),
    SubjectFigures("d", right=6, answers=10, right_before=9, answers_before=10),
)
TESTS = (
    ReportedTest("", "quiz", DAY, 80, True),
    ReportedTest("", "quiz", DAY, 40, False),
    ReportedTest("", "mock", DAY, 50, None, 40.25, 38),
)
OFFERS = {
    "rest_weekday": {"weekday": 2, "n": 4},
    "move_minutes": {
        **{"weekday": 4, "before": 60, "after": 40, "done": 30, "of": 120, "n": 2},
        **{"other": 0, "other_before": 60, "other_after": 80},
    },
    "lighter_weekday": {"weekday": 4, "before": 60, "after": 40, "done": 30, "of": 120, "n": 2},
    "hours": {"before": [9], "after": [18, 19], "n": 12},
    "focus": {"course": "a", "right": 3, "answers": 10},
    "reminder_hours": {"before": [9], "after": [18, 19]},
}


def a_week(covered: int) -> Figures:
    day = DayFigures(DAY, "active", minutes=90, planned=100, covered=covered)
    return Figures(
        DAY,
        DAY,
        (day,),
        before=Totals(minutes=60),
        subjects=SUBJECTS,
        tests=TESTS,
        mistakes_settled=2,
    )


def everything_said() -> list[Said]:
    kept, missed = a_week(100), a_week(10)
    values = headline(missed).values
    said = [*went_well(kept), *needs_care(missed), headline(missed)]
    return [*said, *(Said(code, values) for code in HEADLINES if code != "more")]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_sentence_has_its_values(locale: str) -> None:
    for said in everything_said():
        told = sentence(said, {}, locale)
        text = message(locale, f"reports.said.{told.code}", **told.params)
        assert text
        assert "{" not in text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", CODES)
def test_each_suggestion_has_its_values(code: str, locale: str) -> None:
    for kind in ("offer", "why"):
        text = message(locale, f"reports.{kind}.{code}", **words(OFFERS[code], {}, locale))
        assert "{" not in text


@pytest.mark.parametrize("locale", LOCALES)
def test_each_part_of_the_score_has_its_values(locale: str) -> None:
    for part in WEIGHTS:
        assert "{" not in message(locale, f"reports.detail.{part}", done=3, of=5)


def test_all_codes_have_words() -> None:
    for code in {*HEADLINES, *WELL, *CARE}:
        assert all(message(locale, f"reports.said.{code}") for locale in LOCALES)


@pytest.mark.parametrize(
    ("minutes", "english", "turkish"),
    [
        (0, "0 min", "0 dk"),
        (45, "45 min", "45 dk"),
        (120, "2 h", "2 sa"),
        (250, "4 h 10 min", "4 sa 10 dk"),
    ],
)
def test_durations_are_read_at_a_glance(minutes: int, english: str, turkish: str) -> None:
    said = [duration(minutes, locale).replace("\u00a0", " ") for locale in ("en", "tr")]
    assert said == [english, turkish]


def test_hours_in_a_row_are_one_span() -> None:
    assert hours_text([18, 17, 20]) == "17:00–19:00, 20:00–21:00"
    assert hours_text([23]) == "23:00–00:00"
