"""What the learner has: looks to put on, what premium switches on, everything redeemed."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.looks import FRAMES, THEMES, LookKind
from learnconnect_app.domain.reward_views import LookCard, RedeemedCard
from learnconnect_app.pages.rewards.state import RewardsState
from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.cards import chip, section_card
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.rewards import RedeemedCode

state, view = RewardsState, RewardsState.view
STATES = ("usable", "running", "given", "used", "over", "refunded")


# ---- looks ------------------------------------------------------------------------------------


def _sample(kind: LookKind, look: rx.Var[str]) -> rx.Component:
    if kind is LookKind.THEME:
        return rx.el.span(data_accent=look, class_name="look-swatch size-9 rounded-full")
    return rx.el.span(
        ShellState.shell.initials,
        data_frame=look,
        class_name="bg-primary text-primary-content size-9 rounded-full grid place-items-center "
        "font-bold text-xs",
    )


def _look(kind: LookKind, each: rx.Var[LookCard]) -> rx.Component:
    return rx.el.button(
        _sample(kind, each.look),
        rx.el.span(
            rx.cond(
                each.look == "",
                t("rewards.look.usual"),
                t_of("rewards.look", each.look, (*THEMES, *FRAMES)),
            ),
            rx.cond(
                each.is_lent,
                rx.el.span(t("rewards.lent"), class_name="block muted text-xs font-normal"),
            ),
            class_name="text-left",
        ),
        type="button",
        on_click=state.wear(kind.value, each.look),
        aria_pressed=rx.cond(each.is_worn, "true", "false"),
        data_testid="look",
        data_look=each.look,
        class_name="flex items-center gap-3 rounded-2xl border px-3.5 min-h-14 font-semibold "
        "text-sm cursor-pointer "
        + rx.cond(
            each.is_worn,
            "border-primary ring-1 ring-primary",
            "border-base-300 hover:border-primary/50",
        ).to(str),
    )


def _group(kind: LookKind, title: Any, cards: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h3(title, id=f"own-{kind}", class_name="text-sm font-semibold mb-2"),
        rx.el.div(
            rx.foreach(cards, lambda each: _look(kind, each)),
            role="group",
            aria_labelledby=f"own-{kind}",
            class_name="grid grid-cols-2 gap-2.5",
        ),
    )


def looks() -> rx.Component:
    """Once there is something to choose between."""
    themes, frames = view.themes, view.frames
    return rx.cond(
        (themes.length() > 1) | (frames.length() > 1),
        section_card(
            t("rewards.looks"),
            rx.el.p(t("rewards.looks_text"), class_name="muted text-sm mb-4"),
            rx.el.div(
                rx.cond(themes.length() > 1, _group(LookKind.THEME, t("rewards.themes"), themes)),
                rx.cond(frames.length() > 1, _group(LookKind.FRAME, t("rewards.frames"), frames)),
                class_name="grid gap-5",
            ),
            data_testid="looks",
        ),
    )


# ---- premium ----------------------------------------------------------------------------------


def _perk(words: Any) -> rx.Component:
    return rx.el.li(
        icon("check", 18, class_name="text-success mt-0.5"), words, class_name="flex gap-2.5"
    )


def premium() -> rx.Component:
    is_on = view.premium_until != ""
    return section_card(
        t("rewards.premium"),
        rx.el.p(t("rewards.premium_text"), class_name="muted text-sm mb-3"),
        rx.el.ul(
            _perk(t("rewards.premium_looks")),
            rx.cond(view.has_streak, _perk(t("rewards.premium_freeze"))),
            class_name="grid gap-2 text-sm",
        ),
        aside=rx.cond(
            is_on,
            chip(t("rewards.premium_on"), color="green"),
            chip(t("rewards.premium_off"), color="blue"),
        ),
        data_testid="premium",
        data_on=rx.cond(is_on, "true", "false"),
    )


# ---- what was redeemed ------------------------------------------------------------------------


def _state(each: rx.Var[RedeemedCard]) -> rx.Component:
    words = t_of("rewards.state", each.state, STATES)
    return rx.match(
        each.state,
        ("used", chip(words, color="blue")),
        ("over", chip(words, color="amber")),
        ("refunded", chip(words, color="blue")),
        chip(words, color="green"),
    )


def _code(each: rx.Var[RedeemedCard]) -> rx.Component:
    """A code of its own, and whether it has been used: what is marked can be unmarked."""

    def mark(words: Any, is_used: bool) -> rx.Component:
        return rx.el.button(
            words,
            type="button",
            on_click=state.mark_used(each.id, is_used),
            data_testid="mark-used",
            class_name="btn btn-ghost btn-sm h-10",
        )

    return rx.el.div(
        RedeemedCode.create(code=each.code),
        rx.match(
            each.state,
            ("usable", mark(t("rewards.mark_used"), True)),
            ("used", mark(t("rewards.mark_unused"), False)),
            rx.fragment(),
        ),
        class_name="flex flex-wrap items-center gap-2 mt-1",
    )


def _redeemed(each: rx.Var[RedeemedCard]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.span(each.title, class_name="font-semibold"),
            _state(each),
            class_name="flex flex-wrap items-center justify-between gap-2",
        ),
        rx.el.p(
            t("rewards.on_day", day=date_text(each.day)),
            " · ",
            t("rewards.cost", n=each.cost),
            rx.cond(
                each.last_day != "",
                rx.fragment(" · ", t("rewards.until", day=date_text(each.last_day))),
            ),
            class_name="muted text-[13px]",
        ),
        rx.cond(each.code != "", _code(each)),
        rx.el.p(
            t("rewards.reference", reference=each.reference),
            data_testid="reference",
            data_reference=each.reference,
            class_name="muted text-xs",
        ),
        data_testid="redeemed",
        data_state=each.state,
        class_name="grid gap-1 py-4 border-t border-base-300 first:border-0 first:pt-0",
    )


def history() -> rx.Component:
    return section_card(
        t("rewards.history"),
        rx.cond(
            view.redeemed.length() > 0,
            rx.fragment(
                rx.el.ul(rx.foreach(view.redeemed, _redeemed)),
                rx.el.p(t("rewards.reference_text"), class_name="muted text-[13px] mt-2"),
            ),
            rx.el.p(t("rewards.history_empty"), class_name="muted"),
        ),
        data_testid="history",
    )
