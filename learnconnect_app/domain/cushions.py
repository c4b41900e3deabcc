"""Whether there is time enough: minutes available less minutes needed, and what would change it.

Needed is every lesson in full, the reviews that keep them (as many a lesson as the plan has), and
the practice tests. The need is laid over the weeks as the minutes are, so that a shortfall at the
end shows from the first week on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

from learnconnect_app.domain.study_effects import minutes_to_learn
from learnconnect_app.domain.study_planning import plan
from learnconnect_app.domain.study_problems import Day, Kind, Plan, Price, Problem
from learnconnect_app.domain.study_standing import Standing

MORE_MINUTES = 20
LATER_DAYS = 14
MOST_MORE_MINUTES, MOST_LATER_DAYS = 240, 365
"""What may be asked of a learner to close a shortfall."""
WHAT_IF_PASSES = 3


@dataclass(frozen=True, slots=True)
class Cushion:
    """A week: minutes there are, minutes that should be studied by its end, and what is over."""

    first: int
    available: int
    needed: int
    over: int
    """From day 0 to the end of this week; less than nothing is a shortfall."""


class Change(StrEnum):
    MORE_MINUTES = "more_minutes"
    """20 more on every study day."""
    REST_DAY_LESS = "rest_day_less"
    LATER = "later"
    """The exam two weeks later."""
    FEWER_LESSONS = "fewer_lessons"
    """Without those that bring least a minute, until the rest fits."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    change: Change
    number: int
    """Minutes a day, weekday rest days given up, days, or lessons dropped."""
    expected_points: float
    over: int
    """Minutes, as ``Cushion.over`` at the end."""
    enough: int = 0
    """How much of it closes today's shortfall; 0 where there is none, or it can not."""


def cushions(problem: Problem, made: Plan) -> tuple[Cushion, ...]:
    """By week from day 0."""
    needed = minutes_needed(problem, made)
    total = sum(week.available for week in made.weeks)
    rows, before, due = [], 0, 0
    for week in made.weeks:
        before += week.available
        by_now = round(needed * before / total) if total else needed
        rows.append(Cushion(week.first, week.available, by_now - due, before - by_now))
        due = by_now
    return tuple(rows)


def minutes_needed(problem: Problem, made: Plan) -> int:
    """For all lessons in full, their reviews and the practice tests."""
    standing = Standing(problem)
    whole = minutes_to_learn(standing.mastery, standing.minutes, 1.0)
    missing = whole * ~standing.is_learned - standing.done
    kept = len({each.lesson for each in made.sessions if each.kind is not Kind.PRACTICE_TEST})
    reviews = sum(each.minutes for each in made.sessions if each.kind is Kind.REVIEW)
    tests = sum(each.minutes for each in made.sessions if each.kind is Kind.PRACTICE_TEST)
    a_lesson = reviews / kept if kept else 0.0
    return round(float(missing.clip(0).sum()) + a_lesson * standing.count + tests)


def what_if(
    problem: Problem, made: Plan, changes: Collection[Change] = tuple(Change)
) -> tuple[WhatIf, ...]:
    """What each change would bring, each from a fresh plan; those that change nothing are left."""
    ways: dict[Change, Callable[[], tuple[Problem, int]]] = {
        Change.MORE_MINUTES: lambda: (with_more_minutes(problem), MORE_MINUTES),
        Change.REST_DAY_LESS: lambda: with_rest_day_less(problem),
        Change.LATER: lambda: (exam_later(problem), LATER_DAYS),
        Change.FEWER_LESSONS: lambda: _fewer_lessons(problem, made),
    }
    over = sum(week.available for week in made.weeks) - minutes_needed(problem, made)
    answers = []
    for change in changes:
        other, number = ways[change]()
        if number and other.days:
            answer = _answer(change, number, other, made.price)
            enough = _enough(problem, other, answer, -over)
            answers.append(replace(answer, enough=enough))
    return tuple(answers)


def _answer(change: Change, number: int, problem: Problem, near: Price) -> WhatIf:
    made = plan(problem, near=near, passes=WHAT_IF_PASSES)
    rows = cushions(problem, made)
    return WhatIf(change, number, made.expected_points, rows[-1].over if rows else 0)


def _enough(problem: Problem, other: Problem, answer: WhatIf, shortfall: int) -> int:
    """As much as brings the minutes that are missing now, in steps and up to what may be asked."""
    if shortfall <= 0:
        return 0
    if answer.change is Change.FEWER_LESSONS:
        return answer.number
    step, most = {
        Change.MORE_MINUTES: (5, MOST_MORE_MINUTES),
        Change.REST_DAY_LESS: (1, sum(not day.available for day in problem.days)),
        Change.LATER: (7, MOST_LATER_DAYS),
    }[answer.change]
    gained = sum(day.available for day in other.days) - sum(day.available for day in problem.days)
    if gained <= 0:
        return 0
    enough = step * math.ceil(shortfall * answer.number / gained / step)
    return enough if enough <= most else 0


def with_more_minutes(problem: Problem) -> Problem:
    days = [
        replace(day, minutes=day.minutes + MORE_MINUTES) if day.available else day
        for day in problem.days
    ]
    return replace(problem, days=days)


def with_rest_day_less(problem: Problem) -> tuple[Problem, int]:
    """The weekday that rests most often is studied like a middle day."""
    lengths = [day.available for day in problem.days if day.available]
    rests = [sum(not day.available for day in problem.days[place::7]) for place in range(7)]
    weekday = rests.index(max(rests))
    if not lengths or not rests[weekday]:
        return problem, 0
    studied = Day(round(median(lengths)))
    days = [
        studied if place % 7 == weekday and not day.available else day
        for place, day in enumerate(problem.days)
    ]
    return replace(problem, days=days), rests[weekday]


def exam_later(problem: Problem) -> Problem:
    """Two more weeks like the last one."""
    days = list(problem.days)
    for _ in range(LATER_DAYS):
        days.append(days[-7] if len(days) >= 7 else days[-1] if days else Day(0))
    return replace(problem, days=days)


def _fewer_lessons(problem: Problem, made: Plan) -> tuple[Problem, int]:
    dropped = set(lessons_to_drop(problem, made))
    left = [lesson for lesson in problem.lessons if lesson.key not in dropped]
    return replace(problem, lessons=left), len(dropped)


def lessons_to_drop(problem: Problem, made: Plan) -> tuple[str, ...]:
    """Without which the rest fits: those no remaining lesson requires, least weight a minute first.

    What is learned, begun by a pin, or fits anyway stays.
    """
    needed = minutes_needed(problem, made)
    over = sum(week.available for week in made.weeks) - needed
    a_minute = needed / max(1, sum(lesson.minutes for lesson in problem.lessons))
    left = {lesson.key: lesson for lesson in problem.lessons}
    needed_by = {key: sum(key in lesson.requires for lesson in problem.lessons) for key in left}
    pinned = {pin.lesson for pin in problem.pins}
    dropped = []
    while over < 0:
        free = [
            lesson
            for key, lesson in left.items()
            if not needed_by[key] and not lesson.learned_depth and key not in pinned
        ]
        if not free:
            break
        least = min(free, key=lambda lesson: (lesson.weight / lesson.minutes, lesson.key))
        del left[least.key]
        for key in least.requires:
            if key in needed_by:
                needed_by[key] -= 1
        over += round(a_minute * least.minutes)
        dropped.append(least.key)
    return tuple(dropped)
