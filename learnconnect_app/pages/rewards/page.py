"""Rewards: how many points there are, what they can be spent on, what was redeemed."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.rewards.own import history, looks, premium
from learnconnect_app.pages.rewards.points import head, just_redeemed, points
from learnconnect_app.pages.rewards.shop import shop
from learnconnect_app.pages.rewards.state import RewardsState
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.shell import page

STACK = "grid gap-5 min-w-0"


def rewards() -> rx.Component:
    return page(
        rx.el.div(
            head(),
            points(),
            just_redeemed(),
            shop(),
            rx.el.div(
                rx.el.div(looks(), premium(), class_name=f"{STACK} content-start"),
                history(),
                class_name="grid lg:grid-cols-2 gap-5 items-start",
            ),
            class_name=f"{STACK} pt-1",
        ),
        title="rewards.title",
        state=RewardsState,
        active="rewards",
        skeleton=loading_page(has_heading=True, class_name="pt-1"),
    )
