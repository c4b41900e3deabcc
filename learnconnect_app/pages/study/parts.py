"""Pieces of the calendar page."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.study.state import StudyState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import card, chip, empty_state
from learnconnect_app.ui.kit.icons import icon

view = StudyState.view


def head() -> rx.Component:
    """Whose calendar it is, and how long to the exam."""
    return rx.el.header(
        rx.el.h1(t("study.title"), class_name="display"),
        chip(
            icon("flag", 15),
            view.title,
            " · ",
            t("study.days_left", n=view.days_left),
            class_name="h-9",
        ),
        class_name="flex flex-wrap items-center justify-between gap-3",
    )


def without_plan() -> rx.Component:
    """No plan yet, one that is half made, or one that is over."""
    return card(
        rx.match(
            view.state,
            (
                "draft",
                _invitation("calendar-days", "draft"),
            ),
            ("finished", _invitation("calendar-check", "finished")),
            _invitation("calendar-days", "none"),
        )
    )


def _invitation(symbol: str, state: str) -> rx.Component:
    return empty_state(
        symbol,
        t(f"study.{state}_title"),
        t(f"study.{state}_text"),
        link_button(
            t(f"study.{state}_action"),
            href="/study/new",
            symbol="compass",
            data_testid="study-plan-start",
            class_name="h-12 px-6",
        ),
        is_page=True,
    )
