"""For operators: the shop, and what to look at in the content and in what was sent."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.admin.parts import figures, items, letters
from learnconnect_app.pages.admin.rewards import rewards
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page


def admin() -> rx.Component:
    return page(
        rx.el.h1(t("admin.page"), class_name="display"),
        rx.el.div(figures(), rewards(), letters(), items(), class_name="grid gap-6 mt-6"),
        title="admin.page",
        state=AdminState,
        active="admin",
        skeleton=loading_page(2),
    )
