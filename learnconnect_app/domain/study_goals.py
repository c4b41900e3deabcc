"""The goal wizard: its steps, and what may be entered in each.

What a learner types comes as text. Every refusal names the field it belongs to, so that its
sentence stands beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.exams import Exam
from learnconnect_app.domain.study_limits import FEWEST_DAYS, MOST_MINUTES

MOST_DAYS = 3 * 366
"""From today to the exam: beyond it no plan would mean anything."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
USUAL_MINUTES = (90, 90, 90, 90, 90, 120, 120)
USUAL_REST = (6,)
LEVELS = ("beginner", "intermediate", "advanced")
STYLES = ("mixed", "video", "article", "practice", "book")
RATINGS = range(1, 6)
LONGEST_NAME = 120
MOST_SCORE = 1000

PARTS_OF_DAY: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "early": (5, 6, 7),
        "morning": (8, 9, 10, 11),
        "afternoon": (12, 13, 14, 15, 16),
        "evening": (17, 18, 19, 20),
        "night": (21, 22, 23),
    }
)
"""Preferred hours are chosen by parts of the day."""


class Step(StrEnum):
    """A screen of the wizard, in this order."""

    EXAM = "exam"
    TARGET = "target"
    TIME = "time"
    LEARNER = "learner"
    ASSESSMENT = "assessment"
    SUGGESTION = "suggestion"

    @property
    def following(self) -> Step:
        return STEPS[min(STEPS.index(self) + 1, len(STEPS) - 1)]

    @property
    def before(self) -> Step:
        return STEPS[max(0, STEPS.index(self) - 1)]


STEPS = tuple(Step)


class Aim(StrEnum):
    """What a target is counted in."""

    NET = "net"
    SCORE = "score"
    PROGRAMME = "programme"
    """A named university programme, by the net it needs."""


@dataclass(frozen=True, slots=True)
class Entered:
    """How far a draft is filled in."""

    has_score: bool = False
    has_day: bool = False
    has_time: bool = False
    has_level: bool = False
    is_placed: bool = False
    """Assessed, rated, or skipped."""

    @property
    def reached(self) -> Step:
        """The furthest step that may be opened."""
        filled = (self.has_score, self.has_day, self.has_time, self.has_level, self.is_placed)
        return STEPS[filled.index(False) if False in filled else len(filled)]


def step_to_show(wanted: str, reached: Step) -> Step:
    """The step that was left, or the furthest possible before it; unknown ones begin anew."""
    if wanted not in STEPS:
        return Step.EXAM
    return STEPS[min(STEPS.index(Step(wanted)), STEPS.index(reached))]


def first_exam_day(today: date) -> date:
    return today + timedelta(FEWEST_DAYS)


def last_exam_day(today: date) -> date:
    return today + timedelta(MOST_DAYS)


def checked_exam_day(text: str, today: date) -> date:
    """``DomainError`` exam_missing, exam_unreadable, exam_past or exam_far, for ``exam_day``."""
    if not text.strip():
        raise DomainError("exam_missing", "exam_day")
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise DomainError("exam_unreadable", "exam_day") from None
    if day < first_exam_day(today):
        raise DomainError("exam_past", "exam_day")
    if day > last_exam_day(today):
        raise DomainError("exam_far", "exam_day")
    return day


def checked_target(kind: str, value: str, name: str, most_net: int) -> dict[str, Any]:
    """{kind, value, name}, or empty for none. Both 85,5 and 85.5 are read.

    ``DomainError`` target_missing, target_unreadable, target_too_high or programme_missing.
    """
    if kind not in tuple(Aim):
        return {}
    named = name.strip()[:LONGEST_NAME] if kind == Aim.PROGRAMME else ""
    if kind == Aim.PROGRAMME and not named:
        raise DomainError("programme_missing", "target_name")
    most = MOST_SCORE if kind == Aim.SCORE else most_net
    return {"kind": kind, "value": _checked_value(value, most), "name": named}


def _checked_value(text: str, most: int) -> float:
    if not text.strip():
        raise DomainError("target_missing", "target_value")
    try:
        value = round(float(text.strip().replace(",", ".")), 2)
    except (ValueError, OverflowError):
        raise DomainError("target_unreadable", "target_value") from None
    if not 0 < value < float("inf"):
        raise DomainError("target_unreadable", "target_value")
    if value > most:
        raise DomainError("target_too_high", "target_value", most=most)
    return value


def checked_minutes(texts: Sequence[str], rest_weekdays: Collection[int]) -> list[int]:
    """Minutes of the seven weekdays, Monday first; nothing typed is none.

    ``DomainError`` all_rest, minutes_unreadable, minutes_too_many or minutes_none, with the day's
    field.
    """
    if len(set(rest_weekdays)) >= len(WEEKDAYS):
        raise DomainError("all_rest", "rest_weekdays")
    minutes = [_checked_minutes(text, day) for text, day in zip(texts, WEEKDAYS, strict=True)]
    studied = [day for day in range(7) if day not in rest_weekdays]
    if not any(minutes[day] for day in studied):
        raise DomainError("minutes_none", f"minutes_{WEEKDAYS[studied[0]]}")
    return minutes


def _checked_minutes(text: str, day: str) -> int:
    field = f"minutes_{day}"
    plain = text.strip() or "0"
    if not (plain.isascii() and plain.isdigit()):
        raise DomainError("minutes_unreadable", field)
    if len(plain) > 6 or int(plain) > MOST_MINUTES:
        raise DomainError("minutes_too_many", field, hours=MOST_MINUTES // 60)
    return int(plain)


def hours_of(parts: Collection[str]) -> list[int]:
    """Hours of the chosen parts of the day, in order."""
    return [hour for part, hours in PARTS_OF_DAY.items() if part in parts for hour in hours]


def parts_of(hours: Collection[int]) -> tuple[str, ...]:
    """Parts of the day of which some hour is preferred."""
    return tuple(part for part, own in PARTS_OF_DAY.items() if set(own) & set(hours))


def checked_choice(value: str, choices: Collection[str], field: str) -> str:
    """One of the choices. ``DomainError("choose_one")`` with the field."""
    if value not in choices:
        raise DomainError("choose_one", field)
    return value


def checked_ratings(ratings: Mapping[str, str], courses: Sequence[str]) -> dict[str, int]:
    """A rating 1-5 of every course. ``DomainError("rating_missing")`` with the first without."""
    found = {}
    for course in courses:
        given = ratings.get(course, "")
        if given not in {str(each) for each in RATINGS}:
            raise DomainError("rating_missing", f"rating_{course}")
        found[course] = int(given)
    return found


def questions_that_count(exam: Exam, score: str) -> int:
    """Questions of the exam that count for a score, with those there is no content for."""
    given = exam.scores[score]
    return sum(
        section.items
        if section.key in given
        else sum(items for course, items in section.courses.items() if course in given)
        for section in exam.sections
    )
