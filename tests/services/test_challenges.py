"""A challenge is chosen from what fits, changed until Wednesday, dropped, and completed once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.achievements import Event, Fact
from learnconnect_app.domain.challenges import KEYS
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import (
    Achievement,
    Challenge,
    DailyActivity,
    Mistake,
    OutboxMessage,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievement_views import achievements_view
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.challenge_offers import offers_of
from learnconnect_app.services.challenges import (
    choose_challenge,
    current_challenge,
    drop_challenge,
)
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.late_days import record_work
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.study_sessions import save_notes
from tests import study_factories
from tests.earned import EARN, a_test
from tests.factories import MONDAY, NOW, a_learner, noon

DAY = timedelta(days=1)


def challenges(session: Session) -> Sequence[Challenge]:
    found = select(Challenge).execution_options(populate_existing=True)
    return session.exec(found).all()


def worked(session: Session, user: User, now: datetime, minutes: int = 30) -> None:
    record_activity(session, user=user, now=now, minutes=minutes, tasks=1)


def test_one_is_chosen_changed_until_wednesday_and_let_go(session: Session) -> None:
    user = a_learner(session)
    choose_challenge(session, user_id=user.id, key="days", now=NOW)
    choose_challenge(session, user_id=user.id, key="minutes", now=noon(MONDAY + 2 * DAY))
    (row,) = challenges(session)
    assert (row.week, row.key, row.target) == (MONDAY, "minutes", 60)
    with pytest.raises(DomainError, match="challenge_fixed"):
        choose_challenge(session, user_id=user.id, key="days", now=noon(MONDAY + 3 * DAY))
    drop_challenge(session, user_id=user.id, now=noon(MONDAY + 3 * DAY))
    drop_challenge(session, user_id=user.id, now=noon(MONDAY + 3 * DAY))
    assert not challenges(session)
    assert current_challenge(session, user.id, MONDAY) is None


def test_what_is_not_offered_cannot_be_chosen(session: Session) -> None:
    user = a_learner(session)
    for key in ("notes", "no-such"):
        with pytest.raises(DomainError, match="challenge_outdated"):
            choose_challenge(session, user_id=user.id, key=key, now=NOW)


def test_a_challenge_of_another_learner_is_out_of_reach(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    choose_challenge(session, user_id=user.id, key="days", now=NOW)
    drop_challenge(session, user_id=other.id, now=NOW)
    worked(session, other, NOW)
    worked(session, other, noon(MONDAY + DAY))
    view = achievements_view(session, user_id=user.id, now=noon(MONDAY + DAY))
    assert (view.challenge.key, view.challenge.count, view.challenge.is_done) == ("days", 0, False)
    assert achievements_view(session, user_id=other.id, now=NOW).challenge.key == ""


def test_it_is_completed_by_the_work_that_reaches_it_and_told_once(session: Session) -> None:
    user = a_learner(session)
    choose_challenge(session, user_id=user.id, key="days", now=NOW)
    worked(session, user, NOW)
    assert home_view(session, user_id=user.id, now=NOW).challenge.count == 1
    for n in (1, 2):
        worked(session, user, noon(MONDAY + n * DAY))
    (row,) = challenges(session)
    assert row.completed_at == noon(MONDAY + DAY)
    told = session.exec(
        select(OutboxMessage).where(
            OutboxMessage.user_id == user.id, OutboxMessage.about == f"challenge-{MONDAY}"
        )
    ).all()
    assert [each.params["what"] for each in told] == ["Study on 2 days"]
    medals = session.exec(select(Achievement.key).where(Achievement.user_id == user.id)).all()
    assert "challenges" in medals
    view = home_view(session, user_id=user.id, now=noon(MONDAY + 2 * DAY))
    assert (view.challenge.is_done, view.challenge.count, view.challenge.percent) == (True, 2, 100)
    with pytest.raises(DomainError, match="challenge_done"):
        choose_challenge(session, user_id=user.id, key="sessions", now=noon(MONDAY + 2 * DAY))
    drop_challenge(session, user_id=user.id, now=noon(MONDAY + 2 * DAY))
    assert len(challenges(session)) == 1


def test_many_tabs_complete_it_once(database: Database) -> None:
    with database.transaction() as session:
        user_id = a_learner(session).id
        choose_challenge(session, user_id=user_id, key="minutes", now=NOW)
        session.add(DailyActivity(user_id=user_id, day=MONDAY, kind="active", minutes=90))

    def award(_tab: int) -> set[str]:
        with database.transaction() as session:
            done = award_due(session, user_id=user_id, event=Event.WORKED, now=NOW)
            return {medal.key for medal, _ in done}

    with ThreadPoolExecutor(16) as tabs:
        awarded = list(tabs.map(award, range(16)))
    assert sum("challenges" in each for each in awarded) == 1
    with database.reading() as session:
        told = select(OutboxMessage.id).where(OutboxMessage.about == f"challenge-{MONDAY}")
        assert len(session.exec(told).all()) == 1


def done(session: Session, user: User, key: str) -> None:
    """One more of what the challenge counts."""
    if key in ("days", "minutes", "sessions"):
        worked(session, user, NOW, minutes=1)
    elif key == "tests":
        a_test(session, user, "quiz", right=3, total=5)
        record_activity(session, user=user, now=NOW, tests=1)
    elif key == "mistakes":
        EARN[Fact.MISTAKES](session, user, 1)
    else:
        plan = study_factories.a_study_plan(session, user)
        study_factories.a_session(
            session, plan, status="done", percent=100, notes="clear now", done_day=MONDAY
        )
    session.flush()


@pytest.mark.parametrize("key", KEYS)
def test_each_kind_counts_its_own_from_monday_on(session: Session, key: str) -> None:
    user = a_learner(session)
    session.add(
        DailyActivity(
            user_id=user.id,
            day=MONDAY - DAY,
            kind="active",
            minutes=50,
            tasks_completed=5,
            tests_submitted=5,
        )
    )
    session.add(Challenge(user_id=user.id, week=MONDAY, key=key, target=9, chosen_at=NOW))
    session.flush()
    assert so_far(session, user.id) == 0
    done(session, user, key)
    assert so_far(session, user.id) == 1


def so_far(session: Session, user_id: UUID) -> int:
    found = current_challenge(session, user_id, MONDAY)
    assert found is not None
    return found.so_far


def test_offers_follow_the_last_four_weeks(session: Session) -> None:
    user = a_learner(session)
    for week in (1, 2):
        for n in range(3):
            day = MONDAY - 7 * week * DAY + n * DAY
            session.add(
                DailyActivity(
                    user_id=user.id, day=day, kind="active", minutes=40, tasks_completed=2
                )
            )
    session.flush()
    found = {each.key: each.target for each in offers_of(session, get_user(session, user.id), NOW)}
    assert found == {"days": 4, "minutes": 140, "sessions": 7}


def test_a_full_week_is_offered_nothing_that_takes_time(session: Session) -> None:
    user = a_learner(session)
    study_factories.a_study_plan(session, user, weekday_minutes=(30,) * 7)
    for n in range(7):
        day = MONDAY - 7 * DAY + n * DAY
        session.add(DailyActivity(user_id=user.id, day=day, kind="active", minutes=30))
    session.flush()
    found = [each.key for each in offers_of(session, user, NOW)]
    assert found == ["notes", "days"]


def test_a_mistake_that_was_right_this_week_and_is_due_again_is_asked_for_once(
    session: Session,
) -> None:
    user = a_learner(session)
    EARN[Fact.MISTAKES](session, user, 7)
    mistakes = session.exec(select(Mistake).where(Mistake.user_id == user.id)).all()
    for n, mistake in enumerate(mistakes):  # two were never right, five were so today
        mistake.status, mistake.due_day = "open", MONDAY
        mistake.times_right, mistake.reviewed_day = (0, MONDAY) if n < 2 else (1, MONDAY)
    session.flush()
    assert "mistakes" not in {each.key for each in offers_of(session, user, NOW)}
    for mistake in mistakes[2:5]:
        mistake.reviewed_day = MONDAY - DAY
    session.flush()
    found = {each.key: each.target for each in offers_of(session, user, NOW)}
    assert found["mistakes"] == 2 + 5


def test_a_note_completes_the_challenge_of_the_week_of_its_session(session: Session) -> None:
    user = a_learner(session)
    session.add(Challenge(user_id=user.id, week=MONDAY, key="notes", target=1, chosen_at=NOW))
    plan = study_factories.a_study_plan(session, user)
    row = study_factories.a_session(
        session, plan, status="done", percent=100, ended_at=noon(SUNDAY), done_day=SUNDAY
    )
    save_notes(session, user_id=user.id, session_id=row.id, notes=" ", now=noon(NEXT))
    save_notes(session, user_id=user.id, session_id=row.id, notes="clear now", now=noon(NEXT))
    (challenge,) = challenges(session)
    assert challenge.completed_at == noon(NEXT)
    medals = session.exec(select(Achievement.key).where(Achievement.user_id == user.id)).all()
    assert "challenges" in medals


# ---- work that arrives late --------------------------------------------------------------------

SUNDAY = MONDAY + 6 * DAY
NEXT = MONDAY + 7 * DAY


def late(session: Session, user: User, at: datetime, now: datetime, *, minutes: int = 30) -> None:
    record_work(session, user=user, at=at, now=now, minutes=minutes, tasks=1)


def test_work_of_sunday_that_arrives_on_monday_completes_its_week(session: Session) -> None:
    user = a_learner(session)
    choose_challenge(session, user_id=user.id, key="days", now=NOW)
    worked(session, user, NOW)
    late(session, user, noon(SUNDAY), noon(NEXT))
    (row,) = challenges(session)
    assert row.completed_at == noon(NEXT)
    medals = session.exec(select(Achievement.key).where(Achievement.user_id == user.id)).all()
    assert "challenges" in medals


def test_work_of_this_week_completes_no_challenge_of_the_last(session: Session) -> None:
    user = a_learner(session)
    choose_challenge(session, user_id=user.id, key="minutes", now=NOW)  # sixty of them
    worked(session, user, noon(NEXT), minutes=90)
    late(session, user, noon(SUNDAY), noon(NEXT), minutes=20)
    (row,) = challenges(session)
    assert row.completed_at is None
    late(session, user, noon(SUNDAY), noon(NEXT), minutes=40)
    (row,) = challenges(session)
    assert row.completed_at is not None


def test_two_that_are_completed_on_one_day_are_told_one_by_one(session: Session) -> None:
    user = a_learner(session)
    session.add(Challenge(user_id=user.id, week=MONDAY, key="days", target=2, chosen_at=NOW))
    session.add(Challenge(user_id=user.id, week=NEXT, key="minutes", target=60, chosen_at=NOW))
    worked(session, user, NOW)
    worked(session, user, noon(NEXT), minutes=60)
    late(session, user, noon(SUNDAY), noon(NEXT))
    late(session, user, noon(SUNDAY), noon(NEXT))
    assert all(row.completed_at == noon(NEXT) for row in challenges(session))
    told = session.exec(
        select(OutboxMessage).where(
            OutboxMessage.user_id == user.id, OutboxMessage.channel == "app"
        )
    ).all()
    said = [row.params["what"] for row in told if row.params.get("variant") == "challenge"]
    assert sorted(said) == ["Study for 60 minutes", "Study on 2 days"]


@pytest.mark.parametrize("days", [0, 1])
def test_a_medal_of_the_morning_is_earned_by_when_it_was(session: Session, days: int) -> None:
    user = a_learner(session)
    at = NOW - timedelta(hours=6)
    plan = study_factories.a_study_plan(session, user)
    study_factories.a_session(session, plan, status="done", percent=100, ended_at=at)
    late(session, user, at, NOW + days * DAY)
    medals = session.exec(select(Achievement.key).where(Achievement.user_id == user.id)).all()
    assert "early_bird" in medals


def test_a_medal_of_the_morning_is_earned_by_a_test(session: Session) -> None:
    user = a_learner(session)
    at = NOW - timedelta(hours=6)
    a_test(session, user, "mock", right=3, total=5, at=at)
    record_activity(session, user=user, now=at, tests=1)
    medals = session.exec(select(Achievement.key).where(Achievement.user_id == user.id)).all()
    assert "early_bird" in medals
