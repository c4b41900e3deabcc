"""An item that was wrong comes back in time, later with each right answer, until it is learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.mistakes import (
    RIGHTS_TO_LEARN,
    STABILITY_TO_LEARN,
    Memory,
    after_answer,
    first_wrong,
)

DAY = date(2026, 3, 2)
answers = st.lists(st.tuples(st.booleans(), st.integers(0, 60)), max_size=30)


def reviewed_when_due(rights: int) -> list[Memory]:
    memories = [first_wrong(DAY)]
    for _ in range(rights):
        memories.append(after_answer(memories[-1], True, memories[-1].due_day))
    return memories


def played(steps: list[tuple[bool, int]]) -> list[Memory]:
    memories, day = [first_wrong(DAY)], DAY
    for is_right, days in steps:
        day += timedelta(days=days)
        memories.append(after_answer(memories[-1], is_right, day))
    return memories


def test_a_mistake_comes_back_the_next_day() -> None:
    memory = first_wrong(DAY)
    assert memory.due_day == DAY + timedelta(days=1)
    assert not memory.is_due(DAY)
    assert memory.is_due(DAY + timedelta(days=1))


def test_right_answers_put_it_off_further_and_further() -> None:
    waits = [(m.due_day - m.reviewed_day).days for m in reviewed_when_due(5)]
    assert waits == [1, 2, 6, 17, 44, 102]


def test_it_is_learned_when_it_holds_for_three_weeks() -> None:
    learned = [memory.is_learned for memory in reviewed_when_due(4)]
    assert learned == [False, False, False, False, True]
    assert not reviewed_when_due(4)[-1].is_due(DAY + timedelta(days=1000))


def test_one_right_answer_after_a_lapse_is_not_enough() -> None:
    known = reviewed_when_due(4)[-1]
    lapsed = after_answer(known, False, known.due_day)
    assert not lapsed.is_learned
    assert (lapsed.times_wrong, lapsed.times_right) == (2, 0)
    assert lapsed.stability < known.stability
    assert not after_answer(lapsed, True, lapsed.due_day).is_learned


def test_the_same_answers_give_the_same_days() -> None:
    assert reviewed_when_due(5) == reviewed_when_due(5)


def test_a_day_before_the_last_review_counts_as_that_day() -> None:
    memory = first_wrong(DAY)
    assert after_answer(memory, True, DAY - timedelta(days=3)).reviewed_day == DAY


@given(answers)
def test_it_is_never_due_before_tomorrow(steps: list[tuple[bool, int]]) -> None:
    for memory in played(steps):
        assert memory.due_day > memory.reviewed_day
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10


@given(answers)
def test_learned_begins_when_it_is_right_twice_and_stable_and_ends_when_wrong(
    steps: list[tuple[bool, int]],
) -> None:
    memories = played(steps)
    for (before, after), (is_right, _) in zip(pairwise(memories), steps, strict=True):
        is_earned = after.times_right >= RIGHTS_TO_LEARN and after.stability >= STABILITY_TO_LEARN
        assert after.is_learned == (is_right and (before.is_learned or is_earned))


def test_what_the_learner_took_out_stays_out_while_it_is_right() -> None:
    taken_out = replace(first_wrong(DAY), is_learned=True)
    assert after_answer(taken_out, True, DAY).is_learned
    assert not after_answer(taken_out, False, DAY).is_learned


@given(answers)
def test_wrong_answers_are_counted_and_begin_a_new_row(steps: list[tuple[bool, int]]) -> None:
    memories = played(steps)
    for (before, after), (is_right, _) in zip(pairwise(memories), steps, strict=True):
        assert after.times_wrong == before.times_wrong + (not is_right)
        assert after.times_right == (before.times_right + 1 if is_right else 0)
