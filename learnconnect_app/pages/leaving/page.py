"""An account that is about to end: calm, with one press to stay."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.leaving.state import LeavingState
from learnconnect_app.ui.browser import SignOutButton
from learnconnect_app.ui.i18n import date_text, t
from learnconnect_app.ui.kit.actions import LOOKS, button, link_button
from learnconnect_app.ui.kit.cards import card, chip, skeleton
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.settings import OwnLink
from learnconnect_app.ui.shell import error_note, open_page

view = LeavingState.view
WIDE = "h-12 w-full"


def _leaving() -> rx.Component:
    return rx.el.div(
        chip(icon("clock", 15), t("account.leaving_days", n=view.days_left), color="amber"),
        rx.el.h1(t("account.leaving_title"), class_name="display mt-3"),
        rx.el.p(
            t("account.leaving_text", when=date_text(view.ends_on, "long")),
            class_name="mt-3 max-w-[52ch]",
        ),
        rx.el.p(t("account.leaving_stay"), class_name="muted mt-3 max-w-[52ch]"),
        rx.el.div(
            button(
                t("account.leaving_keep"),
                on_click=LeavingState.keep,
                data_testid="keep-account",
                class_name=WIDE,
            ),
            OwnLink.create(
                t("account.leaving_export"),
                href="/api/v1/export",
                class_name=f"{LOOKS['outline']} {WIDE}",
                custom_attrs={"data-testid": "export", "download": True},
            ),
            SignOutButton.create(t("shell.sign_out"), class_name=f"{LOOKS['quiet']} {WIDE}"),
            class_name="grid gap-2 mt-6",
        ),
        data_testid="leaving",
        data_days=view.days_left,
    )


def _staying() -> rx.Component:
    """Opened by a link of old: nothing ends."""
    return rx.el.div(
        rx.el.h1(t("account.staying_title"), class_name="display"),
        rx.el.p(t("account.staying_text"), class_name="muted mt-2"),
        link_button(t("boundary.to_home"), href="/home", class_name="h-12 mt-6"),
        data_testid="staying",
    )


def leaving() -> rx.Component:
    waiting = rx.el.div(
        skeleton("h-7 w-28"),
        skeleton("h-9 w-72 mt-4"),
        skeleton("h-32 mt-4"),
        aria_busy="true",
    )
    found = rx.cond(view.ends_on != "", _leaving(), _staying())
    return open_page(
        rx.el.div(
            error_note(LeavingState.error, LeavingState.dismiss_error),
            card(rx.cond(LeavingState.is_ready, found, waiting)),
            class_name="max-w-lg mx-auto pt-4 sm:pt-10",
        ),
        title="account.leaving_title",
    )
