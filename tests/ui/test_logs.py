"""No cookie, token, password or typed text gets into a log, whoever writes and whatever breaks."""

from __future__ import annotations

import asyncio
import io
import logging
import time
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reflex_base.event import Event
from sqlalchemy.exc import SQLAlchemyError

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.logs import LONGEST, configure_logs, redacted
from learnconnect_app.models import User
from tests.ui.states import GateState
from tests.ui.tabs import Server, eventually

SECRET = "Zq7-hunter2_Xk9"


@pytest.fixture(autouse=True)
def configured() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    configure_logs()
    yield
    logging.setLogRecordFactory(before)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that a handler of another library writes, whatever its format."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s %(args)s"))
    logger = logging.getLogger()
    logger.addHandler(handler)
    yield stream
    logger.removeHandler(handler)


@pytest.mark.parametrize(
    "line",
    [
        "Cookie: __Host-session={}",
        "cookie: language=tr; __Host-session={}; theme=dark",
        "Set-Cookie: __Host-session={}; HttpOnly",
        "  cookie: theme=dark light; a={}",
        "{{'cookie': 'language=tr; __Host-session={}', 'host': 'x'}}",
        "{{'headers': {{'cookie': \"a='b'; __Host-session={}\"}}}}",
        "[(b'cookie', b'language=tr; __Host-session={}'), (b'host', b'x')]",
        "__Host-session={}",
        "Authorization: Bearer {}",
        "authorization: Basic {} more",
        "{{'Authorization': 'Bearer {}'}}",
        "(b'authorization', b'Bearer {}')",
        "headers Authorization=Bearer {}",
        "password={}",
        "password = '{}'",
        '{{"email": "a@b.c", "password": "{}"}}',
        '{{"password": "two words {}"}}',
        '{{"password": "quoted \\" {}"}}',
        'body: "{{\\"password\\": \\"two words {}\\"}}"',
        "{{'new_password': '{}'}}",
        "Credentials(email='a@b.c', password='{}')",
        "token={}&next=/home",
        "GET /_event?token={}&EIO=4",
        "csrf_token: {}",
        "'token_hash': '{}'",
        "x-csrf-token: {}",
        "secret_key='{}'",
        "api_key: {}",
        "VAPID_PRIVATE_KEY={}",
        "GET /reset-password/{} HTTP/1.1",
        "POST /confirm-address/{} HTTP/1.1",
        "http://localhost/calendar/{}.ics",
        "at /share/{}?x=1",
        "postgresql://learn:{}@db/learn",
        "smtp://me%40x:{}@mail:587",
        "redis://:{}@cache:6379",
        "key SG.abcdefgh12345.{}",
        "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA${}",
        "[parameters: ('a@b.c', '{}')]",
        "input_value='{}', input_type=str",
        "Event(name='x', payload={{'text': '{}'}})",
        "no associated token. Event data: {{'payload': '{}'}}",
        "Failed to deserialize event data: {}.",
        "Event data must be a dictionary, but received {} of type str",
        "argument 'x' with value '{}' and type hint 'int'",
        "Received a string value ({}) but expected a date",
        "Received an invalid enum value ({}) for type X",
    ],
)
def test_value_is_taken_out_of_a_line(line: str) -> None:
    assert SECRET not in redacted(line.format(SECRET))


@pytest.mark.parametrize(
    "line",
    [
        "INFO submitted 3 tests whose time was over",
        "incident 3f2a91bc at /api/v1/auth/login",
        "mail 7c0f3a52: SMTP answered 450",
        "GET /plan?week=2 200",
        "task started: DailyTask(id=5)",
        "https://api.sendgrid.com was not reached",
    ],
)
def test_line_without_a_secret_stays_as_it_is(line: str) -> None:
    assert redacted(line) == line


@settings(deadline=None)
@given(
    st.sampled_from(["password", "Cookie", "token", "Authorization: Bearer", "__Host-session"]),
    st.sampled_from([": ", "=", "': '", '": "', "', b'"]),
)
def test_taking_out_twice_changes_no_more(name: str, between: str) -> None:
    once = redacted(f"before {name}{between}{SECRET}' after")
    assert redacted(once) == once


