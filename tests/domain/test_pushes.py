"""Where a push may be sent, and what takes the place of what."""

from __future__ import annotations

import re
from ipaddress import ip_address

import pytest

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.pushes import checked_endpoint, is_public, topic_of


def test_topic_is_short_and_url_safe_and_the_same_for_the_same_thing() -> None:
    topics = {
        topic_of("day_ready", ""),
        topic_of("session_soon", "1"),
        topic_of("session_soon", "2"),
    }
    assert len(topics) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", topic) for topic in topics)
    assert topic_of("session_soon", "1") in topics


@pytest.mark.parametrize(
    "url",
    [
        "https://fcm.googleapis.com/fcm/send/abc:APA91b",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QGuQyavXutnMH",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD",
        "https://push.example:8443/x",
        "https://push.example./x",
        f"https://{'a' * 63}.example/x",
        "https://93.184.215.14/x",
    ],
)
def test_addresses_of_push_services_are_taken(url: str) -> None:
    assert checked_endpoint(url, may_be_local=False).hostname


@pytest.mark.parametrize(
    "url",
    [
        "",
        "push.example/x",
        "http://push.example/x",
        "ftp://push.example/x",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://localhost/x",
        "https://LOCALHOST/x",
        "https://api.localhost/x",
        "https://printer.local/x",
        "https://intranet/x",
        "https://127.0.0.1/x",
        "https://127.1/x ",
        "https://[::1]/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://[64:ff9b::10.0.0.1]/x",
        "https://[2002:7f00:1::]/x",
        "https://10.1.2.3/x",
        "https://172.16.0.1/x",
        "https://192.168.0.1/x",
        "https://169.254.169.254/x",
        "https://100.64.0.1/x",
        "https://0.0.0.0/x",
        "https://224.0.0.1/x",
        "https://user:secret@push.example/x",
        "https://push.example:0/x",
        "https://push.example:99999/x",
        "https://push.example:port/x",
        "https://[bad/x",
        "https://push.example\\@10.0.0.1/x",
        "https://push.example/\r\nx: y",
        "https://püsh.example/x",
        "https://push..example/x",
        "https://.push.example/x",
        "https://push.example../x",
        f"https://{'a' * 64}.example/x",
    ],
)
def test_all_else_is_refused(url: str) -> None:
    with pytest.raises(DomainError) as refused:
        checked_endpoint(url, may_be_local=False)
    assert (refused.value.code, refused.value.field) == ("push_endpoint", "endpoint")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:5000/x", "http://localhost/x", "https://[::1]/x"]
)
def test_own_machine_is_taken_in_development_alone(url: str) -> None:
    assert checked_endpoint(url, may_be_local=True)
    with pytest.raises(DomainError):
        checked_endpoint(url, may_be_local=False)


@pytest.mark.parametrize("url", ["http://10.0.0.1/x", "https://10.0.0.1/x", "ftp://localhost/x"])
def test_other_machines_of_our_network_are_not_even_then(url: str) -> None:
    with pytest.raises(DomainError):
        checked_endpoint(url, may_be_local=True)


def test_public_addresses_are_those_of_the_internet() -> None:
    assert is_public(ip_address("93.184.215.14"))
    assert is_public(ip_address("2606:4700::1111"))
    assert is_public(ip_address("::ffff:93.184.215.14"))
    for private in (
        "10.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fd00::1",
        "64:ff9b::7f00:1",
        "ff02::1",
    ):
        assert not is_public(ip_address(private)), private
