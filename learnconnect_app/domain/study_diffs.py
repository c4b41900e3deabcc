"""What a plan made again changes: which session is which.

A session that is only moved, shortened or renumbered stays the same session, so that calendars
elsewhere move their event instead of losing it. Sessions of one topic and kind are told apart by
their part, then by their day.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Planned:
    """A session of a day as the planner wants it, with its place in the day."""

    day: date
    position: int
    kind: str
    topic_key: str | None
    course_key: str | None
    minutes: int
    part: int
    parts: int
    aimed_minutes: int
    reason: dict[str, Any]
    start_minute: int | None = None

    @property
    def name(self) -> tuple[str, str, int]:
        """Of sessions that may stand for each other."""
        return self.kind, self.topic_key or "", self.part


@dataclass(frozen=True, slots=True)
class Diff(Generic[Row]):
    kept: Sequence[tuple[Row, Planned]]
    """Rows with what becomes of them, be it the same as before."""
    removed: Sequence[Row]
    added: Sequence[Planned]


def diff(
    rows: Sequence[Row],
    planned: Sequence[Planned],
    *,
    name_of: Callable[[Row], tuple[str, str, int]],
    day_of: Callable[[Row], date],
) -> Diff[Row]:
    """Match by kind, topic and part on the same day, then in order of days, then by any part."""
    waiting, open_ones = list(rows), list(planned)
    kept: list[tuple[Row, Planned]] = []

    def match(of_row: Callable[[Row], Hashable], of_planned: Callable[[Planned], Hashable]) -> None:
        nonlocal waiting, open_ones
        found: defaultdict[Hashable, deque[Planned]] = defaultdict(deque)
        for each in open_ones:
            found[of_planned(each)].append(each)
        left = []
        for row in waiting:
            same = found[of_row(row)]
            if same:
                kept.append((row, same.popleft()))
            else:
                left.append(row)
        taken = {id(each) for _, each in kept}
        waiting, open_ones = left, [each for each in open_ones if id(each) not in taken]

    match(lambda row: (*name_of(row), day_of(row)), lambda each: (*each.name, each.day))
    match(name_of, lambda each: each.name)
    match(lambda row: name_of(row)[:2], lambda each: each.name[:2])
    return Diff(kept, waiting, open_ones)
