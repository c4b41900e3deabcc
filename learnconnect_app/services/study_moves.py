"""A learner moves sessions by hand, lets planning have them again, or takes them out of the plan.

Each of these is a change of the plan that can be taken back (`study_changes.undo_change`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_day_orders import Planned, Room
from learnconnect_app.domain.study_days import local_time, study_day
from learnconnect_app.domain.study_moves import moved
from learnconnect_app.models import StudyPlan, StudySession, Topic, User
from learnconnect_app.services.change_records import Snapshot, change_row, record_change, snapshot
from learnconnect_app.services.ownership import OwnSession, locked_user, own_session
from learnconnect_app.services.study_replanning import Start, replan
from learnconnect_app.services.study_rooms import rooms_of
from learnconnect_app.services.texts import text_in

LIVE = ("planned", "running", "paused")
ENDED = ("done", "partly")


def move_session(
    session: Session,
    *,
    user_id: UUID,
    session_id: UUID,
    day: date,
    start: int | None,
    version: int,
    now: datetime,
    makes_room: bool = False,
) -> UUID | None:
    """Put a session on another day, or at another time, and keep it there; the change's id.

    ``start``: minute after midnight; none: wherever the day has a place. ``makes_room``: what the
    learner did not fix is planned around it. None when it is there already. ``DomainError``
    changed_meanwhile, study_plan_resting, or as `domain.study_moves.moved`.
    """
    user, plan, row = _locked(session, user_id, session_id, version)
    if row.day == day and start in (None, row.start_minute):
        return None
    rooms = rooms_for_moves(session, plan, user, now)
    sessions = _planned(session, plan, row, study_day(now, user.timezone))
    try:
        after = moved(sessions, str(row.id), day, start, rooms, makes_room=makes_room)
    except DomainError as error:
        raise _with_title(session, user, error) from None
    reasons = [{"code": "moved", "topic": row.topic_key or "", "title": row.title}]
    before = _write(session, after)
    if makes_room:
        first = Start.TODAY if day == study_day(now, user.timezone) else Start.TOMORROW
        again = replan(
            session, plan, user, kind="moved", reasons=reasons, now=now, start=first, before=before
        )
        if again:
            return again.id
    change = record_change(
        session,
        plan,
        kind="moved",
        now=now,
        reasons=reasons,
        rows=_touched(session, before),
        summary={"moved": 1, "added": 0, "dropped": 0, "dropped_topics": []},
    )
    return change.id


def _with_title(session: Session, user: User, error: DomainError) -> DomainError:
    """The topic that a refusal names by its key, in the learner's words."""
    if "topic" in error.params:
        title = session.exec(select(Topic.title).where(Topic.key == error.params["topic"])).one()
        error.params["topic"] = text_in(title, user.locale)
    return error


def unpin_session(
    session: Session, *, user_id: UUID, session_id: UUID, version: int, now: datetime
) -> UUID:
    """Let planning have a session again; the change's id. Errors as for a move."""
    _user, plan, row = _locked(session, user_id, session_id, version)
    before = snapshot(row)
    row.is_pinned, row.version = False, row.version + 1
    change = record_change(
        session,
        plan,
        kind="moved",
        now=now,
        reasons=[{"code": "unpinned", "topic": row.topic_key or ""}],
        rows=[change_row(row.id, before, snapshot(row))],
    )
    return change.id


def remove_session(
    session: Session, *, user_id: UUID, session_id: UUID, version: int, now: datetime
) -> UUID:
    """Take a session out; the change's id. ``DomainError`` move_begun, or as for a move.

    With a lesson's session the lesson leaves the plan, and its time goes to others. A practice
    test can be moved, not removed: ``DomainError("test_stays")``.
    """
    user, plan, row = _locked(session, user_id, session_id, version)
    if row.status != "planned":
        raise DomainError("move_begun")
    if row.kind == "practice_test":
        raise DomainError("test_stays")
    before = {row.id: snapshot(row)}
    reason = {"code": "removed", "topic": row.topic_key or "", "title": row.title}
    settings = _excluding(plan, row.topic_key)
    session.delete(row)
    session.flush()
    change = None
    if row.topic_key:
        change = replan(
            session,
            plan,
            user,
            kind="removed",
            reasons=[reason],
            now=now,
            before=before,
            settings=settings,
        )
    if change is None:
        rows = [change_row(row.id, before[row.id], None)]
        change = record_change(
            session, plan, kind="removed", now=now, reasons=[reason], rows=rows, settings=settings
        )
    return change.id


