"""Buttons, links, dialogs."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex.components.el.element import Element

from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.icons import icon

LOOKS = {
    "primary": "btn btn-primary",
    "soft": "btn border-transparent hued hue-violet",
    "quiet": "btn btn-ghost",
    "outline": "btn btn-outline border-base-300",
    "danger": "btn btn-error",
    "white": "btn btn-white",
    "glass": "btn btn-glass",
}


def button(
    *children: Any, look: str = "primary", symbol: str = "", class_name: str = "", **props: Any
) -> rx.Component:
    return rx.el.button(
        icon(symbol, 18) if symbol else rx.fragment(),
        *children,
        type=props.pop("type", "button"),
        class_name=f"{LOOKS[look]} {class_name}",
        **props,
    )


def link_button(
    *children: Any,
    href: Any,
    look: str = "primary",
    symbol: str = "",
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A link to a page of ours that looks like a button; navigates without a reload."""
    return page_link(
        icon(symbol, 18) if symbol else rx.fragment(),
        *children,
        href=href,
        class_name=f"{LOOKS[look]} {class_name}",
        **props,
    )


class PageLink(rx.Component):
    """React Router's link: a page of ours, without a reload."""

    library = "react-router"
    tag = "Link"
    alias = "RouterLink"
    to: rx.Var[str]
    prefetch: rx.Var[str]


def page_link(*children: Any, href: Any, class_name: str = "", **props: Any) -> rx.Component:
    return PageLink.create(*children, to=href, class_name=class_name, **props)


class _DialogForm(Element):
    """A form that closes its dialog: Reflex's own form stops the browser from doing so."""

    tag = "form"
    method: rx.Var[str]


def dialog(
    id_: str, title: Any, *children: Any, actions: tuple[rx.Component, ...] = ()
) -> rx.Component:
    """A native modal dialog, opened by ``open_dialog``; on phones it rises from below.

    Closes by Escape, by its backdrop and by its button. Several actions stand below each other.
    """
    row = "flex-col items-stretch" if len(actions) > 1 else "flex-wrap"
    return rx.el.dialog(
        rx.el.div(
            rx.el.h2(title, class_name="title", id=f"{id_}-title"),
            rx.el.div(*children, class_name="mt-3"),
            _DialogForm.create(
                *actions,
                rx.el.button(t("common.cancel"), class_name=LOOKS["quiet"]),
                method="dialog",
                class_name=f"modal-action {row}",
            ),
            class_name="modal-box rounded-3xl max-sm:rounded-b-none",
        ),
        _DialogForm.create(
            rx.el.button(t("common.close"), class_name="cursor-default"),
            method="dialog",
            class_name="modal-backdrop",
        ),
        id=id_,
        aria_labelledby=f"{id_}-title",
        class_name="modal modal-bottom sm:modal-middle",
    )
