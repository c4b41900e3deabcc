"""Moving a session by hand: which days take it, and what refuses it.

What is hard for the planner is hard here: a day's minutes, rest days, the exam, and the order of
lessons that need each other. Sessions of the learner's own take time and no minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_day_orders import (
    OWN,
    Planned,
    Room,
    comes_before,
    mended,
    with_session,
)

LOOK_AROUND = 60
"""Days on either side in which the nearest free one is looked for."""
Rooms = Callable[[date], Room]


def moved(
    sessions: Sequence[Planned],
    session_id: str,
    day: date,
    start: int | None,
    rooms: Rooms,
    *,
    makes_room: bool = False,
) -> list[Planned]:
    """The sessions of both days as they stand once this one is on ``day``.

    ``start``: the minute the learner chose; none: wherever the day has a place. ``makes_room``:
    what the learner did not fix on that day will be planned elsewhere. ``DomainError``:
    move_begun; move_past, move_exam, move_away, move_paused, move_rest; move_full, move_full_but;
    move_time, move_busy, move_overlap; move_requires, move_required_by, move_parts.
    """
    session = next(each for each in sessions if each.id == session_id)
    others = [each for each in sessions if each.id != session_id]
    room = rooms(day)
    if session.is_begun:
        raise DomainError("move_begun")
    refuse_closed(room, is_own=session.kind == OWN)
    _refuse_full(session, others, room, rooms, makes_room=makes_room)
    there = with_session(session, others, room, start)
    _refuse_out_of_order(session, others, [*there, *_elsewhere(others, day)])
    if session.day == day:
        return there
    left = sorted((each for each in others if each.day == session.day), key=lambda each: each.place)
    return [*there, *mended(left, rooms(session.day))]


def refuse_closed(room: Room, *, is_own: bool = False) -> None:
    """What is the learner's own may be on any day to come."""
    if room.mark == "past":
        raise DomainError("move_past")
    if is_own or not room.mark:
        return
    if room.mark == "exam":
        raise DomainError("move_exam")
    if room.mark == "rest":
        raise DomainError("move_rest")
    if room.mark == "paused":
        raise DomainError("move_paused")
    raise DomainError("move_away")


# ---- room ------------------------------------------------------------------------------------


def planned_minutes(sessions: Iterable[Planned], day: date) -> int:
    return sum(each.minutes for each in sessions if each.day == day and each.kind != OWN)


def _refuse_full(
    session: Planned, others: Sequence[Planned], room: Room, rooms: Rooms, *, makes_room: bool
) -> None:
    if session.kind == OWN or room.day == session.day:
        return
    staying = [each for each in others if each.is_fixed or not makes_room]
    needed = planned_minutes(staying, room.day) + session.minutes
    if needed <= room.minutes:
        return
    nearest = nearest_day(session, others, room.day, rooms)
    if nearest is None:
        raise DomainError("move_full", minutes=needed, room=room.minutes)
    raise DomainError(
        "move_full_but", minutes=needed, room=room.minutes, nearest=nearest.isoformat()
    )


def nearest_day(
    session: Planned, others: Sequence[Planned], wanted: date, rooms: Rooms
) -> date | None:
    """The day nearest to the wanted one that takes the session; of two, the later one."""
    for distance in range(1, 1 + LOOK_AROUND):
        for day in (wanted + timedelta(distance), wanted - timedelta(distance)):
            if day != session.day and _takes(rooms(day), session, others):
                return day
    return None


def _takes(room: Room, session: Planned, others: Sequence[Planned]) -> bool:
    if room.mark or planned_minutes(others, room.day) + session.minutes > room.minutes:
        return False
    there = with_session(session, others, room, None)
    try:
        _refuse_out_of_order(session, others, [*there, *_elsewhere(others, room.day)])
    except DomainError:
        return False
    return True


def _elsewhere(others: Sequence[Planned], day: date) -> list[Planned]:
    return [each for each in others if each.day != day]


# ---- order -----------------------------------------------------------------------------------


def _refuse_out_of_order(
    session: Planned, others: Sequence[Planned], after: Sequence[Planned]
) -> None:
    """Refuses the order that the move breaks, not one that was broken before it."""
    broken = {each.id for each in others if _is_turned(session, each)}
    here = next(each for each in after if each.id == session.id)
    for other in after:
        if other.id in broken or not _is_turned(here, other):
            continue
        day = other.day.isoformat()
        if other.topic == here.topic:
            raise DomainError("move_parts", day=day)
        code = "move_requires" if comes_before(other, here) else "move_required_by"
        raise DomainError(code, topic=other.topic, day=day)


def _is_turned(one: Planned, other: Planned) -> bool:
    first, second = (one, other) if one.place < other.place else (other, one)
    return first.place < second.place and comes_before(second, first)
