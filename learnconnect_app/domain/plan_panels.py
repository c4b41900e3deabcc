"""What stands below the calendar: whether time suffices, what changed and why, what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from learnconnect_app.domain.change_views import ChangeView
from learnconnect_app.domain.outlook_views import CushionView


@dataclass(frozen=True)
class LeftOutTopic:
    """A topic without sessions."""

    key: str
    title: str
    course: str
    icon: str
    color: str
    why: str
    """A `study_problems.Without`, or excluded: the learner took it out."""


@dataclass(frozen=True)
class MoveView:
    """What a proposal would do with a session."""

    title: str
    before: str
    after: str
    """ISO days; empty where there is none."""


@dataclass(frozen=True)
class PlanPanels:
    is_known: bool = False
    cushion: CushionView = field(default_factory=CushionView)
    changes: tuple[ChangeView, ...] = ()
    proposal: str = ""
    """Id of the change that waits for an answer."""
    proposed_moves: tuple[MoveView, ...] = ()
    left_out: tuple[LeftOutTopic, ...] = ()
    """The first few of ``left_out_count``."""
    left_out_count: int = 0
