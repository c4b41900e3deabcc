"""All that the pictures of `/progress` are made of, and which days they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnconnect_app.domain.progress_figures import AnswerSum, Work
from learnconnect_app.domain.progress_spans import Part, Range, whole
from learnconnect_app.domain.recommendations import CourseFacts

FEWEST_PARTS = 4
"""Of a picture in time, also for who began today."""


@dataclass(frozen=True, slots=True)
class Past:
    """All that pictures are made of."""

    range: Range
    today: date
    zone: str
    works: Sequence[Work]
    answers: Sequence[AnswerSum]
    minutes: Mapping[date, int]
    """Of each study day with work, over both plans and tests."""
    courses: Mapping[str, CourseFacts]
    needed: float | None
    """Topics a week."""

    @property
    def span(self) -> Part:
        return whole(self.range, self.today)

    @property
    def span_with_work(self) -> Part:
        """From the first day on that something was done, so that a beginner's weeks count."""
        first, last = self.span
        return Part(min(last, max(first, min(self.minutes, default=first))), last)

    def begun(self, parts: Sequence[Part]) -> list[Part]:
        """Without those before anything was done, but for a few that show where it began."""
        began = min(self.minutes, default=self.today)
        before = sum(part.last < began for part in parts)
        return list(parts[max(0, min(before, len(parts) - FEWEST_PARTS)) :])

    @property
    def fine_axis(self) -> str:
        return {Range.WEEKS: "day", Range.QUARTER: "week", Range.YEAR: "month"}[self.range]

    @property
    def coarse_axis(self) -> str:
        return "month" if self.range is Range.YEAR else "week"
