"""`python -m learnconnect_app.devtools.plan_rules [LEARNERS]`: what no plan may break, counted.

Random learners with any requirements (also in circles), rest days, pins, multipliers and lessons
begun, known or put off; each is planned, planned again some days on, and again after a missed day.
Exits 1 when a rule is broken.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from learnconnect_app.domain.study_planning import plan, plan_again
from learnconnect_app.domain.study_problems import (
    LONGEST_SESSION,
    SHORTEST_REVIEW,
    SHORTEST_SESSION,
    SUBJECT_RUN,
    Day,
    Kind,
    Lesson,
    Pin,
    Plan,
    Problem,
    Session,
    Why,
)
from learnconnect_app.domain.study_progress import after_missing, as_planned

LEARNERS = 10_000
PASSES = 2


def main(arguments: list[str]) -> int:
    learners = int(arguments[0]) if arguments else LEARNERS
    counts = broken_by(learners)
    print(f"{learners} random learners, rules broken: {dict(counts) or 0}")
    return 1 if counts else 0


def broken_by(learners: int) -> Counter[str]:
    """How many learners' plans break each rule."""
    counts: Counter[str] = Counter()
    for seed in range(learners):
        rng = np.random.default_rng([seed, 13])
        problem = random_problem(rng)
        made = plan(problem, passes=PASSES)
        found = {*broken(problem, made), *broken_later(problem, made, int(rng.integers(1, 9)))}
        counts.update(found)
    return counts


def random_problem(rng: np.random.Generator) -> Problem:
    lessons = [_lesson(number, rng) for number in range(int(rng.integers(0, 25)))]
    days = [
        Day(
            int(rng.choice([0, 10, 20, 45, 90, 180, 300])),
            int(rng.choice([0, 0, 0, 60, 120])),
            bool(rng.random() < 0.2),
        )
        for _ in range(int(rng.integers(0, 45)))
    ]
    pins = [
        Pin(
            int(rng.integers(len(days))),
            str(rng.choice([each.key for each in lessons])),
            Kind.NEW if rng.random() < 0.5 else Kind.REVIEW,
            int(rng.choice([15, 40])),
        )
        for _ in range(int(rng.integers(0, 3)))
        if lessons and days
    ]
    return Problem(lessons, days, pins, {"s0": float(rng.choice([0.5, 1.0, 1.7]))})


def _lesson(number: int, rng: np.random.Generator) -> Lesson:
    is_known = rng.random() < 0.3
    most = number + 3 if rng.random() < 0.05 else number
    requires = {f"l{each}" for each in rng.integers(0, max(1, most), rng.integers(0, 3))}
    return Lesson(
        key=f"l{number}",
        subject=f"s{rng.integers(4)}",
        module="m",
        minutes=int(rng.choice([30, 45, 60, 95, 120, 240])),
        weight=float(rng.choice([0.0, 0.01, 0.05, 0.2])),
        requires=tuple(sorted(requires)) if number else (),
        mastery=0.9 if is_known else float(rng.uniform(0, 0.84)),
        stability=float(rng.choice([0.5, 2.3, 60.0, 900.0])),
        difficulty=float(rng.uniform(1, 10)),
        days_since=int(rng.integers(1, 400)),
        learned_depth=1.0 if is_known else 0.0,
        not_before=int(rng.choice([0, 0, 0, 1, 9])),
    )


def broken(problem: Problem, made: Plan) -> Iterator[str]:
    """Names of the rules that a plan breaks; what the learner pinned may break them."""
    by_day: dict[int, list[Session]] = defaultdict(list)
    for session in made.sessions:
        by_day[session.day].append(session)
    for day, sessions in by_day.items():
        yield from _broken_on(problem, problem.days[day], sessions)
    yield from _broken_by_lessons(problem, made)
    pins = Counter((pin.day, pin.lesson, pin.kind, pin.minutes) for pin in problem.pins)
    kept = [each for each in made.sessions if each.reason.why is Why.PINNED]
    if pins != Counter((each.day, each.lesson, each.kind, each.minutes) for each in kept):
        yield "pins are kept"


def _broken_on(problem: Problem, day: Day, sessions: list[Session]) -> Iterator[str]:
    free = [each for each in sessions if each.reason.why is not Why.PINNED]
    pinned = sum(each.minutes for each in sessions if each not in free)
    if sum(each.minutes for each in sessions) > max(day.available, pinned):
        yield "a day's minutes"
    if free and not day.available:
        yield "rest days are empty"
    subjects = {lesson.key: lesson.subject for lesson in problem.lessons}
    names = [subjects.get(each.lesson, "") for each in sessions]
    runs = zip(*(names[first:] for first in range(SUBJECT_RUN + 1)), strict=False)
    may_run = len(set(subjects.values())) < 2 or len(free) < len(sessions)
    if not may_run and any(len(set(run)) == 1 for run in runs):
        yield "two of a subject in a row"
    for each in free:
        shortest = SHORTEST_REVIEW if each.kind is Kind.REVIEW else SHORTEST_SESSION
        if each.kind is not Kind.PRACTICE_TEST and not shortest <= each.minutes <= LONGEST_SESSION:
            yield "lengths of sessions"


def _broken_by_lessons(problem: Problem, made: Plan) -> Iterator[str]:
    lessons = {lesson.key: lesson for lesson in problem.lessons}
    keys = set(lessons)
    pinned = {pin.lesson for pin in problem.pins}
    known = {lesson.key for lesson in problem.lessons if lesson.learned_depth} | pinned
    for each in made.sessions:
        if each.reason.why is Why.PINNED or not each.lesson:
            continue
        if each.day < lessons[each.lesson].not_before:
            yield "not before its day"
        if each.kind is Kind.NEW:
            if each.day >= problem.exam_day - problem.review_only_days:
                yield "the last days are for reviews and tests"
            if not keys.intersection(lessons[each.lesson].requires) <= known:
                yield "requirements first"
            if each.part == each.parts:
                known.add(each.lesson)
    planned = {each.lesson for each in made.sessions} - {""}
    left = [each.lesson for each in made.left_out]
    if sorted([*planned, *left]) != sorted(keys):
        yield "planned or left out"
    if any(each.kind is Kind.NEW and each.lesson not in known for each in made.sessions):
        yield "what is begun is finished"


def broken_later(problem: Problem, made: Plan, days: int) -> Iterator[str]:
    """The same some days on, as planned and after a missed day."""
    days = min(days, problem.exam_day)
    later = as_planned(problem, made.sessions, days)
    rest = plan_again(later, made.price)
    was = [(each.day, each.lesson, each.kind, each.minutes) for each in made.sessions]
    now = [(each.day + days, each.lesson, each.kind, each.minutes) for each in rest.sessions]
    if now != [each for each in was if each[0] >= days]:
        yield "without news nothing changes"
    if not problem.days or problem.pins:
        return
    missed = {each.lesson for each in made.sessions if each.day == 0 and each.lesson}
    today = after_missing(as_planned(problem, (), 1), missed)
    again = plan_again(replace(today), made.price)
    yield from broken(today, again)
    if missed & {each.lesson for each in again.sessions if each.day == 0}:
        yield "a missed day adds nothing to the next"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
