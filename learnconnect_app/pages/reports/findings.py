"""What stood out in a period, by subject and test."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.report_views import ReportSubject, ReportTest, Sentence
from learnconnect_app.domain.weekly_reports import CARE, WELL
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.ui.i18n import date_text, percent, t, t_of
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import chip, section_card
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import hue, icon, icon_of

view = ReportsState.view
TESTS = ("weekly", "final", "retest", "quiz", "practice_test", "mock")


def _sentence(each: rx.Var[Sentence], symbol: str, color: str, codes: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            icon(symbol, 15),
            class_name=f"hued hue-{color} size-7 rounded-full grid place-items-center shrink-0",
        ),
        rx.el.span(t_of("reports.said", each.code, codes, params=each.params), class_name="pt-0.5"),
        class_name="flex gap-3 max-w-[60ch]",
        data_code=each.code,
    )


def _said(
    title: Any, said: rx.Var, *, symbol: str, color: str, codes: Any, name: str
) -> rx.Component:
    return rx.cond(
        said.length() > 0,
        section_card(
            title,
            rx.el.ul(
                rx.foreach(said, lambda each: _sentence(each, symbol, color, codes)),
                class_name="grid gap-3",
            ),
            class_name="flex-1 md:min-w-72",
            data_testid=name,
        ),
    )


def well_and_care() -> rx.Component:
    """Side by side where there is room; one of them alone has all of it."""
    return rx.cond(
        (view.well.length() > 0) | (view.care.length() > 0),
        rx.el.div(
            _said(
                t("reports.well"), view.well, symbol="check", color="green", codes=WELL, name="well"
            ),
            _said(
                t("reports.care"), view.care, symbol="flag", color="amber", codes=CARE, name="care"
            ),
            class_name="flex flex-col md:flex-row md:flex-wrap gap-5",
        ),
    )


# ---- by subject -------------------------------------------------------------------------------


def _subject(each: rx.Var[ReportSubject]) -> rx.Component:
    answers = rx.match(
        each.verdict,
        ("none", t("reports.answers_none")),
        ("few", t("reports.answers_few", n=each.answers, right=each.right)),
        t("reports.answers", n=each.answers, right=each.right),
    )
    mark = rx.match(
        each.verdict,
        ("strong", chip(t("reports.strong"), color="green")),
        ("weak", chip(t("reports.weak"), color="amber")),
        rx.fragment(),
    )
    return rx.el.li(
        rx.el.span(
            icon_of(each.icon, 17),
            class_name="hued size-9 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.div(
            rx.el.div(
                rx.el.span(each.title, class_name="font-medium leading-snug"),
                rx.el.span(each.duration, class_name="muted text-[13px] whitespace-nowrap"),
                class_name="flex justify-between items-baseline gap-3 mb-1.5",
            ),
            bar(each.share, label=each.title),
            rx.el.div(
                rx.el.span(answers, class_name="muted text-[13px]"),
                mark,
                class_name="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 mt-1.5 "
                "min-h-7",
            ),
            class_name="flex-1 min-w-0",
        ),
        class_name=f"flex gap-3 {hue(each.color)}",
        data_testid="report-subject",
    )


def subjects() -> rx.Component:
    return rx.cond(
        view.subjects.length() > 0,
        section_card(
            t("reports.subjects"),
            rx.el.ul(rx.foreach(view.subjects, _subject), class_name="grid gap-4"),
            aside=rx.el.span(t("reports.subjects_hint"), class_name="muted text-[13px] text-right"),
        ),
    )


def _test(each: rx.Var[ReportTest]) -> rx.Component:
    net = rx.fragment(
        t("reports.net", net=each.net),
        rx.cond(
            each.has_net_before,
            rx.fragment(" · ", t("reports.net_before", net=each.net_before)),
        ),
    )
    mark = rx.match(
        each.state,
        ("passed", chip(t("reports.passed"), color="green")),
        ("failed", chip(t("reports.failed"), color="amber")),
        rx.fragment(),
    )
    return rx.el.li(
        page_link(
            rx.el.span(
                rx.el.span(
                    t_of("reports.test", each.kind, TESTS), class_name="block font-semibold"
                ),
                rx.el.span(
                    date_text(each.day, "long"),
                    rx.cond(each.has_net, rx.fragment(" · ", net)),
                    class_name="muted text-[13px] block",
                ),
                class_name="min-w-0 flex-1",
            ),
            mark,
            rx.el.span(percent(each.percent), class_name="font-bold tabular-nums"),
            href="/test/" + each.id.to(str),
            class_name="flex items-center gap-3 rounded-2xl border border-base-300 p-3 min-h-14 "
            "hover:border-primary/50 transition-colors",
        )
    )


def tests() -> rx.Component:
    return rx.cond(
        view.tests.length() > 0,
        section_card(
            t("reports.tests"),
            rx.el.ul(rx.foreach(view.tests, _test), class_name="grid gap-2.5"),
            data_testid="report-tests",
        ),
    )
