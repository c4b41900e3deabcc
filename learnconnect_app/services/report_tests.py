"""Reads the tests a learner handed in and their answers by subject, for reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, or_, select

from learnconnect_app.domain.report_figures import ReportedTest
from learnconnect_app.domain.study_days import bounds, study_day
from learnconnect_app.models import Attempt, AttemptItem, Curriculum, User
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.mocks import part_scores

TOLD = ("weekly", "final", "retest", "quiz", "practice_test", "mock")
"""Tests that are listed one by one; practice is not."""
COUNTED = (*TOLD, "practice")
"""Tests whose answers count for their subjects; an assessment asks what was never studied."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    attempt: Attempt
    day: date
    net: float | None


@dataclass(frozen=True, slots=True)
class Tests:
    handed: Sequence[HandedIn]
    """Oldest first; of mocks all there ever were."""
    right_by_course: dict[UUID, dict[str, tuple[int, int]]]
    """(right, answered) by test and course."""

    def handed_in(self, first: date, last: date) -> tuple[ReportedTest, ...]:
        """Those of some days, oldest first."""
        nets: dict[str, float] = {}
        found = []
        for each in self.handed:
            attempt = each.attempt
            if first <= each.day <= last and attempt.kind in TOLD:
                found.append(_told(each, nets.get(attempt.test_key)))
            if each.net is not None:
                nets[attempt.test_key] = each.net
        return tuple(found)

    def answers(self, first: date, last: date) -> dict[str, tuple[int, int]]:
        """(right, answered) by course in the tests of some days."""
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for each in self.handed:
            if first <= each.day <= last:
                for course, counts in self.right_by_course.get(each.attempt.id, {}).items():
                    right[course] += counts[0]
                    total[course] += counts[1]
        return {course: (right[course], total[course]) for course in total}


def tests_of(session: Session, user: User, since: date, until: date) -> Tests:
    """Two queries."""
    start, end = bounds(since, user.timezone)[0], bounds(until, user.timezone)[1]
    rows = session.exec(
        select(Attempt, Curriculum)
        .join(Curriculum, col(Curriculum.key) == Attempt.curriculum_key)
        .where(
            Attempt.user_id == user.id,
            Attempt.status == "submitted",
            col(Attempt.kind).in_(COUNTED),
            col(Attempt.submitted_at) < end,
            or_(Attempt.kind == "mock", col(Attempt.submitted_at) >= start),
        )
        .order_by(col(Attempt.submitted_at))
    ).all()
    handed = [
        HandedIn(
            attempt,
            study_day(attempt.submitted_at or attempt.deadline_at, user.timezone),
            _net(attempt, curriculum),
        )
        for attempt, curriculum in rows
    ]
    return Tests(
        handed, _answers(session, [each.attempt.id for each in handed if each.day >= since])
    )


def _answers(
    session: Session, attempt_ids: Sequence[UUID]
) -> dict[UUID, dict[str, tuple[int, int]]]:
    """What was left empty is no answer."""
    right = func.count(col(AttemptItem.id)).filter(col(AttemptItem.is_correct).is_(True))
    rows = session.exec(
        select(
            AttemptItem.attempt_id,
            AttemptItem.course_key,
            right,
            func.count(col(AttemptItem.id)),
        )
        .where(
            col(AttemptItem.attempt_id).in_(attempt_ids), col(AttemptItem.answered_at).is_not(None)
        )
        .group_by(col(AttemptItem.attempt_id), col(AttemptItem.course_key))
    )
    found: dict[UUID, dict[str, tuple[int, int]]] = {}
    for attempt_id, course, correct, total in rows:
        found.setdefault(attempt_id, {})[course] = (correct, total)
    return found


def _net(attempt: Attempt, curriculum: Curriculum) -> float | None:
    if attempt.kind != "mock":
        return None
    exam = exam_of(curriculum)
    return round(sum(part.net(exam.wrong_for_a_right) for part in part_scores(attempt)), 2)


def _told(each: HandedIn, net_before: float | None) -> ReportedTest:
    attempt = each.attempt
    return ReportedTest(
        attempt=str(attempt.id),
        kind=attempt.kind,
        day=each.day,
        percent=round(100 * (attempt.correct or 0) / (attempt.total or 1)),
        is_passed=attempt.is_passed,
        net=each.net,
        net_before=net_before,
    )
