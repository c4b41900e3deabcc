"""The hero: the one card of a page that says how things stand and what to do."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.ui.kit.icons import icon

HERO_ACTION = "h-12 px-5 text-[15px]"
"""For the button on a hero."""


def hero(*children: Any, class_name: str = "", **props: Any) -> rx.Component:
    return rx.el.section(
        *children,
        class_name=f"hero rise p-5 sm:p-8 flex items-center justify-between gap-6 {class_name}",
        **props,
    )


def hero_words(
    symbol: str, mark: Any, title: Any, text: Any, *actions: rx.Component
) -> rx.Component:
    """A small mark, a headline, a line, and the one thing to do."""
    return rx.el.div(
        rx.el.span(
            icon(symbol, 15),
            rx.el.span(mark),
            class_name="inline-flex items-center gap-1.5 rounded-full bg-white/15 px-3 h-7 "
            "text-[13px] font-semibold",
        ),
        rx.el.h2(
            title,
            class_name="text-[1.625rem] sm:text-3xl font-bold tracking-tight leading-tight mt-4 "
            "max-w-[24ch]",
        ),
        rx.el.p(text, class_name="mt-2 opacity-95 max-w-[52ch]"),
        rx.el.div(*actions, class_name="mt-5 flex flex-wrap gap-3"),
        class_name="min-w-0 flex-1",
    )


def hero_sign(symbol: rx.Component) -> rx.Component:
    """A large icon where the hero has no ring."""
    return rx.el.span(
        symbol, class_name="size-28 rounded-full bg-white/15 grid place-items-center shrink-0"
    )
