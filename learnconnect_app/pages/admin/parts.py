"""Pieces of the operator's page."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.calibration import Flag
from learnconnect_app.domain.views import ItemRow
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.ui.i18n import number, percent, t, t_of
from learnconnect_app.ui.kit.cards import card, chip, empty_state, section_card, stat

view = AdminState.view
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
