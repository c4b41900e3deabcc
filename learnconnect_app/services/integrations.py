"""How each way out of LearnConnect does for a learner, and switching one on again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.integration_views import ChannelView, FeedView, IntegrationsView
from learnconnect_app.models import CalendarFeed, ChannelState, PushSubscription, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.calendar_connections import ConnectionState, connections_of
from learnconnect_app.services.calendar_feeds import feed_path, find_feed
from learnconnect_app.services.channel_trials import latest_trials
from learnconnect_app.services.channels import channel_states, switch_on
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.settings import Settings, settings

SWITCHED_ON_HERE = ("mail", "push")
"""Calendars are connected again instead."""
UNCONFIRMED = "unconfirmed"
LASTING = ("unset", "local", "off", UNCONFIRMED, "none", "reconnect")
"""States in which what failed last matters to nobody."""

Trials = Mapping[str, tuple[str, datetime]]


def integrations_view(session: Session, *, user_id: UUID, now: datetime) -> IntegrationsView:
    """In six queries. Writes nothing."""
    user = get_user(session, user_id)
    states = channel_states(session, user_id=user_id)
    trials = latest_trials(session, user_id, now)
    connections = connections_of(session, user_id=user_id, now=now)
    return IntegrationsView(
        mail=_mail(user, states.get("mail"), trials),
        push=_push(_devices(session, user_id), states.get("push"), trials),
        google=_calendar("google", connections.get("google"), states.get("google")),
        outlook=_calendar("outlook", connections.get("outlook"), states.get("outlook")),
        feed=_feed(find_feed(session, user_id=user_id)),
    )


def switch_channel_on(session: Session, *, user_id: UUID, channel: str, now: datetime) -> None:
    """Use a channel again that a bounce or the like has switched off."""
    if channel not in SWITCHED_ON_HERE:
        raise DomainError("bad_request")
    locked_user(session, user_id)
    switch_on(session, user_id=user_id, channel=channel, now=now)


def _mail(user: User, state: ChannelState | None, trials: Trials) -> ChannelView:
    return _channel("mail", _mail_state(user, state), state, trials, account=user.email)


def _mail_state(user: User, state: ChannelState | None) -> str:
    is_set_up = is_mail_set_up(settings())
    if not is_set_up and settings().is_production:
        return "unset"
    if is_set_up and state is not None and state.is_off:
        return "off"
    if user.email_confirmed_at is None:
        return UNCONFIRMED
    return "on" if is_set_up else "local"


def is_mail_set_up(how: Settings) -> bool:
    return bool(how.sendgrid_api_key.get_secret_value() or how.smtp_url.get_secret_value())


def _push(devices: int, state: ChannelState | None, trials: Trials) -> ChannelView:
    is_off = state is not None and state.is_off
    code = "off" if is_off else "on" if devices else "none"
    return _channel("push", code, state, trials, devices=devices)


def _devices(session: Session, user_id: UUID) -> int:
    own = select(func.count()).where(col(PushSubscription.user_id) == user_id)
    return session.exec(own).one()


def _calendar(
    provider: str, connection: ConnectionState | None, state: ChannelState | None
) -> ChannelView:
    if connection is None:
        return ChannelView(
            provider, "none" if is_calendar_set_up(settings(), provider) else "unset"
        )
    code = "on" if connection.status == "active" else connection.status
    return ChannelView(
        provider,
        code,
        account=connection.account,
        reason=connection.error if code == "reconnect" else "",
        problem=connection.error if code in ("on", "removing") else "",
        failed_ms=_ms(state.failed_at if state else None),
        succeeded_ms=_ms(connection.synced_at),
    )


def is_calendar_set_up(how: Settings, provider: str) -> bool:
    return bool(how.google_client_id if provider == "google" else how.microsoft_client_id)


def _channel(
    code: str,
    state: str,
    kept: ChannelState | None,
    trials: Trials,
    *,
    account: str = "",
    devices: int = 0,
) -> ChannelView:
    trial, asked_at = trials.get(code, ("", None))
    is_off = state == "off"
    is_failing = kept is not None and kept.error != "" and state not in LASTING
    return ChannelView(
        code,
        state,
        account=account,
        devices=devices,
        reason=UNCONFIRMED if state == UNCONFIRMED else kept.reason if kept and is_off else "",
        problem=kept.error if kept is not None and is_failing else "",
        failed_ms=_ms(kept.failed_at if kept else None),
        succeeded_ms=_ms(kept.succeeded_at if kept else None),
        trial=trial,
        trial_ms=_ms(asked_at),
    )


def _feed(feed: CalendarFeed | None) -> FeedView:
    if feed is None:
        return FeedView()
    path, made, fetched = feed_path(feed), _ms(feed.created_at), _ms(feed.fetched_at)
    if not path:
        return FeedView(is_lost=True, created_ms=made, fetched_ms=fetched)
    address = settings().public_url.rstrip("/") + path
    return FeedView(address, created_ms=made, fetched_ms=fetched)


def _ms(moment: datetime | None) -> int:
    return int(moment.timestamp() * 1000) if moment else 0
