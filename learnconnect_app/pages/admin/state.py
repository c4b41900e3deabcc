"""The operator's page: items as real answers show them."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import AdminView
from learnconnect_app.services.operators import admin_view
from learnconnect_app.ui.base_state import PageState


class AdminState(PageState, rx.State):
    view: AdminView = AdminView()

    async def _load(self) -> None:
        self.view = await self._read(admin_view)
