"""Progress: where the learner stands, what would move it most, and the pictures behind it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.progress_spans import Range
from learnconnect_app.pages.progress.parts import (
    figures,
    headline,
    loading,
    nothing_yet,
    score,
)
from learnconnect_app.pages.progress.state import ProgressState
from learnconnect_app.pages.progress.subjects import mastery
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.charts import heat_legend, heat_map
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.progress import figure_card, own_figure
from learnconnect_app.ui.shell import page

state, view = ProgressState, ProgressState.view
STACK = "grid gap-5 min-w-0"
PAIR = "grid lg:grid-cols-2 gap-5 min-w-0"


def _range(name: str) -> rx.Component:
    return rx.el.button(
        t(f"progress.range_{name}"),
        type="button",
        on_click=state.show(name),
        aria_pressed=rx.cond(view.reach == name, "true", "false"),
        data_testid=f"range-{name}",
    )


def head() -> rx.Component:
    return rx.el.header(
        rx.el.h1(t("progress.title"), class_name="display"),
        rx.el.div(
            *(_range(each.value) for each in Range),
            role="group",
            aria_label=t("progress.range"),
            class_name="segmented whitespace-nowrap no-print",
        ),
        class_name="flex flex-wrap items-center justify-between gap-3",
    )


def closer() -> rx.Component:
    """The pictures for those who want to know more; nothing of them is drawn before."""
    return rx.el.details(
        rx.el.summary(
            rx.el.span(
                rx.el.span(t("progress.closer"), class_name="heading block"),
                rx.el.span(t("progress.closer_text"), class_name="muted text-sm block mt-0.5"),
                class_name="min-w-0 flex-1",
            ),
            icon("chevron-right", 20, class_name="muted transition-transform group-open:rotate-90"),
            class_name="card-surface p-4 sm:px-6 flex items-center gap-4 cursor-pointer",
            data_testid="closer",
        ),
        rx.el.div(
            figure_card("efficiency", view.gains, view.reach),
            figure_card("pace", view.pace, view.reach),
            figure_card("hours", view.hours, view.reach),
            figure_card("weekdays", view.weekdays, view.reach),
            figure_card("difficulty", view.difficulty, view.reach, "lg:col-span-2"),
            class_name=f"{PAIR} mt-5",
        ),
        class_name="group min-w-0",
    )


def year() -> rx.Component:
    return own_figure(
        "year",
        view.year,
        view.reach,
        rx.cond(view.year.is_known, heat_map(view.heat, t("progress.title_year"))),
        aside=heat_legend(t("progress.less"), t("progress.more")),
    )


def told() -> rx.Component:
    return rx.el.div(
        head(),
        headline(),
        figures(),
        mastery(),
        figure_card("minutes", view.minutes, view.reach),
        rx.el.div(
            figure_card("velocity", view.speeds, view.reach),
            figure_card("retention", view.retention, view.reach),
            class_name=PAIR,
        ),
        score(),
        closer(),
        year(),
        class_name=STACK,
        data_testid="progress",
        data_state=view.state,
        data_reach=view.reach,
    )


def progress() -> rx.Component:
    return page(
        rx.cond(view.state == "new", nothing_yet(), told()),
        title="progress.title",
        state=ProgressState,
        active="progress",
        skeleton=loading(),
    )
