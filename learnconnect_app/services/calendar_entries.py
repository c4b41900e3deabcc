"""What stands in a learner's calendars elsewhere, in their language and on their clock.

Of the study plan: what was studied lately, and what is ahead while the plan is active. Missed
sessions have no entry. Of the skill plan: days done lately and the open one, never a locked one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.calendar_entries import (
    ALARM_MINUTES,
    PAST,
    Entry,
    exam_uid,
    session_uid,
    task_uid,
    times_of,
    whole_day,
)
from learnconnect_app.domain.reminders import rule_of
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.locales import message
from learnconnect_app.models import (
    StudySession,
    Topic,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.calendar_entry_rows import (
    ENDED,
    PlanRow,
    SessionRow,
    TaskRow,
    plan_rows,
    session_rows,
    task_rows,
)
from learnconnect_app.services.reminder_settings import reminder_settings_of
from learnconnect_app.services.texts import text_in

FINISHED = 100_000
"""Sequence of a finished day of the skill plan: above the days that one can have been open."""


@dataclass(frozen=True, slots=True)
class Entries:
    """``changed_at``: the last moment at which something was planned; none without a plan."""

    entries: Sequence[Entry]
    changed_at: datetime | None


def calendar_entries(session: Session, *, user_id: UUID, public_url: str, now: datetime) -> Entries:
    """From ``PAST`` ago to the end of the plan, in seven queries. Writes nothing."""
    user = get_user(session, user_id)
    today = study_day(now, user.timezone)
    plans = plan_rows(session, user_id)
    active = next((row.plan.id for row in plans if row.plan.status == "active"), None)
    sessions = session_rows(session, user_id, active, today)
    tasks = task_rows(session, user_id, today)
    maker = _Maker(
        user,
        public_url.rstrip("/"),
        today,
        _titles(session, sessions, tasks, user.locale),
        ALARM_MINUTES if _is_alarm_on(session, user_id) else None,
    )
    entries = [*map(maker.session, sessions), *map(maker.task, tasks), *maker.exams(plans)]
    stamps = [row.changed_at for row in plans if row.changed_at]
    return Entries(sorted(entries, key=_order), max(stamps, default=None))


def _order(entry: Entry) -> tuple[str, str]:
    return entry.starts.isoformat(), entry.uid


@dataclass(frozen=True, slots=True)
class _Maker:
    user: User
    origin: str
    today: date
    titles: Mapping[str, str]
    """Of topics that reasons and days of the skill plan name."""
    alarm_minutes: int | None

    def session(self, row: SessionRow) -> Entry:
        each = row.session
        starts, ends = times_of(each.day, each.start_minute, each.minutes, self.user.timezone)
        is_done = each.status in ENDED
        is_timed = each.start_minute is not None
        return Entry(
            uid=session_uid(each.id),
            kind="session",
            source_id=each.id,
            title=self._marked(self._session_title(row), is_done),
            text=self._session_text(row),
            link=self._link(f"/lesson/{row.lesson_id}" if row.lesson_id else "/study"),
            starts=starts,
            ends=ends,
            zone=self.user.timezone,
            sequence=each.version - 1,
            alarm_minutes=self.alarm_minutes if is_timed and not is_done else None,
            is_done=is_done,
        )

    def task(self, row: TaskRow) -> Entry:
        """Without a time of day. One that is late stands on today, and nowhere in the past."""
        each = row.task
        due = each.due_day or self.today
        day = each.completed_day or max(due, self.today)
        starts, ends = whole_day(day)
        topics = (self.titles.get(key, "") for key in each.topics)
        title = " · ".join(filter(None, topics)) or self._in(row.track)
        opened = each.unlocked_at.date() if each.unlocked_at else day
        return Entry(
            uid=task_uid(each.id),
            kind="task",
            source_id=each.id,
            title=self._marked(title, each.status == "completed"),
            text=self._word("about", kind=self._in(row.track), minutes=each.minutes),
            link=self._link("/plan"),
            starts=starts,
            ends=ends,
            zone=self.user.timezone,
            sequence=FINISHED if each.status == "completed" else max(0, (day - opened).days),
            is_done=each.status == "completed",
        )

    def exams(self, plans: Sequence[PlanRow]) -> Iterator[Entry]:
        for row in plans:
            if row.plan.exam_day is None or row.plan.exam_day < self.today - PAST:
                continue
            starts, ends = whole_day(row.plan.exam_day)
            yield Entry(
                uid=exam_uid(row.plan.id),
                kind="exam",
                source_id=row.plan.id,
                title=self._word("exam", exam=self._in(row.exam)),
                text=self._word("exam_text"),
                link=self._link("/study"),
                starts=starts,
                ends=ends,
                zone=self.user.timezone,
                sequence=row.changes or 0,
            )

    def _session_title(self, row: SessionRow) -> str:
        each = row.session
        title = self._in(row.topic) or each.title
        if each.kind in ("review", "deepen"):
            title = f"{self._kind(each.kind)}: {title}"
        if each.parts > 1:
            title = f"{title} ({each.part}/{each.parts})"
        return title or self._kind(each.kind)

    def _session_text(self, row: SessionRow) -> str:
        each = row.session
        course = self._in(row.course)
        kind = f"{course} · {self._kind(each.kind)}" if course else self._kind(each.kind)
        about = self._word("about", kind=kind, minutes=each.minutes)
        return f"{about}\n{self._why(each)}".rstrip()

    def _why(self, each: StudySession) -> str:
        code = each.reason.get("why")
        if not code:
            return ""
        return message(
            self.user.locale,
            f"study.why.{code}",
            n=round(each.reason.get("number") or 0),
            topic=self.titles.get(each.reason.get("topic") or "", ""),
        )

    def _kind(self, kind: str) -> str:
        return message(self.user.locale, f"study.kind.{kind}")

    def _word(self, name: str, **values: object) -> str:
        return message(self.user.locale, f"entry.{name}", **values)

    def _in(self, text: Mapping[str, str] | None) -> str:
        return text_in(text, self.user.locale) if text else ""

    def _link(self, path: str) -> str:
        return self.origin + path

    def _marked(self, title: str, is_done: bool) -> str:
        return f"✓ {title}" if is_done else title


def _titles(
    session: Session, sessions: Sequence[SessionRow], tasks: Sequence[TaskRow], locale: str
) -> dict[str, str]:
    keys = {row.session.reason.get("topic") for row in sessions}
    keys |= {key for row in tasks for key in row.task.topics}
    found = session.exec(
        select(Topic.key, Topic.title).where(col(Topic.key).in_(keys - {None, ""}))
    )
    return {key: text_in(title, locale) for key, title in found}


def _is_alarm_on(session: Session, user_id: UUID) -> bool:
    """Calendars ring where the learner wants to be reminded of a session."""
    return reminder_settings_of(session, user_id).is_on(rule_of("session_soon"), "push")
