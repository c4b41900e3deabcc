"""What a period was at a glance: the first sentence, its figures, its bars."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.report_views import ReportBar
from learnconnect_app.domain.weekly_reports import HEADLINES
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.ui.i18n import date_text, number, t, t_of
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import hero
from learnconnect_app.ui.kit.icons import icon

view = ReportsState.view
OFF = ("rest", "vacation", "paused", "frozen")


def period_text() -> rx.Component:
    """The days of a week, or the name of a month."""
    days = rx.fragment(date_text(view.first), " – ", date_text(view.last))
    return rx.cond(view.is_month, date_text(view.first, "month_year"), days)


def headline() -> rx.Component:
    """One sentence on how it was, and how much of the plan is done."""
    before = rx.cond(
        view.state == "running",
        t("reports.hours_before_running", hours=view.hours_before),
        rx.cond(
            view.is_month,
            t("reports.hours_before_month", hours=view.hours_before),
            t("reports.hours_before", hours=view.hours_before),
        ),
    )
    return hero(
        rx.el.div(
            rx.el.span(
                icon("calendar-days", 15),
                period_text(),
                rx.cond(view.state == "running", rx.fragment(" · ", t("reports.running"))),
                class_name="inline-flex items-center gap-1.5 rounded-full bg-white/15 px-3 h-7 "
                "text-[13px] font-semibold",
            ),
            rx.el.h2(
                t_of("reports.said", view.headline.code, HEADLINES, params=view.headline.params),
                class_name="text-[1.375rem] sm:text-[1.75rem] font-bold tracking-tight "
                "leading-tight mt-4 max-w-[30ch] text-pretty",
                data_testid="headline",
                data_code=view.headline.code,
            ),
            rx.cond(
                (view.hours_before != "") & (view.minutes > 0),  # nothing is held against nothing
                rx.el.p(before, class_name="mt-2 opacity-95"),
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.cond(
            view.hours_planned != "",
            rx.el.div(
                ring(view.percent, 104, on_hero=True),
                rx.el.span(t("reports.planned_done"), class_name="text-[13px] font-medium"),
                class_name="flex sm:flex-col items-center gap-3 sm:gap-1.5 shrink-0",
            ),
        ),
        class_name="max-sm:flex-col max-sm:items-start",
    )


# ---- figures ----------------------------------------------------------------------------------


def _figure(label: Any, value: Any, text: Any) -> rx.Component:
    return rx.el.div(
        rx.el.dt(label, class_name="muted text-[13px]"),
        rx.el.dd(
            rx.el.span(value, class_name="block text-xl font-bold tracking-tight"),
            rx.el.span(text, class_name="muted text-[13px] block"),
        ),
        class_name="min-w-0",
    )


def figures() -> rx.Component:
    planned = rx.cond(
        view.hours_planned != "", t("reports.hours_planned", hours=view.hours_planned), ""
    )
    level = rx.cond(
        view.levels_gained > 0,
        t("reports.level_up", n=view.level, gained=view.levels_gained),
        t("reports.level", n=view.level),
    )
    return rx.el.dl(
        _figure(t("reports.hours"), view.hours, planned),
        _figure(t("reports.sessions"), number(view.sessions), _of(view.sessions_planned)),
        _figure(t("reports.days"), number(view.days), _of(view.days_planned)),
        _figure(t("reports.xp"), number(view.xp), level),
        class_name="card-surface p-4 sm:px-6 grid grid-cols-2 md:grid-cols-4 gap-x-4 gap-y-5",
        data_testid="report-figures",
        data_minutes=view.minutes,
    )


def _of(planned: rx.Var[int]) -> rx.Var:
    return rx.cond(planned > 0, t("reports.sessions_of", n=planned), "")


def _bar(each: rx.Var[ReportBar]) -> rx.Component:
    column = "w-2.5 sm:w-4 rounded-full"
    sign = rx.match(
        each.kind,
        ("rest", icon("coffee", 14)),
        ("vacation", icon("tree-palm", 14)),
        ("paused", icon("pause", 14)),
        ("frozen", icon("snowflake", 14)),
        rx.fragment(),
    )
    label = rx.cond(
        view.is_month,
        date_text(each.day),
        date_text(each.day, "weekday"),
    )
    return rx.el.li(
        rx.el.span(
            rx.cond(each.minutes > 0, number(each.minutes), sign),
            class_name="muted text-xs h-4 leading-4 whitespace-nowrap grid place-items-center",
            aria_hidden="true",
        ),
        rx.el.span(
            rx.cond(
                view.hours_before != "",
                rx.el.span(
                    class_name=f"{column} bg-[var(--bar-violet)] opacity-30",
                    style={"height": each.height_before.to(str) + "%"},
                ),
            ),
            rx.el.span(
                class_name=f"rise {column} bg-[var(--bar-violet)]",
                style={"height": each.height.to(str) + "%"},
            ),
            class_name="flex items-end justify-center gap-1 h-28 w-full border-b border-base-300",
            aria_hidden="true",
        ),
        rx.el.span(
            label,
            class_name=rx.cond(each.is_today, "text-[13px] font-bold", "muted text-[13px]"),
            aria_hidden="true",
        ),
        rx.el.span(
            date_text(each.day, "long"),
            ": ",
            t("reports.bar", duration=each.duration, before=each.minutes_before),
            rx.cond(
                rx.Var.create(list(OFF)).contains(each.kind),
                rx.fragment(", ", t_of("reports.kind", each.kind, OFF)),
            ),
            class_name="sr-only",
        ),
        class_name="flex flex-col items-center gap-1 min-w-0 flex-1",
        data_testid="report-bar",
        data_minutes=each.minutes,
    )


def _legend(look: str, words: Any) -> rx.Component:
    return rx.el.span(
        rx.el.span(class_name=f"size-2.5 rounded-full bg-[var(--bar-violet)] {look}"),
        words,
        class_name="inline-flex items-center gap-1.5",
    )


def bars() -> rx.Component:
    """Minutes against the period before, day by day or week by week."""
    return section_card(
        rx.cond(view.is_month, t("reports.by_week"), t("reports.by_day")),
        rx.el.ul(rx.foreach(view.bars, _bar), class_name="flex gap-1 sm:gap-3"),
        aside=rx.cond(view.hours_before != "", _legends()),
    )


def _legends() -> rx.Component:
    now = rx.cond(view.is_month, t("reports.this_month"), t("reports.this_one"))
    before = rx.cond(view.is_month, t("reports.month_before"), t("reports.one_before"))
    return rx.el.span(
        _legend("", now),
        _legend("opacity-30", before),
        class_name="muted text-[13px] flex flex-wrap gap-x-3 justify-end",
        aria_hidden="true",
    )
