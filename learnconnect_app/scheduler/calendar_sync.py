"""Keeps calendars elsewhere true: one connection at a time, network only between transactions."""

from __future__ import annotations

from collections.abc import Callable


def sync_due(is_stopping: Callable[[], bool] = lambda: False) -> None:
    """Synchronise every connection that is due, until none is left or the process is to end.

    Any number of schedulers may do this at once.
    """
