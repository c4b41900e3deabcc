"""Handlers for the tests of the gate, beside those of the application."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import BaseModel, Field

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.ui.gate import ANYONE, LEARNER, OPERATOR, Rate, caller, handler

calls: list[tuple[str, dict[str, Any]]] = []
"""What got through the gate, with its arguments."""


class Place(BaseModel, extra="forbid"):
    city: str


class GateState(rx.State):
    code: str = ""
    incident: str = ""
    times_shown: int = 0

    def _show(self, error: DomainError) -> Any:
        self.code, self.times_shown = error.code, self.times_shown + 1
        self.incident = str(error.params.get("incident", ""))

    @handler(ANYONE)
    async def anyone(self) -> None:
        calls.append(("anyone", {}))

    @handler(LEARNER)
    async def learner(self) -> None:
        calls.append(("learner", {"user_id": caller().user_id}))

    @handler(OPERATOR)
    async def operator(self) -> None:
        calls.append(("operator", {"user_id": caller().user_id}))

    @handler(LEARNER, rate=Rate(3, 600))
    async def rare(self) -> None:
        calls.append(("rare", {}))

    @handler(LEARNER)
    async def take_number(self, number: Annotated[int, Field(ge=0, le=9)]) -> None:
        calls.append(("take_number", {"number": number}))

    @handler(LEARNER)
    async def take_ratio(self, ratio: Annotated[float, Field(ge=0, le=1)]) -> None:
        calls.append(("take_ratio", {"ratio": ratio}))

    @handler(LEARNER)
    async def take_any_number(self, number: float) -> None:
        calls.append(("take_any_number", {"number": number}))

    @handler(LEARNER)
    async def take_id(self, wanted: UUID) -> None:
        calls.append(("take_id", {"wanted": wanted}))

    @handler(LEARNER)
    async def take_day(self, day: date) -> None:
        calls.append(("take_day", {"day": day}))

    @handler(LEARNER)
    async def take_texts(self, texts: list[str], note: str = "none") -> None:
        calls.append(("take_texts", {"texts": texts, "note": note}))

    @handler(LEARNER)
    async def take_long_text(self, text: Annotated[str, Field(max_length=20_000)]) -> None:
        calls.append(("take_long_text", {"length": len(text)}))

    @handler(LEARNER)
    async def take_place(self, place: Place) -> None:
        calls.append(("take_place", {"place": place}))

    @handler(LEARNER)
    async def break_down(self, text: str) -> None:
        raise RuntimeError(f"cannot take {text!r}")

    @handler(LEARNER)
    async def refuse(self) -> None:
        raise DomainError("plan_paused")

    @handler(LEARNER, background=True)
    async def stay(self) -> None:
        calls.append(("stay", {"task": asyncio.current_task()}))
        await asyncio.Event().wait()

    @handler(LEARNER, background=True)
    async def come_back(self, after: str) -> None:
        await signals[after].wait()
        async with self:
            calls.append(("come_back", {"user_id": caller().user_id}))


signals: dict[str, asyncio.Event] = {}
