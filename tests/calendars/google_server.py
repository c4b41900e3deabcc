"""Google Calendar on loopback: OAuth, calendars, events, sync tokens, multipart batches.

Shapes and codes are those of Google's documentation and of answers it is known to give.
"""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.parser import BytesParser
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

CLIENT, SECRET = "google-client", "google-secret"
ACCOUNT = "ayse@gmail.example"
ID = re.compile(r"[0-9a-v]{5,1024}")
EVENTS = re.compile(r"/calendar/v3/calendars/([^/]+)/events(?:/([^/]+))?")
CALENDARS = re.compile(r"/calendar/v3/calendars(?:/([^/]+))?")


@dataclass
class Google(Service):
    client = CLIENT

    # ---- what a person does there --------------------------------------------------------------

    def allow(self, url: str) -> str:
        query, asked = super().allow(url), parse_qs(urlsplit(url).query)
        assert asked["access_type"] == ["offline"]
        return query + "&" + urlencode({"scope": self.scopes_given or asked["scope"][0]})

    @property
    def events(self) -> list[Shown]:
        """Those that are there, in the order of their times."""
        there = [each for each in self.calendar.events.values() if each["status"] != "cancelled"]
        return sorted(map(_shown, there), key=lambda each: (each.starts.isoformat(), each.id))

    def move(self, event_id: str, start: datetime | str) -> None:
        """Drag an event to another time; a text is a day, without a time."""
        event = self.calendar.events[event_id]
        if isinstance(start, str):
            event["start"], event["end"] = {"date": start}, {"date": start}
        else:
            event["start"] = {"dateTime": start.isoformat(), "timeZone": self.calendar.zone}
            end = start + timedelta(minutes=30)
            event["end"] = {"dateTime": end.isoformat(), "timeZone": self.calendar.zone}
        self._touch(self.calendar, event)

    def recolour(self, event_id: str) -> None:
        self.calendar.events[event_id]["colorId"] = "7"
        self._touch(self.calendar, self.calendar.events[event_id])

    def delete(self, event_id: str) -> None:
        event = self.calendar.events[event_id]
        event["status"] = "cancelled"
        self._touch(self.calendar, event)

    def add_foreign(self, start: datetime) -> str:
        event = {"id": secrets.token_hex(13), "status": "confirmed", "summary": "Dentist"}
        event["start"] = event["end"] = {"dateTime": start.isoformat()}  # type: ignore[assignment]
        self.calendar.events[event["id"]] = event
        self._touch(self.calendar, event)
        return event["id"]

    # ---- the protocol --------------------------------------------------------------------------

    def answer(self, asked: Asked) -> Told:
        if asked.path == "/o/oauth2/v2/auth":
            return self.consent_page(asked)
        if asked.path == "/token":
            return self._token(asked)
        if asked.path == "/revoke":
            return self._revoke(asked.form)
        if asked.path == "/batch/calendar/v3":
            return self._batch(asked)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.access_tokens:
            return error(401, "authError", "Invalid Credentials", domain="global")
        if match := EVENTS.fullmatch(asked.path):
            return self._on_events(asked, *(each and unquote(each) for each in match.groups()))
        match = CALENDARS.fullmatch(asked.path)
        assert match, asked.path
        return self._on_calendars(asked, match[1] and unquote(match[1]))

    def _token(self, request: Asked) -> Told:
        form = request.form
        basic = "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        in_form = form.get("client_id") == CLIENT and form.get("client_secret") == SECRET
        if not in_form and request.headers.get("authorization") != basic:
            return Told(401, {"error": "invalid_client", "error_description": "Unauthorized"})
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                words = "Token has been expired or revoked."
                return Told(400, {"error": "invalid_grant", "error_description": words})
            return Told(200, self._access("openid"))
        asked = self.redeemed(form)
        if asked is None:
            return Told(
                400, {"error": "invalid_grant", "error_description": "Malformed auth code."}
            )
        refresh = "1//" + secrets.token_urlsafe(16)
        self.refresh_tokens.add(refresh)
        claims = {"iss": "https://accounts.google.com", "aud": CLIENT, "email": ACCOUNT}
        more = {"refresh_token": refresh, "id_token": id_token(claims)}
        return Told(200, self._access(self.scopes_given or asked["scope"]) | more)

    def _access(self, scope: str) -> dict[str, Any]:
        token = "ya29." + secrets.token_urlsafe(16)
        self.access_tokens.add(token)
        return {"access_token": token, "expires_in": 3599, "scope": scope, "token_type": "Bearer"}

    def _revoke(self, form: dict[str, str]) -> Told:
        if form["token"] not in self.refresh_tokens:
            return Told(400, {"error": "invalid_token"})
        self.refresh_tokens.clear()
        self.access_tokens.clear()
        return Told(200, {})

    def _batch(self, asked: Asked) -> Told:
        head = f"Content-Type: {asked.headers['content-type']}\r\n\r\n".encode()
        parts = BytesParser().parsebytes(head + asked.body).get_payload()
        assert isinstance(parts, list)
        self.batches.append(len(parts))
        assert len(parts) <= 50
        answers = []
        for part in parts:
            payload = part.get_payload(decode=True)
            first, _, rest = payload.replace(b"\r\n", b"\n").partition(b"\n")
            method, target, _ = first.decode().split(" ")
            inner = BytesParser().parsebytes(rest)
            headers = {name.lower(): str(value) for name, value in inner.items()}
            body = inner.get_payload(decode=True)
            told = answered(self, asked_for(method, target, headers, body))
            answers.append(_part(part["Content-ID"], told))
        boundary = "batch_" + secrets.token_urlsafe(8)
        body = b"".join(f"--{boundary}\r\n".encode() + each for each in answers)
        body += f"--{boundary}--\r\n".encode()
        return Told(200, body, {"Content-Type": f"multipart/mixed; boundary={boundary}"})

    def _on_calendars(self, asked: Asked, calendar_id: str | None) -> Told:
        if asked.method == "POST":
            new = Calendar(
                secrets.token_hex(16) + "@group.calendar.google.com",
                asked.json["summary"],
                asked.json["timeZone"],
            )
            self.calendars[new.id] = new
            return Told(200, {"kind": "calendar#calendar", "id": new.id, "summary": new.name})
        if calendar_id not in self.calendars:
            return error(404, "notFound", "Not Found", domain="global")
        assert asked.method == "DELETE"
        del self.calendars[calendar_id]
        return Told(204)

    def _on_events(self, asked: Asked, calendar_id: str, event_id: str | None) -> Told:
        calendar = self.calendars.get(calendar_id)
        if calendar is None:
            return error(404, "notFound", "Not Found", domain="global")
        if event_id is None:
            if asked.method == "GET":
                return self._list(asked, calendar)
            return self._insert(calendar, asked.json)
        event = calendar.events.get(event_id)
        if event is None:
            return error(404, "notFound", "Not Found", domain="global")
        if asked.headers.get("if-match", event["etag"]) != event["etag"]:
            return error(412, "conditionNotMet", "Precondition Failed", domain="global")
        if asked.method == "GET":
            return Told(200, event)
        if asked.method == "DELETE":
            if event["status"] == "cancelled":
                return error(410, "deleted", "Resource has been deleted", domain="global")
            event["status"] = "cancelled"
            self._touch(calendar, event)
            return Told(204)
        assert asked.method == "PATCH"
        return self._written(calendar, _merged(event, asked.json))

    def _insert(self, calendar: Calendar, body: dict[str, Any]) -> Told:
        if not ID.fullmatch(body["id"]):
            return error(400, "invalid", "Invalid resource id value.", domain="global")
        if body["id"] in calendar.events:
            words = "The requested identifier already exists."
            return error(409, "duplicate", words, domain="global")
        uid = f"{body['id']}@google.com"
        new = {"kind": "calendar#event", "status": "confirmed", "iCalUID": uid, "sequence": 0}
        return self._written(calendar, _merged(new, body))

    def _written(self, calendar: Calendar, event: dict[str, Any]) -> Told:
        start, end = (_when(event[name], calendar.zone) for name in ("start", "end"))
        if start is None or end is None:
            return error(400, "invalid", "Invalid start or end time.", domain="global")
        if end <= start:
            words = "The specified time range is empty."
            return error(400, "timeRangeEmpty", words, domain="calendar")
        calendar.events[event["id"]] = event
        self._touch(calendar, event)
        return Told(200, event)

    def _list(self, asked: Asked, calendar: Calendar) -> Told:
        token = asked.query.get("syncToken")
        if token and int(token.removeprefix("sync-")) < self.oldest_token:
            words = "Sync token is no longer valid, a full sync is required."
            return error(410, "fullSyncRequired", words, domain="calendar")
        since = int(token.removeprefix("sync-")) if token else -1
        found = [
            event
            for event_id, event in calendar.events.items()
            if calendar.changed[event_id] > since and (token or event["status"] != "cancelled")
        ]
        first = int(asked.query.get("pageToken", "0"))
        last = first + min(self.page, int(asked.query.get("maxResults", "250")))
        body: dict[str, Any] = {"kind": "calendar#events", "items": found[first:last]}
        if last < len(found):
            return Told(200, body | {"nextPageToken": str(last)})
        return Told(200, body | {"nextSyncToken": f"sync-{self._count}"})

    def _touch(self, calendar: Calendar, event: dict[str, Any]) -> None:
        self._count += 1
        event["etag"] = f'"{self._count:016d}"'
        event["updated"] = self.now.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        calendar.changed[event["id"]] = self._count


