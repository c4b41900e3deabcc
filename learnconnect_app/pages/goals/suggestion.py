"""The last step: the suggested curriculum, how much room there is, and starting it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.goal_views import Option
from learnconnect_app.domain.study_goals import Step
from learnconnect_app.pages.goals.frame import feet, heading, view
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.pages.goals.topics import courses, first_topics, left_out
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.i18n import number, t, t_of
from learnconnect_app.ui.kit.actions import LOOKS, button, dialog
from learnconnect_app.ui.kit.cards import card, empty_state, skeleton
from learnconnect_app.ui.kit.charts import ring
from learnconnect_app.ui.kit.heroes import hero
from learnconnect_app.ui.kit.icons import icon, tile

made = GoalState.suggestion
OPTIONS = ("more_minutes", "rest_day_less", "later", "leave_out")


def _activate() -> rx.Component:
    """At once; where a plan is active, after a word about what becomes of it."""
    words = (t("goals.activate"), icon("arrow-right", 18))
    look = f"{LOOKS['primary']} h-12 px-6 text-[15px]"
    asking = DialogButton.create(
        *words, target="replace", data_testid="activate-plan", class_name=look
    )
    at_once = button(
        *words,
        on_click=GoalState.start,
        disabled=made.topics == 0,
        data_testid="activate-plan",
        class_name="h-12 px-6 text-[15px]",
    )
    return rx.cond((view.active_title != "") & (made.topics > 0), asking, at_once)


def _summary() -> rx.Component:
    fits = rx.cond(
        made.no_time > 0,
        t("goals.fits", planned=made.planned, topics=made.topics),
        t("goals.fits_all"),
    )
    return hero(
        rx.el.div(
            rx.el.p(fits, class_name="text-[1.625rem] sm:text-3xl font-bold tracking-tight"),
            rx.el.p(
                rx.cond(
                    made.planned > 0,
                    t("goals.fits_text", minutes=made.minutes_a_day, days=made.days),
                    t("goals.last_days"),
                ),
                class_name="mt-2 opacity-95 max-w-[52ch]",
            ),
            rx.el.p(
                rx.cond(
                    GoalState.is_updating,
                    rx.el.span(
                        rx.el.span(class_name="spinner", aria_hidden="true"),
                        t("goals.updating"),
                        class_name="inline-flex items-center gap-2",
                    ),
                ),
                role="status",
                class_name="absolute bottom-1.5 sm:bottom-2.5 text-[13px] font-semibold",
            ),
            class_name="min-w-0",
        ),
        rx.el.div(
            ring(
                rx.cond(made.topics > 0, (made.planned * 100 / made.topics).to(int), 0),
                116,
                on_hero=True,
            ),
            class_name="max-sm:hidden",
        ),
        class_name="relative max-sm:pb-8",
        data_testid="suggestion",
        data_planned=made.planned,
        data_topics=made.topics,
        data_updating=rx.cond(GoalState.is_updating, "true", "false"),
    )


def _option(option: Option) -> rx.Component:
    effect = rx.cond(
        option.change == "leave_out",
        t("goals.option_fewer", n=option.number),
        t("goals.option_more", n=option.more),
    )
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.span(
                    t_of("goals.option", option.change, OPTIONS),
                    class_name="block font-semibold leading-snug",
                ),
                rx.el.span(effect, class_name="block muted text-[13px]"),
                class_name="min-w-0 flex-1 text-left",
            ),
            rx.el.span(
                t("goals.take_over"),
                class_name="text-[13px] font-semibold text-[var(--ink-violet)] shrink-0",
            ),
            type="button",
            on_click=GoalState.take_over(option.change),
            disabled=GoalState.is_updating,
            data_testid=f"option-{option.change}",
            class_name="w-full flex items-center gap-3 min-h-14 rounded-2xl border "
            "border-base-300 px-4 py-2.5 cursor-pointer hover:border-primary/50 "
            "transition-colors disabled:opacity-60",
        )
    )


def _cushion() -> rx.Component:
    """Whether there is time enough, kindly, with what would change it."""
    options = rx.cond(
        GoalState.has_options,
        rx.el.ul(
            rx.foreach(GoalState.options, _option), class_name="grid sm:grid-cols-2 gap-2.5 mt-4"
        ),
        rx.el.p(t("goals.options_loading"), role="status", class_name="muted text-sm mt-4 breathe"),
    )
    short = rx.fragment(
        rx.el.h2(t("goals.cushion_short"), class_name="heading"),
        rx.el.p(t("goals.cushion_short_text"), class_name="muted text-sm mt-1"),
        options,
    )
    roomy = rx.cond(
        made.free_hours > 0,
        _said(t("goals.cushion_room"), t("goals.cushion_room_text", n=made.free_hours)),
        _said(t("goals.cushion_tight"), t("goals.cushion_tight_text")),
    )
    return card(
        rx.cond(made.is_short, short, roomy),
        rx.el.div(
            rx.el.p(
                t(
                    "goals.questions",
                    low=made.questions_low,
                    high=made.questions_high,
                    all=made.questions,
                )
            ),
            rx.cond(
                made.target_net > 0,
                rx.el.p(
                    t("goals.questions_target", net=number(made.target_net)),
                    " ",
                    rx.cond(
                        made.questions_low >= made.target_net,
                        t("goals.questions_room"),
                        t("goals.questions_tight"),
                    ),
                    class_name="mt-1",
                ),
            ),
            class_name="text-sm mt-4 pt-4 border-t border-base-300 max-w-[70ch]",
            data_testid="questions",
        ),
        data_testid="cushion",
    )


def _said(title: rx.Var[str], text: rx.Var[str]) -> rx.Component:
    return rx.el.div(
        tile(icon("heart", 20), "green"),
        rx.el.div(
            rx.el.h2(title, class_name="heading"), rx.el.p(text, class_name="muted text-sm mt-0.5")
        ),
        class_name="flex items-center gap-3.5",
    )


def _waiting() -> rx.Component:
    """Shown while there is no suggestion; showing it is what has it worked out."""
    return rx.el.div(
        rx.el.p(t("goals.making_text"), role="status", class_name="muted"),
        skeleton("h-44 w-full !rounded-3xl"),
        skeleton("h-32 w-full !rounded-3xl"),
        skeleton("h-64 w-full !rounded-3xl"),
        on_mount=GoalState.prepare,
        class_name="grid gap-4",
    )


def _nothing() -> rx.Component:
    return rx.cond(
        made.topics == 0,
        card(empty_state("list-checks", t("goals.nothing_title"), t("goals.nothing_text"))),
        rx.fragment(_summary(), _cushion()),
    )


def suggestion_step() -> rx.Component:
    ready = rx.el.div(
        _nothing(), first_topics(), courses(), left_out(), class_name="grid gap-5 rise"
    )
    line = t(
        "goals.suggestion_line",
        exam=view.exam_title,
        score=view.score_title,
        n=view.days_left,
    )
    back = button(
        t("goals.back"),
        look="quiet",
        symbol="arrow-left",
        on_click=GoalState.go(Step.ASSESSMENT),
        data_testid="previous",
        class_name="h-12",
    )
    return rx.el.div(
        heading(rx.cond(made.is_ready, t("goals.suggestion_title"), t("goals.making")), line),
        rx.cond(made.is_ready, ready, _waiting()),
        feet(back, rx.cond(made.is_ready, _activate())),
    )


def replace_dialog() -> rx.Component:
    return dialog(
        "replace",
        t("goals.replace_title"),
        t("goals.replace_text", plan=view.active_title),
        actions=(
            rx.el.button(
                t("goals.activate"),
                on_click=GoalState.start,
                data_testid="confirm-activate",
                class_name=LOOKS["primary"],
            ),
        ),
    )
