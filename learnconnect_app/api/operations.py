"""Work done without a connection: a device sends what it queued, and each of it is answered.

Every operation is applied once and in a transaction of its own, in the order given but for those
that need another first; one that is refused or breaks does not stop the next, and neither does one
that cannot be read.
"""

from __future__ import annotations

import logging
import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    Field,
    StrictInt,
    StrictStr,
    TypeAdapter,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from learnconnect_app import wiring
from learnconnect_app.api.bodies import Strict
from learnconnect_app.api.callers import Learner, OurPages
from learnconnect_app.api.problems import PROBLEMS, TooFastError, wrong_fields
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.offline_rules import MOST_OPERATIONS
from learnconnect_app.services import operations, overdue_plans
from learnconnect_app.services.operations import Answer, Sent, as_json
from learnconnect_app.ui import live

log = logging.getLogger(__name__)

router = APIRouter(prefix="/api/v1", tags=["offline"], responses=PROBLEMS)

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def _storable(text: str) -> str:
    """What no database takes as text is a mistake of the sender."""
    if _NO_TEXT.search(text):
        raise ValueError("holds what is no text")
    return text


Moment = Annotated[AwareDatetime, Field(ge=EARLIEST, le=LATEST)]
Line = Annotated[StrictStr, Field(max_length=40), AfterValidator(_storable)]
Proof = Annotated[StrictStr, Field(max_length=1000), AfterValidator(_storable)]
Notes = Annotated[StrictStr, Field(max_length=4000), AfterValidator(_storable)]
Seconds = Annotated[StrictInt, Field(ge=0, le=7 * 24 * 3600)]
Place = Annotated[StrictInt, Field(ge=-1, le=100)]
Places = Annotated[list[Place], Field(max_length=20)]
Typed = Annotated[StrictStr, Field(max_length=200), AfterValidator(_storable)]


class _Queued(Strict):
    id: UUID
    """Made by the device when it was queued."""
    for_user: UUID | None = None
    """Who was signed in then; not said: who sends it."""
    done_at: Moment | None = None
    """By the clock of the device; not said: when it arrives."""

    def sent(self, user_id: UUID) -> Sent:
        common = {"id", "for_user", "type", "done_at"}
        return Sent(
            id=self.id,
            for_user=self.for_user or user_id,
            type=str(self.type),  # type: ignore[attr-defined]
            done_at=self.done_at.astimezone(UTC) if self.done_at else None,
            content=self.model_dump(exclude=common),
        )


class StartTask(_Queued):
    type: Literal["start_task"]
    task_id: UUID


class CompleteTask(_Queued):
    type: Literal["complete_task"]
    task_id: UUID


class PauseSession(_Queued):
    type: Literal["pause_session"]
    session_id: UUID
    seconds: Seconds
    """All that was worked on it so far."""
    proof: Proof = ""


class CompleteSession(_Queued):
    type: Literal["complete_session"]
    session_id: UUID
    seconds: Seconds = 0
    """All that was worked on it; 0: not timed."""
    percent: Annotated[StrictInt, Field(ge=1, le=100)] = 100
    recall: Line = ""
    mood: Line = ""
    proof: Proof = ""


class SaveNotes(_Queued):
    type: Literal["save_notes"]
    session_id: UUID
    notes: Notes
    was: Notes = ""
    """The notes that the device began with."""
    proof: Proof = ""


class SaveMood(_Queued):
    type: Literal["save_mood"]
    session_id: UUID
    mood: Line


class AnswerMistake(_Queued):
    type: Literal["answer_mistake"]
    mistake_id: UUID
    stamp: Line
    """Of the question as the device had it."""
    response: Place | Places | Typed
    seconds: Annotated[float, Field(ge=0, le=24 * 3600, allow_inf_nan=False)] = 0


@dataclass(frozen=True, slots=True)
class Unread:
    """What has an id and is no operation, with what is wrong with its fields."""

    id: UUID
    fields: dict[str, str]


_ID: TypeAdapter[UUID] = TypeAdapter(UUID)


def _read(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """Each by itself. Without an id it could not be answered: that is a mistake of the request."""
    try:
        return read(value)
    except ValidationError as error:
        if not isinstance(value, dict):
            raise
        number = _ID.validate_python(value.get("id"))
        return Unread(number, wrong_fields(error.errors()) or {"type": "field_invalid"})


Queued = Annotated[
    StartTask
    | CompleteTask
    | PauseSession
    | CompleteSession
    | SaveNotes
    | SaveMood
    | AnswerMistake,
    Field(discriminator="type"),
    WrapValidator(_read),
]


class Operations(Strict):
    operations: Annotated[list[Queued], Field(max_length=MOST_OPERATIONS)]
    sent_at: Moment | None = None
    """What the clock of the device says now: it corrects every ``done_at``."""


class Answered(BaseModel):
    id: UUID
    status: Literal["applied", "settled", "refused"]
    code: str
    """The rule that decided most; empty for what was simply applied."""
    codes: list[str]
    message: str
    """For the learner; empty when there is nothing to tell."""
    values: dict[str, Any]
    keep: bool
    """Not decided yet: the device keeps it."""


class Answers(BaseModel):
    received_at: datetime
    answers: list[Answered]


@router.post("/operations", dependencies=[OurPages])
async def operate(who: Learner, wanted: Operations) -> Answers:
    """Apply what was done without a connection; the same again is answered as before."""
    if not await run_in_threadpool(wiring.perform, operations.may_send, user_id=who.user_id):
        raise TooFastError(operations.WITHIN)
    found = await run_in_threadpool(_answer_all, who.user_id, wanted)
    is_planned = await run_in_threadpool(_plan_around, who.user_id)
    if is_planned or any(each.is_new for each in found):
        live.publish(who.user_id)
    answers = [Answered(**as_json(each)) for each in found]
    return Answers(received_at=wiring.now(), answers=answers)


def _answer_all(user_id: UUID, wanted: Operations) -> list[Answer]:
    asked = wanted.operations
    named = [[getattr(each, name, None) for name in ("type", "session_id")] for each in asked]
    found = {n: _answer(user_id, asked[n], wanted.sent_at) for n in operations.turns(named)}
    return [found[n] for n in range(len(asked))]


def _answer(user_id: UUID, queued: _Queued | Unread, sent_at: datetime | None) -> Answer:
    if isinstance(queued, Unread):
        about = {"operation_id": queued.id, "fields": queued.fields}
        return wiring.read(operations.unreadable, user_id=user_id, **about)
    return _apply(user_id, queued.sent(user_id), sent_at)


def _plan_around(user_id: UUID) -> bool:
    """Whether the plan was made again. Where that fails it stays overdue, and all is applied."""
    try:
        if wiring.read(overdue_plans.is_overdue, user_id=user_id):
            return wiring.perform(overdue_plans.plan_around, user_id=user_id) is not None
    except Exception as error:
        log.error("an overdue plan of learner %s was not made", user_id, exc_info=error)
    return False


def _apply(user_id: UUID, sent: Sent, sent_at: datetime | None) -> Answer:
    """What nobody foresaw is logged once, and does not stop the ones after it."""
    try:
        return wiring.perform(
            operations.apply_operation, user_id=user_id, sent=sent, sent_at=sent_at
        )
    except DomainError:
        raise
    except Exception as error:
        incident = uuid.uuid4().hex[:8]
        log.error("incident %s in an operation of type %s", incident, sent.type, exc_info=error)
        return wiring.read(
            operations.broken, user_id=user_id, operation_id=sent.id, incident=incident
        )
