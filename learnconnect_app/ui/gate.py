"""The gate every event handler passes: who may call it, with what, and how often.

Any client can send any event with any arguments, so a handler is declared through ``handler``:

    @handler(LEARNER)
    async def complete(self, task_id: UUID) -> None: ...

Arguments are checked strictly against the annotations; the caller is found from the session
cookie at every event, so signing out is felt at once; each caller has a budget of events.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
import time
import traceback
import uuid
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import reflex as rx
from pydantic import BaseModel
from starlette.requests import cookie_parser

from learnconnect_app import wiring
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.services.sessions import Caller
from learnconnect_app.ui.arguments import arguments_model, checked_arguments, without_texts

log = logging.getLogger(__name__)

SESSION_COOKIE = "__Host-session"


class Who(StrEnum):
    ANYONE = "anyone"
    LEARNER = "learner"
    OPERATOR = "operator"


ANYONE, LEARNER, OPERATOR = Who.ANYONE, Who.LEARNER, Who.OPERATOR


@dataclass(frozen=True)
class Rate:
    """At most ``most`` events in any ``seconds``."""

    most: int = 40
    seconds: float = 10


@dataclass(frozen=True)
class Policy:
    who: Who
    arguments: type[BaseModel]
    rate: Rate


_caller: ContextVar[Caller | None] = ContextVar("caller", default=None)


def caller() -> Caller:
    """Who called the running handler. Only for handlers that are not for ANYONE."""
    found = _caller.get()
    if found is None:
        raise DomainError("signed_out")
    return found


def session_token(cookie_header: str) -> str | None:
    """Read as the HTTP routes read it; the standard library gives up at any odd cookie."""
    return cookie_parser(cookie_header).get(SESSION_COOKIE)


class _Budgets:
    """Times of recent events by caller and handler; the oldest callers are forgotten."""

    MOST_CALLERS = 20_000

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: OrderedDict[tuple[str, str], list[float]] = OrderedDict()

    def spend(self, who: str, what: str, rate: Rate) -> bool:
        now = self._clock()
        recent = [at for at in self._times.pop((who, what), []) if at > now - rate.seconds]
        allowed = len(recent) < rate.most
        self._times[who, what] = [*recent, now] if allowed else recent
        while len(self._times) > self.MOST_CALLERS:
            self._times.popitem(last=False)
        return allowed


budgets = _Budgets()


async def _find_caller(state: Any) -> Caller | None:
    token = session_token(state.router.headers.cookie)
    return await asyncio.to_thread(wiring.find_caller, token)


def _refuse_unless_admitted(policy: Policy, found: Caller | None) -> None:
    if policy.who is not ANYONE and found is None:
        raise DomainError("signed_out")
    if policy.who is OPERATOR and found is not None and found.role != "operator":
        raise DomainError("not_allowed")


async def _admit(state: Any, policy: Policy, name: str) -> Caller | None:
    """The caller, if the policy lets them in. Raises ``DomainError`` otherwise."""
    found = await _find_caller(state)
    spender = str(found.user_id) if found else f"{state.router.session.client_ip}"
    if not budgets.spend(spender, name, policy.rate):
        raise DomainError("too_fast")
    _refuse_unless_admitted(policy, found)
    return found


class _Readmitted:
    """The state of a background handler: who takes it is looked up again each time.

    Such a handler may run for hours, and the session may have been closed meanwhile.
    """

    def __init__(self, state: Any, policy: Policy) -> None:
        self.__dict__.update(_state=state, _policy=policy)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._state, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._state, name, value)

    async def __aenter__(self) -> Any:
        found = await _find_caller(self._state)
        _refuse_unless_admitted(self._policy, found)
        _caller.set(found)
        await self._state.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> Any:
        return await self._state.__aexit__(*error)


_running: dict[tuple[str, str], asyncio.Task[Any]] = {}


@contextmanager
def _alone_in_its_tab(state: Any, name: str) -> Iterator[None]:
    """A background handler runs once a tab: when it is called again, the earlier run ends."""
    key, task = (state.router.session.client_token, name), asyncio.current_task()
    assert task is not None
    if earlier := _running.get(key):
        earlier.cancel()
    _running[key] = task
    try:
        yield
    finally:
        if _running.get(key) is task:
            del _running[key]


Handler = Callable[..., Awaitable[Any]]


def handler(
    who: Who, *, rate: Rate | None = None, background: bool = False, **actions: Any
) -> Callable[[Handler], Any]:
    """Declare an event handler. ``actions`` go to ``rx.event`` (debounce, throttle...)."""

    def declare(function: Handler) -> Any:
        if not inspect.iscoroutinefunction(function):
            raise TypeError(f"{function.__qualname__} must be `async` and not yield")
        policy = Policy(who, arguments_model(function), rate or Rate())
        name = function.__qualname__

        # `self` by position alone: a client may well call an argument "self"
        @functools.wraps(function)
        async def guarded(self: Any, /, *args: Any, **kwargs: Any) -> Any:
            try:
                _caller.set(await _admit(self, policy, name))
                checked = checked_arguments(policy.arguments, args, kwargs)
                if not background:
                    return await function(self, **checked)
                with _alone_in_its_tab(self, name):
                    return await function(_Readmitted(self, policy), **checked)
            except DomainError as error:
                return await _refuse(self, error, background)
            except Exception:
                incident = uuid.uuid4().hex[:8]
                trace = without_texts([*args, *kwargs.values()], traceback.format_exc())
                log.error("incident %s in %s\n%s", incident, name, trace)
                unexpected = DomainError("unexpected", incident=incident)
                return await _refuse(self, unexpected, background)

        guarded.policy = policy  # type: ignore[attr-defined]
        return rx.event(guarded, background=background, **actions)

    return declare


async def _refuse(state: Any, error: DomainError, background: bool) -> Any:
    if background:
        async with state:
            return state._show(error)
    return state._show(error)
