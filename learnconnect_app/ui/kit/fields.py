"""Form controls on native elements: labelled field, switch, weekdays, segmented choice."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.js import FIELDS
from learnconnect_app.ui.kit.icons import icon

INPUT = "field"
SELECT = "field"


class ZoneSelect(rx.Component):
    """Time zones by city and offset; the value and the browser's own zone are always among them."""

    library = FIELDS
    tag = "ZoneSelect"
    name: rx.Var[str]
    value: rx.Var[str]
    cities: rx.Var[dict[str, str]]
    here: rx.Var[str]
    common: rx.Var[str]


class LanguageChoice(rx.Component):
    """The languages by their own names, switched at once."""

    library = FIELDS
    tag = "LanguageChoice"
    label: rx.Var[str]
    on_chosen: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class ThemeChoice(rx.Component):
    """Light, dark or as the device, switched at once."""

    library = FIELDS
    tag = "ThemeChoice"
    label: rx.Var[str]
    words: rx.Var[dict[str, str]]


def labelled(
    name: str,
    label: Any,
    control: rx.Component,
    *,
    hint: Any = None,
    error: rx.Var[str] | str = "",
) -> rx.Component:
    """A control with its label above and, below, what is wrong or else a hint.

    The control carries ``id=name`` and ``aria_describedby`` of ``described_by(name)``.
    """
    below = rx.el.p(hint, class_name="muted text-[13px] mt-1.5") if hint is not None else None
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="block text-sm font-semibold mb-1.5"),
        control,
        rx.el.div(
            rx.cond(
                rx.Var.create(error) != "",
                rx.el.p(
                    error,
                    role="alert",
                    data_testid="form-error",
                    class_name="text-error text-[13px] font-medium mt-1.5",
                ),
                below or rx.fragment(),
            ),
            id=described_by(name),
        ),
    )


def described_by(name: str) -> str:
    return f"{name}-note"


def text_input(name: str, *, is_wrong: rx.Var[bool] | bool = False, **props: Any) -> rx.Component:
    look = rx.cond(is_wrong, "field-wrong", "")
    return rx.el.input(
        id=name,
        name=name,
        type=props.pop("type", "text"),
        aria_invalid=rx.cond(is_wrong, "true", "false"),
        aria_describedby=described_by(name),
        class_name=f"{INPUT} {look}",
        **props,
    )


def switch(name: str, label: Any, *, hint: Any = None, **props: Any) -> rx.Component:
    """A line that is switched on or off as a whole."""
    return rx.el.label(
        rx.el.span(
            rx.el.span(label, class_name="block font-semibold"),
            rx.el.span(hint, class_name="block muted text-[13px]") if hint is not None else None,
            class_name="min-w-0",
        ),
        rx.el.input(
            type="checkbox",
            role="switch",
            name=name,
            class_name="switch shrink-0",
            **props,
        ),
        class_name="flex items-center justify-between gap-4 min-h-11 cursor-pointer",
    )


def check_pill(
    name: str, short: Any, full: Any, *, symbol: str = "check", **props: Any
) -> rx.Component:
    """A short word that is on or off, as a day of the week; on, it carries a sign too."""
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, class_name="sr-only", **props),
        rx.el.span(short, aria_hidden="true"),
        rx.el.span(full, class_name="sr-only"),
        icon(symbol, 15, class_name="hidden group-has-checked:block"),
        class_name="pill group",
    )


def saved_mark(at: rx.Var[int]) -> rx.Component:
    """Says that it was kept, each time ``at`` grows; fades by itself."""
    return rx.el.span(
        rx.cond(
            at > 0,
            rx.el.span(
                icon("check", 16),
                t("common.saved"),
                key=at.to(str),
                data_testid="saved",
                class_name="saved-mark inline-flex items-center gap-1.5 text-sm font-semibold "
                "text-success",
            ),
        ),
        role="status",
    )
