"""Signed-in browsers and password resets. Only hashes of tokens are kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from learnconnect_app.models.base import at, owned_by, primary_key


class AuthSession(SQLModel, table=True):
    __tablename__ = "auth_session"

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    token_hash: str = Field(max_length=64, unique=True)
    """SHA-256 of the cookie's token, hexadecimal."""
    user_agent: str = Field(default="", max_length=300)
    created_at: datetime = at()
    last_seen_at: datetime = at()
    expires_at: datetime = at(index=True)


class PasswordReset(SQLModel, table=True):
    __tablename__ = "password_reset"

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = at()
    expires_at: datetime = at()
    used_at: datetime | None = at(nullable=True)


class EmailConfirmation(SQLModel, table=True):
    """A link sent to an address, for its owner to say that it is theirs."""

    __tablename__ = "email_confirmation"

    id: UUID = primary_key()
    user_id: UUID = owned_by("user_account.id")
    email: str = Field(max_length=254)
    """The address it was sent to: a link to an earlier one confirms nothing."""
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = at()
    expires_at: datetime = at()
    used_at: datetime | None = at(nullable=True)


class RateLimit(SQLModel, table=True):
    """How often something was tried in a window, shared by all processes."""

    __tablename__ = "rate_limit"

    bucket: str = Field(max_length=120, primary_key=True)
    window: int = Field(primary_key=True)
    """Number of the window since 1970, in units of its length."""
    hits: int = 0
    expires_at: datetime = at(index=True)
