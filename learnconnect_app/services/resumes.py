"""Resumes: read against what a role asks for, before a plan and after it.

What is kept is the score and the few lines it rests on; the whole text only when the learner
wants it. Everything of a reading goes when it is deleted.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, delete

from learnconnect_app.content.resume_terms import resume_terms
from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.resume_scores import (
    RUBRIC,
    resume_score,
)
from learnconnect_app.domain.resume_texts import Vocabulary, language_of, statements
from learnconnect_app.models import (
    Curriculum,
    ResumeImpact,
)
from learnconnect_app.services.achievements import award_due

Stage = Literal["before", "after"]
FEWEST_WORDS = 15


def score_resume(
    session: Session,
    *,
    user_id: UUID,
    role: str,
    stage: Stage,
    text: str,
    is_kept: bool,
    now: datetime,
) -> UUID:
    """Score a resume for a role and keep the score; its id.

    ``NotFound`` for a role that is none, ``DomainError("resume_short", "text")``.
    """
    curriculum = session.get(Curriculum, role)
    if curriculum is None or not curriculum.skills or curriculum.is_retired:
        raise NotFound
    words = len(text.split())
    if words < FEWEST_WORDS:
        raise DomainError("resume_short", "text", least=FEWEST_WORDS)
    vocabulary = _vocabulary()
    found = resume_score(statements(text, vocabulary), curriculum.skills, vocabulary)
    row = ResumeImpact(
        user_id=user_id,
        curriculum_key=role,
        stage=stage,
        language=language_of(text),
        score=found.score,
        skills=[asdict(each) for each in found.skills],
        rubric=RUBRIC,
        words=words,
        text=text if is_kept else None,
        created_at=now,
    )
    session.add(row)
    award_due(session, user_id=user_id, event=Event.SCORED, now=now)
    return row.id


def delete_resume(session: Session, *, user_id: UUID, resume_id: UUID, now: datetime) -> None:
    """Forget a reading, its lines and its text. ``NotFound`` when it is not the learner's."""
    gone = session.exec(
        delete(ResumeImpact).where(
            col(ResumeImpact.id) == resume_id, col(ResumeImpact.user_id) == user_id
        )
    )
    if not gone.rowcount:
        raise NotFound


def _vocabulary() -> Vocabulary:
    terms = resume_terms()
    return Vocabulary(terms.doing, terms.wishes, terms.skills)
