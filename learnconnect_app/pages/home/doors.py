"""The ways to a plan: large for who has none, quiet for who is on a path."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit import rows
from learnconnect_app.ui.kit.actions import link_button, page_link
from learnconnect_app.ui.kit.cards import card, section_card
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_words
from learnconnect_app.ui.kit.icons import icon, tile

view = HomeState.view
PATH = f"{rows.ROW} rounded-2xl -m-2 p-2 hover:bg-base-200 transition-colors"


def doors() -> rx.Component:
    """Two ways to begin, for a role or a language and for an exam."""
    choose = link_button(
        t("home.door.skill_go"),
        icon("arrow-right", 18),
        href="/plan/new",
        look="white",
        data_testid="personalized-plan",
        class_name=HERO_ACTION,
    )
    skill = hero(
        hero_words(
            "route",
            t("home.door.skill"),
            t("home.door.skill_title"),
            t("home.door.skill_text"),
            choose,
        )
    )
    study = card(
        rx.el.div(
            tile(icon("calendar-days", 22), "blue"),
            rx.el.p(t("home.door.study"), class_name="muted text-[13px] font-semibold"),
            class_name="flex items-center gap-3",
        ),
        rx.el.h2(t("home.door.study_title"), class_name="title mt-3"),
        rx.el.p(t("home.door.study_text"), class_name="muted text-sm mt-1.5"),
        link_button(
            t("home.door.study_go"),
            icon("arrow-right", 18),
            href="/study/new",
            data_testid="study-plan-start",
            class_name=f"{HERO_ACTION} mt-5",
        ),
        class_name="sm:!p-8 flex flex-col items-start justify-center",
    )
    return rx.el.div(
        skill, study, class_name="grid gap-5 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]"
    )


def how_it_works() -> rx.Component:
    steps = (("choose", "compass", "violet"), ("measure", "gauge", "blue"), ("walk", "map", "teal"))
    return rx.el.section(
        rx.el.h2(t("home.how"), class_name="heading mb-3"),
        rx.el.ol(
            *(
                rows.step(
                    tile(icon(symbol, 21), color),
                    rx.fragment(f"{number}. ", t(f"home.how_{key}")),
                    t(f"home.how_{key}_text"),
                )
                for number, (key, symbol, color) in enumerate(steps, start=1)
            ),
            class_name="grid md:grid-cols-3 gap-4",
        ),
    )


def _path(sign: rx.Component, title: Any, text: Any, **props: Any) -> rx.Component:
    row = rows.row(sign, title, text, icon("chevron-right", 18, class_name="muted"))
    return page_link(row, class_name=PATH, **props)


def more_paths() -> rx.Component:
    """The doors again, quietly, for who is on a path already."""
    study = rx.cond(
        view.draft,
        t("home.door.study_draft"),
        rx.cond(view.study, t("home.door.study_other"), t("home.door.study_short")),
    )
    return section_card(
        t("home.paths"),
        rx.el.div(
            _path(
                tile(icon("route")),
                t("home.door.skill"),
                t("home.door.skill_short"),
                href="/plan/new",
                data_testid="personalized-plan",
            ),
            _path(
                tile(icon("calendar-days"), "blue"),
                t("home.door.study"),
                study,
                href="/study/new",
                data_testid="study-plan-start",
            ),
            class_name="grid gap-5",
        ),
    )
