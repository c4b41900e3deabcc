"""The resume: how much of a role it shows, before a plan and after it, and what is missing."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.resumes.parts import beforehand, form, headline, readings, suggested
from learnconnect_app.pages.resumes.skills import skills
from learnconnect_app.pages.resumes.state import ResumeState
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page

STACK = "grid gap-5 min-w-0"


def resume() -> rx.Component:
    return page(
        rx.el.div(
            headline(),
            rx.el.div(
                rx.el.div(skills(), suggested(), class_name=f"{STACK} empty:hidden"),
                rx.el.div(form(), readings(), class_name=STACK),
                beforehand(),
                class_name="grid lg:grid-cols-2 gap-5 items-start",
            ),
            class_name=STACK,
        ),
        title="resume.page",
        state=ResumeState,
        active="resume",
        skeleton=loading_page(),
    )
