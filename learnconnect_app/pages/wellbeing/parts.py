"""Pieces of the wellbeing page."""

from __future__ import annotations

from typing import get_args

import reflex as rx

from learnconnect_app.content.motivation import Mood
from learnconnect_app.domain.wellbeing_views import (
    FeelingDay,
)
from learnconnect_app.pages.wellbeing.state import WellbeingState
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.cards import card, section_card
from learnconnect_app.ui.kit.icons import icon_of
from learnconnect_app.ui.wellbeing import Breathing

view, state = WellbeingState.view, WellbeingState

MOODS = get_args(Mood)
TRENDS = ("heavy", "steady", "lighter", "unknown")
SIGNS = {"excited": "zap", "focused": "brain-circuit", "tired": "moon-star", "demotivated": "cloud"}
"""Icons of `assets/icons.svg`, as the lesson page has them."""
HUES = {"excited": "amber", "focused": "green", "tired": "violet", "demotivated": "rose"}
BREATHING = "breathing"


def question() -> rx.Component:
    """How are you? With an answer, a line that fits it."""
    return card(
        rx.el.h1(
            rx.cond(view.mood == "", t("wellbeing.title"), t("wellbeing.title_said")),
            class_name="display",
        ),
        rx.el.p(
            rx.cond(
                view.mood == "", t("wellbeing.lead"), t_of("wellbeing.answer", view.mood, MOODS)
            ),
            class_name="muted mt-1 max-w-[60ch]",
            role="status",
        ),
        rx.el.fieldset(
            rx.el.legend(t("wellbeing.title"), class_name="sr-only"),
            rx.el.div(
                *(_mood(code) for code in MOODS), class_name="grid grid-cols-2 sm:grid-cols-4 gap-3"
            ),
            class_name="mt-5",
        ),
        rx.cond(
            view.is_low,
            rx.el.div(
                rx.el.a(
                    t("wellbeing.to_breath"),
                    href=f"#{BREATHING}",
                    class_name="btn btn-primary h-12 px-6",
                ),
                link_button(t("wellbeing.to_today"), href="/home", look="quiet", class_name="h-12"),
                class_name="mt-5 flex flex-wrap gap-3",
            ),
        ),
        _line(),
        data_testid="mood-card",
        data_mood=view.mood,
    )


def _mood(code: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="mood",
            value=code,
            checked=view.mood == code,
            on_change=state.say_mood(code),
            class_name="sr-only",
        ),
        icon_of(rx.Var.create(SIGNS[code]), 24),
        t(f"wellbeing.mood.{code}"),
        data_testid=f"mood-{code}",
        class_name=f"mood-choice hue-{HUES[code]}",
    )


def _line() -> rx.Component:
    line = view.line
    return rx.el.figure(
        rx.el.blockquote(line.text, class_name="text-lg leading-relaxed max-w-[60ch]"),
        rx.cond(
            line.author != "",
            rx.el.figcaption(
                line.author,
                rx.el.span(" · ", line.source, class_name="muted"),
                class_name="text-[13px] mt-2 font-semibold",
            ),
        ),
        data_testid="line",
        class_name="mt-6 pl-4 border-l-2 border-[var(--bar-violet)]",
    )


def offer() -> rx.Component:
    """Help on heavy days, which can be put away."""
    return rx.cond(
        view.is_help_offered,
        card(
            rx.el.h2(t("wellbeing.offer_title"), class_name="heading"),
            rx.el.p(t("wellbeing.offer_text"), class_name="mt-2 max-w-[62ch]"),
            rx.el.p(t("wellbeing.offer_lines"), class_name="mt-2 max-w-[62ch] font-medium"),
            rx.el.div(
                link_button(t("wellbeing.offer_lighter"), href="/study", look="soft"),
                button(
                    t("wellbeing.offer_away"),
                    look="quiet",
                    on_click=state.put_away,
                    data_testid="offer-away",
                ),
                class_name="mt-4 flex flex-wrap gap-3",
            ),
            class_name="rise",
            data_testid="help-offer",
        ),
    )


def breathing() -> rx.Component:
    return section_card(
        t("wellbeing.breath_title"),
        rx.el.p(t("wellbeing.breath_text"), class_name="muted -mt-2 max-w-[60ch]"),
        Breathing.create(),
        id=BREATHING,
        class_name="scroll-mt-4",
    )


def strip() -> rx.Component:
    """Four weeks of moods, once there is one."""
    return rx.cond(
        view.days.length() > 0,
        section_card(
            t("wellbeing.days_title"),
            rx.el.p(
                t_of("wellbeing.trend", view.trend, TRENDS),
                class_name="muted -mt-2 mb-4",
                data_testid="trend",
                data_trend=view.trend,
            ),
            rx.el.ul(
                rx.foreach(view.days, _day),
                class_name="grid grid-cols-7 gap-1.5 max-w-md",
                aria_label=t("wellbeing.days_title"),
            ),
            rx.el.div(*(_key(code) for code in MOODS), class_name="mt-4 flex flex-wrap gap-x-3"),
            rx.el.p(t("wellbeing.private"), class_name="muted text-[13px] mt-3"),
        ),
    )


def _day(day: FeelingDay) -> rx.Component:
    mark = rx.match(
        day.mood,
        *((code, f"hued hue-{hue}") for code, hue in HUES.items()),
        "bg-[var(--track)]",
    )
    signs = ((code, icon_of(rx.Var.create(SIGNS[code]), 16)) for code in MOODS)
    return rx.el.li(
        rx.match(day.mood, *signs, rx.fragment()),
        rx.el.span(
            date_text(day.day),
            ": ",
            rx.cond(
                day.mood == "", t("wellbeing.no_mood"), t_of("wellbeing.mood", day.mood, MOODS)
            ),
            class_name="sr-only",
        ),
        class_name=f"aspect-square rounded-lg grid place-items-center {mark}",
    )


def _key(code: str) -> rx.Component:
    return rx.el.span(
        rx.el.span(
            class_name=f"hue-{HUES[code]} bg-[var(--bar)] size-2.5 rounded-full",
            aria_hidden="true",
        ),
        t(f"wellbeing.mood.{code}"),
        class_name="inline-flex items-center gap-1.5 text-[13px] muted min-h-6",
    )
