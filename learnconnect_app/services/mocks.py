"""Mock exams: a sitting exactly as in the exam, its sections one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import AttemptKind
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.exams import Exam, ExamTest, Section
from learnconnect_app.domain.net_estimates import PartScore
from learnconnect_app.models import Attempt, AttemptItem, Course, Curriculum, Lesson
from learnconnect_app.services.beginnings import begin
from learnconnect_app.services.draws import Asked, draw_parts
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.grading import AskedItem
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_tests import new_study_test, tested_plan


@dataclass(frozen=True, slots=True)
class _Part:
    """What a section asks from one course."""

    section: str
    asked: Asked


def start_mock(
    session: Session, *, user_id: UUID, test_key: str, is_whole: bool, now: datetime
) -> UUID:
    """The running mock of a sitting, or a new one: the whole of it, or the sections that count
    for the learner's score. The time is that of the sitting, as in the exam.

    Sections without content are left out. ``NotFound`` for a sitting that the exam does not have;
    ``DomainError`` plan_paused, another_test_running or not_enough_items.
    """
    locked_user(session, user_id)
    plan = tested_plan(session, user_id)
    curriculum = session.get_one(Curriculum, plan.curriculum_key)
    exam = exam_of(curriculum)
    sitting = sitting_of(exam, test_key)
    sections = sitting.sections if is_whole else sections_that_count(exam, sitting, plan.score_key)
    attempt = new_study_test(session, plan, AttemptKind.MOCK, now, test_key=test_key)
    parts = _parts(session, curriculum, sections, _options(curriculum, test_key))

    def draw() -> list[AttemptItem]:
        drawn = draw_parts(session, attempt, [part.asked for part in parts])
        attempt.result = {"parts": _counted(parts, drawn)}
        items = [item for part in drawn for item in part]
        if not items:
            raise DomainError("not_enough_items")
        return items

    return begin(session, attempt, draw, now=now, minutes=sitting.minutes)


def note_nets(attempt: Attempt, asked: Sequence[AskedItem]) -> None:
    """Keep how each part of a graded mock went, beside its result."""
    left = iter(asked)
    parts = [
        {**part, **_right_and_wrong(list(islice(left, part["items"])))}
        for part in attempt.result["parts"]
    ]
    attempt.result = {**attempt.result, "parts": parts}


def part_scores(attempt: Attempt) -> list[PartScore]:
    """How the parts of a submitted mock went, in the order of the exam."""
    return [PartScore(**part) for part in attempt.result.get("parts", ())]


def section_starts(attempt: Attempt) -> dict[int, str]:
    """Position of the first item of each section of a mock."""
    starts: dict[int, str] = {}
    position, last = 0, ""
    for part in attempt.result.get("parts", ()):
        if part["section"] != last:
            starts[position] = last = part["section"]
        position += part["items"]
    return starts


def sitting_of(exam: Exam, test_key: str) -> ExamTest:
    found = next((test for test in exam.tests if test.key == test_key), None)
    if found is None:
        raise NotFound
    return found


def sections_that_count(exam: Exam, sitting: ExamTest, score_key: str) -> tuple[Section, ...]:
    """Sections that give something to a score, by themselves or through one of their courses."""
    given = exam.scores.get(score_key, {})
    return tuple(
        section
        for section in sitting.sections
        if section.key in given or any(course in given for course in section.courses)
    )


def titles_of(curriculum: Curriculum) -> dict[str, Any]:
    """Titles of an exam's sittings, sections and score types, by their keys."""
    exam = curriculum.exam or {}
    tests = exam.get("tests", ())
    sections = [section for test in tests for section in test["sections"]]
    return {each["key"]: each["title"] for each in (*tests, *sections, *exam.get("scores", ()))}


def _options(curriculum: Curriculum, test_key: str) -> int:
    """How many options an item of a sitting has."""
    tests = (curriculum.exam or {})["tests"]
    return int(next(test["options"] for test in tests if test["key"] == test_key))


def _parts(
    session: Session, curriculum: Curriculum, sections: Sequence[Section], options: int
) -> list[_Part]:
    """As in the exam; fewer items where the content has fewer."""
    topics = _topics(session, curriculum.key)
    return [
        _Part(section.key, Asked(weights, dict.fromkeys(weights, course), count, 0, options))
        for section in sections
        for course, count in section.courses.items()
        if (weights := topics.get(course, {}))
    ]


def _topics(session: Session, curriculum_key: str) -> dict[str, dict[str, float]]:
    """Topics of each course with the items of the exam they are expected to have."""
    rows = session.exec(
        select(Lesson.course_key, Lesson.topic_key, Lesson.exam_items)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum_key)
        .order_by(col(Course.position), col(Lesson.position))
    )
    found: dict[str, dict[str, float]] = {}
    for course, topic, items in rows:
        found.setdefault(course, {})[topic] = items or 1.0
    return found


def _counted(
    parts: Sequence[_Part], drawn: Sequence[Sequence[AttemptItem]]
) -> list[dict[str, Any]]:
    """The parts that have items, with how many."""
    return [
        {"section": part.section, "course": items[0].course_key, "items": len(items)}
        for part, items in zip(parts, drawn, strict=True)
        if items
    ]


def _right_and_wrong(asked: Sequence[AskedItem]) -> Mapping[str, int]:
    right = sum(each.is_right for each in asked)
    return {"right": right, "wrong": sum(each.is_answered for each in asked) - right}
