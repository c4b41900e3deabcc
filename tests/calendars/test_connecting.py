"""Connecting through our routes and the providers' own sign-in: who may, once, and what is kept."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlmodel import select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.logs import redacted
from learnconnect_app.adapters.secrets import opened
from learnconnect_app.models import CalendarConnection, OAuthRequest
from learnconnect_app.scheduler.calendar_sync import sync_due
from learnconnect_app.services.calendar_connections import disconnect
from tests.api.conftest import Browser, NewBrowser, hasher, new_browser, portal
from tests.calendars import google_server, graph_server
from tests.calendars.google_server import Google
from tests.calendars.graph_server import Graph
from tests.calendars.serving import Failure, Told
from tests.running import Clock, Configure

__all__ = ["hasher", "new_browser", "portal"]

NAME = {Google: "google", Graph: "outlook"}


@pytest.fixture
def browser(service: Google | Graph, new_browser: NewBrowser) -> Browser:
    """Signed in, after the settings of the service are in place."""
    found = new_browser()
    found.register()
    return found


@pytest.fixture
def name(service: Google | Graph) -> str:
    return NAME[type(service)]


def asked(browser: Browser, name: str) -> str:
    """Where the provider asks the learner."""
    answer = browser.get(f"/integrations/{name}/connect")
    assert answer.status_code == 303
    return str(answer.headers["location"])


def returned(browser: Browser, name: str, query: str) -> str:
    """What Settings is told when the learner comes back."""
    answer = browser.get(f"/integrations/{name}/callback?{query}")
    assert answer.status_code == 303
    address = urlsplit(answer.headers["location"])
    assert address.path == "/settings"
    assert address.fragment == "integrations"
    told = parse_qs(address.query)
    assert told["integration"] == [name]
    return told["result"][0]


def rows(database: Database, model: type[Any]) -> list[Any]:
    with database.reading() as session:
        return list(session.exec(select(model)))


def test_learner_who_allows_it_is_connected(
    browser: Browser, service: Google | Graph, name: str, installed: Database, clock: Clock
) -> None:
    url = asked(browser, name)
    assert returned(browser, name, service.allow(url)) == "connected"
    (row,) = rows(installed, CalendarConnection)
    account = {"google": google_server.ACCOUNT, "outlook": graph_server.ACCOUNT}[name]
    assert (row.provider, row.status, row.account) == (name, "active", account)
    assert opened(row.secret) in service.refresh_tokens
    assert not any(token in row.secret for token in service.refresh_tokens)
    assert rows(installed, OAuthRequest) == []
    clock.forward(seconds=1)
    sync_due()
    assert service.calendar.name == "LearnConnect"


def test_only_the_least_is_asked_for(browser: Browser, name: str, service: Google | Graph) -> None:
    query = parse_qs(urlsplit(asked(browser, name)).query)
    scopes = set(query["scope"][0].split())
    if name == "google":
        base = "https://www.googleapis.com/auth/"
        assert scopes == {"openid", f"{base}userinfo.email", f"{base}calendar.app.created"}
    else:
        assert scopes == {"openid", "profile", "offline_access", "Calendars.ReadWrite"}
    assert query["code_challenge_method"] == ["S256"]
    assert query["redirect_uri"] == [f"https://localhost/integrations/{name}/callback"]


def test_only_a_hash_of_the_state_is_kept(browser: Browser, name: str, installed: Database) -> None:
    query = parse_qs(urlsplit(asked(browser, name)).query)
    (row,) = rows(installed, OAuthRequest)
    assert query["state"][0] != row.state_hash
    assert len(row.verifier) <= 128
    assert row.verifier.split()[0] not in query.values()


def test_state_is_used_once(browser: Browser, service: Google | Graph, name: str) -> None:
    query = service.allow(asked(browser, name))
    assert returned(browser, name, query) == "connected"
    assert returned(browser, name, query) == "expired"


def test_state_of_another_learner_is_of_no_use(
    browser: Browser, new_browser: NewBrowser, service: Google | Graph, name: str
) -> None:
    query = service.allow(asked(browser, name))
    other = new_browser()
    other.register(email="zeynep@example.org")
    assert returned(other, name, query) == "expired"
    assert returned(browser, name, query) == "connected"


def test_state_lasts_ten_minutes(
    browser: Browser, service: Google | Graph, name: str, clock: Clock
) -> None:
    query = service.allow(asked(browser, name))
    clock.forward(minutes=10)
    assert returned(browser, name, query) == "expired"


def test_learner_who_says_no_is_told_so_kindly(
    browser: Browser, service: Google | Graph, name: str, installed: Database
) -> None:
    state = parse_qs(urlsplit(asked(browser, name)).query)["state"][0]
    assert returned(browser, name, f"error=access_denied&state={state}") == "denied"
    assert rows(installed, CalendarConnection) == []


def test_another_account_is_told_to_disconnect_the_first(
    browser: Browser, service: Google | Graph, name: str, installed: Database
) -> None:
    assert returned(browser, name, service.allow(asked(browser, name))) == "connected"
    connected_as(installed, "zeynep@there.example")
    assert returned(browser, name, service.allow(asked(browser, name))) == "other"
    (row,) = rows(installed, CalendarConnection)
    assert row.account == "zeynep@there.example"


def connected_as(installed: Database, account: str) -> None:
    with installed.transaction() as session:
        session.exec(select(CalendarConnection)).one().account = account


def test_access_to_a_second_account_is_given_back(
    browser: Browser, service: Google | Graph, name: str, installed: Database
) -> None:
    assert returned(browser, name, service.allow(asked(browser, name))) == "connected"
    connected_as(installed, "zeynep@there.example")
    service.refresh_tokens.clear()
    assert returned(browser, name, service.allow(asked(browser, name))) == "other"
    assert bool(service.refresh_tokens) == (name == "outlook")  # Microsoft has no way to


def test_access_is_kept_when_another_learner_uses_the_same_account(
    browser: Browser,
    new_browser: NewBrowser,
    service: Google | Graph,
    name: str,
    installed: Database,
) -> None:
    """Giving it back would take it from both: a grant is one for an account."""
    assert returned(browser, name, service.allow(asked(browser, name))) == "connected"
    connected_as(installed, "zeynep@there.example")
    other = new_browser()
    other.register(email="zeynep@example.org")
    assert returned(other, name, service.allow(asked(other, name))) == "connected"
    before = set(service.refresh_tokens)
    assert returned(browser, name, service.allow(asked(browser, name))) == "other"
    assert service.refresh_tokens >= before


def test_access_that_a_removal_still_needs_is_kept(
    browser: Browser, service: Google | Graph, name: str, installed: Database, clock: Clock
) -> None:
    assert returned(browser, name, service.allow(asked(browser, name))) == "connected"
    clock.forward(seconds=1)
    sync_due()
    (row,) = rows(installed, CalendarConnection)
    wiring.perform(disconnect, user_id=row.user_id, provider=name, keeps_events=False)
    assert returned(browser, name, service.allow(asked(browser, name))) == "removing"
    sync_due()
    assert service.calendars == {}
    assert rows(installed, CalendarConnection) == []


def test_access_that_cannot_be_given_back_now_holds_up_nobody(
    browser: Browser, service: Google | Graph, name: str, installed: Database
) -> None:
    assert returned(browser, name, service.allow(asked(browser, name))) == "connected"
    connected_as(installed, "zeynep@there.example")
    service.failures.append(Failure(Told(503), lambda asked: asked.path == "/revoke"))
    assert returned(browser, name, service.allow(asked(browser, name))) == "other"


def test_sign_in_without_the_calendar_is_not_enough(
    browser: Browser, service: Google | Graph, name: str, installed: Database
) -> None:
    service.scopes_given = "openid profile email"
    assert returned(browser, name, service.allow(asked(browser, name))) == "consent"
    assert rows(installed, CalendarConnection) == []


def test_code_of_somebody_elses_request_is_refused_by_pkce(
    browser: Browser, service: Google | Graph, name: str
) -> None:
    stolen = parse_qs(service.allow(asked(browser, name)))["code"][0]
    state = parse_qs(urlsplit(asked(browser, name)).query)["state"][0]
    assert returned(browser, name, f"code={stolen}&state={state}") == "failed"


def test_provider_that_is_down_is_told_so(
    browser: Browser, service: Google | Graph, name: str
) -> None:
    query = service.allow(asked(browser, name))
    is_token = lambda each: each.path.endswith("/token")  # noqa: E731
    service.failures.append(Failure(Told(503, {"error": "temporarily_unavailable"}), is_token))
    assert returned(browser, name, query) == "failed"


def test_visitor_is_sent_to_the_sign_in(new_browser: NewBrowser) -> None:
    visitor = new_browser()
    assert visitor.get("/integrations/google/connect").status_code == 401
    answer = visitor.get("/integrations/google/callback?code=x&state=y")
    assert answer.headers["location"] == "/login?next=%2Fsettings"


def test_page_of_another_site_cannot_begin_it(browser: Browser, name: str) -> None:
    cross = {"sec-fetch-site": "cross-site"}
    assert browser.get(f"/integrations/{name}/connect", headers=cross).status_code == 403


def test_what_is_not_configured_is_off(new_browser: NewBrowser, configure: Configure) -> None:
    learner = new_browser()
    learner.register()
    for name in ("google", "outlook"):
        answer = learner.get(f"/integrations/{name}/connect")
        assert f"integration={name}&result=off" in answer.headers["location"]
    assert learner.get("/integrations/icloud/connect").status_code == 422


def test_no_token_is_ever_logged(
    browser: Browser,
    service: Google | Graph,
    name: str,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, logger="learnconnect_app")
    caplog.set_level(logging.INFO)
    query = service.allow(asked(browser, name))
    returned(browser, name, query)
    clock.forward(seconds=1)
    sync_due()
    secrets = {*service.refresh_tokens, *service.access_tokens, parse_qs(query)["code"][0]}
    said = "".join(each.getMessage() for each in caplog.records if each.name != "httpx")
    assert not [each for each in secrets if each in said]


def test_address_of_a_return_is_logged_without_what_opens_it() -> None:
    address = "GET /integrations/google/callback?state=s3cr3t&code=4/0AX-s3cr3t&scope=openid"
    assert redacted(address) == (
        "GET /integrations/google/callback?state=***&code=***&scope=openid"
    )
