"""An operation at work: whose it is, when it was done, and which rules of conflicts it has met."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, select

from learnconnect_app.domain.offline_rules import TOLERATED
from learnconnect_app.domain.streaks import DayKind
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import DailyActivity, PersonalizedPlan, StudyPlan, User

Values = dict[str, Any]


@dataclass
class Work:
    """The learner is locked."""

    session: Session
    user: User
    at: datetime
    """When it was done, corrected."""
    now: datetime
    rules: set[str] = field(default_factory=set)
    said: Values = field(default_factory=dict)
    """Values that sentences name."""

    @property
    def day(self) -> date:
        return study_day(self.at, self.user.timezone)

    @property
    def today(self) -> date:
        return study_day(self.now, self.user.timezone)

    @property
    def named(self) -> dict[str, Any]:
        """Who acts, and when it arrives."""
        return {"user_id": self.user.id, "now": self.now}

    def met(self, rule: str, **values: Any) -> None:
        self.rules.add(rule)
        self.said |= values

    def not_before(self, opened_at: datetime | None) -> None:
        """What was done before it could be was done when it could: the device's clock is behind."""
        if opened_at is None or self.at >= opened_at:
            return
        if opened_at - self.at > TOLERATED:
            self.met("clock_behind")
        self.at = min(opened_at, self.now)

    def counts_for_its_day(self) -> None:
        """Something was finished: what becomes of a day that is over. Call it before the act."""
        if self.day >= self.today:
            return
        kind = self.session.exec(
            select(DailyActivity.kind).where(
                DailyActivity.user_id == self.user.id, DailyActivity.day == self.day
            )
        ).first()
        rules = {DayKind.FROZEN: "freeze_returned", DayKind.MISSED: "day_made_active"}
        rule = rules.get(DayKind(kind), "day_rolled_over") if kind else "day_rolled_over"
        self.met(rule, day=self.day.isoformat())

    def notes_the_plan(self, plan: PersonalizedPlan | StudyPlan) -> None:
        if plan.status == "paused":
            self.met("plan_resting")
        elif plan.status != "active":
            self.met("plan_over")