def _excluding(plan: StudyPlan, topic: str | None) -> dict[str, dict[str, list[str]]] | None:
    if topic is None or topic in plan.excluded_topics:
        return None
    before = list(plan.excluded_topics)
    plan.excluded_topics = sorted([*before, topic])
    return {
        "before": {"excluded_topics": before},
        "after": {"excluded_topics": plan.excluded_topics},
    }


# ---- what they share -------------------------------------------------------------------------


def _locked(
    session: Session, user_id: UUID, session_id: UUID, version: int
) -> tuple[User, StudyPlan, StudySession]:
    """The learner, locked, with a session as this caller last saw it.

    One that is gone was taken away meanwhile, by another tab or by planning again.
    """
    user = locked_user(session, user_id)
    found = _own(session, user_id, session_id)
    if found.session.version != version:
        raise DomainError("changed_meanwhile")
    if found.plan.status == "paused":
        raise DomainError("study_plan_resting")
    if found.plan.status != "active":
        raise NotFound
    return user, found.plan, found.session


def _own(session: Session, user_id: UUID, session_id: UUID) -> OwnSession:
    try:
        return own_session(session, user_id, session_id)
    except NotFound:
        raise DomainError("changed_meanwhile") from None


def rooms_for_moves(
    session: Session, plan: StudyPlan, user: User, now: datetime
) -> Callable[[date], Room]:
    """What each day has room for, with the learner's hours, and nothing before this minute."""
    today = study_day(now, user.timezone)
    rooms = rooms_of(session, plan, user, today)
    local = local_time(now, user.timezone)
    minute = (local.date() - today).days * 24 * 60 + local.hour * 60 + local.minute
    return lambda day: rooms.on(day, earliest=minute if day == today else 0)


def _planned(session: Session, plan: StudyPlan, row: StudySession, today: date) -> list[Planned]:
    """All that is ahead, and everything of today, as far as moving is concerned. One query."""
    rows = session.exec(
        select(StudySession, Topic.requires)
        .outerjoin(Topic, col(Topic.key) == StudySession.topic_key)
        .where(
            StudySession.plan_id == plan.id,
            or_(col(StudySession.day) >= today, StudySession.id == row.id),
            col(StudySession.status).in_((*LIVE, *ENDED)),
        )
    )
    return [planned_of(each, requires or (), today) for each, requires in rows]


def planned_of(row: StudySession, requires: Sequence[str], today: date) -> Planned:
    return Planned(
        id=str(row.id),
        day=row.day,
        position=row.position,
        start=row.start_minute,
        minutes=row.minutes,
        kind=row.kind,
        topic=row.topic_key or "",
        subject=row.course_key or "",
        part=row.part,
        requires=frozenset(requires),
        is_pinned=row.is_pinned,
        is_begun=row.status != "planned" or row.day < today,
    )


def _write(session: Session, after: Sequence[Planned]) -> dict[UUID, Snapshot | None]:
    """Store how the days stand; the sessions that this changes, as they were."""
    ids = [UUID(each.id) for each in after]
    rows = {
        row.id: row
        for row in session.exec(select(StudySession).where(col(StudySession.id).in_(ids)))
    }
    before: dict[UUID, Snapshot | None] = {}
    for each in after:
        row = rows[UUID(each.id)]
        was = snapshot(row)
        row.day, row.position, row.start_minute = each.day, each.position, each.start
        row.is_pinned = each.is_pinned
        if was != snapshot(row):
            row.version += 1
            before[row.id] = was
    session.flush()
    return before


def _touched(session: Session, before: dict[UUID, Snapshot | None]) -> list[dict[str, Any]]:
    return [
        change_row(each, was, snapshot(session.get_one(StudySession, each)))
        for each, was in before.items()
    ]
