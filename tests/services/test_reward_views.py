"""The shop as a learner sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.content.rewards import starting_rewards
from learnconnect_app.domain.reward_views import ENDLESS, RewardCard
from learnconnect_app.models import Reward
from learnconnect_app.services.reward_content import load_rewards
from learnconnect_app.services.reward_views import rewards_view
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner
from tests.shop import a_reward, redeemed, with_codes, with_points

DAY = timedelta(days=1)


def card_of(session: Session, reward: Reward, user_id: object) -> RewardCard:
    view = rewards_view(session, user_id=user_id, now=NOW)  # type: ignore[arg-type]
    return next(card for card in view.offers if card.id == str(reward.id))


def test_a_newcomer_sees_the_shop_and_how_far_everything_is(session: Session) -> None:
    load_rewards(session, starting_rewards(), now=NOW)
    view = rewards_view(session, user_id=a_learner(session).id, now=NOW)
    assert (view.balance, view.earned, view.premium_until, view.redeemed) == (0, 0, "", ())
    assert {card.reason for card in view.offers} == {"reward_points"}
    assert [card.cost for card in view.offers] == sorted(card.cost for card in view.offers)
    assert view.next_up == view.offers[0]
    assert [look.look for look in (*view.themes, *view.frames)] == ["", ""]


def test_loading_the_starting_rewards_again_keeps_what_an_operator_changed(
    session: Session,
) -> None:
    assert load_rewards(session, starting_rewards(), now=NOW) == len(starting_rewards())
    reward = session.exec(select(Reward).where(Reward.key == "theme-ocean")).one()
    reward.cost, reward.is_offered = 7, False
    session.flush()
    assert load_rewards(session, starting_rewards(), now=NOW + DAY) == 0
    session.expire_all()
    assert (reward.cost, reward.is_offered, reward.created_at) == (7, False, NOW)


def test_a_card_says_what_is_missing_left_and_until_when(session: Session) -> None:
    user = with_points(session, a_learner(session), 60)
    far = a_reward(session, "code", cost=80, until_at=NOW + 2 * DAY, valid_days=30)
    with_codes(session, far, "A", "B")
    card = card_of(session, far, user.id)
    assert (card.reason, card.missing, card.percent, card.left) == ("reward_points", 20, 75, 2)
    assert (card.last_day, card.valid_days) == (str(MONDAY + 2 * DAY), 30)
    near = card_of(session, a_reward(session, cost=60), user.id)
    assert (near.reason, near.left, near.look) == ("", ENDLESS, "ocean")
    soon = card_of(session, a_reward(session, cost=1, from_at=NOW + DAY), user.id)
    assert (soon.reason, soon.first_day) == ("reward_soon", str(MONDAY + DAY))


def test_what_is_over_or_withdrawn_is_not_in_the_shop_but_in_the_history(session: Session) -> None:
    user, reward = with_points(session, a_learner(session), 100), a_reward(session)
    redeemed(session, user, reward)
    reward.is_offered = False
    a_reward(session, until_at=NOW)
    session.flush()
    view = rewards_view(session, user_id=user.id, now=NOW)
    assert view.offers == ()
    assert [(each.title, each.state) for each in view.redeemed] == [("A theme", "given")]
    assert [(look.look, look.is_worn) for look in view.themes] == [("", False), ("ocean", True)]


def test_premium_lends_looks_that_are_marked_as_lent(session: Session) -> None:
    user = with_points(session, a_learner(session), 300)
    redeemed(session, user, a_reward(session))
    redeemed(session, user, a_reward(session, "premium_days"))
    view = rewards_view(session, user_id=user.id, now=NOW)
    lent = {look.look: look.is_lent for look in view.themes}
    assert lent == {"": False, "ocean": False, "forest": True, "sunset": True, "berry": True}
    assert view.premium_until == str(MONDAY + 7 * DAY)
    after = rewards_view(session, user_id=user.id, now=NOW + 7 * DAY)
    assert [look.look for look in after.themes] == ["", "ocean"]
    assert after.premium_until == ""
    assert {each.state for each in after.redeemed} == {"given", "over"}


def test_of_a_streak_that_is_switched_off_nothing_is_offered(session: Session) -> None:
    user = a_learner(session, is_streak_shown=False)
    a_reward(session, "streak_freeze")
    view = rewards_view(session, user_id=user.id, now=NOW)
    assert (view.offers, view.has_streak) == ((), False)


@pytest.mark.parametrize("times", [1, 30])
def test_the_page_asks_few_questions_however_much_there_is(
    session: Session, count_queries: Counting, times: int
) -> None:
    user = with_points(session, a_learner(session), 10_000)
    for _ in range(times):
        redeemed(session, user, a_reward(session, "premium_days"))
    user_id = user.id
    session.flush()
    with count_queries(session) as queries:
        rewards_view(session, user_id=user_id, now=NOW)
    assert len(queries) <= 7


def test_texts_are_in_the_learners_language(session: Session) -> None:
    user = a_learner(session, locale="tr")
    assert card_of(session, a_reward(session), user.id).title == "Bir theme"
