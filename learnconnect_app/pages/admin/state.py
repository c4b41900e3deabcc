"""The operator's page: items as real answers show them, messages that did not get through, and the
shop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.dead_letters import DeadLettersView
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.reward_views import CodesAdded, OfferForm, OffersView
from learnconnect_app.domain.rewards import Kind
from learnconnect_app.domain.views import AdminView
from learnconnect_app.services.dead_letters import dead_letters_view, note_arrived, send_again
from learnconnect_app.services.operators import admin_view
from learnconnect_app.services.reward_offers import (
    add_codes,
    offer_form,
    offers_view,
    save_offer,
    set_offered,
)
from learnconnect_app.services.rewards import refund
from learnconnect_app.ui import live
from learnconnect_app.ui.base_state import ErrorView, PageState, known_id, settled, told
from learnconnect_app.ui.gate import OPERATOR, handler

KindName = Annotated[str, Field(pattern=f"^({'|'.join(Kind)})$")]


class AdminState(PageState, rx.State):
    view: AdminView = AdminView()
    letters: DeadLettersView = DeadLettersView()
    offers: OffersView = OffersView()
    form: OfferForm = OfferForm()
    """The reward that is being made or changed; without a kind, none is."""
    source: str = ""
    """Where its codes come from, as it stands in the form."""
    problem: ErrorView = ErrorView()
    """What stands beside a field."""
    added: CodesAdded = CodesAdded()
    saved: int = 0
    refunded: int = 0

    def _reset_choices(self) -> None:
        self._open(OfferForm())
        self.saved = self.refunded = 0

    def _show(self, error: DomainError) -> Any:
        if not error.field:
            return super()._show(error)
        self.problem = told(error, self.problem)
        return None

    async def _load(self) -> None:
        self.view = await self._read(admin_view)
        self.letters = await self._read(dead_letters_view)
        self.offers = await self._read(offers_view)

    # ---- messages ----------------------------------------------------------------------------

    @handler(OPERATOR)
    async def send_again(self, message_id: UUID) -> None:
        await self._settle(send_again, message_id)

    @handler(OPERATOR)
    async def note_arrived(self, message_id: UUID) -> None:
        await self._settle(note_arrived, message_id)

    async def _settle(self, service: Callable[..., None], message_id: UUID) -> None:
        """Another operator may have been first: then the list says so."""
        with suppress(NotFound):
            await self._act(service, message_id=message_id)
        await self._refresh()

    # ---- the shop ----------------------------------------------------------------------------

    def _open(self, form: OfferForm) -> None:
        self.form, self.source = form, form.given.get("source", "")
        self.problem, self.added = settled(self.problem), CodesAdded()

    @handler(OPERATOR)
    async def new_reward(self, kind: KindName) -> None:
        self._open(OfferForm(kind=kind))

    @handler(OPERATOR)
    async def edit_reward(self, reward_id: UUID) -> None:
        self._open(await self._read(offer_form, reward_id=reward_id))

    @handler(OPERATOR)
    async def close_reward(self) -> None:
        self._open(OfferForm())

    @handler(OPERATOR)
    async def choose_source(self, source: str) -> None:
        self.source = source

    @handler(OPERATOR)
    async def save_reward(self, form: dict[str, str | None]) -> None:
        """A native form, in which a field that its kind does not show holds nothing; a reward of a
        list of codes stays open for its codes."""
        reward_id = await self._act(
            save_offer,
            reward_id=known_id(self.form.id) if self.form.id else None,
            kind=Kind(self.form.kind),
            form={name: text or "" for name, text in form.items()},
        )
        await self._refresh()
        row = next((row for row in self.offers.rows if row.id == str(reward_id)), None)
        stays = row is not None and row.is_pooled and not row.left
        self._open(await self._read(offer_form, reward_id=reward_id) if stays else OfferForm())
        self.saved += 1

    @handler(OPERATOR)
    async def offer_reward(self, reward_id: UUID, is_offered: bool) -> None:
        await self._act(set_offered, reward_id=reward_id, is_offered=is_offered)
        await self._refresh()

    @handler(OPERATOR)
    async def add_codes(self, form: dict[str, str]) -> None:
        text = form.get("codes", "")
        added = await self._act(add_codes, reward_id=known_id(self.form.id), text=text)
        self._open(await self._read(offer_form, reward_id=known_id(self.form.id)))
        self.added = added
        await self._refresh()

    @handler(OPERATOR)
    async def refund(self, form: dict[str, str]) -> None:
        """The learner's open pages follow."""
        learner = await self._act(refund, reference=form.get("reference", ""))
        live.publish(learner)
        self.problem = settled(self.problem)
        self.refunded += 1
        await self._refresh()
