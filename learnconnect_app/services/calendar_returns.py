"""What a learner did with our events in a calendar elsewhere, done here too, by the same rules.

An event moved there moves its session, which then stays there as after any move by hand. An event
deleted there takes its session off that day: it goes to the next day that takes it, and one of the
learner's own is removed. What the plan does not allow is put back there, and the learner told why.
Of a finished session the event is the learner's to do with as they like.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select, update

from learnconnect_app.domain.calendar_events import EventSeen
from learnconnect_app.domain.calendar_sync import (
    CALENDAR_NAME,
    HIDDEN,
    MOST_TAKEN_OUT,
    Deleted,
    KnownEvent,
    Moved,
    Place,
    Returns,
    fingerprint_there,
    missing,
    places_of,
    returns,
)
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_days import ONE_DAY
from learnconnect_app.locales import message
from learnconnect_app.models import CalendarEvent, StudySession, Topic, User
from learnconnect_app.services.calendar_decisions import was_decided_after
from learnconnect_app.services.calendar_entries import calendar_entries
from learnconnect_app.services.calendar_sync import Claimed, held, known_events
from learnconnect_app.services.reminders import tell
from learnconnect_app.services.spoken_values import spoken
from learnconnect_app.services.study_moves import move_session, remove_session
from learnconnect_app.services.texts import text_in

ENDED = ("done", "partly", "missed")
DAYS_TRIED = 7
"""After the one a session is taken off."""


def missing_there(
    session: Session, *, claimed: Claimed, events: Sequence[EventSeen], now: datetime
) -> list[str]:
    """Ids of events of ours that a complete reading does not show."""
    return missing(events, known_events(session, claimed.id))


def note_read(
    session: Session,
    *,
    claimed: Claimed,
    events: Sequence[EventSeen],
    public_url: str,
    now: datetime,
) -> Returns:
    """What was read, told apart; events whose sessions it does not concern are as read now.

    More deletions at once than anyone decides one by one are none: those events are made again.
    To clear away what is finished decides nothing, so that is not counted.
    """
    held(session, claimed)
    entries = calendar_entries(
        session, user_id=claimed.user_id, public_url=public_url, now=now
    ).entries
    found = returns(events, known_events(session, claimed.id), entries)
    for event, seen in found.touched:
        _update(session, event, etag=seen.etag)
    taken_out = _of_open_sessions(session, found.deleted)
    if len(taken_out) <= MOST_TAKEN_OUT:
        return found
    for each in taken_out:
        _forget(session, each.event)
    error = DomainError("calendar_many_deleted", number=len(taken_out))
    _tell(session, claimed, str(claimed.id), CALENDAR_NAME, error, now)
    cleared_away = tuple(each for each in found.deleted if each not in taken_out)
    return Returns(found.moved, cleared_away, found.touched)


def note_token(session: Session, *, claimed: Claimed, token: str, now: datetime) -> None:
    """All that was read is done here: the next reading goes on from there."""
    held(session, claimed).sync_token = token


def take_move(session: Session, *, claimed: Claimed, moved: Moved, now: datetime) -> None:
    """Move the session as its event was. ``DomainError``: as `study_moves.move_session`; then
    nothing is changed, and the event is to be put back.

    When it was moved here too, the learner's later decision counts; planning again is none.
    """
    held(session, claimed)
    row = _session_of(session, moved.event)
    assert moved.seen.starts is not None
    if row is None or row.status in ENDED:
        _update(session, moved.event, etag=moved.seen.etag, fingerprint=HIDDEN)
        return
    if not moved.is_contested or not was_decided_after(session, row, moved.seen.updated_at):
        _move(session, row, places_of(moved.seen.starts, claimed.zone), now)
    _put_back(session, moved)


def take_deletion(session: Session, *, claimed: Claimed, deleted: Deleted, now: datetime) -> None:
    """Take the session off its day. ``DomainError``: it cannot leave it; the event is to be made
    again."""
    held(session, claimed)
    row = _session_of(session, deleted.event)
    if row is not None and row.status in ENDED:
        _update(session, deleted.event, fingerprint=HIDDEN)
        return
    _forget(session, deleted.event)
    if row is None or deleted.is_contested:
        return
    if row.kind == "own":
        remove_session(
            session, user_id=claimed.user_id, session_id=row.id, version=row.version, now=now
        )
    else:
        days = (row.day + number * ONE_DAY for number in range(1, 1 + DAYS_TRIED))
        _move(session, row, [Place(day, None) for day in days], now, makes_room=True)


def refuse(
    session: Session,
    *,
    claimed: Claimed,
    what: Moved | Deleted,
    error: DomainError,
    now: datetime,
) -> None:
    """Let the event be put back where its session is, and tell the learner why."""
    held(session, claimed)
    row = _session_of(session, what.event)
    if isinstance(what, Moved):
        _put_back(session, what)
    else:
        _forget(session, what.event)
    if row is not None:
        _tell(session, claimed, str(row.id), _title(session, claimed, row), error, now)


def _move(
    session: Session,
    row: StudySession,
    places: Sequence[Place],
    now: datetime,
    *,
    makes_room: bool = False,
) -> None:
    """To the first place that takes it. Raises the first refusal when none does."""
    refusals: list[DomainError] = []
    for place in places:
        try:
            with session.begin_nested():
                move_session(
                    session,
                    user_id=row.user_id,
                    session_id=row.id,
                    day=place.day,
                    start=place.start,
                    version=row.version,
                    now=now,
                    makes_room=makes_room,
                )
        except DomainError as error:
            refusals.append(error)
        else:
            return
    raise refusals[0]


# ---- rows ------------------------------------------------------------------------------------


def _session_of(session: Session, event: KnownEvent) -> StudySession | None:
    if event.session_id is None:
        return None
    return session.get(StudySession, event.session_id, populate_existing=True)


def _of_open_sessions(session: Session, deleted: Sequence[Deleted]) -> list[Deleted]:
    ids = {each.event.session_id for each in deleted}
    wanted = col(StudySession.id).in_(ids), col(StudySession.status).not_in(ENDED)
    found = set(session.exec(select(StudySession.id).where(*wanted)))
    return [each for each in deleted if each.event.session_id in found]


def _put_back(session: Session, moved: Moved) -> None:
    """What is there is not what we would write: so it is written."""
    _update(session, moved.event, etag=moved.seen.etag, fingerprint=fingerprint_there(moved.seen))


def _update(session: Session, event: KnownEvent, **values: str) -> None:
    row_id = UUID(event.key)
    session.exec(update(CalendarEvent).where(col(CalendarEvent.id) == row_id).values(**values))


def _forget(session: Session, event: KnownEvent) -> None:
    session.exec(delete(CalendarEvent).where(col(CalendarEvent.id) == UUID(event.key)))


# ---- telling ---------------------------------------------------------------------------------


def _tell(
    session: Session,
    claimed: Claimed,
    about: str,
    title: str,
    error: DomainError,
    now: datetime,
) -> None:
    user = session.get_one(User, claimed.user_id)
    values = {
        "session": title,
        "calendar": message(user.locale, f"reminder.calendar.{claimed.provider}"),
        "reason": message(user.locale, f"error.{error.code}", **spoken(error.params, user.locale)),
    }
    tell(session, user=user, rule="session_put_back", about=about, values=values, now=now)


def _title(session: Session, claimed: Claimed, row: StudySession) -> str:
    locale = session.get_one(User, claimed.user_id).locale
    if row.topic_key is None:
        return row.title or message(locale, f"study.kind.{row.kind}")
    found = session.exec(select(Topic.title).where(Topic.key == row.topic_key)).one()
    return text_in(found, locale)
