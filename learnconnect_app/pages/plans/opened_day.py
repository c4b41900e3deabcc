"""The day that is open: what it is about, where to learn it, how to say that it is done."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import (
    ResourceView,
)
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import card, chip
from learnconnect_app.ui.kit.icons import icon, resource_icon

task = PlanState.task
REASONS = ("weakest", "prerequisite", "order", "weak_topic", "correction")
RESOURCE_KINDS = ("video", "article", "practice", "book")


def _resource(resource: ResourceView) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                resource_icon(resource.kind),
                class_name="hued hue-blue size-9 rounded-xl grid place-items-center shrink-0",
            ),
            rx.el.span(
                rx.el.span(resource.title, class_name="block font-medium leading-snug"),
                rx.el.span(
                    rx.el.span(t_of("plan.kind", resource.kind, RESOURCE_KINDS), " · "),
                    rx.el.span(resource.host, class_name="truncate"),
                    rx.el.span(" · ", t("common.minutes", n=resource.minutes)),
                    class_name="muted text-[13px] flex whitespace-pre",
                ),
                class_name="min-w-0 flex-1",
            ),
            icon("external-link", 16, class_name="muted"),
            rx.el.span(t("plan.new_tab"), class_name="sr-only"),
            href=resource.url,
            target="_blank",
            rel="noopener noreferrer",
            data_testid="resource",
            data_kind=resource.kind,
            class_name="flex items-center gap-3 rounded-2xl border border-base-300 p-3 "
            "hover:border-primary/50 transition-colors",
        )
    )


def _day_actions() -> rx.Component:
    start = button(
        t("plan.start"),
        symbol="play",
        look="soft",
        on_click=PlanState.start(task.id),
        data_testid="start-task",
        class_name="h-12",
    )
    started = chip(icon("timer", 15), t("plan.started"), color="violet", class_name="h-9")
    done = chip(icon("check", 15), t("plan.done"), color="green", class_name="h-9")
    return rx.match(
        rx.cond(task.status == "completed", "done", PlanState.view.plan.status),
        ("done", done),
        ("paused", rx.fragment()),  # first the plan goes on
        rx.el.div(
            rx.cond(task.is_started, started, start),
            button(
                t("plan.complete"),
                symbol="check",
                on_click=PlanState.complete(task.id),
                data_testid="complete-task",
                class_name="h-12",
            ),
            rx.el.span(t("common.xp", n=task.xp), class_name="muted text-sm font-semibold"),
            class_name="flex flex-wrap items-center gap-3",
        ),
    )


def opened_day() -> rx.Component:
    return card(
        rx.el.div(
            rx.el.div(
                chip(t("plan.day_of", week=task.week, day=task.number)),
                rx.el.span(
                    icon("clock", 15),
                    t("common.minutes", n=task.minutes),
                    class_name="muted text-[13px] inline-flex items-center gap-1.5",
                ),
                class_name="flex items-center gap-3 flex-wrap",
            ),
            rx.el.h2(task.title, class_name="title mt-3"),
            rx.foreach(task.descriptions, lambda text: rx.el.p(text, class_name="mt-2")),
            rx.cond(
                task.reason != "",
                rx.el.p(
                    icon("lightbulb", 15, class_name="mt-0.5"),
                    rx.el.span(t_of("plan.reason", task.reason, REASONS, topic=task.reason_topic)),
                    class_name="muted text-[13px] mt-3 flex gap-1.5",
                    data_testid="why",
                ),
            ),
        ),
        rx.el.div(_day_actions(), class_name="mt-5 settles empty:hidden"),
        rx.el.h3(t("plan.resources"), class_name="heading mt-7 mb-3"),
        rx.el.ul(rx.foreach(task.resources, _resource), class_name="grid gap-2.5"),
        rx.el.details(
            rx.el.summary(
                icon("notebook-text", 18),
                t("plan.summary"),
                icon("chevron-down", 18, class_name="ml-auto muted"),
                class_name="flex items-center gap-2.5 font-semibold cursor-pointer h-11",
            ),
            rx.el.div(rx.html(task.summary_html), class_name="prose pt-2"),
            class_name="mt-5",
        ),
        data_testid="opened-day",
        data_day=task.number,
        key=task.id,
        class_name="rise",
    )
