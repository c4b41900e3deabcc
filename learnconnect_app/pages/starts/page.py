"""The guided start: seven short steps, each with what to do, where, and how it is known."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.starts import KEYS, StepView
from learnconnect_app.pages.starts.state import StartState
from learnconnect_app.ui.browser import Celebration
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card, skeleton
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_sign, hero_words
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.shell import page

view = StartState.view


def _title(step: StepView) -> rx.Var[str]:
    return t_of("start.title", step.key, KEYS)


def _how_far() -> rx.Component:
    """The whole of it, and the way past it."""
    count = t("start.count", done=view.done, total=view.total)
    return hero(
        hero_words(
            "compass",
            count,
            t("start.hero"),
            t("start.hero_text"),
            button(
                t("start.put_away"),
                look="glass",
                on_click=StartState.put_away,
                data_testid="put-start-away",
                class_name=HERO_ACTION,
            ),
        ),
        rx.el.div(
            ring(view.percent, 112, on_hero=True, label=f"{view.decided}/{view.total}"),
            class_name="max-sm:hidden",
        ),
        data_testid="start",
        data_done=view.done,
    )


def _over() -> rx.Component:
    return hero(
        hero_words(
            "sparkles",
            t("start.over_mark"),
            t("start.over"),
            t("start.over_text", n=view.done),
            link_button(
                t("start.to_home"),
                href="/home",
                look="white",
                symbol="play",
                data_testid="start-home",
                class_name=HERO_ACTION,
            ),
        ),
        rx.el.div(hero_sign(icon("check", 48)), class_name="max-sm:hidden"),
        data_testid="start-over",
    )


# ---- the steps --------------------------------------------------------------------------------


def _mark(step: StepView) -> rx.Component:
    """Its number, or that it is done."""
    look = "size-9 rounded-full grid place-items-center shrink-0 font-bold text-sm "
    return rx.cond(
        step.status == "done",
        rx.el.span(icon("check", 18), class_name=f"{look} bg-primary text-primary-content"),
        rx.el.span(
            step.number,
            class_name=rx.cond(
                step.is_next,
                f"{look} hued hue-violet",
                f"{look} border border-base-300 muted",
            ),
        ),
    )


def _what_to_do(step: StepView) -> rx.Component:
    """Of the step that is next."""
    return rx.el.div(
        rx.el.p(t_of("start.text", step.key, KEYS), class_name="max-w-[58ch]"),
        rx.el.p(t_of("start.check", step.key, KEYS), class_name="muted text-[13px] max-w-[58ch]"),
        rx.el.div(
            link_button(
                t_of("start.go", step.key, KEYS),
                href=step.href,
                data_testid="start-go",
                class_name="h-12 px-5 max-sm:w-full",
            ),
            rx.cond(
                step.is_by_hand,
                button(
                    t("start.tick"),
                    look="outline",
                    on_click=StartState.tick(step.key),
                    data_testid="start-tick",
                    class_name="h-12 px-5 max-sm:w-full",
                ),
            ),
            button(
                t("start.skip"),
                look="quiet",
                on_click=StartState.skip(step.key),
                data_testid="start-skip",
                class_name="h-12 px-4 max-sm:w-full",
            ),
            class_name="flex flex-wrap gap-2 pt-2",
        ),
        class_name="grid gap-2 mt-3 sm:ml-[3.25rem]",
    )


def _beside(step: StepView) -> rx.Component:
    """How a step stands that is not next, and the way to it."""
    return rx.match(
        step.status,
        ("done", rx.el.span(t("start.done"), class_name="text-success text-sm font-semibold")),
        (
            "skipped",
            button(
                t("start.take_up"),
                look="quiet",
                on_click=StartState.go_on(step.key),
                aria_label=t("start.take_up_of", title=_title(step)),
                data_testid=f"start-again-{step.key}",
                class_name="h-11 px-3 text-sm",
            ),
        ),
        page_link(
            icon("chevron-right", 20),
            href=step.href,
            aria_label=_title(step),
            class_name="btn btn-ghost btn-circle size-11",
        ),
    )


def _step(step: StepView) -> rx.Component:
    quiet = rx.cond(step.status == "skipped", "muted", "")
    return rx.el.li(
        card(
            rx.el.div(
                _mark(step),
                rx.el.h2(_title(step), class_name=f"heading flex-1 min-w-0 {quiet}"),
                rx.cond(step.is_next, rx.fragment(), _beside(step)),
                class_name="flex items-center gap-4 min-h-11",
            ),
            rx.cond(step.is_next, _what_to_do(step)),
            class_name=rx.cond(step.is_next, "!border-primary/60", "!py-2.5"),
        ),
        data_testid=f"step-{step.key}",
        data_status=step.status,
        aria_current=rx.cond(step.is_next, "step", "false"),
        key=step.key,
    )


def waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-9 w-64 mt-1 mb-6"),
        skeleton("h-52 !rounded-[1.25rem]"),
        skeleton("h-96 !rounded-[1.25rem] mt-5"),
        aria_busy="true",
        class_name="max-w-3xl mx-auto",
    )


def start() -> rx.Component:
    return page(
        Celebration.create(at=StartState.cheers),
        rx.el.div(
            rx.el.h1(t("start.heading"), class_name="display pt-1 pb-5"),
            rx.cond(view.is_over, _over(), _how_far()),
            rx.el.ol(
                rx.foreach(view.steps, _step),
                on_mount=StartState.look,
                class_name="grid gap-3 mt-5",
            ),
            class_name="max-w-3xl mx-auto",
        ),
        title="start.heading",
        state=StartState,
        skeleton=waiting(),
    )
