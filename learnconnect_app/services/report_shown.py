"""Words and bars for the figures of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate, groupby

from learnconnect_app.domain.report_figures import DayFigures, Figures, Totals
from learnconnect_app.domain.report_views import (
    ReportBar,
    ReportPart,
    ReportSubject,
    ReportTest,
    ReportView,
)
from learnconnect_app.domain.study_days import week_of
from learnconnect_app.domain.weekly_reports import (
    headline,
    needs_care,
    next_milestone,
    percent_right,
    verdict,
    went_well,
)
from learnconnect_app.domain.xp import level
from learnconnect_app.models import Course, User
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.report_records import WEEK
from learnconnect_app.services.report_words import duration, sentence, words

LEAST_PEAK = 30
"""Minutes a day that fill a bar at least: a short day does not look like a long one."""


def shown(figures: Figures, courses: Mapping[str, Course], user: User, today: date) -> ReportView:
    """All that the figures alone tell."""
    locale, is_month = user.locale, len(figures.days) > WEEK.days
    now, before = figures.totals, figures.before or Totals()
    reached = level(figures.total_xp).number
    return ReportView(
        is_month=is_month,
        first=figures.first.isoformat(),
        last=figures.last.isoformat(),
        headline=sentence(headline(figures, is_over=figures.last < today), courses, locale),
        minutes=now.minutes,
        hours=duration(now.minutes, locale),
        hours_before=duration(before.minutes, locale) if figures.before else "",
        hours_planned=duration(now.planned, locale) if now.planned else "",
        percent=min(100, round(100 * now.covered / now.planned)) if now.planned else 0,
        sessions=now.sessions,
        sessions_planned=now.planned_sessions,
        sessions_before=before.sessions,
        days=now.worked_days,
        days_planned=now.planned_days,
        bars=_bars((_by_week if is_month else _by_day)(figures), figures, today, locale),
        subjects=subjects_of(figures, courses, locale),
        well=tuple(sentence(each, courses, locale) for each in went_well(figures)),
        care=tuple(sentence(each, courses, locale) for each in needs_care(figures)),
        tests=_tests(figures),
        mistakes_settled=figures.mistakes_settled,
        score=figures.score.value if figures.score else -1,
        parts=_parts(figures),
        streak=figures.streak if user.is_streak_shown else 0,
        milestone=next_milestone(figures.streak) if user.is_streak_shown else 0,
        xp=figures.xp,
        level=reached,
        levels_gained=reached - level(figures.total_xp - figures.xp).number,
    )


def _bars(
    groups: Sequence[Sequence[DayFigures]], figures: Figures, today: date, locale: str
) -> tuple[ReportBar, ...]:
    """A bar for each group of days, and as many days at the same place in the period before."""
    ends = list(accumulate(len(days) for days in groups))
    before = [
        sum(figures.minutes_before[end - len(days) : end])
        for end, days in zip(ends, groups, strict=True)
    ]
    sums = [sum(day.minutes for day in days) for days in groups]
    peak = max(*sums, *before, LEAST_PEAK * len(groups[0]))
    return tuple(
        ReportBar(
            day=days[0].day.isoformat(),
            kind=days[0].kind if len(days) == 1 else "",
            minutes=minutes,
            minutes_before=earlier,
            duration=duration(minutes, locale),
            height=round(100 * minutes / peak),
            height_before=round(100 * earlier / peak),
            is_today=any(day.day == today for day in days),
        )
        for days, minutes, earlier in zip(groups, sums, before, strict=True)
    )


def _by_day(figures: Figures) -> list[list[DayFigures]]:
    return [[day] for day in figures.days]


def _by_week(figures: Figures) -> list[list[DayFigures]]:
    groups = groupby(figures.days, key=lambda day: week_of(day.day)[0])
    return [list(days) for _, days in groups]


def subjects_of(
    figures: Figures, courses: Mapping[str, Course], locale: str
) -> tuple[ReportSubject, ...]:
    most = max((each.minutes for each in figures.subjects), default=0)
    return tuple(
        ReportSubject(
            title=str(words({"course": each.course}, courses, locale)["subject"]),
            icon=courses[each.course].icon,
            color=color_at(courses[each.course].position),
            duration=duration(each.minutes, locale) if each.minutes else "",
            share=round(100 * each.minutes / most) if most else 0,
            right=each.right,
            answers=each.answers,
            percent=percent_right(each),
            verdict=verdict(each),
        )
        for each in figures.subjects
        if each.course in courses
    )


def _tests(figures: Figures) -> tuple[ReportTest, ...]:
    states = {True: "passed", False: "failed", None: ""}
    return tuple(
        ReportTest(
            id=each.attempt,
            kind=each.kind,
            day=each.day.isoformat(),
            percent=each.percent,
            state=states[each.is_passed],
            net=each.net or 0,
            net_before=each.net_before or 0,
            has_net=each.net is not None,
            has_net_before=each.net_before is not None,
        )
        for each in figures.tests
    )


def _parts(figures: Figures) -> tuple[ReportPart, ...]:
    return tuple(
        ReportPart(
            name=part.name,
            percent=round(100 * part.share),
            weight=part.weight,
            params={"done": part.done, "of": part.of},
        )
        for part in (figures.score.parts if figures.score else ())
    )
