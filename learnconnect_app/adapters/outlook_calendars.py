"""Outlook through Microsoft Graph; access comes from MSAL.

A new event carries a transaction id and a property of ours, so that one made without our hearing
of it is found again and not made twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from learnconnect_app.adapters.graph_answers import seen
from learnconnect_app.adapters.graph_client import MOST_IN_A_BATCH, PREFER, GraphClient, Request
from learnconnect_app.adapters.outlook_places import (
    MARK,
    find_calendar,
    find_marked,
    make_calendar,
)
from learnconnect_app.domain.calendar_events import (
    CalendarChanges,
    EventAnswer,
    EventDraft,
    EventSeen,
    Outcome,
)
from learnconnect_app.domain.ports import CalendarGoneError, SyncExpiredError
from learnconnect_app.settings import Settings

PAST, AHEAD = timedelta(days=40), timedelta(days=800)
"""What a reading of changes spans; Graph wants ends, and keeps them for all later readings."""
RENEWED = timedelta(days=430)
"""With less than this ahead a reading begins anew: plans are no longer than that."""
IN_PAGES = {"Prefer": f"{PREFER}, odata.maxpagesize=200"}


class OutlookCalendar:
    batch_size = MOST_IN_A_BATCH

    def __init__(self, settings: Settings, secret: str) -> None:
        self._graph = GraphClient(settings, secret)
        self._knows_zones = True

    @property
    def secret(self) -> str:
        return self._graph.secret

    # ---- what the port asks ------------------------------------------------------------------

    def make_calendar(self, name: str, zone: str, taken: Collection[str]) -> str:
        return make_calendar(self._graph, name, taken)

    def find_calendar(self, name: str, keys: Sequence[str]) -> str:
        return find_calendar(self._graph, name, keys)

    def write(self, calendar_id: str, drafts: Sequence[EventDraft]) -> list[EventAnswer]:
        answers = self._graph.batch({each.key: self._request(calendar_id, each) for each in drafts})
        by_key = {each.key: each for each in drafts}
        unknown = [key for key, answer in answers.items() if answer.is_of_an_unknown_zone]
        if unknown and self._knows_zones:
            self._knows_zones = False
            again = self.write(calendar_id, [by_key[key] for key in unknown])
            done = [answer.of(key) for key, answer in answers.items() if key not in unknown]
            return [*done, *again]
        return [
            self._adopted(calendar_id, by_key[key])
            if answer.status == 409 and not by_key[key].event_id
            else answer.of(key)
            for key, answer in answers.items()
        ]

    def delete(self, calendar_id: str, events: Mapping[str, str]) -> list[EventAnswer]:
        ids = {
            key: each or find_marked(self._graph, calendar_id, key) for key, each in events.items()
        }
        requests: dict[str, Request] = {
            key: ("DELETE", _event(each), None, {}) for key, each in ids.items() if each
        }
        unmade = [EventAnswer(key, Outcome.DONE) for key, each in ids.items() if not each]
        answers = self._graph.batch(requests)
        return unmade + [
            EventAnswer(key, Outcome.DONE) if answer.is_gone else answer.of(key)
            for key, answer in answers.items()
        ]

    def changes(self, calendar_id: str, token: str, now: datetime) -> CalendarChanges:
        until, _, path = token.partition(" ")
        if token and date.fromisoformat(until) < (now + RENEWED).date():
            raise SyncExpiredError("the span of time is nearly over")
        if not token:
            until = (now + AHEAD).date().isoformat()
            path = (
                f"/me/calendars/{quote(calendar_id)}/calendarView/delta"
                f"?startDateTime={(now - PAST).date()}T00:00:00Z&endDateTime={until}T00:00:00Z"
            )
        found: dict[str, EventSeen] = {}
        while True:
            answer = self._graph.ask("GET", path, more=IN_PAGES)
            if not answer.is_fine:
                raise answer.error()
            found |= {each["id"]: seen(each) for each in answer.body.get("value", ())}
            if following := answer.body.get("@odata.nextLink"):
                path = self._graph.own_path(following)
                continue
            rest = self._graph.own_path(answer.body["@odata.deltaLink"])
            now_at = f"{until} {rest}"
            there = [each for each in found.values() if not each.is_deleted]
            gone = [each.event_id for each in found.values() if each.is_deleted]
            events = (*there, *self.look_for(calendar_id, gone, now_at))
            return CalendarChanges(events, now_at, not token)

    def look_for(self, calendar_id: str, event_ids: Sequence[str], token: str) -> list[EventSeen]:
        """A reading does not show what begins outside of its span, and tells that as deleted. What
        begins within is in this calendar no more: it was dragged to another one, with its id."""
        until = date.fromisoformat(token.partition(" ")[0])
        requests: dict[str, Request] = {each: ("GET", _event(each), None, {}) for each in event_ids}
        answers = self._graph.batch(requests)
        found = (answer.seen(key) for key, answer in answers.items())
        return [
            EventSeen(each.event_id, is_deleted=True) if _is_within(each, until) else each
            for each in found
        ]

    def remove_calendar(self, calendar_id: str) -> None:
        answer = self._graph.ask("DELETE", f"/me/calendars/{quote(calendar_id)}")
        if answer.is_gone:
            raise CalendarGoneError("there is none of this id")
        if not answer.is_fine:
            raise answer.error()

    def revoke(self) -> None:
        """Microsoft has no way to give back one app's access: forgetting it is all."""

    def close(self) -> None:
        self._graph.close()

    # ---- events ------------------------------------------------------------------------------

    def _request(self, calendar_id: str, draft: EventDraft) -> Request:
        body = self._body(draft)
        if draft.event_id:
            more = {"If-Match": draft.etag} if draft.etag else {}
            return "PATCH", _event(draft.event_id), body, more
        if draft.is_repeated and (found := find_marked(self._graph, calendar_id, draft.key)):
            return "PATCH", _event(found), body, {}
        body |= {
            "transactionId": draft.key,
            "singleValueExtendedProperties": [{"id": MARK, "value": draft.key}],
        }
        return "POST", f"/me/calendars/{quote(calendar_id)}/events", body, {}

    def _adopted(self, calendar_id: str, draft: EventDraft) -> EventAnswer:
        """One with this transaction id is there already: ours, and we did not hear of it."""
        found = find_marked(self._graph, calendar_id, draft.key)
        if not found:
            return EventAnswer(draft.key, Outcome.REFUSED)
        return self._graph.ask("PATCH", _event(found), self._body(draft)).of(draft.key)

    def _body(self, draft: EventDraft) -> dict[str, Any]:
        return {
            "subject": draft.title,
            "body": {"contentType": "text", "content": draft.text},
            "isAllDay": not isinstance(draft.starts, datetime),
            "start": self._moment(draft.starts, draft.zone),
            "end": self._moment(draft.ends, draft.zone),
            "isReminderOn": draft.alarm_minutes is not None,
            "reminderMinutesBeforeStart": draft.alarm_minutes or 0,
        }

    def _moment(self, at: datetime | date, zone: str) -> dict[str, str]:
        """On the learner's clock with the name of its zone; in UTC where that is not known, and
        for whole days, which are the same everywhere."""
        if not isinstance(at, datetime):
            return {"dateTime": f"{at.isoformat()}T00:00:00", "timeZone": "UTC"}
        local = at.astimezone(ZoneInfo(zone) if self._knows_zones else UTC)
        name = zone if self._knows_zones else "UTC"
        return {"dateTime": local.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": name}


def _is_within(event: EventSeen, until: date) -> bool:
    """Whether it begins in the span of a reading that ends then."""
    day = event.starts.date() if isinstance(event.starts, datetime) else event.starts
    return day is not None and until - AHEAD - PAST <= day < until


def _event(event_id: str) -> str:
    return f"/me/events/{quote(event_id)}"
