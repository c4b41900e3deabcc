"""What LearnConnect writes to a learner of its own accord, one declaration each.

Words: ``reminder.<key>.title``, ``.text`` and ``.action`` of the catalogs. When exactly a planned
one is due: `domain/reminder_times.py`; whether it is still wanted when it is due:
`services/reminder_wants.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Channel = Literal["app", "mail", "push"]
CHANNELS: tuple[Channel, ...] = ("app", "mail", "push")


@dataclass(frozen=True)
class Rule:
    key: str
    by_default: frozenset[Channel]
    possible: frozenset[Channel]
    """The channels that can be chosen for it; ``app`` is always told."""
    path: str
    """Where its link and a tap go; ``{about}`` is the id of what it speaks of."""
    fresh_for: timedelta
    """Later than this after it was due it would only confuse, and is not sent."""
    is_planned: bool = False
    """Planned for a study day; the others are told when something happens."""
    is_digestible: bool = True
    """May be one of several in the one mail of a day."""
    is_about_safety: bool = False
    """Comes at any hour, is not counted, and cannot be switched off."""


def _rule(
    key: str, channels: str, path: str, hours: float, *, possible: str = "", **more: bool
) -> Rule:
    def named(names: str) -> frozenset[Channel]:
        return frozenset(channel for channel in CHANNELS if channel in names.split())

    by_default = named(channels)
    return Rule(
        key, by_default, named(possible) or by_default, path, timedelta(hours=hours), **more
    )


RULES: tuple[Rule, ...] = (
    _rule("day_ready", "app push", "/home", 4, possible="app mail push", is_planned=True),
    _rule("session_soon", "push", "/lesson/{about}", 0.25, is_planned=True, is_digestible=False),
    _rule("nearly_there", "app push", "/home", 0.5, is_digestible=False),
    _rule("goal_reached", "app", "/home", 2, possible="app push", is_digestible=False),
    _rule("week_progress", "app push", "/reports", 12, possible="app mail push", is_planned=True),
    _rule("milestone", "app push", "/home", 12, possible="app mail push"),
    _rule("missed_day", "app mail", "/home", 12, possible="app mail push", is_planned=True),
    _rule("weekly_report", "app mail", "/reports", 24, possible="app mail push", is_planned=True),
    _rule("test_unlocked", "app push", "/plan", 12, possible="app mail push"),
    _rule("paused_long", "app mail", "/home", 24, possible="app mail push", is_planned=True),
    _rule("freeze_used", "app", "/home", 24, possible="app mail push"),
    _rule("calendar_problem", "app mail", "/settings#integrations", 48),
    _rule(
        "security",
        "app mail",
        "/settings",
        72,
        is_digestible=False,
        is_about_safety=True,
    ),
)

_BY_KEY = {rule.key: rule for rule in RULES}


def rule_of(key: str) -> Rule:
    """Raises KeyError."""
    return _BY_KEY[key]
