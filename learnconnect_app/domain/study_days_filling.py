"""Filling the days of a plan from the first to the last, at one price a minute.

On each day what the learner pinned comes first, then the practice test, lessons begun, reviews that
are due at the price, and everything else in order of worth per minute, while it fits the day's
minutes. The day depends on nothing but where the lessons stand, so a plan made again after its days
went as planned goes on unchanged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import heapify, heappop, heappush

import numpy as np

from learnconnect_app.domain.review_values import REVIEW_ONLY_DAYS, Ints
from learnconnect_app.domain.study_candidates import Candidate, Candidates
from learnconnect_app.domain.study_chains import Chains
from learnconnect_app.domain.study_problems import (
    SHORTEST_SESSION,
    Kind,
    Pin,
    Price,
    Problem,
    Reason,
    Session,
    Why,
)
from learnconnect_app.domain.study_sessions import has_room, in_order, next_part
from learnconnect_app.domain.study_standing import Standing
from learnconnect_app.domain.study_values import Values

FINISHED_WITHIN = 14
"""Days in which half of the minutes must do for the rest of a lesson begun."""
MOST_BEGUN = 1
"""Lessons begun and not finished at any time."""


_Ranked = tuple[int, float, int, int, Candidate]
"""Rank, worth turned round, place, number of the offer; what they rank."""


class Filling:
    """One pass over the days; ``standing`` changes as the sessions are believed to change it."""

    def __init__(self, problem: Problem, standing: Standing, chains: Chains, price: Price) -> None:
        self.problem, self.standing, self.chains, self.price = problem, standing, chains, price
        self.values = Values(standing, price)
        self.sessions: list[Session] = []
        self.pins: dict[int, list[Pin]] = defaultdict(list)
        self.new_pin_days: dict[int, int] = {}
        for pin in problem.pins:
            self.pins[pin.day].append(pin)
            if pin.kind is Kind.NEW and pin.lesson in standing.index:
                place = standing.index[pin.lesson]
                self.new_pin_days[place] = max(pin.day, self.new_pin_days.get(place, 0))
        self.has_subjects = len(set(standing.subjects)) > 1
        self.last_new_day = problem.exam_day - REVIEW_ONLY_DAYS - 1

    def run(self, first: int = 0) -> None:
        for day in range(first, self.problem.exam_day):
            self.sessions += self.filled(day)

    def filled(self, day: int) -> list[Session]:
        """The sessions of a day, in order; where the lessons stand changes with them."""
        if self.problem.days[day].available <= 0 and day not in self.pins:
            return []
        return _Filled(self, day).sessions()

    def blocked(self, day: int) -> Ints:
        """Lessons whose turn the learner has fixed for today or later."""
        places = [place for place, last in self.new_pin_days.items() if last >= day]
        return np.array(places, dtype=np.int64)


class _Filled:
    """A day while it is filled."""

    def __init__(self, filling: Filling, day: int) -> None:
        self.filling, self.day = filling, day
        self.standing = filling.standing
        self.days_left = filling.problem.exam_day - day
        self.left = filling.problem.days[day].available
        self.chosen: list[Session] = []
        self.counts: Counter[str] = Counter()
        self.finished: set[int] = set()
        self.touched: set[int] = set()
        self.offered = 0

    def sessions(self) -> list[Session]:
        self._pinned()
        self._test()
        if self.left >= SHORTEST_SESSION:
            self._fill()
        return in_order(self.chosen, self._subject)

    def _subject(self, session: Session) -> str:
        if not session.lesson:
            return ""
        place = self.standing.index.get(session.lesson)
        return self.standing.subjects[place] if place is not None else session.lesson

    def _pinned(self) -> None:
        for pin in self.filling.pins.get(self.day, ()):
            self._put(Session(self.day, pin.lesson, pin.kind, pin.minutes, Reason(Why.PINNED)))
            if pin.lesson in self.standing.index:
                place = self.standing.index[pin.lesson]
                self.standing.study(place, pin.kind, pin.minutes, self.day)
                self.filling.values.update(place)
                self.touched.add(place)

    def _test(self) -> None:
        minutes = self.filling.problem.days[self.day].test_minutes
        is_pinned = any(each.kind is Kind.PRACTICE_TEST for each in self.chosen)
        if 0 < minutes <= self.left and not is_pinned:
            reason = Reason(Why.WEEKLY_TEST)
            self._put(Session(self.day, "", Kind.PRACTICE_TEST, minutes, reason))

    def _put(self, session: Session) -> None:
        self.chosen.append(session)
        self.counts[self._subject(session)] += 1
        self.left -= session.minutes

    def _fill(self) -> None:
        of = self.standing
        day, blocked = self.day, self.filling.blocked(self.day)
        open_ones = Candidates(
            self.filling.values, self.filling.chains, day, self.days_left, blocked
        )
        found = self._begun(open_ones) + open_ones.reviews(self.left)
        if day <= self.filling.last_new_day:
            found += [each for each in open_ones.new_lessons() if not of.aimed[each.place]]
        price = self.filling.price.on(self.days_left)
        heap = [self._ranked(each, price) for each in found]
        heapify(heap)
        waiting: list[_Ranked] = []
        while heap and self.left >= SHORTEST_SESSION:
            ranked = heappop(heap)
            candidate = ranked[-1]
            if not self._take(candidate, price):
                if candidate.place not in self.touched:
                    waiting.append(ranked)
                continue
            for each in waiting:
                heappush(heap, each)
            waiting.clear()
            if candidate.place in self.finished:
                for follower in open_ones.learned(candidate.place):
                    heappush(heap, self._ranked(follower, price))

    def _ranked(self, candidate: Candidate, price: float) -> _Ranked:
        """Lessons begun first, then reviews that are due, then all by worth a minute."""
        is_due = candidate.kind is Kind.REVIEW and candidate.index >= price
        begun = candidate.kind is Kind.NEW and self.standing.aimed[candidate.place] > 0
        group = 0 if begun else 1 if is_due else 2
        self.offered += 1
        return group, -candidate.index, candidate.place, self.offered, candidate

    def _begun(self, open_ones: Candidates) -> list[Candidate]:
        if self.day > self.filling.last_new_day:
            return []
        of = self.standing
        begun = np.nonzero((of.aimed > 0) & open_ones.is_open)[0]
        return [
            Candidate(1.0, place, Kind.NEW, int(of.aimed[place] - of.done[place]))
            for place in begun.tolist()
        ]

    def _take(self, candidate: Candidate, price: float) -> bool:
        place = candidate.place
        if place in self.touched:
            return False
        if candidate.kind is Kind.NEW:
            return self._take_new(candidate)
        if candidate.minutes > self.left or not self._has_room(place):
            return False
        recalled = 100 * self.standing.recalled(place, self.day)
        why = Why.DUE if candidate.index >= price else Why.SPARE
        reason = Reason(why, round(recalled))
        if candidate.kind is Kind.DEEPEN:
            reason = Reason(Why.STRENGTHENS, round(100 * float(self.standing.mastery[place])))
        key = self.filling.problem.lessons[place].key
        self._put(Session(self.day, key, candidate.kind, candidate.minutes, reason))
        self._study(place, candidate.kind, candidate.minutes)
        return True

    def _study(self, place: int, kind: Kind, minutes: int, aimed: int = 0) -> None:
        self.standing.study(place, kind, minutes, self.day, aimed)
        self.filling.values.update(place)
        self.touched.add(place)

    def _has_room(self, place: int) -> bool:
        return not self.filling.has_subjects or has_room(self.counts, self.standing.subjects[place])

    def _take_new(self, candidate: Candidate) -> bool:
        of, place = self.standing, candidate.place
        if not self._may_begin(place, candidate):
            return False
        aimed = int(of.aimed[place] or of.done[place] + candidate.minutes)
        is_taken = False
        while place not in self.finished:
            minutes = next_part(aimed - int(of.done[place]), self.left)
            if not minutes or not self._has_room(place):
                break
            reason = self._why_new(candidate, aimed)
            key = self.filling.problem.lessons[place].key
            facts = Kind.NEW, minutes, reason
            self._put(Session(self.day, key, *facts, aimed_minutes=aimed))
            self._study(place, Kind.NEW, minutes, aimed)
            is_taken = True
            if of.depth[place] > 0:
                self.finished.add(place)
        return is_taken

    def _why_new(self, candidate: Candidate, aimed: int) -> Reason:
        left = aimed - int(self.standing.done[candidate.place])
        if self.standing.done[candidate.place] > 0:
            return Reason(Why.CONTINUES, left)
        hourly = round(60_000 * candidate.index / max(1e-9, float(self.standing.weight.sum())), 1)
        if candidate.opens >= 0:
            return Reason(Why.OPENS, hourly, self.filling.problem.lessons[candidate.opens].key)
        return Reason(Why.MOST_POINTS, hourly)

    def _may_begin(self, place: int, candidate: Candidate) -> bool:
        of = self.standing
        for each in of.requires[place]:
            other_subject = of.subjects[each] != of.subjects[place]
            if of.depth[each] == 0 or (each in self.finished and other_subject):
                return False
        if of.aimed[place] > 0 or candidate.minutes <= self.left:
            return True
        return int((of.aimed > 0).sum()) < MOST_BEGUN and self._fits_later(candidate.minutes)

    def _fits_later(self, minutes: int) -> bool:
        """Whether what is not studied today can be finished before the review-only days."""
        days = self.filling.problem.days[self.day + 1 : self.filling.last_new_day + 1]
        return minutes - self.left <= sum(day.available for day in days[:FINISHED_WITHIN]) / 2
