"""Real pushes to a push service on loopback: what it gets, and what its answers mean."""

from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from learnconnect_app.adapters import pushers
from learnconnect_app.adapters.pushers import WebPusher
from learnconnect_app.adapters.vapid import new_key, public_key
from learnconnect_app.domain.ports import GoneError, Push, SendError, SendUnknownError
from learnconnect_app.domain.pushes import MOST_PAYLOAD_BYTES
from tests.push_services import DRIP, HANG, HANG_UP, PushedBrowser, PushService, from_url_safe
from tests.running import START, Clock, Configure

PAYLOAD = {"title": "Bugünün planı hazır", "body": "3 adım", "url": "/home", "tag": "t"}


@pytest.fixture
def browser() -> PushedBrowser:
    return PushedBrowser()


@pytest.fixture
def pusher(configure: Configure) -> WebPusher:
    configure(vapid_private_key=new_key(), mail_from="LearnConnect <hello@learn.example>")
    return WebPusher("LearnConnect <hello@learn.example>", may_be_local=True)


def a_push(service: PushService, browser: PushedBrowser, **values: Any) -> Push:
    given = {
        "endpoint": f"{service.url}/one",
        "p256dh": browser.p256dh,
        "auth": browser.auth,
        "payload": json.dumps(PAYLOAD, ensure_ascii=False),
    }
    return Push(**(given | values))


# ---- what is sent ---------------------------------------------------------------------------


def test_browser_reads_what_was_pushed_and_nobody_else(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    pusher.send(a_push(service, browser))
    (received,) = service.received
    assert (received.path, received.headers["content-encoding"]) == ("/one", "aes128gcm")
    assert browser.read(received.body) == PAYLOAD
    assert "plan" not in received.body.decode("latin-1")
    with pytest.raises(Exception, match="Decryption error"):
        PushedBrowser().read(received.body)


def test_headers_say_how_long_how_urgent_and_what_it_takes_the_place_of(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    pusher.send(a_push(service, browser, topic="day_ready-1", ttl_seconds=900, is_urgent=True))
    pusher.send(a_push(service, browser))
    first, second = (each.headers for each in service.received)
    assert (first["ttl"], first["topic"], first["urgency"]) == ("900", "day_ready-1", "high")
    assert (second["ttl"], second["urgency"]) == ("3600", "normal")
    assert "topic" not in second


def test_push_service_can_tell_who_sends(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    """VAPID: a token for this push service alone, signed with the key that is named beside it."""
    pusher.send(a_push(service, browser))
    scheme, _, rest = service.received[0].headers["authorization"].partition(" ")
    named = dict(part.split("=", 1) for part in rest.split(","))
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_url_safe(named["k"]))
    claims = jwt.decode(named["t"], point, algorithms=["ES256"], audience=service.url)
    assert scheme == "vapid"
    assert named["k"] == public_key()
    assert claims["sub"] == "mailto:hello@learn.example"
    assert 0 < claims["exp"] - time.time() <= 24 * 3600


def test_connection_is_kept_for_the_next_push(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    for _ in range(3):
        pusher.send(a_push(service, browser))
    assert len({each.port for each in service.received}) == 1


def test_largest_payload_fits_into_what_every_push_service_takes(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    pusher.send(a_push(service, browser, payload='"' + "x" * (MOST_PAYLOAD_BYTES - 2) + '"'))
    assert len(service.received[0].body) <= 4096


# ---- what answers mean ----------------------------------------------------------------------


@pytest.mark.parametrize("status", [404, 410])
def test_browser_that_is_gone_is_told_apart(
    service: PushService, pusher: WebPusher, browser: PushedBrowser, status: int
) -> None:
    service.answers = [status]
    with pytest.raises(GoneError):
        pusher.send(a_push(service, browser))


@pytest.mark.parametrize(
    ("status", "is_final"),
    [(400, True), (413, True), (302, True), (307, True)]
    + [(status, False) for status in (401, 403, 408, 429, 500, 502, 503, 504)],
)
def test_push_that_was_not_taken_may_be_tried_again_unless_it_is_to_blame(
    service: PushService, pusher: WebPusher, browser: PushedBrowser, status: int, is_final: bool
) -> None:
    service.answers, service.headers = [status], {"location": f"{service.url}/elsewhere"}
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser))
    assert not isinstance(refused.value, GoneError | SendUnknownError)
    assert refused.value.is_final == is_final
    assert str(status) in str(refused.value)
    assert len(service.received) == 1  # nobody was sent elsewhere


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("999999", 3600),
        ("-5", 0),
        ("soon", 0),
        ("", 0),
        (f"{START:%a, %d %b %Y} 09:05:00 GMT", 300),
        (f"{START:%a, %d %b %Y} 08:00:00 GMT", 0),
        ("Mon, 02 Mar 2026 09:05:00", 0),
    ],
)
def test_push_service_that_asks_to_be_left_alone_is_heard(
    service: PushService,
    pusher: WebPusher,
    browser: PushedBrowser,
    clock: Clock,
    header: str,
    seconds: int,
) -> None:
    service.answers, service.headers = [429], {"retry-after": header}
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser))
    assert refused.value.after_seconds == seconds


