"""A month of a learner, as a whole: not too much, not at the wrong time, nothing twice."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import pytest

from learnconnect_app.adapters.database import Database
from learnconnect_app.devtools.reminded_learner import Sent
from learnconnect_app.devtools.simulated_month import DAYS, FIRST, live, printed
from learnconnect_app.domain.study_days import ONE_DAY

MORNING, NIGHT = time(8), time(22)
VACATION = {FIRST + n * ONE_DAY for n in range(14, 19)}
GONE_QUIET = {FIRST + n * ONE_DAY for n in (25, 26, 27)}
"""From the fourth day on that she stays away without a word."""


@pytest.fixture(scope="module")
def sent(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Sent]:
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("month") / "month.db")
    database = Database(f"sqlite:///{path}")
    with database.transaction() as session:
        month = live(session, "tr")
        assert f"{DAYS} days" in printed(month)
    database.dispose()
    return month.sent


def days(sent: Sequence[Sent], channel: str) -> Counter[date]:
    return Counter(each.at.date() for each in sent if each.channel == channel)


def test_never_more_than_three_pushes_and_one_mail_a_day(sent: Sequence[Sent]) -> None:
    assert max(days(sent, "push").values()) <= 3
    reminders = [each for each in sent if each.kind != "security"]
    assert max(days(reminders, "mail").values()) == 1


def test_nothing_rings_at_night(sent: Sequence[Sent]) -> None:
    ringing = [each for each in sent if each.channel != "app" and each.kind != "security"]
    assert all(MORNING <= each.at.time() < NIGHT for each in ringing)


def test_vacation_is_silent_and_who_stays_away_is_left_in_peace(sent: Sequence[Sent]) -> None:
    assert not [each for each in sent if each.at.date() in VACATION | GONE_QUIET]


def test_nothing_comes_twice_on_a_day(sent: Sequence[Sent]) -> None:
    said = Counter((each.at.date(), each.channel, each.kind, each.title) for each in sent)
    assert set(said.values()) == {1}


def test_missed_days_are_spoken_of_once_a_run(sent: Sequence[Sent]) -> None:
    mails = [each for each in sent if (each.kind, each.channel) == ("missed_day", "mail")]
    assert [(each.at.date() - FIRST).days for each in mails] == [10, 23]


def test_month_has_some_of_every_sort(sent: Sequence[Sent]) -> None:
    kinds = {each.kind for each in sent}
    assert kinds >= {
        "day_ready",
        "session_soon",
        "nearly_there",
        "goal_reached",
        "week_progress",
        "milestone",
        "missed_day",
        "weekly_report",
        "test_unlocked",
        "security",
    }
    assert sum(days(sent, "push").values()) <= 2 * DAYS
