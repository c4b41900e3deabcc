"""How a simulated learner may study: the first design, curriculum order, or by the planner.

*Naive* is the first design of the product: priority 0.3 x (1 - performance) + 0.7 x difficulty,
fixed sessions of 45 minutes round and round through the list, no Sundays, what is missed stays
missed. *Curriculum* goes through the subjects in turn in their order, each lesson in full, what is
missed shifts, with reviews 1, 3, 7 and 21 days later. *Planned* is the planner, filled again every
day from what the sessions showed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from learnconnect_app.devtools.simulated_students import Outcome, Student
from learnconnect_app.domain.memory import after_lapse, recall
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_days_filling import Filling
from learnconnect_app.domain.study_effects import minutes_to_learn
from learnconnect_app.domain.study_planning import plan
from learnconnect_app.domain.study_problems import Kind, Price, Problem, Session
from learnconnect_app.domain.study_standing import Standing

Policy = Callable[[Student, list[bool]], float]
NAIVE_MINUTES = 45
REVIEW_DAYS = (1, 3, 7, 21)
REVIEW_SHARE = 0.4
"""Of a day at most for fixed reviews."""
ADHERENCE_DAYS = 7
"""Days without a miss that are believed before anything was seen."""
RELEARN_BELOW = 0.6
"""A lesson that shows less mastery than this after it was learned is offered again."""


def naive(student: Student, missed: list[bool]) -> float:
    difficulty = (student.of.difficulty - 3.0) / 5.0
    order = np.argsort(-(0.3 * (1 - student.assessed) + 0.7 * difficulty), kind="stable")
    turn = 0
    for day, facts in enumerate(student.problem.days):
        for _ in range(facts.available // NAIVE_MINUTES):
            place = int(order[turn % len(order)])
            turn += 1
            if not missed[day]:
                student.session(place, day, NAIVE_MINUTES)
    return student.score()


def curriculum(student: Student, missed: list[bool]) -> float:
    needed = minutes_to_learn(student.assessed, student.of.minutes, 1.0)
    left = [place for place in _subjects_in_turn(student.of) if needed[place] > 0]
    due: list[tuple[int, int, int]] = []
    learned: list[int] = []
    turn = 0
    for day, facts in enumerate(student.problem.days):
        if missed[day] or not facts.available:
            continue
        minutes = facts.available - _fixed_reviews(student, day, facts.available, due)
        while minutes >= 10:
            if left and day < student.problem.exam_day - 7:
                place = left[0]
                length = min(60.0, float(needed[place]), minutes)
                student.session(place, day, length)
                needed[place] -= length
                if needed[place] <= 5:
                    learned.append(left.pop(0))
                    due.append((day + REVIEW_DAYS[0], place, 1))
            elif learned:
                place = learned[turn % len(learned)]
                length = float(student.of.review_minutes[place])
                turn += 1
                if length > minutes or student.studied_on[place] == day:
                    break
                student.session(place, day, length)
            else:
                break
            minutes -= int(length)
    return student.score()


def _subjects_in_turn(of: Standing) -> list[int]:
    queues: dict[str, list[int]] = {}
    for place, subject in enumerate(of.subjects):
        queues.setdefault(subject, []).append(place)
    longest = max(len(queue) for queue in queues.values())
    return [
        queue[turn] for turn in range(longest) for queue in queues.values() if turn < len(queue)
    ]


def _fixed_reviews(
    student: Student, day: int, available: int, due: list[tuple[int, int, int]]
) -> int:
    """Minutes of the reviews that are due, oldest first."""
    due.sort()
    used = 0
    while due and due[0][0] <= day:
        _, place, step = due[0]
        length = int(student.of.review_minutes[place])
        if used + length > REVIEW_SHARE * available:
            break
        due.pop(0)
        student.session(place, day, length)
        used += length
        if step < len(REVIEW_DAYS):
            due.append((day + REVIEW_DAYS[step], place, step + 1))
    return used


def planned(
    student: Student, missed: list[bool], *, waits: int = 1, has_tests: bool = True
) -> float:
    """By the planner; ``waits``: days without what was missed the day before."""
    return Planned(student, has_tests=has_tests).run(missed, waits)


class Planned:
    """A learner who follows the plan, made again each day (only that day of it is filled)."""

    def __init__(self, student: Student, *, has_tests: bool = True) -> None:
        self.student = student
        lessons = [
            replace(lesson, mastery=float(student.assessed[place]))
            for place, lesson in enumerate(student.problem.lessons)
        ]
        days = student.problem.days
        if not has_tests:
            days = [replace(day, test_minutes=0) for day in days]
        self.problem: Problem = replace(student.problem, lessons=lessons, days=days)
        self.days = days
        self.belief = Standing(self.problem)
        self.chains = Chains(self.belief.requires)
        self.price: Price = plan(self.problem).price

    def run(self, missed: list[bool], waits: int) -> float:
        for day in range(self.problem.exam_day):
            if day % 7 == 0 and 0 < day < self.problem.exam_day - 7:
                self._price_again(day, missed[:day])
            sessions = self._today(day)
            if missed[day]:
                for session in sessions:
                    if session.lesson:
                        self.belief.not_before[self.belief.index[session.lesson]] = day + 1 + waits
                continue
            for session in sessions:
                self._study(session)
        return self.student.score()

    def _today(self, day: int) -> list[Session]:
        filling = Filling(self.problem, self.belief.copy(), self.chains, self.price)
        return filling.filled(day)

    def _price_again(self, day: int, missed: list[bool]) -> None:
        """The best of three prices, each filled to the exam from today's belief.

        As many of the minutes to come are counted as were studied of those past.
        """
        kept = (ADHERENCE_DAYS + len(missed) - sum(missed)) / (ADHERENCE_DAYS + len(missed))
        days = [replace(each, minutes=5 * round(kept * each.minutes / 5)) for each in self.days]
        problem = replace(self.problem, days=days)
        best, chosen = -1.0, self.price
        for factor in (1.0, 0.85, 1.18):
            price = replace(self.price, per_minute=self.price.per_minute * factor)
            filling = Filling(problem, self.belief.copy(), self.chains, price)
            filling.run(day)
            points = filling.standing.points(self.problem.exam_day)
            if points > best:
                best, chosen = points, price
        self.price = chosen

    def _study(self, session: Session) -> None:
        if session.kind is Kind.PRACTICE_TEST:
            self._learn_from_test(session.day)
            return
        of, place = self.belief, self.belief.index[session.lesson]
        stability, days = float(of.stability[place]), float(session.day - of.studied_on[place])
        outcome = self.student.session(place, session.day, session.minutes)
        of.study(place, session.kind, session.minutes, session.day, session.aimed_minutes)
        if session.kind is Kind.REVIEW and not outcome.is_recalled:
            recalled = recall(days, stability)
            of.stability[place] = after_lapse(stability, float(of.difficulty[place]), recalled)
        self._believe(place, session, outcome)

    def _believe(self, place: int, session: Session, outcome: Outcome) -> None:
        of = self.belief
        if session.kind is Kind.NEW and session.part == session.parts:
            of.mastery[place] = 0.7 * of.mastery[place] + 0.3 * outcome.quiz
            if of.mastery[place] < RELEARN_BELOW and of.depth[place] == 1.0:
                of.depth[place] = 0.0
        elif session.kind is not Kind.NEW:
            lower = 0.8 * of.mastery[place] + 0.2 * outcome.quiz
            of.mastery[place] = min(float(of.mastery[place]), lower)

    def _learn_from_test(self, day: int) -> None:
        of = self.belief
        for place, (asked, right) in self.student.test(day).items():
            recalled = of.recalled(place, day)
            expected = float(of.mastery[place]) * recalled
            trust = asked / (asked + 4.0)
            change = 0.7 * trust * (right / asked - expected) / max(recalled, 0.3)
            of.mastery[place] = min(0.97, max(0.02, float(of.mastery[place]) + change))