def test_answers_text_is_neither_read_nor_told(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    service.answers, service.body = [500], b"internal: 10.0.0.1 " * 50_000
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser))
    assert "internal" not in str(refused.value)


@pytest.mark.parametrize("answer", [HANG, HANG_UP])
def test_push_that_left_without_an_answer_may_have_been_taken(
    service: PushService,
    pusher: WebPusher,
    browser: PushedBrowser,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
) -> None:
    monkeypatch.setattr(pushers, "TIMEOUT_SECONDS", 0.3)
    service.answers = [answer]
    with pytest.raises(SendUnknownError):
        pusher.send(a_push(service, browser))
    assert len(service.received) == 1


def test_answer_that_comes_letter_by_letter_holds_up_nobody(
    service: PushService,
    pusher: WebPusher,
    browser: PushedBrowser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pushers, "LONGEST_ANSWER_SECONDS", 0.3)
    service.answers, began = [DRIP], time.monotonic()
    with suppress(SendError):
        pusher.send(a_push(service, browser))
    assert time.monotonic() - began < pushers.TIMEOUT_SECONDS


def test_push_service_that_is_not_there_is_tried_again(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = server.getsockname()[1]
    for address in (f"http://127.0.0.1:{closed}/x", f"https://127.0.0.1:{closed}/x"):
        with pytest.raises(SendError) as refused:
            pusher.send(a_push(service, browser, endpoint=address))
        assert not isinstance(refused.value, SendUnknownError)
        assert not refused.value.is_final


def test_push_service_without_a_certificate_gets_nothing(
    service: PushService, pusher: WebPusher, browser: PushedBrowser
) -> None:
    plain = service.url.replace("http:", "https:")
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser, endpoint=f"{plain}/x"))
    assert not isinstance(refused.value, SendUnknownError)
    assert service.received == []


@pytest.mark.parametrize(
    "keys",
    [
        {"p256dh": "B" * 87},
        {"p256dh": "not base64!"},
        {"p256dh": ""},
        {"auth": "x"},
        {"auth": ""},
    ],
)
def test_subscription_with_broken_keys_is_gone(
    service: PushService, pusher: WebPusher, browser: PushedBrowser, keys: dict[str, str]
) -> None:
    with pytest.raises(GoneError):
        pusher.send(a_push(service, browser, **keys))
    assert service.received == []


# ---- where pushes may go --------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "http://push.example/x",
        "https://10.0.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/x",
        "https://user@push.example/x",
        "file:///etc/passwd",
    ],
)
def test_address_that_is_no_push_services_is_refused(
    service: PushService, pusher: WebPusher, browser: PushedBrowser, address: str
) -> None:
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser, endpoint=address))
    assert refused.value.is_final


def test_in_production_loopback_is_refused_too(
    service: PushService, configure: Configure, browser: PushedBrowser
) -> None:
    configure(vapid_private_key=new_key())
    pusher = WebPusher("hello@learn.example", may_be_local=False)
    with pytest.raises(SendError, match="not allowed"):
        pusher.send(a_push(service, browser))
    assert service.received == []


def resolves_to(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Every name leads to the first address, and later to the next."""
    left, real = list(answers), socket.getaddrinfo

    def found(host: str, port: int, *args: Any, **options: Any) -> Any:
        if host != "push.example":
            return real(host, port, *args, **options)
        address = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)


@pytest.mark.parametrize("address", ["10.0.0.7", "127.0.0.1", "192.168.1.1", "0.0.0.0"])
def test_public_name_of_a_private_host_is_refused(
    service: PushService,
    configure: Configure,
    browser: PushedBrowser,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    configure(vapid_private_key=new_key())
    resolves_to(monkeypatch, address)
    pusher = WebPusher("hello@learn.example", may_be_local=False)
    with pytest.raises(SendError, match="not a public host"):
        pusher.send(a_push(service, browser, endpoint="https://push.example/x"))


def test_name_that_resolves_to_another_address_the_second_time_reaches_nobody(
    service: PushService,
    configure: Configure,
    browser: PushedBrowser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The address is asked of the connection too: a name can be public only when it is checked."""
    configure(vapid_private_key=new_key())
    resolves_to(monkeypatch, "93.184.215.14", "127.0.0.1")
    pusher = WebPusher("hello@learn.example", may_be_local=False)
    port = service.url.rpartition(":")[2]
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser, endpoint=f"https://push.example:{port}/x"))
    assert not isinstance(refused.value, SendUnknownError)
    assert service.received == []


def test_name_that_is_not_found_is_tried_again(
    service: PushService,
    pusher: WebPusher,
    browser: PushedBrowser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(*_: Any, **__: Any) -> Any:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(SendError, match="was not found") as refused:
        pusher.send(a_push(service, browser, endpoint="https://push.example/x"))
    assert not refused.value.is_final


def test_name_that_cannot_be_one_is_refused_for_good(
    service: PushService,
    pusher: WebPusher,
    browser: PushedBrowser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreadable(*_: Any, **__: Any) -> Any:
        raise UnicodeError("label empty or too long")

    monkeypatch.setattr(socket, "getaddrinfo", unreadable)
    with pytest.raises(SendError) as refused:
        pusher.send(a_push(service, browser, endpoint="https://push.example/x"))
    assert refused.value.is_final
