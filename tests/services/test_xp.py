"""XP is paid once for an object, and the total is what the ledger says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.xp import AMOUNT, XPType
from learnconnect_app.models import XPReward
from learnconnect_app.services.xp import award, total_xp
from tests.factories import MONDAY, NOW, a_learner


def test_first_award_pays_the_amount_of_its_type(session: Session) -> None:
    user = a_learner(session)
    for reward_type in XPType:
        paid = award(
            session, user_id=user.id, reward_type=reward_type, object_id="1", day=MONDAY, now=NOW
        )
        assert paid == AMOUNT[reward_type]
    assert total_xp(session, user.id) == sum(AMOUNT.values())


def test_same_object_is_never_paid_twice(session: Session) -> None:
    user = a_learner(session)
    paid = [
        award(
            session,
            user_id=user.id,
            reward_type=XPType.DAILY_TASK,
            object_id="task",
            day=MONDAY,
            now=NOW,
        )
        for _ in range(3)
    ]
    assert paid == [15, 0, 0]
    assert total_xp(session, user.id) == 15
    assert len(session.exec(select(XPReward)).all()) == 1


def test_same_object_pays_two_learners_and_two_types(session: Session) -> None:
    first, second = a_learner(session), a_learner(session)
    for user in (first, second):
        for reward_type in (XPType.DAILY_TASK, XPType.SPEED):
            award(
                session,
                user_id=user.id,
                reward_type=reward_type,
                object_id="task",
                day=MONDAY,
                now=NOW,
            )
    assert total_xp(session, first.id) == total_xp(session, second.id) == 25


def test_learner_without_rewards_has_no_xp(session: Session) -> None:
    assert total_xp(session, a_learner(session).id) == 0


def test_award_sees_rows_that_are_only_waiting_in_the_session(session: Session) -> None:
    user = a_learner(session)
    reward = XPReward(
        user_id=user.id,
        reward_type=XPType.SPEED,
        object_id="task",
        amount=10,
        day=MONDAY,
        created_at=NOW,
    )
    session.add(reward)
    assert not award(
        session, user_id=user.id, reward_type=XPType.SPEED, object_id="task", day=MONDAY, now=NOW
    )


def test_many_tabs_at_once_are_paid_once_in_all(database: Database) -> None:
    with database.transaction() as session:
        user_id = a_learner(session).id

    def claim(_tab: int) -> int:
        with database.transaction() as session:
            return award(
                session,
                user_id=user_id,
                reward_type=XPType.WEEKLY_TEST,
                object_id="week",
                day=MONDAY,
                now=NOW,
            )

    with ThreadPoolExecutor(8) as tabs:
        paid = list(tabs.map(claim, range(16)))
    assert sorted(paid) == [0] * 15 + [300]
    with database.reading() as session:
        assert total_xp(session, user_id) == 300
