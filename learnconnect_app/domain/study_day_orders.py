"""A day of sessions: what must come before what, and a good order with a time for each.

A third session of a subject in a row is mended by another order, unless the learner chose the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from learnconnect_app.domain.day_placement import Span, break_after, placed
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_problems import SUBJECT_RUN, Kind
from learnconnect_app.domain.study_sessions import in_order

STEP = 15
"""Minutes between the times that can be chosen."""
DAY_BEGINS, DAY_ENDS = 4 * 60, 28 * 60
OWN = "own"


@dataclass(frozen=True, slots=True)
class Planned:
    """A session on the calendar, as far as moving is concerned."""

    id: str
    day: date
    position: int
    start: int | None
    minutes: int
    kind: str
    topic: str = ""
    subject: str = ""
    part: int = 1
    requires: frozenset[str] = frozenset()
    is_pinned: bool = False
    is_begun: bool = False
    """Or done, or its day has passed: it cannot be moved."""

    @property
    def place(self) -> tuple[date, int]:
        return self.day, self.position

    @property
    def span(self) -> Span | None:
        return None if self.start is None else (self.start, self.start + self.minutes)

    @property
    def is_fixed(self) -> bool:
        """Whether ordering the day leaves it where it is."""
        return self.is_pinned or self.is_begun or self.kind == OWN


@dataclass(frozen=True, slots=True)
class Room:
    """A day that may take a session."""

    day: date
    minutes: int
    mark: str = ""
    """past, exam, vacation, illness, paused or rest: why it takes none."""
    busy: tuple[Span, ...] = ()
    preferred_hours: tuple[int, ...] = ()
    earliest: int = 0
    """Nothing is put before this minute, such as now."""


def comes_before(first: Planned, second: Planned) -> bool:
    """Whether ``second`` cannot be studied before ``first``: what it needs, or an earlier part."""
    if first.kind != Kind.NEW or not first.topic:
        return False
    if first.topic == second.topic:
        return second.kind != Kind.NEW or first.part < second.part
    return second.kind == Kind.NEW and first.topic in second.requires


def with_session(
    session: Planned, others: Sequence[Planned], room: Room, start: int | None
) -> list[Planned]:
    """The day with the session at its chosen time, in a gap, or with the day ordered anew."""
    there = sorted((each for each in others if each.day == room.day), key=lambda each: each.place)
    here = replace(session, day=room.day, is_pinned=True)
    if start is not None:
        here = replace(here, start=start)
        _refuse_time(here, there, room.busy)
        return _by_time([*there, here])
    in_gap = _by_time([*there, replace(here, start=_gap(here, there, room))])
    return in_gap if _is_well_ordered(in_gap) else _laid_out(here, there, room)


def _gap(here: Planned, there: Sequence[Planned], room: Room) -> int | None:
    taken = [*room.busy, *((start, end + break_after(end - start)) for start, end in _spans(there))]
    return placed(
        [here.minutes],
        preferred_hours=room.preferred_hours,
        taken=taken,
        earliest=room.earliest,
    )[0]


def _is_well_ordered(order: Sequence[Planned]) -> bool:
    runs = (len(list(run)) for _, run in groupby(order, key=_subject))
    is_turned = any(
        comes_before(later, earlier)
        for place, earlier in enumerate(order)
        for later in order[place + 1 :]
    )
    return not is_turned and max(runs, default=0) <= SUBJECT_RUN


def _subject(session: Planned) -> str:
    """Sessions of no subject are told apart: any of them parts two of a subject."""
    return session.subject or session.id


def _laid_out(here: Planned, there: Sequence[Planned], room: Room) -> list[Planned]:
    """What the learner fixed stays; the others, and this one, are ordered and timed around it."""
    fixed = [each for each in there if each.is_fixed]
    loose = [each for each in there if not each.is_fixed]
    place = next((n for n, each in enumerate(loose) if comes_before(here, each)), len(loose))
    return _timed(in_order([*loose[:place], here, *loose[place:]], _subject), fixed, room)


def mended(left: Sequence[Planned], room: Room) -> list[Planned]:
    """A day that lost a session: ordered anew only when three of a subject now meet."""
    if _is_well_ordered(left):
        return list(left)
    loose = [each for each in left if not each.is_fixed]
    mended = _timed(in_order(loose, _subject), [each for each in left if each.is_fixed], room)
    return mended if _is_well_ordered(mended) else list(left)


# ---- times -----------------------------------------------------------------------------------


def _refuse_time(here: Planned, there: Sequence[Planned], busy: Sequence[Span]) -> None:
    assert here.span
    start, end = here.span
    if start % STEP or start < DAY_BEGINS or end > DAY_ENDS:
        raise DomainError("move_time")
    if any(_meet(here.span, span) for span in busy):
        raise DomainError("move_busy")
    if any(_meet(here.span, span) for span in _spans(there)):
        raise DomainError("move_overlap")


def _timed(order: Sequence[Planned], fixed: Sequence[Planned], room: Room) -> list[Planned]:
    starts = placed(
        [each.minutes for each in order],
        preferred_hours=room.preferred_hours,
        taken=[*room.busy, *_spans(fixed)],
        earliest=room.earliest,
    )
    timed = [replace(each, start=start) for each, start in zip(order, starts, strict=True)]
    return _by_time([*fixed, *timed])


def _by_time(sessions: Iterable[Planned]) -> list[Planned]:
    """In the order of their times, those without one last; positions follow."""
    order = sorted(sessions, key=lambda each: DAY_ENDS if each.start is None else each.start)
    return [replace(each, position=place) for place, each in enumerate(order)]


def _spans(sessions: Iterable[Planned]) -> list[Span]:
    return [each.span for each in sessions if each.span]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
