"""The steps that say which exam, for what, and when."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.goal_views import ExamCard, ScoreCard
from learnconnect_app.domain.study_goals import Aim, Step
from learnconnect_app.pages.goals.choices import choices, pill, radio_card, two_lines
from learnconnect_app.pages.goals.frame import (
    error_of,
    heading,
    problem,
    step_form,
    view,
)
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit.cards import card, section_card
from learnconnect_app.ui.kit.fields import labelled, text_input
from learnconnect_app.ui.kit.icons import icon_of


def _exam(exam: ExamCard) -> rx.Component:
    sign = rx.el.span(
        icon_of(exam.icon, 24),
        class_name="hued hue-violet size-12 rounded-2xl grid place-items-center shrink-0",
    )
    return radio_card(
        "exam",
        exam.key,
        rx.el.span(exam.title, class_name="title block leading-tight"),
        rx.el.span(exam.tagline, class_name="block mt-0.5"),
        rx.el.span(
            t("goals.exam_facts", topics=exam.topics, items=exam.item_count),
            class_name="block muted text-[13px] mt-1",
        ),
        sign=sign,
        checked=view.exam_key == exam.key,
        on_change=GoalState.choose_exam(exam.key),
        data_testid=f"exam-{exam.key}",
        class_name="sm:p-5",
    )


def _score(score: ScoreCard) -> rx.Component:
    missing = rx.cond(
        score.missing_percent > 0,
        rx.el.span(
            t("goals.score_missing", percent=percent(score.missing_percent)),
            class_name="block text-[13px] text-[var(--ink-amber)] mt-0.5",
        ),
    )
    return radio_card(
        "score",
        score.key,
        *two_lines(score.title, t("goals.score_facts", courses=score.courses, topics=score.topics)),
        missing,
        checked=(view.score_key == score.key) | (view.scores.length() == 1),
        data_testid=f"score-{score.key}",
    )


def exam_step() -> rx.Component:
    return step_form(
        Step.EXAM,
        heading(t("goals.exam_title"), t("goals.exam_text")),
        choices(
            t("goals.exams"), rx.foreach(view.exams, _exam), field="exam", class_name="grid gap-3"
        ),
        rx.cond(
            view.scores.length() > 0,
            rx.el.div(
                rx.el.h2(t("goals.score_title"), class_name="title mt-7"),
                rx.el.p(t("goals.score_text"), class_name="muted text-sm mt-0.5 mb-4"),
                choices(
                    t("goals.score_title"),
                    rx.foreach(view.scores, _score),
                    field="score",
                    class_name="grid sm:grid-cols-2 gap-3",
                ),
                class_name=rx.cond(view.scores.length() == 1, "hidden", "rise"),
            ),
        ),
        rx.el.p(t("goals.saved_note"), class_name="muted text-[13px] mt-5"),
    )


# ---- target and date ----------------------------------------------------------------------------


def _only_for(aims: dict[str, Any]) -> tuple[rx.Component, ...]:
    """One of these is shown, by the kind of target that is chosen in the form."""
    shown = {
        Aim.NET: "hidden group-has-[[value=net]:checked]/aim:inline",
        Aim.SCORE: "hidden group-has-[[value=score]:checked]/aim:inline",
        Aim.PROGRAMME: "hidden group-has-[[value=programme]:checked]/aim:inline",
    }
    return tuple(rx.el.span(aims[aim], class_name=look) for aim, look in shown.items())


def _target() -> rx.Component:
    aims = (
        pill("target", aim, t(f"goals.aim.{aim or 'none'}"), checked=view.target_kind == aim)
        for aim in ("", *Aim)
    )
    name = labelled(
        "target_name",
        t("goals.aim_programme"),
        text_input(
            "target_name",
            default_value=view.target_name,
            max_length=120,
            is_wrong=problem.field == "target_name",
        ),
        hint=t("goals.aim_programme_hint"),
        error=error_of("target_name"),
    )
    value = labelled(
        "target_value",
        rx.fragment(
            *_only_for(
                {
                    Aim.NET: t("goals.aim_value"),
                    Aim.SCORE: t("goals.aim_score"),
                    Aim.PROGRAMME: t("goals.aim_needed"),
                }
            )
        ),
        text_input(
            "target_value",
            default_value=view.target_value,
            input_mode="decimal",
            auto_complete="off",
            max_length=12,
            is_wrong=problem.field == "target_value",
        ),
        hint=rx.fragment(
            *_only_for(
                {
                    Aim.NET: t("goals.aim_value_hint", most=view.most_net),
                    Aim.SCORE: t("goals.aim_score_hint"),
                    Aim.PROGRAMME: t("goals.aim_needed_hint"),
                }
            )
        ),
        error=error_of("target_value"),
    )
    return card(
        rx.el.fieldset(
            rx.el.legend(t("goals.aims"), class_name="sr-only"),
            rx.el.div(*aims, class_name="grid grid-cols-2 sm:grid-cols-4 gap-2"),
        ),
        rx.el.div(
            rx.el.div(name, class_name="hidden group-has-[[value=programme]:checked]/aim:block"),
            value,
            class_name="grid gap-4 mt-5 group-has-[[name=target][value='']:checked]/aim:hidden",
        ),
        class_name="group/aim",
    )


def target_step() -> rx.Component:
    date = labelled(
        "exam_day",
        t("goals.date_label"),
        text_input(
            "exam_day",
            type="date",
            default_value=view.exam_day,
            min=view.first_day,
            max=view.last_day,
            is_wrong=problem.field == "exam_day",
            data_testid="exam-date",
        ),
        hint=t("goals.date_hint"),
        error=error_of("exam_day"),
    )
    return step_form(
        Step.TARGET,
        heading(t("goals.target_title"), t("goals.target_text")),
        _target(),
        section_card(t("goals.date_title"), rx.el.div(date, class_name="max-w-80"),
                     class_name="mt-5"),
    )  # fmt: skip
