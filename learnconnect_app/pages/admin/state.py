"""The operator's page: items as real answers show them, and messages that did not get through."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

import reflex as rx

from learnconnect_app.domain.dead_letters import DeadLettersView
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import AdminView
from learnconnect_app.services.dead_letters import dead_letters_view, note_arrived, send_again
from learnconnect_app.services.operators import admin_view
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import OPERATOR, handler


class AdminState(PageState, rx.State):
    view: AdminView = AdminView()
    letters: DeadLettersView = DeadLettersView()

    async def _load(self) -> None:
        self.view = await self._read(admin_view)
        self.letters = await self._read(dead_letters_view)

    @handler(OPERATOR)
    async def send_again(self, message_id: UUID) -> None:
        await self._settle(send_again, message_id)

    @handler(OPERATOR)
    async def note_arrived(self, message_id: UUID) -> None:
        await self._settle(note_arrived, message_id)

    async def _settle(self, service: Callable[..., None], message_id: UUID) -> None:
        """Another operator may have been first: then the list says so."""
        with suppress(NotFound):
            await self._act(service, message_id=message_id)
        await self._refresh()
