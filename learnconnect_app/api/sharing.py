"""A learner lets someone see their progress: by a link, told once, or by a mail to a mentor.

The address of a link goes over HTTP alone and is kept nowhere: the database knows its hash.
"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from learnconnect_app import wiring
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.api.bodies import Short, Strict
from learnconnect_app.api.callers import Learner, OurPages
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.mentors import PARTS
from learnconnect_app.services import mentorships, share_links
from learnconnect_app.ui import live

Parts = Annotated[list[Short], Field(max_length=len(PARTS))]

router = APIRouter(prefix="/api/v1", tags=["sharing"], responses=PROBLEMS)


class NewLink(Strict):
    label: Short
    """For whom."""
    shows: Parts
    """plan, minutes, mastery, streak, notes"""
    days: int


class Invitation(Strict):
    email: Short
    shows: Parts


class Made(BaseModel):
    id: UUID
    path: str = ""
    """Of the page a link opens; told this once."""


@router.post("/share-links", status_code=201, dependencies=[OurPages])
async def create_link(who: Learner, asked: NewLink) -> Made:
    """A link to read-only progress that ends after 7, 30 or 90 days."""
    token = new_token()
    made = await run_in_threadpool(
        wiring.perform,
        share_links.create_link,
        user_id=who.user_id,
        token_hash=token_hash(token),
        label=asked.label,
        shows=asked.shows,
        days=asked.days,
    )
    live.publish(who.user_id)
    return Made(id=made, path=f"/share/{token}")


@router.post("/mentorships", status_code=201, dependencies=[OurPages])
async def invite(who: Learner, asked: Invitation) -> Made:
    """Invite a mentor by mail; the invitation can be accepted once, within 14 days."""
    made = await run_in_threadpool(
        wiring.perform,
        mentorships.invite_mentor,
        user_id=who.user_id,
        email=asked.email,
        shows=asked.shows,
    )
    live.publish(who.user_id)
    return Made(id=made)
