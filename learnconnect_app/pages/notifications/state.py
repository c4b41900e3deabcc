"""The notification centre: what was told, and what of it is read."""

from __future__ import annotations

from uuid import UUID

import reflex as rx

from learnconnect_app.domain.notification_views import NotificationsView
from learnconnect_app.services.notifications import (
    mark_all_read,
    mark_read,
    notifications_view,
)
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler


class NotificationsState(PageState, rx.State):
    view: NotificationsView = NotificationsView()

    async def _load(self) -> None:
        self.view = await self._read(notifications_view)

    @handler(LEARNER)
    async def read(self, notification_id: UUID) -> None:
        await self._act(mark_read, notification_id=notification_id)
        await self._refresh()

    @handler(LEARNER)
    async def read_all(self) -> None:
        await self._act(mark_all_read)
        await self._refresh()
