"""The calendar of study sessions: what the browser does by itself, and what it tells the page."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

import reflex as rx
from reflex.event import EventHandler, passthrough_event_spec

from learnconnect_app.domain.calendar_views import CalendarView, DoneView, Mode
from learnconnect_app.domain.outlook_views import WhatIfView
from learnconnect_app.domain.plan_panels import PlanPanels
from learnconnect_app.ui.base_state import ErrorView
from learnconnect_app.ui.js import CALENDAR


class Calendar(rx.Component):
    """A month, a week or a day; sessions are dragged by mouse, touch and keyboard.

    A move is shown at once, and taken back when ``rev`` or ``refusal.at`` grows without it.
    Minutes of -1 stand for no time.
    """

    library = CALENDAR
    tag = "Calendar"
    lib_dependencies: ClassVar[list[str]] = ["@dnd-kit/core@6.3.1"]

    view: rx.Var[CalendarView]
    panels: rx.Var[PlanPanels]
    answers: rx.Var[tuple[WhatIfView, ...]]
    """What each change to the goal would bring, once it was asked."""
    change: rx.Var[DoneView]
    """What was done last, with the way back."""
    refusal: rx.Var[ErrorView]
    rev: rx.Var[int]
    on_show: EventHandler[passthrough_event_spec(Mode, date)]
    """Mode and day."""
    on_turn: EventHandler[passthrough_event_spec(int)]
    """By -1 or 1."""
    on_move: EventHandler[passthrough_event_spec(UUID, date, int, int)]
    """Session, day, start and version."""
    on_make_room: EventHandler[passthrough_event_spec(UUID, date, int)]
    """Session, day and version."""
    on_unpin: EventHandler[passthrough_event_spec(UUID, int)]
    on_remove: EventHandler[passthrough_event_spec(UUID, int)]
    on_undo: EventHandler[rx.event.no_args_event_spec]
    on_own: EventHandler[passthrough_event_spec(str, str, date, int, int, int)]
    """Session (or empty), title, day, start, minutes and version."""
    on_begin: EventHandler[passthrough_event_spec(UUID)]
    """A practice test."""
    on_resume: EventHandler[passthrough_event_spec(UUID)]
    on_panels: EventHandler[rx.event.no_args_event_spec]
    """They are in sight."""
    on_ask: EventHandler[passthrough_event_spec(str)]
    """What if: each change by itself."""
    on_take: EventHandler[passthrough_event_spec(str)]
    on_decide: EventHandler[passthrough_event_spec(UUID, bool)]
    on_take_back: EventHandler[passthrough_event_spec(UUID)]
    on_put_back: EventHandler[passthrough_event_spec(str)]
    on_away: EventHandler[passthrough_event_spec(str, date, str)]
    """vacation or illness, first day, first day back (or empty)."""
    on_back: EventHandler[rx.event.no_args_event_spec]
    on_pause: EventHandler[rx.event.no_args_event_spec]
    on_keep_busy: EventHandler[passthrough_event_spec(str, int, str, int, int)]
    """Title, weekday (or -1), day (or empty), start and end."""
    on_drop_busy: EventHandler[passthrough_event_spec(UUID)]
