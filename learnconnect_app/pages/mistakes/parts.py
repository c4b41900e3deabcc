"""Pieces of the mistake notebook."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.mistake_views import MistakeCourse, MistakeRow, MistakeTopic
from learnconnect_app.pages.mistakes.reviewing import at_most_a_round
from learnconnect_app.pages.mistakes.state import ROUND, MistakesState
from learnconnect_app.ui.i18n import date_text, number, t
from learnconnect_app.ui.kit.actions import button, link_button
from learnconnect_app.ui.kit.cards import card, chip, empty_state, note
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_words
from learnconnect_app.ui.kit.icons import hue, icon, icon_of, tile
from learnconnect_app.ui.kit.rows import row_words
from learnconnect_app.ui.reviews import review_body

view, state = MistakesState.view, MistakesState
DUE_INK = "text-[var(--ink-amber)] font-semibold whitespace-nowrap"


def today() -> rx.Component:
    """What comes back today, or when the next one does."""
    return rx.cond(
        view.due_count > 0,
        hero(
            hero_words(
                "rotate-ccw",
                t("mistakes.today"),
                t("mistakes.due", n=view.due_count),
                rx.cond(view.due_count > ROUND, t("mistakes.due_many"), t("mistakes.due_text")),
                button(
                    t("mistakes.review", n=at_most_a_round(view.due_count)),
                    look="white",
                    on_click=state.start_review,
                    data_testid="start-review",
                    class_name=HERO_ACTION,
                ),
            ),
            data_testid="mistakes-due",
            data_due=view.due_count,
        ),
        card(
            rx.el.div(
                tile(icon("check", 20), "green"),
                rx.el.div(
                    rx.el.h2(t("mistakes.calm"), class_name="heading"),
                    rx.el.p(
                        t("mistakes.calm_text", day=date_text(view.next_day, "long")),
                        class_name="muted text-sm mt-0.5",
                    ),
                ),
                class_name="flex items-center gap-3.5",
            ),
            data_testid="mistakes-calm",
        ),
    )


def nothing_yet() -> rx.Component:
    title = rx.cond(view.learned_count > 0, t("mistakes.all_learned"), t("mistakes.empty"))
    to_today = link_button(t("mistakes.to_today"), href="/home", look="soft", class_name="h-11")
    return card(
        empty_state("notebook-pen", title, t("mistakes.empty_text"), to_today),
        data_testid="mistakes-empty",
    )


def _filter(label: rx.Var[str] | str, key: rx.Var[str] | str, count: rx.Var[int]) -> rx.Component:
    is_chosen = view.course == key
    look = rx.cond(is_chosen, "hued hue-violet border-transparent", "border-base-300 muted")
    return rx.el.button(
        label,
        " ",
        rx.el.span(number(count), class_name="opacity-80"),
        type="button",
        on_click=state.filter_by(key),
        aria_pressed=rx.cond(is_chosen, "true", "false"),
        class_name=f"h-11 sm:h-9 px-3.5 rounded-full border text-sm font-semibold "
        f"whitespace-nowrap shrink-0 {look}",
    )


def _course(course: rx.Var[MistakeCourse]) -> rx.Component:
    return _filter(course.title, course.key, course.open_count)


def filters() -> rx.Component:
    """By course, when there are several."""
    total = rx.Var(
        _js_expr=f"{view.courses!s}.reduce((sum, each) => sum + each.open_count, 0)", _var_type=int
    )._replace(merge_var_data=view.courses._get_all_var_data())
    return rx.cond(
        view.courses.length() > 1,
        rx.el.div(
            _filter(t("mistakes.all_courses"), "", total.to(int)),
            rx.foreach(view.courses, _course),
            role="group",
            aria_label=t("mistakes.filter"),
            tab_index=0,
            class_name="flex gap-2 overflow-x-auto -mx-4 px-4 py-1 sm:mx-0 sm:px-0 sm:flex-wrap",
        ),
    )


def _row(row: rx.Var[MistakeRow]) -> rx.Component:
    is_shown = state.shown_id == row.id
    return rx.el.li(
        rx.cond(
            is_shown & (state.shown != None),  # noqa: E711
            rx.el.div(review_body(state.shown), class_name="mb-3"),
            rx.el.div(rx.html(row.stem_html), class_name="item-text text-[15px] line-clamp-3 mb-1"),
        ),
        rx.el.div(
            rx.el.p(
                t("mistakes.times", n=row.times_wrong),
                " · ",
                rx.cond(
                    row.is_due,
                    t("mistakes.back_today"),
                    t("mistakes.back_on", day=date_text(row.due_day)),
                ),
                class_name="muted text-[13px] flex-1 max-sm:basis-full",
            ),
            button(
                rx.cond(is_shown, t("mistakes.hide"), t("mistakes.show")),
                look="quiet",
                on_click=state.toggle_answer(row.id),
                aria_expanded=is_shown,
                data_testid="show-answer",
                class_name="btn-sm h-11 sm:h-9 max-sm:-ml-3",
            ),
            button(
                t("mistakes.known"),
                look="quiet",
                on_click=state.remove(row.id),
                data_testid="take-out",
                class_name="btn-sm h-11 sm:h-9",
            ),
            class_name="flex flex-wrap items-center gap-x-1",
        ),
        data_testid="mistake",
        class_name="border-t border-base-300 pt-3.5 pb-2",
    )


def _topic(topic: rx.Var[MistakeTopic]) -> rx.Component:
    is_open = state.open_topic == topic.key
    is_due, due = topic.due_count > 0, t("mistakes.due_short", n=topic.due_count)
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                icon_of(topic.icon),
                class_name="hued size-11 rounded-xl grid place-items-center shrink-0 "
                + hue(topic.color),
            ),
            row_words(
                topic.title,
                rx.fragment(
                    topic.course_title,
                    " · ",
                    rx.el.span(
                        t("mistakes.open_count", n=topic.open_count), class_name="whitespace-nowrap"
                    ),
                    rx.cond(is_due, rx.el.span(" · ", due, class_name=f"sm:hidden {DUE_INK}")),
                ),
            ),
            rx.cond(is_due, chip(due, color="amber", class_name="max-sm:hidden")),
            icon(
                "chevron-right",
                18,
                class_name=rx.cond(is_open, "muted rotate-90", "muted transition-transform"),
            ),
            type="button",
            on_click=state.toggle_topic(topic.key),
            aria_expanded=is_open,
            data_testid="mistake-topic",
            data_topic=topic.key,
            class_name="w-full flex items-center gap-3.5 text-left min-h-14 cursor-pointer "
            "rounded-2xl",
        ),
        rx.cond(
            is_open,
            rx.el.ul(rx.foreach(state.rows, _row), class_name="grid mt-3"),
        ),
        class_name="card-surface p-4 sm:px-5",
    )


def topics() -> rx.Component:
    return rx.fragment(
        rx.el.ul(rx.foreach(view.topics, _topic), class_name="grid gap-3"),
        rx.cond(
            view.hidden_topics > 0,
            button(
                t("mistakes.more_topics", n=view.hidden_topics),
                look="outline",
                on_click=state.show_more,
                class_name="h-11 justify-self-center",
            ),
        ),
    )


def undo_note() -> rx.Component:
    """The last one that was taken out may come back."""
    return rx.el.div(
        rx.cond(
            state.taken_out != "",
            note(
                rx.el.div(
                    t("mistakes.taken_out"),
                    button(
                        t("mistakes.undo"),
                        look="quiet",
                        on_click=state.undo,
                        data_testid="undo",
                        class_name="btn-sm h-9",
                    ),
                    class_name="flex items-center justify-between gap-3",
                ),
                symbol="check",
                color="green",
                class_name="items-center",
            ),
        ),
        role="status",
        class_name="sticky top-2 z-10 empty:absolute",
    )
