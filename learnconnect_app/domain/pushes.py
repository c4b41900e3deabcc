"""Web Push: where a push may be sent, and what takes the place of what."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from learnconnect_app.domain.errors import DomainError

MOST_DEVICES = 10
MOST_PAYLOAD_BYTES = 3800
"""A push service need not take more than 4096 bytes, encryption and all (RFC 8030, 7.2)."""
URGENT_WITHIN = timedelta(minutes=30)
"""What is stale this soon must not wait until a sleeping phone wakes by itself."""
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
LONGEST_LABEL = 63
"""Between two dots of a name (RFC 1035, 2.3.4)."""
_NAT64 = IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address


def topic_of(rule: str, about: str) -> str:
    """The same for pushes of which only the newest matters: 32 URL-safe characters."""
    digest = hashlib.sha256(f"{rule}:{about}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:32]


def checked_endpoint(url: str, *, may_be_local: bool) -> SplitResult:
    """The address that a browser gave for its pushes, taken apart.

    It comes from a browser, so it may name anything: only https on a public host is accepted, and
    with ``may_be_local`` (development) loopback. Raises ``DomainError``. What a name resolves to
    is asked when a push is sent.
    """
    refusal = DomainError("push_endpoint", "endpoint")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise refusal from None
    is_printable = url.isascii() and url.isprintable() and " " not in url
    if not host or not is_printable or port == 0 or "@" in parts.netloc or "\\" in url:
        raise refusal
    if may_be_local and host in LOOPBACK_NAMES and parts.scheme in ("http", "https"):
        return parts
    if parts.scheme != "https" or not _may_be_public(host):
        raise refusal
    return parts


def _may_be_public(host: str) -> bool:
    try:
        return is_public(ip_address(host))
    except ValueError:  # a name: of a public host it has a dot
        name = host.removesuffix(".")
        labels = name.split(".")
        are_sound = len(labels) > 1 and all(0 < len(each) <= LONGEST_LABEL for each in labels)
        return are_sound and not name.endswith((".localhost", ".local"))


def is_public(address: Address) -> bool:
    """Whether it belongs to a host of the internet, and not of our own network."""
    embedded = _embedded(address)
    if embedded is not None:
        return is_public(embedded)
    return address.is_global and not address.is_multicast


def _embedded(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
