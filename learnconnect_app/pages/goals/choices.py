"""Choices on native radios: as cards, and as pills."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.goals.frame import (
    error_line,
)
from learnconnect_app.ui.kit.icons import icon

CHOICE = "card-surface choice group flex items-center gap-3.5 p-4 cursor-pointer"
DOT = (
    "size-6 rounded-full border-2 border-base-300 grid place-items-center shrink-0 "
    "text-primary-content group-has-checked:bg-primary group-has-checked:border-primary"
)
PILL = (
    "pill text-center max-sm:last:odd:col-span-2 has-checked:!bg-[var(--tint-violet)] "
    "has-checked:!text-[var(--ink-violet)]"
)
"""Of an odd number the last one is as wide as two, on phones."""


def _dot() -> rx.Component:
    return rx.el.span(
        icon("check", 15, class_name="opacity-0 group-has-checked:opacity-100"), class_name=DOT
    )


def radio_card(
    name: str, value: Any, *words: Any, sign: Any = None, checked: Any = False, **props: Any
) -> rx.Component:
    """A native radio as a card: by mouse, touch, arrows and space."""
    on_change = {"on_change": props.pop("on_change")} if "on_change" in props else {}
    return rx.el.label(
        rx.el.input(
            type="radio",
            name=name,
            value=value,
            default_checked=checked,
            class_name="sr-only",
            **on_change,
        ),
        sign if sign is not None else rx.fragment(),
        rx.el.span(*words, class_name="flex-1 min-w-0"),
        _dot(),
        class_name=f"{CHOICE} {props.pop('class_name', '')}",
        **props,
    )


def two_lines(title: Any, text: Any) -> tuple[rx.Component, rx.Component]:
    return (
        rx.el.span(title, class_name="block font-semibold leading-snug"),
        rx.el.span(text, class_name="block muted text-[13px]"),
    )


def choices(legend: Any, *children: Any, field: str, class_name: str) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="sr-only"),
        rx.el.div(*children, class_name=class_name),
        error_line(field),
        class_name="min-w-0",
    )


def pill(
    name: str, value: Any, *words: Any, checked: Any, symbol: str = "", **props: Any
) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name=name, value=value, default_checked=checked, class_name="sr-only"
        ),
        icon(symbol, 18) if symbol else rx.fragment(),
        rx.el.span(*words),
        class_name=f"{PILL} px-2",
        **props,
    )
