"""Pieces of the journey."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import (
    DayView,
    GateView,
    PlanSummary,
    ResourceView,
    SkippedBlockView,
    WeekView,
)
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import date_text, percent, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog, link_button
from learnconnect_app.ui.kit.cards import card, chip, empty_state, note, section_card
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import hue, icon, icon_of, resource_icon
from learnconnect_app.ui.results import career_card, diagnosis_card

view, task = PlanState.view, PlanState.task
REASONS = ("weakest", "prerequisite", "order", "weak_topic", "correction")
RESOURCE_KINDS = ("video", "article", "practice", "book")


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
            class_name="flex items-start justify-between gap-3",
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


# ---- the day that is open ---------------------------------------------------------------------


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
                    t_of("plan.kind", resource.kind, RESOURCE_KINDS),
                    " · ",
                    resource.host,
                    " · ",
                    t("common.minutes", n=resource.minutes),
                    class_name="muted text-[13px] block truncate",
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
    return rx.cond(
        task.status == "completed",
        done,
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
        rx.el.div(_day_actions(), class_name="mt-5 settles"),
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


# ---- the path -----------------------------------------------------------------------------------


def _mark(symbol: str, look: str) -> rx.Component:
    return rx.el.span(
        icon(symbol, 18),
        class_name=f"relative z-10 size-11 rounded-full grid place-items-center shrink-0 {look}",
    )


def _open_stop(day: DayView, week_number: rx.Var[int]) -> rx.Component:
    is_done = day.status == "completed"
    mark = rx.cond(
        is_done,
        _mark("check", "bg-primary text-primary-content"),
        _mark("play", "bg-primary text-primary-content alive"),
    )
    words = rx.el.span(
        rx.el.span(
            day.title,
            class_name=rx.cond(is_done, "block font-medium", "block font-semibold"),
        ),
        rx.el.span(
            rx.cond(day.kind == "extra", t("plan.extra_day"), t("plan.day", n=day.number)),
            " · ",
            rx.cond(
                is_done,
                date_text(day.completed_day),
                t("common.minutes", n=day.minutes),
            ),
            class_name="muted text-[13px]",
            data_testid=rx.cond(day.kind == "extra", "extra-day", "day-line"),
        ),
        class_name="min-w-0 text-left",
    )
    is_open = task.id == day.task_id
    look = rx.cond(is_open, "bg-[var(--tint-violet)]", "hover:bg-base-200")
    fresh = rx.cond(is_done, "", "unlocked-now")
    return rx.el.button(
        mark,
        words,
        type="button",
        on_click=PlanState.open_day(day.task_id),
        aria_pressed=is_open,
        class_name=f"flex items-center gap-3 w-full rounded-2xl p-1.5 pr-3 {look} {fresh}",
    )


def _locked_stop(day: DayView) -> rx.Component:
    """Only the number is known here: the text of a locked day never leaves the server."""
    return rx.el.div(
        _mark("lock", "bg-[var(--track)] muted"),
        rx.el.span(
            rx.el.span(
                rx.cond(day.number % 2 == 0, "▪▪▪▪▪▪▪ ▪▪▪▪▪▪", "▪▪▪▪▪▪▪▪▪▪ ▪▪▪"),
                aria_hidden="true",
                class_name="locked-text block",
            ),
            rx.el.span(
                rx.cond(day.kind == "extra", t("plan.extra_day"), t("plan.day", n=day.number)),
                " · ",
                t("plan.locked"),
                class_name="muted text-[13px]",
                data_testid=rx.cond(day.kind == "extra", "extra-day", "day-line"),
            ),
        ),
        class_name="flex items-center gap-3 p-1.5",
    )


def _far_stop(day: DayView, week_number: rx.Var[int]) -> rx.Component:
    """A day of a week that is locked as a whole."""
    return rx.el.li(
        rx.el.span(
            icon("lock", 15),
            class_name="relative z-10 size-9 rounded-full grid place-items-center "
            "bg-[var(--track)] muted",
        ),
        rx.el.span("▪▪▪▪", aria_hidden="true", class_name="locked-text text-xs"),
        rx.el.span(t("plan.day", n=day.number), " · ", t("plan.locked"), class_name="sr-only"),
        data_testid=f"day-{week_number}-{day.number}",
        data_status=day.status,
        class_name="flex flex-col items-center gap-1",
    )


def _days(week: WeekView) -> rx.Component:
    return rx.cond(
        week.status == "locked",
        rx.el.ol(
            rx.foreach(week.days, lambda day: _far_stop(day, week.number)),
            class_name="journey-far grid grid-cols-7 gap-1 mt-5",
        ),
        rx.el.ol(
            rx.foreach(week.days, lambda day: _stop(day, week.number)),
            class_name="journey-path grid gap-1 mt-5",
        ),
    )


def _stop(day: DayView, week_number: rx.Var[int]) -> rx.Component:
    side_loop = rx.cond(day.kind == "extra", "ml-6 border-l-2 border-dashed border-base-300", "")
    return rx.el.li(
        rx.cond(day.status == "locked", _locked_stop(day), _open_stop(day, week_number)),
        data_testid=f"day-{week_number}-{day.number}",
        data_status=day.status,
        class_name=f"relative {side_loop}",
    )


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


def _gate(gate: GateView, title: rx.Component | rx.Var[str], testid: str) -> rx.Component:
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


def _week_head(week: WeekView) -> rx.Component:
    state = rx.match(
        week.status,
        ("passed", chip(icon("check", 14), t("plan.week_passed"), color="green")),
        ("locked", chip(icon("lock", 14), t("plan.locked"), color="violet")),
        ("test_ready", chip(icon("flag", 14), t("plan.week_test"), color="amber")),
        chip(t("plan.week_now"), color="violet"),
    )
    symbol = rx.cond(week.status == "locked", icon("lock"), icon_of(week.icon))
    name = rx.cond(week.kind == "correction", t("plan.correction"), t("plan.week", n=week.number))
    return rx.el.div(
        rx.el.span(
            symbol,
            class_name="hued size-11 rounded-xl grid place-items-center shrink-0 "
            f"{hue(week.color)}",
        ),
        rx.el.div(
            rx.el.p(name, class_name="muted text-[13px] font-semibold"),
            rx.cond(
                week.title != "",
                rx.el.h2(week.title, class_name="title"),
                rx.el.p("▪▪▪▪▪▪▪▪ ▪▪▪▪▪▪▪", class_name="title locked-text", aria_hidden="true"),
            ),
            rx.cond(
                week.description != "", rx.el.p(week.description, class_name="muted text-sm mt-1")
            ),
            class_name="min-w-0 flex-1",
        ),
        state,
        class_name="flex items-start gap-3",
    )


def week(week: WeekView) -> rx.Component:
    return rx.el.li(
        _week_head(week),
        rx.cond(
            week.is_role_switch_suggested,
            note(
                t("results.role_switch"),
                " ",
                rx.el.a(t("results.role_switch_link"), href="/plan/new", class_name="underline"),
                symbol="signpost",
                color="amber",
                data_testid="role-switch",
                class_name="mt-4",
            ),
        ),
        rx.cond(week.diagnosis, rx.el.div(diagnosis_card(week.diagnosis), class_name="mt-4")),
        _days(week),
        rx.cond(
            week.gate,
            rx.el.div(
                _gate(week.gate, t("plan.weekly_test"), "weekly-test"),
                class_name="mt-2 pt-3 border-t border-base-300",
            ),
        ),
        data_testid=rx.cond(week.kind == "correction", "correction-plan", f"week-{week.number}"),
        data_status=week.status,
        data_week=week.number,
        class_name="card-surface p-4 sm:p-6",
    )


def finals() -> rx.Component:
    """The summit: the final and, after a correction, the comprehensive re-test."""
    return rx.el.div(
        rx.cond(view.final, card(_gate(view.final, t("plan.final_test"), "final-test"))),
        rx.cond(view.retest, card(_gate(view.retest, t("plan.retest"), "final-test"))),
        class_name="grid gap-5",
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
