"""Suggestions with their reason, each of which can be put away: on Home and on a lesson's page."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.recommendations import CODES, RecommendationView
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.icons import icon, icon_of, tile
from learnconnect_app.ui.kit.rows import ROW, row_words

LOOKS = {
    "requirement": ("layers", "blue"),
    "mistakes": ("rotate-ccw", "rose"),
    "weak": ("zap", "orange"),
    "quiz": ("flag", "violet"),
    "forgotten": ("timer", "teal"),
    "resource": ("book-open", "green"),
    "shortfall": ("lightbulb", "amber"),
}
"""Icon (of `assets/icons.svg`) and colour by kind of suggestion."""
TITLED = ("requirement", "quiz", "shortfall")
"""What is not named by its topic or resource alone."""
LINK = f"{ROW} flex-1 min-w-0 rounded-2xl p-2 -m-2 hover:bg-base-200 transition-colors"


def recommendations(views: rx.Var, put_away: Any) -> rx.Component:
    """A card of suggestions; nothing when there are none. ``put_away`` takes a key."""
    return rx.cond(
        views.length() > 0,
        section_card(
            t("advice.heading"),
            rx.el.ul(
                rx.foreach(views, lambda view: _suggestion(view, put_away)),
                class_name="grid gap-4",
            ),
            data_testid="recommendations",
        ),
    )


def _suggestion(view: RecommendationView, put_away: Any) -> rx.Component:
    own_title = t_of("advice.title", view.code, TITLED, params=view.params)
    title = rx.cond(rx.Var.create(list(TITLED)).contains(view.code), own_title, view.title)
    return rx.el.li(
        rx.cond(
            view.is_external,
            rx.el.a(
                *_words(view, title),
                href=view.href,
                target="_blank",
                rel="noopener noreferrer",
                class_name=LINK,
            ),
            page_link(*_words(view, title), href=view.href, class_name=LINK),
        ),
        rx.el.button(
            icon("x", 16),
            rx.el.span(t("advice.dismiss", title=title), class_name="sr-only"),
            type="button",
            on_click=put_away(view.key),
            data_testid="dismiss-recommendation",
            class_name="btn btn-ghost btn-circle btn-sm size-10 muted shrink-0 -mr-2",
        ),
        data_testid="recommendation",
        data_code=view.code,
        class_name="flex items-center gap-2",
    )


def _words(view: RecommendationView, title: Any) -> tuple[rx.Component, rx.Component]:
    symbol = rx.match(view.code, *((code, look[0]) for code, look in LOOKS.items()), "lightbulb")
    color = rx.match(view.code, *((code, look[1]) for code, look in LOOKS.items()), "violet")
    why = t_of("advice.why", view.code, CODES, params=view.params)
    return tile(icon_of(symbol), color), row_words(title, why)
