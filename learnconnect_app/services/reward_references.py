"""A redemption's reference: what a learner tells an operator, who then needs no name."""

from __future__ import annotations

import re
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import Redemption

_LENGTH = 12
"""Hexadecimal digits: of a million redemptions, two share one in a case of 500."""


def reference_of(redemption_id: UUID) -> str:
    """As ``3F2A-9C01-77BE``."""
    digits = redemption_id.hex[:_LENGTH].upper()
    return "-".join(digits[n : n + 4] for n in range(0, _LENGTH, 4))


def by_reference(session: Session, reference: str) -> Redemption:
    """However it is written. ``DomainError`` for what names none, or more than one."""
    digits = re.sub(r"[\s-]", "", reference).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{_LENGTH}}}", digits):
        raise DomainError("reference_unknown", "reference")
    rest = 32 - _LENGTH
    ids = col(Redemption.id)
    found = session.exec(
        select(Redemption).where(ids.between(UUID(digits + "0" * rest), UUID(digits + "f" * rest)))
    ).all()
    if len(found) != 1:
        raise DomainError("reference_unknown", "reference")
    return found[0]
