"""What today asks of the learner, of either plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.home.words import kind_text, minutes_text, session_line
from learnconnect_app.ui.browser import Elapsed
from learnconnect_app.ui.i18n import percent, t
from learnconnect_app.ui.kit import rows
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import chip, section_card
from learnconnect_app.ui.kit.icons import icon, icon_of, tile

view = HomeState.view
TEST_KINDS = ("weekly", "final", "retest", "initial")


def _line(item: TodayItem) -> rx.Component:
    """A topic with its block and kind; a test by its kind, then what it is about."""
    is_test = rx.Var.create(list(TEST_KINDS)).contains(item.kind)
    time = minutes_text(item.minutes)
    skill = rx.fragment(
        rx.cond(is_test, item.title, f"{item.detail} · {kind_text(item)}"),
        " · ",
        rx.cond(is_test, t("home.up_to", minutes=time), time),
    )
    return rx.cond(item.status != "", session_line(item), skill)


def _mark(item: TodayItem) -> rx.Component:
    """The clock of what runs, how much of what was done in part, a check, or the way on."""
    clock = Elapsed.create(seconds=item.seconds, is_running=item.status == "running")
    return rx.match(
        item.status,
        ("running", chip(clock, class_name="tabular-nums")),
        ("paused", chip(icon("pause", 14), clock, color="amber", class_name="tabular-nums")),
        ("partly", chip(percent(item.percent), color="green")),
        rows.done_mark(item.is_done, t("home.is_done"), t("home.is_open")),
    )


def _today_item(item: TodayItem) -> rx.Component:
    is_test = rx.Var.create(list(TEST_KINDS)).contains(item.kind)
    return rx.el.li(
        page_link(
            tile(icon_of(item.icon), item.color),
            rows.row_words(
                rx.cond(is_test | (item.title == ""), kind_text(item), item.title),
                _line(item),
                rx.cond(item.is_done, "line-through decoration-1 muted", ""),
            ),
            _mark(item),
            href=item.href,
            data_testid="today-item",
            data_kind=item.kind,
            data_done=rx.cond(item.is_done, "true", "false"),
            class_name=rows.ROW_LINK,
        )
    )


def today() -> rx.Component:
    return rx.cond(
        view.today.length() > 0,
        section_card(
            t("home.today"),
            rx.el.ul(rx.foreach(view.today, _today_item), class_name="grid gap-2.5"),
            aside=rx.match(
                view.state,
                ("done", chip(icon("check", 15), t("home.chip.done"), color="green")),
                ("assessment", rx.fragment()),
                chip(f"{view.done}/{view.total}"),
            ),
            data_testid="today",
        ),
    )
