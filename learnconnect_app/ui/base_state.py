"""What every page's state shares: the learner's shell, reading and acting, errors, following.

A page's state declares its views and ``_load``; handlers call ``_act`` with a service. After each
act the page and the shell are read again here, and in the learner's other tabs through `live`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

import reflex as rx

from learnconnect_app import wiring
from learnconnect_app.domain.achievement_views import CelebratedMedal
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.views import ShellView
from learnconnect_app.services.accounts import set_locale
from learnconnect_app.services.achievements import celebrate
from learnconnect_app.services.shells import acknowledge_freeze, shell_view
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.ui import live
from learnconnect_app.ui.gate import LEARNER, Rate, caller, handler

Result = TypeVar("Result")
LEAVING = "/leaving"
"""The one page of an account that is about to end."""


@dataclass(frozen=True)
class ErrorView:
    """What went wrong, in codes the catalogs word."""

    code: str = ""
    field: str = ""
    params: dict[str, str | int] | None = None
    at: int = 0
    """Counts up, so that the same error twice is shown twice."""


def told(error: DomainError, after: ErrorView) -> ErrorView:
    """What is shown of an error in the place of ``after``."""
    return ErrorView(error.code, error.field, dict(error.params), after.at + 1)


def settled(after: ErrorView) -> ErrorView:
    """Nothing is wrong any more."""
    return ErrorView(at=after.at)


class ShellState(rx.State):
    """The bar around every signed-in page."""

    shell: ShellView = ShellView()
    is_known: bool = False
    celebrated: tuple[CelebratedMedal, ...] = ()
    """Medals that this tab, and no other one, is to celebrate."""

    async def _refresh(self) -> None:
        self.shell = await asyncio.to_thread(wiring.read, shell_view, user_id=caller().user_id)
        self.is_known = True

    def _show(self, error: DomainError) -> None:
        return None

    @handler(LEARNER)
    async def dismiss_freeze(self) -> None:
        await asyncio.to_thread(wiring.perform, acknowledge_freeze, user_id=caller().user_id)
        await self._refresh()
        live.publish(caller().user_id, by=self.router.session.client_token)

    @handler(LEARNER)
    async def celebrate(self) -> None:
        """This tab is in sight: it celebrates what no other one has."""
        user_id = caller().user_id
        found = await asyncio.to_thread(wiring.perform, celebrate, user_id=user_id)
        self.celebrated = found or self.celebrated
        await self._refresh()

    @handler(LEARNER)
    async def end_celebration(self) -> None:
        self.celebrated = ()

    @handler(LEARNER)
    async def choose_language(self, locale: str) -> None:
        """Keep the language; every open page, this one too, then reads its content in it."""
        user_id = caller().user_id
        await asyncio.to_thread(wiring.perform, set_locale, user_id=user_id, locale=locale)
        await self._refresh()
        live.publish(user_id)


def known_id(text: str) -> UUID:
    """The id that a view or an address holds. Raises ``NotFound`` where it holds none."""
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


class PageState(rx.State, mixin=True):
    """Mixed into the state of each signed-in page."""

    is_ready: bool = False
    is_missing: bool = False
    """Whether what the address names does not exist for this learner."""
    error: ErrorView = ErrorView()

    async def _load(self) -> None:
        """Read the page's views. Pages override it."""

    def _reset_choices(self) -> None:
        """Forget what was chosen on the page before it is opened anew. Pages override it."""

    def _path_id(self) -> UUID:
        """The id that the address ends in. Raises ``NotFound`` when it is none."""
        path: str = self.router.url.path  # type: ignore[attr-defined]
        return known_id(path.rstrip("/").rpartition("/")[2])

    def _show(self, error: DomainError) -> Any:
        if error.code == "signed_out":
            path = self.router.url.path  # type: ignore[attr-defined]
            return rx.redirect(f"/login?next={quote(path)}")
        self.error = told(error, self.error)
        return None

    async def _read(self, service: Callable[..., Result], **arguments: Any) -> Result:
        """A service that only reads, for the caller, in a thread."""
        return await asyncio.to_thread(wiring.read, service, user_id=caller().user_id, **arguments)

    async def _act(self, service: Callable[..., Result], **arguments: Any) -> Result:
        """A use case for the caller, in a thread and one transaction; then all screens follow."""
        user_id = caller().user_id
        result = await asyncio.to_thread(wiring.perform, service, user_id=user_id, **arguments)
        self.error = settled(self.error)
        live.publish(user_id, by=self.router.session.client_token)  # type: ignore[attr-defined]
        return result

    async def _settle_days(self) -> None:
        """The first look after the day rolled over: what was not studied is planned again.

        Not by ``_act``: reading wakes no other tab, or two of them would wake each other for ever.
        """
        await asyncio.to_thread(wiring.perform, settle_study_days, user_id=caller().user_id)

    async def _refresh(self) -> None:
        shell: ShellState = await self.get_state(ShellState)  # type: ignore[attr-defined]
        await shell._refresh()
        try:
            await self._load()
            self.is_missing = False
        except NotFound:
            self.is_missing = True
        self.is_ready = True

    async def _is_leaving(self) -> bool:
        """Whether the account is about to end, and this is not the page that says so."""
        shell: ShellState = await self.get_state(ShellState)  # type: ignore[attr-defined]
        path: str = self.router.url.path  # type: ignore[attr-defined]
        return shell.shell.is_leaving and path.rstrip("/") != LEAVING

    @handler(LEARNER, rate=Rate(60, 10))
    async def enter(self) -> Any:
        """The page was opened, or its connection came back."""
        await asyncio.to_thread(wiring.keep_alive, caller())
        self.error = settled(self.error)
        self._reset_choices()
        await self._refresh()
        if await self._is_leaving():
            return rx.redirect(LEAVING)
        return type(self).follow

    @handler(LEARNER, background=True)
    async def follow(self) -> None:
        """Read again whenever another tab, device or the scheduler changed something."""
        tab = self.router.session.client_token  # type: ignore[attr-defined]
        async with live.following(caller().user_id, tab) as changed:
            while True:
                await changed.wait()
                changed.clear()
                async with self:  # type: ignore[attr-defined]
                    await self._refresh()

    @handler(LEARNER)
    async def dismiss_error(self) -> None:
        self.error = settled(self.error)
