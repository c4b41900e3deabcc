"""Writes planned sessions over those that are there: moved, taken out, added, each in bulk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col, delete, update

from learnconnect_app.domain.study_diffs import Planned, diff
from learnconnect_app.domain.study_problems import Plan, Without
from learnconnect_app.models import StudySession
from learnconnect_app.services.change_records import (
    Snapshot,
    change_row,
    insert_sessions,
    snapshot,
)
from learnconnect_app.services.study_layouts import Layout
from learnconnect_app.services.study_problems import Study


@dataclass(frozen=True, slots=True)
class Written:
    rows: list[dict[str, Any]]
    moved: int
    added: int
    removed: Sequence[StudySession]

    def summary(self, made: Plan, pool: Collection[str]) -> dict[str, Any]:
        gone = {row.topic_key for row in self.removed} | set(pool)
        dropped = [
            each.lesson
            for each in made.left_out
            if each.lesson in gone and each.why is not Without.NO_GAIN
        ]
        return {
            "moved": self.moved,
            "added": self.added,
            "dropped": len(self.removed),
            "dropped_topics": dropped,
        }


class Writing:
    """Writes a layout over the sessions there are, in three statements.

    ``before``: sessions that were changed already, as they were.
    """

    def __init__(
        self, session: Session, study: Study, before: Mapping[UUID, Snapshot | None]
    ) -> None:
        self.session, self.study, self.before = session, study, before

    def write(self, movable: Sequence[StudySession], layout: Layout) -> Written:
        changes = diff(
            movable,
            layout.planned,
            name_of=lambda row: (row.kind, row.topic_key or "", row.part),
            day_of=lambda row: row.day,
        )
        pairs = [*changes.kept, *layout.fixed]
        changed = [(row, planned) for row, planned in pairs if _differs(row, planned)]
        moved = sum(row.day != planned.day for row, planned in changed)
        rows = [self._update(row, planned) for row, planned in changed]
        rows += [change_row(row.id, self._was(row), None) for row in changes.removed]
        _update_all(self.session, changed)
        _delete_all(self.session, changes.removed)
        added = insert_planned(self.session, self.study, changes.added)
        rows += [change_row(row.id, None, snapshot(row)) for row in added]
        rows += self._touched({row["id"] for row in rows})
        return Written(rows, moved, len(added), changes.removed)

    def _update(self, row: StudySession, planned: Planned) -> dict[str, Any]:
        after = snapshot(row) | _as_snapshot(planned)
        return change_row(row.id, self._was(row), after)

    def _was(self, row: StudySession) -> Snapshot | None:
        return self.before.get(row.id, snapshot(row))

    def _touched(self, known: Collection[str]) -> list[dict[str, Any]]:
        """What the caller changed and planning left as it is."""
        rows = []
        for session_id, was in self.before.items():
            if str(session_id) not in known:
                row = self.session.get(StudySession, session_id)
                rows.append(change_row(session_id, was, snapshot(row) if row else None))
        return rows


def _columns(planned: Planned) -> dict[str, Any]:
    return {
        "day": planned.day,
        "position": planned.position,
        "start_minute": planned.start_minute,
        "kind": planned.kind,
        "topic_key": planned.topic_key,
        "course_key": planned.course_key,
        "minutes": planned.minutes,
        "part": planned.part,
        "parts": planned.parts,
        "aimed_minutes": planned.aimed_minutes,
        "reason": planned.reason,
    }


def _as_snapshot(planned: Planned) -> Snapshot:
    return {**_columns(planned), "day": planned.day.isoformat()}


def _differs(row: StudySession, planned: Planned) -> bool:
    """The reason alone is no news: its numbers move a little every day."""
    return any(
        getattr(row, name) != value for name, value in _columns(planned).items() if name != "reason"
    )


def _update_all(session: Session, changed: Sequence[tuple[StudySession, Planned]]) -> None:
    if not changed:
        return
    values = [
        {"id": row.id, "version": row.version + 1, **_columns(planned)} for row, planned in changed
    ]
    session.execute(update(StudySession), values)
    for (row, _), new in zip(changed, values, strict=True):
        for name, value in new.items():
            set_committed_value(row, name, value)


def _delete_all(session: Session, rows: Sequence[StudySession]) -> None:
    if rows:
        ids = [row.id for row in rows]
        session.exec(delete(StudySession).where(col(StudySession.id).in_(ids)))


def insert_planned(
    session: Session, study: Study, planned: Sequence[Planned]
) -> list[StudySession]:
    owner = study.plan.id, study.plan.user_id
    rows = [
        StudySession(id=uuid4(), plan_id=owner[0], user_id=owner[1], **_columns(each))
        for each in planned
    ]
    insert_sessions(session, rows)
    return rows
