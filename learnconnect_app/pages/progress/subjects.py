"""Mastery by subject, weak first; each opens into its topics."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.progress_views import CourseRow, TopicRow
from learnconnect_app.pages.progress.state import ProgressState
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.actions import button, page_link
from learnconnect_app.ui.kit.cards import chip
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import hue, icon, icon_of
from learnconnect_app.ui.progress import own_figure

state, view = ProgressState, ProgressState.view
FIRST_SHOWN = 6
"""Subjects, before all are asked for."""
WORD_COLORS = {"weak": "amber", "growing": "blue", "solid": "teal", "strong": "green"}


def _topic(each: rx.Var[TopicRow]) -> rx.Component:
    words = (
        (word, chip(t(f"progress.word.{word}"), color=color)) for word, color in WORD_COLORS.items()
    )
    return rx.el.li(
        page_link(
            rx.el.span(each.title, class_name="min-w-0 flex-1 leading-snug"),
            rx.match(each.word, *words, rx.fragment()),
            rx.el.span(percent(each.percent), class_name="w-11 text-right font-semibold"),
            icon("chevron-right", 16, class_name="muted"),
            href=each.href,
            data_testid="topic",
            class_name="flex items-center gap-3 rounded-xl px-3 min-h-11 py-1.5 hover:bg-base-200",
        ),
        rx.cond(
            each.mistakes > 0,
            page_link(
                t("progress.mistakes", n=each.mistakes),
                href="/mistakes",
                class_name="inline-block muted text-[13px] underline px-3 pb-2",
            ),
        ),
    )


def _topics() -> rx.Component:
    none = rx.el.p(t("progress.topics_locked"), class_name="muted text-sm px-3 py-2")
    return rx.el.ul(
        rx.cond(state.topics.length() > 0, rx.foreach(state.topics, _topic), none),
        class_name="mt-2 mb-1 -mx-3 grid lg:grid-cols-2 gap-x-8 gap-y-0.5",
        data_testid="topics",
    )


def _course(each: rx.Var[CourseRow], place: rx.Var[int]) -> rx.Component:
    is_open = state.course == each.key
    of_score = rx.cond(each.share > 0, t("progress.share", share=each.share), "")
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                icon_of(each.icon, 17),
                class_name="hued size-9 rounded-xl grid place-items-center shrink-0",
            ),
            rx.el.span(
                rx.el.span(
                    rx.el.span(each.title, class_name="font-medium leading-snug"),
                    rx.el.span(percent(each.percent), class_name="font-semibold"),
                    class_name="flex justify-between items-baseline gap-3 mb-1.5",
                ),
                bar(each.percent, label=each.title),
                rx.el.span(
                    rx.el.span(
                        t("progress.topics_of", n=each.topics, mastered=each.mastered),
                    ),
                    rx.el.span(of_score, class_name="whitespace-nowrap"),
                    class_name="muted text-[13px] flex justify-between gap-3 mt-1",
                ),
                class_name="block flex-1 min-w-0 text-left",
            ),
            icon(
                "chevron-right",
                18,
                class_name=rx.cond(is_open, "rotate-90", "") + " muted transition-transform",
            ),
            type="button",
            aria_expanded=rx.cond(is_open, "true", "false"),
            on_click=state.open_course(each.key),
            data_testid="subject",
            data_key=each.key,
            class_name="w-full flex items-center gap-3 rounded-2xl -mx-2 px-2 py-2 cursor-pointer "
            "hover:bg-base-200",
        ),
        rx.cond(is_open, _topics()),
        class_name=rx.cond(
            state.is_all_shown | (place < FIRST_SHOWN),
            rx.cond(is_open, "lg:col-span-2 ", ""),
            "hidden ",
        )
        + hue(each.color),
    )


def mastery() -> rx.Component:
    """Weak first; a subject opens into its topics, each of which leads to its lesson."""
    return own_figure(
        "mastery",
        view.mastery,
        view.reach,
        rx.el.ul(
            rx.foreach(view.courses, _course),
            class_name="grid lg:grid-cols-2 gap-x-8 gap-y-2 items-start",
        ),
        rx.cond(
            ~state.is_all_shown & (view.courses.length() > FIRST_SHOWN),
            button(
                t("progress.show_all", n=view.courses.length()),
                look="quiet",
                on_click=state.show_all,
                data_testid="show-all",
                class_name="mt-2 -ml-4 h-11",
            ),
        ),
    )
