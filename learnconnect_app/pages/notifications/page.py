"""The notification centre: what was told, by day, newest first."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.notifications.parts import days, foot, head, nothing
from learnconnect_app.pages.notifications.state import NotificationsState
from learnconnect_app.ui.kit.cards import skeleton
from learnconnect_app.ui.shell import page

COLUMN = "grid gap-6 max-w-3xl mx-auto"


def waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-[3.75rem] w-64"),
        skeleton("h-72 !rounded-[1.25rem]"),
        class_name=COLUMN,
        aria_busy="true",
    )


def notifications() -> rx.Component:
    return page(
        rx.el.div(
            head(),
            rx.cond(NotificationsState.view.days.length() > 0, days(), nothing()),
            foot(),
            class_name=COLUMN,
        ),
        title="notifications.title",
        state=NotificationsState,
        skeleton=waiting(),
    )
