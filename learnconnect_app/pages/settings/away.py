"""Settings, two sections that are fetched when they come near: days off, and privacy."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.settings import DaysOff, Privacy


def away() -> rx.Component:
    """Vacation or illness, from a day on, with or without an end."""
    return card(
        rx.el.h2(t("settings.away"), id="away-title", class_name="heading mb-3"),
        DaysOff.create(
            view=SettingsState.view,
            problem=SettingsState.problem,
            on_begin=SettingsState.begin_away,
            on_end=SettingsState.end_away,
        ),
        id="away",
        aria_labelledby="away-title",
    )


def privacy() -> rx.Component:
    """What others see, said plainly."""
    return card(
        rx.el.h2(t("settings.privacy"), id="privacy-title", class_name="heading mb-4"),
        Privacy.create(),
        id="privacy",
        aria_labelledby="privacy-title",
    )
