"""Mail through SendGrid's own client, to a server that stands for it."""

from __future__ import annotations

import socket

import pytest

from learnconnect_app.adapters import mailers
from learnconnect_app.adapters.mailers import SendGridMailer
from learnconnect_app.domain.ports import Mail, SendError, SendUnknownError
from tests.scheduler.servers import HANG_UP, SendGrid

MAIL = Mail("ayse@example.org", "Yeni parola: ışık", "Merhaba <Ayşe>", "<p>Merhaba</p>")
SENDER = "LearnConnect <no-reply@learn.example>"


def mailer(host: str) -> SendGridMailer:
    return SendGridMailer("SG.the-key", host, SENDER)


def test_mail_is_handed_over_with_the_key(sendgrid_server: SendGrid) -> None:
    mailer(sendgrid_server.url).send(MAIL)
    ((path, headers, body),) = sendgrid_server.requests
    assert path == "/v3/mail/send"
    assert headers["authorization"] == "Bearer SG.the-key"
    assert headers["content-type"] == "application/json"
    assert body["from"] == {"name": "LearnConnect", "email": "no-reply@learn.example"}
    assert body["personalizations"] == [{"to": [{"email": "ayse@example.org"}]}]
    assert body["subject"] == "Yeni parola: ışık"
    assert body["content"] == [
        {"type": "text/plain", "value": "Merhaba <Ayşe>"},
        {"type": "text/html", "value": "<p>Merhaba</p>"},
    ]


def test_links_are_not_rewritten_and_reading_is_not_counted(sendgrid_server: SendGrid) -> None:
    mailer(sendgrid_server.url).send(MAIL)
    tracking = sendgrid_server.requests[0][2]["tracking_settings"]
    assert tracking["click_tracking"] == {"enable": False, "enable_text": False}
    assert tracking["open_tracking"] == {"enable": False}


@pytest.mark.parametrize("status", [400, 404, 413])
def test_mail_that_is_wrong_is_not_tried_again(sendgrid_server: SendGrid, status: int) -> None:
    sendgrid_server.statuses = [status]
    with pytest.raises(SendError, match=str(status)) as refused:
        mailer(sendgrid_server.url).send(MAIL)
    assert refused.value.is_final


@pytest.mark.parametrize("status", [401, 403, 408, 429, 500, 502, 503])
def test_trouble_that_passes_is_tried_again(sendgrid_server: SendGrid, status: int) -> None:
    sendgrid_server.statuses = [status]
    with pytest.raises(SendError, match=str(status)) as refused:
        mailer(sendgrid_server.url).send(MAIL)
    assert not refused.value.is_final
    assert not isinstance(refused.value, SendUnknownError)


def test_provider_that_is_not_there_is_tried_again() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        host = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(SendError, match="not reached") as refused:
            mailer(host).send(MAIL)
    assert not refused.value.is_final


def test_answer_that_never_comes_leaves_it_unknown(sendgrid_server: SendGrid) -> None:
    sendgrid_server.statuses = [HANG_UP]
    with pytest.raises(SendUnknownError):
        mailer(sendgrid_server.url).send(MAIL)


def test_provider_that_is_silent_is_waited_for_only_so_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mailers, "TIMEOUT_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        host = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(SendUnknownError):
            mailer(host).send(MAIL)


def test_key_is_in_no_message(sendgrid_server: SendGrid) -> None:
    sendgrid_server.statuses = [401]
    with pytest.raises(SendError) as refused:
        mailer(sendgrid_server.url).send(MAIL)
    assert "the-key" not in str(refused.value)
