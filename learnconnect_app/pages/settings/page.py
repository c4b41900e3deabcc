"""Settings: who you are, your rhythm, language and look, signing out."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.settings.parts import account, look, profile
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import skeleton
from learnconnect_app.ui.shell import page

COLUMNS = "grid xl:grid-cols-[minmax(0,1fr)_24rem] gap-5 items-start"


def waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-9 w-44 mt-1 mb-6"),
        rx.el.div(
            skeleton("h-[34rem] !rounded-[1.25rem]"),
            skeleton("h-72 !rounded-[1.25rem]"),
            class_name=COLUMNS,
        ),
        aria_busy="true",
    )


def settings() -> rx.Component:
    return page(
        rx.el.h1(t("settings.title"), class_name="display pt-1 pb-6"),
        rx.el.div(
            profile(), rx.el.div(look(), account(), class_name="grid gap-5"), class_name=COLUMNS
        ),
        title="settings.title",
        state=SettingsState,
        active="settings",
        skeleton=waiting(),
    )
