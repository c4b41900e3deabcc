"""Errors as RFC 9457 problem documents, in the caller's language."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.locales import LOCALES, message
from learnconnect_app.services.rate_limits import longest_wait

log = logging.getLogger(__name__)

_NAME = re.compile("[a-z][a-z0-9_]{0,39}")
"""What our fields are called; what else a client calls a field is not sent back."""

STATUS = {
    "signed_out": 401,
    "wrong_credentials": 401,
    "not_allowed": 403,
    "foreign_origin": 403,
    "not_found": 404,
    "email_taken": 409,
    "too_many_tries": 429,
    "too_fast": 429,
    "unexpected": 500,
}


class Problem(BaseModel):
    """RFC 9457, with a stable code and a sentence for each field that is wrong."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    fields: dict[str, str] = {}


class TooFastError(DomainError):
    """More often than is allowed ``within`` a period."""

    def __init__(self, within: timedelta) -> None:
        super().__init__("too_fast")
        self.within = within


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": HTTPStatus(status).phrase,
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
    }
    for status in (400, 401, 403, 404, 409, 413, 415, 422, 429)
}
PROBLEMS[429]["headers"] = {
    "Retry-After": {
        "description": "Seconds after which it is allowed again.",
        "schema": {"type": "integer", "minimum": 1},
    }
}


def language_of(request: Request) -> str:
    """The language chosen here, else the one the browser prefers among ours."""
    cookie = request.cookies.get("language")
    if cookie in LOCALES:
        return str(cookie)
    best, weight = "en", 0.0
    for each in request.headers.get("accept-language", "").split(","):
        name, _, quality = each.partition(";q=")
        language = name.strip().lower().partition("-")[0]
        if language in LOCALES and (found := _quality(quality)) > weight:
            best, weight = language, found
    return best


def _quality(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def problem(request: Request, error: DomainError, status: int | None = None) -> JSONResponse:
    language = language_of(request)
    title = _sentence(language, error)
    body = Problem(
        title=title,
        status=status or STATUS.get(error.code, 404 if isinstance(error, NotFound) else 422),
        code=error.code,
        fields={each.field: _sentence(language, each) for each in error.errors if each.field},
    )
    answer = _answer(body)
    if body.status == HTTPStatus.TOO_MANY_REQUESTS:
        answer.headers["retry-after"] = str(longest_wait(_period(error)))
    return answer


def _sentence(language: str, error: DomainError) -> str:
    return message(language, f"error.{error.code}", **error.params)


def _period(error: DomainError) -> timedelta:
    """That the limit counts in."""
    if isinstance(error, TooFastError):
        return error.within
    return timedelta(minutes=int(error.params.get("minutes", 1)))


def _answer(body: Problem) -> JSONResponse:
    return JSONResponse(body.model_dump(), body.status, media_type="application/problem+json")


class Unexpected:
    """An ASGI wrapper: what nobody foresaw is logged once, and answered with its number."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def noting(part: Any) -> None:
            nonlocal has_begun
            has_begun = True
            await send(part)

        try:
            await self.app(scope, receive, noting)
        except Exception as error:
            incident = uuid.uuid4().hex[:8]
            log.error("incident %s at %s", incident, scope["path"], exc_info=error)
            if not has_begun:
                answer = problem(Request(scope), DomainError("unexpected", incident=incident))
                await answer(scope, receive, send)


def wrong_fields(errors: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What is wrong with each field of a body, as a code, by what Pydantic found."""
    return {
        name: "field_missing" if each["type"] == "missing" else "field_invalid"
        for each in errors
        for name in each["loc"][-1:]
        if isinstance(name, str) and _NAME.fullmatch(name)
    }


def add_problem_handlers(app: FastAPI) -> None:
    @app.exception_handler(DomainError)
    async def _domain(request: Request, error: DomainError) -> JSONResponse:
        return problem(request, error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        language = language_of(request)
        wrong = wrong_fields(error.errors())
        fields = {name: message(language, f"error.{code}") for name, code in wrong.items()}
        body = Problem(
            title=message(language, "error.bad_request"),
            status=422,
            code="bad_request",
            fields=fields,
        )
        return _answer(body)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> JSONResponse:
        code = "not_found" if error.status_code == 404 else "bad_request"
        answer = problem(request, DomainError(code), error.status_code)
        answer.headers.update(error.headers or {})
        return answer

    app.add_middleware(Unexpected)
