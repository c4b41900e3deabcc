"""Pieces of the operator's page."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.calibration import Flag
from learnconnect_app.domain.dead_letters import DeadLetter
from learnconnect_app.domain.outbox import CALENDAR_LEFT
from learnconnect_app.domain.views import ItemRow
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.ui.i18n import number, percent, t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import card, chip, empty_state, section_card, stat

view, dead = AdminState.view, AdminState.letters
CHANNELS = ("app", "mail", "push")
AGES = ("minutes", "hours", "days")
FLAGS = tuple(str(flag) for flag in Flag)


def figures() -> rx.Component:
    return card(
        rx.el.div(
            stat(number(view.item_count), t("admin.items"), "layers", "violet"),
            stat(number(view.judged), t("admin.judged"), "gauge", "blue"),
            stat(number(view.flagged), t("admin.flagged"), "flag", "orange"),
            class_name="grid sm:grid-cols-3 gap-5",
        )
    )


def _measure(label: rx.Var, value: rx.Var | rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.dt(label, class_name="muted text-[13px]"),
        rx.el.dd(value, class_name="font-semibold tabular-nums"),
    )


def _item(row: ItemRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.span(row.key, class_name="font-semibold break-all"),
            rx.el.span(row.topic, class_name="muted text-sm"),
            rx.el.div(
                rx.foreach(
                    row.flags, lambda flag: chip(t_of("admin.flag", flag, FLAGS), color="orange")
                ),
                class_name="flex flex-wrap gap-2 mt-1 empty:hidden",
            ),
            class_name="grid gap-0.5 min-w-0",
        ),
        rx.el.dl(
            _measure(t("admin.answers"), number(row.answers)),
            _measure(t("admin.right"), percent(row.right)),
            _measure(
                t("admin.difficulty"),
                rx.fragment(number(row.authored_difficulty), " → ", number(row.difficulty)),
            ),
            _measure(
                t("admin.seconds"),
                rx.fragment(number(row.authored_seconds), " → ", number(row.seconds)),
            ),
            class_name="grid grid-cols-2 sm:grid-cols-4 gap-4",
        ),
        data_testid="item-row",
        class_name="grid lg:grid-cols-2 gap-3 py-4 border-t border-base-300 first:border-0",
    )


def _letter(row: DeadLetter) -> rx.Component:
    is_unknown = row.status == "unknown"
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.span(row.kind, class_name="font-semibold break-all"),
                rx.cond(
                    is_unknown,
                    chip(t("admin.letters.unknown"), color="orange"),
                    chip(t("admin.letters.failed"), color="rose"),
                ),
                class_name="flex flex-wrap items-center gap-2",
            ),
            rx.el.p(
                t_of("admin.channel", row.channel, CHANNELS),
                " · ",
                t_of("admin.age", row.age_unit, AGES, n=row.age),
                " · ",
                t("admin.letters.tries", n=row.attempts),
                class_name="muted text-sm",
            ),
            rx.el.p(row.error, class_name="text-sm break-words empty:hidden"),
            class_name="grid gap-1 min-w-0",
        ),
        rx.el.div(
            rx.cond(
                row.can_be_sent_again,
                button(
                    t("admin.letters.send_again"),
                    look="soft",
                    on_click=AdminState.send_again(row.id),
                    data_testid="send-again",
                ),
                rx.el.p(
                    rx.cond(
                        row.kind == CALENDAR_LEFT,
                        t("admin.letters.calendar_left"),
                        t("admin.letters.no_link"),
                    ),
                    class_name="muted text-sm max-w-[32ch]",
                ),
            ),
            button(
                rx.cond(is_unknown, t("admin.letters.arrived"), t("admin.letters.done")),
                look="quiet",
                on_click=AdminState.note_arrived(row.id),
                data_testid="letter-arrived",
            ),
            class_name="flex flex-wrap items-center gap-2 sm:justify-end",
        ),
        data_testid="letter-row",
        class_name="grid sm:grid-cols-2 gap-3 py-4 border-t border-base-300 first:border-0",
    )


def letters() -> rx.Component:
    """Messages that nobody took, or nobody answered for."""
    return section_card(
        t("admin.letters"),
        rx.el.p(t("admin.letters_text"), class_name="muted mb-2"),
        rx.cond(
            dead.rows.length() > 0,
            rx.fragment(
                rx.el.p(
                    t("admin.letters.counts", unknown=dead.unknown, failed=dead.failed),
                    class_name="font-semibold",
                ),
                rx.el.ul(rx.foreach(dead.rows, _letter)),
            ),
            empty_state("check", t("admin.letters.none"), t("admin.letters.none_text")),
        ),
    )


def items() -> rx.Component:
    return section_card(
        t("admin.content"),
        rx.el.p(t("admin.content_text"), class_name="muted mb-2"),
        rx.cond(
            view.rows.length() > 0,
            rx.el.ul(rx.foreach(view.rows, _item)),
            empty_state("gauge", t("admin.none"), t("admin.none_text")),
        ),
    )
