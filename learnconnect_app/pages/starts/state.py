"""The guided start: which step is next, and what is put aside."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.starts import KEYS, StartView
from learnconnect_app.services.starts import (
    note_progress,
    put_away,
    skip_step,
    start_of,
    take_up,
    tick_step,
)
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler

StepKey = Annotated[str, Field(pattern=f"^({'|'.join(KEYS)})$")]
StepByHand = Literal["support"]
"""What nothing but the learner can say: `services.starts` holds it to the declared steps."""


class StartState(PageState, rx.State):
    view: StartView = StartView()
    cheers: int = 0
    """Grows when the end is celebrated."""

    async def _load(self) -> None:
        self.view = await self._read(start_of)

    def _reset_choices(self) -> None:
        self.cheers = 0

    @handler(LEARNER)
    async def look(self) -> None:
        """The page is there: what was done elsewhere is kept, and the end celebrated, once."""
        if await self._act(note_progress):
            self.cheers += 1

    @handler(LEARNER)
    async def skip(self, step: StepKey) -> Any:
        await self._act(skip_step, step=step)
        await self._refresh()
        return type(self).look

    @handler(LEARNER)
    async def tick(self, step: StepByHand) -> Any:
        await self._act(tick_step, step=step)
        await self._refresh()
        return type(self).look

    @handler(LEARNER)
    async def go_on(self, step: StepKey) -> None:
        """With a step that was skipped; so the whole start is taken up again."""
        await self._act(take_up, step=step)
        await self._refresh()

    @handler(LEARNER)
    async def put_away(self) -> Any:
        await self._act(put_away)
        return rx.redirect("/home")
