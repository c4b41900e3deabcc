"""What stands around each step: progress, heading, the way on and back, discarding the draft."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.study_goals import STEPS, Step
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.messages import ERROR_CODES
from learnconnect_app.ui.wizard import StepForm

view, problem = GoalState.view, GoalState.problem
WIDE = "h-12 px-6 text-[15px]"


def sentence() -> rx.Var[str]:
    """What is wrong, whichever field it belongs to."""
    return t_of("error", problem.code, ERROR_CODES, params=problem.params)


def error_of(field: str) -> rx.Var[str]:
    """The sentence that belongs beside a field; empty when nothing is wrong with it."""
    return rx.cond(problem.field == field, sentence(), "")


def error_line(field: str) -> rx.Component:
    return rx.cond(
        problem.field == field,
        rx.el.p(
            error_of(field),
            role="alert",
            data_testid="form-error",
            class_name="text-error text-[13px] font-medium mt-2",
        ),
    )


def _mark(place: int, step: Step) -> rx.Component:
    """A step in the progress: a bar that is a button when it may be opened."""
    is_here = GoalState.step == step
    is_open = (view.reached >= place) & ~is_here
    label = t(f"goals.step.{step}")
    bar = rx.cond(is_here | (view.reached > place), "bg-[var(--bar-violet)]", "bg-[var(--track)]")
    look = rx.cond(is_here, "text-base-content font-semibold", "muted")
    return rx.el.li(
        rx.el.button(
            rx.el.span(class_name=f"block h-1.5 rounded-full {bar}"),
            rx.el.span(label, class_name=f"max-sm:sr-only block mt-1.5 text-[13px] {look}"),
            type="button",
            on_click=GoalState.go(step),
            custom_attrs={"data-mark": "true"},
            disabled=~is_open,
            aria_current=rx.cond(is_here, "step", "false"),
            class_name="block w-full text-left py-2 max-sm:min-h-6 rounded-lg "
            "enabled:cursor-pointer",
        ),
        class_name="flex-1",
    )


def progress() -> rx.Component:
    names = rx.match(
        GoalState.step, *((step, t("goals.step_of", n=n, of=len(STEPS)))
                          for n, step in enumerate(STEPS, start=1)), ""
    )  # fmt: skip
    return rx.el.header(
        rx.el.div(
            rx.el.p(
                t("goals.heading"),
                rx.el.span(" · ", names, class_name="muted font-normal"),
                class_name="font-semibold",
            ),
            rx.cond(
                view.has_draft,
                DialogButton.create(
                    icon("trash-2", 17),
                    rx.el.span(t("goals.discard"), class_name="max-sm:sr-only"),
                    target="discard",
                    data_testid="discard-draft",
                    class_name="btn btn-ghost btn-sm min-h-10 muted",
                ),
            ),
            class_name="flex items-center justify-between gap-3 min-h-10",
        ),
        rx.el.nav(
            rx.el.ol(*(_mark(n, step) for n, step in enumerate(STEPS)), class_name="flex gap-1.5"),
            aria_label=t("goals.progress"),
        ),
        class_name="pb-5",
    )


def heading(title: Any, text: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h1(title, id="step-title", tab_index=-1, class_name="display outline-none"),
        rx.el.p(text, class_name="muted mt-1.5 max-w-[60ch]"),
        class_name="pb-6",
    )


def back_button() -> rx.Component:
    return button(
        t("goals.back"),
        look="quiet",
        symbol="arrow-left",
        data_testid="previous",
        custom_attrs={"data-way": "back"},
        class_name="h-12",
    )


def feet(*ends: rx.Component) -> rx.Component:
    """The way back and on, in reach of the thumb on phones."""
    return rx.el.div(
        *ends,
        class_name="flex items-center justify-between gap-3 mt-6 py-3 sticky "
        "bottom-[calc(4.25rem+env(safe-area-inset-bottom))] lg:static bg-base-200 z-10",
    )


def next_button() -> rx.Component:
    return button(
        t("goals.next"),
        icon("arrow-right", 18),
        type="submit",
        data_testid="next",
        class_name=WIDE,
    )


def step_form(step: Step, *children: rx.Component, ends: tuple[rx.Component, ...] = ()) -> Any:
    """A step as a form of its own, made anew when it is shown."""
    first = rx.el.span() if step is Step.EXAM else back_button()
    return StepForm.create(
        *children,
        feet(first, *(ends or (next_button(),))),
        key=step,
        step=step,
        has_draft=view.has_draft,
        wrong=problem.field,
        at=problem.at,
        on_leave=GoalState.leave,
        class_name="rise",
    )


def discard_dialog() -> rx.Component:
    return dialog(
        "discard",
        t("goals.discard_title"),
        t("goals.discard_text"),
        actions=(
            rx.el.button(
                t("goals.discard_confirm"),
                on_click=GoalState.discard,
                data_testid="confirm-discard",
                class_name=LOOKS["danger"],
            ),
        ),
    )
