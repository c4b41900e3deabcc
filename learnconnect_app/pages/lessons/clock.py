"""A session that is open: what it is, its clock, and the ways to end it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.study_problems import Why
from learnconnect_app.pages.lessons.journal import choices
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button
from learnconnect_app.ui.kit.cards import chip, note
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.lessons import PartSlider, SessionClock

mine = LessonState.view.session
KINDS = ("new", "review", "deepen", "practice_test", "own")
RECALLS = ("forgotten", "hard", "good", "easy")
BIG = "h-12 px-6"


def open_session() -> rx.Component:
    return rx.el.div(
        _what(),
        rx.cond(
            (mine.status == "running") | (mine.status == "paused"),
            SessionClock.create(
                seconds=mine.seconds,
                read_at=mine.read_at_ms,
                most=mine.most_seconds,
                planned=mine.minutes,
                is_running=mine.status == "running",
                label=t("lessons.clock"),
            ),
        ),
        _about_clock(),
        rx.cond(mine.is_review, _recall()),
        _actions(),
        class_name="grid gap-5",
        key=mine.id,
    )


def _what() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            chip(t_of("lessons.kind", mine.kind, KINDS)),
            rx.el.span(
                icon("clock", 15),
                t("common.minutes", n=mine.minutes),
                class_name="muted text-[13px] inline-flex items-center gap-1.5",
            ),
            rx.cond(
                mine.parts > 1,
                rx.el.span(
                    t("lessons.part", part=mine.part, parts=mine.parts),
                    class_name="muted text-[13px]",
                ),
            ),
            rx.el.span(
                rx.cond(mine.is_today, t("lessons.today"), date_text(mine.day, "long")),
                class_name="text-[13px] font-semibold ml-auto",
            ),
            class_name="flex items-center gap-3 flex-wrap",
        ),
        rx.cond(
            ~mine.is_today,
            rx.el.p(
                t("lessons.planned_for", day=date_text(mine.day, "long")),
                class_name="muted text-sm mt-3",
            ),
        ),
        rx.cond(
            mine.why != "",
            rx.el.details(
                rx.el.summary(
                    icon("lightbulb", 15),
                    t("lessons.why"),
                    icon("chevron-down", 15),
                    class_name="muted text-[13px] inline-flex items-center gap-1.5 cursor-pointer "
                    "min-h-8",
                ),
                rx.el.p(
                    t_of("lessons.why_code", mine.why, tuple(Why), topic=mine.why_topic),
                    class_name="text-sm mt-1 max-w-[60ch]",
                ),
                data_testid="why",
                class_name="mt-2",
            ),
        ),
    )


def _about_clock() -> rx.Component:
    return rx.el.div(
        rx.cond(
            LessonState.paused_title != "",
            note(t("lessons.paused_other", title=LessonState.paused_title), symbol="pause"),
        ),
        rx.cond(
            mine.is_forgotten,
            note(
                t("lessons.forgotten", n=mine.most_seconds // 60),
                symbol="timer",
                color="amber",
                data_testid="forgotten",
            ),
            rx.match(
                mine.status,
                ("running", rx.el.p(t("lessons.running"), class_name="muted text-[13px]")),
                ("paused", rx.el.p(t("lessons.paused"), class_name="muted text-[13px]")),
            ),
        ),
        role="status",
        class_name="grid gap-3 empty:hidden",
    )


def _actions() -> rx.Component:
    """Start is what a waiting session asks for, Done what a begun one does."""
    start = button(
        rx.cond(mine.status == "paused", t("lessons.resume"), t("lessons.start")),
        symbol="play",
        look="primary",
        on_click=LessonState.start(mine.id),
        data_testid="start-session",
        class_name=BIG,
    )
    pause = button(
        t("lessons.pause"),
        symbol="pause",
        look="soft",
        on_click=LessonState.pause(mine.id),
        data_testid="pause-session",
        class_name=BIG,
    )
    complete = rx.el.button(
        icon("check", 18),
        t("lessons.complete"),
        type="button",
        on_click=LessonState.complete(mine.id, 100),
        data_testid="complete-session",
        class_name=rx.cond(
            mine.status == "running",
            f"{LOOKS['primary']} {BIG}",
            f"{LOOKS['outline']} {BIG}",
        ),
    )
    return rx.el.div(
        rx.el.div(
            rx.cond(mine.status == "running", pause, start),
            complete,
            class_name="flex flex-wrap gap-3 settles",
            key=mine.status,
        ),
        rx.el.details(
            rx.el.summary(
                t("lessons.partly"),
                icon("chevron-down", 16),
                class_name="inline-flex items-center gap-1.5 text-sm font-semibold cursor-pointer "
                "min-h-11 text-[var(--ink-violet)]",
                data_testid="partly",
            ),
            PartSlider.create(
                on_chosen=lambda percent: LessonState.complete(mine.id, percent),
                class_name=f"{LOOKS['soft']} h-11",
            ),
            class_name="mt-2",
        ),
    )


def _recall() -> rx.Component:
    return choices(
        "recall",
        t("lessons.recall"),
        LessonState.recall,
        dict.fromkeys(RECALLS, rx.fragment()),
        lambda code: (t(f"lessons.recall_code.{code}"), LessonState.choose_recall(code)),
    )
