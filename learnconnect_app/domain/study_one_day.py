"""A day while it is filled.

What the learner pinned comes first, then the practice test, lessons begun, reviews that are due at
the price, and everything else in its order while it fits. What minutes are left are used by
exchanges. Nothing changes where the lessons stand before the whole day is chosen.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from learnconnect_app.domain.study_candidates import Candidate, Candidates
from learnconnect_app.domain.study_exchanges import Taken, exchanges
from learnconnect_app.domain.study_problems import SHORTEST_REVIEW, Kind, Reason, Session, Why
from learnconnect_app.domain.study_sessions import can_be_ordered, has_room, in_order, next_part

if TYPE_CHECKING:
    from learnconnect_app.domain.study_days_filling import Filling

FINISHED_WITHIN = 14
"""Days in which half of the minutes must do for the rest of a lesson begun; one is at a time."""
LEAST_LEFT = 5
"""Minutes worth an exchange."""

_Ranked = tuple[int, float, int, int, Candidate]
"""Rank, order turned round, place, number of the offer; what they rank."""


class OneDay:
    def __init__(self, filling: Filling, day: int) -> None:
        self.filling, self.day = filling, day
        self.of, self.values = filling.standing, filling.values
        self.left = filling.problem.days[day].available
        self.fixed: list[Session] = []
        self.taken: dict[int, Taken] = {}
        self.touched: set[int] = set()
        self.counts: Counter[str] = Counter()
        self.begun: set[int] = set()
        self.unfinished: set[int] = set()
        """Of lessons begun, today or before; one is at a time."""
        self.offers: list[Candidate] = []
        self.price = self.values.price_on(self.values.exam_day - day)
        self.is_for_new = day <= filling.last_new_day

    def sessions(self) -> list[Session]:
        self._pinned()
        self._test()
        if self.left >= SHORTEST_REVIEW:
            self._fill()
        made = [session for each in self.taken.values() for session in self._sessions_of(each)]
        self.filling.study(made)
        return in_order(self.fixed + made, self._subject)

    def _subject(self, session: Session) -> str:
        place = self.of.index.get(session.lesson)
        return self.of.subjects[place] if place is not None else session.lesson

    def _pinned(self) -> None:
        for pin in self.filling.pins.get(self.day, ()):
            self._fix(Session(self.day, pin.lesson, pin.kind, pin.minutes, Reason(Why.PINNED)))
            if pin.lesson in self.of.index:
                self.touched.add(self.of.index[pin.lesson])
        self.filling.study(self.fixed)

    def _test(self) -> None:
        minutes = self.filling.problem.days[self.day].test_minutes
        is_pinned = any(each.kind is Kind.PRACTICE_TEST for each in self.fixed)
        if 0 < minutes <= self.left and not is_pinned:
            reason = Reason(Why.WEEKLY_TEST)
            self._fix(Session(self.day, "", Kind.PRACTICE_TEST, minutes, reason))

    def _fix(self, session: Session) -> None:
        self.fixed.append(session)
        self.counts[self._subject(session)] += 1
        self.left -= session.minutes

    def _fill(self) -> None:
        filling, day = self.filling, self.day
        lessons = filling.new_lessons if self.is_for_new else None
        open_ones = Candidates(self.values, filling.chains, day, filling.blocked(day), lessons)
        self.begun = set(((self.of.aimed > 0) & open_ones.is_open).nonzero()[0].tolist())
        self.unfinished = self.begun.copy()
        self.offers = open_ones.reviews(self.left)
        if self.is_for_new:
            self.offers += [self._rest_of(place) for place in sorted(self.begun)]
            self.offers += open_ones.new_lessons(self.left)
        self._choose(open_ones)
        while self.left >= LEAST_LEFT and self._exchange():
            pass

    def _rest_of(self, place: int) -> Candidate:
        left = int(self.of.aimed[place] - self.of.done[place])
        return Candidate(1.0, place, Kind.NEW, left, 1.0)

    def _choose(self, open_ones: Candidates) -> None:
        """The offers in their order; what has no room waits until a choice has made some."""
        heap = [self._ranked(each, number) for number, each in enumerate(self.offers)]
        heapify(heap)
        waiting: list[_Ranked] = []
        while heap and self.left >= SHORTEST_REVIEW:
            ranked = heappop(heap)
            candidate = ranked[-1]
            if candidate.place in self.touched:
                continue
            if not self._take(candidate):
                if candidate.minutes <= self.left:
                    waiting.append(ranked)
                continue
            for each in waiting:
                heappush(heap, each)
            waiting.clear()
            if candidate.kind is Kind.NEW and self.taken[candidate.place].is_finished:
                for follower in open_ones.followers(candidate.place):
                    heappush(heap, self._ranked(follower, len(self.offers)))
                    self.offers.append(follower)

    def _ranked(self, candidate: Candidate, number: int) -> _Ranked:
        """Lessons begun first, then reviews that are due, then all in their order."""
        is_due = candidate.kind is Kind.REVIEW and candidate.order >= self.price
        is_begun = candidate.kind is Kind.NEW and candidate.place in self.begun
        group = 0 if is_begun else 1 if is_due else 2
        return group, -candidate.order, candidate.place, number, candidate

    def _take(self, candidate: Candidate) -> bool:
        if candidate.kind is Kind.NEW:
            return self._may_take(candidate) and self._take_new(candidate)
        if candidate.minutes > self.left or not self._has_room(candidate.place):
            return False
        self._put(Taken(candidate, [candidate.minutes]))
        return True

    def _may_take(self, candidate: Candidate) -> bool:
        """Whether a new lesson is begun already, or fits, or can be finished on other days."""
        place, minutes = candidate.place, candidate.minutes
        can_be_finished = minutes <= self.left or place in self.begun or self._may_begin(minutes)
        return can_be_finished and self._is_ready(place)

    def _take_new(self, candidate: Candidate) -> bool:
        """As many parts of it as there is room for."""
        place, left = candidate.place, self.left
        done = int(self.of.done[place])
        aimed = int(self.of.aimed[place] or done + candidate.minutes)
        taken = Taken(candidate, [], aimed)
        while done < aimed and self._has_room(place, len(taken.parts)):
            minutes = next_part(aimed - done, left)
            if not minutes:
                break
            taken.parts.append(minutes)
            done, left = done + minutes, left - minutes
        taken.is_finished = done >= aimed
        if taken.parts:
            self._put(taken)
        return bool(taken.parts)

    def _put(self, taken: Taken) -> None:
        place = taken.candidate.place
        self.taken[place] = taken
        self.touched.add(place)
        self.left -= sum(taken.parts)
        self.counts[self.of.subjects[place]] += len(taken.parts)
        if taken.is_finished:
            self.unfinished.discard(place)
        else:
            self.unfinished.add(place)

    def _has_room(self, place: int, more: int = 0) -> bool:
        if not self.filling.has_subjects:
            return True
        return has_room(self.counts, self.of.subjects[place], more)

    def _is_ready(self, place: int) -> bool:
        """What it requires is learned: before today, or of its subject earlier today."""
        of = self.of
        for each in of.requires[place]:
            if of.depth[each] == 0:
                today = self.taken.get(each)
                if today is None or not today.is_finished:
                    return False
                if of.subjects[each] != of.subjects[place]:
                    return False
        return True

    def _may_begin(self, minutes: int) -> bool:
        """Whether what is not studied today can be finished before the review-only days."""
        return not self.unfinished and minutes - self.left <= self._room_later

    @cached_property
    def _room_later(self) -> float:
        days = self.filling.problem.days[self.day + 1 : self.filling.last_new_day + 1]
        return sum(day.available for day in days[:FINISHED_WITHIN]) / 2

    def _exchange(self) -> bool:
        """Make the best exchange there is."""
        required = {each for place in self.taken for each in self.of.requires[place]}
        may_go = [
            each
            for place, each in self.taken.items()
            if each.is_finished and place not in required and place not in self.begun
        ]
        for out, into in exchanges(may_go, self.offers, self.left):
            if self._may_exchange(out, into):
                place = out.candidate.place
                del self.taken[place]
                self.touched.remove(place)
                self.left += sum(out.parts)
                self.counts[self.of.subjects[place]] -= len(out.parts)
                self._put(Taken(into, [into.minutes], int(self.of.done[into.place]) + into.minutes))
                return True
        return False

    def _may_exchange(self, out: Taken, into: Candidate) -> bool:
        of, gone, place = self.of, out.candidate.place, into.place
        if place != gone and place in self.touched:
            return False
        if into.kind is Kind.NEW and (gone in of.requires[place] or not self._is_ready(place)):
            return False
        counts = self.counts.copy()
        counts[of.subjects[gone]] -= len(out.parts)
        counts[of.subjects[place]] += 1
        return not self.filling.has_subjects or can_be_ordered(counts)

    def _sessions_of(self, taken: Taken) -> list[Session]:
        candidate = taken.candidate
        key = self.filling.problem.lessons[candidate.place].key
        if candidate.kind is not Kind.NEW:
            reason = self._why_reviewed(candidate)
            return [Session(self.day, key, candidate.kind, candidate.minutes, reason)]
        made, left = [], candidate.minutes
        for minutes in taken.parts:
            facts = Kind.NEW, minutes, self._why_new(candidate, left, taken.aimed)
            made.append(Session(self.day, key, *facts, aimed_minutes=taken.aimed))
            left -= minutes
        return made

    def _why_reviewed(self, candidate: Candidate) -> Reason:
        if candidate.kind is Kind.DEEPEN:
            return Reason(Why.STRENGTHENS, round(100 * float(self.of.mastery[candidate.place])))
        why = Why.DUE if candidate.order >= self.price else Why.SPARE
        return Reason(why, round(100 * self.of.recalled(candidate.place, self.day)))

    def _why_new(self, candidate: Candidate, left: int, aimed: int) -> Reason:
        if left < aimed:
            return Reason(Why.CONTINUES, left)
        hourly = round(60_000 * candidate.worth / max(1e-9, self.filling.points), 1)
        if candidate.opens >= 0:
            return Reason(Why.OPENS, hourly, self.filling.problem.lessons[candidate.opens].key)
        return Reason(Why.MOST_POINTS, hourly)
