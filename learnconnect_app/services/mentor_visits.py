"""Looks at a learner's progress, written down for them: one row an hour and visitor.

A report that is taken away is written down by itself, beside the look. Its visitor is made from
the link's or the mentorship's id, so the same unique key holds it to one row an hour.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from sqlmodel import Session

from learnconnect_app.domain.mentors import hour_of
from learnconnect_app.models import MentorVisit
from learnconnect_app.services.upserts import insert_once


def note_visit(
    session: Session,
    *,
    learner_id: UUID,
    link_id: UUID | None = None,
    mentorship_id: UUID | None = None,
    is_report: bool = False,
    now: datetime,
) -> bool:
    """Whether this is the first look, or the first report, within the hour by whoever has the
    link or is the mentor."""
    by = link_id or mentorship_id
    assert by is not None
    visitors = (by, _report_of(by)) if is_report else (by,)
    rows = [
        MentorVisit(
            user_id=learner_id,
            link_id=link_id,
            mentorship_id=mentorship_id,
            visitor=each,
            hour=hour_of(now),
            visited_at=now,
        )
        for each in visitors
    ]
    noted = [insert_once(session, row) for row in rows]
    return any(noted)


def is_of_report(visit: MentorVisit) -> bool:
    """Whether it tells of a report, and not of a look."""
    return visit.visitor not in (visit.link_id, visit.mentorship_id)


def _report_of(by: UUID) -> UUID:
    return uuid5(by, "report")
