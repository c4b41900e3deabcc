"""Small charts as plain SVG and boxes: ring, bar, week strip, heat map."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.views import HeatCell, WeekDot
from learnconnect_app.ui.i18n import date_text, number, percent, t
from learnconnect_app.ui.kit.icons import icon


def ring(value: Any, size: int = 124, *, on_hero: bool = False, label: Any = None) -> rx.Component:
    """A part of a whole, 0-100, as a ring with the figure inside."""
    radius, width = 52, 11
    around = 2 * 3.14159265 * radius
    track = "rgb(255 255 255 / 0.22)" if on_hero else "var(--track)"
    color = "#fff" if on_hero else "var(--bar-violet)"
    circle: dict[str, Any] = {
        "cx": 62,
        "cy": 62,
        "r": radius,
        "fill": "none",
        "stroke_width": width,
    }
    filled = rx.Var.create(value).to(float)
    return rx.el.div(
        rx.el.svg(
            rx.el.svg.circle(**circle, stroke=track),
            rx.el.svg.circle(
                **circle,
                stroke=color,
                stroke_linecap="round",
                stroke_dasharray=f"{around:.2f}",
                class_name="grow",
                style={
                    "strokeDashoffset": (100 - filled) * (around / 100),
                    "opacity": rx.cond(filled > 0, 1, 0),  # a round cap shows even at nothing
                },
            ),
            view_box="0 0 124 124",
            width=str(size),
            height=str(size),
            class_name="-rotate-90",
            aria_hidden="true",
        ),
        rx.el.div(
            label if label is not None else percent(value),
            class_name="absolute inset-0 grid place-items-center text-xl font-bold tracking-tight",
        ),
        class_name="relative shrink-0",
        style={"width": f"{size}px", "height": f"{size}px"},
    )


def bar(value: Any, *, label: Any, class_name: str = "", **props: Any) -> rx.Component:
    """A part of a whole, 0-100. Takes the colour of the hue around it."""
    return rx.el.div(
        rx.el.div(
            class_name="grow h-full rounded-full",
            style={
                "width": rx.Var.create(value).to(str) + "%",
                "background": "var(--bar, var(--bar-violet))",
            },
        ),
        role="progressbar",
        aria_valuenow=value,
        aria_valuemin=0,
        aria_valuemax=100,
        aria_label=label,
        class_name=f"h-2 w-full rounded-full overflow-hidden bg-[var(--track)] {class_name}",
        **props,
    )


def _week_dot(day: WeekDot) -> rx.Component:
    symbol = rx.match(
        day.kind,
        ("active", icon("check", 16)),
        ("frozen", icon("snowflake", 16)),
        ("rest", icon("coffee", 15)),
        ("vacation", icon("tree-palm", 15)),
        ("paused", icon("pause", 15)),
        rx.el.span(class_name="size-1.5 rounded-full bg-current opacity-50"),
    )
    look = rx.match(
        day.kind,
        ("active", "bg-primary text-primary-content"),
        ("frozen", "hued hue-blue"),
        ("rest", "hued hue-teal"),
        ("vacation", "hued hue-teal"),
        ("paused", "hued hue-violet"),
        "bg-[var(--track)] muted",
    )
    today = rx.cond(day.is_today, "ring-2 ring-primary ring-offset-2 ring-offset-base-100", "")
    return rx.el.li(
        rx.el.span(
            date_text(day.day, "weekday"),
            class_name=rx.cond(day.is_today, "text-[13px] font-bold", "muted text-[13px]"),
        ),
        rx.el.span(
            symbol,
            rx.el.span(_kind_text(day.kind), class_name="sr-only"),
            class_name=f"w-full max-w-9 aspect-square rounded-full grid place-items-center {look} "
            f"{today}",
        ),
        class_name="flex flex-col items-center gap-2",
    )


def _kind_text(kind: rx.Var[str]) -> rx.Component:
    kinds = ("active", "frozen", "rest", "vacation", "paused", "missed")
    return rx.match(kind, *((each, t(f"kit.day_{each}")) for each in kinds), t("kit.day_open"))


def week_strip(days: rx.Var[tuple[WeekDot, ...]]) -> rx.Component:
    """Monday to Sunday, a mark for each day."""
    return rx.el.ul(
        rx.foreach(days, _week_dot),
        class_name="grid grid-cols-7 gap-1",
        data_testid="week-strip",
    )


def _week_bar(day: WeekDot, peak: rx.Var[int]) -> rx.Component:
    label = rx.cond(day.minutes > 0, t("common.minutes", n=day.minutes), "")
    look = rx.cond(day.is_today, "bg-[var(--bar-violet)]", "bg-[var(--bar-violet)] opacity-70")
    return rx.el.li(
        rx.el.span(
            rx.cond(day.minutes > 0, number(day.minutes), ""),
            class_name="muted text-xs h-4 leading-4 whitespace-nowrap",
            aria_hidden="true",
        ),
        rx.el.span(
            rx.el.span(
                class_name=f"rise block w-full rounded-full {look}",
                style={"height": (day.minutes * 100 / peak).to(str) + "%"},
            ),
            class_name="flex items-end w-3 h-20 rounded-full overflow-hidden bg-[var(--track)]",
            aria_hidden="true",
        ),
        rx.el.span(date_text(day.day, "long"), ": ", label, class_name="sr-only"),
        class_name="flex flex-col items-center gap-1",
    )


def week_bars(days: rx.Var[tuple[WeekDot, ...]], label: Any) -> rx.Component:
    """Minutes of Monday to Sunday, against the longest day (or an hour, when all were shorter)."""
    most = rx.Var(
        _js_expr=f"Math.max(60, ...{days!s}.map((day) => day.minutes))", _var_type=int
    )._replace(merge_var_data=days._get_all_var_data())
    return rx.el.ul(
        rx.foreach(days, lambda day: _week_bar(day, most.to(int))),
        aria_label=label,
        class_name="grid grid-cols-7 gap-1",
    )


HEAT_LOOKS = (
    "bg-[var(--track)]",
    "bg-[var(--bar-violet)] opacity-35",
    "bg-[var(--bar-violet)] opacity-55",
    "bg-[var(--bar-violet)] opacity-80",
    "bg-[var(--bar-violet)]",
)


def _heat_cell(cell: HeatCell) -> rx.Component:
    look = rx.match(cell.level, *enumerate(HEAT_LOOKS), HEAT_LOOKS[0])
    return rx.el.span(
        title=date_text(cell.day), class_name=f"block aspect-square rounded-[3px] {look}"
    )


def _heat_week(week: rx.Var[tuple[HeatCell, ...]]) -> rx.Component:
    """A column, with the month's name above its first full week."""
    monday = week[0].day
    is_first = monday.split("-")[2].to(int) <= 7
    return rx.el.div(
        rx.el.span(
            rx.cond(is_first, date_text(monday, "month"), ""),
            class_name="muted text-xs h-4 leading-4 w-0 whitespace-nowrap",
        ),
        rx.foreach(week, _heat_cell),
        class_name="grid gap-[3px] content-start",
    )


def heat_map(weeks: rx.Var[tuple[tuple[HeatCell, ...], ...]], label: Any) -> rx.Component:
    """A year of study days, a column a week; a phone shows its end and scrolls back."""
    return rx.el.div(
        rx.el.div(
            rx.foreach(weeks, _heat_week),
            class_name="grid grid-flow-col auto-cols-fr gap-[3px] min-w-[40rem] [direction:ltr]",
        ),
        role="img",
        aria_label=label,
        tab_index=0,
        class_name="overflow-x-auto [direction:rtl] pb-1 rounded-lg",
    )


def heat_legend(less: Any, more: Any) -> rx.Component:
    cells = (rx.el.span(class_name=f"size-[11px] rounded-[3px] {look}") for look in HEAT_LOOKS)
    return rx.el.div(
        less,
        *cells,
        more,
        aria_hidden="true",
        class_name="muted text-xs flex flex-wrap items-center gap-1.5",
    )
