"""Changes for the next week that a report offers: each from what the latest weeks show.

A suggestion is a code with values (``reports.offer.<code>``): what it changes from what to what,
and the numbers it follows from. It fits as long as the plan is still as it was then. None is made
up: without at least two occasions, or ten answers, there is nothing honest to suggest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from learnconnect_app.domain.report_figures import DayFigures, SubjectFigures, Totals, totals_of
from learnconnect_app.domain.weekly_reports import verdict

CODES = (
    "rest_weekday",
    "move_minutes",
    "lighter_weekday",
    "hours",
    "focus",
    "reminder_hours",
)
MOST = 3
WEEKS_SEEN = 4
STEP = 20
"""Minutes that a weekday gains or loses."""
LEAST_LEFT = 20
"""Minutes that a weekday keeps."""
FEWEST_OCCASIONS = 2
FEWEST_IDLE = 3
"""Planned weekdays without any work in a row that make a day of rest."""
MISSED, WORKED = 0.5, 0.9
"""Shares of the planned minutes of a weekday that are rarely, and nearly always done."""
FEWEST_STUDY_DAYS = 3
FEWEST_SESSIONS = 8
"""Sessions that tell at which hours someone studies."""
ELSEWHERE = 0.6
"""Share of the minutes outside the chosen hours from which on other hours are suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    code: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """A learner's settings and latest weeks. Without a study plan only rest days can change."""

    has_study_plan: bool = False
    weekday_minutes: Sequence[int] = (0,) * 7
    """Monday first."""
    rest_weekdays: Collection[int] = ()
    preferred_hours: Collection[int] = ()
    focus_courses: Collection[str] = ()
    reminder_hours: Collection[int] = ()
    """Chosen ones; empty: learned."""
    days: Sequence[DayFigures] = ()
    """Of the latest ``WEEKS_SEEN`` weeks."""
    best_hours: Sequence[int] = ()
    minutes_by_hour: Sequence[float] = (0.0,) * 24
    sessions_seen: int = 0
    subjects: Sequence[SubjectFigures] = ()
    """Of the report's own week."""


def suggestions(standing: Standing) -> tuple[Suggestion, ...]:
    """At most ``MOST``, what helps most first; none of them speaks of the same weekday."""
    return tuple(_all(standing))[:MOST]


def fits(suggestion: Suggestion, standing: Standing) -> bool:
    """Whether what it would change still is as it was when it was made."""
    values = suggestion.values
    match suggestion.code:
        case "rest_weekday":
            return values["weekday"] not in standing.rest_weekdays
        case "move_minutes":
            return _is(standing, values["weekday"], values["before"]) and _is(
                standing, values["other"], values["other_before"]
            )
        case "lighter_weekday":
            return _is(standing, values["weekday"], values["before"])
        case "hours":
            return {*standing.preferred_hours} == {*values["before"]}
        case "focus":
            return standing.has_study_plan and values["course"] not in standing.focus_courses
        case "reminder_hours":
            return {*standing.reminder_hours} == {*values["before"]}
    return False


def goal_of(suggestion: Suggestion, standing: Standing) -> dict[str, Any]:
    """The settings of the study plan that make it real, as `services.goal_changes` takes them."""
    values, minutes = suggestion.values, list(standing.weekday_minutes)
    match suggestion.code:
        case "rest_weekday":
            return {"rest_weekdays": {*standing.rest_weekdays, values["weekday"]}}
        case "move_minutes":
            minutes[values["weekday"]] = values["after"]
            minutes[values["other"]] = values["other_after"]
            return {"weekday_minutes": minutes}
        case "lighter_weekday":
            minutes[values["weekday"]] = values["after"]
            return {"weekday_minutes": minutes}
        case "hours":
            return {"preferred_hours": values["after"]}
        case "focus":
            return {"focus_courses": {*standing.focus_courses, values["course"]}}
    raise KeyError(suggestion.code)


def _is(standing: Standing, weekday: int, minutes: int) -> bool:
    return (
        standing.has_study_plan
        and weekday not in standing.rest_weekdays
        and standing.weekday_minutes[weekday] == minutes
    )


