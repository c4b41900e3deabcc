"""What the calendar holds for a lesson: its session, what was finished, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.lesson_views import (
    EarlierNotes,
    FinishedSession,
    Journal,
    LessonSessionView,
    NextSession,
)
from learnconnect_app.domain.study_problems import SHORTEST_SESSION
from learnconnect_app.models import StudyPlan, StudySession, Topic
from learnconnect_app.services.session_reopenings import is_reopenable
from learnconnect_app.services.session_rows import BEGUN, FINISHED, OPEN, clock_of
from learnconnect_app.services.texts import text_in

AHEAD = timedelta(days=21)
"""How far the next session of the plan is looked for."""
REVIEWS = ("review", "deepen")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A lesson of the same curriculum, to name a session by."""

    lesson_id: UUID
    title: str
    icon: str
    color: str


@dataclass(frozen=True, slots=True)
class LessonSessions:
    """Sessions of a topic on any day, and all of the days to come, in the order of study."""

    topic_key: str
    today: date
    rows: Sequence[StudySession]
    neighbours: Mapping[str, Neighbour]

    @property
    def own(self) -> list[StudySession]:
        return [row for row in self.rows if row.topic_key == self.topic_key]

    @property
    def current(self) -> StudySession | None:
        """The one that was begun, today's, or else the next."""
        begun = [row for row in self.own if row.status in BEGUN]
        planned = [row for row in self.own if row.status == "planned" and row.day >= self.today]
        return next(iter([*begun, *planned]), None)

    def view(self, now: datetime) -> LessonSessionView:
        row = self.current
        if row is None:
            return LessonSessionView()
        clock = clock_of(row)
        opens = self.neighbours.get(row.reason.get("topic") or "")
        return LessonSessionView(
            id=str(row.id),
            kind=row.kind,
            status=row.status,
            day=row.day.isoformat(),
            is_today=row.day <= self.today,
            minutes=row.minutes,
            part=row.part,
            parts=row.parts,
            why=row.reason.get("why", ""),
            why_number=round(row.reason.get("number") or 0),
            why_topic=opens.title if opens else "",
            is_review=row.kind in REVIEWS,
            seconds=clock.seconds(now),
            most_seconds=clock.most_seconds,
            read_at_ms=int(now.timestamp() * 1000),
            is_forgotten=clock.is_forgotten(now),
        )

    @property
    def last_finished(self) -> StudySession | None:
        """The latest of today that can be taken back."""
        done = [(row.ended_at, row) for row in self.own if is_reopenable(row, self.today)]
        timed = [(ended_at, row) for ended_at, row in done if ended_at is not None]
        return max(timed, key=lambda each: each[0])[1] if timed else None

    @property
    def finished(self) -> FinishedSession:
        row = self.last_finished
        return FinishedSession(str(row.id), row.percent, row.minutes) if row else FinishedSession()

    @property
    def noted(self) -> StudySession | None:
        """What notes are about: what is at hand today, what was just finished, what comes."""
        current = self.current
        is_at_hand = current is not None and (current.day <= self.today or current.status in BEGUN)
        return current if is_at_hand else self.last_finished or current

    @property
    def journal(self) -> Journal:
        row = self.noted
        return Journal(str(row.id), row.mood, row.notes) if row else Journal()

    @property
    def following(self) -> NextSession:
        """The next one of the plan that is about another topic."""
        others = [
            row
            for row in self.rows
            if row.topic_key != self.topic_key and row.status in OPEN and row.day >= self.today
        ]
        row = next(iter(others), None)
        if row is None:
            return NextSession()
        near = self.neighbours.get(row.topic_key or "")
        return NextSession(
            href=f"/lesson/{near.lesson_id}" if near else "/study",
            title=near.title if near else row.title,
            kind=row.kind,
            day=row.day.isoformat(),
            is_today=row.day == self.today,
            minutes=row.minutes,
            icon=near.icon if near else "calendar-check",
            color=near.color if near else "violet",
        )

    @property
    def studied_day(self) -> str:
        days = [row.done_day for row in self.own if row.status in FINISHED and row.done_day]
        return max(days).isoformat() if days else ""

    @property
    def review_day(self) -> str:
        reviews = (row for row in self.own if row.kind in REVIEWS and row.status == "planned")
        days = [row.day for row in reviews if row.day >= self.today]
        return min(days).isoformat() if days else ""

    @property
    def earlier_notes(self) -> tuple[EarlierNotes, ...]:
        """Of the topic's other sessions, the latest first."""
        noted = self.noted
        return tuple(
            EarlierNotes(row.day.isoformat(), row.notes)
            for row in reversed(self.own)
            if row.notes and row is not noted
        )

    def has_room(self, plan: StudyPlan) -> bool:
        """Whether today's minutes leave an extra session of this topic, and none waits already."""
        if self.today.weekday() in plan.rest_weekdays:
            return False
        if any(row.day == self.today and row.status in OPEN for row in self.own):
            return False
        return _minutes_free(plan, self.today, self.rows) >= SHORTEST_SESSION


def _minutes_free(plan: StudyPlan, day: date, rows: Sequence[StudySession]) -> int:
    planned = sum(row.minutes for row in rows if row.day == day and row.kind != "own")
    return plan.weekday_minutes[day.weekday()] - planned


def sessions_around(
    session: Session,
    plan: StudyPlan,
    topic_key: str,
    today: date,
    neighbours: Mapping[str, Neighbour],
) -> LessonSessions:
    """One query."""
    rows = session.exec(
        select(StudySession)
        .where(
            StudySession.plan_id == plan.id,
            or_(
                col(StudySession.topic_key) == topic_key,
                col(StudySession.day).between(today, today + AHEAD),
            ),
        )
        .order_by(col(StudySession.day), col(StudySession.position))
        .execution_options(populate_existing=True)
    ).all()
    return LessonSessions(topic_key, today, rows, neighbours)


def title_of_session(session: Session, row: StudySession, locale: str) -> str:
    """What it is about, in words of the content; empty for a practice test."""
    topic = session.get(Topic, row.topic_key) if row.topic_key else None
    return text_in(topic.title, locale) if topic else row.title
