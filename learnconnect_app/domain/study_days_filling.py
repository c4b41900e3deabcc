"""Filling the days of a plan from the first to the last, at one price a minute (`study_one_day`).

A day depends on nothing but where the lessons stand, so a plan made again after its days went as
planned goes on unchanged.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from learnconnect_app.domain.review_values import Ints
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_new_lessons import NewLessons
from learnconnect_app.domain.study_one_day import OneDay
from learnconnect_app.domain.study_problems import Kind, Pin, Price, Problem, Session
from learnconnect_app.domain.study_standing import Standing
from learnconnect_app.domain.study_values import Values


class Filling:
    """One pass over the days; ``standing`` changes as the sessions are believed to change it."""

    def __init__(self, problem: Problem, standing: Standing, chains: Chains, price: Price) -> None:
        self.problem, self.standing, self.chains, self.price = problem, standing, chains, price
        self.values = Values(standing, price, problem.exam_day)
        self.new_lessons = NewLessons(self.values, price.tilt)
        self.sessions: list[Session] = []
        self.pins: dict[int, list[Pin]] = defaultdict(list)
        self.new_pin_days: dict[int, int] = {}
        for pin in problem.pins:
            self.pins[pin.day].append(pin)
            if pin.kind is Kind.NEW and pin.lesson in standing.index:
                place = standing.index[pin.lesson]
                self.new_pin_days[place] = max(pin.day, self.new_pin_days.get(place, 0))
        self.has_subjects = len(set(standing.subjects)) > 1
        self.last_new_day = problem.exam_day - problem.review_only_days - 1
        self.points = float(standing.weight.sum())

    def run(self, first: int = 0) -> None:
        for day in range(first, self.problem.exam_day):
            self.sessions += self.filled(day)

    def filled(self, day: int) -> list[Session]:
        """The sessions of a day, in order; where the lessons stand changes with them."""
        if self.problem.days[day].available <= 0 and day not in self.pins:
            return []
        return OneDay(self, day).sessions()

    def study(self, sessions: list[Session]) -> None:
        """Believe that they were studied."""
        of, touched = self.standing, []
        for session in sessions:
            if session.lesson in of.index:
                place = of.index[session.lesson]
                facts = session.kind, session.minutes, session.day, session.aimed_minutes
                of.study(place, *facts)
                touched.append(place)
        if touched:
            self.values.update(np.array(touched))
        if any(not of.depth[place] and not of.aimed[place] for place in touched):
            self.new_lessons.forget()

    def blocked(self, day: int) -> Ints:
        """Lessons whose turn the learner has fixed for today or later."""
        places = [place for place, last in self.new_pin_days.items() if last >= day]
        return np.array(places, dtype=np.int64)
