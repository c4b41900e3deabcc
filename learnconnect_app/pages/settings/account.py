"""Settings: how it looks, and the account itself."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.browser import SignOutButton
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import LOOKS
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.fields import LanguageChoice, ThemeChoice
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.settings import AccountCare

view = SettingsState.view


def look() -> rx.Component:
    """Both are felt at once; there is nothing to save."""
    themes = {key: t(f"settings.theme_{key}") for key in ("light", "dark", "system")}
    return section_card(
        t("settings.look"),
        rx.el.p(t("settings.language"), class_name="text-sm font-semibold mb-1.5"),
        LanguageChoice.create(label=t("settings.language"), on_chosen=ShellState.choose_language),
        rx.el.p(t("settings.theme"), class_name="text-sm font-semibold mb-1.5 mt-5"),
        ThemeChoice.create(label=t("settings.theme"), words=themes),
        id="look",
    )


def account() -> rx.Component:
    return section_card(
        t("settings.account"),
        rx.el.p(
            t("settings.signed_in_as", email=view.email), class_name="muted text-sm break-words"
        ),
        SignOutButton.create(
            icon("log-out", 18),
            t("shell.sign_out"),
            class_name=f"{LOOKS['outline']} h-11 mt-4",
        ),
        AccountCare.create(email=view.email, asked=view.asked_email),
        id="account",
    )
