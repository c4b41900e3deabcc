"""The landing page: what LearnConnect is, and the way in."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.landing.parts import feature, journey_preview
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.shell import open_page

FEATURES = (
    ("measure", "gauge", "violet"),
    ("plan", "map", "blue"),
    ("prove", "shield-check", "teal"),
    ("keep", "flame", "amber"),
)


def landing() -> rx.Component:
    return open_page(
        rx.el.div(
            rx.el.div(
                rx.el.h1(
                    t("landing.title"),
                    class_name="text-[2.125rem] min-[380px]:text-[2.5rem] sm:text-6xl break-words "
                    "font-bold leading-[1.04] tracking-[-0.035em]",
                ),
                rx.el.p(t("landing.text"), class_name="muted text-lg mt-5 max-w-[48ch]"),
                rx.el.div(
                    link_button(
                        t("landing.start"),
                        href="/register",
                        class_name="h-12 px-6 text-base",
                    ),
                    link_button(
                        t("landing.sign_in"),
                        href="/login",
                        look="outline",
                        class_name="h-12 px-6 text-base",
                    ),
                    class_name="flex flex-wrap gap-3 mt-8",
                ),
                class_name="max-w-xl",
            ),
            journey_preview(),
            class_name="grid lg:grid-cols-[1.05fr_1fr] gap-12 items-center pt-8 lg:pt-16",
        ),
        rx.el.ul(
            *(feature(*each) for each in FEATURES),
            class_name="grid sm:grid-cols-2 lg:grid-cols-4 gap-4 mt-16 lg:mt-24",
        ),
        title="landing.page",
    )
