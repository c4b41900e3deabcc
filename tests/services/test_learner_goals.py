"""Goals of one's own: kept, shown as rings on Home, and told of once a day like the plan's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.daily_goals import GoalNews
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import LearnerGoal, OutboxMessage, User
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.learner_goals import set_goals
from learnconnect_app.services.reminder_choices import switch_reminder
from learnconnect_app.services.reminder_facts_reading import facts_of
from learnconnect_app.services.reminder_words import words_of
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.study_sessions import complete_session
from tests import study_factories
from tests.factories import MONDAY, NOW, a_learner, a_plan, noon
from tests.reminding import rows_of

DAY = timedelta(days=1)


def told(session: Session, user: User) -> Sequence[str]:
    rows = session.exec(
        select(OutboxMessage.kind).where(
            OutboxMessage.user_id == user.id,
            OutboxMessage.kind.in_(("goal_reached", "nearly_there")),  # type: ignore[attr-defined]
            OutboxMessage.channel == "app",
        )
    )
    return sorted(rows)


def a_learner_with_goal(session: Session, minutes: int) -> User:
    user = a_learner(session)
    set_goals(session, user_id=user.id, minutes_a_day=minutes, minutes_a_week=None, now=NOW)
    switch_reminder(
        session, user_id=user.id, rule="nearly_there", channel="app", is_on=True, now=NOW
    )
    return user


def test_goals_are_kept_changed_and_left_to_the_plans_again(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for day, week in ((30, 200), (45, None), (None, None)):
        set_goals(session, user_id=user.id, minutes_a_day=day, minutes_a_week=week, now=NOW)
        row = session.exec(select(LearnerGoal).execution_options(populate_existing=True)).one()
        assert (row.user_id, row.minutes_a_day, row.minutes_a_week) == (user.id, day, week)
    assert home_view(session, user_id=other.id, now=NOW).rings.own_day == 0


def test_a_goal_out_of_bounds_changes_nothing(session: Session) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError, match="goal_minutes"):
        set_goals(session, user_id=user.id, minutes_a_day=3, minutes_a_week=100, now=NOW)
    assert session.exec(select(LearnerGoal)).all() == []


def test_home_shows_what_the_plans_ask_for_or_ones_own_goal(session: Session) -> None:
    user = a_learner(session)
    assert home_view(session, user_id=user.id, now=NOW).rings.week_goal == 0
    a_plan(session, user)  # an hour a day
    study_factories.a_study_plan(session, user, weekday_minutes=(120,) * 7, rest_weekdays=(6,))
    record_activity(session, user=user, now=NOW, minutes=30, tasks=1)
    rings = home_view(session, user_id=user.id, now=NOW).rings
    assert (rings.day_minutes, rings.day_goal, rings.day_percent) == (30, 120, 25)
    assert (rings.week_minutes, rings.week_goal) == (30, 6 * 120 + 60)
    set_goals(session, user_id=user.id, minutes_a_day=40, minutes_a_week=100, now=NOW)
    rings = home_view(session, user_id=user.id, now=NOW).rings
    assert (rings.day_goal, rings.day_percent, rings.week_goal) == (40, 75, 100)


def test_ones_own_goal_is_told_when_it_is_nearly_reached_and_reached_once_each(
    session: Session,
) -> None:
    user = a_learner_with_goal(session, 60)
    for minutes, kinds in (
        (40, []),
        (12, ["nearly_there"]),
        (10, ["goal_reached", "nearly_there"]),
        (30, ["goal_reached", "nearly_there"]),
    ):
        record_activity(session, user=user, now=NOW, minutes=minutes, tasks=1)
        assert told(session, user) == kinds
    record_activity(session, user=user, now=noon(MONDAY + DAY), minutes=60, tasks=1)
    assert told(session, user) == ["goal_reached", "goal_reached", "nearly_there"]


def test_the_plan_and_ones_own_goal_reach_a_day_once(session: Session) -> None:
    user = a_learner_with_goal(session, 40)
    plan = study_factories.a_study_plan(session, user)
    lessons = study_factories.lessons_of(session)
    first, second = (
        study_factories.a_session(session, plan, lesson, position=n, minutes=40)
        for n, lesson in enumerate(lessons[:2])
    )
    done = complete_session(session, user_id=user.id, session_id=first.id, now=NOW)
    assert (done.news, done.minutes_left) == (GoalNews.REACHED, 0)
    (row,) = rows_of(session, user, "goal_reached")
    for locale, words in (("en", "the goal you set yourself"), ("tr", "kendine koyduğun hedef")):
        assert words in words_of("goal_reached", locale, row.params).text
    done = complete_session(session, user_id=user.id, session_id=second.id, now=NOW)
    assert done.news is GoalNews.REACHED  # of the plan
    assert told(session, user) == ["goal_reached"]


def test_minutes_left_are_those_of_ones_own_goal_while_anything_is_planned(
    session: Session,
) -> None:
    user = a_learner_with_goal(session, 60)
    plan = study_factories.a_study_plan(session, user)
    lesson = study_factories.lessons_of(session)[0]
    study_factories.a_session(session, plan, lesson, minutes=120)
    record_activity(session, user=user, now=NOW, minutes=53, tasks=1)
    assert facts_of(session, [user.id], NOW)[user.id].minutes_left == 7
    view = home_view(session, user_id=user.id, now=NOW)
    assert (view.minutes_left, view.encouragement) == (7, "nearly")
