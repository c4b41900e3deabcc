"""Which of the words that help fit a mood and a situation; what they are, is content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from learnconnect_app.content.motivation import motivation
from learnconnect_app.domain.motivation_score import MOODS
from learnconnect_app.domain.wellbeing import is_low, of_the_day
from learnconnect_app.domain.wellbeing_views import LineView
from learnconnect_app.models import User
from learnconnect_app.services.texts import text_in


class _ForMoods(Protocol):
    @property
    def moods(self) -> Sequence[str]: ...


LOW = frozenset(mood for mood in MOODS if is_low(mood))

Fitting = TypeVar("Fitting", bound=_ForMoods)


def line_of_the_day(user: User, day: date, *, mood: str = "", situation: str = "any") -> LineView:
    """A line that fits both where there is one, else the mood alone: how one feels comes first.

    Who is low reads what was written for low moods alone: care, and nothing that spurs on.
    """
    fitting = for_mood(motivation().quotes, mood)
    if is_low(mood):
        fitting = [quote for quote in fitting if LOW.issuperset(quote.moods)]
    closest = [quote for quote in fitting if situation in quote.situations]
    quote = of_the_day(closest or fitting, str(user.id), day)
    return LineView(text_in(quote.text, user.locale), quote.author or "", quote.source or "")


def for_mood(texts: Sequence[Fitting], mood: str) -> list[Fitting]:
    """Those for the mood; all of them when none was said, or none is for it."""
    return [each for each in texts if mood in each.moods] or list(texts)
