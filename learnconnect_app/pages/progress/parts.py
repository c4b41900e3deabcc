"""What stands first on `/progress`: the sentence, the figures, the subjects with their topics."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.progress import HEADLINES, MOVES, SPEEDS
from learnconnect_app.pages.progress.state import ProgressState
from learnconnect_app.ui.i18n import number, percent, t, t_of
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import card, empty_state, skeleton
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero

state, view = ProgressState, ProgressState.view


def headline() -> rx.Component:
    """One sentence, and the one thing to do about it."""
    told, move = view.headline, view.move
    return hero(
        rx.el.div(
            rx.el.h2(
                t_of("progress.headline", told.code, HEADLINES, params=told.params),
                class_name="text-[1.375rem] sm:text-[1.75rem] font-bold tracking-tight "
                "leading-tight max-w-[32ch] text-pretty",
                data_testid="headline",
                data_code=told.code,
            ),
            rx.el.p(
                t_of("progress.move", move.told.code, MOVES, params=move.told.params),
                class_name="mt-2.5 opacity-95 max-w-[58ch]",
                data_testid="move",
                data_code=move.told.code,
            ),
            link_button(
                t_of("progress.go", move.told.code, MOVES),
                href=move.href,
                look="white",
                class_name=f"mt-5 {HERO_ACTION}",
                data_testid="move-go",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.cond(
            view.state == "told",
            rx.el.div(
                ring(view.percent, 124, on_hero=True),
                rx.el.span(view.plan, class_name="text-[13px] font-medium"),
                class_name="max-sm:hidden shrink-0 flex flex-col items-center gap-2",
            ),
        ),
    )


def _figure(label: Any, value: Any, text: Any, name: str) -> rx.Component:
    return rx.el.div(
        rx.el.dt(label, class_name="muted text-[13px]"),
        rx.el.dd(
            rx.el.span(value, class_name="block text-xl font-bold tracking-tight"),
            rx.el.span(text, class_name="muted text-[13px] block"),
        ),
        class_name="min-w-0",
        data_testid=f"stat-{name}",
    )


def figures() -> rx.Component:
    memory = rx.cond(
        view.remembered < 0,
        t("progress.memory_none"),
        rx.cond(
            view.predicted < 0,
            t("progress.memory_alone"),
            t("progress.memory_expected", percent=view.predicted),
        ),
    )
    gain = rx.cond(view.efficiency < 0, t("progress.gain_none"), t("progress.gain_text"))
    speed = t_of("progress.speed", view.speed.code, SPEEDS, params=view.speed.params)
    return rx.el.dl(
        _figure(
            t("progress.mastered"),
            number(view.mastered),
            t("progress.mastered_of", n=view.topics),
            "mastered",
        ),
        _figure(t("progress.speed_label"), number(view.velocity), speed, "velocity"),
        _figure(
            t("progress.memory_label"),
            rx.cond(view.remembered < 0, "–", percent(view.remembered)),
            memory,
            "retention",
        ),
        _figure(
            t("progress.gain_label"),
            rx.cond(view.efficiency < 0, "–", number(view.efficiency)),
            gain,
            "efficiency",
        ),
        class_name="card-surface p-4 sm:px-6 grid grid-cols-2 md:grid-cols-4 gap-x-4 gap-y-5",
        data_testid="progress-figures",
    )


def score() -> rx.Component:
    """What mocks let expect: a range, never a point."""
    found = view.score
    return rx.cond(
        found.mocks > 0,
        card(
            rx.el.p(
                t("progress.score", low=found.low, high=found.high, most=found.most),
                class_name="title",
            ),
            rx.el.p(
                t("progress.score_text", title=found.title, n=found.mocks),
                class_name="muted text-sm mt-0.5",
            ),
            data_testid="score-range",
        ),
    )


# ---- subjects and their topics ----------------------------------------------------------------


def nothing_yet() -> rx.Component:
    to_today = link_button(t("progress.to_today"), href="/home", class_name="h-11")
    return card(
        empty_state("gauge", t("progress.empty"), t("progress.empty_text"), to_today, is_page=True),
        data_testid="progress-empty",
    )


def loading() -> rx.Component:
    """The shape of the page until its data are there."""
    return rx.el.div(
        skeleton("h-12 w-48 !rounded-2xl"),
        skeleton("h-56 w-full !rounded-3xl"),
        skeleton("h-24 w-full !rounded-3xl"),
        skeleton("h-96 w-full !rounded-3xl"),
        class_name="grid gap-5",
        aria_busy="true",
    )
