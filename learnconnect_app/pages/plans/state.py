"""The skill plan: its path, the day that is open, its tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import reflex as rx

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import DayView, TaskView, TimelineView
from learnconnect_app.services.attempts import start_final, start_retest, start_weekly_test
from learnconnect_app.services.plans import (
    complete_task,
    pause_plan,
    resume_plan,
    start_task,
    switch_plan,
)
from learnconnect_app.services.timelines import task_view, timeline_view
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler


class PlanState(PageState, rx.State):
    view: TimelineView = TimelineView()
    task: TaskView = TaskView()
    earned: int = 0
    earned_at: int = 0
    finished_at: int = 0
    """Grows with each celebration."""
    _opened: str = ""
    """The day that was clicked; until one is, the page follows what is next."""

    def _reset_choices(self) -> None:
        self._opened = ""

    async def _load(self) -> None:
        self.view = await self._read(timeline_view)
        days = [day for week in self.view.weeks for day in week.days if day.task_id]
        is_there = self._opened in {day.task_id for day in days}
        await self._load_task(self._opened if is_there else _most_wanted(days))

    async def _load_task(self, task_id: str) -> None:
        try:
            self.task = (
                await self._read(task_view, task_id=UUID(task_id)) if task_id else TaskView()
            )
        except NotFound:
            self.task = TaskView()

    @handler(LEARNER)
    async def open_day(self, task_id: UUID) -> None:
        self._opened = str(task_id)
        await self._load_task(self._opened)

    @handler(LEARNER)
    async def start(self, task_id: UUID) -> None:
        await self._act(start_task, task_id=task_id)
        await self._refresh()

    @handler(LEARNER)
    async def complete(self, task_id: UUID) -> None:
        self.earned = await self._act(complete_task, task_id=task_id)
        if self.earned:
            self.earned_at += 1
        self._opened = ""
        await self._refresh()

    @handler(LEARNER)
    async def begin_test(self, kind: str, target_id: UUID) -> Any:
        """Start the weekly, final or re-test, or go on with the one that runs."""
        start, name = {
            "weekly": (start_weekly_test, "weekly_plan_id"),
            "final": (start_final, "plan_id"),
            "retest": (start_retest, "plan_id"),
        }.get(kind, (start_weekly_test, "weekly_plan_id"))
        attempt_id = await self._act(start, **{name: target_id})
        return rx.redirect(f"/test/{attempt_id}")

    @handler(LEARNER)
    async def pause(self, plan_id: UUID) -> None:
        await self._act(pause_plan, plan_id=plan_id)
        await self._refresh()

    @handler(LEARNER)
    async def resume(self, plan_id: UUID) -> None:
        await self._act(resume_plan, plan_id=plan_id)
        await self._refresh()

    @handler(LEARNER)
    async def switch(self, plan_id: UUID) -> None:
        await self._act(switch_plan, plan_id=plan_id)
        self._opened = ""
        await self._refresh()


def _most_wanted(days: list[DayView]) -> str:
    """The day to show when none is chosen: the open one, else the last that was done."""
    unlocked = [day.task_id for day in days if day.status == "unlocked"]
    return (unlocked or [day.task_id for day in reversed(days)] or [""])[0]
