"""The goal wizard: from an exam and its date to a plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page


def goal() -> rx.Component:
    return page(
        rx.el.h1(t("goals.title"), class_name="display"),
        title="goals.title",
        state=GoalState,
        active="study",
        skeleton=loading_page(),
    )
