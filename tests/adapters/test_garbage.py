"""A web process that is up does not search what it loaded for garbage."""

from __future__ import annotations

import gc

from learnconnect_app.adapters.garbage import keep_what_is_loaded
from learnconnect_app.learnconnect_app import app


def test_what_is_loaded_is_searched_no_more() -> None:
    try:
        keep_what_is_loaded()
        assert gc.get_freeze_count() > 10_000
        assert len(gc.get_objects()) < 10_000
    finally:
        gc.unfreeze()


def test_a_web_process_keeps_what_it_loaded_once_it_is_up() -> None:
    assert keep_what_is_loaded in app.get_lifespan_tasks()
