"""Curriculum → course → lesson, a lesson being a topic's place in a curriculum.

Rows are loaded from the built-in content and named by its keys. Texts are dictionaries from
language to text.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import json_column, optional_json, owned_by, primary_key


class Curriculum(SQLModel, table=True):
    key: str = Field(primary_key=True, max_length=60)
    kind: str = Field(max_length=10)
    """role, language or exam"""
    position: int = 0
    icon: str = Field(max_length=40)
    title: dict[str, str] = json_column()
    tagline: dict[str, str] = json_column()
    leads_to: dict[str, str] = json_column()
    skills: dict[str, float] = json_column()
    """Weight of each skill."""
    languages: list[str] = json_column(list)
    exam: dict[str, Any] | None = optional_json()
    """As `content.exams.Exam`; only of an exam."""
    is_retired: bool = False


class Skill(SQLModel, table=True):
    key: str = Field(primary_key=True, max_length=60)
    title: dict[str, str] = json_column()


class Course(SQLModel, table=True):
    """A subject of an exam, or the skill block of one week of a track."""

    key: str = Field(primary_key=True, max_length=60)
    curriculum_key: str = owned_by("curriculum.key")
    position: int
    icon: str = Field(max_length=40)
    title: dict[str, str] = json_column()
    description: dict[str, str] = json_column()


class Topic(SQLModel, table=True):
    key: str = Field(primary_key=True, max_length=60)
    skill_key: str | None = owned_by("skill.key", nullable=True)
    """Empty for a topic of an exam alone."""
    title: dict[str, str] = json_column()
    description: dict[str, str] = json_column()
    summary: dict[str, str] = json_column()
    """Markdown."""
    minutes: int
    requires: list[str] = json_column(list)


class Module(SQLModel, table=True):
    """A unit of a course of an exam."""

    key: str = Field(primary_key=True, max_length=60)
    course_key: str = owned_by("course.key")
    position: int
    title: dict[str, str] = json_column()


class Lesson(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("course_key", "topic_key"),)

    id: UUID = primary_key()
    course_key: str = owned_by("course.key")
    topic_key: str = owned_by("topic.key")
    module_key: str | None = owned_by("module.key", nullable=True)
    position: int
    exam_items: float | None = None
    """How many items of the exam it is expected to have."""


class Resource(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("topic_key", "url"),)

    id: UUID = primary_key()
    topic_key: str = owned_by("topic.key")
    position: int
    kind: str = Field(max_length=10)
    title: str
    url: str
    language: str = Field(max_length=2)
    minutes: int
    is_retired: bool = False


class RoleProfile(SQLModel, table=True):
    """What a role asks for: weights of skills. A role may have no track of its own yet."""

    __tablename__ = "role_profile"

    key: str = Field(primary_key=True, max_length=60)
    title: dict[str, str] = json_column()
    description: dict[str, str] = json_column()
    icon: str = Field(max_length=40)
    skills: dict[str, float] = json_column()
