"""A learner's private calendar feed: an address that calendars elsewhere look at by themselves.

Its token is derived from a nonce and the secret key, so that the address can be shown again while
the database alone opens nothing. A new nonce ends the old address at once.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, or_, select, update

from learnconnect_app.domain.calendar_files import calendar_file
from learnconnect_app.domain.calendar_sync import CALENDAR_NAME
from learnconnect_app.locales import message
from learnconnect_app.models import CalendarFeed
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.calendar_entries import Entries, calendar_entries
from learnconnect_app.services.upserts import upsert_all
from learnconnect_app.settings import settings, signing_keys

NOTED_EVERY = timedelta(minutes=10)
"""A fetch is noted at most so often: calendars ask far more than anyone looks."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What is asked for, before it is written out."""

    found: Entries
    name: str
    text: str
    zone: str
    stamp: datetime

    @property
    def tag(self) -> str:
        """Another one whenever the file would be another: an entity tag."""
        parts = [self.name, self.text, self.zone, self.stamp.isoformat()]
        parts += [f"{each.fingerprint}:{each.sequence}" for each in self.found.entries]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]

    def file(self) -> bytes:
        return calendar_file(
            self.found.entries, name=self.name, text=self.text, zone=self.zone, stamp=self.stamp
        )


def feed_path(feed: CalendarFeed) -> str:
    """Also of an address that was made with an earlier secret key: it stays as it is. Empty when
    no key that is known makes it: then it opens nothing any more."""
    token = next((each for each in _tokens(feed) if _hash(each) == feed.token_hash), "")
    return f"/calendar/{token}.ics" if token else ""


def find_feed(session: Session, *, user_id: UUID) -> CalendarFeed | None:
    return session.get(CalendarFeed, user_id)


def open_feed(session: Session, *, user_id: UUID, now: datetime) -> None:
    """Make the learner's address, or another in its place: the one before is gone."""
    nonce = secrets.token_urlsafe(32)
    token = _token(nonce, signing_keys()[0])
    feed = CalendarFeed(user_id=user_id, nonce=nonce, token_hash=_hash(token), created_at=now)
    upsert_all(session, [feed], by=["user_id"])


def close_feed(session: Session, *, user_id: UUID, now: datetime) -> None:
    session.exec(delete(CalendarFeed).where(col(CalendarFeed.user_id) == user_id))


def owner_of(session: Session, *, token: str, now: datetime) -> UUID | None:
    """Whose feed it is. A token is found by its hash alone, so looking tells nothing about others,
    and what never was takes as long as what was revoked."""
    found = session.exec(select(CalendarFeed).where(CalendarFeed.token_hash == _hash(token)))
    feed = found.first()
    if feed is None or not any(hmac.compare_digest(each, token) for each in _tokens(feed)):
        return None
    return feed.user_id


def feed_of(session: Session, *, user_id: UUID, now: datetime) -> Feed:
    """Of the learner alone. Writes nothing."""
    user = get_user(session, user_id)
    found = calendar_entries(session, user_id=user_id, public_url=settings().public_url, now=now)
    return Feed(
        found,
        name=CALENDAR_NAME,
        text=message(user.locale, "entry.calendar_text"),
        zone=user.timezone,
        stamp=found.changed_at or user.created_at,
    )


def note_fetched(session: Session, *, user_id: UUID, now: datetime) -> None:
    session.exec(
        update(CalendarFeed)
        .where(
            col(CalendarFeed.user_id) == user_id,
            or_(
                col(CalendarFeed.fetched_at).is_(None),
                col(CalendarFeed.fetched_at) < now - NOTED_EVERY,
            ),
        )
        .values(fetched_at=now)
    )


def is_to_be_noted(session: Session, *, user_id: UUID, now: datetime) -> bool:
    """Whether ``note_fetched`` would write: asked first, as reading holds nobody up."""
    feed = session.get(CalendarFeed, user_id)
    return feed is not None and (feed.fetched_at is None or feed.fetched_at < now - NOTED_EVERY)


def _tokens(feed: CalendarFeed) -> list[str]:
    """With the secret key, then with those it took the place of."""
    return [_token(feed.nonce, key) for key in signing_keys()]


def _token(nonce: str, key: bytes) -> str:
    digest = hmac.digest(key, f"calendar feed:{nonce}".encode(), "sha256")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
