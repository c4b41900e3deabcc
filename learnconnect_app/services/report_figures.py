"""What a week or a month was in numbers, over both plans, for `domain.report_figures`."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, col, func, select

from learnconnect_app.domain.motivation_score import motivation_score
from learnconnect_app.domain.report_figures import Figures, SubjectFigures, totals_of
from learnconnect_app.domain.streaks import run_length_on
from learnconnect_app.models import Mistake, User, XPReward
from learnconnect_app.services.presence import Presence
from learnconnect_app.services.report_records import WEEK, Records, Span


def figures_of(session: Session, records: Records, span: Span, before: Span) -> Figures:
    """Of a period, with the one before it beside it. Two queries more.

    A period that is not over is compared with as many days of the one before.
    """
    days, days_before = records.days(span), records.days(before)
    today = records.presence.today
    if today < span.last:
        days_before = days_before[: (today - span.first).days + 1]
    totals_before = totals_of(days_before)
    passed = [day for day in days if day.day < today or day.is_worked]
    moods = [row.mood for row in records.finished_in(span)]
    xp, total_xp = _xp(session, records.user, span)
    is_week = len(days) == WEEK.days
    earlier = records.weeks_before(span.first)
    return Figures(
        first=span.first,
        last=span.last,
        days=days,
        minutes_before=tuple(day.minutes for day in records.days(before)),
        before=None if totals_before.is_empty else totals_before,
        subjects=_subjects(records, span, before),
        tests=records.tests.handed_in(span.first, span.last),
        mistakes_settled=_settled(session, records.user, span),
        streak=_streak(records.presence, span.last),
        xp=xp,
        total_xp=total_xp,
        score=motivation_score(totals_of(passed), earlier, moods) if is_week else None,
    )


def _subjects(records: Records, span: Span, before: Span) -> tuple[SubjectFigures, ...]:
    minutes = records.minutes_by_course(span)
    answers = records.tests.answers(span.first, span.last)
    answers_before = records.tests.answers(before.first, before.last)
    found = (
        SubjectFigures(
            course,
            minutes=minutes[course],
            right=answers.get(course, (0, 0))[0],
            answers=answers.get(course, (0, 0))[1],
            right_before=answers_before.get(course, (0, 0))[0],
            answers_before=answers_before.get(course, (0, 0))[1],
        )
        for course in {*minutes, *answers}
    )
    return tuple(sorted(found, key=lambda each: (-each.minutes, -each.answers, each.course)))


def _settled(session: Session, user: User, span: Span) -> int:
    return session.exec(
        select(func.count(col(Mistake.id))).where(
            Mistake.user_id == user.id,
            Mistake.status == "learned",
            col(Mistake.reviewed_day).between(*span),
        )
    ).one()


def _xp(session: Session, user: User, span: Span) -> tuple[int, int]:
    """Earned in the span, and in all by its end."""
    in_span = func.sum(XPReward.amount).filter(col(XPReward.day) >= span.first)
    earned, total = session.exec(
        select(func.coalesce(in_span, 0), func.coalesce(func.sum(XPReward.amount), 0)).where(
            XPReward.user_id == user.id, col(XPReward.day) <= span.last
        )
    ).one()
    return int(earned), int(total)


def _streak(presence: Presence, last: date) -> int:
    """As it stood at the end of the span, or stands today."""
    if last >= presence.today:
        return presence.streak.current
    return run_length_on(presence.days, last)
