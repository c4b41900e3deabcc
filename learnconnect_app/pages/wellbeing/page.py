"""Wellbeing: how the learner feels, a breath, words that help. Care comes before any plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.wellbeing.parts import breathing, offer, question, strip
from learnconnect_app.pages.wellbeing.state import WellbeingState
from learnconnect_app.pages.wellbeing.texts import guides, story, talks
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page

STACK = "grid gap-5 min-w-0"


def wellbeing() -> rx.Component:
    return page(
        rx.el.div(
            rx.el.div(question(), offer(), breathing(), guides(), talks(), class_name=STACK),
            rx.el.div(strip(), story(), class_name=STACK),
            class_name="grid xl:grid-cols-[minmax(0,1fr)_21rem] gap-5 items-start",
        ),
        title="wellbeing.page",
        state=WellbeingState,
        active="wellbeing",
        skeleton=loading_page(),
    )
