"""Pieces of the home screen."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.domain.views import BlockBar, PlanSummary
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.ui.browser import Elapsed
from learnconnect_app.ui.i18n import date_text, number, percent, t, t_of
from learnconnect_app.ui.kit import charts, rows
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card, chip, section_card
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_words
from learnconnect_app.ui.kit.icons import hue, icon, icon_of, tile

view = HomeState.view
SESSION_KINDS = ("new", "review", "deepen", "practice_test", "own")
KINDS = ("task", "extra", "correction", "weekly", "final", "retest", "initial", *SESSION_KINDS)
TEST_KINDS = ("weekly", "final", "retest", "initial")
TEXT_LINK = "text-[13px] font-semibold text-[var(--ink-violet)] hover:underline underline-offset-4"


def minutes_text(n: Any) -> rx.Var[str]:
    return t("common.minutes", n=n)


# ---- today ------------------------------------------------------------------------------------


def kind_text(item: TodayItem) -> rx.Var[str]:
    return t_of("home.kind", item.kind, KINDS)


def session_line(item: TodayItem) -> rx.Component:
    """Of a session: its time and length, its course, its kind. Breaks only between them."""
    part = rx.cond(item.parts > 1, rx.fragment(f" {item.part}/{item.parts}"))
    words = (
        rx.cond(item.start != "", rx.fragment(_whole(item.start), " · ")),
        _whole(minutes_text(item.minutes)),
        rx.fragment(" · ", _whole(item.detail)),
        rx.cond(item.title != "", rx.fragment(" · ", _whole(kind_text(item), part))),
    )
    return rx.fragment(*words)


def _whole(*words: Any) -> rx.Component:
    return rx.el.span(*words, class_name="whitespace-nowrap")


def _line(item: TodayItem) -> rx.Component:
    """A topic with its block and kind; a test by its kind, then what it is about."""
    is_test = rx.Var.create(list(TEST_KINDS)).contains(item.kind)
    time = minutes_text(item.minutes)
    skill = rx.fragment(
        rx.cond(is_test, item.title, f"{item.detail} · {kind_text(item)}"),
        " · ",
        rx.cond(is_test, t("home.up_to", minutes=time), time),
    )
    return rx.cond(item.status != "", session_line(item), skill)


def _mark(item: TodayItem) -> rx.Component:
    """The clock of what runs, how much of what was done in part, a check, or the way on."""
    clock = Elapsed.create(seconds=item.seconds, is_running=item.status == "running")
    return rx.match(
        item.status,
        ("running", chip(clock, class_name="tabular-nums")),
        ("paused", chip(icon("pause", 14), clock, color="amber", class_name="tabular-nums")),
        ("partly", chip(percent(item.percent), color="green")),
        rows.done_mark(item.is_done, t("home.is_done"), t("home.is_open")),
    )


def _today_item(item: TodayItem) -> rx.Component:
    is_test = rx.Var.create(list(TEST_KINDS)).contains(item.kind)
    return rx.el.li(
        page_link(
            tile(icon_of(item.icon), item.color),
            rows.row_words(
                rx.cond(is_test | (item.title == ""), kind_text(item), item.title),
                _line(item),
                rx.cond(item.is_done, "line-through decoration-1 muted", ""),
            ),
            _mark(item),
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
                chip(f"{view.done}/{view.total}"),
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
            aside=page_link(t("home.go.journey"), href="/plan", class_name=TEXT_LINK),
        ),
    )


# ---- doors ------------------------------------------------------------------------------------


def doors() -> rx.Component:
    """Two ways to begin, for a role or a language and for an exam."""
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
        rx.el.div(
            tile(icon("calendar-days", 22), "blue"),
            rx.el.p(t("home.door.study"), class_name="muted text-[13px] font-semibold"),
            class_name="flex items-center gap-3",
        ),
        rx.el.h2(t("home.door.study_title"), class_name="title mt-3"),
        rx.el.p(t("home.door.study_text"), class_name="muted text-sm mt-1.5"),
        link_button(
            t("home.door.study_go"),
            icon("arrow-right", 18),
            href="/study/new",
            data_testid="study-plan-start",
            class_name=f"{HERO_ACTION} mt-5",
        ),
        class_name="sm:!p-8 flex flex-col items-start justify-center",
    )
    return rx.el.div(
        skill, study, class_name="grid gap-5 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]"
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


PATH = f"{rows.ROW} rounded-2xl -m-2 p-2 hover:bg-base-200 transition-colors"


def _path(sign: rx.Component, title: Any, text: Any, **props: Any) -> rx.Component:
    row = rows.row(sign, title, text, icon("chevron-right", 18, class_name="muted"))
    return page_link(row, class_name=PATH, **props)


def more_paths() -> rx.Component:
    """The doors again, quietly, for who is on a path already."""
    study = rx.cond(
        view.draft,
        t("home.door.study_draft"),
        rx.cond(view.study, t("home.door.study_other"), t("home.door.study_short")),
    )
    return section_card(
        t("home.paths"),
        rx.el.div(
            _path(
                tile(icon("route")),
                t("home.door.skill"),
                t("home.door.skill_short"),
                href="/plan/new",
                data_testid="personalized-plan",
            ),
            _path(
                tile(icon("calendar-days"), "blue"),
                t("home.door.study"),
                study,
                href="/study/new",
                data_testid="study-plan-start",
            ),
            class_name="grid gap-5",
        ),
    )
