"""Components of our own JSX for a lesson: its clock, how much was done, notes that keep themselves.

Their words are of the catalog ``lessons``.
"""

from __future__ import annotations

import reflex as rx
from reflex.event import EventHandler, passthrough_event_spec

from learnconnect_app.ui.js import NOTES, TIMER


class SessionClock(rx.Component):
    """Counts on from ``seconds`` at ``read_at`` (ms), as far as ``most``; ``planned`` minutes."""

    library = TIMER
    tag = "SessionClock"
    seconds: rx.Var[int]
    read_at: rx.Var[int]
    most: rx.Var[int]
    planned: rx.Var[int]
    is_running: rx.Var[bool]
    label: rx.Var[str]


class PartSlider(rx.Component):
    """10-90 per cent, with what that means; ``on_chosen`` when it is confirmed."""

    library = TIMER
    tag = "PartSlider"
    on_chosen: EventHandler[passthrough_event_spec(int)]


class SavedNotes(rx.Component):
    """A text area that sends what was typed, with a ticket, until that comes back."""

    library = NOTES
    tag = "SavedNotes"
    about: rx.Var[str]
    value: rx.Var[str]
    receipt: rx.Var[int]
    refused: rx.Var[int]
    on_save: EventHandler[passthrough_event_spec(str, str, int)]
