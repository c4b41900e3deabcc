"""The line of the day; for who is low, help beside it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.words import TEXT_LINK
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import card

view = HomeState.view


def line_of_the_day() -> rx.Component:
    line = view.line
    return card(
        rx.el.figure(
            rx.el.blockquote(line.text, class_name="max-w-[64ch] font-medium text-pretty"),
            rx.cond(
                line.author != "",
                rx.el.figcaption(
                    line.author, " · ", line.source, class_name="muted text-[13px] mt-1.5"
                ),
            ),
            class_name="pl-4 border-l-2 border-[var(--bar-violet)]",
        ),
        rx.cond(
            view.is_low,
            page_link(
                t("home.care"),
                href="/wellbeing",
                data_testid="care",
                class_name=f"{TEXT_LINK} inline-flex items-center min-h-11 mt-1 -mb-2",
            ),
        ),
        aria_label=t("home.line"),
        data_testid="line-of-the-day",
        data_low=rx.cond(view.is_low, "true", "false"),
    )
