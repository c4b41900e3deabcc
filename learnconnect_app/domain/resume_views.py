"""What the resume page shows, worded in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RoleOption:
    key: str
    title: str
    has_plan: bool
    """Whether the learner has a plan for it."""


@dataclass(frozen=True)
class ScoreView:
    id: str = ""
    """Empty: there is none."""
    score: int = 0
    exact: float = 0.0
    """The same with one decimal: what a percentage is of."""
    at_ms: int = 0
    language: str = ""
    is_kept: bool = False
    """Whether the text was kept."""


@dataclass(frozen=True)
class ResumeSkill:
    """A skill the role asks for, with its points of 100 before and after."""

    title: str
    before: int
    after: int
    latest: int
    mention: int
    evidence: int
    impact: int
    advice: str
    """What would raise it: name, evidence, more, impact, or empty when nothing would."""
    lines: tuple[str, ...]
    """What the latest score rests on."""


@dataclass(frozen=True)
class ResumeView:
    roles: tuple[RoleOption, ...] = ()
    role: str = ""
    role_title: str = ""
    before: ScoreView = ScoreView()
    after: ScoreView = ScoreView()
    change: str = ""
    """stronger, weaker, same, from_zero; empty: there is nothing to compare."""
    change_percent: int = 0
    next_stage: str = "before"
    """What the next reading is offered as."""
    skills: tuple[ResumeSkill, ...] = ()
    """The weightiest first."""
    suggested: tuple[str, ...] = ()
    """Lines for what is proven here and not in the resume, in the resume's language."""
