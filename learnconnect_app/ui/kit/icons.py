"""Icons and the fixed colours of subjects."""

from __future__ import annotations

import reflex as rx

HUES = ("violet", "blue", "orange", "teal", "rose", "green", "amber")

RESOURCE_ICONS = {
    "video": "circle-play",
    "article": "file-text",
    "practice": "dumbbell",
    "book": "book-open",
}


def icon(name: str, size: int = 20, **props: object) -> rx.Component:
    """A lucide icon that says nothing by itself: its meaning stands beside it."""
    return rx.icon(name, size=size, stroke_width=1.9, aria_hidden="true", flex_shrink="0", **props)


def icon_of(name: rx.Var[str], size: int = 20) -> rx.Component:
    """An icon that content names, from the one file that holds them all (`content.texts.ICONS`)."""
    return rx.el.svg(
        rx.el.svg.use(href="/icons.svg#" + name.to(str)),
        width=str(size),
        height=str(size),
        fill="none",
        stroke="currentColor",
        stroke_width="1.9",
        stroke_linecap="round",
        stroke_linejoin="round",
        aria_hidden="true",
        class_name="shrink-0",
    )


def resource_icon(kind: rx.Var[str], size: int = 18) -> rx.Component:
    cases = ((kind_, icon(name, size)) for kind_, name in RESOURCE_ICONS.items())
    return rx.match(kind, *cases, icon("link", size))


def hue(color: rx.Var[str]) -> str:
    """The class that sets a subject's colour."""
    return f"hue-{color}"


def tile(symbol: rx.Component, color: rx.Var[str] | str = "violet") -> rx.Component:
    """An icon on its subject's tint."""
    hue_class = f"hue-{color}" if isinstance(color, str) else hue(color)
    return rx.el.span(
        symbol,
        class_name=f"hued size-11 rounded-xl grid place-items-center shrink-0 {hue_class}",
    )
