"""Why a plan has its weeks: what the assessment found of each block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.attempts import Result
from learnconnect_app.domain.views import SkippedBlockView, WeekReason
from learnconnect_app.models import DailyTask, PersonalizedPlan, WeeklyPlan
from learnconnect_app.services.scores import Titles, whole_percent
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.todays import CourseTopics, days_of

NOT_ASKED = -1
Courses = Mapping[str, CourseTopics]


def week_reasons(
    session: Session, plan_id: UUID, result: Result, courses: Courses, titles: Titles, locale: str
) -> tuple[WeekReason, ...]:
    """The weeks an assessment led to. Of their days only a first one that is open is named."""
    days: dict[UUID, list[DailyTask]] = defaultdict(list)
    weeks: dict[UUID, WeeklyPlan] = {}
    for week, task in days_of(session, plan_id):
        if week.kind == "skill" and task.kind == "topic":
            weeks[week.id] = week
            days[week.id].append(task)
    accuracy = {each.course: whole_percent(each.correct, each.total) for each in result.courses}
    return tuple(
        WeekReason(
            number=week.week_number,
            title=course_title(courses, week.course_key, locale),
            icon=course_icon(courses, week.course_key),
            days=len(days[week.id]),
            accuracy=accuracy.get(week.course_key or "", NOT_ASKED),
            topics=_open_topics(days[week.id][0], titles, locale),
        )
        for week in weeks.values()
    )


def skipped_blocks(
    plan: PersonalizedPlan, courses: Courses, locale: str
) -> tuple[SkippedBlockView, ...]:
    return tuple(
        SkippedBlockView(
            title=course_title(courses, block["course"], locale),
            accuracy=int(100 * block["accuracy"]),
            item_count=block["items"],
        )
        for block in plan.skipped_blocks
    )


def course_title(courses: Courses, key: str | None, locale: str) -> str:
    found = courses.get(key or "")
    return text_in(found.course.title, locale) if found else ""


def course_icon(courses: Courses, key: str | None) -> str:
    found = courses.get(key or "")
    return found.course.icon if found else ""


def _open_topics(task: DailyTask, titles: Titles, locale: str) -> tuple[str, ...]:
    if task.status == "locked":
        return ()
    return tuple(text_in(titles.get(key, key), locale) for key in task.topics)
