"""Reads a learner's settings and latest weeks: what suggestions of a report follow from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.best_hours import best_hours
from learnconnect_app.domain.report_figures import Figures
from learnconnect_app.domain.report_suggestions import WEEKS_SEEN, Standing
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.models import ReminderSetting, StudyPlan, User
from learnconnect_app.services.report_records import WEEK, Records, Span
from learnconnect_app.services.work_hours import minutes_by_hour_of


@dataclass(frozen=True, slots=True)
class Settings:
    """What suggestions change: the active study plan, if there is one, and the learner's own."""

    user: User
    plan: StudyPlan | None
    reminder_hours: list[int]

    @property
    def standing(self) -> Standing:
        """Without the latest weeks."""
        if self.plan is None:
            return Standing(
                rest_weekdays=self.user.rest_weekdays, reminder_hours=self.reminder_hours
            )
        return Standing(
            has_study_plan=True,
            weekday_minutes=self.plan.weekday_minutes,
            rest_weekdays=self.plan.rest_weekdays,
            preferred_hours=self.plan.preferred_hours,
            focus_courses=self.plan.focus_courses,
            reminder_hours=self.reminder_hours,
        )


def settings_of(session: Session, user_id: UUID) -> Settings:
    """One query."""
    user, plan, chosen = session.exec(
        select(User, StudyPlan, ReminderSetting)
        .outerjoin(
            StudyPlan, (col(StudyPlan.user_id) == User.id) & (col(StudyPlan.status) == "active")
        )
        .outerjoin(ReminderSetting, col(ReminderSetting.user_id) == User.id)
        .where(User.id == user_id)
    ).one()
    return Settings(user, plan, list(chosen.hours) if chosen else [])


def standing_of(session: Session, records: Records, figures: Figures, now: datetime) -> Standing:
    """As of the end of the week of these figures. Two queries."""
    last = figures.last
    seen = Span(last - WEEKS_SEEN * WEEK + ONE_DAY, last)
    days = records.days(seen)
    hours = minutes_by_hour_of(session, records.user, now)
    return replace(
        settings_of(session, records.user.id).standing,
        days=days,
        best_hours=best_hours(hours),
        minutes_by_hour=hours,
        sessions_seen=sum(day.sessions for day in days),
        subjects=figures.subjects,
    )
