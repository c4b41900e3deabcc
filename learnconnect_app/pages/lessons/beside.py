"""Beside the material: trying it out, what lies around it, what the learner thinks of it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.lesson_views import RelatedLesson
from learnconnect_app.pages.lessons.journal import field_error
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.i18n import date_text, percent, t, t_of
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.fields import described_by, saved_mark
from learnconnect_app.ui.kit.icons import icon, resource_icon, tile

view = LessonState.view
STANDINGS = ("new", "begun", "weak", "growing", "solid", "strong")
QUIZ_STATES = ("open", "running", "passed", "failed")


def standing_text(word: rx.Var[str]) -> rx.Var[str]:
    return t_of("lessons.standing", word, STANDINGS)


def practice() -> rx.Component:
    return card(
        rx.el.div(
            tile(resource_icon("practice"), "teal"),
            rx.el.div(
                rx.el.h2(t("lessons.practise_title"), class_name="heading"),
                rx.el.p(t("lessons.practise_text"), class_name="muted text-[13px]"),
            ),
            class_name="flex gap-3.5",
        ),
        button(
            t("lessons.practise"),
            look="soft",
            on_click=LessonState.practise,
            data_testid="practise",
            class_name="h-11 w-full mt-4",
        ),
        rx.cond(
            view.mistakes > 0,
            page_link(
                t("lessons.mistakes", n=view.mistakes),
                icon("arrow-right", 16),
                href="/mistakes",
                data_testid="topic-mistakes",
                class_name="mt-3 flex items-center justify-between gap-2 min-h-11 px-3 rounded-xl "
                "text-sm font-semibold hued hue-rose",
            ),
        ),
    )


def module_quiz() -> rx.Component:
    quiz = view.quiz
    color = rx.match(quiz.state, ("passed", "green"), ("failed", "amber"), "violet")
    return card(
        rx.el.div(
            rx.el.h2(t("lessons.quiz"), class_name="heading"),
            rx.el.span(
                t_of("lessons.quiz_state", quiz.state, QUIZ_STATES),
                class_name=f"hued hue-{color} rounded-full px-2.5 py-1 text-[13px] font-semibold",
            ),
            class_name="flex items-center justify-between gap-3",
        ),
        rx.el.p(t("lessons.quiz_text", title=quiz.title), class_name="muted text-[13px] mt-1.5"),
        rx.cond(
            quiz.best >= 0,
            rx.el.div(
                rx.el.div(
                    rx.el.span(t("lessons.quiz_best"), class_name="text-[13px]"),
                    rx.el.span(percent(quiz.best), class_name="text-[13px] font-semibold"),
                    class_name="flex justify-between mb-1.5",
                ),
                bar(quiz.best, label=t("lessons.quiz_best")),
                class_name="mt-3",
            ),
        ),
        rx.cond(
            quiz.state == "running",
            link_button(
                t("lessons.quiz_action.running"),
                href=f"/test/{quiz.attempt_id}",
                look="soft",
                class_name="h-11 w-full mt-4",
            ),
            button(
                t_of("lessons.quiz_action", quiz.state, QUIZ_STATES),
                look="soft",
                on_click=LessonState.take_quiz,
                class_name="h-11 w-full mt-4",
            ),
        ),
        data_testid="module-quiz",
        data_state=quiz.state,
    )


# ---- around it --------------------------------------------------------------------------------


def _fact(label: Any, day: rx.Var[str], otherwise: Any) -> rx.Component:
    return rx.el.div(
        rx.el.dt(label, class_name="muted text-[13px]"),
        rx.el.dd(
            rx.cond(day != "", date_text(day, "long"), otherwise),
            class_name="text-sm font-semibold text-right",
        ),
        class_name="flex items-baseline justify-between gap-3",
    )


def _related(lesson: RelatedLesson) -> rx.Component:
    return rx.el.li(
        page_link(
            rx.el.span(lesson.title, class_name="min-w-0 font-medium leading-snug"),
            rx.el.span(
                standing_text(lesson.standing), class_name="muted text-[13px] shrink-0 text-right"
            ),
            href=lesson.href,
            class_name="flex items-center justify-between gap-3 min-h-11 py-1.5 rounded-xl "
            "hover:bg-base-200 px-2 -mx-2",
        )
    )


def _path(heading: Any, lessons: rx.Var, testid: str) -> rx.Component:
    return rx.cond(
        lessons.length() > 0,
        rx.el.div(
            rx.el.h2(heading, class_name="heading mb-1"),
            rx.el.ul(rx.foreach(lessons, _related), class_name="grid text-sm"),
            data_testid=testid,
            class_name="pt-4 border-t border-base-300",
        ),
    )


def around() -> rx.Component:
    return card(
        rx.el.dl(
            _fact(t("lessons.studied"), view.studied_day, t("lessons.never")),
            _fact(t("lessons.review"), view.review_day, t("lessons.not_planned")),
            class_name="grid gap-2",
        ),
        _path(t("lessons.needs"), view.needs, "needs"),
        _path(t("lessons.opens"), view.opens, "opens"),
        class_name="grid gap-4",
    )


def _star(n: int) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="rating",
            value=str(n),
            checked=view.rating == n,
            on_change=LessonState.rate(n),
            aria_label=t("lessons.stars", n=n),
            class_name="sr-only",
        ),
        rx.el.svg(
            rx.el.svg.path(
                d="m12 2.6 2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z",
            ),
            view_box="0 0 24 24",
            width="28",
            height="28",
            stroke="currentColor",
            stroke_width="1.6",
            stroke_linejoin="round",
            fill=rx.cond(view.rating >= n, "currentColor", "none"),
            aria_hidden="true",
        ),
        data_testid=f"rate-{n}",
        class_name="size-11 grid place-items-center rounded-xl cursor-pointer "
        "text-[var(--bar-amber)] hover:bg-base-200 has-focus-visible:outline-2 "
        "has-focus-visible:outline-primary",
    )


def thoughts() -> rx.Component:
    comment = rx.el.form(
        rx.el.label(
            t("lessons.comment"),
            html_for="comment",
            class_name="block text-sm font-semibold mb-1.5 mt-3",
        ),
        rx.el.textarea(
            id="comment",
            name="comment",
            rows="3",
            default_value=view.comment,
            key=view.id,
            aria_invalid=rx.cond(LessonState.problem.field == "comment", "true", "false"),
            aria_describedby=described_by("comment"),
            data_testid="comment",
            class_name="field",
        ),
        rx.el.div(field_error("comment"), class_name="text-[13px]"),
        button(t("lessons.send"), type="submit", look="soft", class_name="h-11 mt-2"),
        on_submit=LessonState.comment,
    )
    return card(
        rx.el.fieldset(
            rx.el.legend(t("lessons.rate"), class_name="heading"),
            rx.el.div(
                *map(_star, range(1, 6)), saved_mark(LessonState.kept), class_name="flex mt-2 -ml-2"
            ),
        ),
        rx.cond(view.rating > 0, comment),
    )
