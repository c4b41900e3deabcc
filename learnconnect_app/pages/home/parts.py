"""Pieces of the home screen."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.views import BlockBar, PlanSummary, TodayItem
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit import charts, rows
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card, chip, section_card
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_words
from learnconnect_app.ui.kit.icons import hue, icon, icon_of, tile

view = HomeState.view
KINDS = ("task", "extra", "correction", "weekly", "final", "retest", "initial")
TEST_KINDS = ("weekly", "final", "retest", "initial")
TEXT_LINK = "text-[13px] font-semibold text-[var(--ink-violet)] hover:underline underline-offset-4"


def minutes_text(n: Any) -> rx.Var[str]:
    return t("common.minutes", n=n)


# ---- today ------------------------------------------------------------------------------------


def _today_item(item: TodayItem) -> rx.Component:
    """A topic with its block and kind; a test by its kind, then what it is about."""
    is_test = rx.Var.create(list(TEST_KINDS)).contains(item.kind)
    kind, time = t_of("home.kind", item.kind, KINDS), minutes_text(item.minutes)
    about = rx.cond(is_test, item.title, f"{item.detail} · {kind}")
    return rx.el.li(
        page_link(
            tile(icon_of(item.icon), item.color),
            rows.row_words(
                rx.cond(is_test, kind, item.title),
                rx.fragment(about, " · ", rx.cond(is_test, t("home.up_to", minutes=time), time)),
                rx.cond(item.is_done, "line-through decoration-1 muted", ""),
            ),
            rows.done_mark(item.is_done, t("home.is_done"), t("home.is_open")),
            href=item.href,
            data_testid="today-item",
            data_kind=item.kind,
            data_done=rx.cond(item.is_done, "true", "false"),
            class_name=rows.ROW_LINK,
        )
    )


def today() -> rx.Component:
    return rx.cond(
        view.today.length() > 0,
        section_card(
            t("home.today"),
            rx.el.ul(rx.foreach(view.today, _today_item), class_name="grid gap-2.5"),
            aside=rx.match(
                view.state,
                ("done", chip(icon("check", 15), t("home.chip.done"), color="green")),
                ("assessment", rx.fragment()),
                chip(f"{view.done}/{view.today.length()}"),
            ),
            data_testid="today",
        ),
    )


# ---- the week and the year --------------------------------------------------------------------


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
        aside=rx.el.span(
            _hours(view.week_minutes),
            class_name="text-[13px] font-semibold text-[var(--ink-violet)]",
        ),
    )


def weekly_goal() -> rx.Component:
    left = view.goal_days - view.goal_done
    text = rx.cond(left > 0, t("home.goal_left", n=left), t("home.goal_reached"))
    figure = rx.cond(left > 0, rx.fragment(f"{view.goal_done}/{view.goal_days}"), icon("check", 32))
    return section_card(
        t("home.goal"),
        rx.el.div(
            charts.ring(view.goal_done * 100 / view.goal_days, 116, label=figure),
            rx.el.p(
                rx.el.span(text, class_name="block font-semibold"),
                rx.el.span(t("home.goal_days", n=view.goal_days), class_name="muted text-[13px]"),
                class_name="md:text-center",
            ),
            class_name="flex md:flex-col items-center gap-4 md:gap-3 md:pt-1",
        ),
        data_testid="weekly-goal",
        data_done=view.goal_done,
        data_goal=view.goal_days,
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


# ---- beside it --------------------------------------------------------------------------------


def _subject(block: BlockBar) -> rx.Component:
    return rows.meter_row(icon_of(block.icon, 17), block.title, block.percent, hue(block.color))


def subjects() -> rx.Component:
    return rx.cond(
        view.blocks.length() > 0,
        section_card(
            t("home.subjects"),
            rx.el.ul(rx.foreach(view.blocks, _subject), class_name="grid gap-4"),
            aside=rx.el.span(t("home.subjects_hint"), class_name="muted text-[13px]"),
        ),
    )


def _locked_day(number: rx.Var[int]) -> rx.Component:
    return rows.locked_row(number, t("home.ahead_placeholder"), t("home.day_locked", n=number))


def coming_days() -> rx.Component:
    return rx.cond(
        view.locked_ahead.length() > 0,
        section_card(
            t("home.ahead"),
            rx.el.ul(rx.foreach(view.locked_ahead, _locked_day), class_name="grid gap-3"),
            aside=page_link(t("home.go.journey"), href="/plan", class_name=TEXT_LINK),
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
            rx.cond(view.state == "paused", resume),
        ),
        class_name=rows.ROW,
    )


def paused_plans() -> rx.Component:
    """Plans that rest, unless the hero speaks of the only one."""
    is_told = (view.state == "paused") & (view.paused.length() == 1)
    return rx.cond(
        (view.paused.length() > 0) & ~is_told,
        section_card(
            t("home.paused_plans"),
            rx.el.ul(rx.foreach(view.paused, _paused_plan), class_name="grid gap-4"),
            aside=page_link(t("home.go.journey"), href="/plan", class_name=TEXT_LINK),
        ),
    )


# ---- doors ------------------------------------------------------------------------------------


def _soon() -> rx.Component:
    """The study plan cannot be opened yet, and says so."""
    return rx.el.button(
        t("home.door.soon"),
        type="button",
        disabled=True,
        data_testid="study-plan-start",
        class_name="btn btn-sm h-8 rounded-full px-3 !bg-[var(--track)] !text-[var(--color-muted)]",
    )


def doors() -> rx.Component:
    """Two ways to begin: one open and inviting, one still being built."""
    choose = link_button(
        t("home.door.skill_go"),
        icon("arrow-right", 18),
        href="/plan/new",
        look="white",
        data_testid="personalized-plan",
        class_name=HERO_ACTION,
    )
    skill = hero(
        hero_words(
            "route",
            t("home.door.skill"),
            t("home.door.skill_title"),
            t("home.door.skill_text"),
            choose,
        )
    )
    study = card(
        tile(icon("calendar-days", 22), "blue"),
        rx.el.p(t("home.door.study"), class_name="muted text-[13px] font-semibold mt-4"),
        rx.el.h2(t("home.door.study_title"), class_name="title mt-0.5"),
        rx.el.p(t("home.door.study_text"), class_name="muted text-sm mt-1.5"),
        rx.el.div(_soon(), class_name="mt-5"),
        class_name="sm:!p-8 flex flex-col items-start justify-center",
    )
    return rx.el.div(
        skill, study, class_name="grid gap-5 lg:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]"
    )


def how_it_works() -> rx.Component:
    steps = (("choose", "compass", "violet"), ("measure", "gauge", "blue"), ("walk", "map", "teal"))
    return rx.el.section(
        rx.el.h2(t("home.how"), class_name="heading mb-3"),
        rx.el.ol(
            *(
                rows.step(
                    tile(icon(symbol, 21), color),
                    rx.fragment(f"{number}. ", t(f"home.how_{key}")),
                    t(f"home.how_{key}_text"),
                )
                for number, (key, symbol, color) in enumerate(steps, start=1)
            ),
            class_name="grid md:grid-cols-3 gap-4",
        ),
    )


def more_paths() -> rx.Component:
    """The doors again, quietly, for who is on a path already."""
    skill = rows.row(
        tile(icon("route")),
        t("home.door.skill"),
        t("home.door.skill_short"),
        icon("chevron-right", 18, class_name="muted"),
    )
    study = rows.row(
        tile(icon("calendar-days"), "blue"),
        t("home.door.study"),
        t("home.door.study_short"),
        _soon(),
    )
    return section_card(
        t("home.paths"),
        page_link(
            skill,
            href="/plan/new",
            data_testid="personalized-plan",
            class_name=f"{rows.ROW} rounded-2xl -m-2 p-2 hover:bg-base-200 transition-colors",
        ),
        rx.el.div(study, class_name=f"{rows.ROW} mt-5"),
    )
