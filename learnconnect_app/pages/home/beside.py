"""What stands beside today: the exam, the subjects, coming days, plans that rest."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.views import BlockBar, PlanSummary
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.words import TALL, TEXT_LINK
from learnconnect_app.ui.i18n import date_text, number, t
from learnconnect_app.ui.kit import rows
from learnconnect_app.ui.kit.actions import button, page_link
from learnconnect_app.ui.kit.cards import chip, section_card
from learnconnect_app.ui.kit.icons import hue, icon, icon_of, tile

view = HomeState.view


def exam_chip() -> rx.Component:
    """How long it is to the exam, where the eye begins."""
    days = rx.cond(
        view.study.days_left > 0,
        t("home.exam_days", n=view.study.days_left),
        t("home.exam_today"),
    )
    return rx.cond(
        view.study & (view.study.days_left >= 0),
        page_link(
            chip(icon("flag", 14), rx.fragment(view.study.title, " · ", days), color="violet"),
            href="/study",
            class_name="rounded-full whitespace-nowrap",
            data_testid="exam-countdown",
            data_days=view.study.days_left,
        ),
    )


def countdown() -> rx.Component:
    """The exam with calm words for how far away it is."""
    left = view.study.days_left
    words = rx.cond(
        left > 60,
        t("home.calm_far"),
        rx.cond(left > 7, t("home.calm_weeks"), t("home.calm_near")),
    )
    return rx.cond(
        view.study & (left > 0),
        section_card(
            view.study.title,
            rx.el.p(
                rx.el.span(number(left), class_name="text-4xl font-bold tracking-tight"),
                rx.el.span(t("home.days_left", n=left), class_name="muted font-medium"),
                class_name="flex items-baseline gap-2",
            ),
            rx.el.p(words, class_name="muted text-sm mt-1.5"),
            aside=rx.el.span(
                date_text(view.study.exam_day, "medium"), class_name="muted text-[13px]"
            ),
        ),
    )


def courses() -> rx.Component:
    """The subjects of the exam that count most."""
    return _bars(t("home.courses"), view.courses)


def _bars(title: Any, bars: rx.Var) -> rx.Component:
    return rx.cond(
        bars.length() > 0,
        section_card(
            title,
            rx.el.ul(rx.foreach(bars, _subject), class_name="grid gap-4"),
            aside=rx.el.span(t("home.subjects_hint"), class_name="muted text-[13px]"),
        ),
    )


def _subject(block: BlockBar) -> rx.Component:
    return rows.meter_row(icon_of(block.icon, 17), block.title, block.percent, hue(block.color))


def subjects() -> rx.Component:
    """The blocks of the skill plan."""
    return _bars(t("home.subjects"), view.blocks)


def _locked_day(number: rx.Var[int]) -> rx.Component:
    return rows.locked_row(number, t("home.ahead_placeholder"), t("home.day_locked", n=number))


def coming_days() -> rx.Component:
    return rx.cond(
        view.locked_ahead.length() > 0,
        section_card(
            t("home.ahead"),
            rx.el.ul(rx.foreach(view.locked_ahead, _locked_day), class_name="grid gap-3"),
            aside=page_link(t("home.go.journey"), href="/plan", class_name=f"{TEXT_LINK} {TALL}"),
        ),
    )


def _paused_plan(plan: PlanSummary) -> rx.Component:
    resume = button(
        t("home.go.resume"),
        look="soft",
        on_click=HomeState.resume(plan.id),
        class_name="btn-sm h-10",
    )
    return rx.el.li(
        rows.row(
            tile(icon_of(plan.icon)),
            plan.title,
            t("home.plan_days", done=plan.days_done, total=plan.days_total),
            rx.cond(view.plan, rx.fragment(), resume),
        ),
        class_name=rows.ROW,
    )


def _resting_study() -> rx.Component:
    resume = button(
        t("home.go.resume"),
        look="soft",
        on_click=HomeState.resume_study(view.resting.id),
        class_name="btn-sm h-10",
    )
    return rx.el.li(
        rows.row(
            tile(icon_of(view.resting.icon), "blue"),
            view.resting.title,
            t("home.door.study"),
            rx.cond(view.study, rx.fragment(), resume),
        ),
        class_name=rows.ROW,
    )


def paused_plans() -> rx.Component:
    """Plans that rest, unless the hero speaks of the only one."""
    count = view.paused.length() + rx.cond(view.resting, 1, 0)
    is_told = (view.state == "paused") & (count == 1)
    return rx.cond(
        (count > 0) & ~is_told,
        section_card(
            t("home.paused_plans"),
            rx.el.ul(
                rx.cond(view.resting, _resting_study()),
                rx.foreach(view.paused, _paused_plan),
                class_name="grid gap-4",
            ),
            aside=page_link(t("home.go.journey"), href="/plan", class_name=f"{TEXT_LINK} {TALL}"),
        ),
    )
