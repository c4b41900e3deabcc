"""The mistake notebook."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.base_state import PageState


class MistakesState(PageState, rx.State):
    pass
