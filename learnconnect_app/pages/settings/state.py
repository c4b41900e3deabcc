"""The settings: what is kept, and what is wrong with what was sent."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.services.preferences import settings_view, update_profile
from learnconnect_app.ui.base_state import ErrorView, PageState, settled, told
from learnconnect_app.ui.gate import LEARNER, Rate, handler


class SettingsState(PageState, rx.State):
    view: SettingsView = SettingsView()
    problem: ErrorView = ErrorView()
    """What stands beside a field."""
    saved: int = 0
    """Grows each time something was kept."""

    async def _load(self) -> None:
        self.view = await self._read(settings_view)

    def _show(self, error: DomainError) -> Any:
        if not error.field:
            return super()._show(error)
        self.problem = told(error, self.problem)
        return None

    @handler(LEARNER, rate=Rate(20, 10))
    async def save(self, form: dict[str, str]) -> None:
        """A native form: a checkbox that is off is not in it."""
        await self._act(
            update_profile,
            display_name=form.get("display_name", ""),
            timezone=form.get("timezone", ""),
            rest_weekdays=[day for day in range(7) if f"rest_{day}" in form],
            is_streak_shown="is_streak_shown" in form,
        )
        self.problem = settled(self.problem)
        self.saved += 1
        await self._refresh()
