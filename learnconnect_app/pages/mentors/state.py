"""Who sees the learner's progress, whose they see, and an invitation that was followed."""

from __future__ import annotations

from uuid import UUID

import reflex as rx

from learnconnect_app.domain.mentor_views import InvitationView, MenteeView, SharingView
from learnconnect_app.services.mentorships import (
    accept_invitation,
    end_mentorship,
    invitation_of,
    mentee_of,
    token_hash_of,
)
from learnconnect_app.services.share_links import revoke_link
from learnconnect_app.services.sharing_views import sharing_view
from learnconnect_app.ui import live
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, Rate, handler


class MentorsState(PageState, rx.State):
    view: SharingView = SharingView()

    async def _load(self) -> None:
        self.view = await self._read(sharing_view)

    @handler(LEARNER)
    async def revoke(self, link_id: UUID) -> None:
        await self._act(revoke_link, link_id=link_id)
        await self._refresh()

    @handler(LEARNER)
    async def end(self, mentorship_id: UUID) -> None:
        """By either side; the other one's open pages follow."""
        live.publish(await self._act(end_mentorship, mentorship_id=mentorship_id))
        await self._refresh()


class MenteeState(PageState, rx.State):
    """A learner's progress as their mentor sees it: what is shown comes by HTTP, not from here."""

    view: MenteeView = MenteeView()

    async def _load(self) -> None:
        self.view = await self._read(mentee_of, mentorship_id=self._path_id())


class InvitationState(PageState, rx.State):
    view: InvitationView = InvitationView()

    def _token_hash(self) -> str:
        path: str = self.router.url.path  # type: ignore[attr-defined]
        return token_hash_of(path.rstrip("/").rpartition("/")[2])

    async def _load(self) -> None:
        self.view = await self._read(invitation_of, token_hash=self._token_hash())

    @handler(LEARNER, rate=Rate(10, 10))
    async def accept(self) -> None:
        live.publish(await self._act(accept_invitation, token_hash=self._token_hash()))
        await self._refresh()
