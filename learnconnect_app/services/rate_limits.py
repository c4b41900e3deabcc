"""Limits on how often something may be tried, shared by all processes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import case, func
from sqlmodel import Session, col, delete, select

from learnconnect_app.models import RateLimit
from learnconnect_app.services.upserts import upsert_sum

SLICES = 5


def is_allowed(
    session: Session, *, name: str, of: str, most: int, within: timedelta, now: datetime
) -> bool:
    """Count a try of ``name`` by ``of``; whether it is among the ``most`` of any such period.

    The period is counted in slices, and the oldest one counts whole, so the limit holds for
    every window of that length, at the price of a wait that may be a slice longer.
    """
    bucket, current = _bucket(name, of), _slice(within, now)
    _count(session, bucket, current, 1, now + within * 2)
    # what was taken back after its slice had ended makes no room in a later one
    counted = case((col(RateLimit.hits) > 0, RateLimit.hits), else_=0)
    hits = session.exec(
        select(func.sum(counted)).where(
            RateLimit.bucket == bucket, col(RateLimit.window) >= current - SLICES
        )
    ).one()
    return int(hits or 0) <= most


def longest_wait(within: timedelta) -> int:
    """Seconds after which something is allowed again, however it was tried before."""
    return ceil(within.total_seconds() * (SLICES + 1) / SLICES)


def take_back(session: Session, *, name: str, of: str, within: timedelta, now: datetime) -> None:
    """Uncount a try that turned out well."""
    _count(session, _bucket(name, of), _slice(within, now), -1, now + within * 2)


def forget_tries_of(session: Session, whose: Iterable[str]) -> None:
    """Whatever these have tried, of any name."""
    for of in whose:
        session.exec(delete(RateLimit).where(col(RateLimit.bucket).endswith(f":{_hashed(of)}")))


def _bucket(name: str, of: str) -> str:
    return f"{name}:{_hashed(of)}"


def _hashed(of: str) -> str:
    return hashlib.sha256(of.encode()).hexdigest()[:32]


def _slice(within: timedelta, now: datetime) -> int:
    return int(now.timestamp() // (within.total_seconds() / SLICES))


def _count(session: Session, bucket: str, window: int, hits: int, expires_at: datetime) -> None:
    key = {"bucket": bucket, "window": window}
    upsert_sum(session, RateLimit, key, {"hits": hits}, also={"expires_at": expires_at})


def forget_expired(session: Session, *, now: datetime) -> None:
    session.exec(delete(RateLimit).where(col(RateLimit.expires_at) < now))
