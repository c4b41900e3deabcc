"""What a study plan needs before it can be made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from learnconnect_app.domain.errors import DomainError

FEWEST_DAYS = 2
"""Study days from today to the eve of the exam."""
MOST_MINUTES = 16 * 60
"""Of a day."""


def check_goal(
    exam_day: date | None,
    weekday_minutes: Sequence[int],
    rest_weekdays: Collection[int],
    today: date,
) -> None:
    """Raises ``DomainError`` exam_missing, exam_past, minutes_none, minutes_too_many or all_rest,
    with the field."""
    if exam_day is None:
        raise DomainError("exam_missing", "exam_day")
    if (exam_day - today).days < FEWEST_DAYS:
        raise DomainError("exam_past", "exam_day")
    if len(set(rest_weekdays)) >= len(weekday_minutes):
        raise DomainError("all_rest", "rest_weekdays")
    studied = [
        minutes for weekday, minutes in enumerate(weekday_minutes) if weekday not in rest_weekdays
    ]
    if max(weekday_minutes) > MOST_MINUTES:
        raise DomainError("minutes_too_many", "weekday_minutes", hours=MOST_MINUTES // 60)
    if max(studied) <= 0 or min(weekday_minutes) < 0:
        raise DomainError("minutes_none", "weekday_minutes")
