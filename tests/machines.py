"""What the state machines share: a database as new for each example, and how long they play.

The database is in memory and the same for all examples, so that statements are compiled once.
A run of all tests plays the same ones each time; `HYPOTHESIS_PROFILE=thorough` looks for new ones:
500 of 40 steps (`tests/conftest.py`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from learnconnect_app.adapters.database import Database

EXAMPLES, STEPS = 100, 40


class Playground:
    """Copies of a template, one after the other."""

    def __init__(self, template: Path) -> None:
        self._template = sqlite3.connect(template)
        self._database = Database("sqlite://")
        self._database.reader = self._database.writer  # of memory there is one connection

    def as_new(self) -> Database:
        with closing(self._database.writer.raw_connection()) as connection:
            self._template.backup(connection.driver_connection)  # type: ignore[arg-type]
        return self._database

    def close(self) -> None:
        self._database.dispose()
        self._template.close()


def play(machine: Callable[[], RuleBasedStateMachine]) -> None:
    """The usual examples, or as many as the profile of the environment asks for."""
    quick = settings(max_examples=EXAMPLES, stateful_step_count=STEPS, derandomize=True)
    chosen = settings.default if "HYPOTHESIS_PROFILE" in os.environ else quick
    run_state_machine_as_test(
        machine,  # type: ignore[arg-type]
        settings=settings(chosen, deadline=None, suppress_health_check=[HealthCheck.too_slow]),
    )
