"""The frame of every page: navigation and what stands around its content, signed in or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex.components.el.element import Element

from learnconnect_app.ui.base_state import ErrorView, ShellState
from learnconnect_app.ui.browser import AccountLanguage, Celebration, PageTitle, ServiceWorker
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import empty_state, note
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.messages import ERROR_CODES
from learnconnect_app.ui.top_bar import language_button, logo_mark, theme_button, top_bar


@dataclass(frozen=True)
class Place:
    """A page of the navigation."""

    key: str
    href: str
    symbol: str
    is_in_dock: bool = True
    """Whether it is one of the five places on phones."""


PLACES = (
    Place("home", "/home", "layout-dashboard"),
    Place("study", "/study", "calendar-days"),
    Place("plan", "/plan", "map"),
    Place("mistakes", "/mistakes", "notebook-pen"),
    Place("tracks", "/plan/new", "compass", is_in_dock=False),
    Place("settings", "/settings", "settings"),
)

OPERATORS = Place("admin", "/admin", "gauge")


def logo(href: str = "/home") -> rx.Component:
    return page_link(
        logo_mark(),
        rx.el.span("LearnConnect", class_name="text-lg font-bold tracking-tight"),
        href=href,
        class_name="flex items-center gap-3 rounded-xl",
    )


def _place_link(place: Place, active: str) -> rx.Component:
    """One link that is a place of the dock on phones and a line of the side bar on desktops."""
    is_active = place.key == active
    kept_from_dock = "" if place.is_in_dock else "max-lg:hidden "
    look = (
        "text-[var(--ink-violet)] lg:bg-primary lg:text-primary-content"
        if is_active
        else "muted hover:text-base-content lg:hover:bg-base-200"
    )
    return page_link(
        icon(place.symbol, 21),
        rx.el.span(t(f"shell.nav_{place.key}"), class_name="truncate max-w-full"),
        href=place.href,
        data_testid=f"nav-{place.key}",
        aria_current="page" if is_active else "false",
        class_name=f"{kept_from_dock}flex max-lg:flex-col max-lg:justify-center max-lg:gap-1 "
        "max-lg:text-xs min-w-0 items-center gap-3 rounded-2xl lg:px-4 h-full lg:h-11 "
        "font-semibold lg:text-[15px] " + look,
    )


def _streak_note() -> rx.Component:
    """At the foot of the side bar: how the streak stands, without guilt."""
    return rx.cond(
        ShellState.shell.is_streak_shown & ShellState.is_known & (ShellState.shell.streak > 0),
        rx.el.div(
            rx.el.div(
                icon("flame", 18),
                rx.el.span(t("shell.streak_days", n=ShellState.shell.streak)),
                class_name="flex items-center gap-2 font-bold",
            ),
            rx.el.p(
                rx.cond(
                    ShellState.shell.is_active_today,
                    t("shell.streak_safe"),
                    t("shell.streak_open"),
                ),
                class_name="text-[13px] mt-1",
            ),
            class_name="hued hue-amber rounded-2xl p-4",
        ),
    )


def navigation(active: str) -> rx.Component:
    """A dock on phones, a side bar from 1024 px."""
    return rx.el.aside(
        rx.el.div(logo(), class_name="hidden lg:block mb-8"),
        rx.el.nav(
            *(_place_link(place, active) for place in PLACES),
            rx.cond(
                ShellState.shell.is_operator,
                rx.el.div(_place_link(OPERATORS, active), class_name="max-lg:hidden"),
            ),
            aria_label=t("shell.navigation"),
            class_name="grid grid-cols-5 lg:grid-cols-1 gap-1.5 h-[4.25rem] lg:h-auto px-2 lg:px-0",
        ),
        rx.el.div(_streak_note(), class_name="hidden lg:block mt-auto"),
        class_name="fixed z-30 bottom-0 inset-x-0 lg:top-0 lg:right-auto lg:w-64 lg:flex flex-col "
        "bg-base-100 border-base-300 max-lg:border-t lg:border-r lg:p-5 no-print "
        "pb-[env(safe-area-inset-bottom)]",
    )


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


def page(
    *children: Any, title: str, state: Any, active: str = "", skeleton: rx.Component
) -> rx.Component:
    """A signed-in page: ``skeleton`` until its data are there, a kind sentence if none."""
    return rx.fragment(
        PageTitle.create(text=t(title)),
        rx.cond(
            ShellState.is_known,
            rx.fragment(
                AccountLanguage.create(locale=ShellState.shell.locale),
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
    )


class _Anchor(Element):
    """A link within the page: Reflex's own would go through the router."""

    tag = "a"
    href: rx.Var[str]


def skip_link() -> rx.Component:
    return _Anchor.create(t("shell.skip"), href="#main", class_name="skip-link")


def missing() -> rx.Component:
    return empty_state(
        "map-pin-off",
        t("error.missing_title"),
        t("error.missing_text"),
        page_link(t("error.to_home"), href="/home", class_name="btn btn-primary"),
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
                class_name="flex items-center justify-between h-20",
            ),
            rx.el.main(*children, id="main", tab_index=-1, class_name="outline-none"),
            class_name="max-w-[1120px] mx-auto px-4 sm:px-6 pb-16",
        ),
    )
