"""Pieces of the landing page."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.icons import icon, tile


def feature(key: str, symbol: str, color: str) -> rx.Component:
    return rx.el.li(
        tile(icon(symbol, 22), color),
        rx.el.h2(t(f"landing.{key}_title"), class_name="heading mt-4"),
        rx.el.p(t(f"landing.{key}_text"), class_name="muted text-sm mt-1"),
        class_name="card-surface p-6",
    )


def _stop(number: int, text: str, state: str) -> rx.Component:
    """A day of the pictured journey: done, today or locked."""
    marks = {
        "done": (icon("check", 18), "bg-primary text-primary-content"),
        "today": (icon("play", 18), "bg-primary text-primary-content alive"),
        "locked": (icon("lock", 16), "bg-[var(--track)] muted"),
    }
    mark, look = marks[state]
    words = rx.el.span(text, class_name="locked-text" if state == "locked" else "font-medium")
    return rx.el.li(
        rx.el.span(mark, class_name=f"size-10 rounded-full grid place-items-center {look}"),
        rx.el.span(number, class_name="muted text-sm w-5 text-center"),
        words,
        class_name="flex items-center gap-3",
    )


def journey_preview() -> rx.Component:
    """A drawing of what a plan looks like: not data, so it is hidden from screen readers."""
    return rx.el.div(
        rx.el.div(
            rx.el.div(
                rx.el.p(t("landing.preview_week"), class_name="text-sm opacity-90"),
                rx.el.p(
                    t("landing.preview_title"), class_name="text-2xl font-bold mt-1 text-balance"
                ),
            ),
            ring(57, 96, on_hero=True, label=percent(57)),
            class_name="hero p-6 pb-10 flex items-center justify-between gap-4",
        ),
        rx.el.ul(
            _stop(4, t("landing.preview_day1"), "done"),
            _stop(5, t("landing.preview_day2"), "today"),
            _stop(6, "▪▪▪▪▪▪▪▪▪ ▪▪▪▪▪", "locked"),
            _stop(7, "▪▪▪▪▪▪ ▪▪▪▪▪▪▪▪", "locked"),
            class_name="card-surface p-6 grid gap-4 -mt-6 mx-4 sm:mx-8 relative",
        ),
        aria_hidden="true",
        class_name="lg:max-w-lg w-full lg:justify-self-end",
    )
