"""Each picture of `/progress` as a file: the same numbers, as any program reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.progress_spans import Range
from learnconnect_app.domain.progress_views import FIGURES, Figure, ProgressView
from learnconnect_app.domain.spreadsheets import Cell, csv_text
from learnconnect_app.services.progress import progress_view
from learnconnect_app.services.progress_standings import standings_of
from learnconnect_app.services.progress_topics import topics_with_courses

Row = Sequence[Cell]
_OF_VIEW: dict[str, Callable[[ProgressView], Figure]] = {
    "minutes": lambda view: view.minutes,
    "velocity": lambda view: view.speeds,
    "retention": lambda view: view.retention,
    "efficiency": lambda view: view.gains,
    "hours": lambda view: view.hours,
    "weekdays": lambda view: view.weekdays,
    "difficulty": lambda view: view.difficulty,
    "pace": lambda view: view.pace,
    "year": lambda view: view.year,
}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def figure_file(
    session: Session, *, user_id: UUID, figure: str, range_: str = Range.QUARTER, now: datetime
) -> str:
    """The text of a CSV file. ``NotFound`` for a figure or a range there is none of."""
    if figure not in FIGURES or range_ not in tuple(Range):
        raise NotFound
    if figure == "mastery":
        return csv_text(_mastery_rows(session, user_id, now))
    view = progress_view(session, user_id=user_id, range_=range_, now=now)
    return csv_text(_figure_rows(_OF_VIEW[figure](view)))


def _figure_rows(figure: Figure) -> Iterator[Row]:
    """A row a label. Column names are those of the API and stay English."""
    columns = [f"{each.name or each.code} ({figure.unit})" for each in figure.series]
    counted = ["count"] if figure.counts else []
    yield [figure.axis or "name", *columns, *counted]
    for place, label in enumerate(figure.labels):
        amounts = [each.amounts[place] for each in figure.series]
        yield [_label(figure, label), *amounts, *figure.counts[place : place + 1]]


def _label(figure: Figure, label: str) -> str:
    return WEEKDAYS[int(label)] if figure.axis == "weekday" else label


def _mastery_rows(session: Session, user_id: UUID, now: datetime) -> Iterator[Row]:
    yield ["course", "topic", "mastery (percent)", "share of score (percent)", "open mistakes"]
    for course, topic in topics_with_courses(standings_of(session, user_id=user_id, now=now)):
        known, weight = round(100 * topic.known, 1), round(topic.weight, 2)
        yield [course.title, topic.title, known, weight, topic.mistakes]
