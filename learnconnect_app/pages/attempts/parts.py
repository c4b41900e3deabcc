"""Pieces of a running test and of its result."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import OptionView, ReviewItem, TopicBar, WeekReason
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.browser import Clock, DialogButton, LostAnswers, SubmitTest
from learnconnect_app.ui.i18n import number, percent, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog, link_button
from learnconnect_app.ui.kit.cards import card, chip, note, section_card, stat
from learnconnect_app.ui.kit.charts import bar, ring
from learnconnect_app.ui.kit.icons import icon, icon_of
from learnconnect_app.ui.results import career_card, diagnosis_card

KINDS = ("initial", "weekly", "final", "retest")
view, result = TestState.view, TestState.result


def head() -> rx.Component:
    answered = view.answered.to(list[bool])
    count = rx.Var(_js_expr=f"{answered!s}.filter(Boolean).length", _var_type=int)._replace(
        merge_var_data=answered._get_all_var_data()
    )
    return rx.el.div(
        rx.el.div(
            rx.el.h1(t_of("test.kind", view.kind, KINDS), class_name="title"),
            rx.el.p(view.title, class_name="muted text-sm"),
            class_name="min-w-0",
        ),
        rx.el.div(
            rx.el.span(
                number(count),
                " ",
                rx.cond(
                    view.is_adaptive,
                    t("test.of_adaptive", least=view.fewest, most=view.count),
                    t("test.of", total=view.count),
                ),
                data_testid="answered-count",
                data_answered=count,
                class_name="text-[13px] font-bold hued hue-violet rounded-full px-3 h-8 "
                "inline-flex items-center whitespace-nowrap",
            ),
            Clock.create(
                attempt=view.attempt_id,
                seconds_left=view.seconds_left,
                deadline=view.deadline_ms,
                on_over=TestState.submit,
            ),
            class_name="flex items-center gap-2",
        ),
        class_name="flex flex-wrap items-center justify-between gap-3",
    )


def _dot(is_answered: rx.Var[bool], index: rx.Var[int]) -> rx.Component:
    is_current = index == view.question.position
    look = rx.cond(is_answered, "bg-[var(--bar-violet)]", "border border-[var(--color-muted)]")
    ring_ = rx.cond(is_current, "ring-2 ring-primary ring-offset-2 ring-offset-base-200", "")
    return rx.el.button(
        rx.el.span(class_name=f"block size-2.5 rounded-full {look} {ring_}"),
        type="button",
        disabled=view.is_adaptive,
        on_click=TestState.go(index),
        aria_label=rx.cond(
            is_answered, t("test.go_to_answered", n=index + 1), t("test.go_to", n=index + 1)
        ),
        aria_current=rx.cond(is_current, "step", "false"),
        class_name="size-6 grid place-items-center rounded-full",
    )


def dots() -> rx.Component:
    """A dot a question, filled when it is answered, to jump by; of an adaptive test a bar."""
    return rx.cond(
        view.is_adaptive,
        bar(
            view.answered.length() * 100 / view.count,
            label=t("test.questions"),
            class_name="mt-5",
        ),
        rx.el.nav(
            rx.foreach(view.answered, _dot),
            aria_label=t("test.questions"),
            class_name="flex flex-wrap gap-x-0.5 gap-y-1 mt-4 -mx-1.5",
        ),
    )


def steps() -> rx.Component:
    is_last = view.question.position + 1 >= view.answered.length()
    can_finish = rx.cond(view.is_adaptive, TestState.is_complete, True)
    can_go_on = rx.cond(view.is_adaptive, ~TestState.is_complete, ~is_last)
    finish = DialogButton.create(
        t("test.submit"),
        target="finish",
        data_testid="submit-test",
        class_name=rx.cond(can_go_on, LOOKS["quiet"], LOOKS["primary"]) + " h-12 px-5",
    )
    return rx.el.div(
        rx.cond(
            view.is_adaptive,
            rx.el.span(),
            button(
                t("test.previous"),
                look="quiet",
                symbol="arrow-left",
                on_click=TestState.previous_question,
                disabled=view.question.position == 0,
                data_testid="previous",
                class_name="h-12",
            ),
        ),
        rx.el.div(
            rx.cond(can_finish, finish),
            rx.cond(
                can_go_on,
                button(
                    t("test.next"),
                    icon("arrow-right", 18),
                    on_click=TestState.next_question,
                    disabled=view.is_adaptive & ~view.question.is_answered,
                    data_testid="next",
                    class_name="h-12 px-6",
                ),
            ),
            class_name="flex gap-2",
        ),
        class_name="flex items-center justify-between gap-3 mt-4 py-3 sticky bottom-[4.25rem] "
        "lg:static bg-base-200",
    )


def finish_dialog() -> rx.Component:
    missing = view.answered.to(list[bool]).contains(False)
    return dialog(
        "finish",
        t("test.finish_title"),
        rx.cond(missing, t("test.finish_missing"), t("test.finish_all")),
        actions=(
            SubmitTest.create(
                t("test.confirm"),
                attempt=view.attempt_id,
                on_submit=TestState.submit,
                data_testid="confirm-submit",
                class_name=LOOKS["primary"],
            ),
        ),
    )


# ---- the result -------------------------------------------------------------------------------


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
                t("test.score_line", correct=result.correct, total=result.total),
                rx.cond(
                    result.kind == "initial",
                    "",
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
            rx.el.div(
                link_button(
                    t_of("test.next_step", result.next_step, NEXT_STEPS),
                    icon("arrow-right", 18),
                    href=result.next_href,
                    look="white",
                    data_testid="continue",
                    class_name="h-12 px-6",
                ),
                class_name="mt-6",
            ),
            class_name="min-w-0",
        ),
        rx.el.div(
            ring(result.score, 132, on_hero=True),
            rx.el.span(result.score, data_testid="score", class_name="sr-only"),
            class_name="max-sm:hidden",
        ),
        class_name="hero p-6 sm:p-8 flex items-center justify-between gap-6",
    )


NEXT_STEPS = ("plan", "extra_days", "next_week", "final", "correction", "retest", "finished")


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


def _option(option: OptionView) -> rx.Component:
    mark = rx.cond(
        option.is_right,
        rx.el.span(
            icon("check", 16),
            rx.el.span(t("test.right"), class_name="sr-only"),
            class_name="text-success mt-0.5",
        ),
        rx.cond(
            option.is_chosen,
            rx.el.span(
                icon("x", 16),
                rx.el.span(t("test.chosen"), class_name="sr-only"),
                class_name="text-error mt-0.5",
            ),
            rx.el.span(class_name="size-4 shrink-0"),
        ),
    )
    look = rx.cond(
        option.is_right,
        "bg-[var(--tint-green)]",
        rx.cond(option.is_chosen, "bg-[var(--tint-rose)]", ""),
    )
    return rx.el.li(
        mark,
        rx.el.div(
            rx.el.div(rx.html(option.html), class_name="item-text overflow-x-auto"),
            rx.cond(
                option.is_chosen & (option.misconception != ""),
                rx.el.p(option.misconception, class_name="text-[13px] mt-1"),
            ),
            class_name="min-w-0",
        ),
        class_name=f"flex gap-2.5 rounded-xl px-3 py-2 {look}",
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
        rx.el.div(
            rx.el.div(rx.html(item.stem_html), class_name="item-text font-medium mb-3"),
            rx.cond(item.figure_html != "", rx.html(item.figure_html)),
            rx.cond(item.code_html != "", rx.html(item.code_html)),
            rx.el.ul(rx.foreach(item.options, _option), class_name="grid gap-1.5 mt-3"),
            rx.el.div(rx.html(item.explanation_html), class_name="prose text-sm mt-3"),
            class_name="pb-5 sm:pl-9",
        ),
        data_testid="review-item",
        data_correct=item.is_correct,
        class_name="border-t border-base-300 first:border-0",
    )


def result_story() -> rx.Component:
    """The score, what was weak, what happens next, and every item with its answer."""
    return rx.el.div(
        _score(),
        LostAnswers.create(
            attempt=result.attempt_id,
            review=result.review,
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
        _figures(),
        rx.cond(result.weeks.length() > 0, _new_plan()),
        section_card(
            t("test.topics"),
            rx.el.ul(rx.foreach(result.topics, _topic), class_name="grid gap-4"),
        ),
        section_card(t("test.review"), rx.foreach(result.review, _review)),
        class_name="grid gap-5 max-w-3xl mx-auto",
    )
