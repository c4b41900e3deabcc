"""The step in which the learner is assessed, rates the subjects, or does neither."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.goal_views import Subject
from learnconnect_app.domain.study_goals import RATINGS, Step
from learnconnect_app.pages.goals.frame import WIDE, heading, problem, sentence, step_form, view
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import note
from learnconnect_app.ui.kit.heroes import HERO_ACTION, hero, hero_words
from learnconnect_app.ui.kit.icons import hue, icon, icon_of


def _test() -> rx.Component:
    is_running = view.assessment == "running"
    facts = t(
        "goals.assessment_facts", items=view.assessment_items, minutes=view.assessment_minutes
    )
    label = rx.match(
        view.assessment,
        ("running", t("goals.assessment_resume")),
        ("done", t("goals.assessment_again")),
        ("short", t("goals.assessment_again")),
        t("goals.assessment_start"),
    )
    return hero(
        hero_words(
            "sparkles",
            t("goals.assessment_best"),
            t("goals.assessment_card"),
            rx.cond(is_running, t("goals.assessment_running"), facts),
            button(
                label,
                icon("arrow-right", 18),
                look="white",
                on_click=GoalState.assess,
                data_testid="start-assessment",
                class_name=HERO_ACTION,
            ),
        )
    )


def _told() -> rx.Component:
    """What became of the assessment."""
    return rx.match(
        view.assessment,
        ("done", note(t("goals.assessment_done"), symbol="check", color="green",
                      class_name="mb-4")),
        ("short", note(t("goals.assessment_short"), symbol="info", color="amber",
                       class_name="mb-4")),
        rx.fragment(),
    )  # fmt: skip


def _step(subject: Subject, rating: int) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="rating_" + subject.key.to(str),
            value=str(rating),
            default_checked=subject.rating == rating,
            aria_label=t(f"goals.rating.{rating}"),
            class_name="sr-only",
        ),
        rx.el.span(str(rating), aria_hidden="true"),
        data_testid=f"rating-{subject.key}-{rating}",
        class_name="!px-0",
    )


def _subject(subject: Subject) -> rx.Component:
    field = "rating_" + subject.key.to(str)
    return rx.el.li(
        rx.el.fieldset(
            rx.el.legend(subject.title, class_name="sr-only"),
            rx.el.div(
                rx.el.span(
                    rx.el.span(
                        icon_of(subject.icon, 18),
                        class_name="hued size-9 rounded-xl grid place-items-center shrink-0",
                    ),
                    rx.el.span(subject.title, class_name="font-medium leading-snug min-w-0"),
                    aria_hidden="true",
                    class_name="flex items-center gap-3 min-w-0",
                ),
                rx.el.div(
                    *(_step(subject, rating) for rating in RATINGS),
                    class_name="segmented sm:w-72",
                ),
                class_name="grid sm:grid-cols-[minmax(0,1fr)_auto] items-center gap-2.5",
            ),
            rx.cond(
                problem.field == field,
                rx.el.p(
                    sentence(),
                    role="alert",
                    data_testid="form-error",
                    class_name="text-error text-[13px] font-medium mt-1.5",
                ),
            ),
        ),
        class_name=f"py-3 border-t border-base-300 first:border-0 {hue(subject.color)}",
    )


def _ratings() -> rx.Component:
    """Folded away, unless it is what goes on."""
    is_open = (view.assessment == "short") | view.subjects[0].rating.bool()
    return rx.el.details(
        rx.el.summary(
            rx.el.span(
                rx.el.span(t("goals.rate"), class_name="block heading"),
                rx.el.span(t("goals.rate_text"), class_name="block muted text-[13px]"),
                class_name="min-w-0",
            ),
            icon("chevron-right", 20, class_name="muted group-open:rotate-90 transition-transform"),
            class_name="flex items-center justify-between gap-3 cursor-pointer p-4 sm:p-6 "
            "rounded-[1.25rem]",
            data_testid="rate-myself",
        ),
        rx.el.ul(rx.foreach(view.subjects, _subject), class_name="px-4 sm:px-6 pb-3"),
        open=is_open,
        class_name="card-surface group mt-5",
    )


def assessment_step() -> rx.Component:
    generate = button(
        t("goals.generate"),
        icon("arrow-right", 18),
        type="submit",
        data_testid="generate-plan",
        class_name=WIDE,
    )
    return step_form(
        Step.ASSESSMENT,
        heading(t("goals.assessment_title"), t("goals.assessment_text")),
        _told(),
        _test(),
        _ratings(),
        rx.cond(
            view.assessment == "",
            rx.el.p(t("goals.generate_text"), class_name="muted text-[13px] mt-4 px-1"),
        ),
        ends=(generate,),
    )
