"""Sessions that a device knows of and the plan no longer has.

Planning again deletes sessions. Who studied one meanwhile, without a connection, can show that it
was theirs: the device was given a sealed description of each, which says all that is needed to put
it back.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.models import Course, StudyPlan, StudySession, Topic
from learnconnect_app.services.change_records import insert_sessions
from learnconnect_app.services.session_rows import next_position
from learnconnect_app.settings import signing_keys

_PURPOSE = b"learnconnect: a session on a device"
_SEAL_BYTES = 20
_KEPT = ("kind", "topic_key", "course_key", "title", "minutes", "part", "parts", "aimed_minutes")


def proof_of(row: StudySession) -> str:
    """A sealed description of a session, for its owner's device."""
    said = json.dumps([str(row.plan_id), *(getattr(row, name) for name in _KEPT)]).encode()
    key = signing_keys()[0]
    return urlsafe_b64encode(_seal(said, row.user_id, row.id, key) + said).rstrip(b"=").decode()


def described(proof: str, user_id: UUID, session_id: UUID) -> dict[str, Any] | None:
    """What the proof says of this session of this learner; None when it is not ours."""
    try:
        sealed = urlsafe_b64decode(proof + "=" * (-len(proof) % 4))
    except ValueError:
        return None
    seal, said = sealed[:_SEAL_BYTES], sealed[_SEAL_BYTES:]
    own = (_seal(said, user_id, session_id, key) for key in signing_keys())
    if not any(hmac.compare_digest(seal, each) for each in own):
        return None
    plan_id, *values = json.loads(said)
    return {"plan_id": UUID(plan_id), **dict(zip(_KEPT, values, strict=True))}


def put_back(
    session: Session, user_id: UUID, session_id: UUID, proof: str, day: date
) -> StudySession | None:
    """The session as it was, at the end of this day, planned; None without a proof or its plan.

    The learner is locked by the caller, who has looked that the session is not there.
    """
    kept = described(proof, user_id, session_id)
    plan = session.get(StudyPlan, kept["plan_id"]) if kept else None
    if kept is None or plan is None or plan.user_id != user_id:
        return None
    if session.get(StudySession, session_id) is not None:
        return None
    if kept["topic_key"] and session.get(Topic, kept["topic_key"]) is None:
        kept["topic_key"] = None
    if kept["course_key"] and session.get(Course, kept["course_key"]) is None:
        kept["course_key"] = None
    row = StudySession(
        id=session_id,
        user_id=user_id,
        day=day,
        position=next_position(session, plan.id, day),
        is_pinned=True,
        **kept,
    )
    insert_sessions(session, [row])
    return session.get(StudySession, session_id)


def _seal(said: bytes, user_id: UUID, session_id: UUID, key: bytes) -> bytes:
    own_key = hmac.digest(key, _PURPOSE, hashlib.sha256)
    whose = user_id.bytes + session_id.bytes
    return hmac.digest(own_key, whose + said, hashlib.sha256)[:_SEAL_BYTES]
