"""The line on Home fits how the learner feels and how things stand; who is low is cared for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.content.motivation import Quote, motivation
from learnconnect_app.domain.home_views import HomeView
from learnconnect_app.domain.motivation_score import MOODS
from learnconnect_app.domain.wellbeing import is_low
from learnconnect_app.models import User
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.motivation_lines import line_of_the_day
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.wellbeing import note_mood
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_study_plan, noon, sessions_of

DAY = timedelta(days=1)
TODAY = 9
"""Days after Monday, the learner's first day with work."""
LOCALES = ("tr", "en")
PRESSURE = re.compile(
    r"zorunda|mecbur|çalışmalı|yapmalı|sebat|azm|asla|vazgeçme|pes et|acele|"
    r"\bmust\b|\bshould\b|persever|never|give up|hurry|resolve|\bwin\b",
    re.IGNORECASE,
)


def worked(session: Session, user: User, *days: int) -> None:
    for day in days:
        record_activity(session, user=user, now=noon(MONDAY + day * DAY), minutes=20, tasks=1)


def new(session: Session, user: User) -> None:
    a_plan(session, user)


def missing_a_day(session: Session, user: User) -> None:
    a_plan(session, user)
    worked(session, user, 0, TODAY - 2)


def in_a_run(session: Session, user: User) -> None:
    a_plan(session, user)
    worked(session, user, 0, TODAY - 3, TODAY - 2, TODAY - 1)


def far_from_the_exam(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)
    plan.exam_day = MONDAY + 120 * DAY
    worked(session, user, 0, TODAY - 1)


def close_to_the_exam(session: Session, user: User) -> None:
    plan = a_study_plan(session, user)
    plan.exam_day = MONDAY + (TODAY + 3) * DAY
    worked(session, user, 0, TODAY - 1)


def somewhere(session: Session, user: User) -> None:
    a_plan(session, user)
    worked(session, user, 0, TODAY - 1)


SITUATIONS: dict[str, Callable[[Session, User], None]] = {
    "start": new,
    "missed_day": missing_a_day,
    "streak": in_a_run,
    "long_way": far_from_the_exam,
    "last_days": close_to_the_exam,
    "any": somewhere,
}


def home(session: Session, user: User, hours: int = 0) -> HomeView:
    session.flush()
    now = noon(MONDAY + TODAY * DAY) + timedelta(hours=hours)
    return home_view(session, user_id=user.id, now=now)


def feels(session: Session, user: User, mood: str, *, ago: int = 0) -> None:
    note_mood(session, user_id=user.id, mood=mood, now=noon(MONDAY + (TODAY - ago) * DAY))


def quote_of(view: HomeView, locale: str) -> Quote:
    return next(each for each in motivation().quotes if each.text[locale] == view.line.text)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_line_speaks_to_the_situation_in_the_learners_language(
    session: Session, situation: str, locale: str
) -> None:
    user = a_learner(session, locale=locale)
    SITUATIONS[situation](session, user)
    view = home(session, user)
    assert situation in quote_of(view, locale).situations
    assert not view.is_low


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("mood", ["tired", "demotivated"])
def test_who_is_low_sees_care_in_every_situation(
    session: Session, situation: str, mood: str, locale: str
) -> None:
    user = a_learner(session, locale=locale)
    SITUATIONS[situation](session, user)
    feels(session, user, mood)
    view = home(session, user)
    assert view.is_low
    quote = quote_of(view, locale)
    assert mood in quote.moods
    assert all(is_low(each) for each in quote.moods)
    assert view.encouragement not in ("nearly", "streak", "several", "ready", "back")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_line_for_a_low_mood_presses(session: Session, locale: str) -> None:
    user = a_learner(session, locale=locale)
    for mood in filter(is_low, MOODS):
        for situation in (*SITUATIONS, "morning", "evening"):
            for day in range(60):
                when = MONDAY + day * DAY
                line = line_of_the_day(user, when, mood=mood, situation=situation)
                assert not PRESSURE.search(line.text), line.text


@pytest.mark.parametrize("mood", ["excited", "focused"])
def test_line_fits_a_bright_mood_too(session: Session, mood: str) -> None:
    user = a_learner(session)
    in_a_run(session, user)
    feels(session, user, mood)
    quote = quote_of(home(session, user), "en")
    assert mood in quote.moods
    assert "streak" in quote.situations


def test_mood_of_yesterday_still_speaks_and_an_older_one_does_not(session: Session) -> None:
    user = a_learner(session)
    new(session, user)
    feels(session, user, "tired", ago=2)
    assert not home(session, user).is_low
    feels(session, user, "demotivated", ago=1)
    assert home(session, user).is_low


def test_mood_of_a_session_counts_when_it_was_said_last(session: Session) -> None:
    plan = a_study_plan(session, user := a_learner(session))
    feels(session, user, "excited")
    row = sessions_of(session, plan)[0]
    row.day, row.mood = MONDAY + TODAY * DAY, "tired"
    row.ended_at = noon(row.day) + timedelta(hours=1)
    assert home(session, user, hours=2).is_low
    row.ended_at = noon(row.day) - timedelta(hours=1)
    assert not home(session, user, hours=2).is_low


def test_line_stays_all_study_day_and_another_comes_tomorrow(session: Session) -> None:
    user = a_learner(session)
    somewhere(session, user)
    lines = {home(session, user, hours=hours).line.text for hours in (-6, 0, 8, 15)}
    assert len(lines) == 1
    assert home(session, user, hours=17).line.text not in lines
    record_activity(session, user=user, now=noon(MONDAY + TODAY * DAY), minutes=20, tasks=1)
    assert {home(session, user).line.text} == lines


def test_mood_of_one_learner_is_nobody_elses(session: Session) -> None:
    low, other = a_learner(session), a_learner(session)
    feels(session, low, "demotivated")
    assert not home(session, other).is_low
    assert home(session, low).is_low
    assert home_view(session, user_id=low.id, now=NOW).line.text
