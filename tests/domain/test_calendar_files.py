"""Calendar files, read back by a second library: the same entries at the same instants."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from learnconnect_app.domain.calendar_entries import Entry, session_uid, times_of, whole_day
from learnconnect_app.domain.calendar_files import calendar_file
from learnconnect_app.domain.calendar_zones import described

STAMP = datetime(2026, 3, 2, 9, tzinfo=UTC)
ZONES = (
    "Europe/Istanbul",
    "Europe/Berlin",
    "America/New_York",
    "Africa/Casablanca",  # its clock follows Ramadan
    "Europe/Dublin",  # winter is what it calls daylight saving
    "Australia/Lord_Howe",  # half an hour
    "Asia/Kolkata",
    "Pacific/Chatham",
    "America/Sao_Paulo",
    "UTC",
    "Etc/UTC",
)
HARD = 'Türev, İntegral; "ığüşöçĞÜŞİÖÇ" \\ yol'
LINES = "Matematik · 40 dk\nNeden: şu, bu; ve öbürü"


def an_entry(number: int, day: date, start: int | None, zone: str, **values: Any) -> Entry:
    starts, ends = times_of(day, start, 40, zone)
    entry = Entry(
        uid=session_uid(UUID(int=number)),
        kind="session",
        source_id=UUID(int=number),
        title=HARD,
        text=LINES,
        link="https://learn.example/lesson/1",
        starts=starts,
        ends=ends,
        zone=zone,
        sequence=number,
        alarm_minutes=15 if start is not None else None,
    )
    return replace(entry, **values)


def a_file(*entries: Entry, zone: str = "Europe/Istanbul") -> bytes:
    return calendar_file(entries, name="LearnConnect", text="Planın", zone=zone, stamp=STAMP)


def read_back(file: bytes) -> dict[str, Any]:
    """The events as vobject understands them, by uid."""
    return {e.uid.value: e for e in vobject.readOne(file.decode()).contents.get("vevent", [])}


def telling_days(zone: str) -> list[date]:
    """Of a year: those around each change of the clock, and the first of each month."""
    place, noons = ZoneInfo(zone), [datetime(2026, 1, 2, 12) + timedelta(n) for n in range(363)]
    offsets = [noon.replace(tzinfo=place).utcoffset() for noon in noons]
    changes = [n for n in range(1, 363) if offsets[n] != offsets[n - 1]]
    near = {noons[n + by].date() for n in changes for by in (-3, -2, -1, 0, 1)}
    return sorted(near | {noon.date() for noon in noons if noon.day == 1})


def a_year(zone: str) -> list[Entry]:
    """Evening, past midnight, and in the hours in which clocks jump."""
    starts = (18 * 60, 24 * 60 + 30, 25 * 60 + 50, 26 * 60 + 30, 27 * 60 + 10)
    times = [(day, start) for day in telling_days(zone) for start in starts]
    return [an_entry(number, day, start, zone) for number, (day, start) in enumerate(times)]


@pytest.mark.parametrize("zone", ZONES)
def test_every_instant_of_a_year_is_the_same_for_another_reader(zone: str) -> None:
    entries = a_year(zone)
    read = read_back(a_file(*entries, zone=zone))
    for entry in entries:
        event = read[entry.uid]
        found = event.dtstart.value.astimezone(UTC), event.dtend.value.astimezone(UTC)
        assert found == (
            entry.starts.astimezone(UTC),  # type: ignore[union-attr]
            entry.ends.astimezone(UTC),  # type: ignore[union-attr]
        ), f"{zone}: {entry.starts}"


@pytest.mark.parametrize("zone", ZONES[:-2])
def test_zone_is_described_as_it_is_whatever_its_rules(zone: str) -> None:
    """By its own description alone, without what a reader knows of the zone's name."""
    file = a_file(an_entry(1, date(2026, 3, 2), 18 * 60, zone), zone=zone)
    text = file.replace(zone.encode(), b"Somewhere/Else").decode()
    read = vobject.readOne(text).vtimezone.gettzinfo()
    place = ZoneInfo(zone)
    for day, half_hour in product(telling_days(zone), range(48)):
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        local = (moment + half_hour * timedelta(minutes=30)).astimezone(place)
        if local.fold or local.replace(fold=1).utcoffset() != local.utcoffset():
            continue  # told apart by the fold alone, which a reader may not know
        assert read.utcoffset(local.replace(tzinfo=None)) == local.utcoffset(), local


def test_texts_come_back_whole() -> None:
    (event,) = read_back(a_file(an_entry(1, date(2026, 3, 2), 18 * 60, "Europe/Istanbul"))).values()
    assert event.summary.value == HARD
    assert event.description.value == f"{LINES}\n\nhttps://learn.example/lesson/1"
    assert event.url.value == "https://learn.example/lesson/1"


def test_lines_are_folded_between_letters() -> None:
    file = a_file(an_entry(1, date(2026, 3, 2), 18 * 60, "Europe/Istanbul", title="ışık " * 60))
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert b"\n" not in file.replace(b"\r\n", b"")


def test_file_has_all_that_the_standard_asks_for() -> None:
    entries = [an_entry(1, date(2026, 3, 2), 18 * 60, "Europe/Berlin")]
    file = a_file(*entries, zone="Europe/Berlin")
    calendar = icalendar.Calendar.from_ical(file)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert calendar["method"] == "PUBLISH"
    assert calendar["x-wr-calname"] == calendar["name"] == "LearnConnect"
    assert calendar["x-wr-timezone"] == "Europe/Berlin"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in file
    for part in calendar.walk():
        assert not part.errors, part.errors
        assert set(part.required) <= set(part.keys()), part.name
    (event,) = calendar.walk("VEVENT")
    assert event["sequence"] == 1
    assert event.decoded("dtstamp") == STAMP
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(minutes=-15)
    assert calendar.get_missing_tzids() == set()


def test_whole_days_are_dates_without_alarm_that_keep_nobody_busy() -> None:
    starts, ends = whole_day(date(2026, 6, 20))
    file = a_file(an_entry(1, date(2026, 6, 20), None, "Europe/Istanbul"))
    (event,) = read_back(file).values()
    assert (event.dtstart.value, event.dtend.value) == (starts, ends)
    assert event.transp.value == "TRANSPARENT"
    assert "valarm" not in event.contents
    assert b"VTIMEZONE" not in file


def test_empty_calendar_can_be_read() -> None:
    file = a_file()
    assert vobject.readOne(file.decode()).prodid.value
    assert not read_back(file)


def test_same_entries_make_the_same_bytes() -> None:
    entry = an_entry(1, date(2026, 3, 2), 18 * 60, "Europe/Istanbul")
    assert a_file(entry) == a_file(entry)


def test_description_of_a_zone_is_made_once() -> None:
    assert described("Europe/Berlin", 2026, 2027) is described("Europe/Berlin", 2026, 2027)
