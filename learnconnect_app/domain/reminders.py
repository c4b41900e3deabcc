"""What LearnConnect writes to a learner of its own accord, one declaration each.

Words: ``reminder.<key>.title``, ``.text`` and ``.action`` of the catalogs. When exactly a planned
one is due: `domain/reminder_days.py`; whether it is still wanted when it is due:
`services/reminder_wants.py`. What the rules leave open: `docs/decisions/0013-reminders.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Literal

Channel = Literal["app", "mail", "push"]
CHANNELS: tuple[Channel, ...] = ("app", "mail", "push")
DIGEST = "digest"
"""Kind of the mail that stands for several of a day."""
PAUSED_LONG_DAYS = (7, 21)
"""A plan that rests so long is spoken of: once, once more, and never again."""


class End(StrEnum):
    """What makes a reminder pointless before it is sent."""

    NO_PLAN = "no_plan"
    """No plan is active any more."""
    BEGUN = "begun"
    """Something was finished today."""
    DONE = "done"
    """Nothing of today's plan is left."""
    NOT_NEARLY = "not_nearly"
    """The minutes left are not 1-10 any more; while a clock runs it waits."""
    MOVED = "moved"
    """The session is not planned at that time any more."""
    TAKEN = "taken"
    """The test is under way, or not open any more."""
    RESUMED = "resumed"
    """The plan does not rest any more, or another one is active."""
    GIVEN_BACK = "given_back"
    """The freeze was given back, was shown on a page, or streaks are hidden."""
    MENDED = "mended"
    """The calendar works again, or is disconnected."""
    OPENED = "opened"
    """The report was read."""
    LASTS = "lasts"
    """The reward lasts longer now, was used, or was given back."""


@dataclass(frozen=True)
class Rule:
    key: str
    by_default: frozenset[Channel]
    possible: frozenset[Channel]
    """The channels that can be chosen for it."""
    path: str
    """Where its link and a tap go; ``{about}`` is the id of what it speaks of."""
    fresh_for: timedelta
    """Later than this after it was due it would only confuse, and is not sent."""
    ends: frozenset[End]
    """What cancels it, beside an absence, a rest of all plans and its switches."""
    is_planned: bool = False
    """Planned for a study day; the others are told when something happens."""
    waits: bool = False
    """Told in the app at once; mail and push wait for the learner's next good hour."""
    is_digestible: bool = True
    """May be one of several in the one mail of a day."""
    is_about_rest: bool = False
    """Comes while plans rest."""
    is_about_safety: bool = False
    """Comes at any hour, is not counted, and cannot be switched off."""


def _rule(
    key: str,
    channels: str,
    path: str,
    hours: float,
    *,
    possible: str = "",
    ends: str = "",
    **more: bool,
) -> Rule:
    def named(names: str) -> frozenset[Channel]:
        return frozenset(channel for channel in CHANNELS if channel in names.split())

    return Rule(
        key,
        named(channels),
        named(possible or channels),
        path,
        timedelta(hours=hours),
        frozenset(map(End, ends.split())),
        **more,
    )


ALL = "app mail push"
RULES: tuple[Rule, ...] = (
    # in the app by default: only what is still worth reading tomorrow
    # in the morning of a day with something planned, while nothing of it is done
    _rule(
        "day_ready",
        "push",
        "/home",
        4,
        possible=ALL,
        ends="no_plan begun done",
        is_planned=True,
    ),
    # 15 minutes before a session, or before the first of several that follow each other
    _rule(
        "session_soon",
        "push",
        "/study",
        0.25,
        ends="no_plan moved",
        is_planned=True,
        is_digestible=False,
    ),
    # half an hour after the learner stopped with at most ten minutes left of the day
    _rule(
        "nearly_there",
        "push",
        "/home",
        1,
        possible="app push",
        ends="no_plan not_nearly",
        is_digestible=False,
    ),
    # when the last thing of the day is finished, or the goal they set themselves is reached
    _rule("goal_reached", "app", "/home", 2, possible="app push", is_digestible=False),
    # on Thursdays, of a week in which something was done
    _rule("week_progress", "app push", "/home", 4, possible=ALL, ends="no_plan", is_planned=True),
    # a round streak or level, a week or a plan finished
    _rule("milestone", "app", "/home", 12, possible=ALL),
    # the day after a planned day without work, once for several in a row
    _rule(
        "missed_day", "app mail", "/home", 6, possible=ALL, ends="no_plan begun", is_planned=True
    ),
    # on Mondays at 08:00, of a week with work
    _rule(
        "weekly_report", "app mail", "/reports", 24, possible=ALL, ends="opened", is_planned=True
    ),
    # a weekly, final or comprehensive test can be taken
    _rule("test_unlocked", "app push", "/plan", 12, possible=ALL, ends="no_plan taken", waits=True),
    # after 7 and after 21 days of rest
    _rule(
        "paused_long",
        "app mail",
        "/home",
        24,
        possible=ALL,
        ends="resumed",
        is_planned=True,
        is_about_rest=True,
    ),
    # the morning after a freeze covered a day
    _rule("freeze_used", "app", "/home", 24, possible=ALL, ends="given_back", waits=True),
    # three days before something redeemed ends
    _rule(
        "reward_ending",
        "app",
        "/rewards",
        24,
        possible=ALL,
        ends="lasts",
        is_planned=True,
        is_about_rest=True,
    ),
    # the other one has ended it
    _rule(
        "mentorship_ended", "app mail", "/mentor", 48, possible=ALL, waits=True, is_about_rest=True
    ),
    # a calendar elsewhere cannot be reached any more
    _rule("calendar_problem", "app mail", "/settings#integrations", 48, ends="mended"),
    # moved or deleted in a calendar elsewhere, where the plan does not allow it
    _rule("session_put_back", "app", "/study", 24, is_digestible=False),
    # a new password, a sign-in from a new device
    _rule(
        "security",
        "app mail",
        "/settings",
        72,
        is_digestible=False,
        is_about_safety=True,
        is_about_rest=True,
    ),
)

PUSH_ORDER: tuple[str, ...] = (
    "session_soon",
    "test_unlocked",
    "nearly_there",
    "paused_long",
    "calendar_problem",
    "weekly_report",
    "milestone",
    "day_ready",
    "missed_day",
    "week_progress",
    "reward_ending",
    "mentorship_ended",
    "freeze_used",
    "session_put_back",
    "goal_reached",
)
"""Which pushes go first when there are more on a day than the learner wants: what has an hour
before what is nice to know."""

_BY_KEY = {rule.key: rule for rule in RULES}


def rule_of(key: str) -> Rule:
    """Raises KeyError."""
    return _BY_KEY[key]


def is_rule(kind: str) -> bool:
    """Whether this kind of message is a reminder, and not a mail of the accounts."""
    return kind in _BY_KEY


@dataclass(frozen=True)
class ReminderSettings:
    """How a learner wants to be reminded; the defaults are those of a new one."""

    quiet_from: int = 22 * 60
    """Minutes after midnight."""
    quiet_until: int = 8 * 60
    hours: tuple[int, ...] = ()
    """Chosen hours of the day; empty: the best ones are learned."""
    pushes_a_day: int = 3
    is_digest: bool = True
    switches: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    """(rule, channel) → on, where it is otherwise than by default."""

    def is_on(self, rule: Rule, channel: Channel) -> bool:
        """Whether the rule comes by this channel: always when it is about safety."""
        if channel not in rule.possible:
            return False
        if rule.is_about_safety:
            return True
        return self.switches.get((rule.key, channel), channel in rule.by_default)
