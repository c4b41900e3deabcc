"""A learner moves sessions by hand: nothing of it is lost, and all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import BusyTime, PlanChange, StudyPlan, StudySession, Topic, User
from learnconnect_app.services.plan_panels import put_back
from learnconnect_app.services.study_changes import undo_change
from learnconnect_app.services.study_moves import move_session, remove_session, unpin_session
from tests.factories import MONDAY, NOW, a_learner
from tests.study_factories import a_session, a_study_plan, lessons_of

TUESDAY, WEDNESDAY = MONDAY + timedelta(1), MONDAY + timedelta(2)
Move = Callable[..., UUID | None]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    plan = a_study_plan(session, user)
    plan.score_key = "say"
    return plan


@pytest.fixture
def row(session: Session, plan: StudyPlan) -> StudySession:
    """The first lesson of mathematics, on Monday at five."""
    return a_session(session, plan, lessons_of(session)[0], start_minute=17 * 60)


@pytest.fixture
def move(session: Session, user: User) -> Move:
    def move(row: StudySession, day: date, start: int | None = None, **how: object) -> UUID | None:
        return move_session(
            session,
            user_id=user.id,
            session_id=row.id,
            day=day,
            start=start,
            version=how.pop("version", row.version),  # type: ignore[arg-type]
            now=NOW,
            **how,  # type: ignore[arg-type]
        )

    return move


def state_of(row: StudySession) -> tuple[object, ...]:
    return row.day, row.position, row.start_minute, row.is_pinned


def test_a_moved_session_stays_where_it_was_put(row: StudySession, move: Move) -> None:
    move(row, TUESDAY)
    assert (row.day, row.is_pinned, row.version) == (TUESDAY, True, 2)


def test_a_move_is_a_change_that_can_be_taken_back(
    session: Session, user: User, row: StudySession, move: Move
) -> None:
    before = state_of(row)
    change_id = move(row, TUESDAY, 15 * 60)
    assert change_id
    change = session.get_one(PlanChange, change_id)
    assert (change.kind, change.status, change.summary["moved"]) == ("moved", "applied", 1)
    undo_change(session, user_id=user.id, change_id=change_id, now=NOW)
    session.refresh(row)
    assert state_of(row) == before


def test_a_session_that_is_there_already_is_no_change(
    session: Session, row: StudySession, move: Move
) -> None:
    assert move(row, MONDAY) is None
    assert move(row, MONDAY, 17 * 60) is None
    assert session.exec(select(PlanChange)).all() == []


def test_the_second_of_two_tabs_is_told_and_changes_nothing(row: StudySession, move: Move) -> None:
    seen = row.version
    move(row, TUESDAY)
    with pytest.raises(DomainError, match="changed_meanwhile"):
        move(row, WEDNESDAY, version=seen)
    assert row.day == TUESDAY


def test_a_session_that_planning_took_away_was_changed_meanwhile(
    session: Session, row: StudySession, move: Move
) -> None:
    session.delete(row)
    session.flush()
    with pytest.raises(DomainError, match="changed_meanwhile"):
        move(row, TUESDAY)


def test_a_session_of_someone_else_cannot_be_moved(session: Session, row: StudySession) -> None:
    stranger = a_learner(session)
    values = {"day": TUESDAY, "start": None, "version": row.version, "now": NOW}
    with pytest.raises(DomainError):
        move_session(session, user_id=stranger.id, session_id=row.id, **values)  # type: ignore[arg-type]
    assert row.day == MONDAY


@pytest.mark.parametrize(
    ("status", "error", "code"),
    [("paused", DomainError, "study_plan_resting"), ("completed", NotFound, "not_found")],
)
def test_only_an_active_plan_is_changed(
    session: Session,
    plan: StudyPlan,
    row: StudySession,
    move: Move,
    status: str,
    error: type[DomainError],
    code: str,
) -> None:
    plan.status = status
    session.flush()
    with pytest.raises(error, match=code):
        move(row, TUESDAY)


def test_a_lesson_that_is_needed_first_is_named(
    session: Session, plan: StudyPlan, move: Move
) -> None:
    first, second = lessons_of(session)[:2]
    session.get_one(Topic, second.topic_key).requires = [first.topic_key]
    a_session(session, plan, first, day=WEDNESDAY)
    needing = a_session(session, plan, second, day=WEDNESDAY, position=1)
    with pytest.raises(DomainError) as refused:
        move(needing, TUESDAY)
    title = session.get_one(Topic, first.topic_key).title["tr"]
    assert refused.value.params == {"topic": title, "day": WEDNESDAY.isoformat()}


def test_a_full_day_offers_the_nearest_one_with_room(
    session: Session, plan: StudyPlan, row: StudySession, move: Move
) -> None:
    for place, lesson in enumerate(lessons_of(session, "tyt-tarih")[:2]):
        a_session(session, plan, lesson, day=TUESDAY, position=place, minutes=50)
    with pytest.raises(DomainError) as refused:
        move(row, TUESDAY)
    assert refused.value.params["nearest"] == WEDNESDAY.isoformat()
    assert row.day == MONDAY


def test_room_can_be_made_on_a_full_day(
    session: Session, user: User, plan: StudyPlan, row: StudySession, move: Move
) -> None:
    for place, lesson in enumerate(lessons_of(session, "tyt-tarih")[:2]):
        a_session(session, plan, lesson, day=TUESDAY, position=place, minutes=50)
    plan.excluded_topics = [lesson.topic_key for lesson in lessons_of(session, "tyt-turkce")]
    change_id = move(row, TUESDAY, makes_room=True)
    on_tuesday = session.exec(
        select(StudySession.minutes).where(
            StudySession.plan_id == plan.id, StudySession.day == TUESDAY
        )
    ).all()
    assert sum(on_tuesday) <= 120
    assert (row.day, row.is_pinned) == (TUESDAY, True)
    assert change_id
    undo_change(session, user_id=user.id, change_id=change_id, now=NOW)
    session.refresh(row)
    assert row.day == MONDAY


def test_a_busy_time_is_not_overlapped(
    session: Session, user: User, row: StudySession, move: Move
) -> None:
    session.add(
        BusyTime(user_id=user.id, title="Basketbol", weekday=1, start_minute=1020, end_minute=1080)
    )
    session.flush()
    with pytest.raises(DomainError, match="move_busy"):
        move(row, TUESDAY, 17 * 60 + 30)
    move(row, TUESDAY)
    assert row.start_minute is not None
    assert row.start_minute >= 1080


def test_nothing_is_put_before_this_minute(session: Session, plan: StudyPlan, move: Move) -> None:
    plan.preferred_hours = [8, 9]
    later = a_session(session, plan, lessons_of(session)[0], day=TUESDAY)
    move(later, MONDAY)
    assert later.start_minute is not None
    assert later.start_minute >= 12 * 60  # it is noon


# ---- free again, and out ------------------------------------------------------------------------


def test_what_was_fixed_can_be_given_back_to_planning(
    session: Session, user: User, row: StudySession, move: Move
) -> None:
    move(row, TUESDAY)
    unpin_session(session, user_id=user.id, session_id=row.id, version=row.version, now=NOW)
    assert not row.is_pinned


def test_a_lesson_leaves_the_plan_with_its_session_and_comes_back_by_undo(
    session: Session, user: User, plan: StudyPlan, row: StudySession
) -> None:
    session_id, topic = row.id, row.topic_key
    change_id = remove_session(
        session, user_id=user.id, session_id=row.id, version=row.version, now=NOW
    )
    session.flush()
    assert session.get(StudySession, session_id) is None
    assert plan.excluded_topics == [topic]
    assert session.get_one(PlanChange, change_id).kind == "removed"
    undo_change(session, user_id=user.id, change_id=change_id, now=NOW)
    session.refresh(plan)
    assert session.get_one(StudySession, session_id).topic_key == topic
    assert plan.excluded_topics == []


def test_a_topic_that_is_in_the_plan_is_not_put_back(
    session: Session, user: User, plan: StudyPlan, row: StudySession
) -> None:
    rows = [a_session(session, plan, each) for each in lessons_of(session)[1:4]]
    for each in reversed([row, *rows]):
        named = {"user_id": user.id, "session_id": each.id, "version": each.version}
        remove_session(session, **named, now=NOW)  # type: ignore[arg-type]
    named = {"user_id": user.id, "plan_id": plan.id}
    topic = lessons_of(session)[5].topic_key
    assert put_back(session, **named, topic_key=topic, now=NOW) is None  # type: ignore[arg-type]


def test_room_is_made_for_an_own_entry_on_the_day_of_the_exam(
    session: Session, plan: StudyPlan, move: Move
) -> None:
    own = a_session(session, plan, kind="own", title="Kahvaltı", day=TUESDAY, start_minute=600)
    plan.exam_day = MONDAY
    assert move(own, WEDNESDAY, makes_room=True)
    assert own.day == WEDNESDAY


def test_two_tabs_put_topics_back_and_both_are_in_the_plan(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        plan = a_study_plan(session, user)
        topics = sorted(each.topic_key for each in lessons_of(session)[:2])
        plan.excluded_topics = list(topics)
    both = Barrier(2)

    def tab(topic: str) -> None:
        both.wait()
        with database.transaction() as session:
            put_back(session, user_id=user.id, plan_id=plan.id, topic_key=topic, now=NOW)

    with ThreadPoolExecutor(2) as tabs:
        list(tabs.map(tab, topics))
    with database.transaction() as session:
        assert session.get_one(StudyPlan, plan.id).excluded_topics == []


def test_the_weekly_test_stays(session: Session, user: User, plan: StudyPlan) -> None:
    test = a_session(session, plan, kind="practice_test")
    with pytest.raises(DomainError, match="test_stays"):
        remove_session(session, user_id=user.id, session_id=test.id, version=1, now=NOW)


def test_what_was_begun_is_not_taken_out(session: Session, user: User, row: StudySession) -> None:
    row.status = "paused"
    with pytest.raises(DomainError, match="move_begun"):
        remove_session(session, user_id=user.id, session_id=row.id, version=1, now=NOW)
