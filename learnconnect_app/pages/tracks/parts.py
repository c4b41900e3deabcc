"""Pieces of the choice of a track."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import TrackCard
from learnconnect_app.pages.tracks.state import TracksState
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog, link_button
from learnconnect_app.ui.kit.cards import card, chip, section_card
from learnconnect_app.ui.kit.icons import icon, icon_of

chosen = TracksState.chosen
KINDS = ("role", "language")
FACTS = (("items", "list-checks"), ("time", "clock"), ("pause", "pause"), ("grade", "sprout"))
PAIRS = "grid sm:grid-cols-2 gap-4 sm:[&>:last-child:nth-child(odd)]:col-span-2"
WIDE = "h-12 w-full text-[15px]"


def heading() -> rx.Component:
    return rx.el.header(
        rx.el.h1(t("tracks.title"), class_name="display"),
        rx.el.p(t("tracks.text"), class_name="muted mt-1.5"),
        class_name="pt-1 pb-6",
    )


# ---- the cards --------------------------------------------------------------------------------


def _status(track: TrackCard) -> rx.Component:
    return rx.match(
        track.plan_status,
        ("active", chip(icon("route", 14), t("tracks.status.active"), color="green")),
        ("paused", chip(icon("pause", 14), t("tracks.status.paused"), color="amber")),
        chip(t_of("tracks.kind", track.kind, KINDS)),
    )


def _figures(track: TrackCard) -> rx.Component:
    return rx.el.span(
        t("tracks.topics", n=track.topics),
        " · ",
        t("tracks.items", n=track.item_count),
        class_name="muted text-[13px]",
    )


def _card(track: TrackCard) -> rx.Component:
    """A radio as a card: chosen by mouse, touch, arrows and space."""
    is_chosen = chosen.key == track.key
    sign = rx.el.span(
        icon_of(track.icon, 24),
        class_name="hued hue-violet size-12 rounded-2xl grid place-items-center shrink-0",
    )
    dot = rx.el.span(
        icon("check", 15, class_name="opacity-0 group-has-checked:opacity-100"),
        class_name="size-6 rounded-full border-2 border-[var(--color-edge)] grid "
        "place-items-center text-primary-content group-has-checked:bg-primary "
        "group-has-checked:border-primary transition-colors shrink-0",
    )
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="track",
            value=track.key,
            default_checked=is_chosen,
            on_change=TracksState.choose(track.key),
            class_name="sr-only",
        ),
        rx.el.span(
            sign,
            rx.el.span(
                rx.el.span(track.title, class_name="title leading-tight"),
                _status(track),
                class_name="flex flex-col items-start gap-1.5 flex-1 min-w-0",
            ),
            dot,
            class_name="flex items-center gap-3.5",
        ),
        rx.el.span(track.tagline, class_name="block mt-3.5"),
        rx.el.span(
            icon("arrow-up-right", 16, class_name="mt-0.5"),
            rx.el.span(t("tracks.leads_to"), ": ", class_name="sr-only"),
            rx.el.span(track.leads_to),
            class_name="flex gap-2 text-sm mt-2 text-[var(--ink-violet)]",
        ),
        rx.el.span(_figures(track), class_name="hidden sm:block mt-auto pt-3.5"),
        data_testid=f"track-{track.key}",
        data_status=track.plan_status,
        class_name="card-surface choice group flex flex-col p-4 sm:p-6 cursor-pointer",
    )


def choices() -> rx.Component:
    is_alone = TracksState.tracks.length() == 1
    return rx.el.fieldset(
        rx.el.legend(t("tracks.choices"), class_name="sr-only"),
        rx.el.div(
            rx.foreach(TracksState.tracks, _card),
            class_name=rx.cond(is_alone, "grid gap-4", PAIRS),
        ),
        class_name="min-w-0",
    )


# ---- what comes first -------------------------------------------------------------------------


def _fact(key: str, symbol: str) -> rx.Component:
    return rx.el.li(
        icon(symbol, 18, class_name="text-[var(--ink-violet)] mt-0.5"),
        rx.el.span(t(f"tracks.fact_{key}")),
        class_name="flex gap-3 text-sm",
    )


def _start() -> rx.Component:
    """At once; where a plan is active, after a word about what happens to it."""
    words = (t("tracks.start"), icon("arrow-right", 18))
    asking = DialogButton.create(
        *words,
        target="new-plan",
        data_testid="start-assessment",
        class_name=f"{LOOKS['primary']} {WIDE}",
    )
    at_once = button(
        *words,
        on_click=TracksState.start(chosen.key),
        disabled=~chosen,
        data_testid="start-assessment",
        class_name=WIDE,
    )
    choose_first = rx.el.p(t("tracks.choose_first"), class_name="muted text-[13px] mt-2.5")
    return rx.cond(
        chosen,
        rx.cond(TracksState.active_title != "", asking, at_once),
        rx.fragment(at_once, choose_first),
    )


def _go_on() -> rx.Component:
    """This path was begun before: it goes on instead of beginning again."""
    active = link_button(
        t("tracks.go_on"), href="/plan", symbol="map", data_testid="go-on", class_name=WIDE
    )
    asking = DialogButton.create(
        icon("play", 18),
        t("tracks.resume"),
        target="new-plan",
        data_testid="go-on",
        class_name=f"{LOOKS['primary']} {WIDE}",
    )
    at_once = button(
        t("tracks.resume"),
        symbol="play",
        on_click=TracksState.take_up(chosen.plan_id),
        data_testid="go-on",
        class_name=WIDE,
    )
    paused = rx.cond(TracksState.active_title != "", asking, at_once)
    is_active = chosen.plan_status == "active"
    return rx.fragment(
        rx.el.p(
            rx.cond(is_active, t("tracks.have_active"), t("tracks.have_paused")),
            class_name="text-sm mb-4",
        ),
        rx.cond(is_active, active, paused),
    )


def _begun() -> rx.Var[bool]:
    return chosen & (chosen.plan_status != "")


def assessment() -> rx.Component:
    first = rx.fragment(
        rx.el.h2(t("tracks.first"), class_name="title mb-4"),
        rx.el.ul(*(_fact(*fact) for fact in FACTS), class_name="grid gap-3 mb-6"),
        _start(),
    )
    return card(
        rx.cond(_begun(), _go_on(), first),
        class_name="xl:sticky xl:top-6 xl:col-start-2 xl:row-start-1 xl:row-span-2",
    )


def _block(title: rx.Var[str], index: rx.Var[int]) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            index + 1,
            class_name="relative z-10 size-9 rounded-full hued hue-violet grid place-items-center "
            "text-sm font-bold shrink-0",
        ),
        rx.el.span(title, class_name="font-medium leading-snug"),
        class_name="flex sm:flex-col items-center sm:items-start gap-3",
    )


def ahead() -> rx.Component:
    """The blocks of the chosen track as stops on a path, the last test as its summit."""
    summit = rx.el.li(
        rx.el.span(
            icon("mountain", 18),
            class_name="relative z-10 size-9 rounded-full hued hue-green grid place-items-center "
            "shrink-0",
        ),
        rx.el.span(t("tracks.summit"), class_name="font-medium leading-snug"),
        class_name="flex sm:flex-col items-center sm:items-start gap-3",
    )
    return rx.cond(
        chosen,
        section_card(
            t("tracks.blocks", track=chosen.title),
            rx.el.ol(
                rx.foreach(chosen.blocks, _block),
                summit,
                class_name="stops grid gap-3 sm:grid-flow-col sm:auto-cols-fr",
            ),
            rx.el.p(t("tracks.blocks_text"), class_name="muted text-sm mt-5"),
        ),
    )


def pause_dialog() -> rx.Component:
    """Says what becomes of the active plan before another takes its place."""
    confirm = rx.cond(
        _begun(),
        rx.el.button(
            t("tracks.resume"),
            on_click=TracksState.take_up(chosen.plan_id),
            data_testid="confirm-switch",
            class_name=LOOKS["primary"],
        ),
        rx.el.button(
            t("tracks.start"),
            on_click=TracksState.start(chosen.key),
            data_testid="confirm-start",
            class_name=LOOKS["primary"],
        ),
    )
    plan = TracksState.active_title
    return dialog(
        "new-plan",
        rx.cond(_begun(), t("tracks.switch_title"), t("tracks.confirm_title")),
        rx.cond(_begun(), t("tracks.switch_text", plan=plan), t("tracks.confirm_text", plan=plan)),
        actions=(confirm,),
    )
