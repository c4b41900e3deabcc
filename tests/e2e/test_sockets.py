"""The events' socket: closed to foreign pages and strangers, unmoved by whatever is sent."""

from __future__ import annotations

import hashlib
import inspect
import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import reflex as rx
from sqlmodel import SQLModel, col, select

from learnconnect_app.models import DailyTask, PersonalizedPlan, User, WeeklyPlan
from learnconnect_app.pages.attempts import state as attempts
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.pages.tracks.state import TracksState
from tests.e2e.conftest import App, Learner, running
from tests.e2e.screens import HomeScreen
from tests.e2e.wire import NAMESPACE, HungUpError, RefusedError, SilenceError, Wire, wire

pytestmark = pytest.mark.browser

AttemptState = attempts.TestState  # pytest would take it for tests by its own name
STATES = (HomeState, PlanState, AttemptState, TracksState, SettingsState)
MARK = "FUZZ"
FRAMES = 500
PASSING = {
    "auth_session",
    "heartbeat",
    "notification",
    "outbox_message",
    "rate_limit",
    "reminder_planning",
}
"""Tables that the clock and the scheduler change by themselves."""


@pytest.fixture(scope="module")
def app(app: App, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Another one on the same build: no test of an earlier learner runs out of time in it."""
    with running(tmp_path_factory.mktemp("app")) as started:
        yield started


def handler(state: type[rx.State], name: str) -> str:
    assert name in state.event_handlers
    return f"{state.get_full_name()}.{name}"


def contents(app: App) -> dict[str, str]:
    """A digest of each table."""
    digests = {}
    with app.database.reader.connect() as connection:
        for name, table in SQLModel.metadata.tables.items():
            if name not in PASSING:
                rows = sorted(repr(tuple(row)) for row in connection.execute(table.select()))
                digests[name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return digests


# ---- who may connect --------------------------------------------------------------------------


def test_our_own_pages_may_connect(app: App) -> None:
    with wire(app, origin=app.url):
        pass


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "{own}.evil.example",
        "http://evil.example/{own}",
        "null",
        "https://localhost:{port}",
        "http://localhost:1",
        "http://localhost",
        "file://",
    ],
)
def test_a_foreign_page_may_not_connect(app: App, origin: str) -> None:
    port = app.url.rpartition(":")[2]
    with (
        pytest.raises(RefusedError),
        wire(app, origin=origin.format(own=app.url, port=port)),
    ):
        pass


def test_a_foreign_page_may_not_poll_either(app: App, learner: Learner) -> None:
    page = learner.visit()
    for origin, is_ours in ((app.url, True), ("http://evil.example", False), ("null", False)):
        answer = page.request.get(
            f"{NAMESPACE}/?EIO=4&transport=polling&token=t", headers={"Origin": origin}
        )
        assert is_ours or not answer.ok
        allowed = answer.headers.get("access-control-allow-origin", "")
        assert set(filter(None, allowed.split(", "))) <= {app.url}


# ---- who may do what --------------------------------------------------------------------------


def test_a_visitor_is_sent_to_the_sign_in_and_told_nothing(app: App) -> None:
    for state in STATES:
        with wire(app) as visitor:
            visitor.event(handler(state, "enter"))
            answer = visitor.until(lambda frame: "_redirect" in frame)
            assert "/login?next=" in answer
            assert "display_name" not in "".join(visitor.heard) or '"display_name":""' in "".join(
                visitor.heard
            )


def test_what_belongs_to_another_learner_cannot_be_touched(
    app: App, learner: Learner, learners: Callable[[], Learner]
) -> None:
    owner = learners().has_account(name="Owner Whose Name Is Secret")
    attempt = app.stage.weekly_test(owner.email)
    app.stage.plan(learner.has_account().email)
    with app.database.reading() as session:
        plan = session.exec(
            select(PersonalizedPlan)
            .join(User, col(User.id) == PersonalizedPlan.user_id)
            .where(User.email == owner.email)
        ).one()
        week = session.exec(select(WeeklyPlan).where(WeeklyPlan.plan_id == plan.id)).first()
        assert week
        tasks = session.exec(select(DailyTask).where(DailyTask.weekly_plan_id == week.id)).all()
    before = contents(app)
    token = app.stage.session_token(learner.email)
    test, task = f"/test/{attempt}", str(tasks[0].id)
    plan_id, week_id = str(plan.id), str(week.id)
    calls: list[tuple[type[rx.State], str, str, dict[str, Any]]] = [
        (PlanState, "start", "/plan", {"task_id": task}),
        (PlanState, "complete", "/plan", {"task_id": task}),
        (PlanState, "pause", "/plan", {"plan_id": plan_id}),
        (PlanState, "resume", "/plan", {"plan_id": plan_id}),
        (PlanState, "switch", "/plan", {"plan_id": plan_id}),
        (PlanState, "begin_test", "/plan", {"kind": "weekly", "target_id": week_id}),
        (PlanState, "begin_test", "/plan", {"kind": "final", "target_id": plan_id}),
        (HomeState, "resume", "/home", {"plan_id": plan_id}),
        (TracksState, "take_up", "/plan/new", {"plan_id": plan_id}),
        (AttemptState, "answer", test, {"position": 0, "response": 1, "seconds": 1, "ticket": 1}),
        (AttemptState, "go", test, {"position": 2}),
        (AttemptState, "submit", test, {"unsaved": [[0, 1, 1.0]]}),
    ]
    for state, name, path, payload in calls:
        with wire(app, session_token=token) as stranger:
            stranger.event(handler(state, name), path, **payload)
            answer = stranger.until(lambda frame: "not_found" in frame)
            assert "Secret" not in "".join(stranger.heard), (name, answer)
    with wire(app, session_token=token) as stranger:
        stranger.event(handler(AttemptState, "enter"), test)
        stranger.until(lambda frame: '"is_missing_rx_state_":true' in frame)
        stranger.event(handler(PlanState, "open_day"), "/plan", task_id=task)
        stranger.event(handler(PlanState, "dismiss_error"))
        stranger.until(lambda frame: "plans___state" in frame)
        heard = "".join(stranger.heard)
    assert attempt not in heard.replace(test, "")
    assert contents(app) == before


# ---- whatever is sent -------------------------------------------------------------------------


def all_handlers(state: type[rx.State] = rx.State) -> Iterator[tuple[str, bool]]:
    """Reflex's own too; and whether it takes no arguments."""
    for name, handler in state.event_handlers.items():
        takes = set(inspect.signature(handler.fn).parameters)
        yield f"{state.get_full_name()}.{name}", takes == {"self"}
    for substate in state.get_substates():
        yield from all_handlers(substate)


class Fuzzer:
    """Frames from a seed; every text in their arguments bears the mark."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.takes_nothing = dict(sorted(all_handlers()))

    def text(self, mark: str = MARK) -> str:
        odd = self.random.choice(("", "\x00", "İ", "😀", "'\"<>", "\\", "%s{0}", "\u202e"))
        return f"{mark}-{self.random.randrange(10**9)}{odd}{mark}"

    def value(self, depth: int = 0) -> Any:
        kinds: list[Callable[[], Any]] = [
            self.text,
            lambda: None,
            lambda: self.random.choice((True, False)),
            lambda: self.random.choice((0, -1, 2**31, 2**63, -(2**70), 10**30)),
            lambda: self.random.choice((0.5, -1e308, 1e-320)),
            lambda: "00000000-0000-4000-8000-000000000000",
            lambda: f"{MARK}\ud800{MARK}",  # half a character
        ]
        if depth < 4:
            kinds += [
                lambda: [self.value(depth + 1) for _ in range(self.random.randrange(5))],
                lambda: {
                    self.text(): self.value(depth + 1) for _ in range(self.random.randrange(4))
                },
            ]
        return self.random.choice(kinds)()

    def arguments(self) -> dict[str, Any]:
        names = (
            "task_id", "plan_id", "target_id", "kind", "position", "option", "seconds", "ticket",
            "unsaved", "locale", "key", "form", "value", "vars", "info", "component_stack", "self",
            "__class__", self.text("a-name"),
        )  # fmt: skip
        chosen = self.random.sample(names, self.random.randrange(5))
        return {name: self.value() for name in chosen}

    def event(self) -> dict[str, Any]:
        event: dict[str, Any] = {
            "name": self.random.choice((*self.takes_nothing, self.text("a-name"))),
            "payload": self.arguments(),
            "router_data": {"pathname": "/test/" + self.text(), "query": {}},
        }
        if self.random.random() < 0.1:
            event[self.random.choice(("payload", "router_data", "token"))] = self.value()
        if self.random.random() < 0.05:
            del event[self.random.choice(list(event))]
        if self.takes_nothing.get(event.get("name", "")) and not event.get("payload"):
            event["payload"] = {"info": self.value()}  # empty, it would be a learner's own press
        return event

    def frame(self) -> str | bytes:
        packets: list[Callable[[], str | bytes]] = [
            *[lambda: f"42{NAMESPACE}," + json.dumps(["event", self.event()])] * 60,
            lambda: f"42{NAMESPACE}," + json.dumps(["event", self.value()]),
            lambda: f"42{NAMESPACE}," + json.dumps([self.text("a-name"), self.value()]),
            lambda: f"42{NAMESPACE}," + json.dumps(["client_error", self.value()]),
            lambda: f"42{NAMESPACE}," + json.dumps(self.value()),
            lambda: f"42{NAMESPACE}," + "[" * self.random.randrange(2, 2000),
            lambda: f"42{NAMESPACE},7" + json.dumps(["ping", self.text()]),
            lambda: f"4{self.random.randrange(10)}{NAMESPACE}," + self.text(),
            lambda: f"{self.random.randrange(10)}{self.text()}",
            lambda: f"45{self.random.randrange(9)}-{NAMESPACE}," + json.dumps(["event"]),
            lambda: self.random.randbytes(self.random.randrange(200)),
            lambda: self.text(),
        ]
        return self.random.choice(packets)()


def test_five_hundred_random_frames_change_nothing_and_leave_no_value_in_the_log(
    app: App, learner: Learner
) -> None:
    app.stage.weekly_test(learner.has_account().email)
    token = app.stage.session_token(learner.email)
    fuzzer, before, logged = Fuzzer(seed=20), contents(app), app.log.stat().st_size
    sent = connections = 0
    while sent < FRAMES:
        connections += 1
        with wire(app, session_token=token) as hostile:
            sent += pour(hostile, fuzzer, FRAMES - sent)
    log = app.log.read_text()[logged:]
    assert contents(app) == before
    assert MARK not in log
    assert "a-name" not in log
    assert "Traceback" not in log
    assert not re.search(r"\bincident [0-9a-f]{8}\b", log)  # no handler of ours broke
    assert connections < FRAMES / 2
    # others do not notice
    page = learner.signed_in()
    HomeScreen(page).open()
    assert page.request.get("/healthz").ok


def pour(hostile: Wire, fuzzer: Fuzzer, most: int) -> int:
    """Send until the server hangs up, or listens no more; how many frames there were."""
    for count in range(1, most + 1):
        try:
            hostile.send(fuzzer.frame())
            hostile.send(f'42{NAMESPACE},["ping"]')
            hostile.until(lambda frame: '"pong"' in frame, seconds=0.5)
        except (HungUpError, SilenceError):
            return count
    # what comes after all of it is dealt with after it
    hostile.event(handler(HomeState, "enter"), "/home")
    hostile.until(lambda frame: "home___state" in frame)
    return most


def test_a_frame_that_is_too_large_ends_its_connection_alone(app: App, learner: Learner) -> None:
    token = app.stage.session_token(learner.has_account().email)
    with wire(app, session_token=token) as innocent:
        with wire(app, session_token=token) as hostile:
            hostile.event(handler(TracksState, "choose"), "/plan/new", key="x" * 100_000)
            with pytest.raises(HungUpError):
                hostile.until(lambda frame: "no such frame" in frame)
        innocent.event(handler(HomeState, "enter"), "/home")
        innocent.until(lambda frame: "home___state" in frame)
