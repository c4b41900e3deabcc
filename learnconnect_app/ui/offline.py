"""The page without a network, as a component of our own JSX: no state of the server is in it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.js import OFFLINE


class OfflinePage(rx.Component):
    """Today from what this device keeps; what is done here is sent later."""

    library = OFFLINE
    tag = "OfflinePage"
