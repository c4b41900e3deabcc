"""Any client can send any event with any arguments; this is what gets through the gate."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import reflex as rx

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.ui.arguments import LONGEST_TEXT
from learnconnect_app.ui.gate import LEARNER, Rate, _Budgets, caller, handler, session_token
from tests.ui.states import GateState, Place, calls, signals
from tests.ui.tabs import Server, Tab, eventually

pytestmark = pytest.mark.anyio

ID = "7c0f3a52-0b0e-4f0c-9c39-4a1d5a8a0b11"


@pytest.fixture(autouse=True)
def nothing_called() -> Iterator[None]:
    calls.clear()
    yield
    calls.clear()


@pytest.fixture
def tab(server: Server, learner: UUID) -> Tab:
    """A learner's tab."""
    return server.open_tab(server.sign_in(learner))


async def shown(tab: Tab) -> str:
    return str((await tab.state(GateState)).code)


class TestArguments:
    @pytest.mark.parametrize(
        ("name", "payload", "taken"),
        [
            ("take_number", {"number": 9}, {"number": 9}),
            ("take_ratio", {"ratio": 0.5}, {"ratio": 0.5}),
            ("take_ratio", {"ratio": 1}, {"ratio": 1}),
            ("take_id", {"wanted": ID}, {"wanted": UUID(ID)}),
            ("take_day", {"day": "2026-03-02"}, {"day": date(2026, 3, 2)}),
            ("take_texts", {"texts": ["ışık"]}, {"texts": ["ışık"], "note": "none"}),
            ("take_texts", {"note": "x", "texts": []}, {"texts": [], "note": "x"}),
            ("take_place", {"place": {"city": "Muş"}}, {"place": Place(city="Muş")}),
            ("take_long_text", {"text": "a" * 20_000}, {"length": 20_000}),
        ],
    )
    async def test_right_ones_arrive_as_annotated(
        self, tab: Tab, name: str, payload: dict[str, Any], taken: dict[str, Any]
    ) -> None:
        await tab.send(GateState.event_handlers[name], **payload)
        assert calls == [(name, taken)]

    @pytest.mark.parametrize(
        ("name", "payload"),
        [
            ("take_number", {}),
            ("take_number", {"number": None}),
            ("take_number", {"number": "nine"}),
            ("take_number", {"number": 1.5}),
            ("take_number", {"number": True}),
            ("take_number", {"number": -1}),
            ("take_number", {"number": 10}),
            ("take_number", {"number": 10**400}),
            ("take_number", {"number": [1]}),
            ("take_number", {"number": {"$gt": 0}}),
            ("take_number", {"number": 1, "extra": 1}),
            ("take_number", {"number": 1, "self": 1}),
            ("take_number", {"number": 1, "args": [], "kwargs": {}}),
            ("take_number", {"number": 1, "": 1}),
            ("take_any_number", {"number": float("nan")}),
            ("take_any_number", {"number": float("-inf")}),
            ("take_ratio", {"ratio": float("nan")}),
            ("take_ratio", {"ratio": "0,5"}),
            ("take_id", {"wanted": "me"}),
            ("take_id", {"wanted": ID + "0"}),
            ("take_id", {"wanted": 7}),
            ("take_id", {"wanted": {"hex": ID}}),
            ("take_day", {"day": "2026-02-30"}),
            ("take_day", {"day": 20260302}),
            ("take_texts", {"texts": "ışık"}),
            ("take_texts", {"texts": [1]}),
            ("take_texts", {"texts": [["nested"]]}),
            ("take_texts", {"texts": ["\ud800"]}),
            ("take_texts", {"texts": ["a" * (LONGEST_TEXT + 1)]}),
            ("take_texts", {"texts": [], "note": "a" * (LONGEST_TEXT + 1)}),
            ("take_long_text", {"text": "a" * 20_001}),
            ("take_place", {"place": {"city": "Muş", "is_operator": True}}),
            ("take_place", {"place": {"city": 5}}),
            ("anyone", {"extra": 1}),
        ],
    )
    async def test_wrong_ones_are_refused_and_nothing_runs(
        self, server: Server, tab: Tab, name: str, payload: dict[str, Any]
    ) -> None:
        await tab.send(GateState.event_handlers[name], **payload)
        assert calls == []
        assert await shown(tab) == "bad_request"
        assert server.failures == []

    async def test_depth_without_end_is_refused(self, server: Server, tab: Tab) -> None:
        deep: list[Any] = []
        for _ in range(100_000):
            deep = [deep]
        await tab.send(GateState.take_texts, texts=deep)
        while deep:  # or taking it apart would need as much of the stack
            deep = deep.pop()
        assert (calls, server.failures) == ([], [])
        assert await shown(tab) == "bad_request"

    async def test_values_are_not_logged(self, tab: Tab, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            await tab.send(GateState.take_id, wanted="my-secret-text")
            await tab.send(GateState.take_day, day="my-secret-text")
            await tab.send(GateState.take_texts, texts="my-secret-text", note=["my-secret-text"])
        assert "take_texts" in caplog.text
        assert "my-secret" not in caplog.text


class TestWhoMayCall:
    async def test_visitor_gets_to_what_is_for_anyone(self, server: Server) -> None:
        visitor = server.open_tab()
        for each in ("anyone", "learner", "operator"):
            await visitor.send(GateState.event_handlers[each])
        assert [name for name, _ in calls] == ["anyone"]
        state = await visitor.state(GateState)
        assert (state.code, state.times_shown) == ("signed_out", 2)

    async def test_learner_gets_to_what_is_for_learners(self, tab: Tab, learner: UUID) -> None:
        for each in ("anyone", "learner", "operator"):
            await tab.send(GateState.event_handlers[each])
        assert calls == [("anyone", {}), ("learner", {"user_id": learner})]
        assert await shown(tab) == "not_allowed"

    async def test_operator_gets_to_everything(self, server: Server, operator: UUID) -> None:
        tab = server.open_tab(server.sign_in(operator))
        for each in ("anyone", "learner", "operator"):
            await tab.send(GateState.event_handlers[each])
        assert [name for name, _ in calls] == ["anyone", "learner", "operator"]

    async def test_session_that_is_closed_between_two_events_counts_no_more(
        self, server: Server, tab: Tab
    ) -> None:
        await tab.send(GateState.learner)
        server.sign_out(tab.cookie)
        await tab.send(GateState.learner)
        assert len(calls) == 1
        assert await shown(tab) == "signed_out"

    async def test_two_who_call_at_once_are_not_mixed_up(
        self, server: Server, learner: UUID, other: UUID
    ) -> None:
        tabs = [server.open_tab(server.sign_in(user)) for user in (learner, other) * 4]
        await asyncio.gather(*(tab.send(GateState.learner) for tab in tabs for _ in range(5)))
        called = [arguments["user_id"] for _, arguments in calls]
        assert (called.count(learner), called.count(other)) == (20, 20)

    async def test_token_of_the_tab_is_nobodys_identity(self, server: Server, tab: Tab) -> None:
        await tab.send(GateState.learner)
        stranger = server.open_tab()
        stranger.token = tab.token
        await stranger.send(GateState.learner)
        assert len(calls) == 1

    @pytest.mark.parametrize(
        ("header", "token"),
        [
            ("__Host-session=abc", "abc"),
            ("a=1; __Host-session=abc; b=2", "abc"),
            ('theme={"dark": true}; __Host-session=abc', "abc"),
            ("odd; =; ;;a=b=c; __Host-session=abc", "abc"),
            ("a\x00=\xff; __Host-session=abc", "abc"),
            ("session=abc", None),
            ("x__Host-session=abc", None),
            ("__host-session=abc", None),
            ("a=__Host-session=abc", None),
            ("", None),
        ],
    )
    async def test_cookie_is_found_among_any_others(self, header: str, token: str | None) -> None:
        assert session_token(header) == token


class TestRate:
    async def test_budget_is_each_learners_own(
        self, server: Server, learner: UUID, other: UUID
    ) -> None:
        cookie = server.sign_in(learner)
        first, second = server.open_tab(cookie), server.open_tab(server.sign_in(learner))
        for _ in range(2):
            await first.send(GateState.rare)
            await second.send(GateState.rare)
        assert len(calls) == 3
        assert await shown(second) == "too_fast"
        await server.open_tab(server.sign_in(other)).send(GateState.rare)
        assert len(calls) == 4

    async def test_budget_is_each_handlers_own(self, tab: Tab) -> None:
        for _ in range(5):
            await tab.send(GateState.rare)
        await tab.send(GateState.learner)
        assert calls[-1][0] == "learner"

    async def test_visitors_are_counted_by_their_address(self, server: Server) -> None:
        for _ in range(60):
            await server.open_tab(address="10.0.0.7").send(GateState.anyone)
        assert len(calls) == Rate().most
        await server.open_tab(address="10.0.0.8").send(GateState.anyone)
        assert len(calls) == Rate().most + 1

    async def test_any_stretch_of_time_holds_no_more_than_the_rate(self) -> None:
        moment = 0.0
        budgets, spent = _Budgets(lambda: moment), []
        for step in range(1000):
            moment = step * 0.37
            if budgets.spend("who", "what", Rate(5, 10)):
                spent.append(moment)
        assert len(spent) > 150
        assert all(
            later - first > 10 - 1e-9 for first, later in zip(spent, spent[5:], strict=False)
        )

    async def test_callers_beyond_number_do_not_fill_the_memory(self) -> None:
        budgets = _Budgets()
        for n in range(budgets.MOST_CALLERS + 50):
            budgets.spend(f"10.0.0.{n}", "what", Rate())
        assert len(budgets._times) == budgets.MOST_CALLERS


class TestFailures:
    async def test_expected_one_is_shown_once(self, server: Server, tab: Tab) -> None:
        await tab.send(GateState.refuse)
        state = await tab.state(GateState)
        assert (state.code, state.times_shown) == ("plan_paused", 1)
        assert server.failures == []

    async def test_unexpected_one_is_shown_and_logged_once_under_one_number(
        self, server: Server, tab: Tab, caplog: pytest.LogCaptureFixture
    ) -> None:
        await tab.send(GateState.break_down, text="my 'secret'\ntext")
        state = await tab.state(GateState)
        assert (state.code, state.times_shown) == ("unexpected", 1)
        (told,) = [each for each in caplog.records if each.levelno >= logging.WARNING]
        assert state.incident in told.getMessage()
        assert "GateState.break_down" in told.getMessage()
        assert "RuntimeError" in told.getMessage()
        assert "secret" not in caplog.text
        assert server.failures == []

    async def test_browser_is_told_the_number_alone(self, tab: Tab) -> None:
        await tab.send(GateState.break_down, text="my secret text")
        for word in ("secret", "RuntimeError", "Traceback", "cannot take"):
            assert not tab.saw(word)

    async def test_tab_goes_on_after_a_failure(self, tab: Tab) -> None:
        await tab.send(GateState.break_down, text="x")
        await tab.send(GateState.learner)
        assert calls[-1][0] == "learner"


class TestBackground:
    async def test_second_run_in_a_tab_ends_the_first(self, server: Server, tab: Tab) -> None:
        runs = [await tab.begin(GateState.stay) for _ in range(5)]
        await eventually(lambda: len(calls) == 5 and sum(not run.done() for run in runs) == 1)
        await asyncio.sleep(0.05)
        assert [run.done() for run in runs].count(False) == 1
        assert server.failures == []

    async def test_each_tab_has_a_run_of_its_own(self, server: Server, tab: Tab) -> None:
        second = server.open_tab(tab.cookie)
        runs = [await tab.begin(GateState.stay), await second.begin(GateState.stay)]
        await eventually(lambda: len(calls) == 2)
        assert not any(run.done() for run in runs)

    @pytest.mark.parametrize("leaves", [True, False])
    async def test_who_has_left_meanwhile_does_not_come_back(
        self, server: Server, tab: Tab, leaves: bool
    ) -> None:
        signals["now"] = asyncio.Event()
        run = await tab.begin(GateState.come_back, after="now")
        await eventually(lambda: bool(signals["now"]._waiters))
        if leaves:
            server.sign_out(tab.cookie)
        signals["now"].set()
        await asyncio.wait_for(run, 5)
        assert len(calls) == (0 if leaves else 1)
        assert await shown(tab) == ("signed_out" if leaves else "")

    async def test_visitor_starts_none(self, server: Server) -> None:
        visitor = server.open_tab()
        await visitor.send(GateState.stay)
        assert calls == []
        assert await shown(visitor) == "signed_out"


class TestDeclaring:
    async def test_argument_without_an_annotation_is_refused(self) -> None:
        async def forgotten(self, wanted): ...  # type: ignore[no-untyped-def]

        with pytest.raises(TypeError, match="wanted"):
            handler(LEARNER)(forgotten)

    async def test_handler_that_yields_or_blocks_is_refused(self) -> None:
        async def yields(self: rx.State) -> Any:
            yield

        def blocks(self: rx.State) -> None: ...

        for function in (yields, blocks):
            with pytest.raises(TypeError, match="async"):
                handler(LEARNER)(function)  # type: ignore[arg-type]

    async def test_nobody_is_calling_outside_of_a_handler(self) -> None:
        with pytest.raises(DomainError, match="signed_out"):
            caller()
