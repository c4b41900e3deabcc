"""Works out what a plan for a draft would hold, before it is begun.

The price of the best trial plan is kept in the draft, so that the plan is searched for once a
change; reading the suggestion makes the same plan again at that price, in a single pass.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.goal_views import Option
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.study_planning import plan_again
from learnconnect_app.domain.study_problems import Plan, Price
from learnconnect_app.domain.study_suggestions import (
    Suggested,
    options,
    suggested,
    trial,
    without_place,
)
from learnconnect_app.models import StudyPlan
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_goals import own_draft
from learnconnect_app.services.study_problems import Study, study_of


class Found(NamedTuple):
    """A price, and of which draft."""

    price: Mapping[str, Any]
    of: str


class Trial(NamedTuple):
    """The trial plan of a draft as it stands, and what it says of every topic."""

    draft: StudyPlan
    study: Study
    made: Plan
    lines: tuple[Suggested, ...]


def find_price(session: Session, *, user_id: UUID, now: datetime) -> Found:
    """Search for the best trial plan; writes nothing, since it takes a while.

    ``DomainError`` goal_no_draft or goal_unfinished.
    """
    draft, study = _study(session, user_id, now)
    near = Price(**draft.price) if draft.price else None
    return Found(asdict(trial(study.problem, near).price), _fingerprint(draft))


def keep_price(session: Session, *, user_id: UUID, found: Found, now: datetime) -> bool:
    """Whether the draft is still the one the price was found for; then the price is kept."""
    user = locked_user(session, user_id)
    draft = own_draft(session, user_id)
    if _fingerprint(draft) != found.of:
        return False
    draft.price, draft.planned_day = dict(found.price), study_day(now, user.timezone)
    session.flush()
    return True


def trial_of(session: Session, user_id: UUID, now: datetime) -> Trial | None:
    """None until the price of the draft is found."""
    draft, study = _study(session, user_id, now)
    if draft.planned_day != study.today or draft.price is None:
        return None
    made = plan_again(study.problem, Price(**draft.price))
    return Trial(draft, study, made, suggested(study.problem, made))


def room_options(session: Session, *, user_id: UUID, now: datetime) -> tuple[Option, ...]:
    """What would make room for more topics; none until the suggestion is ready."""
    found = trial_of(session, user_id, now)
    if found is None:
        return ()
    rooms = options(found.study.problem, found.made)
    shown = tuple(Option(each.change, each.number, each.more) for each in rooms)
    left = len(without_place(found.lines))
    return (*shown, Option("leave_out", left, 0)) if left else shown


def _study(session: Session, user_id: UUID, now: datetime) -> tuple[StudyPlan, Study]:
    user, draft = get_user(session, user_id), own_draft(session, user_id)
    today = study_day(now, user.timezone)
    is_whole = draft.score_key and draft.exam_day and draft.weekday_minutes
    if not is_whole or (draft.exam_day and draft.exam_day <= today):
        raise DomainError("goal_unfinished")
    return draft, study_of(session, draft, user, today)


def _fingerprint(draft: StudyPlan) -> str:
    """Of all that a plan follows from and the learner may change."""
    values = (
        draft.id,
        draft.curriculum_key,
        draft.score_key,
        draft.exam_day,
        draft.weekday_minutes,
        draft.rest_weekdays,
        draft.level,
        draft.focus_courses,
        sorted(draft.ratings.items()),
        sorted(draft.excluded_topics),
    )
    return hashlib.sha256(repr(values).encode()).hexdigest()
