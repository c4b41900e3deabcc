"""The goals of today and the week as rings, and the challenge of the week."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.words import TALL, TEXT_LINK, minutes_text
from learnconnect_app.ui.i18n import number, t
from learnconnect_app.ui.kit import charts
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.icons import icon

view = HomeState.view


def _goal_ring(share: Any, minutes: Any, goal: Any, title: Any, name: str) -> rx.Component:
    """Minutes against a goal, which on a free day is none."""
    figure = rx.cond(share == 100, icon("check", 28), number(minutes))
    of_goal = rx.cond(
        goal > 0, rx.fragment(number(minutes), "/", minutes_text(goal)), minutes_text(minutes)
    )
    return rx.el.div(
        charts.ring(share, 92, label=figure),
        rx.el.p(
            rx.el.span(title, class_name="block font-semibold"),
            rx.el.span(of_goal, class_name="muted text-[13px]"),
            class_name="text-center",
        ),
        class_name="grid justify-items-center gap-2",
        data_testid=name,
        data_minutes=minutes,
        data_goal=goal,
    )


def weekly_goal() -> rx.Component:
    left, rings = view.goal_days - view.goal_done, view.rings
    today = rings.day_percent, rings.day_minutes, rings.day_goal
    this_week = rings.week_percent, rings.week_minutes, rings.week_goal
    return section_card(
        t("home.goal"),
        rx.el.div(
            _goal_ring(*today, t("home.goal_today"), "day-ring"),
            _goal_ring(*this_week, t("home.week"), "week-ring"),
            class_name="flex flex-wrap justify-around gap-3",
        ),
        rx.cond(
            view.is_goal_told,
            rx.el.p(
                rx.cond(left > 0, t("home.goal_left", n=left), t("home.goal_reached")),
                class_name="muted text-[13px] text-center mt-3",
            ),
        ),
        rx.cond(view.challenge.key != "", _challenge()),
        aside=page_link(
            t("home.goal_change"), href="/achievements", class_name=f"{TEXT_LINK} {TALL}"
        ),
        data_testid="weekly-goal",
        data_done=view.goal_done,
        data_goal=view.goal_days,
    )


def _challenge() -> rx.Component:
    """What the learner has set themselves for this week."""
    own = view.challenge
    figure = rx.cond(own.is_done, icon("check", 16), rx.fragment(f"{own.count}/{own.target}"))
    return page_link(
        rx.el.span(
            own.text,
            rx.el.span(figure, class_name="muted"),
            class_name="flex justify-between gap-3 text-[13px] font-semibold mb-1.5",
        ),
        charts.bar(own.percent, label=own.text),
        href="/achievements",
        class_name="block mt-4 pt-4 border-t border-base-300",
        data_testid="challenge",
        data_key=own.key,
    )
