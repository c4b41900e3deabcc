"""Mock exams on several screens: a card to start one, and a bar for each that was taken."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.mock_views import MockBar, MockChoice, MocksView
from learnconnect_app.ui.i18n import date_text, number, t
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.icons import icon, tile
from learnconnect_app.ui.kit.rows import row_words


def mock_bars(bars: rx.Var[tuple[MockBar, ...]]) -> rx.Component:
    """The nets of the latest mocks, oldest first; each leads to its result."""
    return rx.el.ol(
        rx.foreach(bars, _bar),
        aria_label=t("results.mock_history"),
        class_name="flex items-end gap-2 sm:gap-3 overflow-x-auto pb-1",
    )


def _bar(mock: rx.Var[MockBar]) -> rx.Component:
    return rx.el.li(
        page_link(
            rx.el.span(number(mock.net), class_name="text-[13px] font-bold"),
            rx.el.span(
                rx.el.span(
                    class_name="rise block w-full rounded-full bg-[var(--bar-violet)]",
                    style={"height": mock.percent.to(str) + "%"},
                ),
                class_name="flex items-end w-3 h-20 rounded-full overflow-hidden bg-[var(--track)]",
                aria_hidden="true",
            ),
            rx.el.span(mock.title, class_name="text-xs font-semibold"),
            rx.el.span(date_text(mock.day, "medium"), class_name="muted text-xs"),
            href="/test/" + mock.attempt_id.to(str),
            class_name="flex flex-col items-center gap-1 min-w-16 rounded-xl p-1 "
            "hover:bg-base-200 text-center",
        ),
        data_testid="mock-bar",
    )


def mocks_card(view: rx.Var[MocksView], *, start: Any) -> rx.Component:
    """Sittings to take as a mock, and those taken; nothing without an exam.

    ``start`` is a handler that takes the key of a sitting and whether it is the whole of it.
    """
    return rx.cond(
        view.choices.length() > 0,
        section_card(
            t("results.mocks"),
            rx.el.ul(
                rx.foreach(view.choices, lambda choice: _choice(choice, start)),
                class_name="grid gap-5",
            ),
            rx.cond(
                view.history.length() > 0,
                rx.el.div(
                    rx.el.h3(t("results.mock_history"), class_name="font-semibold mb-3"),
                    mock_bars(view.history),
                    class_name="mt-6",
                ),
            ),
            data_testid="mocks",
            class_name="no-print",
        ),
    )


def _choice(choice: rx.Var[MockChoice], start: Any) -> rx.Component:
    """What a sitting asks, and beside it (below it on phones) the ways to begin it."""
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                tile(icon("timer")),
                row_words(
                    choice.title,
                    t("results.mock_size", items=choice.item_count, minutes=choice.minutes),
                ),
                class_name="flex items-center gap-3.5 flex-1 min-w-64",
            ),
            rx.cond(
                choice.running_id != "",
                link_button(
                    t("results.mock_resume"),
                    href="/test/" + choice.running_id.to(str),
                    class_name="h-11",
                ),
                _beginnings(choice, start),
            ),
            class_name="flex flex-wrap items-center gap-3",
        ),
        rx.cond(
            choice.own_sections.length() > 0,
            _small(t("results.mock_own_text", sections=choice.own_sections.join(", "))),
        ),
        rx.cond(
            choice.missing.length() > 0,
            _small(t("results.mock_missing", sections=choice.missing.join(", "))),
        ),
    )


def _small(words: rx.Var[str]) -> rx.Component:
    return rx.el.p(words, class_name="muted text-[13px] mt-2 max-w-[70ch]")


def _beginnings(choice: rx.Var[MockChoice], start: Any) -> rx.Component:
    """The sections that count for the learner, or the whole of it."""
    has_own = choice.own_sections.length() > 0
    return rx.el.div(
        button(
            rx.cond(
                has_own, t("results.mock_own", n=choice.own_item_count), t("results.mock_start")
            ),
            look="soft",
            on_click=start(choice.test_key, choice.own_sections.length() == 0),
            data_testid="start-mock",
            data_test=choice.test_key,
            class_name="h-11",
        ),
        rx.cond(
            has_own,
            button(
                t("results.mock_whole", n=choice.item_count),
                look="quiet",
                on_click=start(choice.test_key, True),
                class_name="h-11",
            ),
        ),
        class_name="flex flex-wrap gap-2",
    )
