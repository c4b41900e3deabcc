"""Words that help: guides by subject, a story, talks elsewhere."""

from __future__ import annotations

from typing import Any, get_args

import reflex as rx

from learnconnect_app.content.motivation import Subject
from learnconnect_app.domain.wellbeing_views import (
    GuideGroup,
    GuideRow,
    SourceView,
    TalkView,
)
from learnconnect_app.pages.wellbeing.state import WellbeingState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.icons import icon

view, state = WellbeingState.view, WellbeingState

SUBJECTS = get_args(Subject)
SOURCE = "inline-block py-1 font-semibold text-[var(--ink-violet)] hover:underline"


def guides() -> rx.Component:
    return section_card(
        t("wellbeing.guides_title"),
        rx.el.p(t("wellbeing.guides_text"), class_name="muted -mt-2 mb-2 max-w-[60ch]"),
        rx.el.div(rx.foreach(view.groups, _group), class_name="divide-y divide-base-300"),
    )


def _group(group: GuideGroup) -> rx.Component:
    return rx.el.details(
        rx.el.summary(t_of("wellbeing.subject", group.subject, SUBJECTS), data_testid="subject"),
        rx.el.ul(rx.foreach(group.guides, _guide), class_name="pb-2"),
        class_name="sheet-part",
    )


def _guide(row: GuideRow) -> rx.Component:
    is_open = view.guide.key == row.key
    return rx.el.li(
        rx.el.button(
            rx.el.span(row.title, class_name="text-left"),
            icon("chevron-down", 18, class_name=rx.cond(is_open, "rotate-180", "muted")),
            type="button",
            aria_expanded=is_open,
            on_click=state.turn_guide(row.key),
            data_testid="guide",
            class_name="w-full min-h-11 py-1.5 flex items-center justify-between gap-3 "
            "cursor-pointer rounded-lg",
        ),
        rx.cond(is_open, _guide_text()),
    )


def _guide_text() -> rx.Component:
    guide = view.guide
    return rx.el.div(
        rx.el.div(rx.html(guide.html), class_name="prose"),
        rx.el.p(
            icon("heart", 18),
            rx.el.span(guide.talk_to_someone),
            class_name="hued hue-teal rounded-2xl p-4 mt-4 flex gap-3 max-w-[70ch]",
        ),
        rx.el.p(t("wellbeing.sources"), class_name="muted text-[13px] font-semibold mt-4"),
        rx.el.ul(rx.foreach(guide.sources, _source), class_name="text-[13px]"),
        class_name="pb-5 pt-1 rise",
        data_testid="guide-text",
    )


def _source(source: SourceView) -> rx.Component:
    return rx.el.li(_outside(source.title, source.url, class_name=SOURCE))


def story() -> rx.Component:
    return section_card(
        t("wellbeing.story_title"),
        rx.el.h3(view.story.title, class_name="font-semibold mb-2"),
        rx.el.div(rx.html(view.story.html), class_name="prose", key=view.story.title),
        aside=button(
            t("wellbeing.story_next"),
            look="quiet",
            on_click=state.next_story,
            data_testid="next-story",
            class_name="btn-sm h-10 -mr-2",
        ),
        data_testid="story",
    )


def talks() -> rx.Component:
    return section_card(
        t("wellbeing.talks_title"),
        rx.el.ul(rx.foreach(view.talks, _talk), class_name="grid gap-4"),
    )


def _talk(talk: TalkView) -> rx.Component:
    return rx.el.li(
        _outside(talk.title, talk.url, class_name="font-semibold hover:underline"),
        rx.el.p(
            rx.cond(talk.speaker != "", talk.speaker + " · ", ""),
            t("wellbeing.minutes", n=talk.minutes),
            class_name="text-[13px] muted",
        ),
        rx.el.p(talk.about, class_name="text-[13px] mt-1"),
    )


def _outside(title: Any, url: rx.Var[str], class_name: str) -> rx.Component:
    return rx.el.a(
        title,
        rx.el.span(" ", t("wellbeing.new_tab"), class_name="sr-only"),
        href=url,
        target="_blank",
        rel="noopener noreferrer",
        class_name=class_name,
    )
