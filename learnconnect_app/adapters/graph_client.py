"""Requests to Microsoft Graph, by themselves and in batches, with access that MSAL gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from learnconnect_app.adapters.graph_answers import Answer
from learnconnect_app.adapters.oauth import MICROSOFT_SCOPES, UNREACHABLE, microsoft_client
from learnconnect_app.domain.ports import AccessRevokedError, CalendarError, CalendarRefusedError
from learnconnect_app.settings import Settings

TIMEOUT_SECONDS = 20
MOST_IN_A_BATCH = 20
REVOKED = ("invalid_grant", "interaction_required", "consent_required", "login_required")
PREFER = 'IdType="ImmutableId", outlook.timezone="UTC"'
"""Ids that outlive a move to another folder; times as moments."""

Request = tuple[str, str, Mapping[str, Any] | None, Mapping[str, str]]
"""Method, path, body, more headers."""


class GraphClient:
    """Raises ``CalendarError`` when Graph is not reached or gives no access."""

    def __init__(self, settings: Settings, secret: str) -> None:
        self.secret = secret
        """What refreshes access: another one after each time that it did."""
        self._settings = settings
        self._root = settings.microsoft_api_root.rstrip("/")
        self._client = httpx.Client(timeout=TIMEOUT_SECONDS)
        self._access = ""

    def batch(self, requests: Mapping[str, Request]) -> dict[str, Answer]:
        """What became of each request, in as few batches as Graph takes."""
        keys, answers = list(requests), {}
        for first in range(0, len(keys), MOST_IN_A_BATCH):
            part = keys[first : first + MOST_IN_A_BATCH]
            body = {"requests": [_in_batch(n, requests[key]) for n, key in enumerate(part)]}
            answer = self.ask("POST", "/$batch", body)
            if not answer.is_fine:
                raise answer.error()
            for each in answer.body["responses"]:
                headers = {name.lower(): value for name, value in each.get("headers", {}).items()}
                body = each.get("body")
                answers[part[int(each["id"])]] = Answer(
                    each["status"], body if isinstance(body, dict) else {}, headers
                )
        return answers

    def ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> Answer:
        headers = {"Authorization": f"Bearer {self._token()}", "Prefer": PREFER, **(more or {})}
        try:
            told = self._client.request(method, self._root + path, json=body, headers=headers)
            content = told.json() if told.content else {}
        except httpx.HTTPError as error:
            raise CalendarError(f"Graph was not reached: {type(error).__name__}") from error
        except ValueError:
            content = {}
        return Answer(told.status_code, content, dict(told.headers))

    def _token(self) -> str:
        if not self._access:
            self._refresh()
        return self._access

    def _refresh(self) -> None:
        client = microsoft_client(self._settings)
        try:
            told = client.acquire_token_by_refresh_token(self.secret, MICROSOFT_SCOPES)
        except UNREACHABLE as error:
            raise CalendarError(f"Microsoft was not reached: {type(error).__name__}") from error
        if told.get("error") in REVOKED:
            raise AccessRevokedError(f"Microsoft answered {told['error']}")
        if "access_token" not in told:
            raise CalendarError("Microsoft gave no access")
        self._access, self.secret = told["access_token"], told.get("refresh_token", self.secret)

    def close(self) -> None:
        self._client.close()

    def own_path(self, link: str) -> str:
        """Of a link that Graph gives. Our access goes nowhere else."""
        if not link.startswith(f"{self._root}/"):
            raise CalendarRefusedError("a link leads elsewhere")
        return link.removeprefix(self._root)


def _in_batch(number: int, request: Request) -> dict[str, Any]:
    method, path, body, more = request
    headers = {"Prefer": PREFER, **more}
    if body is None:
        return {"id": str(number), "method": method, "url": path, "headers": headers}
    headers["Content-Type"] = "application/json"
    return {"id": str(number), "method": method, "url": path, "headers": headers, "body": body}
