"""The frame of every page tells who, which level and how the streak stands, and nothing hidden."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import User
from learnconnect_app.services.shells import acknowledge_freeze, shell_view
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.xp import award
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, noon

DAY = timedelta(days=1)


def a_learner_with_a_week(session: Session, **traits: object) -> User:
    """Active from Monday to Sunday, so one freeze is held."""
    user = a_learner(session, **traits)  # type: ignore[arg-type]
    a_plan(session, user)
    for n in range(7):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=20, tasks=1)
    return user


@pytest.mark.parametrize(
    ("name", "locale", "expected"),
    [
        ("ilker işık", "tr", "İİ"),
        ("ilker işık", "en", "II"),
        ("ışıl", "tr", "I"),
        ("Ada King Lovelace", "en", "AL"),
    ],
)
def test_initials_follow_the_language(
    session: Session, name: str, locale: str, expected: str
) -> None:
    user = a_learner(session, name=name, locale=locale)
    assert shell_view(session, user_id=user.id, now=NOW).initials == expected


def test_new_learner_starts_at_level_one_without_anything(session: Session) -> None:
    view = shell_view(session, user_id=a_learner(session).id, now=NOW)
    assert (view.xp_total, view.level, view.xp_into_level, view.level_size) == (0, 1, 0, 100)
    assert (view.streak, view.longest_streak, view.is_active_today) == (0, 0, False)
    assert (view.freezes_held, view.freeze_used_on, view.is_operator) == (0, "", False)


def test_level_follows_the_ledger(session: Session) -> None:
    user = a_learner(session)
    for reward_type in (XPType.WEEKLY_TEST, XPType.DAILY_TASK):
        award(session, user_id=user.id, reward_type=reward_type, object_id="1", day=MONDAY, now=NOW)
    view = shell_view(session, user_id=user.id, now=NOW)
    assert (view.xp_total, view.level, view.xp_into_level) == (315, 4, 15)


def test_streak_and_freeze_are_told(session: Session) -> None:
    user = a_learner_with_a_week(session)
    view = shell_view(session, user_id=user.id, now=noon(MONDAY + 6 * DAY))
    assert (view.streak, view.longest_streak, view.is_active_today) == (7, 7, True)
    assert (view.freezes_held, view.freeze_used_on) == (1, "")


def test_used_freeze_is_told_until_it_is_acknowledged(session: Session) -> None:
    user = a_learner_with_a_week(session)
    later = noon(MONDAY + 8 * DAY)
    for _ in range(2):
        view = shell_view(session, user_id=user.id, now=later)
        assert (view.freezes_held, view.freeze_used_on) == (0, str(MONDAY + 7 * DAY))
        assert view.streak == 7
    for _ in range(2):
        acknowledge_freeze(session, user_id=user.id, now=later)
        assert shell_view(session, user_id=user.id, now=later).freeze_used_on == ""
    assert shell_view(session, user_id=user.id, now=later).streak == 7


def test_acknowledging_leaves_other_learners_alone(session: Session) -> None:
    first, second = a_learner_with_a_week(session), a_learner_with_a_week(session)
    later = noon(MONDAY + 8 * DAY)
    acknowledge_freeze(session, user_id=first.id, now=later)
    assert shell_view(session, user_id=second.id, now=later).freeze_used_on != ""


def test_streak_that_is_switched_off_is_not_told(session: Session) -> None:
    user = a_learner_with_a_week(session, is_streak_shown=False)
    view = shell_view(session, user_id=user.id, now=noon(MONDAY + 8 * DAY))
    assert not view.is_streak_shown
    assert (view.streak, view.longest_streak, view.freezes_held) == (0, 0, 0)
    assert view.freeze_used_on == ""


def test_operator_is_marked(session: Session) -> None:
    user = a_learner(session, role="operator")
    assert shell_view(session, user_id=user.id, now=NOW).is_operator


def test_unknown_learner_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        shell_view(session, user_id=uuid4(), now=NOW)
    with pytest.raises(NotFound):
        acknowledge_freeze(session, user_id=uuid4(), now=NOW)


def test_view_takes_four_queries_and_writes_nothing(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner_with_a_week(session)
    with count_queries(session) as queries:
        shell_view(session, user_id=user.id, now=noon(MONDAY + 60 * DAY))
    assert len(queries) <= 4
    assert all(query.startswith("SELECT") for query in queries)
