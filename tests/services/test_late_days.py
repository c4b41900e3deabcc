"""Work of a past day that arrives late leaves the streak as if it had arrived in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.models import StreakFreeze, User
from learnconnect_app.services.late_days import record_work
from learnconnect_app.services.streaks import settle_days, streak_of
from learnconnect_app.services.xp import total_xp
from tests.factories import MONDAY, a_learner, a_plan, noon
from tests.offline import kinds_of_days, ledger

DAY = timedelta(days=1)


def of_march(number: int) -> date:
    """The study day so many days after the first."""
    return MONDAY + number * DAY


def lived(session: Session, pattern: str, *, late: frozenset[int] = frozenset()) -> User:
    """A learner who works on days marked ``x``. Every day ends settled; work of ``late`` days
    arrives when all are over."""
    user = a_learner(session)
    a_plan(session, user)
    last = noon(of_march(len(pattern)))
    for number, mark in enumerate(pattern):
        now = noon(of_march(number))
        if mark == "x" and number not in late:
            record_work(session, user=user, at=now, now=now, tasks=1)
        settle_days(session, user=user, now=now)
    settle_days(session, user=user, now=last)
    for number in sorted(late):
        record_work(session, user=user, at=noon(of_march(number)), now=last, tasks=1)
    return user


def drawn(session: Session, user: User) -> str:
    """x worked, f covered by a freeze, . missed."""
    marks = {"active": "x", "frozen": "f", "missed": "."}
    return "".join(marks[kind] for kind in kinds_of_days(session, user).values())


@pytest.mark.parametrize(
    ("pattern", "late"),
    [
        ("xxx", {1}),
        ("xxxx", {1, 2}),
        ("xx.xx", {3}),
        ("xxxxxxxx", {7}),
        ("xxxxxxx.x", {6}),
        ("xxxxxxxx.x", {3}),
        ("xxxxxxxx..x", {7}),
        ("xxxxxxxxxxxxxx.x.x", {2, 9}),
        ("xxxxxxxxxxxxxxxxx", {8}),
        ("xxxxxxx..xxxxxxx", {12}),
    ],
)
def test_late_work_leaves_days_streak_and_xp_as_work_in_time(
    session: Session, pattern: str, late: set[int]
) -> None:
    in_time, afterwards = lived(session, pattern), lived(session, pattern, late=frozenset(late))
    last = noon(of_march(len(pattern)))
    assert drawn(session, afterwards) == drawn(session, in_time)
    streaks = [streak_of(session, user=user, now=last) for user in (in_time, afterwards)]
    assert streaks[0] == streaks[1]
    assert total_xp(session, afterwards.id) == total_xp(session, in_time.id)


def test_a_late_day_between_two_paid_weeks_pays_no_third_one(session: Session) -> None:
    user = lived(session, "xxxxxxx" + "..." + "xxxxxxx")
    assert drawn(session, user) == "xxxxxxxf..xxxxxxx"
    last = noon(of_march(17))
    for number in (8, 9):
        record_work(session, user=user, at=noon(of_march(number)), now=last, tasks=1)
    weeks = [row for row in ledger(session, user) if row[0] == "consistency"]
    assert len(weeks) == 2  # of a run of 16
    assert streak_of(session, user=user, now=last).current == 16


def test_a_freeze_is_given_back_unseen(session: Session) -> None:
    user = lived(session, "xxxxxxx.")
    record_work(session, user=user, at=noon(of_march(7)), now=noon(of_march(8)), tasks=1)
    freeze = session.exec(select(StreakFreeze).where(StreakFreeze.user_id == user.id)).one()
    session.refresh(freeze)
    assert (freeze.used_day, freeze.is_seen) == (None, False)


def test_late_work_twice_pays_once(session: Session) -> None:
    user = lived(session, "xx.x")
    late, last = noon(of_march(2)), noon(of_march(4))
    first = record_work(session, user=user, at=late, now=last, minutes=10, tasks=1)
    second = record_work(session, user=user, at=late, now=last, minutes=10, tasks=1)
    assert (first, second) == (10, 0)  # the day itself and the one after it
