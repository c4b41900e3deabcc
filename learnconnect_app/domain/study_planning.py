"""The study plan: which lesson, which review and which practice test on which day.

A study minute gets a price, the same on every day. At a price the days are filled from the first to
the last (`study_days_filling`); the price is the one whose plan is expected to bring most points in
the exam. A plan made again, after whatever happened, is one more pass at the known price from
today's state: nothing is carried over.
"""

from __future__ import annotations

import math

from learnconnect_app.domain.review_values import RISES
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_days_filling import Filling
from learnconnect_app.domain.study_demand import demand
from learnconnect_app.domain.study_problems import (
    LeftOut,
    Plan,
    Price,
    Problem,
    Session,
    Week,
    Without,
)
from learnconnect_app.domain.study_standing import Standing

PASSES = 5
"""Over all days, in search of the price."""
LONG_PLAN_DAYS = 60
"""From here on the price rises towards the exam: reviews crowd there."""
FIRST_STEP = 1.6
LEAST_STEP = 1.05


def plan(problem: Problem, *, near: Price | None = None, passes: int = PASSES) -> Plan:
    """The plan from day 0 on; a price known from before (``near``) shortens the search.

    The same problem always gives the same plan.
    """
    return _Search(problem).best(near, passes)


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
        self.rise = RISES[1] if problem.exam_day > LONG_PLAN_DAYS else RISES[0]
        self.tried: dict[int, tuple[float, Filling]] = {}

    def at(self, price: Price) -> Plan:
        return self._answer(self._filled(price))

    def best(self, near: Price | None, passes: int) -> Plan:
        """The best of a few passes: at the first guess, then onwards where it rises."""
        guess, step = near.per_minute if near else self._guess(), FIRST_STEP
        best, logs = 0.0, [0.0]
        self._try(guess, 0.0)
        while len(self.tried) < passes and step >= LEAST_STEP:
            ways = (best + way * math.log(step) for way in (1, -1))
            log = next((each for each in ways if self._key(each) not in self.tried), None)
            if log is None:
                step = math.sqrt(step)
                continue
            self._try(guess, log)
            logs.append(log)
            best = max(logs, key=lambda each: self.tried[self._key(each)][0])
        return self._answer(self.tried[self._key(best)][1])

    @staticmethod
    def _key(log: float) -> int:
        return round(log * 1000)

    def _try(self, guess: float, log: float) -> None:
        filling = self._filled(Price(guess * math.exp(log), self.rise))
        points = filling.standing.points(self.problem.exam_day)
        self.tried[self._key(log)] = points, filling

    def _filled(self, price: Price) -> Filling:
        filling = Filling(self.problem, self.start.copy(), self.chains, price)
        filling.run()
        return filling

    def _guess(self) -> float:
        """The price at which lessons, each judged alone and learned half-way, fill the minutes."""
        budget = sum(max(0, day.available - day.test_minutes) for day in self.problem.days)
        of = self.start
        if not of.count or budget <= 0:
            return 1e-9
        per_minute = float(of.weight.sum()) / max(1.0, float(of.minutes.sum()))
        low, high = 1e-3 * per_minute, 1e2 * per_minute
        for _ in range(12):
            middle = math.sqrt(low * high)
            if demand(of, middle, self.problem.exam_day) > budget:
                low = middle
            else:
                high = middle
        return math.sqrt(low * high)

    def _answer(self, filling: Filling) -> Plan:
        sessions = tuple(filling.sessions)
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
