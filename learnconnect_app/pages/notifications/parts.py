"""Pieces of the notification centre."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.notification_views import NotificationDay, NotificationRow
from learnconnect_app.pages.notifications.state import NotificationsState
from learnconnect_app.ui.browser import Ago
from learnconnect_app.ui.i18n import date_text, t
from learnconnect_app.ui.kit.actions import button, link_button, page_link
from learnconnect_app.ui.kit.cards import card, empty_state
from learnconnect_app.ui.kit.icons import icon, tile

view, state = NotificationsState.view, NotificationsState
SIGNS = {
    "day_ready": ("sun", "amber"),
    "session_soon": ("clock", "blue"),
    "nearly_there": ("timer", "violet"),
    "goal_reached": ("check", "green"),
    "week_progress": ("gauge", "teal"),
    "milestone": ("trophy", "amber"),
    "missed_day": ("coffee", "teal"),
    "weekly_report": ("notebook-text", "violet"),
    "test_unlocked": ("flag", "orange"),
    "paused_long": ("pause", "blue"),
    "freeze_used": ("snowflake", "blue"),
    "reward_ending": ("gift", "amber"),
    "mentorship_ended": ("graduation-cap", "violet"),
    "calendar_problem": ("calendar-days", "rose"),
    "session_put_back": ("calendar-days", "amber"),
    "security": ("lock", "rose"),
}
"""Icon and colour of each rule: icons that other pages have already."""


def head() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h1(t("notifications.title"), class_name="display"),
            rx.el.p(t("notifications.lead"), class_name="muted mt-1"),
            class_name="min-w-0",
        ),
        rx.cond(
            view.unread > 0,
            button(
                t("notifications.read_all"),
                look="soft",
                symbol="check",
                on_click=state.read_all,
                data_testid="read-all",
                class_name="h-11",
            ),
        ),
        class_name="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 min-h-[3.75rem]",
    )


def nothing() -> rx.Component:
    to_today = link_button(t("notifications.to_today"), href="/home", class_name="h-11 px-6")
    return card(
        empty_state("bell", t("notifications.empty"), t("notifications.empty_text"), to_today),
        data_testid="notifications-empty",
    )


def _sign(kind: rx.Var[str]) -> rx.Component:
    cases = ((rule, tile(icon(name, 20), color)) for rule, (name, color) in SIGNS.items())
    return rx.match(kind, *cases, tile(icon("bell", 20)))


def _row(row: rx.Var[NotificationRow]) -> rx.Component:
    """The whole row leads to what it speaks of; its mark only says that it is read."""
    return rx.el.li(
        page_link(
            _sign(row.kind),
            rx.el.span(
                rx.el.span(
                    row.title,
                    rx.cond(
                        row.is_unread,
                        rx.el.span(" (", t("notifications.unread"), ")", class_name="sr-only"),
                    ),
                    class_name=rx.cond(
                        row.is_unread,
                        "block leading-snug font-bold",
                        "block leading-snug font-medium",
                    ),
                ),
                rx.el.span(row.text, class_name="muted text-sm block mt-0.5 max-w-[62ch]"),
                Ago.create(at=row.at_ms, class_name="muted text-[13px] block mt-1"),
                class_name="min-w-0 flex-1",
            ),
            href=row.href,
            on_click=state.read(row.id),
            data_testid="notification",
            data_kind=row.kind,
            data_unread=row.is_unread,
            class_name="flex items-start gap-3.5 flex-1 min-w-0 px-4 sm:pl-5 py-4 rounded-2xl",
        ),
        rx.el.div(
            rx.cond(
                row.is_unread,
                rx.el.button(
                    rx.el.span(class_name="size-2.5 rounded-full bg-[var(--bar-violet)]"),
                    aria_label=t("notifications.read", title=row.title),
                    on_click=state.read(row.id),
                    type="button",
                    data_testid="mark-read",
                    class_name="btn btn-ghost btn-circle size-11",
                ),
            ),
            class_name="w-11 shrink-0 pt-2.5",
        ),
        class_name="flex items-start pr-2 sm:pr-3 first:rounded-t-[1.25rem] "
        "last:rounded-b-[1.25rem] hover:bg-base-200/60 transition-colors",
    )


def _day(day: rx.Var[NotificationDay]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(
            rx.match(
                day.name,
                ("today", t("notifications.today")),
                ("yesterday", t("notifications.yesterday")),
                date_text(day.day, "long"),
            ),
            class_name="text-sm font-semibold muted mb-2 px-1",
        ),
        rx.el.ul(
            rx.foreach(day.rows, _row), class_name="card-surface grid divide-y divide-base-300"
        ),
    )


def days() -> rx.Component:
    return rx.fragment(rx.foreach(view.days, _day))


def foot() -> rx.Component:
    return rx.el.div(
        rx.el.p(t("notifications.kept"), class_name="muted text-[13px] px-1"),
        link_button(
            t("notifications.choose"),
            href="/settings#reminders",
            look="quiet",
            symbol="settings",
            class_name="h-auto min-h-11 max-w-full px-3 whitespace-normal text-[var(--ink-violet)]",
        ),
        class_name="flex flex-wrap items-center justify-between gap-x-4 gap-y-1",
    )
