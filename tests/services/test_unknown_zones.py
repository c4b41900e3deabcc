"""A learner in a zone that this host does not know holds up nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from learnconnect_app.models import ReminderPlanning
from learnconnect_app.services.reminder_planning import ask, plan_due
from learnconnect_app.services.weekly_reports import learners_due
from tests.factories import MONDAY, NOW, a_learner, a_study_plan

NOWHERE = "Europe/Nowhere"


def test_others_are_planned(session: Session) -> None:
    lost, sound = a_learner(session, timezone=NOWHERE), a_learner(session)
    for user in (lost, sound):
        ask(session, user_id=user.id, now=NOW)
    assert plan_due(session, now=NOW) == 2
    session.expire_all()
    assert session.get_one(ReminderPlanning, lost.id).due_at == NOW + timedelta(hours=1)
    assert session.get_one(ReminderPlanning, sound.id).planned_day == MONDAY


def test_others_have_their_report(session: Session) -> None:
    sound = a_learner(session)
    a_study_plan(session, sound, now=NOW)
    a_learner(session, timezone=NOWHERE)
    assert learners_due(session, now=datetime(2026, 3, 9, 5, tzinfo=UTC)) == [sound.id]
