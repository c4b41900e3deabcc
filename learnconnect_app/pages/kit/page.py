"""The kit: each piece of `ui/` in all its states, without data and without signing in.

For development only, so its words are plain English and in no catalog.
"""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.kit.parts import SECTIONS, section
from learnconnect_app.ui.shell import open_page


def contents() -> rx.Component:
    links = (
        rx.el.a(
            title,
            href=f"#{title.lower()}",
            class_name="hued hue-violet rounded-full px-3 h-8 inline-flex items-center text-[13px] "
            "font-semibold",
        )
        for title, _ in SECTIONS
    )
    return rx.el.nav(*links, aria_label="Sections", class_name="flex flex-wrap gap-2 mt-5")


def kit() -> rx.Component:
    return open_page(
        rx.el.h1("The kit", class_name="display"),
        rx.el.p(
            "Every piece once, in every state. Try both themes and both languages.",
            class_name="muted mt-1.5",
        ),
        contents(),
        *(section(title, pieces) for title, pieces in SECTIONS),
        title="landing.page",
    )
