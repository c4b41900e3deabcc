"""The calendar of the study plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.study.state import StudyState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page


def study() -> rx.Component:
    return page(
        rx.el.h1(t("study.title"), class_name="display"),
        title="study.title",
        state=StudyState,
        active="study",
        skeleton=loading_page(),
    )
