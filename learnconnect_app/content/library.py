"""Reads all built-in content once and hands it out."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from learnconnect_app.content import generators
from learnconnect_app.content.schema import (
    Course,
    Curriculum,
    RoleCatalogue,
    RoleProfile,
    SkillCatalogue,
    Topic,
)
from learnconnect_app.content.templates import Template, registered
from learnconnect_app.content.texts import Text

HERE = Path(__file__).parent
Model = TypeVar("Model", Course, Curriculum, Topic)
Content = TypeVar("Content", Course, Curriculum, Topic, RoleCatalogue, SkillCatalogue)


class ContentError(ValueError):
    """A content file that cannot be read. The message names the file."""


@dataclass(frozen=True)
class Library:
    curricula: dict[str, Curriculum]
    topics: dict[str, Topic]
    templates: dict[str, Template]
    roles: dict[str, RoleProfile] = field(default_factory=dict)
    skills: dict[str, Text] = field(default_factory=dict)
    """Titles of all skills that a curriculum teaches or a role asks for."""

    @property
    def offered(self) -> list[Curriculum]:
        """The curricula that are no drafts, in the order in which they are offered."""
        finished = [each for each in self.curricula.values() if not each.draft]
        return sorted(finished, key=lambda each: (each.place, each.key))


@cache
def library() -> Library:
    """All built-in content. Raises ``ContentError`` on a file that breaks the schema."""
    for module in pkgutil.walk_packages(generators.__path__, generators.__name__ + "."):
        importlib.import_module(module.name)
    courses = {course.key: course for course in _read(HERE / "courses", Course)}
    curricula = [_in_full(each, courses) for each in _read(HERE / "curricula", Curriculum)]
    others = _parse(HERE / "roles.yaml", RoleCatalogue).roles
    return Library(
        curricula={c.key: c for c in curricula},
        topics={t.key: t for t in _read(HERE / "topics", Topic)},
        templates=registered(),
        roles={role.key: role for role in (*_roles_of(curricula), *others)},
        skills=dict(_parse(HERE / "skills.yaml", SkillCatalogue).skills),
    )


def _in_full(curriculum: Curriculum, courses: dict[str, Course]) -> Curriculum:
    """With its courses in place of their names; one that is not written yet is left out."""
    found = [courses.get(each) if isinstance(each, str) else each for each in curriculum.courses]
    return curriculum.model_copy(update={"courses": tuple(each for each in found if each)})


def _roles_of(curricula: Iterable[Curriculum]) -> list[RoleProfile]:
    """A track of kind role is what that role asks for."""
    return [
        RoleProfile(
            key=each.key,
            title=each.title,
            description=each.tagline,
            icon=each.icon,
            skills=each.skills,
        )
        for each in curricula
        if each.kind == "role"
    ]


def _read(folder: Path, model: type[Model]) -> list[Model]:
    return [read_file(path, model) for path in sorted(folder.rglob("*.yaml"))]


def read_file(path: Path, model: type[Model]) -> Model:
    found = _parse(path, model)
    if found.key != path.stem:
        raise ContentError(f"{path.name}: the key is {found.key}, the file must have its name")
    return found


def _parse(path: Path, model: type[Content]) -> Content:
    try:
        return model.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        raise ContentError(f"{path.name}: {error}") from error
