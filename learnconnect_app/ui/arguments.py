"""What an event handler is called with: checked strictly, and kept out of the logs."""

from __future__ import annotations

import inspect
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from learnconnect_app.domain.errors import DomainError

log = logging.getLogger(__name__)

LONGEST_TEXT = 10_000
"""Characters of a text argument, where its annotation does not say otherwise."""
SHORTEST_TELLING = 4
"""Characters; shorter texts are not worth hiding and would blot out the trace."""


def arguments_model(function: Callable[..., Any]) -> type[BaseModel]:
    """A strict model of the parameters after ``self``. ``TypeError`` when one has no annotation.

    A parameter that is a model itself says itself what it forbids.
    """
    hints = get_type_hints(function, include_extras=True)
    fields: dict[str, Any] = {}
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        if name not in hints:
            raise TypeError(f"{function.__qualname__}: {name} has no annotation")
        required = parameter.default is inspect.Parameter.empty
        fields[name] = (hints[name], ... if required else parameter.default)
    config = ConfigDict(
        extra="forbid", strict=True, allow_inf_nan=False, str_max_length=LONGEST_TEXT
    )
    return create_model(f"{function.__qualname__}Arguments", __config__=config, **fields)


def checked_arguments(
    model: type[BaseModel], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments by name, as annotated. Raises ``DomainError("bad_request")``."""
    names = list(model.model_fields)
    if len(args) > len(names):
        raise DomainError("bad_request")
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    try:
        # JSON mode: a UUID or a date may come as the string it is on the wire
        checked = model.model_validate_json(json.dumps(given, default=_plain))
    except (ValidationError, TypeError, ValueError, RecursionError):
        log.info("refused %s", model.__name__)  # values are never logged
        raise DomainError("bad_request") from None
    return {name: getattr(checked, name) for name in names}


def _plain(value: Any) -> Any:
    """What Reflex made of an argument by its annotation, as it was on the wire."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, set | frozenset):
        return list(value)
    return str(value)


def without_texts(given: Iterable[Any], trace: str) -> str:
    """The trace without what the person wrote, which an exception may quote."""
    for text in sorted(set(_texts(given)), key=len, reverse=True):
        for written in (text, repr(text)[1:-1]):
            trace = trace.replace(written, "***")
    return trace


def _texts(given: Iterable[Any]) -> Iterator[str]:
    left = list(given)
    while left:
        each = left.pop()
        if isinstance(each, str) and len(each) >= SHORTEST_TELLING:
            yield each
        elif isinstance(each, Mapping):
            left += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple | set):
            left += each
