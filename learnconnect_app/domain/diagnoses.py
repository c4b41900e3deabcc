"""What a failed weekly test leads to: how serious it is, and the extra days that follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle, islice
from types import MappingProxyType

from learnconnect_app.domain.attempts import Result


class Severity(StrEnum):
    """How far a failed test is from a pass."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


EXTRA_DAYS: Mapping[Severity, int] = MappingProxyType(
    {Severity.LOW: 2, Severity.MEDIUM: 3, Severity.HIGH: 4}
)
LOW_PERCENT = 60
MEDIUM_PERCENT = 45
FAILS_TO_SUGGEST = 3
WEAK_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The answer to a failed test: one topic for each extra day, weakest first."""

    severity: Severity
    extra_days: int
    topics: tuple[str, ...]


def severity(score_percent: float) -> Severity:
    """Severity of a failed test: low from 60%, medium from 45%, high below."""
    if score_percent >= LOW_PERCENT:
        return Severity.LOW
    return Severity.MEDIUM if score_percent >= MEDIUM_PERCENT else Severity.HIGH


def diagnose(result: Result) -> Diagnosis:
    """Extra days on the weakest topics, one a day; a topic without a wrong answer gets none.

    With fewer such topics than days they come again in the same order, the weakest first.
    Raises ValueError for a test that was passed or has no items.
    """
    if result.is_passed or not result.total:
        raise ValueError("only a failed test is diagnosed")
    found = severity(result.percent)
    days = EXTRA_DAYS[found]
    wrong = [topic.topic for topic in result.topics if topic.correct < topic.total]
    return Diagnosis(found, days, tuple(islice(cycle(wrong), days)))


def suggests_other_role(failed_attempts: int) -> bool:
    """Whether to suggest another role: from the third failed attempt at the same week on."""
    return failed_attempts >= FAILS_TO_SUGGEST


def draw_weights(week_topics: Iterable[str], weak_topics: Collection[str]) -> dict[str, float]:
    """How often each topic of the week is drawn in a re-test: weak ones count double."""
    return {topic: WEAK_WEIGHT if topic in weak_topics else 1.0 for topic in week_topics}
