"""Tells the other one that a mentorship was ended."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.mentors import name_in_mail
from learnconnect_app.locales import message
from learnconnect_app.models import Mentorship, User
from learnconnect_app.services.reminders import tell

RULE = "mentorship_ended"
TO_MENTOR = "mentor"


def tell_of_end(session: Session, row: Mentorship, *, ended_by: UUID, now: datetime) -> None:
    """Names are what people wrote: one that is none goes into no mail. The id beside the name is
    what takes the notice away when that account is deleted."""
    learner, mentor = session.get_one(User, row.learner_id), session.get_one(User, row.mentor_id)
    is_by_learner = ended_by == learner.id
    told, other = (mentor, learner) if is_by_learner else (learner, mentor)
    someone = message(told.locale, f"reminder.{RULE}.{'learner' if is_by_learner else 'mentor'}")
    tell(
        session,
        user=told,
        rule=RULE,
        about=str(row.id),
        values={
            "who": str(other.id),
            "name": name_in_mail(other.display_name) or someone,
            "variant": TO_MENTOR if is_by_learner else "",
        },
        now=now,
    )
