"""Words of Home that several of its parts say."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.ui.i18n import t, t_of

SESSION_KINDS = ("new", "review", "deepen", "practice_test", "own")
KINDS = ("task", "extra", "correction", "weekly", "final", "retest", "initial", *SESSION_KINDS)
TEXT_LINK = "text-[13px] font-semibold text-[var(--ink-violet)] hover:underline underline-offset-4"
TALL = "inline-block py-1 -my-1"
"""A link by itself is 24 px high at least, for fingers."""


def minutes_text(n: Any) -> rx.Var[str]:
    return t("common.minutes", n=n)


def kind_text(item: TodayItem) -> rx.Var[str]:
    return t_of("home.kind", item.kind, KINDS)


def session_line(item: TodayItem) -> rx.Component:
    """Of a session: its time and length, its course, its kind. Breaks only between them."""
    part = rx.cond(item.parts > 1, rx.fragment(f" {item.part}/{item.parts}"))
    words = (
        rx.cond(item.start != "", rx.fragment(_whole(item.start), " · ")),
        _whole(minutes_text(item.minutes)),
        rx.fragment(" · ", _whole(item.detail)),
        rx.cond(item.title != "", rx.fragment(" · ", _whole(kind_text(item), part))),
    )
    return rx.fragment(*words)


def _whole(*words: Any) -> rx.Component:
    return rx.el.span(*words, class_name="whitespace-nowrap")
