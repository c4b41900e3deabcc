"""The hero: how today stands, in each of its states, and the one next thing."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.words import kind_text, minutes_text, session_line
from learnconnect_app.ui.browser import Elapsed
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_sign, hero_words
from learnconnect_app.ui.kit.icons import icon, icon_of

view = HomeState.view


def _story(symbol: str, mark: Any, title: Any, text: Any, *actions: rx.Component) -> rx.Component:
    """What the hero says in a state; phones, which have no ring, get the count in words."""
    count = rx.el.span(" · ", f"{view.done}/{view.total}", class_name="sm:hidden")
    whole = rx.fragment(mark, rx.cond(view.total > 0, count))
    return hero_words(symbol, whole, title, text, *actions)


def _go(words: Any, href: Any, symbol: str = "play", look: str = "white") -> rx.Component:
    return link_button(
        words,
        href=href,
        look=look,
        symbol=symbol,
        data_testid="continue-today",
        class_name=HERO_ACTION,
    )


def _do(words: str, symbol: str, on_click: Any, test_id: str) -> rx.Component:
    return button(
        t(words),
        look="white",
        symbol=symbol,
        on_click=on_click,
        data_testid=test_id,
        class_name=HERO_ACTION,
    )


def _ready() -> rx.Component:
    """The next thing, of either plan; the exam of tomorrow is in the mark."""
    in_week = t(
        "home.ready_text",
        minutes=minutes_text(view.next.minutes),
        week=view.plan.week,
        weeks=view.plan.weeks,
    )
    mark = rx.cond(view.state == "exam_near", t("home.chip.exam_near"), t("home.chip.ready"))
    title = rx.cond(view.next.title != "", view.next.title, kind_text(view.next))
    return _story(
        "sparkles",
        mark,
        title,
        rx.cond(view.next.status != "", session_line(view.next), in_week),
        _go(t("home.go.continue"), view.next.href),
    )


def _running() -> rx.Component:
    clock = Elapsed.create(seconds=view.next.seconds, is_running=view.next.status == "running")
    mark = rx.cond(
        view.next.status == "running", t("home.chip.running"), t("home.chip.interrupted")
    )
    return _story(
        "clock",
        mark,
        rx.cond(view.next.title != "", view.next.title, kind_text(view.next)),
        rx.fragment(
            rx.el.span(clock, class_name="font-semibold tabular-nums"),
            " / ",
            minutes_text(view.next.minutes),
            " · ",
            view.next.detail,
        ),
        _go(t("home.go.continue"), view.next.href),
    )


def _done() -> rx.Component:
    """Of the skill plan the next day may be open; the study plan's is there tomorrow."""
    text = rx.cond(view.next, t("home.done_text", title=view.next.title), t("home.done_text_study"))
    href = rx.cond(view.plan, "/plan", "/study")
    return _story(
        "check",
        t("home.chip.done"),
        t("home.done_title"),
        text,
        _go(t("home.go.journey"), href, "map", "glass"),
    )


def _test() -> rx.Component:
    kind = rx.match(view.plan.phase, ("final", "final"), ("retest", "retest"), "weekly")
    text = rx.cond(
        view.running_attempt_id != "",
        t("home.test_running", title=view.next.title),
        t("home.test_text", title=view.next.title, minutes=minutes_text(view.next.minutes)),
    )
    words = rx.cond(view.running_attempt_id != "", t("home.go.continue"), t("home.go.test"))
    title = t_of("home.test_title", kind, ("weekly", "final", "retest"))
    return _story("flag", t("home.chip.test"), title, text, _go(words, view.next.href, "flag"))


def _assessment() -> rx.Component:
    text = t("home.assessment_text", title=view.next.title)
    action = _go(t("home.go.continue"), view.next.href)
    return _story("gauge", t("home.chip.assessment"), t("home.assessment_title"), text, action)


def _draft() -> rx.Component:
    return _story(
        "compass",
        t("home.chip.draft"),
        t("home.draft_title"),
        t("home.draft_text", title=view.draft.title),
        _go(t("home.go.continue"), "/study/new"),
    )


def _paused() -> rx.Component:
    plan = view.paused[0]
    skill = _story(
        "pause",
        t("home.chip.paused"),
        t("home.paused_title", title=plan.title),
        t("home.paused_text", done=plan.days_done, total=plan.days_total),
        _do("home.go.resume", "play", HomeState.resume(plan.id), "resume-plan"),
    )
    study = _story(
        "pause",
        t("home.chip.paused"),
        t("home.paused_title", title=view.resting.title),
        t("home.resting_text"),
        _do("home.go.resume", "play", HomeState.resume_study(view.resting.id), "resume-study"),
    )
    return rx.cond(view.resting, study, skill)


def _finished() -> rx.Component:
    return _story(
        "mountain",
        t("home.chip.finished"),
        t("home.finished_title"),
        t("home.finished_text", title=view.plan.title),
        _go(t("home.go.result"), "/plan", "telescope"),
    )


def _away() -> rx.Component:
    until = t("home.away_until", day=date_text(view.back_on, "long"))
    return _story(
        "tree-palm",
        t("home.chip.away"),
        t("home.away_title"),
        rx.cond(view.back_on != "", until, t("home.away_open")),
        _do("home.go.back", "play", HomeState.come_back, "end-absence"),
    )


def _free() -> rx.Component:
    action = _go(t("home.go.calendar"), "/study", "calendar-days", "glass")
    return _story("coffee", t("home.chip.free"), t("home.free_title"), t("home.free_text"), action)


def _exam_day() -> rx.Component:
    return _story(
        "flag",
        t("home.chip.exam_today"),
        t("home.exam_today_title", title=view.study.title),
        t("home.exam_today_text"),
        _go(t("home.go.calendar"), "/study", "calendar-days", "glass"),
    )


def _exam_over() -> rx.Component:
    return _story(
        "mountain",
        t("home.chip.exam_over"),
        t("home.exam_over_title", title=view.study.title),
        t("home.exam_over_text"),
        _go(t("home.go.new_goal"), "/study/new", "compass"),
    )


def _hero_ring() -> rx.Component:
    """Today as a ring; a plain sign where today has no list."""
    figure = rx.el.span(
        rx.el.span(f"{view.done}/{view.total}", class_name="block text-2xl leading-7"),
        rx.el.span(t("home.ring_today"), class_name="block text-[13px] font-medium opacity-90"),
        class_name="text-center",
    )
    is_done = view.done == view.total
    share = rx.cond(view.total > 0, view.done * 100 / view.total, 0)
    return rx.el.div(
        rx.cond(
            (view.total > 0) & (view.state != "away"),
            ring(share, 128, on_hero=True, label=rx.cond(is_done, icon("check", 44), figure)),
            hero_sign(icon_of(_sign(), 44)),
        ),
        class_name="max-sm:hidden",
    )


def _sign() -> rx.Var[str]:
    """The icon of what the hero speaks of."""
    return rx.cond(
        view.study,
        view.study.icon,
        rx.cond(view.plan, view.plan.icon, rx.cond(view.paused, view.paused[0].icon, "flag")),
    )


def standing() -> rx.Component:
    """The hero in each state of the day."""
    return hero(
        rx.match(
            view.state,
            ("running", _running()),
            ("done", _done()),
            ("test", _test()),
            ("assessment", _assessment()),
            ("draft", _draft()),
            ("paused", _paused()),
            ("finished", _finished()),
            ("away", _away()),
            ("free", _free()),
            ("exam_today", _exam_day()),
            ("exam_over", _exam_over()),
            _ready(),
        ),
        _hero_ring(),
        data_testid="hero",
        data_state=view.state,
    )
