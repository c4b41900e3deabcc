"""Components of our own JSX for shared progress and for letting someone see it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.mentors import PARTS
from learnconnect_app.locales import keys
from learnconnect_app.ui.js import ACCESS, SHARED

SENTENCES = ("both", "exam", "skill", "minutes", "streak", "plan", "calm", "shown")
"""What can be said first of shared progress: `services/shared_progress.py`."""


def _refuse_what_has_no_words() -> None:
    """The scripts put these keys together: one without words stops the build."""
    needed = {f"shared.sentence.{code}" for code in SENTENCES}
    needed |= {f"mentors.{name}.{part}" for part in PARTS for name in ("part", "part_text")}
    if missing := needed - keys():
        raise KeyError(f"no messages {sorted(missing)}")


_refuse_what_has_no_words()


class SharedProgress(rx.Component):
    """What is shown of a learner; it is read by HTTP and nothing in it writes."""

    library = SHARED
    tag = "SharedProgress"
    source: rx.Var[str]
    """Where the data are; without it, those of the link that the page's address ends in."""


class AccessForm(rx.Component):
    """Makes a link (``kind`` link) or invites a mentor (``kind`` mail)."""

    library = ACCESS
    tag = "AccessForm"
    kind: rx.Var[str]
    offered: rx.Var[tuple[str, ...]]
    """The parts that can be shown."""
