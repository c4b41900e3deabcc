"""What is believed of a topic: before it was studied, after a session, and after answers.

Sessions change it exactly as the planner expected (`study_standing`), so a plan that is followed
stays as it is; a review that was forgotten, hard or easy, and answers, are news.
"""

from __future__ import annotations

from dataclasses import replace

from learnconnect_app.domain.memory import WEIGHTS, after_lapse, recall
from learnconnect_app.domain.study_problems import Day, Kind, Lesson, Problem, Reason, Session, Why
from learnconnect_app.domain.study_progress import as_planned

MASTERY_BY_RATING = (0.0, 0.2, 0.4, 0.6, 0.8)
"""Of courses that the learner rated from 1 to 5."""
MASTERY_BY_LEVEL = {"beginner": 0.0, "intermediate": 0.3, "advanced": 0.55}
FORGOTTEN, HARD, GOOD, EASY = RECALLS = ("forgotten", "hard", "good", "easy")
"""Answers to *how well did you recall it*, as the grades 1-4 of FSRS."""
EASIEST, HARDEST = 1.0, 10.0
TRUSTED_ANSWERS = 4
"""Answers that weigh half as much as what was believed."""
CAUTION = 0.7
"""Of what answers say; a few items are not the whole topic."""
LEAST_RECALL = 0.3
LEAST_MASTERY, MOST_MASTERY = 0.02, 0.97
RELEARN_BELOW = 0.6
"""A topic learned in full that shows less mastery is to be learned again."""
LOW_SUCCESS, HIGH_SUCCESS = 0.6, 0.8
"""Shares of right answers below and above which reviews come sooner and later."""


def assumed_mastery(rating: int | None, level: str) -> float:
    """Mastery (0..1) of a topic of which nothing was measured: by self-rating 1-5, or by level."""
    if rating is not None:
        return MASTERY_BY_RATING[min(5, max(1, rating)) - 1]
    return MASTERY_BY_LEVEL.get(level, 0.0)


def after_session(lesson: Lesson, session: Session, *, multiplier: float, recalled: str) -> Lesson:
    """The lesson a day after a session of it, of which ``session.minutes`` were really studied.

    ``recalled`` is one of ``RECALLS`` or empty; it counts for reviews.
    """
    today = replace(session, day=0, reason=Reason(Why.PINNED))
    alone = replace(lesson, requires=())
    problem = Problem([alone], [Day(session.minutes)], multipliers={lesson.subject: multiplier})
    tomorrow = as_planned(problem, [today], 1).lessons[0]
    studied = replace(tomorrow, requires=lesson.requires, not_before=0)
    if session.kind is Kind.NEW or recalled not in RECALLS:
        return studied
    grade = 1 + RECALLS.index(recalled)
    return replace(
        studied,
        stability=_stability(lesson, studied.stability, recalled),
        difficulty=graded_difficulty(lesson.difficulty, grade),
    )


def after_answers(lesson: Lesson, right: int, total: int) -> Lesson:
    """The lesson after answers to ``total`` items of it today.

    Mastery moves towards what the answers show, by how many there are; low success makes the
    topic harder and high success easier, which brings its reviews closer or further apart.
    """
    if total <= 0:
        return lesson
    recalled = max(LEAST_RECALL, recall(float(lesson.days_since), lesson.stability))
    surprise = right / total - lesson.mastery * recalled
    trust = CAUTION * total / (total + TRUSTED_ANSWERS)
    mastery = lesson.mastery + trust * surprise / recalled
    mastery = min(MOST_MASTERY, max(LEAST_MASTERY, mastery))
    forgot = lesson.learned_depth == 1.0 and mastery < RELEARN_BELOW
    return replace(
        lesson,
        mastery=mastery,
        learned_depth=0.0 if forgot else lesson.learned_depth,
        difficulty=graded_difficulty(lesson.difficulty, _grade(right / total)),
    )


def graded_difficulty(difficulty: float, grade: int) -> float:
    """Difficulty (1-10) after a grade of 1-4: up after a low one, down after a high one.

    Source: FSRS-6, with its linear damping near 10 and its slow return to the usual difficulty.
    """
    moved = difficulty - WEIGHTS[6] * (grade - 3) * (HARDEST - difficulty) / 9.0
    usual = WEIGHTS[4]
    settled = WEIGHTS[7] * usual + (1 - WEIGHTS[7]) * moved if grade != 3 else difficulty
    return min(HARDEST, max(EASIEST, settled))


def _grade(share: float) -> int:
    return 2 if share < LOW_SUCCESS else 4 if share > HIGH_SUCCESS else 3


def _stability(before: Lesson, after: float, recalled: str) -> float:
    """After a review that went as ``recalled`` says; ``after`` is that of a good one."""
    if recalled == FORGOTTEN:
        chance = recall(float(before.days_since), before.stability)
        return after_lapse(before.stability, before.difficulty, chance)
    factor = {HARD: WEIGHTS[15], EASY: WEIGHTS[16]}.get(recalled, 1.0)
    return before.stability + factor * (after - before.stability)
