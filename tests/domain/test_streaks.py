from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.streaks import (
    HEAT_WEEKS,
    DayKind,
    HeatDay,
    Streak,
    earns_consistency_xp,
    earns_freeze,
    earns_streak_xp,
    run_length_on,
    settled,
    streak,
    week_strip,
    year_heat,
)

few = settings(max_examples=30, deadline=None)
ONE_DAY = timedelta(days=1)
FIRST = date(2024, 5, 6)  # a Monday
LETTERS = {
    "A": DayKind.ACTIVE,
    "R": DayKind.REST,
    "P": DayKind.PAUSED,
    "V": DayKind.VACATION,
    "F": DayKind.FROZEN,
    "M": DayKind.MISSED,
}
histories = st.text("ARPVFM.", max_size=40)
settled_histories = st.text("ARPVFM", max_size=40)
weekdays = st.sets(st.integers(0, 6))


def days(history: str) -> dict[date, DayKind]:
    """Kinds from FIRST on, a letter a day; a dot is a day that is not recorded."""
    return {
        FIRST + n * ONE_DAY: LETTERS[letter] for n, letter in enumerate(history) if letter != "."
    }


def after(history: str) -> date:
    return FIRST + len(history) * ONE_DAY


def letters(kinds: Mapping[date, DayKind]) -> str:
    return "".join(kind.value[0].upper() for _, kind in sorted(kinds.items()))


@pytest.mark.parametrize(
    ("history", "current", "longest"),
    [
        ("", 0, 0),
        ("MMM", 0, 0),
        ("A", 1, 1),
        ("AAA", 3, 3),
        ("AAM", 0, 2),
        ("AA.", 0, 2),
        ("AAMA", 1, 2),
        ("ARA", 2, 2),
        ("APPPA", 2, 2),
        ("AVVA", 2, 2),
        ("AFA", 2, 2),
        ("AFR", 1, 1),
        ("AAAMRRA", 1, 3),
        ("RRAA", 2, 2),
        ("..AA", 2, 2),
    ],
)
def test_run_ending_yesterday_is_still_alive(history: str, current: int, longest: int) -> None:
    total = history.count("A")
    assert streak(days(history), after(history)) == Streak(current, longest, False, total)


def test_active_today_adds_to_the_run() -> None:
    history = days("AAA")
    assert streak(history, FIRST + 2 * ONE_DAY) == Streak(3, 3, True, 3)


def test_empty_day_before_yesterday_ends_the_run_even_with_today_active() -> None:
    assert streak(days("AA.A"), FIRST + 3 * ONE_DAY) == Streak(1, 2, True, 3)


def test_learner_who_travels_west_keeps_the_day_already_done() -> None:
    history = days("AAA")
    assert streak(history, FIRST + ONE_DAY) == Streak(3, 3, True, 3)
    assert streak(days("A.A"), FIRST + ONE_DAY) == Streak(2, 2, False, 2)


@few
@given(histories)
def test_streak_never_exceeds_active_days(history: str) -> None:
    now = streak(days(history), after(history))
    assert 0 <= now.current <= now.longest <= now.days_total == history.count("A")


@few
@given(settled_histories.filter(bool))
def test_longest_is_the_best_run_reached_on_any_day(history: str) -> None:
    kinds = days(history)
    now = streak(kinds, after(history))
    assert now.longest == max(run_length_on(kinds, day) for day in kinds)
    assert now.current == run_length_on(kinds, after(history) - ONE_DAY)


@few
@given(settled_histories)
def test_an_active_today_adds_exactly_one(history: str) -> None:
    today = after(history)
    before = streak(days(history), today)
    now = streak(days(history + "A"), today)
    assert (now.current, now.is_today_active) == (before.current + 1, True)


@few
@given(settled_histories, st.sampled_from("RPVF"))
def test_covered_day_changes_nothing(history: str, letter: str) -> None:
    now = streak(days(history), after(history))
    assert streak(days(history + letter), after(history) + ONE_DAY) == now


@pytest.mark.parametrize(
    ("history", "day", "expected"),
    [
        ("AAA", 2, 3),
        ("AAA", 0, 1),
        ("AARA", 2, 2),
        ("AARA", 3, 3),
        ("AMAA", 3, 2),
        ("AM", 1, 0),
        ("A.A", 1, 0),
        ("RR", 1, 0),
        ("", 0, 0),
    ],
)
def test_run_length_counts_active_days_up_to_the_day(history: str, day: int, expected: int) -> None:
    assert run_length_on(days(history), FIRST + day * ONE_DAY) == expected


@pytest.mark.parametrize(
    ("history", "freezes", "expected"),
    [
        ("A..", 0, "MM"),
        ("A..", 1, "FM"),
        ("A..", 2, "FF"),
        ("A...", 2, "FFM"),
        ("A.A.", 1, "FM"),
        ("...", 2, "MMM"),
        ("M..", 2, "MM"),
        ("AM.A.", 2, "MF"),
        ("AR.", 1, "F"),
    ],
)
def test_freezes_cover_the_oldest_missed_days_of_a_living_run(
    history: str, freezes: int, expected: str
) -> None:
    kinds = settled(days(history), FIRST, after(history), freezes_held=freezes)
    assert letters(kinds) == expected


def test_planned_days_off_cost_no_freeze_and_rest_goes_before_vacation_before_pause() -> None:
    monday, tuesday, wednesday, thursday, friday = (FIRST + n * ONE_DAY for n in range(1, 6))
    kinds = settled(
        days("A"),
        FIRST,
        FIRST + 6 * ONE_DAY,
        rest_weekdays={1},
        vacation={monday, tuesday},
        paused={monday, tuesday, wednesday},
        freezes_held=1,
    )
    assert list(kinds) == [monday, tuesday, wednesday, thursday, friday]
    assert letters(kinds) == "RVPFM"


