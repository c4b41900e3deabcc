"""The plan as a timeline.

What is locked leaves the server as a number, a status and a kind (an extra day is drawn as a side
loop): rows of locked days are read, but none of their texts is put into a view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.diagnoses import suggests_other_role
from learnconnect_app.domain.views import (
    DayView,
    DiagnosisView,
    TimelineView,
    WeekView,
)
from learnconnect_app.models import Attempt, DailyTask, PersonalizedPlan, WeeklyPlan
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.careers import career_of, deciding
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.days import task_view, title_of
from learnconnect_app.services.diagnoses import latest_diagnoses
from learnconnect_app.services.gates import attempts_of, final_gate, retest_gate, week_gate
from learnconnect_app.services.plan_reasons import skipped_blocks
from learnconnect_app.services.scores import Titles
from learnconnect_app.services.summaries import SummarisedPlan, summarised_plans
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.todays import CourseTopics, courses_of, days_of

__all__ = ["task_view", "timeline_view"]

CORRECTION_ICON = "rotate-ccw"


@dataclass(frozen=True, slots=True)
class _Path:
    """Everything about a plan, to be shown in a language."""

    plan: PersonalizedPlan
    days: Mapping[UUID, Sequence[DailyTask]]
    weeks: Sequence[WeeklyPlan]
    courses: Mapping[str, CourseTopics]
    titles: Titles
    attempts: Sequence[Attempt]
    diagnoses: Mapping[UUID, DiagnosisView]
    locale: str

    @property
    def current_week(self) -> WeeklyPlan | None:
        return next((w for w in self.weeks if w.status in ("in_progress", "test_ready")), None)


def timeline_view(session: Session, *, user_id: UUID, now: datetime) -> TimelineView:
    """The active plan, or else the latest that rests or is done. At most twelve queries."""
    locale = get_user(session, user_id).locale
    plans = summarised_plans(session, user_id, locale)
    shown = _shown(plans)
    if shown is None:
        return TimelineView()
    path = _path(session, shown.plan, locale)
    decided = deciding(path.attempts)
    return TimelineView(
        plan=shown.summary,
        weeks=tuple(_week_view(path, week) for week in path.weeks),
        skipped=skipped_blocks(shown.plan, path.courses, locale),
        final=final_gate(shown.plan, path.attempts),
        retest=retest_gate(shown.plan, path.attempts),
        career=career_of(session, decided, locale, now) if decided else None,
        others=tuple(
            each.summary
            for each in plans
            if each.plan.status == "paused" and each.plan.id != shown.plan.id
        ),
    )


def _shown(plans: Sequence[SummarisedPlan]) -> SummarisedPlan | None:
    active = (each for each in plans if each.plan.status == "active")
    return next(active, plans[0] if plans else None)


def _path(session: Session, plan: PersonalizedPlan, locale: str) -> _Path:
    days: dict[UUID, list[DailyTask]] = defaultdict(list)
    weeks: dict[UUID, WeeklyPlan] = {}
    for week, task in days_of(session, plan.id):
        weeks[week.id] = week
        days[week.id].append(task)
    courses = {each.course.key: each for each in courses_of(session, plan.curriculum_key)}
    titles = {key: title for each in courses.values() for key, title in each.topics.items()}
    return _Path(
        plan=plan,
        days=days,
        weeks=list(weeks.values()),
        courses=courses,
        titles=titles,
        attempts=attempts_of(session, plan.id),
        diagnoses=latest_diagnoses(session, plan.id, titles, locale),
        locale=locale,
    )


def _week_view(path: _Path, week: WeeklyPlan) -> WeekView:
    """A week; of a locked one nothing but its number, its status and its locks."""
    course = path.courses.get(week.course_key or "")
    is_passed = week.status == "passed"
    view = WeekView(
        number=week.week_number,
        kind=week.kind,
        title="",
        description="",
        icon="",
        color=color_at(course.course.position if course else None),
        status=week.status,
        days=tuple(_day_view(path, task) for task in path.days[week.id]),
        gate=week_gate(week, path.attempts),
        diagnosis=None if is_passed else path.diagnoses.get(week.id),
        is_role_switch_suggested=not is_passed and suggests_other_role(week.failed_attempts),
        is_current=week is path.current_week,
    )
    return view if week.status == "locked" else _with_texts(view, course, path.locale)


def _with_texts(view: WeekView, course: CourseTopics | None, locale: str) -> WeekView:
    if course is None:
        return replace(view, icon=CORRECTION_ICON)
    return replace(
        view,
        title=text_in(course.course.title, locale),
        description=text_in(course.course.description, locale),
        icon=course.course.icon,
    )


def _day_view(path: _Path, task: DailyTask) -> DayView:
    if task.status == "locked":
        return DayView(number=task.day_number, status=task.status, kind=task.kind)
    return DayView(
        number=task.day_number,
        status=task.status,
        kind=task.kind,
        task_id=str(task.id),
        title=title_of(task, path.titles, path.locale),
        minutes=task.minutes,
        due_day=task.due_day.isoformat() if task.due_day else "",
        completed_day=task.completed_day.isoformat() if task.completed_day else "",
    )
