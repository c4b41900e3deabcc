"""What `/mentor` and a visitor of shared progress may see. A part that is not shown is ``None``."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from learnconnect_app.domain.progress_views import Told

# ---- what a visitor sees ----------------------------------------------------------------------


@dataclass(frozen=True)
class SharedItem:
    title: str
    minutes: int
    is_done: bool
    is_test: bool = False
    """A practice test, which is called by its kind."""


@dataclass(frozen=True)
class SharedDay:
    day: str
    planned: tuple[SharedItem, ...]


@dataclass(frozen=True)
class SharedGoal:
    """A plan that is followed."""

    title: str
    exam_day: str = ""
    """ISO; empty without an exam."""
    days_left: int = 0
    done: int = 0
    total: int = 0
    """Days of a skill plan; 0 of a study plan."""


@dataclass(frozen=True)
class SharedPlan:
    goals: tuple[SharedGoal, ...]
    week: tuple[SharedDay, ...]
    """Seven days, Monday first."""


@dataclass(frozen=True)
class SharedMinutes:
    days: tuple[tuple[str, int], ...]
    """Each ISO day with its minutes, the oldest first."""
    total: int
    active: int
    """Days with work."""


@dataclass(frozen=True)
class SharedTopic:
    title: str
    percent: int
    word: str
    """weak, growing, solid or strong"""


@dataclass(frozen=True)
class SharedCourse:
    title: str
    icon: str
    color: str
    percent: int
    mastered: int
    total: int
    topics: tuple[SharedTopic, ...]
    """Those that may be named, weak first."""


@dataclass(frozen=True)
class SharedStreak:
    current: int
    longest: int
    days: tuple[tuple[str, str], ...]
    """Each ISO day with its kind (`streaks.DayKind`); empty: nothing is known of it."""


@dataclass(frozen=True)
class SharedNote:
    day: str
    title: str
    text: str


@dataclass(frozen=True)
class SharedProgress:
    name: str
    since: str
    day: str
    """First and last day of the period, ISO; the last is today."""
    sentence: Told
    """Words of ``shared.sentence``."""
    until: str = ""
    """The day on which a link ends; empty where nothing ends by itself."""
    plan: SharedPlan | None = None
    minutes: SharedMinutes | None = None
    mastery: tuple[SharedCourse, ...] | None = None
    streak: SharedStreak | None = None
    notes: tuple[SharedNote, ...] | None = None

    def told(self) -> dict[str, Any]:
        """As JSON values; of a part that is not shown there is not even the name."""
        return {name: value for name, value in asdict(self).items() if value is not None}


# ---- what the learner sees --------------------------------------------------------------------


@dataclass(frozen=True)
class LinkView:
    id: str
    label: str
    shows: tuple[str, ...]
    state: str
    """live, revoked or expired"""
    until: str
    """ISO day on which it ends or has ended."""
    visits: int = 0


@dataclass(frozen=True)
class MentorView:
    """Someone invited by the learner."""

    id: str
    email: str
    """As the learner wrote it."""
    name: str
    """Of the account that accepted; empty before."""
    shows: tuple[str, ...]
    state: str
    """invited, accepted, ended or expired"""
    day: str
    """ISO day: of the acceptance, else on which the invitation ends or has ended."""
    visits: int = 0


@dataclass(frozen=True)
class VisitView:
    who: str
    is_link: bool
    day: str
    """ISO, and the time of day, by the learner's clock."""
    time: str
    is_report: bool = False
    """Whether a report was taken away."""


@dataclass(frozen=True)
class LearnerRow:
    """A learner who has invited the caller."""

    id: str
    """Of the mentorship."""
    name: str
    shows: tuple[str, ...]
    since: str


@dataclass(frozen=True)
class SharingView:
    links: tuple[LinkView, ...] = ()
    ended_links: tuple[LinkView, ...] = ()
    mentors: tuple[MentorView, ...] = ()
    ended_mentors: tuple[MentorView, ...] = ()
    visits: tuple[VisitView, ...] = ()
    learners: tuple[LearnerRow, ...] = ()
    offered: tuple[str, ...] = ()
    """Parts that can be shown: no streak for whom it is switched off."""
    is_confirmed: bool = False
    """Whether the learner's own address is; only then mail goes to others for them."""
    is_full: bool = False
    """Whether no link can be added."""


@dataclass(frozen=True)
class InvitationView:
    """What whoever follows an invitation is asked."""

    state: str = "gone"
    """open, own (the learner's own), accepted (by the caller) or gone"""
    name: str = ""
    shows: tuple[str, ...] = ()
    mentorship_id: str = ""
    """Of an accepted one."""


@dataclass(frozen=True)
class MenteeView:
    """The head of a mentor's page of a learner; what is shown of them comes by HTTP."""

    id: str = ""
    name: str = ""
