"""Settings, the section of connections: how each way out does, and what is asked before a loss."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import LOOKS, dialog
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.settings import Connections


def integrations() -> rx.Component:
    return card(
        rx.el.h2(t("integrations.title"), id="integrations-title", class_name="heading"),
        rx.el.p(t("integrations.text"), class_name="muted text-sm mt-1 max-w-[60ch]"),
        Connections.create(
            view=SettingsState.integrations,
            problem=SettingsState.problem,
            on_trial=SettingsState.send_trial,
            on_switch_on=SettingsState.switch_channel_on,
            on_send_link=SettingsState.send_link,
            links=SettingsState.links,
            on_open_feed=SettingsState.open_feed,
        ),
        _disconnecting("google"),
        _disconnecting("outlook"),
        _ending_address("feed_new", SettingsState.open_feed),
        _ending_address("feed_end", SettingsState.close_feed),
        id="integrations",
        aria_labelledby="integrations-title",
    )


def _disconnecting(provider: str) -> rx.Component:
    """What is there may stay as the learner's own, or go; without access only the learner can
    remove it."""
    is_revoked = getattr(SettingsState.integrations, provider).reason == "calendar_revoked"
    remove = _answer(
        t("integrations.disconnect_remove"),
        SettingsState.disconnect(provider, False),
        "danger",
        f"disconnect-{provider}-remove",
    )
    return dialog(
        f"disconnect-{provider}",
        t("integrations.disconnect_title", calendar=t(f"integrations.name.{provider}")),
        rx.cond(
            is_revoked, t("integrations.disconnect_revoked"), t("integrations.disconnect_text")
        ),
        actions=(
            rx.cond(is_revoked, rx.fragment(), remove),
            _answer(
                t("integrations.disconnect_keep"),
                SettingsState.disconnect(provider, True),
                "outline",
                f"disconnect-{provider}-keep",
            ),
        ),
    )


def _ending_address(code: str, handler: Any) -> rx.Component:
    """The address that calendars use stops working."""
    yes = _answer(t(f"integrations.{code}_yes"), handler, "danger", f"{code}-yes")
    title = t(f"integrations.{code}_title")
    return dialog(code, title, t("integrations.feed_new_text"), actions=(yes,))


def _answer(word: rx.Var[str], handler: Any, look: str, testid: str) -> rx.Component:
    """Closes its dialog too, as the form's own button."""
    return rx.el.button(word, on_click=handler, class_name=LOOKS[look], data_testid=testid)
