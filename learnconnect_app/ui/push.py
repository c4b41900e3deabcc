"""Reminders on this device: for the settings."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.js import PUSH
from learnconnect_app.ui.kit.icons import icon


class PushDevices(rx.Component):
    """Explains, asks the browser after a press, and lists the learner's devices; by HTTP alone."""

    library = PUSH
    tag = "PushDevices"
    symbol: rx.Var[rx.Component]
    bin: rx.Var[rx.Component]


def push_devices() -> rx.Component:
    return PushDevices.create(symbol=icon("bell", 20), bin=icon("trash-2", 18))
