"""Tests: an attempt, its items with the learner's answers, and the diagnosis of a failed week."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, optional_json, owned_by, primary_key


class Attempt(SQLModel, table=True):
    __table_args__ = (
        # one running test of a kind: two clicks or two tabs get the same one
        Index(
            "uq_attempt_one_running",
            "user_id",
            "curriculum_key",
            "kind",
            unique=True,
            sqlite_where=text("status = 'running'"),
            postgresql_where=text("status = 'running'"),
        ),
        CheckConstraint("status in ('running', 'submitted')", name="status"),
        CheckConstraint(
            "kind in ('initial', 'weekly', 'final', 'retest', 'placement', 'quiz', 'practice', "
            "'practice_test', 'mock')",
            name="kind",
        ),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    curriculum_key: str = owned_by("curriculum.key")
    kind: str = Field(max_length=16)
    plan_id: UUID | None = owned_by("personalized_plan.id", nullable=True)
    """Empty for an initial assessment until its plan is made."""
    weekly_plan_id: UUID | None = owned_by("weekly_plan.id", nullable=True)
    study_plan_id: UUID | None = owned_by("study_plan.id", nullable=True)
    """Of the tests of a study plan: placement, quiz, practice, practice_test and mock."""
    module_key: str | None = owned_by("module.key", nullable=True)
    """Of a quiz."""
    topic_key: str | None = owned_by("topic.key", nullable=True)
    """Of practice."""
    test_key: str = Field(default="", max_length=60)
    """Of a mock: which sitting of the exam."""
    number: int = 1
    """1 for the first attempt at this test, 2 for the re-test..."""
    target_step: int = 0
    status: str = Field(default="running", max_length=10)
    started_at: datetime = at()
    deadline_at: datetime = at(index=True)
    submitted_at: datetime | None = at(nullable=True)
    correct: int | None = None
    total: int | None = None
    is_passed: bool | None = None
    result: dict[str, Any] = json_column()
    """As `domain.attempts.Result`, once submitted; of a final or re-test also ``readiness``.
    From the beginning: ``score`` of a placement, ``parts`` of a mock."""


class AttemptItem(SQLModel, table=True):
    __tablename__ = "attempt_item"
    __table_args__ = (UniqueConstraint("attempt_id", "position"),)

    id: UUID = primary_key()
    attempt_id: UUID = owned_by("attempt.id")
    position: int
    """From 0."""
    variant_id: UUID = owned_by("item_variant.id")
    topic_key: str = owned_by("topic.key")
    course_key: str = Field(max_length=60)
    difficulty: float
    """1-5: as calibrated when it was drawn."""
    expected_seconds: int
    order: list[int] = json_column(list)
    """What of the author's stands at each place: options, lines or partners."""
    answer: Any = optional_json()
    """What was answered, as `domain.responses` keeps it; empty until then."""
    possible_answers: int = 4
    """Of how many answers one is right, for the chance of guessing."""
    seconds: float = 0
    """Time spent on it, over all visits."""
    shown_at: datetime | None = at(nullable=True)
    answered_at: datetime | None = at(nullable=True)
    is_correct: bool | None = None
    """Empty until the attempt is submitted."""


class WeakTopicDiagnosis(SQLModel, table=True):
    __tablename__ = "weak_topic_diagnosis"

    id: UUID = primary_key()
    attempt_id: UUID = Field(sa_column_args=owned_by("attempt.id").sa_column_args, unique=True)
    weekly_plan_id: UUID = owned_by("weekly_plan.id")
    severity: str = Field(max_length=10)
    extra_days: int
    topics: list[dict[str, Any]] = json_column(list)
    """[{topic, correct, total}], weakest first"""
    created_at: datetime = at()
