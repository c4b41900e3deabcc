"""Today's tasks and sessions with their summary sheets, and the week, for a device to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.domain.markup import block_html
from learnconnect_app.domain.offline_views import (
    OfflineResource,
    OfflineSession,
    OfflineTask,
    WeekDay,
    WeekItem,
)
from learnconnect_app.domain.resource_ranking import KINDS
from learnconnect_app.domain.study_days import week_of
from learnconnect_app.domain.xp import AMOUNT, XPType
from learnconnect_app.models import (
    Course,
    DailyTask,
    PersonalizedPlan,
    Resource,
    StudyPlan,
    StudySession,
    Topic,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.days import summary_html, title_of
from learnconnect_app.services.dropped_sessions import proof_of
from learnconnect_app.services.lesson_sessions import REVIEWS
from learnconnect_app.services.texts import text_in

TASK_KINDS = ("task", "extra", "correction")
SESSION_KINDS = ("new", "review", "deepen", "own")
"""A practice test is taken on the server."""
MOST_RESOURCES = 6


@dataclass(frozen=True)
class Sheets:
    """Rows of today and of this week, each of the learner's own and none of them locked."""

    user: User
    today: date
    tasks: Sequence[DailyTask]
    sessions: Sequence[tuple[StudySession, Course | None]]
    topics: Mapping[str, Topic]
    resources: Mapping[str, Sequence[Resource]]
    """By topic, in the author's order."""

    def of_tasks(self, items: Iterable[TodayItem]) -> dict[str, OfflineTask]:
        wanted = {item.id for item in items if item.kind in TASK_KINDS}
        return {str(task.id): self._task(task) for task in self.tasks if str(task.id) in wanted}

    def of_sessions(self, items: Iterable[TodayItem]) -> dict[str, OfflineSession]:
        wanted = {item.id for item in items if item.kind in SESSION_KINDS}
        rows = [each for each in self.sessions if str(each[0].id) in wanted]
        return {str(row.id): self._session(row, course) for row, course in rows}

    def week(self) -> tuple[WeekDay, ...]:
        """Seven days, Monday first: sessions, days done, and the open day where it is due."""
        found: defaultdict[date, list[WeekItem]] = defaultdict(list)
        for task in self.tasks:
            day = task.completed_day or max(task.due_day or self.today, self.today)
            title = title_of(task, self._titles, self.user.locale)
            found[day].append(WeekItem(title, "", "task", task.minutes, task.status))
        for row, course in self.sessions:
            found[row.day].append(self._week_item(row, course))
        days = week_of(self.today)
        return tuple(
            WeekDay(day.isoformat(), sum(i.minutes for i in found[day]), tuple(found[day]))
            for day in days
        )

    @property
    def _titles(self) -> dict[str, Any]:
        return {key: topic.title for key, topic in self.topics.items()}

    def _task(self, task: DailyTask) -> OfflineTask:
        topics = [self.topics[key] for key in task.topics if key in self.topics]
        rows = {str(r.id): r for key in task.topics for r in self.resources.get(key, ())}
        started = task.started_at
        return OfflineTask(
            title=title_of(task, self._titles, self.user.locale),
            minutes=task.minutes,
            status=task.status,
            started_at_ms=int(started.timestamp() * 1000) if started else 0,
            xp=AMOUNT[XPType.DAILY_TASK],
            summary_html=summary_html(topics, self.user.locale),
            resources=tuple(_resource(rows[each]) for each in task.resources if each in rows),
        )

    def _session(self, row: StudySession, course: Course | None) -> OfflineSession:
        topic = self.topics.get(row.topic_key or "")
        since = row.running_since
        return OfflineSession(
            title=self._title(row),
            course=text_in(course.title, self.user.locale) if course else "",
            kind=row.kind,
            minutes=row.minutes,
            status=row.status,
            percent=row.percent,
            notes=row.notes,
            mood=row.mood,
            is_review=row.kind in REVIEWS,
            spent_seconds=row.spent_seconds,
            running_since_ms=int(since.timestamp() * 1000) if since else 0,
            part=row.part,
            parts=row.parts,
            summary_html=block_html(text_in(topic.summary, self.user.locale)) if topic else "",
            resources=self._shown(row.topic_key or ""),
            proof=proof_of(row),
        )

    def _title(self, row: StudySession) -> str:
        topic = self.topics.get(row.topic_key or "")
        return text_in(topic.title, self.user.locale) if topic else row.title

    def _week_item(self, row: StudySession, course: Course | None) -> WeekItem:
        start = row.start_minute
        return WeekItem(
            title=self._title(row),
            detail=text_in(course.title, self.user.locale) if course else "",
            kind=row.kind,
            minutes=row.minutes,
            status=row.status,
            start="" if start is None else f"{start // 60 % 24:02}:{start % 60:02}",
        )

    def _shown(self, topic_key: str) -> tuple[OfflineResource, ...]:
        """The learner's language first, and of each kind what its author put first."""
        own = self.user.locale
        rows = sorted(
            self.resources.get(topic_key, ()),
            key=lambda row: (row.language != own, KINDS.index(row.kind), row.position),
        )
        return tuple(_resource(row) for row in rows[:MOST_RESOURCES])


def sheets_of(session: Session, user: User, today: date) -> Sheets:
    """Four queries."""
    week = week_of(today)
    tasks = _tasks(session, user.id, week)
    sessions = _sessions(session, user.id, week)
    keys = {key for task in tasks for key in task.topics}
    keys |= {row.topic_key for row, _ in sessions if row.topic_key}
    topics = session.exec(select(Topic).where(col(Topic.key).in_(keys)))
    resources: defaultdict[str, list[Resource]] = defaultdict(list)
    for row in session.exec(
        select(Resource)
        .where(col(Resource.topic_key).in_(keys), col(Resource.is_retired).is_(False))
        .order_by(col(Resource.topic_key), col(Resource.position))
    ):
        resources[row.topic_key].append(row)
    return Sheets(user, today, tasks, sessions, {t.key: t for t in topics}, resources)


def _tasks(session: Session, user_id: UUID, week: Sequence[date]) -> Sequence[DailyTask]:
    """The open day, and those done this week, of the active plan."""
    return session.exec(
        select(DailyTask)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .where(
            PersonalizedPlan.user_id == user_id,
            PersonalizedPlan.status == "active",
            or_(
                col(DailyTask.status) == "unlocked",
                and_(
                    col(DailyTask.status) == "completed",
                    col(DailyTask.completed_day).between(week[0], week[-1]),
                ),
            ),
        )
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    ).all()


def _sessions(
    session: Session, user_id: UUID, week: Sequence[date]
) -> Sequence[tuple[StudySession, Course | None]]:
    """Of this week, and what still runs since the day before it."""
    return session.exec(
        select(StudySession, Course)
        .join(StudyPlan, col(StudyPlan.id) == StudySession.plan_id)
        .outerjoin(Course, col(Course.key) == StudySession.course_key)
        .where(
            StudySession.user_id == user_id,
            StudyPlan.status == "active",
            or_(
                col(StudySession.day).between(week[0], week[-1]),
                col(StudySession.status) == "running",
            ),
        )
        .order_by(col(StudySession.day), col(StudySession.position), col(StudySession.id))
    ).all()


def _resource(row: Resource) -> OfflineResource:
    return OfflineResource(row.kind, row.title, row.url, row.language, row.minutes)
