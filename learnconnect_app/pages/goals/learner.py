"""The steps that say how much time there is, and who learns."""

from __future__ import annotations

from collections.abc import Sequence

import reflex as rx

from learnconnect_app.domain.goal_views import Subject
from learnconnect_app.domain.study_goals import LEVELS, PARTS_OF_DAY, STYLES, Step
from learnconnect_app.pages.goals.choices import PILL, choices, pill, radio_card, two_lines
from learnconnect_app.pages.goals.frame import (
    error_line,
    heading,
    problem,
    sentence,
    step_form,
    view,
)
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import card, section_card
from learnconnect_app.ui.kit.icons import RESOURCE_ICONS, hue, icon, icon_of
from learnconnect_app.ui.wizard import WeekMinutes

PRESETS = [60, 90, 120, 180]
LOOK = {
    "presets": "grid grid-cols-4 sm:flex sm:items-center gap-2 mb-5",
    "presetLabel": "text-sm muted mr-1 max-sm:col-span-full",
    "preset": "btn btn-sm h-10 border-base-300 bg-base-100 font-semibold",
    "rows": "grid gap-1.5",
    "row": "group grid grid-cols-[2.25rem_minmax(0,1fr)_8.5rem_2.75rem] "
    "sm:grid-cols-[6.5rem_minmax(0,1fr)_9rem_8rem] items-center gap-x-3",
    "name": "font-semibold text-sm group-data-[rest=true]:text-[var(--color-muted)]",
    "short": "sm:hidden",
    "full": "max-sm:hidden",
    "track": "h-2.5 rounded-full overflow-hidden bg-[var(--track)]",
    "bar": "grow block h-full rounded-full bg-[var(--bar-violet)]",
    "box": "flex items-center rounded-[0.875rem] border border-[var(--color-edge)] bg-base-100 "
    "focus-within:outline-2 focus-within:outline-primary group-data-[rest=true]:opacity-60",
    "less": "w-10 h-11 text-lg muted cursor-pointer",
    "more": "w-10 h-11 text-lg muted cursor-pointer",
    "input": "w-full min-w-0 h-11 text-center text-base font-semibold bg-transparent !outline-none",
    "rest": "pill h-11 !flex-row gap-2",
    "hidden": "sr-only",
    "restWord": "max-sm:sr-only",
    "error": "col-span-full text-error text-[13px] font-medium pb-1",
    "sum": "mt-4 text-sm",
}


def _part(part: str, hours: Sequence[int]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            name=f"part_{part}",
            default_checked=view.parts_of_day.contains(part),
            class_name="sr-only",
        ),
        rx.el.span(t(f"goals.part.{part}")),
        rx.el.span(f"{hours[0]}–{hours[-1] + 1}", class_name="font-normal text-xs"),
        class_name=f"{PILL} h-14 px-2",
    )


def time_step() -> rx.Component:
    week = card(
        rx.el.fieldset(
            rx.el.legend(t("goals.week"), class_name="heading mb-4"),
            WeekMinutes.create(
                key=view.minutes.to_string() + view.rest.to_string(),
                days=[t(f"goals.day.{day}") for day in range(7)],
                weekdays=[t(f"goals.weekday.{day}") for day in range(7)],
                minutes=view.minutes,
                rest=view.rest,
                wrong=problem.field,
                error=sentence(),
                presets=PRESETS,
                coffee=icon("coffee", 17),
                look=LOOK,
            ),
            error_line("rest_weekdays"),
        )
    )
    hours = section_card(
        t("goals.hours_title"),
        rx.el.p(t("goals.hours_text"), class_name="muted text-sm -mt-3 mb-4"),
        rx.el.fieldset(
            rx.el.legend(t("goals.hours_title"), class_name="sr-only"),
            rx.el.div(
                *(_part(part, hours) for part, hours in PARTS_OF_DAY.items()),
                class_name="grid grid-cols-2 sm:grid-cols-5 gap-2",
            ),
        ),
        class_name="mt-5",
    )
    return step_form(Step.TIME, heading(t("goals.time_title"), t("goals.time_text")), week, hours)


# ---- the learner --------------------------------------------------------------------------------


def _level(level: str) -> rx.Component:
    return radio_card(
        "level",
        level,
        *two_lines(t(f"goals.level.{level}"), t(f"goals.level_text.{level}")),
        checked=view.level == level,
        data_testid=f"level-{level}",
    )


def _focus(subject: Subject) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            name="focus_" + subject.key.to(str),
            default_checked=subject.is_focus,
            class_name="sr-only",
        ),
        icon_of(subject.icon, 18),
        rx.el.span(subject.title, class_name="min-w-0 leading-snug"),
        icon("check", 16, class_name="ml-auto shrink-0 hidden group-has-checked:block"),
        class_name="tick group flex items-center gap-2.5 min-h-11 px-3 py-1.5 rounded-xl border "
        "border-base-300 text-sm font-medium cursor-pointer hover:border-primary/50 "
        "has-checked:bg-[var(--tint)] has-checked:text-[var(--ink)] has-checked:border-transparent "
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 "
        f"has-focus-visible:outline-primary {hue(subject.color)}",
    )


def learner_step() -> rx.Component:
    styles = (
        pill(
            "style",
            style,
            t(f"goals.style.{style}"),
            checked=view.style == style,
            symbol=RESOURCE_ICONS.get(style, "sparkles"),
        )
        for style in STYLES
    )
    return step_form(
        Step.LEARNER,
        heading(t("goals.learner_title"), t("goals.learner_text")),
        choices(
            t("goals.level"),
            *(_level(level) for level in LEVELS),
            field="level",
            class_name="grid gap-3",
        ),
        section_card(
            t("goals.style"),
            choices(
                t("goals.style"),
                *styles,
                field="style",
                class_name="grid grid-cols-2 sm:grid-cols-5 gap-2",
            ),
            class_name="mt-5",
        ),
        section_card(
            t("goals.focus"),
            rx.el.p(t("goals.focus_text"), class_name="muted text-sm -mt-3 mb-4"),
            rx.el.fieldset(
                rx.el.legend(t("goals.focus"), class_name="sr-only"),
                rx.el.div(
                    rx.foreach(view.subjects, _focus),
                    class_name="grid sm:grid-cols-2 lg:grid-cols-3 gap-2",
                ),
            ),
            class_name="mt-5",
        ),
    )
