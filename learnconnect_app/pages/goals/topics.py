"""The suggested topics: the first ones, by subject, and those without a place."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.goal_views import CourseLine, TopicLine
from learnconnect_app.domain.study_suggestions import Line
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.ui.i18n import percent, t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import hue, icon, icon_of

made = GoalState.suggestion


def _reason(line: TopicLine) -> rx.Var[str]:
    return t_of("goals.why", line.reason, tuple(Line), topic=line.opens)


def _why(line: TopicLine) -> rx.Component:
    return rx.el.span(
        _reason(line),
        class_name="block muted text-[13px] leading-snug",
        data_testid="why",
        data_why=line.reason,
    )


def _first(line: TopicLine) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            icon_of(line.icon),
            class_name="hued size-11 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.span(
            rx.el.span(line.title, class_name="block font-semibold leading-snug"),
            _why(line),
            class_name="min-w-0 flex-1",
        ),
        rx.el.span(
            t("goals.topic_minutes", n=line.minutes),
            class_name="muted text-[13px] whitespace-nowrap",
        ),
        class_name=f"flex items-center gap-3.5 {hue(line.color)}",
    )


def _switch(label: rx.Var[str], is_in: rx.Var[bool], change: Any, id_: str) -> rx.Component:
    return rx.el.label(
        rx.el.span(label, class_name="sr-only"),
        rx.el.input(
            type="checkbox",
            role="switch",
            checked=is_in,
            on_change=change,
            data_testid=id_,
            class_name="switch",
        ),
        class_name="min-h-11 min-w-11 grid place-items-center cursor-pointer shrink-0",
    )


def _topic(line: TopicLine) -> rx.Component:
    minutes = rx.cond(
        line.minutes > 0, rx.fragment(" · ", t("goals.topic_minutes", n=line.minutes)), ""
    )
    return rx.el.li(
        rx.el.span(
            rx.el.span(
                line.title,
                class_name=rx.cond(line.is_in, "font-medium", "font-medium muted line-through"),
            ),
            rx.el.span(
                _reason(line),
                minutes,
                class_name="block muted text-[13px] leading-snug",
                data_testid="why",
                data_why=line.reason,
            ),
            class_name="min-w-0 flex-1",
        ),
        _switch(
            t("goals.want_topic", topic=line.title),
            line.is_in,
            GoalState.want_topic(line.key, ~line.is_in),
            f"want-{line.key}",
        ),
        class_name="flex items-center gap-3 py-1.5 border-t border-base-300",
    )


def _known(course: CourseLine) -> rx.Component:
    words = t("goals.course_known", percent=percent(course.mastery))
    return rx.el.span(
        bar(course.mastery, label=words, class_name="max-w-16 sm:max-w-40"),
        rx.el.span(words, aria_hidden="true", class_name="muted text-xs whitespace-nowrap"),
        class_name="flex items-center gap-2.5 mt-1.5",
    )


def _course(course: CourseLine) -> rx.Component:
    is_open = made.opened == course.key
    facts = rx.cond(
        course.is_in,
        t(
            "goals.course_line",
            percent=percent(course.percent),
            planned=course.planned,
            topics=course.topics,
        ),
        t("goals.course_out"),
    )
    head = rx.el.button(
        rx.el.span(
            icon_of(course.icon),
            class_name="hued size-11 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.span(
            rx.el.span(course.title, class_name="block font-semibold leading-snug"),
            rx.el.span(facts, class_name="block muted text-[13px]"),
            rx.cond(course.mastery > 0, _known(course)),
            class_name="min-w-0 flex-1 text-left",
        ),
        icon(
            "chevron-right",
            18,
            class_name=rx.cond(is_open, "muted rotate-90", "muted") + " transition-transform",
        ),
        type="button",
        on_click=GoalState.open_course(course.key),
        aria_expanded=is_open,
        data_testid=f"course-{course.key}",
        class_name="flex items-center gap-3.5 flex-1 min-w-0 py-3 cursor-pointer rounded-xl",
    )
    return rx.el.li(
        rx.el.div(
            head,
            _switch(
                t("goals.want_course", course=course.title),
                course.is_in,
                GoalState.want_course(course.key, ~course.is_in),
                f"want-{course.key}",
            ),
            class_name="flex items-center gap-2",
        ),
        rx.cond(
            is_open,
            rx.el.ul(rx.foreach(made.lines, _topic), class_name="pb-3 sm:pl-[3.6rem] rise"),
        ),
        class_name=f"border-t border-base-300 first:border-0 {hue(course.color)}",
    )


def courses() -> rx.Component:
    taken_out = rx.cond(
        made.taken_out > 0,
        rx.el.div(
            rx.el.span(t("goals.taken_out", n=made.taken_out), class_name="muted text-sm"),
            button(
                t("goals.everything_in"),
                look="soft",
                on_click=GoalState.want_everything,
                data_testid="everything-in",
                class_name="btn-sm h-9",
            ),
            class_name="flex flex-wrap items-center justify-between gap-2 mb-2",
        ),
    )
    return section_card(
        t("goals.courses"),
        rx.el.p(t("goals.courses_text"), class_name="muted text-sm -mt-3 mb-3"),
        taken_out,
        rx.el.ul(rx.foreach(made.courses, _course)),
    )


def left_out() -> rx.Component:
    more = made.no_time - made.left_out.length()
    line = lambda each: rx.el.li(  # noqa: E731
        rx.el.span(each.title, class_name="font-medium"),
        _why(each),
        class_name=f"py-1.5 {hue(each.color)}",
    )
    return rx.cond(
        made.no_time > 0,
        rx.el.details(
            rx.el.summary(
                rx.el.span(
                    rx.el.span(t("goals.left_out"), " (", made.no_time, ")", class_name="heading"),
                    rx.el.span(t("goals.left_out_text"), class_name="block muted text-[13px]"),
                    class_name="min-w-0",
                ),
                icon(
                    "chevron-right",
                    20,
                    class_name="muted group-open:rotate-90 transition-transform",
                ),
                class_name="flex items-center justify-between gap-3 cursor-pointer p-4 sm:p-6 "
                "rounded-[1.25rem]",
            ),
            rx.el.ul(
                rx.foreach(made.left_out, line),
                class_name="grid sm:grid-cols-2 gap-x-6 px-4 sm:px-6 pb-2",
            ),
            rx.cond(
                more > 0,
                rx.el.p(t("goals.left_out_more", n=more), class_name="muted text-sm px-4 sm:px-6"),
            ),
            data_testid="left-out",
            class_name="card-surface group pb-3",
        ),
    )


def first_topics() -> rx.Component:
    """What the study begins with."""
    return rx.cond(
        made.first.length() > 0,
        section_card(
            t("goals.first"), rx.el.ol(rx.foreach(made.first, _first), class_name="grid gap-4")
        ),
    )
