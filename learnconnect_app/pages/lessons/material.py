"""What to learn from: resources by kind with what others say of them, and the summary sheet."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.lesson_views import LessonResource, ResourceGroup
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.cards import card, chip, section_card
from learnconnect_app.ui.kit.icons import icon, resource_icon

view = LessonState.view
KINDS = ("video", "article", "practice", "book")


def _vote(resource: LessonResource, vote: str, word: Any) -> rx.Component:
    is_given = resource.own_vote == vote
    return rx.el.button(
        word,
        rx.el.span(": ", resource.title, class_name="sr-only"),
        type="button",
        on_click=LessonState.vote(resource.id, rx.cond(is_given, "", vote)),
        aria_pressed=is_given,
        data_testid=f"helped-{vote}",
        class_name=rx.cond(
            is_given,
            "btn btn-sm hued hue-violet border-transparent min-w-12",
            "btn btn-sm btn-ghost min-w-12",
        ),
    )


def _resource(resource: LessonResource) -> rx.Component:
    about = rx.fragment(
        resource.host,
        " · ",
        t("common.minutes", n=resource.minutes),
        " · ",
        t_of("lessons.language", resource.language, ("tr", "en")),
    )
    link = rx.el.a(
        rx.el.span(
            resource_icon(resource.kind),
            class_name="hued hue-blue size-10 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.span(
            rx.el.span(resource.title, class_name="block font-medium leading-snug"),
            rx.el.span(about, class_name="muted text-[13px] block"),
            class_name="min-w-0 flex-1",
        ),
        icon("external-link", 16, class_name="muted"),
        rx.el.span(t("lessons.new_tab"), class_name="sr-only"),
        href=resource.url,
        target="_blank",
        rel="noopener noreferrer",
        data_testid="resource",
        data_kind=resource.kind,
        class_name="flex items-center gap-3 rounded-2xl p-3 hover:bg-base-200 transition-colors",
    )
    votes = rx.el.div(
        rx.el.span(
            rx.cond(
                resource.votes > 0,
                t("lessons.helped", helped=resource.helped, votes=resource.votes),
                t("lessons.helped_asked"),
            ),
            class_name="muted text-[13px] mr-auto",
        ),
        _vote(resource, "yes", t("lessons.helped_yes")),
        _vote(resource, "no", t("lessons.helped_no")),
        class_name="flex items-center gap-1 pl-3 pr-2 pb-2",
    )
    return rx.el.li(
        link, votes, key=resource.id, class_name="rounded-2xl border border-base-300 grid"
    )


def _group(group: ResourceGroup) -> rx.Component:
    return rx.el.section(
        rx.el.h3(
            t_of("lessons.resource_kind", group.kind, KINDS),
            rx.cond(group.is_style, chip(t("lessons.your_style"))),
            class_name="text-sm font-semibold mb-2 min-h-8 flex items-center gap-2.5",
        ),
        rx.el.ul(rx.foreach(group.resources, _resource), class_name="grid gap-2.5"),
        data_testid="resource-group",
        data_kind=group.kind,
    )


def material() -> rx.Component:
    heading = rx.cond(view.is_explained_anew, t("lessons.resources_anew"), t("lessons.resources"))
    return section_card(
        heading,
        rx.cond(
            view.is_explained_anew,
            rx.el.p(t("lessons.anew_text"), class_name="muted text-sm -mt-2 mb-4 max-w-[66ch]"),
        ),
        rx.cond(
            view.groups.length() > 0,
            rx.el.div(
                rx.foreach(view.groups, _group), class_name="grid md:grid-cols-2 gap-x-4 gap-y-6"
            ),
            rx.el.p(t("lessons.no_resources"), class_name="muted text-sm"),
        ),
    )


def summary() -> rx.Component:
    return card(
        rx.el.details(
            rx.el.summary(
                icon("notebook-text", 18),
                rx.el.h2(t("lessons.summary"), class_name="heading"),
                icon("chevron-down", 18, class_name="ml-auto muted"),
                class_name="flex items-center gap-2.5 cursor-pointer min-h-8",
            ),
            rx.el.div(rx.html(view.summary_html), class_name="prose item-text pt-4"),
            open=view.is_explained_anew | (view.groups.length() == 0),
            data_testid="summary",
        ),
    )