@pytest.mark.parametrize(
    "hostile",
    ["password" * 9000, "a" * 70_000, "cookie: " * 9000, '\\"' * 30_000, "://" * 20_000,
     "token='" * 9000, "with value '" * 6000, "$argon2" * 9000, "x://" * 9000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_no_text_takes_long(hostile: str) -> None:
    begun = time.process_time()
    assert len(redacted(hostile)) <= LONGEST * 2
    assert time.process_time() - begun < 0.5


WAYS: dict[str, Callable[[logging.Logger], None]] = {
    "message": lambda log: log.warning(f"password={SECRET}"),
    "arguments": lambda log: log.warning("%s=%s", "password", SECRET),
    "named arguments": lambda log: log.warning("token=%(t)s", {"t": SECRET}),
    "dictionary": lambda log: log.warning("headers %s", {"cookie": f"a=b; c={SECRET}"}),
    "object": lambda log: log.warning(ValueError(f"password={SECRET}")),
    "wrong format": lambda log: log.warning("%d password=" + SECRET, "no number"),
    "stack": lambda log: log.warning("here", stack_info=True, extra={"x": 1}),
}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("name", ["learnconnect_app.x", "reflex.app", "uvicorn.access", "asyncio"])
def test_no_way_of_writing_gets_around_it(way: str, name: str, written: io.StringIO) -> None:
    WAYS[way](logging.getLogger(name))
    assert written.getvalue()
    assert SECRET not in written.getvalue()


def test_text_of_an_exception_is_redacted_and_its_place_is_kept(written: io.StringIO) -> None:
    try:
        try:
            raise ValueError(f"password={SECRET}")
        except ValueError as error:
            raise RuntimeError(f"{{'cookie': '{SECRET}'}}") from error
    except RuntimeError:
        logging.getLogger("x").exception("incident %s", "3f2a91bc")
    assert SECRET not in written.getvalue()
    assert "incident 3f2a91bc" in written.getvalue()
    assert "ValueError" in written.getvalue()
    assert "RuntimeError" in written.getvalue()
    assert "test_logs.py" in written.getvalue()


@pytest.mark.parametrize("name", ["engineio.server", "learnconnect_app.ui.incidents"])
def test_what_a_client_broke_is_told_in_a_line_without_its_words(
    name: str, written: io.StringIO
) -> None:
    try:
        {"data": SECRET}[0]  # type: ignore[index]
    except KeyError as error:
        logging.getLogger(name).error("a frame failed", exc_info=error)
    try:
        int(SECRET)
    except ValueError:
        logging.getLogger(name).exception("another frame failed")
    told = written.getvalue()
    assert "a frame failed\n    KeyError in test_logs.py:" in told
    assert "another frame failed\n    ValueError in test_logs.py:" in told
    assert SECRET not in told
    assert "Traceback" not in told


def test_statement_that_the_database_refuses_keeps_its_values_to_itself(
    installed: Database, written: io.StringIO
) -> None:
    try:
        with installed.transaction() as session:
            session.add(User(email=SECRET, password_hash=SECRET, display_name=SECRET))  # type: ignore[call-arg]
    except SQLAlchemyError:
        logging.getLogger("x").exception("failed")
    assert "IntegrityError" in written.getvalue()
    assert SECRET not in written.getvalue()


def test_nobody_can_write_what_looks_like_a_line_of_ours(written: io.StringIO) -> None:
    logging.getLogger("x").warning("agent %s", "Mozilla\nERROR root: all is lost\r\x1b[2Jgone")
    lines = written.getvalue().splitlines()
    assert [line for line in lines if line.startswith("ERROR")] == []
    assert "\x1b" not in written.getvalue()


class TestReflex:
    """What Reflex logs of events it does not understand: it writes them out with all headers."""

    pytestmark = pytest.mark.anyio

    @pytest.mark.parametrize(
        "name", ["no.such.event", "reflex___state____state.setvar", "x', cookie='y"]
    )
    async def test_unknown_event(
        self, server: Server, learner: UUID, written: io.StringIO, name: str
    ) -> None:
        tab = server.open_tab(f"__Host-session={SECRET}; other={SECRET}")
        event = Event(
            name=name,
            payload={"var_name": SECRET, "value": SECRET},
            router_data={"headers": {"cookie": tab.cookie}, "pathname": "/x", "asPath": "/x"},
        )
        await server.processor.enqueue(tab.token, event)
        if name == "no.such.event":
            await eventually(lambda: "KeyError in" in written.getvalue())
        await asyncio.sleep(0.05)
        assert SECRET not in written.getvalue()

    async def test_argument_it_cannot_convert(
        self, server: Server, learner: UUID, written: io.StringIO
    ) -> None:
        tab = server.open_tab(server.sign_in(learner))
        await tab.send(GateState.take_id, wanted=SECRET)
        await tab.send(GateState.take_day, day=SECRET)
        assert "Error transforming event payload" in written.getvalue()
        assert SECRET not in written.getvalue()


def test_connection_string_is_not_told_when_the_database_is_away(
    configure: Callable[..., None], written: io.StringIO
) -> None:
    from learnconnect_app import wiring
    from learnconnect_app.services.health import is_scheduler_heard

    configure(database_url=f"postgresql://learn:{SECRET}@127.0.0.1:1/learn")
    try:
        wiring.read(is_scheduler_heard)
    except SQLAlchemyError:
        logging.getLogger("x").exception("the database cannot be reached")
    assert "OperationalError" in written.getvalue()
    assert SECRET not in written.getvalue()
