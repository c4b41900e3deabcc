"""The problem of a later day: the same lessons as they stand after what was done and missed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from learnconnect_app.domain.study_problems import Kind, Lesson, Problem, Session
from learnconnect_app.domain.study_standing import Standing

DAYS_WITHOUT_MISSED = 1
"""Days from today on without what was missed yesterday: it comes the day after next at the
earliest."""


def as_planned(problem: Problem, sessions: Sequence[Session], days: int) -> Problem:
    """The problem on day ``days`` when all sessions before it were studied as planned."""
    standing = Standing(problem)
    for session in sessions:
        if session.day < days and session.kind is not Kind.PRACTICE_TEST:
            place = standing.index.get(session.lesson)
            if place is not None:
                facts = session.kind, session.minutes, session.day, session.aimed_minutes
                standing.study(place, *facts)
    return replace(
        problem,
        lessons=[_at(lesson, standing, days) for lesson in problem.lessons],
        days=problem.days[days:],
        pins=[replace(pin, day=pin.day - days) for pin in problem.pins if pin.day >= days],
    )


def after_missing(problem: Problem, missed: Collection[str]) -> Problem:
    """Today's problem when these lessons were missed yesterday: none of them comes today."""
    return replace(
        problem,
        lessons=[
            replace(lesson, not_before=max(lesson.not_before, DAYS_WITHOUT_MISSED))
            if lesson.key in missed
            else lesson
            for lesson in problem.lessons
        ],
    )


def _at(lesson: Lesson, standing: Standing, days: int) -> Lesson:
    place = standing.index[lesson.key]
    return replace(
        lesson,
        mastery=float(standing.mastery[place]),
        stability=float(standing.stability[place]),
        days_since=int(days - standing.studied_on[place]),
        learned_depth=float(standing.depth[place]),
        deepened=int(standing.deepened[place]),
        done_minutes=int(standing.done[place]),
        aimed_minutes=int(standing.aimed[place]),
        not_before=max(0, lesson.not_before - days),
    )
