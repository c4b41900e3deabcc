"""Points are spent once and whole: what is redeemed is given in the same transaction, or not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import Session, col, delete, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.looks import LookKind
from learnconnect_app.domain.streaks import MOST_FREEZES
from learnconnect_app.models import Redemption, Reward, RewardCode, StreakFreeze, User
from learnconnect_app.services.looks import wear
from learnconnect_app.services.points import points_of
from learnconnect_app.services.reward_references import reference_of
from learnconnect_app.services.reward_stocks import terms_of
from learnconnect_app.services.rewards import mark_used, redeem, refund
from learnconnect_app.services.shells import shell_view
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.services.xp import total_xp
from tests.factories import MONDAY, NOW, a_learner, a_plan, noon
from tests.shop import a_reward, ledger_of, redeemed, with_codes, with_points

DAY = timedelta(days=1)


def an_operator(session: Session) -> User:
    return a_learner(session, role="operator")


def freezes_of(session: Session, user: User) -> int:
    return len(session.exec(select(StreakFreeze).where(StreakFreeze.user_id == user.id)).all())


def refunded(session: Session, redemption: Redemption, now: datetime = NOW) -> User:
    reference = reference_of(redemption.id)
    learner = refund(session, user_id=an_operator(session).id, reference=reference, now=now)
    session.expire_all()
    return session.get_one(User, learner)


# ---- spending ---------------------------------------------------------------------------------


def test_spending_lowers_the_points_and_neither_xp_nor_level(session: Session) -> None:
    user = with_points(session, a_learner(session), 340)
    before = shell_view(session, user_id=user.id, now=NOW)
    redeemed(session, user, a_reward(session, cost=200))
    after = shell_view(session, user_id=user.id, now=NOW)
    assert points_of(session, user.id).balance == 140
    assert (after.xp_total, after.level) == (before.xp_total, before.level) == (340, 4)
    assert total_xp(session, user.id) == 340


def test_a_click_that_arrives_twice_redeems_once(session: Session) -> None:
    user, reward = with_points(session, a_learner(session), 500), a_reward(session, "code")
    with_codes(session, reward, "A", "B")
    asked = {"reward_id": reward.id, "request_id": uuid4()}
    first, again = (
        redeem(session, user_id=user.id, terms=terms_of(reward), **asked, now=NOW) for _ in range(2)
    )
    assert first == again
    assert ledger_of(session, user.id) == -100
    assert session.exec(select(RewardCode).where(col(RewardCode.is_taken))).one().code


@pytest.mark.parametrize("change", [{"cost": 90}, {"value": {"theme": "forest"}}])
def test_what_has_changed_since_it_was_seen_is_not_redeemed(
    session: Session, change: dict[str, Any]
) -> None:
    user, reward = with_points(session, a_learner(session), 500), a_reward(session)
    seen = terms_of(reward)
    for name, value in change.items():
        setattr(reward, name, value)
    session.flush()
    asked = {"reward_id": reward.id, "request_id": uuid4()}
    with pytest.raises(DomainError, match="reward_changed"):
        redeem(session, user_id=user.id, terms=seen, **asked, now=NOW)
    assert ledger_of(session, user.id) == 0
    redeem(session, user_id=user.id, terms=terms_of(reward), **asked, now=NOW)
    assert ledger_of(session, user.id) == -reward.cost


@pytest.mark.parametrize(
    ("columns", "points", "code"),
    [
        ({}, 99, "reward_points"),
        ({"stock": 0}, 100, "reward_sold_out"),
        ({"is_offered": False}, 100, "reward_gone"),
        ({"until_at": NOW}, 100, "reward_gone"),
        ({"from_at": NOW + DAY}, 100, "reward_soon"),
    ],
)
def test_what_is_refused_costs_and_gives_nothing(
    session: Session, columns: dict[str, object], points: int, code: str
) -> None:
    user, reward = with_points(session, a_learner(session), points), a_reward(session, **columns)
    with pytest.raises(DomainError, match=code):
        redeemed(session, user, reward)
    assert points_of(session, user.id).balance == points
    assert session.exec(select(Redemption)).all() == []


def test_a_limit_counts_what_was_not_refunded(session: Session) -> None:
    user = with_points(session, a_learner(session), 1000)
    reward = a_reward(session, "premium_days", per_learner=1)
    first = redeemed(session, user, reward)
    with pytest.raises(DomainError, match="reward_limit"):
        redeemed(session, user, reward)
    refunded(session, first)
    redeemed(session, user, reward)


def test_the_last_one_goes_once(session: Session) -> None:
    reward = a_reward(session, stock=1)
    first, second = (with_points(session, a_learner(session), 100) for _ in range(2))
    redeemed(session, first, reward)
    with pytest.raises(DomainError, match="reward_sold_out"):
        redeemed(session, second, reward)
    session.expire_all()
    assert session.get_one(Reward, reward.id).stock == 0


def test_what_is_no_reward_is_not_found(session: Session) -> None:
    user = with_points(session, a_learner(session), 100)
    with pytest.raises(NotFound):
        redeem(session, user_id=user.id, reward_id=uuid4(), request_id=uuid4(), terms="", now=NOW)


# ---- codes ------------------------------------------------------------------------------------


def test_codes_of_a_pool_are_given_once_each_until_there_are_no_more(session: Session) -> None:
    reward = a_reward(session, "code", valid_days=30)
    with_codes(session, reward, "A", "B")
    given = [
        redeemed(session, with_points(session, a_learner(session), 100), reward) for _ in range(2)
    ]
    assert {each.code for each in given} == {"A", "B"}
    assert {each.expires_at for each in given} == {NOW + 30 * DAY}
    with pytest.raises(DomainError, match="reward_sold_out"):
        redeemed(session, with_points(session, a_learner(session), 100), reward)


def test_codes_are_made_up_with_their_prefix_and_kept(session: Session) -> None:
    user = with_points(session, a_learner(session), 200)
    reward = a_reward(session, "code", value={"source": "generated", "prefix": "KITAP"})
    codes = {redeemed(session, user, reward).code for _ in range(2)}
    assert len(codes) == 2
    assert all(code.startswith("KITAP-") for code in codes)
    kept = session.exec(select(RewardCode.code).where(col(RewardCode.is_taken)))
    assert set(kept) == codes


def test_a_code_is_marked_as_used_and_back_by_its_owner_alone(session: Session) -> None:
    user, other = with_points(session, a_learner(session), 100), a_learner(session)
    reward = a_reward(session, "code")
    with_codes(session, reward, "A")
    code = redeemed(session, user, reward)
    with pytest.raises(NotFound):
        mark_used(session, user_id=other.id, redemption_id=code.id, is_used=True, now=NOW)
    for is_used, status in ((True, "used"), (True, "used"), (False, "active")):
        mark_used(session, user_id=user.id, redemption_id=code.id, is_used=is_used, now=NOW)
        assert (code.status, code.used_at is not None) == (status, is_used)


def test_a_code_stays_taken_when_its_learner_has_gone(session: Session) -> None:
    user, reward = with_points(session, a_learner(session), 100), a_reward(session, "code")
    with_codes(session, reward, "A")
    redeemed(session, user, reward)
    session.exec(delete(User).where(col(User.id) == user.id))
    session.expire_all()
    assert session.exec(select(Redemption)).all() == []
    code = session.exec(select(RewardCode)).one()
    assert (code.code, code.is_taken, code.redemption_id) == ("A", True, None)
    with pytest.raises(DomainError, match="reward_sold_out"):
        redeemed(session, with_points(session, a_learner(session), 100), reward)


def test_what_is_no_code_cannot_be_marked(session: Session) -> None:
    user = with_points(session, a_learner(session), 100)
    theme = redeemed(session, user, a_reward(session))
    with pytest.raises(NotFound):
        mark_used(session, user_id=user.id, redemption_id=theme.id, is_used=True, now=NOW)


# ---- looks ------------------------------------------------------------------------------------


def test_a_theme_is_worn_at_once_and_owned_once(session: Session) -> None:
    user, reward = with_points(session, a_learner(session), 500), a_reward(session)
    redeemed(session, user, reward)
    assert shell_view(session, user_id=user.id, now=NOW).theme == "ocean"
    with pytest.raises(DomainError, match="reward_owned"):
        redeemed(session, user, a_reward(session))  # another reward with the same look
    wear(session, user_id=user.id, kind=LookKind.THEME, look="", now=NOW)
    session.expire_all()
    assert shell_view(session, user_id=user.id, now=NOW).theme == ""


def test_a_look_that_lasts_some_days_can_be_had_again(session: Session) -> None:
    user, reward = with_points(session, a_learner(session), 500), a_reward(session, valid_days=3)
    redeemed(session, user, reward)
    for now, worn in ((NOW + 2 * DAY, "ocean"), (NOW + 3 * DAY, "")):
        assert shell_view(session, user_id=user.id, now=now).theme == worn
    redeemed(session, user, reward, now=NOW + 3 * DAY)
    assert shell_view(session, user_id=user.id, now=NOW + 3 * DAY).theme == "ocean"


def test_what_another_learner_owns_cannot_be_worn(session: Session) -> None:
    user, other = with_points(session, a_learner(session), 100), a_learner(session)
    redeemed(session, user, a_reward(session))
    with pytest.raises(DomainError, match="look_locked"):
        wear(session, user_id=other.id, kind=LookKind.THEME, look="ocean", now=NOW)
    with pytest.raises(DomainError, match="bad_request"):
        wear(session, user_id=user.id, kind=LookKind.FRAME, look="ocean", now=NOW)


# ---- premium ----------------------------------------------------------------------------------


def test_premium_lends_every_look_while_it_lasts(session: Session) -> None:
    user = with_points(session, a_learner(session), 700)
    with pytest.raises(DomainError, match="look_locked"):
        wear(session, user_id=user.id, kind=LookKind.FRAME, look="aurora", now=NOW)
    redeemed(session, user, a_reward(session, "premium_days"))
    wear(session, user_id=user.id, kind=LookKind.FRAME, look="aurora", now=NOW)
    session.expire_all()
    assert shell_view(session, user_id=user.id, now=NOW + 6 * DAY).frame == "aurora"
    assert shell_view(session, user_id=user.id, now=NOW + 7 * DAY).frame == ""
    redeemed(session, user, a_reward(session, "premium_days"), now=NOW + 8 * DAY)
    assert shell_view(session, user_id=user.id, now=NOW + 8 * DAY).frame == "aurora"


@pytest.mark.parametrize(("is_premium", "held"), [(False, MOST_FREEZES), (True, MOST_FREEZES + 1)])
def test_premium_makes_room_for_one_more_freeze(
    session: Session, is_premium: bool, held: int
) -> None:
    user = a_learner(session)
    user.premium_until = NOW + 100 * DAY if is_premium else None
    for n in range(28):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), tasks=1)
    assert freezes_of(session, user) == held


def test_a_third_freeze_stays_when_premium_ends_and_no_fourth_comes(session: Session) -> None:
    user = a_learner(session)
    user.premium_until = NOW + 21 * DAY
    for n in range(35):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), tasks=1)
    assert freezes_of(session, user) == MOST_FREEZES + 1


def test_days_of_premium_add_up(session: Session) -> None:
    user = with_points(session, a_learner(session), 200)
    reward = a_reward(session, "premium_days")
    first, second = redeemed(session, user, reward), redeemed(session, user, reward)
    assert (first.expires_at, second.expires_at) == (NOW + 7 * DAY, NOW + 14 * DAY)
    assert user.premium_until == NOW + 14 * DAY


# ---- freezes ----------------------------------------------------------------------------------


def test_freezes_are_bought_up_to_the_most_that_are_held(session: Session) -> None:
    user, reward = with_points(session, a_learner(session), 500), a_reward(session, "streak_freeze")
    for _ in range(MOST_FREEZES):
        redeemed(session, user, reward)
    with pytest.raises(DomainError, match="reward_freezes_full"):
        redeemed(session, user, reward)
    assert ledger_of(session, user.id) == -200
    assert shell_view(session, user_id=user.id, now=NOW).freezes_held == MOST_FREEZES


def test_a_bought_freeze_covers_a_missed_day_and_takes_no_earned_ones_place(
    session: Session,
) -> None:
    user = with_points(session, a_learner(session), 100)
    a_plan(session, user)  # without one no day is missed
    for n in range(7):
        if n == 6:  # on the very day that earns one
            redeemed(session, user, a_reward(session, "streak_freeze"), now=noon(MONDAY + 6 * DAY))
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), tasks=1)
    assert freezes_of(session, user) == 2
    record_activity(session, user=user, now=noon(MONDAY + 9 * DAY), tasks=1)
    view = shell_view(session, user_id=user.id, now=noon(MONDAY + 9 * DAY))
    assert (view.streak, view.freezes_held) == (8, 0)


def test_a_day_missed_before_is_not_covered_by_one_bought_later(session: Session) -> None:
    user = with_points(session, a_learner(session), 100)
    a_plan(session, user)
    record_activity(session, user=user, now=NOW, tasks=1)
    later = noon(MONDAY + 2 * DAY)
    redeemed(session, user, a_reward(session, "streak_freeze"), now=later)
    view = shell_view(session, user_id=user.id, now=later)
    assert (view.streak, view.freezes_held) == (0, 1)


def test_no_freeze_is_sold_for_a_streak_that_is_switched_off(session: Session) -> None:
    user = with_points(session, a_learner(session, is_streak_shown=False), 100)
    with pytest.raises(DomainError, match="reward_gone"):
        redeemed(session, user, a_reward(session, "streak_freeze"))


# ---- refunds ----------------------------------------------------------------------------------


def test_premium_given_back_ends_what_followed_it_as_much_earlier(session: Session) -> None:
    user = with_points(session, a_learner(session), 300)
    reward = a_reward(session, "premium_days")
    first, second, third = (redeemed(session, user, reward) for _ in range(3))
    user = refunded(session, second, NOW + DAY)
    assert user.premium_until == NOW + 14 * DAY
    ends = [session.get_one(Redemption, each.id).expires_at for each in (first, third)]
    assert ends == [NOW + 7 * DAY, NOW + 14 * DAY]
    user = refunded(session, first, NOW + DAY)
    assert session.get_one(Redemption, third.id).expires_at == user.premium_until == NOW + 7 * DAY


@pytest.mark.parametrize("kind", ["code", "premium_days", "theme", "frame", "streak_freeze"])
def test_a_refund_gives_the_points_back_and_takes_what_they_gave(
    session: Session, kind: str
) -> None:
    user = with_points(session, a_learner(session), 100)
    reward = a_reward(session, kind, **({} if kind == "code" else {"stock": 3}))
    if kind == "code":
        with_codes(session, reward, "A")
    redemption = redeemed(session, user, reward)
    user = refunded(session, redemption)
    view = shell_view(session, user_id=user.id, now=NOW)
    assert points_of(session, user.id).balance == 100
    assert (user.premium_until, view.theme, view.frame, view.freezes_held) == (None, "", "", 0)
    assert session.get_one(Reward, reward.id).stock == (None if kind == "code" else 3)
    taken = select(RewardCode).where(col(RewardCode.is_taken))
    assert len(session.exec(taken).all()) == (kind == "code"), "a code that was seen stays taken"
    with pytest.raises(DomainError, match="refund_used"):
        refunded(session, redemption)
    assert points_of(session, user.id).balance == 100


def test_what_was_used_or_is_over_is_not_refunded(session: Session) -> None:
    user = with_points(session, a_learner(session), 500)
    code = a_reward(session, "code", value={"source": "generated", "prefix": ""})
    used = redeemed(session, user, code)
    mark_used(session, user_id=user.id, redemption_id=used.id, is_used=True, now=NOW)
    freeze = redeemed(session, user, a_reward(session, "streak_freeze"))
    session.exec(select(StreakFreeze)).one().used_day = MONDAY
    session.flush()
    premium = redeemed(session, user, a_reward(session, "premium_days"))
    for redemption in (used, freeze, premium):
        with pytest.raises(DomainError, match="refund_used"), session.begin_nested():
            refunded(session, redemption, now=NOW + 7 * DAY)
    assert ledger_of(session, user.id) == -300


def test_only_operators_refund_and_by_the_reference_alone(session: Session) -> None:
    user = with_points(session, a_learner(session), 100)
    redemption = redeemed(session, user, a_reward(session))
    reference = reference_of(redemption.id)
    with pytest.raises(NotFound):
        refund(session, user_id=user.id, reference=reference, now=NOW)
    operator = an_operator(session)
    for wrong in ("", "xyz", "0000-0000-0000", reference[:-1]):
        with pytest.raises(DomainError, match="reference_unknown"):
            refund(session, user_id=operator.id, reference=wrong, now=NOW)
    written = reference.lower().replace("-", " ")
    assert refund(session, user_id=operator.id, reference=written, now=NOW) == user.id
