"""What stands around every page: a stand-in for one that broke, a mark for a lost connection."""

from __future__ import annotations

import reflex as rx
from reflex.components.core.banner import has_connection_errors
from reflex.components.el.element import Element

from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.js import BOUNDARY
from learnconnect_app.ui.kit.actions import LOOKS
from learnconnect_app.ui.kit.cards import empty_state
from learnconnect_app.ui.kit.icons import icon


class PageBoundary(rx.Component):
    """Shows ``fallback`` instead of children that throw."""

    library = BOUNDARY
    tag = "PageBoundary"
    fallback: rx.Var[rx.Component]


class ReloadButton(rx.Component):
    library = BOUNDARY
    tag = "ReloadButton"


class _Anchor(Element):
    """A link that asks the network, and so the service worker; not the router."""

    tag = "a"
    href: rx.Var[str]


class Connection(rx.Component):
    """Its children, once the connection has been lost for ``patience`` milliseconds.

    ``lost_press``: what is said when it is back, and something was sent that may not have arrived.
    """

    library = BOUNDARY
    tag = "Connection"
    is_lost: rx.Var[bool]
    patience: rx.Var[int]
    lost_press: rx.Var[rx.Component]


def broken_page() -> rx.Component:
    """What to do, and that nothing is lost; no stack."""
    reload = ReloadButton.create(
        icon("rotate-ccw", 18), t("boundary.reload"), class_name=f"{LOOKS['primary']} h-12 px-6"
    )
    return empty_state(
        "cloud-off", t("boundary.broken_title"), t("boundary.broken_text"), reload, is_page=True
    )


MARK = "card-surface rise inline-flex items-center gap-2.5 px-4 text-[13px] font-semibold"


def reconnecting_mark() -> rx.Component:
    """That we know; and the way to what can be done meanwhile."""
    return rx.el.span(
        rx.el.span(class_name="size-2 rounded-full bg-[var(--bar-amber)] breathe"),
        t("boundary.reconnecting"),
        _Anchor.create(
            t("boundary.work_offline"),
            href="/offline",
            data_testid="work-offline",
            class_name="text-[var(--ink-violet)] hover:underline underline-offset-4 min-h-11 "
            "inline-flex items-center pl-2.5 border-l border-base-300",
        ),
        data_testid="reconnecting",
        class_name=f"{MARK} !rounded-full h-11 pointer-events-auto",
    )


def lost_press_mark() -> rx.Component:
    return rx.el.span(
        t("boundary.lost_press"),
        data_testid="lost-press",
        class_name=f"{MARK} !rounded-2xl py-2.5 max-w-md",
    )


def page_boundary(_stateful: bool) -> rx.Component:
    stand_in = rx.el.main(
        rx.el.div(broken_page(), role="alert"),
        data_testid="broken-page",
        class_name="min-h-dvh grid place-content-center",
    )
    return PageBoundary.create(fallback=stand_in)


def connection_mark(_stateful: bool) -> rx.Component:
    mark = Connection.create(
        reconnecting_mark(),
        is_lost=has_connection_errors,
        patience=2000,
        lost_press=lost_press_mark(),
    )
    return rx.fragment(mark)  # what is wrapped comes beside it, not into it
