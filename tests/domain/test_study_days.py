from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import (
    bounds,
    local_time,
    next_planned_day,
    study_day,
    week_of,
)

# plain offsets, both hemispheres, half hours, half-hour DST, jumps at 04:00, a date left out
ZONES = (
    "UTC",
    "Europe/Istanbul",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Asia/Baku",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Antarctica/Casey",
)
few = settings(max_examples=30, deadline=None)
zones = st.sampled_from(ZONES)
dates = st.dates(date(1995, 1, 1), date(2037, 12, 31))
moments = st.datetimes(datetime(1995, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))
MICROSECOND = timedelta(microseconds=1)
# days around jumps of the clock, which random dates would hardly hit
JUMPS = [
    ("Asia/Baku", date(2015, 3, 29)),
    ("Asia/Baku", date(2015, 10, 25)),
    ("Antarctica/Casey", date(2011, 10, 28)),
    ("Antarctica/Casey", date(2010, 3, 5)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Europe/Berlin", date(2024, 3, 31)),
    ("Europe/Berlin", date(2024, 10, 27)),
    ("Australia/Lord_Howe", date(2024, 4, 7)),
]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        ("2024-05-02 00:59:59", "Europe/Istanbul", date(2024, 5, 1)),
        ("2024-05-02 01:00:00", "Europe/Istanbul", date(2024, 5, 2)),
        ("2024-05-02 03:59:59", "UTC", date(2024, 5, 1)),
        ("2024-05-02 04:00:00", "UTC", date(2024, 5, 2)),
        ("2024-07-01 07:59:59", "America/New_York", date(2024, 6, 30)),
        ("2024-12-01 08:59:59", "America/New_York", date(2024, 11, 30)),
        ("2024-01-01 00:00:00", "UTC", date(2023, 12, 31)),
    ],
)
def test_study_day_rolls_over_at_four_in_the_morning(now: str, zone: str, expected: date) -> None:
    assert study_day(at(now), zone) == expected


@pytest.mark.parametrize(
    ("zone", "day", "start"),
    [
        ("Europe/Berlin", date(2024, 3, 31), "2024-03-31 02:00"),
        ("Europe/Berlin", date(2024, 10, 27), "2024-10-27 03:00"),
        # Baku jumped from 04:00 to 05:00 in spring, so the day begins with the jump
        ("Asia/Baku", date(2015, 3, 29), "2015-03-29 00:00"),
        # and from 05:00 back to 04:00 in autumn: the first of the two counts
        ("Asia/Baku", date(2015, 10, 25), "2015-10-24 23:00"),
        # Casey jumped from 02:00 to 05:00: 04:00 moves forward by the three hours
        ("Antarctica/Casey", date(2011, 10, 28), "2011-10-27 20:00"),
    ],
)
def test_day_starts_right_when_the_clock_jumps(zone: str, day: date, start: str) -> None:
    assert bounds(day, zone)[0] == at(start)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2024, 3, 30), 23), (date(2024, 10, 26), 25), (date(2024, 7, 1), 24)],
)
def test_day_is_as_long_as_the_clock_makes_it(day: date, hours: int) -> None:
    start, end = bounds(day, "Europe/Berlin")
    assert end - start == timedelta(hours=hours)


def test_date_that_a_zone_left_out_is_an_empty_day() -> None:
    start, end = bounds(date(2011, 12, 30), "Pacific/Apia")
    assert start == end
    assert study_day(start - MICROSECOND, "Pacific/Apia") == date(2011, 12, 29)
    assert study_day(start, "Pacific/Apia") == date(2011, 12, 31)


@pytest.mark.parametrize(("zone", "day"), JUMPS)
def test_days_partition_time_around_jumps_of_the_clock(zone: str, day: date) -> None:
    start = bounds(day - timedelta(days=2), zone)[0]
    for quarter_hours in range(4 * 24 * 4):
        now = start + timedelta(minutes=15 * quarter_hours)
        first, after = bounds(study_day(now, zone), zone)
        assert first <= now < after


@few
@given(dates, zones)
def test_each_day_ends_where_the_next_begins(day: date, zone: str) -> None:
    start, end = bounds(day, zone)
    assert start <= end == bounds(day + timedelta(days=1), zone)[0]
    assert start.utcoffset() == end.utcoffset() == timedelta(0)
    if start < end:
        assert study_day(start, zone) == study_day(end - MICROSECOND, zone) == day


@few
@given(moments, zones)
def test_moment_lies_within_the_bounds_of_its_study_day(now: datetime, zone: str) -> None:
    start, end = bounds(study_day(now, zone), zone)
    assert start <= now < end


@few
@given(moments, st.timedeltas(timedelta(0), timedelta(days=3)), zones)
def test_study_day_never_goes_back_as_time_goes_on(
    now: datetime, later: timedelta, zone: str
) -> None:
    assert study_day(now, zone) <= study_day(now + later, zone)


@pytest.mark.parametrize("zone", ["", "Mars/Base", "Europe", "../etc/passwd", "UTC\0", "+03:00"])
def test_unknown_zone_is_refused_beside_its_field(zone: str) -> None:
    with pytest.raises(DomainError) as refusal:
        study_day(at("2024-05-02 12:00"), zone)
    assert (refusal.value.code, refusal.value.field) == ("unknown_timezone", "timezone")


def test_moment_without_a_zone_is_a_defect() -> None:
    with pytest.raises(ValueError, match="zone"):
        study_day(datetime(2024, 5, 2, 12), "UTC")


def test_local_time_is_the_same_moment_on_the_learners_clock() -> None:
    now = at("2024-05-02 22:30")
    local = local_time(now, "Europe/Istanbul")
    assert local == now
    assert local.replace(tzinfo=None) == datetime(2024, 5, 3, 1, 30)


@pytest.mark.parametrize(
    ("day", "rest", "expected"),
    [
        (date(2024, 5, 3), (), date(2024, 5, 4)),
        (date(2024, 5, 4), (6,), date(2024, 5, 6)),
        (date(2024, 5, 3), (5, 6), date(2024, 5, 6)),
        (date(2024, 5, 6), (0, 1, 2, 3, 4, 5), date(2024, 5, 12)),
        (date(2024, 5, 6), (1, 2, 3, 4, 5, 6), date(2024, 5, 13)),
        (date(2024, 5, 6), range(7), date(2024, 5, 7)),
    ],
)
def test_next_planned_day_skips_rest_days(day: date, rest: tuple[int, ...], expected: date) -> None:
    assert next_planned_day(day, rest) == expected


@few
@given(dates)
def test_week_runs_from_monday_to_sunday_and_holds_its_day(day: date) -> None:
    week = week_of(day)
    assert day in week
    assert [d.weekday() for d in week] == list(range(7))
    assert week[6] - week[0] == timedelta(days=6)
