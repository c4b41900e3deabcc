"""Days and sessions of a study plan as the calendar shows them, in the learner's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from learnconnect_app.domain.calendar_views import (
    BusyTimeView,
    CalendarBusy,
    CalendarDay,
    CalendarSession,
    CalendarTask,
)
from learnconnect_app.models import BusyTime, Course, StudySession
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.study_rooms import Rooms
from learnconnect_app.services.texts import text_in

ENDED = ("done", "partly")


class SessionRow(NamedTuple):
    """A session with what it is called."""

    session: StudySession
    topic: Mapping[str, str] | None
    course: Course | None
    lesson_id: UUID | None


@dataclass(frozen=True, slots=True)
class DayMaker:
    """Makes views of rows."""

    rooms: Rooms
    titles: Mapping[str, str]
    locale: str

    def session(self, row: SessionRow) -> CalendarSession:
        each = row.session
        why = _reason(each.reason)
        return CalendarSession(
            id=str(each.id),
            day=each.day.isoformat(),
            kind=each.kind,
            status=each.status,
            title=each.title if row.topic is None else text_in(row.topic, self.locale),
            course=text_in(row.course.title, self.locale) if row.course else "",
            icon=row.course.icon if row.course else _icon(each.kind),
            color=color_at(row.course.position) if row.course else "amber",
            minutes=each.minutes,
            start=-1 if each.start_minute is None else each.start_minute,
            percent=each.percent,
            part=each.part,
            parts=each.parts,
            is_pinned=each.is_pinned,
            is_movable=each.status == "planned" and each.day >= self.rooms.today,
            href=f"/lesson/{row.lesson_id}" if row.lesson_id else "",
            why=why.code,
            why_number=why.number,
            why_topic=self.titles.get(why.topic, ""),
            version=each.version,
        )

    def day(self, day: date, sessions: Sequence[CalendarSession], *, is_shown: bool) -> CalendarDay:
        today, room = self.rooms.today, self.rooms.on(day)
        planned = [each for each in sessions if each.kind != "own" and each.status != "missed"]
        return CalendarDay(
            day=day.isoformat(),
            minutes=room.minutes,
            planned=sum(each.minutes for each in planned),
            done=sum(each.minutes for each in planned if each.status in ENDED),
            mark=self.rooms.mark(day),
            is_past=day < today,
            is_today=day == today,
            is_shown=is_shown,
            sessions=tuple(sessions),
            busy=tuple(map(_busy, self.rooms.busy_on(day))),
            task=self._task(day),
        )

    def _task(self, day: date) -> CalendarTask | None:
        task = self.rooms.tasks.get(day)
        if task is None:
            return None
        title = self.titles.get(task.topics[0], "") if task.topics else ""
        return CalendarTask(title, task.minutes, task.status == "completed")


class _Reason(NamedTuple):
    code: str
    number: int
    topic: str


def _reason(kept: Mapping[str, Any]) -> _Reason:
    return _Reason(kept.get("why") or "", round(kept.get("number") or 0), kept.get("topic") or "")


def _icon(kind: str) -> str:
    return "timer" if kind == "practice_test" else "flag"


def _busy(row: BusyTime) -> CalendarBusy:
    return CalendarBusy(
        str(row.id), row.title, row.start_minute, row.end_minute, row.weekday is not None
    )


def busy_time_view(row: BusyTime) -> BusyTimeView:
    weekday = -1 if row.weekday is None else row.weekday
    return BusyTimeView(
        str(row.id),
        row.title,
        weekday,
        row.day.isoformat() if row.day else "",
        row.start_minute,
        row.end_minute,
    )
