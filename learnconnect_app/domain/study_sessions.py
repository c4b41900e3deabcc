"""Sessions of a day: lessons cut into parts, and an order without long runs of one subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from learnconnect_app.domain.study_problems import (
    LONGEST_SESSION,
    SHORTEST_PART,
    SUBJECT_RUN,
)

Thing = TypeVar("Thing")


def parts(minutes: int) -> list[int]:
    """A lesson in as few parts of at most 50 minutes as it takes, nearly equal, longer first."""
    count = max(1, -(-minutes // LONGEST_SESSION))
    fives, rest = divmod(minutes, 5)
    each, longer = divmod(fives, count)
    lengths = [5 * (each + (number < longer)) for number in range(count)]
    lengths[-1] += rest
    if lengths[-1] > LONGEST_SESSION:
        return [*lengths[:-1], LONGEST_SESSION, lengths[-1] - LONGEST_SESSION]
    return lengths


def next_part(rest: int, room: int) -> int:
    """Minutes of the next part of a lesson of which ``rest`` is left, in ``room`` minutes; 0: none.

    All of it when it fits; otherwise a part that leaves another one to study.
    """
    if rest <= min(room, LONGEST_SESSION):
        return rest
    usual = parts(rest)[0]
    if usual <= room:
        return usual
    fives = 5 * (room // 5)
    return fives if SHORTEST_PART <= fives <= rest - SHORTEST_PART else 0


def has_room(counts: Mapping[str, int], subject: str, more: int = 0) -> bool:
    """Whether after ``more`` of the subject one more session of it can be kept from running on."""
    others = sum(counts.values()) - counts.get(subject, 0)
    return counts.get(subject, 0) + more + 1 <= SUBJECT_RUN * (others + 1)


def can_be_ordered(counts: Mapping[str, int]) -> bool:
    """Whether there is an order without long runs."""
    total = sum(counts.values())
    return all(number <= SUBJECT_RUN * (total - number + 1) for number in counts.values())


def in_order(things: Sequence[Thing], subject_of: Callable[[Thing], str]) -> list[Thing]:
    """The things as near to their order as goes without three of a subject in a row.

    Those of one subject keep their order. Where no order is free of long runs, they come last.
    """
    subjects = [subject_of(thing) for thing in things]
    if not _runs_on(subjects):
        return list(things)
    waiting: dict[str, list[int]] = {}
    for place, subject in enumerate(subjects):
        waiting.setdefault(subject, []).append(place)
    left = Counter({subject: len(places) for subject, places in waiting.items()})
    order: list[Thing] = []
    last, run = "", 0
    while +left:
        free = [each for each in +left if each != last or run < SUBJECT_RUN] or list(+left)
        pressed = [each for each in free if _presses(left, each, run if each == last else 0)]
        subject = min(pressed or free, key=lambda each: waiting[each][0])
        run = run + 1 if subject == last else 1
        last = subject
        left[subject] -= 1
        order.append(things[waiting[subject].pop(0)])
    return order


def _runs_on(subjects: Sequence[str]) -> bool:
    run, last = 0, None
    for subject in subjects:
        run = run + 1 if subject == last else 1
        last = subject
        if run > SUBJECT_RUN:
            return True
    return False


def _presses(left: Counter[str], subject: str, run: int) -> bool:
    """Whether the others would not suffice to part its sessions, were another subject next."""
    others = left.total() - left[subject]
    return left[subject] > SUBJECT_RUN * others
