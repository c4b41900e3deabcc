"""The mistake notebook: what comes back today first, then everything by topic."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.mistakes.parts import (
    filters,
    nothing_yet,
    today,
    topics,
    undo_note,
)
from learnconnect_app.pages.mistakes.reviewing import review_round
from learnconnect_app.pages.mistakes.state import MistakesState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page


def notebook() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h1(t("mistakes.title"), class_name="display"),
            rx.el.p(t("mistakes.lead"), class_name="muted mt-1 max-w-[60ch]"),
        ),
        undo_note(),
        rx.cond(
            (MistakesState.view.open_count > 0) | (MistakesState.view.course != ""),
            rx.fragment(today(), filters(), topics()),
            nothing_yet(),
        ),
        class_name="grid gap-5 max-w-3xl mx-auto",
    )


def mistakes() -> rx.Component:
    return page(
        rx.cond(MistakesState.is_reviewing, review_round(), notebook()),
        title="mistakes.title",
        state=MistakesState,
        active="mistakes",
        skeleton=loading_page(has_heading=True, class_name="max-w-3xl mx-auto"),
    )
