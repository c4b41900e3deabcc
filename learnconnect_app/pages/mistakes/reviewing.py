"""A round of reviews: one mistake at a time, judged at once."""

from __future__ import annotations

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from learnconnect_app.pages.mistakes.state import ROUND, MistakesState
from learnconnect_app.ui.browser import Question
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import card, chip, empty_state, note
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.reviews import review_body

view, state = MistakesState.view, MistakesState


def at_most_a_round(count: rx.Var[int]) -> rx.Var[int]:
    """How many of so many come in one round."""
    return rx.cond(count > ROUND, ROUND, count).to(int)


def _round_head() -> rx.Component:
    all_ = at_most_a_round(state.done + state.review.left)
    return rx.el.div(
        rx.el.div(
            rx.el.h1(t("mistakes.reviewing"), class_name="title"),
            button(
                t("mistakes.stop"),
                look="quiet",
                symbol="x",
                on_click=state.end_review,
                data_testid="end-review",
                class_name="btn-sm h-11",
            ),
            class_name="flex items-center justify-between gap-3",
        ),
        bar(
            rx.cond(all_ > 0, state.done * 100 / all_, 100),
            label=t("mistakes.progress"),
            class_name="mt-3",
        ),
    )


def _verdict(is_told: rx.Var[bool]) -> rx.Component:
    """Its place is there before its words, or nobody would hear of them."""
    is_right = state.feedback.is_correct
    return rx.el.div(
        rx.cond(
            is_told,
            rx.el.div(
                rx.cond(
                    is_right,
                    note(t("mistakes.right"), symbol="check", color="green"),
                    note(t("mistakes.wrong"), symbol="rotate-ccw", color="amber"),
                ),
                data_testid="verdict",
                data_correct=is_right,
                class_name="mb-5",
            ),
        ),
        role="status",
    )


def _question() -> rx.Component:
    return Question.create(
        attempt=state.review.id,
        question=state.review.question,
        receipt=state.receipt,
        is_lost=has_connection_errors,
        on_answer=state.choose,
    )


def _round_over() -> rx.Component:
    return card(
        empty_state(
            "check",
            t("mistakes.round_over"),
            rx.cond(
                state.done > 0,
                t("mistakes.round_text", right=state.right, total=state.done),
                t("mistakes.round_nothing"),
            ),
            rx.el.div(
                rx.cond(
                    view.due_count > 0,
                    button(
                        t("mistakes.another_round"),
                        on_click=state.start_review,
                        data_testid="another-round",
                        class_name="h-12 px-6",
                    ),
                ),
                button(
                    t("mistakes.to_notebook"),
                    look="quiet",
                    on_click=state.end_review,
                    data_testid="to-notebook",
                    class_name="h-12 px-6",
                ),
                class_name="flex flex-wrap justify-center gap-2",
            ),
        ),
        data_testid="round-over",
        class_name="mt-4",
    )


def review_round() -> rx.Component:
    """One mistake at a time; one button judges the answer and then leads on."""
    is_told = state.feedback != None  # noqa: E711
    return rx.el.div(
        _round_head(),
        rx.cond(
            (state.review.left == 0) & ~is_told,
            _round_over(),
            rx.fragment(
                card(
                    chip(state.review.topic, class_name="mb-4"),
                    _verdict(is_told),
                    rx.cond(is_told, review_body(state.feedback), _question()),
                    class_name="mt-4",
                ),
                rx.el.div(
                    button(
                        rx.cond(is_told, t("mistakes.next"), t("mistakes.check")),
                        on_click=state.go_on,
                        disabled=~is_told & ~state.review.question.is_answered,
                        data_testid="review-go-on",
                        class_name="h-12 px-6",
                    ),
                    class_name="flex justify-end mt-4 py-3 sticky "
                    "bottom-[4.25rem] lg:static bg-base-200",
                ),
            ),
        ),
        class_name="max-w-3xl mx-auto",
        data_testid="review-round",
    )
