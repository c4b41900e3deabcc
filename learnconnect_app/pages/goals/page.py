"""The goal wizard: from an exam and its date to a plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.study_goals import Step
from learnconnect_app.pages.goals.assessment import assessment_step
from learnconnect_app.pages.goals.exam import exam_step, target_step
from learnconnect_app.pages.goals.frame import discard_dialog, progress, view
from learnconnect_app.pages.goals.learner import learner_step, time_step
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.pages.goals.suggestion import replace_dialog, suggestion_step
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import card, empty_state, skeleton
from learnconnect_app.ui.shell import page


def waiting() -> rx.Component:
    return rx.el.div(
        skeleton("h-10 w-full"),
        skeleton("h-9 w-80 mt-6"),
        skeleton("h-4 w-64"),
        *(skeleton("h-24 !rounded-[1.25rem]") for _ in range(3)),
        aria_busy="true",
        class_name="max-w-3xl mx-auto grid gap-4",
    )


def wizard() -> rx.Component:
    steps = rx.match(
        GoalState.step,
        (Step.TARGET, target_step()),
        (Step.TIME, time_step()),
        (Step.LEARNER, learner_step()),
        (Step.ASSESSMENT, assessment_step()),
        (Step.SUGGESTION, suggestion_step()),
        exam_step(),
    )
    return rx.el.div(
        progress(), steps, discard_dialog(), replace_dialog(), class_name="max-w-3xl mx-auto"
    )


def goal() -> rx.Component:
    none = card(
        empty_state(
            "graduation-cap",
            t("goals.no_exams_title"),
            t("goals.no_exams_text"),
            link_button(t("goals.no_exams_link"), href="/plan/new"),
            is_page=True,
        )
    )
    return page(
        rx.cond(view.exams.length() > 0, wizard(), none),
        title="goals.title",
        state=GoalState,
        active="study",
        skeleton=waiting(),
    )
