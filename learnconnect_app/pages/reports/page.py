"""The weekly report: how the week was, what to change, then everything in figures."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.reports.figures import bars, figures, headline
from learnconnect_app.pages.reports.findings import subjects, tests, well_and_care
from learnconnect_app.pages.reports.offers import offers
from learnconnect_app.pages.reports.parts import (
    earlier,
    first_note,
    head,
    nothing_yet,
    seen,
    streak,
)
from learnconnect_app.pages.reports.scores import score
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page

STACK = "grid gap-5 min-w-0"


def report() -> rx.Component:
    return rx.el.div(
        seen(),
        head(),
        first_note(),
        headline(),
        figures(),
        rx.el.div(
            rx.el.div(bars(), offers(), well_and_care(), subjects(), tests(), class_name=STACK),
            rx.el.div(score(), streak(), earlier(), class_name=STACK),
            class_name="grid xl:grid-cols-[minmax(0,1fr)_20.5rem] gap-5 items-start",
        ),
        class_name=STACK,
        data_testid="report",
        data_state=ReportsState.view.state,
        data_first=ReportsState.view.first,
    )


def reports() -> rx.Component:
    return page(
        rx.cond(ReportsState.view.state == "no_plan", nothing_yet(), report()),
        title="reports.title",
        state=ReportsState,
        active="reports",
        skeleton=loading_page(has_heading=True),
    )
