"""What a provider is really handed for a composed mail: by SendGrid's client, and by SMTP."""

from __future__ import annotations

from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest

from learnconnect_app.adapters.mail_addresses import Sender, sender_of, written
from learnconnect_app.adapters.mailers import SendGridMailer, SmtpMailer
from learnconnect_app.domain.ports import SendError
from tests.mails import ENDED_RULES, KINDS, ROW, a_mail
from tests.running import START, Clock
from tests.scheduler.servers import SendGrid, Smtp

SENDER = "LearnConnect <no-reply@learn.example>"


def by_sendgrid(server: SendGrid, sender: str = SENDER) -> SendGridMailer:
    return SendGridMailer("SG.the-key", server.url, sender)


def by_smtp(server: Smtp, sender: str = SENDER) -> SmtpMailer:
    return SmtpMailer(f"smtp://127.0.0.1:{server.port}", sender)


# ---- SendGrid ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_sendgrid_is_handed_all_of_it(sendgrid_server: SendGrid, kind: str) -> None:
    mail = a_mail(kind, "tr")
    by_sendgrid(sendgrid_server).send(mail)
    ((_, _, body),) = sendgrid_server.requests
    assert body == {
        "from": {"name": "LearnConnect", "email": "no-reply@learn.example"},
        "personalizations": [{"to": [{"email": "ayse@example.org"}]}],
        "subject": mail.subject,
        "content": [
            {"type": "text/plain", "value": mail.text},
            {"type": "text/html", "value": mail.html},
        ],
        "headers": dict(mail.headers),
        "custom_args": {"outbox_id": str(ROW)},
        "categories": [kind],
        "tracking_settings": {
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
            "ganalytics": {"enable": False},
        },
        "mail_settings": {"sandbox_mode": {"enable": False}},
    }


def test_sendgrid_gets_the_way_out(sendgrid_server: SendGrid) -> None:
    by_sendgrid(sendgrid_server).send(a_mail("weekly_report"))
    headers = sendgrid_server.requests[0][2]["headers"]
    assert headers["List-Unsubscribe"].startswith("<https://learn.example/unsubscribe/")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


# ---- SMTP -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_smtp_hands_over_all_of_it(smtp_server: Smtp, clock: Clock, kind: str) -> None:
    mail = a_mail(kind, "tr")
    by_smtp(smtp_server).send(mail)
    (message,) = smtp_server.messages
    assert message["subject"] == mail.subject
    assert message["message-id"] == f"<{ROW}@learnconnect>"
    assert parsedate_to_datetime(message["date"]) == START
    assert {name: message[name] for name, _ in mail.headers} == dict(mail.headers)
    text, html = message.iter_parts()
    assert text.get_content().splitlines() == mail.text.splitlines()
    assert html.get_content().splitlines() == mail.html.splitlines()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")


def test_second_try_is_known_as_the_same_mail(smtp_server: Smtp) -> None:
    for _ in range(2):
        by_smtp(smtp_server).send(a_mail("missed_day"))
    first, second = smtp_server.messages
    assert first["message-id"] == second["message-id"]


def test_no_line_is_longer_than_mail_allows(smtp_server: Smtp) -> None:
    by_smtp(smtp_server).send(a_mail("digest", "tr"))
    assert max(len(line) for line in as_received(smtp_server)) <= 998


def test_one_click_is_in_one_line(smtp_server: Smtp) -> None:
    """RFC 8058 has it read as it stands, by programs that unfold nothing too."""
    by_smtp(smtp_server).send(a_mail("calendar_problem", "tr"))
    (way_out,) = (
        line for line in as_received(smtp_server) if line.startswith(b"List-Unsubscribe:")
    )
    assert way_out.startswith(b"List-Unsubscribe: <https://learn.example/unsubscribe/")
    assert way_out.endswith(b">")


def as_received(server: Smtp) -> list[bytes]:
    (message,) = server.messages
    return message.as_bytes(policy=message.policy.clone(refold_source="none")).splitlines()


# ---- addresses --------------------------------------------------------------------------------

