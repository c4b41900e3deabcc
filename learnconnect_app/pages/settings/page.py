"""Settings: who you are, days off, reminders, connections, privacy, look, the account.

Sections stand one below another; the list beside them (above them on phones) leads to each.
"""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.settings.account import account, look
from learnconnect_app.pages.settings.away import away, privacy
from learnconnect_app.pages.settings.integrations import integrations
from learnconnect_app.pages.settings.parts import profile
from learnconnect_app.pages.settings.reminders import reminders
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import skeleton
from learnconnect_app.ui.settings import SectionList
from learnconnect_app.ui.shell import page

COLUMNS = "grid lg:grid-cols-[11rem_minmax(0,44rem)] gap-x-8 gap-y-4 items-start"


def waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-9 w-44 mt-1 mb-6"),
        rx.el.div(
            skeleton("h-10 lg:h-52"),
            rx.el.div(
                skeleton("h-[34rem] !rounded-[1.25rem]"),
                skeleton("h-[30rem] !rounded-[1.25rem]"),
                class_name="grid gap-5",
            ),
            class_name=COLUMNS,
        ),
        aria_busy="true",
    )


def _sections() -> rx.Component:
    return SectionList.create(
        label=t("settings.sections"),
        sections=[
            ["profile", t("settings.profile")],
            ["away", t("settings.away")],
            ["reminders", t("settings.reminders")],
            ["integrations", t("integrations.title")],
            ["privacy", t("settings.privacy")],
            ["look", t("settings.look")],
            ["account", t("settings.account")],
        ],
        class_name="section-list",
    )


def settings() -> rx.Component:
    return page(
        rx.el.h1(t("settings.title"), class_name="display pt-1 pb-4 lg:pb-6"),
        rx.el.div(
            _sections(),
            rx.el.div(
                profile(),
                away(),
                reminders(),
                integrations(),
                privacy(),
                look(),
                account(),
                class_name="sections",
            ),
            class_name=COLUMNS,
        ),
        title="settings.title",
        state=SettingsState,
        active="settings",
        skeleton=waiting(),
    )
