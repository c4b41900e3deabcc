"""Home: how today stands and what comes next; without a plan, the doors to one."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.home.beside import (
    coming_days,
    countdown,
    courses,
    exam_chip,
    paused_plans,
    subjects,
)
from learnconnect_app.pages.home.doors import doors, how_it_works, more_paths
from learnconnect_app.pages.home.goals import weekly_goal
from learnconnect_app.pages.home.motivation import line_of_the_day
from learnconnect_app.pages.home.presence import week, year
from learnconnect_app.pages.home.standing import standing
from learnconnect_app.pages.home.starts import guided_start
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.today import today
from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.i18n import date_text, t_of
from learnconnect_app.ui.kit.cards import skeleton
from learnconnect_app.ui.pwa import install_hint
from learnconnect_app.ui.recommendations import recommendations
from learnconnect_app.ui.shell import page

view = HomeState.view
PARTS_OF_DAY = ("morning", "day", "evening", "night")
CHEERS = (
    "start", "back", "streak", "ready", "several", "nearly", "running", "done", "free", "test",
    "assessment", "draft", "paused", "finished", "away", "low", "exam_near", "exam_today",
    "exam_over",
)  # fmt: skip
COLUMNS = "grid xl:grid-cols-[minmax(0,1fr)_20.5rem] gap-5 items-start"
STACK = "grid gap-5 min-w-0"
PAIR = "grid gap-5 md:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]"


def greeting() -> rx.Component:
    first_name = ShellState.shell.display_name.split(" ")[0]
    return rx.el.header(
        rx.el.div(
            rx.el.p(date_text(view.day, "long"), class_name="muted text-sm"),
            exam_chip(),
            class_name="flex items-center justify-between gap-3 min-h-8",
        ),
        rx.el.h1(
            t_of("home.hello", view.part_of_day, PARTS_OF_DAY, name=first_name),
            class_name="display mt-0.5 break-words",
        ),
        rx.el.p(
            t_of("home.cheer", view.encouragement, CHEERS, n=view.minutes_left),
            class_name="muted mt-1.5 max-w-[64ch] text-pretty",
            data_testid="encouragement",
        ),
        class_name="pt-1 pb-6",
    )


def beginning() -> rx.Component:
    """For a learner without a plan: where one could go."""
    return rx.el.div(
        doors(),
        how_it_works(),
        line_of_the_day(),
        rx.el.div(week(), weekly_goal(), class_name=PAIR),
        class_name=STACK,
    )


def dashboard() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            standing(),
            today(),
            line_of_the_day(),
            guided_start(),
            recommendations(view.suggestions, HomeState.put_away),
            rx.el.div(week(), weekly_goal(), class_name=PAIR),
            year(),
            class_name=STACK,
        ),
        rx.el.div(
            countdown(),
            courses(),
            subjects(),
            coming_days(),
            paused_plans(),
            more_paths(),
            class_name="grid gap-5 items-start sm:max-xl:block sm:max-xl:columns-2 "
            "sm:max-xl:[&>*]:break-inside-avoid sm:max-xl:[&>*]:mb-5",
        ),
        class_name=COLUMNS,
    )


def _shapes(*heights: str) -> rx.Component:
    return rx.el.div(*(skeleton(f"{h} !rounded-[1.25rem]") for h in heights), class_name=STACK)


def waiting() -> rx.Component:
    """The shape of the page until its data are there."""
    return rx.el.div(
        rx.el.div(skeleton("h-4 w-36"), skeleton("h-9 w-64 mt-2"), class_name="pt-1 pb-6"),
        rx.el.div(_shapes("h-52", "h-44", "h-60"), _shapes("h-64", "h-48"), class_name=COLUMNS),
        aria_busy="true",
    )


def home() -> rx.Component:
    return page(
        greeting(),
        rx.cond(HomeState.view.state == "no_plan", beginning(), dashboard()),
        install_hint(view.is_install_fitting, HomeState.put_away),
        title="shell.nav_home",
        state=HomeState,
        active="home",
        skeleton=waiting(),
    )
