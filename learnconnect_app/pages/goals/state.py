"""The goal wizard: from an exam and its date to a plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.base_state import PageState


class GoalState(PageState, rx.State):
    pass
