"""Which reminders a study day brings, and when: the planned rules.

What is told when it happens (a goal reached, a test unlocked) is not here. Whoever is away, or
whose plans all rest, gets nothing of it but a word about a rest that is long. Who stays away
without a word is reminded less and less, and from the third week on not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from learnconnect_app.domain.reminded_days import Day, Timed
from learnconnect_app.domain.reminder_times import minute_of_hour, moment
from learnconnect_app.domain.reminders import PAUSED_LONG_DAYS

SOON_MINUTES = 15
SAME_BLOCK_MINUTES = 15
"""Sessions no further apart follow each other: one reminder is enough."""
MORNING, NOON = 8 * 60, 12 * 60
AHEAD_MINUTES = 60
"""What the day brings is said at least so long before its first session."""
IDLE_DAYS = 3
"""From so many planned days without work on, reminders of each day and session stop..."""
CALLS_AFTER = (7, 14)
"""...and only on these the plan is named once more."""
MISSED_AGAIN_DAYS = 3
"""Days between two words about a missed day, at the least."""
SILENT_AFTER_DAYS = 90
"""Of a rest as long as this nothing is said: by then what was told is forgotten, and "we will not
write again" would be broken."""
ENDING_DAYS = 3
"""So long before its last day a reward is spoken of, if it was redeemed before that."""
MONDAY, THURSDAY = 0, 3
GOING_WELL = 0.6
"""Share of the planned days of a week so far from which it goes well."""


@dataclass(frozen=True)
class Planned:
    rule: str
    due_at: datetime
    about: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    """Of its words, which say ``minutes`` as a ``duration`` and ``until`` as a day."""
    path: str = ""


def planned_for(day: Day) -> list[Planned]:
    """What the day brings, quiet hours and caps not applied."""
    if day.is_away:
        return []
    return [planned for rule in _RULES for planned in rule(day)]


def _day_ready(day: Day) -> Iterator[Planned]:
    """In the morning when sessions have times; else when the learner usually begins."""
    if not day.things or day.is_first or day.is_begun:
        return
    if day.idle >= IDLE_DAYS and day.idle not in CALLS_AFTER:
        return
    minute = _ready_minute(day)
    if minute is None:
        return
    values: dict[str, Any] = {
        "n": len(day.things),
        "minutes": sum(thing.minutes for thing in day.things),
        "first": day.things[0].title,
    }
    if day.is_back or day.idle in CALLS_AFTER:
        values["variant"] = "back"
    yield Planned("day_ready", moment(day.day, minute, day.zone), values=values)


def _ready_minute(day: Day) -> int | None:
    """The first good hour; before sessions with times one of the morning that leaves time for
    them, or else 08:00."""
    hours, morning = sorted(_awake_hours(day)), _morning(day)
    if not day.timed:
        return hours[0] if hours else morning
    latest = day.timed[0].start - AHEAD_MINUTES
    fitting = [m for m in [*(h for h in hours if h < NOON), morning] if m <= latest]
    return fitting[0] if fitting else None


def _awake_hours(day: Day) -> list[int]:
    """Minutes at which the good hours begin that are not quiet, the best first."""
    minutes = map(minute_of_hour, day.hours)
    return [minute for minute in minutes if not day.quiet.holds(minute)]


def _morning(day: Day) -> int:
    """08:00, or the end of the quiet hours that it is in."""
    if not day.quiet.holds(MORNING):
        return MORNING
    until = day.quiet.until
    return until if until > MORNING else until + 24 * 60


def _session_soon(day: Day) -> Iterator[Planned]:
    if day.idle >= IDLE_DAYS:
        return
    for block in _blocks(day.timed):
        first = block[0]
        values = {
            "n": len(block),
            "minutes": sum(session.minutes for session in block),
            "title": first.title,
            "time": f"{first.start // 60 % 24:02}:{first.start % 60:02}",
        }
        due = moment(day.day, first.start - SOON_MINUTES, day.zone)
        yield Planned("session_soon", due, about=first.id, values=values, path=first.path)


def _blocks(timed: Sequence[Timed]) -> list[list[Timed]]:
    blocks: list[list[Timed]] = []
    for session in timed:
        last = blocks[-1][-1] if blocks else None
        if last and session.start - (last.start + last.minutes) <= SAME_BLOCK_MINUTES:
            blocks[-1].append(session)
        else:
            blocks.append([session])
    return blocks


def _missed_day(day: Day) -> Iterator[Planned]:
    """Once for a run of missed days, on the first day after it began that has something planned."""
    is_recent = day.missed_told and (day.day - day.missed_told).days < MISSED_AGAIN_DAYS
    if day.idle != 1 or day.is_begun or day.is_frozen or is_recent or not day.things:
        return
    values = {
        "minutes": sum(thing.minutes for thing in day.things),
        "first": day.things[0].title,
    }
    yield Planned("missed_day", _at_best_hour(day), values=values)


def _week_progress(day: Day) -> Iterator[Planned]:
    """In the middle of the week, but not on a day after a missed one."""
    week = day.this_week
    if day.day.weekday() != THURSDAY or not week or not week.days:
        return
    if day.idle or not day.things:
        return
    values: dict[str, Any] = {"n": week.days, "of": week.planned, "minutes": week.minutes}
    if week.days >= GOING_WELL * week.passed:
        values["variant"] = "good"
    yield Planned("week_progress", _at_best_hour(day), values=values)


def _weekly_report(day: Day) -> Iterator[Planned]:
    week = day.last_week
    if day.day.weekday() != MONDAY or not week or not week.days:
        return
    values = {"n": week.days, "minutes": week.minutes}
    due = moment(day.day, MORNING, day.zone)
    yield Planned("weekly_report", due, about=week.first.isoformat(), values=values)


def _paused_long(day: Day) -> Iterator[Planned]:
    rest = day.rest
    if rest is None or rest.told >= len(PAUSED_LONG_DAYS):
        return
    if not PAUSED_LONG_DAYS[rest.told] <= rest.days < SILENT_AFTER_DAYS:
        return
    values: dict[str, Any] = {"n": rest.days, "plan": rest.title}
    if rest.told + 1 == len(PAUSED_LONG_DAYS):
        values["variant"] = "last"
    yield Planned("paused_long", _at_best_hour(day), about=rest.plan_id, values=values)


def _reward_ending(day: Day) -> Iterator[Planned]:
    """Once for each; later than on its day for who was away then."""
    for each in day.endings:
        told_from = each.last - timedelta(days=ENDING_DAYS)
        if each.first < told_from <= day.day <= each.last:
            values = {"reward": each.title, "until": each.last.isoformat()}
            about = each.redemption_id
            yield Planned("reward_ending", _at_best_hour(day), about=about, values=values)


def _at_best_hour(day: Day) -> datetime:
    """At the best good hour; where they are all in the night, in the morning."""
    minute = next(iter(_awake_hours(day)), _morning(day))
    return moment(day.day, minute, day.zone)


_RULES: tuple[Callable[[Day], Iterator[Planned]], ...] = (
    _day_ready,
    _session_soon,
    _missed_day,
    _week_progress,
    _weekly_report,
    _paused_long,
    _reward_ending,
)
