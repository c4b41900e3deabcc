"""Choosing a track: which one, what is known of it, and the way to its assessment."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.views import TrackCard
from learnconnect_app.services.attempts import start_assessment
from learnconnect_app.services.plans import switch_plan
from learnconnect_app.services.tracks import list_tracks
from learnconnect_app.ui.base_state import PageState, ShellState
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Key = Annotated[str, Field(max_length=60)]


class TracksState(PageState, rx.State):
    tracks: tuple[TrackCard, ...] = ()
    chosen: TrackCard | None = None
    active_title: str = ""
    """The plan that would rest; empty when none is active."""

    async def _load(self) -> None:
        shell = await self.get_state(ShellState)
        self.tracks = await self._read(list_tracks, locale=shell.shell.locale)
        self.active_title = next((c.title for c in self.tracks if c.plan_status == "active"), "")
        self._choose(self.chosen.key if self.chosen else "")

    def _choose(self, key: str) -> None:
        """The card of this key; the only one, where there is just one."""
        only = self.tracks[0] if len(self.tracks) == 1 else None
        self.chosen = next((card for card in self.tracks if card.key == key), only)

    @handler(LEARNER)
    async def choose(self, key: Key) -> None:
        self._choose(key)

    @handler(LEARNER, rate=Rate(6, 10))
    async def start(self, key: Key) -> Any:
        """Begin the assessment of a track, or go on with the one that runs."""
        attempt_id = await self._act(start_assessment, curriculum_key=key)
        return rx.redirect(f"/test/{attempt_id}")

    @handler(LEARNER)
    async def take_up(self, plan_id: UUID) -> Any:
        """Go on with a plan that rests; the active one rests instead."""
        await self._act(switch_plan, plan_id=plan_id)
        return rx.redirect("/plan")
