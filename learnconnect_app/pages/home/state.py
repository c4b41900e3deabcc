"""The home screen's state."""

from __future__ import annotations

from uuid import UUID

import reflex as rx

from learnconnect_app.domain.views import HomeView
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.plans import resume_plan
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler


class HomeState(PageState, rx.State):
    view: HomeView = HomeView()

    async def _load(self) -> None:
        self.view = await self._read(home_view)

    @handler(LEARNER)
    async def resume(self, plan_id: UUID) -> None:
        await self._act(resume_plan, plan_id=plan_id)
        await self._refresh()
