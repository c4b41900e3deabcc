"""Turns what the planner answers into sessions of the calendar: dates, order and times of day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from learnconnect_app.domain.day_placement import SHORT_BREAK, break_after, placed
from learnconnect_app.domain.study_diffs import Planned
from learnconnect_app.domain.study_problems import Kind, Session, Why
from learnconnect_app.models import StudySession
from learnconnect_app.services.study_places import Place
from learnconnect_app.services.study_problems import ENDED, Study, is_fixed

NO_TIME = 48 * 60
"""Sessions without a time come last."""


class Layout(NamedTuple):
    planned: list[Planned]
    """To be planned anew."""
    fixed: list[tuple[StudySession, Planned]]
    """What stays, with its place among the others."""


def lay_out(
    study: Study,
    sessions: Sequence[Session],
    *,
    first: date,
    earliest: int = 0,
    parts_done: Mapping[str, int] | None = None,
) -> Layout:
    """Every day from ``first`` on, which is day 0 of ``sessions``.

    ``earliest``: minute of today before which nothing starts. ``parts_done``: of topics that are
    begun on the first day, of which the planner counts one.
    """
    sessions = [_renumbered(each, parts_done or {}) for each in sessions]
    rows_on: defaultdict[date, list[StudySession]] = defaultdict(list)
    for row in study.sessions:
        rows_on[row.day].append(row)
    by_day: defaultdict[date, list[Session]] = defaultdict(list)
    for each in sessions:
        by_day[first + timedelta(each.day)].append(each)
    places, layout = {place.topic: place for place in study.places}, Layout([], [])
    for day in sorted({*by_day, *(day for day in rows_on if day >= first)}):
        own = _Day(study, day, rows_on[day], places, earliest if day == study.today else 0)
        own.lay_out(by_day[day], layout)
    return layout


class _Day:
    def __init__(
        self,
        study: Study,
        day: date,
        rows: Sequence[StudySession],
        places: Mapping[str, Place],
        earliest: int,
    ) -> None:
        self.study, self.day, self.earliest, self.places = study, day, earliest, places
        self.fixed = [row for row in rows if is_fixed(row)]
        self.ended = [row for row in rows if row.status in ENDED]
        self.own = [row for row in rows if row.kind == "own"]

    def lay_out(self, sessions: Sequence[Session], layout: Layout) -> None:
        """What the learner fixed stands in the planner's answer too: it is taken out there."""
        rows = list(self.fixed)
        things: list[Planned | StudySession] = []
        for each in sessions:
            row = next((row for row in rows if _is_of(each, row)), None)
            if row is not None:
                rows.remove(row)
                things.append(row)
            else:
                things.append(self._planned(each))
        things += rows
        self._place(things, layout)

    def _planned(self, each: Session) -> Planned:
        place = self.places.get(each.lesson)
        return Planned(
            day=self.day,
            position=0,
            kind=each.kind.value,
            topic_key=each.lesson or None,
            course_key=place.course if place else None,
            minutes=each.minutes,
            part=each.part,
            parts=each.parts,
            aimed_minutes=each.aimed_minutes,
            reason={
                "why": each.reason.why.value,
                "number": each.reason.number,
                "topic": each.reason.lesson,
            },
        )

    def _place(self, things: Sequence[Planned | StudySession], layout: Layout) -> None:
        loose = [each for each in things if each.start_minute is None]
        starts = placed(
            [each.minutes for each in loose],
            preferred_hours=self.study.plan.preferred_hours,
            taken=self._taken(things),
            earliest=[self._earliest(each, things) for each in loose],
        )
        start_of = {id(each): start for each, start in zip(loose, starts, strict=True)}
        position = 1 + max((row.position for row in self.ended), default=-1)
        order = sorted(things, key=lambda each: _start(each, start_of))
        for number, each in enumerate(order, start=position):
            start = start_of.get(id(each), each.start_minute)
            if isinstance(each, StudySession):
                layout.fixed.append((each, planned_from(each, position=number, start=start)))
            else:
                layout.planned.append(replace(each, position=number, start_minute=start))

    def _earliest(
        self, each: Planned | StudySession, things: Sequence[Planned | StudySession]
    ) -> int:
        """A topic comes after what it needs, should the learner have put that on this day."""
        place = self.places.get(each.topic_key or "")
        needed = place.requires if place and each.kind == Kind.NEW else ()
        ends = [
            other.start_minute + other.minutes + break_after(other.minutes)
            for other in things
            if other.start_minute is not None and other.topic_key in needed
        ]
        return max([self.earliest, *ends])

    def _taken(self, things: Sequence[Planned | StudySession]) -> list[tuple[int, int]]:
        """Busy times, and sessions that have a time, with the break after each."""
        timed = [
            each for each in [*things, *self.own, *self.ended] if each.start_minute is not None
        ]
        spans = [
            (
                (each.start_minute or 0) - SHORT_BREAK,
                (each.start_minute or 0) + each.minutes + break_after(each.minutes),
            )
            for each in timed
            if not (isinstance(each, StudySession) and each.status == "missed")
        ]
        return [*spans, *self.study.shared.busy_on(self.day)]


def planned_from(row: StudySession, *, position: int, start: int | None) -> Planned:
    return Planned(
        row.day,
        position,
        row.kind,
        row.topic_key,
        row.course_key,
        row.minutes,
        row.part,
        row.parts,
        row.aimed_minutes,
        row.reason,
        start,
    )


def _is_of(each: Session, row: StudySession) -> bool:
    is_same = (each.lesson, each.kind, each.minutes) == (row.topic_key or "", row.kind, row.minutes)
    return is_same and each.reason.why is Why.PINNED


def _start(each: Planned | StudySession, start_of: Mapping[int, int | None]) -> int:
    start = start_of.get(id(each), each.start_minute)
    return NO_TIME if start is None else start


def _renumbered(each: Session, parts_done: Mapping[str, int]) -> Session:
    more = parts_done.get(each.lesson, 1) - 1 if each.kind is Kind.NEW else 0
    return replace(each, part=each.part + more, parts=each.parts + more) if more else each
