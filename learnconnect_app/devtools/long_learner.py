"""A learner with a long past, written in bulk: for tests and measurements of what reads all of it.

Straight into the tables, in a handful of statements: days of study with their sessions as finishing
them leaves them, tests with their answers, and what is believed of each topic. The same arguments
give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Insert, insert
from sqlmodel import Session, SQLModel, col, select

from learnconnect_app.domain.mastery import to_json
from learnconnect_app.domain.ratings import LearnerState, TopicState
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    Course,
    DailyActivity,
    Item,
    ItemVariant,
    LearnerMastery,
    Lesson,
    LessonProgress,
    StudyPlan,
    StudySession,
    TopicMastery,
    User,
)

EXAM, SCORE = "yks", "say"
SESSIONS_A_DAY, SESSION_MINUTES = 4, 40
ANSWERS_A_TEST = 20
REST_EVERY = 7
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Past:
    """How long and how busy."""

    days: int = 365
    answers: int = 200_000
    seed: int = 1


def a_long_learner(session: Session, past: Past, *, now: datetime) -> UUID:
    """The id of a new learner in Istanbul whose last study day with work is the day of ``now``."""
    user = User(
        email=f"{uuid4().hex}@example.org",
        password_hash="not a hash",
        display_name="Ada",
        locale="tr",
        timezone="Europe/Istanbul",
        created_at=now - timedelta(past.days),
    )
    session.add(user)
    session.flush()
    writer = _Writer(session, user, past, now)
    writer.write()
    return user.id


class _Writer:
    def __init__(self, session: Session, user: User, past: Past, now: datetime) -> None:
        self.session, self.user, self.past, self.now = session, user, past, now
        self.random = Random(past.seed)
        self.plan = StudyPlan(
            user_id=user.id,
            curriculum_key=EXAM,
            status="active",
            score_key=SCORE,
            exam_day=now.date() + timedelta(100),
            weekday_minutes=[160] * 7,
            planned_day=now.date(),
            settled_day=now.date(),
            adapted_day=now.date(),
            level="beginner",
            created_at=now - timedelta(past.days),
            activated_at=now - timedelta(past.days),
        )
        self.lessons = session.exec(
            select(Lesson)
            .join(Course, col(Course.key) == Lesson.course_key)
            .where(Course.curriculum_key == EXAM)
            .order_by(col(Course.position), col(Lesson.position))
        ).all()

    def write(self) -> None:
        self.session.add(self.plan)
        self.session.flush()
        days = [self.now.date() - timedelta(n) for n in range(self.past.days)]
        worked = [day for n, day in enumerate(days) if (n + 1) % REST_EVERY][::-1]
        self._bulk(DailyActivity, (self._activity(day) for day in worked))
        self._bulk(StudySession, self._sessions(worked))
        self._tests(worked)
        self._bulk(LessonProgress, (self._progress(n) for n in range(len(self.lessons))))
        self._bulk(TopicMastery, (self._mastery(n) for n in range(len(self.lessons))))
        own = {"user_id": self.user.id, "state": to_json(LearnerState()), "updated_at": self.now}
        self._bulk(LearnerMastery, [own])

    def _activity(self, day: date) -> dict[str, Any]:
        return {
            "id": uuid4(),
            "user_id": self.user.id,
            "day": day,
            "kind": "active",
            "minutes": SESSIONS_A_DAY * SESSION_MINUTES,
            "tasks_completed": SESSIONS_A_DAY,
            "tests_submitted": 0,
        }

    def _sessions(self, days: Sequence[date]) -> Iterator[dict[str, Any]]:
        for number, day in enumerate(days):
            for position in range(SESSIONS_A_DAY):
                yield self._session(day, position, number * SESSIONS_A_DAY + position)

    def _session(self, day: date, position: int, number: int) -> dict[str, Any]:
        lesson = self.lessons[number * 7 % len(self.lessons)]
        kind = "review" if position >= SESSIONS_A_DAY // 2 else "new"
        ended = datetime(day.year, day.month, day.day, 14 + position, tzinfo=UTC)
        before = {"mastery": 0.3, "stability": 8.0, "studied_day": str(day - timedelta(6))}
        return {
            "id": uuid4(),
            "plan_id": self.plan.id,
            "user_id": self.user.id,
            "day": day,
            "position": position,
            "kind": kind,
            "topic_key": lesson.topic_key,
            "course_key": lesson.course_key,
            "minutes": SESSION_MINUTES,
            "aimed_minutes": SESSION_MINUTES,
            "reason": {},
            "status": "done",
            "percent": 100,
            "spent_seconds": SESSION_MINUTES * 60,
            "recall": self.random.choice(("good", "good", "easy", "hard", "forgotten"))
            if kind == "review"
            else "",
            "mood": "focused",
            "started_at": ended - timedelta(minutes=SESSION_MINUTES),
            "ended_at": ended,
            "done_day": day,
            "undo": {
                "minutes": SESSION_MINUTES,
                "before": before,
                "after": {**before, "mastery": 0.5, "studied_day": str(day)},
            },
        }

    def _tests(self, days: Sequence[date]) -> None:
        """Practice of twenty answers each, spread over the days."""
        count = self.past.answers // ANSWERS_A_TEST
        tests = [self._test(days[n * len(days) // count], n) for n in range(count)]
        variants = self._variants()
        self._bulk(Attempt, tests)
        self._bulk(AttemptItem, self._answers(tests, variants))

    def _test(self, day: date, number: int) -> dict[str, Any]:
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(seconds=number % 900)
        return {
            "id": uuid4(),
            "user_id": self.user.id,
            "curriculum_key": EXAM,
            "kind": "practice",
            "study_plan_id": self.plan.id,
            "topic_key": self.lessons[number % len(self.lessons)].topic_key,
            "status": "submitted",
            "started_at": at,
            "deadline_at": at + timedelta(hours=1),
            "submitted_at": at + timedelta(minutes=20),
            "correct": 13,
            "total": ANSWERS_A_TEST,
            "result": {},
        }

    def _answers(
        self, tests: Sequence[dict[str, Any]], variants: Sequence[UUID]
    ) -> Iterator[dict[str, Any]]:
        course = {lesson.topic_key: lesson.course_key for lesson in self.lessons}
        for test in tests:
            for position in range(ANSWERS_A_TEST):
                difficulty = self.random.uniform(1, 5)
                yield {
                    "id": uuid4(),
                    "attempt_id": test["id"],
                    "position": position,
                    "variant_id": variants[position % len(variants)],
                    "topic_key": test["topic_key"],
                    "course_key": course[test["topic_key"]],
                    "difficulty": difficulty,
                    "expected_seconds": 90,
                    "order": [0, 1, 2, 3],
                    "answer": [0],
                    "seconds": self.random.uniform(30, 160),
                    "shown_at": test["started_at"],
                    "answered_at": test["submitted_at"],
                    "is_correct": self.random.random() > difficulty / 7,
                }

    def _variants(self) -> list[UUID]:
        """Of any items: what was asked is not looked at."""
        items = self.session.exec(select(Item).limit(ANSWERS_A_TEST)).all()
        rows = [
            ItemVariant(item_key=item.key, version=0, seed=self.user.id.int % 2**30, question={})
            for item in items
        ]
        self.session.add_all(rows)
        self.session.flush()
        return [row.id for row in rows]

    def _progress(self, number: int) -> dict[str, Any]:
        return {
            "user_id": self.user.id,
            "topic_key": self.lessons[number].topic_key,
            "mastery": self.random.uniform(0.1, 0.97),
            "stability": self.random.uniform(5, 90),
            "studied_day": self.now.date() - timedelta(self.random.randrange(60)),
            "learned_depth": float(number % 3 > 0),
            "updated_at": self.now,
        }

    def _mastery(self, number: int) -> dict[str, Any]:
        return {
            "user_id": self.user.id,
            "topic_key": self.lessons[number].topic_key,
            "state": to_json(TopicState()),
            "updated_at": self.now,
        }

    def _bulk(self, table: type[SQLModel], rows: Sequence[dict[str, Any]] | Iterator[Any]) -> None:
        statement: Insert = insert(table)
        batch: list[dict[str, Any]] = []
        for row in rows:
            batch.append(row)
            if len(batch) == BATCH:
                self.session.execute(statement, batch)
                batch = []
        if batch:
            self.session.execute(statement, batch)
