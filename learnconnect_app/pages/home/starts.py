"""Home: the way to the guided start, until it is over or put away."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.kit.icons import icon, tile
from learnconnect_app.ui.kit.rows import row_words

left = HomeState.view.start_left


def guided_start() -> rx.Component:
    return rx.cond(
        left > 0,
        card(
            tile(icon("compass", 20)),
            row_words(t("home.guided"), t("home.guided_left", n=left)),
            rx.el.div(
                link_button(t("home.guided_go"), href="/start", look="soft", class_name="h-11"),
                button(
                    t("home.guided_away"),
                    look="quiet",
                    on_click=HomeState.put_start_away,
                    data_testid="guided-away",
                    class_name="h-11",
                ),
                class_name="flex flex-wrap max-sm:w-full",
            ),
            class_name="flex flex-wrap items-center gap-3.5",
            data_testid="guided-start",
        ),
    )
