"""Tests as gates of the path: of a week, and at the summit."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import (
    GateView,
)
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.kit.icons import icon

view = PlanState.view


def _gate_text(gate: GateView) -> rx.Component:
    return rx.match(
        gate.status,
        ("passed", t("plan.gate_passed", score=percent(gate.last_score))),
        ("failed", t("plan.gate_failed", score=percent(gate.last_score))),
        ("ready", t("plan.gate_ready", n=gate.item_count)),
        ("running", t("plan.gate_running")),
        t("plan.gate_locked", n=gate.item_count),
    )


def _gate_action(gate: GateView, testid: str) -> rx.Component:
    begin = button(
        rx.cond(
            gate.status == "running",
            t("plan.go_on"),
            rx.cond(gate.number > 1, t("plan.again"), t("plan.begin")),
        ),
        symbol="flag",
        on_click=PlanState.begin_test(gate.kind, gate.id),
        data_testid=testid,
    )
    can_begin = (gate.status == "ready") | (gate.status == "running")
    return rx.cond(
        can_begin & (view.plan.status == "active"),
        begin,
        rx.cond(
            gate.last_attempt_id != "",
            link_button(
                t("plan.see_result"),
                href=f"/test/{gate.last_attempt_id}",
                look="quiet",
                class_name="btn-sm h-10",
            ),
        ),
    )


def gate(gate: GateView, title: rx.Component | rx.Var[str], testid: str) -> rx.Component:
    look = rx.match(
        gate.status,
        ("passed", "hued hue-green"),
        ("failed", "hued hue-amber"),
        ("locked", "bg-[var(--track)] muted"),
        "bg-primary text-primary-content alive",
    )
    symbol = rx.cond(gate.status == "passed", icon("trophy", 20), icon("flag", 20))
    return rx.el.div(
        rx.el.span(
            symbol,
            class_name=f"relative z-10 size-11 rounded-2xl grid place-items-center shrink-0 {look}",
        ),
        rx.el.div(
            rx.el.p(title, class_name="font-semibold"),
            rx.el.p(_gate_text(gate), class_name="muted text-[13px]"),
            class_name="min-w-0 flex-1",
        ),
        _gate_action(gate, testid),
        class_name="flex items-center gap-3 flex-wrap p-1.5",
    )


def finals() -> rx.Component:
    """The summit: the final and, after a correction, the comprehensive re-test."""
    return rx.el.div(
        rx.cond(view.final, card(gate(view.final, t("plan.final_test"), "final-test"))),
        rx.cond(view.retest, card(gate(view.retest, t("plan.retest"), "final-test"))),
        class_name="grid gap-5",
    )
