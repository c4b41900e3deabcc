"""The scheduler as a process: it beats, sends, and stops when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import Heartbeat, OutboxMessage
from tests.running import Configure
from tests.scheduler.servers import SendGrid
from tests.scheduler.test_outbox import a_mail

ROOT = Path(__file__).parent.parent.parent
SECONDS_TO_START = 30


@pytest.fixture
def mail(installed: Database) -> UUID:
    """One that is due when the scheduler starts, by the real clock."""
    with installed.transaction() as session:
        return a_mail(session, due_at=datetime.now(UTC))


@pytest.fixture
def scheduler(
    mail: UUID, configure: Configure, sendgrid_server: SendGrid
) -> Iterator[subprocess.Popen[str]]:
    configure(sendgrid_api_key="SG.a-secret-key", sendgrid_host=sendgrid_server.url)
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-m", "learnconnect_app.scheduler"],
        cwd=ROOT,
        env=dict(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.kill()
    process.communicate()


def wait_for_heartbeat(process: subprocess.Popen[str], database: Database) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        with database.reading() as session:
            if session.exec(select(Heartbeat)).first():
                return
        time.sleep(0.05)
    process.kill()
    pytest.fail(f"no heartbeat: {process.communicate()[0]}")


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_scheduler_beats_sends_and_stops_when_told(
    scheduler: subprocess.Popen[str],
    installed: Database,
    mail: UUID,
    sendgrid_server: SendGrid,
    stop: signal.Signals,
) -> None:
    wait_for_heartbeat(scheduler, installed)
    until = time.monotonic() + SECONDS_TO_START
    while not sendgrid_server.requests and time.monotonic() < until:
        time.sleep(0.05)

    scheduler.send_signal(stop)
    output, _ = scheduler.communicate(timeout=30)

    assert scheduler.returncode == 0, output
    assert "Traceback" not in output
    assert "Warning" not in output
    assert "a-secret-key" not in output
    assert len(sendgrid_server.requests) == 1
    with installed.reading() as session:
        assert session.get_one(OutboxMessage, mail).status == "sent"


def test_scheduler_needs_no_reflex() -> None:
    code = "import sys, learnconnect_app.scheduler.__main__; sys.exit('reflex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
