"""A reward that ends is spoken of once, three days before, while it really ends."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.reminder_words import words_of
from learnconnect_app.services.reward_endings import endings_of
from learnconnect_app.services.reward_references import reference_of
from learnconnect_app.services.rewards import mark_used, refund
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner
from tests.reminding import planned, rows_of, verdict_on
from tests.shop import a_reward, redeemed, with_codes, with_points

DAY = timedelta(days=1)
DAWN = NOW - timedelta(hours=7, minutes=55)  # 04:05 in Istanbul


@pytest.fixture
def learner(session: Session) -> User:
    return with_points(session, a_learner(session, locale="tr"), 1000)


def told(session: Session, user: User) -> list[OutboxMessage]:
    return rows_of(session, user, "reward_ending")


def lived_until(session: Session, user: User, day: int) -> list[OutboxMessage]:
    """What was said on the study days after Monday, up to the one of this number."""
    for n in range(1, day + 1):
        planned(session, user, DAWN + n * DAY)
    return told(session, user)


def test_seven_days_of_premium_are_spoken_of_on_the_fourth(session: Session, learner: User) -> None:
    premium = redeemed(session, learner, a_reward(session, "premium_days"))
    assert not lived_until(session, learner, 3)
    (row,) = lived_until(session, learner, 7)
    assert (row.channel, row.about) == ("app", str(premium.id))
    assert row.due_at.date() == MONDAY + 4 * DAY
    words = words_of(row.kind, "tr", row.params)
    assert words.title == "Bir premium_days yakında bitiyor"
    assert "Son günü 9 Mart" in words.text
    assert verdict_on(session, row) == "send"


def test_what_was_extended_is_spoken_of_at_its_new_end_alone(
    session: Session, learner: User
) -> None:
    reward = a_reward(session, "premium_days")
    redeemed(session, learner, reward)
    second = redeemed(session, learner, reward, now=NOW + 2 * DAY)
    (row,) = lived_until(session, learner, 14)
    assert (row.about, row.due_at.date()) == (str(second.id), MONDAY + 11 * DAY)


def test_what_was_extended_after_it_was_planned_is_not_said(
    session: Session, learner: User
) -> None:
    reward = a_reward(session, "premium_days")
    redeemed(session, learner, reward)
    (row,) = lived_until(session, learner, 4)
    redeemed(session, learner, reward, now=NOW + 4 * DAY)
    assert verdict_on(session, row) == "cancelled"


def test_premium_that_was_given_back_in_part_ends_earlier(session: Session, learner: User) -> None:
    reward = a_reward(session, "premium_days")
    first, second = redeemed(session, learner, reward), redeemed(session, learner, reward)
    operator = a_learner(session, role="operator")
    refund(session, user_id=operator.id, reference=reference_of(first.id), now=NOW)
    (row,) = lived_until(session, learner, 14)
    assert (row.about, row.due_at.date()) == (str(second.id), MONDAY + 4 * DAY)


def test_a_code_is_spoken_of_until_it_is_used(session: Session, learner: User) -> None:
    reward = a_reward(session, "code", valid_days=10)
    with_codes(session, reward, "A", "B")
    used, kept = redeemed(session, learner, reward), redeemed(session, learner, reward)
    mark_used(session, user_id=learner.id, redemption_id=used.id, is_used=True, now=NOW)
    (row,) = lived_until(session, learner, 10)
    assert (row.about, row.due_at.date()) == (str(kept.id), MONDAY + 7 * DAY)
    mark_used(session, user_id=learner.id, redemption_id=kept.id, is_used=True, now=NOW)
    assert verdict_on(session, row) == "cancelled"


def test_a_look_that_is_also_owned_for_good_does_not_end(session: Session, learner: User) -> None:
    redeemed(session, learner, a_reward(session, "theme", valid_days=10))
    assert [each.until for each in endings_of(session, [learner.id], NOW)] == [NOW + 10 * DAY]
    later = NOW + 10 * DAY  # over: it can be redeemed again
    assert not endings_of(session, [learner.id], later)
    redeemed(session, learner, a_reward(session, "theme"), now=later)
    assert not endings_of(session, [learner.id], later)


def test_who_was_away_hears_of_it_on_coming_back(session: Session, learner: User) -> None:
    redeemed(session, learner, a_reward(session, "premium_days"))
    begin_absence(
        session,
        user_id=learner.id,
        kind="vacation",
        from_day=MONDAY + 3 * DAY,
        until_day=MONDAY + 6 * DAY,
        now=NOW,
    )
    (row,) = lived_until(session, learner, 7)
    assert row.due_at.date() == MONDAY + 6 * DAY


def test_what_lasts_three_days_or_is_for_good_is_not_spoken_of(
    session: Session, learner: User
) -> None:
    redeemed(session, learner, a_reward(session, "premium_days", value={"days": 3}))
    redeemed(session, learner, a_reward(session, "frame"))
    redeemed(session, learner, a_reward(session, "streak_freeze"))
    assert not lived_until(session, learner, 4)


def test_of_many_it_is_asked_in_one_query(session: Session, count_queries: Counting) -> None:
    reward, ids = a_reward(session, "premium_days"), []
    for _ in range(5):
        user = with_points(session, a_learner(session), 100)
        redeemed(session, user, reward)
        ids.append(user.id)
    soon: datetime = NOW + DAY
    with count_queries(session) as queries:
        assert {each.user_id for each in endings_of(session, ids, soon)} == set(ids)
    assert len(queries) == 1
