"""What each type of operation does, and which rules of conflicts it meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlmodel import col, func, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.offline_rules import DoneAway, joined_notes
from learnconnect_app.domain.responses import Response
from learnconnect_app.domain.study_days import bounds
from learnconnect_app.models import StudySession
from learnconnect_app.services import plans, study_sessions
from learnconnect_app.services.dropped_sessions import described, put_back
from learnconnect_app.services.mistake_reviews import answer_review, stamp_of
from learnconnect_app.services.mistakes import own_mistake
from learnconnect_app.services.offline_work import Values, Work
from learnconnect_app.services.overdue_plans import call_for_plan
from learnconnect_app.services.ownership import OwnSession, own_day, own_session
from learnconnect_app.services.session_rows import FINISHED, OPEN, bring_to, change, clock_of
from learnconnect_app.services.study_sessions import LONGEST_NOTES

# ---- the skill plan ------------------------------------------------------------------------------


def start_task(work: Work, task_id: UUID) -> Values:
    task, _, plan = own_day(work.session, work.user.id, task_id)
    if task.status == "completed":
        work.met("done_already")
        return {}
    work.not_before(task.unlocked_at)
    plans.start_task(work.session, task_id=task_id, away=DoneAway(work.at), **work.named)
    work.notes_the_plan(plan)
    return {}


def complete_task(work: Work, task_id: UUID) -> Values:
    task, _, plan = own_day(work.session, work.user.id, task_id)
    if task.status == "completed":
        work.met("done_already")
        return {"day": _iso(task.completed_day), "xp": 0}
    if task.status == "locked":
        raise DomainError("day_locked")
    work.not_before(task.unlocked_at)
    work.counts_for_its_day()
    work.notes_the_plan(plan)
    away = DoneAway(work.at)
    xp = plans.complete_task(work.session, task_id=task_id, away=away, **work.named)
    return {"day": work.day.isoformat(), "xp": xp}


# ---- sessions of the study plan --------------------------------------------------------------


def _session(work: Work, session_id: UUID, proof: str) -> OwnSession:
    """The session, put back when the plan has dropped it; what of it has changed is noted."""
    try:
        row, plan = own_session(work.session, work.user.id, session_id)
    except NotFound:
        if put_back(work.session, work.user.id, session_id, proof, work.day) is None:
            raise
        work.met("session_dropped")
        call_for_plan(work.session, work.user.id)
        return own_session(work.session, work.user.id, session_id)
    work.not_before(plan.activated_at)
    if row.status == "missed":
        work.met("session_missed")
        call_for_plan(work.session, work.user.id)
    elif row.day > work.day or (row.day < work.day and row.status == "planned"):
        work.met("session_moved", planned=row.day.isoformat())
    return OwnSession(row, plan)


def pause_session(work: Work, session_id: UUID, seconds: int, proof: str) -> Values:
    """Keeps the time. Nothing was finished, so no rule for what was finished is met."""
    row = _paused(work, session_id, proof)
    if row is None:
        work.met("pause_dropped")
        return {}
    if row.status in FINISHED:
        work.met("done_already")
        return {}
    if work.day == work.today:
        bring_to(work.session, row, work.day)
    clock = clock_of(row)
    spent = max(row.spent_seconds, clock.timed(seconds).spent_seconds)
    runs_since_then = row.running_since is not None and row.running_since > work.at
    values: Values = {"spent_seconds": spent}
    if not runs_since_then:
        values["running_since"] = None
        if row.status in OPEN:
            values["status"] = "paused"
            values["started_at"] = func.coalesce(StudySession.started_at, work.at)
    change(work.session, row, (row.status,), **values)
    return {"seconds": spent}


def _paused(work: Work, session_id: UUID, proof: str) -> StudySession | None:
    """The session; None when it was dropped and its day is over: there it could only be missed."""
    try:
        row, plan = own_session(work.session, work.user.id, session_id)
    except NotFound:
        if work.day == work.today:
            return _session(work, session_id, proof).session
        if described(proof, work.user.id, session_id) is None:
            raise
        return None
    work.not_before(plan.activated_at)
    return row


def complete_session(
    work: Work,
    session_id: UUID,
    seconds: int,
    percent: int,
    recall: str,
    mood: str,
    proof: str,
) -> Values:
    row, plan = _session(work, session_id, proof)
    if row.status in FINISHED:
        work.rules -= {"session_moved"}
        work.met("done_already")
        return {"day": _iso(row.done_day), "xp": 0, "minutes": 0}
    work.counts_for_its_day()
    work.notes_the_plan(plan)
    done = study_sessions.complete_session(
        work.session,
        session_id=session_id,
        percent=percent,
        recall=recall,
        mood=mood,
        away=DoneAway(work.at, seconds),
        **work.named,
    )
    return {"day": work.day.isoformat(), "xp": done.xp, "minutes": done.minutes}


def save_notes(work: Work, session_id: UUID, notes: str, was: str, proof: str) -> Values:
    row = _noted(work, session_id, proof)
    if row.id != session_id:
        work.met("notes_moved")
        was = ""
    joined, is_joined = joined_notes(row.notes, notes, was)
    if is_joined and row.id == session_id:
        work.met("notes_joined")
    if len(joined) > LONGEST_NOTES:
        raise DomainError("notes_long", most=LONGEST_NOTES)
    study_sessions.save_notes(work.session, session_id=row.id, notes=joined, **work.named)
    return {"notes": joined} if is_joined else {}


def _noted(work: Work, session_id: UUID, proof: str) -> StudySession:
    """The session, or else the one of its topic that is nearest to the day. ``NotFound``."""
    try:
        return own_session(work.session, work.user.id, session_id).session
    except NotFound:
        kept = described(proof, work.user.id, session_id)
        if not kept or not kept["topic_key"]:
            raise
    rows = work.session.exec(
        select(StudySession)
        .where(StudySession.user_id == work.user.id, StudySession.topic_key == kept["topic_key"])
        .order_by(col(StudySession.day), col(StudySession.position))
    ).all()
    if not rows:
        raise NotFound
    return min(rows, key=lambda row: abs((row.day - work.day).days))


def save_mood(work: Work, session_id: UUID, mood: str) -> Values:
    study_sessions.save_mood(work.session, session_id=session_id, mood=mood, **work.named)
    return {}


# ---- the mistake notebook ----------------------------------------------------------------------


def answer_mistake(
    work: Work, mistake_id: UUID, stamp: str, response: Response, seconds: float
) -> Values:
    row = own_mistake(work.session, work.user.id, mistake_id)
    is_due = row.status == "open" and row.due_day <= work.today
    if not is_due or stamp_of(work.session, row) != stamp:
        work.met("answered_already")
        return {}
    work.not_before(bounds(row.due_day, work.user.timezone)[0])
    work.counts_for_its_day()
    told = answer_review(
        work.session,
        mistake_id=mistake_id,
        response=response,
        seconds=seconds,
        away=DoneAway(work.at),
        **work.named,
    )
    return {"day": work.day.isoformat(), "is_right": told.is_correct}


ACTS: dict[str, Callable[..., Values]] = {
    act.__name__: act
    for act in (
        start_task,
        complete_task,
        pause_session,
        complete_session,
        save_notes,
        save_mood,
        answer_mistake,
    )
}
"""By type of operation."""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
