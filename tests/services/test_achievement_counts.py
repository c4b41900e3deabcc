"""What medals count is what the pages say, and what was worked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.achievements import Fact
from learnconnect_app.models import ResumeImpact, StudyPlan, User
from learnconnect_app.services.achievement_facts import facts_of
from tests import study_factories
from tests.earned import EARN
from tests.factories import MONDAY, NOW, a_learner

DAY = timedelta(days=1)
PLANS = {Fact.HALF_PLANS, Fact.PLANS_FINISHED}


def test_a_resume_gains_what_the_page_says(session: Session) -> None:
    """Of several readings the latest of each stage are compared."""
    user = a_learner(session)
    EARN[Fact.RESUME_GAIN](session, user, 50)
    again = session.exec(select(ResumeImpact).where(ResumeImpact.stage == "before")).one()
    session.add(
        ResumeImpact(
            **again.model_dump(exclude={"id", "score", "created_at"}),
            score=10,
            created_at=again.created_at - DAY,
        )
    )
    session.flush()
    assert facts_of(session, user, {Fact.RESUME_GAIN}, NOW) == {Fact.RESUME_GAIN: 50}


# ---- plans worked through ----------------------------------------------------------------------


def a_plan_of_ten(session: Session, user: User, *, done: int, missed: int) -> StudyPlan:
    """An ended plan, whose sessions each have a topic of their own."""
    plan = study_factories.a_study_plan(session, user)
    for n, lesson in enumerate(study_factories.lessons_of(session)[: done + missed]):
        state = {"status": "done", "percent": 100} if n < done else {"status": "missed"}
        study_factories.a_session(session, plan, lesson, position=n, **state)
    plan.status = "completed"
    session.flush()
    return plan


@pytest.mark.parametrize(("done", "plans"), [(1, 0), (4, 0), (5, 1), (9, 1)])
def test_a_plan_that_was_mostly_missed_is_not_worked_through(
    session: Session, done: int, plans: int
) -> None:
    user = a_learner(session)
    a_plan_of_ten(session, user, done=done, missed=10 - done)
    assert facts_of(session, user, PLANS, NOW) == dict.fromkeys(PLANS, plans)


def test_what_was_missed_and_made_up_for_counts_once(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan_of_ten(session, user, done=5, missed=4)
    topics = study_factories.lessons_of(session)
    for n in range(6):  # what is done was missed before, and one topic again and again
        lesson = topics[n if n < 5 else 8]
        study_factories.a_session(session, plan, lesson, day=MONDAY - DAY, status="missed")
    assert facts_of(session, user, PLANS, NOW) == dict.fromkeys(PLANS, 1)
