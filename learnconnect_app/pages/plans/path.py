"""The path: weeks as chapters, days as stops."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import (
    DayView,
    WeekView,
)
from learnconnect_app.pages.plans.gates import gate
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.ui.i18n import date_text, t
from learnconnect_app.ui.kit.cards import chip, note
from learnconnect_app.ui.kit.icons import hue, icon, icon_of
from learnconnect_app.ui.results import diagnosis_card

task = PlanState.task
SIDE_LOOP = "ml-[1.6875rem] pl-2 border-l-2 border-dashed border-base-300 bg-base-100"
"""Extra days: their line is dashed, in the place of the path's own."""


def _mark(symbol: str, look: str) -> rx.Component:
    return rx.el.span(
        icon(symbol, 18),
        class_name=f"relative z-10 size-11 rounded-full grid place-items-center shrink-0 {look}",
    )


def _open_stop(day: DayView, week_number: rx.Var[int]) -> rx.Component:
    is_done = day.status == "completed"
    mark = rx.cond(
        is_done,
        _mark("check", "bg-primary text-primary-content"),
        _mark("play", "bg-primary text-primary-content alive"),
    )
    words = rx.el.span(
        rx.el.span(
            day.title,
            class_name=rx.cond(is_done, "block font-medium", "block font-semibold"),
        ),
        rx.el.span(
            rx.cond(day.kind == "extra", t("plan.extra_day"), t("plan.day", n=day.number)),
            " · ",
            rx.cond(
                is_done,
                date_text(day.completed_day),
                t("common.minutes", n=day.minutes),
            ),
            class_name="muted text-[13px]",
            data_testid=rx.cond(day.kind == "extra", "extra-day", "day-line"),
        ),
        class_name="min-w-0 text-left",
    )
    is_open = task.id == day.task_id
    look = rx.cond(is_open, "bg-[var(--tint-violet)]", "hover:bg-base-200")
    fresh = rx.cond(is_done, "", "unlocked-now")
    return rx.el.button(
        mark,
        words,
        type="button",
        on_click=PlanState.open_day(day.task_id),
        aria_pressed=is_open,
        class_name=f"flex items-center gap-3 w-full rounded-2xl p-1.5 pr-3 {look} {fresh}",
    )


def _locked_stop(day: DayView) -> rx.Component:
    """Only the number is known here: the text of a locked day never leaves the server."""
    return rx.el.div(
        _mark("lock", "bg-[var(--track)] muted"),
        rx.el.span(
            rx.el.span(
                rx.cond(day.number % 2 == 0, "▪▪▪▪▪▪▪ ▪▪▪▪▪▪", "▪▪▪▪▪▪▪▪▪▪ ▪▪▪"),
                aria_hidden="true",
                class_name="locked-text block",
            ),
            rx.el.span(
                rx.cond(day.kind == "extra", t("plan.extra_day"), t("plan.day", n=day.number)),
                " · ",
                t("plan.locked"),
                class_name="muted text-[13px]",
                data_testid=rx.cond(day.kind == "extra", "extra-day", "day-line"),
            ),
        ),
        class_name="flex items-center gap-3 p-1.5",
    )


def _far_stop(day: DayView, week_number: rx.Var[int]) -> rx.Component:
    """A day of a week that is locked as a whole."""
    return rx.el.li(
        rx.el.span(
            icon("lock", 15),
            class_name="relative z-10 size-9 rounded-full grid place-items-center "
            "bg-[var(--track)] muted",
        ),
        rx.el.span("▪▪▪▪", aria_hidden="true", class_name="locked-text text-xs"),
        rx.el.span(t("plan.day", n=day.number), " · ", t("plan.locked"), class_name="sr-only"),
        data_testid=f"day-{week_number}-{day.number}",
        data_status=day.status,
        class_name="flex flex-col items-center gap-1",
    )


def _days(week: WeekView) -> rx.Component:
    return rx.cond(
        week.status == "locked",
        rx.el.ol(
            rx.foreach(week.days, lambda day: _far_stop(day, week.number)),
            class_name="journey-far grid grid-cols-7 gap-1 mt-5",
        ),
        rx.el.ol(
            rx.foreach(week.days, lambda day: _stop(day, week.number)),
            class_name="journey-path grid gap-1 mt-5",
        ),
    )


def _stop(day: DayView, week_number: rx.Var[int]) -> rx.Component:
    side_loop = rx.cond(day.kind == "extra", SIDE_LOOP, "")
    return rx.el.li(
        rx.cond(day.status == "locked", _locked_stop(day), _open_stop(day, week_number)),
        data_testid=f"day-{week_number}-{day.number}",
        data_status=day.status,
        class_name=f"relative {side_loop}",
    )


def _week_head(week: WeekView) -> rx.Component:
    state = rx.match(
        week.status,
        ("passed", chip(icon("check", 14), t("plan.week_passed"), color="green")),
        ("locked", chip(icon("lock", 14), t("plan.locked"), color="violet")),
        ("test_ready", chip(icon("flag", 14), t("plan.week_test"), color="amber")),
        chip(t("plan.week_now"), color="violet"),
    )
    symbol = rx.cond(week.status == "locked", icon("lock"), icon_of(week.icon))
    name = rx.cond(week.kind == "correction", t("plan.correction"), t("plan.week", n=week.number))
    return rx.el.div(
        rx.el.span(
            symbol,
            class_name="hued size-11 rounded-xl grid place-items-center shrink-0 "
            f"{hue(week.color)}",
        ),
        rx.el.div(
            rx.el.p(name, class_name="muted text-[13px] font-semibold"),
            rx.cond(
                week.title != "",
                rx.el.h2(week.title, class_name="title"),
                rx.el.p("▪▪▪▪▪▪▪▪ ▪▪▪▪▪▪▪", class_name="title locked-text", aria_hidden="true"),
            ),
            class_name="min-w-0",
        ),
        state,
        rx.cond(
            week.description != "",
            rx.el.p(week.description, class_name="muted text-sm mt-1 col-start-2 col-span-2"),
        ),
        class_name="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3",
    )


def week(week: WeekView) -> rx.Component:
    return rx.el.li(
        _week_head(week),
        rx.cond(
            week.is_role_switch_suggested,
            note(
                t("results.role_switch"),
                " ",
                rx.el.a(t("results.role_switch_link"), href="/plan/new", class_name="underline"),
                symbol="signpost",
                color="amber",
                data_testid="role-switch",
                class_name="mt-4",
            ),
        ),
        rx.cond(week.diagnosis, rx.el.div(diagnosis_card(week.diagnosis), class_name="mt-4")),
        _days(week),
        rx.cond(
            week.gate,
            rx.el.div(
                gate(week.gate, t("plan.weekly_test"), "weekly-test"),
                class_name="mt-2 pt-3 border-t border-base-300",
            ),
        ),
        data_testid=rx.cond(week.kind == "correction", "correction-plan", f"week-{week.number}"),
        data_status=week.status,
        data_week=week.number,
        class_name="card-surface p-4 sm:p-6",
    )
