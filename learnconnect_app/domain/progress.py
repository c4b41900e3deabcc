"""What is said of progress first: where the learner stands, and what would move it most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learnconnect_app.domain.lesson_standing import WORDS
from learnconnect_app.domain.progress_views import Told
from learnconnect_app.domain.recommendations import WEAK_REQUIREMENT

MASTERED = 0.85
"""From here on a topic is mastered (`lesson_standing`: strong)."""
EARLY_MINUTES, EARLY_ANSWERS = 60, 20
"""Below both it is too early to say where someone stands."""
CLOSE = 0.1
"""So near to what a plan needs is as it needs."""

HEADLINES = ("early", "exam", "skill", "both")
MOVES = ("exam", "skill", "next_day", "test", "calendar", "none")
SPEEDS = ("ahead", "on", "behind", "free", "still")


@dataclass(frozen=True, slots=True)
class TopicStanding:
    """A topic of a plan as it is known now."""

    key: str
    course: str
    title: str
    known: float
    """0..1, what has faded left out."""
    weight: float = 0.0
    """Percent of an exam's score."""
    requires: Sequence[str] = ()
    lesson_id: str = ""
    """Empty while it is locked."""
    mistakes: int = 0
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan with its topics."""

    title: str
    topics: Sequence[TopicStanding]

    @property
    def known(self) -> float:
        """Mean of what is known (0..1), by the weight of the topics where they have one."""
        weights = [topic.weight for topic in self.topics]
        if not any(weights):
            weights = [1.0] * len(self.topics)
        total = sum(weights)
        pairs = zip(weights, self.topics, strict=True)
        return sum(weight * topic.known for weight, topic in pairs) / total if total else 0.0

    @property
    def mastered(self) -> int:
        return sum(topic.known >= MASTERED for topic in self.topics)


def is_early(minutes: int, answers: int) -> bool:
    """Whether too little was studied and answered to say where someone stands."""
    return minutes < EARLY_MINUTES and answers < EARLY_ANSWERS


def headline(exam: PlanStanding | None, skill: PlanStanding | None, *, early: bool) -> Told:
    if early:
        return Told("early")
    if exam and skill:
        values: dict[str, str | int | float] = {"exam": exam.title, "skill": skill.title}
        values |= {"exam_percent": percent(exam.known), "percent": percent(skill.known)}
        return Told("both", values)
    if exam:
        return Told("exam", {"exam": exam.title, "percent": percent(exam.known)})
    if skill:
        return Told("skill", {"skill": skill.title, "percent": percent(skill.known)})
    return Told("early")


def biggest_gain(topics: Iterable[TopicStanding]) -> TopicStanding | None:
    """The topic that has most to bring: its weight times what is not known of it.

    Only topics whose requirements are known well enough. Without weights the least known of those
    that were begun and are not solid yet.
    """
    every = {topic.key: topic for topic in topics if topic.lesson_id}
    ready = [topic for topic in every.values() if _is_ready(topic, every)]
    weighed = [topic for topic in ready if topic.weight > 0 and topic.known < MASTERED]
    if weighed:
        return max(weighed, key=lambda topic: topic.weight * (1 - topic.known))
    weak = [topic for topic in ready if topic.is_begun and topic.known < WORDS[1][0]]
    return min(weak, key=lambda topic: topic.known, default=None)


def _is_ready(topic: TopicStanding, every: dict[str, TopicStanding]) -> bool:
    return all(every[key].known >= WEAK_REQUIREMENT for key in topic.requires if key in every)


def speed(done: float, needed: float | None) -> Told:
    """How the topics finished a week stand against what the plan needs; never as a reproach."""
    values: dict[str, str | int | float] = {"done": round(done, 1), "needed": round(needed or 0, 1)}
    if not needed:
        return Told("free" if done else "still", values)
    if done >= needed * (1 + CLOSE):
        return Told("ahead", values)
    return Told("on" if done >= needed * (1 - CLOSE) else "behind", values)


def percent(share: float) -> int:
    return round(100 * share)
