"""Tells of medals and of a challenge that is done: one note, however many there are.

Medals for what has a milestone of its own (a streak, a week, a plan) are celebrated and not told
again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session

from learnconnect_app.domain.achievements import Medal, Tier
from learnconnect_app.models import User
from learnconnect_app.services.achievement_words import name_of, task_of, tier_of
from learnconnect_app.services.reminders import tell

PATH = "/achievements"


def tell_of_medals(
    session: Session, user: User, earned: Iterable[tuple[Medal, Tier]], now: datetime
) -> None:
    """``earned``: the best tier of each medal, the most precious first."""
    told = [(medal, tier) for medal, tier in earned if medal.is_told]
    if not told:
        return
    medal, tier = told[0]
    names = ", ".join(name_of(each, user.locale) for each, _ in told)
    values: dict[str, str | int] = {"variant": "medals", "n": len(told), "names": names}
    if len(told) == 1:
        what = task_of(medal, tier, user.locale)
        tier_name = tier_of(tier, user.locale)
        values = {"variant": "medal", "names": names, "tier": tier_name, "what": what}
    tell(
        session,
        user=user,
        rule="milestone",
        about=f"medal-{medal.key}-{tier}",
        values=values,
        now=now,
        path=PATH,
    )


def tell_of_challenge(session: Session, user: User, monday: date, what: str, now: datetime) -> None:
    """``what``: the challenge of the week of ``monday`` in words. Work that arrives late can
    complete last week's on the day on which this week's is completed: each has its note."""
    tell(
        session,
        user=user,
        rule="milestone",
        about=f"challenge-{monday}",
        values={"variant": "challenge", "what": what},
        now=now,
        path=PATH,
    )
