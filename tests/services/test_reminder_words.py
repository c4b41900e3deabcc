"""The words of every rule: there in both languages, with the values it brings, and kind."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

import pytest

from learnconnect_app.domain.reminders import RULES
from learnconnect_app.locales import LOCALES, catalog
from learnconnect_app.services.reminder_words import duration_in, variant_of, words_of

VALUES = {
    "day_ready": {"n": 3, "duration": "1 h", "first": "Fractions"},
    "session_soon": {"n": 2, "duration": "1 h", "title": "Fractions", "time": "17:00"},
    "nearly_there": {"n": 8},
    "goal_reached": {},
    "week_progress": {"n": 3, "of": 6, "duration": "3 h"},
    "milestone": {
        "n": 7,
        "plan": "YKS",
        "names": "Hours, Balance",
        "tier": "gold",
        "what": "Study for 10 hours",
    },
    "missed_day": {"duration": "1 h", "first": "Fractions"},
    "weekly_report": {"n": 4, "duration": "3 h"},
    "test_unlocked": {"n": 2},
    "paused_long": {"n": 7, "plan": "YKS"},
    "freeze_used": {"n": 9},
    "reward_ending": {"reward": "Seven days of premium", "until": "12 March"},
    "mentorship_ended": {"name": "Ayşe Işık"},
    "calendar_problem": {"calendar": "google"},
    "session_put_back": {
        "session": "Fractions",
        "calendar": "Outlook",
        "reason": "That day has passed. Choose today or a later day.",
    },
    "security": {"when": "2 March, 14:05"},
}
UNKIND = re.compile(
    r"!|last chance|don't (lose|break|miss)|make up for|you missed|behind|"
    r"son şans|kaçırma|kaçırdın|geride|telafi et|aksat",
    re.IGNORECASE,
)


def variants(rule: str) -> list[str]:
    found = {
        key.split(".")[3]
        for key in catalog("en")
        if key.startswith((f"reminder.{rule}.text.", f"reminder.{rule}.title."))
    }
    return ["", *sorted(found)]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("rule", [rule.key for rule in RULES])
def test_every_rule_can_be_worded_kindly(rule: str, locale: str) -> None:
    for variant in variants(rule):
        for n in {1, VALUES[rule].get("n", 1)}:
            values = {**VALUES[rule], "n": n} if "n" in VALUES[rule] else VALUES[rule]
            words = words_of(rule, locale, {**values, "variant": variant, "path": "/home"})
            for text in (words.title, words.text, words.action):
                assert text
                assert "{" not in text
                assert not UNKIND.search(text), text
            assert len(words.title) <= 60
            assert len(words.text) <= 180


def test_wording_of_a_day_is_the_same_whenever_it_is_asked_and_changes_with_the_days() -> None:
    user = UUID(int=7)
    days = [date(2026, 3, n) for n in range(1, 31)]
    chosen = [variant_of("day_ready", user, day) for day in days]
    assert chosen == [variant_of("day_ready", user, day) for day in days]
    assert set(chosen) == {"", "2", "3"}
    assert {variant_of("security", user, day) for day in days} == {""}


@pytest.mark.parametrize(
    ("minutes", "turkish"), [(45, "45 dk"), (60, "1 sa"), (135, "2 sa 15 dk"), (0, "0 dk")]
)
def test_durations_are_short(minutes: int, turkish: str) -> None:
    assert duration_in("tr", minutes) == turkish
