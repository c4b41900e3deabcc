"""Microsoft Graph and its sign-in on loopback: calendars, events, deltas, JSON batches.

Shapes and codes are those of Microsoft's documentation and of answers it is known to give.
"""

from __future__ import annotations

import json
import re
import secrets
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from tests.calendars.serving import (
    Asked,
    Calendar,
    Service,
    Shown,
    Told,
    answered,
    asked_for,
    id_token,
    serving,
)

CLIENT, SECRET = "microsoft-client", "microsoft-secret"
ACCOUNT = "ayse@outlook.example"
TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad"
ROOT = "/v1.0"
ZONES = {"UTC", "Turkey Standard Time", "Europe/Istanbul", "Europe/Berlin", "America/New_York"}
"""Of those that Graph knows: Windows' names, and some of IANA's."""
MARKED = re.compile(r".*ep/id eq '([^']+)' and ep/value eq '([^']+)'.*")


@dataclass
class Graph(Service):
    client = CLIENT
    elsewhere: Calendar = field(default_factory=lambda: Calendar("another", "Calendar"))
    """The learner's own, to which events are dragged."""
    remembers_transactions: bool = True

    # ---- what a person does there --------------------------------------------------------------

    def allow(self, url: str) -> str:
        query = super().allow(url)
        assert "offline_access" in parse_qs(urlsplit(url).query)["scope"][0].split()
        return query

    @property
    def events(self) -> list[Shown]:
        """Those that are there, in the order of their times."""
        there = map(_as_shown, self.calendar.events.values())
        return sorted(there, key=lambda each: (each.starts.isoformat(), each.id))

    def move(self, event_id: str, start: datetime | str) -> None:
        """Drag an event to another time; a text is a day, without a time."""
        event = self.calendar.events[event_id]
        event["isAllDay"] = isinstance(start, str)
        at = datetime.fromisoformat(start) if isinstance(start, str) else start.astimezone(UTC)
        event["start"] = {"dateTime": at.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"}
        end = at + timedelta(days=1 if event["isAllDay"] else 0, minutes=30)
        event["end"] = {"dateTime": end.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"}
        self._touch(self.calendar, event)

    def recolour(self, event_id: str) -> None:
        self.calendar.events[event_id]["categories"] = ["Purple category"]
        self._touch(self.calendar, self.calendar.events[event_id])

    def delete(self, event_id: str) -> None:
        self._delete(self.calendar, event_id)

    def move_away(self, event_id: str) -> None:
        """Drag an event to another calendar of the learner's: it keeps its id."""
        event = self.calendar.events[event_id]
        self._delete(self.calendar, event_id)
        self.elsewhere.events[event_id] = event
        self._touch(self.elsewhere, event)

    def change_id(self) -> None:
        """What Outlook does at times by itself: its events keep their ids, readings go on with
        the new one only."""
        calendar = self.calendars.pop(self.calendar.id)
        calendar.id = _new_id()
        self.calendars[calendar.id] = calendar

    def add_foreign(self, start: datetime) -> str:
        at = {"dateTime": start.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"}
        event = {"id": _new_id(), "subject": "Dentist", "start": at, "end": at, "isAllDay": False}
        self.calendar.events[event["id"]] = event
        self._touch(self.calendar, event)
        return event["id"]

    # ---- the protocol --------------------------------------------------------------------------

    def answer(self, asked: Asked) -> Told:
        if asked.path.endswith("/v2.0/.well-known/openid-configuration"):
            return self._discovery()
        if asked.path.endswith("/oauth2/v2.0/authorize"):
            return self.consent_page(asked)
        if asked.path.endswith("/oauth2/v2.0/token"):
            return self._token(asked.form)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.access_tokens:
            return error(401, "InvalidAuthenticationToken", "Access token has expired.")
        assert 'IdType="ImmutableId"' in asked.headers["prefer"]
        path = unquote(asked.path.removeprefix(ROOT))
        if path == "/$batch":
            return self._batch(asked)
        if path == "/me/calendars":
            return self._on_calendars(asked)
        if match := re.fullmatch(r"/me/events/([^/]+)", path):
            return self._on_event(asked, match[1])
        match = re.fullmatch(r"/me/calendars/([^/]+)(/events|/calendarView/delta)?", path)
        assert match, path
        calendar = self.calendars.get(match[1])
        if calendar is None:
            return error(404, "ErrorItemNotFound", "The specified object was not found.")
        if match[2] == "/events":
            return self._on_events(asked, calendar)
        if match[2]:
            return self._delta(asked, calendar)
        assert asked.method == "DELETE"
        del self.calendars[calendar.id]
        return Told(204)

    def _discovery(self) -> Told:
        base = f"{self.url}/common/oauth2/v2.0"
        return Told(
            200,
            {
                "issuer": f"{self.url}/{{tenantid}}/v2.0",
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
            },
        )

    def _token(self, form: dict[str, str]) -> Told:
        if form.get("client_secret") != SECRET or form.get("client_id") != CLIENT:
            return oauth_error(401, "invalid_client", 7000215)
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                return oauth_error(400, "invalid_grant", 50173)
            return Told(200, self._access({}))
        asked = self.redeemed(form)
        if asked is None:
            return oauth_error(400, "invalid_grant", 501481)
        return Told(200, self._access({"nonce": asked["nonce"]}))

    def _access(self, claims: dict[str, Any]) -> dict[str, Any]:
        access, refresh = (f"{kind}.{secrets.token_urlsafe(16)}" for kind in ("EwB", "M.C5"))
        self.access_tokens.add(access)
        self.refresh_tokens.add(refresh)
        moment = int(time.time())
        claims |= {
            "iss": f"{self.url}/{TENANT}/v2.0",
            "aud": CLIENT,
            "exp": moment + 3600,
            "iat": moment,
            "preferred_username": ACCOUNT,
            "oid": "00000000-0000-0000-66f3-3332eca7ea81",
            "tid": TENANT,
            "sub": "sub",
            "ver": "2.0",
        }
        return {
            "token_type": "Bearer",
            "scope": self.scopes_given
            or "openid profile email https://graph.microsoft.com/Calendars.ReadWrite",
            "expires_in": 3600,
            "ext_expires_in": 3600,
            "access_token": access,
            "refresh_token": refresh,
            "id_token": id_token(claims),
        }

    def _batch(self, asked: Asked) -> Told:
        requests = asked.json["requests"]
        self.batches.append(len(requests))
        if len(requests) > 20:
            return error(400, "MaximumValueExceeded", "Number of batch request steps exceeds 20.")
        answers = []
        for each in reversed(requests):  # in any order
            headers = {name.lower(): value for name, value in each["headers"].items()}
            headers["authorization"] = asked.headers["authorization"]
            inner = asked_for(each["method"], ROOT + each["url"], headers, b"")
            told = answered(self, _with_body(inner, each.get("body")))
            answer = {"id": each["id"], "status": told.status, "headers": told.headers}
            answers.append(answer | ({"body": told.body} if told.body is not None else {}))
        return Told(200, {"responses": answers})

    def _on_calendars(self, asked: Asked) -> Told:
        if asked.method == "GET":
            return Told(200, {"value": [{"id": c.id, "name": c.name} for c in self._calendars()]})
        name = asked.json["name"]
        if any(each.name == name for each in self._calendars()):
            words = "A folder with the specified name already exists."
            return error(409, "ErrorFolderExists", words)
        new = Calendar(_new_id(), name)
        self.calendars[new.id] = new
        return Told(201, {"id": new.id, "name": name})

    def _calendars(self) -> list[Calendar]:
        return list(self.calendars.values())

    def _on_events(self, asked: Asked, calendar: Calendar) -> Told:
        if asked.method == "GET":
            found = list(calendar.events.values())
            if wanted := MARKED.fullmatch(asked.query.get("$filter", "")):
                mark = {"id": wanted[1], "value": wanted[2]}
                found = [e for e in found if mark in e.get("singleValueExtendedProperties", [])]
            return Told(200, {"value": [{"id": each["id"]} for each in found]})
        body = asked.json
        for each in calendar.events.values():
            if each.get("transactionId") == body["transactionId"] and self.remembers_transactions:
                if each["subject"] == body["subject"] and each["start"] == body["start"]:
                    return Told(201, _shown(each, asked))
                words = "The TransactionId used in the event creation already exists."
                return error(409, "ErrorDuplicateTransactionId", words)
        return self._written(asked, calendar, {"id": _new_id()} | body, 201)

    def _on_event(self, asked: Asked, event_id: str) -> Told:
        for calendar in [*self._calendars(), self.elsewhere]:
            if event := calendar.events.get(event_id):
                break
        else:
            words = "The specified object was not found in the store."
            return error(404, "ErrorItemNotFound", words)
        if asked.headers.get("if-match", event["@odata.etag"]) != event["@odata.etag"]:
            return error(412, "ErrorIrresolvableConflict", "The change key does not match.")
        if asked.method == "GET":
            return Told(200, _shown(event, asked))
        if asked.method == "DELETE":
            self._delete(calendar, event_id)
            return Told(204)
        return self._written(asked, calendar, event | asked.json, 200)

    def _written(
        self, asked: Asked, calendar: Calendar, event: dict[str, Any], status: int
    ) -> Told:
        for name in ("start", "end"):
            if event[name]["timeZone"] not in ZONES:
                words = "A valid TimeZone value must be specified."
                return error(400, "TimeZoneNotSupportedException", words)
        midnights = {event[name]["dateTime"][10:] for name in ("start", "end")}
        if event["isAllDay"] and midnights != {"T00:00:00"}:
            words = "The Event.Start property for an all-day event needs to be set to midnight."
            return error(400, "ErrorPropertyValidationFailure", words)
        calendar.events[event["id"]] = event
        self._touch(calendar, event)
        return Told(status, _shown(event, asked))

    def _delete(self, calendar: Calendar, event_id: str) -> None:
        del calendar.events[event_id]
        del calendar.changed[event_id]
        self._count += 1
        calendar.removed[event_id] = self._count

    def _delta(self, asked: Asked, calendar: Calendar) -> Told:
        if "$deltatoken" in asked.query:
            since, start, end = asked.query["$deltatoken"].split("_")
            if int(since) < self.oldest_token:
                words = "The sync state generation is not found; generation=149."
                return error(410, "SyncStateNotFound", words)
        else:
            since, start, end = "-1", asked.query["startDateTime"], asked.query["endDateTime"]
        first = int(asked.query.get("$skiptoken", "0"))
        value: list[dict[str, Any]] = []
        for event_id, count in calendar.changed.items():
            if count > int(since):
                event = calendar.events[event_id]
                if start[:19] <= _begins(event) < end[:19]:
                    value.append(_shown(event, asked))
                elif since != "-1":  # out of the span: told as if it were deleted
                    value.append({"id": event_id, "@removed": {"reason": "deleted"}})
        if since != "-1":
            gone = [key for key, count in calendar.removed.items() if count > int(since)]
            value += [{"id": each, "@removed": {"reason": "deleted"}} for each in gone]
        size = min(self.page, int(asked.headers["prefer"].rpartition("odata.maxpagesize=")[2]))
        base = f"{self.url}{ROOT}/me/calendars/{calendar.id}/calendarView/delta?"
        if first + size < len(value):
            more = dict(asked.query) | {"$skiptoken": str(first + size)}
            return Told(
                200,
                {"value": value[first : first + size], "@odata.nextLink": base + urlencode(more)},
            )
        link = base + urlencode({"$deltatoken": f"{self._count}_{start}_{end}"})
        return Told(200, {"value": value[first:], "@odata.deltaLink": link})

    def _touch(self, calendar: Calendar, event: dict[str, Any]) -> None:
        self._count += 1
        event["@odata.etag"] = f'W/"DwAAABYAAAB{self._count:06d}"'
        event["lastModifiedDateTime"] = self.now.strftime("%Y-%m-%dT%H:%M:%S.0000000Z")
        calendar.changed[event["id"]] = self._count


def busy(seconds: int) -> Told:
    words = "Application is over its MailboxConcurrency limit."
    return error(429, "ApplicationThrottled", words, retry_after=str(seconds))


def error(status: int, code: str, message: str, **headers: str) -> Told:
    inner = {"date": "2026-03-02T09:00:00", "request-id": secrets.token_hex(8)}
    body = {"error": {"code": code, "message": message, "innerError": inner}}
    return Told(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


def oauth_error(status: int, code: str, number: int) -> Told:
    words = f"AADSTS{number}: it was said at length."
    body = {"error": code, "error_description": words, "error_codes": [number]}
    return Told(status, body)


def _new_id() -> str:
    return "AAMkAG" + secrets.token_urlsafe(60) + "="


def _with_body(asked: Asked, body: Any) -> Asked:

    return (
        asked
        if body is None
        else Asked(asked.method, asked.path, asked.query, asked.headers, json.dumps(body).encode())
    )


def _moment(told: dict[str, str]) -> datetime:
    zone = {"Turkey Standard Time": "Europe/Istanbul"}.get(told["timeZone"], told["timeZone"])
    return datetime.fromisoformat(told["dateTime"]).replace(tzinfo=ZoneInfo(zone))


def _as_shown(event: dict[str, Any]) -> Shown:
    at, until = (_moment(event[name]) for name in ("start", "end"))
    zone = event["start"]["timeZone"]
    minutes = round((until - at).total_seconds() / 60)
    starts = at.date() if event["isAllDay"] else at.astimezone(UTC)
    return Shown(event["id"], event["subject"], starts, minutes, zone)


def _begins(event: dict[str, Any]) -> str:
    return _moment(event["start"]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _shown(event: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """Times in the zone that was asked for, with seven digits; what is all day stays a day."""
    assert 'outlook.timezone="UTC"' in asked.headers["prefer"]
    times = {}
    for name in ("start", "end"):
        at = _moment(event[name])
        shown = at if event["isAllDay"] else at.astimezone(UTC)
        times[name] = {"dateTime": f"{shown:%Y-%m-%dT%H:%M:%S}.0000000", "timeZone": "UTC"}
    hidden = "singleValueExtendedProperties"
    return {name: value for name, value in event.items() if name != hidden} | times


@contextmanager
def graph(tls: ssl.SSLContext) -> Iterator[Graph]:
    service = Graph()
    with serving(service, tls) as port:
        service.url = f"https://localhost:{port}"
        yield service


def settings_for(service: Graph) -> dict[str, str]:
    return {
        "microsoft_client_id": CLIENT,
        "microsoft_client_secret": SECRET,
        "microsoft_api_root": f"{service.url}/v1.0",
        "microsoft_authority": f"{service.url}/common",
    }
