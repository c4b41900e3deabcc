"""One mail a day: several reminders become the parts of one.

The digest is a row of kind ``digest`` with ``params = {"items": [{"kind", "about", "params"}],
"path": "/notifications"}``; each item is worded by ``reminder_words.words_of(kind, locale,
params)``. The rows it stands for are ``cancelled``, with ``error = "in_digest"``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from learnconnect_app.models import OutboxMessage, User


def gathered(
    session: Session, user: User, mails: Sequence[OutboxMessage], *, now: datetime
) -> None:
    """Put mails that were just inserted together with others of their day."""
