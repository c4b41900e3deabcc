"""Ways to send mail: SendGrid, SMTP, or none, when mails stay in the outbox for all to see.

Three things can come of a mail: it was taken; it was not (``SendError``); or the connection broke
when it had left and the answer had not come (``SendUnknownError``), and then it is not sent again.
"""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, make_msgid
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import unquote, urlsplit

from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient
from sendgrid.helpers import mail as sendgrid

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.mail_addresses import refuse_line_breaks, sender_of, written
from learnconnect_app.domain.ports import Mail, Mailer, SendError, SendUnknownError
from learnconnect_app.settings import Settings

TIMEOUT_SECONDS = 15
OURS_TO_MEND = (401, 403, 408, 429)
"""Answers that say something of us (a key, a quota), not of the mail: it can be sent later."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class SendGridMailer:
    name = "sendgrid"

    def __init__(self, api_key: str, host: str, sender: str) -> None:
        self._client = SendGridAPIClient(api_key, host=host)
        self._client.client.timeout = TIMEOUT_SECONDS
        self._sender = sender_of(sender)

    def send(self, mail: Mail) -> None:
        refuse_line_breaks(mail)
        message = self._message(mail)
        try:
            self._client.send(message)
        except HTTPError as error:
            code = error.status_code
            is_final = 400 <= code < 500 and code not in OURS_TO_MEND
            raise SendError(f"SendGrid answered {code}", is_final=is_final) from error
        except URLError as error:  # before all of the request had left
            reason = f"SendGrid was not reached: {error.reason}"
            raise SendError(reason, is_final=False) from error
        except (OSError, HTTPException) as error:
            raise SendUnknownError(f"SendGrid did not answer: {type(error).__name__}") from error

    def _message(self, mail: Mail) -> sendgrid.Mail:
        recipient = sendgrid.To()
        recipient.email = written(mail.recipient)  # the constructor would look for a name in it
        message = sendgrid.Mail(
            sendgrid.From(self._sender.address, self._sender.name or None),
            recipient,
            mail.subject,
            mail.text,
            mail.html,
        )
        for name, value in mail.headers:
            message.add_header(sendgrid.Header(name, value))
        if mail.message_id:  # comes back with each event
            message.add_custom_arg(sendgrid.CustomArg("outbox_id", mail.message_id))
        if mail.kind:
            message.add_category(sendgrid.Category(mail.kind))
        message.tracking_settings = _no_tracking()
        message.mail_settings = sendgrid.MailSettings(sandbox_mode=sendgrid.SandBoxMode(False))
        return message


def _no_tracking() -> sendgrid.TrackingSettings:
    """Links open accounts: they go to nobody in between; who reads what is not counted; and the
    way out is ours."""
    return sendgrid.TrackingSettings(
        click_tracking=sendgrid.ClickTracking(enable=False, enable_text=False),
        open_tracking=sendgrid.OpenTracking(enable=False),
        subscription_tracking=sendgrid.SubscriptionTracking(enable=False),
        ganalytics=sendgrid.Ganalytics(enable=False),
    )


class SmtpMailer:
    """``smtp://user:password@host:587`` (STARTTLS when offered) or ``smtps://``.

    A password is only sent over TLS to a server that a certificate vouches for, or to loopback.
    """

    name = "smtp"

    def __init__(self, url: str, sender: str) -> None:
        self._url, self._sender = urlsplit(url), sender_of(sender)
        self._host = self._url.hostname or "localhost"

    def send(self, mail: Mail) -> None:
        refuse_line_breaks(mail)
        message, connection = self._message(mail), None
        recipient = written(mail.recipient)
        try:
            with self._connection() as connection:
                connection.send_message(message, self._sender.address, [recipient])
        except smtplib.SMTPRecipientsRefused as error:
            code = max(code for code, _ in error.recipients.values())
            raise SendError(f"SMTP answered {code}", is_final=code >= 500) from error
        except smtplib.SMTPNotSupportedError as error:
            raise SendError(f"the SMTP server cannot take it: {error}", is_final=True) from error
        except smtplib.SMTPDataError as error:
            is_final = error.smtp_code >= 500
            raise SendError(f"SMTP answered {error.smtp_code}", is_final=is_final) from error
        except (OSError, smtplib.SMTPException) as error:
            # all else is about us, the sender or the connection, and not about this mail
            if connection is not None and connection.has_left:
                raise SendUnknownError(f"SMTP broke off: {type(error).__name__}") from error
            raise SendError(f"SMTP failed: {error}", is_final=False) from error

    def _message(self, mail: Mail) -> EmailMessage:
        message = EmailMessage(policy=_WayOutWhole())
        local, _, domain = self._sender.address.rpartition("@")
        message["From"] = Address(self._sender.name, local, domain)
        message["To"] = written(mail.recipient)
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(clock.now())
        # the same at every try, so that whoever gets a second one can tell
        own_id = f"<{mail.message_id}@learnconnect>" if mail.message_id else ""
        message["Message-ID"] = own_id or make_msgid(domain="learnconnect")
        for name, value in mail.headers:
            message[name] = value
        message.set_content(mail.text)
        message.add_alternative(mail.html, subtype="html")
        return message

    @contextlib.contextmanager
    def _connection(self) -> Iterator[_Smtp | _SmtpOverTls]:
        """A connection over TLS if there is any. What the server says to QUIT does not matter."""
        context = ssl.create_default_context()
        connection = self._connect(context)
        try:
            connection.ehlo()
            is_safe = self._url.scheme == "smtps"
            if not is_safe and connection.has_extn("starttls"):
                connection.starttls(context=context)
                is_safe = True
            if self._url.username:
                if not is_safe and self._host not in LOOPBACK:
                    raise smtplib.SMTPException("no TLS is offered, so no password is sent")
                password = unquote(self._url.password or "")
                connection.login(unquote(self._url.username), password)
            yield connection
            with contextlib.suppress(smtplib.SMTPException, OSError):
                connection.quit()
        finally:
            connection.close()

    def _connect(self, context: ssl.SSLContext) -> _Smtp | _SmtpOverTls:
        if self._url.scheme == "smtps":
            port = self._url.port or 465
            return _SmtpOverTls(self._host, port, timeout=TIMEOUT_SECONDS, context=context)
        return _Smtp(self._host, self._url.port or 587, timeout=TIMEOUT_SECONDS)


class _WayOutWhole(EmailPolicy):
    """Writes the way out as it is: the usual policy would encode what is too long to be folded,
    and a mail program that offers one click reads an address there and nothing else."""

    def fold(self, name: str, value: Any) -> str:
        if name != "List-Unsubscribe":
            return str(super().fold(name, value))
        return f"{name}: {value}{self.linesep}"

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name != "List-Unsubscribe":
            return bytes(super().fold_binary(name, value))
        return self.fold(name, value).encode("ascii")


class _NotesData:
    """Notes when the text of a message begins to leave."""

    has_left = False

    def data(self, msg: Any) -> Any:
        self.has_left = True
        return super().data(msg)  # type: ignore[misc]


class _Smtp(_NotesData, smtplib.SMTP):
    pass


class _SmtpOverTls(_NotesData, smtplib.SMTP_SSL):
    pass


class LocalMailer:
    """Sends nothing: the outbox page shows the mail."""

    name = "local"

    def send(self, mail: Mail) -> None:
        return None


def mailer(settings: Settings) -> Mailer:
    if key := settings.sendgrid_api_key.get_secret_value():
        return SendGridMailer(key, settings.sendgrid_host, settings.mail_from)
    if url := settings.smtp_url.get_secret_value():
        return SmtpMailer(url, settings.mail_from)
    return LocalMailer()
