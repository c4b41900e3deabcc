"""The study plan: which lesson, which review and which practice test on which day.

A study minute gets a price, the same on every day. At a price the days are filled from the first to
the last (`study_days_filling`); the price is the one whose plan is expected to bring most points in
the exam. A plan made again, after whatever happened, is one more pass at the known price from
today's state: nothing is carried over.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

from learnconnect_app.domain.review_values import LATE_FACTORS
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_days_filling import Filling
from learnconnect_app.domain.study_demand import demand
from learnconnect_app.domain.study_problems import (
    Kind,
    LeftOut,
    Plan,
    Price,
    Problem,
    Session,
    Week,
    Without,
)
from learnconnect_app.domain.study_standing import Standing

PASSES, MOST_PASSES = 5, 30
"""Over all days, in search of the price; small problems have more."""
QUICK = 45_000
"""Lessons x days of all passes a small problem may have."""
LONG_PLAN_DAYS = 60
FIRST_STEP, LEAST_STEP = 1.3, 1.06


def plan(problem: Problem, *, near: Price | None = None, passes: int = 0) -> Plan:
    """The plan from day 0 on; a price known from before (``near``) shortens the search.

    ``passes`` limits it; 0: by the problem's size. The same problem always gives the same plan.
    """
    size = max(1, len(problem.lessons) * problem.exam_day)
    return _Search(problem).best(near, passes or min(MOST_PASSES, max(PASSES, QUICK // size)))


def plan_again(problem: Problem, price: Price) -> Plan:
    """The plan from today's state at a known price: a single pass.

    When all went as planned, what is left of the plan stays as it was.
    """
    return _Search(problem).at(price)


class _Search:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.start = Standing(problem)
        self.chains = Chains(self.start.requires)
        self.tried: dict[Price, tuple[float, Filling]] = {}

    def at(self, price: Price) -> Plan:
        return self._answer(self._filled(price))

    def best(self, near: Price | None, passes: int) -> Plan:
        """The best of a few passes: at a first guess, onwards where it rises, then tilted."""
        best, step = near or self._guess(), FIRST_STEP
        self._try(best)
        while len(self.tried) < passes and step >= LEAST_STEP:
            ways = (_moved(best, step), _moved(best, 1 / step))
            price = next((each for each in ways if each not in self.tried), None)
            if price is None:
                step = math.sqrt(step)
                continue
            self._try(price)
            best = self._best_price()
        for number in range(1, 1 + passes - len(self.tried)):
            self._try(replace(best, tilt=number))
        return self._answer(self.tried[self._best_price()][1])

    def _best_price(self) -> Price:
        return max(self.tried, key=lambda price: self.tried[price][0])

    def _try(self, price: Price) -> None:
        filling = self._filled(price)
        self.tried[price] = filling.standing.points(self.problem.exam_day), filling

    def _filled(self, price: Price) -> Filling:
        filling = Filling(self.problem, self.start.copy(), self.chains, price)
        filling.run()
        return filling

    def _guess(self) -> Price:
        """The price at which lessons, each judged alone and learned half-way, fill the minutes.

        As they cannot all be learned at the best time it is set a little higher; by how much was
        found by trying.
        """
        days = self.problem.exam_day
        budget = sum(max(0, day.available - day.test_minutes) for day in self.problem.days)
        of = self.start
        if not of.count or budget <= 0 or not of.weight.sum():
            return Price(1e-9)
        per_minute = float(of.weight.sum()) / max(1.0, float(of.minutes.sum()))
        low, high = 1e-3 * per_minute, 1e2 * per_minute
        for _ in range(12):
            middle = math.sqrt(low * high)
            if demand(of, middle, days) > budget:
                low = middle
            else:
                high = middle
        late = LATE_FACTORS[2] if days > LONG_PLAN_DAYS else LATE_FACTORS[1]
        return Price(float(f"{1.2 * max(1.0, days / 150) * math.sqrt(low * high):.3g}"), late)

    def _answer(self, filling: Filling) -> Plan:
        sessions = _with_parts(self.problem, filling.sessions)
        return Plan(
            sessions,
            _left_out(self.problem, filling.standing, sessions),
            filling.price,
            filling.standing.points(self.problem.exam_day),
            self.start.points(self.problem.exam_day),
            weeks(self.problem, sessions),
        )


def weeks(problem: Problem, sessions: tuple[Session, ...]) -> tuple[Week, ...]:
    """Minutes there are and minutes planned, by weeks from day 0."""
    used = [0] * problem.exam_day
    for session in sessions:
        used[session.day] += session.minutes
    return tuple(
        Week(
            first,
            sum(day.available for day in problem.days[first : first + 7]),
            sum(used[first : first + 7]),
        )
        for first in range(0, problem.exam_day, 7)
    )


def _with_parts(problem: Problem, sessions: list[Session]) -> tuple[Session, ...]:
    """The parts of each new lesson counted; what was studied before day 0 is the first."""
    begun = {lesson.key: int(lesson.done_minutes > 0) for lesson in problem.lessons}
    totals = Counter(each.lesson for each in sessions if each.kind is Kind.NEW)
    numbered = []
    for session in sessions:
        if session.kind is Kind.NEW:
            key, before = session.lesson, begun.get(session.lesson, 0)
            begun[key] = before + 1
            totals[key] -= 1
            session = replace(session, part=before + 1, parts=before + 1 + totals[key])
        numbered.append(session)
    return tuple(numbered)


def _left_out(
    problem: Problem, end: Standing, sessions: tuple[Session, ...]
) -> tuple[LeftOut, ...]:
    planned = {session.lesson for session in sessions}
    missing = {
        lesson.key for place, lesson in enumerate(problem.lessons) if not end.is_learned[place]
    }
    return tuple(
        LeftOut(lesson.key, _why_left_out(lesson.requires, lesson.weight, place, end, missing))
        for place, lesson in enumerate(problem.lessons)
        if lesson.key not in planned
    )


def _why_left_out(
    requires: tuple[str, ...], weight: float, place: int, end: Standing, missing: set[str]
) -> Without:
    if end.is_learned[place] or weight <= 0:
        return Without.NO_GAIN
    if any(key in missing for key in requires):
        return Without.REQUIREMENT
    return Without.NO_TIME


def _moved(price: Price, factor: float) -> Price:
    """Rounded, so that steps there and back meet."""
    return replace(price, per_minute=float(f"{price.per_minute * factor:.3g}"), tilt=0)
