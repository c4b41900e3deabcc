"""Values of a report's sentences in the learner's language: durations, weekdays, subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from babel.dates import get_day_names
from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from learnconnect_app.domain.report_figures import Figures
from learnconnect_app.domain.report_views import Sentence
from learnconnect_app.domain.weekly_reports import Said
from learnconnect_app.locales import message
from learnconnect_app.models import Course, WeeklyReport
from learnconnect_app.services.texts import text_in

Words = dict[str, str | int | float]
DURATIONS = ("minutes", "planned", "more")
WEEKDAYS = ("weekday", "other")
_FIGURES = TypeAdapter(Figures)


def kept_figures(figures: Figures) -> dict[str, Any]:
    """As a report keeps them."""
    kept: dict[str, Any] = _FIGURES.dump_python(figures, mode="json")
    return kept


def figures_in(report: WeeklyReport) -> Figures:
    """As they were told."""
    return _FIGURES.validate_python(report.figures)


def duration(minutes: int, locale: str) -> str:
    """250 as ``4 h 10 min`` or ``4 sa 10 dk``."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return message(locale, "reports.short", minutes=rest)
    if not rest:
        return message(locale, "reports.whole", hours=hours)
    return message(locale, "reports.duration", hours=hours, minutes=rest)


def sentence(said: Said, courses: Mapping[str, Course], locale: str) -> Sentence:
    return Sentence(said.code, words({**said.values, "course": said.course}, courses, locale))


def words(
    values: Mapping[str, Any], courses: Mapping[str, Course], locale: str
) -> dict[str, str | int | float]:
    """The values as they are read; what has no words is left out."""
    found: Words = {}
    for name, value in values.items():
        if name == "course":
            course = courses.get(value)
            found["subject"] = text_in(course.title, locale) if course else value
        elif name in DURATIONS:
            found[name] = duration(value, locale)
        elif name in WEEKDAYS:
            found[name] = get_day_names(locale=locale)[value]
        elif isinstance(value, list):
            found[name] = hours_text(value)
        else:
            found[name] = value
    return found


def hours_text(hours: Sequence[int]) -> str:
    """17, 18, 20 as ``17:00-19:00, 20:00-21:00``, with a dash between."""
    runs: list[list[int]] = []
    for hour in sorted(hours):
        if runs and hour == runs[-1][1]:
            runs[-1][1] = hour + 1
        else:
            runs.append([hour, hour + 1])
    return ", ".join(f"{first:02}:00–{last % 24:02}:00" for first, last in runs)


def courses_of(session: Session, keys: Iterable[str]) -> dict[str, Course]:
    """One query."""
    rows = session.exec(select(Course).where(col(Course.key).in_({*keys})))
    return {course.key: course for course in rows}


def courses_in(figures: Figures, suggestions: Iterable[Mapping[str, Any]] = ()) -> set[str]:
    """Keys of the courses that a report names."""
    offered = {kept["values"].get("course", "") for kept in suggestions}
    return {each.course for each in figures.subjects} | (offered - {""})
