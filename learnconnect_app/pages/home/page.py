"""Home: how today stands and what comes next; without a plan, the doors to one."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.home.parts import (
    coming_days,
    doors,
    how_it_works,
    minutes_text,
    more_paths,
    paused_plans,
    subjects,
    today,
    week,
    weekly_goal,
    year,
)
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.cards import skeleton
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_sign, hero_words
from learnconnect_app.ui.kit.icons import icon, icon_of
from learnconnect_app.ui.shell import page

view = HomeState.view
PARTS_OF_DAY = ("morning", "day", "evening", "night")
CHEERS = (
    "start", "back", "streak", "ready", "assessment", "paused", "done", "test", "finished",
)  # fmt: skip
COLUMNS = "grid xl:grid-cols-[minmax(0,1fr)_20.5rem] gap-5 items-start"
STACK = "grid gap-5 min-w-0"
PAIR = "grid gap-5 md:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]"


def greeting() -> rx.Component:
    first_name = ShellState.shell.display_name.split(" ")[0]
    return rx.el.header(
        rx.el.p(date_text(view.day, "long"), class_name="muted text-sm"),
        rx.el.h1(
            t_of("home.hello", view.part_of_day, PARTS_OF_DAY, name=first_name),
            class_name="display mt-0.5 break-words",
        ),
        rx.el.p(
            t_of("home.cheer", view.encouragement, CHEERS),
            class_name="muted mt-1.5 max-w-[64ch] text-pretty",
            data_testid="encouragement",
        ),
        class_name="pt-1 pb-6",
    )


# ---- the hero ---------------------------------------------------------------------------------


def _story(symbol: str, state: str, title: Any, text: Any, action: rx.Component) -> rx.Component:
    """What the hero says in a state; phones, which have no ring, get the count in words."""
    count = rx.el.span(" · ", t("home.count", **_count()), class_name="sm:hidden")
    has_count = (view.today.length() > 0) & (view.state != "assessment")
    mark = rx.fragment(t(f"home.chip.{state}"), rx.cond(has_count, count))
    return hero_words(symbol, mark, title, text, action)


def _count() -> dict[str, Any]:
    return {"done": view.done, "total": view.today.length()}


def _go(words: str, href: Any, symbol: str = "play", look: str = "white") -> rx.Component:
    return link_button(
        t(words),
        href=href,
        look=look,
        symbol=symbol,
        data_testid="continue-today",
        class_name=HERO_ACTION,
    )


def _ready() -> rx.Component:
    text = t(
        "home.ready_text",
        minutes=minutes_text(view.next_minutes),
        week=view.plan.week,
        weeks=view.plan.weeks,
    )
    return _story(
        "sparkles", "ready", view.next_title, text, _go("home.go.continue", view.next_href)
    )


def _done() -> rx.Component:
    return _story(
        "check",
        "done",
        t("home.done_title"),
        t("home.done_text", title=view.next_title),
        _go("home.go.journey", "/plan", "map", "glass"),
    )


def _test() -> rx.Component:
    kind = rx.match(view.plan.phase, ("final", "final"), ("retest", "retest"), "weekly")
    text = rx.cond(
        view.running_attempt_id != "",
        t("home.test_running", title=view.next_title),
        t("home.test_text", title=view.next_title, minutes=minutes_text(view.next_minutes)),
    )
    words = rx.cond(view.running_attempt_id != "", t("home.go.continue"), t("home.go.test"))
    action = link_button(
        words,
        href=view.next_href,
        look="white",
        symbol="flag",
        data_testid="continue-today",
        class_name=HERO_ACTION,
    )
    title = t_of("home.test_title", kind, ("weekly", "final", "retest"))
    return _story("flag", "test", title, text, action)


def _assessment() -> rx.Component:
    text = t("home.assessment_text", title=view.next_title)
    action = _go("home.go.continue", view.next_href)
    return _story("gauge", "assessment", t("home.assessment_title"), text, action)


def _paused() -> rx.Component:
    plan = view.paused[0]
    action = button(
        t("home.go.resume"),
        look="white",
        symbol="play",
        on_click=HomeState.resume(plan.id),
        data_testid="resume-plan",
        class_name=HERO_ACTION,
    )
    text = t("home.paused_text", done=plan.days_done, total=plan.days_total)
    return _story("pause", "paused", t("home.paused_title", title=plan.title), text, action)


def _finished() -> rx.Component:
    return _story(
        "mountain",
        "finished",
        t("home.finished_title"),
        t("home.finished_text", title=view.plan.title),
        _go("home.go.result", "/plan", "telescope"),
    )


def _hero_ring() -> rx.Component:
    """Today as a ring; a plain sign where today has no list."""
    total = view.today.length()
    share = rx.cond(total > 0, view.done * 100 / total, 0)
    figure = rx.el.span(
        rx.el.span(f"{view.done}/{total}", class_name="block text-2xl leading-7"),
        rx.el.span(t("home.ring_today"), class_name="block text-[13px] font-medium opacity-90"),
        class_name="text-center",
    )
    label = rx.cond(view.state == "done", icon("check", 44), figure)
    return rx.el.div(
        rx.cond(
            (total > 0) & (view.state != "assessment"),
            ring(rx.cond(view.state == "done", 100, share), 128, on_hero=True, label=label),
            hero_sign(icon_of(rx.cond(view.plan, view.plan.icon, view.paused[0].icon), 44)),
        ),
        class_name="max-sm:hidden",
    )


def standing() -> rx.Component:
    """The hero in each state of the day."""
    return hero(
        rx.match(
            view.state,
            ("done", _done()),
            ("test", _test()),
            ("assessment", _assessment()),
            ("paused", _paused()),
            ("finished", _finished()),
            _ready(),
        ),
        _hero_ring(),
        data_testid="hero",
        data_state=view.state,
    )


# ---- the page ---------------------------------------------------------------------------------


def beginning() -> rx.Component:
    """For a learner without a plan: where one could go."""
    return rx.el.div(
        doors(), how_it_works(), rx.el.div(week(), weekly_goal(), class_name=PAIR), class_name=STACK
    )


def dashboard() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            standing(),
            today(),
            rx.el.div(week(), weekly_goal(), class_name=PAIR),
            year(),
            class_name=STACK,
        ),
        rx.el.div(
            subjects(),
            coming_days(),
            paused_plans(),
            more_paths(),
            class_name="grid sm:grid-cols-2 xl:grid-cols-1 gap-5 items-start "
            "sm:max-xl:[&>:last-child:nth-child(odd)]:col-span-2",
        ),
        class_name=COLUMNS,
    )


def _shapes(*heights: str) -> rx.Component:
    return rx.el.div(*(skeleton(f"{h} !rounded-[1.25rem]") for h in heights), class_name=STACK)


def waiting() -> rx.Component:
    """The shape of the page until its data are there."""
    return rx.el.div(
        rx.el.div(skeleton("h-4 w-36"), skeleton("h-9 w-64 mt-2"), class_name="pt-1 pb-6"),
        rx.el.div(_shapes("h-52", "h-44", "h-60"), _shapes("h-64", "h-48"), class_name=COLUMNS),
        aria_busy="true",
    )


def home() -> rx.Component:
    return page(
        greeting(),
        rx.cond(HomeState.view.state == "no_plan", beginning(), dashboard()),
        title="shell.nav_home",
        state=HomeState,
        active="home",
        skeleton=waiting(),
    )
