"""The topics of `/progress`: by subject, weak first, and the one that would bring most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.lesson_standing import WORDS
from learnconnect_app.domain.progress import PlanStanding, TopicStanding, biggest_gain, percent
from learnconnect_app.domain.progress_figures import needed_velocity
from learnconnect_app.domain.progress_views import CourseRow, Move, Told, TopicRow
from learnconnect_app.domain.recommendations import CourseFacts
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.progress_standings import Standings, standings_of

LESSON = "/lesson/{id}"
DAYS_A_WEEK = 7
Values = dict[str, str | int | float]


def course_topics(
    session: Session, *, user_id: UUID, course: str, now: datetime
) -> tuple[TopicRow, ...]:
    """The topics of a course that may be named, weak first. ``NotFound`` for no course of theirs.

    At most five queries.
    """
    standings = standings_of(session, user_id=user_id, now=now)
    if course not in standings.courses:
        raise NotFound
    topics = [topic for topic in _named(standings) if topic.course == course]
    return tuple(topic_row(topic) for topic in sorted(topics, key=lambda topic: topic.known))


def topics_with_courses(standings: Standings) -> list[tuple[CourseFacts, TopicStanding]]:
    """All that may be named, in the order of the curricula."""
    return [(standings.courses[topic.course], topic) for topic in _named(standings)]


def move_of(standings: Standings) -> Move:
    """By the exam first: there it is known what a topic brings."""
    gain = biggest_gain(standings.exam.topics) if standings.exam else None
    if gain:
        values: Values = {
            "topic": gain.title,
            "course": standings.courses[gain.course].title,
            "points": round(gain.weight * (1 - gain.known), 1),
            "percent": percent(gain.known),
        }
        code = "exam" if gain.weight else "skill"
        return Move(Told(code, values), _href(gain))
    weak = biggest_gain(standings.skill.topics) if standings.skill else None
    if weak:
        values = {"topic": weak.title, "percent": percent(weak.known)}
        return Move(Told("skill", values), _href(weak))
    if standings.active_days:
        is_open = any(day.status == "unlocked" for day in standings.active_days)
        return Move(Told("next_day" if is_open else "test"), "/plan")
    return Move(Told("calendar"), "/study") if standings.exam else Move(Told("none"), "/home")


def needed_of(standings: Standings) -> float | None:
    """Topics a week: what the exam plan has left, and a day of the skill plan each study day."""
    exam = skill = None
    plan = standings.studies.active
    if plan and plan.plan.exam_day:
        facts = standings.facts.topics.values()
        left = sum(topic.is_planned and not topic.is_learned for topic in facts)
        exam = needed_velocity(left, (plan.plan.exam_day - standings.today).days)
    if any(day.status != "completed" for day in standings.active_days):
        skill = float(DAYS_A_WEEK - len(standings.user.rest_weekdays)) or None
    return (exam or 0) + (skill or 0) or None


def _named(standings: Standings) -> list[TopicStanding]:
    return [topic for plan in standings.plans for topic in plan.topics if topic.lesson_id]


def course_rows(standings: Standings) -> Iterable[CourseRow]:
    """Weak first within each plan; those that weigh nothing come last."""
    for plan in standings.plans:
        by_course: dict[str, list[TopicStanding]] = {}
        for topic in plan.topics:
            by_course.setdefault(topic.course, []).append(topic)
        rows = [_course_row(standings.courses[key], by_course[key]) for key in by_course]
        yield from sorted(rows, key=lambda row: row.percent)


def _course_row(course: CourseFacts, topics: Sequence[TopicStanding]) -> CourseRow:
    standing = PlanStanding("", topics)
    return CourseRow(
        key=course.key,
        title=course.title,
        icon=course.icon,
        color=color_at(course.position),
        percent=percent(standing.known),
        mastered=standing.mastered,
        topics=len(topics),
        share=round(sum(topic.weight for topic in topics)),
    )


def topic_row(topic: TopicStanding) -> TopicRow:
    """As it stands now, in a word too."""
    word = next((word for limit, word in WORDS if topic.known < limit), "strong")
    return TopicRow(
        topic.key, topic.title, percent(topic.known), word, _href(topic), topic.mistakes
    )


def _href(topic: TopicStanding) -> str:
    return LESSON.format(id=topic.lesson_id)
