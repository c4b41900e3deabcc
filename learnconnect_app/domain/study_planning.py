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
from learnconnect_app.domain.study_demand import Demand
from learnconnect_app.domain.study_problems import (
    Kind,
    LeftOut,
    Lesson,
    Plan,
    Price,
    Problem,
    Session,
    Week,
    Without,
)
from learnconnect_app.domain.study_standing import TILTS, Standing

PASSES, MOST_PASSES = 3, 48
"""Over all days, in search of the best plan. Small problems have more, and gain by them; large ones
gain nothing by a fourth."""
QUICK = 5_000_000
"""Lessons squared x days of all passes a small problem may have."""
SHORT_PLAN_DAYS, MIDDLING_PLAN_DAYS = 32, 72
FIRST_STEP, LEAST_STEP = 1.12, 1.05
SMALL_STEPS = (1.0, 1.02, 1 / 1.02)
HALVINGS = 8
"""Of the range of prices a first guess is sought in."""
MOST_TILTS = 5
"""Upon each other."""


def plan(problem: Problem, *, near: Price | None = None, passes: int = 0) -> Plan:
    """The plan from day 0 on; a price known from before (``near``) shortens the search.

    ``passes`` limits it; 0: by the problem's size. The same problem always gives the same plan.
    """
    size = max(1, len(problem.lessons) ** 2 * problem.exam_day)
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
        """The best of a few passes: from a first guess where it rises, then tilted ever further."""
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
            self._try(_tilted(self._best_price(), number))
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

        As they cannot all be learned at the best time, it is corrected by a factor (`_late`).
        """
        days = self.problem.exam_day
        budget = sum(max(0, day.available - day.test_minutes) for day in self.problem.days)
        of = self.start
        if not of.count or budget <= 0 or not of.weight.sum():
            return Price(1e-9)
        per_minute = float(of.weight.sum()) / max(1.0, float(of.minutes.sum()))
        demand, low, high = Demand(of, days), 1e-3 * per_minute, 10 * per_minute
        for _ in range(HALVINGS):
            middle = math.sqrt(low * high)
            if demand.minutes(middle) > budget:
                low = middle
            else:
                high = middle
        late, factor = _late(days)
        return Price(_rounded(factor * math.sqrt(low * high)), late)

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
            if before or totals[key]:
                session = replace(session, part=before + 1, parts=before + 1 + totals[key])
        numbered.append(session)
    return tuple(numbered)


def _left_out(
    problem: Problem, end: Standing, sessions: tuple[Session, ...]
) -> tuple[LeftOut, ...]:
    planned = {session.lesson for session in sessions}
    missing = {problem.lessons[place].key for place in (~end.is_learned).nonzero()[0].tolist()}
    return tuple(
        LeftOut(lesson.key, _why_left_out(lesson, missing))
        for lesson in problem.lessons
        if lesson.key not in planned
    )


def _why_left_out(lesson: Lesson, missing: set[str]) -> Without:
    if lesson.key not in missing or lesson.weight <= 0:
        return Without.NO_GAIN
    if any(key in missing for key in lesson.requires):
        return Without.REQUIREMENT
    return Without.NO_TIME


def _late(days: int) -> tuple[float, float]:
    """How minutes near the exam are priced, and the price over that of lessons judged alone; the
    factors are those that were best over a hundred random learners."""
    short, middling, long = LATE_FACTORS
    if days <= SHORT_PLAN_DAYS:
        return short, 1.3
    if days <= MIDDLING_PLAN_DAYS:
        return middling, 1.3
    return long, 0.95 * max(1.0, days / 120) ** 0.45


def _rounded(per_minute: float) -> float:
    return float(f"{per_minute:.3g}")


def _tilted(price: Price, number: int) -> Price:
    """The price a little moved, its plan tilted once more."""
    tilt = price.tilt * TILTS + 1 + number % (TILTS - 1)
    if tilt >= TILTS**MOST_TILTS:
        tilt = price.tilt - price.tilt % TILTS + 1 + number % (TILTS - 1)
    moved = price.per_minute * SMALL_STEPS[number % len(SMALL_STEPS)]
    return replace(price, per_minute=_rounded(moved), tilt=tilt)


def _moved(price: Price, factor: float) -> Price:
    """Rounded, so that steps there and back meet."""
    return replace(price, per_minute=_rounded(price.per_minute * factor), tilt=0)
