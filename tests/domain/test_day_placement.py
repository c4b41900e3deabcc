"""Sessions find a time of day: preferred hours first, with breaks, around what is taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.day_placement import Span, placed

LENGTHS = st.lists(st.sampled_from([15, 20, 25, 40, 50]), max_size=8)
SPANS = st.lists(
    st.tuples(st.integers(0, 1400), st.integers(5, 300)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=5,
)
HOURS = st.sets(st.integers(0, 23), max_size=6)


def clock(starts: list[int | None]) -> list[str]:
    return ["-" if each is None else f"{each // 60}:{each % 60:02}" for each in starts]


def test_sessions_follow_one_another_in_the_preferred_hours() -> None:
    assert clock(placed([25, 50, 20], preferred_hours=[9, 10])) == ["9:00", "9:30", "10:30"]


def test_without_preference_they_begin_in_the_late_afternoon() -> None:
    assert clock(placed([40])) == ["17:00"]


def test_what_does_not_fit_goes_on_after_the_preferred_hours() -> None:
    assert clock(placed([50, 50, 50], preferred_hours=[9])) == ["9:00", "10:00", "11:00"]


def test_late_hours_that_do_not_suffice_begin_earlier() -> None:
    assert clock(placed([50, 50, 50], preferred_hours=[22])) == ["21:00", "22:00", "23:00"]


def test_what_is_taken_is_left_free() -> None:
    taken = [(9 * 60 + 30, 10 * 60)]
    assert clock(placed([25, 25], preferred_hours=[9, 10], taken=taken)) == ["9:00", "10:00"]


def test_today_nothing_starts_before_now() -> None:
    starts = placed([25], preferred_hours=[9, 10], earliest=9 * 60 + 32)
    assert clock(starts) == ["9:35"]


def test_a_session_may_have_to_wait_for_another() -> None:
    starts = placed([25, 25], preferred_hours=[9, 10], earliest=[0, 10 * 60])
    assert clock(starts) == ["9:00", "10:00"]


def test_hours_after_midnight_belong_to_the_evening_before() -> None:
    assert placed([25], preferred_hours=[1]) == [25 * 60]


def test_a_full_day_has_no_time_left() -> None:
    assert placed([25], taken=[(0, 28 * 60)]) == [None]


@given(lengths=LENGTHS, taken=SPANS, hours=HOURS, earliest=st.integers(0, 1500))
def test_times_never_overlap_and_keep_their_order(
    lengths: list[int], taken: list[Span], hours: set[int], earliest: int
) -> None:
    starts = placed(lengths, preferred_hours=hours, taken=taken, earliest=earliest)
    assert len(starts) == len(lengths)
    at = earliest
    for start, length in zip(starts, lengths, strict=True):
        if start is None:
            continue
        assert start >= at
        assert all(start + length <= first or start >= last for first, last in taken)
        at = start + length
    assert at <= max(28 * 60, earliest)
