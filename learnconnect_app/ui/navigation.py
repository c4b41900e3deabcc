"""The way to every place: a side bar from 1024 px; on phones a dock, whose last place has the rest.

Each place is one link, whatever the width: what the dock has no room for is a native popover on
phones and stands open in the side bar.
"""

from __future__ import annotations

from dataclasses import dataclass

import reflex as rx

from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.browser import Popover, PopoverButton
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.top_bar import logo_mark


@dataclass(frozen=True)
class Place:
    """A page of the navigation."""

    key: str
    href: str
    symbol: str


DOCK = (
    Place("home", "/home", "layout-dashboard"),
    Place("study", "/study", "calendar-days"),
    Place("plan", "/plan", "map"),
    Place("mistakes", "/mistakes", "notebook-pen"),
)
"""The four places of every day."""

GROUPS = (
    (
        "shell.group_growth",
        (
            Place("progress", "/progress", "chart-column"),
            Place("achievements", "/achievements", "trophy"),
            Place("rewards", "/rewards", "gift"),
            Place("reports", "/reports", "file-text"),
            Place("mentor", "/mentor", "graduation-cap"),
        ),
    ),
    (
        "shell.group_more",
        (
            Place("resume", "/resume", "briefcase"),
            Place("wellbeing", "/wellbeing", "heart"),
            Place("tracks", "/plan/new", "compass"),
            Place("settings", "/settings", "settings"),
        ),
    ),
)

OPERATORS = Place("admin", "/admin", "gauge")

BEHIND = {OPERATORS.key, *(place.key for _, places in GROUPS for place in places)}
"""What the dock has no room for."""

MORE = "more-places"

IN_DOCK = "max-lg:flex-col max-lg:justify-center max-lg:gap-1 max-lg:text-[min(0.75rem,3.6vw)]"
IN_BAR = "flex min-w-0 items-center gap-3 rounded-2xl lg:px-4 lg:h-10 font-semibold lg:text-[15px]"
IN_SHEET = "max-lg:flex-col max-lg:justify-center max-lg:gap-2 max-lg:h-21 max-lg:text-[13px]"


def logo(href: str = "/home") -> rx.Component:
    return page_link(
        logo_mark(),
        rx.el.span("LearnConnect", class_name="text-lg font-bold tracking-tight"),
        href=href,
        class_name="flex items-center gap-3 rounded-xl",
    )


def navigation(active: str) -> rx.Component:
    return rx.el.aside(
        rx.el.div(logo(), class_name="hidden lg:block mb-6 shrink-0"),
        rx.el.nav(
            *(_link(place, active, f"h-full {IN_DOCK}") for place in DOCK),
            _more_button(active),
            _more(active),
            aria_label=t("shell.navigation"),
            class_name="grid grid-cols-5 lg:grid-cols-1 gap-1 h-[4.25rem] lg:h-auto px-2 lg:px-0",
        ),
        rx.el.div(_streak_note(), class_name="hidden lg:block mt-auto pt-4 shrink-0"),
        class_name="fixed z-30 bottom-0 inset-x-0 lg:top-0 lg:right-auto lg:w-64 lg:flex flex-col "
        "bg-base-100 border-base-300 max-lg:border-t lg:border-r lg:p-5 no-print "
        "lg:overflow-y-auto pb-[env(safe-area-inset-bottom)]",
    )


def _link(place: Place, active: str, look: str) -> rx.Component:
    is_active = place.key == active
    color = (
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
        class_name=f"{IN_BAR} {look} {color}",
    )


def _more_button(active: str) -> rx.Component:
    """The dock's fifth place; marked when the page is one of those behind it."""
    is_behind = active in BEHIND
    color = "text-[var(--ink-violet)]" if is_behind else "muted"
    return PopoverButton.create(
        icon("layout-grid", 21),
        rx.el.span(t("shell.more"), class_name="truncate max-w-full"),
        target=MORE,
        data_testid="nav-more",
        class_name=f"lg:hidden h-full cursor-pointer {IN_BAR} {IN_DOCK} {color}",
    )


def _more(active: str) -> rx.Component:
    """The other places, in their groups; on phones side by side (`.nav-more`)."""
    return Popover.create(
        *(_group(title, places, active) for title, places in GROUPS),
        rx.cond(ShellState.shell.is_operator, _link(OPERATORS, active, IN_SHEET)),
        id=MORE,
        class_name="nav-more",
    )


def _group(title: str, places: tuple[Place, ...], active: str) -> rx.Component:
    return rx.el.div(
        rx.el.p(t(title), class_name="text-[13px] muted font-semibold px-4 mb-1.5"),
        rx.el.div(*(_link(place, active, IN_SHEET) for place in places), class_name="grid gap-1"),
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
