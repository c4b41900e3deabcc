"""What a request brings: JSON or a form, and never more than fits on a few screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException

from learnconnect_app.adapters.documents import MOST_BYTES as MOST_DOCUMENT_BYTES
from learnconnect_app.api.problems import wrong_fields
from learnconnect_app.domain.errors import DomainError, WrongFieldsError, checked_together

MOST_BYTES = 64 * 1024
LIMITED = ("/api/", "/unsubscribe/")
LARGER = {"/api/v1/resumes": MOST_DOCUMENT_BYTES + 1}
"""Routes that take more; one byte over is told by the route itself, in words."""
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

Model = TypeVar("Model", bound=BaseModel)
NONE: Mapping[str, Callable[[Any], Any]] = MappingProxyType({})
Short = Annotated[str, Field(max_length=300)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LimitedBodies:
    """An ASGI wrapper: reading more than ``MOST_BYTES`` under ``LIMITED`` ends with 413.

    FastAPI's own ``max_body_size`` answers in plain text, not with a problem document.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(LIMITED):
            await self.app(scope, receive, send)
            return
        read, most = 0, LARGER.get(scope["path"], MOST_BYTES)

        async def limited() -> Any:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413)
            return message

        await self.app(scope, limited, send)


async def form_or_json(request: Request) -> dict[str, Any]:
    """The body as a dictionary; of a form, empty fields count as not given."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in FORMS:
        form = await request.form(max_files=0, max_fields=20)
        return {name: value for name, value in form.items() if value and name != "next"}
    if kind != "application/json":
        raise HTTPException(415)
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        raise DomainError("bad_request") from None
    if not isinstance(body, dict):
        raise DomainError("bad_request")
    return body


Body = Annotated[dict[str, Any], Depends(form_or_json)]


def body_of(model: type[BaseModel]) -> dict[str, Any]:
    """What OpenAPI says of a body that may be JSON or a form."""
    schema = {"schema": model.model_json_schema()}
    content = {"application/json": schema, "application/x-www-form-urlencoded": schema}
    return {"requestBody": {"required": True, "content": content}}


def parsed(
    model: type[Model], body: dict[str, Any], checks: Mapping[str, Callable[[Any], Any]] = NONE
) -> Model:
    """``checks``: rules of the domain for fields. Where the body is not as the model wants it, the
    fields that are so are held to them, and all that is wrong is told at once."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        wrong = wrong_fields(error.errors())
        kinds: dict[str, Any] = {name: each.annotation for name, each in model.model_fields.items()}
        rest = {
            name: partial(check, body[name])
            for name, check in checks.items()
            if name in body and name not in wrong and isinstance(body[name], kinds[name])
        }
        try:
            checked_together(rest)
        except DomainError as refused:
            told = [DomainError(code, name) for name, code in wrong.items()]
            raise WrongFieldsError([*told, *refused.errors]) from None
        raise RequestValidationError(error.errors()) from None
