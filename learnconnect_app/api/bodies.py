"""What a request brings: JSON or a form, and never more than fits on a few screens."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException

from learnconnect_app.domain.errors import DomainError

MOST_BYTES = 64 * 1024
LIMITED = ("/api/", "/unsubscribe/")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

Model = TypeVar("Model", bound=BaseModel)
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
        read = 0

        async def limited() -> Any:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MOST_BYTES:
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


def parsed(model: type[Model], body: dict[str, Any]) -> Model:
    try:
        return model.model_validate(body)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None
