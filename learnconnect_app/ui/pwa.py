"""What concerns the installed app: a note of a new version, a hint that it can be installed."""

from __future__ import annotations

from typing import Any

import reflex as rx
from reflex.components.core.banner import has_connection_errors
from reflex.event import EventHandler

from learnconnect_app.domain.hints import INSTALL
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.js import INSTALL_HINT, PWA


class VersionNote(rx.Component):
    """Its children, once a new version is out. Their buttons say what they do in ``data-does``:
    ``update`` takes it over and loads the page again, ``later`` puts the note away."""

    library = PWA
    tag = "VersionNote"
    is_lost: rx.Var[bool]


class InstallHint(rx.Component):
    """Says how to install, where the browser can and has not yet."""

    library = INSTALL_HINT
    tag = "InstallHint"
    is_fitting: rx.Var[bool]
    on_never: EventHandler[rx.event.no_args_event_spec]


def install_hint(is_fitting: rx.Var[bool], put_away: Any) -> rx.Component:
    """``put_away`` takes the key of a hint."""
    return InstallHint.create(is_fitting=is_fitting, on_never=put_away(INSTALL))


def version_note(_stateful: bool) -> rx.Component:
    note = rx.el.div(
        rx.el.span(t("boundary.version"), class_name="font-semibold mr-1"),
        _button("update", "btn-primary"),
        _button("later", "btn-ghost"),
        data_testid="new-version",
        class_name="card-surface rise",
    )
    return rx.fragment(VersionNote.create(note, is_lost=has_connection_errors))


def _button(does: str, look: str) -> rx.Component:
    return rx.el.button(
        t(f"boundary.{does}"), type="button", data_does=does, class_name=f"btn btn-sm h-9 {look}"
    )