def busy(seconds: int) -> Told:
    return error(403, "rateLimitExceeded", "Rate Limit Exceeded", retry_after=str(seconds))


def error(
    status: int, reason: str, message: str, *, domain: str = "usageLimits", **headers: str
) -> Told:
    told = {"domain": domain, "reason": reason, "message": message}
    body = {"error": {"errors": [told], "code": status, "message": message}}
    return Told(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


def _part(content_id: str, told: Told) -> bytes:
    answer_id = " ".join(content_id.split()).replace("<", "<response-", 1)  # it comes folded
    headers = {"Content-Type": "application/json; charset=UTF-8"} | told.headers
    lines = [f"HTTP/1.1 {told.status} Said", *(f"{k}: {v}" for k, v in headers.items())]
    lines.append(f"Content-Length: {len(told.content)}")
    outer = f"Content-Type: application/http\r\nContent-ID: {answer_id}\r\n\r\n"
    return outer.encode() + "\r\n".join(lines).encode() + b"\r\n\r\n" + told.content + b"\r\n"


def _merged(event: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    """As PATCH does it: null takes a field away."""
    merged = dict(event)
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        elif isinstance(value, dict) and isinstance(merged.get(name), dict):
            merged[name] = _merged(merged[name], value)
        elif isinstance(value, dict):
            merged[name] = _merged({}, value)
        else:
            merged[name] = value
    return merged


def _shown(event: dict[str, Any]) -> Shown:
    start = event["start"]
    if "date" in start:
        return Shown(event["id"], event["summary"], date.fromisoformat(start["date"]), 1440, "")
    at, until = (datetime.fromisoformat(event[name]["dateTime"]) for name in ("start", "end"))
    minutes = round((until - at).total_seconds() / 60)
    zone = start.get("timeZone", "")
    return Shown(event["id"], event["summary"], at.astimezone(UTC), minutes, zone)


def _when(told: dict[str, str], zone: str) -> datetime | None:
    if ("date" in told) == ("dateTime" in told):
        return None
    if "date" in told:
        return datetime.fromisoformat(told["date"]).replace(tzinfo=ZoneInfo(zone))
    at = datetime.fromisoformat(told["dateTime"])
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(told.get("timeZone", zone)))


@contextmanager
def google() -> Iterator[Google]:
    service = Google()
    with serving(service) as port:
        service.url = f"http://127.0.0.1:{port}"
        yield service


def settings_for(service: Google) -> dict[str, str]:
    return {
        "google_client_id": CLIENT,
        "google_client_secret": SECRET,
        "google_api_root": service.url,
        "google_auth_uri": f"{service.url}/o/oauth2/v2/auth",
        "google_token_uri": f"{service.url}/token",
    }
