"""Pages that are whole by themselves: neither Reflex nor a script is needed to read them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


@dataclass(frozen=True)
class Button:
    does: str
    """The value of its field ``do``."""
    label: str


@dataclass(frozen=True)
class Page:
    """One question, or what came of it: `question.html`."""

    locale: str
    heading: str
    text: str
    buttons: tuple[Button, ...] = ()
    """The first is the one that is meant."""
    settings: str = ""
    """The words of a link to ``address``."""
    address: str = "/settings#reminders"
    note: str = ""
    is_done: bool = False


def document(template: str, **values: object) -> str:
    """The page as HTML; all values are text, and escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
