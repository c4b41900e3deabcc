"""Looks that can be put on: accents of the whole app, and frames around a learner's initials.

Their colours are in `assets/theme.css` under the same names; `content/rewards.yaml` offers them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class LookKind(StrEnum):
    THEME = "theme"
    FRAME = "frame"


THEMES = ("ocean", "forest", "sunset", "berry")
FRAMES = ("gold", "aurora", "orbit")
LOOKS: Mapping[LookKind, tuple[str, ...]] = MappingProxyType(
    {LookKind.THEME: THEMES, LookKind.FRAME: FRAMES}
)
USUAL = ""
"""What everybody wears from the start."""


def is_look(kind: LookKind, look: str) -> bool:
    return look == USUAL or look in LOOKS[kind]


def shown_look(look: str, *, is_owned: bool, has_all: bool) -> str:
    """What is seen of a look that was put on: the usual one while it is neither owned nor lent.

    The choice itself is kept, so that it is back when premium is.
    """
    return look if is_owned or has_all else USUAL
