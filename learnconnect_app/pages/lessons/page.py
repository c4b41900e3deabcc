"""A lesson: where it stands, its session, its material, and what the learner makes of it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.lessons.beside import (
    around,
    module_quiz,
    practice,
    standing_text,
    thoughts,
)
from learnconnect_app.pages.lessons.material import material, summary
from learnconnect_app.pages.lessons.parts import session_card
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.browser import Here
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import hue, icon_of, tile
from learnconnect_app.ui.recommendations import recommendations
from learnconnect_app.ui.shell import page

view = LessonState.view
COLUMNS = "grid xl:grid-cols-[minmax(0,1fr)_22rem] gap-5 items-start"


def head() -> rx.Component:
    place = rx.cond(view.unit != "", f"{view.course} · {view.unit}", view.course)
    return rx.el.header(
        rx.el.div(
            tile(icon_of(view.icon, 22), view.color),
            rx.el.div(
                rx.el.p(place, class_name="muted text-sm font-semibold"),
                rx.el.h1(view.title, class_name="display mt-0.5"),
                class_name="min-w-0",
            ),
            class_name="flex items-start gap-3.5",
        ),
        rx.el.p(view.description, class_name="mt-3 max-w-[68ch]"),
        rx.el.div(
            rx.el.span(standing_text(view.standing), class_name="font-semibold text-sm"),
            rx.cond(
                view.standing != "new",
                rx.fragment(
                    bar(
                        view.percent,
                        label=t("lessons.standing_label"),
                        class_name="max-w-56 flex-1",
                    ),
                    rx.el.span(percent(view.percent), class_name="muted text-[13px]"),
                ),
            ),
            data_testid="standing",
            data_standing=view.standing,
            class_name=f"flex items-center gap-3 mt-4 {hue(view.color)}",
        ),
        class_name="pt-1 pb-6",
    )


def lesson() -> rx.Component:
    first = rx.cond(
        view.is_explained_anew,
        rx.fragment(summary(), material()),
        rx.fragment(material(), summary()),
    )
    columns = rx.el.div(
        rx.el.div(session_card(), first, class_name="grid gap-5"),
        rx.el.div(
            rx.cond(view.plan == "active", practice()),
            rx.cond(view.quiz.key != "", module_quiz()),
            around(),
            recommendations(LessonState.advice, LessonState.put_away),
            thoughts(),
            class_name="grid gap-5",
        ),
        class_name=COLUMNS,
        key=view.id,
    )
    return page(
        Here.create(head(), columns, subject=view.id, waiting=loading_page()),
        title="lessons.title",
        state=LessonState,
        active="study",
        skeleton=loading_page(),
    )
