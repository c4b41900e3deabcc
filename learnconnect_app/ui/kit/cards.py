"""Surfaces: card, section card, hero, stat, chip, empty state, note."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.ui.kit.icons import icon

Child = Any


def card(*children: Child, class_name: str = "", **props: Any) -> rx.Component:
    return rx.el.section(*children, class_name=f"card-surface p-4 sm:p-6 {class_name}", **props)


def section_card(
    title: Child, *children: Child, aside: Child = None, class_name: str = "", **props: Any
) -> rx.Component:
    """A card with a heading and, on the right, a small figure or link."""
    head = rx.el.div(
        rx.el.h2(title, class_name="heading min-w-0"),
        aside if aside is not None else rx.fragment(),
        class_name="flex items-center justify-between gap-3 mb-4",
    )
    return card(head, *children, class_name=class_name, **props)


def chip(*children: Child, color: str = "violet", class_name: str = "") -> rx.Component:
    return rx.el.span(
        *children,
        class_name=f"hued hue-{color} inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 "
        f"text-[13px] font-semibold {class_name}",
    )


def stat(value: Child, label: Child, symbol: str = "", color: str = "violet") -> rx.Component:
    return rx.el.div(
        rx.el.div(
            icon(symbol, 18) if symbol else rx.fragment(),
            class_name=f"hued hue-{color} size-9 rounded-xl grid place-items-center"
            if symbol
            else "hidden",
        ),
        rx.el.div(
            rx.el.div(value, class_name="text-lg font-bold leading-tight tracking-tight"),
            rx.el.div(label, class_name="muted text-[13px]"),
        ),
        class_name="flex items-center gap-3",
    )


def empty_state(
    symbol: str,
    title: Child,
    text: Child,
    action: rx.Component | None = None,
    *,
    is_page: bool = False,
) -> rx.Component:
    """What stands where nothing is yet, with the one thing to do about it.

    ``is_page``: it is all there is on the page, so its title is the page's heading.
    """
    heading = rx.el.h1 if is_page else rx.el.h2
    return rx.el.div(
        rx.el.span(
            icon(symbol, 28),
            class_name="hued hue-violet size-14 rounded-2xl grid place-items-center",
        ),
        heading(title, class_name="title mt-4"),
        rx.el.p(text, class_name="muted mt-1 max-w-[46ch] text-pretty"),
        rx.el.div(action, class_name="mt-5") if action is not None else rx.fragment(),
        class_name="flex flex-col items-center text-center py-10 px-4",
    )


def note(
    *children: Child,
    symbol: str = "info",
    color: str = "blue",
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A sentence that stands out."""
    return rx.el.div(
        icon(symbol, 18, class_name="mt-0.5"),
        rx.el.div(*children, class_name="min-w-0"),
        class_name=f"hued hue-{color} flex gap-3 rounded-2xl px-4 py-3 text-sm {class_name}",
        **props,
    )


def skeleton(class_name: str = "h-4 w-full") -> rx.Component:
    return rx.el.div(class_name=f"skeleton {class_name}", aria_hidden="true")


def loading_page(
    cards: int = 3, *, has_heading: bool = False, class_name: str = ""
) -> rx.Component:
    """The shape of a page until its data are there: a heading, the next action and cards."""
    heading = rx.el.div(skeleton("h-9 w-52"), skeleton("h-4 w-80 max-w-full mt-2.5"))
    return rx.el.div(
        *([heading] if has_heading else []),
        skeleton("h-48 w-full !rounded-3xl"),
        *(skeleton("h-32 w-full !rounded-3xl") for _ in range(cards - 1)),
        class_name=f"grid gap-5 {class_name}",
        aria_busy="true",
    )
