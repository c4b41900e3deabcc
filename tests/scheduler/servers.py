"""Mail providers on loopback, which answer as they are told and note what they got."""

from __future__ import annotations

import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG_UP = "hang up"
"""An answer: the connection is closed instead."""


@dataclass
class SendGrid:
    """Answers ``statuses`` one after the other, the last one for ever."""

    statuses: list[int | str] = field(default_factory=lambda: [202])
    requests: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    url: str = ""


@contextmanager
def sendgrid() -> Iterator[SendGrid]:
    provider = SendGrid()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            provider.requests.append((self.path, headers, json.loads(body)))
            answers = provider.statuses
            status = answers.pop(0) if len(answers) > 1 else answers[0]
            if status == HANG_UP:
                self.close_connection = True
                return
            assert isinstance(status, int)
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    with _running(server):
        yield provider


@dataclass
class Smtp:
    """Answers by command; ``"."`` is the end of a message's text."""

    answers: dict[str, str] = field(default_factory=dict)
    extensions: list[str] = field(default_factory=lambda: ["AUTH PLAIN", "SMTPUTF8", "8BITMIME"])
    commands: list[str] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)
    tls: ssl.SSLContext | None = None
    port: int = 0


@contextmanager
def smtp(tls: ssl.SSLContext | None = None) -> Iterator[Smtp]:
    provider = Smtp(tls=tls)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                _talk(self, provider)
            except (OSError, _HungUpError):
                pass
            finally:
                self.rfile.close()
                self.request.close()  # which TLS has put another in the place of

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    provider.port = server.server_address[1]
    with _running(server):
        yield provider


class _HungUpError(Exception):
    pass


def _talk(handler: socketserver.StreamRequestHandler, provider: Smtp) -> None:
    def say(command: str, usual: str) -> None:
        answer = provider.answers.get(command, usual)
        if answer == HANG_UP:
            raise _HungUpError
        handler.wfile.write(answer.replace("\n", "\r\n").encode() + b"\r\n")
        handler.wfile.flush()

    say("connect", "220 ready")
    while line := handler.rfile.readline():
        command = line.decode().strip()
        provider.commands.append(command)
        match verb := command.split()[0].upper():
            case "EHLO":
                lines = ["here", *provider.extensions]
                say(verb, "\n".join([f"250-{each}" for each in lines[:-1]] + [f"250 {lines[-1]}"]))
            case "STARTTLS":
                say(verb, "220 go ahead")
                assert provider.tls is not None
                secure = provider.tls.wrap_socket(handler.request, server_side=True)
                handler.request = secure
                handler.rfile, handler.wfile = secure.makefile("rb"), secure.makefile("wb")
            case "AUTH":
                say(verb, "235 welcome")
            case "DATA":
                say(verb, "354 go on")
                if not provider.answers.get(verb, "354").startswith("354"):
                    continue
                text = b""
                while (part := handler.rfile.readline()) != b".\r\n":
                    text += part.removeprefix(b".") if part.startswith(b"..") else part
                message = message_from_bytes(text, policy=policy.SMTPUTF8)
                assert isinstance(message, EmailMessage)
                provider.messages.append(message)
                say(".", "250 taken")
            case "QUIT":
                say(verb, "221 bye")
                return
            case _:
                say(verb, "250 fine")


@contextmanager
def _running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
