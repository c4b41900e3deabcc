"""The guided start is done by what was really done, skipped as one likes, and celebrated once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.starts import KEYS, STEPS, StartView
from learnconnect_app.models import (
    DailyActivity,
    LearnerGoal,
    LessonFeedback,
    MoodEntry,
    ReminderSetting,
    User,
)
from learnconnect_app.services.calendar_feeds import open_feed
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.starts import (
    note_progress,
    put_away,
    skip_step,
    start_of,
    take_up,
    tick_step,
)
from learnconnect_app.services.study_sessions import start_session
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_study_plan, days_of, sessions_of

DAY = timedelta(days=1)


def view_of(session: Session, user: User) -> StartView:
    session.flush()
    return start_of(session, user_id=user.id, now=NOW)


def status_of(session: Session, user: User) -> dict[str, str]:
    return {step.key: step.status for step in view_of(session, user).steps}


def settle(session: Session, user: User) -> bool:
    session.flush()
    return note_progress(session, user_id=user.id, now=NOW)


def follow_goal(session: Session, user: User) -> None:
    a_study_plan(session, user)


def follow_calendar(session: Session, user: User) -> None:
    open_feed(session, user_id=user.id, now=NOW)


def follow_tools(session: Session, user: User) -> None:
    session.add(ReminderSetting(user_id=user.id))


def follow_resources(session: Session, user: User) -> None:
    plan = a_plan(session, user)
    days_of(session, plan)[0].started_at = NOW


def follow_support(session: Session, user: User) -> None:
    session.add(MoodEntry(user_id=user.id, day=MONDAY, mood="tired", created_at=NOW))


def follow_milestones(session: Session, user: User) -> None:
    session.add(LearnerGoal(user_id=user.id, minutes_a_week=200, updated_at=NOW))


def follow_launch(session: Session, user: User) -> None:
    session.add(DailyActivity(user_id=user.id, day=MONDAY, kind="active", minutes=10))


WAYS: dict[str, Callable[[Session, User], None]] = {
    "goal": follow_goal,
    "calendar": follow_calendar,
    "tools": follow_tools,
    "resources": follow_resources,
    "support": follow_support,
    "milestones": follow_milestones,
    "launch": follow_launch,
}


def test_every_step_has_a_way() -> None:
    assert tuple(WAYS) == KEYS


def test_new_learner_begins_with_the_first_of_seven(session: Session) -> None:
    user = a_learner(session)
    view = view_of(session, user)
    assert [step.status for step in view.steps] == ["open"] * 7
    assert [step.is_next for step in view.steps] == [True, *[False] * 6]
    assert (view.done, view.total, view.is_over) == (0, 7, False)
    assert not settle(session, user)


@pytest.mark.parametrize("step", KEYS)
def test_step_is_done_by_what_was_really_done(session: Session, step: str) -> None:
    user, other = a_learner(session), a_learner(session)
    assert status_of(session, user)[step] == "open"
    WAYS[step](session, user)
    assert status_of(session, user)[step] == "done"
    assert status_of(session, other) == dict.fromkeys(KEYS, "open")


def test_rating_a_lesson_or_beginning_a_session_counts_too(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    first = sessions_of(session, plan)[0]
    start_session(session, user_id=user.id, session_id=first.id, now=NOW)
    session.add(
        LessonFeedback(user_id=user.id, topic_key=first.topic_key, rating=4, updated_at=NOW)
    )
    status = status_of(session, user)
    assert {key for key, value in status.items() if value == "done"} == {
        "goal",
        "resources",
        "launch",
    }


def test_day_that_nobody_studied_on_is_no_beginning(session: Session) -> None:
    user = a_learner(session)
    session.add(DailyActivity(user_id=user.id, day=MONDAY, kind="rest"))
    assert status_of(session, user)["launch"] == "open"


def test_what_was_done_once_stays_done(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    settle(session, user)
    plan.status = "paused"
    assert status_of(session, user)["goal"] == "done"


def test_only_what_leaves_no_trace_is_ticked_by_hand(session: Session) -> None:
    user = a_learner(session)
    for step in KEYS:
        if step == "support":
            tick_step(session, user_id=user.id, step=step, now=NOW)
            continue
        with pytest.raises(DomainError, match="bad_request"):
            tick_step(session, user_id=user.id, step=step, now=NOW)
    assert [step.key for step in STEPS if step.is_by_hand] == ["support"]
    assert status_of(session, user) == dict.fromkeys(KEYS, "open") | {"support": "done"}


def test_step_is_skipped_and_taken_up_again(session: Session) -> None:
    user = a_learner(session)
    skip_step(session, user_id=user.id, step="goal", now=NOW)
    view = view_of(session, user)
    assert [step.status for step in view.steps[:2]] == ["skipped", "open"]
    assert view.steps[1].is_next
    take_up(session, user_id=user.id, step="goal", now=NOW)
    assert view_of(session, user).steps[0].is_next
    with pytest.raises(DomainError, match="bad_request"):
        skip_step(session, user_id=user.id, step="finished", now=NOW)


def test_skipped_step_that_is_done_after_all_is_done(session: Session) -> None:
    user = a_learner(session)
    skip_step(session, user_id=user.id, step="tools", now=NOW)
    follow_tools(session, user)
    settle(session, user)
    assert status_of(session, user)["tools"] == "done"
    skip_step(session, user_id=user.id, step="tools", now=NOW)
    assert status_of(session, user)["tools"] == "done"


def test_end_is_celebrated_once(session: Session) -> None:
    user = a_learner(session)
    follow_tools(session, user)
    for step in KEYS:
        if step != "tools":
            skip_step(session, user_id=user.id, step=step, now=NOW)
    assert view_of(session, user).is_over
    assert settle(session, user)
    assert not settle(session, user)
    take_up(session, user_id=user.id, step="goal", now=NOW)
    follow_goal(session, user)
    assert view_of(session, user).is_over
    assert not settle(session, user)


def test_start_that_was_skipped_as_a_whole_is_not_celebrated(session: Session) -> None:
    user = a_learner(session)
    for step in KEYS:
        skip_step(session, user_id=user.id, step=step, now=NOW)
    assert not settle(session, user)


def test_put_away_it_waits_where_it_was(session: Session) -> None:
    user = a_learner(session)
    skip_step(session, user_id=user.id, step="goal", now=NOW)
    put_away(session, user_id=user.id, now=NOW)
    view = view_of(session, user)
    assert view.is_put_away
    assert view.decided == 1
    take_up(session, user_id=user.id, step="goal", now=NOW)
    assert not view_of(session, user).is_put_away


def test_it_leads_to_the_next_lesson_or_to_the_skill_plan(session: Session) -> None:
    studying, training = a_learner(session), a_learner(session)
    a_study_plan(session, studying)
    a_plan(session, training)
    places = [
        {step.key: step.href for step in view_of(session, user).steps}["resources"]
        for user in (studying, training)
    ]
    assert places[0].startswith("/lesson/")
    assert places[1] == "/plan"


def test_it_is_read_in_three_queries(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    with count_queries(session) as queries:
        start_of(session, user_id=user.id, now=NOW)
    assert len(queries) == 3


def test_unknown_learner_has_nothing_to_begin(session: Session) -> None:
    assert start_of(session, user_id=uuid4(), now=NOW).done == 0


def left_at_home(session: Session, user: User) -> int:
    session.flush()
    return home_view(session, user_id=user.id, now=NOW).start_left


def test_home_counts_what_was_really_done_though_the_start_was_never_opened(
    session: Session,
) -> None:
    user, other = a_learner(session), a_learner(session)
    a_study_plan(session, other)
    for done, follow in enumerate(WAYS.values()):
        assert left_at_home(session, user) == 7 - done == 7 - view_of(session, user).decided
        follow(session, user)
    assert left_at_home(session, user) == 0
    assert left_at_home(session, other) == 6


def test_home_counts_a_step_once_that_is_kept_and_still_shown(session: Session) -> None:
    user = a_learner(session)
    skip_step(session, user_id=user.id, step="goal", now=NOW)
    follow_goal(session, user)
    follow_tools(session, user)
    settle(session, user)
    assert left_at_home(session, user) == 5


def test_home_keeps_quiet_once_the_start_is_put_away(session: Session) -> None:
    user = a_learner(session)
    follow_tools(session, user)
    put_away(session, user_id=user.id, now=NOW)
    assert left_at_home(session, user) == 0
