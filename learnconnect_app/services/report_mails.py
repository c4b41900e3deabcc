"""What the mail of a weekly report says, in the shape that `services.mail_reports` reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from learnconnect_app.domain.report_views import Sentence
from learnconnect_app.domain.weekly_reports import went_well
from learnconnect_app.locales import message
from learnconnect_app.models import Course, WeeklyReport
from learnconnect_app.services.report_words import (
    courses_in,
    courses_of,
    figures_in,
    sentence,
    words,
)
from learnconnect_app.services.spoken_values import spoken


def report_params(
    session: Session, *, user_id: UUID, week: date, locale: str
) -> dict[str, Any] | None:
    """Of the report of a Monday; None when it was not made yet. Two queries.

    {minutes, sessions, minutes_before, sessions_before, score, well, suggestions}: of the week
    before and of the score None where there is none; the last two are sentences. A week with days
    away is compared with none: it would only look like less.
    """
    report = session.exec(
        select(WeeklyReport).where(WeeklyReport.user_id == user_id, WeeklyReport.week == week)
    ).first()
    if report is None:
        return None
    figures = figures_in(report)
    courses = courses_of(session, courses_in(figures, report.suggestions))
    well = (sentence(each, courses, locale) for each in went_well(figures))
    before = None if figures.totals.away_days else figures.before
    return {
        "minutes": figures.totals.minutes,
        "sessions": figures.totals.sessions,
        "minutes_before": before.minutes if before else None,
        "sessions_before": before.sessions if before else None,
        "score": figures.score.value if figures.score else None,
        "well": [_text("said", each, locale) for each in well],
        "suggestions": [_offer(kept, courses, locale) for kept in report.suggestions],
    }


def _offer(kept: Mapping[str, Any], courses: Mapping[str, Course], locale: str) -> str:
    """What it would change, and why."""
    offer = Sentence(kept["code"], words(kept["values"], courses, locale))
    return f"{_text('offer', offer, locale)}. {_text('why', offer, locale)}"


def _text(kind: str, said: Sentence, locale: str) -> str:
    return message(locale, f"reports.{kind}.{said.code}", **spoken(said.params, locale))
