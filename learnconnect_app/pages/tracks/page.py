"""Where to: roles and languages to choose from, and the assessment that comes first."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.tracks.parts import ahead, assessment, choices, heading, pause_dialog
from learnconnect_app.pages.tracks.state import TracksState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.cards import card, empty_state, skeleton
from learnconnect_app.ui.shell import page

COLUMNS = (
    "grid xl:grid-cols-[minmax(0,1fr)_24rem] xl:grid-rows-[auto_minmax(0,1fr)] gap-5 items-start"
)


def waiting() -> rx.Component:
    return rx.el.div(
        rx.el.div(skeleton("h-9 w-72"), skeleton("h-4 w-80 mt-3"), class_name="pt-1 pb-6"),
        rx.el.div(
            rx.el.div(
                *(skeleton("h-56 !rounded-[1.25rem]") for _ in range(2)),
                class_name="grid sm:grid-cols-2 gap-4",
            ),
            skeleton("h-80 !rounded-[1.25rem]"),
            class_name=COLUMNS,
        ),
        aria_busy="true",
    )


def tracks() -> rx.Component:
    none = card(empty_state("compass", t("tracks.none_title"), t("tracks.none_text")))
    return page(
        heading(),
        rx.cond(
            TracksState.tracks.length() > 0,
            rx.el.div(choices(), assessment(), ahead(), class_name=COLUMNS),
            none,
        ),
        pause_dialog(),
        title="tracks.title",
        state=TracksState,
        active="tracks",
        skeleton=waiting(),
    )
