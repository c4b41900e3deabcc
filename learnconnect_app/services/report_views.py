"""Reads what `/reports` shows: a kept report, or a week or month as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.report_figures import Figures
from learnconnect_app.domain.report_suggestions import Suggestion, fits
from learnconnect_app.domain.report_views import (
    EarlierReport,
    ReportOffer,
    ReportView,
)
from learnconnect_app.domain.study_days import ONE_DAY, study_day, week_of
from learnconnect_app.models import Course, WeeklyReport
from learnconnect_app.services.report_figures import figures_of
from learnconnect_app.services.report_records import WEEK, Span, month_of, records_of, span_before
from learnconnect_app.services.report_shown import shown
from learnconnect_app.services.report_standings import Settings, settings_of
from learnconnect_app.services.report_suggestions import (
    is_applied,
    is_undone,
    owns,
    undone_changes,
)
from learnconnect_app.services.report_words import (
    courses_in,
    courses_of,
    duration,
    figures_in,
    words,
)
from learnconnect_app.services.weekly_reports import SEEN

MOST_EARLIER = 26
"""Half a year of reports."""
FURTHEST = 53 * WEEK
"""So far back one can look."""


@dataclass(frozen=True, slots=True)
class _Reader:
    session: Session
    settings: Settings
    today: date
    now: datetime
    reports: Sequence[WeeklyReport]
    """Latest first."""

    @property
    def locale(self) -> str:
        return self.settings.user.locale


def report_view(
    session: Session,
    *,
    user_id: UUID,
    week: date | None = None,
    month: date | None = None,
    now: datetime,
) -> ReportView:
    """The report of the week, or the month, that holds the day; without one the latest report, and
    without any the week that runs. At most twelve queries; nothing is written."""
    settings = settings_of(session, user_id)
    today = study_day(now, settings.user.timezone)
    reports = session.exec(
        select(WeeklyReport)
        .where(WeeklyReport.user_id == user_id)
        .order_by(col(WeeklyReport.week).desc())
        .limit(MOST_EARLIER)
    ).all()
    reader = _Reader(session, settings, today, now, reports)
    if month is not None:
        return _computed(reader, month_of(_within(month, today)))
    if week is None:
        monday = reports[0].week if reports else week_of(today)[0]
    else:
        monday = week_of(_within(week, today))[0]
    kept = next((each for each in reports if each.week == monday), None)
    if kept is not None:
        return _kept(reader, kept)
    return _computed(reader, Span(monday, monday + WEEK - ONE_DAY))


def _within(day: date, today: date) -> date:
    return min(today, max(day, today - FURTHEST))


def _kept(reader: _Reader, report: WeeklyReport) -> ReportView:
    figures = figures_in(report)
    courses = courses_of(reader.session, courses_in(figures, report.suggestions))
    view = _placed(reader, shown(figures, courses, reader.settings.user, reader.today), figures)
    changes = undone_changes(reader.session, reader.settings.plan, [report])
    newest = next(reversed(changes), "")
    is_latest = report is reader.reports[0]
    offers = (
        _offer(reader, kept, courses, changes, newest, is_latest=is_latest)
        for kept in report.suggestions
    )
    return replace(view, id=str(report.id), offers=tuple(offers))


def _computed(reader: _Reader, span: Span) -> ReportView:
    before = span_before(span)
    records = records_of(
        reader.session,
        reader.settings.user,
        since=min(span.first - SEEN, before.first),
        until=span.last,
        now=reader.now,
    )
    figures = figures_of(reader.session, records, span, before)
    courses = courses_of(reader.session, courses_in(figures))
    view = _placed(reader, shown(figures, courses, reader.settings.user, reader.today), figures)
    presence = records.presence
    if not presence.planned.plans and not presence.days:
        return replace(view, state="no_plan")
    return replace(view, state="running" if reader.today <= span.last else "told")


def _placed(reader: _Reader, view: ReportView, figures: Figures) -> ReportView:
    """Among the periods around it and the reports that are kept."""
    is_over = figures.last < reader.today
    return replace(
        view,
        previous=_previous(reader, figures.first),
        next=(figures.last + ONE_DAY).isoformat() if is_over else "",
        earlier=tuple(_earlier(each, reader.locale) for each in reader.reports),
    )


def _previous(reader: _Reader, first: date) -> str:
    """Back to the oldest report, and to where there was anything to look at."""
    oldest = min((each.week for each in reader.reports), default=reader.today)
    plan = reader.settings.plan
    since = min(oldest, plan.created_at.date() if plan else oldest)
    return (first - ONE_DAY).isoformat() if first > max(since, reader.today - FURTHEST) else ""


def _offer(
    reader: _Reader,
    kept: dict[str, object],
    courses: Mapping[str, Course],
    changes: dict[str, bool],
    newest: str,
    *,
    is_latest: bool,
) -> ReportOffer:
    suggestion = Suggestion(str(kept["code"]), dict(kept["values"]))  # type: ignore[call-overload]
    state, change = "outdated", str(kept.get("change") or "")
    undone = ""
    if is_undone(kept, changes):
        undone = "half" if owns(kept, reader.settings) else "all"
    if is_applied(kept, reader.settings, changes):
        state = "applied"
    elif is_latest and fits(suggestion, reader.settings.standing):
        state = "open"
    return ReportOffer(
        code=suggestion.code,
        params=words(suggestion.values, courses, reader.locale),
        state=state,
        can_undo=undone == "half" or (state == "applied" and change in ("", newest)),
        undone=undone,
    )


def _earlier(report: WeeklyReport, locale: str) -> EarlierReport:
    totals = figures_in(report).totals
    return EarlierReport(
        week=report.week.isoformat(),
        until=(report.week + WEEK - ONE_DAY).isoformat(),
        duration=duration(totals.minutes, locale),
        days=totals.worked_days,
        is_unread=report.opened_at is None,
    )
