"""A test, one question at a time; and, when it is submitted, its story."""

from __future__ import annotations

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from learnconnect_app.pages.attempts.parts import (
    dots,
    finish_dialog,
    head,
    sections,
    steps,
)
from learnconnect_app.pages.attempts.results import result_story
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.browser import Celebration, Question
from learnconnect_app.ui.kit.cards import card, loading_page
from learnconnect_app.ui.shell import page


def running() -> rx.Component:
    return rx.el.div(
        head(),
        sections(),
        dots(),
        card(
            Question.create(
                attempt=TestState.view.attempt_id,
                question=TestState.view.question,
                receipt=TestState.receipt,
                is_lost=has_connection_errors,
                can_clear=TestState.view.kind == "mock",
                on_answer=TestState.answer,
                on_previous=TestState.previous_question,
                on_next=TestState.next_question,
            ),
            class_name="mt-4",
        ),
        steps(),
        finish_dialog(),
        class_name="max-w-3xl mx-auto",
    )


def attempt() -> rx.Component:
    return page(
        Celebration.create(at=TestState.celebrated),
        rx.cond(TestState.is_over, result_story(), running()),
        title="test.page",
        state=TestState,
        active="",
        skeleton=loading_page(2),
    )
