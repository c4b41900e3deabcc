"""A question that was answered: what is right, what was chosen, and why. Shared by screens."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import OptionView, ReviewItem
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.icons import icon

OPTION = "item-text overflow-x-auto overflow-y-hidden py-0.5"


def review_body(item: rx.Var[ReviewItem]) -> rx.Component:
    return rx.fragment(
        rx.el.div(rx.html(item.stem_html), class_name="item-text font-medium mb-3"),
        rx.cond(item.figure_html != "", rx.html(item.figure_html)),
        rx.cond(item.code_html != "", rx.html(item.code_html)),
        rx.el.ul(rx.foreach(item.options, _option), class_name="grid gap-1.5 mt-3"),
        rx.el.div(rx.html(item.explanation_html), class_name="prose text-sm mt-3"),
    )


def _option(option: OptionView) -> rx.Component:
    mark = rx.cond(
        option.is_right,
        rx.el.span(
            icon("check", 16),
            rx.el.span(t("test.right"), class_name="sr-only"),
            class_name="text-success mt-0.5",
        ),
        rx.cond(
            option.is_chosen,
            rx.el.span(
                icon("x", 16),
                rx.el.span(t("test.chosen"), class_name="sr-only"),
                class_name="text-error mt-0.5",
            ),
            rx.el.span(class_name="size-4 shrink-0"),
        ),
    )
    look = rx.cond(
        option.is_right,
        "bg-[var(--tint-green)]",
        rx.cond(option.is_chosen, "bg-[var(--tint-rose)]", ""),
    )
    return rx.el.li(
        mark,
        rx.el.div(
            rx.el.div(
                rx.html(option.html),
                class_name="item-text overflow-x-auto overflow-y-hidden py-0.5",
            ),
            rx.cond(
                option.is_chosen & (option.misconception != ""),
                rx.el.div(rx.html(option.misconception), class_name="item-text text-[13px] mt-1"),
            ),
            class_name="min-w-0",
        ),
        class_name=f"flex gap-2.5 rounded-xl px-3 py-2 {look}",
    )
