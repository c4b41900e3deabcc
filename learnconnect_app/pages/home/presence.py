"""How the week and the year look."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.words import TEXT_LINK, minutes_text
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit import charts
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import chip, section_card

view = HomeState.view


def _hours(minutes: rx.Var[int]) -> rx.Component:
    hours, rest = minutes // 60, minutes % 60
    whole = rx.cond(rest > 0, t("home.hours", h=hours, m=rest), t("home.whole_hours", n=hours))
    return rx.cond(minutes >= 60, whole, minutes_text(minutes))


def week() -> rx.Component:
    return section_card(
        t("home.week"),
        rx.cond(
            view.week_minutes > 0,
            rx.el.div(charts.week_bars(view.week, t("home.week")), class_name="mb-3"),
            rx.el.p(t("home.week_text"), class_name="muted text-sm mb-5"),
        ),
        charts.week_strip(view.week),
        page_link(
            t("home.report"),
            rx.cond(view.has_new_report, chip(t("home.report_new"))),
            href="/reports",
            data_testid="to-report",
            data_new=rx.cond(view.has_new_report, "true", "false"),
            class_name=f"{TEXT_LINK} flex items-center gap-2 min-h-11 mt-2 -mb-2",
        ),
        aside=rx.el.span(
            _hours(view.week_minutes),
            class_name="text-[13px] font-semibold text-[var(--ink-violet)]",
        ),
    )


def year() -> rx.Component:
    """The study map, from the first plan on."""
    is_new = (view.state == "assessment") & (view.paused.length() == 0)
    study_map = section_card(
        t("home.heat"),
        charts.heat_map(view.heat, t("home.heat_label")),
        aside=charts.heat_legend(t("home.heat_less"), t("home.heat_more")),
    )
    return rx.cond(is_new, rx.fragment(), study_map)
