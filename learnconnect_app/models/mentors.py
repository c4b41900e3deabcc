"""Who may look at a learner's progress, what they see of it, and when they did."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, json_column, owned_by, primary_key


class ShareLink(SQLModel, table=True):
    """A link to read-only progress; whoever has it may look, without an account."""

    __tablename__ = "share_link"

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    token_hash: str = Field(max_length=64, unique=True)
    label: str = Field(default="", max_length=60)
    """For whom, in the learner's words."""
    shows: list[str] = json_column(list)
    """Parts of `domain.mentors`: plan, minutes, mastery, streak, notes."""
    created_at: datetime = at()
    expires_at: datetime = at()
    revoked_at: datetime | None = at(nullable=True)


class Mentorship(SQLModel, table=True):
    """A learner's invitation to a mentor, and what came of it."""

    __table_args__ = (Index("ix_mentorship_mentor_id", "mentor_id"),)

    id: UUID = primary_key()
    learner_id: UUID = owned_by("user_account.id")
    mentor_id: UUID | None = owned_by("user_account.id", index=False, nullable=True)
    email: str = Field(max_length=254)
    token_hash: str = Field(max_length=64, unique=True)
    shows: list[str] = json_column(list)
    invited_at: datetime = at()
    expires_at: datetime = at()
    """Of the invitation; an accepted one lasts until it is ended."""
    accepted_at: datetime | None = at(nullable=True)
    ended_at: datetime | None = at(nullable=True)


class MentorVisit(SQLModel, table=True):
    """A look at a learner's progress, for the learner to see; one row an hour and visitor."""

    __tablename__ = "mentor_visit"
    __table_args__ = (
        UniqueConstraint("visitor", "hour"),
        Index("ix_mentor_visit_newest", "user_id", "visited_at"),
    )

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id", index=False)
    """Whose progress was looked at."""
    link_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("share_link.id", ondelete="CASCADE")],
        nullable=True,
        index=True,
    )
    mentorship_id: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("mentorship.id", ondelete="CASCADE")],
        nullable=True,
        index=True,
    )
    visitor: UUID
    """Id of the link or the mentorship; of a report that was taken away, one made from it."""
    hour: int
    """Hours since 1970."""
    visited_at: datetime = at()
