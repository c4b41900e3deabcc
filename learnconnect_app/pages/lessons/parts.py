"""The session of a lesson: its clock, its end, and what comes after it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.lessons.clock import BIG, KINDS, open_session
from learnconnect_app.pages.lessons.journal import journal
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.browser import Toast
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card, note
from learnconnect_app.ui.kit.icons import icon, icon_of, tile
from learnconnect_app.ui.kit.rows import ROW_LINK, row_words

view = LessonState.view
mine = view.session


def session_card() -> rx.Component:
    """What is to be done here; one primary action at a time."""
    return card(
        rx.match(
            view.plan,
            ("active", _session_of_plan()),
            ("paused", _elsewhere("pause", t("lessons.plan_paused"), "/study", _calendar())),
            (
                "none",
                _elsewhere(
                    "calendar-days",
                    t("lessons.plan_none"),
                    "/study/new",
                    t("lessons.plan_none_action"),
                ),
            ),
            ("skill", _elsewhere("map", t("lessons.plan_skill"), "/plan", t("lessons.to_journey"))),
            _elsewhere("signpost", t("lessons.plan_other"), "/study", _calendar()),
        ),
        Toast.create(
            rx.el.span(
                icon("sparkles", 18),
                t("common.xp", n=LessonState.earned),
                class_name="flex items-center gap-2 font-bold",
            ),
            at=LessonState.earned_at,
            class_name="rise bg-primary text-primary-content rounded-full px-5 h-11 flex "
            "items-center shadow-lg",
        ),
        data_testid="session-card",
        data_status=mine.status,
        class_name="rise",
    )


def _calendar() -> rx.Var[str]:
    return t("lessons.to_calendar")


def _elsewhere(symbol: str, text: Any, href: str, action: Any) -> rx.Component:
    return rx.el.div(
        rx.el.p(icon(symbol, 18, class_name="mt-0.5"), text, class_name="flex gap-2.5"),
        link_button(action, href=href, look="soft"),
        class_name="flex flex-wrap items-center justify-between gap-4",
    )


def _session_of_plan() -> rx.Component:
    is_open_now = (mine.id != "") & (mine.is_today | (view.finished.id == ""))
    return rx.el.div(
        rx.cond(view.finished.id != "", _finished()),
        rx.cond(is_open_now, open_session(), rx.cond(view.finished.id == "", _extra())),
        journal(),
        class_name="grid gap-6",
    )


# ---- a session that is over, or that is not there ---------------------------------------------


def _finished() -> rx.Component:
    done = view.finished
    return rx.el.div(
        rx.el.div(
            rx.el.span(
                icon("check", 22),
                class_name="size-11 rounded-full grid place-items-center shrink-0 bg-primary "
                "text-primary-content",
            ),
            row_words(
                rx.cond(
                    done.percent >= 80,
                    t("lessons.finished"),
                    t("lessons.finished_partly", n=done.percent),
                ),
                rx.cond(
                    LessonState.worked > 0,
                    t("lessons.worked", n=LessonState.worked),
                    t("common.minutes", n=done.minutes),
                ),
            ),
            button(
                t("lessons.undo"),
                rx.el.span(": ", t("lessons.undo_means"), class_name="sr-only"),
                symbol="rotate-ccw",
                look="quiet",
                on_click=LessonState.reopen(done.id),
                data_testid="reopen-session",
                class_name="h-11 text-sm settles",
            ),
            class_name="flex flex-wrap items-center gap-3.5",
        ),
        _news(),
        _next(),
        rx.cond(
            (mine.part > 1) & ~mine.is_today,
            button(
                t("lessons.go_on_early", part=mine.part),
                symbol="play",
                look="quiet",
                on_click=LessonState.start(mine.id),
                data_testid="start-session",
                class_name="h-11 text-sm justify-self-start",
            ),
        ),
        data_testid="finished",
        class_name="grid gap-4",
    )


def _news() -> rx.Component:
    return rx.el.div(
        rx.match(
            LessonState.news,
            (
                "nearly",
                note(t("lessons.news_nearly", n=LessonState.minutes_left), symbol="flag"),
            ),
            (
                "reached",
                note(t("lessons.news_reached"), symbol="flame", color="green", class_name="rise"),
            ),
        ),
        role="status",
        data_testid="goal-news",
        data_news=LessonState.news,
        class_name="empty:hidden",
    )


def _next() -> rx.Component:
    after = view.next
    day = rx.cond(after.is_today, t("lessons.today"), date_text(after.day, "long"))
    title = rx.cond(after.title != "", after.title, t_of("lessons.kind", after.kind, KINDS))
    return rx.cond(
        after.href != "",
        rx.el.div(
            rx.el.p(t("lessons.next"), class_name="text-sm font-semibold mb-2"),
            page_link(
                tile(icon_of(after.icon), after.color),
                row_words(
                    title,
                    rx.fragment(day, " · ", t("common.minutes", n=after.minutes)),
                ),
                icon("arrow-right", 18, class_name="text-[var(--ink-violet)]"),
                href=after.href,
                data_testid="next-session",
                class_name=ROW_LINK,
            ),
        ),
        rx.el.p(
            t("lessons.nothing_next"),
            " ",
            page_link(_calendar(), href="/study", class_name="link font-semibold"),
            class_name="muted text-sm",
        ),
    )


def _extra() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h2(t("lessons.extra_title"), class_name="heading"),
            rx.el.p(
                rx.cond(view.is_extra_possible, t("lessons.extra_text"), t("lessons.full_text")),
                class_name="muted text-sm mt-1 max-w-[60ch]",
            ),
        ),
        rx.cond(
            view.is_extra_possible,
            button(
                t("lessons.study_now"),
                symbol="play",
                on_click=LessonState.start_extra,
                data_testid="start-session",
                class_name=BIG,
            ),
        ),
        class_name="flex flex-wrap items-center justify-between gap-4",
    )
