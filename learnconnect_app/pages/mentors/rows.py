"""Rows of `/mentor`: who or what, how it stands, what is shown, and the way to end it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.mentors import PARTS
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.actions import dialog
from learnconnect_app.ui.kit.cards import chip

STATES = ("live", "revoked", "expired", "invited", "accepted", "ended")
LIST = "divide-y divide-base-300"


def shown_parts(parts: rx.Var[tuple[str, ...]]) -> rx.Component:
    return rx.el.ul(
        rx.foreach(parts, lambda part: rx.el.li(chip(t_of("mentors.part", part, PARTS)))),
        class_name="flex flex-wrap gap-1.5 mt-2",
    )


def row(
    title: Any, about: Any, parts: rx.Var[tuple[str, ...]], *actions: Any, **props: Any
) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(title, class_name="font-semibold break-words"),
            rx.el.p(about, class_name="muted text-[13px]"),
            shown_parts(parts),
            class_name="min-w-0 flex-1",
        ),
        *actions,
        class_name="flex flex-wrap sm:flex-nowrap items-start gap-3 py-3.5 first:pt-0 last:pb-0",
        **props,
    )


def about(each: Any, day: rx.Var[str]) -> Any:
    """How it stands, and how often someone looked."""
    stands = t_of("mentors.state", each.state, STATES, day=date_text(day))
    return rx.cond(
        each.visits > 0,
        rx.fragment(stands, " · ", t("mentors.visits_n", n=each.visits)),
        rx.fragment(stands),
    )


def ending(
    id_: Any, name: Any, title: Any, text: Any, yes: Any, end: Any, *, word: str = "mentors.end"
) -> rx.Component:
    """A button, and the dialog that asks before anything ends."""
    return rx.fragment(
        DialogButton.create(
            t(word),
            rx.el.span(": ", name, class_name="sr-only"),
            target=id_,
            data_testid="end",
            class_name="btn btn-ghost h-11 shrink-0 -mr-2",
        ),
        dialog(
            id_,
            title,
            rx.el.p(text),
            actions=(
                rx.el.button(
                    yes, on_click=end, data_testid="confirm-end", class_name="btn btn-error"
                ),
            ),
        ),
    )
