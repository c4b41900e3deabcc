"""What the study plan asks of today: its sessions, how far it is from the goal and the exam."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import exists, true
from sqlalchemy import select as sql_select
from sqlmodel import Session, and_, col, or_, select

from learnconnect_app.domain.daily_goals import DaySession, minutes_left
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.hints import INSTALL
from learnconnect_app.domain.home_views import NO_TIME, StudyPlanCard, TodayItem
from learnconnect_app.domain.lesson_standing import known_now
from learnconnect_app.domain.recommendations import Facts, TopicFacts
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.domain.views import BlockBar
from learnconnect_app.domain.wellbeing import FELT_DAYS
from learnconnect_app.models import (
    Challenge,
    Course,
    Curriculum,
    Dismissal,
    LearnerGoal,
    Lesson,
    StudyPlan,
    StudySession,
    Topic,
    User,
    WeeklyReport,
)
from learnconnect_app.services.challenges import Current, count_of_challenge
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.learner_goals import (
    NO_AIMS,
    Aims,
    aims_from,
    minutes_of_a_task,
)
from learnconnect_app.services.moods import felt_last
from learnconnect_app.services.session_rows import clock_of
from learnconnect_app.services.starts import count_of_steps_left
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.topic_facts import PlannedExam

STUDY_HREF = "/study"
UNFINISHED = ("active", "paused", "draft")
REMEMBERED_DAYS = 7
"""For so long after its exam a plan is spoken of."""
ENDED = ("done", "partly")
OPEN = ("planned", "running", "paused")
MOST_COURSES = 6


@dataclass(frozen=True, slots=True)
class Studies:
    """The study plans of a learner: those that are not over, and one whose exam just was."""

    active: PlannedExam | None = None
    completed: PlannedExam | None = None
    paused: PlannedExam | None = None
    draft: PlannedExam | None = None
    has_new_report: bool = False
    """Whether the latest weekly report waits to be read."""
    aims: Aims = NO_AIMS
    challenges: tuple[Current, ...] = ()
    """Of this week and the one before."""
    felt: tuple[date, str] | None = None
    """The mood that was said last, and its study day."""
    is_install_put_away: bool = False
    """Whether the hint that the app can be installed is not wanted any more."""
    start_left: int = 0
    """Steps of the guided start that wait."""

    def mood(self, today: date) -> str:
        """The one that speaks for today; empty when none was said lately."""
        day, mood = self.felt or (date.min, "")
        return mood if day > today - FELT_DAYS * ONE_DAY else ""

    def is_behind(self, today: date) -> bool:
        """Whether days of the active plan have passed that nobody has settled yet, or it is to
        be made again."""
        plan = self.active.plan if self.active else None
        return bool(plan and (plan.planned_day is None or (plan.settled_day or today) < today))

    @property
    def current(self) -> PlannedExam | None:
        return self.active or self.completed

    def days_to_exam(self, today: date) -> int | None:
        """0 on its day, below 0 in the days after it."""
        plan = self.current.plan if self.current else None
        return (plan.exam_day - today).days if plan and plan.exam_day else None


def learner_with_studies(session: Session, user_id: UUID, now: datetime) -> tuple[User, Studies]:
    """In one query. ``NotFound`` for no learner."""
    last_week = now.date() - REMEMBERED_DAYS * ONE_DAY
    is_recent = and_(
        col(StudyPlan.status) == "completed",
        col(StudyPlan.exam_day) >= last_week,
        col(StudyPlan.exam_day) <= now.date() + ONE_DAY,
    )
    is_spoken_of = and_(
        col(StudyPlan.user_id) == User.id,
        or_(col(StudyPlan.status).in_(UNFINISHED), is_recent),
    )
    has_new_report = exists().where(
        col(WeeklyReport.user_id) == User.id,
        col(WeeklyReport.opened_at).is_(None),
        col(WeeklyReport.week) >= last_week - REMEMBERED_DAYS * ONE_DAY,
    )
    is_put_away = exists().where(col(Dismissal.user_id) == User.id, col(Dismissal.key) == INSTALL)
    is_lately = and_(col(Challenge.user_id) == User.id, col(Challenge.week) >= last_week)
    felt = felt_last(user_id, now.date() - (FELT_DAYS + 1) * ONE_DAY)
    columns: tuple[Any, ...] = (User, StudyPlan, Curriculum, has_new_report, is_put_away)
    moods: tuple[Any, ...] = (felt.c.day, felt.c.mood)
    aims: tuple[Any, ...] = (LearnerGoal, minutes_of_a_task(), Challenge, count_of_challenge())
    rows = session.execute(
        sql_select(*columns, *aims, *moods, count_of_steps_left())
        .outerjoin(StudyPlan, is_spoken_of)
        .outerjoin(Curriculum, col(Curriculum.key) == StudyPlan.curriculum_key)
        .outerjoin(LearnerGoal, col(LearnerGoal.user_id) == User.id)
        .outerjoin(Challenge, is_lately)
        .outerjoin(felt, true())
        .where(col(User.id) == user_id)
        .order_by(col(StudyPlan.created_at))
    ).all()
    if not rows:
        raise NotFound
    plans = {plan.status: PlannedExam(plan, exam) for _, plan, exam, *_ in rows if plan and exam}
    user, _, _, has_report, is_away, goal, task_minutes, _, _, felt_on, mood, left = rows[0]
    active = plans["active"].plan if "active" in plans else None
    return user, Studies(
        **plans,
        has_new_report=bool(has_report),
        felt=(felt_on, mood) if mood else None,
        is_install_put_away=bool(is_away),
        start_left=left,
        aims=aims_from(user, goal, active, task_minutes),
        challenges=tuple(Current(row[7], row[8]) for row in rows if row[7]),
    )


def card_of(planned: PlannedExam | None, today: date, locale: str) -> StudyPlanCard | None:
    if planned is None:
        return None
    plan, exam = planned.plan, planned.curriculum
    return StudyPlanCard(
        id=str(plan.id),
        status=plan.status,
        title=text_in(exam.title, locale),
        icon=exam.icon,
        exam_day=plan.exam_day.isoformat() if plan.exam_day else "",
        days_left=(plan.exam_day - today).days if plan.exam_day else 0,
    )


class Placed(NamedTuple):
    """A session with what it is about."""

    row: StudySession
    course: Course | None
    topic: Topic | None
    lesson_id: UUID | None


def sessions_of(session: Session, plan: StudyPlan, day: date) -> list[Placed]:
    """Of a study day, and what still runs since the day before. One query."""
    is_running = and_(
        col(StudySession.day) == day - ONE_DAY, col(StudySession.status).in_(("running", "paused"))
    )
    is_lesson = and_(
        col(Lesson.topic_key) == StudySession.topic_key,
        col(Lesson.course_key) == StudySession.course_key,
    )
    rows = session.exec(
        select(StudySession, Course, Topic, col(Lesson.id))
        .outerjoin(Course, col(Course.key) == StudySession.course_key)
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .outerjoin(Lesson, is_lesson)
        .where(
            StudySession.plan_id == plan.id,
            (col(StudySession.day) == day) | is_running,
            col(StudySession.status).in_((*OPEN, *ENDED)),
        )
        .order_by(col(StudySession.day), col(StudySession.position))
    )
    return [Placed(*row) for row in rows]


def session_items(
    placed: Iterable[Placed], exam: Curriculum, locale: str, now: datetime
) -> list[TodayItem]:
    return [_item(each, exam, locale, now) for each in placed]


def minutes_to_goal(placed: Sequence[Placed], day: date) -> int:
    """Of what the plan asks of the day; the learner's own entries are not part of it."""
    rows = [each.row for each in placed if each.row.day == day and each.row.kind != "own"]
    return minutes_left([DaySession(row.minutes, row.status, row.percent) for row in rows])


