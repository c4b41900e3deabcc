"""A lesson: its resources, summary, practice and clock."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page


def lesson() -> rx.Component:
    return page(
        rx.el.h1(t("lessons.title"), class_name="display"),
        title="lessons.title",
        state=LessonState,
        active="study",
        skeleton=loading_page(),
    )
