"""The report in sight: a week or a month, and what was taken over of it."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated, Any

import reflex as rx
from pydantic import Field

from learnconnect_app import wiring
from learnconnect_app.domain.report_suggestions import CODES
from learnconnect_app.domain.report_views import ReportView
from learnconnect_app.services.report_suggestions import apply_suggestion, take_back
from learnconnect_app.services.report_views import report_view
from learnconnect_app.services.weekly_reports import open_report
from learnconnect_app.ui.base_state import PageState, known_id
from learnconnect_app.ui.gate import LEARNER, caller, handler

Code = Annotated[str, Field(pattern=f"^({'|'.join(CODES)})$")]


class ReportsState(PageState, rx.State):
    view: ReportView = ReportView()
    told: str = ""
    """What the last click did: applied or undone."""
    unseen: str = ""
    """The report that is shown, if nobody has looked at it: a tab may be left open, and reads
    again by itself."""
    _week: date | None = None
    """A day of the week that was chosen; none: the latest report."""
    _month: date | None = None

    def _reset_choices(self) -> None:
        self._week, self._month, self.told = None, None, ""

    async def _load(self) -> None:
        self.view = await self._read(report_view, week=self._week, month=self._month)
        is_unread = {each.week: each.is_unread for each in self.view.earlier}
        self.unseen = self.view.id if is_unread.get(self.view.first) else ""

    @handler(LEARNER)
    async def note_seen(self) -> None:
        """The page is in sight: what it shows is read. Not by ``_act``: that wakes no other tab."""
        if self.unseen:
            arguments: dict[str, Any] = {"report_id": known_id(self.unseen)}
            user_id = caller().user_id
            await asyncio.to_thread(wiring.perform, open_report, user_id=user_id, **arguments)
            self.unseen = ""

    @handler(LEARNER)
    async def show_week(self, day: date) -> None:
        self._week, self._month, self.told = day, None, ""
        await self._load()

    @handler(LEARNER)
    async def show_month(self, day: date) -> None:
        self._week, self._month, self.told = None, day, ""
        await self._load()

    @handler(LEARNER)
    async def apply(self, code: Code) -> None:
        """Take a suggestion of this report over."""
        report_id = known_id(self.view.id)
        await self._act(apply_suggestion, report_id=report_id, code=code)
        self.told = "applied"
        await self._refresh()

    @handler(LEARNER)
    async def undo(self, code: Code) -> None:
        await self._act(take_back, report_id=known_id(self.view.id), code=code)
        self.told = "undone"
        await self._refresh()
