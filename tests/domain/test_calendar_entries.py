"""Times of entries: on the learner's clock, right where clocks jump."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from learnconnect_app.domain.calendar_entries import Entry, session_uid, times_of

ISTANBUL, BERLIN = "Europe/Istanbul", "Europe/Berlin"
SESSION = UUID(int=7)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def instants(day: date, start: int, minutes: int, zone: str) -> tuple[datetime, datetime]:
    starts, ends = times_of(day, start, minutes, zone)
    assert isinstance(starts, datetime)
    assert isinstance(ends, datetime)
    assert starts.tzinfo == ends.tzinfo == ZoneInfo(zone)
    return starts.astimezone(UTC), ends.astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "start", "minutes", "zone", "expected"),
    [
        # no DST since 2016
        (date(2026, 3, 29), 18 * 60, 40, ISTANBUL, (utc(2026, 3, 29, 15), 40)),
        # the evening before and after the clock went forward
        (date(2026, 3, 28), 18 * 60, 40, BERLIN, (utc(2026, 3, 28, 17), 40)),
        (date(2026, 3, 29), 18 * 60, 40, BERLIN, (utc(2026, 3, 29, 16), 40)),
        # after midnight it still belongs to the evening
        (date(2026, 3, 2), 24 * 60 + 30, 60, ISTANBUL, (utc(2026, 3, 2, 21, 30), 60)),
        # 02:30 is left out: an hour later on the clock
        (date(2026, 3, 28), 26 * 60 + 30, 30, BERLIN, (utc(2026, 3, 29, 1, 30), 30)),
        # 02:30 comes twice: the first
        (date(2026, 10, 24), 26 * 60 + 30, 60, BERLIN, (utc(2026, 10, 25, 0, 30), 60)),
        # over the jump its length is real
        (date(2026, 3, 28), 25 * 60 + 30, 60, BERLIN, (utc(2026, 3, 29, 0, 30), 60)),
    ],
)
def test_session_begins_on_the_learners_clock_and_lasts_its_minutes(
    day: date, start: int, minutes: int, zone: str, expected: tuple[datetime, int]
) -> None:
    begins, lasts = expected
    assert instants(day, start, minutes, zone) == (begins, begins + timedelta(minutes=lasts))


def test_session_without_a_time_takes_the_whole_day() -> None:
    day = date(2026, 3, 2)
    assert times_of(day, None, 40, ISTANBUL) == (day, day + timedelta(days=1))
    assert not isinstance(times_of(day, None, 40, ISTANBUL)[0], datetime)


def an_entry() -> Entry:
    starts, ends = times_of(date(2026, 3, 2), 18 * 60, 40, ISTANBUL)
    return Entry(
        uid=session_uid(SESSION),
        kind="session",
        source_id=SESSION,
        title="Türev",
        text="Matematik · 40 dk",
        link="https://learn.example/lesson/1",
        starts=starts,
        ends=ends,
        zone=ISTANBUL,
        sequence=0,
        alarm_minutes=15,
    )


def test_fingerprint_changes_with_what_is_seen_and_with_nothing_else() -> None:
    entry = an_entry()
    assert replace(entry, sequence=3).fingerprint == entry.fingerprint
    seen = [
        replace(entry, title="İntegral"),
        replace(entry, text=""),
        replace(entry, alarm_minutes=None),
        replace(entry, starts=date(2026, 3, 2), ends=date(2026, 3, 3)),
        replace(entry, zone=BERLIN),
    ]
    assert len({each.fingerprint for each in (entry, *seen)}) == 6


def test_description_ends_in_the_link() -> None:
    entry = an_entry()
    assert entry.description == "Matematik · 40 dk\n\nhttps://learn.example/lesson/1"
    assert replace(entry, text="").description == entry.link
