"""Pictures of progress: drawn in the browser by Plotly, which is loaded once one is in sight."""

from __future__ import annotations

from typing import Any, ClassVar

import reflex as rx

from learnconnect_app.domain.progress_views import Figure
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.js import FIGURE
from learnconnect_app.ui.kit.cards import section_card

PLOTLY = "plotly.js-basic-dist-min@3.7.0"
COUNTED = ("retention", "difficulty", "pace")
"""Pictures that tell how many things stand behind each number."""
LOOKS = {
    "card": "card-surface p-4 sm:p-6 min-w-0 flex flex-col",
    "lead": "muted text-sm mt-0.5 mb-3 max-w-[60ch]",
    "legend": "flex flex-wrap gap-1 mb-2 -ml-2",
    "series": "inline-flex items-center gap-1.5 rounded-lg px-2 min-h-8 text-[13px] cursor-pointer "
    "hover:bg-base-200",
    "hidden": "muted line-through",
    "tools": "mt-3 -mb-2 sm:-mb-3 pt-2 border-t border-base-300 flex flex-wrap items-start gap-x-1 "
    "-mx-2.5 no-print",
    "details": "open:basis-full min-w-0",
    "action": "btn btn-ghost btn-sm h-9 px-2.5 font-medium text-[13px]",
    "how": "muted text-sm px-2.5 pt-1 pb-3 max-w-[68ch]",
    "scroll": "overflow-auto max-h-80 mt-1 mb-2 mx-2.5 rounded-xl border border-base-300",
    "table": "w-full text-[13px] [&_th]:px-3 [&_td]:px-3 [&_th]:py-1.5 [&_td]:py-1.5 "
    "[&_tbody_tr]:border-t [&_tbody_tr]:border-base-300 [&_tr>th:first-child]:text-left",
    "status": "px-2.5 text-sm empty:hidden",
}
"""Classes of the pictures: styles are made of those that stand in Python."""


class FigureTools(rx.Component):
    """What stands below a picture: how it is computed, its table, its files."""

    library = FIGURE
    tag = "FigureTools"
    lib_dependencies: ClassVar[list[str]] = [PLOTLY]

    figure: rx.Var[Figure]
    range: rx.Var[str]
    """As ``progress_spans.Range``, for the files."""
    title: rx.Var[str]
    how: rx.Var[str]
    counted: rx.Var[str]
    looks: rx.Var[dict[str, str]]


class FigureCard(FigureTools):
    """A picture with its heading and all that."""

    tag = "FigureCard"
    lead: rx.Var[str]
    none: rx.Var[str]
    """Instead of it, while there is too little to show."""


def _props(key: str) -> dict[str, Any]:
    props = {"title": t(f"progress.title_{key}"), "how": t(f"progress.how_{key}"), "looks": LOOKS}
    return props | ({"counted": t(f"progress.count_{key}")} if key in COUNTED else {})


def figure_card(
    key: str, figure: rx.Var[Figure], range_: rx.Var[str], class_name: str = ""
) -> rx.Component:
    return FigureCard.create(
        figure=figure,
        range=range_,
        lead=t(f"progress.lead_{key}"),
        none=t(f"progress.none_{key}"),
        class_name=class_name,
        **_props(key),
    )


def own_figure(
    key: str,
    figure: rx.Var[Figure],
    range_: rx.Var[str],
    *children: rx.Component,
    aside: rx.Component | None = None,
) -> rx.Component:
    """A picture that the page draws by itself, in the same frame."""
    lead = rx.cond(figure.is_known, t(f"progress.lead_{key}"), t(f"progress.none_{key}"))
    return section_card(
        t(f"progress.title_{key}"),
        rx.el.p(lead, class_name="muted text-sm -mt-3.5 mb-4"),
        *children,
        FigureTools.create(figure=figure, range=range_, **_props(key)),
        aside=aside,
        data_testid=f"figure-{key}",
    )
