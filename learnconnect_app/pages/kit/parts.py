"""The sections of the kit page, with sample data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import reflex as rx

from learnconnect_app.content.texts import ICONS
from learnconnect_app.domain.views import (
    CareerView,
    DiagnosisView,
    HeatCell,
    RoleFitView,
    TopicBar,
    WeekDot,
)
from learnconnect_app.ui.boundary import broken_page, reconnecting_mark
from learnconnect_app.ui.browser import DialogButton
from learnconnect_app.ui.kit import actions, cards, charts, fields, heroes, rows
from learnconnect_app.ui.kit.icons import (
    HUES,
    RESOURCE_ICONS,
    hue,
    icon,
    icon_of,
    resource_icon,
    tile,
)
from learnconnect_app.ui.results import CAREERS, SEVERITIES, career_card, diagnosis_card

Pieces = Callable[[], Iterable[rx.Component]]


def section(title: str, pieces: Pieces) -> rx.Component:
    return rx.el.section(
        rx.el.h2(title, class_name="title mb-4"),
        rx.el.div(*pieces(), class_name="grid gap-5"),
        id=title.lower(),
        class_name="mt-12 scroll-mt-6",
    )


def line(*children: rx.Component) -> rx.Component:
    return rx.el.div(*children, class_name="flex flex-wrap items-center gap-3")


def pair(*children: rx.Component) -> rx.Component:
    return rx.el.div(*children, class_name="grid md:grid-cols-2 gap-5 items-start")


# ---- sample data ------------------------------------------------------------------------------

MONDAY = date(2026, 3, 2)
KINDS = ("active", "active", "frozen", "rest", "", "paused", "vacation")
MINUTES = (45, 90, 0, 0, 20, 0, 0)
WEEK = tuple(
    WeekDot(
        day=str(MONDAY + timedelta(days=n)),
        kind=kind,
        minutes=MINUTES[n],
        is_today=n == 4,
        is_future=n > 4,
    )
    for n, kind in enumerate(KINDS)
)
HEAT = tuple(
    tuple(
        HeatCell(str(MONDAY + timedelta(days=7 * week + day)), (week * 3 + day * day) % 5, 30)
        for day in range(7)
    )
    for week in range(53)
)
WEAK = (TopicBar("a", "Dictionaries", 1, 4, 25, True), TopicBar("b", "Sets", 2, 4, 50, True))
ROLE = RoleFitView(
    key="qa",
    title="QA Engineer",
    description="Finds what breaks before anyone else does.",
    icon="bug",
    fit=64,
    covered=("Python basics",),
    missing=("Testing",),
    has_track=False,
)


def diagnosis(severity: str) -> DiagnosisView:
    return DiagnosisView(severity=severity, score=52, extra_days=2, topics=WEAK)


def career(kind: str) -> CareerView:
    roles = (ROLE,) if kind == "not_suitable" else ()
    return CareerView(kind, readiness=72, final_score=70, weekly_mean=81, adherence=90, roles=roles)


# ---- sections ---------------------------------------------------------------------------------


def action_pieces() -> Iterable[rx.Component]:
    on_hero = ("white", "glass")
    looks = [look for look in actions.LOOKS if look not in on_hero]
    yield line(*(actions.button(look, look=look) for look in looks))
    yield line(*(actions.button(look, look=look, disabled=True) for look in looks))
    yield line(
        actions.button("With an icon", symbol="play"),
        actions.link_button("A link", href="/kit", look="soft", symbol="map"),
        DialogButton.create("A dialog", target="sample", class_name=actions.LOOKS["outline"]),
        rx.el.div(
            *(actions.button(look, look=look) for look in on_hero),
            class_name="hero p-4 flex gap-3",
        ),
    )
    yield actions.dialog(
        "sample",
        "Pause this plan?",
        "Everything stays as it is.",
        actions=(rx.el.button("Pause", class_name=actions.LOOKS["primary"]),),
    )


def card_pieces() -> Iterable[rx.Component]:
    yield pair(
        cards.card("A card"),
        cards.section_card("A section card", "With a heading", aside=cards.chip("2/4")),
    )
    yield line(*(cards.chip(icon("check", 14), color, color=color) for color in HUES))
    yield cards.card(
        rx.el.div(
            *(cards.stat("82%", color, "target", color) for color in HUES[:4]),
            class_name="grid grid-cols-2 md:grid-cols-4 gap-5",
        )
    )
    yield pair(*(cards.note(f"A note in {color}.", color=color) for color in HUES))
    yield pair(
        cards.card(
            cards.empty_state(
                "map", "Nothing yet", "And the one thing to do about it.", actions.button("Begin")
            )
        ),
        cards.loading_page(2),
    )


def hero_pieces() -> Iterable[rx.Component]:
    continue_ = actions.button(
        "Continue", look="white", symbol="play", class_name=heroes.HERO_ACTION
    )
    words = heroes.hero_words("sparkles", "Today's plan is ready", "Sets", "45 min", continue_)
    yield heroes.hero(words, charts.ring(50, 128, on_hero=True))
    sign = heroes.hero_sign(icon("mountain", 44))
    rest = heroes.hero_words("check", "Today is done", "Today's step is behind you", "Rest well.")
    yield heroes.hero(rest, sign)


def chart_pieces() -> Iterable[rx.Component]:
    week, heat = rx.Var.create(WEEK), rx.Var.create(HEAT)
    yield line(*(charts.ring(value, 96) for value in (0, 12, 50, 100)))
    yield cards.card(
        *(
            rx.el.div(charts.bar(value, label=color), class_name=f"py-2 {hue(color)}")
            for color, value in zip(HUES, (100, 84, 72, 58, 41, 20, 0), strict=True)
        )
    )
    yield pair(
        cards.card(charts.week_bars(week, "Minutes")),
        cards.card(charts.week_strip(week)),
    )
    yield cards.section_card(
        "A year", charts.heat_map(heat, "A year"), aside=charts.heat_legend("Less", "More")
    )


def row_pieces() -> Iterable[rx.Component]:
    def item(title: str, *, is_done: bool) -> rx.Component:
        mark = rows.done_mark(rx.Var.create(is_done), "done", "open")
        return rx.el.li(
            rows.row(tile(icon("layers"), "blue"), title, "Topic · 45 min", mark),
            class_name=rows.ROW_LINK,
        )

    yield pair(
        rx.el.ul(item("Lists", is_done=True), item("Sets", is_done=False), class_name="grid gap-3"),
        cards.card(
            rx.el.ul(
                rows.meter_row(icon("blocks", 17), "Foundations", 84, hue("violet")),
                rows.meter_row(icon("wrench", 17), "Real programs", 41, hue("orange")),
                *(rows.locked_row(n, "A topic still to come", f"Day {n}, locked") for n in (5, 6)),
                class_name="grid gap-4",
            )
        ),
    )
    yield rx.el.ol(
        *(rows.step(tile(icon("compass")), f"{n}. A step", "And its line.") for n in (1, 2, 3)),
        class_name="grid md:grid-cols-3 gap-4",
    )


def field_pieces() -> Iterable[rx.Component]:
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    pills = (
        fields.check_pill(f"day-{n}", day, day, symbol="coffee", default_checked=n > 4)
        for n, day in enumerate(days)
    )
    wrong = fields.text_input("wrong", is_wrong=True, default_value="?")
    yield cards.card(
        fields.labelled("right", "A field", fields.text_input("right"), hint="With a hint"),
        fields.labelled("wrong", "A field", wrong, error="At most 60 characters, please."),
        rx.el.div(*pills, class_name="grid grid-cols-7 gap-2"),
        fields.switch("on", "A switch", hint="On", default_checked=True),
        fields.switch("off", "A switch", hint="Off"),
        fields.LanguageChoice.create(label="Language"),
        fields.ThemeChoice.create(
            label="Theme", words={"light": "Light", "dark": "Dark", "system": "System"}
        ),
        class_name="grid gap-5",
    )


def icon_pieces() -> Iterable[rx.Component]:
    yield line(*(tile(icon_of(rx.Var.create(name)), HUES[n % 7]) for n, name in enumerate(ICONS)))
    yield line(*(tile(resource_icon(rx.Var.create(kind)), "blue") for kind in RESOURCE_ICONS))


def result_pieces() -> Iterable[rx.Component]:
    yield pair(*(diagnosis_card(rx.Var.create(diagnosis(each))) for each in SEVERITIES))
    yield from (career_card(rx.Var.create(career(each))) for each in CAREERS)


def trouble_pieces() -> Iterable[rx.Component]:
    yield line(reconnecting_mark())
    yield cards.card(broken_page())


SECTIONS: tuple[tuple[str, Pieces], ...] = (
    ("Actions", action_pieces),
    ("Cards", card_pieces),
    ("Heroes", hero_pieces),
    ("Charts", chart_pieces),
    ("Rows", row_pieces),
    ("Fields", field_pieces),
    ("Icons", icon_pieces),
    ("Results", result_pieces),
    ("Trouble", trouble_pieces),
)
