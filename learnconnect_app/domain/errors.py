"""Failures a person can cause and be told about.

A ``DomainError`` carries a code from the message catalogs (``error.<code>``), the field it
belongs to, and the values its sentence names. Anything else that is raised is a defect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any


class DomainError(Exception):
    """An expected refusal: shown to the person beside what they did; changes nothing."""

    def __init__(self, code: str, field: str = "", **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params

    @property
    def errors(self) -> tuple[DomainError, ...]:
        """Each by itself, where several fields are wrong at once."""
        return (self,)


class WrongFieldsError(DomainError):
    """Several fields are wrong; as a whole it says what the first of them says."""

    def __init__(self, errors: Sequence[DomainError]) -> None:
        super().__init__(errors[0].code, errors[0].field, **errors[0].params)
        self._errors = tuple(errors)

    @property
    def errors(self) -> tuple[DomainError, ...]:
        return self._errors


def checked_together(checks: Mapping[str, Callable[[], Any]]) -> dict[str, Any]:
    """What each check answers, by its name. All are made; then what they refused is raised."""
    found: dict[str, Any] = {}
    refused: list[DomainError] = []
    for name, check in checks.items():
        try:
            found[name] = check()
        except DomainError as error:
            refused += error.errors
    if refused:
        raise WrongFieldsError(refused) if len(refused) > 1 else refused[0]
    return found


class NotFound(DomainError):  # noqa: N818 - an answer more than an error
    """It does not exist, or it is not the caller's: the answer is the same for both."""

    def __init__(self, code: str = "not_found") -> None:
        super().__init__(code)
