"""The collection in sight, the goals and the challenge that are set on its page."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import reflex as rx
from pydantic import Field

from learnconnect_app import wiring
from learnconnect_app.domain.achievement_views import AchievementsView
from learnconnect_app.domain.achievements import GROUPS
from learnconnect_app.domain.challenges import KEYS
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.services.achievement_views import achievements_view
from learnconnect_app.services.achievements import catch_up
from learnconnect_app.services.challenges import choose_challenge, drop_challenge
from learnconnect_app.services.learner_goals import set_goals
from learnconnect_app.ui.base_state import ErrorView, PageState, settled, told
from learnconnect_app.ui.gate import LEARNER, Rate, caller, handler

Group = Annotated[str, Field(pattern=f"^({'|'.join(GROUPS)})?$")]
ChallengeKey = Annotated[str, Field(pattern=f"^({'|'.join(KEYS)})$")]
WRONG = -1
"""What was typed is no number."""


class AchievementsState(PageState, rx.State):
    view: AchievementsView = AchievementsView()
    group: str = ""
    """Which medals are shown; empty: all."""
    is_editing: bool = False
    """Whether the goals are being set."""
    is_changing: bool = False
    """Whether another challenge is being chosen."""
    problem: ErrorView = ErrorView()
    """What stands beside a field."""
    saved: int = 0

    def _reset_choices(self) -> None:
        self.group, self.is_editing, self.is_changing, self.saved = "", False, False, 0
        self.problem = settled(self.problem)

    def _show(self, error: DomainError) -> Any:
        if not error.field:
            return super()._show(error)
        self.problem = told(error, self.problem)
        return None

    async def _load(self) -> None:
        view = await self._read(achievements_view)
        if view.is_behind:  # not by ``_act``: reading wakes no other tab
            await asyncio.to_thread(wiring.perform, catch_up, user_id=caller().user_id)
            view = await self._read(achievements_view)
        self.view = view

    @handler(LEARNER)
    async def show_group(self, group: Group) -> None:
        self.group = group

    # ---- goals -------------------------------------------------------------------------------

    @handler(LEARNER)
    async def edit_goals(self, is_editing: bool) -> None:
        self.is_editing, self.problem = is_editing, settled(self.problem)

    @handler(LEARNER, rate=Rate(20, 10))
    async def save_goals(self, form: dict[str, str]) -> None:
        """A native form; an empty field is left to the plans."""
        await self._act(
            set_goals,
            minutes_a_day=_minutes(form.get("minutes_a_day", "")),
            minutes_a_week=_minutes(form.get("minutes_a_week", "")),
        )
        self.is_editing, self.problem = False, settled(self.problem)
        self.saved += 1
        await self._refresh()

    # ---- challenge ---------------------------------------------------------------------------

    @handler(LEARNER)
    async def change_challenge(self, is_changing: bool) -> None:
        self.is_changing = is_changing

    @handler(LEARNER)
    async def choose(self, key: ChallengeKey) -> None:
        await self._act(choose_challenge, key=key)
        self.is_changing = False
        await self._refresh()

    @handler(LEARNER)
    async def drop(self) -> None:
        await self._act(drop_challenge)
        self.is_changing = False
        await self._refresh()


def _minutes(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    return int(text) if text.isdecimal() and len(text) < 6 else WRONG
