"""What is to be written into a calendar elsewhere, and what is made of what changed there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from learnconnect_app.domain.calendar_entries import Entry, times_of
from learnconnect_app.domain.calendar_events import EventSeen
from learnconnect_app.domain.calendar_sync import (
    HIDDEN,
    KnownEvent,
    Place,
    draft_of,
    fingerprint_of,
    fingerprint_there,
    missing,
    moment_of,
    places_of,
    returns,
    wait_seconds,
    writes,
)

ZONE = "Europe/Istanbul"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = date(2026, 3, 3)


def an_entry(number: int = 1, *, day: date = DAY, start: int | None = 17 * 60) -> Entry:
    starts, ends = times_of(day, start, 40, ZONE)
    source = UUID(int=number)
    return Entry(f"{number}@x", "session", source, "Türev", "", "/study", starts, ends, ZONE, 0)


def an_event(entry: Entry, **values: str) -> KnownEvent:
    """As we wrote it last."""
    key = UUID(int=100 + entry.source_id.int).hex
    known = KnownEvent(key, entry.source_id, f"id-{key}", "etag", fingerprint_of(entry))
    return replace(known, **values)  # type: ignore[arg-type]


def seen_of(event: KnownEvent, starts: datetime | date | None, **values: object) -> EventSeen:
    return EventSeen(event.event_id, "etag-2", starts, NOW, **values)  # type: ignore[arg-type]


class TestWriting:
    def test_what_stands_there_is_not_written(self) -> None:
        entry = an_entry()
        assert writes([entry], [an_event(entry)], NOW) == writes([], [], NOW)

    def test_new_session_is_made_and_a_changed_one_written_to_its_event(self) -> None:
        here, moved = an_entry(1), an_entry(2)
        event = an_event(moved)
        moved = an_entry(2, start=18 * 60)
        todo = writes([here, moved], [event], NOW)
        assert todo.make == (here,)
        assert todo.change == ((event, moved),)

    @pytest.mark.parametrize("value", ["title", "text", "link", "zone"])
    def test_anything_that_is_seen_of_it_counts(self, value: str) -> None:
        entry = an_entry()
        event = an_event(entry)
        changed = replace(entry, **{value: "UTC"})  # type: ignore[arg-type]
        assert writes([changed], [event], NOW).change

    def test_session_that_is_gone_takes_its_event_along(self) -> None:
        event = replace(an_event(an_entry()), session_id=None)
        assert writes([], [event], NOW).drop == (event,)
        missed = an_event(an_entry(2))
        assert writes([], [missed], NOW).drop == (missed,)

    def test_exam_and_days_of_the_skill_plan_have_no_event(self) -> None:
        assert not writes([replace(an_entry(), kind="exam")], [], NOW).make

    def test_what_is_over_is_not_made(self) -> None:
        ended = an_entry(day=date(2026, 3, 2), start=10 * 60)
        running = an_entry(2, day=date(2026, 3, 2), start=11 * 60 + 45)
        whole_day = an_entry(3, day=date(2026, 3, 1), start=None)
        assert writes([ended, running, whole_day], [], NOW).make == (running,)

    def test_what_left_the_entries_by_age_stays_there(self) -> None:
        old = an_event(an_entry(day=DAY - timedelta(days=40)))
        assert writes([], [old], NOW).drop == ()

    def test_event_of_the_learner_is_left_alone(self) -> None:
        hidden = an_event(an_entry(), fingerprint=HIDDEN)
        assert writes([an_entry(start=None)], [hidden], NOW) == writes([], [], NOW)
        assert writes([], [hidden], NOW).drop == ()

    def test_event_that_was_meant_to_be_made_is_made_again_with_a_warning(self) -> None:
        entry = an_entry()
        event = an_event(entry, fingerprint="", etag="")
        ((known, wanted),) = writes([entry], [event], NOW).change
        draft = draft_of(wanted, known, is_new=False)
        assert (draft.event_id, draft.is_repeated) == ("", True)
        assert not draft_of(wanted, known, is_new=True).is_repeated


class TestReturns:
    def test_moment_counts_and_not_the_etag(self) -> None:
        entry = an_entry()
        event = an_event(entry)
        same = entry.starts.astimezone(ZoneInfo("America/New_York"))  # type: ignore[union-attr]
        found = returns([seen_of(event, same)], [event], [entry])
        assert (found.moved, found.deleted, len(found.touched)) == ((), (), 1)

    def test_other_moment_is_a_move(self) -> None:
        entry = an_entry()
        event = an_event(entry)
        seen = seen_of(event, NOW)
        (moved,) = returns([seen], [event], [entry]).moved
        assert (moved.event, moved.seen, moved.is_contested) == (event, seen, False)

    def test_both_moved_is_contested_unless_to_the_same_place(self) -> None:
        event = an_event(an_entry())
        here = an_entry(start=18 * 60)
        assert returns([seen_of(event, NOW)], [event], [here]).moved[0].is_contested
        assert not returns([seen_of(event, here.starts)], [event], [here]).moved

    def test_deletion_is_told_from_all_else(self) -> None:
        entry = an_entry()
        event = an_event(entry)
        (deleted,) = returns([seen_of(event, None, is_deleted=True)], [event], [entry]).deleted
        assert (deleted.event, deleted.is_contested) == (event, False)

    def test_foreign_and_unmade_events_are_nobodys_business(self) -> None:
        entry = an_entry()
        unmade = an_event(entry, fingerprint="")
        foreign = EventSeen("foreign", "etag", NOW)
        found = returns([foreign, seen_of(unmade, NOW)], [unmade], [entry])
        assert found == returns([], [], [])

    def test_what_was_changed_there_differs_from_all_we_would_write(self) -> None:
        entry = an_entry()
        seen = seen_of(an_event(entry), entry.starts)
        event = an_event(entry, fingerprint=fingerprint_there(seen))
        assert event.began == moment_of(entry.starts)
        assert writes([entry], [event], NOW).change

    def test_only_what_was_made_can_be_missing(self) -> None:
        made, unmade = an_event(an_entry(1)), an_event(an_entry(2), fingerprint="")
        hidden, there = an_event(an_entry(3), fingerprint=HIDDEN), an_event(an_entry(4))
        assert missing([seen_of(there, NOW)], [made, unmade, hidden, there]) == [made.event_id]


@pytest.mark.parametrize(
    ("starts", "places"),
    [
        (datetime(2026, 3, 3, 14, 0, tzinfo=UTC), [(DAY, 17 * 60)]),
        (datetime(2026, 3, 3, 14, 7, tzinfo=UTC), [(DAY, 17 * 60), (DAY, 17 * 60 + 15)]),
        (datetime(2026, 3, 3, 14, 8, tzinfo=UTC), [(DAY, 17 * 60 + 15), (DAY, 17 * 60)]),
        (datetime(2026, 3, 3, 22, 30, tzinfo=UTC), [(DAY, 25 * 60 + 30)]),
        (datetime(2026, 3, 4, 1, 0, tzinfo=UTC), [(DAY + timedelta(1), 4 * 60)]),
        (DAY, [(DAY, None)]),
    ],
)
def test_place_is_a_study_day_and_a_time_that_can_be_chosen(
    starts: datetime | date, places: list[tuple[date, int | None]]
) -> None:
    assert places_of(starts, ZONE) == tuple(Place(*each) for each in places)


def test_waits_double_up_to_an_hour_and_heed_what_is_asked() -> None:
    assert [wait_seconds(n, 0, 0) for n in (1, 2, 3, 20)] == [30, 60, 120, 3600]
    assert wait_seconds(1, 600, 0) == 600
    assert wait_seconds(1, 0, 1) == 45
