"""Pieces of a running test."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import SectionStart
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.browser import Clock, DialogButton, SubmitTest
from learnconnect_app.ui.i18n import number, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import icon

KINDS = (
    *("initial", "weekly", "final", "retest"),
    *("placement", "quiz", "practice", "practice_test", "mock"),
)
view = TestState.view


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
        class_name=rx.cond(
            (index >= view.first) & (index <= view.last),
            "size-6 grid place-items-center rounded-full",
            "hidden",
        ),
    )


def _section(section: rx.Var[SectionStart]) -> rx.Component:
    is_current = section.first == view.first
    look = rx.cond(is_current, "hued hue-violet border-transparent", "border-base-300 muted")
    return rx.el.button(
        section.title,
        type="button",
        on_click=TestState.go(section.first),
        aria_current=rx.cond(is_current, "true", "false"),
        data_testid="section",
        class_name="h-11 sm:h-9 px-3.5 rounded-full border text-sm font-semibold whitespace-nowrap "
        f"shrink-0 {look}",
    )


def sections() -> rx.Component:
    """The sections of a mock exam, to go to the first question of each."""
    return rx.cond(
        view.sections.length() > 1,
        rx.el.nav(
            rx.foreach(view.sections, _section),
            aria_label=t("test.sections"),
            class_name="flex gap-2 overflow-x-auto mt-4 py-1 -mx-4 px-4 sm:mx-0 sm:px-0",
        ),
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
            class_name="flex flex-wrap lg:gap-x-0.5 gap-y-1 mt-4 -mx-1.5",
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
        class_name="flex items-center justify-between gap-3 mt-4 py-3 sticky "
        "bottom-[4.25rem] "
        "lg:static bg-base-200",
    )


def finish_dialog() -> rx.Component:
    missing = view.answered.to(list[bool]).contains(False)
    return dialog(
        "finish",
        t("test.finish_title"),
        rx.cond(
            missing,
            rx.cond(view.kind == "mock", t("test.finish_blank"), t("test.finish_missing")),
            t("test.finish_all"),
        ),
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
