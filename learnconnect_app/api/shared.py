"""Shared progress, as data and as a printable report. Nothing here writes but the visit itself.

The address of a link is its whole proof; a mentor's is their session. What is not shown to a
visitor is not in an answer at all.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from learnconnect_app import wiring
from learnconnect_app.adapters.tokens import token_hash
from learnconnect_app.api.callers import Learner, Visitor, client_address
from learnconnect_app.api.problems import PROBLEMS, language_of
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.mentor_views import SharedProgress
from learnconnect_app.domain.mentors import MOST_REPORTS, REPORTED_WITHIN, Grant
from learnconnect_app.services import mentorships, rate_limits, share_links
from learnconnect_app.services.shared_progress import own_grant_of, shared_progress
from learnconnect_app.ui import live

PDF = "application/pdf"
TOLD: dict[int | str, dict[str, Any]] = {s: PROBLEMS[s] for s in (401, 404, 422, 429)}
PRINTED: dict[int | str, dict[str, Any]] = {
    200: {"content": {PDF: {"schema": {"type": "string", "format": "binary"}}}},
    **TOLD,
}
Token = Annotated[str, Path(min_length=1, max_length=100)]
Language = Annotated[Literal["tr", "en"] | None, Query()]

router = APIRouter(prefix="/api/v1", tags=["shared progress"])


@router.get("/share/{token}", responses=TOLD)
async def by_link(
    request: Request, token: Token, who: Visitor, language: Language = None
) -> dict[str, Any]:
    """What a link shows. The same 404 for one that ended, and one that never was."""
    grant = await _by_link(request, token, who)
    return (await _progress(request, grant, language)).told()


@router.get("/share/{token}/report.pdf", response_class=Response, responses=PRINTED)
async def report_by_link(
    request: Request, token: Token, who: Visitor, language: Language = None
) -> Response:
    grant = await _by_link(request, token, who, is_report=True)
    return await _report(request, grant, language, f"address:{client_address(request)}")


@router.get("/mentorships/{mentorship_id}", responses=TOLD)
async def by_mentor(
    request: Request, mentorship_id: UUID, who: Learner, language: Language = None
) -> dict[str, Any]:
    """What a learner shows the caller, their mentor."""
    grant = await _by_mentor(mentorship_id, who.user_id)
    return (await _progress(request, grant, language)).told()


@router.get("/mentorships/{mentorship_id}/report.pdf", response_class=Response, responses=PRINTED)
async def report_by_mentor(
    request: Request, mentorship_id: UUID, who: Learner, language: Language = None
) -> Response:
    grant = await _by_mentor(mentorship_id, who.user_id, is_report=True)
    return await _report(request, grant, language, str(who.user_id))


@router.get("/progress/report.pdf", response_class=Response, responses=PRINTED)
async def own_report(request: Request, who: Learner, language: Language = None) -> Response:
    """The caller's own progress, without their notes, to be printed or handed on."""
    grant = await run_in_threadpool(wiring.read, own_grant_of, user_id=who.user_id)
    return await _report(request, grant, language, str(who.user_id))


async def _by_link(request: Request, token: str, who: Visitor, *, is_report: bool = False) -> Grant:
    address = client_address(request)
    await run_in_threadpool(wiring.perform, share_links.count_look, address=address)
    grant = await run_in_threadpool(
        wiring.perform,
        share_links.open_link,
        token_hash=token_hash(token),
        address=address,
        viewer_id=who.user_id if who else None,
        is_report=is_report,
    )
    return _told(grant)


async def _by_mentor(mentorship_id: UUID, user_id: UUID, *, is_report: bool = False) -> Grant:
    grant = await run_in_threadpool(
        wiring.perform,
        mentorships.open_mentorship,
        user_id=user_id,
        mentorship_id=mentorship_id,
        is_report=is_report,
    )
    return _told(grant)


def _told(grant: Grant) -> Grant:
    """An open page of the learner's lists the visit at once."""
    if grant.is_new:
        live.publish(grant.learner_id)
    return grant


async def _progress(request: Request, grant: Grant, language: str | None) -> SharedProgress:
    locale = language or language_of(request)
    return await run_in_threadpool(wiring.read, shared_progress, grant=grant, locale=locale)


async def _report(request: Request, grant: Grant, language: str | None, whose: str) -> Response:
    """``DomainError("too_many_tries")`` beyond ``MOST_REPORTS`` an hour."""
    is_allowed = await run_in_threadpool(
        wiring.perform,
        rate_limits.is_allowed,
        name="report",
        of=whose,
        most=MOST_REPORTS,
        within=REPORTED_WITHIN,
    )
    if not is_allowed:
        raise DomainError("too_many_tries", minutes=int(REPORTED_WITHIN.total_seconds() // 60))
    shown = await _progress(request, grant, language)
    content = await run_in_threadpool(_printed, shown, language or language_of(request))
    disposition = 'attachment; filename="learnconnect-progress.pdf"'
    return Response(content, media_type=PDF, headers={"content-disposition": disposition})


def _printed(shown: SharedProgress, locale: str) -> bytes:
    """The library is large, and loaded when a report is asked for first."""
    from learnconnect_app.adapters.progress_reports import progress_report

    return progress_report(shown, locale)