def _all(standing: Standing) -> Iterator[Suggestion]:
    by_weekday = _by_weekday(standing.days)
    rest = _rest_weekday(standing, by_weekday)
    if rest is not None:
        yield rest
    taken = {rest.values["weekday"]} if rest else set()
    if standing.has_study_plan:
        yield from _weekday(standing, by_weekday, taken)
        yield from _focus(standing)
        yield from _hours(standing)
    yield from _reminder_hours(standing)


def _by_weekday(days: Sequence[DayFigures]) -> dict[int, list[DayFigures]]:
    """Days on which something was planned."""
    found: defaultdict[int, list[DayFigures]] = defaultdict(list)
    for day in days:
        if day.planned:
            found[day.day.weekday()].append(day)
    return found


def _rest_weekday(
    standing: Standing, by_weekday: Mapping[int, Sequence[DayFigures]]
) -> Suggestion | None:
    """A weekday on which nothing ever happened, when the others were worked on."""
    idle = [
        weekday
        for weekday, days in sorted(by_weekday.items())
        if len(days) >= FEWEST_IDLE
        and weekday not in standing.rest_weekdays
        and not any(day.is_worked for day in days)
    ]
    others = [w for w, days in by_weekday.items() if any(day.is_worked for day in days)]
    studied = 7 - len(set(standing.rest_weekdays))
    if not idle or len(others) < FEWEST_OCCASIONS or studied - 1 < FEWEST_STUDY_DAYS:
        return None
    return Suggestion("rest_weekday", {"weekday": idle[0], "n": len(by_weekday[idle[0]])})


def _weekday(
    standing: Standing, by_weekday: Mapping[int, Sequence[DayFigures]], taken: Collection[int]
) -> Iterator[Suggestion]:
    """Minutes of the weekday that is missed most, to the one that works best or to none."""
    sums = {
        weekday: totals_of(days)
        for weekday, days in by_weekday.items()
        if len(days) >= FEWEST_OCCASIONS
        and weekday not in taken
        and weekday not in standing.rest_weekdays
    }
    if not sums:
        return
    worst = min(sums, key=lambda weekday: (_share(sums[weekday]), weekday))
    minutes = standing.weekday_minutes[worst]
    if _share(sums[worst]) >= MISSED or minutes - STEP < LEAST_LEFT:
        return
    values = {
        "weekday": worst,
        "before": minutes,
        "after": minutes - STEP,
        "done": min(sums[worst].covered, sums[worst].planned),
        "of": sums[worst].planned,
        "n": len(by_weekday[worst]),
    }
    best = max(sums, key=lambda weekday: (_share(sums[weekday]), -weekday))
    if _share(sums[best]) < WORKED:
        yield Suggestion("lighter_weekday", values)
        return
    other = standing.weekday_minutes[best]
    others = {"other": best, "other_before": other, "other_after": other + STEP}
    yield Suggestion("move_minutes", values | others)


def _share(totals: Totals) -> float:
    return min(1.0, totals.covered / totals.planned)


def _focus(standing: Standing) -> Iterator[Suggestion]:
    """The weakest subject that is no focus yet."""
    weak = [
        each
        for each in standing.subjects
        if verdict(each) == "weak" and each.course not in standing.focus_courses
    ]
    if weak:
        each = min(weak, key=lambda each: (each.right / each.answers, each.course))
        values = {"course": each.course, "right": each.right, "answers": each.answers}
        yield Suggestion("focus", values)


def _hours(standing: Standing) -> Iterator[Suggestion]:
    """The best hours, when most of the work is done outside of those the plan uses first."""
    if _is_elsewhere(standing, standing.preferred_hours):
        yield Suggestion(
            "hours",
            {
                "before": sorted(standing.preferred_hours),
                "after": sorted(standing.best_hours),
                "n": standing.sessions_seen,
            },
        )


def _reminder_hours(standing: Standing) -> Iterator[Suggestion]:
    if _is_elsewhere(standing, standing.reminder_hours):
        values = {"before": sorted(standing.reminder_hours), "after": sorted(standing.best_hours)}
        yield Suggestion("reminder_hours", values)


def _is_elsewhere(standing: Standing, chosen: Collection[int]) -> bool:
    total = sum(standing.minutes_by_hour)
    if not chosen or not total or standing.sessions_seen < FEWEST_SESSIONS:
        return False
    outside = sum(m for hour, m in enumerate(standing.minutes_by_hour) if hour not in chosen)
    return outside >= ELSEWHERE * total and {*standing.best_hours} != {*chosen}
