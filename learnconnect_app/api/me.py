"""The signed-in learner: who they are, what today holds, which language and place."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from learnconnect_app import wiring
from learnconnect_app.api.callers import Learner, OurPages
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.locales import message
from learnconnect_app.services import accounts
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.shells import shell_view
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.ui import live

router = APIRouter(prefix="/api/v1", tags=["me"], responses=PROBLEMS)


class Preferences(BaseModel):
    model_config = ConfigDict(extra="forbid")

    locale: Literal["en", "tr"] | None = None
    timezone: Annotated[str, Field(max_length=64)] | None = None


@router.get("/me")
async def me(who: Learner) -> dict[str, Any]:
    """Who the caller is; name, level, XP and streak."""
    shell = await run_in_threadpool(wiring.read, shell_view, user_id=who.user_id)
    email = await run_in_threadpool(wiring.read, _email, user_id=who.user_id)
    known = {"id": str(who.user_id), "email": email, "timezone": who.timezone}
    return known | asdict(shell)


def _email(session: Session, *, user_id: UUID, now: datetime) -> str:
    """``now`` changes nothing."""
    return accounts.get_user(session, user_id).email


@router.get("/today")
async def today(who: Learner) -> dict[str, Any]:
    """Today's sessions and tasks, of both plans, in the order Home has them."""
    view = await run_in_threadpool(wiring.read, home_view, user_id=who.user_id)
    if view.is_behind:  # the first look after the day rolled over
        await run_in_threadpool(wiring.perform, settle_study_days, user_id=who.user_id)
        view = await run_in_threadpool(wiring.read, home_view, user_id=who.user_id)
    items = [asdict(each) | {"title": _title(each, who.locale)} for each in view.today]
    return {"day": view.day, "state": view.state, "items": items}


def _title(item: TodayItem, locale: str) -> str:
    """A practice test is about nothing in particular: it is called by its kind."""
    return item.title or message(locale, f"home.kind.{item.kind}")


@router.patch("/me", status_code=204, dependencies=[OurPages])
async def change(who: Learner, wanted: Preferences) -> None:
    await run_in_threadpool(
        wiring.perform,
        accounts.set_preferences,
        user_id=who.user_id,
        locale=wanted.locale,
        timezone=wanted.timezone,
    )
    live.publish(who.user_id)
