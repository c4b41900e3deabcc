"""Which plan it is and how far, what it came to, and the other ones."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import (
    PlanSummary,
    SkippedBlockView,
)
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog, link_button
from learnconnect_app.ui.kit.cards import card, empty_state, note, section_card
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import icon, icon_of
from learnconnect_app.ui.results import career_card

view = PlanState.view


def no_plan() -> rx.Component:
    return card(
        empty_state(
            "map",
            t("plan.none_title"),
            t("plan.none_text"),
            link_button(t("plan.choose"), href="/plan/new", symbol="compass"),
            is_page=True,
        )
    )


def _pause_or_resume() -> rx.Component:
    plan = view.plan
    return rx.match(
        plan.status,
        (
            "active",
            DialogButton.create(
                icon("pause", 18),
                t("plan.pause"),
                target="pause",
                data_testid="pause-plan",
                class_name=LOOKS["quiet"],
            ),
        ),
        (
            "paused",
            button(
                t("plan.resume"),
                symbol="play",
                on_click=PlanState.resume(plan.id),
                data_testid="resume-plan",
            ),
        ),
        rx.fragment(),
    )


def plan_head() -> rx.Component:
    """Which plan, how far, and the way to let it rest."""
    plan = view.plan
    return rx.el.header(
        rx.el.div(
            rx.el.div(
                rx.el.h1(plan.title, class_name="display"),
                rx.el.p(
                    t("plan.progress", done=plan.days_done, total=plan.days_total),
                    class_name="muted mt-1",
                ),
            ),
            _pause_or_resume(),
            class_name="flex flex-wrap items-start justify-between gap-3",
        ),
        bar(plan.percent, label=t("plan.progress_label"), class_name="mt-4"),
        rx.cond(
            plan.status == "paused",
            note(t("plan.is_paused"), symbol="pause", color="violet", class_name="mt-4"),
        ),
        dialog(
            "pause",
            t("plan.pause_title"),
            t("plan.pause_text"),
            actions=(
                rx.el.button(
                    t("plan.pause"),
                    on_click=PlanState.pause(plan.id),
                    data_testid="confirm-pause",
                    class_name=LOOKS["primary"],
                ),
            ),
        ),
    )


def congratulations() -> rx.Component:
    career = view.career
    return rx.cond(
        career,
        rx.el.div(
            rx.cond(
                view.plan.phase == "finished",
                rx.el.section(
                    icon("mountain", 40),
                    rx.el.div(
                        rx.el.h2(t("plan.congratulations"), class_name="display"),
                        rx.el.p(
                            t("plan.congratulations_text", plan=view.plan.title),
                            class_name="mt-1 opacity-95",
                        ),
                    ),
                    data_testid="congratulations",
                    class_name="hero p-6 sm:p-8 flex items-center gap-5",
                ),
            ),
            career_card(career),
            class_name="grid gap-5",
        ),
    )


def _skipped(block: SkippedBlockView) -> rx.Component:
    return note(
        t(
            "results.skipped",
            block=block.title,
            accuracy=percent(block.accuracy),
            items=block.item_count,
        ),
        symbol="fast-forward",
        color="green",
    )


def skipped_blocks() -> rx.Component:
    return rx.fragment(rx.foreach(view.skipped, _skipped))


def _other(plan: PlanSummary) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            icon_of(plan.icon),
            class_name="hued hue-violet size-11 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.div(
            rx.el.p(plan.title, class_name="font-semibold"),
            rx.el.p(
                t("plan.progress", done=plan.days_done, total=plan.days_total),
                class_name="muted text-[13px]",
            ),
            class_name="flex-1 min-w-0",
        ),
        button(
            t("plan.switch"),
            look="soft",
            on_click=PlanState.switch(plan.id),
            data_testid="switch-plan",
        ),
        key=plan.id,
        class_name="flex items-center gap-3 settles",
    )


def other_plans() -> rx.Component:
    return rx.cond(
        view.others.length() > 0,
        section_card(
            t("plan.others"), rx.el.ul(rx.foreach(view.others, _other), class_name="grid gap-4")
        ),
    )
