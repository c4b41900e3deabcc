"""What surrounds the figures: other periods, the streak, earlier reports."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex.event import EventHandler

from learnconnect_app.domain.report_views import EarlierReport
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.ui.i18n import date_text, t
from learnconnect_app.ui.js import PRINT, SEEN
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import card, chip, empty_state, note, section_card
from learnconnect_app.ui.kit.icons import icon, tile

view, state = ReportsState.view, ReportsState


class PrintButton(rx.Component):
    library = PRINT
    tag = "PrintButton"


class Seen(rx.Component):
    """Says so when ``what`` is on a page in sight."""

    library = SEEN
    tag = "Seen"
    what: rx.Var[str]
    on_seen: EventHandler[rx.event.no_args_event_spec]


def seen() -> rx.Component:
    return Seen.create(what=state.unseen, on_seen=state.note_seen)


# ---- which period -----------------------------------------------------------------------------


def _mode(label: Any, *, is_chosen: rx.Var[bool], on_click: Any, name: str) -> rx.Component:
    return rx.el.button(
        label,
        type="button",
        on_click=on_click,
        aria_pressed=rx.cond(is_chosen, "true", "false"),
        data_testid=name,
    )


def _turn(day: rx.Var[str], symbol: str, label: Any, name: str) -> rx.Component:
    """To the period before or after; its place stays when there is none."""
    go = rx.cond(view.is_month, state.show_month(day), state.show_week(day))
    return rx.el.button(
        icon(symbol),
        type="button",
        aria_label=label,
        on_click=go,
        disabled=day == "",
        data_testid=name,
        class_name="btn btn-ghost btn-circle size-11",
    )


def head() -> rx.Component:
    title = rx.cond(view.is_month, t("reports.month_title"), t("reports.title"))
    return rx.el.header(
        rx.el.h1(title, class_name="display"),
        rx.el.div(
            rx.el.div(
                _mode(
                    t("reports.week"),
                    is_chosen=~view.is_month,
                    on_click=state.show_week(view.last),
                    name="show-week",
                ),
                _mode(
                    t("reports.month"),
                    is_chosen=view.is_month,
                    on_click=state.show_month(view.last),
                    name="show-month",
                ),
                role="group",
                aria_label=t("reports.period"),
                class_name="segmented",
            ),
            rx.el.div(
                _turn(view.previous, "arrow-left", t("reports.earlier"), "report-earlier"),
                _turn(view.next, "arrow-right", t("reports.later"), "report-later"),
                PrintButton.create(
                    t("reports.print"),
                    class_name="btn btn-ghost h-11 max-sm:hidden",
                    custom_attrs={"data-testid": "print"},
                ),
                class_name="flex items-center",
            ),
            class_name="flex flex-wrap items-center justify-between gap-2 max-sm:w-full no-print",
        ),
        class_name="flex flex-wrap items-center justify-between gap-3",
    )


# ---- the streak, earlier reports --------------------------------------------------------------


def streak() -> rx.Component:
    return rx.cond(
        view.streak > 0,
        card(
            rx.el.div(
                tile(icon("flame"), "amber"),
                rx.el.div(
                    rx.el.p(t("reports.streak", n=view.streak), class_name="font-semibold"),
                    rx.cond(
                        view.milestone > 0,
                        rx.el.p(
                            t(
                                "reports.milestone",
                                n=view.milestone,
                                left=view.milestone - view.streak,
                            ),
                            class_name="muted text-[13px]",
                        ),
                    ),
                ),
                class_name="flex items-center gap-3.5",
            ),
            data_testid="report-streak",
        ),
    )


def _earlier(each: rx.Var[EarlierReport]) -> rx.Component:
    is_shown = ~view.is_month & (each.week == view.first)
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.span(
                    date_text(each.week),
                    " – ",
                    date_text(each.until),
                    class_name="block font-semibold",
                ),
                rx.el.span(
                    t("reports.list_days", n=each.days, duration=each.duration),
                    class_name="muted text-[13px] block",
                ),
                class_name="min-w-0 flex-1 text-left",
            ),
            rx.cond(each.is_unread & ~is_shown, chip(t("reports.unread"))),
            icon("chevron-right", 18, class_name="muted"),
            type="button",
            on_click=state.show_week(each.week),
            aria_current=rx.cond(is_shown, "true", "false"),
            data_testid="earlier-report",
            data_week=each.week,
            class_name=rx.cond(is_shown, "bg-base-200 ", "hover:bg-base-200 ")
            + "w-full flex items-center gap-3 rounded-2xl px-3 py-2 min-h-14 cursor-pointer",
        )
    )


def earlier() -> rx.Component:
    return rx.cond(
        view.earlier.length() > 1,
        section_card(
            t("reports.list"),
            rx.el.ul(rx.foreach(view.earlier, _earlier), class_name="grid gap-1 -mx-3"),
            class_name="no-print",
        ),
    )


def first_note() -> rx.Component:
    """Before the first report there is the week that runs."""
    return rx.cond(
        (view.earlier.length() == 0) & (view.state == "running") & ~view.is_month,
        note(t("reports.first_note"), data_testid="first-note"),
    )


def nothing_yet() -> rx.Component:
    to_today = link_button(t("reports.to_today"), href="/home", class_name="h-11")
    return card(
        empty_state(
            "calendar-days", t("reports.empty"), t("reports.empty_text"), to_today, is_page=True
        ),
        data_testid="reports-empty",
    )
