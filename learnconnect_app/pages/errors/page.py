"""Friendly words for addresses that lead nowhere and for pages that broke."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import empty_state
from learnconnect_app.ui.shell import open_page


def not_found() -> rx.Component:
    return open_page(
        empty_state(
            "compass",
            t("boundary.page_title"),
            t("boundary.page_text"),
            link_button(t("boundary.to_home"), href="/home"),
            is_page=True,
        ),
        title="boundary.page_title",
    )
