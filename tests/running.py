"""The application on a database of its own, for tests that come from outside.

A ``conftest.py`` imports the fixtures it wants.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnconnect_app.adapters import clock as adapter
from learnconnect_app.adapters import database as engines
from learnconnect_app.adapters.database import Database
from learnconnect_app.settings import Settings, settings

START = datetime(2026, 3, 2, 9, tzinfo=UTC)

Configure = Callable[..., None]
"""``configure(mail_from="...")``: settings for the rest of the test, as from the environment."""


class Clock:
    """What the application takes for the moment. It stands until it is moved."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(adapter, "now", clock)
    return clock


@pytest.fixture
def configure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Configure]:
    """Settings of the test alone: nothing of the machine's environment or `.env` gets in."""
    for name in [name for name in os.environ if name.startswith("LEARNCONNECT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setitem(Settings.model_config, "env_file", None)

    def set_and_forget(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"LEARNCONNECT_{name.upper()}", value)
        settings.cache_clear()
        engines.database.cache_clear()

    set_and_forget(env="test", public_url="https://localhost")
    yield set_and_forget
    settings.cache_clear()
    engines.database.cache_clear()


@pytest.fixture
def installed(
    sqlite_template: Path, tmp_path: Path, clock: Clock, configure: Configure
) -> Iterator[Database]:
    """The application, installed: migrated, filled, configured, and nobody in it yet."""
    path = shutil.copy(sqlite_template, tmp_path / "learnconnect.db")
    configure(database_url=f"sqlite:///{path}")
    database = engines.database()
    yield database
    database.dispose()
