"""Pieces of the resume page."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.resume_views import RoleOption, ScoreView
from learnconnect_app.pages.resumes.state import ResumeState
from learnconnect_app.ui.browser import Ago, DialogButton
from learnconnect_app.ui.i18n import number, percent, t, t_of
from learnconnect_app.ui.kit.actions import dialog
from learnconnect_app.ui.kit.cards import section_card
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import hero
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.resume import CopyButton, ResumeForm

view, state = ResumeState.view, ResumeState

CHANGES = ("stronger", "weaker", "same", "from_zero")
has_reading = (view.before.id != "") | (view.after.id != "")
latest = rx.cond(view.after.id != "", view.after.score, view.before.score)


def headline() -> rx.Component:
    """What the readings say, in one sentence; before any, what the page does."""
    return hero(
        rx.el.div(
            rx.el.h1(
                rx.cond(has_reading, _sentence(), t("resume.title")),
                class_name="text-2xl sm:text-3xl font-bold tracking-tight leading-tight "
                "max-w-[26ch]",
                data_testid="impact",
                data_change=view.change,
                data_percent=view.change_percent,
            ),
            rx.cond(
                view.change != "",
                rx.el.p(
                    t("resume.before"),
                    " ",
                    number(view.before.exact),
                    " → ",
                    t("resume.after"),
                    " ",
                    number(view.after.exact),
                    class_name="mt-3 font-semibold",
                ),
                rx.cond(
                    has_reading,
                    rx.fragment(),
                    rx.el.p(t("resume.lead"), class_name="mt-3 opacity-95 max-w-[52ch]"),
                ),
            ),
            class_name="min-w-0",
        ),
        rx.cond(
            has_reading,
            rx.el.div(
                ring(latest, on_hero=True, label=number(latest)),
                aria_label=t("resume.percent", n=latest),
                role="img",
                class_name="max-sm:hidden",
            ),
        ),
    )


def _sentence() -> rx.Var[str]:
    return rx.cond(
        view.change == "",
        t("resume.only_one", role=view.role_title, score=latest),
        t_of(
            "resume.impact",
            view.change,
            CHANGES,
            role=view.role_title,
            score=latest,
            percent=percent(view.change_percent),
        ),
    )


def form() -> rx.Component:
    return section_card(
        rx.cond(has_reading, t("resume.again"), t("resume.read")),
        rx.el.div(
            rx.el.label(
                t("resume.role"), html_for="role", class_name="block text-sm font-semibold mb-1.5"
            ),
            rx.el.div(
                rx.el.select(
                    rx.foreach(view.roles, _role),
                    id="role",
                    value=view.role,
                    on_change=state.choose_role,
                    data_testid="resume-role",
                    class_name="field appearance-none",
                ),
                icon(
                    "chevron-down",
                    18,
                    class_name="muted absolute right-4 top-3.5 pointer-events-none",
                ),
                class_name="relative",
            ),
            class_name="mb-4",
        ),
        ResumeForm.create(role=view.role, next_stage=view.next_stage),
    )


def _role(option: RoleOption) -> rx.Component:
    return rx.el.option(option.title, value=option.key)


def readings() -> rx.Component:
    """The two that are compared, each of which can go."""
    return rx.cond(
        has_reading,
        section_card(
            t("resume.page"),
            rx.el.ul(
                _reading("before", view.before, t("resume.before")),
                _reading("after", view.after, t("resume.after")),
                class_name="divide-y divide-base-300",
            ),
            how(),
        ),
    )


def _reading(stage: str, score: rx.Var[ScoreView], title: rx.Var[str]) -> rx.Component:
    return rx.el.li(
        rx.el.span(title, class_name="font-semibold w-14 shrink-0"),
        rx.cond(
            score.id != "",
            rx.fragment(
                rx.el.span(number(score.score), class_name="text-lg font-bold"),
                rx.el.span(Ago.create(at=score.at_ms), class_name="muted text-[13px]"),
                DialogButton.create(
                    t("common.delete"),
                    rx.el.span(": ", title, class_name="sr-only"),
                    target=f"delete-{stage}",
                    data_testid=f"forget-{stage}",
                    class_name="btn btn-ghost btn-sm ml-auto",
                ),
                _delete_dialog(stage, score),
            ),
            rx.el.span(t("resume.none_yet"), class_name="muted"),
        ),
        class_name="flex items-center gap-3 min-h-13 py-1.5",
    )


def _delete_dialog(stage: str, score: rx.Var[ScoreView]) -> rx.Component:
    return dialog(
        f"delete-{stage}",
        t("resume.delete_title"),
        rx.el.p(t("resume.delete_text")),
        actions=(
            rx.el.button(
                t("resume.delete"), on_click=state.delete(score.id), class_name="btn btn-error"
            ),
        ),
    )


def how() -> rx.Component:
    return rx.el.details(
        rx.el.summary(t("resume.how")),
        rx.el.p(t("resume.how_text"), class_name="muted text-sm pb-3 max-w-[70ch]"),
        class_name="sheet-part mt-2",
    )


def beforehand() -> rx.Component:
    """Before any reading: what it will look at."""
    text = rx.el.p(t("resume.how_text"), class_name="muted text-sm max-w-[70ch]")
    return rx.cond(has_reading, rx.fragment(), section_card(t("resume.how"), text))


def suggested() -> rx.Component:
    return rx.cond(
        view.suggested.length() > 0,
        section_card(
            t("resume.suggested_title"),
            rx.el.p(t("resume.suggested_text"), class_name="muted -mt-2 mb-3 max-w-[60ch]"),
            rx.el.ul(rx.foreach(view.suggested, _line), class_name="grid gap-3"),
            data_testid="suggested",
        ),
    )


def _line(text: rx.Var[str]) -> rx.Component:
    return rx.el.li(
        rx.el.span(text, class_name="min-w-0 flex-1"),
        CopyButton.create(
            text=text, class_name="btn btn-sm border-transparent hued hue-violet shrink-0"
        ),
        class_name="flex items-start gap-3 rounded-2xl bg-base-200 p-3 pl-4 text-sm",
    )
