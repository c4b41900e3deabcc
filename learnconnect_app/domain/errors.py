"""Failures a person can cause and be told about.

A ``DomainError`` carries a code from the message catalogs (``error.<code>``), the field it
belongs to, and the values its sentence names. Anything else that is raised is a defect.
"""

from __future__ import annotations


class DomainError(Exception):
    """An expected refusal: shown to the person beside what they did; changes nothing."""

    def __init__(self, code: str, field: str = "", **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params


class NotFound(DomainError):  # noqa: N818 - an answer more than an error
    """It does not exist, or it is not the caller's: the answer is the same for both."""

    def __init__(self, code: str = "not_found") -> None:
        super().__init__(code)
