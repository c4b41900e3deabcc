"""The collection: what is held, what is near, and every medal with its way to the next tier."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.achievement_views import MedalView
from learnconnect_app.domain.achievements import GROUPS, TIERS
from learnconnect_app.pages.achievements.state import AchievementsState
from learnconnect_app.ui.achievements import Medal
from learnconnect_app.ui.i18n import date_text, number, t, t_of
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero

state, view = AchievementsState, AchievementsState.view


def head() -> rx.Component:
    return rx.el.header(
        rx.el.h1(t("achievements.title"), class_name="display"),
        rx.el.p(t("achievements.lead"), class_name="muted mt-1 max-w-[60ch]"),
    )


def _tier_count(tier: str, count: rx.Var[int]) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            aria_hidden="true",
            class_name="size-4 rounded-full border-2 border-white/60",
            style={"background": f"var(--medal-{tier})"},
        ),
        rx.el.span(number(count), class_name="font-bold"),
        rx.el.span(t(f"achievements.tier.{tier}"), class_name="opacity-95"),
        class_name="inline-flex items-center gap-2 rounded-full bg-white/15 px-2.5 h-8 text-sm",
    )


def summary() -> rx.Component:
    """How many are held; for a newcomer, how close the first one is."""
    held = rx.fragment(
        rx.el.p(
            rx.el.span(number(view.earned), class_name="text-4xl font-bold tracking-tight"),
            rx.el.span(
                t("achievements.of_all", n=view.possible), class_name="opacity-95 font-medium"
            ),
            class_name="flex items-baseline gap-2",
        ),
        rx.el.ul(
            *(
                _tier_count(tier, count)
                for tier, count in zip(TIERS, (view.bronze, view.silver, view.gold), strict=True)
            ),
            class_name="flex flex-wrap gap-2 mt-4",
        ),
    )
    way = rx.cond(view.has_plan, "/home", "/plan/new")
    first = rx.fragment(
        rx.el.h2(t("achievements.first_title"), class_name="text-2xl font-bold tracking-tight"),
        rx.el.p(t("achievements.first_text"), class_name="mt-2 opacity-95 max-w-[52ch]"),
        link_button(
            rx.cond(view.has_plan, t("achievements.first_go"), t("achievements.first_plan_go")),
            href=way,
            look="white",
            class_name=f"{HERO_ACTION} mt-5",
            data_testid="first-step",
        ),
    )
    return hero(
        rx.el.div(rx.cond(view.earned > 0, held, first), class_name="min-w-0 flex-1"),
        data_testid="collection",
        data_earned=view.earned,
    )


# ---- what is near -----------------------------------------------------------------------------


def _near(medal: rx.Var[MedalView]) -> rx.Component:
    return rx.el.li(
        Medal.create(icon=medal.icon, tier=medal.tier, percent=medal.percent, size=52),
        rx.el.div(
            rx.el.p(medal.task, class_name="font-semibold leading-snug mb-1.5"),
            _way(medal),
            class_name="min-w-0 flex-1",
        ),
        class_name="flex items-center gap-3.5",
        data_testid="near",
        data_key=medal.key,
    )


def near() -> rx.Component:
    return rx.cond(
        view.near.length() > 0,
        section_card(
            t("achievements.near"),
            rx.el.ul(rx.foreach(view.near, _near), class_name="grid gap-5"),
        ),
    )


def _way(medal: rx.Var[MedalView]) -> rx.Component:
    return rx.el.div(
        bar(medal.percent, label=medal.task),
        rx.el.span(
            f"{medal.count}/{medal.target}",
            class_name="muted text-[13px] tabular-nums whitespace-nowrap",
        ),
        class_name="flex items-center gap-3 w-full",
    )


# ---- the collection ---------------------------------------------------------------------------


def _pips(medal: rx.Var[MedalView]) -> rx.Component:
    """One dot a tier, filled when it is held."""

    def pip(place: int, tier: str) -> rx.Component:
        return rx.cond(
            medal.tiers > place,
            rx.el.span(
                class_name="size-2.5 rounded-full",
                style={
                    "background": rx.cond(
                        medal.held > place, f"var(--medal-{tier})", "var(--track)"
                    )
                },
            ),
        )

    return rx.el.span(
        *(pip(place, tier) for place, tier in enumerate(TIERS)),
        aria_hidden="true",
        class_name="flex gap-1.5 h-2.5",
    )


def _medal(medal: rx.Var[MedalView]) -> rx.Component:
    return rx.el.li(
        Medal.create(icon=medal.icon, tier=medal.tier, percent=medal.percent, size=84),
        rx.el.h3(medal.name, class_name="font-semibold leading-snug mt-1"),
        _pips(medal),
        rx.cond(
            medal.tier != "",
            rx.el.p(
                t_of("achievements.tier", medal.tier, TIERS),
                rx.cond(medal.day != "", rx.fragment(" · ", date_text(medal.day))),
                class_name="text-[13px] font-medium",
            ),
        ),
        rx.el.p(medal.task, class_name="muted text-[13px] text-pretty"),
        rx.cond(
            medal.next_tier != "",
            rx.el.div(_way(medal), class_name="w-full mt-auto pt-1"),
        ),
        class_name="card-surface p-4 flex flex-col items-center text-center gap-2",
        data_testid="achievement",
        data_key=medal.key,
        data_tier=medal.tier,
        data_count=medal.count,
        data_target=medal.target,
    )


def _filter(key: str, words: Any) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        on_click=state.show_group(key),
        aria_pressed=rx.cond(state.group == key, "true", "false"),
        data_testid=f"group-{key or 'all'}",
        class_name="whitespace-nowrap",
    )


def _shown(medal: rx.Var[MedalView]) -> rx.Component:
    return rx.cond((state.group == "") | (state.group == medal.group), _medal(medal))


def collection() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(t("achievements.collection"), class_name="title"),
            rx.el.div(
                _filter("", t("achievements.group.all")),
                *(_filter(group, t(f"achievements.group.{group}")) for group in GROUPS),
                role="group",
                aria_label=t("achievements.filter"),
                class_name="segmented overflow-x-auto max-w-full",
            ),
            class_name="flex flex-wrap items-center justify-between gap-3 mb-4",
        ),
        rx.el.ul(
            rx.foreach(view.medals, _shown),
            class_name="grid grid-cols-2 sm:grid-cols-3 xl:grid-cols-4 gap-3 sm:gap-4",
        ),
    )
