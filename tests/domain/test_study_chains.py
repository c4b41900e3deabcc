import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.memory import Floats
from learnconnect_app.domain.study_candidates import Candidate
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_exchanges import Taken, exchanges
from learnconnect_app.domain.study_problems import Kind

LESSONS = 7


@st.composite
def requirements(draw: st.DrawFn) -> list[tuple[int, ...]]:
    return [
        tuple(draw(st.lists(st.integers(0, LESSONS - 1), max_size=2, unique=True)))
        for _ in range(LESSONS)
    ]


@given(requirements(), st.integers(0, 2**LESSONS - 1), st.integers(0, 1000))
def test_a_row_alone_begins_as_it_does_among_all(
    requires: list[tuple[int, ...]], opened: int, seed: int
) -> None:
    chains, rng = Chains(requires), np.random.default_rng(seed)
    gain: Floats = rng.uniform(-1, 1, LESSONS)
    minutes: Floats = rng.integers(3, 20, LESSONS).astype(np.float64) * 5
    is_open = np.array([bool(opened >> place & 1) for place in range(LESSONS)])
    worth, first, last = chains.beginnings(gain, minutes, is_open)
    for number in range(len(chains.members)):
        alone = chains.beginning(number, gain, minutes, is_open)
        if first[number] < 0:
            assert alone[1] == -1
        else:
            np.testing.assert_allclose(alone[0], worth[number])
            assert alone[1:] == (first[number], last[number])


def test_a_poor_lesson_is_worth_what_it_opens() -> None:
    chains = Chains([(), (0,), (1,)])
    gain, minutes = np.array([0.0, 1.0, 0.1]), np.array([10.0, 10.0, 50.0])
    worth, first, last = chains.beginnings(gain, minutes, np.ones(3, dtype=np.bool_))
    assert (worth[0], first[0], last[0]) == (0.05, 0, 1)


def test_minutes_left_are_used_by_the_exchange_that_brings_most() -> None:
    out = Taken(review(0, 10, 1.0), [10])
    same, longer, better, too_long = (
        review(1, 10, 9.0),
        review(2, 15, 1.0),
        review(3, 15, 2.0),
        review(4, 25, 9.0),
    )
    found = exchanges([out], [same, longer, better, too_long], left=10)
    assert [into.place for _, into in found] == [3, 2]
    assert exchanges([out], [review(5, 15, 0.1)], left=10) == []


def review(place: int, minutes: int, worth: float) -> Candidate:
    return Candidate(worth, place, Kind.REVIEW, minutes, worth)
