"""The names of medals and what they ask for, where a server words them."""

from __future__ import annotations

from learnconnect_app.domain.achievement_views import CelebratedMedal
from learnconnect_app.domain.achievements import Medal, Tier
from learnconnect_app.locales import message


def name_of(medal: Medal, locale: str) -> str:
    return message(locale, f"medals.name.{medal.key}")


def task_of(medal: Medal, tier: Tier, locale: str) -> str:
    """What a tier asks for, as "Study for 10 hours"."""
    return message(locale, f"medals.task.{medal.key}", n=medal.target(tier) // medal.unit)


def tier_of(tier: Tier, locale: str) -> str:
    return message(locale, f"medals.tier.{tier}")


def celebrated_medal(medal: Medal, tier: Tier, locale: str) -> CelebratedMedal:
    return CelebratedMedal(
        key=medal.key,
        icon=medal.icon,
        tier=tier,
        name=name_of(medal, locale),
        text=task_of(medal, tier, locale),
    )
