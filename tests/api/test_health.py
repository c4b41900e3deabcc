"""Alive, ready, measured."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.services.health import HEARD_WITHIN, beat
from tests.api.conftest import Browser
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


def test_metrics_are_in_the_format_of_prometheus(browser: Browser) -> None:
    answer = browser.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "process_cpu_seconds_total" in answer.text


def test_metrics_tell_of_the_outbox(browser: Browser, installed: Database) -> None:
    with installed.transaction() as session:
        a_mail(session, due_at=START - timedelta(minutes=2))
        a_mail(session, status="unknown")
    text = browser.get("/metrics").text
    assert 'learnconnect_outbox_messages{channel="mail",status="unknown"} 1.0' in text
    assert 'learnconnect_outbox_oldest_due_seconds{channel="mail"} 120.0' in text
    assert 'learnconnect_outbox_lateness_seconds{channel="push",quantile="0.99"} 0.0' in text


def test_metrics_of_the_process_need_no_database(browser: Browser, configure: Configure) -> None:
    configure(database_url="postgresql://nobody@127.0.0.1:1/none")
    answer = browser.get("/metrics")
    assert answer.status_code == 200
    assert "process_cpu_seconds_total" in answer.text
    assert "learnconnect_outbox" not in answer.text
