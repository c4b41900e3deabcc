"""How many points there are, how near the next reward is, and what has just been redeemed."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.rewards import Kind
from learnconnect_app.pages.rewards.state import RewardsState
from learnconnect_app.ui.i18n import date_text, number, t
from learnconnect_app.ui.kit.heroes import hero
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.rewards import RedeemedCode

state, view, just = RewardsState, RewardsState.view, RewardsState.just


def head() -> rx.Component:
    return rx.el.header(
        rx.el.h1(t("rewards.title"), class_name="display"),
        rx.el.p(t("rewards.lead"), class_name="muted mt-1 max-w-[60ch]"),
    )


def _next() -> rx.Component:
    """How near the next one is."""
    near = view.next_up
    return rx.el.div(
        rx.el.p(
            t("rewards.next", n=near.missing, title=near.title), class_name="font-semibold mb-2"
        ),
        rx.el.div(
            rx.el.div(
                class_name="grow h-full rounded-full bg-white",
                style={"width": near.percent.to(str) + "%"},
            ),
            role="progressbar",
            aria_valuenow=near.percent,
            aria_valuemin=0,
            aria_valuemax=100,
            aria_label=t("rewards.progress", title=near.title),
            class_name="h-2 rounded-full overflow-hidden bg-white/25",
        ),
        data_testid="next-reward",
        class_name="max-w-sm",
    )


def points() -> rx.Component:
    words = rx.cond(
        view.earned == 0,
        rx.el.p(t("rewards.none_yet"), class_name="opacity-95 max-w-[44ch]"),
        rx.cond(
            view.next_up.id != "",
            _next(),
            rx.el.p(t("rewards.all_open"), class_name="opacity-95"),
        ),
    )
    until = rx.cond(
        view.premium_until != "",
        rx.el.p(
            icon("sparkles", 15),
            t("rewards.premium_until", day=date_text(view.premium_until)),
            data_testid="premium-until",
            class_name="inline-flex items-center gap-1.5 rounded-full bg-white/15 px-3 min-h-7 "
            "text-[13px] font-semibold mt-4",
        ),
    )
    return hero(
        rx.el.div(
            rx.el.p(t("rewards.you_have"), class_name="font-medium opacity-95"),
            rx.el.p(
                rx.el.span(number(view.balance), class_name="text-5xl font-bold tracking-tight"),
                rx.el.span(t("rewards.points", n=view.balance), class_name="text-lg font-semibold"),
                class_name="flex items-baseline gap-2 mt-1 mb-4",
            ),
            words,
            until,
            class_name="min-w-0 flex-1",
        ),
        rx.el.span(
            icon("gift", 44),
            class_name="size-28 rounded-full bg-white/15 place-items-center shrink-0 hidden "
            "sm:grid",
        ),
        data_testid="points",
        data_points=view.balance,
    )


def just_redeemed() -> rx.Component:
    """What has come of it, in sight wherever the page is, until it is put away."""
    kinds = tuple(Kind)
    words = rx.match(just.kind, *((kind, t(f"rewards.done_{kind}")) for kind in kinds), "")
    return rx.el.div(
        rx.cond(
            just.id != "",
            rx.el.section(
                rx.el.span(
                    icon("check", 24),
                    class_name="medal-pop size-12 rounded-full grid place-items-center shrink-0 "
                    "bg-primary text-primary-content",
                ),
                rx.el.div(
                    rx.el.h2(t("rewards.done", title=just.title), class_name="heading"),
                    rx.el.p(words, class_name="muted"),
                    rx.cond(
                        just.code != "",
                        rx.el.div(
                            RedeemedCode.create(code=just.code),
                            class_name="mt-3",
                            style={"pointerEvents": "auto"},  # the card lets presses through
                        ),
                    ),
                    class_name="celebrated-words",
                ),
                rx.el.button(
                    icon("x", 18),
                    aria_label=t("common.close"),
                    on_click=state.put_away,
                    type="button",
                ),
                data_testid="just-redeemed",
                class_name="celebrated",
            ),
        ),
        role="status",
        class_name="empty:hidden",
    )
