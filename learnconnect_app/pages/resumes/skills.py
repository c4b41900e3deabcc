"""Skill by skill: the points, what they rest on, and what would raise them."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.resume_views import ResumeSkill
from learnconnect_app.pages.resumes.state import ResumeState
from learnconnect_app.ui.i18n import number, t, t_of
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.icons import icon

view, state = ResumeState.view, ResumeState

ADVICE = ("name", "evidence", "impact", "more")
has_reading = (view.before.id != "") | (view.after.id != "")


def skills() -> rx.Component:
    return rx.cond(
        has_reading,
        section_card(
            t("resume.skills_title"),
            _legend(),
            rx.el.ul(rx.foreach(view.skills, _skill), class_name="grid gap-5"),
        ),
    )


def _skill(skill: ResumeSkill) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(skill.title, class_name="font-semibold min-w-0"),
            rx.el.span(
                rx.cond(
                    view.change != "",
                    rx.fragment(
                        rx.el.span(number(skill.before), " → ", class_name="muted"),
                        number(skill.after),
                    ),
                    number(skill.latest),
                ),
                class_name="font-bold whitespace-nowrap",
            ),
            class_name="flex items-baseline justify-between gap-3",
        ),
        _bar(skill),
        rx.cond(
            skill.advice != "",
            rx.el.p(
                t_of("resume.advice", skill.advice, ADVICE), class_name="muted text-[13px] mt-1.5"
            ),
        ),
        rx.cond(
            skill.lines.length() > 0,
            rx.el.details(
                rx.el.summary(
                    t("resume.lines"),
                    icon("chevron-down", 15),
                    class_name="inline-flex items-center gap-1 min-h-8 text-[13px] muted "
                    "cursor-pointer",
                ),
                rx.el.ul(
                    rx.foreach(
                        skill.lines,
                        lambda line: rx.el.li(line, class_name="break-words"),
                    ),
                    class_name="text-[13px] list-disc pl-5",
                ),
            ),
        ),
        data_testid="resume-skill",
        data_points=skill.latest,
    )


def _bar(skill: ResumeSkill) -> rx.Component:
    """Named, shown, with a result: the three parts of the points, side by side."""
    parts = (
        (skill.mention, "blue", t("resume.part.mention")),
        (skill.evidence, "violet", t("resume.part.evidence")),
        (skill.impact, "green", t("resume.part.impact")),
    )
    return rx.el.div(
        *(
            rx.el.span(
                rx.el.span(label, ": ", number(points), class_name="sr-only"),
                class_name=f"hue-{hue} bg-[var(--bar)] h-full shrink-0",
                style={"width": points.to(str) + "%"},
            )
            for points, hue, label in parts
        ),
        class_name="flex h-2 mt-2 rounded-full overflow-hidden bg-[var(--track)]",
    )


def _legend() -> rx.Component:
    parts = (("mention", "blue"), ("evidence", "violet"), ("impact", "green"))
    return rx.el.div(
        *(
            rx.el.span(
                rx.el.span(
                    class_name=f"hue-{hue} bg-[var(--bar)] size-2.5 rounded-full",
                    aria_hidden="true",
                ),
                t(f"resume.part.{part}"),
                class_name="inline-flex items-center gap-1.5 text-[13px] muted min-h-6",
            )
            for part, hue in parts
        ),
        class_name="flex flex-wrap gap-x-4 mb-4",
    )
