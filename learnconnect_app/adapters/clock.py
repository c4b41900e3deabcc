"""The only reader of the clock."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)
