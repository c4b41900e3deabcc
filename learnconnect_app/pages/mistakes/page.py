"""The mistake notebook."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.mistakes.state import MistakesState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page


def mistakes() -> rx.Component:
    return page(
        rx.el.h1(t("mistakes.title"), class_name="display"),
        title="mistakes.title",
        state=MistakesState,
        active="mistakes",
        skeleton=loading_page(),
    )
