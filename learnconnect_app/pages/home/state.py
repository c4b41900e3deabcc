"""The home screen's state."""

from __future__ import annotations

from uuid import UUID

import reflex as rx

from learnconnect_app.domain.home_views import HomeView
from learnconnect_app.services.absences import end_absence
from learnconnect_app.services.dismissals import dismiss
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.plans import resume_plan
from learnconnect_app.services.starts import put_away
from learnconnect_app.services.study_plans import resume_study_plan
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler


class HomeState(PageState, rx.State):
    view: HomeView = HomeView()

    async def _load(self) -> None:
        view = await self._read(home_view)
        if view.is_behind:
            await self._settle_days()
            view = await self._read(home_view)
        self.view = view

    @handler(LEARNER)
    async def resume(self, plan_id: UUID) -> None:
        await self._act(resume_plan, plan_id=plan_id)
        await self._refresh()

    @handler(LEARNER)
    async def resume_study(self, plan_id: UUID) -> None:
        await self._act(resume_study_plan, plan_id=plan_id)
        await self._refresh()

    @handler(LEARNER)
    async def come_back(self) -> None:
        """A vacation or an illness ends today."""
        await self._act(end_absence)
        await self._refresh()

    @handler(LEARNER)
    async def put_start_away(self) -> None:
        """The guided start is not wanted."""
        await self._act(put_away)
        await self._refresh()

    @handler(LEARNER)
    async def put_away(self, key: str) -> None:
        """A suggestion is not wanted."""
        await self._act(dismiss, key=key)
        await self._refresh()
