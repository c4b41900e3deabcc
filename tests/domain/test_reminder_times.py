"""When reminders go out: local times, quiet hours, caps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.devtools.check_reminder_times import QUIET, broken_rules, turns_of
from learnconnect_app.domain.reminder_times import (
    PushOfDay,
    Quiet,
    minute_of_hour,
    moment,
    next_good_hour,
    when_awake,
    within_cap,
)
from learnconnect_app.domain.reminders import PUSH_ORDER, RULES
from learnconnect_app.domain.study_days import local_time, study_day

ZONES = sorted(available_timezones())
SAMPLED = ["America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza",
           "America/Havana", "Europe/Istanbul", "Europe/Berlin", "Pacific/Chatham"]  # fmt: skip


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


class TestMoments:
    @pytest.mark.parametrize(
        ("minute", "expected"),
        [
            (90, (0, 30)),
            (150, (1, 30)),  # 02:30 does not exist: as much later
            (180, (1, 0)),
            (24 * 60 + 60, (23, 0)),
        ],
    )
    def test_gap_moves_forward(self, minute: int, expected: tuple[int, int]) -> None:
        assert moment(date(2026, 3, 29), minute, "Europe/Berlin") == utc(
            date(2026, 3, 29), *expected
        )

    def test_time_that_comes_twice_means_the_first(self) -> None:
        assert moment(date(2026, 10, 25), 150, "Europe/Berlin") == utc(date(2026, 10, 25), 0, 30)

    def test_hour_of_the_night_belongs_to_the_evening_before(self) -> None:
        assert [minute_of_hour(hour) for hour in (4, 23, 0, 3)] == [240, 1380, 1440, 1620]
        due = moment(date(2026, 3, 2), minute_of_hour(1), "Europe/Istanbul")
        assert study_day(due, "Europe/Istanbul") == date(2026, 3, 2)


class TestQuiet:
    @pytest.mark.parametrize(
        ("quiet", "minute", "is_quiet"),
        [
            (Quiet(), 22 * 60, True),
            (Quiet(), 22 * 60 - 1, False),
            (Quiet(), 0, True),
            (Quiet(), 8 * 60 - 1, True),
            (Quiet(), 8 * 60, False),
            (Quiet(), 25 * 60, True),
            (Quiet(13 * 60, 15 * 60), 14 * 60, True),  # a nap
            (Quiet(13 * 60, 15 * 60), 0, False),
            (Quiet(600, 600), 600, False),  # none at all
        ],
    )
    def test_hours_may_go_over_midnight(self, quiet: Quiet, minute: int, is_quiet: bool) -> None:
        assert quiet.holds(minute) == is_quiet

    @pytest.mark.parametrize(
        ("at", "fresh_hours", "expected"),
        [
            ("12:00", 1, "12:00"),
            ("23:00", 12, "08:00"),
            ("23:00", 4, None),  # stale by the morning
            ("07:50", 0.25, "08:00"),
            ("07:45", 0.25, None),
            ("08:00", 1, "08:00"),
        ],
    )
    def test_what_falls_into_the_night_waits_for_the_morning_or_is_dropped(
        self, at: str, fresh_hours: float, expected: str | None
    ) -> None:
        hour, minute = map(int, at.split(":"))
        due = moment(date(2026, 3, 2), hour * 60 + minute, "Europe/Istanbul")
        shifted = when_awake(due, "Europe/Istanbul", Quiet(), timedelta(hours=fresh_hours))
        found = shifted and f"{local_time(shifted, 'Europe/Istanbul'):%H:%M}"
        assert found == expected


def test_next_good_hour_is_never_in_the_quiet_ones() -> None:
    now = moment(date(2026, 3, 2), 19 * 60, "Europe/Istanbul")
    found = next_good_hour(now, "Europe/Istanbul", (18, 23), Quiet())
    assert f"{local_time(found, 'Europe/Istanbul'):%a %H:%M}" == "Tue 08:00"
    again = next_good_hour(now, "Europe/Istanbul", (18,), Quiet())
    assert f"{local_time(again, 'Europe/Istanbul'):%a %H:%M}" == "Tue 18:00"


class TestCap:
    NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

    def pushes(self, *rules: str, gone: int = 0) -> list[PushOfDay]:
        return [
            PushOfDay(n, rule, self.NOON + timedelta(hours=n), is_gone=n < gone)
            for n, rule in enumerate(rules)
        ]

    def test_what_has_an_hour_goes_before_what_is_nice_to_know(self) -> None:
        pushes = self.pushes("week_progress", "day_ready", "session_soon", "test_unlocked")
        assert within_cap(pushes, 3) == {1, 2, 3}

    def test_what_left_already_counts_whatever_it_was(self) -> None:
        pushes = self.pushes("freeze_used", "week_progress", "session_soon", "nearly_there", gone=2)
        assert within_cap(pushes, 3) == {0, 1, 2}

    def test_of_the_same_rule_the_earlier_goes(self) -> None:
        assert within_cap(self.pushes(*["session_soon"] * 5), 3) == {0, 1, 2}

    def test_who_wants_none_gets_none(self) -> None:
        assert within_cap(self.pushes("session_soon"), 0) == set()

    def test_every_rule_that_can_be_pushed_has_its_place(self) -> None:
        assert set(PUSH_ORDER) == {rule.key for rule in RULES if not rule.is_about_safety}
        assert len(PUSH_ORDER) == len(set(PUSH_ORDER))


@given(
    zone=st.sampled_from(ZONES),
    at=st.datetimes(datetime(2026, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC)),
    first=st.integers(0, 1439),
    until=st.integers(0, 1439),
)
def test_nothing_comes_in_quiet_hours_and_nothing_earlier_than_it_was_due(
    zone: str, at: datetime, first: int, until: int
) -> None:
    quiet = Quiet(first, until)
    end = quiet.end_after(at, zone)
    assert end >= at
    assert not quiet.is_at(end, zone)
    assert (end == at) == (not quiet.is_at(at, zone))
    assert end - at <= timedelta(hours=26)


@pytest.mark.parametrize("zone", SAMPLED)
def test_no_rule_is_broken_around_the_turns_of_five_years(zone: str) -> None:
    days = list(turns_of(zone, date(2026, 1, 1), date(2031, 1, 1)))
    assert not list(broken_rules(zone, days, QUIET))


def test_every_zone_of_today_is_known() -> None:
    assert len(ZONES) > 400
    assert all(ZoneInfo(zone) for zone in ZONES)
