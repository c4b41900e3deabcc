"""Medals on any page: drawn, and celebrated once when they are earned."""

from __future__ import annotations

import reflex as rx
from reflex.event import EventHandler

from learnconnect_app.domain.achievement_views import CelebratedMedal
from learnconnect_app.ui.js import CELEBRATIONS, MEDALS


class Medal(rx.Component):
    """A medal of a tier; without one an outline, ``percent`` of the way to the first."""

    library = MEDALS
    tag = "Medal"
    icon: rx.Var[str]
    tier: rx.Var[str]
    percent: rx.Var[int]
    size: rx.Var[int]


class Celebrations(rx.Component):
    """Shows what was ``earned``; asks for it when medals wait and the page is in sight.

    Its card is only loaded when there is something to celebrate.
    """

    library = CELEBRATIONS
    tag = "Celebrations"
    waiting: rx.Var[int]
    earned: rx.Var[tuple[CelebratedMedal, ...]]
    words: rx.Var[dict[str, str]]
    on_ready: EventHandler[rx.event.no_args_event_spec]
    on_close: EventHandler[rx.event.no_args_event_spec]
