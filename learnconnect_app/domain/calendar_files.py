"""Entries as a calendar file (RFC 5545), readable by calendars everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from learnconnect_app.domain.calendar_entries import Entry
from learnconnect_app.domain.calendar_zones import described

PRODUCT = "-//LearnConnect//LearnConnect//EN"
REFRESH = timedelta(hours=1)
"""How often a calendar is asked to look again; each does as it likes."""


def calendar_file(
    entries: Sequence[Entry], *, name: str, text: str, zone: str, stamp: datetime
) -> bytes:
    """UTF-8, lines of at most 75 octets. ``stamp``: when the entries last changed (DTSTAMP).

    The same entries and stamp give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, name)
    for key in ("description", "x-wr-caldesc"):
        calendar.add(key, text)
    calendar.add("x-wr-timezone", zone)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    _add_zone(calendar, entries, zone)
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _add_zone(calendar: Calendar, entries: Sequence[Entry], zone: str) -> None:
    """Only where a time is said on its clock: UTC needs no description."""
    years = [entry.starts.year for entry in entries if isinstance(entry.starts, datetime)]
    if years and zone != "UTC":
        # a session of New Year's Eve may end in the year after
        calendar.add_component(described(zone, min(years), max(years) + 1))


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.starts)
    event.add("dtend", _unambiguous(entry.ends))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("url", entry.link)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.is_all_day else "OPAQUE")
    if entry.alarm_minutes is not None:
        event.add_component(_alarm(entry, entry.alarm_minutes))
    return event


def _unambiguous(moment: datetime | date) -> datetime | date:
    """A local time that occurs twice means the first one here: the second is told in UTC."""
    if isinstance(moment, datetime) and moment.fold:
        return moment.astimezone(UTC)
    return moment


def _alarm(entry: Entry, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -timedelta(minutes=minutes))
    return alarm
