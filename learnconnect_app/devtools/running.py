"""A LearnConnect for measurements: web and scheduler on a free port and a fresh database."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).parent.parent.parent
SET_UP = (
    ("learnconnect_app.devtools.build",),
    ("alembic", "-c", "alembic/alembic.ini", "upgrade", "head"),
    ("learnconnect_app.devtools.load_content",),
    ("learnconnect_app.devtools.demo",),
)
PARTS = ("learnconnect_app.devtools.serve", "learnconnect_app.scheduler")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(url: str, seconds: float = 60) -> None:
    """Until `/readyz` says so. Raises ``TimeoutError``."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/readyz") as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.2)
    raise TimeoutError(f"{url} did not become ready")


@dataclass(frozen=True)
class RunningApp:
    url: str
    database_url: str
    web: int
    """The process that serves; its workers are its children."""


@contextmanager
def running_app() -> Iterator[str]:
    """The address of a running app with the demo learner; all of it is gone afterwards."""
    with started_app() as app:
        yield app.url


@contextmanager
def started_app() -> Iterator[RunningApp]:
    """The same, for who needs to know more of it."""
    with tempfile.TemporaryDirectory() as folder:
        port, database_url = free_port(), f"sqlite:///{folder}/bench.db"
        environment = {
            **os.environ,
            "PORT": str(port),
            "LEARNCONNECT_DATABASE_URL": database_url,
            "PYTHONPATH": str(ROOT),
        }
        for module, *arguments in SET_UP:
            subprocess.run(
                [sys.executable, "-m", module, *arguments],
                cwd=ROOT,
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        processes = [
            subprocess.Popen([sys.executable, "-m", part], cwd=ROOT, env=environment)
            for part in PARTS
        ]
        try:
            url = f"http://localhost:{port}"
            wait_until_ready(url)
            yield RunningApp(url, database_url, processes[0].pid)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(timeout=20)
