"""What is to be planned again: from which day on, and instead of which sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.domain.study_problems import Kind, Problem, Reason, Why
from learnconnect_app.domain.study_problems import Session as Studied
from learnconnect_app.domain.study_progress import as_planned
from learnconnect_app.models import StudySession
from learnconnect_app.services.study_problems import ENDED, Study, is_fixed


class Start(Enum):
    """From when on a plan is made again."""

    TOMORROW = auto()
    """Sessions of today stay, and are taken for done."""
    TODAY = auto()
    """What is left of today is planned too."""
    TODAY_NO_LONGER = auto()
    """As ``TODAY``, and today gets no more minutes than were planned for it."""


@dataclass(frozen=True, slots=True)
class Task:
    problem: Problem
    first: date
    movable: Sequence[StudySession]
    parts_done: Mapping[str, int]

    @classmethod
    def of(cls, study: Study, start: Start, minute: int) -> Task:
        """``minute``: of today, by now; what is left of the day may be less than its minutes."""
        if start is Start.TOMORROW:
            first = study.today + ONE_DAY
            problem, parts = _tomorrow(study), _parts_by_tomorrow(study)
            return cls(problem, first, _movable(study, first), parts)
        movable = _movable(study, study.today)
        problem = _resting(study.problem, study.studied_today)
        problem = _at_most(problem, study.shared.minutes_left(minute))
        if start is Start.TODAY_NO_LONGER:
            planned = [row.minutes for row in movable if row.day == study.today]
            fixed = [pin.minutes for pin in problem.pins if pin.day == 0]
            problem = _at_most(problem, sum(planned) + sum(fixed))
        return cls(problem, study.today, movable, study.parts_done)


def _movable(study: Study, first: date) -> list[StudySession]:
    return [
        row
        for row in study.sessions
        if row.day >= first and row.status == "planned" and row.kind != "own" and not is_fixed(row)
    ]


def _tomorrow(study: Study) -> Problem:
    """The problem of tomorrow when what is left of today will have been studied as planned."""
    left = [
        Studied(
            0,
            row.topic_key or "",
            Kind(row.kind),
            row.minutes,
            Reason(Why.PINNED),
            aimed_minutes=row.aimed_minutes,
        )
        for row in _left_today(study)
    ]
    problem = as_planned(study.problem, left, 1)
    # the planner counts days from yesterday on at the latest
    lessons = [
        replace(lesson, days_since=1) if lesson.key in study.studied_today else lesson
        for lesson in problem.lessons
    ]
    return replace(problem, lessons=lessons)


def _left_today(study: Study) -> list[StudySession]:
    return [
        row
        for row in study.sessions
        if row.day == study.today and row.status not in ENDED and row.kind != "own"
    ]


def _parts_by_tomorrow(study: Study) -> dict[str, int]:
    today = Counter(row.topic_key for row in _left_today(study) if row.kind == Kind.NEW)
    return {
        topic: today[topic] + study.parts_done.get(topic, 0)
        for topic in {*study.parts_done, *today}
        if topic
    }


def _resting(problem: Problem, topics: Collection[str]) -> Problem:
    """What was studied today does not come once more today."""
    lessons = [
        replace(lesson, not_before=max(1, lesson.not_before)) if lesson.key in topics else lesson
        for lesson in problem.lessons
    ]
    return replace(problem, lessons=lessons)


def _at_most(problem: Problem, minutes: int) -> Problem:
    """With no more minutes on day 0."""
    today = replace(problem.days[0], minutes=min(problem.days[0].minutes, minutes))
    return replace(problem, days=[today, *problem.days[1:]])
