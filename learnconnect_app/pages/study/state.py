"""The calendar of the study plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.base_state import PageState


class StudyState(PageState, rx.State):
    pass
