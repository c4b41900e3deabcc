"""What Settings shows of the ways out of LearnConnect: mail, push, and calendars elsewhere.

Moments are milliseconds since 1970, as browsers count; 0: never. Codes are of the catalogs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

CHANNEL_CODES = (
    *("bounced", "complained", "unsubscribed", "unconfirmed", "unreachable", "refused"),
    *("calendar_unreachable", "calendar_busy", "calendar_refused"),
    *("calendar_revoked", "calendar_consent", "calendar_gone", "calendar_off"),
)
"""What can be wrong with a channel: ``channel.<code>`` says what to do about it."""


@dataclass(frozen=True)
class ChannelView:
    code: str = ""
    """mail, push, google or outlook"""
    state: str = "unset"
    """on; off: switched off; unconfirmed: nobody has said that the address is theirs; none:
    nothing is connected; reconnect; removing; unset: not set up on this server; local: mails are
    only kept here"""
    account: str = ""
    """Where it goes: an address."""
    devices: int = 0
    reason: str = ""
    """Why it is off or asks to be connected again: ``channel.<reason>``."""
    problem: str = ""
    """What failed last, when nothing has worked since: ``channel.<problem>``."""
    failed_ms: int = 0
    succeeded_ms: int = 0
    trial: str = ""
    """The latest test: waiting, again (it was not taken and is tried once more), sent, failed."""
    trial_ms: int = 0


@dataclass(frozen=True)
class FeedView:
    address: str = ""
    """Empty: there is none."""
    is_lost: bool = False
    """There was one, which stopped with the secret key it was made with."""
    created_ms: int = 0
    fetched_ms: int = 0


@dataclass(frozen=True)
class IntegrationsView:
    mail: ChannelView = field(default_factory=ChannelView)
    push: ChannelView = field(default_factory=ChannelView)
    google: ChannelView = field(default_factory=ChannelView)
    outlook: ChannelView = field(default_factory=ChannelView)
    feed: FeedView = field(default_factory=FeedView)

    @property
    def is_waiting(self) -> bool:
        """Whether something is under way that ends by itself within moments."""
        waiting = {"waiting", "again"} & {self.mail.trial, self.push.trial}
        return bool(waiting) or "removing" in (self.google.state, self.outlook.state)
