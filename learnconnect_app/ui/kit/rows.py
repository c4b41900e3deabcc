"""Rows of lists: a thing with its line, a locked one, a measured one; the mark at their end."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.ui.i18n import percent
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import icon

ROW = "flex items-center gap-3.5"
ROW_LINK = f"{ROW} rounded-2xl border border-base-300 p-3 hover:border-primary/50 transition-colors"


def row_words(title: Any, text: Any, class_name: Any = "") -> rx.Component:
    return rx.el.span(
        rx.el.span(title, class_name=f"block font-semibold leading-snug {class_name}"),
        rx.el.span(text, class_name="muted text-[13px] block"),
        class_name="min-w-0 flex-1",
    )


def row(tile: rx.Component, title: Any, text: Any, end: Any = None) -> rx.Component:
    return rx.fragment(tile, row_words(title, text), end if end is not None else rx.fragment())


def done_mark(is_done: rx.Var[bool], done: Any, open_: Any) -> rx.Component:
    """A filled check, or the way on."""
    mark = "size-7 rounded-full grid place-items-center shrink-0"
    return rx.cond(
        is_done,
        rx.el.span(
            icon("check", 17),
            rx.el.span(done, class_name="sr-only"),
            class_name=f"{mark} bg-primary text-primary-content",
        ),
        rx.el.span(
            icon("chevron-right", 18),
            rx.el.span(open_, class_name="sr-only"),
            class_name=f"{mark} border border-base-300 muted",
        ),
    )


def locked_row(number: Any, placeholder: Any, label: Any) -> rx.Component:
    """What is to come: its number and words that are the same for each, blurred, with a lock."""
    return rx.el.li(
        rx.el.span(
            number,
            aria_hidden="true",
            class_name="size-9 rounded-xl bg-[var(--track)] muted grid place-items-center "
            "font-semibold text-sm shrink-0",
        ),
        rx.el.span(placeholder, aria_hidden="true", class_name="locked-text flex-1 truncate"),
        rx.el.span(label, class_name="sr-only"),
        icon("lock", 16, class_name="muted"),
        class_name="flex items-center gap-3",
    )


def meter_row(symbol: rx.Component, title: Any, value: Any, hue_class: str) -> rx.Component:
    """A part of a whole in a subject's colour, with its icon, name and figure."""
    return rx.el.li(
        rx.el.span(symbol, class_name="hued size-9 rounded-xl grid place-items-center shrink-0"),
        rx.el.div(
            rx.el.div(
                rx.el.span(title, class_name="font-medium leading-snug"),
                rx.el.span(percent(value), class_name="muted text-[13px]"),
                class_name="flex justify-between items-baseline gap-3 mb-1.5",
            ),
            bar(value, label=title),
            class_name="flex-1 min-w-0",
        ),
        class_name=f"flex items-center gap-3 {hue_class}",
    )


def step(sign: rx.Component, title: Any, text: Any) -> rx.Component:
    """One of a few steps that are explained beside each other."""
    return rx.el.li(
        sign,
        rx.el.div(
            rx.el.h3(title, class_name="font-semibold"),
            rx.el.p(text, class_name="muted text-sm"),
        ),
        class_name="card-surface p-4 sm:p-5 flex gap-3.5",
    )
