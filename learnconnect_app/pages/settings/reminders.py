"""Settings, the section of reminders: hours, how many, and what reaches the learner where."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.reminder_views import MOST_PUSHES
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.kit.fields import (
    SELECT,
    described_by,
    labelled,
    saved_mark,
    switch,
    text_input,
)
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.settings import HoursOfDay, OwnLink, RuleGroups, push_devices

view, problem = SettingsState.reminders, SettingsState.problem
CODES = ("time_missing", "hours_missing", "hours_many", "hours_quiet")
PARTS_OF_DAY = ("morning", "midday", "evening", "early")


def reminders() -> rx.Component:
    return rx.el.section(
        card(_head(), _hours_form(), class_name="grid gap-5"),
        card(push_devices(), id="device", class_name="settings-anchor"),
        card(_kinds()),
        rx.cond(view.rests_at != "", _rest()),
        id="reminders",
        aria_labelledby="reminders-title",
        class_name="settings-section",
    )


def _head() -> rx.Component:
    return rx.el.div(
        rx.el.h2(t("settings.reminders"), id="reminders-title", class_name="heading"),
        rx.el.p(t("settings.reminders_text"), class_name="muted text-sm mt-1 max-w-[60ch]"),
        rx.el.p(
            t("settings.clock"),
            " ",
            OwnLink.create(
                t("settings.clock_change"), href="#profile", class_name="underline font-semibold"
            ),
            class_name="muted text-[13px] mt-1",
        ),
    )


def _hours_form() -> rx.Component:
    return rx.el.form(
        _quiet(),
        _hours(),
        _pushes(),
        switch(
            "is_digest",
            t("settings.digest"),
            hint=t("settings.digest_hint"),
            default_checked=view.is_digest,
        ),
        rx.el.div(
            button(
                t("common.save"),
                type="submit",
                data_testid="save-reminders",
                class_name="h-12 px-7",
            ),
            saved_mark(SettingsState.saved_hours),
            class_name="flex items-center gap-4 pt-1",
        ),
        on_submit=SettingsState.save_hours,
        no_validate=True,
        class_name="grid gap-6",
    )


def _error(field: str) -> rx.Var[str]:
    sentence = t_of("error", problem.code, CODES, params=problem.params)
    return rx.cond(problem.field == field, sentence, "")


def _quiet() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(t("settings.quiet"), class_name="text-sm font-semibold mb-1.5"),
        rx.el.div(
            _time("quiet_from", t("settings.quiet_from"), view.quiet_from),
            _time("quiet_until", t("settings.quiet_until"), view.quiet_until),
            class_name="sub-labels grid grid-cols-2 gap-3 max-w-sm",
        ),
        rx.el.p(t("settings.quiet_hint"), class_name="muted text-[13px] mt-1.5"),
    )


def _time(name: str, label: rx.Var[str], value: rx.Var[str]) -> rx.Component:
    control = text_input(
        name,
        is_wrong=problem.field == name,
        type="time",
        default_value=value,
        key=value,
        data_testid=name.replace("_", "-"),
    )
    return labelled(name, label, control, error=_error(name))


def _hours() -> rx.Component:
    """The learned ones say why; choosing shows the hours of the day."""
    known = t("settings.hours_known", times=view.best_hours)
    usual = t("settings.hours_usual", times=view.best_hours)
    return rx.el.fieldset(
        rx.el.legend(t("settings.hours"), class_name="text-sm font-semibold mb-1.5"),
        rx.el.div(
            _way("learned", t("settings.hours_learned"), rx.cond(view.is_known, known, usual)),
            _way("chosen", t("settings.hours_chosen"), t("settings.hours_chosen_hint")),
            HoursOfDay.create(
                words={part: t(f"settings.hours_{part}") for part in PARTS_OF_DAY},
                chosen=view.hours,
            ),
            class_name="hours-choice",
        ),
        rx.cond(
            problem.field == "hours",
            rx.el.p(
                _error("hours"),
                role="alert",
                data_testid="form-error",
                class_name="text-error text-[13px] font-medium mt-1.5",
            ),
        ),
    )


def _way(value: str, title: rx.Var[str], text: rx.Var[str]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="way",
            value=value,
            default_checked=view.is_learned if value == "learned" else ~view.is_learned,
            class_name="choice-dot",
            custom_attrs={"data-testid": f"hours-{value}"},
        ),
        rx.el.span(
            rx.el.span(title, class_name="block font-semibold"),
            rx.el.span(text, class_name="block muted text-[13px]"),
        ),
        class_name="flex items-start gap-3 py-2 cursor-pointer min-h-11",
    )


def _pushes() -> rx.Component:
    control = rx.el.select(
        *(
            rx.el.option(t("settings.pushes_none") if count == 0 else str(count), value=str(count))
            for count in range(MOST_PUSHES + 1)
        ),
        id="pushes_a_day",
        name="pushes_a_day",
        default_value=view.pushes_a_day.to(str),
        key=view.pushes_a_day.to(str),
        class_name=f"{SELECT} appearance-none pr-11",
        aria_describedby=described_by("pushes_a_day"),
    )
    arrow = icon(
        "chevron-down", 18, class_name="muted absolute right-4 top-3.5 pointer-events-none"
    )
    return labelled(
        "pushes_a_day",
        t("settings.pushes"),
        rx.el.div(control, arrow, class_name="relative max-w-40"),
        hint=t("settings.pushes_hint"),
    )


def _kinds() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.h3(t("settings.kinds"), class_name="heading"),
            saved_mark(SettingsState.saved_rule),
            class_name="flex flex-wrap items-center gap-x-4",
        ),
        rx.el.p(t("settings.kinds_text"), class_name="muted text-sm mt-1 mb-3"),
        RuleGroups.create(groups=view.groups, on_switch=SettingsState.switch_rule),
    )


def _rest() -> rx.Component:
    """Nothing to switch here: a pause belongs to the plan, which then asks for nothing either."""
    return rx.el.div(
        icon("coffee", 20, class_name="mt-0.5 muted"),
        rx.el.div(
            rx.el.p(t("settings.rest_all"), class_name="font-semibold"),
            rx.el.p(t("settings.rest_all_text"), class_name="muted text-sm"),
            class_name="flex-1 min-w-[min(14rem,100%)]",
        ),
        link_button(
            t("settings.rest_all_action"),
            href=view.rests_at,
            look="outline",
            class_name="h-11 max-sm:w-full",
            data_testid="take-a-break",
        ),
        class_name="card-surface p-4 sm:p-6 flex flex-wrap items-start gap-3",
    )
