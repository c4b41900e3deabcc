"""The bar on top of every signed-in page: level, streak, what was told, language, theme."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.base_state import ShellState
from learnconnect_app.ui.browser import CountUp, LanguageButton, SignOutButton, ThemeButton
from learnconnect_app.ui.i18n import number, t
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.icons import icon

QUIET = "btn btn-ghost btn-circle btn-sm size-10"


def logo_mark() -> rx.Component:
    return rx.el.span(
        icon("graduation-cap", 22),
        class_name="bg-primary text-primary-content size-10 rounded-xl grid place-items-center",
    )


def initials_mark(class_name: str = "") -> rx.Component:
    """The learner's initials, in the frame that they wear."""
    return rx.el.span(
        rx.cond(ShellState.is_known, ShellState.shell.initials, "·"),
        data_frame=ShellState.shell.frame,
        class_name="bg-primary text-primary-content size-10 rounded-full grid place-items-center "
        f"font-bold text-sm {class_name}",
    )


def theme_button() -> rx.Component:
    return ThemeButton.create(light=icon("sun"), dark=icon("moon"), class_name=QUIET)


def language_button(*, is_signed_in: bool) -> rx.Component:
    """Switches the catalog at once; a signed-in learner's content follows."""
    chosen = {"on_chosen": ShellState.choose_language} if is_signed_in else {}
    return LanguageButton.create(class_name=f"{QUIET} text-[13px] font-bold", **chosen)


def level_bar() -> rx.Component:
    """Level, XP and the way to the next level, on top of every signed-in page."""
    shell = ShellState.shell
    return rx.el.div(
        rx.el.span(
            icon("trophy", 16),
            t("shell.level", n=shell.level),
            data_testid="level",
            data_level=shell.level,
            class_name="hued hue-violet inline-flex items-center gap-1.5 rounded-full px-3 h-8 "
            "text-[13px] font-bold whitespace-nowrap",
        ),
        rx.el.div(
            rx.el.div(
                class_name="grow h-full rounded-full bg-[var(--bar-violet)]",
                style={"width": (shell.xp_into_level * 100 / shell.level_size).to(str) + "%"},
            ),
            role="progressbar",
            aria_valuenow=shell.xp_into_level,
            aria_valuemin=0,
            aria_valuemax=shell.level_size,
            aria_label=t("shell.level_progress"),
            data_testid="xp-bar",
            class_name="h-2 flex-1 min-w-8 max-w-60 rounded-full overflow-hidden bg-[var(--track)]",
        ),
        rx.el.span(
            rx.cond(ShellState.is_known, CountUp.create(value=shell.xp_total), 0),
            rx.el.span(" XP", class_name="muted font-semibold"),
            data_testid="xp-total",
            data_xp=shell.xp_total,
            class_name="text-[13px] font-bold whitespace-nowrap",
        ),
        class_name="flex items-center gap-3 flex-1 min-w-0 " + _once_known(),
    )


def _once_known() -> rx.Var[str]:
    """Numbers of the learner keep their place, unseen, until they are there."""
    return rx.cond(ShellState.is_known, "", "invisible")


def streak_chip() -> rx.Component:
    shell = ShellState.shell
    return rx.cond(
        shell.is_streak_shown,
        rx.el.span(
            icon("flame", 17, class_name=rx.cond(shell.is_active_today, "flame", "opacity-60")),
            rx.el.span(number(shell.streak)),
            rx.el.span(t("shell.streak_days", n=shell.streak), class_name="sr-only"),
            data_testid="streak",
            data_streak=shell.streak,
            class_name="hued hue-amber inline-flex items-center gap-1 rounded-full px-3 h-8 "
            "text-[13px] font-bold " + _once_known(),
        ),
    )


def bell() -> rx.Component:
    """To what the app told; how much is unread stands on it, and is spoken when it changes."""
    unread = ShellState.shell.unread
    return page_link(
        icon("bell"),
        rx.cond(
            unread > 0,
            rx.el.span(
                rx.cond(unread > 9, "9+", number(unread)),
                aria_hidden="true",
                class_name="absolute top-0 right-0 min-w-[1.125rem] h-[1.125rem] px-1 rounded-full "
                "bg-primary text-primary-content text-[11px] leading-none font-bold grid "
                "place-items-center ring-2 ring-base-200",
            ),
        ),
        rx.el.span(
            rx.cond(
                unread > 0,
                t("shell.notifications_unread", n=unread),
                t("shell.nav_notifications"),
            ),
            aria_live="polite",
            class_name="sr-only",
        ),
        href="/notifications",
        data_testid="nav-notifications",
        data_unread=unread,
        class_name=f"{QUIET} relative",
    )


def top_bar() -> rx.Component:
    """Two rows on phones, one from tablets on."""
    return rx.el.header(
        rx.el.div(
            rx.cond(ShellState.shell.frame == "", logo_mark(), initials_mark()),
            class_name="lg:hidden",
        ),
        rx.el.div(
            level_bar(),
            class_name="max-sm:order-last max-sm:basis-full flex-1 min-w-0 sm:min-w-min flex",
        ),
        rx.el.div(
            streak_chip(),
            rx.el.div(
                bell(),
                language_button(is_signed_in=True),
                theme_button(),
                SignOutButton.create(
                    icon("log-out"),
                    rx.el.span(t("shell.sign_out"), class_name="sr-only"),
                    class_name=QUIET,
                ),
                class_name="flex flex-wrap items-center",
            ),
            page_link(
                initials_mark(),
                href="/settings",
                aria_label=t("shell.nav_settings"),
                class_name="max-lg:hidden rounded-full",
            ),
            class_name="flex items-center gap-2 lg:gap-3 ml-auto",
        ),
        class_name="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-3 lg:py-4 no-print",
    )
