"""What a report suggests for the next week, and what became of it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.report_suggestions import CODES
from learnconnect_app.domain.report_views import ReportOffer
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import chip, note, section_card
from learnconnect_app.ui.kit.icons import icon

view, state = ReportsState.view, ReportsState
ROW = "flex items-center gap-4 border-t border-base-300 py-3.5 first:border-0 first:pt-0 last:pb-0"


def _offer(each: rx.Var[ReportOffer]) -> rx.Component:
    is_open = each.state == "open"
    action = rx.el.div(
        rx.cond(
            each.state == "applied",
            chip(icon("check", 14), t("reports.applied"), color="green"),
        ),
        rx.cond(  # one button for both, so that the focus stays where it is
            is_open | each.can_undo,
            button(
                rx.cond(is_open, t("reports.apply"), t("reports.undo")),
                look="soft",
                on_click=rx.cond(is_open, state.apply(each.code), state.undo(each.code)),
                data_testid=rx.cond(is_open, "apply-suggestion", "undo-suggestion"),
                class_name="h-11 px-5",
            ),
        ),
        rx.cond(
            is_open & each.can_undo,
            button(
                t("reports.undo_own"),
                look="quiet",
                on_click=state.undo(each.code),
                data_testid="undo-own",
                class_name="h-11 px-5",
            ),
        ),
        class_name=rx.cond(
            each.undone == "half",
            "flex items-center gap-2 shrink-0 no-print",
            "flex max-sm:flex-col items-center gap-2 shrink-0 no-print",
        ),
    )
    why = rx.match(
        each.state,
        ("outdated", t("reports.outdated")),
        t_of("reports.why", each.code, CODES, params=each.params),
    )
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                t_of("reports.offer", each.code, CODES, params=each.params),
                class_name="font-semibold leading-snug",
            ),
            rx.el.p(why, class_name="muted text-sm mt-0.5 max-w-[60ch]"),
            rx.cond(
                (each.state == "applied") & ~each.can_undo,
                rx.el.p(t("reports.undo_in_calendar"), class_name="muted text-sm mt-0.5"),
            ),
            rx.match(
                each.undone,
                ("all", _undone(t("reports.undone_all"))),
                ("half", _undone(t("reports.undone_half"))),
                rx.fragment(),
            ),
            class_name=rx.cond(
                each.undone == "half", "min-w-0 flex-1 max-sm:basis-full", "min-w-0 flex-1"
            ),
        ),
        action,
        data_testid="suggestion",
        data_code=each.code,
        data_state=each.state,
        class_name=rx.cond(each.undone == "half", f"{ROW} max-sm:flex-wrap", ROW),
    )


def _undone(sentence: rx.Var[str]) -> rx.Component:
    return rx.el.p(sentence, class_name="text-sm mt-0.5 max-w-[60ch]", data_testid="undone")


def offers() -> rx.Component:
    return rx.cond(
        view.offers.length() > 0,
        section_card(
            t("reports.offers"),
            rx.el.p(t("reports.offers_lead"), class_name="muted text-sm -mt-3 mb-4"),
            rx.el.ul(rx.foreach(view.offers, _offer)),
            rx.el.div(
                rx.match(
                    state.told,
                    ("applied", note(t("reports.applied_told"), symbol="check", color="green")),
                    ("undone", note(t("reports.undone_told"), symbol="rotate-ccw")),
                    rx.fragment(),
                ),
                role="status",
                class_name="mt-4 empty:hidden",
            ),
        ),
    )