def _item(placed: Placed, exam: Curriculum, locale: str, now: datetime) -> TodayItem:
    row, course = placed.row, placed.course
    start = row.start_minute
    return TodayItem(
        id=str(row.id),
        kind=row.kind,
        title=text_in(placed.topic.title, locale) if placed.topic else row.title,
        detail=text_in((course or exam).title, locale),
        minutes=row.minutes,
        icon=course.icon if course else exam.icon,
        color=color_at(course.position if course else None),
        is_done=row.status in ENDED,
        is_startable=row.status in OPEN,
        href=f"/lesson/{placed.lesson_id}" if placed.lesson_id else STUDY_HREF,
        status=row.status,
        percent=row.percent,
        start_minute=NO_TIME if start is None else start,
        start="" if start is None else f"{start // 60 % 24:02}:{start % 60:02}",
        part=row.part,
        parts=row.parts,
        seconds=clock_of(row).seconds(now),
    )


def course_bars(facts: Facts) -> tuple[BlockBar, ...]:
    """What is known now of the courses that count most in the score, by the weight of topics."""
    by_course: dict[str, list[TopicFacts]] = {}
    for topic in facts.topics.values():
        if topic.weight:
            by_course.setdefault(topic.course.key, []).append(topic)
    heaviest = sorted(by_course.values(), key=lambda topics: -sum(t.weight for t in topics))
    return tuple(_bar(topics) for topics in heaviest[:MOST_COURSES])


def _bar(topics: Sequence[TopicFacts]) -> BlockBar:
    course, weight = topics[0].course, sum(topic.weight for topic in topics)
    known = sum(topic.weight * known_now(topic.mastery, topic.recall) for topic in topics) / weight
    return BlockBar(course.title, course.icon, color_at(course.position), round(100 * known))
