"""Sessions of a day: lessons cut into parts, and an order without long runs of one subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from learnconnect_app.domain.study_problems import LONGEST_SESSION, SUBJECT_RUN

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


def next_part(minutes: int, done: int) -> tuple[int, int, int]:
    """Number, count and minutes of the part that follows ``done`` minutes of a lesson.

    What was done in other lengths than planned counts all the same: the rest is cut afresh.
    """
    lengths, sum_before = parts(minutes), 0
    for number, length in enumerate(lengths, start=1):
        if sum_before == done:
            return number, len(lengths), length
        sum_before += length
    rest = parts(minutes - done)
    return 2, 1 + len(rest), rest[0]


def has_room(counts: Mapping[str, int], subject: str) -> bool:
    """Whether one more session of the subject can still be kept from running on too long."""
    others = sum(counts.values()) - counts.get(subject, 0)
    return counts.get(subject, 0) + 1 <= SUBJECT_RUN * (others + 1)


def in_order(things: Sequence[Thing], subject_of: Callable[[Thing], str]) -> list[Thing]:
    """The things as near to their order as goes without three of a subject in a row.

    Those of one subject keep their order. Where no order is free of long runs, they come last.
    """
    waiting: dict[str, list[int]] = {}
    for place, thing in enumerate(things):
        waiting.setdefault(subject_of(thing), []).append(place)
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


def _presses(left: Counter[str], subject: str, run: int) -> bool:
    """Whether the others would not suffice to part its sessions, were another subject next."""
    others = left.total() - left[subject]
    return left[subject] > SUBJECT_RUN * others
