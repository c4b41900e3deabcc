"""The result of a test: its score, what was weak, what comes next, and every item."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import TopicBar, WeekReason
from learnconnect_app.pages.attempts.reviews import reviews
from learnconnect_app.pages.attempts.scores import score
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.browser import LostAnswers
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.cards import card, note, section_card, stat
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import icon_of
from learnconnect_app.ui.results import career_card, diagnosis_card
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
            class_name="flex justify-between items-baseline gap-3",
        ),
        rx.el.div(bar(bar_.percent, label=bar_.title), class_name=f"mt-2 {color}"),
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


def result_story() -> rx.Component:
    """The score, what was weak, what happens next, and every item with its answer."""
    return rx.el.div(
        score(),
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
        reviews(),
        class_name="grid gap-5 max-w-3xl mx-auto",
    )