ODD = [
    ("ayse+okul@example.org", "ayse+okul@example.org"),
    ("o'neil@example.org", "o'neil@example.org"),
    ("a.b_c-d=e@example.org", "a.b_c-d=e@example.org"),
    ("!#$%&'*/?^`{|}~@example.org", "!#$%&'*/?^`{|}~@example.org"),
    ('"ayse isik"@example.org', '"ayse isik"@example.org'),
    ("ayse@okul.örnek.example", "ayse@okul.xn--rnek-4qa.example"),
    ("ayşe@example.org", "ayşe@example.org"),
]


@pytest.mark.parametrize(("address", "sent"), ODD)
def test_odd_but_legal_address_reaches_sendgrid(
    sendgrid_server: SendGrid, address: str, sent: str
) -> None:
    by_sendgrid(sendgrid_server).send(replace(a_mail("test"), recipient=address))
    body = sendgrid_server.requests[0][2]
    assert body["personalizations"] == [{"to": [{"email": sent}]}]


@pytest.mark.parametrize(("address", "sent"), ODD)
def test_odd_but_legal_address_reaches_smtp(smtp_server: Smtp, address: str, sent: str) -> None:
    by_smtp(smtp_server).send(replace(a_mail("test"), recipient=address))
    assert [each for each in smtp_server.commands if each.lower().startswith("rcpt")] == [
        f"rcpt TO:<{sent}>"
    ]
    to = smtp_server.messages[0]["to"].encode("utf-8", "surrogateescape").decode()
    assert to == sent


SENDERS = [
    ("no-reply@learn.example", Sender("", "no-reply@learn.example")),
    ("<no-reply@learn.example>", Sender("", "no-reply@learn.example")),
    ("Öğren <no-reply@learn.example>", Sender("Öğren", "no-reply@learn.example")),
    ('"Öğren, Bağlan" <a@b.example>', Sender("Öğren, Bağlan", "a@b.example")),
    ("Öğren, Bağlan <a@b.example>", Sender("Öğren, Bağlan", "a@b.example")),
    ('"The \\"best\\" one" <a@b.example>', Sender('The "best" one', "a@b.example")),
]


@pytest.mark.parametrize(("text", "sender"), SENDERS)
def test_name_of_the_sender_may_hold_anything(
    sendgrid_server: SendGrid, smtp_server: Smtp, text: str, sender: Sender
) -> None:
    assert sender_of(text) == sender
    by_sendgrid(sendgrid_server, text).send(a_mail("test"))
    told = sendgrid_server.requests[0][2]["from"]
    assert (told.get("name", ""), told["email"]) == (sender.name, sender.address)
    by_smtp(smtp_server, text).send(a_mail("test"))
    (read,) = smtp_server.messages[0]["from"].addresses
    assert (read.display_name, read.addr_spec) == (sender.name, sender.address)


@pytest.mark.parametrize("text", ["", "nobody", "a@b.example\nBcc: all@example.org", "a b@c <d>"])
def test_sender_that_is_none_is_refused_at_the_start(text: str) -> None:
    with pytest.raises(ValueError, match="sender"):
        sender_of(text)


BREAKS = ["\n", "\r\n", "\r", "\x00", "\x0b", "\u2028", "\x85"]


@pytest.mark.parametrize("line_break", BREAKS)
@pytest.mark.parametrize("field", ["recipient", "subject", "message_id", "kind", "headers"])
def test_header_cannot_begin_another_one(
    sendgrid_server: SendGrid, smtp_server: Smtp, field: str, line_break: str
) -> None:
    mail, evil = a_mail("test"), f"x{line_break}Bcc: all@example.org"
    value = (("X-Own", evil),) if field == "headers" else evil
    bent = replace(mail, **{field: value})
    for mailer in (by_sendgrid(sendgrid_server), by_smtp(smtp_server)):
        with pytest.raises(SendError, match="more than one line") as refused:
            mailer.send(bent)
        assert refused.value.is_final
    assert not sendgrid_server.requests
    assert not smtp_server.commands


def test_domain_that_can_be_none_is_refused() -> None:
    with pytest.raises(SendError) as refused:
        written("ayse@ö" + "x" * 70 + ".example")
    assert refused.value.is_final


def test_every_reminder_by_mail_can_be_ended() -> None:
    assert len(ENDED_RULES) >= 8
