"""What a learner may do today: the days done today, the open day, the test that is ready.

Of a day that is locked nothing is here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ScalarSelect
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from learnconnect_app.domain.attempts import ITEM_COUNT, AttemptKind, time_limit_seconds
from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.domain.views import PlanSummary
from learnconnect_app.models import Attempt, Course, DailyTask, Item, Lesson, Topic, WeeklyPlan
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.texts import text_in

PLAN_HREF = "/plan"


@dataclass(frozen=True, slots=True)
class CourseTopics:
    """A course of a curriculum with the titles of its topics, in order."""

    course: Course
    topics: dict[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Track:
    """A whole curriculum."""

    courses: Sequence[CourseTopics]
    item_seconds: int
    """What an item takes on average, to say how long a test will be."""

    @property
    def topic_keys(self) -> list[str]:
        return [key for each in self.courses for key in each.topics]


def track_of(session: Session, curriculum_key: str) -> Track:
    """In one query."""
    mean = _mean_item_seconds(curriculum_key)
    rows = session.exec(
        select(Course, Topic.key, Topic.title, mean)
        .join(Lesson, col(Lesson.course_key) == Course.key)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .where(Course.curriculum_key == curriculum_key)
        .order_by(col(Course.position), col(Lesson.position))
    )
    found: dict[str, CourseTopics] = {}
    seconds = 0
    for course, key, title, mean_seconds in rows:
        found.setdefault(course.key, CourseTopics(course, {})).topics[key] = title
        seconds = round(mean_seconds or 0)
    return Track(list(found.values()), seconds)


def courses_of(session: Session, curriculum_key: str) -> Sequence[CourseTopics]:
    return track_of(session, curriculum_key).courses


def days_of(session: Session, plan_id: UUID) -> list[tuple[WeeklyPlan, DailyTask]]:
    """The days of a plan in the order they are opened, in one query."""
    rows = session.exec(
        select(WeeklyPlan, DailyTask)
        .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
        .where(WeeklyPlan.plan_id == plan_id)
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    )
    return list(rows)


def _mean_item_seconds(curriculum_key: str) -> ScalarSelect[float | None]:
    taught = (
        select(Lesson.topic_key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum_key)
    )
    is_asked = col(Item.topic_key).in_(taught), col(Item.is_retired).is_(False)
    return sql_select(func.avg(Item.seconds)).where(*is_asked).scalar_subquery()


@dataclass(frozen=True, slots=True)
class Today:
    """The active plan on a study day, in the learner's language."""

    plan: PlanSummary
    days: Sequence[tuple[WeeklyPlan, DailyTask]]
    track: Track
    running: Sequence[Attempt]
    day: date
    locale: str

    @property
    def is_ahead(self) -> bool:
        """Whether something was done today already and the open day is due later."""
        tasks = [task for _, task in self.days]
        open_until = [task.due_day for task in tasks if task.status == "unlocked" and task.due_day]
        has_done = any(task.completed_day == self.day for task in tasks)
        return has_done and any(due > self.day for due in open_until)

    def items(self) -> tuple[TodayItem, ...]:
        shown = (task for _, task in self.days if self._is_shown(task))
        return (*map(self._task_item, shown), *self._tests())

    def _is_shown(self, task: DailyTask) -> bool:
        return task.status == "unlocked" or task.completed_day == self.day

    def _task_item(self, task: DailyTask) -> TodayItem:
        course = next((c.course for c in self.track.courses if task.topics[0] in c.topics), None)
        return TodayItem(
            id=str(task.id),
            kind="task" if task.kind == "topic" else task.kind,
            title=" · ".join(self._topic_title(key) for key in task.topics),
            detail=self._title(course),
            minutes=task.minutes,
            icon=course.icon if course else self.plan.icon,
            color=color_at(course.position if course else None),
            is_done=task.status == "completed",
            is_startable=task.status == "unlocked",
            href=PLAN_HREF,
            is_ahead=self.is_ahead and task.status == "unlocked",
        )

    def _tests(self) -> Iterator[TodayItem]:
        """The test of the week, or the one after all weeks, when it can be taken now."""
        for week in {week.id: week for week, _ in self.days}.values():
            if week.status == "test_ready":
                yield self._test_item(AttemptKind.WEEKLY, str(week.id), week.course_key)
        if self.plan.phase in (AttemptKind.FINAL, AttemptKind.RETEST):
            yield self._test_item(AttemptKind(self.plan.phase), self.plan.id, None)

    def _test_item(self, kind: AttemptKind, about: str, course_key: str | None) -> TodayItem:
        attempt = self._running(kind)
        course = next((c.course for c in self.track.courses if c.course.key == course_key), None)
        expected = [self.track.item_seconds] * ITEM_COUNT[kind]
        return TodayItem(
            id=str(attempt.id) if attempt else about,
            kind=kind,
            title=self._title(course),
            detail="",
            minutes=_minutes_of(attempt) if attempt else time_limit_seconds(expected) // 60,
            icon=course.icon if course else self.plan.icon,
            color=color_at(course.position if course else None),
            is_done=False,
            is_startable=True,
            href=_href_of(attempt) if attempt else PLAN_HREF,
        )

    def _running(self, kind: AttemptKind) -> Attempt | None:
        mine = (a for a in self.running if a.kind == kind and str(a.plan_id) == self.plan.id)
        return next(mine, None)

    def _topic_title(self, key: str) -> str:
        titles = (c.topics[key] for c in self.track.courses if key in c.topics)
        return text_in(next(titles, key), self.locale)

    def _title(self, course: Course | None) -> str:
        return text_in(course.title, self.locale) if course else self.plan.title


def initial_item(attempt: Attempt, title: str, icon: str) -> TodayItem:
    """An initial assessment that was begun: its plan comes after it."""
    return TodayItem(
        id=str(attempt.id),
        kind=AttemptKind.INITIAL,
        title=title,
        detail="",
        minutes=_minutes_of(attempt),
        icon=icon,
        color=color_at(None),
        is_done=False,
        is_startable=True,
        href=_href_of(attempt),
    )


def _href_of(attempt: Attempt) -> str:
    return f"/test/{attempt.id}"


def _minutes_of(attempt: Attempt) -> int:
    """The time allowed for a test."""
    return round((attempt.deadline_at - attempt.started_at).total_seconds() / 60)
