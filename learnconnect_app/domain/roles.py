"""Which other roles fit what a learner has already proven."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import fsum

COVERED_FROM = 0.7
"""Proven share from which a skill counts as covered: that of a passed test."""


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """The skills a role asks for, with their weights (at least 0, of any sum)."""

    key: str
    skills: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class RoleFit:
    """How well a role fits, 0..1, and its skills that are proven or not, weightiest first."""

    key: str
    fit: float
    covered: tuple[str, ...]
    missing: tuple[str, ...]


def best_fitting(
    roles: Iterable[RoleProfile],
    proven: Mapping[str, float],
    exclude: Collection[str],
    most: int = 3,
) -> tuple[RoleFit, ...]:
    """The best fitting roles, best first, without those in ``exclude``.

    Fit = sum(weight x proven) / sum(weight) over the skills of the role, ``proven`` being 0..1
    and 0 for a skill never shown. A role that shares nothing is left out, so there may be fewer
    than ``most``. Ties: more covered skills, then the key.
    """
    fits = [_fit(role, proven) for role in roles if role.key not in exclude]
    fits = [fit for fit in fits if fit.fit > 0]
    return tuple(sorted(fits, key=lambda fit: (-fit.fit, -len(fit.covered), fit.key))[:most])


def _fit(role: RoleProfile, proven: Mapping[str, float]) -> RoleFit:
    weight = fsum(role.skills.values())
    gained = fsum(share * proven.get(skill, 0.0) for skill, share in role.skills.items())
    by_weight = sorted(role.skills, key=lambda skill: (-role.skills[skill], skill))
    covered = tuple(skill for skill in by_weight if proven.get(skill, 0.0) >= COVERED_FROM)
    missing = tuple(skill for skill in by_weight if skill not in covered)
    return RoleFit(role.key, gained / weight if weight else 0.0, covered, missing)
