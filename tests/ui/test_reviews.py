"""A round of the mistake notebook in one tab, while another answers too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import col, select, update

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import Item, ItemVariant, Mistake
from learnconnect_app.pages.mistakes.state import MistakesState
from tests.running import START, Clock
from tests.ui.tabs import Server

pytestmark = pytest.mark.anyio


@pytest.fixture
def mistakes(installed: Database, learner: UUID, clock: Clock) -> Sequence[UUID]:
    """Two that are due, in the order in which they are asked."""
    with installed.transaction() as session:
        found = session.exec(
            select(Item, ItemVariant)
            .join(ItemVariant, col(ItemVariant.item_key) == Item.key)
            .where(Item.kind == "choice", col(Item.is_template).is_(False))
            .order_by(col(Item.key))
            .limit(2)
        ).all()
        rows = [
            Mistake(
                user_id=learner,
                item_key=item.key,
                topic_key=item.topic_key,
                variant_id=variant.id,
                stability=number,
                difficulty=5.0,
                reviewed_day=START.date() - timedelta(days=2),
                due_day=START.date() - timedelta(days=1),
                created_at=START,
            )
            for number, (item, variant) in enumerate(found, start=1)
        ]
        session.add_all(rows)
        return [row.id for row in rows]


async def test_what_was_chosen_is_no_answer_to_the_question_after_it(
    server: Server, installed: Database, learner: UUID, mistakes: Sequence[UUID]
) -> None:
    first, second = mistakes
    tab = server.open_tab(server.sign_in(learner))
    await tab.send(MistakesState.start_review)
    await tab.send(MistakesState.choose, position=0, response=0, seconds=9.0, ticket=1)
    assert (await tab.state(MistakesState)).review.question.is_answered

    with installed.transaction() as session:  # another tab answers it
        later = START.date() + timedelta(days=9)
        session.exec(update(Mistake).where(col(Mistake.id) == first).values(due_day=later))
    await tab.send(MistakesState.choose, position=0, response=1, seconds=1.0, ticket=2)
    await tab.send(MistakesState.go_on)

    state = await tab.state(MistakesState)
    assert (state.review.id, state.done, state.feedback) == (str(second), 0, None)
    assert not state.review.question.is_answered
