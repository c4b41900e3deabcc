"""What reminders name of the day."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

import tests.study_factories as study
from learnconnect_app.services.reminder_days import day_of
from learnconnect_app.services.reminder_rows import recipient_of
from tests.factories import MONDAY, a_learner, noon


def test_what_was_typed_in_freely_is_not_written_to_an_address_that_may_be_anyones(
    session: Session,
) -> None:
    user = a_learner(session, locale="en")
    plan = study.a_study_plan(session, user)
    study.a_session(session, plan, kind="own", title="Buy at http://evil.example", day=MONDAY)
    dawn = noon(MONDAY) - timedelta(hours=7)
    (thing,) = day_of(session, recipient_of(session, user, dawn), dawn).things
    assert thing.title == "a session of your own"
