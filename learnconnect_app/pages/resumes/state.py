"""The readings of the learner's resume for a role."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.resume_views import ResumeView
from learnconnect_app.services.resume_views import resume_view
from learnconnect_app.services.resumes import delete_resume
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler

RoleKey = Annotated[str, Field(max_length=60)]


class ResumeState(PageState, rx.State):
    view: ResumeView = ResumeView()
    _role: str = ""

    def _reset_choices(self) -> None:
        self._role = ""

    async def _load(self) -> None:
        self.view = await self._read(resume_view, role=self._role)

    @handler(LEARNER)
    async def choose_role(self, role: RoleKey) -> None:
        self._role = role
        await self._load()

    @handler(LEARNER)
    async def delete(self, resume_id: UUID) -> None:
        self._role = self.view.role
        await self._act(delete_resume, resume_id=resume_id)
        await self._refresh()
