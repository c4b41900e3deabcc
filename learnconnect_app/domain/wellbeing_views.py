"""What the wellbeing page shows, worded in the learner's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LineView:
    """A line to take along, ours or of someone."""

    text: str = ""
    author: str = ""
    source: str = ""


@dataclass(frozen=True)
class FeelingDay:
    """A day of the strip of moods."""

    day: str
    mood: str = ""
    """The last one said; empty when none was."""


@dataclass(frozen=True)
class GuideRow:
    key: str
    title: str


@dataclass(frozen=True)
class GuideGroup:
    subject: str
    guides: tuple[GuideRow, ...]


@dataclass(frozen=True)
class SourceView:
    title: str
    url: str


@dataclass(frozen=True)
class GuideView:
    key: str = ""
    title: str = ""
    html: str = ""
    talk_to_someone: str = ""
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True)
class StoryView:
    number: int = 0
    title: str = ""
    html: str = ""


@dataclass(frozen=True)
class TalkView:
    title: str
    speaker: str
    about: str
    url: str
    minutes: int
    language: str


@dataclass(frozen=True)
class WellbeingView:
    mood: str = ""
    """What was said today, on this page or of a session; empty: nothing yet."""
    is_low: bool = False
    line: LineView = LineView()
    days: tuple[FeelingDay, ...] = ()
    """The last four weeks, today last; empty until a mood was said."""
    trend: str = "unknown"
    """One of `domain.wellbeing.Trend`."""
    is_help_offered: bool = False
    groups: tuple[GuideGroup, ...] = ()
    guide: GuideView = GuideView()
    """The one that is open."""
    story: StoryView = StoryView()
    talks: tuple[TalkView, ...] = ()
