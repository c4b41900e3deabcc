"""On which study days something is expected of a learner, over all plans and absences.

A plan is active from its first to its last day, less its pauses. A day is

- *rest* when every active plan rests on its weekday (without an active plan: the weekdays set in
  the settings),
- *away* in a vacation or an illness, whatever the plans say,
- *paused* when no plan is active.

So two plans share their rest: who studies for an exam on a Sunday on which the skill plan rests
has a day that counts, and may miss it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from learnconnect_app.domain.study_days import week_of

Span = tuple[date, date]
"""First day and first day after it; ``date.max`` when it is open."""


@dataclass(frozen=True, slots=True)
class PlanLife:
    first: date
    last: date = date.max
    """Last day; ``date.max`` while it goes on."""
    rest_weekdays: Collection[int] = ()
    """Monday is 0."""
    pauses: Sequence[Span] = ()

    def is_active(self, day: date) -> bool:
        return self.first <= day <= self.last and not _is_in(self.pauses, day)


@dataclass(frozen=True, slots=True)
class PlannedDays:
    plans: Sequence[PlanLife] = ()
    rest_weekdays: Collection[int] = ()
    """Of days without an active plan."""
    absences: Sequence[Span] = ()

    def is_rest(self, day: date) -> bool:
        rests = [plan.rest_weekdays for plan in self._active(day)] or [self.rest_weekdays]
        return all(day.weekday() in rest for rest in rests)

    def is_away(self, day: date) -> bool:
        return self.absence_on(day) is not None

    def absence_on(self, day: date) -> Span | None:
        """The absence that ends last of those that hold the day."""
        held = [span for span in self.absences if _is_in([span], day)]
        return max(held, key=lambda span: span[1], default=None)

    def is_paused(self, day: date) -> bool:
        return not self._active(day)

    def days_of_week(self, day: date) -> int:
        """Days of the week of ``day`` that are not rest, by the plans active on ``day``; 1-7."""
        rests = [set(plan.rest_weekdays) for plan in self._active(day)] or [set(self.rest_weekdays)]
        return max(1, sum(d.weekday() not in set.intersection(*rests) for d in week_of(day)))

    def _active(self, day: date) -> list[PlanLife]:
        return [plan for plan in self.plans if plan.is_active(day)]


def _is_in(spans: Sequence[Span], day: date) -> bool:
    return any(start <= day < end for start, end in spans)
