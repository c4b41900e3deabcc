"""When an item that was answered wrongly comes back, and when it counts as learned.

Each answer is a review as FSRS has it: a wrong one is *again*, a right one *good*. The item is due
when the chance to answer it has fallen to 90%. Source: FSRS-6 of the ``fsrs`` package
(open-spaced-repetition), with whole days in place of moments and nothing left to chance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from fsrs import Card, Rating, Scheduler, State

RIGHTS_TO_LEARN = 2
STABILITY_TO_LEARN = 21.0
"""Days."""
_NOON = time(12, tzinfo=UTC)
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept of an item that was answered wrongly. Stability is in days, difficulty 1-10."""

    stability: float
    difficulty: float
    reviewed_day: date
    due_day: date
    times_wrong: int = 1
    times_right: int = 0
    """In a row, since it was wrong last."""
    is_learned: bool = False

    def is_due(self, day: date) -> bool:
        return not self.is_learned and self.due_day <= day


def first_wrong(day: date) -> Memory:
    """An item answered wrongly on a study day for the first time: it is due the next day."""
    return _reviewed(Card(due=_noon(day)), Rating.Again, day)


def after_answer(memory: Memory, is_right: bool, day: date) -> Memory:
    """The memory after another answer, in a test or a review.

    Right twice in a row with a stability of at least 21 days is learned, and stays so until it is
    wrong again.
    """
    card = Card(
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due_day),
        last_review=_noon(memory.reviewed_day),
    )
    day = max(day, memory.reviewed_day)  # a clock that was put back does not unlearn
    new = _reviewed(card, Rating.Good if is_right else Rating.Again, day)
    if not is_right:
        return replace(new, times_wrong=memory.times_wrong + 1)
    rights = memory.times_right + 1
    return replace(
        new,
        times_wrong=memory.times_wrong,
        times_right=rights,
        is_learned=memory.is_learned or _is_learned(rights, new.stability),
    )


def _is_learned(rights: int, stability: float) -> bool:
    return rights >= RIGHTS_TO_LEARN and stability >= STABILITY_TO_LEARN


def _reviewed(card: Card, rating: Rating, day: date) -> Memory:
    card, _ = _SCHEDULER.review_card(card, rating, _noon(day))
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(card.stability, card.difficulty, day, card.due.date())


def _noon(day: date) -> datetime:
    return datetime.combine(day, _NOON)
