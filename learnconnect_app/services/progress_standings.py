"""Where a learner stands in the topics of their plans, exam and skill plan alike.

Of a skill plan only what is unlocked has an address; of a locked topic nothing but its share in
the mean of its course is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from learnconnect_app.domain.lesson_standing import known_now
from learnconnect_app.domain.progress import PlanStanding, TopicStanding
from learnconnect_app.domain.recommendations import CourseFacts, Facts, TopicFacts
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Course,
    Curriculum,
    DailyTask,
    Lesson,
    PersonalizedPlan,
    Topic,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.study_todays import Studies, learner_with_studies
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.topic_facts import PlannedExam, facts_of


class SkillDay(NamedTuple):
    """A day of a skill plan."""

    plan_id: UUID
    plan_status: str
    created_at: datetime
    curriculum_key: str
    curriculum_title: Mapping[str, str]
    course: str | None
    topics: Sequence[str]
    kind: str
    status: str
    minutes: int
    done: date | None
    started_at: datetime | None
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standings:
    user: User
    today: date
    studies: Studies
    planned: PlannedExam | None
    """The exam that is planned for."""
    facts: Facts
    exam: PlanStanding | None
    skill: PlanStanding | None
    days: Sequence[SkillDay]
    """Of all skill plans there ever were."""
    skill_plan: UUID | None
    courses: Mapping[str, CourseFacts]
    """Of both plans, in the order of their curricula."""

    @property
    def plans(self) -> list[PlanStanding]:
        return [plan for plan in (self.exam, self.skill) if plan]

    @property
    def active_days(self) -> list[SkillDay]:
        """Of the skill plan that is followed now."""
        return [
            day
            for day in self.days
            if day.plan_id == self.skill_plan and day.plan_status == "active"
        ]


def standings_of(session: Session, *, user_id: UUID, now: datetime) -> Standings:
    """At most five queries; nothing is written."""
    user, studies = learner_with_studies(session, user_id, now)
    today = study_day(now, user.timezone)
    planned = studies.current or studies.paused
    facts = facts_of(session, user, planned, None, today)
    days = _skill_days(session, user_id)
    current = _current(days)
    topics = _skill_topics(session, user, current, days, now) if current else []
    return Standings(
        user=user,
        today=today,
        studies=studies,
        planned=planned,
        facts=facts,
        exam=_exam(planned, facts, user.locale),
        skill=_skill(current, topics, user.locale),
        days=days,
        skill_plan=current.plan_id if current else None,
        courses={each.course.key: each.course for each in facts.topics.values()}
        | {course.key: course for course, _ in topics},
    )


def _exam(planned: PlannedExam | None, facts: Facts, locale: str) -> PlanStanding | None:
    if planned is None or not facts.topics:
        return None
    weighs = any(topic.weight for topic in facts.topics.values())
    counted = [topic for topic in facts.topics.values() if topic.weight or not weighs]
    return PlanStanding(
        text_in(planned.curriculum.title, locale), [_of_exam(topic) for topic in counted]
    )


def _of_exam(topic: TopicFacts) -> TopicStanding:
    return TopicStanding(
        key=topic.key,
        course=topic.course.key,
        title=topic.title,
        known=known_now(topic.mastery, topic.recall),
        weight=topic.weight,
        requires=topic.requires,
        lesson_id=topic.lesson_id,
        mistakes=topic.mistakes,
        is_begun=topic.is_learned,
    )


def _current(days: Sequence[SkillDay]) -> SkillDay | None:
    """A day of the active plan, else of the newest."""
    return max(days, key=lambda day: (day.plan_status == "active", day.created_at), default=None)


def _skill(
    current: SkillDay | None, topics: Sequence[tuple[CourseFacts, TopicStanding]], locale: str
) -> PlanStanding | None:
    if current is None:
        return None
    return PlanStanding(text_in(current.curriculum_title, locale), [topic for _, topic in topics])


def _skill_topics(
    session: Session, user: User, current: SkillDay, days: Sequence[SkillDay], now: datetime
) -> list[tuple[CourseFacts, TopicStanding]]:
    mine = [day for day in days if day.curriculum_key == current.curriculum_key]
    opened = {key for day in mine if day.status != "locked" for key in day.topics}
    done = {key for day in mine if day.status == "completed" for key in day.topics}
    rows = session.execute(
        sql_select(Course, Lesson, Topic.key, Topic.title, Topic.requires)  # type: ignore[call-overload]
        .join(Lesson, col(Lesson.course_key) == Course.key)
        .join(Topic, col(Topic.key) == Lesson.topic_key)
        .where(col(Course.curriculum_key) == current.curriculum_key)
        .order_by(col(Course.position), col(Lesson.position))
    ).all()
    keys = [row.key for row in rows]
    mastery = mastery_by_topic(session, user_id=user.id, topic_keys=keys, now=now)
    return [
        (
            CourseFacts(
                row.Course.key,
                text_in(row.Course.title, user.locale),
                row.Course.icon,
                row.Course.position,
            ),
            TopicStanding(
                key=row.key,
                course=row.Course.key,
                title=text_in(row.title, user.locale) if row.key in opened else "",
                known=mastery[row.key],
                requires=row.requires,
                lesson_id=str(row.Lesson.id) if row.key in opened else "",
                is_begun=row.key in done,
            ),
        )
        for row in rows
    ]


def _skill_days(session: Session, user_id: UUID) -> list[SkillDay]:
    columns: tuple[Any, ...] = (
        PersonalizedPlan.id,
        PersonalizedPlan.status,
        PersonalizedPlan.created_at,
        PersonalizedPlan.curriculum_key,
        Curriculum.title,
        WeeklyPlan.course_key,
        DailyTask.topics,
        DailyTask.kind,
        DailyTask.status,
        DailyTask.minutes,
        DailyTask.completed_day,
        DailyTask.started_at,
        DailyTask.completed_at,
    )
    rows = session.execute(
        sql_select(*columns)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .join(PersonalizedPlan, col(PersonalizedPlan.id) == WeeklyPlan.plan_id)
        .join(Curriculum, col(Curriculum.key) == PersonalizedPlan.curriculum_key)
        .where(col(PersonalizedPlan.user_id) == user_id)
        .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
    )
    return [SkillDay(*row) for row in rows]
