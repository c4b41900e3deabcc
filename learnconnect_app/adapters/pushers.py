"""Web Push: encrypts a push for one browser and hands it to the push service of that browser.

The address comes from a browser, so nothing is believed of it: https only, a public host only,
asked of the name before and of the connection after, no redirects, and no answer is read beyond
its headers.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult

import requests
from pywebpush import WebPushException, webpush
from requests.adapters import HTTPAdapter
from requests.exceptions import SSLError
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.vapid import vapid
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.ports import GoneError, Push, SendError, SendUnknownError
from learnconnect_app.domain.pushes import checked_endpoint, is_public
from learnconnect_app.settings import Settings

TIMEOUT_SECONDS = 10
LONGEST_ANSWER_SECONDS = 30
"""All of an answer: ``TIMEOUT_SECONDS`` is for each part of it, and there may be many."""
LONGEST_WAIT_SECONDS = 3600
"""Longer than this nobody's ``Retry-After`` is heeded."""
GONE = (404, 410)
OURS_TO_MEND = (401, 403, 408, 425, 429)
"""Answers that say something of us (a key, a clock, a quota), not of the push."""


class WebPusher:
    """``sender``: whom a push service may write to, as the mails' ``From``."""

    name = "webpush"

    def __init__(self, sender: str, *, may_be_local: bool) -> None:
        self._subject = f"mailto:{parseaddr(sender)[1]}"
        self._may_be_local = may_be_local
        self._session = _Session(may_be_local)

    def send(self, push: Push) -> None:
        endpoint = self._checked(push.endpoint)
        headers: dict[str, str | int | float] = {"urgency": "high" if push.is_urgent else "normal"}
        if push.topic:
            headers["topic"] = push.topic
        try:
            webpush(
                {"endpoint": push.endpoint, "keys": {"p256dh": push.p256dh, "auth": push.auth}},
                push.payload,
                vapid_private_key=vapid(),
                vapid_claims={
                    "sub": self._subject,
                    "aud": f"{endpoint.scheme}://{endpoint.netloc}",
                },
                ttl=push.ttl_seconds,
                timeout=TIMEOUT_SECONDS,
                headers=headers,
                requests_session=self._session,
            )
        except WebPushException as error:
            raise _refusal(error) from error
        except (requests.RequestException, OSError) as error:
            raise _breakdown(error) from error
        except (ValueError, IndexError) as error:  # keys with which nothing can be encrypted
            raise GoneError(f"the subscription is broken: {type(error).__name__}") from error

    def _checked(self, url: str) -> SplitResult:
        """Raises ``SendError`` for an address that is not a push service's."""
        try:
            endpoint = checked_endpoint(url, may_be_local=self._may_be_local)
        except DomainError as error:
            raise SendError("the endpoint is not allowed", is_final=True) from error
        host, port = endpoint.hostname or "", endpoint.port or 443
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:  # the latter: it cannot be a host's name
            is_final = isinstance(error, UnicodeError)
            raise SendError(f"{host} was not found", is_final=is_final) from error
        if not all(_is_allowed(str(address[0]), self._may_be_local) for *_, address in found):
            raise SendError(f"{host} is not a public host", is_final=True)
        return endpoint


def _is_allowed(address: str, may_be_local: bool) -> bool:
    found = ip_address(address.partition("%")[0])
    return is_public(found) or (may_be_local and found.is_loopback)


def _refusal(error: WebPushException) -> SendError:
    """What an answer of the push service means."""
    status = error.status_code
    if status is None:  # the keys are none
        return GoneError("the subscription is broken")
    if status in GONE:
        return GoneError(f"the push service answered {status}")
    is_final = status < 500 and status not in OURS_TO_MEND
    reason = f"the push service answered {status}"
    return SendError(reason, is_final=is_final, after_seconds=_seconds(error.retry_after))


def _seconds(retry_after: str | None) -> int:
    """``Retry-After``: seconds, or a date."""
    if not retry_after:
        return 0
    try:
        seconds = int(retry_after)
    except ValueError:
        try:
            seconds = int((parsedate_to_datetime(retry_after) - clock.now()).total_seconds())
        except (ValueError, TypeError):
            return 0
    return max(0, min(seconds, LONGEST_WAIT_SECONDS))


def _breakdown(error: Exception) -> SendError:
    """No answer came: either nothing had left, or nobody knows."""
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    name = type(error).__name__
    if isinstance(error, SSLError) or isinstance(reason, ConnectTimeoutError):
        # urllib3 counts a failed resolution and a refused connection among these
        return SendError(f"the push service was not reached: {name}", is_final=False)
    return SendUnknownError(f"the push service did not answer: {name}")


class _Session(requests.Session):
    """Connections that are kept for the next push; none but to allowed addresses."""

    def __init__(self, may_be_local: bool) -> None:
        super().__init__()
        self.trust_env = False
        for scheme in ("https://", "http://"):
            self.mount(scheme, _Adapter(may_be_local))

    def get_redirect_target(self, resp: requests.Response) -> None:
        """A push service has no reason to send us elsewhere."""

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """What is in the answer beside its headers is not read: it may have no end."""
        answer = super().send(request, **{**options, "stream": True})
        if answer.headers.get("content-length") == "0":
            return answer  # read to its end, which leaves the connection for the next push
        answer._content = b""
        answer.close()
        return answer


class _Adapter(HTTPAdapter):
    def __init__(self, may_be_local: bool) -> None:
        self._may_be_local = may_be_local
        super().__init__(pool_connections=32, pool_maxsize=32)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {
            "http": _pool(HTTPConnectionPool, HTTPConnection, self._may_be_local),
            "https": _pool(HTTPSConnectionPool, HTTPSConnection, self._may_be_local),
        }


def _pool(pool: type[Any], connection: type[Any], may_be_local: bool) -> type[Any]:
    """A pool whose connections are asked where they ended: a name may resolve anew each time."""

    class Checked(connection):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            if not _is_allowed(str(made.getpeername()[0]), may_be_local):
                made.close()
                raise NewConnectionError(self, "not a public address")
            return made

        def getresponse(self) -> Any:
            """An answer that comes letter by letter would hold up a sender for hours."""
            alarm = threading.Timer(LONGEST_ANSWER_SECONDS, _cut, [self.sock])
            alarm.daemon = True
            alarm.start()
            try:
                return super().getresponse()
            finally:
                alarm.cancel()

    return type("CheckedPool", (pool,), {"ConnectionCls": Checked})


def _cut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it has ended by itself
        connection.shutdown(socket.SHUT_RDWR)


@cache
def pusher(settings: Settings) -> WebPusher:
    """One for the process: its connections are kept."""
    return WebPusher(settings.mail_from, may_be_local=not settings.is_production)
