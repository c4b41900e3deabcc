"""The shop in sight: what is redeemed, used and put on."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID, uuid4

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.looks import FRAMES, THEMES, LookKind
from learnconnect_app.domain.reward_views import RedeemedCard, RewardsView
from learnconnect_app.services.looks import wear
from learnconnect_app.services.reward_views import rewards_view
from learnconnect_app.services.rewards import mark_used, redeem
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Kind = Annotated[str, Field(pattern=f"^({'|'.join(LookKind)})$")]
Look = Annotated[str, Field(pattern=f"^({'|'.join((*THEMES, *FRAMES))})?$")]
Terms = Annotated[str, Field(max_length=16)]
NOTHING = RedeemedCard("", "", "", "", 0, "", "")


class RewardsState(PageState, rx.State):
    view: RewardsView = RewardsView()
    request: str = ""
    """Names the next redemption: a press that arrives twice redeems once."""
    just: RedeemedCard = NOTHING
    """What was redeemed on this page just now."""

    def _reset_choices(self) -> None:
        self.just = NOTHING

    async def _load(self) -> None:
        self.view = await self._read(rewards_view)
        self.request = str(uuid4())

    @handler(LEARNER, rate=Rate(20, 10))
    async def redeem(self, reward_id: UUID, request_id: UUID, terms: Terms) -> None:
        self.just = NOTHING
        asked = {"reward_id": reward_id, "request_id": request_id, "terms": terms}
        try:
            redeemed = await self._act(redeem, **asked)
        except DomainError as error:
            if error.code == "reward_changed":  # it is asked again by what is so now
                await self._refresh()
            raise
        await self._refresh()
        shown = (each for each in self.view.redeemed if each.id == str(redeemed))
        self.just = next(shown, NOTHING)

    @handler(LEARNER)
    async def put_away(self) -> None:
        """What was just redeemed has been seen."""
        self.just = NOTHING

    @handler(LEARNER)
    async def wear(self, kind: Kind, look: Look) -> None:
        await self._act(wear, kind=LookKind(kind), look=look)
        await self._refresh()

    @handler(LEARNER)
    async def mark_used(self, redemption_id: UUID, is_used: bool) -> None:
        await self._act(mark_used, redemption_id=redemption_id, is_used=is_used)
        await self._refresh()
