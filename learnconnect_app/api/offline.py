"""What a device keeps so that the app opens without a network.

It is sent compressed: a fifth of its bytes, on the connections where that matters. Its length
could tell a stranger on the line of a secret in it only if they could put text of their own beside
that (BREACH). Nothing of the request gets into it, no cookie or token is in it, and nobody else can
write into a learner's plan; the seals of sessions are of use to their owner alone.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from learnconnect_app import wiring
from learnconnect_app.api.callers import Learner
from learnconnect_app.api.compression import gzipped, is_known, takes_gzip
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.services.offline import Bundle, etag_of, offline_bundle, packed
from learnconnect_app.services.study_settling import settle_study_days

router = APIRouter(prefix="/api/v1", tags=["offline"], responses=PROBLEMS)


class Kept(BaseModel):
    """Today, the week and the due mistakes, in the learner's language."""

    made_at: str
    day: str
    """The study day it is for."""
    until: str
    """The first moment of the next one."""
    user: dict[str, str]
    state: str
    items: list[dict[str, Any]]
    """As those of `/today`."""
    tasks: dict[str, dict[str, Any]]
    sessions: dict[str, dict[str, Any]]
    week: list[dict[str, Any]]
    mistakes: list[dict[str, Any]]
    mistakes_left: int
    """Due ones that did not fit."""


@router.get(
    "/offline", response_model=Kept, responses={304: {"description": "As it is kept already"}}
)
async def offline(request: Request, who: Learner) -> Response:
    """All that opens without a network; 304 when it is as ``If-None-Match`` says."""
    return await run_in_threadpool(_answer, request, who.user_id)


def _answer(request: Request, user_id: UUID) -> Response:
    bundle = _bundle(user_id)
    etag = etag_of(bundle)
    headers = {"etag": f"W/{etag}", "vary": "Accept-Encoding"}  # the same, in other bytes
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    body = packed(bundle)
    if takes_gzip(request):
        body, encoding = gzipped(body)
        headers |= encoding
    return Response(body, media_type="application/json", headers=headers)


def _bundle(user_id: UUID) -> Bundle:
    bundle = wiring.read(offline_bundle, user_id=user_id)
    if bundle["is_behind"]:  # the first look after the day rolled over
        wiring.perform(settle_study_days, user_id=user_id)
        bundle = wiring.read(offline_bundle, user_id=user_id)
    del bundle["is_behind"]
    return bundle
