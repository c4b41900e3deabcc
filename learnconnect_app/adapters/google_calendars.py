"""Google Calendar through Google's own client.

Events get the id we choose, so that making one twice makes one. Its description of the API comes
with the package: nothing is asked of the network for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import httplib2
from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError
from googleapiclient.http import BatchHttpRequest, HttpRequest

from learnconnect_app.adapters.google_answers import GONE, Answer, seen, told
from learnconnect_app.adapters.oauth import revoke_google
from learnconnect_app.domain.calendar_events import (
    CalendarChanges,
    EventAnswer,
    EventDraft,
    EventSeen,
    Outcome,
)
from learnconnect_app.domain.ports import SyncExpiredError
from learnconnect_app.settings import Settings

TIMEOUT_SECONDS = 20
GOOGLE = "https://www.googleapis.com"
PAGE = 1000
MARK = "learnconnect"
"""Name of the private property that says which session an event stands for."""


class GoogleCalendar:
    batch_size = 50

    def __init__(self, settings: Settings, secret: str) -> None:
        self.secret = secret
        self._token_uri = settings.google_token_uri
        self._credentials = Credentials(
            None,
            refresh_token=secret,
            token_uri=settings.google_token_uri,
            client_id=settings.google_client_id,
            client_secret=settings.google_client_secret.get_secret_value(),
        )
        self._http = AuthorizedHttp(self._credentials, http=httplib2.Http(timeout=TIMEOUT_SECONDS))
        root = (settings.google_api_root or GOOGLE).rstrip("/")
        self._batch_uri = f"{root}/batch/calendar/v3"
        service = build(
            "calendar",
            "v3",
            http=self._http,
            cache_discovery=False,
            static_discovery=True,
            client_options={"api_endpoint": f"{root}/calendar/v3/"},
        )
        # each call of these makes its methods anew, in 12 ms
        self._calendars, self._events = service.calendars(), service.events()

    def make_calendar(self, name: str, zone: str, taken: Collection[str]) -> str:
        body = {"summary": name, "timeZone": zone}
        return str(self._done(self._calendars.insert(body=body))["id"])

    def find_calendar(self, name: str, keys: Sequence[str]) -> str:
        """Ids are for good at Google: what is not found by its id is gone."""
        return ""

    def write(self, calendar_id: str, drafts: Sequence[EventDraft]) -> list[EventAnswer]:
        answers = self._sent({each.key: self._request(calendar_id, each) for each in drafts})
        there = [each for each in drafts if not each.event_id and answers[each.key].status == 409]
        answers |= self._sent({each.key: self._adoption(calendar_id, each) for each in there})
        return [answer.of(key) for key, answer in answers.items()]

    def _request(self, calendar_id: str, draft: EventDraft) -> HttpRequest:
        if not draft.event_id:
            return self._events.insert(
                calendarId=calendar_id, body=_body(draft) | {"id": draft.key}
            )
        request = self._events.patch(
            calendarId=calendar_id, eventId=draft.event_id, body=_body(draft), fields="id,etag"
        )
        if draft.etag:
            request.headers["If-Match"] = draft.etag
        return request

    def _adoption(self, calendar_id: str, draft: EventDraft) -> HttpRequest:
        """One with this id is there already: it is ours, of a time when we did not hear of it."""
        body = _body(draft) | {"status": "confirmed"}
        return self._events.patch(
            calendarId=calendar_id, eventId=draft.key, body=body, fields="id,etag"
        )

    def delete(self, calendar_id: str, events: Mapping[str, str]) -> list[EventAnswer]:
        delete = self._events.delete
        answers = self._sent(
            {
                key: delete(calendarId=calendar_id, eventId=event_id or key)
                for key, event_id in events.items()
            }
        )
        return [
            EventAnswer(key, Outcome.DONE) if answer.status in GONE else answer.of(key)
            for key, answer in answers.items()
        ]

    def changes(self, calendar_id: str, token: str, now: datetime) -> CalendarChanges:
        found: list[EventSeen] = []
        page = None
        while True:
            request = self._events.list(
                calendarId=calendar_id,
                syncToken=token or None,
                pageToken=page,
                maxResults=PAGE,
                fields="nextPageToken,nextSyncToken,items(id,etag,status,start,updated)",
            )
            answer = self._done(request, is_sync=bool(token))
            found += [seen(each) for each in answer.get("items", ())]
            page = answer.get("nextPageToken")
            if not page:
                return CalendarChanges(tuple(found), answer["nextSyncToken"], not token)

    def look_for(self, calendar_id: str, event_ids: Sequence[str], token: str) -> list[EventSeen]:
        """Google tells one that was dragged to another calendar as cancelled in this one."""
        answers = self._sent(
            {each: self._events.get(calendarId=calendar_id, eventId=each) for each in event_ids}
        )
        return [answer.seen(key) for key, answer in answers.items()]

    def remove_calendar(self, calendar_id: str) -> None:
        self._done(self._calendars.delete(calendarId=calendar_id))

    def revoke(self) -> None:
        revoke_google(self._token_uri, self.secret)

    def close(self) -> None:
        self._http.close()

    # ---- requests ----------------------------------------------------------------------------

    def _done(self, request: HttpRequest, *, is_sync: bool = False) -> dict[str, Any]:
        with told():
            try:
                return request.execute(num_retries=0) or {}
            except HttpError as error:
                if error.status_code == 410 and is_sync:
                    raise SyncExpiredError("the sync token expired") from error
                raise

    def _sent(self, requests: Mapping[str, HttpRequest]) -> dict[str, Answer]:
        """What became of each request, in as few batches as Google takes."""
        answers: dict[str, Answer] = {}

        def note(key: str, answer: Any, error: HttpError | None) -> None:
            answers[key] = Answer(answer or {}, error)

        keys = list(requests)
        for first in range(0, len(keys), self.batch_size):
            batch = BatchHttpRequest(callback=note, batch_uri=self._batch_uri)
            for key in keys[first : first + self.batch_size]:
                batch.add(requests[key], request_id=key)
            with told():
                batch.execute(http=self._http)
        return answers


# ---- events ----------------------------------------------------------------------------------


def _body(draft: EventDraft) -> dict[str, Any]:
    alarms = [] if draft.alarm_minutes is None else [draft.alarm_minutes]
    return {
        "summary": draft.title,
        "description": draft.text,
        "start": _moment(draft.starts, draft.zone),
        "end": _moment(draft.ends, draft.zone),
        "reminders": {
            "useDefault": False,
            "overrides": [{"method": "popup", "minutes": minutes} for minutes in alarms],
        },
        "extendedProperties": {"private": {MARK: draft.key}},
    }


def _moment(at: datetime | date, zone: str) -> dict[str, str | None]:
    """With the other form emptied: a whole day may get a time, and the other way round."""
    if isinstance(at, datetime):
        return {"dateTime": at.isoformat(), "timeZone": zone, "date": None}
    return {"date": at.isoformat(), "dateTime": None, "timeZone": None}
