"""Asks learners for leave to use their calendar, at Google and at Microsoft: OAuth 2 with PKCE.

As little as possible is asked for. At Google it is the calendars that we make ourselves: others
cannot even be seen. Microsoft has no such permission; only ours is touched all the same.
"""

from __future__ import annotations

import secrets
import warnings
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import google.auth.exceptions
import google.auth.jwt
import msal
import requests
from google_auth_oauthlib.flow import Flow
from msal.exceptions import MsalServiceError
from oauthlib.oauth2 import OAuth2Error

from learnconnect_app.domain.ports import (
    Asked,
    CalendarError,
    CalendarRefusedError,
    ConsentMissingError,
    Granted,
    SignIn,
)
from learnconnect_app.settings import Settings

TIMEOUT_SECONDS = 15
GOOGLE_CALENDAR = "https://www.googleapis.com/auth/calendar.app.created"
GOOGLE_SCOPES = [
    "openid",
    "https://www.googleapis.com/auth/userinfo.email",
    GOOGLE_CALENDAR,
]
MICROSOFT_SCOPES = ["Calendars.ReadWrite"]
"""MSAL adds openid, profile and offline_access: whose account it is, and access that lasts."""
MICROSOFT_HOST = ".microsoftonline.com"
UNREACHABLE = (requests.RequestException, MsalServiceError)


class GoogleSignIn:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def begin(self, state: str, redirect_uri: str) -> Asked:
        verifier = secrets.token_urlsafe(48)
        flow = self._flow(GOOGLE_SCOPES, redirect_uri, verifier)
        # consent is asked for each time: without it Google gives no refresh token again
        url, _ = flow.authorization_url(state=state, prompt="consent")
        return Asked(url, verifier)

    def finish(self, answer: Mapping[str, str], kept: str, redirect_uri: str) -> Granted:
        # without scopes: what was granted is checked here, the library would raise a warning
        flow = self._flow(None, redirect_uri, kept)
        try:
            token = flow.fetch_token(code=answer.get("code", ""), timeout=TIMEOUT_SECONDS)
        except OAuth2Error as error:
            raise CalendarRefusedError(f"Google answered {error.error}") from error
        except (requests.RequestException, google.auth.exceptions.GoogleAuthError) as error:
            raise CalendarError(f"Google was not reached: {type(error).__name__}") from error
        if GOOGLE_CALENDAR not in _words(token.get("scope", "")):
            raise ConsentMissingError("the calendar was not allowed")
        if not token.get("refresh_token"):
            raise CalendarRefusedError("Google gave no refresh token")
        return Granted(_google_account(token.get("id_token", "")), token["refresh_token"])

    def give_back(self, granted: Granted) -> None:
        revoke_google(self._settings.google_token_uri, granted.secret)

    def _flow(self, scopes: list[str] | None, redirect_uri: str, verifier: str) -> Flow:
        client = {
            "client_id": self._settings.google_client_id,
            "client_secret": self._settings.google_client_secret.get_secret_value(),
            "auth_uri": self._settings.google_auth_uri,
            "token_uri": self._settings.google_token_uri,
        }
        flow: Flow = Flow.from_client_config(
            {"web": client}, scopes=scopes, redirect_uri=redirect_uri, code_verifier=verifier
        )
        return flow


def revoke_google(token_uri: str, token: str) -> None:
    """The whole grant of the account goes, with every token of it. One that is gone already
    answers 400. Raises ``CalendarError``."""
    try:
        answer = requests.post(
            urljoin(token_uri, "revoke"), data={"token": token}, timeout=TIMEOUT_SECONDS
        )
    except requests.RequestException as error:
        raise CalendarError(f"Google was not reached: {type(error).__name__}") from error
    if answer.status_code not in (200, 400):
        raise CalendarError(f"Google answered {answer.status_code}")


def _words(scope: str | list[str]) -> list[str]:
    return scope.split() if isinstance(scope, str) else scope


def _google_account(id_token: str) -> str:
    """It came from Google itself over TLS, so nobody else can have written it (OIDC, 3.1.3.7)."""
    try:
        claims = google.auth.jwt.decode(id_token, verify=False)
    except (ValueError, google.auth.exceptions.GoogleAuthError):
        return ""
    return str(claims.get("email", ""))[:254]


class MicrosoftSignIn:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def begin(self, state: str, redirect_uri: str) -> Asked:
        client = microsoft_client(self._settings)
        with warnings.catch_warnings():
            # it would rather have the answer posted; but then our cookie, which is Lax, stays away
            warnings.filterwarnings("ignore", "response_mode", UserWarning)
            flow = client.initiate_auth_code_flow(
                MICROSOFT_SCOPES, redirect_uri=redirect_uri, state=state, prompt="select_account"
            )
        return Asked(flow["auth_uri"], f"{flow['code_verifier']} {flow['nonce']}")

    def finish(self, answer: Mapping[str, str], kept: str, redirect_uri: str) -> Granted:
        verifier, _, nonce = kept.partition(" ")
        flow = {
            "state": answer.get("state", ""),
            "redirect_uri": redirect_uri,
            "scope": MICROSOFT_SCOPES,
            "code_verifier": verifier,
            "nonce": nonce,
        }
        client = microsoft_client(self._settings)
        try:
            token = client.acquire_token_by_auth_code_flow(flow, dict(answer))
        except UNREACHABLE as error:
            raise CalendarError(f"Microsoft was not reached: {type(error).__name__}") from error
        except (ValueError, RuntimeError) as error:  # state or nonce of another request
            raise CalendarRefusedError("the answer is to another request") from error
        if "error" in token:
            raise CalendarRefusedError(f"Microsoft answered {token['error']}")
        if not token.get("refresh_token"):
            raise CalendarRefusedError("Microsoft gave no refresh token")
        allowed = {each.rpartition("/")[2] for each in _words(token.get("scope", ""))}
        if not allowed.issuperset(MICROSOFT_SCOPES):
            raise ConsentMissingError("the calendar was not allowed")
        account = token.get("id_token_claims", {}).get("preferred_username", "")
        return Granted(str(account)[:254], token["refresh_token"])

    def give_back(self, granted: Granted) -> None:
        """Microsoft has no way to give back one app's access: forgetting it is all."""


class _Requests(requests.Session):
    """MSAL's own would sleep for as long as a busy server asks. Nothing stays open after it."""

    def request(self, *arguments: Any, **values: Any) -> requests.Response:
        self.headers["Connection"] = "close"
        values.setdefault("timeout", TIMEOUT_SECONDS)
        return super().request(*arguments, **values)


def microsoft_client(settings: Settings) -> msal.ConfidentialClientApplication:
    """With a cache of tokens of its own, which goes with it. Raises ``CalendarError``."""
    host = urlsplit(settings.microsoft_authority).hostname or ""
    try:
        return msal.ConfidentialClientApplication(
            settings.microsoft_client_id,
            client_credential=settings.microsoft_client_secret.get_secret_value(),
            authority=settings.microsoft_authority,
            instance_discovery=None if host.endswith(MICROSOFT_HOST) else False,
            http_client=_Requests(),
        )
    except (*UNREACHABLE, ValueError) as error:
        raise CalendarError(f"Microsoft was not reached: {type(error).__name__}") from error


def sign_in_of(provider: str, settings: Settings) -> SignIn | None:
    """None: it is not configured."""
    if provider == "google" and settings.google_client_id:
        return GoogleSignIn(settings)
    if provider == "outlook" and settings.microsoft_client_id:
        return MicrosoftSignIn(settings)
    return None
