"""An account that is about to end: when, and the way back."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.leaving import LeavingView
from learnconnect_app.services.leaving import keep_account, leaving_of
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler


class LeavingState(PageState, rx.State):
    view: LeavingView = LeavingView()

    async def _load(self) -> None:
        self.view = await self._read(leaving_of)

    @handler(LEARNER)
    async def keep(self) -> Any:
        await self._act(keep_account)
        return rx.redirect("/home")
