"""Moments, notes and the list of rules for work done without a connection."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.offline_rules import (
    BY_NAME,
    MOST_DAYS,
    NOTES_BETWEEN,
    RULES,
    in_order,
    is_too_old,
    joined_notes,
    moment_of,
)

DOCS = Path(__file__).parents[2] / "docs" / "offline.md"
NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SPANS = st.timedeltas(-30 * DAY, 30 * DAY)


# ---- the list ------------------------------------------------------------------------------------


def test_rules_have_names_of_their_own_that_fit_into_their_column() -> None:
    assert len(BY_NAME) == len(RULES)
    assert all(len(rule.name) <= 40 for rule in RULES)


def test_the_document_explains_each_rule_in_its_words_and_no_other() -> None:
    rows = [line for line in DOCS.read_text().splitlines() if line.startswith("| `")]
    told = [f"| `{rule.name}` | {rule.when} | {rule.happens} |" for rule in RULES]
    assert [row for row in rows if row.count("|") == 4] == told


def test_codes_are_told_in_the_order_of_the_list() -> None:
    assert in_order({"clock_ahead", "done_already"}) == ["done_already", "clock_ahead"]
    with pytest.raises(KeyError):
        in_order({"no_rule"})


# ---- moments -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "sent", "at", "rule"),
    [
        (-3 * HOUR, None, -3 * HOUR, ""),
        (-3 * HOUR, timedelta(0), -3 * HOUR, ""),
        (-3 * HOUR, 4 * MINUTE, -3 * HOUR, ""),
        (3 * MINUTE, None, timedelta(0), ""),
        (HOUR, None, timedelta(0), "clock_ahead"),
        (DAY - 3 * HOUR, DAY, -3 * HOUR, "clock_ahead"),
        (-DAY - 3 * HOUR, -DAY, -3 * HOUR, "clock_behind"),
        (2 * DAY, DAY, timedelta(0), "clock_ahead"),
    ],
)
def test_a_moment_is_corrected_by_what_the_device_says_it_is(
    done: timedelta, sent: timedelta | None, at: timedelta, rule: str
) -> None:
    sent_at = None if sent is None else NOW + sent
    found = moment_of(NOW + done, sent_at, NOW)
    assert (found.at - NOW, found.rule) == (at, rule)


@given(done=SPANS, sent=st.none() | SPANS)
def test_no_moment_is_later_than_its_arrival(done: timedelta, sent: timedelta | None) -> None:
    sent_at = None if sent is None else NOW + sent
    assert moment_of(NOW + done, sent_at, NOW).at <= NOW


@given(ago=st.timedeltas(timedelta(0), 6 * DAY), error=SPANS)
def test_a_clock_that_is_wrong_all_along_is_put_right(ago: timedelta, error: timedelta) -> None:
    at = moment_of(NOW + error - ago, NOW + error, NOW).at
    assert abs(at - (NOW - ago)) <= 5 * MINUTE


def test_seven_days_are_taken_and_no_more() -> None:
    assert not is_too_old(NOW - MOST_DAYS * DAY, NOW)
    assert is_too_old(NOW - MOST_DAYS * DAY - timedelta(seconds=1), NOW)


# ---- notes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "mine", "was", "found"),
    [
        ("", "mine", "", ("mine", False)),
        ("was", "mine", "was", ("mine", False)),
        ("was", "", "was", ("", False)),
        ("theirs", "was", "was", ("theirs", False)),
        ("theirs", "", "was", ("theirs", False)),
        ("", "mine", "was", ("mine", False)),
        ("same", "same", "was", ("same", False)),
        ("theirs", "mine", "was", (f"theirs{NOTES_BETWEEN}mine", True)),
        ("was more", "was more and more", "was", ("was more and more", False)),
        (
            f"theirs{NOTES_BETWEEN}mine",
            "mine too",
            "mine",
            (f"theirs{NOTES_BETWEEN}mine too", True),
        ),
    ],
)
def test_notes_of_two_devices(kept: str, mine: str, was: str, found: tuple[str, bool]) -> None:
    assert joined_notes(kept, mine, was) == found


@given(kept=st.text(max_size=9), mine=st.text(max_size=9), was=st.text(max_size=9))
def test_nothing_that_was_written_since_is_lost(kept: str, mine: str, was: str) -> None:
    joined, _ = joined_notes(kept, mine, was)
    assert kept in (was, "") or kept in joined
    assert mine in (was, "") or mine in joined
