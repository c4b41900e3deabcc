"""Components of our own JSX for the wellbeing page."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.js import BREATHING


class Breathing(rx.Component):
    """A breathing exercise. Its words are of the catalog ``wellbeing``."""

    library = BREATHING
    tag = "Breathing"
