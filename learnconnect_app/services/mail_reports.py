"""The weekly report as a part of its mail: a few figures, what went well, what could change.

It comes in the row's ``params["report"]``, because a mail says what was true when it was written:
``minutes``, ``sessions``, the same of the week before (``minutes_before``, ``sessions_before``;
missing or None in a first week), ``score`` (0-100 or None), and ``well`` and ``suggestions``,
sentences in the language of the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from learnconnect_app.locales import message
from learnconnect_app.services.spoken_values import spoken

MOST_WELL, MOST_SUGGESTIONS = 3, 3


@dataclass(frozen=True)
class Score:
    label: str
    text: str
    value: int


@dataclass(frozen=True)
class ReportPart:
    time: tuple[str, str, str]
    """What it is, how much, and how that was the week before."""
    sessions: tuple[str, str, str]
    score: Score | None
    well_title: str
    well: tuple[str, ...]
    suggestions_title: str
    suggestions: tuple[str, ...]


def report_part(report: Mapping[str, Any], locale: str) -> ReportPart:
    """Raises KeyError when the row does not bring the figures."""
    words = _Words(locale)
    minutes, sessions, score = report["minutes"], report["sessions"], report.get("score")
    time_before = words.against(minutes, report.get("minutes_before"), words.duration)
    sessions_before = words.against(sessions, report.get("sessions_before"), words.count)
    return ReportPart(
        time=(words.said("time"), words.duration(minutes), time_before),
        sessions=(words.said("sessions"), words.count(sessions), sessions_before),
        score=None
        if score is None
        else Score(words.said("score"), words.said("of_100", score=score), score),
        well_title=words.said("well"),
        well=tuple(report.get("well", ()))[:MOST_WELL],
        suggestions_title=words.said("suggestions"),
        suggestions=tuple(report.get("suggestions", ()))[:MOST_SUGGESTIONS],
    )


@dataclass(frozen=True)
class _Words:
    locale: str

    def said(self, key: str, **values: object) -> str:
        return message(self.locale, f"mail.report.{key}", **spoken(values, self.locale))

    def count(self, number: int) -> str:
        return str(spoken({"n": number}, self.locale)["n"])

    def duration(self, minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.said("minutes", m=rest)
        return self.said("hours_minutes", h=hours, m=rest) if rest else self.said("hours", h=hours)

    def against(self, now: int, before: int | None, written: Callable[[int], str]) -> str:
        """How much more or less than the week before; nothing when there was none."""
        if before is None:
            return ""
        if now == before:
            return self.said("same")
        return self.said("more" if now > before else "less", amount=written(abs(now - before)))
