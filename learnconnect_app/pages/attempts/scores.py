"""The hero of a result: how it went, against the line to pass, and what comes next."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.i18n import number, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, link_button
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.icons import icon

result, study = TestState.result, TestState.study
NEXT_STEPS = (
    *("plan", "goal", "extra_days", "next_week", "final", "correction", "retest", "finished"),
    *("explanation", "lesson", "weakest", "session", "calendar"),
)


def score() -> rx.Component:
    """The hero: how it went, against the line to pass, and what comes next."""
    headline = rx.match(
        result.kind,
        ("initial", t("test.initial_done")),
        ("placement", t("test.initial_done")),
        ("quiz", rx.cond(result.is_passed, t("test.quiz_passed"), t("test.quiz_failed"))),
        ("practice", t("test.practice_done")),
        ("practice_test", t("test.practice_test_done")),
        ("mock", t("test.mock_done")),
        (
            "weekly",
            rx.cond(result.is_passed, t("test.weekly_passed"), t("test.weekly_failed")),
        ),
        rx.cond(result.is_passed, t("test.final_passed"), t("test.final_failed")),
    )
    return rx.el.section(
        rx.el.div(
            rx.el.p(result.title, class_name="text-sm opacity-90"),
            rx.el.h1(
                headline,
                class_name="display mt-1",
                data_testid="passed",
                data_passed=rx.cond(result.is_passed, "true", "false"),
            ),
            rx.el.p(
                rx.cond(
                    study.nets,
                    t("test.net_line", net=number(study.nets.net), total=result.total),
                    t("test.score_line", correct=result.correct, total=result.total),
                ),
                rx.cond(
                    result.is_judged,
                    rx.fragment(" ", t("test.pass_line", mark=result.pass_mark.to(str))),
                ),
                class_name="mt-2 opacity-95",
            ),
            rx.cond(
                result.xp > 0,
                rx.el.span(
                    icon("sparkles", 16),
                    t("common.xp", n=result.xp),
                    class_name="inline-flex items-center gap-1.5 rounded-full bg-white/20 px-3 "
                    "h-8 mt-4 text-sm font-bold",
                ),
            ),
            rx.el.div(_continue(), _practise(), class_name="mt-6 flex flex-wrap gap-3"),
            class_name="min-w-0",
        ),
        rx.el.div(
            ring(result.score, 132, on_hero=True),
            rx.el.span(result.score, data_testid="score", class_name="sr-only"),
            class_name="max-sm:hidden",
        ),
        class_name="hero p-6 sm:p-8 flex items-center justify-between gap-6",
    )


def _continue() -> rx.Component:
    """The one thing to do next: on this page, or on another."""
    label = rx.cond(
        result.next_title != "",
        rx.fragment(t_of("test.next_step", result.next_step, NEXT_STEPS), ": ", result.next_title),
        t_of("test.next_step", result.next_step, NEXT_STEPS),
    )
    look = "min-h-12 h-auto py-2.5 px-6 text-left"
    return rx.cond(
        result.next_step == "explanation",
        rx.el.a(
            label,
            href=result.next_href,
            data_testid="continue",
            class_name=f"{LOOKS['white']} {look}",
        ),
        link_button(
            label,
            icon("arrow-right", 18),
            href=result.next_href,
            look="white",
            data_testid="continue",
            class_name=look,
        ),
    )


def _practise() -> rx.Component:
    """More practice of the topic that needs it most."""
    return rx.cond(
        study.practice_key != "",
        button(
            rx.cond(
                result.kind == "practice",
                t("test.again"),
                rx.cond(
                    result.next_title == study.practice_title,
                    t("test.practise_it"),
                    t("test.practise", topic=study.practice_title),
                ),
            ),
            look="glass",
            on_click=TestState.practise(study.practice_key),
            data_testid="practise",
            class_name="min-h-12 h-auto py-2.5 px-5 text-left",
        ),
    )
