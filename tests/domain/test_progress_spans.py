"""A range of days is cut into days, weeks or months without a gap, and ends today."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.progress_spans import Part, Range, coarse, fine, weeks_in, whole

DAY = timedelta(days=1)
ANY_DAY = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))


@given(today=ANY_DAY, range_=st.sampled_from(list(Range)))
def test_parts_follow_each_other_up_to_today(today: date, range_: Range) -> None:
    for parts in (fine(range_, today), coarse(range_, today)):
        assert parts[0].first == whole(range_, today).first
        assert parts[-1].last == today
        for before, after in pairwise(parts):
            assert after.first == before.last + DAY


def test_four_weeks_begin_on_a_monday() -> None:
    wednesday = date(2026, 3, 4)
    assert whole(Range.WEEKS, wednesday) == (date(2026, 2, 9), wednesday)
    assert len(fine(Range.WEEKS, wednesday)) == 24
    assert len(coarse(Range.WEEKS, wednesday)) == 4


def test_a_year_has_twelve_months_whatever_the_day() -> None:
    months = coarse(Range.YEAR, date(2026, 3, 31))
    assert len(months) == 12
    assert (months[0].first, months[-2].last) == (date(2025, 4, 1), date(2026, 2, 28))


@pytest.mark.parametrize(("days", "weeks"), [(1, 1.0), (7, 1.0), (14, 2.0), (31, 31 / 7)])
def test_a_part_lasts_at_least_a_week(days: int, weeks: float) -> None:
    first = date(2026, 3, 2)
    assert weeks_in(Part(first, first + (days - 1) * DAY)) == weeks
