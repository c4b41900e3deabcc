"""Achievements: what is held, the goals of today and the week, a challenge, every medal."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.achievements.goals import challenge, goals
from learnconnect_app.pages.achievements.parts import collection, head, near, summary
from learnconnect_app.pages.achievements.state import AchievementsState
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page

STACK = "grid gap-5 min-w-0"
view = AchievementsState.view


def achievements() -> rx.Component:
    return page(
        rx.el.div(
            head(),
            rx.el.div(
                rx.el.div(
                    summary(),
                    near(),
                    class_name=rx.cond(view.near.length() > 0, f"{STACK} content-start", STACK),
                ),
                rx.el.div(goals(), challenge(), class_name=f"{STACK} content-start"),
                class_name="grid lg:grid-cols-2 gap-5",
            ),
            collection(),
            class_name=f"{STACK} pt-1",
        ),
        title="achievements.title",
        state=AchievementsState,
        active="achievements",
        skeleton=loading_page(has_heading=True, class_name="pt-1"),
    )
