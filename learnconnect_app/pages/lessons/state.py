"""A lesson: its resources, summary, practice and clock."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.base_state import PageState


class LessonState(PageState, rx.State):
    pass
