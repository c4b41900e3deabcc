"""The result of a test: its score, what comes next, and every item with its answer."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import ReviewItem, TopicBar, WeekReason
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.browser import LostAnswers
from learnconnect_app.ui.i18n import number, percent, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, link_button
from learnconnect_app.ui.kit.cards import card, chip, note, section_card, stat
from learnconnect_app.ui.kit.charts import bar, ring
from learnconnect_app.ui.kit.icons import icon, icon_of
from learnconnect_app.ui.results import career_card, diagnosis_card
from learnconnect_app.ui.reviews import review_body
from learnconnect_app.ui.study_results import explanations, more_time_note, nets_card

result, study = TestState.result, TestState.study
ENOUGH_TO_COMPARE = 20
"""Items from which on pace and evenness tell something."""


def _topic(bar_: TopicBar) -> rx.Component:
    color = rx.cond(bar_.is_weak, "hue-orange", "hue-green")
    return rx.el.li(
        rx.el.div(
            rx.el.span(bar_.title, class_name="font-medium"),
            rx.el.span(f"{bar_.correct}/{bar_.total}", class_name="muted text-[13px]"),
            class_name="flex justify-between gap-3",
        ),
        rx.el.div(bar(bar_.percent, label=bar_.title), class_name=f"mt-2 {color}"),
    )


def _score() -> rx.Component:
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


NEXT_STEPS = (
    *("plan", "goal", "extra_days", "next_week", "final", "correction", "retest", "finished"),
    *("explanation", "lesson", "weakest", "session", "calendar"),
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


def _figures() -> rx.Component:
    return card(
        rx.el.div(
            stat(percent(result.score), t("test.accuracy"), "target", "violet"),
            stat(
                rx.match(
                    rx.cond(result.speed > 1.15, "fast", rx.cond(result.speed < 0.85, "slow", "")),
                    ("fast", t("test.speed_fast")),
                    ("slow", t("test.speed_slow")),
                    t("test.speed_even"),
                ),
                t("test.speed"),
                "timer",
                "blue",
            ),
            stat(percent(result.consistency * 100), t("test.consistency"), "activity", "teal"),
            class_name="grid sm:grid-cols-3 gap-5",
        )
    )


def _week_reason(week: WeekReason) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            icon_of(week.icon),
            class_name="hued hue-violet size-11 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.div(
            rx.el.p(t("test.week", n=week.number), " · ", week.title, class_name="font-semibold"),
            rx.el.p(
                rx.cond(
                    week.accuracy >= 0,
                    t("test.week_reason", accuracy=percent(week.accuracy)),
                    t("test.week_reason_none"),
                ),
                class_name="muted text-sm",
            ),
            rx.foreach(
                week.topics,
                lambda title: rx.el.p(t("test.first_day", topic=title), class_name="text-sm mt-1"),
            ),
        ),
        class_name="flex gap-3",
    )


def _new_plan() -> rx.Component:
    """After the assessment: the plan it led to, and why."""
    skipped = rx.foreach(
        result.skipped,
        lambda block: note(
            t(
                "results.skipped",
                block=block.title,
                accuracy=percent(block.accuracy),
                items=block.item_count,
            ),
            symbol="fast-forward",
            color="green",
            class_name="mb-4",
        ),
    )
    return section_card(
        t("test.your_plan"),
        skipped,
        rx.el.ol(rx.foreach(result.weeks, _week_reason), class_name="grid gap-5"),
    )


def _review(item: ReviewItem) -> rx.Component:
    status = rx.cond(
        item.is_correct,
        chip(icon("check", 14), t("test.right"), color="green"),
        rx.cond(
            item.is_answered,
            chip(icon("x", 14), t("test.wrong"), color="rose"),
            chip(t("test.unanswered"), color="amber"),
        ),
    )
    return rx.el.details(
        rx.el.summary(
            rx.el.span(number(item.position + 1), class_name="muted w-7 shrink-0 text-sm"),
            rx.el.span(item.topic, class_name="flex-1 min-w-0 truncate font-medium"),
            status,
            class_name="flex items-center gap-2 py-3 cursor-pointer",
        ),
        rx.el.div(review_body(item), class_name="pb-5 sm:pl-9"),
        open=(result.kind == "quiz") & ~item.is_correct,
        data_testid="review-item",
        data_correct=item.is_correct,
        class_name="border-t border-base-300 first:border-0",
    )


def _reviews() -> rx.Component:
    """Every item with its answer; of a long test wrong ones first, and the others on demand."""
    left = result.kept.length() - TestState.reviews.length()
    return section_card(
        rx.cond(
            result.kept.length() > result.review.length(),
            t("test.review_long"),
            t("test.review"),
        ),
        rx.foreach(TestState.reviews, _review),
        rx.cond(
            left > 0,
            button(
                t("test.more_reviews", n=left),
                look="outline",
                on_click=TestState.show_more,
                data_testid="more-reviews",
                class_name="h-11 mt-4",
            ),
        ),
    )


def result_story() -> rx.Component:
    """The score, what was weak, what happens next, and every item with its answer."""
    return rx.el.div(
        _score(),
        LostAnswers.create(
            attempt=result.attempt_id,
            kept=result.kept,
            class_name="hued hue-amber rounded-2xl px-4 py-3 text-sm font-medium",
        ),
        rx.cond(
            result.is_role_switch_suggested,
            note(
                t("results.role_switch"),
                " ",
                rx.el.a(t("results.role_switch_link"), href="/plan/new", class_name="underline"),
                symbol="signpost",
                color="amber",
                data_testid="role-switch",
            ),
        ),
        rx.cond(result.diagnosis, diagnosis_card(result.diagnosis)),
        rx.cond(result.career, career_card(result.career)),
        more_time_note(study),
        explanations(study),
        rx.cond(study.nets, nets_card(study.nets)),
        rx.cond(result.total >= ENOUGH_TO_COMPARE, _figures()),
        rx.cond(result.weeks.length() > 0, _new_plan()),
        section_card(
            rx.cond(study.nets, t("test.topics_mock"), t("test.topics")),
            rx.el.ul(rx.foreach(result.topics, _topic), class_name="grid gap-4"),
        ),
        _reviews(),
        class_name="grid gap-5 max-w-3xl mx-auto",
    )
