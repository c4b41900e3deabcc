"""What stands around every page: a stand-in for one that broke, a mark for a lost connection."""

from __future__ import annotations

import reflex as rx
from reflex.components.core.banner import has_connection_errors

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


class Connection(rx.Component):
    """Its children, once the connection has been lost for ``patience`` milliseconds."""

    library = BOUNDARY
    tag = "Connection"
    is_lost: rx.Var[bool]
    patience: rx.Var[int]


def broken_page() -> rx.Component:
    """What to do, and that nothing is lost; no stack."""
    reload = ReloadButton.create(
        icon("rotate-ccw", 18), t("error.reload"), class_name=f"{LOOKS['primary']} h-12 px-6"
    )
    return empty_state(
        "cloud-off", t("error.broken_title"), t("error.broken_text"), reload, is_page=True
    )


def reconnecting_mark() -> rx.Component:
    return rx.el.span(
        rx.el.span(class_name="size-2 rounded-full bg-[var(--bar-amber)] breathe"),
        t("boundary.reconnecting"),
        data_testid="reconnecting",
        class_name="card-surface rise inline-flex items-center gap-2.5 !rounded-full px-4 h-10 "
        "text-[13px] font-semibold",
    )


def page_boundary(_stateful: bool) -> rx.Component:
    stand_in = rx.el.main(
        rx.el.div(broken_page(), role="alert"),
        data_testid="broken-page",
        class_name="min-h-dvh grid place-content-center",
    )
    return PageBoundary.create(fallback=stand_in)


def connection_mark(_stateful: bool) -> rx.Component:
    mark = Connection.create(reconnecting_mark(), is_lost=has_connection_errors, patience=2000)
    return rx.fragment(mark)  # what is wrapped comes beside it, not into it
