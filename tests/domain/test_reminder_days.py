"""Which reminders a study day brings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.reminded_days import Day, Ending, Rest, Thing, Timed, Week
from learnconnect_app.domain.reminder_days import CALLS_AFTER, IDLE_DAYS, Planned, planned_for
from learnconnect_app.domain.reminder_times import Quiet
from learnconnect_app.domain.study_days import local_time, study_day

MONDAY, THURSDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 6)
ZONE = "Europe/Istanbul"
THING = Thing("Fractions", 40)


def timed(start: int, minutes: int = 40, name: str = "a") -> Timed:
    return Timed(name, start, minutes, f"Topic {name}", f"/lesson/{name}")


A_DAY = Day(FRIDAY, ZONE, things=[THING])


def clock(planned: Planned, zone: str = ZONE) -> str:
    return f"{local_time(planned.due_at, zone):%a %H:%M}"


def of(rule: str, day: Day) -> list[Planned]:
    return [each for each in planned_for(day) if each.rule == rule]


def when(rule: str, day: Day) -> list[str]:
    return [clock(each) for each in of(rule, day)]


class TestDayReady:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (A_DAY, ["Fri 18:00"]),
            (replace(A_DAY, hours=(20, 9, 15)), ["Fri 09:00"]),
            (replace(A_DAY, hours=(2,)), ["Fri 08:00"]),  # at two it is night
            (replace(A_DAY, timed=[timed(17 * 60)]), ["Fri 08:00"]),
            (replace(A_DAY, timed=[timed(17 * 60)], hours=(15, 18)), ["Fri 08:00"]),
            (replace(A_DAY, timed=[timed(17 * 60)], hours=(18, 10)), ["Fri 10:00"]),
            (replace(A_DAY, timed=[timed(17 * 60)], hours=(17, 18)), ["Fri 08:00"]),
            (replace(A_DAY, timed=[timed(8 * 60 + 30)]), []),  # the session itself is announced
            (replace(A_DAY, timed=[timed(17 * 60)], quiet=Quiet(22 * 60, 600)), ["Fri 10:00"]),
            (replace(A_DAY, things=[]), []),
            (replace(A_DAY, is_begun=True), []),
            (replace(A_DAY, is_first=True), []),
            (replace(A_DAY, is_away=True), []),
        ],
    )
    def test_comes_before_the_day_is_begun(self, day: Day, expected: list[str]) -> None:
        assert when("day_ready", day) == expected

    def test_says_what_there_is_and_what_comes_first(self) -> None:
        (planned,) = of("day_ready", replace(A_DAY, things=[THING, Thing("Prose", 25)]))
        assert planned.values == {"n": 2, "minutes": 65, "first": "Fractions"}

    def test_grows_rare_for_who_stays_away_and_then_falls_silent(self) -> None:
        said = [idle for idle in range(60) if of("day_ready", replace(A_DAY, idle=idle))]
        assert said == [*range(IDLE_DAYS), *CALLS_AFTER]
        assert len(said) == 5

    @pytest.mark.parametrize("change", [{"idle": CALLS_AFTER[0]}, {"is_back": True}])
    def test_who_was_away_is_told_that_nothing_has_piled_up(self, change: dict[str, int]) -> None:
        (planned,) = of("day_ready", replace(A_DAY, **change))  # type: ignore[arg-type]
        assert planned.values["variant"] == "back"


class TestSessionSoon:
    @pytest.mark.parametrize(
        ("starts", "expected"),
        [
            ([], []),
            ([(17 * 60, 40)], ["Fri 16:45"]),
            ([(17 * 60, 40), (17 * 60 + 50, 30)], ["Fri 16:45"]),  # a break of ten minutes
            ([(17 * 60, 40), (17 * 60 + 55, 30)], ["Fri 16:45"]),
            ([(17 * 60, 40), (18 * 60, 30)], ["Fri 16:45", "Fri 17:45"]),
            ([(9 * 60, 30), (17 * 60, 30)], ["Fri 08:45", "Fri 16:45"]),
            ([(25 * 60, 30)], ["Sat 00:45"]),  # still Friday's study day
        ],
    )
    def test_is_one_for_each_block(
        self, starts: list[tuple[int, int]], expected: list[str]
    ) -> None:
        day = replace(A_DAY, timed=[timed(start, minutes) for start, minutes in starts])
        assert when("session_soon", day) == expected

    def test_speaks_of_the_whole_block_and_leads_to_its_first_session(self) -> None:
        day = replace(A_DAY, timed=[timed(1020, 40, "a"), timed(1070, 30, "b")])
        (planned,) = of("session_soon", day)
        assert (planned.about, planned.path) == ("a", "/lesson/a")
        assert planned.values == {"n": 2, "minutes": 70, "title": "Topic a", "time": "17:00"}

    def test_stops_for_who_stays_away(self) -> None:
        assert not of("session_soon", replace(A_DAY, timed=[timed(1020)], idle=IDLE_DAYS))


class TestMissedDay:
    @pytest.mark.parametrize(
        ("change", "is_said"),
        [
            ({"idle": 1}, True),
            ({"idle": 0}, False),
            ({"idle": 2}, False),
            ({"idle": 5}, False),
            ({"idle": 1, "is_begun": True}, False),
            ({"idle": 1, "is_frozen": True}, False),
            ({"idle": 1, "things": []}, False),
            ({"idle": 1, "is_away": True}, False),
            ({"idle": 1, "missed_told": FRIDAY - timedelta(days=2)}, False),
            ({"idle": 1, "missed_told": FRIDAY - timedelta(days=3)}, True),
        ],
    )
    def test_is_spoken_of_once_and_not_too_often(
        self, change: dict[str, object], is_said: bool
    ) -> None:
        assert bool(of("missed_day", replace(A_DAY, **change))) == is_said  # type: ignore[arg-type]

    def test_comes_at_the_best_hour(self) -> None:
        assert when("missed_day", replace(A_DAY, idle=1, hours=(20, 9))) == ["Fri 20:00"]

    def test_of_who_works_at_night_comes_in_the_morning(self) -> None:
        assert when("missed_day", replace(A_DAY, idle=1, hours=(23, 1))) == ["Fri 08:00"]

    def test_names_only_what_today_has_anyway(self) -> None:
        (planned,) = of("missed_day", replace(A_DAY, idle=1))
        assert planned.values == {"minutes": 40, "first": "Fractions"}


class TestWeekProgress:
    WEEK = Week(MONDAY, minutes=95, days=2, planned=6, passed=3)

    def test_comes_on_thursday_of_a_week_with_work(self) -> None:
        for n in range(7):
            day = replace(A_DAY, day=MONDAY + timedelta(days=n), this_week=self.WEEK)
            assert when("week_progress", day) == (["Thu 18:00"] if n == 3 else [])

    def test_says_nothing_of_a_week_without(self) -> None:
        day = replace(A_DAY, day=THURSDAY, this_week=replace(self.WEEK, days=0))
        assert not of("week_progress", day)

    def test_says_nothing_on_the_day_after_a_missed_one(self) -> None:
        day = replace(A_DAY, day=THURSDAY, this_week=self.WEEK, idle=1)
        assert not of("week_progress", day)
        assert of("missed_day", day)

    @pytest.mark.parametrize(("days", "variant"), [(1, None), (2, "good"), (3, "good")])
    def test_calls_it_good_only_when_it_is(self, days: int, variant: str | None) -> None:
        day = replace(A_DAY, day=THURSDAY, this_week=replace(self.WEEK, days=days))
        (planned,) = of("week_progress", day)
        assert planned.values.get("variant") == variant


class TestWeeklyReport:
    def test_comes_on_monday_at_eight_after_a_week_with_work(self) -> None:
        week = Week(MONDAY - timedelta(days=7), minutes=200, days=4, planned=6, passed=6)
        day = replace(A_DAY, day=MONDAY, things=[], last_week=week)
        (planned,) = of("weekly_report", day)
        assert (clock(planned), planned.about) == ("Mon 08:00", "2026-02-23")
        assert not of("weekly_report", replace(day, last_week=replace(week, days=0)))
        assert not of("weekly_report", replace(day, day=FRIDAY))


class TestPausedLong:
    @pytest.mark.parametrize(
        ("days", "told", "variant"),
        [
            (6, 0, None),
            (7, 0, ""),
            (9, 0, ""),  # a scheduler that was down for two days
            (8, 1, None),
            (20, 1, None),
            (21, 1, "last"),
            (89, 1, "last"),
            (90, 1, None),
            (400, 0, None),  # what was told is forgotten
            (22, 2, None),
            (400, 2, None),
        ],
    )
    def test_is_spoken_of_twice_and_never_again(
        self, days: int, told: int, variant: str | None
    ) -> None:
        day = Day(FRIDAY, ZONE, rest=Rest("plan", "YKS", days, told))
        said = of("paused_long", day)
        assert [each.values.get("variant", "") for each in said] == (
            [] if variant is None else [variant]
        )


class TestRewardEnding:
    @pytest.mark.parametrize(
        ("last", "first", "is_told"),
        [
            (4, -30, False),
            (3, -30, True),
            (1, -30, True),  # who was away on the day itself
            (0, -30, True),
            (-1, -30, False),
            (3, -1, True),
            (3, 0, False),  # redeemed today: it says so itself
            (2, -1, False),
        ],
    )
    def test_is_told_three_days_before(self, last: int, first: int, is_told: bool) -> None:
        ends = Ending("r", "Premium", FRIDAY + timedelta(days=first), FRIDAY + timedelta(days=last))
        day = replace(A_DAY, things=[], endings=[ends])
        said = of("reward_ending", day)
        assert [(clock(each), each.about) for each in said] == [("Fri 18:00", "r")] * is_told
        assert not of("reward_ending", replace(day, is_away=True))


days = st.builds(
    Day,
    day=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    zone=st.sampled_from(["Europe/Istanbul", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata"]),
    hours=st.lists(st.integers(0, 23), min_size=1, max_size=3, unique=True),
    quiet=st.builds(Quiet, st.integers(0, 1439), st.integers(0, 1439)),
    is_away=st.booleans(),
    is_first=st.booleans(),
    is_begun=st.booleans(),
    things=st.lists(st.just(THING), max_size=3),
    timed=st.lists(
        st.integers(240, 1600).map(timed), max_size=4, unique_by=lambda each: each.start
    ).map(lambda found: sorted(found, key=lambda each: each.start)),
    idle=st.integers(0, 30),
    is_frozen=st.booleans(),
    this_week=st.just(Week(MONDAY, 60, 2, 6, 3)),
    last_week=st.just(Week(MONDAY, 60, 2, 6, 6)),
    rest=st.none() | st.builds(Rest, st.just("p"), st.just("YKS"), st.integers(0, 50), st.just(0)),
)


@given(day=days)
def test_day_brings_each_rule_once_and_on_its_own_date(day: Day) -> None:
    planned = planned_for(day)
    keys = [(each.rule, each.about) for each in planned if each.rule != "session_soon"]
    assert len(keys) == len(set(keys))
    if day.is_away:
        assert planned == []
    for each in planned:
        soon = timedelta(minutes=15 if each.rule == "session_soon" else 0)
        assert study_day(each.due_at + soon, day.zone) == day.day or day.quiet.holds(8 * 60)
        assert each.due_at.tzinfo is UTC
        if each.rule == "day_ready" and day.timed:
            first = datetime.combine(day.day, datetime.min.time()) + timedelta(
                minutes=day.timed[0].start - 60
            )
            assert local_time(each.due_at, day.zone).replace(tzinfo=None) <= first + timedelta(
                hours=1
            )  # a jump of the clock
