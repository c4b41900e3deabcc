"""Reads all built-in content once and hands it out."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from learnconnect_app.content import generators
from learnconnect_app.content.schema import Curriculum, RoleCatalogue, RoleProfile, Text, Topic
from learnconnect_app.content.templates import Template, registered

HERE = Path(__file__).parent
Model = TypeVar("Model", Curriculum, Topic)
Content = TypeVar("Content", Curriculum, Topic, RoleCatalogue)


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


@cache
def library() -> Library:
    """All built-in content. Raises ``ContentError`` on a file that breaks the schema."""
    for module in pkgutil.walk_packages(generators.__path__, generators.__name__ + "."):
        importlib.import_module(module.name)
    curricula = _read(HERE / "curricula", Curriculum)
    catalogue = _parse(HERE / "roles.yaml", RoleCatalogue)
    taught = [skill for curriculum in curricula for skill in curriculum.skills]
    return Library(
        curricula={c.key: c for c in curricula},
        topics={t.key: t for t in _read(HERE / "topics", Topic)},
        templates=registered(),
        roles={role.key: role for role in catalogue.roles},
        skills={skill.key: skill.title for skill in (*catalogue.skills, *taught)},
    )


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
