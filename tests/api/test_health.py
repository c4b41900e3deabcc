"""Alive, ready, measured."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.api.callers import FORWARDED
from learnconnect_app.services.health import HEARD_WITHIN, beat
from tests.api.conftest import Browser, NewBrowser
from tests.running import START, Clock, Configure
from tests.scheduler.test_outbox import a_mail


def test_process_is_alive_whatever_the_database_does(
    browser: Browser, configure: Configure
) -> None:
    configure(database_url="postgresql://nobody@127.0.0.1:1/none")
    answer = browser.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


def test_not_ready_before_the_scheduler_was_heard(browser: Browser) -> None:
    answer = browser.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": True, "scheduler": False}


def test_ready_for_two_minutes_after_the_scheduler_was_heard(
    browser: Browser, clock: Clock
) -> None:
    wiring.perform(beat)
    clock.forward(seconds=HEARD_WITHIN.total_seconds())
    assert browser.get("/readyz").json() == {"ready": True, "database": True, "scheduler": True}
    clock.moment += timedelta(milliseconds=1)
    assert browser.get("/readyz").status_code == 503
    wiring.perform(beat)
    assert browser.get("/readyz").status_code == 200


def test_heartbeat_of_something_else_is_not_the_schedulers(browser: Browser) -> None:
    wiring.perform(beat, name="another")
    assert browser.get("/readyz").json()["scheduler"] is False


@pytest.mark.parametrize("where", ["postgresql://nobody@127.0.0.1:1/none", "sqlite:////dev/null/x"])
def test_not_ready_without_a_database(
    browser: Browser, configure: Configure, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    configure(database_url=where)
    answer = browser.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "database": False, "scheduler": False}
    assert "the database cannot be reached" in caplog.text


def test_not_ready_without_tables(browser: Browser, configure: Configure, tmp_path: Path) -> None:
    configure(database_url=f"sqlite:///{tmp_path / 'empty.db'}")
    assert browser.get("/readyz").json()["database"] is False


TOKEN = "a token of the figures"
KNOWN = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def token(configure: Configure) -> None:
    configure(metrics_token=TOKEN)


def test_metrics_are_in_the_format_of_prometheus(browser: Browser, token: None) -> None:
    answer = browser.get("/metrics", headers=KNOWN)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "process_cpu_seconds_total" in answer.text


def test_metrics_tell_of_the_outbox(browser: Browser, installed: Database, token: None) -> None:
    with installed.transaction() as session:
        a_mail(session, due_at=START - timedelta(minutes=2))
        a_mail(session, status="unknown")
    text = browser.get("/metrics", headers=KNOWN).text
    assert 'learnconnect_outbox_messages{channel="mail",status="unknown"} 1.0' in text
    assert 'learnconnect_outbox_oldest_due_seconds{channel="mail"} 120.0' in text
    assert 'learnconnect_outbox_lateness_seconds{channel="push",quantile="0.99"} 0.0' in text


def test_metrics_of_the_process_need_no_database(
    browser: Browser, configure: Configure, token: None
) -> None:
    configure(database_url="postgresql://nobody@127.0.0.1:1/none")
    answer = browser.get("/metrics", headers=KNOWN)
    assert answer.status_code == 200
    assert "process_cpu_seconds_total" in answer.text
    assert "learnconnect_outbox" not in answer.text


@pytest.mark.parametrize("given", ["", "Bearer", f"Bearer {TOKEN}x", TOKEN, "Bearer é"])
def test_without_the_token_there_is_no_such_page(
    new_browser: NewBrowser, token: None, given: str
) -> None:
    for address in ("127.0.0.1", "10.0.0.1"):
        answer = new_browser(address).get("/metrics", headers={"authorization": given.encode()})
        assert answer.status_code == 404
        assert "process_" not in answer.text


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_a_program_on_this_machine_needs_no_token(new_browser: NewBrowser, address: str) -> None:
    assert new_browser(address).get("/metrics").status_code == 200


@pytest.mark.parametrize("name", FORWARDED)
def test_nobody_is_on_this_machine_who_came_through_a_proxy(
    new_browser: NewBrowser, name: str
) -> None:
    answer = new_browser("127.0.0.1").get("/metrics", headers={name: "127.0.0.1"})
    assert answer.status_code == 404


@pytest.mark.parametrize("address", ["10.0.0.1", "192.168.1.9", "2001:db8::1", "a socket"])
def test_without_a_token_nobody_else_sees_figures(new_browser: NewBrowser, address: str) -> None:
    assert new_browser(address).get("/metrics").status_code == 404


def test_in_production_nobody_sees_figures_without_a_token(
    new_browser: NewBrowser, configure: Configure
) -> None:
    configure(env="production", secret_key="k" * 40)
    assert new_browser("127.0.0.1").get("/metrics").status_code == 404
    configure(metrics_token=TOKEN)
    assert new_browser("10.0.0.1").get("/metrics", headers=KNOWN).status_code == 200
