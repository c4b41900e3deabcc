"""What `/progress` shows: one sentence, what would move it most, and the pictures behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.net_estimates import estimate
from learnconnect_app.domain.progress import (
    headline,
    is_early,
    percent,
    speed,
)
from learnconnect_app.domain.progress_figures import (
    AnswerSum,
    Work,
    efficiency,
    retention,
    velocity,
)
from learnconnect_app.domain.progress_spans import Range, whole
from learnconnect_app.domain.progress_views import (
    ProgressView,
    Score,
)
from learnconnect_app.domain.recommendations import CourseFacts
from learnconnect_app.services import progress_pictures as pictures
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.mock_lists import submitted_mocks
from learnconnect_app.services.mocks import part_scores, titles_of
from learnconnect_app.services.presence import Presence, presence_of
from learnconnect_app.services.presence_views import presence_fields
from learnconnect_app.services.progress_past import Past
from learnconnect_app.services.progress_records import answer_sums, session_works, task_works
from learnconnect_app.services.progress_standings import Standings, standings_of
from learnconnect_app.services.progress_topics import course_rows, move_of, needed_of
from learnconnect_app.services.report_words import courses_of
from learnconnect_app.services.texts import text_in


def progress_view(
    session: Session, *, user_id: UUID, range_: str = Range.QUARTER, now: datetime
) -> ProgressView:
    """Over both plans, in at most twelve queries; nothing is written.

    ``range_``: how far back the pictures look. Where the learner stands is always of now.
    """
    standings = standings_of(session, user_id=user_id, now=now)
    user, today = standings.user, standings.today
    presence = presence_of(session, user=user, now=now)
    part = whole(Range(range_), today)
    works = session_works(session, user, part) + task_works(standings.days, part)
    answers = answer_sums(session, user, part)
    past = Past(
        range=Range(range_),
        today=today,
        zone=user.timezone,
        works=works,
        answers=answers,
        minutes=presence.minutes,
        courses=_courses(session, standings, works, answers),
        needed=needed_of(standings),
    )
    if not standings.plans and not presence.minutes:
        return ProgressView(reach=range_)
    view = _with_pictures(_told(standings, presence, answers, range_), past)
    courses = tuple(course_rows(standings))
    return replace(
        view,
        score=_score(session, standings),
        courses=courses,
        mastery=pictures.mastery_figure(courses),
        heat=presence_fields(presence)["heat"],
    )


# ---- where the learner stands -----------------------------------------------------------------


def _told(
    standings: Standings, presence: Presence, answers: Sequence[AnswerSum], range_: str
) -> ProgressView:
    early = is_early(sum(presence.minutes.values()), sum(each.answers for each in answers))
    topics = [topic for plan in standings.plans for topic in plan.topics]
    return ProgressView(
        state="early" if early else "told",
        reach=range_,
        headline=headline(standings.exam, standings.skill, early=early),
        move=move_of(standings),
        plan=standings.plans[0].title if standings.plans else "",
        percent=percent(standings.plans[0].known) if standings.plans else 0,
        mastered=sum(plan.mastered for plan in standings.plans),
        topics=len(topics),
    )


def _score(session: Session, standings: Standings) -> Score:
    """The range that mocks let expect, for the learner's own score type. One query."""
    planned = standings.planned
    if planned is None or not planned.plan.score_key:
        return Score()
    exam, key = exam_of(planned.curriculum), planned.plan.score_key
    mocks = submitted_mocks(session, standings.user.id, planned.curriculum.key)
    parts = [part_scores(mock) for mock in mocks]
    found = estimate(parts, exam.scores.get(key, {}), exam.wrong_for_a_right)
    if found is None:
        return Score()
    points: Mapping[str, int] = (planned.curriculum.exam or {}).get("points") or {}
    least, most = points.get("least", 0), points.get("most", 100)
    return Score(
        title=text_in(titles_of(planned.curriculum).get(key, ""), standings.user.locale),
        low=round(least + found.low * (most - least)),
        high=round(least + found.high * (most - least)),
        most=most,
        mocks=len(mocks),
    )


# ---- pictures ---------------------------------------------------------------------------------


def _with_pictures(view: ProgressView, past: Past) -> ProgressView:
    span = past.span_with_work
    reviews, gained = retention(past.works, span), efficiency(past.works)
    done = round(velocity(past.works, span), 1)
    return replace(
        view,
        speed=speed(done, past.needed),
        velocity=done,
        needed=round(past.needed or 0, 1),
        remembered=-1 if reviews.remembered is None else percent(reviews.remembered),
        predicted=-1 if reviews.predicted is None else percent(reviews.predicted),
        efficiency=-1.0 if gained is None else round(gained, 1),
        minutes=pictures.minutes_figure(past),
        speeds=pictures.velocity_figure(past),
        retention=pictures.retention_figure(past),
        gains=pictures.efficiency_figure(past),
        hours=pictures.hours_figure(past),
        weekdays=pictures.weekdays_figure(past),
        difficulty=pictures.difficulty_figure(past),
        pace=pictures.pace_figure(past),
        year=pictures.year_figure(past),
    )


def _courses(
    session: Session, standings: Standings, works: Sequence[Work], answers: Sequence[AnswerSum]
) -> dict[str, CourseFacts]:
    """Of both plans; and of earlier ones that something was finished in. At most one query."""
    found: dict[str, Any] = dict(standings.courses)
    named = {work.course for work in works} | {each.course for each in answers}
    if missing := named - found.keys() - {""}:
        for key, course in courses_of(session, missing).items():
            title = text_in(course.title, standings.user.locale)
            found[key] = CourseFacts(key, title, course.icon, course.position)
    return found
