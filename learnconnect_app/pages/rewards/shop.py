"""The shop: a card for each reward, with the one thing to do about it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.reward_views import ENDLESS, RewardCard
from learnconnect_app.pages.rewards.state import RewardsState
from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import dialog
from learnconnect_app.ui.kit.cards import card, chip, empty_state
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import icon

state, view = RewardsState, RewardsState.view
FEW = 20
"""So many left, or fewer, are said."""
REASONS = (
    *("reward_owned", "reward_limit", "reward_sold_out"),
    *("reward_soon", "reward_freezes_full"),
)


def _sign(reward: rx.Var[RewardCard]) -> rx.Component:
    """How it looks, or a sign of what it is."""
    place = "size-14 rounded-2xl grid place-items-center shrink-0"
    return rx.match(
        reward.kind,
        ("theme", rx.el.span(data_accent=reward.look, class_name=f"look-swatch {place}")),
        (
            "frame",
            rx.el.span(
                rx.el.span(
                    ShellState.shell.initials,
                    data_frame=reward.look,
                    class_name="bg-primary text-primary-content size-11 rounded-full grid "
                    "place-items-center font-bold text-sm",
                ),
                class_name=place,
            ),
        ),
        ("premium_days", rx.el.span(icon("sparkles", 26), class_name=f"hued hue-amber {place}")),
        ("streak_freeze", rx.el.span(icon("snowflake", 26), class_name=f"hued hue-blue {place}")),
        rx.el.span(icon("gift", 26), class_name=f"hued hue-violet {place}"),
    )


def _terms(reward: rx.Var[RewardCard]) -> rx.Component:
    """What is scarce about it, or limited."""
    few = (reward.left > 0) & (reward.left <= FEW) & (reward.left != ENDLESS)
    return rx.el.div(
        rx.cond(few, chip(t("rewards.left", n=reward.left), color="orange")),
        rx.cond(reward.valid_days > 0, chip(t("rewards.lasts", n=reward.valid_days), color="blue")),
        rx.cond(
            reward.last_day != "",
            chip(t("rewards.until", day=date_text(reward.last_day)), color="amber"),
        ),
        class_name="flex flex-wrap gap-2 col-span-2 empty:hidden",
    )


def _missing(reward: rx.Var[RewardCard]) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            t("rewards.missing", n=reward.missing), class_name="muted text-sm font-semibold mb-1.5"
        ),
        bar(reward.percent, label=t("rewards.progress", title=reward.title)),
        data_testid="missing",
        data_missing=reward.missing,
        class_name="w-full",
    )


def _reason(reward: rx.Var[RewardCard]) -> rx.Component:
    words = t_of(
        "rewards.reason", reward.reason, REASONS, n=reward.most, day=date_text(reward.first_day)
    )
    return rx.el.p(
        rx.cond(reward.reason == "reward_owned", icon("check", 18)),
        words,
        class_name="flex items-center gap-2 font-semibold muted min-h-11",
    )


def _action(reward: rx.Var[RewardCard]) -> rx.Component:
    return rx.match(
        reward.reason,
        (
            "",
            rx.fragment(
                DialogButton.create(
                    t("rewards.redeem"),
                    rx.el.span(": ", reward.title, class_name="sr-only"),
                    target="redeem-" + reward.id.to(str),
                    data_testid="redeem",
                    class_name="btn hued hue-violet border-transparent h-11 w-full",
                ),
                _ask(reward),
            ),
        ),
        ("reward_points", _missing(reward)),
        _reason(reward),
    )


def _ask(reward: rx.Var[RewardCard]) -> rx.Component:
    return dialog(
        f"redeem-{reward.id}",
        t("rewards.ask_title", cost=reward.cost, balance=view.balance),
        rx.el.p(t("rewards.ask_text", title=reward.title, n=view.balance - reward.cost)),
        actions=(
            rx.el.button(
                t("rewards.ask_yes"),
                on_click=state.redeem(reward.id, state.request, reward.terms),
                data_testid="confirm-redeem",
                class_name="btn btn-primary",
            ),
        ),
    )


def _card(reward: rx.Var[RewardCard]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            _sign(reward),
            rx.el.div(
                rx.el.h3(reward.title, class_name="font-semibold leading-snug"),
                rx.el.p(
                    t("rewards.cost", n=reward.cost), class_name="text-sm font-bold tabular-nums"
                ),
                class_name="min-w-0",
            ),
            class_name="flex items-center gap-3.5",
        ),
        rx.el.p(reward.text, class_name="muted text-sm text-pretty col-span-2"),
        _terms(reward),
        rx.el.div(
            _action(reward),
            class_name="sm:mt-auto sm:pt-1 flex items-end sm:min-h-12 "
            + rx.cond(reward.reason == "", "col-start-2 row-start-1", "col-span-2").to(str),
        ),
        data_testid="reward",
        data_kind=reward.kind,
        data_look=reward.look,
        data_reason=reward.reason,
        class_name="card-surface p-4 sm:p-5 gap-3 grid grid-cols-[1fr_auto] items-center "
        "sm:flex sm:flex-col sm:items-stretch",
    )


def shop() -> rx.Component:
    empty = card(empty_state("gift", t("rewards.shop_empty"), t("rewards.shop_empty_text")))
    return rx.el.section(
        rx.el.h2(t("rewards.shop"), class_name="title mb-4"),
        rx.cond(
            view.offers.length() > 0,
            rx.el.ul(
                rx.foreach(view.offers, _card),
                class_name="grid gap-4 sm:grid-cols-2 xl:grid-cols-3",
            ),
            empty,
        ),
        data_testid="shop",
    )
