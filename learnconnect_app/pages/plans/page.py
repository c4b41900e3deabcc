"""The skill plan as a journey: weeks are chapters, days are stops, tests are gates."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.plans.gates import finals
from learnconnect_app.pages.plans.head import (
    congratulations,
    no_plan,
    other_plans,
    plan_head,
    skipped_blocks,
)
from learnconnect_app.pages.plans.opened_day import opened_day
from learnconnect_app.pages.plans.path import week
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.ui.browser import Toast
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page

view = PlanState.view


def journey() -> rx.Component:
    return rx.el.div(
        plan_head(),
        congratulations(),
        rx.el.div(
            rx.el.div(
                rx.cond(PlanState.task.id != "", opened_day()),
                class_name="lg:order-last lg:sticky lg:top-6 grid gap-5",
            ),
            rx.el.div(
                skipped_blocks(),
                rx.el.ol(rx.foreach(view.weeks, week), class_name="grid gap-5"),
                finals(),
                other_plans(),
                class_name="grid gap-5",
            ),
            class_name="grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)] gap-5 items-start",
        ),
        class_name="grid gap-5",
    )


def plan() -> rx.Component:
    return page(
        Toast.create(
            rx.el.span(t("common.xp", n=PlanState.earned), data_testid="xp-earned"),
            at=PlanState.earned_at,
            class_name="rise rounded-full px-5 h-11 inline-flex items-center gap-2 font-bold "
            "bg-primary text-primary-content shadow-lg",
        ),
        rx.cond(view.plan, journey(), no_plan()),
        title="shell.nav_plan",
        state=PlanState,
        active="plan",
        skeleton=loading_page(3),
    )
