"""Settings: who one is, and on which days one studies."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.accounts import YOUNGEST
from learnconnect_app.domain.resource_ranking import KINDS
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.kit.fields import (
    SELECT,
    ZoneSelect,
    check_pill,
    described_by,
    labelled,
    saved_mark,
    switch,
    text_input,
)
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.settings import OwnLink

view, problem = SettingsState.view, SettingsState.problem
FIELD_CODES = ("name_missing", "name_long", "unknown_timezone", "bad_birth_year", "bad_request")
CITIES = {
    "Europe/Istanbul": "istanbul",
    "Europe/London": "london",
    "Europe/Lisbon": "lisbon",
    "Europe/Berlin": "berlin",
    "Europe/Paris": "paris",
    "Europe/Amsterdam": "amsterdam",
    "Europe/Rome": "rome",
    "Europe/Athens": "athens",
    "Europe/Sofia": "sofia",
    "Europe/Kyiv": "kyiv",
    "Europe/Moscow": "moscow",
    "Africa/Cairo": "cairo",
    "Africa/Lagos": "lagos",
    "Asia/Riyadh": "riyadh",
    "Asia/Baku": "baku",
    "Asia/Dubai": "dubai",
    "Asia/Tehran": "tehran",
    "Asia/Tashkent": "tashkent",
    "Asia/Almaty": "almaty",
    "Asia/Karachi": "karachi",
    "Asia/Kolkata": "kolkata",
    "Asia/Jakarta": "jakarta",
    "Asia/Shanghai": "shanghai",
    "Asia/Tokyo": "tokyo",
    "Australia/Sydney": "sydney",
    "America/New_York": "new_york",
    "America/Chicago": "chicago",
    "America/Denver": "denver",
    "America/Los_Angeles": "los_angeles",
    "America/Sao_Paulo": "sao_paulo",
    "UTC": "utc",
}
"""Zones that are offered by name; the learner's own and the browser's are always there."""


def _error(field: str) -> rx.Var[str]:
    sentence = t_of("error", problem.code, FIELD_CODES, most=60, least=YOUNGEST)
    return rx.cond(problem.field == field, sentence, "")


def _name() -> rx.Component:
    control = text_input(
        "display_name",
        is_wrong=problem.field == "display_name",
        default_value=view.display_name,
        key=view.display_name,
        auto_complete="name",
        max_length=60,
        data_testid="display-name",
    )
    return labelled(
        "display_name",
        t("settings.name"),
        control,
        hint=t("settings.name_hint"),
        error=_error("display_name"),
    )


def _address() -> rx.Component:
    """Seen here; changed where the password is asked for."""
    return rx.el.div(
        rx.el.p(t("settings.address"), class_name="text-sm font-semibold"),
        rx.el.div(
            rx.el.p(view.email, class_name="break-all", data_testid="address"),
            OwnLink.create(
                t("settings.address_change"),
                href="#account",
                class_name="inline-flex items-center min-h-6 shrink-0 text-sm font-semibold "
                "text-[var(--ink-violet)] hover:underline",
                aria_label=t("settings.address_change_of"),
            ),
            class_name="flex flex-wrap items-center justify-between gap-x-3 min-h-11",
        ),
        rx.cond(
            view.asked_email != "",
            rx.el.p(
                t("settings.address_asked", email=view.asked_email),
                class_name="muted text-[13px] break-words",
            ),
        ),
    )


def _zone() -> rx.Component:
    control = ZoneSelect.create(
        id="timezone",
        name="timezone",
        value=view.timezone,
        cities={zone: t(f"settings.city.{city}") for zone, city in CITIES.items()},
        here=t("settings.zone_here"),
        common=t("settings.zone_common"),
        class_name=SELECT,
        custom_attrs={"aria-describedby": described_by("timezone"), "data-testid": "timezone"},
    )
    return labelled(
        "timezone",
        t("settings.zone"),
        control,
        hint=t("settings.zone_hint"),
        error=_error("timezone"),
    )


def _birth_year() -> rx.Component:
    control = text_input(
        "birth_year",
        is_wrong=problem.field == "birth_year",
        default_value=view.birth_year,
        key=view.birth_year,
        input_mode="numeric",
        auto_complete="bday-year",
        max_length=4,
        data_testid="birth-year",
    )
    return labelled(
        "birth_year",
        t("settings.birth_year"),
        control,
        hint=t("settings.birth_year_hint"),
        error=_error("birth_year"),
    )


def _style() -> rx.Component:
    control = rx.el.select(
        rx.el.option(t("settings.style_any"), value=""),
        *(rx.el.option(t(f"settings.style.{kind}"), value=kind) for kind in KINDS),
        id="learning_style",
        name="learning_style",
        default_value=view.learning_style,
        key=view.learning_style,
        class_name=f"{SELECT} appearance-none pr-11",
        aria_describedby=described_by("learning_style"),
        custom_attrs={"data-testid": "learning-style"},
    )
    arrow = icon(
        "chevron-down", 18, class_name="muted absolute right-4 top-3.5 pointer-events-none"
    )
    return labelled(
        "learning_style",
        t("settings.style"),
        rx.el.div(control, arrow, class_name="relative"),
        hint=t("settings.style_hint"),
    )


def _rest_days() -> rx.Component:
    days = (
        check_pill(
            f"rest_{day}",
            t(f"settings.day.{day}"),
            t(f"settings.weekday.{day}"),
            symbol="coffee",
            default_checked=view.rest_weekdays.contains(day),
        )
        for day in range(7)
    )
    return rx.el.fieldset(
        rx.el.legend(t("settings.rest"), class_name="text-sm font-semibold mb-1.5"),
        rx.el.div(*days, class_name="grid grid-cols-7 gap-1 sm:gap-2"),
        rx.el.p(t("settings.rest_hint"), class_name="muted text-[13px] mt-1.5"),
    )


def profile() -> rx.Component:
    """One form, kept as a whole; what is wrong stands beside its field."""
    return card(
        rx.el.form(
            rx.el.h2(t("settings.profile"), id="profile-title", class_name="heading"),
            _name(),
            _address(),
            _zone(),
            _birth_year(),
            _style(),
            rx.el.h2(t("settings.rhythm"), class_name="heading pt-5 border-t border-base-300"),
            _rest_days(),
            switch(
                "is_streak_shown",
                t("settings.streak"),
                hint=t("settings.streak_hint"),
                default_checked=view.is_streak_shown,
            ),
            rx.el.div(
                button(t("common.save"), type="submit", data_testid="save", class_name="h-12 px-7"),
                saved_mark(SettingsState.saved),
                class_name="flex items-center gap-4 pt-1",
            ),
            on_submit=SettingsState.save,
            no_validate=True,
            class_name="grid gap-5",
        ),
        id="profile",
        aria_labelledby="profile-title",
    )
