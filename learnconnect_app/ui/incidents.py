"""What is logged when a page or an event breaks outside our own handlers.

A browser reports whatever it likes, so its reports are few and short.
"""

from __future__ import annotations

import logging

from learnconnect_app.ui.gate import Rate, budgets

log = logging.getLogger(__name__)

REPORTS = Rate(most=20, seconds=60)
LONGEST = 2000


def note_broken_page(exception: Exception) -> None:
    """A page broke in somebody's browser."""
    if budgets.spend("all browsers", "broken page", REPORTS):
        log.warning("a page broke: %s", str(exception)[:LONGEST])


def note_broken_event(exception: Exception) -> None:
    """An event failed before it reached a handler of ours; the person sees nothing of it.

    Mostly it was one that no page of ours sends: ``adapters/logs.py`` tells it in a line.
    """
    log.error("an event failed", exc_info=exception)
