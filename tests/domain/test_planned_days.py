"""A day is free only when nothing at all is expected of it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.planned_days import PlanLife, PlannedDays

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
SUNDAY = MONDAY + 6 * DAY

days = st.dates(MONDAY - 30 * DAY, MONDAY + 30 * DAY)
spans = st.tuples(days, days | st.just(date.max)).map(lambda both: (min(both), max(both)))
lives = st.builds(
    lambda span, rest, pauses: PlanLife(*span, rest_weekdays=rest, pauses=pauses),
    spans,
    st.frozensets(st.integers(0, 6)),
    st.lists(spans, max_size=2),
)
plans = st.lists(lives, max_size=3)
weekdays = st.frozensets(st.integers(0, 6))


def test_day_is_rest_only_when_both_plans_rest() -> None:
    skill = PlanLife(MONDAY, rest_weekdays=[5, 6])
    study = PlanLife(MONDAY, rest_weekdays=[6])
    both = PlannedDays([skill, study])
    assert both.is_rest(SUNDAY)
    assert not both.is_rest(SUNDAY - DAY)
    assert PlannedDays([skill]).is_rest(SUNDAY - DAY)


def test_plan_that_is_paused_has_no_say_in_the_rest_of_the_other() -> None:
    skill = PlanLife(MONDAY, rest_weekdays=[], pauses=[(MONDAY, date.max)])
    study = PlanLife(MONDAY, rest_weekdays=[6])
    assert PlannedDays([skill, study]).is_rest(SUNDAY)


def test_day_without_an_active_plan_is_paused_and_rests_as_the_settings_say() -> None:
    over = PlanLife(MONDAY, last=MONDAY + DAY)
    known = PlannedDays([over], rest_weekdays=[2])
    assert [known.is_paused(MONDAY + n * DAY) for n in range(3)] == [False, False, True]
    assert known.is_rest(MONDAY + 2 * DAY)


def test_absence_ends_on_the_eve_of_its_last_day() -> None:
    known = PlannedDays(absences=[(MONDAY, MONDAY + 2 * DAY)])
    assert [known.is_away(MONDAY + n * DAY) for n in range(3)] == [True, True, False]


def test_week_has_the_days_on_which_some_plan_does_not_rest() -> None:
    skill, study = PlanLife(MONDAY, rest_weekdays=[5, 6]), PlanLife(MONDAY, rest_weekdays=[6])
    assert PlannedDays([skill]).days_of_week(MONDAY) == 5
    assert PlannedDays([skill, study]).days_of_week(MONDAY) == 6
    assert PlannedDays(rest_weekdays=range(7)).days_of_week(MONDAY) == 1


@given(plans, lives, weekdays, days)
def test_another_plan_never_frees_a_day_of_work(
    plans: list[PlanLife], more: PlanLife, rest: frozenset[int], day: date
) -> None:
    before, after = PlannedDays(plans, rest), PlannedDays([*plans, more], rest)
    if not before.is_paused(day):
        assert not after.is_paused(day)
        assert before.is_rest(day) or not after.is_rest(day)


@given(plans, weekdays, days)
def test_order_of_the_plans_changes_nothing(
    plans: list[PlanLife], rest: frozenset[int], day: date
) -> None:
    one, other = PlannedDays(plans, rest), PlannedDays(plans[::-1], rest)
    assert one.is_rest(day) == other.is_rest(day)
    assert one.is_paused(day) == other.is_paused(day)
    assert one.days_of_week(day) == other.days_of_week(day)
    assert 1 <= one.days_of_week(day) <= 7
