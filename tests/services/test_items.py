"""Real answers are counted once, calibrate items, and change what is drawn and shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.models import Attempt, Item, ItemCalibration, ItemVariant
from learnconnect_app.services.attempts import start_weekly_test
from learnconnect_app.services.items import live_items, recalibrate
from learnconnect_app.services.operators import admin_view
from learnconnect_app.services.submissions import submit_attempt
from tests.factories import NOW, a_learner, a_plan, weeks_of
from tests.journeys import answer, items_of


def counted(session: Session, attempt_id: object) -> dict[int, ItemCalibration]:
    rows = session.exec(
        select(ItemCalibration, ItemVariant.id)
        .join(ItemVariant, col(ItemVariant.item_key) == ItemCalibration.item_key)
        .execution_options(populate_existing=True)
    ).all()
    found = {variant: row for row, variant in rows}
    return {each.position: found[each.variant_id] for each in items_of(session, attempt_id)}


@pytest.fixture
def attempt(session: Session) -> Attempt:
    user = a_learner(session)
    week = weeks_of(session, a_plan(session, user))[0]
    week.status = "test_ready"
    session.flush()
    attempt_id = start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)
    first, second, third, *_ = items_of(session, attempt_id)
    answer(session, user.id, first, right=True, now=NOW + timedelta(minutes=1))
    answer(session, user.id, second, right=False, now=NOW + timedelta(minutes=2))
    third.shown_at = NOW
    return session.get_one(Attempt, attempt_id)


def test_a_submitted_test_is_counted_once(session: Session, attempt: Attempt) -> None:
    for _ in range(2):
        submit_attempt(session, user_id=attempt.user_id, attempt_id=attempt.id, now=NOW)
    seen = counted(session, attempt.id)
    assert [(seen[n].answers, seen[n].right, seen[n].omitted) for n in range(4)] == [
        (1, 1, 0),
        (1, 0, 0),
        (0, 0, 1),
        (0, 0, 0),
    ]
    assert seen[0].timed == 1
    assert seen[0].right_ability_sum == seen[0].ability_sum


def judged(session: Session, **sums: object) -> Item:
    item = session.exec(select(Item).where(Item.difficulty == 2).limit(1)).one()
    session.add(ItemCalibration(item_key=item.key, **sums))
    session.flush()
    return item


def test_an_item_that_proves_hard_is_drawn_as_a_hard_one(session: Session) -> None:
    item = judged(session, answers=200, right=20, ability_square_sum=200.0)
    assert recalibrate(session) == 1
    live = live_items(session, [item.topic_key])[item.key]
    assert live.difficulty > 4
    assert item.difficulty == 2
    assert recalibrate(session) == 0


def test_an_item_with_few_answers_stays_as_its_author_set_it(session: Session) -> None:
    item = judged(session, answers=29, right=0, ability_square_sum=29.0)
    assert recalibrate(session) == 0
    assert live_items(session, [item.topic_key])[item.key].difficulty == 2


def test_operators_see_flagged_items_first_and_nobody_else_sees_any(session: Session) -> None:
    item = judged(session, answers=200, right=1, ability_square_sum=200.0)
    fine = session.exec(select(Item).where(Item.difficulty == 3).limit(1)).one()
    session.add(ItemCalibration(item_key=fine.key, answers=900, right=450, ability_square_sum=900))
    recalibrate(session)
    operator = a_learner(session, name="Olga", role="operator")
    view = admin_view(session, user_id=operator.id)
    assert [row.key for row in view.rows] == [item.key, fine.key]
    assert (view.judged, view.flagged) == (2, 1)
    assert view.rows[0].flags == ("nearly_none_right",)
    with pytest.raises(NotFound):
        admin_view(session, user_id=a_learner(session).id)
