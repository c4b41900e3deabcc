"""Operators keep the shop, and nobody else does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.reward_views import ENDLESS
from learnconnect_app.domain.rewards import Kind
from learnconnect_app.models import Reward, RewardCode, User
from learnconnect_app.services.reward_offers import (
    add_codes,
    offer_form,
    offers_view,
    save_offer,
    set_offered,
)
from tests.factories import NOW, a_learner
from tests.shop import a_reward, redeemed, with_codes, with_points

DAY = timedelta(days=1)
FORM = {
    "title_en": "A book",
    "title_tr": "Bir kitap",
    "description_en": "From our shelf",
    "description_tr": "Rafımızdan",
    "cost": "200",
    "source": "pool",
    "stock": "",
    "per_learner": "1",
    "valid_days": "30",
    "first_day": "2026-03-02",
    "last_day": "2026-03-31",
}


@pytest.fixture
def operator(session: Session) -> User:
    return a_learner(session, role="operator")


def saved(
    session: Session,
    operator: User,
    form: dict[str, str],
    *,
    reward: UUID | None = None,
    kind: Kind = Kind.CODE,
) -> Reward:
    found = save_offer(
        session, user_id=operator.id, reward_id=reward, kind=kind, form=form, now=NOW
    )
    session.expire_all()
    return session.get_one(Reward, found)


def test_a_reward_is_made_and_its_form_holds_what_was_written(
    session: Session, operator: User
) -> None:
    reward = saved(session, operator, FORM)
    assert (reward.cost, reward.stock, reward.per_learner) == (200, None, 1)
    assert reward.title == {"en": "A book", "tr": "Bir kitap"}
    assert reward.from_at == datetime(2026, 3, 2, 1, tzinfo=UTC), "04:00 in Istanbul"
    assert reward.until_at == datetime(2026, 4, 1, 1, tzinfo=UTC)
    form = offer_form(session, user_id=operator.id, reward_id=reward.id)
    assert {name: form.given[name] for name in FORM} == FORM
    assert form.kind == "code"


def test_a_change_reaches_the_shop_and_not_what_was_redeemed(
    session: Session, operator: User
) -> None:
    reward = a_reward(session, cost=100)
    redemption = redeemed(session, with_points(session, a_learner(session), 100), reward)
    changed = {**FORM, "cost": "150", "theme": "berry"}
    reward = saved(session, operator, changed, reward=reward.id, kind=Kind.CODE)
    assert (reward.kind, reward.cost, reward.value) == ("theme", 150, {"theme": "berry"})
    assert (redemption.cost, redemption.value) == (100, {"theme": "ocean"})


@pytest.mark.parametrize(
    ("was", "now_written", "meanwhile", "after"),
    [("10", "10", 7, 7), ("10", "15", 7, 12), ("10", "2", 7, 0), ("10", "", 7, None)],
)
def test_a_stock_that_learners_take_from_meanwhile_moves_by_the_difference(
    session: Session,
    operator: User,
    was: str,
    now_written: str,
    meanwhile: int,
    after: int | None,
) -> None:
    reward = a_reward(session, stock=meanwhile)
    form = {**FORM, "theme": "ocean", "stock_was": was, "stock": now_written}
    assert saved(session, operator, form, reward=reward.id).stock == after


def test_a_stock_is_set_where_there_was_none(session: Session, operator: User) -> None:
    reward = a_reward(session)
    form = {**FORM, "theme": "ocean", "stock_was": "", "stock": "5"}
    assert saved(session, operator, form, reward=reward.id).stock == 5


def test_codes_are_added_once_and_doubles_are_told(session: Session, operator: User) -> None:
    reward = a_reward(session, "code")
    with_codes(session, reward, "A")
    told = add_codes(
        session, user_id=operator.id, reward_id=reward.id, text="A\nB\nB\n C \n", now=NOW
    )
    assert (told.added, told.doubles) == (2, 2)
    codes = session.exec(select(RewardCode.code).where(RewardCode.reward_id == reward.id))
    assert sorted(codes) == ["A", "B", "C"]
    made_up = a_reward(session, "code", value={"source": "generated", "prefix": ""})
    with pytest.raises(NotFound):
        add_codes(session, user_id=operator.id, reward_id=made_up.id, text="A", now=NOW)


def test_rows_tell_how_often_and_never_who(session: Session, operator: User) -> None:
    reward = a_reward(session, "code")
    with_codes(session, reward, "A", "B")
    learner = with_points(session, a_learner(session, name="Gizem Kanarya"), 100)
    redeemed(session, learner, reward)
    theme = a_reward(session, is_offered=False, until_at=NOW)
    view = offers_view(session, user_id=operator.id, now=NOW)
    first, second = view.rows
    assert (first.id, first.left, first.redeemed, first.is_pooled) == (str(reward.id), 1, 1, True)
    assert (second.id, second.left, second.is_offered) == (str(theme.id), ENDLESS, False)
    assert second.is_over
    form = offer_form(session, user_id=operator.id, reward_id=reward.id)
    assert len(form.codes) == 1
    assert "Kanarya" not in f"{view}{form}"
    assert str(learner.id) not in f"{view}{form}"


def test_a_reward_leaves_the_shop_and_comes_back(session: Session, operator: User) -> None:
    reward = a_reward(session)
    for is_offered in (False, True):
        set_offered(
            session, user_id=operator.id, reward_id=reward.id, is_offered=is_offered, now=NOW
        )
        assert reward.is_offered is is_offered


Attempt = Callable[[Session, UUID, UUID], object]
ATTEMPTS: list[Attempt] = [
    lambda session, user, reward: offers_view(session, user_id=user, now=NOW),
    lambda session, user, reward: offer_form(session, user_id=user, reward_id=reward),
    lambda session, user, reward: save_offer(
        session, user_id=user, reward_id=None, kind=Kind.CODE, form=FORM, now=NOW
    ),
    lambda session, user, reward: save_offer(
        session, user_id=user, reward_id=reward, kind=Kind.CODE, form=FORM, now=NOW
    ),
    lambda session, user, reward: set_offered(
        session, user_id=user, reward_id=reward, is_offered=False, now=NOW
    ),
    lambda session, user, reward: add_codes(
        session, user_id=user, reward_id=reward, text="A", now=NOW
    ),
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_learners_keep_no_shop(session: Session, attempt: Attempt) -> None:
    user, reward = a_learner(session), a_reward(session, "code")
    with pytest.raises(NotFound):
        attempt(session, user.id, reward.id)
    assert session.exec(select(Reward)).all() == [reward]
    assert reward.is_offered


def test_what_is_no_reward_is_not_found(session: Session, operator: User) -> None:
    with pytest.raises(NotFound):
        offer_form(session, user_id=operator.id, reward_id=uuid4())


def test_what_is_wrong_changes_nothing(session: Session, operator: User) -> None:
    with pytest.raises(DomainError, match="reward_text_missing"):
        saved(session, operator, {**FORM, "title_tr": ""})
    assert session.exec(select(Reward)).all() == []
