"""The rings of today and of the week, and the challenge that a learner has set themselves."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.achievement_views import ChallengeOffer
from learnconnect_app.domain.goal_rings import FEWEST, MOST_A_DAY, MOST_A_WEEK
from learnconnect_app.pages.achievements.state import AchievementsState
from learnconnect_app.ui.i18n import number, t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import chip, section_card
from learnconnect_app.ui.kit.charts import bar, ring
from learnconnect_app.ui.kit.fields import labelled, saved_mark, text_input
from learnconnect_app.ui.kit.icons import icon

state, view, problem = AchievementsState, AchievementsState.view, AchievementsState.problem
rings = AchievementsState.view.rings
SMALL = "btn-sm h-10"


def _ring(
    share: rx.Var[int], minutes: rx.Var[int], goal: rx.Var[int], title: Any, name: str
) -> rx.Component:
    figure = rx.cond(share == 100, icon("check", 34), number(minutes))
    return rx.el.div(
        ring(share, 112, label=figure),
        rx.el.p(
            rx.el.span(title, class_name="block font-semibold"),
            rx.el.span(
                rx.cond(
                    goal > 0,
                    t("achievements.of_minutes", minutes=minutes, goal=goal),
                    t("achievements.no_goal", minutes=minutes),
                ),
                class_name="muted text-[13px]",
            ),
            class_name="text-center",
        ),
        class_name="flex flex-col items-center gap-3 flex-1 min-w-32",
        data_testid=name,
        data_minutes=minutes,
        data_goal=goal,
    )


def _field(name: str, value: rx.Var[int], most: int, label: Any) -> rx.Component:
    sentence = t_of("error", problem.code, ("goal_minutes",), params=problem.params)
    is_wrong = problem.field == name
    control = text_input(
        name,
        is_wrong=is_wrong,
        type="number",
        input_mode="numeric",
        min=FEWEST,
        max=most,
        default_value=rx.cond(value > 0, value.to(str), ""),
        placeholder=t("achievements.by_plan"),
    )
    return labelled(name, label, control, error=rx.cond(is_wrong, sentence, ""))


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            _field("minutes_a_day", rings.own_day, MOST_A_DAY, t("achievements.a_day")),
            _field("minutes_a_week", rings.own_week, MOST_A_WEEK, t("achievements.a_week")),
            class_name="grid gap-4 sm:grid-cols-2",
        ),
        rx.el.p(t("achievements.goal_hint"), class_name="muted text-[13px] mt-3"),
        rx.el.div(
            button(t("common.save"), type="submit", data_testid="save-goals", class_name=SMALL),
            button(
                t("common.cancel"),
                look="quiet",
                on_click=state.edit_goals(False),
                class_name=SMALL,
            ),
            class_name="flex gap-2 mt-3",
        ),
        on_submit=state.save_goals,
        no_validate=True,
        class_name="mt-5 pt-5 border-t border-base-300",
        data_testid="goals-form",
    )


def goals() -> rx.Component:
    """Changed in place."""
    change = button(
        t("achievements.change_goals"),
        look="quiet",
        on_click=state.edit_goals(True),
        data_testid="edit-goals",
        class_name=f"{SMALL} -mr-2",
    )
    return section_card(
        t("achievements.goals"),
        rx.el.div(
            _ring(
                rings.day_percent,
                rings.day_minutes,
                rings.day_goal,
                t("achievements.today"),
                "day-ring",
            ),
            _ring(
                rings.week_percent,
                rings.week_minutes,
                rings.week_goal,
                t("achievements.this_week"),
                "week-ring",
            ),
            class_name="flex flex-wrap justify-around gap-5",
        ),
        rx.cond(state.is_editing, _form()),
        aside=rx.el.span(
            saved_mark(state.saved),
            rx.cond(state.is_editing, rx.fragment(), change),
            class_name="flex items-center gap-2",
        ),
    )


# ---- the challenge ----------------------------------------------------------------------------


def _offer(offer: rx.Var[ChallengeOffer]) -> rx.Component:
    return rx.el.li(
        rx.el.span(offer.text, class_name="font-semibold min-w-0 flex-1"),
        button(
            t("achievements.choose"),
            look="soft",
            on_click=state.choose(offer.key),
            class_name=SMALL,
            data_testid="choose-challenge",
            data_key=offer.key,
        ),
        class_name="flex items-center gap-3 rounded-2xl border border-base-300 p-3 pl-4",
        data_testid="challenge-offer",
    )


def _offers() -> rx.Component:
    return rx.cond(
        view.offers.length() > 0,
        rx.el.ul(rx.foreach(view.offers, _offer), class_name="grid gap-2.5"),
        rx.el.p(t("achievements.no_offers"), class_name="muted text-sm"),
    )


def _chosen() -> rx.Component:
    own = view.challenge
    drop = button(
        t("achievements.drop"),
        look="quiet",
        on_click=state.drop,
        data_testid="drop-challenge",
        class_name=SMALL,
    )
    change = button(
        t("achievements.change"),
        look="quiet",
        on_click=state.change_challenge(True),
        data_testid="change-challenge",
        class_name=SMALL,
    )
    return rx.el.div(
        rx.el.div(
            rx.el.span(own.text, class_name="font-semibold"),
            rx.el.span(f"{own.count}/{own.target}", class_name="muted text-sm tabular-nums"),
            class_name="flex justify-between gap-3 items-baseline mb-2",
        ),
        bar(own.percent, label=own.text),
        rx.cond(
            own.is_done,
            rx.el.p(
                chip(icon("check", 15), t("achievements.challenge_done"), color="green"),
                class_name="mt-4",
            ),
            rx.el.div(
                rx.cond(own.can_change & ~state.is_changing, change),
                drop,
                class_name="flex flex-wrap gap-1 mt-3 -ml-3",
            ),
        ),
        data_testid="challenge",
        data_key=own.key,
        data_count=own.count,
        data_target=own.target,
        data_done=rx.cond(own.is_done, "true", "false"),
    )


def challenge() -> rx.Component:
    is_choosing = (view.challenge.key == "") | (state.is_changing & view.challenge.can_change)
    return section_card(
        t("achievements.challenge"),
        rx.cond(view.challenge.key != "", _chosen()),
        rx.cond(
            is_choosing,
            rx.el.div(
                rx.el.p(t("achievements.challenge_lead"), class_name="muted text-sm mb-3"),
                _offers(),
                class_name=rx.cond(
                    view.challenge.key != "", "mt-4 pt-4 border-t border-base-300", ""
                ),
            ),
        ),
    )