def test_pause_may_be_told_by_a_predicate() -> None:
    def is_paused(day: date) -> bool:
        return day > FIRST + ONE_DAY

    kinds = settled(days("A"), FIRST, FIRST + 4 * ONE_DAY, paused=is_paused)
    assert letters(kinds) == "MPP"


def test_work_on_a_rest_day_stays_active_and_adds() -> None:
    kinds = days("AA")
    assert settled(kinds, FIRST, after("AA"), rest_weekdays=range(7)) == {}
    assert streak(kinds, after("AA")).current == 2


def test_today_and_later_are_never_settled() -> None:
    assert settled({}, FIRST, FIRST) == {}
    assert settled({}, FIRST + ONE_DAY, FIRST) == {}


@few
@given(histories, weekdays, weekdays, weekdays, st.integers(0, 2))
def test_settling_again_changes_nothing(
    history: str, rest: set[int], away: set[int], still: set[int], freezes: int
) -> None:
    def settle(kinds: Mapping[date, DayKind], held: int) -> dict[date, DayKind]:
        return settled(
            kinds,
            FIRST,
            after(history),
            rest_weekdays=rest,
            vacation=_on(away),
            paused=_on(still),
            freezes_held=held,
        )

    before = days(history)
    new = settle(before, freezes)
    used = letters(new).count("F")
    assert used <= freezes
    assert not new.keys() & before.keys()
    assert len(before) + len(new) == len(history)
    assert settle({**before, **new}, freezes - used) == {}


@few
@given(histories, weekdays, st.integers(0, 2))
def test_settling_each_morning_equals_settling_at_once(
    history: str, rest: set[int], freezes: int
) -> None:
    recorded = days(history)
    at_once = settled(recorded, FIRST, after(history), rest_weekdays=rest, freezes_held=freezes)
    daily: dict[date, DayKind] = {}
    for n in range(1, len(history) + 1):
        morning = FIRST + n * ONE_DAY
        known = {day: kind for day, kind in recorded.items() if day < morning}
        held = freezes - letters(daily).count("F")
        daily |= settled(known | daily, FIRST, morning, rest_weekdays=rest, freezes_held=held)
    assert daily == at_once


@few
@given(histories, st.integers(0, 2))
def test_freeze_never_shortens_a_run(history: str, freezes: int) -> None:
    recorded, today = days(history), after(history)
    plain = recorded | settled(recorded, FIRST, today)
    helped = recorded | settled(recorded, FIRST, today, freezes_held=freezes)
    assert streak(helped, today).longest >= streak(plain, today).longest


def _on(weekdays: set[int]) -> Callable[[date], bool]:
    return lambda day: day.weekday() in weekdays


@pytest.mark.parametrize(
    ("run", "continues", "fills_a_week"),
    [
        (0, False, False),
        (1, False, False),
        (2, True, False),
        (7, True, True),
        (8, True, False),
        (14, True, True),
    ],
)
def test_what_a_day_of_a_run_earns(run: int, continues: bool, fills_a_week: bool) -> None:
    assert earns_streak_xp(run) is continues
    assert earns_consistency_xp(run) is fills_a_week
    assert earns_freeze(run) is fills_a_week


def test_week_strip_shows_seven_days_from_monday() -> None:
    strip = week_strip(days("AM.A"), FIRST + 3 * ONE_DAY)
    assert [day for day, _ in strip] == [FIRST + n * ONE_DAY for n in range(7)]
    assert [kind and kind.value for _, kind in strip] == [
        "active",
        "missed",
        None,
        "active",
        None,
        None,
        None,
    ]


def test_heat_map_has_53_weeks_and_ends_in_the_week_of_today() -> None:
    today = FIRST + 2 * ONE_DAY
    weeks = year_heat({}, today)
    assert len(weeks) == HEAT_WEEKS == 53
    assert [len(week) for week in weeks] == [7] * 53
    assert weeks[-1] == (
        HeatDay(FIRST, 0, 0),
        HeatDay(FIRST + ONE_DAY, 0, 0),
        HeatDay(today, 0, 0),
        None,
        None,
        None,
        None,
    )
    assert weeks[0][0] == HeatDay(FIRST - timedelta(weeks=52), 0, 0)


def levels(amounts: list[int]) -> list[int]:
    activity = {FIRST - n * ONE_DAY: amount for n, amount in enumerate(amounts)}
    cells = {cell.day: cell.level for week in year_heat(activity, FIRST) for cell in week if cell}
    return [cells[day] for day in activity]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([40, 30, 20, 10, 0], [4, 3, 2, 1, 0]),
        ([40, 31, 1], [4, 4, 1]),
        ([30, 30, 30], [4, 4, 4]),
        ([-5, 8], [0, 4]),
        # one marathon among ten days does not fade the others
        ([600] + [40] * 9, [4] * 10),
    ],
)
def test_heat_grows_with_the_share_of_a_strong_day(amounts: list[int], expected: list[int]) -> None:
    assert levels(amounts) == expected


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 600), min_size=2, max_size=30))
def test_more_work_is_never_paler(amounts: list[int]) -> None:
    ordered = levels(sorted(amounts))
    assert ordered == sorted(ordered)
    assert all(
        (level > 0) == (amount > 0) for level, amount in zip(ordered, sorted(amounts), strict=True)
    )
