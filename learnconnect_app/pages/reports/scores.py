"""The motivation score of a week: its parts, and how it is computed."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.motivation_score import WEIGHTS
from learnconnect_app.domain.report_views import ReportPart
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.ui.i18n import number, t, t_of
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.charts import bar, ring
from learnconnect_app.ui.kit.icons import icon

view = ReportsState.view
PARTS = tuple(WEIGHTS)


def _part(each: rx.Var[ReportPart]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.span(t_of("reports.part", each.name, PARTS), class_name="font-medium"),
            rx.el.span(t("reports.weight", n=each.weight), class_name="muted text-[13px]"),
            class_name="flex justify-between items-baseline gap-3 mb-1.5",
        ),
        bar(each.percent, label=t_of("reports.part", each.name, PARTS)),
        rx.el.p(
            t_of("reports.detail", each.name, PARTS, params=each.params),
            class_name="muted text-[13px] mt-1",
        ),
        data_testid="score-part",
    )


def score() -> rx.Component:
    """How plan and week fitted together, with its parts."""
    return rx.cond(
        view.is_month | ((view.score < 0) & (view.state == "running")),
        rx.fragment(),
        section_card(
            t("reports.score"),
            rx.cond(
                view.score >= 0,
                rx.fragment(
                    rx.el.div(
                        ring(view.score, 92, label=number(view.score)),
                        rx.el.p(t("reports.score_lead"), class_name="muted text-sm"),
                        class_name="flex items-center gap-4",
                    ),
                    rx.el.ul(rx.foreach(view.parts, _part), class_name="grid gap-4 mt-5"),
                    rx.el.details(
                        rx.el.summary(
                            t("reports.how"),
                            icon("chevron-down", 16),
                            class_name="min-h-11 flex items-center gap-1.5 cursor-pointer text-sm "
                            "font-semibold text-[var(--ink-violet)] rounded-lg list-none",
                        ),
                        rx.el.p(t("reports.how_text"), class_name="muted text-sm"),
                        class_name="mt-3",
                    ),
                ),
                rx.el.p(t("reports.score_none"), class_name="muted text-sm"),
            ),
            data_testid="motivation-score",
            data_score=view.score,
        ),
    )
