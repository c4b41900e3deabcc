"""Tells a learner something, in the transaction in which it happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from learnconnect_app.domain.reminders import rule_of
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import User
from learnconnect_app.services.reminder_rows import News, recipient_of, write

NOTHING: Mapping[str, Any] = {}


def tell(
    session: Session,
    *,
    user: User,
    rule: str,
    about: str = "",
    values: Mapping[str, Any] = NOTHING,
    now: datetime,
    due_at: datetime | None = None,
    path: str = "",
) -> None:
    """Write a row for each channel on which the learner wants this rule; once for a rule, a
    study day and what it is about.

    ``values``: those that the words of the rule name, as JSON; ``due_at``: not before then;
    ``path``: other than the rule's. Nothing is sent here. KeyError for a rule that is none.
    """
    due = due_at or now
    news = News(
        rule=rule_of(rule),
        day=study_day(due, user.timezone),
        due_at=due,
        about=about,
        values=values,
        path=path,
    )
    write(session, recipient_of(session, user, now), [news], now=now)
