"""The frame of every page: what stands around its content, signed in or not."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex.components.el.element import Element

from learnconnect_app.ui.achievements import Celebrations
from learnconnect_app.ui.base_state import ErrorView, ShellState
from learnconnect_app.ui.browser import AccountChoices, Celebration, PageTitle, ServiceWorker
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import empty_state, note
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.messages import ERROR_CODES
from learnconnect_app.ui.navigation import logo, navigation
from learnconnect_app.ui.top_bar import language_button, theme_button, top_bar


def error_note(error: rx.Var[ErrorView], dismiss: Any) -> rx.Component:
    """What went wrong, where the eye is, until it is dismissed or something works."""
    return rx.cond(
        error.code != "",
        rx.el.div(
            note(
                rx.el.span(
                    t_of("error", error.code, ERROR_CODES, params=error.params),
                    class_name="font-medium",
                ),
                symbol="circle-alert",
                color="rose",
            ),
            rx.el.button(
                icon("x", 18),
                aria_label=t("common.close"),
                on_click=dismiss,
                type="button",
                class_name="btn btn-ghost btn-circle btn-sm absolute right-2 top-2",
            ),
            role="alert",
            data_testid="form-error",
            class_name="relative mb-5 rise",
        ),
    )


def freeze_note() -> rx.Component:
    used = ShellState.shell.freeze_used_on
    return rx.cond(
        ShellState.shell.is_streak_shown & (used != ""),
        rx.el.div(
            note(
                t("shell.freeze_used", day=date_text(used, "long")),
                symbol="snowflake",
                color="blue",
            ),
            rx.el.button(
                t("common.ok"),
                on_click=ShellState.dismiss_freeze,
                type="button",
                class_name="btn btn-ghost btn-sm absolute right-2 top-1.5",
            ),
            class_name="relative mb-5",
        ),
    )


def _medals() -> rx.Component:
    words = {
        "title": t("shell.medal_new"),
        "collection": t("shell.medal_see"),
        "close": t("common.close"),
    }
    return Celebrations.create(
        waiting=ShellState.shell.medals,
        earned=ShellState.celebrated,
        words=words,
        on_ready=ShellState.celebrate,
        on_close=ShellState.end_celebration,
    )


def page(
    *children: Any, title: str, state: Any, active: str = "", skeleton: rx.Component
) -> rx.Component:
    """A signed-in page: ``skeleton`` until its data are there, a kind sentence if none."""
    return rx.fragment(
        PageTitle.create(text=t(title)),
        rx.cond(
            ShellState.is_known,
            rx.fragment(
                AccountChoices.create(
                    locale=ShellState.shell.locale, accent=ShellState.shell.theme
                ),
                Celebration.create(at=ShellState.shell.level),
                ServiceWorker.create(),
            ),
        ),
        skip_link(),
        navigation(active),
        rx.el.div(
            rx.el.div(
                top_bar(),
                rx.el.main(
                    freeze_note(),
                    error_note(state.error, state.dismiss_error),
                    rx.cond(
                        state.is_missing,
                        missing(),
                        rx.cond(state.is_ready, rx.fragment(*children), skeleton),
                    ),
                    id="main",
                    tab_index=-1,
                    class_name="outline-none",
                ),
                class_name="max-w-[1200px] mx-auto px-4 sm:px-6 lg:px-10 pb-28 lg:pb-12",
            ),
            class_name="lg:pl-64",
        ),
        rx.cond(ShellState.is_known, _medals()),  # after all else: the skip link is the first link
    )


class _Anchor(Element):
    """A link within the page: Reflex's own would go through the router."""

    tag = "a"
    href: rx.Var[str]


def skip_link() -> rx.Component:
    """In a landmark of its own: what stands before it for a while may hold links too."""
    return rx.el.nav(
        _Anchor.create(t("shell.skip"), href="#main", class_name="skip-link"),
        aria_label=t("shell.skip"),
        class_name="no-print",
    )


def missing() -> rx.Component:
    return empty_state(
        "map-pin-off",
        t("boundary.missing_title"),
        t("boundary.missing_text"),
        page_link(t("boundary.to_home"), href="/home", class_name="btn btn-primary"),
        is_page=True,
    )


def open_page(*children: Any, title: str) -> rx.Component:
    """A page for anyone: logo, language, theme."""
    return rx.fragment(
        PageTitle.create(text=t(title)),
        skip_link(),
        rx.el.div(
            rx.el.header(
                logo("/"),
                rx.el.div(
                    language_button(is_signed_in=False),
                    theme_button(),
                    class_name="flex items-center gap-1",
                ),
                class_name="flex flex-wrap items-center justify-between gap-y-2 min-h-20",
            ),
            rx.el.main(*children, id="main", tab_index=-1, class_name="outline-none"),
            class_name="max-w-[1120px] mx-auto px-4 sm:px-6 pb-16",
        ),
    )
