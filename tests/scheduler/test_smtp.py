"""Mail by SMTP: what is said to the server, and what its answers are taken for."""

from __future__ import annotations

import base64
import datetime
import ipaddress
import socket
import ssl
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from learnconnect_app.adapters import mailers
from learnconnect_app.adapters.mailers import SmtpMailer
from learnconnect_app.domain.ports import Mail, SendError, SendUnknownError
from tests.scheduler.servers import HANG_UP, Smtp, smtp

MAIL = Mail("ayse@example.org", "Yeni parola: ışık", "Merhaba\n.\nAyşe\n", "<p>Merhaba Ayşe</p>")
SENDER = "LearnConnect <no-reply@learn.example>"


def mailer(server: Smtp, user: str = "", scheme: str = "smtp") -> SmtpMailer:
    return SmtpMailer(f"{scheme}://{user}127.0.0.1:{server.port}", SENDER)


def test_mail_arrives_as_text_and_html(smtp_server: Smtp) -> None:
    mailer(smtp_server).send(MAIL)
    (message,) = smtp_server.messages
    assert (message["from"], message["to"]) == (SENDER, "ayse@example.org")
    assert message["subject"] == "Yeni parola: ışık"
    assert message["message-id"].endswith("@learnconnect>")
    text, html = message.iter_parts()
    assert text.get_content().splitlines() == ["Merhaba", ".", "Ayşe"]
    assert html.get_content().strip() == "<p>Merhaba Ayşe</p>"
    assert smtp_server.commands[-1].upper() == "QUIT"


def test_user_and_password_come_from_the_address(smtp_server: Smtp) -> None:
    mailer(smtp_server, user="me%40learn.example:p%3Ass%2Fword@").send(MAIL)
    (said,) = [each for each in smtp_server.commands if each.startswith("AUTH PLAIN")]
    assert base64.b64decode(said.split()[-1]) == b"\0me@learn.example\0p:ss/word"


def test_mail_to_an_address_with_letters_of_ours_is_sent_as_such(smtp_server: Smtp) -> None:
    mailer(smtp_server).send(replace(MAIL, recipient="ayşe@example.org"))
    assert any(each.startswith("rcpt TO:<ayşe@example.org>") for each in smtp_server.commands)


def test_server_that_cannot_take_such_an_address_is_not_asked_again(smtp_server: Smtp) -> None:
    smtp_server.extensions = ["8BITMIME"]
    with pytest.raises(SendError) as refused:
        mailer(smtp_server).send(replace(MAIL, recipient="ayşe@example.org"))
    assert refused.value.is_final


@pytest.mark.parametrize(
    "answers",
    [
        {"RCPT": "550 no such user"},
        {"RCPT": "553 not here"},
        {"DATA": "554 no valid mail"},
        {".": "552 too large"},
    ],
    ids=str,
)
def test_mail_that_nobody_will_take_is_not_tried_again(
    smtp_server: Smtp, answers: dict[str, str]
) -> None:
    smtp_server.answers = answers
    with pytest.raises(SendError) as refused:
        mailer(smtp_server).send(MAIL)
    assert refused.value.is_final
    assert not isinstance(refused.value, SendUnknownError)


@pytest.mark.parametrize(
    "answers",
    [
        {"connect": "421 busy"},
        {"connect": "554 not you"},
        {"connect": HANG_UP},
        {"EHLO": HANG_UP},
        {"AUTH": "535 wrong password"},
        {"AUTH": "454 later"},
        {"MAIL": "451 later"},
        {"MAIL": "550 this sender not"},
        {"MAIL": HANG_UP},
        {"RCPT": "450 busy"},
        {"RCPT": HANG_UP},
        {".": "451 no space"},
    ],
    ids=str,
)
def test_trouble_that_passes_or_is_ours_to_mend_is_tried_again(
    smtp_server: Smtp, answers: dict[str, str]
) -> None:
    smtp_server.answers = answers
    with pytest.raises(SendError) as refused:
        mailer(smtp_server, user="me:secret@").send(MAIL)
    assert not refused.value.is_final
    assert "secret" not in str(refused.value)


def test_connection_that_breaks_after_the_text_leaves_it_unknown(smtp_server: Smtp) -> None:
    smtp_server.answers = {".": HANG_UP}
    with pytest.raises(SendUnknownError):
        mailer(smtp_server).send(MAIL)
    assert len(smtp_server.messages) == 1


@pytest.mark.parametrize("bye", ["421 closing", "500 what?", HANG_UP])
def test_mail_that_was_taken_stays_taken_whatever_is_said_at_the_end(
    smtp_server: Smtp, bye: str
) -> None:
    smtp_server.answers = {"QUIT": bye}
    mailer(smtp_server).send(MAIL)
    assert len(smtp_server.messages) == 1


def test_server_that_is_not_there_is_tried_again() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = Smtp(port=unused.getsockname()[1])
        with pytest.raises(SendError) as refused:
            mailer(nobody).send(MAIL)
    assert not refused.value.is_final


def test_server_that_is_silent_is_waited_for_only_so_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mailers, "TIMEOUT_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(SendError) as refused:
        mailer(Smtp(port=silent.getsockname()[1])).send(MAIL)
    assert not refused.value.is_final


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of 127.0.0.1, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


class TestOverTls:
    """A password and a link go only to the server they are meant for."""

    @pytest.fixture
    def server_side(self, certificate: Path) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        return context

    def test_text_goes_over_tls_when_it_is_offered(
        self, server_side: ssl.SSLContext, certificate: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        with smtp(server_side) as server:
            server.extensions = ["STARTTLS", "AUTH PLAIN"]
            mailer(server, user="me:secret@").send(MAIL)
        verbs = [command.split()[0].upper() for command in server.commands]
        assert verbs.index("STARTTLS") < verbs.index("AUTH") < verbs.index("MAIL")
        assert len(server.messages) == 1

    def test_server_whose_certificate_nobody_vouches_for_gets_nothing(
        self, server_side: ssl.SSLContext
    ) -> None:
        with smtp(server_side) as server:
            server.extensions = ["STARTTLS", "AUTH PLAIN"]
            with pytest.raises(SendError) as refused:
                mailer(server, user="me:secret@").send(MAIL)
        assert not refused.value.is_final
        assert [command.split()[0].upper() for command in server.commands] == ["EHLO", "STARTTLS"]

    def test_password_is_not_sent_in_the_open(
        self, smtp_server: Smtp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(mailers, "LOOPBACK", ())
        with pytest.raises(SendError, match="no TLS"):
            mailer(smtp_server, user="me:secret@").send(MAIL)
        assert not any(command.startswith("AUTH") for command in smtp_server.commands)
