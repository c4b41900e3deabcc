"""What a result leads to: diagnosis of a failed week, career recommendation. Shared by screens."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import CareerView, DiagnosisView, RoleFitView, TopicBar
from learnconnect_app.ui.i18n import percent, t, t_of
from learnconnect_app.ui.kit.cards import chip, section_card, stat
from learnconnect_app.ui.kit.charts import bar
from learnconnect_app.ui.kit.icons import icon, icon_of

SEVERITIES = ("low", "medium", "high")
CAREERS = ("job_ready", "needs_training", "not_suitable")


def _weak_topic(topic: TopicBar) -> rx.Component:
    return rx.el.li(
        rx.el.span(topic.title, class_name="font-medium"),
        rx.el.span(f"{topic.correct}/{topic.total}", class_name="muted text-[13px]"),
        class_name="flex justify-between items-baseline gap-3",
    )


def diagnosis_card(diagnosis: rx.Var[DiagnosisView]) -> rx.Component:
    """Which topics held a week back, how much, and the days that help."""
    color = rx.match(diagnosis.severity, ("low", "hue-blue"), ("medium", "hue-amber"), "hue-orange")
    return section_card(
        t("results.diagnosis"),
        rx.el.p(t("results.diagnosis_text", n=diagnosis.extra_days), class_name="muted mb-4"),
        rx.el.ul(
            rx.foreach(
                diagnosis.topics,
                lambda topic: rx.cond(topic.is_weak, _weak_topic(topic), rx.fragment()),
            ),
            class_name="grid gap-2.5",
        ),
        aside=rx.el.span(
            t_of("results.severity", diagnosis.severity, SEVERITIES),
            data_testid="severity",
            data_severity=diagnosis.severity,
            class_name="hued rounded-full px-2.5 py-1 text-[13px] font-semibold whitespace-nowrap "
            f"{color}",
        ),
        data_testid="diagnosis",
    )


def _role(role: RoleFitView) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            icon_of(role.icon),
            class_name="hued hue-blue size-11 rounded-xl grid place-items-center shrink-0",
        ),
        rx.el.div(
            rx.el.div(
                rx.el.span(role.title, class_name="font-semibold"),
                rx.el.span(percent(role.fit), class_name="text-sm font-bold"),
                class_name="flex justify-between gap-3",
            ),
            rx.el.p(role.description, class_name="muted text-sm"),
            rx.el.div(bar(role.fit, label=role.title), class_name="hue-blue mt-2"),
            class_name="flex-1 min-w-0",
        ),
        class_name="flex gap-3",
    )


def career_card(career: rx.Var[CareerView]) -> rx.Component:
    """Readiness, what it is made of, the recommendation, and roles that fit as well."""
    verdict = t_of("results.career", career.career, CAREERS)
    return section_card(
        t("results.career_title"),
        rx.el.p(
            verdict,
            data_testid="career-recommendation",
            data_career=career.career,
            class_name="title",
        ),
        rx.el.p(t_of("results.career_text", career.career, CAREERS), class_name="muted mt-1"),
        rx.el.div(
            stat(percent(career.final_score), t("results.final_score"), "flag", "violet"),
            stat(percent(career.weekly_mean), t("results.weekly_mean"), "calendar-check", "blue"),
            stat(percent(career.adherence), t("results.adherence"), "footprints", "teal"),
            class_name="grid sm:grid-cols-3 gap-5 mt-5",
        ),
        rx.cond(
            career.roles.length() > 0,
            rx.el.div(
                rx.el.h3(t("results.other_roles"), class_name="heading mb-4"),
                rx.el.ul(rx.foreach(career.roles, _role), class_name="grid gap-5"),
                class_name="mt-7",
            ),
        ),
        aside=chip(
            icon("gauge", 15),
            t("results.readiness", value=percent(career.readiness)),
        ),
        data_testid="readiness",
        data_readiness=career.readiness,
    )
