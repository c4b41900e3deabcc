"""Components of a wizard: a step's form that is kept however it is left, and a week's minutes."""

from __future__ import annotations

import reflex as rx
from reflex.event import EventHandler, passthrough_event_spec

from learnconnect_app.ui.js import WIZARD


class StepForm(rx.Component):
    """Hands over the step, its fields and the way it is left: ``next``, ``back`` or ``aside``.

    Submitting goes on; a button with ``data-way`` leaves another way, one with ``data-mark``
    outside the form aside, before it leads there itself. The field ``wrong`` gets the focus
    whenever ``at`` grows; a new step begins at the element ``step-title``.
    """

    library = WIZARD
    tag = "StepForm"
    step: rx.Var[str]
    has_draft: rx.Var[bool]
    """Once there is none, nothing that was typed comes back."""
    wrong: rx.Var[str]
    at: rx.Var[int]
    on_leave: EventHandler[passthrough_event_spec(str, dict[str, str], str)]


class WeekMinutes(rx.Component):
    """Fields ``minutes_<mon..sun>`` and ``rest_<mon..sun>``, with bars that follow as one types."""

    library = WIZARD
    tag = "WeekMinutes"
    days: rx.Var[list[str]]
    """Short names, Monday first."""
    weekdays: rx.Var[list[str]]
    minutes: rx.Var[tuple[int, ...]]
    rest: rx.Var[tuple[int, ...]]
    wrong: rx.Var[str]
    error: rx.Var[str]
    presets: rx.Var[list[int]]
    coffee: rx.Var[rx.Component]
    look: rx.Var[dict[str, str]]
