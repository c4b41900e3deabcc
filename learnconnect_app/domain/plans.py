"""What a skill plan contains: which weeks, in which order its days, and how well it was kept.

A draft is made once, from the initial assessment; a correction once, after a weak final test.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import cycle, islice

SKIP_PERCENT = 85
SKIP_ITEMS = 5
LEAST_WEEKS = 3
CORRECTION_DAYS = 14


@dataclass(frozen=True, slots=True)
class PlanTopic:
    """A topic to plan: the keys of the topics it requires, and the minutes it takes."""

    key: str
    requires: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Block:
    """A weekly skill block (course), its topics in curriculum order."""

    key: str
    topics: tuple[PlanTopic, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a learner on a topic: items right of items answered, mastery 0..1."""

    correct: int
    total: int
    mastery: float


NOTHING_KNOWN = Standing(0, 0, 0.0)
"""A topic without a standing: unproven, so it counts as weakest."""


class ReasonCode(StrEnum):
    """Why a day has its place."""

    WEAKEST = "weakest"
    """Weaker than all that was left of its week (or of a correction) when its turn came."""
    PREREQUISITE = "prerequisite"
    """It opens a weaker topic, which is why it comes before its own turn."""
    ORDER = "order"
    """Equal to something that was left, or alone: the curriculum's order decides."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day has its place, and for a prerequisite the topic that requires it."""

    code: ReasonCode
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class DayDraft:
    """A day: one topic in a plan, one or more in a correction, weakest first."""

    topics: tuple[str, ...]
    reason: Reason

    @property
    def topic(self) -> str:
        return self.topics[0]


@dataclass(frozen=True, slots=True)
class WeekDraft:
    """A week, numbered from 1, with the key of its block."""

    number: int
    block: str
    days: tuple[DayDraft, ...]


@dataclass(frozen=True, slots=True)
class SkippedBlock:
    """A block the learner has shown to master: share right, 0..1, over so many items."""

    block: str
    accuracy: float
    items: int


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """Weeks and skipped blocks, both in curriculum order."""

    weeks: tuple[WeekDraft, ...]
    skipped: tuple[SkippedBlock, ...]


def draft_plan(blocks: Sequence[Block], standing: Mapping[str, Standing]) -> PlanDraft:
    """One week for each block that is not skipped, in curriculum order.

    Skipped is a block with at least 85% right over at least 5 items, as long as 3 weeks remain:
    first the one with the highest share, then the highest mean mastery, then the earlier.
    A week takes its weakest topic first, but before it, one by one, what it requires from the
    same week: so a weak topic comes as early as it can. Equals stay in curriculum order.
    Raises ValueError when topics of a block require each other in a circle.
    """
    skipped = _skipped(blocks, standing)
    gone = {block.block for block in skipped}
    remaining = [block for block in blocks if block.key not in gone]
    weeks = (
        WeekDraft(number, block.key, _days(block, standing))
        for number, block in enumerate(remaining, start=1)
    )
    return PlanDraft(tuple(weeks), skipped)


def correction_draft(
    topics: Sequence[str], standing: Mapping[str, Standing]
) -> tuple[tuple[DayDraft, ...], tuple[DayDraft, ...]]:
    """Two weeks of seven days over all ``topics`` (in curriculum order), weakest first.

    28 topics are two a day. When they do not divide evenly the first days hold one topic fewer,
    as the weakest need the most time; below 14 the weakest come again. Raises ValueError for
    no topics.
    """
    if not topics:
        raise ValueError("a correction needs topics")
    weakest_first = sorted(topics, key=lambda key: standing.get(key, NOTHING_KNOWN).mastery)
    queue = islice(cycle(weakest_first), max(len(topics), CORRECTION_DAYS))
    least, larger_days = divmod(max(len(topics), CORRECTION_DAYS), CORRECTION_DAYS)
    days = [
        DayDraft(
            tuple(islice(queue, least + (number >= CORRECTION_DAYS - larger_days))),
            Reason(ReasonCode.WEAKEST),
        )
        for number in range(CORRECTION_DAYS)
    ]
    return tuple(days[:7]), tuple(days[7:])


def adherence(days: Sequence[tuple[date, date | None]]) -> float:
    """Percentage 0..100 of (due, done) days done on the study day they were due, or earlier.

    100 when no day was due yet: nothing was late.
    """
    if not days:
        return 100.0
    return 100 * sum(done is not None and done <= due for due, done in days) / len(days)


def _skipped(blocks: Sequence[Block], standing: Mapping[str, Standing]) -> tuple[SkippedBlock, ...]:
    known = {block.key: _known(block, standing) for block in blocks}
    accuracy = {key: s.correct / s.total for key, s in known.items() if _is_mastered(s)}
    # the sort is stable, so what ties stays in curriculum order and the earlier block goes
    best_first = sorted(accuracy, key=lambda key: (-accuracy[key], -known[key].mastery))
    gone = best_first[: max(0, len(blocks) - LEAST_WEEKS)]
    return tuple(
        SkippedBlock(key, accuracy[key], known[key].total) for key in accuracy if key in gone
    )


def _known(block: Block, standing: Mapping[str, Standing]) -> Standing:
    """Standing on a block as a whole: items summed, mastery averaged over its topics."""
    parts = [standing.get(topic.key, NOTHING_KNOWN) for topic in block.topics]
    mastery = sum(part.mastery for part in parts) / max(1, len(parts))
    return Standing(sum(p.correct for p in parts), sum(p.total for p in parts), mastery)


def _is_mastered(known: Standing) -> bool:
    return known.total >= SKIP_ITEMS and 100 * known.correct >= SKIP_PERCENT * known.total


def _days(block: Block, standing: Mapping[str, Standing]) -> tuple[DayDraft, ...]:
    mastery = {t.key: standing.get(t.key, NOTHING_KNOWN).mastery for t in block.topics}
    weakest_first = sorted(mastery, key=lambda key: mastery[key])
    requires = {
        topic.key: [key for key in weakest_first if key in topic.requires] for topic in block.topics
    }
    placed: dict[str, Reason] = {}
    for key in weakest_first:
        rest = [other for other in weakest_first if other not in placed and other != key]
        is_weakest = bool(rest) and mastery[key] < mastery[rest[0]]
        code = ReasonCode.WEAKEST if is_weakest else ReasonCode.ORDER
        _place(key, Reason(code), requires, placed, path=())
    return tuple(DayDraft((key,), reason) for key, reason in placed.items())


def _place(
    key: str,
    reason: Reason,
    requires: Mapping[str, Sequence[str]],
    placed: dict[str, Reason],
    path: tuple[str, ...],
) -> None:
    """Put a topic after all it requires; each of these opens the topic that asked for it."""
    if key in placed:
        return
    if key in path:
        raise ValueError(f"topics require each other: {' > '.join((*path, key))}")
    for needed in requires[key]:
        _place(needed, Reason(ReasonCode.PREREQUISITE, key), requires, placed, (*path, key))
    placed[key] = reason
