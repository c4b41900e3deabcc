"""`/offline`: what opens without a network, whichever page was asked for."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.browser import PageTitle, SignOutButton
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.offline import OfflinePage
from learnconnect_app.ui.shell import skip_link
from learnconnect_app.ui.top_bar import QUIET, language_button, logo_mark, theme_button


def offline() -> rx.Component:
    return rx.fragment(
        PageTitle.create(text=t("device.title")),
        skip_link(),
        rx.el.div(
            rx.el.header(
                rx.el.div(
                    logo_mark(),
                    rx.el.span("LearnConnect", class_name="text-lg font-bold tracking-tight"),
                    class_name="flex items-center gap-3",
                ),
                rx.el.div(
                    language_button(is_signed_in=False),
                    theme_button(),
                    SignOutButton.create(
                        icon("log-out"),
                        rx.el.span(t("shell.sign_out"), class_name="sr-only"),
                        class_name=QUIET,
                    ),
                    class_name="flex items-center",
                ),
                class_name="flex items-center justify-between h-18",
            ),
            rx.el.main(
                OfflinePage.create(),
                id="main",
                tab_index=-1,
                aria_label=t("device.title"),
                class_name="outline-none",
            ),
            class_name="max-w-[1200px] mx-auto px-4 sm:px-6 pb-16",
        ),
    )
