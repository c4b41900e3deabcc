"""Addresses as mail wants them, and nothing in a header that could begin another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import unquote

import idna

from learnconnect_app.domain.ports import Mail, SendError

_NAME_AND_ADDRESS = re.compile(r"\s*(?P<name>.*?)\s*<(?P<address>[^<>\s]+@[^<>\s]+)>\s*")
_ADDRESS = re.compile(r"\s*(?P<address>[^<>\s]+@[^<>\s]+)\s*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True)
class Sender:
    name: str
    address: str


def sender_of(text: str) -> Sender:
    """``Name <address>``, the name quoted or not, or an address. Raises ValueError."""
    if _CONTROL.search(text):
        raise ValueError(f"the sender {text!r} has more than one line")
    if found := _NAME_AND_ADDRESS.fullmatch(text):
        return Sender(unquote(found["name"]), written(found["address"]))
    if found := _ADDRESS.fullmatch(text):
        return Sender("", written(found["address"]))
    raise ValueError(f"the sender {text!r} is no address")


def written(address: str) -> str:
    """The address with its domain as the network knows it (xn--...). Raises ``SendError``.

    The part before the ``@`` belongs to the receiver and is left as it is.
    """
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return address
    try:
        return f"{local}@{idna.encode(domain, uts46=True).decode()}"
    except idna.IDNAError as error:
        raise SendError("the address has no domain", is_final=True) from error


def refuse_line_breaks(mail: Mail) -> None:
    """Raises ``SendError`` when a header of the mail would be more than one line."""
    lines = [mail.recipient, mail.subject, mail.message_id, mail.kind]
    lines += [part for header in mail.headers for part in header]
    if any(_CONTROL.search(line) for line in lines):
        raise SendError("a header has more than one line", is_final=True)
