"""Components of our own JSX for rewards. Their words are of the catalog ``rewards``."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.js import REWARDS


class RedeemedCode(rx.Component):
    library = REWARDS
    tag = "RedeemedCode"
    code: rx.Var[str]
