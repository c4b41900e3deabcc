"""Mentors: who sees the learner's progress, and the learners who let the caller see theirs."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.mentors.parts import learners, mine, own_report, visits
from learnconnect_app.pages.mentors.rows import shown_parts
from learnconnect_app.pages.mentors.state import InvitationState, MenteeState, MentorsState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card, empty_state, loading_page
from learnconnect_app.ui.kit.icons import icon, tile
from learnconnect_app.ui.mentors import SharedProgress
from learnconnect_app.ui.shell import page

STACK = "grid gap-5 min-w-0"


def mentors() -> rx.Component:
    return page(
        rx.el.header(
            rx.el.h1(t("mentors.title"), class_name="display"),
            rx.el.p(t("mentors.lead"), class_name="muted mt-1 max-w-[64ch]"),
            class_name="pb-5",
        ),
        rx.el.div(
            rx.el.div(mine(), class_name=STACK),
            rx.el.div(learners(), visits(), own_report(), class_name=STACK),
            class_name="grid lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] gap-5 items-start",
        ),
        title="mentors.title",
        state=MentorsState,
        active="mentor",
        skeleton=loading_page(has_heading=True),
    )


def mentee() -> rx.Component:
    """A learner, as their mentor sees them."""
    return page(
        page_link(
            icon("arrow-left", 16),
            t("mentors.back"),
            href="/mentor",
            class_name="inline-flex items-center gap-1.5 min-h-11 font-semibold "
            "text-[var(--ink-violet)]",
        ),
        SharedProgress.create(source="/api/v1/mentorships/" + MenteeState.view.id),
        title="mentors.title",
        state=MenteeState,
        active="mentor",
        skeleton=loading_page(),
    )


view = InvitationState.view


def _asked() -> rx.Component:
    return card(
        tile(icon("mail", 22)),
        rx.el.h1(t("mentors.invited_title", name=view.name), class_name="title mt-4"),
        rx.el.p(
            t("mentors.invited_text", name=view.name), class_name="muted mt-2 mb-3 max-w-[60ch]"
        ),
        shown_parts(view.shows),
        rx.el.div(
            button(
                t("mentors.accept"),
                on_click=InvitationState.accept,
                data_testid="accept",
                class_name="h-12 px-6",
            ),
            link_button(t("mentors.not_now"), href="/home", look="quiet", class_name="h-12"),
            class_name="flex flex-wrap gap-2 mt-6",
        ),
        class_name="max-w-2xl mx-auto",
    )


def _told(symbol: str, title: Any, text: Any, action: rx.Component) -> rx.Component:
    return card(empty_state(symbol, title, text, action, is_page=True))


def invitation() -> rx.Component:
    """Whoever follows an invitation accepts it by pressing, never by looking."""
    to_mentors = link_button(t("mentors.to_mentors"), href="/mentor", class_name="h-11")
    accepted = _told(
        "circle-check-big",
        t("mentors.accepted_title", name=view.name),
        t("mentors.accepted_text"),
        link_button(
            t("mentors.to_progress"),
            href="/mentor/" + view.mentorship_id,
            data_testid="to-progress",
            class_name="h-11",
        ),
    )
    return page(
        rx.el.div(
            rx.match(
                view.state,
                ("open", _asked()),
                ("accepted", accepted),
                ("own", _told("mail", t("mentors.own_title"), t("mentors.own_text"), to_mentors)),
                _told("map-pin-off", t("mentors.gone_title"), t("mentors.gone_text"), to_mentors),
            ),
            data_testid="invitation",
            data_state=view.state,
        ),
        title="mentors.invitation",
        state=InvitationState,
        active="mentor",
        skeleton=loading_page(),
    )
