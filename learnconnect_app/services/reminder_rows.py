"""Writes reminders into the outbox: a row for each channel that is on, and one mail a day.

What must happen once is decided by ``dedupe_key``: ``rule:channel[:device]:learner:study day
[:about]``. A planned reminder that is planned again is moved while it is pending, never doubled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select, update

from learnconnect_app.domain.best_hours import best_hours
from learnconnect_app.domain.outbox import REMINDERS
from learnconnect_app.domain.reminder_times import Quiet, next_good_hour, when_awake
from learnconnect_app.domain.reminders import CHANNELS, Channel, ReminderSettings, Rule
from learnconnect_app.models import ChannelState, OutboxMessage, PushSubscription, User
from learnconnect_app.services.reminder_digests import gather
from learnconnect_app.services.reminder_settings import reminder_settings_of
from learnconnect_app.services.reminder_words import variant_of
from learnconnect_app.services.upserts import insert_new
from learnconnect_app.services.work_hours import minutes_by_hour_of

LATER = timedelta(hours=3)
"""What waits for a good hour waits at least so long: it was just seen in the app."""


@dataclass(frozen=True)
class News:
    """A reminder of one learner, before it is known by which channels it goes."""

    rule: Rule
    day: date
    """Study day it is meant for, whatever becomes of its hour."""
    due_at: datetime
    about: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    """Other than the rule's."""


@dataclass(frozen=True)
class Recipient:
    """A learner with all that decides which channels are open, and when."""

    user: User
    settings: ReminderSettings
    channels_off: frozenset[str]
    devices: tuple[UUID, ...]
    """Subscriptions of push."""
    hours: tuple[int, ...]
    """Good hours of the day, the best first."""

    @property
    def quiet(self) -> Quiet:
        return Quiet(self.settings.quiet_from, self.settings.quiet_until)

    def next_hour(self, now: datetime) -> datetime:
        """The next good hour from ``now`` on."""
        return next_good_hour(now, self.user.timezone, self.hours, self.quiet)


def recipient_of(session: Session, user: User, now: datetime) -> Recipient:
    settings = reminder_settings_of(session, user.id)
    off = select(ChannelState.channel).where(
        ChannelState.user_id == user.id, col(ChannelState.is_off).is_(True)
    )
    devices = select(PushSubscription.id).where(PushSubscription.user_id == user.id)
    hours = best_hours(minutes_by_hour_of(session, user, now), settings.hours)
    return Recipient(
        user,
        settings,
        frozenset(session.exec(off)),
        tuple(session.exec(devices.order_by(col(PushSubscription.created_at)))),
        hours,
    )


def write(
    session: Session,
    recipient: Recipient,
    news: Sequence[News],
    *,
    past: Sequence[News] = (),
    now: datetime,
) -> None:
    """Insert what is new; move what is planned already and still pending. ``past``: what is not
    told any more, but may be pending under an earlier hour: it keeps that, and says what is so."""
    rows = [row for each in news for row in _rows(recipient, each, now)]
    inserted = {key for (key,) in insert_new(session, rows)}
    _move(session, [row for row in rows if row.id not in inserted])
    _change(session, [row for each in past for row in _rows(recipient, each, now)], ("params",))
    if recipient.settings.is_digest:
        for row in rows:
            if row.channel == "mail" and row.id in inserted:
                gather(session, recipient.user, row, recipient.next_hour, now=now)


def _rows(recipient: Recipient, news: News, now: datetime) -> Iterator[OutboxMessage]:
    for channel in CHANNELS:
        if not _is_open(recipient, news.rule, channel):
            continue
        due = _due(recipient, news, channel, now)
        if due is None:
            continue
        for to, recipients in _recipients(recipient, channel):
            yield _row(recipient.user, news, channel, to, recipients, due, now)


def _is_open(recipient: Recipient, rule: Rule, channel: Channel) -> bool:
    if not recipient.settings.is_on(rule, channel):
        return False
    return channel not in recipient.channels_off or rule.is_about_safety


def _recipients(recipient: Recipient, channel: Channel) -> list[tuple[str, str]]:
    """Recipients of the channel, and what each adds to the key."""
    if channel == "push":
        return [(str(device), f":{device}") for device in recipient.devices]
    return [(recipient.user.email if channel == "mail" else "", "")]


def _due(recipient: Recipient, news: News, channel: Channel, now: datetime) -> datetime | None:
    rule, zone = news.rule, recipient.user.timezone
    if channel == "app" or rule.is_about_safety:
        return news.due_at
    if rule.waits:
        return recipient.next_hour(max(now, news.due_at) + LATER)
    return when_awake(news.due_at, zone, recipient.quiet, rule.fresh_for)


def _row(
    user: User,
    news: News,
    channel: Channel,
    to: str,
    device: str,
    due: datetime,
    now: datetime,
) -> OutboxMessage:
    rule = news.rule
    about = f":{news.about}" if news.about else ""
    path = news.path or rule.path.format(about=news.about)
    return OutboxMessage(
        user_id=user.id,
        channel=channel,
        kind=rule.key,
        about=news.about,
        recipient=to,
        locale=user.locale,
        params={"variant": variant_of(rule.key, user.id, news.day), **news.values, "path": path},
        dedupe_key=f"{rule.key}:{channel}{device}:{user.id}:{news.day}{about}",
        due_at=due,
        expires_at=(due if rule.waits else news.due_at) + rule.fresh_for,
        created_at=now,
    )


def _move(session: Session, rows: Sequence[OutboxMessage]) -> None:
    """Rows that were there already: what is planned and has not left goes at the new hour."""
    _change(session, rows, ("due_at", "expires_at", "params", "locale"))


def _change(session: Session, rows: Sequence[OutboxMessage], names: Sequence[str]) -> None:
    """What is pending under their keys becomes as they are, in columns of these names."""
    for row in rows:
        session.exec(
            update(OutboxMessage)
            .where(
                col(OutboxMessage.dedupe_key) == row.dedupe_key,
                col(OutboxMessage.status) == "pending",
            )
            .values({name: getattr(row, name) for name in names})
            .execution_options(synchronize_session=False)
        )


def speak(session: Session, user_id: UUID, locale: str) -> None:
    """What waits is worded when it is sent: in this language from now on, whether it will be
    planned again with the day or not."""
    session.exec(
        update(OutboxMessage)
        .where(
            col(OutboxMessage.user_id) == user_id,
            col(OutboxMessage.status) == "pending",
            col(OutboxMessage.kind).in_(REMINDERS),
        )
        .values(locale=locale)
        .execution_options(synchronize_session=False)
    )
