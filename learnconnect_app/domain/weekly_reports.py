"""What a report says of a period: one sentence first, then what went well and what needs care.

Sentences are codes with values, worded by the catalogs (``reports.said.<code>``). A subject is
judged from ten answers on; below, its row says how few there are. Nothing blames: a plan that was
too full is what needs care, not who had it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from learnconnect_app.domain.milestones import streak_reached
from learnconnect_app.domain.report_figures import Figures, SubjectFigures

FEWEST_ANSWERS = 10
"""Below, nothing is said of a subject."""
STRONG, WEAK = 80, 60
"""Percent right from which, and below which, a subject is named."""
CHANGED = 15
"""Points by which a subject must have changed to be named."""
MUCH_MORE = 110
"""Percent of the minutes of the period before, to be called more; the other way round, less."""
KEPT, TOO_FULL = 90, 60
"""Percent of the planned minutes."""
FEWEST_PLANNED = 60
"""Planned minutes below which nothing is said about them."""
MOST_SAID = 4

HEADLINES = ("away", "quiet", "fresh", "begun", "kept", "more", "steady", "less")
WELL = (
    "plan_kept",
    "subject_strong",
    "subject_better",
    "test_passed",
    "net_better",
    "mistakes_settled",
)
CARE = ("subject_weak", "subject_worse", "test_failed", "plan_too_full")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence. ``course`` is the key of the subject it names, if it names one."""

    code: str
    values: dict[str, int | float | str] = field(default_factory=dict)
    course: str = ""


def headline(figures: Figures, *, is_over: bool = True) -> Said:
    """How it was, or is so far, in one sentence: one of ``HEADLINES``."""
    now, before = figures.totals, figures.before
    values: dict[str, int | float | str] = {"minutes": now.minutes, "n": now.worked_days}
    if not now.worked_days:
        is_away = now.away_days > 0 and not now.planned
        return Said("away" if is_away else "quiet" if is_over else "fresh", values)
    if now.planned >= FEWEST_PLANNED and 100 * now.covered >= KEPT * now.planned:
        return Said("kept", values)
    if before is None or not before.minutes:
        return Said("begun", values)
    if 100 * now.minutes >= MUCH_MORE * before.minutes:
        return Said("more", values | {"more": now.minutes - before.minutes})
    return Said("less" if MUCH_MORE * now.minutes < 100 * before.minutes else "steady", values)


def went_well(figures: Figures) -> tuple[Said, ...]:
    """At most ``MOST_SAID``, of ``WELL``."""
    return tuple(_well(figures))[:MOST_SAID]


def needs_care(figures: Figures) -> tuple[Said, ...]:
    """At most ``MOST_SAID``, of ``CARE``."""
    return tuple(_care(figures))[:MOST_SAID]


def next_milestone(streak: int) -> int:
    """The next length of a streak that is a milestone."""
    return next(days for days in count(streak + 1) if streak_reached(days))


def percent_right(subject: SubjectFigures) -> int:
    return round(100 * subject.right / subject.answers) if subject.answers else 0


def verdict(subject: SubjectFigures) -> str:
    """strong, weak or fair; ``few`` answers, or ``none``."""
    if subject.answers < FEWEST_ANSWERS:
        return "few" if subject.answers else "none"
    percent = percent_right(subject)
    if percent >= STRONG:
        return "strong"
    return "weak" if percent < WEAK else "fair"


def _well(figures: Figures) -> Iterator[Said]:
    now = figures.totals
    if now.planned >= FEWEST_PLANNED and 100 * now.covered >= KEPT * now.planned:
        yield Said("plan_kept", {"minutes": min(now.covered, now.planned), "planned": now.planned})
    for test in figures.tests:
        if test.is_passed:
            yield Said("test_passed", {"percent": test.percent})
        if test.net is not None and test.net_before is not None and test.net > test.net_before:
            yield Said("net_better", {"net": test.net, "before": test.net_before})
    yield from _of_subjects(figures, "strong", "subject_strong")
    yield from _changed(figures, 1, "subject_better")
    if figures.mistakes_settled:
        yield Said("mistakes_settled", {"n": figures.mistakes_settled})


def _care(figures: Figures) -> Iterator[Said]:
    now = figures.totals
    yield from _of_subjects(figures, "weak", "subject_weak")
    yield from _changed(figures, -1, "subject_worse")
    for test in figures.tests:
        if test.is_passed is False:
            yield Said("test_failed", {"percent": test.percent})
    if now.planned >= FEWEST_PLANNED and 100 * now.covered < TOO_FULL * now.planned:
        yield Said("plan_too_full", {"minutes": now.covered, "planned": now.planned})


def _of_subjects(figures: Figures, wanted: str, code: str) -> Iterator[Said]:
    for each in figures.subjects:
        if verdict(each) == wanted:
            values: dict[str, int | float | str] = {"right": each.right, "answers": each.answers}
            yield Said(code, values, each.course)


def _changed(figures: Figures, direction: int, code: str) -> Iterator[Said]:
    """Subjects that are not named already and went up (1) or down (-1), both with enough answers.

    What is strong already is not said to have become better, nor what is weak to have become worse.
    """
    named = "strong" if direction > 0 else "weak"
    for each in figures.subjects:
        if min(each.answers, each.answers_before) < FEWEST_ANSWERS or verdict(each) == named:
            continue
        percent = percent_right(each)
        before = round(100 * each.right_before / each.answers_before)
        if direction * (percent - before) >= CHANGED:
            yield Said(code, {"percent": percent, "before": before}, each.course)
