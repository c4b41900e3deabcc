"""Reminders on this device: for the settings."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.js import PUSH


class PushDevices(rx.Component):
    """Explains, asks the browser after a press, and lists the learner's devices; by HTTP alone."""

    library = PUSH
    tag = "PushDevices"
    symbol: rx.Var[rx.Component]
    bin: rx.Var[rx.Component]
