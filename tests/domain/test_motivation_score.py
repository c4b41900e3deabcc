"""The score of a week grows with what was done, and never falls for rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.motivation_score import (
    MOODS,
    WEIGHTS,
    motivation_score,
    usual_minutes,
)
from learnconnect_app.domain.report_figures import MotivationScore, Totals

WHOLE = Totals(
    minutes=420,
    planned=420,
    covered=420,
    sessions=14,
    planned_sessions=14,
    worked_days=7,
    planned_days=7,
)
EMPTY = Totals(planned=420, planned_sessions=14, planned_days=7)


@st.composite
def weeks(draw: st.DrawFn) -> Totals:
    days = draw(st.integers(2, 7))
    return Totals(
        minutes=draw(st.integers(0, 900)),
        planned=draw(st.integers(days, 900)),
        covered=draw(st.integers(0, 900)),
        worked_days=draw(st.integers(0, 7)),
        planned_days=days,
    )


EARLIER = st.lists(weeks(), max_size=5)
GIVEN_MOODS = st.lists(st.sampled_from(sorted(MOODS)), max_size=8)


def value(score: MotivationScore | None) -> int:
    assert score is not None
    return score.value


def test_the_weights_make_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


@pytest.mark.parametrize(
    ("week", "earlier", "moods", "expected"),
    [
        (WHOLE, (), (), 100),
        (WHOLE, (WHOLE,), ("focused",) * 3, 100),
        (EMPTY, (), (), 0),
        (
            replace(WHOLE, worked_days=5, covered=300),
            (),
            (),
            round(100 * (40 * 5 / 7 + 30 * 5 / 7) / 70),
        ),
        (replace(WHOLE, minutes=210), (WHOLE,), (), round(100 * (40 + 30 + 10) / 90)),
        (WHOLE, (), ("tired",) * 3, round(100 * (40 + 30 + 6) / 80)),
        (WHOLE, (), ("tired",) * 2, 100),  # too few moods to count
        (WHOLE, (replace(WHOLE, minutes=10_000),), (), round(100 * (70 + 20 * 60 / 1429) / 90)),
    ],
)
def test_the_score_is_the_mean_of_what_is_known(
    week: Totals, earlier: tuple[Totals, ...], moods: tuple[str, ...], expected: int
) -> None:
    assert value(motivation_score(week, earlier, moods)) == expected


def test_there_is_none_without_two_planned_days() -> None:
    assert motivation_score(Totals(minutes=60, worked_days=1)) is None
    assert motivation_score(replace(WHOLE, planned_days=1)) is None
    assert motivation_score(Totals(away_days=7)) is None


def test_what_is_usual_is_the_middle_week_of_the_latest_four() -> None:
    minutes = (700, 70, 140, 70, 9_000)
    assert usual_minutes([replace(WHOLE, minutes=each) for each in minutes]) == 15
    assert usual_minutes([]) == usual_minutes([Totals(minutes=60, planned_days=1)]) == 0


@given(weeks(), EARLIER, GIVEN_MOODS)
def test_a_score_and_its_parts_are_shares(
    week: Totals, earlier: list[Totals], moods: list[str]
) -> None:
    score = motivation_score(week, earlier, moods)
    assert score is not None
    assert 0 <= score.value <= 100
    assert all(0 <= part.share <= 1 for part in score.parts)
    assert abs(sum(part.weight for part in score.parts) - 100) <= 2
    mean = sum(part.weight * part.share for part in score.parts)
    assert abs(mean - score.value) <= 2


@given(weeks(), EARLIER, GIVEN_MOODS, st.integers(0, 300), st.integers(0, 300), st.integers(0, 3))
def test_more_work_never_lowers_it(
    week: Totals,
    earlier: list[Totals],
    moods: list[str],
    minutes: int,
    covered: int,
    days: int,
) -> None:
    more = replace(
        week,
        minutes=week.minutes + minutes,
        covered=week.covered + covered,
        worked_days=week.worked_days + days,
    )
    assert value(motivation_score(more, earlier, moods)) >= value(
        motivation_score(week, earlier, moods)
    )


@given(weeks(), EARLIER, GIVEN_MOODS, st.integers(1, 5), st.integers(0, 300))
def test_rest_and_absence_never_lower_it(
    week: Totals, earlier: list[Totals], moods: list[str], days: int, planned: int
) -> None:
    """What was planned of some days is no longer expected; what was done stays."""
    days = min(days, week.planned_days - 2)
    rested = replace(
        week,
        planned_days=week.planned_days - days,
        planned=max(1, week.planned - planned * (days > 0)),
        away_days=days,
    )
    assert value(motivation_score(rested, earlier, moods)) >= value(
        motivation_score(week, earlier, moods)
    )


@given(weeks(), EARLIER, st.lists(st.sampled_from(sorted(MOODS)), min_size=3, max_size=8))
def test_a_better_mood_never_lowers_it(
    week: Totals, earlier: list[Totals], moods: list[str]
) -> None:
    better = ["focused", *moods[1:]]
    assert value(motivation_score(week, earlier, better)) >= value(
        motivation_score(week, earlier, moods)
    )
