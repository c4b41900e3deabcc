"""How a learner has been feeling, and when to offer help: what they said, never a diagnosis.

A day's feeling is the mean worth of the moods said on it (`domain.motivation_score.MOODS`).
The trend looks at the latest days with a mood, of the last two weeks:

=======  =====================================================================
Trend    When
=======  =====================================================================
unknown  fewer than three such days
heavy    the latest three are 0.6 or less on average: tired, or lower
lighter  the latest three are at least 0.2 above those before (of two at least)
steady   else
=======  =====================================================================

The figures are ours: they only decide whether help is offered, which can be put away.

What a line of the day speaks to is the first of these that holds as the study day begins, so that
what is done in it does not change the line:

==========  ==================================================================
Situation   When
==========  ==================================================================
last_days   the exam is within a week
missed_day  yesterday was missed: not rest, not covered, not a vacation
streak      a run of at least three days lasts, and streaks are shown
start       no day with work yet, or the first was within a week
long_way    the exam is more than two months away
any         else
==========  ==================================================================
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from statistics import mean
from typing import TypeVar

from learnconnect_app.domain.motivation_score import MOODS
from learnconnect_app.domain.streaks import DayKind, streak

SHOWN_DAYS = 28
TREND_DAYS = 14
LATEST = 3
FEWEST_BEFORE = 2
HEAVY = 0.6
CLEARLY = 0.2
FELT_DAYS = 2
"""A mood speaks for today when it was said in these last study days."""
NEW_DAYS, LAST_DAYS, FAR_DAYS = 7, 7, 60
STREAK_WORTH_A_WORD = 3

Text = TypeVar("Text")


class Trend(StrEnum):
    UNKNOWN = "unknown"
    HEAVY = "heavy"
    STEADY = "steady"
    LIGHTER = "lighter"


def feelings_by_day(said: Iterable[tuple[date, str]]) -> dict[date, float]:
    """The mean worth, 0..1, of the moods of each day; unknown moods count for nothing."""
    worths: dict[date, list[float]] = defaultdict(list)
    for day, mood in said:
        if mood in MOODS:
            worths[day].append(MOODS[mood])
    return {day: mean(each) for day, each in worths.items()}


def trend(by_day: Mapping[date, float], today: date) -> Trend:
    days = sorted(day for day in by_day if today - timedelta(TREND_DAYS) < day <= today)
    values = [by_day[day] for day in days]
    latest, before = values[-LATEST:], values[:-LATEST]
    if len(latest) < LATEST:
        return Trend.UNKNOWN
    if mean(latest) <= HEAVY + 1e-9:
        return Trend.HEAVY
    if len(before) >= FEWEST_BEFORE and mean(latest) - mean(before) >= CLEARLY:
        return Trend.LIGHTER
    return Trend.STEADY


def is_low(mood: str) -> bool:
    """Whether care is what fits: tired or demotivated."""
    return MOODS.get(mood, 1.0) <= HEAVY


def situation_of(
    days: Mapping[date, DayKind], today: date, *, is_streak_shown: bool, days_to_exam: int | None
) -> str:
    """What a line of the day speaks to: the table above."""
    before = {day: kind for day, kind in days.items() if day < today}
    worked = [day for day, kind in before.items() if kind is DayKind.ACTIVE]
    run = streak(before, today).current if is_streak_shown else 0
    holds = {
        "last_days": days_to_exam is not None and 0 <= days_to_exam <= LAST_DAYS,
        "missed_day": before.get(today - timedelta(days=1)) is DayKind.MISSED,
        "streak": run >= STREAK_WORTH_A_WORD,
        "start": not worked or today - min(worked) < timedelta(days=NEW_DAYS),
        "long_way": days_to_exam is not None and days_to_exam > FAR_DAYS,
    }
    return next((name for name, is_so in holds.items() if is_so), "any")


def of_the_day(texts: Sequence[Text], who: str, day: date) -> Text:
    """One of ``texts``: the same all day for a learner, another tomorrow while there is one.

    Raises ``ValueError`` without texts.
    """
    if not texts:
        raise ValueError("no texts")
    first = int.from_bytes(hashlib.sha256(who.encode()).digest()[:4])
    return texts[(first + day.toordinal()) % len(texts)]
