"""Turns what was finished and answered into the pictures of `/progress`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from learnconnect_app.domain.best_hours import ENOUGH_MINUTES
from learnconnect_app.domain.progress_figures import (
    LEVELS,
    answer_pace,
    efficiency_by_course,
    hours_of,
    minutes_by_course,
    minutes_by_weekday,
    retention,
    right_by_level,
    session_pace,
    velocity,
)
from learnconnect_app.domain.progress_spans import Part, coarse, fine
from learnconnect_app.domain.progress_views import CourseRow, Figure, Series
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.progress_past import Past

MOST_SUBJECTS = 6
"""Named in one picture, the most first; the others come together."""
PATTERNS = ("", "/", ".", "x")
GRAY = "gray"
YEAR_DAYS = 371


def mastery_figure(courses: Sequence[CourseRow]) -> Figure:
    """Of the subjects, in their order; their topics are in the file."""
    return Figure(
        "mastery",
        "name",
        "percent",
        tuple(course.title for course in courses),
        (Series("mastery", amounts=tuple(course.percent for course in courses)),),
        is_known=bool(courses),
    )


def minutes_figure(past: Past) -> Figure:
    parts = past.begun(fine(past.range, past.today))
    found = minutes_by_course(past.works, past.minutes, parts)
    named = [course for course in found if course][:MOST_SUBJECTS]
    rest = [found[course] for course in found if course and course not in named]
    series = _told_apart([_of_course(past, course, found[course]) for course in named])
    if rest:
        series.append(
            Series(
                "rest",
                color=GRAY,
                pattern=PATTERNS[1],
                amounts=tuple(map(sum, zip(*rest, strict=True))),
            )
        )
    if "" in found:
        series.append(Series("tests", color="amber", amounts=tuple(found[""])))
    return Figure(
        "minutes", past.fine_axis, "minutes", _days(parts), tuple(series), is_known=bool(found)
    )


def velocity_figure(past: Past) -> Figure:
    parts = past.begun(coarse(past.range, past.today))
    done = tuple(round(velocity(past.works, part), 2) for part in parts)
    series = [Series("done", amounts=done)]
    if past.needed:
        needed = (round(past.needed, 2),) * len(parts)
        series.append(Series("needed", color="amber", amounts=needed))
    return Figure(
        "velocity", past.coarse_axis, "topics", _days(parts), tuple(series), is_known=any(done)
    )


def retention_figure(past: Past) -> Figure:
    parts = past.begun(coarse(past.range, past.today))
    found = [retention(past.works, part) for part in parts]
    remembered = tuple(_percent(each.remembered) for each in found)
    predicted = tuple(_percent(each.predicted) for each in found)
    series = [Series("remembered", amounts=remembered)]
    if any(predicted):
        series.append(Series("predicted", color="amber", amounts=predicted))
    return Figure(
        "retention",
        past.coarse_axis,
        "percent",
        _days(parts),
        tuple(series),
        tuple(each.reviews for each in found),
        is_known=any(each.remembered is not None for each in found),
    )


def efficiency_figure(past: Past) -> Figure:
    found = efficiency_by_course(past.works)
    points = tuple(round(value, 1) for value in found.values())
    series = Series("points", color="teal", amounts=points)
    return _by_name(past, "efficiency", "points", list(found), [series])


def hours_figure(past: Past) -> Figure:
    minutes = hours_of(past.works, past.zone)
    labels = tuple(str(hour) for hour in range(24))
    return Figure(
        "hours",
        "hour",
        "minutes",
        labels,
        (Series("minutes", amounts=tuple(round(each) for each in minutes)),),
        is_known=sum(minutes) >= ENOUGH_MINUTES,
    )


def weekdays_figure(past: Past) -> Figure:
    began = min(past.minutes, default=past.today)
    found = minutes_by_weekday(past.minutes, past.span, began)
    mean = Series("mean", amounts=tuple(round(each, 1) for each in found or ()))
    labels = tuple(str(weekday) for weekday in range(7)) if found else ()
    return Figure("weekdays", "weekday", "minutes", labels, (mean,), is_known=bool(found))


def difficulty_figure(past: Past) -> Figure:
    found = right_by_level(past.answers)
    shares = tuple(_percent(share) for _, share in found)
    return Figure(
        "difficulty",
        "level",
        "percent",
        tuple(map(str, LEVELS)),
        (Series("right", color="green", amounts=shares),),
        tuple(count for count, _ in found),
        is_known=any(share is not None for share in shares),
    )


def pace_figure(past: Past) -> Figure:
    """Subjects in the order of how many answers there are."""
    answers, sessions = answer_pace(past.answers), session_pace(past.works)
    counts = dict.fromkeys({*answers, *sessions}, 0)
    for each in past.answers:
        if each.course in counts:
            counts[each.course] += each.answers
    order = sorted(counts, key=lambda course: (-counts[course], course))
    series = [
        Series("answers", color="blue", amounts=tuple(_factor(answers.get(key)) for key in order)),
        Series(
            "sessions", color="orange", amounts=tuple(_factor(sessions.get(key)) for key in order)
        ),
    ]
    told = _by_name(past, "pace", "factor", order, series)
    return Figure(
        told.key,
        told.axis,
        told.unit,
        told.labels,
        tuple(each for each in told.series if any(each.amounts)),
        tuple(counts[course] for course in order),
        told.is_known,
    )


def year_figure(past: Past) -> Figure:
    """The days on which something was done, of a year."""
    first = date.fromordinal(past.today.toordinal() - YEAR_DAYS)
    days = sorted(day for day in past.minutes if first <= day <= past.today)
    return Figure(
        "year",
        "day",
        "minutes",
        tuple(day.isoformat() for day in days),
        (Series("minutes", amounts=tuple(past.minutes[day] for day in days)),),
        is_known=bool(days),
    )


def _of_course(past: Past, key: str, amounts: Sequence[float]) -> Series:
    course = past.courses.get(key)
    position = course.position if course else 0
    return Series(
        name=course.title if course else key,
        color=color_at(position),
        amounts=tuple(amounts),
    )


def _told_apart(series: Sequence[Series]) -> list[Series]:
    """Subjects that share a colour get patterns."""
    seen: Counter[str] = Counter()
    told = []
    for each in series:
        pattern = PATTERNS[seen[each.color] % len(PATTERNS)]
        told.append(replace(each, pattern=pattern))
        seen[each.color] += 1
    return told


def _by_name(
    past: Past, key: str, unit: str, courses: Sequence[str], series: Sequence[Series]
) -> Figure:
    titles = (past.courses[each].title if each in past.courses else each for each in courses)
    return Figure(key, "name", unit, tuple(titles), tuple(series), is_known=bool(courses))


def _days(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(part.first.isoformat() for part in parts)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def _factor(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
