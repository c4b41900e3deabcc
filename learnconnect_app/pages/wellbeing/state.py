"""How the learner feels, and which of the texts are open."""

from __future__ import annotations

from typing import Annotated

import reflex as rx
from pydantic import Field

from learnconnect_app.content.motivation import Mood
from learnconnect_app.domain.wellbeing_views import WellbeingView
from learnconnect_app.services.wellbeing import note_mood, put_offer_away, wellbeing_view
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler

GuideKey = Annotated[str, Field(max_length=60)]


class WellbeingState(PageState, rx.State):
    view: WellbeingView = WellbeingView()
    _guide: str = ""
    _story: int = 0

    def _reset_choices(self) -> None:
        self._guide, self._story = "", 0

    async def _load(self) -> None:
        self.view = await self._read(wellbeing_view, guide=self._guide, story=self._story)

    @handler(LEARNER)
    async def say_mood(self, mood: Mood) -> None:
        await self._act(note_mood, mood=mood)
        await self._refresh()

    @handler(LEARNER)
    async def put_away(self) -> None:
        await self._act(put_offer_away)
        await self._refresh()

    @handler(LEARNER)
    async def turn_guide(self, key: GuideKey) -> None:
        """Open a guide; the one that is open closes."""
        self._guide = "" if key == self.view.guide.key else key
        await self._load()

    @handler(LEARNER)
    async def next_story(self) -> None:
        self._story += 1
        await self._load()
