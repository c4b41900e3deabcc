"""What Python's garbage collector need not look at."""

from __future__ import annotations

import gc


def keep_what_is_loaded() -> None:
    """All that is loaded by now stays until the process ends: it is searched for garbage no more.

    Modules, pages and types are a quarter of a million objects. Each full search through them holds
    up everybody for 0.2 seconds, and comes with one page in thirty.
    """
    gc.collect()
    gc.freeze()
